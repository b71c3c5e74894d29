import subprocess
import sys

import pytest

OPDRACHTEN = ["app", "beoordeel", "controleer", "opgave", "robuustheid", "sjabloon", "lagen"]


def test_hulp_noemt_elke_opdracht(voer_uit):
    uitkomst = voer_uit("--help")
    assert uitkomst.exit_code == 0
    assert all(opdracht in uitkomst.output for opdracht in OPDRACHTEN)


@pytest.mark.parametrize("opdracht", [[], *([o] for o in OPDRACHTEN), ["lagen", "lijst"]])
def test_hulp_is_nederlands(voer_uit, opdracht):
    hulp = voer_uit(*opdracht, "--help").output
    assert "Gebruik: locatieplanner" in hulp or "Gebruik: root" in hulp
    for engels in ("Usage", "Options", "Arguments", "Commands", "OPTIONS", "Show this", "default:"):
        assert engels not in hulp


def test_zonder_opdracht_verschijnt_de_hulp(voer_uit):
    uitkomst = voer_uit()
    assert uitkomst.exit_code == 2
    assert "Opdrachten" in uitkomst.output


def test_versie(voer_uit):
    from locatieplanner import __version__

    assert voer_uit("--versie").output == f"locatieplanner {__version__}\n"


def test_hulp_laadt_de_rekenkern_niet():
    code = (
        "import sys; import locatieplanner.cli.programma; "
        "print([m for m in ('pandas', 'geopandas', 'streamlit', 'scipy') if m in sys.modules])"
    )
    uitkomst = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert uitkomst.stdout == "[]\n"
