"""Wat er nodig is: de plaatsen die een provincie nog zoekt, in het geheel en per onderdeel.

Van het doel gaat af wat er al staat en gepland is, zoals in `locatieplanner.opgave.stand`::

    nodig = doel − (bestaand + gepland)

Een doel is een bandbreedte: ten minste `laag`, ten hoogste `hoog`, in hele plaatsen. Is er maar één
grens bekend, dan is die beide. Vragen de onderdelen samen meer dan er in het geheel nog nodig is
(van een ander type is er al genoeg), dan geldt wat de onderdelen vragen.
"""

import math
from dataclasses import dataclass, replace

import pandas as pd

from locatieplanner.domein.doel import (
    DEEL_VAN_TOTAAL,
    TOTAAL,
    Bandbreedte,
    onderdeelnaam,
    tellende_doelen,
    telt_in_som,
)
from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving

_HAAR = 1e-6
"""Zo weinig boven een heel getal is rekenafronding."""


@dataclass(frozen=True)
class Nodig:
    """De plaatsen die een provincie voor haar doel, of een onderdeel daarvan, nog zoekt.

    Parameters
    ----------
    provincie : str
        Naam van de provincie.
    onderdeel : str
        `TOTAAL`, of het onderdeel van de doelset.
    typen : frozenset of str
        Codes van de locatietypen die meetellen.
    doel_laag, doel_hoog : float
        Het doel, plaatsen.
    telt_mee : float
        Wat er al staat of gepland is, plaatsen.
    laag, hoog : int
        Ten minste en ten hoogste zoveel plaatsen zijn er nog te kiezen.
    status : Status
        Hoe zeker dit is.
    """

    provincie: str
    onderdeel: str
    typen: frozenset[str]
    doel_laag: float
    doel_hoog: float
    telt_mee: float
    laag: int
    hoog: int
    status: Status

    @property
    def naam(self) -> str:
        """Waar het over gaat: ``Zeeland``, of ``Zuid-Holland (rol)``."""
        if self.onderdeel == TOTAAL:
            return self.provincie
        return f"{self.provincie} ({onderdeelnaam(self.onderdeel)})"


def nodig_per_provincie(
    omgeving: Omgeving,
    stand: pd.DataFrame,
    gepland: pd.DataFrame,
    provincies: tuple[str, ...],
    *,
    per_onderdeel: bool,
) -> tuple[Nodig, ...]:
    """Geef wat er nodig is; een provincie of onderdeel waarvan het doel onbekend is, ontbreekt.

    Parameters
    ----------
    omgeving : Omgeving
        Met doelset, bestaande opvang en ``portefeuille.boven_doel``.
    stand : DataFrame
        Uitkomst van `locatieplanner.opgave.stand.stand_per_provincie`, met het geplande erin.
    gepland : DataFrame
        De kandidaten die als gepland tellen: ``provincie``, ``type`` en ``capaciteit``.
    provincies : tuple of str
        Waarvoor.
    per_onderdeel : bool
        Of ook de onderdelen van het doel gelden.
    """
    uitkomst: list[Nodig] = []
    for provincie in provincies:
        geheel = _geheel(omgeving, stand, provincie)
        if geheel is None:
            continue
        delen = list(_onderdelen(omgeving, gepland, provincie)) if per_onderdeel else []
        som = sum(deel.laag for deel in delen if telt_in_som(deel.onderdeel))
        uitkomst += [replace(geheel, hoog=max(geheel.hoog, som)), *delen]
    return tuple(uitkomst)


def _geheel(omgeving: Omgeving, stand: pd.DataFrame, provincie: str) -> Nodig | None:
    doel = stand.loc[provincie]
    if pd.isna(doel["doel_midden"]) or pd.isna(doel["telt_mee"]):
        return None
    laag, hoog = (
        float(doel["doel_midden"] if pd.isna(doel[grens]) else doel[grens])
        for grens in ("doel_laag", "doel_hoog")
    )
    opvang = {code for code, soort in omgeving.locatietypen.items() if soort.telt_als_opvang}
    return _nodig(
        omgeving,
        (provincie, TOTAAL),
        frozenset(opvang),
        (laag, hoog),
        float(doel["telt_mee"]),
        Status(doel["nodig_status"]),
    )


def _onderdelen(omgeving: Omgeving, gepland: pd.DataFrame, provincie: str) -> list[Nodig]:
    """De onderdelen van het doel dat geldt, voor zover bekend en er een locatietype onder valt."""
    rijen = omgeving.doelset.van(provincie)
    geldt = {doel.peildatum for doel in tellende_doelen(rijen)}
    uitkomst = []
    for doel in rijen:
        deelt = telt_in_som(doel.onderdeel) or doel.onderdeel.startswith(DEEL_VAN_TOTAAL)
        typen = _typen(omgeving, doel.onderdeel)
        if not (deelt and typen and doel.plaatsen.bekend and doel.peildatum in geldt):
            continue
        bestaand, zeker = _bestaand(omgeving, provincie, typen)
        telt = gepland[(gepland["provincie"] == provincie) & gepland["type"].isin(typen)]
        uitkomst.append(
            _nodig(
                omgeving,
                (provincie, doel.onderdeel),
                typen,
                _grenzen(doel.plaatsen),
                bestaand + float(telt["capaciteit"].sum()),
                zwakste(doel.herkomst.status, zeker),
            )
        )
    return uitkomst


def _typen(omgeving: Omgeving, onderdeel: str) -> frozenset[str]:
    """De typen die onder een onderdeel vallen; ``waarvan_amv`` gaat over het type amv."""
    eigen = onderdeel.removeprefix(DEEL_VAN_TOTAAL)
    return frozenset(
        code
        for code, soort in omgeving.locatietypen.items()
        if soort.telt_als_opvang
        and (soort.onderdeel == onderdeel or (eigen != onderdeel and code == eigen))
    )


def _bestaand(omgeving: Omgeving, provincie: str, typen: frozenset[str]) -> tuple[float, Status]:
    """De bestaande plaatsen van deze typen, en hoe zeker zij zijn.

    Van opvang waarvan geen locatie bekend is, is ook het type onbekend: die telt hier niet.
    """
    if not omgeving.doelset.bestaand_telt_mee:
        return 0.0, Status.GEPUBLICEERD
    opvang = omgeving.opvang
    hier = opvang["gemeentecode"].map(omgeving.gemeenten["provincie"]) == provincie
    deel = opvang[hier & opvang["type"].isin(typen)]
    return float(deel["plaatsen"].sum()), omgeving.status_bestaand


def _grenzen(plaatsen: Bandbreedte) -> tuple[float, float]:
    """Onder- en bovengrens; is er maar één bekend, dan is die beide."""
    bekend = [grens for grens in (plaatsen.minimum, plaatsen.maximum) if grens is not None]
    return bekend[0], bekend[-1]


def _nodig(
    omgeving: Omgeving,
    waar: tuple[str, str],
    typen: frozenset[str],
    doel: tuple[float, float],
    telt_mee: float,
    status: Status,
) -> Nodig:
    """Wat er in hele plaatsen nog nodig is."""
    ruimte = omgeving.parameters.getal("portefeuille.boven_doel") * doel[1]
    laag = max(0, math.ceil(doel[0] - telt_mee - _HAAR))
    hoog = max(laag, math.floor(doel[1] + ruimte - telt_mee + _HAAR))
    return Nodig(*waar, typen, *doel, telt_mee, laag, hoog, status)
