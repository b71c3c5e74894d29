"""Het kenmerk van een vraag: een getal dat verandert zodra er iets anders uit kan komen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from locatieplanner.zoekgebieden.grondslag import Grondslag
from locatieplanner.zoekgebieden.rooster import Venster

VERSIE = 1
"""Verandert als dezelfde vraag een andere uitkomst geeft dan in een vorige versie."""


def kenmerk(grond: Grondslag, venster: Venster) -> str:
    """Geef de sha256 van alles wat de uitkomst bepaalt.

    Parameters
    ----------
    grond : Grondslag
        Instelling, parameters en lagen.
    venster : Venster
        Waar gerekend wordt.
    """
    som = hashlib.sha256(str(VERSIE).encode())
    _voeg_toe(som, grond)
    _voeg_toe(som, venster)
    return som.hexdigest()


def _voeg_toe(som: "hashlib._Hash", ding: object) -> None:
    """Voeg een ding toe, met zijn soort erbij zodat twee dingen nooit samenvallen."""
    som.update(f"<{type(ding).__name__}>".encode())
    if isinstance(ding, np.ndarray):
        som.update(f"{ding.dtype}{ding.shape}".encode())
        if ding.dtype == object:
            for deel in ding.ravel().tolist():
                _voeg_toe(som, deel)
        else:
            som.update(np.ascontiguousarray(ding).tobytes())
    elif isinstance(ding, BaseGeometry):
        som.update(shapely.to_wkb(ding))
    elif isinstance(ding, gpd.GeoDataFrame | pd.DataFrame):
        for kolom in ding.columns:
            som.update(str(kolom).encode())
            _voeg_toe(som, ding[kolom].to_numpy(dtype=object))
    elif is_dataclass(ding):
        for veld in fields(ding):
            som.update(veld.name.encode())
            _voeg_toe(som, getattr(ding, veld.name))
    elif isinstance(ding, Mapping):
        for sleutel, waarde in ding.items():
            _voeg_toe(som, sleutel)
            _voeg_toe(som, waarde)
    elif isinstance(ding, tuple | list):
        for deel in ding:
            _voeg_toe(som, deel)
    else:
        som.update(json.dumps(ding, default=str).encode())
