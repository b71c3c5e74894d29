"""Coördinaatstelsels: elke vorm naar RD, en herkennen wat in het verkeerde stelsel staat."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyproj
import shapely
from numpy.typing import NDArray
from pyproj.exceptions import ProjError

from locatieplanner.domein.gebied import RD, RD_OMVANG, WGS84, WGS84_OMVANG
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.probleem import Probleem, bestandsmelding, per_rij

Vormen = NDArray[np.object_]
Masker = NDArray[np.bool_]
Grenzen = NDArray[np.float64]

CRS_RD = pyproj.CRS.from_user_input(RD)
CRS_WGS84 = pyproj.CRS.from_user_input(WGS84)


@dataclass(frozen=True)
class Herstelwijze:
    """Hoe iemand een verkeerd stelsel herstelt; dat verschilt per soort bestand.

    Parameters
    ----------
    rd : str
        Wat te doen als de getallen RD zijn.
    graden : str
        Wat te doen als de getallen lengte en breedte zijn.
    """

    rd: str
    graden: str


IN_KOLOMMEN = Herstelwijze(
    rd="noem de kolommen x en y", graden="noem de kolommen lon (lengte) en lat (breedte)"
)
IN_BESTAND = Herstelwijze(
    rd="sla het bestand op met het coördinaatstelsel RD (EPSG:28992)",
    graden="sla het bestand op met het coördinaatstelsel WGS84 (EPSG:4326)",
)


def _binnen(grenzen: Grenzen, omvang: tuple[float, float, float, float]) -> Masker:
    """Of de omhullende rechthoek (x_min, y_min, x_max, y_max) binnen `omvang` ligt."""
    x_min, y_min, x_max, y_max = omvang
    binnen: Masker = (
        (grenzen[:, 0] >= x_min)
        & (grenzen[:, 1] >= y_min)
        & (grenzen[:, 2] <= x_max)
        & (grenzen[:, 3] <= y_max)
    )
    return binnen


def _verwisseld(grenzen: Grenzen) -> Grenzen:
    return grenzen[:, [1, 0, 3, 2]]


def _bekend(stelsel: pyproj.CRS | None) -> bool:
    # Een GeoPackage zonder stelsel noemt een "undefined" stelsel dat nergens ligt.
    return stelsel is not None and bool(stelsel.is_geographic or stelsel.is_projected)


def kies_stelsel(
    vormen: Vormen, stelsel: pyproj.CRS | None, stilzwijgend: bool
) -> tuple[pyproj.CRS, list[Probleem]]:
    """Bepaal het stelsel van een bestand, zo nodig uit de ligging van de vormen.

    Parameters
    ----------
    vormen : ndarray of shapely geometry, shape (n,)
        Vormen of None.
    stelsel : pyproj.CRS or None
        Wat het bestand noemt.
    stilzwijgend : bool
        Of `stelsel` alleen uit de standaard van het bestandstype volgt.

    Returns
    -------
    stelsel : pyproj.CRS
        Waarin gelezen wordt.
    problemen : list of Probleem
        Een melding als het stelsel is afgeleid.

    Raises
    ------
    BestandFout
        Als er geen stelsel is en de ligging niet uitwijst welk bedoeld is.
    """
    grenzen = shapely.bounds(vormen)
    grenzen = grenzen[np.isfinite(grenzen).all(axis=1)]
    rd = _binnen(grenzen, RD_OMVANG)
    if stelsel is not None and _bekend(stelsel):
        if stilzwijgend and len(grenzen) and rd.all():
            return CRS_RD, [
                bestandsmelding(
                    "het bestand noemt geen coördinaatstelsel, en alle coördinaten zijn "
                    "RD-coördinaten; zij zijn als RD gelezen",
                    IN_BESTAND.rd,
                )
            ]
        return stelsel, []
    graden = _binnen(grenzen, WGS84_OMVANG)
    ook_rd = rd | _binnen(_verwisseld(grenzen), RD_OMVANG)
    ook_graden = graden | _binnen(_verwisseld(grenzen), WGS84_OMVANG)
    if not len(grenzen):
        return CRS_RD, []
    if ook_rd.any() == ook_graden.any():
        raise BestandFout(
            "Het bestand noemt geen coördinaatstelsel (CRS), en uit de coördinaten is niet op te "
            "maken of het RD of WGS84 is. Sla het bestand op met het coördinaatstelsel erbij, "
            "bijvoorbeeld RD (EPSG:28992); bij een Shapefile hoort een .prj-bestand in de zip."
        )
    gekozen, naam = (CRS_RD, "RD (EPSG:28992)") if ook_rd.any() else (CRS_WGS84, "WGS84 (graden)")
    return gekozen, [
        bestandsmelding(
            f"het bestand noemt geen coördinaatstelsel; uit de coördinaten is afgeleid: {naam}",
            "controleer op de kaart of de locaties goed liggen",
        )
    ]


def _naar_rd(vormen: Vormen, stelsel: pyproj.CRS) -> Vormen:
    if stelsel == CRS_RD:
        return vormen
    try:
        omzetter = pyproj.Transformer.from_crs(stelsel, CRS_RD, always_xy=True)
        omgezet = shapely.transform(vormen, omzetter.transform, interleaved=False)
    except ProjError:
        raise BestandFout(
            f"De coördinaten zijn niet om te zetten van {stelsel.name} naar RD. "
            f"Sla het bestand op in RD (EPSG:28992) of WGS84 (EPSG:4326)."
        ) from None
    return np.asarray(omgezet, dtype=object)


def plaats_in_rd(
    vormen: Vormen,
    rijen: pd.Index,
    stelsel: pyproj.CRS,
    kolom: str | None,
    herstel: Herstelwijze,
) -> tuple[Vormen, list[Probleem]]:
    """Zet vormen om naar RD en zeg van elke vorm buiten Nederland wat er mis lijkt.

    Parameters
    ----------
    vormen : ndarray of shapely geometry, shape (n,)
        Vormen in `stelsel`, of None.
    rijen : Index
        Rijnummers.
    stelsel : pyproj.CRS
        Het stelsel van de vormen.
    kolom : str or None
        Kolom of kolommen waar de coördinaten staan.
    herstel : Herstelwijze
        Hoe een verkeerd stelsel in dit bestand te herstellen is.

    Returns
    -------
    vormen : ndarray of shapely geometry, shape (n,)
        In RD; None waar niets was of de vorm buiten de RD-omvang ligt.
    problemen : list of Probleem
        Een fout voor elke vorm daarbuiten.
    """
    aanwezig = ~shapely.is_missing(vormen)
    grenzen = shapely.bounds(vormen)
    eindig = np.isfinite(grenzen).all(axis=1)
    in_rd = np.full(len(vormen), None, dtype=object)
    in_rd[eindig] = _naar_rd(vormen[eindig], stelsel)
    goed = _binnen(shapely.bounds(in_rd), RD_OMVANG)
    mis = aanwezig & ~goed
    if not mis.any():
        return in_rd, []
    in_rd[mis] = None

    oorzaken = _oorzaken(grenzen, eindig, stelsel, herstel)
    getoond = np.full(len(vormen), "", dtype=object)
    getoond[mis] = [f"{_coordinaat(x)} / {_coordinaat(y)}" for x, y in grenzen[mis, :2]]
    waarden = pd.Series(getoond, index=rijen)
    problemen: list[Probleem] = []
    over = mis.copy()
    for masker, wat, doe in oorzaken:
        problemen += per_rij(pd.Series(over & masker, index=rijen), kolom, waarden, wat, doe)
        over &= ~masker
    return in_rd, problemen


def _coordinaat(waarde: float) -> str:
    if not np.isfinite(waarde):
        return "?"
    return getal(waarde, 5 if abs(waarde) < 1_000 else 0) if abs(waarde) < 1e12 else f"{waarde:g}"


def _oorzaken(
    grenzen: Grenzen, eindig: Masker, stelsel: pyproj.CRS, herstel: Herstelwijze
) -> list[tuple[Masker, str, str]]:
    """Geef mogelijke oorzaken, de meest bepaalde eerst: (waar, wat er is, hoe te herstellen)."""
    andersom = _verwisseld(grenzen)
    rd, rd_om = _binnen(grenzen, RD_OMVANG), _binnen(andersom, RD_OMVANG)
    graden, graden_om = _binnen(grenzen, WGS84_OMVANG), _binnen(andersom, WGS84_OMVANG)
    nul = eindig & (grenzen == 0).all(axis=1)
    altijd = [
        (~eindig, "een coördinaat is geen eindig getal", "verbeter de coördinaten"),
        (nul, "de coördinaten zijn nul, dus waarschijnlijk niet ingevuld", "vul ze in"),
    ]
    buiten = (
        np.ones(len(grenzen), dtype=bool),
        "de locatie ligt buiten Nederland",
        "controleer de coördinaten",
    )
    if stelsel.is_geographic:
        return [
            *altijd,
            (
                graden_om,
                "lengte en breedte lijken verwisseld: Nederland ligt tussen lengte 3,2 en 7,3 en "
                "breedte 50,7 en 53,7",
                "wissel lon (lengte) en lat (breedte) om",
            ),
            (rd, "dit lijken RD-coördinaten in plaats van lengte en breedte", herstel.rd),
            (
                rd_om,
                "dit lijken RD-coördinaten in plaats van lengte en breedte, met x en y verwisseld",
                f"{herstel.rd}, en wissel x en y om",
            ),
            buiten,
        ]
    return [
        *altijd,
        (
            graden,
            "dit lijken lengte en breedte in graden in plaats van RD-coördinaten in meters",
            herstel.graden,
        ),
        (
            graden_om,
            "dit lijken breedte en lengte in graden in plaats van RD-coördinaten in meters, in "
            "omgekeerde volgorde",
            f"{herstel.graden}, en let op de volgorde",
        ),
        (
            rd_om & (stelsel == CRS_RD),
            "x en y lijken verwisseld: in RD ligt x tussen 0 en 300.000 en y tussen 300.000 en "
            "629.000",
            "wissel x en y om",
        ),
        (
            rd & (stelsel != CRS_RD),
            "dit lijken RD-coördinaten, maar het bestand noemt het coördinaatstelsel "
            f"{stelsel.name}",
            herstel.rd,
        ),
        buiten,
    ]
