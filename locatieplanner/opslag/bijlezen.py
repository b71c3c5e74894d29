"""Wat anderen intussen veranderden in een open plan zetten, zonder het hele plan te lezen."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.opslag import json_kandidaten
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.json_instellingen import veld_uit_json
from locatieplanner.opslag.lezen import lees_versie
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import INSTELLINGEN
from locatieplanner.opslag.planversie import Plankop, Planversie
from locatieplanner.opslag.stand import lees_gebeurtenissen
from locatieplanner.opslag.toegang import Planstand, plan_voor
from locatieplanner.opslag.vastleggen import huidige_instellingen, huidige_kandidaten

_VEEL = 100
"""Zijn het er meer, dan is het hele plan lezen sneller."""


def werk_bij(database: Database, gebruiker: Gebruiker, versie: Planversie) -> Planversie:
    """Geef de laatste versie van een plan dat al open is; is er niets veranderd, dan deze zelf.

    Parameters
    ----------
    database : Database
        Waar het plan staat.
    gebruiker : Gebruiker
        Wie het open heeft.
    versie : Planversie
        De versie zoals `open_plan` of `bewaar` haar gaf, zonder eigen wijzigingen erin.

    Raises
    ------
    ToegangFout, OpslagFout
        Zie `lezen.open_plan`.
    """
    with database.lezen() as verbinding:
        stand = plan_voor(verbinding, gebruiker, versie.kop.id, Projectrol.LEZER)
        if stand.nummer == versie.nummer and stand.rol == versie.kop.rol:
            return versie
        if min(stand.rol, versie.kop.rol) < Projectrol.PLANNER or not versie.is_laatste:
            return lees_versie(verbinding, database.naslag, stand)
        return lees_bij(verbinding, database.naslag, stand, versie, stand.nummer)


def lees_bij(
    verbinding: Connection, naslag: Naslag, stand: Planstand, mijn: Planversie, tot: int
) -> Planversie:
    """Geef een versie met wat anderen na haar nummer deden erin.

    Parameters
    ----------
    verbinding : Connection
        Waarmee te lezen is.
    naslag : Naslag
        Met de kolommen van een kandidaat.
    stand : Planstand
        Waar het plan nu is.
    mijn : Planversie
        De versie van een planner, met haar eigen wijzigingen er al in.
    tot : int
        Tot en met welke gebeurtenis er bij te lezen is.
    """
    if tot - mijn.nummer > _VEEL:
        return lees_versie(verbinding, naslag, stand)
    ids: set[str] = set()
    velden: set[str] = set()
    for gebeurtenis in lees_gebeurtenissen(verbinding, stand.id, na=mijn.nummer, tot=tot):
        delta = gebeurtenis.delta
        ids |= delta.get("kandidaten", {}).keys()
        velden |= delta.get("instellingen", {}).keys()
    nu = huidige_kandidaten(verbinding, stand.id, ids)
    tabel = mijn.inhoud.kandidaten
    if not set(nu) <= set(tabel.index):
        # Waar een nieuwe kandidaat in de tabel hoort, weet alleen de database.
        return lees_versie(verbinding, naslag, stand)
    if ids:
        van_hen = json_kandidaten.uit_json(
            {id_: object_ for id_, (_, object_) in nu.items()}, naslag.kolommen
        )
        volgorde = [id_ for id_ in tabel.index if id_ not in ids or id_ in nu]
        rest = tabel.loc[[id_ for id_ in volgorde if id_ not in ids], naslag.kolommen]
        tabel = pd.concat([rest, van_hen]).loc[volgorde] if nu else rest
    waarden = huidige_instellingen(verbinding, stand.id, velden)
    inhoud = replace(
        mijn.inhoud,
        kandidaten=tabel,
        # Welke soort een veld is, weet `veld_uit_json`; de typecontrole ziet alleen een naam.
        **{v: veld_uit_json(v, w) for v, (_, w) in waarden.items() if v in INSTELLINGEN},  # type: ignore[arg-type]
    )
    weg = ids - set(nu)
    return replace(
        mijn,
        kop=Plankop.van(stand),
        nummer=stand.nummer,
        inhoud=inhoud,
        versies={id_: v for id_, v in mijn.versies.items() if id_ not in weg}
        | {id_: versie for id_, (versie, _) in nu.items()},
        instellingversies={**mijn.instellingversies}
        | {veld: versie for veld, (versie, _) in waarden.items()},
    )
