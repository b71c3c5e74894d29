"""Het rooster: vierkante cellen langs de assen van RD, en rechthoekige vensters daarop.

De cellen liggen op veelvouden van hun zijde, zoals de vierkanten van het CBS: een cel van 100 m is
precies zo'n vierkant. Gerekend wordt per tegel, een vierkant van cellen op een vaste plaats in het
land. Daardoor is de uitkomst van een cel dezelfde in elk gebied en bij elke verdeling in blokken.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from locatieplanner.fouten import InvoerFout

CELMATEN_M = (100, 25, 10)
"""Zijden van een cel waarmee gerekend kan worden, meters."""

_TEGELS = {100: 16, 25: 64, 10: 128}
"""Cellen op een zijde van een tegel: een macht van twee, en samen ten hoogste 1,6 km."""


@dataclass(frozen=True)
class Rooster:
    """Alle cellen van één maat.

    Parameters
    ----------
    cel_m : int
        Zijde van een cel, een van `CELMATEN_M`.

    Raises
    ------
    InvoerFout
        Als er met die maat niet gerekend kan worden.
    """

    cel_m: int = 100

    def __post_init__(self) -> None:
        if self.cel_m not in CELMATEN_M:
            keuzes = ", ".join(str(maat) for maat in CELMATEN_M)
            raise InvoerFout(
                f"Cellen van {self.cel_m} m kunnen niet; kies een resolutie van {keuzes} m."
            )

    @property
    def tegel(self) -> int:
        """Cellen op een zijde van een tegel."""
        return _TEGELS[self.cel_m]

    def venster_om(self, omvang: tuple[float, float, float, float]) -> "Venster":
        """Geef het kleinste venster van hele tegels om een rechthoek.

        Parameters
        ----------
        omvang : tuple of float
            ``x_min, y_min, x_max, y_max``, RD.
        """
        zijde_m = self.tegel * self.cel_m
        west, zuid = (int(np.floor(grens / zijde_m)) for grens in omvang[:2])
        oost, noord = (int(np.ceil(grens / zijde_m)) for grens in omvang[2:])
        return Venster(
            self,
            kolom=west * self.tegel,
            top=noord * self.tegel,
            breedte=max(oost - west, 1) * self.tegel,
            hoogte=max(noord - zuid, 1) * self.tegel,
        )


@dataclass(frozen=True)
class Venster:
    """Een rechthoek van hele tegels.

    Parameters
    ----------
    rooster : Rooster
        De cellen.
    kolom : int
        Westelijkste kolom, geteld in cellen vanaf x = 0.
    top : int
        Noordrand, geteld in cellen vanaf y = 0; rij 0 is de noordelijkste.
    breedte, hoogte : int
        In cellen.
    """

    rooster: Rooster
    kolom: int
    top: int
    breedte: int
    hoogte: int

    @property
    def vorm(self) -> tuple[int, int]:
        """Rijen en kolommen."""
        return self.hoogte, self.breedte

    @property
    def cellen(self) -> int:
        """Aantal cellen."""
        return self.hoogte * self.breedte

    @property
    def omvang(self) -> tuple[float, float, float, float]:
        """``x_min, y_min, x_max, y_max``, RD."""
        cel = self.rooster.cel_m
        west, noord = float(self.kolom * cel), float(self.top * cel)
        return west, noord - self.hoogte * cel, west + self.breedte * cel, noord

    @property
    def transformatie(self) -> tuple[float, float, float, float, float, float]:
        """Van (kolom, rij) naar RD, als a, b, c, d, e, f van een affiene afbeelding."""
        cel = float(self.rooster.cel_m)
        return cel, 0.0, self.kolom * cel, 0.0, -cel, self.top * cel

    def blokken(self, zijde: int) -> "Iterator[Venster]":
        """Geef vensters van ten hoogste `zijde` bij `zijde` cellen, van noordwest naar zuidoost.

        Raises
        ------
        InvoerFout
            Als `zijde` geen heel aantal tegels is.
        """
        if zijde <= 0 or zijde % self.rooster.tegel:
            raise InvoerFout(
                f"Een blok van {zijde} cellen kan niet bij cellen van {self.rooster.cel_m} m; "
                f"kies een veelvoud van {self.rooster.tegel}."
            )
        for rij in range(0, self.hoogte, zijde):
            for kolom in range(0, self.breedte, zijde):
                yield Venster(
                    self.rooster,
                    self.kolom + kolom,
                    self.top - rij,
                    min(zijde, self.breedte - kolom),
                    min(zijde, self.hoogte - rij),
                )

    def tegels(self) -> "Iterator[Venster]":
        """Geef de tegels van het venster, van noordwest naar zuidoost."""
        return self.blokken(self.rooster.tegel)

    def plaats_van(self, ander: "Venster") -> tuple[slice, slice]:
        """Geef de rijen en kolommen die een venster hierbinnen beslaat."""
        rij, kolom = self.top - ander.top, ander.kolom - self.kolom
        return slice(rij, rij + ander.hoogte), slice(kolom, kolom + ander.breedte)

    def middens(self) -> NDArray[np.float64]:
        """Geef het midden van elke cel, RD, shape (rijen · kolommen, 2), rij voor rij."""
        cel = self.rooster.cel_m
        x = (self.kolom + np.arange(self.breedte) + 0.5) * cel
        y = (self.top - np.arange(self.hoogte) - 0.5) * cel
        return np.column_stack([np.tile(x, self.hoogte), np.repeat(y, self.breedte)])
