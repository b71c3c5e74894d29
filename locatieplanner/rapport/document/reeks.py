"""Veel rapporten achter elkaar: één zip, met alle processors aan het werk.

De inhoud van elk rapport wordt hier gemaakt; tekenen en zetten, het meeste werk, doen andere
processen. Er is nooit meer dan een handvol rapporten tegelijk in het geheugen.
"""

import multiprocessing
import os
import re
import zipfile
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from locatieplanner.bronnen.werkprocessen import afbreken_later
from locatieplanner.rapport.document.inhoud import Document
from locatieplanner.rapport.document.meewerker import begin
from locatieplanner.rapport.document.schrijven import Schrijfsoort, schrijf_document
from locatieplanner.rapport.uitvoer import vervangt
from locatieplanner.rapport.werkmap import ZIPTIJD

_VOORRAAD = 3
"""Zoveel rapporten per proces liggen er klaar."""

_LANGSTE_NAAM = 80


def schrijf_reeks(
    documenten: Iterable[tuple[str, Document]],
    pad: Path,
    gereed: Callable[[int], None] = lambda _: None,
    *,
    soort: Schrijfsoort = Schrijfsoort.PDF,
    processen: int | None = None,
) -> int:
    """Schrijf rapporten in één zip; die staat er pas als alles erin zit.

    Parameters
    ----------
    documenten : iterable of (str, Document)
        Naam zonder achtervoegsel, en de inhoud; wordt pas gemaakt als zij aan de beurt is.
    pad : Path
        De zip.
    gereed : callable, optional
        Krijgt na elk rapport hoeveel er klaar zijn.
    soort : Schrijfsoort, optional
        PDF of Word.
    processen : int, optional
        Hoeveel processen tegelijk; zonder zoveel als er processors zijn.

    Returns
    -------
    int
        Hoeveel rapporten erin zitten.

    Raises
    ------
    UitvoerFout
        Als een rapport of de zip niet te schrijven is; een bestaande zip is dan onveranderd.
    """
    tegelijk = processen or _processors()
    klaar = 0
    wachtend: deque[tuple[str, Future[bytes]]] = deque()
    namen: set[str] = set()
    with vervangt(pad) as bestand, zipfile.ZipFile(bestand, "w") as archief:

        def haal_op() -> None:
            nonlocal klaar
            naam, belofte = wachtend.popleft()
            # Een PDF is al ingepakt; nog eens inpakken kost tijd en scheelt niets.
            archief.writestr(zipfile.ZipInfo(naam, ZIPTIJD), belofte.result())
            klaar += 1
            gereed(klaar)

        pool = ProcessPoolExecutor(
            tegelijk, mp_context=multiprocessing.get_context("spawn"), initializer=begin
        )
        try:
            for naam, document in documenten:
                lid = f"{_uniek(bestandsnaam(naam), namen)}.{soort}"
                with afbreken_later():
                    wachtend.append((lid, pool.submit(schrijf_document, document, soort)))
                if len(wachtend) >= _VOORRAAD * tegelijk:
                    haal_op()
            while wachtend:
                haal_op()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    return klaar


def bestandsnaam(naam: str) -> str:
    """Maak van een naam een bestandsnaam die op elk besturingssysteem mag.

    >>> bestandsnaam("GM0518 's-Gravenhage")
    'GM0518_s-Gravenhage'
    """
    woorden = re.sub(r"[^\w.-]+", "_", naam).strip("._-")
    return woorden[:_LANGSTE_NAAM] or "rapport"


def _uniek(naam: str, namen: set[str]) -> str:
    """De naam, met een nummer erachter als zij er al is (hoofdletters ten spijt)."""
    nieuw, nummer = naam, 1
    while nieuw.casefold() in namen:
        nummer += 1
        nieuw = f"{naam}_{nummer}"
    namen.add(nieuw.casefold())
    return nieuw


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
