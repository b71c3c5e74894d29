"""Uitsluitingen en aandachtspunten: regels die los van de scores iets over een kandidaat zeggen.

Een uitsluiting haalt een kandidaat uit de rangorde, een aandachtspunt niet; beide noemen de reden.
"""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import KDTree

from locatieplanner.criteria.ligging import plekken
from locatieplanner.domein.kandidaat import VERVALLEN, Kandidaatstatus
from locatieplanner.domein.notatie import afstand, bandbreedte, getal
from locatieplanner.domein.omgeving import Omgeving

_DAGEN_PER_JAAR = 365.25


@dataclass(frozen=True)
class Bevinding:
    """Eén regel en de kandidaten waarvoor zij geldt.

    Parameters
    ----------
    regel : str
        Korte naam van de regel.
    rijen : ndarray of int
        Rijnummers van de kandidaten.
    teksten : tuple of str
        Per rij de reden, in een zin.
    """

    regel: str
    rijen: NDArray[np.int64]
    teksten: tuple[str, ...]


def uitsluitingen(kandidaten: gpd.GeoDataFrame) -> list[Bevinding]:
    """Geef de regels die kandidaten (met ligging) uit de rangorde halen."""
    vervallen = np.flatnonzero(kandidaten["status"].isin(list(VERVALLEN)))
    buiten = np.flatnonzero(kandidaten["gemeentecode"].isna())
    rij = kandidaten.iloc[vervallen]
    return [
        Bevinding(
            "vervallen",
            vervallen,
            tuple(
                f"status {status}: {reden}" if reden else f"status {status}"
                for status, reden in zip(rij["status"], rij["toelichting"].fillna(""), strict=True)
            ),
        ),
        Bevinding("buiten Nederland", buiten, ("ligt buiten Nederland",) * len(buiten)),
    ]


def aandachtspunten(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> list[Bevinding]:
    """Geef de regels die bij kandidaten (met ligging) om aandacht vragen."""
    return [
        _omvang(kandidaten, omgeving),
        _duur(kandidaten, omgeving),
        _bij_azc(kandidaten, omgeving),
        _misschien_dubbel(kandidaten, omgeving),
        _beschermd(kandidaten, omgeving),
    ]


def per_kandidaat(bevindingen: list[Bevinding], aantal: int) -> list[tuple[str, ...]]:
    """Zet bevindingen om naar een lijst van redenen per rij."""
    redenen: dict[int, list[str]] = {}
    for bevinding in bevindingen:
        for rij, tekst in zip(bevinding.rijen.tolist(), bevinding.teksten, strict=True):
            redenen.setdefault(rij, []).append(tekst)
    return [tuple(redenen.get(rij, ())) for rij in range(aantal)]


def _omvang(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> Bevinding:
    """De omvang valt buiten wat voor het type gebruikelijk is."""
    typen = kandidaten["type"].map(omgeving.locatietypen)
    capaciteit = kandidaten["capaciteit"].to_numpy(dtype=np.float64)
    grenzen = {
        code: (soort.capaciteit_min or 0, soort.capaciteit_max or np.inf)
        for code, soort in omgeving.locatietypen.items()
    }
    laag, hoog = np.array([grenzen[code] for code in kandidaten["type"]]).reshape(-1, 2).T
    rijen = np.flatnonzero((capaciteit < laag) | (capaciteit > hoog))
    teksten = []
    for rij in rijen:
        soort = typen.iloc[rij]
        if soort.capaciteit_max is None:
            gebruikelijk = f"{getal(soort.capaciteit_min)} of meer"
        elif soort.capaciteit_min is None:
            gebruikelijk = f"ten hoogste {getal(soort.capaciteit_max)}"
        else:
            gebruikelijk = bandbreedte(soort.capaciteit_min, soort.capaciteit_max)
        teksten.append(
            f"{getal(capaciteit[rij])} plaatsen valt buiten wat gebruikelijk is voor "
            f"{soort.naam} ({gebruikelijk}; {soort.herkomst.bron})"
        )
    return Bevinding("omvang", rijen, tuple(teksten))


def _duur(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> Bevinding:
    """De locatie is korter beschikbaar dan de wet duurzaam noemt."""
    drempel = omgeving.parameters["beoordeling.duurzaam_jaren"]
    dagen = (kandidaten["beschikbaar_tot"] - kandidaten["beschikbaar_van"]).dt.days
    # Een periode van precies vijf kalenderjaren mag niet op een schrikkeldag stuklopen.
    jaren = (dagen / _DAGEN_PER_JAAR).round(2)
    grens = omgeving.parameters.getal(drempel.id)
    rijen = np.flatnonzero(jaren < grens)
    return Bevinding(
        "duur",
        rijen,
        tuple(
            f"{_jaren(jaar)} jaar beschikbaar: korter dan {_jaren(grens)} jaar, "
            f"dus niet duurzaam ({drempel.herkomst.bron})"
            for jaar in jaren.iloc[rijen]
        ),
    )


def _jaren(jaren: float) -> str:
    """Een aantal jaren met zo weinig decimalen als het zonder verlies kan, ten hoogste twee."""
    decimalen = next((d for d in (0, 1) if round(jaren, d) == jaren), 2)
    return getal(jaren, decimalen)


def _bij_azc(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> Bevinding:
    """Een aanvullende locatie ligt ver van een bekend azc."""
    grens_m = omgeving.parameters.getal("beoordeling.aanvullend_afstand_m")
    rijen = np.flatnonzero(kandidaten["type"] == "aanvullend")
    azc = omgeving.opvang[omgeving.opvang["type"] == "azc"]
    if len(rijen) and len(azc):
        afstand_m, _ = KDTree(azc.get_coordinates().to_numpy()).query(plekken(kandidaten)[rijen])
        rijen = rijen[afstand_m > grens_m]
    tekst = (
        f"geen bekend azc binnen {afstand(grens_m)}; een aanvullende locatie hoort daarbij "
        "of is in eigen beheer"
    )
    return Bevinding("bij azc", rijen, (tekst,) * len(rijen))


def _misschien_dubbel(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> Bevinding:
    """Een kandidaat die al in gebruik is, kan ook in de lijst van bestaande opvang staan."""
    met_opvang = omgeving.bestaand.index[omgeving.bestaand["locaties"] > 0]
    rijen = np.flatnonzero(
        (kandidaten["status"] == Kandidaatstatus.IN_GEBRUIK)
        & kandidaten["gemeentecode"].isin(met_opvang)
    )
    tekst = (
        "al in gebruik: staat deze locatie ook in de lijst van bestaande opvang van de gemeente, "
        "dan tellen haar plaatsen dubbel"
    )
    return Bevinding("misschien dubbel", rijen, (tekst,) * len(rijen))


def _beschermd(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> Bevinding:
    """De ligging mag buiten de planners alleen per gemeente gedeeld worden."""
    rijen = np.flatnonzero(beschermd(kandidaten, omgeving))
    tekst = "beschermde ligging: deel deze locatie buiten de planners alleen per gemeente"
    return Bevinding("beschermd", rijen, (tekst,) * len(rijen))


def beschermd(kandidaten: pd.DataFrame, omgeving: Omgeving) -> NDArray[np.bool_]:
    """Geef per kandidaat of type of bewoners een beschermde ligging vragen."""
    typen = {code for code, soort in omgeving.locatietypen.items() if soort.beschermd}
    kolommen = [groep.kolom for groep in omgeving.aandachtsgroepen.values() if groep.beschermd]
    voor_groep = (kandidaten[kolommen] > 0).any(axis=1)
    return np.asarray(kandidaten["type"].isin(typen) | voor_groep, dtype=bool)
