import pytest
import shapely
from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql, sqlite

from locatieplanner.opslag.kolomsoorten import SRID, Vormkolom, vormsoort
from locatieplanner.opslag.tabellen import Kandidaat
from tests.omgeving import kandidaat

VLAK = shapely.box(105_000.1, 405_000, 105_100, 405_100.123456789)


def test_een_vorm_komt_er_uit_zoals_zij_erin_ging(wereld):
    plan = wereld.plan(kandidaat("K1", geometry=VLAK), kandidaat("K2"))
    with wereld.database.lezen() as verbinding:
        vraag = select(Kandidaat.id, Kandidaat.vorm).where(Kandidaat.plan_id == plan.kop.id)
        vormen = {id_: shapely.from_wkb(vorm) for id_, vorm in verbinding.execute(vraag)}
    assert shapely.to_wkb(vormen["K1"]) == shapely.to_wkb(VLAK)


def test_op_postgis_is_het_een_laag_in_rd_die_te_bevragen_is(wereld):
    if wereld.database.is_sqlite:
        return
    plan = wereld.plan(kandidaat("K1", geometry=VLAK), kandidaat("K2", type="amv"))
    with wereld.database.lezen() as verbinding:
        gebied, stelsel = verbinding.execute(
            text(
                "SELECT ST_Area(vorm), ST_SRID(vorm) FROM kandidaat "
                "WHERE plan_id = :p AND id = 'K1'"
            ),
            {"p": plan.kop.id},
        ).one()
        soort = verbinding.scalar(
            text("SELECT eigenschappen ->> 'type' FROM kandidaat WHERE plan_id = :p AND id = 'K2'"),
            {"p": plan.kop.id},
        )
        index = verbinding.scalar(
            text("SELECT indexdef FROM pg_indexes WHERE indexname = 'kandidaat_vorm'")
        )
    assert gebied == pytest.approx(VLAK.area)
    assert (stelsel, soort) == (SRID, "amv")
    assert "gist" in index


def test_de_soort_per_database():
    assert str(vormsoort(postgresql.dialect()).get_col_spec()) == "geometry(GEOMETRY,28992)"
    assert "BLOB" in str(vormsoort(sqlite.dialect()).compile(dialect=sqlite.dialect()))


def test_leeg_blijft_leeg_en_wat_vreemd_is_wordt_geweigerd():
    kolom = Vormkolom()
    assert kolom.process_bind_param(None, postgresql.dialect()) is None
    assert kolom.process_result_value(None, sqlite.dialect()) is None
    with pytest.raises(TypeError, match="str"):
        kolom.process_result_value("tekst", sqlite.dialect())
