"""Een tabel met uitkomsten: getallen met hun eenheid, en waar zij vandaan komen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pandas as pd

from locatieplanner.domein.notatie import ONBEKEND, datum, getal, procent


class Kolomsoort(StrEnum):
    """Hoe de waarden van een kolom geschreven worden."""

    TEKST = "tekst"
    GEHEEL = "geheel"
    GETAL = "getal"
    FIJN = "fijn"
    PROCENT = "procent"
    MAAND = "maand"


@dataclass(frozen=True)
class Tabelkolom:
    """Een kolom van een tabel.

    Parameters
    ----------
    naam : str
        Kolom in de gegevens.
    kop : str
        Wat een lezer erboven ziet.
    soort : Kolomsoort, optional
        Hoe de waarden geschreven worden; een procent is in de gegevens een aandeel (0–1).
    eenheid : str, optional
        Eenheid van de waarden, zoals ``plaatsen``.
    ontbreekt : str, optional
        Wat een lezer ziet waar geen waarde is.
    """

    naam: str
    kop: str
    soort: Kolomsoort = Kolomsoort.TEKST
    eenheid: str = ""
    ontbreekt: str = ONBEKEND

    @property
    def volle_kop(self) -> str:
        """De kop met de eenheid erachter; nodig waar een getal zonder teken staat."""
        return f"{self.kop} ({self.eenheid})" if self.eenheid else self.kop


@dataclass(frozen=True, eq=False)
class Tabel:
    """Een tabel om te tonen en mee te nemen.

    Parameters
    ----------
    titel : str
        Wat de tabel bevat.
    gegevens : DataFrame
        De waarden; NaN en NA zijn onbekend, een leeg tekstveld is leeg.
    kolommen : tuple of Tabelkolom
        De kolommen die mee gaan, in volgorde.
    herkomst : str
        Bron en status in één zin.
    """

    titel: str
    gegevens: pd.DataFrame
    kolommen: tuple[Tabelkolom, ...]
    herkomst: str

    @property
    def koppen(self) -> list[str]:
        """De koppen met eenheid."""
        return [kolom.volle_kop for kolom in self.kolommen]

    def met(self, gegevens: pd.DataFrame) -> "Tabel":
        """Geef dezelfde tabel met andere rijen."""
        return replace(self, gegevens=gegevens)

    def ruw(self) -> pd.DataFrame:
        """Geef de waarden met volle koppen, voor een rekenblad; een maand is ``2027-06``."""
        return pd.DataFrame(
            {
                kolom.volle_kop: (
                    self.gegevens[kolom.naam].astype("str")
                    if kolom.soort is Kolomsoort.MAAND
                    else self.gegevens[kolom.naam]
                ).to_numpy()
                for kolom in self.kolommen
            }
        )

    def als_tekst(self) -> pd.DataFrame:
        """Geef de waarden zoals een lezer ze ziet: op zijn Nederlands; onbekend heet onbekend."""
        return pd.DataFrame(
            {
                kolom.volle_kop: [
                    kolom.ontbreekt if pd.isna(waarde) else _SCHRIJF[kolom.soort](waarde)
                    for waarde in self.gegevens[kolom.naam]
                ]
                for kolom in self.kolommen
            },
            dtype="str",
        )


def _getal(waarde: Any) -> float:  # noqa: ANN401 - een cel kan van alles zijn
    return float("nan") if pd.isna(waarde) else float(waarde)


def _tekst(waarde: object) -> str:
    return "onbekend" if waarde is None or waarde is pd.NA or waarde != waarde else str(waarde)


_SCHRIJF: Mapping[Kolomsoort, Callable[[object], str]] = MappingProxyType(
    {
        Kolomsoort.TEKST: _tekst,
        Kolomsoort.GEHEEL: lambda waarde: getal(_getal(waarde)),
        Kolomsoort.GETAL: lambda waarde: getal(_getal(waarde), 1),
        Kolomsoort.FIJN: lambda waarde: getal(_getal(waarde), 3),
        Kolomsoort.PROCENT: lambda waarde: procent(_getal(waarde)),
        Kolomsoort.MAAND: lambda waarde: datum(_tekst(waarde)),
    }
)
