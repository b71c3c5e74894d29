"""Een verandering vastleggen: de stand en het logboek in één transactie."""

import secrets
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from locatieplanner.domein.gebruiker import Gebruiker
from locatieplanner.opslag.canoniek import Json, canoniek
from locatieplanner.opslag.delta import INSTELLINGEN, KANDIDATEN, NAAR, kandidaat_na
from locatieplanner.opslag.gebeurtenis import Soort, hash_van
from locatieplanner.opslag.json_kandidaten import VOLGORDE, VORM, vorm_als_tekst
from locatieplanner.opslag.keuring import keur_instellingen, keur_kandidaten
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.tabellen import Afscherming, Gebeurtenis, Instelling, Kandidaat, Plan
from locatieplanner.opslag.toegang import Planstand

_STUK = 500
"""Zoveel id's passen er in één vraag."""


def nieuwe_sleutel() -> str:
    """Geef een sleutel die niet te raden is."""
    return secrets.token_hex(16)


def nu() -> str:
    """Geef het moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def leg_vast(
    verbinding: Connection,
    naslag: Naslag,
    plan: Planstand,
    gebruiker: Gebruiker,
    soort: Soort,
    inhoud: Json,
    waarom: str = "",
    doel: int | None = None,
) -> Planstand:
    """Verwerk een verandering in de tabellen en zet haar in het logboek.

    Parameters
    ----------
    verbinding : Connection
        Om te schrijven, met het plan vast (`toegang.plan_voor`).
    naslag : Naslag
        Om te weten wat af te schermen is.
    plan : Planstand
        Waar het plan gebleven is.
    gebruiker : Gebruiker
        Wie het doet.
    soort : Soort
        Wat er gebeurt.
    inhoud : object
        De verandering, zie `delta`; bij een opmerking de opmerking.
    waarom : str, optional
        De reden.
    doel : int, optional
        De gebeurtenis waar het over gaat.

    Returns
    -------
    Planstand
        Waar het plan nu is.

    Raises
    ------
    PlanFout
        Als de verandering niet past, of niet bewaard mag worden.
    """
    nummer, tijd = plan.nummer + 1, nu()
    _zet_kandidaten(verbinding, naslag, plan.id, inhoud.get(KANDIDATEN, {}), nummer)
    instellingen = {v: paar[NAAR] for v, paar in inhoud.get(INSTELLINGEN, {}).items()}
    _zet_instellingen(verbinding, plan.id, instellingen, nummer)
    tekst = canoniek(inhoud)
    hash_ = hash_van(
        nummer, tijd, gebruiker.subject, gebruiker.naam, soort, tekst, waarom, doel, plan.hash
    )
    verbinding.execute(
        insert(Gebeurtenis),
        {
            "plan_id": plan.id, "nummer": nummer, "tijd": tijd, "wie": gebruiker.subject,
            "naam": gebruiker.naam, "soort": str(soort), "inhoud": tekst, "waarom": waarom,
            "doel": doel, "vorige": plan.hash, "hash": hash_,
        },
    )  # fmt: skip
    nieuw = replace(
        plan,
        nummer=nummer,
        hash=hash_,
        gewijzigd=tijd,
        door=gebruiker.naam,
        naam=str(instellingen.get("naam", plan.naam)),
        gearchiveerd=bool(instellingen.get("gearchiveerd", plan.gearchiveerd)),
    )
    verbinding.execute(
        update(Plan).where(Plan.id == plan.id),
        {
            "nummer": nummer, "hash": hash_, "gewijzigd": tijd, "door": gebruiker.naam,
            "naam": nieuw.naam, "gearchiveerd": nieuw.gearchiveerd,
        },
    )  # fmt: skip
    return nieuw


def huidige_kandidaten(
    verbinding: Connection, plan: str, ids: Collection[str]
) -> dict[str, tuple[int, Json]]:
    """Geef van deze kandidaten de versie en wat er nu staat; wie er niet is, ontbreekt."""
    gevonden: dict[str, tuple[int, Json]] = {}
    for stuk in _stukken(list(ids)):
        rijen = verbinding.execute(
            select(
                Kandidaat.id, Kandidaat.versie, Kandidaat.volgorde, Kandidaat.eigenschappen,
                Kandidaat.vorm,
            ).where(Kandidaat.plan_id == plan, Kandidaat.id.in_(stuk))
        )  # fmt: skip
        for id_, versie, volgorde, eigenschappen, vorm in rijen:
            velden = {**eigenschappen, VORM: vorm_als_tekst(vorm), VOLGORDE: volgorde}
            gevonden[id_] = (versie, velden)
    return gevonden


def huidige_instellingen(
    verbinding: Connection, plan: str, velden: Collection[str]
) -> dict[str, tuple[int, object]]:
    """Geef van deze instellingen de versie en wat er nu staat."""
    if not velden:
        return {}
    rijen = verbinding.execute(
        select(Instelling.veld, Instelling.versie, Instelling.waarde).where(
            Instelling.plan_id == plan, Instelling.veld.in_(list(velden))
        )
    )
    return {veld: (versie, waarde) for veld, versie, waarde in rijen}


def volgende_plaats(verbinding: Connection, plan: str) -> int:
    """Geef de eerste vrije plaats in de tabel van een plan."""
    hoogste = verbinding.scalar(
        select(func.max(Kandidaat.volgorde)).where(Kandidaat.plan_id == plan)
    )
    return 0 if hoogste is None else hoogste + 1


def afgeschermde_ids(verbinding: Connection, plan: str) -> frozenset[str]:
    """Geef de id's die ooit een beschermde ligging hadden."""
    return frozenset(
        verbinding.scalars(select(Afscherming.kandidaat_id).where(Afscherming.plan_id == plan))
    )


def _zet_kandidaten(
    verbinding: Connection, naslag: Naslag, plan: str, paren: Json, nummer: int
) -> None:
    if not paren:
        return
    huidig = huidige_kandidaten(verbinding, plan, list(paren))
    na = {
        id_: kandidaat_na(huidig[id_][1] if id_ in huidig else None, paar, id_)
        for id_, paar in paren.items()
    }
    nieuw = {id_: velden for id_, velden in na.items() if velden is not None}
    keur_kandidaten(nieuw, naslag)
    weg = [id_ for id_, velden in na.items() if velden is None]
    for stuk in _stukken(weg):
        verbinding.execute(
            delete(Kandidaat).where(Kandidaat.plan_id == plan, Kandidaat.id.in_(stuk))
        )
    rijen = {id_: kandidaatrij(plan, id_, velden, nummer) for id_, velden in nieuw.items()}
    erbij = [rij for id_, rij in rijen.items() if id_ not in huidig]
    if erbij:
        verbinding.execute(insert(Kandidaat), erbij)
    anders = [
        {f"n_{naam}": waarde for naam, waarde in rij.items()}
        for id_, rij in rijen.items()
        if id_ in huidig
    ]
    if anders:
        tabel = Kandidaat.__table__
        verbinding.execute(
            update(Kandidaat)
            .where(Kandidaat.plan_id == bindparam("n_plan_id"), Kandidaat.id == bindparam("n_id"))
            .values(
                {
                    k.name: bindparam(f"n_{k.name}", type_=k.type)
                    for k in tabel.columns
                    if not k.primary_key
                }
            ),
            anders,
        )
    _scherm_af(verbinding, plan, [i for i, velden in nieuw.items() if naslag.is_beschermd(velden)])


def kandidaatrij(plan: str, id_: str, velden: Json, nummer: int) -> Json:
    """Geef de rij van een kandidaat zoals zij in haar tabel komt."""
    return {
        "plan_id": plan,
        "id": id_,
        "versie": nummer,
        "volgorde": velden.get(VOLGORDE, 0),
        "naam": velden["naam"],
        "eigenschappen": {v: w for v, w in velden.items() if v not in (VORM, VOLGORDE)},
        "vorm": bytes.fromhex(velden[VORM]),
    }


def _scherm_af(verbinding: Connection, plan: str, ids: list[str]) -> None:
    if not ids:
        return
    al = afgeschermde_ids(verbinding, plan)
    nieuw = [{"plan_id": plan, "kandidaat_id": id_} for id_ in ids if id_ not in al]
    if nieuw:
        verbinding.execute(insert(Afscherming), nieuw)


def _zet_instellingen(verbinding: Connection, plan: str, waarden: Json, nummer: int) -> None:
    if not waarden:
        return
    keur_instellingen(waarden)
    er_al = huidige_instellingen(verbinding, plan, waarden)
    for veld, waarde in waarden.items():
        if veld in er_al:
            verbinding.execute(
                update(Instelling)
                .where(Instelling.plan_id == plan, Instelling.veld == veld)
                .values(versie=nummer, waarde=waarde)
            )
    erbij = [
        {"plan_id": plan, "veld": veld, "versie": nummer, "waarde": waarde}
        for veld, waarde in waarden.items()
        if veld not in er_al
    ]
    if erbij:
        verbinding.execute(insert(Instelling), erbij)


def _stukken(ids: list[str]) -> Iterator[list[str]]:
    for begin in range(0, len(ids), _STUK):
        yield ids[begin : begin + _STUK]
