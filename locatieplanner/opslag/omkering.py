"""Terug en weer vooruit: wat er nu ongedaan is, en of een verandering nog terug kan."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from locatieplanner.fouten import Botsing, ConflictFout
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.planinhoud import WEERGAVE
from locatieplanner.opslag.tabellen import Gebeurtenis as Rij
from locatieplanner.opslag.vastleggen import huidige_instellingen, huidige_kandidaten
from locatieplanner.opslag.wijziging import met_namen


@dataclass(frozen=True)
class Kort:
    """Van een gebeurtenis alleen wat voor terug en vooruit nodig is, zie `Gebeurtenis`."""

    nummer: int
    wie: str
    soort: str
    doel: int | None


def lees_kort(verbinding: Connection, plan: str) -> list[Kort]:
    """Geef alle gebeurtenissen van een plan in het kort, op volgorde."""
    vraag = select(Rij.nummer, Rij.wie, Rij.soort, Rij.doel).where(Rij.plan_id == plan)
    return [Kort(*rij) for rij in verbinding.execute(vraag.order_by(Rij.nummer))]


def ongedaan_volgens(regels: Collection[Kort]) -> set[int | None]:
    """Geef de nummers die volgens deze regels nu ongedaan zijn."""
    weg: set[int | None] = set()
    for regel in regels:
        if regel.soort == Soort.ONGEDAAN:
            weg.add(regel.doel)
        elif regel.soort == Soort.OPNIEUW:
            weg.discard(regel.doel)
    return weg


def lees_ongedane(verbinding: Connection, plan: str) -> set[int | None]:
    """Geef de nummers die in een plan nu ongedaan zijn."""
    vraag = (
        select(Rij.nummer, Rij.wie, Rij.soort, Rij.doel)
        .where(Rij.plan_id == plan, Rij.soort.in_([str(Soort.ONGEDAAN), str(Soort.OPNIEUW)]))
        .order_by(Rij.nummer)
    )
    return ongedaan_volgens([Kort(*rij) for rij in verbinding.execute(vraag)])


def eis_onveranderd(verbinding: Connection, plan: str, delta: Json) -> None:
    """Weiger een verandering als er niet meer staat waar zij van uitgaat.

    Raises
    ------
    ConflictFout
        Met elk gegeven dat intussen anders is.
    """
    botsingen: list[Botsing] = []
    huidig = huidige_kandidaten(verbinding, plan, list(delta["kandidaten"]))
    for id_, paar in delta["kandidaten"].items():
        versie, nu = huidig.get(id_, (0, None))
        van, naar = paar["van"], paar["naar"]
        if van is None or naar is None or nu is None:
            if nu != van:
                botsingen.append(Botsing(id_, "", van, naar, nu, versie))
            continue
        botsingen += [
            Botsing(id_, veld, van.get(veld), naar.get(veld), nu.get(veld), versie)
            for veld in dict.fromkeys((*van, *naar))
            if nu.get(veld) != van.get(veld)
        ]
    for veld, (versie, waarde) in huidige_instellingen(
        verbinding, plan, list(delta["instellingen"])
    ).items():
        paar = delta["instellingen"][veld]
        if waarde != paar["van"] and veld not in WEERGAVE:
            botsingen.append(Botsing("", veld, paar["van"], paar["naar"], waarde, versie))
    if botsingen:
        vol = met_namen(verbinding, plan, botsingen)
        raise ConflictFout(
            f"Dit kan niet terug: {vol[0].door} veranderde daarna hetzelfde. Er is niets "
            "veranderd. Pas het met de hand aan, of herstel een hele versie.",
            vol,
        )
