"""Resultaten: welke scores een versie van een plan gaf, met welk programma en welke lagen.

"Met deze gegevens, deze gewichten, deze versie van het programma" is daarmee na te rekenen:
dezelfde versie opnieuw beoordeeld geeft dezelfde afdruk van de scores, of er is te zeggen wat
anders is.
"""

from dataclasses import dataclass

import numpy as np
from sqlalchemy import insert, select

from locatieplanner import __version__
from locatieplanner.beoordeling.beoordeling import Beoordeling, beoordeel
from locatieplanner.beoordeling.omgeving import Lagen, bouw_omgeving
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag import lagenstand
from locatieplanner.opslag.canoniek import afdruk, canoniek
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.lagenstand import Laagstand
from locatieplanner.opslag.lezen import lees_versie
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.tabellen import Resultaat as Rij
from locatieplanner.opslag.toegang import plan_voor
from locatieplanner.opslag.vastleggen import nieuwe_sleutel, nu

_DECIMALEN = 9
"""Verder is een score niet op elke computer gelijk."""


@dataclass(frozen=True)
class Resultaat:
    """Een vastgelegd resultaat.

    Parameters
    ----------
    id : str
        Sleutel.
    nummer : int
        De versie van het plan.
    tijd, naam : str
        Wanneer (ISO 8601, UTC) en door wie vastgelegd.
    programma : str
        Versie van het programma.
    lagen : tuple of Laagstand
        De lagen waarmee gerekend is.
    scores_sha256 : str
        Afdruk van de scores, zie `scoreafdruk`; leeg voor een lezer.
    kandidaten : int
        Hoeveel kandidaten er beoordeeld zijn.
    """

    id: str
    nummer: int
    tijd: str
    naam: str
    programma: str
    lagen: tuple[Laagstand, ...]
    scores_sha256: str
    kandidaten: int


@dataclass(frozen=True, eq=False)
class Nareken:
    """De uitkomst van narekenen.

    Parameters
    ----------
    gelijk : bool
        Of de scores dezelfde zijn.
    verschillen : tuple of str
        Wat er anders is dan toen, in zinnen: programma en lagen. Ook bij gelijke scores kan er
        iets anders zijn.
    beoordeling : Beoordeling
        De nieuwe beoordeling.
    """

    gelijk: bool
    verschillen: tuple[str, ...]
    beoordeling: Beoordeling


def reken(inhoud: Planinhoud, lagen: Lagen) -> Beoordeling:
    """Beoordeel de kandidaten van een plan met zijn eigen doelset, gewichten en parameters.

    Raises
    ------
    DoelsetFout, ParameterFout
        Als de doelset of een parameter van het plan niet (meer) bestaat.
    """
    omgeving = bouw_omgeving(
        lagen,
        inhoud.doelset or None,
        lagen.parameters.met(dict(inhoud.parameters)),
        vul_aan=inhoud.vul_aan,
        eigen_doelen=inhoud.eigen_doelen,
    )
    kandidaten = met_ligging(inhoud.kandidaten, omgeving.gemeenten)
    return beoordeel(kandidaten, omgeving, inhoud.gewichten)


def scoreafdruk(beoordeling: Beoordeling) -> str:
    """Geef de sha256 van deelscores, totaal en rang van elke kandidaat, op volgorde van id."""
    ids = beoordeling.kandidaten.index.to_numpy(dtype="str")
    scores = np.column_stack([beoordeling.deelscores.to_numpy(), beoordeling.weging.totaal])
    regels = [
        [
            str(ids[rij]),
            [None if np.isnan(s) else round(float(s), _DECIMALEN) + 0.0 for s in scores[rij]],
            int(beoordeling.weging.rang[rij]),
        ]
        for rij in np.argsort(ids, kind="stable")
    ]
    return afdruk(canoniek(regels))


def leg_resultaat_vast(
    database: Database,
    gebruiker: Gebruiker,
    plan: str,
    lagen: Lagen,
    stand: tuple[Laagstand, ...],
    nummer: int | None = None,
) -> Resultaat:
    """Beoordeel een versie en leg vast wat eruit kwam en waarmee.

    Parameters
    ----------
    database : Database
        Waar het plan staat.
    gebruiker : Gebruiker
        Ten minste planner.
    plan : str
        Sleutel van het plan.
    lagen : Lagen
        Waarmee gerekend wordt.
    stand : tuple of Laagstand
        De afdrukken daarvan, zie `lagenstand.lagenstand`.
    nummer : int, optional
        Welke versie; zonder de laatste.

    Raises
    ------
    ToegangFout, PlanFout, OpslagFout
        Zie `lezen.open_plan`.
    DoelsetFout, ParameterFout
        Zie `reken`.
    """
    with database.lezen() as verbinding:
        planstand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER)
        versie = lees_versie(verbinding, database.naslag, planstand, nummer)
    beoordeling = reken(versie.inhoud, lagen)
    resultaat = Resultaat(
        nieuwe_sleutel(), versie.nummer, nu(), gebruiker.naam, __version__, stand,
        scoreafdruk(beoordeling), len(beoordeling.kandidaten),
    )  # fmt: skip
    with database.schrijven() as verbinding:
        plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER)
        verbinding.execute(
            insert(Rij),
            {
                "id": resultaat.id, "plan_id": plan, "nummer": resultaat.nummer,
                "tijd": resultaat.tijd, "wie": gebruiker.subject, "naam": gebruiker.naam,
                "programma": resultaat.programma, "lagen": lagenstand.als_json(stand),
                "scores_sha256": resultaat.scores_sha256, "kandidaten": resultaat.kandidaten,
            },
        )  # fmt: skip
    return resultaat


def resultaten(database: Database, gebruiker: Gebruiker, plan: str) -> tuple[Resultaat, ...]:
    """Geef de vastgelegde resultaten van een plan, het nieuwste eerst.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    with database.lezen() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.LEZER)
        rijen = verbinding.execute(
            select(
                Rij.id, Rij.nummer, Rij.tijd, Rij.naam, Rij.programma, Rij.lagen,
                Rij.scores_sha256, Rij.kandidaten,
            )
            .where(Rij.plan_id == plan)
            .order_by(Rij.tijd.desc())
        ).all()  # fmt: skip
    alles = stand.rol >= Projectrol.PLANNER
    return tuple(
        Resultaat(
            id_, nummer, tijd, naam, programma, lagenstand.uit_json(lagen),
            scores if alles else "", aantal,
        )
        for id_, nummer, tijd, naam, programma, lagen, scores, aantal in rijen
    )  # fmt: skip


def reken_na(
    database: Database,
    gebruiker: Gebruiker,
    plan: str,
    resultaat: str,
    lagen: Lagen,
    stand: tuple[Laagstand, ...],
) -> Nareken:
    """Beoordeel dezelfde versie opnieuw en zeg of de scores gelijk zijn, of wat er anders is.

    Raises
    ------
    PlanFout
        Als het resultaat niet bij het plan hoort.
    ToegangFout, OpslagFout, DoelsetFout, ParameterFout
        Zie `leg_resultaat_vast`.
    """
    toen = next((r for r in resultaten(database, gebruiker, plan) if r.id == resultaat), None)
    if toen is None:
        raise PlanFout("Dit resultaat hoort niet bij dit plan. Open de lijst opnieuw.")
    with database.lezen() as verbinding:
        planstand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER)
        versie = lees_versie(verbinding, database.naslag, planstand, toen.nummer)
    beoordeling = reken(versie.inhoud, lagen)
    programma = (
        (f"het programma is versie {__version__} en was {toen.programma}",)
        if toen.programma != __version__
        else ()
    )
    return Nareken(
        scoreafdruk(beoordeling) == toen.scores_sha256,
        (*programma, *lagenstand.anders(toen.lagen, stand)),
        beoordeling,
    )
