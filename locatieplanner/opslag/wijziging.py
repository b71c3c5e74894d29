"""Een wijziging schrijven, met een slot per kandidaat en per instelling.

Wie wijzigt, zegt op welke versie zij voortbouwt. Veranderde een ander dezelfde kandidaat daarna,
dan wordt er niets geschreven en komen beide waarden terug.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.domein.notatie import opsomming
from locatieplanner.fouten import Botsing, ConflictFout
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.delta import bouw, is_leeg, kandidaat_paar
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.json_kandidaten import VOLGORDE
from locatieplanner.opslag.keuring import schone_tekst
from locatieplanner.opslag.leesbaar import label
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import WEERGAVE
from locatieplanner.opslag.planversie import Plankop
from locatieplanner.opslag.stand import ELKE, maak_opname
from locatieplanner.opslag.tabellen import Gebeurtenis
from locatieplanner.opslag.toegang import Planstand, plan_voor
from locatieplanner.opslag.vastleggen import (
    huidige_instellingen,
    huidige_kandidaten,
    leg_vast,
    volgende_plaats,
)

Verandering = tuple[Json | None, Json | None]
"""Een kandidaat voor en na, zonder haar plaats; None is weg."""

_GENOEMD = 5


@dataclass(frozen=True)
class Wijziging:
    """Wat er moet veranderen, en waar dat van uitgaat.

    Parameters
    ----------
    plan : str
        Sleutel van het plan.
    kandidaten : mapping of str to Verandering
        Per kandidaat hoe zij was en hoe zij wordt, zie `json_kandidaten`.
    versies : mapping of str to int
        Per kandidaat de versie waar de wijziging van uitgaat; wie er niet was, ontbreekt.
    instellingen : object, optional
        Per instelling ``van`` en ``naar``, zie `json_instellingen`.
    instellingversies : mapping of str to int, optional
        Per instelling de versie.
    """

    plan: str
    kandidaten: Mapping[str, Verandering]
    versies: Mapping[str, int]
    instellingen: Json = field(default_factory=dict)
    instellingversies: Mapping[str, int] = field(default_factory=dict)


def wijzig(
    database: Database, gebruiker: Gebruiker, wijziging: Wijziging, waarom: str = ""
) -> Plankop:
    """Schrijf een wijziging zonder het hele plan te openen: voor wie maar een paar kandidaten kent.

    Raises
    ------
    ConflictFout, ToegangFout, PlanFout, OpslagFout
        Zie `bewaren.bewaar`.
    """
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    with database.schrijven() as verbinding:
        stand, _ = schrijf(verbinding, database.naslag, gebruiker, wijziging, reden)
    return Plankop.van(stand)


def schrijf(
    verbinding: Connection, naslag: Naslag, gebruiker: Gebruiker, wijziging: Wijziging, reden: str
) -> tuple[Planstand, int]:
    """Schrijf een wijziging en geef waar het plan is, en bij welk nummer het ervoor was.

    Raises
    ------
    ConflictFout, ToegangFout, PlanFout
        Zie `bewaren.bewaar`.
    """
    stand = plan_voor(verbinding, gebruiker, wijziging.plan, Projectrol.PLANNER, schrijf=True)
    delta = _passend(verbinding, wijziging, naslag.kolommen)
    voor = stand.nummer
    if not is_leeg(delta):
        stand = leg_vast(verbinding, naslag, stand, gebruiker, soort_van(delta), delta, reden)
        if stand.nummer % ELKE == 0:
            maak_opname(verbinding, stand)
    return stand, voor


def soort_van(delta: Json) -> Soort:
    """Hoe een verandering in het logboek heet."""
    paren, instellingen = delta["kandidaten"].values(), delta["instellingen"]
    soorten = {
        Soort.TOEGEVOEGD
        if paar["van"] is None
        else Soort.VERWIJDERD
        if paar["naar"] is None
        else Soort.GEWIJZIGD
        for paar in paren
    } | ({Soort.INSTELLING} if instellingen else set())
    return soorten.pop() if len(soorten) == 1 else Soort.MEER


def _passend(
    verbinding: Connection,
    wijziging: Wijziging,
    kolommen: list[str],
) -> Json:
    """De verandering zoals zij past op wat er nu staat; een fout als er iets botst."""
    plan, kandidaten, instellingen = wijziging.plan, wijziging.kandidaten, wijziging.instellingen
    er_staat = huidige_kandidaten(verbinding, plan, list(kandidaten))
    botsingen: list[Botsing] = []
    paren: Json = {}
    plaats = (
        volgende_plaats(verbinding, plan) if any(v[0] is None for v in kandidaten.values()) else 0
    )
    for id_, (voor, na) in kandidaten.items():
        versie, nu = er_staat.get(id_, (None, None))
        kaal = None if nu is None else {v: w for v, w in nu.items() if v in kolommen}
        if kaal == na:
            continue
        if versie != wijziging.versies.get(id_):
            botsingen += _botsende_velden(id_, voor, na, kaal, versie or 0)
            continue
        if na is not None:
            # Wat dit programma van een kandidaat niet kent, blijft staan.
            rest = {v: w for v, w in (nu or {VOLGORDE: plaats}).items() if v not in kolommen}
            plaats += nu is None
            na = {**na, **rest}
        paren[id_] = kandidaat_paar(nu, na)
    velden: Json = {}
    for veld, (versie, er_is) in huidige_instellingen(verbinding, plan, instellingen).items():
        paar = instellingen[veld]
        if er_is == paar["naar"]:
            continue
        if versie != wijziging.instellingversies.get(veld) and veld not in WEERGAVE:
            botsingen.append(Botsing("", veld, paar["van"], paar["naar"], er_is, versie))
            continue
        velden[veld] = {"van": er_is, "naar": paar["naar"]}
    velden |= {
        veld: paar
        for veld, paar in instellingen.items()
        if veld not in wijziging.instellingversies and veld not in velden
    }
    if botsingen:
        raise _conflict(verbinding, plan, botsingen)
    return bouw(paren, velden)


def _botsende_velden(
    id_: str, basis: Json | None, mijn: Json | None, ander: Json | None, versie: int
) -> list[Botsing]:
    """De velden die nu bij beiden anders zijn; één regel als het om de hele kandidaat gaat."""
    if basis is None or mijn is None or ander is None:
        return [Botsing(id_, "", basis, mijn, ander, versie)]
    return [
        Botsing(id_, veld, basis.get(veld), mijn.get(veld), ander.get(veld), versie)
        for veld in dict.fromkeys((*mijn, *ander))
        if mijn.get(veld) != ander.get(veld)
    ]


def met_namen(
    verbinding: Connection, plan: str, botsingen: Sequence[Botsing]
) -> tuple[Botsing, ...]:
    """Geef botsingen met de naam van wie het veranderde erbij."""
    nummers = {botsing.versie for botsing in botsingen}
    vraag = select(Gebeurtenis.nummer, Gebeurtenis.naam).where(
        Gebeurtenis.plan_id == plan, Gebeurtenis.nummer.in_(nummers)
    )
    namen = dict(verbinding.execute(vraag).all())
    return tuple(replace(b, door=namen.get(b.versie, "een ander")) for b in botsingen)


def _conflict(verbinding: Connection, plan: str, botsingen: Sequence[Botsing]) -> ConflictFout:
    vol = met_namen(verbinding, plan, botsingen)
    wie = opsomming(list(dict.fromkeys(b.door for b in vol)))
    gegevens = dict.fromkeys(
        f"kandidaat {b.kandidaat}" if b.kandidaat else label(b.veld) for b in vol
    )
    return ConflictFout(
        f"Intussen veranderde {wie} ook {opsomming(list(gegevens)[:_GENOEMD])}. Er is niets "
        "bewaard. Kies per gegeven welke waarde geldt.",
        vol,
    )
