"""De maat waarin het netwerk rekent, zodat sommen van lengtes exact zijn.

Elke lengte is een veelvoud van `EENHEID_M`, naar boven afgerond. Een som van zulke lengtes is in
een float64 exact zolang zij korter is dan duizend kilometer. Daardoor maakt het niet uit van welke
kant, in welke volgorde of op welk deel van het netwerk er gerekend wordt: de uitkomst is dezelfde.
Naar boven, zodat een weg nooit korter wordt dan de rechte lijn.

Onder een eenheid blijven 21 bits over. Daarin past het rijnummer van een voorziening: van twee die
even ver zijn, wint vanzelf de eerste.
"""

import numpy as np
from numpy.typing import NDArray

EENHEID_M = 2.0**-12
"""Een kwart millimeter."""

RANG_M = 2.0**-33
"""Wat een rijnummer aan een afstand toevoegt: samen minder dan een eenheid."""

_HOOGSTE_RANG = 2**21 - 1
_SPELING = 1e-6
"""Zo'n deel van een eenheid mag een lengte erboven zitten: dat is de fout van het rekenen zelf."""


def op_maat(lengte_m: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rond lengtes (meters) naar boven af op een veelvoud van `EENHEID_M`."""
    return np.ceil(lengte_m / EENHEID_M - _SPELING) * EENHEID_M


def rang(rijen: NDArray[np.int64]) -> NDArray[np.float64]:
    """Geef per rijnummer de toevoeging die van gelijke afstanden de laagste rij laat winnen.

    Boven de twee miljoen rijen blijft de afstand juist, maar is de keuze bij gelijke afstand vrij.
    """
    return np.minimum(rijen, _HOOGSTE_RANG) * RANG_M


def zonder_rang(afstand_m: NDArray[np.float64]) -> NDArray[np.float64]:
    """Haal uit afstanden (meters) weg wat `rang` toevoegde."""
    return np.floor(afstand_m / EENHEID_M) * EENHEID_M
