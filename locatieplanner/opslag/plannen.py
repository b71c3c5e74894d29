"""Plannen: de lijst, een nieuw plan, een kopie, en naam en archief."""

from sqlalchemy import Connection, and_, insert, select

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.opslag import json_instellingen, json_kandidaten
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.delta import Stand, instellingen_delta, maak_delta
from locatieplanner.opslag.gebeurtenis import BEGIN, Soort
from locatieplanner.opslag.json_kandidaten import VOLGORDE
from locatieplanner.opslag.keuring import NAAM_TEKENS, schone_tekst
from locatieplanner.opslag.lezen import lees_versie
from locatieplanner.opslag.planinhoud import ARCHIEF, NAAM, Planinhoud
from locatieplanner.opslag.planversie import Plankop, Planversie
from locatieplanner.opslag.stand import stand_op
from locatieplanner.opslag.tabellen import Afscherming, Lid, Plan
from locatieplanner.opslag.toegang import PLANKOLOMMEN, Planstand, eis, hoogste_rol, plan_voor
from locatieplanner.opslag.vastleggen import (
    afgeschermde_ids,
    huidige_instellingen,
    leg_vast,
    nieuwe_sleutel,
)


def plannen(
    database: Database,
    gebruiker: Gebruiker,
    project: str | None = None,
    *,
    ook_archief: bool = False,
) -> tuple[Plankop, ...]:
    """Geef de plannen die de gebruiker mag zien, het laatst gewijzigde eerst.

    Parameters
    ----------
    database : Database
        Waar zij staan.
    gebruiker : Gebruiker
        Wie het vraagt.
    project : str, optional
        Alleen die van dit project.
    ook_archief : bool, optional
        Of ook wat in het archief staat.

    Raises
    ------
    OpslagFout
        Bij een storing.
    """
    vraag = (
        select(*PLANKOLOMMEN, Lid.rol.label("eigen_rol"))
        .outerjoin(Lid, and_(Lid.project_id == Plan.project_id, Lid.subject == gebruiker.subject))
        .order_by(Plan.gewijzigd.desc(), Plan.id)
    )
    if project is not None:
        vraag = vraag.where(Plan.project_id == project)
    if not ook_archief:
        vraag = vraag.where(Plan.gearchiveerd.is_(False))
    koppen = []
    with database.lezen() as verbinding:
        for rij in verbinding.execute(vraag):
            rol = hoogste_rol(rij.eigen_rol, gebruiker, rij.project_id)
            if rol is not None:
                stand = Planstand(*rij[:-1], rol)
                koppen.append(Plankop.van(stand))
    return tuple(koppen)


def maak_plan(
    database: Database,
    gebruiker: Gebruiker,
    project: str,
    naam: str,
    inhoud: Planinhoud,
    waarom: str = "",
) -> Planversie:
    """Maak een plan; haar eerste gebeurtenis bevat alles.

    Parameters
    ----------
    database : Database
        Waar het komt.
    gebruiker : Gebruiker
        Ten minste planner in het project.
    project : str
        Sleutel van het project.
    naam : str
        Naam van het plan.
    inhoud : Planinhoud
        Wat erin komt.
    waarom : str, optional
        De reden, voor het logboek.

    Raises
    ------
    ToegangFout
        Als de gebruiker dit niet mag.
    PlanFout
        Als er iets in staat wat niet bewaard mag worden.
    OpslagFout
        Bij een storing; er is dan geen plan.
    """
    stand = als_stand(inhoud, database.naslag.kolommen)
    with database.schrijven() as verbinding:
        rol = eis(verbinding, gebruiker, project, Projectrol.PLANNER)
        nieuw = _begin(
            verbinding, database, gebruiker, project, naam, stand, Soort.GEMAAKT, waarom, rol
        )
        return lees_versie(verbinding, database.naslag, nieuw)


def kopieer(
    database: Database,
    gebruiker: Gebruiker,
    plan: str,
    naam: str,
    *,
    nummer: int | None = None,
    project: str | None = None,
    waarom: str = "",
) -> Planversie:
    """Maak een nieuw plan van een versie van een ander; het logboek begint opnieuw.

    Parameters
    ----------
    database : Database
        Waar zij staan.
    gebruiker : Gebruiker
        Planner in beide projecten: een kopie bevat ook beschermde locaties.
    plan : str
        Wat er te kopiëren is.
    naam : str
        Naam van de kopie.
    nummer : int, optional
        Welke versie; zonder de laatste.
    project : str, optional
        Waar de kopie komt; zonder in hetzelfde project.
    waarom : str, optional
        De reden, voor het logboek.

    Raises
    ------
    ToegangFout, PlanFout, OpslagFout
        Zie `maak_plan`.
    """
    with database.schrijven() as verbinding:
        bron = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER)
        doel = project or bron.project
        rol = eis(verbinding, gebruiker, doel, Projectrol.PLANNER)
        versie = bron.nummer if nummer is None else nummer
        stand = stand_op(verbinding, bron, versie)
        herkomst = {"uit": {"plan": bron.id, "naam": bron.naam, "nummer": versie}}
        nieuw = _begin(
            verbinding, database, gebruiker, doel, naam, stand, Soort.GEKOPIEERD, waarom, rol,
            herkomst,
        )  # fmt: skip
        _neem_afscherming_over(verbinding, bron.id, nieuw.id, stand)
        return lees_versie(verbinding, database.naslag, nieuw)


def hernoem(
    database: Database, gebruiker: Gebruiker, plan: str, naam: str, waarom: str = ""
) -> Plankop:
    """Geef een plan een andere naam.

    Raises
    ------
    ToegangFout, PlanFout, OpslagFout
        Zie `maak_plan`.
    """
    schoon = schone_tekst(naam, "De naam van het plan", NAAM_TEKENS, verplicht=True)
    return _zet(database, gebruiker, plan, {NAAM: schoon}, Soort.HERNOEMD, waarom)


def archiveer(
    database: Database, gebruiker: Gebruiker, plan: str, *, terug: bool = False, waarom: str = ""
) -> Plankop:
    """Zet een plan in het archief, of haal het eruit; een plan wordt nooit weggegooid.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `maak_plan`.
    """
    soort = Soort.TERUGGEHAALD if terug else Soort.GEARCHIVEERD
    return _zet(database, gebruiker, plan, {ARCHIEF: not terug}, soort, waarom)


def als_stand(inhoud: Planinhoud, kolommen: list[str]) -> Stand:
    """Geef de inhoud van een plan als stand, met de kandidaten op hun plaats."""
    kandidaten = json_kandidaten.als_json(inhoud.kandidaten, kolommen)
    for plaats, velden in enumerate(kandidaten.values()):
        velden[VOLGORDE] = plaats
    return Stand(kandidaten, json_instellingen.als_json(inhoud))


def _begin(
    verbinding: Connection,
    database: Database,
    gebruiker: Gebruiker,
    project: str,
    naam: str,
    stand: Stand,
    soort: Soort,
    waarom: str,
    rol: Projectrol,
    herkomst: Json | None = None,
) -> Planstand:
    """Begin een plan met deze stand."""
    schoon = schone_tekst(naam, "De naam van het plan", NAAM_TEKENS, verplicht=True)
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    stand.instellingen |= {NAAM: schoon, ARCHIEF: False}
    plan = Planstand(nieuwe_sleutel(), project, schoon, False, 0, BEGIN, "", gebruiker.naam, rol)
    verbinding.execute(
        insert(Plan),
        {
            "id": plan.id, "project_id": project, "naam": schoon, "gearchiveerd": False,
            "nummer": 0, "hash": BEGIN, "gewijzigd": "", "door": gebruiker.naam,
        },
    )  # fmt: skip
    inhoud = {**maak_delta(Stand(), stand), **(herkomst or {})}
    return leg_vast(verbinding, database.naslag, plan, gebruiker, soort, inhoud, reden)


def _neem_afscherming_over(verbinding: Connection, van: str, naar: str, stand: Stand) -> None:
    """Wat in het ene plan afgeschermd is, is dat ook in de kopie."""
    al = afgeschermde_ids(verbinding, naar)
    nog = (afgeschermde_ids(verbinding, van) & stand.kandidaten.keys()) - al
    if nog:
        verbinding.execute(
            insert(Afscherming), [{"plan_id": naar, "kandidaat_id": id_} for id_ in sorted(nog)]
        )


def _zet(
    database: Database, gebruiker: Gebruiker, plan: str, waarden: Json, soort: Soort, waarom: str
) -> Plankop:
    """Verander instellingen van het plan zelf; is er niets anders, dan gebeurt er niets."""
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    with database.schrijven() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER, schrijf=True)
        er_staat = {
            veld: waarde
            for veld, (_, waarde) in huidige_instellingen(verbinding, plan, waarden).items()
        }
        delta = instellingen_delta(er_staat, waarden)
        if delta:
            inhoud = {"kandidaten": {}, "instellingen": delta}
            stand = leg_vast(verbinding, database.naslag, stand, gebruiker, soort, inhoud, reden)
    return Plankop.van(stand)
