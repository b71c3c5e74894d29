"""Looptijd: van wanneer tot wanneer een locatie er is, en of er daarna iets blijft.

Een einddatum die er is gaat voor. Zonder einddatum zegt het locatietype wat er gebeurt
(``blijvend`` in ``lagen/locatietypen.toml``): gemengd wonen blijft, van flexwoningen is het einde
dan onbekend. Wat gesloten is, telt vanaf de peilmaand nooit meer mee; ontbreekt daarvan de
einddatum of ligt zij in de toekomst, dan is onbekend wanneer het sloot.

In welke maanden een locatie meetelt, zegt `locatieplanner.opgave.beschikbaarheid`.
"""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.opgave.beschikbaarheid import ALTIJD, NOOIT, beginmaanden, eindmaanden

_DAGEN_PER_MAAND = 365.25 / 12


class Afloop(StrEnum):
    """Wat er na de exploitatie van een locatie is."""

    BLIJVEND = "blijvend"
    EINDIGT = "eindigt"
    GESLOTEN = "gesloten"
    ONBEKEND = "onbekend"

    @property
    def uitleg(self) -> str:
        """De afloop in één zin."""
        return {
            Afloop.BLIJVEND: "geen einddatum, en het type is blijvend: de woningen blijven",
            Afloop.EINDIGT: "er is een einddatum: daarna blijft er niets",
            Afloop.GESLOTEN: "al gesloten",
            Afloop.ONBEKEND: "geen einddatum, en het type is niet blijvend: onbekend",
        }[self]


def looptijd(
    kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype], peilmaand: pd.Period
) -> pd.DataFrame:
    """Geef per kandidaat de looptijd.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``type``, ``status``, ``beschikbaar_van`` en ``beschikbaar_tot`` (NaT = onbekend).
    locatietypen : Mapping of str to Locatietype
        Per code; zegt wat blijvend is.
    peilmaand : Period
        De maand van nu: wat dan gesloten is, is er niet meer.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``begin`` en ``eind``, de eerste en laatste maand als volgnummer
        (`ALTIJD` en `NOOIT` zoals in `locatieplanner.opgave.beschikbaarheid`; ``begin`` `NOOIT` is
        nooit beschikbaar), ``termijn_maanden`` (Int64, NA = onbekend), ``afloop`` (`Afloop`),
        ``begin_onbekend`` en ``einde_onbekend`` (bool).
    """
    status = kandidaten["status"]
    gesloten = (status == Kandidaatstatus.GESLOTEN).to_numpy(dtype=bool)
    afgevallen = (status == Kandidaatstatus.AFGEVALLEN).to_numpy(dtype=bool)
    begin, eind = beginmaanden(kandidaten), eindmaanden(kandidaten)
    zonder_einde = (eind == NOOIT) | (gesloten & (eind >= peilmaand.ordinal))
    # Wat gesloten is, was er: zonder begindatum van het begin af.
    begin = np.where(gesloten & (begin == NOOIT), ALTIJD, begin)
    begin_onbekend = (begin == NOOIT) & ~afgevallen
    begin = np.where(afgevallen | (gesloten & zonder_einde), NOOIT, begin)
    soorten = {code for code, soort in locatietypen.items() if soort.blijvend}
    blijvend = kandidaten["type"].isin(soorten).to_numpy(dtype=bool)
    afloop = np.select(
        [gesloten, ~zonder_einde, blijvend],
        [Afloop.GESLOTEN, Afloop.EINDIGT, Afloop.BLIJVEND],
        Afloop.ONBEKEND,
    )
    einde_onbekend = zonder_einde & (gesloten | ~blijvend) & ~afgevallen
    return pd.DataFrame(
        {
            "begin": begin,
            "eind": np.where(zonder_einde, NOOIT, eind),
            "termijn_maanden": termijn_maanden(kandidaten),
            "afloop": pd.Series(afloop, index=kandidaten.index, dtype="str"),
            "begin_onbekend": begin_onbekend,
            "einde_onbekend": einde_onbekend,
        },
        index=kandidaten.index,
    )


def termijn_maanden(kandidaten: pd.DataFrame) -> pd.Series:
    """Geef de exploitatietermijn in hele maanden (Int64); NA zonder begin- of einddatum.

    Begin- en einddag tellen allebei mee: van 1 juli 2028 tot en met 30 juni 2043 is 180 maanden.
    """
    dagen = (kandidaten["beschikbaar_tot"] - kandidaten["beschikbaar_van"]).dt.days + 1
    return (dagen / _DAGEN_PER_MAAND).round().astype("Int64")


def plekken_in_tijd(
    looptijden: pd.DataFrame, maanden: pd.PeriodIndex
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Geef per kandidaat waar hij in een reeks maanden begint en waar hij voorbij is.

    Parameters
    ----------
    looptijden : DataFrame
        Uitkomst van `looptijd`.
    maanden : PeriodIndex, shape (m,)
        Aaneengesloten maanden.

    Returns
    -------
    eerste, voorbij : ndarray of int, shape (n,)
        Beschikbaar in de maanden ``eerste … voorbij − 1``, tussen 0 en m; leeg als zij gelijk zijn.
    """
    aantal = len(maanden)
    nul = int(maanden[0].ordinal) if aantal else 0
    eerste = np.clip(looptijden["begin"].to_numpy(dtype=np.int64) - nul, 0, aantal)
    voorbij = np.clip(looptijden["eind"].to_numpy(dtype=np.int64) + 1 - nul, 0, aantal)
    return eerste, np.maximum(voorbij, eerste)


def tel_op(
    aantallen: NDArray[np.float64],
    eerste: NDArray[np.int64],
    voorbij: NDArray[np.int64],
    maanden: int,
) -> NDArray[np.float64]:
    """Tel aantallen op over de maanden waarin zij gelden.

    Parameters
    ----------
    aantallen : ndarray, shape (n, k)
        Wat elke rij heeft, zolang zij er is.
    eerste, voorbij : ndarray of int, shape (n,)
        Uitkomst van `plekken_in_tijd`.
    maanden : int
        Aantal maanden m.

    Returns
    -------
    ndarray, shape (m, k)
    """
    verschil = np.zeros((maanden + 1, aantallen.shape[1]))
    np.add.at(verschil, eerste, aantallen)
    np.subtract.at(verschil, voorbij, aantallen)
    # Optellen en weer aftrekken laat een haar over; minder dan niets is er nooit.
    return np.asarray(np.cumsum(verschil, axis=0)[:maanden].round(9).clip(min=0.0))
