import io
import json
import os
import shlex
import zipfile

import pytest
from typer.testing import CliRunner

from locatieplanner import __version__
from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.omgeving import bouw_omgeving
from locatieplanner.bronnen.lagen import lees_gemeenten_kaart
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.cli.programma import programma
from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.fouten import UitvoerFout
from locatieplanner.invoer.kandidaten import lees_kandidaten
from locatieplanner.rapport.document.gegevens import Rapportgegevens
from locatieplanner.rapport.narekenpakket import narekenpakket, opdracht

LAAG = {"laag": "gemeenten.parquet", "gebied": "ingebouwd", "sha256": "ab", "peildatum": ""}


@pytest.fixture(scope="module")
def echt(lagen_echt):
    """Een echte uitkomst met eigen gewichten, een eigen doel en een andere parameter."""
    pad = lagenmap() / "voorbeeld" / "kandidaten.gpkg"
    invoer = lees_kandidaten(
        pad, pad.name, lagen_echt.locatietypen, lagen_echt.aandachtsgroepen,
        grens=lagen_echt.gemeenten,
    )  # fmt: skip
    bron = Herkomst("eigen; met \"aanhaling\" en 'accent'", "2026-01-01", Status.GEPUBLICEERD)
    doel = Doel("Utrecht", "totaal", Bandbreedte(4000.0, 5000.0), "2027-07-01", bron)
    omgeving = bouw_omgeving(
        lagen_echt,
        "spreidingswet-2024",
        lagen_echt.parameters.met({"nabijheid.omwegfactor": 1.55, "spreiding.lambda_m": 2500.0}),
        eigen_doelen=Eigendoelen((("spreidingswet-2024", doel),)),
    )
    return beoordeel(invoer.kandidaten, omgeving, Gewichten(40.0, 100 / 3, 12.5, 7.0))


@pytest.fixture(scope="module")
def gegevens():
    return Rapportgegevens("2026-11-25", "proef", lees_gemeenten_kaart(), lagen=(LAAG,))


def test_wie_het_pakket_narekent_krijgt_dezelfde_uitkomst(echt, gegevens, tmp_path, monkeypatch):
    with zipfile.ZipFile(io.BytesIO(narekenpakket(echt, gegevens))) as archief:
        archief.extractall(tmp_path)
    monkeypatch.chdir(tmp_path)
    regel = (tmp_path / "opdracht.txt").read_text(encoding="utf-8")
    assert regel.strip() in (tmp_path / "LEESMIJ.txt").read_text(encoding="utf-8")
    programmanaam, *woorden = shlex.split(regel)
    assert programmanaam == "locatieplanner"
    klaar = CliRunner().invoke(programma, woorden)
    assert klaar.exit_code == 0, klaar.stderr
    toen = json.loads((tmp_path / "uitkomst.json").read_text(encoding="utf-8"))
    assert json.loads(klaar.stdout) == toen
    assert len(toen) == len(echt.kandidaten)


def test_alles_om_na_te_rekenen_zit_erin(echt, gegevens):
    with zipfile.ZipFile(io.BytesIO(narekenpakket(echt, gegevens))) as archief:
        assert set(archief.namelist()) == {
            *("LEESMIJ.txt", "opdracht.txt", "kandidaten.gpkg", "doelen.csv"),
            *("instellingen.json", "lagen.json", "uitkomst.json"),
            *("uitkomst.xlsx", "uitkomst.csv"),
        }
        instellingen = json.loads(archief.read("instellingen.json"))
        assert json.loads(archief.read("lagen.json")) == [LAAG]
    assert instellingen["programma"] == __version__
    assert instellingen["parameters_anders_dan_ingebouwd"] == {
        "nabijheid.omwegfactor": "1.55",
        "spreiding.lambda_m": "2500.0",
    }
    assert all("eenheid" in deel for deel in instellingen["parameters"].values())


def test_dezelfde_uitkomst_geeft_dezelfde_bytes(beoordeling, maak_pakket):
    assert maak_pakket(beoordeling) == maak_pakket(beoordeling)


def test_voor_derden_alleen_als_er_niets_te_beschermen_is(beoordeling, maak_pakket):
    with pytest.raises(UitvoerFout, match="3 beschermde locaties"):
        maak_pakket(beoordeling, deel_beschermd=False)


@pytest.fixture
def maak_pakket(omgeving):
    def maak(beoordeling, **anders):
        return narekenpakket(
            beoordeling, Rapportgegevens("2026-11-25", "proef", omgeving.gemeenten, **anders)
        )

    return maak


def test_de_opdracht_is_een_regel_voor_een_opdrachtvenster(beoordeling):
    regel = opdracht(beoordeling)
    assert os.linesep not in regel
    assert shlex.split(regel)[:3] == ["locatieplanner", "beoordeel", "kandidaten.gpkg"]
