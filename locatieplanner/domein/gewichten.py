"""Gewichten van de vier criteria."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from locatieplanner.domein.notatie import kort_getal
from locatieplanner.fouten import GewichtenFout

CRITERIA = ("spreiding", "kleinschaligheid", "nabijheid", "mix")
"""De vier criteria, in de volgorde waarin zij overal staan."""

# Een komma scheidt alleen als er een naam (of niets) op volgt; in 40,5 is zij een decimaalteken.
_SCHEIDING = re.compile(r";|,(?=\s*(?:[^\W\d]|[,;]|$))")


@dataclass(frozen=True)
class Gewichten:
    """Hoe zwaar elk criterium telt; alleen de verhouding doet ertoe."""

    spreiding: float = 25.0
    kleinschaligheid: float = 25.0
    nabijheid: float = 25.0
    mix: float = 25.0

    def __post_init__(self) -> None:
        waarden = [getattr(self, naam) for naam in CRITERIA]
        for naam, waarde in zip(CRITERIA, waarden, strict=True):
            if not np.isfinite(waarde) or waarde < 0:
                raise GewichtenFout(
                    f"Het gewicht van {naam} is {kort_getal(waarde)}; geef een getal van nul of "
                    "hoger."
                )
        if sum(waarden) <= 0:
            raise GewichtenFout(
                "Alle gewichten zijn nul, dus er valt niets te wegen. "
                "Geef ten minste één criterium een gewicht boven nul."
            )

    @property
    def aandelen(self) -> NDArray[np.float64]:
        """De gewichten als aandeel van het geheel, in de volgorde van `CRITERIA`; som 1."""
        waarden: NDArray[np.float64] = np.array(
            [getattr(self, naam) for naam in CRITERIA], dtype=np.float64
        )
        # Eerst door het grootste delen: zo loopt de som ook bij extreme getallen niet over.
        waarden /= waarden.max()
        waarden /= waarden.sum()
        return waarden

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Gewichten":
        """Lees gewichten zoals ``"spreiding=40,nabijheid=20"``; wat ontbreekt telt nul.

        Tussen de gewichten staat een komma of puntkomma. Hoofdletters, een procentteken en een
        decimale komma of punt mogen.

        Raises
        ------
        GewichtenFout
            Als een naam onbekend is, dubbel voorkomt of een waarde geen getal is.
        """
        gelezen: dict[str, float] = {}
        for deel in filter(None, (stuk.strip() for stuk in _SCHEIDING.split(tekst))):
            links, teken, waarde = (stuk.strip() for stuk in deel.partition("="))
            naam = links.casefold()
            if naam not in CRITERIA or not teken:
                raise GewichtenFout(
                    f"'{deel}' is geen gewicht. Schrijf bijvoorbeeld "
                    f'"spreiding=40,nabijheid=20"; de criteria zijn {", ".join(CRITERIA)}.'
                )
            if naam in gelezen:
                raise GewichtenFout(
                    f"Het gewicht van {naam} staat er twee keer; laat er één staan."
                )
            try:
                gelezen[naam] = float(waarde.removesuffix("%").rstrip().replace(",", "."))
            except ValueError:
                raise GewichtenFout(
                    f"'{waarde}' is geen getal; schrijf het gewicht van {naam} als 40 of 12,5."
                ) from None
        return cls.uit_getallen(gelezen)

    @classmethod
    def uit_getallen(cls, waarden: Mapping[str, float]) -> "Gewichten":
        """Maak gewichten van een afbeelding criterium → getal; wat ontbreekt telt nul.

        Raises
        ------
        GewichtenFout
            Als een naam geen criterium is.
        """
        vreemd = [naam for naam in waarden if naam not in CRITERIA]
        if vreemd:
            raise GewichtenFout(
                f"'{vreemd[0]}' is geen criterium; de criteria zijn {', '.join(CRITERIA)}."
            )
        return cls(**{naam: float(waarden.get(naam, 0.0)) for naam in CRITERIA})
