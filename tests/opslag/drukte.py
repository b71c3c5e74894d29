"""Veel lezers en schrijvers tegelijk in één plan, met hoe lang elk op antwoord wachtte."""

import random
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from threading import Thread

from locatieplanner.domein.gebruiker import Gebruiker
from locatieplanner.fouten import ConflictFout
from locatieplanner.opslag.bewaren import bewaar
from locatieplanner.opslag.bijlezen import werk_bij
from locatieplanner.opslag.database import Database, verbind
from locatieplanner.opslag.lezen import open_plan
from tests.opslag.wereld import NASLAG, met

PROCESSEN = 2
LEZEN, SCHRIJVEN = "lezen", "schrijven"

Wachttijden = dict[str, list[float]]


def drukte(
    soort: BaseContext, adres: str, plan: str, lezers: int, schrijvers: int, seconden: float
) -> tuple[Wachttijden, int, list[str]]:
    """Laat lezers en schrijvers een tijd hun gang gaan.

    Returns
    -------
    wachttijden : dict of str to list of float
        Seconden per keer lezen en per keer schrijven.
    bewaard : int
        Hoeveel er bewaard is; een conflict telt niet.
    fouten : list of str
        Wat er misging.
    """
    kinderen = []
    for deel in range(PROCESSEN):
        hier, daar = soort.Pipe(duplex=False)
        wie = (len(range(deel, lezers, PROCESSEN)), len(range(deel, schrijvers, PROCESSEN)))
        kind = soort.Process(target=_deel, args=(adres, plan, daar, deel, wie, seconden))
        kind.start()
        daar.close()
        kinderen.append((kind, hier))
    samen: Wachttijden = {LEZEN: [], SCHRIJVEN: []}
    bewaard, fouten = 0, []
    for kind, hier in kinderen:
        tijden, aantal, mis = hier.recv()
        kind.join()
        for wat, lijst in tijden.items():
            samen[wat] += lijst
        bewaard, fouten = bewaard + aantal, fouten + mis
    return samen, bewaard, fouten


def _deel(
    adres: str, plan: str, pijp: Connection, deel: int, wie: tuple[int, int], seconden: float
) -> None:
    tijden: Wachttijden = {LEZEN: [], SCHRIJVEN: []}
    bewaard: list[int] = []
    fouten: list[str] = []
    lezers, schrijvers = wie
    with verbind(adres, NASLAG) as database:
        einde = time.monotonic() + seconden
        draden = [
            Thread(target=_lees, args=(database, plan, einde, tijden[LEZEN], fouten))
            for _ in range(lezers)
        ] + [
            Thread(
                target=_schrijf,
                args=(database, plan, einde, deel * 1000 + nr, tijden[SCHRIJVEN], bewaard, fouten),
            )
            for nr in range(schrijvers)
        ]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    pijp.send((tijden, len(bewaard), fouten))


def _lees(
    database: Database, plan: str, einde: float, tijden: list[float], fouten: list[str]
) -> None:
    lezer = Gebruiker("lezer", "Lezer", plaatselijk=True)
    try:
        versie = open_plan(database, lezer, plan)
        while time.monotonic() < einde:
            begin = time.perf_counter()
            versie = werk_bij(database, lezer, versie)
            tijden.append(time.perf_counter() - begin)
            # Zo vaak kijkt een scherm of een ander iets deed.
            time.sleep(0.5)
    except Exception as fout:
        fouten.append(repr(fout))


def _schrijf(
    database: Database,
    plan: str,
    einde: float,
    nummer: int,
    tijden: list[float],
    bewaard: list[int],
    fouten: list[str],
) -> None:
    toeval = random.Random(nummer)
    schrijver = Gebruiker(f"schrijver-{nummer}", f"Schrijver {nummer}", plaatselijk=True)
    try:
        versie = open_plan(database, schrijver, plan)
        ids = list(versie.inhoud.kandidaten.index)
        while time.monotonic() < einde:
            tabel = met(
                versie.inhoud.kandidaten, toeval.choice(ids), capaciteit=toeval.randint(1, 5000)
            )
            begin = time.perf_counter()
            try:
                versie = bewaar(
                    database, schrijver, versie, replace(versie.inhoud, kandidaten=tabel)
                )
                bewaard.append(versie.nummer)
            except ConflictFout:
                versie = werk_bij(database, schrijver, versie)
            tijden.append(time.perf_counter() - begin)
            time.sleep(toeval.uniform(0, 0.5))
    except Exception as fout:
        fouten.append(repr(fout))
