"""Percelen, panden en verblijfsobjecten zoals de OGC API's van PDOK ze geven."""

from collections.abc import Mapping, Sequence
from typing import Any

import shapely
from shapely import Point
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from tests.diensten.loket import Reactie, als_json

RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
_PARAMETERS = {"bbox", "bbox-crs", "crs", "limit", "f", "cursor"}
_MEESTE = 1000

PLEK = Point(155_010.5, 463_020.25)
"""Op het perceel B 7838 en in het hoofdgebouw."""

Object = dict[str, Any]


def object_(id_: str, vorm: BaseGeometry, **velden: object) -> Object:
    """Maak een object van GeoJSON."""
    return {
        "type": "Feature",
        "id": id_,
        "geometry": vorm.__geo_interface__,
        "properties": velden,
    }


def perceel(nummer: int, vorm: BaseGeometry, grootte_m2: int | None) -> Object:
    return object_(
        f"00000000-0000-5000-8000-{nummer:012d}",
        vorm,
        identificatie_lokaal_id=f"81100{nummer}70000",
        kadastrale_gemeente_waarde="Amersfoort",
        kadastrale_gemeente_code="177",
        akr_kadastrale_gemeente_code_waarde="AMF01",
        sectie="B",
        perceelnummer=nummer,
        kadastrale_grootte_waarde=grootte_m2,
        soort_grootte_waarde="Vastgesteld",
        status_historie_waarde="Geldig",
    )


def pand(id_: str, vorm: BaseGeometry, aantal: int, **anders: object) -> Object:
    velden = {
        "identificatie": f"0307100000{id_}",
        "bouwjaar": 1931,
        "status": "Pand in gebruik",
        "gebruiksdoel": "kantoorfunctie,woonfunctie",
        "aantal_verblijfsobjecten": aantal,
        "geconstateerd": "N",
        "rdf_seealso": f"http://bag.basisregistraties.overheid.nl/bag/id/pand/0307100000{id_}",
    }
    return object_(f"pand-{id_}", vorm, **(velden | anders))


def verblijfsobject(nummer: int, pand_id: str, plek: Point, m2: int | None, **anders) -> Object:
    velden = {
        "identificatie": f"0307010000{nummer:06d}",
        "status": "Verblijfsobject in gebruik",
        "gebruiksdoel": "woonfunctie",
        "oppervlakte": m2,
        "huisnummer": nummer,
        "postcode": "3818AA",
        "pand.href": [f"https://voorbeeld.nl/collections/pand/items/pand-{pand_id}"],
    }
    return object_(f"vbo-{nummer}", plek, **(velden | anders))


_HOOFD = box(155_000, 463_000, 155_020, 463_040)
_GESLOOPT = box(155_005, 463_015, 155_015, 463_025)
_SCHUUR = box(155_030, 463_000, 155_034, 463_005)

COLLECTIES: Mapping[str, Sequence[Object]] = {
    "perceel": (
        perceel(7838, box(154_990, 462_990, 155_060, 463_050), 4150),
        perceel(7839, box(155_060, 462_990, 155_090, 463_050), None),
    ),
    "pand": (
        pand("000001", _HOOFD, 2),
        pand("000002", _GESLOOPT, 0, status="Pand gesloopt"),
        pand("000003", _SCHUUR, 0, bouwjaar=None, gebruiksdoel=None),
    ),
    "verblijfsobject": (
        verblijfsobject(1, "000001", Point(155_010, 463_010), 850),
        verblijfsobject(2, "000001", Point(155_010, 463_020), 1200),
        verblijfsobject(
            3, "000001", Point(155_010, 463_020), 99, status="Verblijfsobject ingetrokken"
        ),
        # Het pand ernaast steekt binnen dezelfde rechthoek, maar het is een ander.
        verblijfsobject(4, "000009", Point(155_019, 463_039), 70),
    ),
}


def items(
    collectie: str, vraag: Mapping[str, str], collecties: Mapping[str, Sequence[Object]]
) -> Reactie:
    """Geef de objecten die de rechthoek raken; zonder `crs` in graden, zoals de dienst doet."""
    if not set(vraag) <= _PARAMETERS:
        return als_json({"title": "Bad Request", "detail": "unknown parameter"}, status=400)
    if vraag.get("bbox-crs") != RD or vraag.get("crs") != RD:
        in_graden = object_("x", box(5.38, 52.15, 5.39, 52.16), identificatie="x")
        return als_json({"type": "FeatureCollection", "features": [in_graden]})
    hier = box(*map(float, vraag["bbox"].split(",")))
    raakt = [
        deel
        for deel in collecties[collectie]
        if shapely.intersects(hier, shapely.geometry.shape(deel["geometry"]))
    ][: min(int(vraag.get("limit", "10")), _MEESTE)]
    inhoud = {
        "type": "FeatureCollection",
        "timeStamp": "2026-11-24T04:00:00Z",
        "numberReturned": len(raakt),
        "links": [{"rel": "self", "href": "https://voorbeeld.nl"}],
        "features": raakt,
    }
    return als_json(inhoud, soort="application/geo+json", koppen={"Content-Crs": f"<{RD}>"})
