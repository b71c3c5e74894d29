import pytest

from locatieplanner.cli import lagen
from locatieplanner.fouten import LaagFout


@pytest.fixture
def kapot(monkeypatch):
    """Laat ``lagen lijst`` stuklopen op de gegeven fout."""

    def breek(fout):
        def gooi(*_args):
            raise fout

        monkeypatch.setattr("locatieplanner.bronnen.catalogus.lees_catalogus", gooi)

    return breek


def test_eigen_fout_is_een_melding(kapot, voer_uit):
    kapot(LaagFout("De laag ontbreekt."))
    uitkomst = voer_uit("lagen", "lijst")
    assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr == "De laag ontbreekt.\n"


def test_onverwachte_fout_verwijst_naar_foutopsporing(kapot, voer_uit):
    kapot(ZeroDivisionError("deling door nul"))
    uitkomst = voer_uit("lagen", "lijst")
    assert (uitkomst.exit_code, uitkomst.stdout) == (3, "")
    assert "--foutopsporing" in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "args",
    [["--foutopsporing", "lagen", "lijst"], ["lagen", "lijst", "--foutopsporing"]],
)
@pytest.mark.parametrize(("fout", "code"), [(ZeroDivisionError("nul"), 3), (LaagFout("weg"), 1)])
def test_foutopsporing_toont_waar_het_misging(kapot, args, fout, code):
    from typer.testing import CliRunner

    from locatieplanner.cli.programma import programma

    kapot(fout)
    uitkomst = CliRunner().invoke(programma, args)
    assert uitkomst.exit_code == code
    assert "Traceback" in uitkomst.stderr
    assert f"{lagen.__name__.replace('.', '/')}.py" in uitkomst.stderr


def test_ctrl_c_is_stil(kapot, voer_uit):
    kapot(KeyboardInterrupt())
    uitkomst = voer_uit("lagen", "lijst")
    assert (uitkomst.exit_code, uitkomst.output) == (130, "")


def test_gesloten_pijp_geeft_geen_foutmelding(kandidaten):
    import subprocess
    import sys

    proces = subprocess.Popen(
        [sys.executable, "-m", "locatieplanner", "beoordeel", kandidaten, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    proces.stdout.close()
    fouten = proces.stderr.read().decode()
    proces.stderr.close()
    proces.wait(60)
    assert "Traceback" not in fouten
    assert "programma zelf" not in fouten


def test_scherm_zonder_trema(monkeypatch):
    import os
    import subprocess
    import sys

    uitkomst = subprocess.run(
        [sys.executable, "-m", "locatieplanner", "--help"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
    )
    assert uitkomst.returncode == 0
    assert b"Traceback" not in uitkomst.stderr
