"""Wie de blokken rekent: processen op deze computer, of een bestaand cluster (Dask).

Beide doen hetzelfde met dezelfde grondslag, en geven delen terug zodra zij klaar zijn, in welke
volgorde ook. Toeval komt er niet aan te pas.
"""

import contextlib
import multiprocessing
import os
import pickle
import re
import signal
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from pathlib import Path

from locatieplanner.bronnen.werkprocessen import afbreken_later
from locatieplanner.fouten import DienstFout, InvoerFout, LocatieplannerFout, RekenFout
from locatieplanner.zoekgebieden.delen import reken_deel
from locatieplanner.zoekgebieden.grondslag import Grondslag
from locatieplanner.zoekgebieden.rooster import Venster

_WACHTTIJD_S = 10
_POGINGEN = 3
_ADRES = re.compile(r"(tcp|tls)://[^\s/]+:\d+")

Deel = tuple[Venster, bytes]


def op_deze_computer(
    grond: Grondslag, vensters: Sequence[Venster], processen: int | None = None
) -> Iterator[Deel]:
    """Reken blokken in eigen processen; één blok of één proces gaat zonder.

    Parameters
    ----------
    grond : Grondslag
        Waarmee gerekend wordt.
    vensters : sequence of Venster
        De blokken.
    processen : int, optional
        Zonder zoveel als er processorkernen zijn.

    Raises
    ------
    RekenFout
        Als een proces gestopt werd.
    """
    aantal = min(processen or os.cpu_count() or 1, len(vensters))
    if aantal <= 1:
        for venster in vensters:
            yield venster, reken_deel(grond, venster)
        return
    with tempfile.TemporaryDirectory(prefix="locatieplanner-") as map_:
        # Eén keer op schijf en één keer per proces gelezen, in plaats van met elk blok mee.
        pad = Path(map_) / "grondslag"
        pad.write_bytes(pickle.dumps(grond))
        # Een schoon begin: een kopie van een proces met draden kan vastlopen.
        begin = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(aantal, mp_context=begin, initializer=_laat_afbreken_aan_ouder)
        try:
            with afbreken_later():
                taken = {pool.submit(_reken, str(pad), venster): venster for venster in vensters}
            for klaar in as_completed(taken):
                yield taken.pop(klaar), klaar.result()
        except BrokenProcessPool as fout:
            raise RekenFout(
                "Een van de rekenprocessen is gestopt, misschien omdat het geheugen vol was. Wat "
                "klaar is blijft staan: herhaal de opdracht om verder te gaan."
            ) from fout
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def op_cluster(grond: Grondslag, vensters: Sequence[Venster], adres: str) -> Iterator[Deel]:
    """Reken blokken op een bestaand cluster; valt een werker weg, dan doet een ander zijn blok.

    Parameters
    ----------
    grond : Grondslag
        Waarmee gerekend wordt.
    vensters : sequence of Venster
        De blokken.
    adres : str
        De verdeler, zoals ``tcp://10.0.0.5:8786``. Elke werker heeft dit programma; eigen rasters
        staan er op hetzelfde pad.

    Raises
    ------
    InvoerFout
        Als het geen adres van een verdeler is.
    DienstFout
        Als het cluster niet antwoordt.
    RekenFout
        Als een blok op het cluster telkens mislukt.
    """
    from distributed import Client
    from distributed import as_completed as klaar_op_cluster

    if not _ADRES.fullmatch(adres):
        raise InvoerFout(f"'{adres}' is geen adres van een cluster; schrijf tcp://naam:8786.")
    with contextlib.ExitStack() as opruimen:
        opruimen.enter_context(warnings.catch_warnings())
        # De grondslag hoort in de opdracht: dan kan elke werker haar ook later nog krijgen.
        warnings.filterwarnings("ignore", message="Sending large graph", category=UserWarning)
        try:
            klant = opruimen.enter_context(
                Client(adres, timeout=_WACHTTIJD_S, set_as_default=False)
            )
        except (OSError, TimeoutError) as fout:
            raise DienstFout(
                f"Het cluster op {adres} antwoordt niet. Kijk na of de verdeler draait en "
                "bereikbaar is, of laat --cluster weg om op deze computer te rekenen."
            ) from fout
        gedeeld = klant.submit(pickle.loads, pickle.dumps(grond), pure=False, retries=_POGINGEN)
        taken = {
            klant.submit(reken_deel, gedeeld, venster, pure=False, retries=_POGINGEN): venster
            for venster in vensters
        }
        with klant.as_current():
            stroom = klaar_op_cluster(list(taken))
        try:
            for klaar in stroom:
                yield taken.pop(klaar), klaar.result()
        except LocatieplannerFout:
            raise
        except Exception as fout:
            raise RekenFout(
                f"Een blok is op het cluster {adres} niet gelukt ({type(fout).__name__}). Wat "
                "klaar is blijft staan: herhaal de opdracht om verder te gaan."
            ) from fout
        finally:
            klant.cancel([gedeeld, *taken])


def _laat_afbreken_aan_ouder() -> None:
    """Negeer Ctrl-C: het proces dat de blokken uitdeelt, stopt de andere netjes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _reken(pad: str, venster: Venster) -> bytes:
    return reken_deel(_grondslag(pad), venster)


@lru_cache(maxsize=1)
def _grondslag(pad: str) -> Grondslag:
    grond = pickle.loads(Path(pad).read_bytes())  # noqa: S301 - net door het eigen proces geschreven
    assert isinstance(grond, Grondslag)  # noqa: S101 - zegt de typecontrole wat erin staat
    return grond
