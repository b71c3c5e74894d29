"""GeoJSON lezen zonder GDAL: het is JSON, en wie het zelf leest volgt geen verwijzingen."""

import json
import re
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyproj
import shapely
from pyproj.exceptions import CRSError

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.kolommen import is_bruikbaar
from locatieplanner.invoer.probleem import LIGGING, Probleem, per_rij
from locatieplanner.invoer.stelsel import CRS_WGS84, Vormen
from locatieplanner.invoer.tabel import Tabel

_EPSG = re.compile(r"EPSG(?:/[\d.]*/|:[\d.]*:|:)(\d{4,6})$", re.IGNORECASE)
_CRS84 = re.compile(r"CRS:?84$", re.IGNORECASE)
_ENKELVOUDIG = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
)
_LEGE_VERZAMELING = shapely.GeometryCollection([shapely.Point(0, 0)])


def lees_geojson(inhoud: bytes, grenzen: Bestandsgrenzen) -> Tabel:
    """Lees een FeatureCollection of een enkele Feature.

    Het oude lid ``crs`` wordt gevolgd als het een EPSG-code of CRS84 noemt; zonder dat lid geldt
    WGS84, zoals de standaard zegt.

    Parameters
    ----------
    inhoud : bytes
        Het bestand.
    grenzen : Bestandsgrenzen
        Hoeveel rijen en kolommen het mogen zijn.

    Raises
    ------
    BestandFout
        Als het geen GeoJSON is, een onbekend stelsel noemt of te groot is.
    """
    _toets_onderdelen(inhoud, grenzen)
    try:
        document = json.loads(inhoud.decode("utf-8-sig"))
    except (ValueError, RecursionError, MemoryError):
        raise BestandFout(
            "Het bestand is geen leesbare GeoJSON. Sla het opnieuw op als GeoJSON (UTF-8)."
        ) from None
    objecten = _objecten(document)
    grenzen.toets_omvang(len(objecten), 0)
    stelsel = _stelsel(document)
    eigenschappen = [_eigenschappen(object_) for object_ in objecten]
    kolommen = list(dict.fromkeys(naam for rij in eigenschappen for naam in rij))
    grenzen.toets_omvang(len(objecten), len(kolommen))
    rijen = pd.RangeIndex(1, len(objecten) + 1)
    gegevens = pd.DataFrame(
        {
            naam: pd.Series([_cel(rij.get(naam)) for rij in eigenschappen], rijen, dtype=object)
            for naam in kolommen
            if is_bruikbaar(naam)
        },
        index=rijen,
    )
    vormen, problemen = _vormen(objecten, rijen)
    return Tabel(
        gegevens.rename(columns=_heel),
        vormen,
        stelsel or CRS_WGS84,
        stelsel_stilzwijgend=stelsel is None,
        problemen=tuple(problemen),
        overige=tuple(_heel(naam) for naam in kolommen if not is_bruikbaar(naam)),
    )


def _heel(naam: str) -> str:
    return naam.encode("utf-8", "replace").decode()


def _toets_onderdelen(inhoud: bytes, grenzen: Bestandsgrenzen) -> None:
    # Elk los onderdeel kost in het geheugen tientallen keren zijn plaats in het bestand.
    if inhoud.count(b",") + inhoud.count(b"[") + inhoud.count(b"{") > grenzen.cellen:
        raise BestandFout(
            f"Het GeoJSON-bestand heeft meer dan {getal(grenzen.cellen)} onderdelen. Verwijder wat "
            "niet nodig is, vereenvoudig de vlakken of splits het in kleinere bestanden."
        )


def _objecten(document: object) -> list[Mapping[str, object]]:
    soort = document.get("type") if isinstance(document, dict) else None
    if soort == "Feature":
        objecten: object = [document]
    elif soort == "FeatureCollection" and isinstance(document, dict):
        objecten = document.get("features")
    else:
        raise BestandFout(
            "Het bestand is wel JSON, maar geen GeoJSON met kandidaten: er is geen "
            "FeatureCollection. Sla de laag opnieuw op als GeoJSON."
        )
    if not isinstance(objecten, list) or not all(isinstance(o, dict) for o in objecten):
        raise BestandFout(
            "De lijst 'features' in het GeoJSON-bestand klopt niet. Sla het opnieuw op."
        )
    return objecten


def _eigenschappen(object_: Mapping[str, object]) -> dict[str, object]:
    eigenschappen = object_.get("properties")
    rij = dict(eigenschappen) if isinstance(eigenschappen, dict) else {}
    # Het id van de Feature zelf telt als er geen eigenschap id is.
    if "id" in object_ and "id" not in {naam.lower() for naam in rij}:
        rij["id"] = object_["id"]
    return rij


def _cel(waarde: object) -> object:
    # Lijsten en objecten passen in geen kolom; als tekst zijn zij tenminste te tonen.
    if isinstance(waarde, dict | list):
        return json.dumps(waarde, ensure_ascii=False)
    # Een getal van honderden cijfers past in geen enkel getaltype.
    if isinstance(waarde, int) and not isinstance(waarde, bool) and abs(waarde) >= 1 << 62:
        return float("inf") if waarde > 0 else float("-inf")
    return waarde


def _stelsel(document: object) -> pyproj.CRS | None:
    genoemd = document.get("crs") if isinstance(document, dict) else None
    if genoemd is None:
        return None
    eigenschappen = genoemd.get("properties") if isinstance(genoemd, dict) else None
    naam = eigenschappen.get("name") if isinstance(eigenschappen, dict) else None
    if isinstance(naam, str):
        if _CRS84.search(naam):
            return CRS_WGS84
        if code := _EPSG.search(naam):
            try:
                return pyproj.CRS.from_epsg(int(code.group(1)))
            except CRSError:
                pass
    raise BestandFout(
        "Het GeoJSON-bestand noemt een coördinaatstelsel (crs) dat het programma niet kent. Sla "
        "het op in RD (EPSG:28992) of WGS84 (EPSG:4326)."
    )


def _vormen(objecten: list[Mapping[str, object]], rijen: pd.Index) -> tuple[Vormen, list[Probleem]]:
    vormen = np.full(len(objecten), None, dtype=object)
    teksten: list[str] = []
    plaatsen: list[int] = []
    gegeven = np.zeros(len(objecten), dtype=bool)
    for plaats, object_ in enumerate(objecten):
        geometrie = object_.get("geometry")
        gegeven[plaats] = geometrie is not None
        soort = geometrie.get("type") if isinstance(geometrie, dict) else None
        if soort == "GeometryCollection":
            # Niet door GEOS laten lezen (nesting); verderop is elke verzameling een fout.
            vormen[plaats] = _LEGE_VERZAMELING
        elif isinstance(geometrie, dict) and isinstance(soort, str) and soort in _ENKELVOUDIG:
            plaatsen.append(plaats)
            teksten.append(json.dumps({"type": soort, "coordinates": geometrie.get("coordinates")}))
    if teksten:
        vormen[plaatsen] = shapely.from_geojson(teksten, on_invalid="ignore")
    kapot = gegeven & shapely.is_missing(vormen)
    return vormen, per_rij(
        pd.Series(kapot, index=rijen),
        LIGGING,
        None,
        "de vorm is beschadigd en niet te lezen",
        "teken de locatie opnieuw",
    )
