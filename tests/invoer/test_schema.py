import pandas as pd
import pandera.errors
import pytest
import shapely

from locatieplanner.domein.gebied import RD
from locatieplanner.domein.kandidaat import ID, KOLOMMEN
from locatieplanner.invoer.schema import kolomvolgorde, leeg, maak_schema
from tests.invoer import voorbeelden


@pytest.fixture(scope="module")
def goed(lees):
    return lees(voorbeelden.als_csv()).kandidaten


def test_kolommen_zijn_die_van_het_domein(aandachtsgroepen):
    volgorde = kolomvolgorde(aandachtsgroepen)
    assert set(volgorde) == {*KOLOMMEN, *(g.kolom for g in aandachtsgroepen.values())}
    assert volgorde[-1] == "geometry"


def test_lege_tabel_voldoet(aandachtsgroepen):
    tabel = leeg(aandachtsgroepen)
    maak_schema(aandachtsgroepen).validate(tabel)
    assert len(tabel) == 0
    assert tabel.crs == RD
    assert tabel.index.name == ID


def test_lege_en_gevulde_tabel_hebben_dezelfde_typen(goed, aandachtsgroepen):
    pd.testing.assert_series_equal(goed.dtypes, leeg(aandachtsgroepen).dtypes)
    assert goed.index.dtype == leeg(aandachtsgroepen).index.dtype


@pytest.mark.parametrize(
    "bederf",
    [
        lambda t: t.drop(columns="bron"),
        lambda t: t.assign(extra=1),
        lambda t: t.assign(capaciteit=0),
        lambda t: t.assign(capaciteit=1.5),
        lambda t: t.assign(naam=""),
        lambda t: t.assign(status="misschien"),
        lambda t: t.assign(aandeel_amv=1.5),
        lambda t: t.assign(eigenaar=None),
        lambda t: t.set_index(pd.Index(["A", "A", "B"], name="id", dtype="str")),
        lambda t: t.to_crs("EPSG:4326"),
        lambda t: t.set_geometry([shapely.LineString([(0, 0), (1, 1)])] * 3, crs=RD),
        lambda t: t.set_geometry([None] * 3, crs=RD),
    ],
)
def test_wat_niet_voldoet_wordt_geweigerd(bederf, goed, aandachtsgroepen):
    schema = maak_schema(aandachtsgroepen)
    schema.validate(goed)
    with pytest.raises((pandera.errors.SchemaError, pandera.errors.SchemaErrors, TypeError)):
        schema.validate(bederf(goed))
