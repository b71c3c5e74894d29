"""De kern: een dorp of stad als schijf, zolang de echte omtrek niet geladen is."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def straal_m(inwoners: ArrayLike, inwoners_per_km2: float) -> NDArray[np.float64]:
    """Geef de straal van de schijf die een kern met zoveel inwoners beslaat, meters."""
    aantal = np.asarray(inwoners, dtype=np.float64)
    return np.asarray(1000 * np.sqrt(aantal / inwoners_per_km2 / np.pi))


def schijf(punten: int) -> NDArray[np.float64]:
    """Verdeel punten gelijkmatig over de eenheidsschijf, volgens een spiraal.

    Returns
    -------
    ndarray, shape (punten, 2)
        De gemiddelde afstand tot het midden is 2/3, zoals bij een gelijke verdeling; één punt
        ligt in het midden.
    """
    if punten == 1:
        return np.zeros((1, 2))
    nummer = np.arange(punten) + 0.5
    afstand = np.sqrt(nummer / punten)
    hoek = nummer * np.pi * (3 - np.sqrt(5))
    return np.column_stack([afstand * np.cos(hoek), afstand * np.sin(hoek)])
