"""De ruwe tabel: wat een lezer uit een bestand haalt, nog zonder oordeel."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
import pyproj
from numpy.typing import NDArray

from locatieplanner.invoer.probleem import Probleem


class Schrijfwijze(StrEnum):
    """Welk teken de decimalen scheidt."""

    KOMMA = "komma"
    PUNT = "punt"


@dataclass(frozen=True)
class Tabel:
    """Inhoud van een bestand zoals het er staat.

    Parameters
    ----------
    gegevens : DataFrame
        Index: rijnummer zoals de gebruiker het ziet. Kolommen heten als in het bestand en
        kunnen dubbel voorkomen; waarden zijn tekst of wat het bestand aan typen kent.
    geometrie : ndarray of shapely geometry, shape (n,), or None
        Vormen in `stelsel`, None waar een rij er geen heeft; None als het bestand geen
        geometrie kent.
    stelsel : pyproj.CRS or None
        Coördinaatstelsel van de geometrie; None als het bestand er geen noemt.
    stelsel_stilzwijgend : bool
        Of het stelsel uit de standaard van het bestandstype volgt en niet in het bestand staat.
    schrijfwijze : Schrijfwijze or None
        Wat de opmaak van het bestand over decimalen doet vermoeden.
    problemen : tuple of Probleem
        Wat bij het lezen al opviel.
    overige : tuple of str
        Namen van kolommen die het programma niet gebruikt en waarvan de waarden niet gelezen zijn.
    """

    gegevens: pd.DataFrame
    geometrie: NDArray[np.object_] | None = None
    stelsel: pyproj.CRS | None = None
    stelsel_stilzwijgend: bool = False
    schrijfwijze: Schrijfwijze | None = None
    problemen: tuple[Probleem, ...] = ()
    overige: tuple[str, ...] = ()


def zonder_lege_rijen(gegevens: pd.DataFrame) -> pd.DataFrame:
    """Laat rijen weg waarin geen enkele cel iets bevat; de rijnummers blijven kloppen."""
    gevuld = np.zeros(len(gegevens), dtype=bool)
    for positie in range(gegevens.shape[1]):
        kolom = gegevens.iloc[:, positie]
        gevuld |= (kolom.notna() & (kolom.astype("str").str.strip() != "")).to_numpy(dtype=bool)
    return gegevens[gevuld]
