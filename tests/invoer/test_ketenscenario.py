import re
from pathlib import Path

import pytest

from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.fouten import BestandFout, InvoerFout
from locatieplanner.invoer.ketenscenario import GROOTSTE_BYTES, lees_ketenscenario

PAR = lees_parameters()
GOED = 'naam = "Eigen"\nstart = "2027-03"\ninstroom_per_maand = 1234\n'


def lees(tmp_path, inhoud):
    pad = tmp_path / "eigen.toml"
    pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    return lees_ketenscenario(pad, PAR)


def test_een_bestand(tmp_path):
    scenario = lees(tmp_path, GOED)
    assert scenario.waarden["instroom_per_maand"] == 1234
    assert str(scenario.start) == "2027-03"


def test_kladblok_zet_een_merk_vooraan(tmp_path):
    assert lees(tmp_path, b"\xef\xbb\xbf" + GOED.encode()).naam == "Eigen"


def test_alle_problemen_in_een_melding(tmp_path):
    with pytest.raises(InvoerFout) as fout:
        lees(tmp_path, "instroom_per_maand = -1\nwat = 2\n")
    regels = str(fout.value).splitlines()
    assert regels[0] == "Het scenario eigen.toml heeft 4 problemen:"
    assert len(regels) == 5
    assert all("Herstel: " in regel for regel in regels[1:])


def test_een_probleem(tmp_path):
    with pytest.raises(InvoerFout, match=r"heeft één probleem:\n  Veld procedure_maanden"):
        lees(tmp_path, GOED + "procedure_maanden = 0\n")


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("naam = \n", "geen geldige TOML"),
        (b"\xff\xfe\x00naam", "geen tekst"),
        (b"PK\x03\x04\x00\x01", "geen geldige TOML"),
        ("#" * (GROOTSTE_BYTES + 1), "groter dan 1 MB"),
    ],
)
def test_geen_scenario(tmp_path, inhoud, melding):
    with pytest.raises(BestandFout, match=melding):
        lees(tmp_path, inhoud)


def test_geen_bestand(tmp_path):
    with pytest.raises(BestandFout, match="bestaat niet"):
        lees_ketenscenario(tmp_path / "weg.toml", PAR)
    with pytest.raises(BestandFout, match="niet te lezen"):
        lees_ketenscenario(tmp_path, PAR)


def test_het_voorbeeld_in_de_readme_is_een_goed_scenario(tmp_path):
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    blokken = re.findall(r"```toml\n(.*?)```", readme, re.S)
    (voorbeeld,) = [blok for blok in blokken if "beginstand_wachtend" in blok]
    scenario = lees(tmp_path, voorbeeld)
    assert scenario.reeksen
    assert scenario.taakstelling
