"""Een raster van klassen als beeld op de kaart: een PNG in de projectie van Leaflet."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from rasterio import Affine
from rasterio.enums import ColorInterp
from rasterio.io import MemoryFile
from rasterio.warp import Resampling, calculate_default_transform, reproject, transform_bounds

from locatieplanner.domein.gebied import RD, WGS84
from locatieplanner.domein.klassen import (
    NIET_GETOOND,
    ONBEKEND,
    UITGESLOTEN,
    Klassecodes,
    Klassen,
)
from locatieplanner.kaart.wegschrijven import schrijf_geheim, verwijder_geheim

_WEBMERCATOR = "EPSG:3857"
_GROOTSTE_ZIJDE = 4_096
"""Beeldpunten: groter tekent een browser niet vlot, en fijner is op een scherm niet te zien."""

_BUITEN_DE_KLASSEN = MappingProxyType({ONBEKEND: "#d1d5db", UITGESLOTEN: "#4b5563"})


@dataclass(frozen=True)
class Rasterbeeld:
    """Een beeld dat op de kaart ligt.

    Parameters
    ----------
    bestand : str
        Naam van de PNG, zie `schrijf_rasterbeeld`.
    omvang : tuple of float
        West, zuid, oost en noord in graden.
    klassen : Klassen
        Wat de kleuren betekenen.
    dekking : float
        0 (onzichtbaar) tot en met 1.
    """

    bestand: str
    omvang: tuple[float, float, float, float]
    klassen: Klassen
    dekking: float

    def als_dict(self) -> dict[str, Any]:
        """Het beeld met zijn legenda als gewone gegevens, voor JSON."""
        kleuren = (*self.klassen.kleuren, *_BUITEN_DE_KLASSEN.values())
        return {
            "bestand": self.bestand,
            "omvang": [round(graad, 6) for graad in self.omvang],
            "dekking": self.dekking,
            "titel": self.klassen.titel,
            "eenheid": self.klassen.eenheid,
            "regels": [
                [tekst, kleur]
                for tekst, kleur in zip(self.klassen.namen, kleuren, strict=True)
                if tekst
            ],
        }


def schrijf_rasterbeeld(
    codes: Klassecodes,
    omvang_rd: tuple[float, float, float, float],
    klassen: Klassen,
    map: Path,
    *,
    dekking: float = 0.85,
) -> Rasterbeeld:
    """Schrijf klassen als PNG onder een naam die niet te raden is.

    Elk beeldpunt krijgt de klasse van de cel waar zijn midden in ligt: er ontstaat geen klasse die
    er niet was. Wat niet getoond wordt, is doorzichtig.

    Parameters
    ----------
    codes : ndarray of int8, shape (rijen, kolommen)
        Klasse van elke cel, noordelijkste rij eerst.
    omvang_rd : tuple of float
        ``x_min, y_min, x_max, y_max``, RD.
    klassen : Klassen
        Met de kleuren.
    map : Path
        Een map die de browser mag lezen; ruim op met `verwijder_rasterbeeld`.
    dekking : float, optional
        Hoe sterk het beeld getekend wordt, 0–1.

    Raises
    ------
    UitvoerFout
        Als de map niet te beschrijven is.
    """
    hoogte, breedte = codes.shape
    doel, kolommen, rijen = calculate_default_transform(
        RD, _WEBMERCATOR, breedte, hoogte, *omvang_rd
    )
    # Een breed of hoog raster past verkleind nog steeds precies op zijn omvang.
    factor = max(1.0, max(kolommen, rijen) / _GROOTSTE_ZIJDE)
    x, y, zijde = doel.c, doel.f, doel.a
    omvang = (x, y - rijen * zijde, x + kolommen * zijde, y)
    kolommen, rijen = max(int(kolommen / factor), 1), max(int(rijen / factor), 1)
    beeld = np.full((rijen, kolommen), NIET_GETOOND, dtype=np.uint8)
    reproject(
        codes.astype(np.uint8),
        beeld,
        src_transform=_plaats(omvang_rd, breedte, hoogte),
        src_crs=RD,
        src_nodata=NIET_GETOOND,
        dst_transform=_plaats(omvang, kolommen, rijen),
        dst_crs=_WEBMERCATOR,
        dst_nodata=NIET_GETOOND,
        resampling=Resampling.nearest,
    )
    west, zuid, oost, noord = transform_bounds(_WEBMERCATOR, WGS84, *omvang)
    naam = schrijf_geheim(map, _png(beeld, klassen), "png")
    return Rasterbeeld(naam, (west, zuid, oost, noord), klassen, dekking)


def verwijder_rasterbeeld(naam: str, map: Path) -> None:
    """Verwijder een beeld; wat er niet meer is, is al verwijderd."""
    verwijder_geheim(naam, map)


def _plaats(omvang: tuple[float, float, float, float], kolommen: int, rijen: int) -> Affine:
    """Van (kolom, rij) naar een plek binnen een omvang."""
    x_min, y_min, x_max, y_max = omvang
    return Affine((x_max - x_min) / kolommen, 0, x_min, 0, (y_min - y_max) / rijen, y_max)


def _png(beeld: np.ndarray[Any, np.dtype[np.uint8]], klassen: Klassen) -> bytes:
    """Het beeld met een palet: één byte per beeldpunt, en doorzichtig wat niet getoond wordt."""
    palet = {
        code: (*bytes.fromhex(kleur[1:]), 255)
        for code, kleur in (*enumerate(klassen.kleuren), *_BUITEN_DE_KLASSEN.items())
    }
    palet[NIET_GETOOND] = (0, 0, 0, 0)
    rijen, kolommen = beeld.shape
    with MemoryFile() as geheugen:
        with geheugen.open(
            driver="PNG", width=kolommen, height=rijen, count=1, dtype="uint8"
        ) as bestand:
            bestand.colorinterp = [ColorInterp.palette]
            bestand.write(beeld, 1)
            bestand.write_colormap(1, palet)
        return bytes(geheugen.read())
