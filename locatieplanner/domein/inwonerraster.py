"""Het inwonerraster: inwoners per vierkant van 100 bij 100 meter."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

_PUNTEN_TEGELIJK = 4_096
"""Met een omtrek van 1 km passen hun vierkanten in het snelle geheugen van de processor."""


@dataclass(frozen=True)
class Inwonerraster:
    """Inwoners per vierkant, op een raster langs de assen van RD.

    Parameters
    ----------
    inwoners : ndarray, shape (rijen, kolommen)
        Inwoners per vierkant; rij 0 is het zuidelijkst, kolom 0 het westelijkst.
    hoek : tuple of float
        Zuidwesthoek van rij 0 en kolom 0, RD.
    vierkant_m : float
        Zijde van een vierkant, meters.
    dekking : BaseGeometry
        Waar het raster volledig is, RD.
    """

    inwoners: NDArray[np.float32]
    hoek: tuple[float, float]
    vierkant_m: float
    dekking: BaseGeometry

    @classmethod
    def van_vierkanten(
        cls,
        zuidwest: NDArray[np.float64],
        inwoners: NDArray[np.float64],
        vierkant_m: float,
        dekking: BaseGeometry,
    ) -> "Inwonerraster":
        """Maak een raster van losse vierkanten.

        Parameters
        ----------
        zuidwest : ndarray, shape (n, 2)
            Zuidwesthoek van elk vierkant, RD; op een veelvoud van `vierkant_m`.
        inwoners : ndarray, shape (n,)
            Inwoners per vierkant.
        vierkant_m : float
            Zijde van een vierkant, meters.
        dekking : BaseGeometry
            Waar de vierkanten volledig zijn; een vierkant dat er dan niet is, heeft geen inwoners.
        """
        plaats = np.round(zuidwest / vierkant_m).astype(np.int64)
        laagste = plaats.min(axis=0) if len(plaats) else np.zeros(2, dtype=np.int64)
        kolommen, rijen = (plaats.max(axis=0) - laagste + 1) if len(plaats) else (1, 1)
        raster = np.zeros((int(rijen), int(kolommen)), dtype=np.float32)
        kolom, rij = (plaats - laagste).T
        np.add.at(raster, (rij, kolom), inwoners)
        x, y = (laagste * vierkant_m).tolist()
        return cls(raster, (float(x), float(y)), vierkant_m, dekking)

    def binnen(self, plekken: NDArray[np.float64], straal_m: float) -> NDArray[np.float64]:
        """Tel de inwoners van de vierkanten waarvan het midden binnen `straal_m` ligt.

        Parameters
        ----------
        plekken : ndarray, shape (n, 2)
            RD, meters.
        straal_m : float
            Straal, meters.

        Returns
        -------
        ndarray, shape (n,)
            Inwoners; NaN waar de cirkel buiten de dekking komt.
        """
        uitkomst = np.full(len(plekken), np.nan)
        bekend = np.flatnonzero(_cirkel_binnen(self.dekking, plekken, straal_m))
        stap = int(np.ceil(straal_m / self.vierkant_m))
        vak = np.arange(-stap, stap + 1)
        # Een rand van nullen: buiten de vierkanten die er zijn woont binnen de dekking niemand.
        ruim = np.pad(self.inwoners, stap + 1)
        for begin in range(0, len(bekend), _PUNTEN_TEGELIJK):
            deel = bekend[begin : begin + _PUNTEN_TEGELIJK]
            plaats = (plekken[deel] - self.hoek) / self.vierkant_m
            kolom, rij = np.floor(plaats).astype(np.int64).T
            dx = (kolom[:, np.newaxis] + vak + 0.5 - plaats[:, :1]) * self.vierkant_m
            dy = (rij[:, np.newaxis] + vak + 0.5 - plaats[:, 1:]) * self.vierkant_m
            telt = dx[:, np.newaxis, :] ** 2 + dy[:, :, np.newaxis] ** 2 <= straal_m**2
            rijen = np.clip(rij[:, np.newaxis] + vak + stap + 1, 0, ruim.shape[0] - 1)
            kolommen = np.clip(kolom[:, np.newaxis] + vak + stap + 1, 0, ruim.shape[1] - 1)
            waarden = ruim[rijen[:, :, np.newaxis], kolommen[:, np.newaxis, :]]
            uitkomst[deel] = np.where(telt, waarden, 0.0).sum(axis=(1, 2), dtype=np.float64)
        return uitkomst

    def vakken(self, zijde_m: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Tel vierkanten samen tot vakken van `zijde_m` en geef zwaartepunten en inwoners.

        Returns
        -------
        plekken : ndarray, shape (n, 2)
            Zwaartepunt van de inwoners van elk bewoond vak, RD.
        inwoners : ndarray, shape (n,)
            Inwoners van dat vak.
        """
        rij, kolom = np.nonzero(self.inwoners > 0)
        aantal = self.inwoners[rij, kolom].astype(np.float64)
        x = self.hoek[0] + (kolom + 0.5) * self.vierkant_m
        y = self.hoek[1] + (rij + 0.5) * self.vierkant_m
        vak = np.column_stack([np.floor(x / zijde_m), np.floor(y / zijde_m)]).astype(np.int64)
        _, nummer = np.unique(vak, axis=0, return_inverse=True)
        nummer = nummer.reshape(-1)
        inwoners = np.bincount(nummer, aantal).astype(np.float64)
        plekken = np.column_stack(
            [np.bincount(nummer, aantal * x), np.bincount(nummer, aantal * y)]
        )
        return plekken / inwoners[:, np.newaxis], inwoners


def _cirkel_binnen(
    dekking: BaseGeometry, plekken: NDArray[np.float64], straal_m: float
) -> NDArray[np.bool_]:
    x, y = plekken.T
    return np.asarray(
        shapely.contains_xy(dekking, x, y)
        & (shapely.distance(dekking.boundary, shapely.points(plekken)) >= straal_m)
    )
