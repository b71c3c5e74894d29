"""Een slot op een deel van een laag: één proces tegelijk haalt het op."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from locatieplanner.fouten import UitvoerFout

if sys.platform == "win32":
    import msvcrt

    def _grendel(nummer: int) -> None:
        os.lseek(nummer, 0, os.SEEK_SET)
        msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _grendel(nummer: int) -> None:
        fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def slot(pad: Path, wat: str) -> Iterator[None]:
    """Houd een slot vast zolang het blok duurt.

    Het besturingssysteem houdt het slot bij, en laat het los als het proces eindigt: een slot van
    een proces dat er niet meer is, bestaat niet.

    Parameters
    ----------
    pad : Path
        Bestand waar het slot op zit; zijn map bestaat. Het blijft staan.
    wat : str
        Wat er opgehaald wordt, voor de melding.

    Raises
    ------
    UitvoerFout
        Als een ander het slot heeft.
    OSError
        Als het bestand niet te openen is.
    """
    nummer = os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _grendel(nummer)
        except OSError:
            # Op deze plek staat wie het slot heeft; op Windows is dat dan niet te lezen.
            houder = ""
            with suppress(OSError):
                houder = pad.read_text(encoding="utf-8").strip()
            raise UitvoerFout(
                f"{wat} wordt op dit moment al opgehaald"
                f"{f' (proces {houder})' if houder else ''}. Wacht tot dat klaar is; wat al "
                "geladen is, blijft werken."
            ) from None
        os.truncate(nummer, 0)
        os.write(nummer, str(os.getpid()).encode())
        yield
    finally:
        os.close(nummer)
