from types import MappingProxyType

import numpy as np
import pytest

from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.kolomkeuze import kies_kolommen, neem_kolommen
from locatieplanner.fouten import DienstFout
from tests.diensten.gegevens import maak_dienst, maak_laag

DIENST = maak_dienst(Dienstsoort.WFS, "https://a.nl")
LAAG = maak_laag(DIENST)
KEUZE = {"code": "c", "naam": "n", "inwoners": "i"}


def neem(*waarden, kolom="i"):
    return neem_kolommen(LAAG, DIENST, KEUZE, [{kolom: waarde} for waarde in waarden])


def test_eerste_keus_die_er_is():
    aanwezig = ["aantal_inwoners_2024", "naam", "buurtcode"]
    assert kies_kolommen(DIENST, aanwezig) == {
        "code": "buurtcode",
        "naam": "naam",
        "inwoners": "aantal_inwoners_2024",
    }
    assert kies_kolommen(DIENST, [*aanwezig, "buurtnaam"])["naam"] == "buurtnaam"


def test_ster_past_op_alles_en_anders_niets():
    dienst = maak_dienst(
        Dienstsoort.ODATA, "https://a.nl", kolommen=MappingProxyType({"a": ("In[B]*_*x",)})
    )
    assert kies_kolommen(dienst, ["InB_1x", "In[B]zit_42x", "In[B]_x"]) == {"a": "In[B]zit_42x"}
    with pytest.raises(DienstFout):
        kies_kolommen(dienst, ["InB_1x", "In[B]_xy"])


def test_ontbrekende_kolom_zegt_welke_en_wat_er_wel_is():
    aanwezig = ["buurtcode", *(f"kolom{nummer}" for nummer in range(30))]
    with pytest.raises(DienstFout) as fout:
        kies_kolommen(DIENST, aanwezig)
    melding = str(fout.value)
    assert melding.startswith("Testdienst heeft in buurten niet meer de kolom naam (gezocht: ")
    assert "buurtnaam, naam); inwoners (gezocht: aantal_inwoners_*)" in melding
    assert "zij heeft wel buurtcode, kolom0" in melding
    assert "kolom18 en nog 11." in melding
    assert "kolom19" not in melding
    assert "lagen/catalogus.toml" in melding
    assert melding.endswith("Wat al geladen is, blijft werken.")


def test_zonder_kolommen():
    with pytest.raises(DienstFout, match="zij heeft wel geen enkele kolom"):
        kies_kolommen(DIENST, [])


def test_getallen():
    tabel = neem(1, 2.5, "3", " 4 ", None, "", ".", "       .", -99_997, "-99990.0", -5, 1e400)
    verwacht = [1, 2.5, 3, 4, *[np.nan] * 6, -5, np.nan]
    np.testing.assert_array_equal(tabel["inwoners"], verwacht)
    assert tabel["inwoners"].dtype == np.float64


@pytest.mark.parametrize("waarden", [(None, None), (".", None), (-99_997,)])
def test_alles_ontbreekt(waarden):
    assert neem(*waarden)["inwoners"].isna().all()


def test_tekst_waar_getallen_horen():
    with pytest.raises(DienstFout, match=r"de kolom i van buurten geen getallen maar .*'geheim'"):
        neem("geheim", None)
    np.testing.assert_array_equal(neem("geheim", 1)["inwoners"], [np.nan, 1])


def test_teksten():
    tabel = neem("BU0363  ", 12, 12.0, 1.5, None, float("nan"), True, ["é"], kolom="n")
    assert list(tabel["naam"]) == ["BU0363", "12", "12", "1.5", "", "", "True", '["é"]']


def test_zonder_rijen_zijn_er_wel_kolommen():
    tabel = neem_kolommen(LAAG, DIENST, {}, [])
    assert list(tabel) == ["code", "naam", "inwoners"]
    assert tabel["inwoners"].dtype == np.float64
    assert tabel["code"].dtype == "str"
    assert tabel.empty
