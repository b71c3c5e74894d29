"""De server als eigen proces, zoals een gebruiker hem start en stopt."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

MELDING = "locatieplanner staat op http://127.0.0.1:{poort} (stoppen: Ctrl+C)\n"


@pytest.fixture
def poort():
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return stekker.getsockname()[1]


@pytest.fixture
def start(tmp_path):
    """Start de app in een eigen procesgroep, buiten de map van het project."""
    processen = []

    def starten(*args):
        proces = subprocess.Popen(
            [sys.executable, "-m", "locatieplanner", "app", *map(str, args)],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        processen.append(proces)
        return proces

    yield starten
    for proces in processen:
        if proces.poll() is None:
            os.killpg(proces.pid, signal.SIGKILL)
        proces.communicate()


def _is_alles_weg(groep):
    try:
        os.killpg(groep, 0)
    except ProcessLookupError:
        return True
    return False


def _ctrl_c(proces):
    os.killpg(proces.pid, signal.SIGINT)


def _alleen_de_ouder(proces):
    proces.terminate()


@pytest.mark.parametrize("stop", [_ctrl_c, _alleen_de_ouder])
def test_start_antwoordt_en_stopt_stil(start, poort, stop):
    proces = start("--poort", poort)
    assert proces.stdout.readline() == MELDING.format(poort=poort)
    with urllib.request.urlopen(f"http://127.0.0.1:{poort}/_stcore/health", timeout=10) as antwoord:
        assert antwoord.read() == b"ok"
    stop(proces)
    uit, fout = proces.communicate(timeout=30)
    assert (proces.returncode, uit, fout) == (0, "", "")
    assert _is_alles_weg(proces.pid)


def test_bezette_poort_is_een_melding(voer_uit):
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        stekker.listen()
        poort = stekker.getsockname()[1]
        uitkomst = voer_uit("app", "--poort", poort)
    assert uitkomst.exit_code == 1
    assert f"Poort {poort} is al in gebruik" in uitkomst.stderr


def test_openen_en_waarschuwen(voer_uit, monkeypatch):
    geopend, gevraagd = [], []

    def draai(adres, poort, klaar, **keuzes):
        gevraagd.append(keuzes)
        klaar(f"http://{adres}:{poort}")

    monkeypatch.setattr("webbrowser.open", geopend.append)
    monkeypatch.setattr("locatieplanner.cli.server.draai", draai)
    uitkomst = voer_uit("app", "--adres", "0.0.0.0", "--poort", "0", "--open")
    assert uitkomst.exit_code == 2
    uitkomst = voer_uit("app", "--adres", "0.0.0.0", "--open", "--zonder-aanmelding")
    assert uitkomst.exit_code == 0
    assert "iedereen in het netwerk" in uitkomst.stderr
    assert geopend[0].startswith("http://0.0.0.0:")
    assert voer_uit("app").stderr == ""
    assert len(geopend) == 1
    assert [keuzes["zonder_aanmelding"] for keuzes in gevraagd] == [True, False]


@pytest.mark.parametrize("adres", ["0.0.0.0", "::", "192.0.2.7"])
def test_in_het_netwerk_zonder_aanmelding_start_niet(voer_uit, monkeypatch, adres):
    monkeypatch.setattr("locatieplanner.cli.server.draai", lambda *_, **__: pytest.fail("gestart"))
    uitkomst = voer_uit("app", "--adres", adres)
    assert uitkomst.exit_code == 1
    assert "--aanmelding" in uitkomst.stderr
    assert "--zonder-aanmelding" in uitkomst.stderr
