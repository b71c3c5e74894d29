"""Basislagen: gemeenten, provincies, bestaande opvang en het script van de kaart, als bestand."""

from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
from xstatic.pkg import leaflet

from locatieplanner.domein.kaarttekens import GROOTTES, VORMEN
from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, SCOREKLASSEN
from locatieplanner.kaart.klassen import TEKENS
from locatieplanner.kaart.laagstijl import UITERLIJK, Laagstijl
from locatieplanner.kaart.legenda import legenda
from locatieplanner.kaart.vormen import RANDEN
from locatieplanner.kaart.wegschrijven import (
    als_geojson,
    als_json,
    naar_graden,
    schrijf_op_inhoud,
)

# Vier decimalen is hooguit elf meter: fijner dan de vereenvoudigde grenzen zelf.
_DECIMALEN_GRENZEN = 4
_DECIMALEN_PUNTEN = 5

_SCRIPTS = (
    "opmaak.js",
    "symbolen.js",
    "doek.js",
    "patronen.js",
    "vlakkenlaag.js",
    "puntenlaag.js",
    "extralagen.js",
    "bereiklaag.js",
    "rasterbeeld.js",
    "zoekpunt.js",
    "uitleg.js",
    "legenda.js",
    "tekengereedschap.js",
    "kaart.js",
    "kaartpaar.js",
)

BRONVERMELDING = (
    "Grenzen: Kadaster / PDOK · Land: © OpenStreetMap-bijdragers (ODbL) · "
    "Kernen: GeoNames (CC BY 4.0)"
)


@dataclass(frozen=True)
class Basislagen:
    """Namen van de bestanden die voor iedereen gelijk zijn; elke naam draagt zijn inhoud.

    Parameters
    ----------
    gemeenten, provincies, opvang : str
        GeoJSON.
    script : str
        JavaScript (Leaflet en het onze), met de opmaak erin.
    gemeentecodes : tuple of str
        De volgorde van de gemeenten, voor hun klassen.
    """

    gemeenten: str
    provincies: str
    opvang: str
    script: str
    gemeentecodes: tuple[str, ...]


def schrijf_basislagen(
    gemeenten: gpd.GeoDataFrame,
    provincies: gpd.GeoDataFrame,
    opvang: gpd.GeoDataFrame,
    map: Path,
) -> Basislagen:
    """Schrijf de basislagen in een map die de browser mag lezen.

    Parameters
    ----------
    gemeenten : GeoDataFrame
        Vereenvoudigde vlakken (RD) met ``gemeente`` en ``provincie``; ``gemeentecode`` als
        index of kolom.
    provincies : GeoDataFrame
        Vlakken (RD) met ``provincie``.
    opvang : GeoDataFrame
        Openbare bestaande opvang, zie `schrijf_opvang`.
    map : Path
        Waar de bestanden komen. Alles hierin is zonder aanmelden te lezen.

    Returns
    -------
    Basislagen
        De namen van de bestanden; bij gelijke inhoud dezelfde namen.

    Raises
    ------
    UitvoerFout
        Als de map niet te beschrijven is.
    """
    codes = gemeenten.get("gemeentecode", gemeenten.index)
    return Basislagen(
        gemeenten=_schrijf_vlakken(gemeenten, ("gemeente", "provincie"), map, "gemeenten"),
        provincies=_schrijf_vlakken(provincies, ("provincie",), map, "provincies"),
        opvang=schrijf_opvang(opvang, map),
        script=schrijf_op_inhoud(map, "kaart", "js", _script()),
        gemeentecodes=tuple(str(code) for code in codes),
    )


def schrijf_opvang(opvang: gpd.GeoDataFrame, map: Path) -> str:
    """Schrijf bestaande opvang als puntenlaag en geef de bestandsnaam.

    Parameters
    ----------
    opvang : GeoDataFrame
        Punten (RD) met ``naam`` en zo mogelijk ``plaats``, ``type``, ``capaciteit`` of
        ``plaatsen``, ``peildatum``, ``zekerheid`` of ``status``.
    map : Path
        Een openbare map. Alleen voor opvang die iedereen mag zien.
    """
    kolommen: dict[str, list[Any]] = {
        "naam": _teksten(opvang, "naam"),
        "plaats": _teksten(opvang, "plaats"),
        "type": _teksten(opvang, "type"),
        "plaatsen": _getallen(opvang, "capaciteit", "plaatsen"),
        "peildatum": _teksten(opvang, "peildatum"),
        "zekerheid": _teksten(opvang, "zekerheid", "status"),
    }
    eigenschappen = [
        dict(zip(kolommen, rij, strict=True)) for rij in zip(*kolommen.values(), strict=True)
    ]
    punten = naar_graden(opvang.geometry, _DECIMALEN_PUNTEN)
    return schrijf_op_inhoud(map, "opvang", "json", als_geojson(punten, eigenschappen))


def _schrijf_vlakken(
    vlakken: gpd.GeoDataFrame, kolommen: tuple[str, ...], map: Path, stam: str
) -> str:
    eigenschappen = [
        {kolom: str(rij[kolom]) for kolom in kolommen}
        for rij in vlakken[list(kolommen)].to_dict("records")
    ]
    geometrie = naar_graden(vlakken.geometry, _DECIMALEN_GRENZEN)
    return schrijf_op_inhoud(map, stam, "json", als_geojson(geometrie, eigenschappen))


def _teksten(opvang: gpd.GeoDataFrame, *kolommen: str) -> list[str]:
    """De eerste kolom die er is als tekst; onbekend is leeg."""
    for kolom in kolommen:
        if kolom in opvang:
            tekst = opvang[kolom].astype("object")
            return [
                "" if leeg else str(waarde).replace("_", " ")
                for waarde, leeg in zip(tekst, tekst.isna(), strict=True)
            ]
    return [""] * len(opvang)


def _getallen(opvang: gpd.GeoDataFrame, *kolommen: str) -> list[float | None]:
    """De eerste kolom die er is als getal; onbekend blijft onbekend."""
    for kolom in kolommen:
        if kolom in opvang:
            getallen = opvang[kolom].astype("float64")
            return [None if np.isnan(getal) else float(getal) for getal in getallen]
    return [None] * len(opvang)


def _script() -> str:
    """Leaflet, onze scripts, de stijl en de opmaak in één bestand.

    De opmaak reist mee omdat de kaart al gebouwd wordt voordat een los CSS-bestand er is, en
    Leaflet dan met verkeerde maten rekent.
    """
    eigen = resources.files("locatieplanner.kaart") / "js"
    delen = [(Path(leaflet.BASE_DIR) / "leaflet.js").read_text(encoding="utf-8")]
    # Leaflet eindigt op een verwijzing naar een bronkaart die wij niet meesturen.
    delen[0] = delen[0].partition("//# sourceMappingURL")[0]
    delen.append(
        f"window.locatieplanner={{stijl:{als_json(_stijl())},opmaak:{als_json(_opmaak())}}};"
    )
    delen.extend((eigen / naam).read_text(encoding="utf-8") for naam in _SCRIPTS)
    return "\n".join(delen)


def _opmaak() -> str:
    eigen = resources.files("locatieplanner.kaart") / "js" / "kaart.css"
    van_leaflet = (Path(leaflet.BASE_DIR) / "leaflet.css").read_text(encoding="utf-8")
    return f"{van_leaflet}\n{eigen.read_text(encoding='utf-8')}"


def _stijl() -> dict[str, Any]:
    """Kleuren, vormen en woorden zoals de browser ze gebruikt; Python is de enige bron."""
    return {
        "tekens": TEKENS,
        "scores": {"kleuren": SCOREKLASSEN.kleuren, "namen": SCOREKLASSEN.namen},
        "dichtheid": {
            "kleuren": DICHTHEIDSKLASSEN.kleuren,
            "namen": DICHTHEIDSKLASSEN.namen,
            "eenheid": DICHTHEIDSKLASSEN.eenheid,
        },
        "vormen": [vorm.naam for vorm in VORMEN],
        "randen": RANDEN,
        "stralen": [grootte.straal for grootte in GROOTTES],
        "laagstijlen": [asdict(UITERLIJK[stijl]) for stijl in Laagstijl],
        "legenda": [blok.als_dict() for blok in legenda()],
        "bronvermelding": BRONVERMELDING,
    }
