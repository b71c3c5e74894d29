import os
import signal
import socket
import sys
import tomllib
from pathlib import Path

import pytest

from locatieplanner.cli import server
from locatieplanner.fouten import LocatieplannerFout


@pytest.fixture
def bezet():
    """Een poort waar al iets op luistert."""
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        stekker.listen()
        yield stekker.getsockname()[1]


def test_bezette_poort_gevraagd(bezet):
    with pytest.raises(LocatieplannerFout, match=f"Poort {bezet} is al in gebruik"):
        server.kies_poort("127.0.0.1", bezet)


def test_zonder_voorkeur_de_eerste_vrije(bezet, monkeypatch):
    monkeypatch.setattr(server, "STANDAARDPOORT", bezet)
    assert bezet < server.kies_poort("127.0.0.1", None) <= bezet + 50


def test_alles_bezet(bezet, monkeypatch):
    monkeypatch.setattr(server, "STANDAARDPOORT", bezet)
    monkeypatch.setattr(server, "_POORTEN_TE_PROBEREN", 1)
    with pytest.raises(LocatieplannerFout, match="allemaal in gebruik"):
        server.kies_poort("127.0.0.1", None)


@pytest.mark.parametrize("adres", ["192.0.2.1", "geen adres", "2001:db8::1"])
def test_adres_van_een_ander(adres):
    with pytest.raises(LocatieplannerFout, match="geen adres van deze computer"):
        server.kies_poort(adres, None)


def test_instellingen_worden_opties():
    tabel = {"server": {"headless": True, "port": 1}, "theme": {"sidebar": {"font": "a b"}}}
    assert list(server.instellingen(tabel)) == [
        "--server.headless=true",
        "--server.port=1",
        "--theme.sidebar.font=a b",
    ]


def test_de_eigen_instellingen_staan_in_de_opdracht():
    config = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
    opdracht = server._opdracht("127.0.0.1", 1234)
    eigen = list(server.instellingen(tomllib.loads(config.read_text())))
    assert set(eigen) <= set(opdracht)
    assert opdracht.index("--server.port=1234") > max(opdracht.index(optie) for optie in eigen)
    assert Path(opdracht[4]).name == "app.py"


def test_server_die_niet_start(monkeypatch):
    monkeypatch.setattr(
        server, "_opdracht", lambda *_: [sys.executable, "-c", "raise SystemExit(7)"]
    )
    with pytest.raises(LocatieplannerFout, match="startte niet"):
        server.draai("127.0.0.1", 1, lambda _: None)


def test_server_zonder_antwoord_wordt_gestopt(monkeypatch, tmp_path):
    merk = tmp_path / "pid"
    code = f"import os, time; open({str(merk)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(server, "_opdracht", lambda *_: [sys.executable, "-c", code])
    monkeypatch.setattr(server, "_START_S", 1.5)
    with pytest.raises(LocatieplannerFout, match="gaf binnen"):
        server.draai("127.0.0.1", 1, lambda _: None)
    with pytest.raises(ProcessLookupError):
        os.kill(int(merk.read_text()), 0)


def test_onwillige_server_wordt_toch_gestopt(monkeypatch, tmp_path):
    merk = tmp_path / "pid"
    code = (
        "import os, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        f"open({str(merk)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    )
    monkeypatch.setattr(server, "_opdracht", lambda *_: [sys.executable, "-c", code])
    monkeypatch.setattr(server, "_START_S", 1.5)
    monkeypatch.setattr(server, "_STOP_S", 0.5)
    vorig = signal.getsignal(signal.SIGTERM)
    with pytest.raises(LocatieplannerFout):
        server.draai("127.0.0.1", 1, lambda _: None)
    with pytest.raises(ProcessLookupError):
        os.kill(int(merk.read_text()), 0)
    assert signal.getsignal(signal.SIGTERM) is vorig


def test_geinstalleerd_staat_alles_in_het_pakket(monkeypatch, tmp_path):
    (tmp_path / "app.py").write_text("van een ander")
    pakket = tmp_path / "locatieplanner"
    pakket.mkdir()
    monkeypatch.setattr("locatieplanner.__file__", str(pakket / "__init__.py"))
    (pakket / "app.py").touch()
    with pytest.raises(LocatieplannerFout, match=r"streamlit\.toml .* Installeer"):
        server._opdracht("127.0.0.1", 1)
    (pakket / "streamlit.toml").write_text('[theme]\nbase = "light"\n')
    opdracht = server._opdracht("127.0.0.1", 1)
    assert str(pakket / "app.py") in opdracht
    assert "--theme.base=light" in opdracht
