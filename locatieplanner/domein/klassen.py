"""Klassen op een kaart: grenzen, kleuren en namen, voor het scherm, een GIS en een rapport."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

ONBEKEND = 5
"""Er is geen waarde, of te weinig om er een te geven; nooit hetzelfde als nul."""

UITGESLOTEN = 6
"""Een harde uitsluiting haalt deze kandidaat uit de rangorde."""

NIET_GETOOND = 7
"""Valt buiten de keuze van de gebruiker: niet tekenen, niet aanklikbaar."""

Klassecodes = NDArray[np.int8]


@dataclass(frozen=True)
class Klassen:
    """Vijf klassen van laag naar hoog, met wat er buiten valt.

    Parameters
    ----------
    titel : str
        Waar de klassen over gaan.
    eenheid : str
        Eenheid van de grenzen.
    grenzen : tuple of float
        De vier grenzen tussen de vijf klassen; een grens hoort bij de hogere klasse.
    labels : tuple of str
        Naam van elke klasse, laag naar hoog.
    kleuren : tuple of str
        Kleur van elke klasse als ``#rrggbb``.
    onbekend, uitgesloten : str
        Namen van wat geen klasse heeft; leeg als het hier niet voorkomt.
    """

    titel: str
    eenheid: str
    grenzen: tuple[float, float, float, float]
    labels: tuple[str, str, str, str, str]
    kleuren: tuple[str, str, str, str, str]
    onbekend: str
    uitgesloten: str = ""

    def klasse_van(
        self,
        waarden: ArrayLike,
        *,
        uitgesloten: ArrayLike | None = None,
        getoond: ArrayLike | None = None,
    ) -> Klassecodes:
        """Geef per waarde de klasse 0–4, of `ONBEKEND`, `UITGESLOTEN` of `NIET_GETOOND`.

        Parameters
        ----------
        waarden : array_like of float
            De waarden; NaN is onbekend.
        uitgesloten : array_like of bool, optional
            Waar een harde uitsluiting geldt.
        getoond : array_like of bool, optional
            Waar de waarde binnen de keuze van de gebruiker valt.
        """
        getallen = np.asarray(waarden, dtype=np.float64)
        codes: Klassecodes = np.digitize(getallen, self.grenzen).astype(np.int8)
        codes[~np.isfinite(getallen)] = ONBEKEND
        if uitgesloten is not None:
            codes[np.asarray(uitgesloten, dtype=bool)] = UITGESLOTEN
        if getoond is not None:
            codes[~np.asarray(getoond, dtype=bool)] = NIET_GETOOND
        return codes

    @property
    def namen(self) -> tuple[str, ...]:
        """De namen bij de codes 0 tot en met `UITGESLOTEN`."""
        return (*self.labels, self.onbekend, self.uitgesloten)


SCOREKLASSEN = Klassen(
    titel="Totaalscore van een kandidaat",
    eenheid="punten, 0 tot en met 100",
    grenzen=(20, 40, 60, 80),
    labels=("0 tot 20", "20 tot 40", "40 tot 60", "60 tot 80", "80 tot en met 100"),
    # ColorBrewer YlGnBu: veilig bij kleurenblindheid, en geen groen tegenover rood.
    kleuren=("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"),
    onbekend="onvoldoende bekend",
    uitgesloten="uitgesloten",
)

DICHTHEIDSKLASSEN = Klassen(
    titel="Opvangplaatsen in de gemeente",
    eenheid="plaatsen per 1.000 inwoners",
    # Het landelijke gemiddelde van de raming 2026 is 4,9: de tweede grens ligt daar.
    grenzen=(2, 5, 10, 20),
    labels=("0 tot 2", "2 tot 5", "5 tot 10", "10 tot 20", "20 en meer"),
    # Grijs, zodat geen gemeente voor een kandidaat kan worden aangezien.
    kleuren=("#f5f3f0", "#dcd9d4", "#c0bcb5", "#a29d95", "#847e76"),
    onbekend="onbekend",
)

VERHOUDINGSKLASSEN = Klassen(
    titel="Bekende en geplande opvang tegenover het evenredige deel",
    eenheid="keer het evenredige deel van het provinciale doel",
    grenzen=(0.25, 0.75, 1.25, 3),
    labels=("0 tot 0,25", "0,25 tot 0,75", "0,75 tot 1,25", "1,25 tot 3", "3 en meer"),
    kleuren=("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"),
    onbekend="onbekend",
)
