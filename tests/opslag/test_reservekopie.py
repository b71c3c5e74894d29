"""Een reservekopie terugzetten geeft precies wat er was, ook op een andere soort database."""

import sqlite3
import zipfile
from contextlib import closing

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import select, text

from locatieplanner.domein.gebruiker import PLAATSELIJK
from locatieplanner.fouten import BestandFout, OpslagFout, UitvoerFout
from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.database import open_database, verbind
from locatieplanner.opslag.geschiedenis import logboek
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.opmerkingen import plaats_opmerking
from locatieplanner.opslag.plannen import plannen
from locatieplanner.opslag.reservekopie import herstel, maak_reservekopie
from locatieplanner.opslag.tabellen import Basis
from tests.omgeving import kandidaat
from tests.opslag.wereld import NASLAG


@pytest.fixture
def gevuld(eigen_wereld):
    """Een database met een plan waar van alles mee gebeurde."""
    plan = eigen_wereld.plan(kandidaat("é", type="amv"), kandidaat("K1", woningen=3))
    eigen_wereld.zet(plan, "K1", capaciteit=250, waarom="grotere kavel")
    plaats_opmerking(eigen_wereld.database, eigen_wereld.planner, plan.kop.id, "K1", "mooi")
    return eigen_wereld


def _alles(database):
    with database.lezen() as verbinding:
        tabellen = Basis.metadata.sorted_tables
        uit = {t.name: [dict(r._mapping) for r in verbinding.execute(select(t))] for t in tabellen}
    for rij in uit["kandidaat"]:
        # PostGIS geeft het stelsel mee in de bytes.
        rij.pop("vorm")
    return {naam: sorted(rijen, key=repr) for naam, rijen in uit.items()}


def _zelfde(links, rechts):
    assert _alles(links) == _alles(rechts)
    for kop in plannen(links, PLAATSELIJK):
        een, ander = (open_plan(db, PLAATSELIJK, kop.id) for db in (links, rechts))
        assert_frame_equal(een.inhoud.kandidaten, ander.inhoud.kandidaten)
    assert all(bevinding.in_orde for bevinding in controleer(rechts))


def test_een_zip_gaat_terug_op_elke_soort(gevuld, tmp_path, leeg_adres):
    kopie = tmp_path / "kopie.zip"
    maak_reservekopie(gevuld.database, kopie)
    assert kopie.stat().st_mode & 0o077 == 0
    los = str(tmp_path / "elders" / "plannen.sqlite")
    for adres in (los, leeg_adres if "postgresql" in leeg_adres else f"{los}.2"):
        assert herstel(adres, kopie, NASLAG) is None
        with open_database(adres, NASLAG) as terug:
            _zelfde(gevuld.database, terug)
            with pytest.raises(OpslagFout, match="logboek"), terug.schrijven() as verbinding:
                verbinding.execute(text("DELETE FROM gebeurtenis"))


def test_van_sqlite_is_er_ook_een_kopie_als_bestand(gevuld, tmp_path):
    kopie = tmp_path / "kopie.sqlite"
    if gevuld.database.pad is None:
        with pytest.raises(UitvoerFout, match=r"\.zip"):
            maak_reservekopie(gevuld.database, kopie)
        return
    maak_reservekopie(gevuld.database, kopie)
    with verbind(str(kopie), NASLAG) as terug:
        _zelfde(gevuld.database, terug)


def test_terugzetten_vervangt_alleen_als_het_mag_en_bewaart_wat_er_stond(
    gevuld, tmp_path, eigen_adres, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    kopie = tmp_path / "kopie.zip"
    maak_reservekopie(gevuld.database, kopie)
    (plan,) = plannen(gevuld.database, PLAATSELIJK)
    gevuld.zet(gevuld.open(plan.id), "K1", capaciteit=9)
    with pytest.raises(OpslagFout, match="--overschrijf"):
        herstel(eigen_adres, kopie, NASLAG)
    assert len(logboek(gevuld.database, PLAATSELIJK, plan.id)) == 4
    vooraf = herstel(eigen_adres, kopie, NASLAG, overschrijf=True)
    assert len(logboek(gevuld.database, PLAATSELIJK, plan.id)) == 3
    assert vooraf is not None
    assert herstel(eigen_adres, vooraf, NASLAG, overschrijf=True) is not None
    assert len(logboek(gevuld.database, PLAATSELIJK, plan.id)) == 4


def test_een_bestand_dat_er_al_is_blijft_staan(gevuld, tmp_path):
    kopie = tmp_path / "kopie.zip"
    kopie.write_text("van mij")
    with pytest.raises(UitvoerFout, match="bestaat al"):
        maak_reservekopie(gevuld.database, kopie)
    assert kopie.read_text() == "van mij"
    maak_reservekopie(gevuld.database, kopie, overschrijf=True)
    assert zipfile.is_zipfile(kopie)


def test_naar_een_map_die_er_niet_is(gevuld, tmp_path):
    with pytest.raises(UitvoerFout, match="niet te schrijven"):
        maak_reservekopie(gevuld.database, tmp_path / "weg" / "kopie.zip")


def _herbouw(kopie, verander):
    with zipfile.ZipFile(kopie) as archief:
        leden = {naam: archief.read(naam) for naam in archief.namelist()}
    with zipfile.ZipFile(kopie, "w") as archief:
        for naam, ruw in verander(leden).items():
            archief.writestr(naam, ruw)


@pytest.mark.parametrize(
    "verander",
    [
        lambda leden: {},
        lambda leden: {n: r for n, r in leden.items() if n != "gebeurtenis.jsonl"},
        lambda leden: leden | {"gebeurtenis.jsonl": leden["gebeurtenis.jsonl"][:-20]},
        lambda leden: leden | {"gebeurtenis.jsonl": b""},
        lambda leden: (
            leden
            | {"gebeurtenis.jsonl": leden["gebeurtenis.jsonl"].replace(b"grotere", b"kleiner")}
        ),
        lambda leden: leden | {"kandidaat.jsonl": leden["kandidaat.jsonl"].replace(b"250", b"251")},
        lambda leden: leden | {"reservekopie.json": b'{"formaat":1,"niveau":"9999","rijen":{}}'},
        lambda leden: leden | {"reservekopie.json": b"[]"},
        lambda leden: leden | {"lid.jsonl": b'{"rol": 9}\n' * 4},
    ],
)
def test_een_kopie_die_niet_klopt_verandert_niets(gevuld, tmp_path, eigen_adres, verander):
    kopie = tmp_path / "kopie.zip"
    maak_reservekopie(gevuld.database, kopie)
    voor = _alles(gevuld.database)
    _herbouw(kopie, verander)
    with pytest.raises((BestandFout, OpslagFout)):
        herstel(eigen_adres, kopie, NASLAG, overschrijf=True)
    assert _alles(gevuld.database) == voor


def test_een_bestand_dat_geen_kopie_is(tmp_path, eigen_adres):
    ander = tmp_path / "ander.sqlite"
    with closing(sqlite3.connect(ander)) as verbinding:
        verbinding.execute("CREATE TABLE iets (a)")
    kapot = tmp_path / "kapot.sqlite"
    kapot.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    tekst = tmp_path / "tekst.zip"
    tekst.write_text("geen zip")
    for bron in (ander, kapot, tekst, tmp_path / "weg.zip", tmp_path):
        with pytest.raises(BestandFout):
            herstel(eigen_adres, bron, NASLAG)


def test_anderen_werken_door_terwijl_er_gekopieerd_wordt(eigen_wereld, tmp_path):
    plan = eigen_wereld.plan()
    with eigen_wereld.database.lezen() as verbinding:
        verbinding.execute(text("SELECT 1"))
        eigen_wereld.zet(plan, "K1", capaciteit=7)
        maak_reservekopie(eigen_wereld.database, tmp_path / "kopie.zip")


def test_de_wereld_zelf_is_niet_leeg(gevuld):
    tabellen = {naam for naam, rijen in _alles(gevuld.database).items() if rijen}
    assert {"plan", "kandidaat", "gebeurtenis", "opmerking", "afscherming", "lid"} <= tabellen
