"""De database nakijken: is zij heel, kloppen de ketens, en is de stand het logboek nagespeeld?

Een controle leest en vergelijkt; zij verandert niets.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.opslag import beheerlog
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.delta import Stand
from locatieplanner.opslag.gebeurtenis import BEGIN, Gebeurtenis, ketenfouten
from locatieplanner.opslag.json_kandidaten import VORM, vorm_als_tekst
from locatieplanner.opslag.lezen import lees_nu
from locatieplanner.opslag.migratie import niveaus
from locatieplanner.opslag.stand import lees_gebeurtenissen, pak_uit
from locatieplanner.opslag.tabellen import Momentopname, Plan, Project
from locatieplanner.opslag.toegang import PLANKOLOMMEN, Planstand

_LOGBOEKEN = ("gebeurtenis", "beheerregel")
_GENOEMD = 3


@dataclass(frozen=True)
class Bevinding:
    """De uitkomst van één controle.

    Parameters
    ----------
    wat : str
        Wat er nagekeken is.
    in_orde : bool
        Of het klopt.
    tekst : str
        Wat er gevonden is.
    """

    wat: str
    in_orde: bool
    tekst: str


def controleer(database: Database) -> tuple[Bevinding, ...]:
    """Kijk de database na: eerst als geheel, dan elk project en elk plan.

    Parameters
    ----------
    database : Database
        Ook een die niet op niveau is.

    Raises
    ------
    OpslagFout
        Als zij niet te openen is.
    """
    huidig = database.niveau()
    nieuwste = niveaus()[-1]
    bevindingen = [
        Bevinding(
            "niveau",
            huidig == nieuwste,
            f"{huidig or 'leeg'}"
            if huidig == nieuwste
            else f"{huidig or 'leeg'}, dit programma wil {nieuwste}; voer uit: locatieplanner "
            "database migreer",
        )
    ]
    with database.lezen() as verbinding:
        bevindingen.append(_geheel(verbinding))
        if huidig != nieuwste:
            return tuple(bevindingen)
        bevindingen.append(_triggers(verbinding))
        for id_, naam in verbinding.execute(select(Project.id, Project.naam)).all():
            fouten = list(beheerlog.ketenfouten(beheerlog.lees_beheer(verbinding, id_)))
            bevindingen.append(_bevinding(f"project {naam}", fouten, "logboek heel"))
        for rij in verbinding.execute(select(*PLANKOLOMMEN).order_by(Plan.naam, Plan.id)).all():
            stand = Planstand(*rij, rol=Projectrol.BEHEERDER)
            bevindingen.append(
                _bevinding(
                    f"plan {stand.naam}",
                    list(_plan(verbinding, stand)),
                    f"{getal(stand.nummer)} gebeurtenissen heel en gelijk aan de stand",
                )
            )
    return tuple(bevindingen)


def _bevinding(wat: str, fouten: list[str], goed: str) -> Bevinding:
    if not fouten:
        return Bevinding(wat, True, goed)
    rest = len(fouten) - _GENOEMD
    erbij = f"; en nog {getal(rest)}" if rest > 0 else ""
    return Bevinding(wat, False, "; ".join(fouten[:_GENOEMD]) + erbij)


def _geheel(verbinding: Connection) -> Bevinding:
    if verbinding.dialect.name == "postgresql":
        vraag = "SELECT extversion FROM pg_extension WHERE extname = 'postgis'"
        versie = verbinding.scalar(text(vraag))
        met = f"met PostGIS {versie}" if versie else "zonder PostGIS"
        return Bevinding("database", bool(versie), f"PostgreSQL {met}")
    fouten = [str(f) for f in verbinding.scalars(text("PRAGMA integrity_check(10)")) if f != "ok"]
    fouten += [
        f"in {rij[0]} verwijst een rij naar iets wat er niet is"
        for rij in verbinding.execute(text("PRAGMA foreign_key_check"))
    ]
    return _bevinding("database", fouten, "SQLite-bestand heel")


def _triggers(verbinding: Connection) -> Bevinding:
    """Of de triggers die de logboeken vastzetten er zijn en aan staan."""
    if verbinding.dialect.name == "postgresql":
        vraag = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        nodig = {f"{t}_{soort}" for t in _LOGBOEKEN for soort in ("vast", "niet_leeg")}
    else:
        vraag = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        nodig = {f"{t}_vast_{daad}" for t in _LOGBOEKEN for daad in ("update", "delete")}
    weg = sorted(nodig - set(verbinding.scalars(text(vraag))))
    fouten = [f"de beveiliging {naam} ontbreekt" for naam in weg]
    return _bevinding("logboeken", fouten, "vastgezet: er kan alleen bij")


def _plan(verbinding: Connection, plan: Planstand) -> Iterator[str]:
    """Wat er aan één plan niet klopt."""
    nagespeeld = Stand()
    laatste = (0, BEGIN)
    opnamen = dict(
        verbinding.execute(
            select(Momentopname.nummer, Momentopname.stand).where(Momentopname.plan_id == plan.id)
        ).all()
    )
    mis = []

    def speel_na() -> Iterator[Gebeurtenis]:
        nonlocal laatste
        for gebeurtenis in lees_gebeurtenissen(verbinding, plan.id):
            nagespeeld.pas_toe(gebeurtenis.delta)
            laatste = (gebeurtenis.nummer, gebeurtenis.hash)
            ruw = opnamen.get(gebeurtenis.nummer)
            if ruw is not None and pak_uit(ruw) != nagespeeld:
                mis.append(f"de momentopname bij {gebeurtenis.nummer} klopt niet met het logboek")
            yield gebeurtenis

    try:
        yield from ketenfouten(speel_na())
    except (LocatieplannerFout, ValueError, KeyError, TypeError, zlib.error) as fout:
        yield f"het logboek is niet na te spelen ({type(fout).__name__})"
        return
    yield from mis
    if laatste != (plan.nummer, plan.hash):
        yield f"het logboek eindigt bij {laatste[0]} en het plan bij {plan.nummer}"
    nu, *_ = lees_nu(verbinding, plan.id)
    for velden in nu.kandidaten.values():
        velden[VORM] = vorm_als_tekst(velden[VORM])
    if nu.kandidaten != nagespeeld.kandidaten:
        yield "de kandidaten zijn niet gelijk aan het nagespeelde logboek"
    if nu.instellingen != nagespeeld.instellingen:
        yield "de instellingen zijn niet gelijk aan het nagespeelde logboek"
