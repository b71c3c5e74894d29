"""De inhoud van een rapport, los van hoe zij geschreven wordt.

Elk getal staat hier al als tekst of in een `Tabel`: wat in de PDF staat, staat letterlijk ook in
het Word-document.
"""

from dataclasses import dataclass

from locatieplanner.rapport.document.kaartbeeld import Kaartbeeld
from locatieplanner.rapport.document.staafbeeld import Staafbeeld
from locatieplanner.rapport.tabel import Tabel

Beeld = Kaartbeeld | Staafbeeld
"""Wat er te tekenen is."""


@dataclass(frozen=True)
class Kop:
    """Een kop; niveau 1 is een hoofdstuk en komt in de bladwijzers, 2 een deel daarvan."""

    tekst: str
    niveau: int = 1


@dataclass(frozen=True)
class Alinea:
    """Een alinea; een kleine is een noot bij wat erboven staat."""

    tekst: str
    klein: bool = False


@dataclass(frozen=True)
class Lijst:
    """Een lijst met punten."""

    punten: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Tabelvak:
    """Een tabel, met haar titel erboven en haar herkomst eronder.

    Parameters
    ----------
    tabel : Tabel
        De tabel.
    breedten : tuple of float
        Breedte van elke kolom, als verhouding.
    """

    tabel: Tabel
    breedten: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.breedten) != len(self.tabel.kolommen):
            raise ValueError(
                f"{self.tabel.titel}: {len(self.breedten)} breedten bij "
                f"{len(self.tabel.kolommen)} kolommen"
            )


@dataclass(frozen=True, eq=False)
class Figuur:
    """Een tekening met haar bijschrift; de tekst voor wie haar niet ziet is die van het beeld."""

    beeld: Beeld
    bijschrift: str


@dataclass(frozen=True)
class Bladwissel:
    """Wat hierna komt, begint op een nieuwe bladzijde."""


Deel = Kop | Alinea | Lijst | Tabelvak | Figuur | Bladwissel


@dataclass(frozen=True, eq=False)
class Document:
    """Een rapport.

    Parameters
    ----------
    titel : str
        Titel; ook die van het bestand.
    soort : str
        Wat voor rapport het is, zoals ``Locatiefiche``.
    datum : str
        Dag waarop het gemaakt is, ISO 8601.
    kenmerken : tuple of (str, str)
        Wat erboven staat: plan, versie, gegevens, programma.
    samenvatting : tuple of str
        De samenvatting in gewone taal, een zin of enkele zinnen per alinea.
    delen : tuple of Deel
        De rest, in volgorde.
    """

    titel: str
    soort: str
    datum: str
    kenmerken: tuple[tuple[str, str], ...]
    samenvatting: tuple[str, ...]
    delen: tuple[Deel, ...]

    @property
    def voet(self) -> str:
        """Wat onderaan elke bladzijde staat, naast het nummer."""
        return f"{self.soort} · {self.titel}"
