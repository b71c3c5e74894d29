"""Een gebeurtenis in het logboek van een plan: wie, wanneer, wat en waarom, in een keten.

De afdruk van een gebeurtenis gaat over alles wat erin staat en over de afdruk van de vorige. Wie
iets verandert, weghaalt of ertussen zet, breekt de keten bij die gebeurtenis.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from locatieplanner.opslag.canoniek import Json, afdruk, canoniek, lees

BEGIN = "0" * 64
"""De vorige afdruk van de eerste gebeurtenis."""


class Soort(StrEnum):
    """Wat er gebeurde."""

    GEMAAKT = "gemaakt"
    GEKOPIEERD = "gekopieerd"
    INGELEZEN = "ingelezen"
    TOEGEVOEGD = "kandidaten toegevoegd"
    GEWIJZIGD = "kandidaten gewijzigd"
    VERWIJDERD = "kandidaten verwijderd"
    INSTELLING = "instelling gewijzigd"
    MEER = "plan gewijzigd"
    HERNOEMD = "hernoemd"
    GEARCHIVEERD = "gearchiveerd"
    TERUGGEHAALD = "uit het archief gehaald"
    HERSTELD = "hersteld"
    OPMERKING = "opmerking"
    ONGEDAAN = "ongedaan gemaakt"
    OPNIEUW = "opnieuw gedaan"


OMKEERBAAR = frozenset(
    {
        Soort.TOEGEVOEGD, Soort.GEWIJZIGD, Soort.VERWIJDERD, Soort.INSTELLING, Soort.MEER,
        Soort.HERNOEMD, Soort.GEARCHIVEERD, Soort.TERUGGEHAALD, Soort.HERSTELD,
    }
)  # fmt: skip
"""Soorten die ongedaan te maken zijn."""


@dataclass(frozen=True)
class Gebeurtenis:
    """Eén regel van het logboek.

    Parameters
    ----------
    nummer : int
        Volgnummer in het plan, vanaf 1.
    tijd : str
        Wanneer, ISO 8601 in UTC.
    wie, naam : str
        Sleutel en naam van de gebruiker.
    soort : Soort
        Wat er gebeurde.
    inhoud : str
        De verandering als canonieke JSON, zie `delta`; bij een opmerking de opmerking.
    waarom : str
        De reden die de gebruiker gaf; leeg als er geen is.
    doel : int or None
        Bij ongedaan en opnieuw: welke gebeurtenis. Bij herstellen: naar welke versie.
    vorige, hash : str
        De afdruk van de gebeurtenis ervoor en van deze.
    """

    nummer: int
    tijd: str
    wie: str
    naam: str
    soort: Soort
    inhoud: str
    waarom: str
    doel: int | None
    vorige: str
    hash: str

    @property
    def delta(self) -> Json:
        """De verandering als gegevens."""
        gelezen: Json = lees(self.inhoud)
        return gelezen

    @property
    def juiste_hash(self) -> str:
        """De afdruk die bij deze gegevens hoort."""
        return hash_van(
            self.nummer, self.tijd, self.wie, self.naam, self.soort, self.inhoud, self.waarom,
            self.doel, self.vorige,
        )  # fmt: skip


def hash_van(
    nummer: int,
    tijd: str,
    wie: str,
    naam: str,
    soort: str,
    inhoud: str,
    waarom: str,
    doel: int | None,
    vorige: str,
) -> str:
    """Geef de afdruk van een gebeurtenis: sha256 over canonieke JSON met de vorige erin."""
    return afdruk(
        canoniek(
            {
                "nummer": nummer,
                "tijd": tijd,
                "wie": wie,
                "naam": naam,
                "soort": str(soort),
                # Als tekst: dan hangt de afdruk niet af van hoe een ander JSON schrijft.
                "inhoud": inhoud,
                "waarom": waarom,
                "doel": doel,
                "vorige": vorige,
            }
        )
    )


def ketenfouten(gebeurtenissen: Iterable[Gebeurtenis]) -> Iterator[str]:
    """Loop de keten na en geef wat er niet klopt; niets als zij heel is.

    Na de eerste breuk wordt verder gekeken vanaf wat er staat, zodat elke breuk gemeld wordt.
    """
    vorige, verwacht = BEGIN, 1
    for gebeurtenis in gebeurtenissen:
        if gebeurtenis.nummer != verwacht:
            yield f"gebeurtenis {verwacht} ontbreekt"
        if gebeurtenis.vorige != vorige:
            yield f"gebeurtenis {gebeurtenis.nummer} sluit niet aan op de vorige"
        if gebeurtenis.hash != gebeurtenis.juiste_hash:
            yield f"gebeurtenis {gebeurtenis.nummer} is veranderd nadat zij vastgelegd was"
        vorige, verwacht = gebeurtenis.hash, gebeurtenis.nummer + 1
