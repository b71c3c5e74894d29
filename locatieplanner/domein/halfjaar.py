"""Halfjaren: het tijdvak waarin een gemeente een taakstelling heeft."""

import datetime
import re
from dataclasses import dataclass

import pandas as pd

from locatieplanner.fouten import InvoerFout

MAANDEN_PER_HALFJAAR = 6

_HELFTEN = ("I", "II")
_SCHRIJFWIJZE = re.compile(r"((?:19|20)\d{2})[ /-]*(?:H|h)?(II|ii|I|i|2|1)")


@dataclass(frozen=True, order=True)
class Halfjaar:
    """Een half kalenderjaar; op volgorde van de tijd.

    Parameters
    ----------
    jaar : int
        Kalenderjaar.
    helft : int
        1 is januari tot en met juni, 2 is juli tot en met december.
    """

    jaar: int
    helft: int

    def __post_init__(self) -> None:
        if self.helft not in (1, 2):
            raise InvoerFout(f"Een jaar heeft twee helften, geen {self.helft}e. Kies 1 of 2.")

    def __str__(self) -> str:
        return f"{self.jaar}-{_HELFTEN[self.helft - 1]}"

    @classmethod
    def lees(cls, tekst: str) -> "Halfjaar":
        """Lees een halfjaar zoals ``2026-II``, ``2026-2`` of ``2026 H2``.

        Raises
        ------
        InvoerFout
            Als de tekst geen halfjaar is.
        """
        deel = _SCHRIJFWIJZE.fullmatch(tekst.strip())
        if deel is None:
            raise InvoerFout(
                f"'{tekst}' is geen halfjaar. Schrijf 2026-I voor januari tot en met juni, of "
                "2026-II voor juli tot en met december."
            )
        jaar, helft = deel.groups()
        return cls(int(jaar), 2 if helft.upper() in ("II", "2") else 1)

    @classmethod
    def van(cls, moment: pd.Period | datetime.date) -> "Halfjaar":
        """Geef het halfjaar waarin een maand of datum valt."""
        return cls(moment.year, 1 if moment.month <= MAANDEN_PER_HALFJAAR else 2)

    @property
    def naam(self) -> str:
        """Het halfjaar voluit, zoals ``tweede helft van 2026``."""
        return f"{'eerste' if self.helft == 1 else 'tweede'} helft van {self.jaar}"

    @property
    def maanden(self) -> pd.PeriodIndex:
        """De zes maanden."""
        begin = pd.Period(year=self.jaar, month=1 if self.helft == 1 else 7, freq="M")
        return pd.period_range(begin, periods=MAANDEN_PER_HALFJAAR, freq="M", name="maand")

    @property
    def volgende(self) -> "Halfjaar":
        """Het halfjaar erna."""
        return Halfjaar(self.jaar, 2) if self.helft == 1 else Halfjaar(self.jaar + 1, 1)

    def tot_en_met(self, laatste: "Halfjaar") -> "tuple[Halfjaar, ...]":
        """Geef de halfjaren van dit tot en met `laatste`; leeg als dat ervoor ligt."""
        reeks, nu = [], self
        while nu <= laatste:
            reeks.append(nu)
            nu = nu.volgende
        return tuple(reeks)
