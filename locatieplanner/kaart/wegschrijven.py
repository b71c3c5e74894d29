"""Wegschrijven van kaartbestanden: in één keer zichtbaar, nooit half."""

import hashlib
import json
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from locatieplanner.domein.gebied import WGS84
from locatieplanner.fouten import UitvoerFout

_GEHEIME_NAAM = re.compile(r"[A-Za-z0-9_-]{43}\.(json|png)")

# Wat in een script of in een sjabloon van folium iets betekent; in JSON komt het alleen binnen
# tekst voor. Folium leest het script zelf nog eens als sjabloon: daar is {{…}} een opdracht.
_SCRIPTTEKENS = re.compile(r"[<>&']|\{(?=[{%#])")


def schrijf(map: Path, naam: str, inhoud: str | bytes) -> None:
    """Schrijf een bestand zo dat een lezer het geheel ziet of niets.

    Raises
    ------
    UitvoerFout
        Als de map niet te beschrijven is.
    """
    # Ook de tussennaam is niet te raden: deze map is zonder aanmelden te lezen.
    tussen = map / f".{secrets.token_urlsafe(32)}"
    try:
        map.mkdir(parents=True, exist_ok=True)
        tussen.write_bytes(inhoud.encode("utf-8") if isinstance(inhoud, str) else inhoud)
        tussen.replace(map / naam)
    except OSError as fout:
        with suppress(OSError):
            tussen.unlink()
        raise UitvoerFout(
            f"De kaartlaag kan niet worden weggeschreven in {map}: {fout.strerror}. "
            "Kies een map waarin geschreven mag worden."
        ) from fout


def schrijf_op_inhoud(map: Path, stam: str, achtervoegsel: str, inhoud: str) -> str:
    """Schrijf een bestand dat naar zijn inhoud heet, en geef die naam.

    Wat er al staat blijft staan: dezelfde naam betekent dezelfde inhoud.
    """
    merk = hashlib.sha256(inhoud.encode("utf-8")).hexdigest()[:16]
    naam = f"{stam}-{merk}.{achtervoegsel}"
    if not (map / naam).exists():
        schrijf(map, naam, inhoud)
    return naam


def schrijf_geheim(map: Path, inhoud: str | bytes, achtervoegsel: str = "json") -> str:
    """Schrijf een bestand waarvan de naam niet te raden is, en geef die naam.

    Wie de naam kent kan het zonder aanmelden lezen; ruim het op met `verwijder_geheim`.
    """
    naam = f"{secrets.token_urlsafe(32)}.{achtervoegsel}"
    schrijf(map, naam, inhoud)
    return naam


def verwijder_geheim(naam: str, map: Path) -> None:
    """Verwijder wat `schrijf_geheim` schreef; wat er niet meer is, is al verwijderd.

    Raises
    ------
    ValueError
        Als dit geen naam van `schrijf_geheim` is: een ander bestand blijft staan.
    """
    if not _GEHEIME_NAAM.fullmatch(naam):
        raise ValueError(f"'{naam}' is geen naam van een geheim kaartbestand")
    (map / naam).unlink(missing_ok=True)


def als_json(gegevens: object) -> str:
    """Geef compacte JSON zonder NaN."""
    return json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def als_scriptjson(gegevens: object) -> str:
    """Geef JSON die ook met vreemde tekst erin veilig in een script staat."""
    tekst = json.dumps(gegevens, separators=(",", ":"), allow_nan=False)
    return _SCRIPTTEKENS.sub(lambda teken: f"\\u{ord(teken[0]):04x}", tekst)


def naar_graden(geometrie: gpd.GeoSeries, decimalen: int) -> NDArray[np.object_]:
    """Zet geometrie om naar lengte en breedte, afgerond voor de browser."""
    graden = geometrie.to_crs(WGS84).to_numpy()
    return np.asarray(shapely.transform(graden, lambda c: np.round(c, decimalen)))


def als_geojson(geometrie: NDArray[np.object_], eigenschappen: list[dict[str, Any]]) -> str:
    """Geef een compacte GeoJSON FeatureCollection; ontbrekende geometrie wordt ``null``."""
    vormen = shapely.to_geojson(geometrie)
    features = [
        f'{{"type":"Feature","geometry":{vorm if vorm else "null"},"properties":{als_json(e)}}}'
        for vorm, e in zip(vormen, eigenschappen, strict=True)
    ]
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'
