"""Vormen van kandidaten: alleen punten en vlakken, en vlakken die zichzelf niet kruisen."""

import numpy as np
import pandas as pd
import shapely

from locatieplanner.domein.notatie import getal
from locatieplanner.invoer.probleem import Ernst, Probleem, per_rij
from locatieplanner.invoer.stelsel import Vormen

_VLAKKEN = [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON]
_KLEINSTE_M2 = 1.0
"""Een kleiner vlak is een lijn met een afrondingsfout."""
_LIJNEN = [
    shapely.GeometryType.LINESTRING,
    shapely.GeometryType.LINEARRING,
    shapely.GeometryType.MULTILINESTRING,
]


def toets_soort(
    vormen: Vormen, rijen: pd.Index, kolom: str | None
) -> tuple[Vormen, list[Probleem]]:
    """Laat punten en vlakken door, plat; maak van een multipunt met één punt een punt.

    Parameters
    ----------
    vormen : ndarray of shapely geometry, shape (n,)
        Vormen of None.
    rijen : Index
        Rijnummers.
    kolom : str or None
        Naam van de kolom in het bestand.

    Returns
    -------
    vormen : ndarray of shapely geometry, shape (n,)
        Punten en (multi)vlakken; None waar iets anders of niets stond.
    problemen : list of Probleem
        Een fout voor elke vorm die iets anders is. Ontbrekende vormen zijn hier geen fout.
    """
    plat = np.asarray(shapely.force_2d(vormen), dtype=object)
    plat[shapely.is_empty(plat)] = None
    soort = shapely.get_type_id(plat)
    multipunt = soort == shapely.GeometryType.MULTIPOINT
    een_punt = multipunt & (shapely.get_num_geometries(plat) == 1)
    plat[een_punt] = shapely.get_geometry(plat[een_punt], 0)
    lijn = np.isin(soort, _LIJNEN)
    goed = (soort == shapely.GeometryType.POINT) | een_punt | np.isin(soort, _VLAKKEN)
    meer_punten = multipunt & ~een_punt
    verzameling = (soort >= 0) & ~goed & ~lijn & ~meer_punten
    herstel = "teken de locatie als één punt of als vlak"
    problemen = [
        *per_rij(pd.Series(lijn, index=rijen), kolom, None, "de vorm is een lijn", herstel),
        *per_rij(
            pd.Series(meer_punten, index=rijen),
            kolom,
            None,
            "de vorm bestaat uit meer dan één punt",
            "maak van elk punt een eigen rij, of kies er een",
        ),
        *per_rij(
            pd.Series(verzameling, index=rijen),
            kolom,
            None,
            "de vorm is een verzameling van verschillende vormen",
            herstel,
        ),
    ]
    plat[~goed] = None
    return plat, problemen


def herstel_vlakken(
    vormen: Vormen, rijen: pd.Index, kolom: str | None
) -> tuple[Vormen, list[Probleem]]:
    """Herstel vlakken die zichzelf kruisen en meld dat met de oppervlakte erna.

    Parameters
    ----------
    vormen : ndarray of shapely geometry, shape (n,)
        Punten en vlakken in RD, of None.
    rijen : Index
        Rijnummers.
    kolom : str or None
        Naam van de kolom in het bestand.

    Returns
    -------
    vormen : ndarray of shapely geometry, shape (n,)
        Geldige vormen; None waar geen oppervlakte overbleef.
    problemen : list of Probleem
        Een melding per hersteld vlak, een fout per vlak zonder oppervlakte.
    """
    vlak = np.isin(shapely.get_type_id(vormen), _VLAKKEN)
    kapot = vlak & ~shapely.is_valid(vormen)
    hersteld = vormen.copy()
    hersteld[kapot] = shapely.make_valid(vormen[kapot], method="structure", keep_collapsed=False)
    oppervlakte = shapely.area(hersteld)
    geen_vlak = vlak & ~(
        np.isin(shapely.get_type_id(hersteld), _VLAKKEN) & (oppervlakte >= _KLEINSTE_M2)
    )
    hersteld[geen_vlak] = None
    per_rijnummer = pd.Series(oppervlakte, index=rijen)
    problemen = [
        *per_rij(
            pd.Series(kapot & ~geen_vlak, index=rijen),
            kolom,
            None,
            lambda rij: (
                "het vlak kruist zichzelf of is op een andere manier ongeldig; het is hersteld "
                f"en nu {getal(per_rijnummer[rij])} m² groot"
            ),
            "controleer het vlak op de kaart",
            Ernst.MELDING,
        ),
        *per_rij(
            pd.Series(geen_vlak, index=rijen),
            kolom,
            None,
            "het vlak heeft geen oppervlakte, ook niet na herstel",
            "teken het vlak opnieuw, of geef een punt",
        ),
    ]
    return hersteld, problemen
