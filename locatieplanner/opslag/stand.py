"""De stand van een plan bij een nummer: het logboek nagespeeld vanaf de laatste momentopname."""

import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.canoniek import canoniek, lees
from locatieplanner.opslag.delta import Stand
from locatieplanner.opslag.gebeurtenis import Gebeurtenis, Soort
from locatieplanner.opslag.tabellen import Gebeurtenis as Rij
from locatieplanner.opslag.tabellen import Momentopname
from locatieplanner.opslag.toegang import Planstand

ELKE = 200
"""Om de zoveel gebeurtenissen komt er een momentopname."""

_GROOTSTE = 500_000_000


def stand_op(verbinding: Connection, plan: Planstand, nummer: int) -> Stand:
    """Geef de stand bij een nummer.

    Raises
    ------
    PlanFout
        Als dat nummer er niet is.
    """
    if not 1 <= nummer <= plan.nummer:
        raise PlanFout(
            f"Versie {getal(nummer)} van dit plan bestaat niet; er zijn er {getal(plan.nummer)}. "
            f"Kies een nummer van 1 tot en met {getal(plan.nummer)}."
        )
    opname = verbinding.execute(
        select(Momentopname.nummer, Momentopname.stand)
        .where(Momentopname.plan_id == plan.id, Momentopname.nummer <= nummer)
        .order_by(Momentopname.nummer.desc())
        .limit(1)
    ).one_or_none()
    stand = Stand() if opname is None else pak_uit(opname.stand)
    vanaf = 0 if opname is None else opname.nummer
    for gebeurtenis in lees_gebeurtenissen(verbinding, plan.id, na=vanaf, tot=nummer):
        stand.pas_toe(gebeurtenis.delta)
    return stand


def lees_gebeurtenissen(
    verbinding: Connection, plan: str, *, na: int = 0, tot: int | None = None
) -> Iterator[Gebeurtenis]:
    """Geef de gebeurtenissen na een nummer, tot en met een ander, op volgorde."""
    vraag = (
        select(
            Rij.nummer, Rij.tijd, Rij.wie, Rij.naam, Rij.soort, Rij.inhoud, Rij.waarom, Rij.doel,
            Rij.vorige, Rij.hash,
        )
        .where(Rij.plan_id == plan, Rij.nummer > na)
        .order_by(Rij.nummer)
    )  # fmt: skip
    if tot is not None:
        vraag = vraag.where(Rij.nummer <= tot)
    for rij in verbinding.execute(vraag.execution_options(yield_per=500)):
        nummer, tijd, wie, naam, soort, inhoud, waarom, doel, vorige, hash_ = rij
        yield Gebeurtenis(
            nummer, tijd, wie, naam, Soort(soort), inhoud, waarom, doel, vorige, hash_
        )


def maak_opname(verbinding: Connection, plan: Planstand) -> None:
    """Zet een momentopname van de laatste versie naast het logboek."""
    stand = stand_op(verbinding, plan, plan.nummer)
    verbinding.execute(
        insert(Momentopname),
        {"plan_id": plan.id, "nummer": plan.nummer, "stand": pak_in(stand)},
    )


def pak_in(stand: Stand) -> bytes:
    """Geef een stand als samengeperste canonieke JSON."""
    return zlib.compress(canoniek(stand.als_json()).encode("utf-8"), 6)


def pak_uit(ruw: bytes) -> Stand:
    """Lees wat `pak_in` schreef."""
    pers = zlib.decompressobj()
    tekst = pers.decompress(ruw, _GROOTSTE)
    if pers.unconsumed_tail:
        raise PlanFout("Deze momentopname is te groot om te openen. Open een andere versie.")
    return Stand.uit_json(lees(tekst.decode("utf-8")))
