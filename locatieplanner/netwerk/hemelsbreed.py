"""Afstand als rechte lijn maal een omwegfactor, zolang er geen stratennetwerk is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.reisafstand import Reisafstanden


@dataclass(frozen=True)
class Hemelsbreed:
    """Afstandsmeter: rechte lijn × `omwegfactor`; het antwoord is altijd ``geschat``."""

    omwegfactor: float

    @property
    def omschrijving(self) -> str:
        """Hoe gemeten is, in woorden voor de gebruiker."""
        decimalen = 1 if round(self.omwegfactor, 1) == self.omwegfactor else 2
        return f"rechte lijn × {getal(self.omwegfactor, decimalen)}"

    def dichtstbij(
        self,
        plekken: NDArray[np.float64],
        voorzieningen: NDArray[np.float64],
        bereik_m: float,
    ) -> Reisafstanden:
        """Meet van elke plek naar de dichtstbijzijnde voorziening; zie `Reisafstand`."""
        aantal = len(plekken)
        if len(voorzieningen) == 0:
            return Reisafstanden(
                afstand_m=np.full(aantal, np.nan),
                dichtstbijzijnde=np.full(aantal, -1, dtype=np.int64),
                aantal_binnen_bereik=np.zeros(aantal, dtype=np.int64),
                status=Status.GESCHAT,
            )
        boom = KDTree(voorzieningen)
        lijn_m, rij = boom.query(plekken)
        # Zonder bereik valt er niets te tellen, en dat kost dan ook niets.
        binnen = (
            boom.query_ball_point(plekken, bereik_m / self.omwegfactor, return_length=True)
            if bereik_m > 0
            else np.zeros(aantal, dtype=np.int64)
        )
        return Reisafstanden(
            afstand_m=np.asarray(lijn_m, dtype=np.float64) * self.omwegfactor,
            dichtstbijzijnde=np.asarray(rij, dtype=np.int64),
            aantal_binnen_bereik=np.asarray(binnen, dtype=np.int64),
            status=Status.GESCHAT,
        )
