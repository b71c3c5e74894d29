"""De naam of code van een gemeente zoals iemand die typt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.fouten import GebiedFout

if TYPE_CHECKING:
    import pandas as pd


def lees_gemeente(tekst: str, gemeenten: pd.DataFrame) -> str:
    """Geef de code van de gemeente met deze naam of code, hoofdletters ten spijt.

    Parameters
    ----------
    tekst : str
        Naam of code, zoals ``Amersfoort`` of ``GM0307``.
    gemeenten : DataFrame
        Index ``gemeentecode``; kolom ``gemeente``.

    Raises
    ------
    GebiedFout
        Als het geen gemeente is.
    """
    codes = {str(naam).casefold(): str(code) for code, naam in gemeenten["gemeente"].items()}
    codes |= {str(code).casefold(): str(code) for code in gemeenten.index}
    gevonden = codes.get(tekst.strip().casefold())
    if gevonden is None:
        raise GebiedFout(
            f"'{tekst}' is geen gemeente.{bedoelt(gemeenten['gemeente'], tekst)} Geef de naam of "
            "de code van het CBS, zoals GM0307."
        )
    return gevonden
