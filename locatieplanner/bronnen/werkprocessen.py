"""Werkprocessen beginnen zonder dat Ctrl-C ze bij het opstarten treft."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def afbreken_later() -> Iterator[None]:
    """Stel Ctrl-C uit zolang er in het blok processen beginnen.

    Een terminal stuurt Ctrl-C naar alle processen tegelijk. Wie dan nog aan het opstarten is, meldt
    een fout die niemand iets zegt. Wat in het blok begint, erft dat het sein geblokkeerd is; dit
    proces krijgt het na het blok alsnog. Waar dat niet bestaat (Windows) verandert er niets.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # Wie de hulpbronnen bijhoudt, heft bij zijn eigen begin de blokkade op: hij gaat dus voor.
    resource_tracker.ensure_running()
    was = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, was)
