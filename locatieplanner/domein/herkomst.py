"""Waar een getal vandaan komt en hoe zeker het is."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Hoe zeker een getal is, van zeker naar onzeker."""

    GEPUBLICEERD = "gepubliceerd"
    SECUNDAIR = "secundair"
    AFGELEID = "afgeleid"
    GESCHAT = "geschat"
    ONBEKEND = "onbekend"

    @property
    def uitleg(self) -> str:
        """De status in één zin."""
        return {
            Status.GEPUBLICEERD: "overgenomen uit de bron zelf",
            Status.SECUNDAIR: "overgenomen uit berichtgeving over de bron",
            Status.AFGELEID: "door dit programma berekend uit gepubliceerde getallen",
            Status.GESCHAT: "een aanname of benadering van dit programma",
            Status.ONBEKEND: "niet bekend; telt niet als nul",
        }[self]


def zwakste(*statussen: Status) -> Status:
    """Geef de minst zekere status: een som is zo zeker als haar zwakste deel."""
    return max(statussen, key=list(Status).index)


@dataclass(frozen=True)
class Herkomst:
    """Herkomst van een getal of laag.

    Parameters
    ----------
    bron : str
        Organisatie of publicatie; leeg als die er niet is.
    peildatum : str
        ISO-datum, jaar of ruimere aanduiding zoals de bron die geeft.
    status : Status
        Hoe zeker het getal is.
    toelichting : str, optional
        Wat een lezer nog moet weten.
    """

    bron: str
    peildatum: str
    status: Status
    toelichting: str = ""

    @property
    def zin(self) -> str:
        """Eén zin voor onder een getal."""
        delen = [str(self.status)]
        if self.bron:
            delen.append(self.bron)
        if self.peildatum:
            delen.append(f"peildatum {self.peildatum}")
        if self.toelichting:
            delen.append(self.toelichting)
        return " · ".join(delen)
