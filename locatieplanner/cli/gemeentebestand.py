"""Een bestand met een aantal per gemeente, met alle problemen gemeld."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from locatieplanner.cli.weergave import meld, telwoord
from locatieplanner.fouten import BestandFout

if TYPE_CHECKING:
    import pandas as pd

    from locatieplanner.invoer.gemeentetabel import Gemeenteinvoer, Gemeentesoort


def lees_gemeentebestand(
    bestand: Path, gemeenten: pd.DataFrame, soort: Gemeentesoort
) -> Gemeenteinvoer:
    """Lees een CSV met een aantal per gemeente en meld alle problemen.

    Parameters
    ----------
    bestand : Path
        Plaats op deze computer.
    gemeenten : DataFrame
        Index ``gemeentecode``; kolom ``gemeente``.
    soort : Gemeentesoort
        Wat er in de tabel staat.

    Raises
    ------
    BestandFout
        Als het bestand niet te lezen is of fouten heeft.
    """
    from locatieplanner.invoer.gemeentetabel import lees_gemeentetabel

    invoer = lees_gemeentetabel(bestand, bestand.name, gemeenten, soort)
    for probleem in invoer.problemen:
        meld(probleem.zin)
    if invoer.fouten:
        fouten = telwoord(len(invoer.fouten), "fout", "fouten")
        raise BestandFout(f"{bestand.name}: {fouten}. Herstel het bestand en probeer het opnieuw.")
    return invoer
