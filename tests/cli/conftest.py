import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from locatieplanner.cli.programma import programma
from tests.diensten_pdok.pdok import pdok, schrijf_diensten

BRON = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def kandidaten():
    """De ingebouwde voorbeeldkandidaten."""
    return str(BRON / "lagen" / "voorbeeld" / "kandidaten.gpkg")


@pytest.fixture
def voer_uit(monkeypatch):
    """Voer een opdracht uit; geeft afsluitcode, antwoord en meldingen."""
    monkeypatch.setenv("COLUMNS", "200")

    def uitvoeren(*args):
        uitkomst = CliRunner().invoke(programma, [str(deel) for deel in args])
        assert "Traceback" not in uitkomst.output
        return uitkomst

    return uitvoeren


@pytest.fixture
def eigen_database(monkeypatch, tmp_path):
    """Een database met plannen voor deze test alleen; geeft haar pad."""
    pad = tmp_path / "gegevens" / "plannen.sqlite"
    monkeypatch.setenv("LOCATIEPLANNER_DATABASE", str(pad))
    return pad


@pytest.fixture
def los_proces():
    """Voer een opdracht uit als eigen proces, zoals een gebruiker."""

    def uitvoeren(*args):
        return subprocess.run(
            [sys.executable, "-m", "locatieplanner", *map(str, args)],
            capture_output=True,
            timeout=120,
            check=False,
        )

    return uitvoeren


@pytest.fixture
def slecht(tmp_path):
    """Een bestand met één goede en twee slechte rijen."""
    pad = tmp_path / "slecht.csv"
    pad.write_text(
        "id;naam;type;capaciteit;x;y\n"
        "A;Goed;azc;300;155000;463000\n"
        "B;Slecht;kasteel;300;155000;463000\n"
        "C;Ook slecht;azc;nul;155000;463000\n",
        encoding="utf-8",
    )
    return pad


@pytest.fixture
def adresdienst(monkeypatch, tmp_path):
    """De adressendienst op loopback, met `LOCATIEPLANNER_DIENSTEN` ernaar verwezen."""
    with pdok() as dit:
        monkeypatch.setenv("LOCATIEPLANNER_DIENSTEN", str(schrijf_diensten(tmp_path, dit.adres)))
        yield dit
