"""Het nieuwste jaar dat een dienst heeft."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, dienstfout
from locatieplanner.bronnen.dienst import JAAR, Dienst

JAREN_TERUG = 6
"""Ouder dan zoveel jaar wordt niet gezocht."""

_T = TypeVar("_T")


def jaren_terug() -> list[str]:
    """Geef de jaren die in aanmerking komen, het nieuwste eerst."""
    dit_jaar = datetime.now(UTC).year
    return [str(dit_jaar - terug) for terug in range(JAREN_TERUG + 1)]


def nieuwste(dienst: Dienst, vraag: Callable[[str], _T | None]) -> tuple[str, _T, str]:
    """Zoek het adres met het nieuwste jaar dat antwoordt.

    Parameters
    ----------
    dienst : Dienst
        Met in het adres al dan niet `JAAR`.
    vraag : callable
        Vraagt iets aan een adres; None als de dienst het niet kent.

    Returns
    -------
    adres : str
        Het adres zonder `JAAR`.
    antwoord : object
        Wat `vraag` daar kreeg.
    jaar : str
        Het jaar; leeg als er geen jaar in het adres staat.

    Raises
    ------
    DienstFout
        Als geen enkel adres antwoordt.
    """
    jaren = jaren_terug()
    for jaar in jaren if JAAR in dienst.adres else [""]:
        adres = dienst.adres.replace(JAAR, jaar)
        antwoord = vraag(adres)
        if antwoord is not None:
            return adres, antwoord, jaar
    jaren_ook = f", voor geen van de jaren {jaren[-1]} tot en met {jaren[0]}"
    raise dienstfout(
        dienst.naam,
        f"kent {dienst.onderdeel} niet op {dienst.adres}"
        f"{jaren_ook if JAAR in dienst.adres else ''}",
        HERSTEL_CATALOGUS,
    )
