"""In welke maanden een kandidaat beschikbaar is.

Een maand wordt bekeken op haar eerste dag: een kandidaat telt in een maand mee als die dag niet
voor ``beschikbaar_van`` ligt en niet na ``beschikbaar_tot``, de laatste dag van het gebruik::

    beschikbaar in m  ⇔  beschikbaar_van ≤ eerste dag van m ≤ beschikbaar_tot

Wie op 1 juli begint telt vanaf juli, wie op 2 juli begint vanaf augustus; wie op 30 juni stopt telt
tot en met juni, en wie op 1 juli stopt tot en met juli. Zo volgen twee gebruikers die op elkaar
aansluiten elkaar op zonder gat en zonder dubbeltelling.

Zonder einddatum loopt het gebruik door. Zonder begindatum is onbekend wanneer het begint en telt
een kandidaat in geen enkele maand, tenzij hij al in gebruik is: dan telt hij vanaf het begin.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.kandidaat import Kandidaatstatus

ALTIJD = -(2**31)
"""Begin van wie al in gebruik is zonder begindatum: vóór elke maand."""

NOOIT = 2**31
"""Begin van wie geen begindatum heeft, en einde van wie geen einddatum heeft: na elke maand."""


def beginmaanden(kandidaten: pd.DataFrame) -> NDArray[np.int64]:
    """Geef per kandidaat de eerste maand waarin hij beschikbaar is, als volgnummer.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``beschikbaar_van`` (NaT = onbekend) en ``status``.

    Returns
    -------
    ndarray, shape (n,)
        Volgnummer van een `pandas.Period` met maanden; `NOOIT` of `ALTIJD` zonder begindatum.
    """
    van = kandidaten["beschikbaar_van"]
    in_gebruik = (kandidaten["status"] == Kandidaatstatus.IN_GEBRUIK).to_numpy(dtype=bool)
    zonder = np.where(in_gebruik, ALTIJD, NOOIT)
    later = (van.dt.day > 1).to_numpy(dtype=bool)
    return np.where(van.isna().to_numpy(dtype=bool), zonder, _volgnummers(van) + later)


def eindmaanden(kandidaten: pd.DataFrame) -> NDArray[np.int64]:
    """Geef per kandidaat de laatste maand waarin hij beschikbaar is, als volgnummer.

    Dat is de maand waarin ``beschikbaar_tot`` valt; `NOOIT` zonder einddatum.
    """
    tot = kandidaten["beschikbaar_tot"]
    return np.where(tot.isna().to_numpy(dtype=bool), NOOIT, _volgnummers(tot))


def beschikbaar(kandidaten: pd.DataFrame, maanden: pd.PeriodIndex) -> NDArray[np.bool_]:
    """Geef per kandidaat en maand of hij dan beschikbaar is.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``beschikbaar_van``, ``beschikbaar_tot`` en ``status``.
    maanden : PeriodIndex, shape (m,)
        De maanden.

    Returns
    -------
    ndarray of bool, shape (n, m)
    """
    begin = beginmaanden(kandidaten)[:, np.newaxis]
    eind = eindmaanden(kandidaten)[:, np.newaxis]
    nummers = maanden.asi8[np.newaxis, :]
    return np.asarray((begin <= nummers) & (nummers <= eind), dtype=bool)


def _volgnummers(datums: pd.Series) -> NDArray[np.int64]:
    """Het volgnummer van de maand van elke datum; zonder datum heeft het geen betekenis."""
    return np.asarray(pd.PeriodIndex(datums, freq="M").asi8, dtype=np.int64)
