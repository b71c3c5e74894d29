"""Staven op papier: een rij per ding, met haar waarde in cijfers erbij."""

import math
from dataclasses import dataclass

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal


@dataclass(frozen=True)
class Staaf:
    """Een staaf.

    Parameters
    ----------
    naam : str
        Wat er gemeten is.
    waarde : float
        Hoeveel; NaN is onbekend en krijgt geen staaf.
    status : Status
        Hoe zeker het is; wat geschat of afgeleid is, is gearceerd.
    """

    naam: str
    waarde: float
    status: Status

    def tekst(self, decimalen: int) -> str:
        """Geef waarde en status zoals zij naast de staaf staan."""
        if math.isnan(self.waarde):
            return str(Status.ONBEKEND)
        return f"{getal(self.waarde, decimalen)} ({self.status})"


@dataclass(frozen=True)
class Staafbeeld:
    """Een aantal staven onder elkaar.

    Parameters
    ----------
    wat : str
        Wat de staven tonen, als naamwoord, zoals ``Deelscores``.
    staven : tuple of Staaf
        De staven, in volgorde.
    eenheid : str
        Eenheid van de waarden.
    tot : float or None, optional
        Einde van de schaal; zonder is dat de grootste waarde.
    decimalen : int, optional
        Hoe fijn de waarden geschreven worden.
    """

    wat: str
    staven: tuple[Staaf, ...]
    eenheid: str
    tot: float | None = None
    decimalen: int = 1

    @property
    def alt(self) -> str:
        """De tekst voor wie de tekening niet ziet: dezelfde getallen."""
        delen = "; ".join(f"{staaf.naam} {staaf.tekst(self.decimalen)}" for staaf in self.staven)
        return f"{self.wat}, in {self.eenheid}. {delen}."
