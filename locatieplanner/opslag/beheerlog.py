"""Het logboek van een project: wie kreeg welke rol, en van wie; ook dit is een keten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from locatieplanner.domein.gebruiker import Gebruiker
from locatieplanner.opslag.canoniek import afdruk, canoniek
from locatieplanner.opslag.gebeurtenis import BEGIN
from locatieplanner.opslag.tabellen import Beheerregel as Rij
from locatieplanner.opslag.vastleggen import nu


@dataclass(frozen=True)
class Beheerregel:
    """Eén regel.

    Parameters
    ----------
    nummer : int
        Volgnummer in het project.
    tijd : str
        Wanneer, ISO 8601 in UTC.
    wie, naam : str
        Sleutel en naam van wie het deed.
    wat : str
        Wat er gebeurde, in één zin.
    vorige, hash : str
        Afdruk van de regel ervoor en van deze.
    """

    nummer: int
    tijd: str
    wie: str
    naam: str
    wat: str
    vorige: str
    hash: str

    @property
    def juiste_hash(self) -> str:
        """De afdruk die bij deze gegevens hoort."""
        velden = [self.nummer, self.tijd, self.wie, self.naam, self.wat, self.vorige]
        return afdruk(canoniek(velden))


def schrijf_beheer(verbinding: Connection, project: str, gebruiker: Gebruiker, wat: str) -> None:
    """Zet een regel in het logboek van een project.

    De aanroeper houdt het project vast (`projecten.houd_vast`).
    """
    laatste = verbinding.execute(
        select(Rij.nummer, Rij.hash)
        .where(Rij.project_id == project)
        .order_by(Rij.nummer.desc())
        .limit(1)
    ).one_or_none()
    nummer, vorige = (1, BEGIN) if laatste is None else (laatste.nummer + 1, laatste.hash)
    regel = Beheerregel(nummer, nu(), gebruiker.subject, gebruiker.naam, wat, vorige, "")
    verbinding.execute(
        insert(Rij),
        {
            "project_id": project, "nummer": nummer, "tijd": regel.tijd, "wie": regel.wie,
            "naam": regel.naam, "wat": wat, "vorige": vorige, "hash": regel.juiste_hash,
        },
    )  # fmt: skip


def lees_beheer(verbinding: Connection, project: str) -> list[Beheerregel]:
    """Geef het logboek van een project, het oudste eerst."""
    vraag = (
        select(Rij.nummer, Rij.tijd, Rij.wie, Rij.naam, Rij.wat, Rij.vorige, Rij.hash)
        .where(Rij.project_id == project)
        .order_by(Rij.nummer)
    )
    return [Beheerregel(*rij) for rij in verbinding.execute(vraag)]


def ketenfouten(regels: Iterable[Beheerregel]) -> Iterator[str]:
    """Loop de keten na en geef wat er niet klopt."""
    vorige, verwacht = BEGIN, 1
    for regel in regels:
        if regel.nummer != verwacht or regel.vorige != vorige or regel.hash != regel.juiste_hash:
            yield f"regel {regel.nummer} van het logboek van het project klopt niet"
        vorige, verwacht = regel.hash, regel.nummer + 1
