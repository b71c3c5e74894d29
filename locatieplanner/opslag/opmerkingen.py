"""Opmerkingen bij een kandidaat of bij het hele plan; ook een opmerking is een gebeurtenis."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import and_, func, insert, select

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.keuring import schone_tekst
from locatieplanner.opslag.tabellen import Gebeurtenis, Kandidaat
from locatieplanner.opslag.tabellen import Opmerking as Rij
from locatieplanner.opslag.toegang import plan_voor
from locatieplanner.opslag.vastleggen import afgeschermde_ids, leg_vast

HEEL_PLAN = ""
"""In plaats van een kandidaat: de opmerking gaat over het hele plan."""


@dataclass(frozen=True)
class Opmerking:
    """Een opmerking.

    Parameters
    ----------
    nummer : int
        De gebeurtenis waarmee zij geplaatst is.
    kandidaat : str
        Id van de kandidaat, of `HEEL_PLAN`.
    tekst : str
        Wat er staat.
    naam, tijd : str
        Wie haar plaatste, en wanneer (ISO 8601, UTC).
    """

    nummer: int
    kandidaat: str
    tekst: str
    naam: str
    tijd: str


def plaats_opmerking(
    database: Database, gebruiker: Gebruiker, plan: str, kandidaat: str, tekst: str
) -> Opmerking:
    """Plaats een opmerking.

    Parameters
    ----------
    database : Database
        Waar het plan staat.
    gebruiker : Gebruiker
        Ten minste planner.
    plan : str
        Sleutel van het plan.
    kandidaat : str
        Id van de kandidaat, of `HEEL_PLAN`.
    tekst : str
        Wat er te zeggen is; geen gegevens van personen.

    Raises
    ------
    PlanFout
        Als de kandidaat er niet is of de tekst niet te gebruiken.
    ToegangFout, OpslagFout
        Zie `bewaren.bewaar`.
    """
    schoon = schone_tekst(tekst, "De opmerking", verplicht=True)
    with database.schrijven() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER, schrijf=True)
        if kandidaat != HEEL_PLAN and not verbinding.scalar(
            select(func.count())
            .select_from(Kandidaat)
            .where(Kandidaat.plan_id == plan, Kandidaat.id == kandidaat)
        ):
            raise PlanFout("Deze kandidaat staat niet (meer) in het plan. Open het plan opnieuw.")
        inhoud = {"kandidaat": kandidaat, "tekst": schoon}
        stand = leg_vast(verbinding, database.naslag, stand, gebruiker, Soort.OPMERKING, inhoud)
        verbinding.execute(
            insert(Rij),
            {
                "plan_id": plan, "nummer": stand.nummer, "kandidaat_id": kandidaat,
                "tekst": schoon,
            },
        )  # fmt: skip
    return Opmerking(stand.nummer, kandidaat, schoon, gebruiker.naam, stand.gewijzigd)


def opmerkingen(
    database: Database, gebruiker: Gebruiker, plan: str, kandidaat: str | None = None
) -> tuple[Opmerking, ...]:
    """Geef de opmerkingen van een plan of van één kandidaat, het oudste eerst.

    Een lezer krijgt geen opmerkingen bij beschermde locaties: daar kan de plek in staan.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    vraag = (
        select(Rij.nummer, Rij.kandidaat_id, Rij.tekst, Gebeurtenis.naam, Gebeurtenis.tijd)
        .join(
            Gebeurtenis,
            and_(Gebeurtenis.plan_id == Rij.plan_id, Gebeurtenis.nummer == Rij.nummer),
        )
        .where(Rij.plan_id == plan)
        .order_by(Rij.nummer)
    )
    if kandidaat is not None:
        vraag = vraag.where(Rij.kandidaat_id == kandidaat)
    with database.lezen() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.LEZER)
        alles = stand.rol >= Projectrol.PLANNER
        dicht = frozenset() if alles else afgeschermde_ids(verbinding, plan)
        rijen = [Opmerking(*rij) for rij in verbinding.execute(vraag)]
    return tuple(rij for rij in rijen if rij.kandidaat not in dicht)


def aantal_per_kandidaat(database: Database, gebruiker: Gebruiker, plan: str) -> Mapping[str, int]:
    """Geef hoeveel opmerkingen elke kandidaat heeft; wie er geen heeft, ontbreekt.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    aantal: dict[str, int] = {}
    for opmerking in opmerkingen(database, gebruiker, plan):
        aantal[opmerking.kandidaat] = aantal.get(opmerking.kandidaat, 0) + 1
    return aantal
