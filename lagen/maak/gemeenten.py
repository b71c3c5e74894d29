"""Gemeenten (voor rekenen en voor weergave) en provincies.

Bron: Kadaster, Bestuurlijke Gebieden, zoals in PyPI ``ahn-cli`` 0.3.5 (``municipality.geojson``).
Voor de weergave wordt water afgeknipt met het land uit npm ``@geo-maps/countries-land-100m``
0.6.0 (OpenStreetMap, ODbL).
"""

import json
from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from lagen.maak.pakket import Pakket, archief, bestand_in, opdrachtregel
from locatieplanner.domein.gebied import PROVINCIES, RD, WGS84

GRENZEN = Pakket("pypi", "ahn-cli", "0.3.5")
GRENZEN_BESTAND = "ahn_cli/fetcher/data/municipality.geojson"
LAND = Pakket("npm", "@geo-maps/countries-land-100m", "0.6.0")
LAND_BESTAND = "package/map.geo.json"

# De buurlanden horen bij het masker: zo knipt het alleen langs water, niet langs de landsgrens.
LANDCODES = ("NLD", "BEL", "DEU")
KNIPKADER_WGS84 = (2.5, 50.5, 8.0, 54.0)

ANALYSE_TOLERANTIE_M = 2.0
WEERGAVE_TOLERANTIE_M = 100.0
SLUITEN_M = 400.0
OPENEN_M = 250.0
GROOT_WATER_M2 = 100e6
SNIPPER_M2 = 500_000.0

PROVINCIENAMEN = {"Fryslân": "Friesland"}
# In inwoners_gemeenten.csv is de apostrof aan het begin weggevallen.
GEMEENTENAMEN = {"s-Hertogenbosch": "'s-Hertogenbosch"}

LAGEN = Path(__file__).resolve().parents[1]


def lees_grenzen(paden: list[Path]) -> gpd.GeoDataFrame:
    """Lees de grenzen uit het pakket, in RD, met de velden van de bron."""
    with archief(GRENZEN, paden) as pad, bestand_in(pad, GRENZEN_BESTAND) as stroom:
        bron = json.load(stroom)
    return gpd.GeoDataFrame.from_features(bron["features"], crs=WGS84).to_crs(RD)


def benoem(grenzen: gpd.GeoDataFrame, namen: pd.Series) -> gpd.GeoDataFrame:
    """Zet de velden van de bron om in ``gemeentecode``, ``gemeente`` en ``provincie``.

    Parameters
    ----------
    grenzen : GeoDataFrame
        Met ``id`` en ``provinceName``.
    namen : Series
        Naam van de gemeente per code: de naam uit de inwonertabel gaat voor die van de bron.

    Raises
    ------
    SystemExit
        Als codes of provincies niet overeenkomen.
    """
    verschil = set(grenzen["id"]) ^ set(namen.index)
    if verschil:
        raise SystemExit(f"Codes verschillen van inwoners_gemeenten.csv: {sorted(verschil)}")
    provincie = grenzen["provinceName"].replace(PROVINCIENAMEN)
    vreemd = set(provincie) - set(PROVINCIES)
    if vreemd:
        raise SystemExit(f"Onbekende provincies: {sorted(vreemd)}")
    benoemd = gpd.GeoDataFrame(
        {
            "gemeentecode": grenzen["id"],
            "gemeente": grenzen["id"].map(namen).replace(GEMEENTENAMEN),
            "provincie": provincie,
        },
        geometry=grenzen.geometry,
        crs=grenzen.crs,
    )
    return benoemd.sort_values("gemeentecode", ignore_index=True)


def vereenvoudig(gebieden: gpd.GeoDataFrame, tolerantie_m: float) -> gpd.GeoDataFrame:
    """Vereenvoudig als dekking: gedeelde grenzen blijven gedeeld."""
    geometrie = shapely.coverage_simplify(gebieden.geometry.to_numpy(), tolerantie_m)
    return gebieden.set_geometry(gpd.GeoSeries(geometrie, index=gebieden.index, crs=gebieden.crs))


def kies_landen(regels: Iterable[bytes], codes: Iterable[str]) -> list[shapely.Geometry]:
    """Lees alleen de gevraagde landen uit het wereldbestand, dat één land per regel heeft."""
    staarten = tuple(f'"A3":"{code}"}}}}'.encode() for code in codes)
    return [
        shape(json.loads(regel)["geometry"])
        for regel in (ruw.strip().rstrip(b",") for ruw in regels)
        if regel.endswith(staarten)
    ]


def lees_land(paden: list[Path]) -> shapely.Geometry:
    """Lees het land van Nederland en zijn buren als één vlak in RD."""
    with archief(LAND, paden) as pad, bestand_in(pad, LAND_BESTAND) as stroom:
        landen = kies_landen(stroom, LANDCODES)
    if len(landen) != len(LANDCODES):
        raise SystemExit(f"{LAND_BESTAND} bevat niet alle landen {LANDCODES}.")
    knip = [shapely.clip_by_rect(shapely.make_valid(land), *KNIPKADER_WGS84) for land in landen]
    in_rd = gpd.GeoSeries(knip, crs=WGS84).to_crs(RD).make_valid()
    return maak_masker(in_rd)


def maak_masker(landen: gpd.GeoSeries) -> shapely.Geometry:
    """Maak van landvlakken een rustig masker: dicht bij rivieren en plassen, open bij groot water.

    Het wereldbestand tekent water in blokken van honderden meters. Sluiten (heen en terug
    bufferen) haalt kieren, rivieren en plassen weg, openen haalt stekels weg die de kust niet
    heeft. Meren vanaf `GROOT_WATER_M2` blijven water.
    """
    ruim = shapely.union_all(landen.buffer(SLUITEN_M).to_numpy(), grid_size=1.0)
    gesloten = ruim.buffer(-SLUITEN_M - OPENEN_M).buffer(OPENEN_M)
    vlakken = [
        shapely.Polygon(
            vlak.exterior,
            [ring for ring in vlak.interiors if shapely.Polygon(ring).area >= GROOT_WATER_M2],
        )
        for vlak in shapely.get_parts(gesloten)
    ]
    return shapely.MultiPolygon(vlakken).simplify(WEERGAVE_TOLERANTIE_M)


def zonder_snippers(geometrie: shapely.Geometry, kleinste_m2: float) -> shapely.Geometry:
    """Houd de vlakken vanaf een oppervlakte; het grootste vlak blijft altijd."""
    vlakken = [
        deel
        for deel in shapely.get_parts(geometrie, return_index=False)
        if deel.geom_type == "Polygon"
    ]
    if not vlakken:
        return shapely.Polygon()
    grootste = max(vlakken, key=shapely.area)
    gehouden = [deel for deel in vlakken if deel is grootste or deel.area >= kleinste_m2]
    return shapely.normalize(gehouden[0] if len(gehouden) == 1 else shapely.MultiPolygon(gehouden))


def knip_op_land(gebieden: gpd.GeoDataFrame, land: shapely.Geometry) -> gpd.GeoDataFrame:
    """Knip water af, rond op hele meters en laat snippers vallen."""
    geknipt = shapely.intersection(gebieden.geometry.to_numpy(), land, grid_size=1.0)
    schoon = np.array([zonder_snippers(vlak, SNIPPER_M2) for vlak in geknipt])
    leeg = gebieden.loc[shapely.is_empty(schoon), "gemeente"].tolist()
    if leeg:
        raise SystemExit(f"Geen land over voor {leeg}.")
    return gebieden.set_geometry(gpd.GeoSeries(schoon, index=gebieden.index, crs=gebieden.crs))


def voeg_samen(gemeenten: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Voeg gemeenten samen tot provincies, in de volgorde van het CBS."""
    vlakken = [
        shapely.normalize(
            shapely.union_all(
                gemeenten.loc[gemeenten["provincie"] == naam].geometry.to_numpy(), grid_size=1.0
            )
        )
        for naam in PROVINCIES
    ]
    return gpd.GeoDataFrame({"provincie": list(PROVINCIES)}, geometry=vlakken, crs=gemeenten.crs)


def schrijf(laag: gpd.GeoDataFrame, naam: str) -> None:
    """Schrijf een laag als GeoParquet en meld haar omvang."""
    pad = LAGEN / naam
    laag.to_parquet(pad, compression="zstd", index=False)
    punten = int(shapely.get_num_coordinates(laag.geometry.to_numpy()).sum())
    print(f"{naam}: {len(laag)} rijen, {punten} punten, {pad.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Herbouw de drie lagen."""
    paden = opdrachtregel(__doc__)
    namen = pd.read_csv(LAGEN / "inwoners_gemeenten.csv", index_col="gemeentecode")["gemeente"]
    grenzen = benoem(lees_grenzen(paden), namen)
    gemeenten = vereenvoudig(grenzen, ANALYSE_TOLERANTIE_M)
    weergave = knip_op_land(vereenvoudig(grenzen, WEERGAVE_TOLERANTIE_M), lees_land(paden))
    for naam, laag in (("gemeenten", gemeenten), ("weergave", weergave)):
        geldig = shapely.coverage_is_valid(laag.geometry.to_numpy())
        print(f"{naam}: {'geldige' if geldig else 'geen geldige'} dekking")
    schrijf(gemeenten, "gemeenten.parquet")
    schrijf(weergave, "gemeenten_kaart.parquet")
    schrijf(voeg_samen(weergave), "provincies.parquet")


if __name__ == "__main__":
    main()
