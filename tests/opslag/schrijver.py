"""Schrijvers in een eigen proces: om af te breken, en om met velen tegelijk te schrijven."""

import random
from dataclasses import replace
from multiprocessing.connection import Connection
from threading import Thread

from locatieplanner.domein.gebruiker import PLAATSELIJK, Gebruiker
from locatieplanner.fouten import ConflictFout, OpslagFout
from locatieplanner.opslag.bewaren import bewaar
from locatieplanner.opslag.database import Database, verbind
from locatieplanner.opslag.json_kandidaten import VOLGORDE
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.vastleggen import huidige_kandidaten
from locatieplanner.opslag.wijziging import Wijziging, wijzig
from tests.opslag.wereld import NASLAG, met

BEGONNEN = "begonnen"
EERSTE = 1_000
"""Boven elke capaciteit waar een kandidaat mee begint: elke waarde is dan echt een verandering."""


def schrijf_door(adres: str, plan: str, pijp: Connection, zaad: int) -> None:
    """Bewaar wijziging na wijziging; elke die bewaard is, gaat als nummer en waarde de pijp in."""
    toeval = random.Random(zaad)
    with verbind(adres, NASLAG) as database:
        versie = open_plan(database, PLAATSELIJK, plan)
        ids = list(versie.inhoud.kandidaten.index)
        pijp.send(BEGONNEN)
        while True:
            id_, waarde = toeval.choice(ids), toeval.randint(1, 10**6)
            tabel = met(versie.inhoud.kandidaten, id_, capaciteit=waarde)
            versie = bewaar(database, PLAATSELIJK, versie, replace(versie.inhoud, kandidaten=tabel))
            pijp.send((versie.nummer, id_, waarde))


def schrijf_tot_vol(adres: str, plan: str, pijp: Connection, ruimte: int) -> None:
    """Bewaar tot de schijf vol is: geen bestand mag groter worden dan `ruimte` bytes.

    In de pijp komt welke nummers bewaard zijn, en de melding waarmee het ophield.
    """
    import resource  # niet elk besturingssysteem heeft dit

    bewaard = []
    with verbind(adres, NASLAG) as database:
        versie = open_plan(database, PLAATSELIJK, plan)
        resource.setrlimit(resource.RLIMIT_FSIZE, (ruimte, ruimte))
        try:
            while True:
                tabel = met(versie.inhoud.kandidaten, "K1", capaciteit=len(bewaard) + 200)
                versie = bewaar(
                    database, PLAATSELIJK, versie, replace(versie.inhoud, kandidaten=tabel)
                )
                bewaard.append(versie.nummer)
        except OpslagFout as fout:
            pijp.send((bewaard, str(fout)))


def schrijf_samen(
    adres: str, plan: str, pijp: Connection, wie: list[int], keren: int, per_keer: int
) -> None:
    """Laat elk van `wie` in een eigen draad `keren` keer `per_keer` kandidaten veranderen.

    In de pijp komt per schrijver wat zij bewaarde (nummer, en per id de waarde) en hoeveel
    conflicten zij had.
    """
    with verbind(adres, NASLAG) as database:
        uit: dict[int, tuple[list[tuple[int, dict[str, int]]], int]] = {}
        draden = [
            Thread(target=_een, args=(database, plan, nummer, keren, per_keer, uit))
            for nummer in wie
        ]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    pijp.send(uit)
    pijp.close()


def _een(database: Database, plan: str, nummer: int, keren: int, per_keer: int, uit: dict) -> None:
    toeval = random.Random(nummer)
    gebruiker = Gebruiker(f"schrijver-{nummer}", f"Schrijver {nummer}", plaatselijk=True)
    gelukt, conflicten = [], 0
    ids = list(open_plan(database, gebruiker, plan).inhoud.kandidaten.index)
    while len(gelukt) < keren:
        # Schrijver en beurt staan in de waarde: zo is elke verandering te herkennen.
        waarden = {
            id_: EERSTE + (nummer * keren + len(gelukt)) * per_keer + plek
            for plek, id_ in enumerate(toeval.sample(ids, per_keer))
        }
        with database.lezen() as verbinding:
            nu = huidige_kandidaten(verbinding, plan, waarden)
        wijziging = Wijziging(
            plan,
            {
                id_: (zonder_plaats(nu[id_][1]), zonder_plaats(nu[id_][1]) | {"capaciteit": w})
                for id_, w in waarden.items()
            },
            {id_: versie for id_, (versie, _) in nu.items()},
        )
        try:
            kop = wijzig(database, gebruiker, wijziging)
        except ConflictFout:
            conflicten += 1
        else:
            gelukt.append((kop.nummer, waarden))
    uit[nummer] = (gelukt, conflicten)


def zonder_plaats(velden: dict) -> dict:
    return {veld: waarde for veld, waarde in velden.items() if veld != VOLGORDE}
