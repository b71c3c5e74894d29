"""Regels verzamelen tot er een matrix van te maken is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import coo_array, csr_array

from locatieplanner.portefeuille.eis import Eis
from locatieplanner.portefeuille.model import GEEN_EIS, Getallen, Nummers


@dataclass
class Regels:
    """Regels die verzameld worden tot er een matrix van te maken is."""

    rijen: list[Nummers] = field(default_factory=list)
    kolommen: list[Nummers] = field(default_factory=list)
    waarden: list[Getallen] = field(default_factory=list)
    laag: list[Getallen] = field(default_factory=list)
    hoog: list[Getallen] = field(default_factory=list)
    eis: list[Nummers] = field(default_factory=list)
    eisen: dict[Eis, int] = field(default_factory=dict)
    aantal: int = 0

    def een(
        self,
        kolommen: Nummers | Sequence[int],
        waarden: Getallen | Sequence[float] | float,
        *,
        laag: float = -np.inf,
        hoog: float = np.inf,
        eis: Eis | None = None,
    ) -> None:
        """Voeg één regel toe; één waarde geldt voor alle kolommen."""
        kolom = np.asarray(kolommen, dtype=np.int64)
        self._voeg_toe(
            np.zeros(len(kolom), dtype=np.int64),
            kolom,
            np.broadcast_to(np.asarray(waarden, dtype=np.float64), kolom.shape),
            (laag, hoog),
            1,
            eis,
        )

    def elk(
        self,
        delen: Sequence[tuple[Nummers, Getallen | float]],
        *,
        laag: float = -np.inf,
        hoog: float = np.inf,
        eis: Eis | None = None,
    ) -> None:
        """Voeg even lange reeksen kolommen toe als evenveel regels: Σ waarde · kolom per plaats."""
        aantal = len(delen[0][0])
        rij = np.tile(np.arange(aantal, dtype=np.int64), len(delen))
        kolom = np.concatenate([kolommen for kolommen, _ in delen])
        waarde = np.concatenate(
            [np.broadcast_to(np.asarray(w, dtype=np.float64), (aantal,)) for _, w in delen]
        )
        self._voeg_toe(rij, kolom, waarde, (laag, hoog), aantal, eis)

    def matrix(self, kolommen: int) -> csr_array:
        """Geef de matrix van alle regels."""
        rij, kolom, waarde = (
            np.concatenate(deel) if deel else np.empty(0, dtype=soort)
            for deel, soort in (
                (self.rijen, np.int64),
                (self.kolommen, np.int64),
                (self.waarden, np.float64),
            )
        )
        return csr_array(coo_array((waarde, (rij, kolom)), shape=(self.aantal, kolommen)))

    def grenzen(self) -> tuple[Getallen, Getallen, Nummers]:
        """Geef onder- en bovengrens en de eis van elke regel."""
        return (
            np.concatenate([np.empty(0), *self.laag]),
            np.concatenate([np.empty(0), *self.hoog]),
            np.concatenate([np.empty(0, dtype=np.int64), *self.eis]),
        )

    def _voeg_toe(
        self,
        rij: Nummers,
        kolom: Nummers,
        waarde: Getallen,
        grens: tuple[float, float],
        aantal: int,
        eis: Eis | None,
    ) -> None:
        nummer = GEEN_EIS if eis is None else self.eisen.setdefault(eis, len(self.eisen))
        self.rijen.append(rij + self.aantal)
        self.kolommen.append(kolom)
        self.waarden.append(waarde)
        self.laag.append(np.full(aantal, grens[0]))
        self.hoog.append(np.full(aantal, grens[1]))
        self.eis.append(np.full(aantal, nummer, dtype=np.int64))
        self.aantal += aantal
