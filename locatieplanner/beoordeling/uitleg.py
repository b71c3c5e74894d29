"""De uitleg van een beoordeling: de som achter een totaal, in woorden en getallen."""

import math
from dataclasses import dataclass

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.verklaring import VERKLARING, aandeel_tekst, als_maten
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal, opsomming


@dataclass(frozen=True)
class Criteriumuitleg:
    """De uitleg van één criterium voor één kandidaat.

    Parameters
    ----------
    criterium : str
        Naam van het criterium.
    score : float
        0–100; NaN is onbekend.
    gewicht : float
        Aandeel in het gekozen gewicht, 0–1.
    bijdrage : float
        Punten die dit criterium aan het totaal geeft; NaN als het niet meetelt.
    status : Status
        Hoe zeker de score is.
    zinnen : tuple of str
        Hoe de score tot stand kwam.
    ontbreekt : tuple of str
        Welke kennis ontbreekt.
    """

    criterium: str
    score: float
    gewicht: float
    bijdrage: float
    status: Status
    zinnen: tuple[str, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True)
class Uitleg:
    """De uitleg van één kandidaat.

    Parameters
    ----------
    id, naam : str
        De kandidaat.
    totaal : float
        0–100; NaN is onbekend.
    rang : int or None
        None als de kandidaat niet in de rangorde staat.
    som : str
        De som die het totaal geeft.
    criteria : tuple of Criteriumuitleg
        Per criterium, in vaste volgorde.
    uitsluitingen, aandachtspunten, ontbreekt, niet_getoetst : tuple of str
        Wat er verder over te zeggen is, en wat niet bekend of niet getoetst is.
    """

    id: str
    naam: str
    totaal: float
    rang: int | None
    som: str
    criteria: tuple[Criteriumuitleg, ...]
    uitsluitingen: tuple[str, ...]
    aandachtspunten: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    niet_getoetst: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """De hele uitleg als platte tekst."""
        regels = [f"{self.naam} ({self.id})", self.som]
        regels.append("Geen rang." if self.rang is None else f"Rang {getal(self.rang)}.")
        for deel in self.criteria:
            regels.append(f"{deel.criterium.capitalize()}: {getal(deel.score, 1)} ({deel.status})")
            regels += [f"  {zin}" for zin in deel.zinnen]
        for kop, punten in (
            ("Uitgesloten", self.uitsluitingen),
            ("Aandachtspunt", self.aandachtspunten),
            ("Niet bekend", self.ontbreekt),
        ):
            regels += [f"{kop}: {punt}" for punt in punten]
        if self.niet_getoetst:
            regels.append(f"Niet getoetst: {'; '.join(self.niet_getoetst)}")
        return "\n".join(regels)


def uitleg(beoordeling: Beoordeling, id: str) -> Uitleg:
    """Leg uit hoe het totaal van een kandidaat tot stand kwam.

    Raises
    ------
    InvoerFout
        Als er geen kandidaat met dit id is.
    """
    rij = beoordeling.rij(id)
    kandidaat = als_maten(beoordeling.kandidaten, rij)
    aandelen = dict(zip(CRITERIA, beoordeling.gewichten.aandelen.tolist(), strict=True))
    # Het bekende gewicht zelf, niet de afgeronde volledigheid: zo klopt de som tot de laatste punt.
    bekend = float(beoordeling.weegschaal.bekend[rij] @ beoordeling.gewichten.aandelen)
    criteria = []
    for naam in CRITERIA:
        maten = als_maten(beoordeling.maten[naam], rij)
        score = float(maten["score"])
        zinnen, ontbreekt = VERKLARING[naam](kandidaat, maten, beoordeling.omgeving)
        telt = not math.isnan(score) and bekend > 0
        criteria.append(
            Criteriumuitleg(
                criterium=naam,
                score=score,
                gewicht=aandelen[naam],
                bijdrage=aandelen[naam] / bekend * score if telt else math.nan,
                status=Status(maten["status"]),
                zinnen=tuple(zinnen),
                ontbreekt=tuple(ontbreekt),
            )
        )
    totaal = float(beoordeling.weging.totaal[rij])
    rang = int(beoordeling.weging.rang[rij])
    ontbreekt = [punt for deel in criteria for punt in deel.ontbreekt]
    return Uitleg(
        id=id,
        naam=str(kandidaat["naam"]),
        totaal=totaal,
        rang=None if rang == GEEN_RANG else rang,
        som=_som(criteria, totaal, bekend),
        criteria=tuple(criteria),
        uitsluitingen=beoordeling.uitsluitingen[rij],
        aandachtspunten=beoordeling.aandachtspunten[rij] + beoordeling.reden_zonder_rang(rij),
        ontbreekt=tuple(ontbreekt),
        niet_getoetst=beoordeling.niet_getoetst[rij],
    )


def _som(criteria: list[Criteriumuitleg], totaal: float, bekend: float) -> str:
    """De som die het totaal geeft: aandeel × score, over wat bekend is."""
    if math.isnan(totaal):
        return "Totaal onbekend: van geen enkel criterium met gewicht is de score bekend."
    telt = [deel for deel in criteria if not math.isnan(deel.score) and deel.gewicht > 0]
    termen = " + ".join(
        f"{aandeel_tekst(deel.gewicht / bekend)} × {getal(deel.score, 1)} ({deel.criterium})"
        for deel in telt
    )
    som = f"Totaal {getal(totaal, 1)} = {termen}."
    mist = [d.criterium for d in criteria if math.isnan(d.score) and d.gewicht > 0]
    if mist:
        werkwoorden = ("is", "telt") if len(mist) == 1 else ("zijn", "tellen")
        som += (
            f" {opsomming(mist).capitalize()} {werkwoorden[0]} onbekend en {werkwoorden[1]} "
            f"niet mee; {aandeel_tekst(bekend)} van het gewicht is bekend."
        )
    return som
