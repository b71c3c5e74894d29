"""De voorbeeldkandidaten: zestig, verzonnen, gespreid en herhaalbaar."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from lagen.maak import voorbeeld
from locatieplanner.bronnen.lagen import (
    lees_gemeenten,
    lees_gemeenten_kaart,
    lees_kernen,
    lees_opvang,
)
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tabellen import lees_aandachtsgroepen, lees_locatietypen
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.kandidaat import Kandidaatstatus


@pytest.fixture(scope="module")
def kandidaten():
    return gpd.read_file(lagenmap() / "voorbeeld" / "kandidaten.gpkg", layer=voorbeeld.LAAG)


@pytest.fixture(scope="module")
def met_gemeente(kandidaten):
    midden = kandidaten.set_geometry(kandidaten.centroid)
    return midden.sjoin(lees_gemeenten(), predicate="within")


def test_zestig_verzonnen_kandidaten(kandidaten):
    assert len(kandidaten) == voorbeeld.AANTAL == 60
    assert kandidaten["id"].is_unique
    assert kandidaten["naam"].is_unique
    assert kandidaten["naam"].str.endswith("(fictief)").all()
    assert (kandidaten["bron"] == "fictief voorbeeld").all()


def test_elk_type_en_beide_vormen(kandidaten):
    typen = lees_locatietypen()
    assert set(kandidaten["type"]) == set(typen) - {"overig"}
    aandeel_vlak = (kandidaten.geom_type == "Polygon").mean()
    assert 0.3 < aandeel_vlak < 0.7
    assert set(kandidaten.geom_type) == {"Point", "Polygon"}
    vlakken = kandidaten.area[kandidaten.area > 0]
    assert vlakken.between(4_900, 50_100).all()


def test_elke_provincie_en_elk_op_land(kandidaten, met_gemeente):
    assert len(met_gemeente) == len(kandidaten)
    assert set(met_gemeente["provincie"]) == set(PROVINCIES)
    land = lees_gemeenten_kaart().union_all()
    assert kandidaten.centroid.within(land).all()


def test_vrij_van_bestaande_opvang_en_van_elkaar(kandidaten):
    opvang = lees_opvang().union_all()
    assert (kandidaten.distance(opvang) > 800).all()
    midden = kandidaten.centroid
    for nummer in range(len(midden)):
        assert midden.drop(nummer).distance(midden[nummer]).min() > 1900


def test_omvang_past_bij_het_type(kandidaten):
    for code, type_ in lees_locatietypen().items():
        omvang = kandidaten.loc[kandidaten["type"] == code, "capaciteit"].dropna()
        assert omvang.ge(type_.capaciteit_min or 1).all()
        assert omvang.le(type_.capaciteit_max or 1500).all()
    huisvesting = kandidaten["type"].isin(voorbeeld.HUISVESTING)
    assert (kandidaten["woningen"].notna() == huisvesting).all()
    assert (kandidaten["capaciteit"].notna() | kandidaten["woningen"].notna()).all()


def test_mix_telt_op_tot_een_of_is_onbekend(kandidaten):
    groepen = kandidaten.filter(like="aandeel_")
    bekend = {naam.removeprefix("aandeel_") for naam in groepen}
    assert bekend <= set(lees_aandachtsgroepen())
    som = groepen.sum(axis=1, min_count=1)
    huisvesting = kandidaten["type"].isin(voorbeeld.HUISVESTING)
    assert np.allclose(som.dropna(), 1.0)
    assert som[~huisvesting].isna().all()
    assert som[huisvesting].isna().any()
    assert som[huisvesting].notna().sum() >= 5


def test_status_en_looptijd(kandidaten):
    assert set(kandidaten["status"]) <= set(Kandidaatstatus)
    assert (kandidaten["status"] == "afgevallen").sum() == 1
    assert (kandidaten["status"] == "in gebruik").sum() == 3
    assert (kandidaten["status"] == "gesloten").sum() == 1
    assert kandidaten["beschikbaar_van"].isna().sum() == 1
    # Niet elke kandidaat van een provincie is even ver.
    per_provincie = kandidaten.groupby(np.arange(len(kandidaten)) % 12)["status"].nunique()
    assert (per_provincie > 1).sum() >= 6
    van = pd.to_datetime(kandidaten["beschikbaar_van"])
    jaren = (pd.to_datetime(kandidaten["beschikbaar_tot"]) - van).dt.days / 365.25
    assert (jaren.dropna() > 0.9).all()
    assert (jaren < 5).any()
    assert jaren.isna().any()


def test_woningen_zijn_van_een_corporatie_met_meer_dan_een_locatie(kandidaten):
    huisvesting = kandidaten["type"].isin(voorbeeld.HUISVESTING)
    per_corporatie = kandidaten.loc[huisvesting, "eigenaar"].value_counts()
    assert set(per_corporatie.index) == set(voorbeeld.CORPORATIES)
    assert (per_corporatie >= 2).all()
    assert not kandidaten.loc[~huisvesting, "eigenaar"].isin(voorbeeld.CORPORATIES).any()


def test_hetzelfde_zaad_geeft_hetzelfde_bestand(kandidaten):
    gemeenten, kaart = lees_gemeenten(), lees_gemeenten_kaart()
    land = kaart.set_geometry(kaart.intersection(gemeenten.geometry.loc[kaart.index]))
    opnieuw = voorbeeld.maak_kandidaten(lees_kernen(), land, lees_opvang().geometry)
    assert opnieuw["naam"].tolist() == kandidaten["naam"].tolist()
    assert opnieuw.geometry.geom_equals_exact(kandidaten.geometry, 0).all()
    for kolom in ("type", "status", "beschikbaar_van", "eigenaar"):
        assert opnieuw[kolom].tolist() == kandidaten[kolom].tolist()
    capaciteit = opnieuw["capaciteit"].astype("float64")
    pd.testing.assert_series_equal(capaciteit, kandidaten["capaciteit"], check_dtype=False)


@pytest.mark.parametrize(
    ("dx", "dy", "verwacht"),
    [(1, 0, "Oost"), (0, 1, "Noord"), (-1, 0, "West"), (0, -1, "Zuid"), (-1, -1, "Zuidwest")],
)
def test_windstreek(dx, dy, verwacht):
    assert voorbeeld.windstreek(dx, dy) == verwacht


def test_typen_en_provincies_gelijk_verdeeld():
    paren = pd.DataFrame(voorbeeld.verdeel_typen(60), columns=["provincie", "type"])
    assert (paren["provincie"].value_counts() == 5).all()
    assert paren["type"].value_counts().between(5, 8).all()
    assert not paren.duplicated().any()
