"""De link naar een voorbereid overleg: het gebied en de stappen, in die volgorde.

Een stap is een letter, bij een locatie met haar id: ``o,k,l:V01,w``. Van een beschermde locatie
staat er de code waaronder zij gedeeld wordt, nooit haar eigen id.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote, urlencode

import pandas as pd

from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.fouten import InvoerFout

STAPPEN, GEBIED = "stappen", "gebied"
"""Hoe de delen in de link heten."""

_LANGSTE = 2_000
_MEESTE = 40
_HERSTEL = "Vraag wie de link maakte om een nieuwe, of ga hieronder verder met de gewone volgorde."


class Soort(StrEnum):
    """Wat een stap toont; de waarde is de letter in de link."""

    OPGAVE = "o"
    KAART = "k"
    LOCATIE = "l"
    WATALS = "w"


@dataclass(frozen=True)
class Stap:
    """Eén stap van een overleg.

    Parameters
    ----------
    soort : Soort
        Wat de stap toont.
    id : str
        Bij een locatie haar code; anders leeg.
    """

    soort: Soort
    id: str = ""


def gewone_stappen(ids: Collection[str]) -> tuple[Stap, ...]:
    """Geef de volgorde van wie niets voorbereidt: opgave, kaart, elke locatie, wat als.

    Zonder locaties valt er alleen over de opgave te praten.
    """
    if not ids:
        return (Stap(Soort.OPGAVE),)
    return (
        Stap(Soort.OPGAVE),
        Stap(Soort.KAART),
        *(Stap(Soort.LOCATIE, id_) for id_ in ids),
        Stap(Soort.WATALS),
    )


def schrijf_stappen(stappen: Collection[Stap]) -> str:
    """Geef de stappen zoals zij in een link staan."""
    return ",".join(
        f"{stap.soort}:{quote(stap.id, safe='')}" if stap.id else str(stap.soort)
        for stap in stappen
    )


def lees_stappen(tekst: str, ids: Collection[str]) -> tuple[Stap, ...]:
    """Lees de stappen uit een link.

    Parameters
    ----------
    tekst : str
        Het deel `STAPPEN` van de link.
    ids : collection of str
        De codes van de locaties die er in dit gebied zijn.

    Raises
    ------
    InvoerFout
        Als er iets niet klopt; alle problemen staan in één melding.
    """
    if len(tekst) > _LANGSTE:
        raise InvoerFout(f"De link naar dit overleg is te lang om te kloppen. {_HERSTEL}")
    delen = tekst.split(",")
    problemen = list(_problemen(delen, ids))
    if problemen:
        raise InvoerFout(f"De link naar dit overleg klopt niet: {'; '.join(problemen)}. {_HERSTEL}")
    return tuple(_stap(deel) for deel in delen)


def lees_gebied(tekst: str, gemeenten: pd.DataFrame) -> tuple[str, str | None]:
    """Lees uit een link de provincie en, als die erin staat, de code van de gemeente.

    Raises
    ------
    InvoerFout
        Als het geen provincie en geen gemeente is.
    """
    if tekst in PROVINCIES:
        return tekst, None
    if tekst in gemeenten.index:
        return str(gemeenten["provincie"].loc[tekst]), tekst
    raise InvoerFout(
        f"De link naar dit overleg klopt niet: gebied '{tekst[:40]}' is geen provincie en geen "
        f"code van een gemeente. {_HERSTEL}"
    )


def schrijf_link(
    adres: str, gebied: str, stappen: Collection[Stap], vraag: Mapping[str, str]
) -> str:
    """Geef de link naar een overleg.

    Parameters
    ----------
    adres : str
        Adres van de pagina Overleg; wat er achter een vraagteken staat, vervalt.
    gebied : str
        Naam van de provincie of code van de gemeente.
    stappen : collection of Stap
        De stappen.
    vraag : Mapping of str to str
        Wat er verder in hoort, zoals het plan.
    """
    delen = {**vraag, GEBIED: gebied, STAPPEN: schrijf_stappen(stappen)}
    return f"{adres.split('?')[0]}?{urlencode(delen)}"


def _stap(deel: str) -> Stap:
    letter, _, id_ = deel.partition(":")
    return Stap(Soort(letter), unquote(id_))


def _problemen(delen: list[str], ids: Collection[str]) -> Iterator[str]:
    if len(delen) > _MEESTE:
        yield f"er staan {len(delen)} stappen in, en meer dan {_MEESTE} kan niet"
        return
    letters = {str(soort) for soort in Soort}
    for nummer, deel in enumerate(delen, start=1):
        letter, _, id_ = deel.partition(":")
        if letter not in letters:
            yield f"stap {nummer} ('{deel[:20]}') is geen stap van een overleg"
        elif (letter == Soort.LOCATIE) != bool(id_):
            yield f"stap {nummer} hoort {'een' if letter == Soort.LOCATIE else 'geen'} id te noemen"
        elif id_ and unquote(id_) not in ids:
            yield (
                f"stap {nummer} noemt locatie '{unquote(id_)[:40]}', die er in dit gebied en dit "
                "plan niet (meer) is"
            )
