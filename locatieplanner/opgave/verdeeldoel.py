"""Het ene getal dat over de gemeenten van een provincie verdeeld wordt."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte, getal, kort_getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.fouten import GebiedFout, VerdelingFout
from locatieplanner.opgave.doelen import herkomstregel
from locatieplanner.opgave.verdeling import rond_af


class Grens(StrEnum):
    """Welk punt van een bandbreedte verdeeld wordt."""

    MINIMUM = "minimum"
    MIDDEN = "midden"
    MAXIMUM = "maximum"


@dataclass(frozen=True)
class Verdeeldoel:
    """Het doel van een provincie als één heel getal.

    Parameters
    ----------
    provincie : str
        Naam van de provincie.
    grens : Grens
        Welk punt van de bandbreedte dit is.
    laag, hoog : float
        De bandbreedte; NaN is onbekend.
    doel : float
        Het punt zoals het in de doelset staat of daaruit volgt.
    plaatsen : int
        Hetzelfde, op hele plaatsen afgerond.
    status : Status
        Hoe zeker het doel is.
    herkomst : str
        Waar het vandaan komt, in één regel.
    """

    provincie: str
    grens: Grens
    laag: float
    hoog: float
    doel: float
    plaatsen: int
    status: Status
    herkomst: str

    @property
    def zin(self) -> str:
        """Wat er verdeeld wordt en hoe dat getal gekozen is, in één of twee zinnen."""
        band = bandbreedte(self.laag, self.hoog)
        getal_ = getal(self.plaatsen)
        kop = f"Te verdelen: {getal_} plaatsen ({self.status})"
        delen = []
        if self.grens is Grens.MIDDEN and (pd.isna(self.laag) or pd.isna(self.hoog)):
            ander = "bovengrens" if pd.isna(self.hoog) else "ondergrens"
            delen.append(f"de enige bekende grens van {band}; de {ander} is onbekend")
        elif band != getal_:
            delen.append(f"het {self.grens} van {band}")
        if self.doel != self.plaatsen:
            delen.append(f"afgerond van {kort_getal(self.doel, 2)}; een half gaat omhoog")
        return f"{kop}: {'; '.join(delen)}." if delen else f"{kop}."


def verdeeldoel(omgeving: Omgeving, provincie: str, grens: Grens = Grens.MIDDEN) -> Verdeeldoel:
    """Kies het punt van het provinciale doel dat verdeeld wordt, in hele plaatsen.

    Parameters
    ----------
    omgeving : Omgeving
        Met doelset en doelen.
    provincie : str
        Naam van de provincie.
    grens : Grens, optional
        Welk punt van de bandbreedte.

    Raises
    ------
    GebiedFout
        Als de provincie niet bestaat.
    VerdelingFout
        Als dit punt van het doel onbekend is.
    """
    doelen = omgeving.doelen
    if provincie not in doelen.index:
        raise GebiedFout(f"'{provincie}' is geen provincie. Kies uit: {', '.join(doelen.index)}.")
    rij = doelen.loc[provincie]
    laag, doel, hoog = (
        float(doelen[naam].loc[provincie]) for naam in ("minimum", str(grens), "maximum")
    )
    if pd.isna(doel):
        wel = f" (bekend is: {bandbreedte(laag, hoog)})" if pd.notna(rij["midden"]) else ""
        anders = "Kies een andere grens, of vul" if wel else "Kies een andere doelset, of vul"
        raise VerdelingFout(
            f"Het {grens} van het doel van {provincie} is onbekend in "
            f"'{omgeving.doelset.naam}'{wel}. {anders} het doel zelf in."
        )
    velden = ("bron", "brondatum", "peildatum", "toelichting")
    return Verdeeldoel(
        provincie=provincie,
        grens=grens,
        laag=laag,
        hoog=hoog,
        doel=doel,
        plaatsen=rond_af(doel),
        status=Status(str(rij["status"])),
        herkomst=herkomstregel(*(str(rij[veld]) for veld in velden)),
    )
