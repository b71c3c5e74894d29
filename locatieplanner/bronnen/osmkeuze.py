"""Wat er uit OpenStreetMap gekozen wordt: voorzieningen per categorie, straten per reiswijze."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from locatieplanner.bronnen.dienst import Dienst
from locatieplanner.bronnen.tomltabel import Tomltabel
from locatieplanner.fouten import LaagFout

ALLES = "*"
"""Waarde die op elke waarde van een sleutel past."""

_ONTHOUDEN = 65_536


class Onderdeel(StrEnum):
    """Wat er uit OpenStreetMap te halen is: punten met een categorie, of stukken straat."""

    VOORZIENINGEN = "voorzieningen"
    STRATEN = "straten"


def onderdeel(laag: str, dienst: Dienst | None) -> Onderdeel:
    """Geef het onderdeel dat een laag uit OpenStreetMap haalt.

    Raises
    ------
    LaagFout
        Als de laag niets uit OpenStreetMap haalt.
    """
    naam = dienst.onderdeel if dienst else ""
    if naam not in set(Onderdeel):
        raise LaagFout(
            f"De laag {laag} haalt niets uit OpenStreetMap: 'dienst.onderdeel' is '{naam}'. "
            f"Kies in de catalogus uit {', '.join(Onderdeel)}."
        )
    return Onderdeel(naam)


@dataclass(frozen=True)
class Kenmerken:
    """Kenmerken (tags) die samen moeten voorkomen, zoals ``shop=supermarket``.

    Parameters
    ----------
    paren : tuple of (sleutel, waarde)
        Alle moeten gelden; waarde `ALLES` past op elke waarde. Op het eerste paar wordt gezocht
        en dat geldt letterlijk; bij de andere mag de waarde ook in een lijst staan, zoals ``1``
        in ``isced:level=1;2``.
    """

    paren: tuple[tuple[str, str], ...]

    @property
    def hoofd(self) -> tuple[str, str]:
        """Het eerste paar: daarop wordt in een bestand of bij een dienst gezocht."""
        return self.paren[0]

    def past(self, tags: Mapping[str, str]) -> bool:
        """Zeg of een object met deze tags voldoet."""
        sleutel, waarde = self.hoofd
        if sleutel not in tags or waarde not in (ALLES, tags[sleutel]):
            return False
        return all(
            sleutel in tags and waarde in (ALLES, *_waarden(tags[sleutel]))
            for sleutel, waarde in self.paren[1:]
        )


@dataclass(frozen=True)
class Categorie:
    """Een categorie voorzieningen.

    Parameters
    ----------
    id, naam : str
        Korte naam, en de naam voor de gebruiker.
    kenmerken : tuple of Kenmerken
        Een object hoort erbij als het aan een van deze voldoet,
    niet : tuple of Kenmerken
        behalve als het aan een van deze voldoet.
    """

    id: str
    naam: str
    kenmerken: tuple[Kenmerken, ...]
    niet: tuple[Kenmerken, ...] = ()

    @property
    def sleutels(self) -> frozenset[str]:
        """Alle sleutels waar de keuze van afhangt."""
        return _sleutels(self.kenmerken + self.niet)

    @property
    def soorten(self) -> frozenset[str]:
        """De sleutels waarop gezocht wordt, zoals ``amenity``."""
        return _soorten(self.kenmerken)

    def past(self, tags: Mapping[str, str]) -> bool:
        """Zeg of een object met deze tags bij deze categorie hoort."""
        return _een_past(self.kenmerken, tags) and not _een_past(self.niet, tags)


@dataclass(frozen=True)
class Wijze:
    """Een reiswijze en de straten die daarvoor open staan.

    Parameters
    ----------
    id, naam : str
        ``lopen`` of ``fietsen``, en de naam voor de gebruiker.
    wel : tuple of Kenmerken
        Een straat hoort erbij als zij aan een van deze voldoet,
    niet : tuple of Kenmerken
        behalve als zij aan een van deze voldoet,
    toch : tuple of Kenmerken
        tenzij zij ook aan een van deze voldoet.
    """

    id: str
    naam: str
    wel: tuple[Kenmerken, ...]
    niet: tuple[Kenmerken, ...]
    toch: tuple[Kenmerken, ...]

    @property
    def sleutels(self) -> frozenset[str]:
        """Alle sleutels waar de keuze van afhangt."""
        return _sleutels(self.wel + self.niet + self.toch)

    @property
    def soorten(self) -> frozenset[str]:
        """De sleutels waarop gezocht wordt, zoals ``highway``."""
        return _soorten(self.wel)

    def past(self, tags: Mapping[str, str]) -> bool:
        """Zeg of een straat met deze tags voor deze reiswijze open staat."""
        return _een_past(self.wel, tags) and (
            not _een_past(self.niet, tags) or _een_past(self.toch, tags)
        )


class Tags(Protocol):
    """De tags van een object, waar ook gelezen."""

    def get(self, sleutel: str, /) -> str | None:
        """Geef de waarde van een sleutel, of None."""


Kiezer = Callable[[Tags], tuple[str, ...]]
"""Zegt van tags bij welke keuzes het object hoort, per id."""


def kiezer(keuzes: Iterable[Categorie | Wijze]) -> Kiezer:
    """Maak een kiezer.

    Van miljoenen objecten zijn er weinig verschillende: elke combinatie van de waarden die ertoe
    doen wordt één keer beoordeeld.
    """
    keuzes = tuple(keuzes)
    sleutels = tuple(sorted(frozenset().union(*(keuze.sleutels for keuze in keuzes))))

    @lru_cache(maxsize=_ONTHOUDEN)
    def kies(waarden: tuple[str | None, ...]) -> tuple[str, ...]:
        tags = {
            sleutel: waarde
            for sleutel, waarde in zip(sleutels, waarden, strict=True)
            if waarde is not None
        }
        return tuple(keuze.id for keuze in keuzes if keuze.past(tags))

    return lambda tags: kies(tuple(map(tags.get, sleutels)))


def lees_categorie(id: str, tabel: Tomltabel) -> Categorie:
    """Lees een categorie; ``tags`` en ``niet`` zijn teksten als ``"amenity=school & isced=1"``."""
    return Categorie(
        id=id,
        naam=tabel.tekst("naam"),
        kenmerken=_kenmerken(tabel, "tags"),
        niet=_kenmerken(tabel, "niet"),
    )


def lees_wijze(id: str, tabel: Tomltabel) -> Wijze:
    """Lees een reiswijze; ``wel``, ``niet`` en ``toch`` zijn lijsten tags."""
    return Wijze(
        id=id,
        naam=tabel.tekst("naam"),
        wel=_kenmerken(tabel, "wel"),
        niet=_kenmerken(tabel, "niet"),
        toch=_kenmerken(tabel, "toch"),
    )


def _een_past(kenmerken: Iterable[Kenmerken], tags: Mapping[str, str]) -> bool:
    return any(deel.past(tags) for deel in kenmerken)


def _sleutels(kenmerken: Iterable[Kenmerken]) -> frozenset[str]:
    return frozenset(sleutel for deel in kenmerken for sleutel, _ in deel.paren)


def _soorten(kenmerken: Iterable[Kenmerken]) -> frozenset[str]:
    return frozenset(deel.hoofd[0] for deel in kenmerken)


def _waarden(tekst: str) -> list[str]:
    """Splits een lijst met puntkomma's, de manier van OSM om meer waarden te noemen."""
    return [deel.strip() for deel in tekst.split(";")]


def _kenmerken(tabel: Tomltabel, veld: str) -> tuple[Kenmerken, ...]:
    return tuple(_lees_kenmerken(tabel, veld, tekst) for tekst in tabel.teksten(veld))


def _lees_kenmerken(tabel: Tomltabel, veld: str, tekst: str) -> Kenmerken:
    paren = []
    for deel in tekst.split("&"):
        sleutel, teken, waarde = (stuk.strip() for stuk in deel.partition("="))
        if not (sleutel and teken and waarde):
            raise tabel.fout(veld, f"bevat '{tekst}'; schrijf tags als sleutel=waarde")
        paren.append((sleutel, waarde))
    return Kenmerken(tuple(paren))
