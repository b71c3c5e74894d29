"""Het model: kolommen met grenzen, en regels die lineair in die kolommen zijn.

::

    rij_laag ≤ matrix · kolommen ≤ rij_hoog,   laag ≤ kolommen ≤ hoog

Elke regel weet bij welke eis zij hoort, zodat een eis er als geheel uit te halen is. Een model
verandert nooit; elke bewerking geeft een nieuw.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack, vstack
from scipy.sparse.csgraph import connected_components

from locatieplanner.portefeuille.eis import Eis

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]

GEEN_EIS = -1
"""Een regel die bij het model zelf hoort."""

SPELING = 1e-6
"""Zoveel mag een regel of een heel getal er door rekenafronding naast zitten."""


@dataclass(frozen=True, eq=False)
class Model:
    """Een lineair model met gehele kolommen.

    Parameters
    ----------
    laag, hoog : ndarray, shape (n,)
        Grenzen van elke kolom; alle eindig.
    geheel : ndarray of bool, shape (n,)
        Welke kolommen een geheel getal zijn.
    matrix : csr_array, shape (r, n)
        De regels.
    rij_laag, rij_hoog : ndarray, shape (r,)
        Grenzen van elke regel; oneindig als er aan die kant geen is.
    rij_eis : ndarray of int, shape (r,)
        Plaats in `eisen`, of `GEEN_EIS`.
    eisen : tuple of Eis
        De eisen waar regels bij horen.
    """

    laag: Getallen
    hoog: Getallen
    geheel: NDArray[np.bool_]
    matrix: csr_array
    rij_laag: Getallen
    rij_hoog: Getallen
    rij_eis: Nummers
    eisen: tuple[Eis, ...]

    @property
    def aantal(self) -> int:
        """Aantal kolommen."""
        return len(self.laag)

    def voldoet(self, waarden: Getallen) -> bool:
        """Of waarden binnen alle grenzen en regels vallen, op de speling na."""
        binnen = (waarden >= self.laag - SPELING) & (waarden <= self.hoog + SPELING)
        return bool(binnen.all()) and not self.overtreden(waarden).any()

    def overtreden(self, waarden: Getallen) -> NDArray[np.bool_]:
        """Geef welke regels niet kloppen, shape (r,)."""
        hoogte = self.matrix @ waarden
        return np.asarray(
            (hoogte < self.rij_laag - SPELING) | (hoogte > self.rij_hoog + SPELING), dtype=bool
        )

    def zonder(self, eisen: Collection[int]) -> "Model":
        """Geef het model zonder de regels van deze eisen (plaatsen in `eisen`)."""
        return self._met_rijen(~np.isin(self.rij_eis, list(eisen)))

    def met_regel(self, kolommen: Nummers, waarden: Getallen, laag: float, hoog: float) -> "Model":
        """Geef het model met één regel erbij."""
        rij = csr_array(
            (waarden, (np.zeros(len(kolommen), dtype=np.int64), kolommen)), shape=(1, self.aantal)
        )
        return replace(
            self,
            matrix=csr_array(vstack([self.matrix, rij], format="csr")),
            rij_laag=np.append(self.rij_laag, laag),
            rij_hoog=np.append(self.rij_hoog, hoog),
            rij_eis=np.append(self.rij_eis, GEEN_EIS),
        )

    def met_grenzen(self, laag: Getallen, hoog: Getallen) -> "Model":
        """Geef het model met andere grenzen van de kolommen."""
        return replace(self, laag=laag, hoog=hoog)

    def vastgezet(self, vrij: Nummers, waarden: Getallen) -> "Model":
        """Geef het model van alleen de vrije kolommen; de andere hebben een vaste waarde.

        Regels zonder vrije kolom vallen weg.
        """
        vast = waarden.copy()
        vast[vrij] = 0.0
        bijdrage = self.matrix @ vast
        deel = csr_array(self.matrix[:, vrij])
        klein = replace(
            self,
            laag=self.laag[vrij],
            hoog=self.hoog[vrij],
            geheel=self.geheel[vrij],
            matrix=deel,
            rij_laag=self.rij_laag - bijdrage,
            rij_hoog=self.rij_hoog - bijdrage,
        )
        return klein._met_rijen(np.diff(deel.indptr) > 0)

    def delen(self) -> list[Nummers]:
        """Geef de kolommen van elk deel dat met de andere geen regel deelt, in vaste volgorde.

        Een kolom die vastligt, verbindt niets.
        """
        los = np.flatnonzero(self.laag < self.hoog)
        verband = csr_array(abs(self.matrix[:, los]))
        _, deel = connected_components(verband.T @ verband, directed=False)
        groepen: dict[int, list[int]] = {}
        for kolom, groep in zip(los.tolist(), deel.tolist(), strict=True):
            groepen.setdefault(groep, []).append(kolom)
        return [np.array(kolommen, dtype=np.int64) for kolommen in groepen.values()]

    def versoepelbaar(self) -> "Model":
        """Geef het model met achteraan per eis een kolom die op 1 haar regels opheft.

        Een regel a·v ≤ b wordt a·v ≤ b + M·u, met M zo klein als de grenzen van de kolommen
        toelaten.
        """
        met_eis = np.flatnonzero(self.rij_eis >= 0)
        plus, min_ = self.matrix.maximum(0), self.matrix.minimum(0)
        grootste = plus @ self.hoog + min_ @ self.laag
        kleinste = plus @ self.laag + min_ @ self.hoog
        # Van elke regel van een eis is één kant begrensd.
        over = np.where(
            np.isfinite(self.rij_hoog),
            -np.maximum(grootste - self.rij_hoog, 0.0),
            np.maximum(self.rij_laag - kleinste, 0.0),
        )[met_eis]
        blok = csr_array(
            (over, (met_eis, self.rij_eis[met_eis])),
            shape=(len(self.rij_eis), len(self.eisen)),
        )
        erbij = np.ones(len(self.eisen))
        return replace(
            self,
            laag=np.append(self.laag, 0 * erbij),
            hoog=np.append(self.hoog, erbij),
            geheel=np.append(self.geheel, erbij.astype(bool)),
            matrix=csr_array(hstack([self.matrix, blok], format="csr")),
        )

    def _met_rijen(self, houdt: NDArray[np.bool_]) -> "Model":
        return replace(
            self,
            matrix=csr_array(self.matrix[np.flatnonzero(houdt)]),
            rij_laag=self.rij_laag[houdt],
            rij_hoog=self.rij_hoog[houdt],
            rij_eis=self.rij_eis[houdt],
        )
