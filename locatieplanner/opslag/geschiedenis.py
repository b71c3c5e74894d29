"""De geschiedenis van een plan: het logboek, versies vergelijken, terug en weer vooruit."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.afscherming import NAAM as AFGESCHERMD
from locatieplanner.opslag.afscherming import VERRADERLIJK
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.delta import is_leeg, keer_om, maak_delta
from locatieplanner.opslag.gebeurtenis import OMKEERBAAR, Gebeurtenis, Soort
from locatieplanner.opslag.keuring import schone_tekst
from locatieplanner.opslag.leesbaar import Verschil, verschillen
from locatieplanner.opslag.lezen import lees_versie
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.omkering import (
    eis_onveranderd,
    lees_kort,
    lees_ongedane,
    ongedaan_volgens,
)
from locatieplanner.opslag.planinhoud import ARCHIEF, NAAM
from locatieplanner.opslag.planversie import Planversie
from locatieplanner.opslag.stand import lees_gebeurtenissen, stand_op
from locatieplanner.opslag.tabellen import Kandidaat
from locatieplanner.opslag.toegang import plan_voor
from locatieplanner.opslag.vastleggen import (
    afgeschermde_ids,
    leg_vast,
)

MEESTE = 50
"""Zoveel verschillen van één gebeurtenis staan er hoogstens in het logboek."""


@dataclass(frozen=True)
class Logregel:
    """Een gebeurtenis zoals een gebruiker haar te zien krijgt.

    Parameters
    ----------
    nummer : int
        Volgnummer; ook het nummer van de versie erna.
    tijd : str
        Wanneer, ISO 8601 in UTC.
    naam : str
        Wie het deed.
    eigen : bool
        Of dat de gebruiker zelf was.
    soort : Soort
        Wat er gebeurde.
    waarom : str
        De reden; leeg als er geen is of zij over een beschermde locatie kan gaan.
    doel : int or None
        De gebeurtenis waar het over gaat.
    verschillen : tuple of Verschil
        Wat er veranderde, hoogstens `MEESTE` regels.
    meer : int
        Hoeveel regels er nog zijn.
    ongedaan : bool
        Of dit later ongedaan gemaakt is.
    hash : str
        Afdruk; leeg voor een lezer, want uit een afdruk is een ligging te raden.
    """

    nummer: int
    tijd: str
    naam: str
    eigen: bool
    soort: Soort
    waarom: str
    doel: int | None
    verschillen: tuple[Verschil, ...]
    meer: int
    ongedaan: bool
    hash: str


def logboek(
    database: Database,
    gebruiker: Gebruiker,
    plan: str,
    *,
    na: int = 0,
    tot: int | None = None,
    aantal: int = 100,
) -> tuple[Logregel, ...]:
    """Geef de laatste gebeurtenissen, de nieuwste eerst.

    Parameters
    ----------
    database : Database
        Waar het plan staat.
    gebruiker : Gebruiker
        Ten minste lezer; voor een lezer zijn beschermde locaties afgeschermd.
    plan : str
        Sleutel van het plan.
    na, tot : int, optional
        Alleen gebeurtenissen na het ene en tot en met het andere nummer.
    aantal : int, optional
        Hoeveel hoogstens.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    with database.lezen() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.LEZER)
        laatste = stand.nummer if tot is None else min(tot, stand.nummer)
        eerste = max(na, laatste - aantal)
        gebeurtenissen = list(lees_gebeurtenissen(verbinding, plan, na=eerste, tot=laatste))
        weg = lees_ongedane(verbinding, plan)
        alles = stand.rol >= Projectrol.PLANNER
        afgeschermd = None if alles else afgeschermde_ids(verbinding, plan)
        namen = _namen(verbinding, plan, gebeurtenissen)
    return tuple(
        _regel(g, gebruiker, database.naslag, namen, afgeschermd, weg, alles=alles)
        for g in reversed(gebeurtenissen)
    )


def wijzigingen_sinds(
    database: Database, gebruiker: Gebruiker, plan: str, nummer: int
) -> tuple[Logregel, ...]:
    """Geef wat anderen na een nummer deden, het oudste eerst.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    regels = logboek(database, gebruiker, plan, na=nummer)
    return tuple(regel for regel in reversed(regels) if not regel.eigen)


def laatste_nummer(database: Database, gebruiker: Gebruiker, plan: str) -> int:
    """Geef het nummer van de laatste versie: een kleine vraag, om vaak te stellen.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    with database.lezen() as verbinding:
        return plan_voor(verbinding, gebruiker, plan, Projectrol.LEZER).nummer


def vergelijk(
    database: Database, gebruiker: Gebruiker, plan: str, van: int, naar: int
) -> tuple[Verschil, ...]:
    """Geef wat er tussen twee versies anders is: wat, van, naar.

    Raises
    ------
    PlanFout
        Als een van de versies er niet is.
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    with database.lezen() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.LEZER)
        oud, nieuw = stand_op(verbinding, stand, van), stand_op(verbinding, stand, naar)
        alles = stand.rol >= Projectrol.PLANNER
        afgeschermd = None if alles else afgeschermde_ids(verbinding, plan)
    namen = {id_: str(k.get("naam", id_)) for id_, k in (oud.kandidaten | nieuw.kandidaten).items()}
    return verschillen(maak_delta(oud, nieuw), database.naslag, namen, afgeschermd)


def ongedaan(
    database: Database,
    gebruiker: Gebruiker,
    plan: str,
    nummer: int | None = None,
    waarom: str = "",
) -> Planversie:
    """Maak een gebeurtenis ongedaan, met haar omgekeerde; ook dat is een gebeurtenis.

    Parameters
    ----------
    database : Database
        Waar het plan staat.
    gebruiker : Gebruiker
        Ten minste planner.
    plan : str
        Sleutel van het plan.
    nummer : int, optional
        Welke gebeurtenis, ook die van een ander. Zonder is het de laatste van de gebruiker zelf die
        nog niet ongedaan is: niemand draait per ongeluk het werk van een ander terug.
    waarom : str, optional
        De reden, voor het logboek.

    Raises
    ------
    ConflictFout
        Als een van die gegevens daarna nog veranderde; er is niets veranderd.
    PlanFout
        Als er niets ongedaan te maken is.
    ToegangFout, OpslagFout
        Zie `bewaren.bewaar`.
    """
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    with database.schrijven() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER, schrijf=True)
        regels = lees_kort(verbinding, plan)
        weg = ongedaan_volgens(regels)
        kan = [
            r.nummer
            for r in regels
            if r.soort in OMKEERBAAR and r.nummer not in weg
            and (r.nummer == nummer if nummer is not None else r.wie == gebruiker.subject)
        ]  # fmt: skip
        if not kan:
            raise PlanFout(
                "Er is niets van u om ongedaan te maken."
                if nummer is None
                else f"Gebeurtenis {getal(nummer)} is niet (meer) ongedaan te maken."
            )
        delta = keer_om(_een(verbinding, plan, kan[-1]).delta)
        eis_onveranderd(verbinding, plan, delta)
        stand = leg_vast(
            verbinding, database.naslag, stand, gebruiker, Soort.ONGEDAAN, delta, reden, kan[-1]
        )
        return lees_versie(verbinding, database.naslag, stand)


def opnieuw(database: Database, gebruiker: Gebruiker, plan: str, waarom: str = "") -> Planversie:
    """Doe opnieuw wat de gebruiker als laatste ongedaan maakte.

    Raises
    ------
    ConflictFout, PlanFout, ToegangFout, OpslagFout
        Zie `ongedaan`.
    """
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    with database.schrijven() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER, schrijf=True)
        regels = lees_kort(verbinding, plan)
        weg = ongedaan_volgens(regels)
        doel = None
        for regel in reversed([r for r in regels if r.wie == gebruiker.subject]):
            if regel.soort in OMKEERBAAR:
                break
            if regel.soort == Soort.ONGEDAAN and regel.doel in weg:
                doel = regel.doel
                break
        if doel is None:
            raise PlanFout("Er is niets van u om opnieuw te doen.")
        delta = _een(verbinding, plan, doel).delta
        eis_onveranderd(verbinding, plan, delta)
        stand = leg_vast(
            verbinding, database.naslag, stand, gebruiker, Soort.OPNIEUW, delta, reden, doel
        )
        return lees_versie(verbinding, database.naslag, stand)


def herstel_versie(
    database: Database, gebruiker: Gebruiker, plan: str, nummer: int, waarom: str = ""
) -> Planversie:
    """Maak de inhoud weer zoals bij een eerder nummer; naam en archief blijven.

    Raises
    ------
    PlanFout
        Als die versie er niet is.
    ToegangFout, OpslagFout
        Zie `bewaren.bewaar`.
    """
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    with database.schrijven() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER, schrijf=True)
        doel, nu = stand_op(verbinding, stand, nummer), stand_op(verbinding, stand, stand.nummer)
        for veld in (NAAM, ARCHIEF):
            doel.instellingen.pop(veld, None)
        delta = maak_delta(nu, doel)
        if not is_leeg(delta):
            stand = leg_vast(
                verbinding, database.naslag, stand, gebruiker, Soort.HERSTELD, delta, reden, nummer
            )
        return lees_versie(verbinding, database.naslag, stand)


def _een(verbinding: Connection, plan: str, nummer: int) -> Gebeurtenis:
    return next(lees_gebeurtenissen(verbinding, plan, na=nummer - 1, tot=nummer))


def _namen(
    verbinding: Connection, plan: str, gebeurtenissen: Collection[Gebeurtenis]
) -> dict[str, str]:
    """De namen van de kandidaten die alleen met een id in het logboek staan."""
    ids = {id_ for g in gebeurtenissen for id_ in g.delta.get("kandidaten", {})}
    vraag = select(Kandidaat.id, Kandidaat.naam).where(Kandidaat.plan_id == plan)
    hoeveel = verbinding.scalar(
        select(func.count()).select_from(Kandidaat).where(Kandidaat.plan_id == plan)
    )
    if len(ids) < 500 <= (hoeveel or 0):
        vraag = vraag.where(Kandidaat.id.in_(ids))
    return dict(verbinding.execute(vraag).all())


def _regel(
    gebeurtenis: Gebeurtenis,
    gebruiker: Gebruiker,
    naslag: Naslag,
    namen: dict[str, str],
    afgeschermd: Collection[str] | None,
    weg: Collection[int | None],
    *,
    alles: bool,
) -> Logregel:
    delta = gebeurtenis.delta
    geraakt = {*delta.get("kandidaten", {}), delta.get("kandidaat", "")} & set(afgeschermd or ())
    verraadt = bool(afgeschermd) and not VERRADERLIJK.isdisjoint(delta.get("instellingen", {}))
    regels = verschillen(delta, naslag, namen, afgeschermd)
    if gebeurtenis.soort is Soort.OPMERKING:
        regels = _opmerking(delta, namen, dicht=bool(geraakt))
    return Logregel(
        gebeurtenis.nummer,
        gebeurtenis.tijd,
        gebeurtenis.naam,
        gebeurtenis.wie == gebruiker.subject,
        gebeurtenis.soort,
        "" if geraakt or verraadt else gebeurtenis.waarom,
        gebeurtenis.doel,
        regels[:MEESTE],
        max(len(regels) - MEESTE, 0),
        gebeurtenis.nummer in weg,
        gebeurtenis.hash if alles else "",
    )


def _opmerking(delta: Json, namen: dict[str, str], *, dicht: bool) -> tuple[Verschil, ...]:
    id_ = str(delta["kandidaat"])
    if dicht:
        return (Verschil("", AFGESCHERMD, "opmerking; de tekst is niet gedeeld"),)
    return (Verschil(id_, namen.get(id_, id_), "opmerking", "", str(delta["tekst"])),)
