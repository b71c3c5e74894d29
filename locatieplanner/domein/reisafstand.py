"""Hoe ver iets is: de vorm waarin elke afstandsmeter zijn antwoord geeft."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from locatieplanner.domein.herkomst import Status


@dataclass(frozen=True)
class Reisafstanden:
    """Afstanden van n plekken naar de dichtstbijzijnde van een soort voorziening.

    Parameters
    ----------
    afstand_m : ndarray, shape (n,)
        Afstand in meters; NaN waar geen voorziening bereikbaar is.
    dichtstbijzijnde : ndarray of int, shape (n,)
        Rijnummer van die voorziening; −1 waar er geen is.
    aantal_binnen_bereik : ndarray of int, shape (n,)
        Hoeveel voorzieningen binnen het gevraagde bereik liggen.
    status : Status
        ``afgeleid`` over een netwerk, ``geschat`` hemelsbreed.
    """

    afstand_m: NDArray[np.float64]
    dichtstbijzijnde: NDArray[np.int64]
    aantal_binnen_bereik: NDArray[np.int64]
    status: Status


class Reisafstand(Protocol):
    """Een afstandsmeter: hemelsbreed, of over een netwerk van straten."""

    @property
    def omschrijving(self) -> str:
        """Hoe gemeten is, in woorden voor de gebruiker."""
        ...

    def dichtstbij(
        self,
        plekken: NDArray[np.float64],
        voorzieningen: NDArray[np.float64],
        bereik_m: float,
    ) -> Reisafstanden:
        """Meet van elke plek naar de dichtstbijzijnde voorziening.

        Parameters
        ----------
        plekken : ndarray, shape (n, 2)
            RD-coördinaten, meters.
        voorzieningen : ndarray, shape (m, 2)
            RD-coördinaten, meters.
        bereik_m : float
            Bereik waarbinnen voorzieningen geteld worden, meters.
        """
        ...
