import zipfile

import pytest

from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport.document.fiche import fiche
from locatieplanner.rapport.document.inhoud import Alinea, Document
from locatieplanner.rapport.document.pdf import als_pdf
from locatieplanner.rapport.document.reeks import bestandsnaam, schrijf_reeks


def _kort(nummer):
    return Document(f"Proef {nummer}", "Proef", "2026-11-25", (), ("Zin.",), (Alinea("x"),))


def test_alle_rapporten_in_volgorde_en_gelijk_aan_een_los_rapport(basis, tmp_path):
    pad, gemeld = tmp_path / "alle.zip", []
    documenten = [("K5", fiche(basis, "K5")), *((f"Nr {n}", _kort(n)) for n in range(7))]
    assert schrijf_reeks(iter(documenten), pad, gemeld.append, processen=2) == 8
    assert gemeld == list(range(1, 9))
    with zipfile.ZipFile(pad) as archief:
        assert archief.testzip() is None
        assert archief.namelist() == ["K5.pdf", *(f"Nr_{n}.pdf" for n in range(7))]
        assert archief.read("K5.pdf") == als_pdf(documenten[0][1])
        assert archief.read("Nr_3.pdf") == als_pdf(_kort(3))


@pytest.mark.parametrize("reden", [KeyboardInterrupt, UitvoerFout])
def test_wie_afbreekt_houdt_wat_er_stond_en_geen_half_bestand(tmp_path, reden):
    pad = tmp_path / "alle.zip"
    pad.write_bytes(b"vorige")

    def documenten():
        yield "een", _kort(1)
        raise reden("stop")

    with pytest.raises(reden):
        schrijf_reeks(documenten(), pad, processen=1)
    assert pad.read_bytes() == b"vorige"
    assert [p.name for p in tmp_path.iterdir()] == ["alle.zip"]


def test_namen_zijn_overal_te_schrijven_en_nooit_dubbel(tmp_path):
    pad = tmp_path / "alle.zip"
    namen = ["A/B", "a b", "../weg", "C:\\x", "", "é" * 200]
    schrijf_reeks([(naam, _kort(1)) for naam in namen], pad, processen=1)
    with zipfile.ZipFile(pad) as archief:
        leden = archief.namelist()
    assert leden[:5] == ["A_B.pdf", "a_b_2.pdf", "weg.pdf", "C_x.pdf", "rapport.pdf"]
    assert len(leden[5]) < 100


def test_een_naam_verliest_niets_wat_mag():
    assert bestandsnaam("GM0518 's-Gravenhage") == "GM0518_s-Gravenhage"
    assert bestandsnaam("Súdwest-Fryslân") == "Súdwest-Fryslân"
