from urllib.parse import urlsplit

import pytest

from locatieplanner.bronnen.hulpdiensten import (
    BESTAND,
    LOCATIESERVER,
    PANDEN,
    PERCELEN,
    VARIABELE,
    lees_hulpdiensten,
)
from locatieplanner.fouten import LaagFout


@pytest.fixture(autouse=True)
def zonder_eigen(monkeypatch):
    monkeypatch.delenv(VARIABELE, raising=False)


def test_elke_dienst_is_volledig_beschreven_en_versleuteld():
    diensten = lees_hulpdiensten()
    assert set(diensten) == {LOCATIESERVER, PERCELEN, PANDEN}
    for dienst in diensten.values():
        assert urlsplit(dienst.adres).scheme == "https"
        assert not dienst.adres.endswith("/")
        assert all((dienst.naam, dienst.gebruik, dienst.verstuurt, dienst.licentie))
        assert dienst.grenzen.tussenpoos_s == pytest.approx(1 / dienst.per_seconde)
        assert 0.1 <= dienst.grenzen.tussenpoos_s <= 1


def test_een_eigen_bestand_vervangt_alleen_wat_erin_staat(monkeypatch, tmp_path):
    eigen = tmp_path / "eigen.toml"
    eigen.write_text('[locatieserver]\nadres = "http://127.0.0.1:9/x/"\n')
    gewoon = lees_hulpdiensten()
    monkeypatch.setenv(VARIABELE, str(eigen))
    diensten = lees_hulpdiensten()
    assert diensten[LOCATIESERVER].adres == "http://127.0.0.1:9/x"
    assert diensten[LOCATIESERVER].naam == gewoon[LOCATIESERVER].naam
    assert diensten[PERCELEN] == gewoon[PERCELEN]
    assert list(diensten) == list(gewoon)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("[locatiesever]\nadres = 'x'\n", "locatiesever bestaat niet. Kies uit locatieserver, "),
        ("[panden]\nper_seconde = 0\n", "'per_seconde' moet meer dan nul zijn"),
        ("[panden]\nadres = 3\n", "'adres' is geen tekst"),
        ("[panden\n", "is niet te lezen"),
    ],
)
def test_een_eigen_bestand_dat_niet_klopt(monkeypatch, tmp_path, inhoud, melding):
    eigen = tmp_path / "eigen.toml"
    eigen.write_text(inhoud)
    monkeypatch.setenv(VARIABELE, str(eigen))
    with pytest.raises(LaagFout, match=melding) as fout:
        lees_hulpdiensten()
    assert "eigen.toml" in str(fout.value)


def test_een_eigen_bestand_dat_er_niet_is(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABELE, str(tmp_path / "nee.toml"))
    with pytest.raises(LaagFout, match=f"{VARIABELE} noemt het bestand .*nee.toml, en dat is er"):
        lees_hulpdiensten()


def test_zonder_het_bestand_van_het_programma(kopie):
    (kopie / BESTAND).unlink()
    with pytest.raises(LaagFout, match=r"diensten\.toml ontbreekt"):
        lees_hulpdiensten(kopie)
