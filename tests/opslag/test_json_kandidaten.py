import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from locatieplanner.invoer.schema import maak_schema
from locatieplanner.opslag.canoniek import canoniek, lees
from locatieplanner.opslag.json_kandidaten import (
    VOLGORDE,
    als_json,
    anders,
    lees_vormen,
    passende_velden,
    uit_json,
    vorm_als_tekst,
)
from tests.omgeving import AANDACHTSGROEPEN, kandidaat, maak_kandidaten
from tests.opslag.wereld import NASLAG, met
from tests.trekkingen import kandidatenlijsten


def _heen_en_terug(tabel):
    objecten = als_json(tabel, NASLAG.kolommen)
    for plaats, velden in enumerate(objecten.values()):
        velden[VOLGORDE] = plaats
    return uit_json(lees(canoniek(objecten)), NASLAG.kolommen)


@settings(max_examples=25)
@given(kandidatenlijsten())
def test_elke_tabel_overleeft_heen_en_terug(tabel):
    terug = _heen_en_terug(tabel)
    assert_frame_equal(terug, tabel)
    assert terug.crs == tabel.crs
    maak_schema(AANDACHTSGROEPEN).validate(terug)


def test_alle_velden_gevuld_en_een_vlak_met_een_gat():
    vlak = shapely.box(0, 300_000, 1000, 301_000) - shapely.box(
        400, 300_400, 500, 300_500.123456789
    )
    tabel = maak_kandidaten(
        kandidaat(
            "é/1",
            naam="'t Huis <b>",
            woningen=12,
            beschikbaar_van=pd.Timestamp("2026-05-01"),
            beschikbaar_tot=pd.Timestamp("2031-04-30"),
            aandeel_studenten=1 / 3,
            aandeel_regulier=0.0,
            geometry=vlak,
        )
    )
    objecten = als_json(tabel, NASLAG.kolommen)
    assert objecten["é/1"]["beschikbaar_van"] == "2026-05-01"
    assert objecten["é/1"]["aandeel_regulier"] == 0.0
    assert "aandeel_amv" not in objecten["é/1"]
    assert_frame_equal(_heen_en_terug(tabel), tabel)


def test_de_volgorde_komt_uit_de_gegevens_en_wat_vreemd_is_doet_niet_mee():
    objecten = als_json(maak_kandidaten(kandidaat("A"), kandidaat("B")), NASLAG.kolommen)
    objecten["A"] |= {VOLGORDE: 9, "kolom van later": "x"}
    objecten["B"][VOLGORDE] = 2
    terug = uit_json(objecten, NASLAG.kolommen)
    assert list(terug.index) == ["B", "A"]
    assert list(terug.columns) == NASLAG.kolommen


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("capaciteit", 200),
        ("woningen", 3),
        ("naam", "anders"),
        ("beschikbaar_van", pd.Timestamp("2027-01-01")),
        ("aandeel_amv", 0.25),
        ("geometry", shapely.Point(105_000, 405_000.5)),
    ],
)
def test_een_ander_veld_valt_op_en_de_rest_niet(veld, waarde):
    tabel = maak_kandidaten(kandidaat("A"), kandidaat("B"), kandidaat("C"))
    nieuw = met(tabel, "B", **{veld: waarde})
    assert list(anders(tabel, nieuw, NASLAG.kolommen)) == ["B"]
    assert list(anders(nieuw, tabel.drop(index="A"), NASLAG.kolommen)) == ["B"]
    assert list(anders(nieuw, nieuw.copy(deep=True), NASLAG.kolommen)) == []


@given(kandidatenlijsten(min_size=1), st.randoms(use_true_random=False))
def test_anders_is_precies_waar_de_objecten_verschillen(tabel, toeval):
    nieuw = tabel.copy()
    for id_ in toeval.sample(list(tabel.index), toeval.randint(0, len(tabel))):
        nieuw.loc[id_, "capaciteit"] += toeval.randint(0, 1)
    oud_json, nieuw_json = (als_json(t, NASLAG.kolommen) for t in (tabel, nieuw))
    verwacht = [id_ for id_ in oud_json if oud_json[id_] != nieuw_json[id_]]
    assert list(anders(tabel, nieuw, NASLAG.kolommen)) == verwacht


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("capaciteit", 1.5),
        ("capaciteit", True),
        ("capaciteit", 2**60),
        ("woningen", "3"),
        ("beschikbaar_van", "gisteren"),
        ("beschikbaar_van", "2026-01-01T00:00:00+01:00"),
        ("beschikbaar_van", 20260101),
        ("aandeel_amv", 1.2),
        ("aandeel_amv", -0.1),
        ("aandeel_amv", "half"),
        ("naam", 3),
        (VOLGORDE, "een"),
    ],
)
def test_een_waarde_van_een_andere_soort_past_niet(veld, waarde):
    goed = als_json(maak_kandidaten(kandidaat()), NASLAG.kolommen)["K1"]
    assert passende_velden(goed)
    assert not passende_velden(goed | {veld: waarde})


def test_vormen_lezen_uit_bytes_en_tekst_zonder_stelsel():
    punt = shapely.Point(1, 2)
    met_stelsel = shapely.to_wkb(shapely.set_srid(punt, 28992), include_srid=True)
    assert vorm_als_tekst(met_stelsel) == shapely.to_wkb(punt, hex=True)
    gelezen = lees_vormen(pd.array([met_stelsel, punt.wkb_hex, None], dtype=object).to_numpy())
    assert [None if v is None else v.wkt for v in gelezen] == ["POINT (1 2)", "POINT (1 2)", None]
    with pytest.raises(ValueError, match="geen vorm"):
        lees_vormen(pd.array([b"rommel"], dtype=object).to_numpy())


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("capaciteit", "x"), ("aandeel_amv", "x"), ("naam", 3), ("beschikbaar_van", 3)],
)
def test_een_verkeerde_soort_wordt_geen_tabel(veld, waarde):
    objecten = als_json(maak_kandidaten(kandidaat()), NASLAG.kolommen)
    objecten["K1"][veld] = waarde
    with pytest.raises(TypeError):
        uit_json(objecten, NASLAG.kolommen)
