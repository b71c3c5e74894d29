"""Wat er uitgaat, is zonder verlies weer in te lezen: dezelfde kandidaten."""

import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.invoer.kandidaten import lees_kandidaten
from locatieplanner.rapport.soorten import SOORTEN
from locatieplanner.rapport.uitvoer import als_bytes
from tests.omgeving import AANDACHTSGROEPEN, LOCATIETYPEN, kandidaat, maak_kandidaten

MET_VLAKKEN = ("gpkg", "geojson", "parquet")


def _kandidaten(vorm):
    return maak_kandidaten(
        kandidaat(
            "K1", geometry=vorm, woningen=40, beschikbaar_van="2027-05-01",
            beschikbaar_tot="2037-04-30", status="besluit", eigenaar="gemeente; deels Rijk",
            gedeelde_voorzieningen="zaal, tuin", bron="raadsbrief", toelichting='Zie "bijlage 2"',
        ),
        kandidaat(
            "K2", 115_000, 415_000, type="flex", capaciteit=1250, aandeel_statushouders=1 / 3,
            aandeel_studenten=2 / 3, aandeel_amv=0.0, aandeel_regulier=0.0,
        ),
        kandidaat("K3", 125_000, 405_000, type="amv", capaciteit=30, status="in gebruik"),
        kandidaat("K4", 121_000, 401_000, status="afgevallen", toelichting="te duur"),
    )  # fmt: skip


@pytest.mark.parametrize("soort", SOORTEN)
def test_zelfde_kandidaten_terug(omgeving, soort):
    punt = shapely.Point(105_000, 405_000)
    vorm = punt.buffer(50, cap_style="square") if soort in MET_VLAKKEN else punt
    kandidaten = _kandidaten(vorm)
    inhoud = als_bytes(beoordeel(kandidaten, omgeving), soort)
    invoer = lees_kandidaten(inhoud, f"uit.{soort}", LOCATIETYPEN, AANDACHTSGROEPEN)
    assert [fout.zin for fout in invoer.fouten] == []
    terug = invoer.kandidaten.loc[kandidaten.index]
    # GeoJSON bewaart zeven decimalen van een graad: een centimeter.
    meter = 0.02 if soort == "geojson" else 1e-6
    assert (terug.geometry.hausdorff_distance(kandidaten.geometry) < meter).all()
    assert_geodataframe_equal(
        terug.set_geometry(kandidaten.geometry), kandidaten[terug.columns], check_like=True
    )


def test_voor_derden_leest_terug_zonder_wat_beschermd_is(omgeving):
    inhoud = als_bytes(
        beoordeel(_kandidaten(shapely.Point(105_000, 405_000)), omgeving),
        "csv",
        deel_beschermd=False,
    )
    terug = lees_kandidaten(inhoud, "uit.csv", LOCATIETYPEN, AANDACHTSGROEPEN).kandidaten
    assert set(terug.index) == {"K1", "K2", "K4", "beschermd-1"}
    assert terug.loc["beschermd-1", "status"] == "idee"
