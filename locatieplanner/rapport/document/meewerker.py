"""Het begin van een proces dat aan een reeks meewerkt; laadt zo weinig mogelijk."""

import multiprocessing
import os
import signal
import threading


def begin() -> None:
    """Laat afbreken over aan wie het proces startte, en stop als die er niet meer is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ouder = multiprocessing.parent_process()
    if ouder is not None:
        threading.Thread(target=_volg, args=(ouder,), daemon=True).start()


def _volg(ouder: multiprocessing.process.BaseProcess) -> None:
    ouder.join()
    # Zonder ouder leest niemand het antwoord: stoppen zonder iets af te ronden.
    os._exit(1)
