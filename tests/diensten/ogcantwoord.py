"""Antwoorden van een OGC API Features, zelf gemaakt: om er een fout in te kunnen zetten."""

from urllib.parse import urlsplit

import geopandas as gpd
import shapely

from tests.diensten.gegevens import ONDERDEEL, vlakken
from tests.diensten.loket import Antwoord, Reactie, Verzoek, als_json
from tests.diensten.ogcdienst import CRS84_ADRES, RD_ADRES

ITEMS = f"/collections/{ONDERDEEL}/items"


def collectie(gegevens: gpd.GeoDataFrame | None = None, *, rd: bool = True) -> Antwoord:
    """Beantwoord verzoeken om de collectie met deze vlakken, die in RD staan."""
    gegevens = vlakken() if gegevens is None else gegevens

    def antwoord(verzoek: Verzoek) -> Reactie:
        pad = urlsplit(verzoek.pad).path
        if pad == f"/collections/{ONDERDEEL}":
            return als_json({"id": ONDERDEEL, "crs": [CRS84_ADRES, *([RD_ADRES] if rd else [])]})
        if pad != ITEMS:
            return als_json({"description": "bestaat niet"}, status=404)
        vraag = verzoek.vraag
        rijen = gegevens
        if "bbox" in vraag:
            rijen = rijen[rijen.intersects(shapely.box(*map(float, vraag["bbox"].split(","))))]
        start, aantal = int(vraag.get("offset", 0)), int(vraag["limit"])
        blad = rijen.iloc[start : start + aantal]
        links = [{"rel": "self", "href": verzoek.pad}]
        if start + aantal < len(rijen):
            zonder = verzoek.pad.partition("&offset=")[0]
            links.append({"rel": "next", "href": f"{zonder}&offset={start + aantal}"})
        return als_json(
            {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "id": str(plaats),
                        "properties": rij.drop("geometry").to_dict(),
                        "geometry": shapely.geometry.mapping(rij.geometry)
                        if rij.geometry
                        else None,
                    }
                    for plaats, rij in blad.iterrows()
                ],
                "links": links,
                "numberMatched": len(rijen),
            },
            koppen={"Content-Crs": f"<{RD_ADRES}>"},
        )

    return antwoord


def met_fout(goed: Antwoord, fout: Antwoord, vanaf: int = 1) -> Antwoord:
    """Antwoord goed, maar op verzoeken om rijen vanaf het zoveelste met een fout."""
    geteld = [0]

    def antwoord(verzoek: Verzoek) -> Reactie:
        if urlsplit(verzoek.pad).path != ITEMS:
            return goed(verzoek)
        geteld[0] += 1
        return fout(verzoek) if geteld[0] >= vanaf else goed(verzoek)

    return antwoord
