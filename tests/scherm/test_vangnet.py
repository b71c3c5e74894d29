import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.scherm.vangnet import vangnet


def test_eigen_fout_wordt_haar_melding():
    gezegd = []
    with vangnet(gezegd.append):
        raise BestandFout("Het bestand is leeg.")
    assert gezegd == ["Het bestand is leeg."]


def test_onverwachte_fout_verraadt_niets_en_geeft_een_kenmerk(caplog):
    gezegd = []
    with vangnet(gezegd.append):
        raise RuntimeError("geheim pad /x/y")
    assert "geheim" not in gezegd[0]
    kenmerk = caplog.records[0].getMessage().split()[-1]
    assert kenmerk in gezegd[0]


def test_onderbreking_van_streamlit_gaat_door():
    class Onderbreking(BaseException):
        pass

    with pytest.raises(Onderbreking), vangnet(print):
        raise Onderbreking
