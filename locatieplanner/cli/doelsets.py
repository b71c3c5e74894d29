"""``locatieplanner opgave``: de rijen van een doelset, en alle doelsets naast elkaar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from locatieplanner.cli.doelen import lees_eigen_doelen
from locatieplanner.cli.weergave import toon, toon_json

if TYPE_CHECKING:
    from locatieplanner.beoordeling.omgeving import Lagen
    from locatieplanner.domein.doel import Doelset


def antwoord_onderdelen(doelset: Doelset, provincie: str | None, *, json: bool) -> None:
    """Toon de rijen van een doelset, en de ingebouwde erbij waar er eigen zijn."""
    from locatieplanner.cli.opgavetabel import toon_onderdelen
    from locatieplanner.opgave.onderdelen import onderdelen
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    rijen = onderdelen(doelset, provincie)
    ingebouwd = onderdelen(doelset.origineel, provincie)
    ingebouwd = ingebouwd[ingebouwd["provincie"].isin(doelset.eigen_provincies)]
    if not json:
        toon_onderdelen(rijen, doelset)
        if len(ingebouwd):
            toon("")
            toon_onderdelen(ingebouwd, doelset.origineel)
        return
    inhoud = {
        "doelset": doelset.id,
        "naam": doelset.naam,
        "eigen_provincies": doelset.eigen_provincies,
        "onderdelen": rijen_van(rijen),
        "ingebouwd": rijen_van(ingebouwd),
    }
    toon_json(json_tekst(inhoud))


def antwoord_doelsets(
    lagen: Lagen, doelset: str | None, doelen: Path | None, provincie: str | None, *, json: bool
) -> None:
    """Toon alle doelsets naast elkaar, met de eigen doelen erin, en hun totalen.

    Parameters
    ----------
    lagen : Lagen
        De ingelezen lagen.
    doelset : str or None
        Bij welke doelset een rij van `doelen` hoort die dat zelf niet zegt.
    doelen : Path or None
        Bestand met eigen doelen.
    provincie : str or None
        Alleen deze provincie; de totalen gaan altijd over alle.
    json : bool
        Of het antwoord JSON is.
    """
    from locatieplanner.beoordeling.omgeving import inwoners_per_provincie
    from locatieplanner.cli.doelsettabel import toon_doelsets
    from locatieplanner.domein.eigendoelen import Eigendoelen
    from locatieplanner.opgave.vergelijking import naast_elkaar, vergelijk_totalen
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    eigen = Eigendoelen() if doelen is None else lees_eigen_doelen(doelen, lagen, doelset)
    doelsets, inwoners = eigen.pas_toe(lagen.doelsets), inwoners_per_provincie(lagen.gemeenten)
    naast = naast_elkaar(doelsets, inwoners)
    if provincie is not None:
        naast = naast[naast["provincie"] == provincie]
    totalen = vergelijk_totalen(doelsets, inwoners)
    if json:
        toon_json(json_tekst({"totalen": rijen_van(totalen), "provincies": rijen_van(naast)}))
    else:
        toon_doelsets(naast, totalen)
