from pathlib import Path

import pytest
from platformdirs import user_data_path

from locatieplanner.fouten import OpslagFout
from locatieplanner.opslag.adres import VARIABELE, is_sqlite, lees_adres, toon_adres

GEHEIM = "postgresql+psycopg://planner:Zeer%20Geheim@db.voorbeeld:6543/plannen"


def test_zonder_instelling_staat_zij_in_de_map_van_de_gebruiker(monkeypatch):
    monkeypatch.delenv(VARIABELE, raising=False)
    assert Path(str(lees_adres().database)).parent == user_data_path("locatieplanner")


def test_de_omgevingsvariabele_en_een_gegeven_adres(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABELE, str(tmp_path / "a.sqlite"))
    assert str(lees_adres().database) == str(tmp_path / "a.sqlite")
    assert str(lees_adres(str(tmp_path / "b")).database) == str(tmp_path / "b")


@pytest.mark.parametrize("begin", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_in_elke_schrijfwijze(begin):
    url = lees_adres(f"{begin}://u:w@h/d")
    assert url.drivername == "postgresql+psycopg"
    assert not is_sqlite(url)


def test_sqlite_als_adres(tmp_path):
    url = lees_adres(f"sqlite:///{tmp_path}/x.sqlite")
    assert is_sqlite(url)
    assert toon_adres(url) == f"{tmp_path}/x.sqlite"


@pytest.mark.parametrize(
    "adres",
    ["mysql://u:Geheim@h/d", "sqlite://", "sqlite:///:memory:", "http://Geheim@x", "://Geheim",
     "postgresql+psycopg2://u:Geheim@h/d", "postgresql://u:Geheim@h:geen/d"],
)  # fmt: skip
def test_een_adres_dat_niet_kan_wordt_niet_herhaald(adres):
    with pytest.raises(OpslagFout, match=VARIABELE) as fout:
        lees_adres(adres)
    assert "Geheim" not in str(fout.value)
    assert fout.value.__cause__ is None


def test_een_wachtwoord_is_nergens_te_zien():
    url = lees_adres(GEHEIM)
    assert url.password == "Zeer Geheim"
    for tekst in (toon_adres(url), str(url), repr(url)):
        assert "Geheim" not in tekst
    assert toon_adres(url) == "PostgreSQL, db.voorbeeld:6543, database plannen"
