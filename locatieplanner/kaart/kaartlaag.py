"""Kaartlagen: openbare vlakken, lijnen en punten die de gebruiker aan- en uitzet."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import UitvoerFout
from locatieplanner.kaart.laagstijl import Laagstijl
from locatieplanner.kaart.wegschrijven import als_geojson, naar_graden, schrijf_op_inhoud

GROOTSTE_LAAG_MB = 8.0
"""Wat een browser in één keer vlot ophaalt en tekent, megabytes (miljoenen bytes)."""

_STAM = re.compile(r"[a-z0-9_-]+")
_LANGSTE_TEKST = 120

# Vereenvoudiging in meters, met het aantal decimalen in graden dat daarbij past.
_TRAPPEN = ((5.0, 5), (20.0, 5), (50.0, 4), (100.0, 4))


@dataclass(frozen=True)
class Kaartlaag:
    """Een laag die aan staat.

    Parameters
    ----------
    bestand : str
        Naam van het bestand, zie `schrijf_kaartlaag`.
    naam : str
        Naam voor de gebruiker, voor legenda en aanwijzen.
    stijl : Laagstijl
        Wat de laag voor een plek betekent.
    patroon : int, optional
        Rangnummer van de laag onder die van dezelfde stijl; houdt hen uit elkaar.
    bron : str, optional
        Bronvermelding, voor de legenda.
    """

    bestand: str
    naam: str
    stijl: Laagstijl
    patroon: int = 0
    bron: str = ""

    def als_dict(self) -> dict[str, Any]:
        """De laag als korte gegevens voor de browser; wat leeg is blijft weg."""
        velden = {"patroon": self.patroon, "bron": self.bron}
        return {
            "bestand": self.bestand,
            "naam": self.naam,
            "stijl": self.stijl.nummer,
            **{naam: waarde for naam, waarde in velden.items() if waarde},
        }


def schrijf_kaartlaag(
    vormen: gpd.GeoDataFrame,
    map: Path,
    stam: str,
    naamkolom: str,
    *,
    soortkolom: str | None = None,
    grootste_mb: float = GROOTSTE_LAAG_MB,
) -> str:
    """Schrijf een openbare kaartlaag en geef de bestandsnaam.

    De vormen worden zo fijn geschreven als binnen `grootste_mb` past: eerst vereenvoudigd tot
    5 m, dan tot 20, 50 en 100 m. Vlakken die op elkaar aansluiten houden gelijke grenzen.

    Parameters
    ----------
    vormen : GeoDataFrame
        Vlakken, lijnen of punten (RD).
    map : Path
        Een openbare map: alles hierin is zonder aanmelden te lezen.
    stam : str
        Begin van de bestandsnaam: kleine letters, cijfers en streepjes.
    naamkolom : str
        Kolom met de naam die bij aanwijzen verschijnt; leeg als de laag geen namen heeft.
    soortkolom : str, optional
        Kolom met wat het is, zoals de categorie van een voorziening.
    grootste_mb : float, optional
        Grootste bestand, miljoenen bytes.

    Returns
    -------
    str
        De naam van het bestand; bij gelijke inhoud dezelfde naam.

    Raises
    ------
    UitvoerFout
        Als de laag ook vereenvoudigd te groot is, of de map niet te beschrijven is.
    """
    if not _STAM.fullmatch(stam):
        raise ValueError(f"'{stam}' is geen begin van een bestandsnaam")
    heel = vormen[~(vormen.geometry.isna() | vormen.geometry.is_empty)]
    kolommen = {"naam": naamkolom, "soort": soortkolom}
    teksten = {naam: _teksten(heel[kolom]) for naam, kolom in kolommen.items() if kolom}
    eigenschappen = [
        {naam: rij[i] for naam, rij in teksten.items() if rij[i]} for i in range(len(heel))
    ]
    geometrie = shapely.force_2d(heel.geometry.to_numpy())
    sluit_aan = _sluit_aan(geometrie)
    for tolerantie_m, decimalen in _TRAPPEN:
        geometrie = _vereenvoudig(geometrie, tolerantie_m, sluit_aan=sluit_aan)
        graden = naar_graden(gpd.GeoSeries(geometrie, crs=vormen.crs), decimalen)
        inhoud = als_geojson(graden, eigenschappen)
        grootte_mb = len(inhoud.encode("utf-8")) / 1e6
        if grootte_mb <= grootste_mb:
            return schrijf_op_inhoud(map, stam, "json", inhoud)
    raise UitvoerFout(
        f"De kaartlaag '{stam}' is ook vereenvoudigd nog {getal(grootte_mb, 1)} MB, meer dan de "
        f"{getal(grootste_mb)} MB die een browser vlot tekent. Kies een kleiner gebied; toetsen "
        "en scores werken ook zonder deze laag op de kaart."
    )


def _sluit_aan(geometrie: NDArray[np.object_]) -> bool:
    """Of het vlakken zijn die elkaar niet overlappen en hun grenzen delen, zoals buurten."""
    vlakken = np.isin(shapely.get_type_id(geometrie), (3, 6))
    return bool(vlakken.all() and shapely.coverage_is_valid(geometrie))


def _vereenvoudig(
    geometrie: NDArray[np.object_], tolerantie_m: float, *, sluit_aan: bool
) -> NDArray[np.object_]:
    # Wat aansluit wordt als geheel vereenvoudigd: anders ontstaan er kieren langs de grenzen.
    vereenvoudig = shapely.coverage_simplify if sluit_aan else shapely.simplify
    return np.asarray(vereenvoudig(geometrie, tolerantie_m))


def _teksten(kolom: pd.Series) -> list[str]:
    """De kolom als tekst van hooguit een regel of drie; onbekend is leeg."""
    teksten = ("" if pd.isna(waarde) else str(waarde).strip() for waarde in kolom)
    return [
        tekst if len(tekst) <= _LANGSTE_TEKST else f"{tekst[: _LANGSTE_TEKST - 1]}…"
        for tekst in teksten
    ]
