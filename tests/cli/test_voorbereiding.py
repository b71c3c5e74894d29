from pathlib import Path

import pytest
import typer

from locatieplanner.cli.voorbereiding import (
    bruikbare_kandidaten,
    kies_omgeving,
    lees_bestand,
)
from locatieplanner.fouten import BestandFout, DoelsetFout, KandidatenFout, ParameterFout


@pytest.mark.parametrize(("tekst", "waarde"), [("1,4", 1.4), ("1.4", 1.4), (" 1,4 ", 1.4)])
def test_parameter_met_komma_of_punt(lagen_echt, tekst, waarde):
    omgeving = kies_omgeving(lagen_echt, None, [f"nabijheid.omwegfactor={tekst}"])
    assert omgeving.parameters.getal("nabijheid.omwegfactor") == waarde


def test_parameter_met_een_keuze(lagen_echt):
    omgeving = kies_omgeving(lagen_echt, None, ["opgave.onbekende_opvang=geen opvang"])
    assert omgeving.parameters.keuze("opgave.onbekende_opvang") == "geen opvang"


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("nabijheid.omwegfactor", typer.BadParameter),
        ("nabijheid.omwegfactor=", typer.BadParameter),
        ("nergens=3", ParameterFout),
        ("nabijheid.omwegfactor=veel", ParameterFout),
        ("nabijheid.omwegfactor=nan", ParameterFout),
        ("nabijheid.omwegfactor=99", ParameterFout),
        ("kleinschaligheid.absoluut_plaatsen=3", ParameterFout),
    ],
)
def test_parameter_die_niet_kan(lagen_echt, tekst, fout):
    with pytest.raises(fout):
        kies_omgeving(lagen_echt, None, [tekst])


def test_onbekende_doelset_noemt_ze_allemaal(lagen_echt):
    with pytest.raises(DoelsetFout) as fout:
        kies_omgeving(lagen_echt, "spreidingswet-2027")
    melding = str(fout.value)
    assert "Bedoelt u spreidingswet-202" in melding
    assert all(f"{id}: {d.naam}" in melding for id, d in lagen_echt.doelsets.items())


def test_bestand_dat_er_niet_is(lagen_echt, tmp_path):
    with pytest.raises(BestandFout, match="bestaat niet"):
        lees_bestand(tmp_path / "nee.csv", lagen_echt)
    with pytest.raises(BestandFout, match="is een map"):
        lees_bestand(tmp_path, lagen_echt)


@pytest.mark.parametrize(("aan", "aantal"), [(False, 0), (True, 1)])
def test_bestand_met_alleen_een_adres(lagen_echt, tmp_path, adresdienst, aan, aantal):
    pad = tmp_path / "x.csv"
    pad.write_text("naam;type;capaciteit;adres\nA;azc;300;Riouwstraat 32, Amersfoort\n")
    invoer = lees_bestand(pad, lagen_echt, zoek_adressen=aan)
    assert (len(invoer.kandidaten), len(adresdienst.verzoeken)) == (aantal, aantal)


def test_bruikbare_kandidaten(lagen_echt, slecht):
    invoer = lees_bestand(slecht, lagen_echt)
    with pytest.raises(KandidatenFout, match="2 fouten in het bestand"):
        bruikbare_kandidaten(invoer, goede_rijen=False)
    assert list(bruikbare_kandidaten(invoer, goede_rijen=True).index) == ["A"]


def test_geen_enkele_goede_rij(lagen_echt, tmp_path):
    pad = Path(tmp_path / "x.csv")
    pad.write_text("naam;type;capaciteit;x;y\nA;kasteel;1;155000;463000\n")
    with pytest.raises(KandidatenFout, match="geen enkele"):
        bruikbare_kandidaten(lees_bestand(pad, lagen_echt), goede_rijen=True)


def test_geblokkeerd_bestand(lagen_echt, tmp_path):
    pad = Path(tmp_path / "x.csv")
    pad.write_text("naam;type;capaciteit;x;y;bsn\nA;azc;300;155000;463000;1\n")
    with pytest.raises(KandidatenFout, match="niet te gebruiken"):
        bruikbare_kandidaten(lees_bestand(pad, lagen_echt), goede_rijen=True)
