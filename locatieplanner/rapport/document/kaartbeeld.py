"""Een kaart op papier als gegevens: vlakken met een klasse, tekens met een nummer, en een kader."""

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.kaarttekens import VORMEN
from locatieplanner.domein.klassen import SCOREKLASSEN, Klassen
from locatieplanner.domein.notatie import getal, opsomming

_GENOEMD = 12
"""Zoveel gemeenten en kandidaten staan er in een tekst; daarna volgt een aantal."""


@dataclass(frozen=True, eq=False)
class Kaartvlak:
    """Een gemeente.

    Parameters
    ----------
    vorm : BaseGeometry
        Vlak in RD.
    naam : str
        Naam van de gemeente.
    klasse : int
        Nummer van de klasse.
    hoofd : bool
        Of de kaart over deze gemeente gaat; andere zijn er om te weten waar men is.
    """

    vorm: BaseGeometry
    naam: str
    klasse: int
    hoofd: bool


@dataclass(frozen=True)
class Kaartpunt:
    """Een kandidaat.

    Parameters
    ----------
    x, y : float
        Rekenpunt, RD.
    label : str
        Nummer, hetzelfde als in de tabel ernaast; leeg zonder.
    naam : str
        Naam van de kandidaat.
    klasse : int
        Nummer van de scoreklasse.
    vorm, grootte : int
        Nummer in `VORMEN` en `GROOTTES`.
    """

    x: float
    y: float
    label: str
    naam: str
    klasse: int
    vorm: int
    grootte: int


@dataclass(frozen=True, eq=False)
class Kaartbeeld:
    """Een kaart.

    Parameters
    ----------
    gebied : str
        Waar de kaart van is.
    omvang : tuple of float
        ``x_min, y_min, x_max, y_max``, RD.
    vlakken : tuple of Kaartvlak
        De gemeenten, ook wat er maar deels op past.
    klassen : Klassen
        De klassen van de vlakken.
    punten : tuple of Kaartpunt
        De kandidaten.
    opvang : tuple of (float, float)
        Bestaande opvang: het midden van de plaats, RD.
    bron : str
        Bronvermelding.
    hoogte_cm : float, optional
        Hoe hoog de kaart hoogstens is.
    """

    gebied: str
    omvang: tuple[float, float, float, float]
    vlakken: tuple[Kaartvlak, ...]
    klassen: Klassen
    punten: tuple[Kaartpunt, ...]
    opvang: tuple[tuple[float, float], ...]
    bron: str
    hoogte_cm: float = 12.5

    @property
    def alt(self) -> str:
        """De tekst voor wie de kaart niet ziet, uit dezelfde gegevens."""
        zinnen = [f"Kaart van {self.gebied}."]
        hoofd = sorted((vlak.naam, vlak.klasse) for vlak in self.vlakken if vlak.hoofd)
        namen = self.klassen.namen
        delen = [f"{naam} {namen[klasse]}" for naam, klasse in hoofd]
        zinnen.append(f"{self.klassen.titel} ({self.klassen.eenheid}): {_kort(delen)}.")
        if self.punten:
            delen = [
                f"{punt.label or '–'} {punt.naam} ({VORMEN[punt.vorm].label}; score "
                f"{SCOREKLASSEN.namen[punt.klasse]})"
                for punt in self.punten
            ]
            zinnen.append(f"Kandidaten: {_kort(delen)}.")
        else:
            zinnen.append("Er staan geen kandidaten op.")
        zinnen.append(f"Bestaande opvang: {getal(len(self.opvang))} op deze kaart.")
        return " ".join(zinnen)


def _kort(delen: list[str]) -> str:
    """De eerste delen, en hoeveel er nog zijn."""
    rest = len(delen) - _GENOEMD
    return opsomming([*delen[:_GENOEMD], f"nog {getal(rest)}"] if rest > 0 else delen)
