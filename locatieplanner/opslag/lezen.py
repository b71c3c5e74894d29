"""Een plan openen: nu, of zoals het bij een eerder nummer was."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.fouten import LocatieplannerFout, OpslagFout
from locatieplanner.opslag import json_instellingen, json_kandidaten
from locatieplanner.opslag.afscherming import scherm_instellingen_af, scherm_kandidaten_af
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.delta import Stand
from locatieplanner.opslag.json_kandidaten import VOLGORDE, VORM
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.planversie import Plankop, Planversie
from locatieplanner.opslag.stand import stand_op
from locatieplanner.opslag.tabellen import Instelling, Kandidaat
from locatieplanner.opslag.toegang import Planstand, plan_voor
from locatieplanner.opslag.vastleggen import afgeschermde_ids


def open_plan(
    database: Database, gebruiker: Gebruiker, plan: str, nummer: int | None = None
) -> Planversie:
    """Open een plan.

    Parameters
    ----------
    database : Database
        Waar het staat.
    gebruiker : Gebruiker
        Wie het opent; ten minste lezer. Voor een lezer zijn beschermde locaties afgeschermd.
    plan : str
        Sleutel van het plan.
    nummer : int, optional
        Welke versie; zonder is het de laatste.

    Raises
    ------
    ToegangFout
        Als het plan er niet is of de gebruiker het niet mag zien.
    PlanFout
        Als die versie er niet is.
    OpslagFout
        Bij een storing.
    """
    with database.lezen() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.LEZER)
        return lees_versie(verbinding, database.naslag, stand, nummer)


def lees_versie(
    verbinding: Connection, naslag: Naslag, stand: Planstand, nummer: int | None = None
) -> Planversie:
    """Lees een versie van een plan waar de gebruiker bij mag."""
    alles = stand.rol >= Projectrol.PLANNER
    afgeschermd = None if alles else afgeschermde_ids(verbinding, stand.id)
    versies: dict[str, int] = {}
    instellingversies: dict[str, int] = {}
    if nummer is None or nummer == stand.nummer:
        oud, versies, instellingversies = lees_nu(verbinding, stand.id)
    else:
        oud = stand_op(verbinding, stand, nummer)
    inhoud, codes = als_inhoud(oud, naslag, afgeschermd)
    return Planversie(
        Plankop.van(stand),
        stand.nummer if nummer is None else nummer,
        inhoud,
        versies if alles else {},
        instellingversies if alles else {},
        codes,
    )


def als_inhoud(
    stand: Stand, naslag: Naslag, afgeschermd: Collection[str] | None = None
) -> tuple[Planinhoud, frozenset[str]]:
    """Maak van een stand de inhoud van een plan, en geef de codes van wat afgeschermd is.

    Parameters
    ----------
    stand : Stand
        De stand.
    naslag : Naslag
        Met de kolommen.
    afgeschermd : collection of str, optional
        Wie er voor een lezer af te schermen is; None is voor een planner, die alles ziet.

    Raises
    ------
    OpslagFout
        Als wat er staat niet te lezen is.
    """
    try:
        kandidaten, instellingen = stand.kandidaten, stand.instellingen
        codes: dict[str, str] = {}
        if afgeschermd is not None:
            kandidaten, codes = scherm_kandidaten_af(kandidaten, afgeschermd, naslag)
            instellingen = scherm_instellingen_af(instellingen, afgeschermd, codes, naslag)
        tabel = json_kandidaten.uit_json(kandidaten, naslag.kolommen)
        return json_instellingen.uit_json(instellingen, tabel), frozenset(codes.values())
    except (KeyError, TypeError, ValueError, AttributeError, LocatieplannerFout) as fout:
        raise OpslagFout(
            f"Dit plan is niet te lezen ({type(fout).__name__}). Open een eerdere versie, of kijk "
            "de database na: locatieplanner database controleer."
        ) from None


def lees_nu(verbinding: Connection, plan: str) -> tuple[Stand, dict[str, int], dict[str, int]]:
    """De stand zoals de tabellen haar hebben, met per kandidaat en instelling de versie."""
    stand, versies, instellingversies = Stand(), {}, {}
    for id_, versie, volgorde, eigenschappen, vorm in verbinding.execute(
        select(
            Kandidaat.id, Kandidaat.versie, Kandidaat.volgorde, Kandidaat.eigenschappen,
            Kandidaat.vorm,
        ).where(Kandidaat.plan_id == plan)
    ):  # fmt: skip
        eigenschappen[VORM], eigenschappen[VOLGORDE] = vorm, volgorde
        stand.kandidaten[id_] = eigenschappen
        versies[id_] = versie
    for veld, versie, waarde in verbinding.execute(
        select(Instelling.veld, Instelling.versie, Instelling.waarde).where(
            Instelling.plan_id == plan
        )
    ):
        stand.instellingen[veld] = waarde
        instellingversies[veld] = versie
    return stand, versies, instellingversies
