"""``locatieplanner opgave``: per provincie het doel, wat er is en wat er nog nodig is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opties import GEEN_WAARDE, Doelsetkeuze, GoedeRijen, Json
from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.voorbereiding import bruikbare_kandidaten, kies_omgeving, lees_bestand
from locatieplanner.cli.weergave import meld, toon_json
from locatieplanner.fouten import InvoerFout

if TYPE_CHECKING:
    import pandas as pd

    from locatieplanner.beoordeling.omgeving import Lagen
    from locatieplanner.domein.omgeving import Omgeving


def opgave(
    doelset: Doelsetkeuze = None,
    provincie: Annotated[
        str | None, typer.Option(help="Toon alleen deze provincie.", metavar="NAAM")
    ] = None,
    bestand: Annotated[
        Path | None,
        typer.Option(
            help="Bestand met kandidaten; waarover een besluit is, telt als gepland.",
            metavar="BESTAND",
        ),
    ] = None,
    goede_rijen: GoedeRijen = False,
    per_onderdeel: Annotated[
        bool,
        typer.Option(
            "--per-onderdeel",
            help="Toon in plaats daarvan de rijen van de doelset zoals de bron ze geeft.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Toon per provincie het doel, wat er is en wat er nog nodig is."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.cli.opgavetabel import toon_onderdelen, toon_stand
    from locatieplanner.opgave.onderdelen import onderdelen
    from locatieplanner.opgave.stand import stand_per_provincie
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    keuze = None if provincie is None else _provincie(provincie)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, doelset)
    if per_onderdeel:
        rijen = onderdelen(omgeving.doelset, keuze)
        if json:
            inhoud = {"doelset": omgeving.doelset.id, "onderdelen": rijen_van(rijen)}
            toon_json(json_tekst(inhoud))
        else:
            toon_onderdelen(rijen, omgeving.doelset)
        return
    gepland = None
    if bestand is not None:
        gepland = _gepland(bestand, lagen, omgeving, goede_rijen=goede_rijen)
    stand = stand_per_provincie(omgeving, gepland)
    if json:
        toon_json(json_tekst(_als_json(stand, omgeving, keuze)))
    else:
        toon_stand(stand, omgeving, keuze)


def _gepland(bestand: Path, lagen: Lagen, omgeving: Omgeving, *, goede_rijen: bool) -> pd.Series:
    """De geplande plaatsen per gemeente uit een bestand; meer dan de ligging is er niet nodig."""
    from locatieplanner.criteria.ligging import met_ligging
    from locatieplanner.opgave.gepland import gepland_per_gemeente

    invoer = lees_bestand(bestand, lagen)
    for probleem in invoer.problemen:
        meld(probleem.zin)
    kandidaten = bruikbare_kandidaten(invoer, goede_rijen=goede_rijen)
    gelegen = met_ligging(kandidaten, omgeving.gemeenten)
    return gepland_per_gemeente(gelegen, omgeving.locatietypen)


def _als_json(stand: pd.DataFrame, omgeving: Omgeving, provincie: str | None) -> dict[str, object]:
    from locatieplanner.opgave.controle import tijdverschil, vergelijk_landelijk
    from locatieplanner.opgave.stand import landelijke_stand
    from locatieplanner.rapport.json_uitvoer import rijen_van

    velden = ("bron", "brondatum", "peildatum")
    herkomst = omgeving.doelen[list(velden)].add_prefix("doel_")
    gekozen = stand.join(herkomst)
    if provincie is not None:
        gekozen = gekozen.loc[[provincie]]
    inhoud: dict[str, object] = {
        "doelset": omgeving.doelset.id,
        "let_op": tijdverschil(omgeving, provincie),
        "provincies": rijen_van(gekozen.rename_axis("provincie").reset_index()),
    }
    if provincie is None:
        vergelijking = vergelijk_landelijk(omgeving.doelset, omgeving.doelen)
        landelijk = landelijke_stand(stand, omgeving.doelset)
        inhoud["nederland"] = {**landelijk, "vergelijking": vergelijking}
    return inhoud


def _provincie(naam: str) -> str:
    """De provincie met deze naam, hoofdletters en Fryslân ten spijt."""
    from locatieplanner.domein.gebied import PROVINCIES

    namen = {keuze.casefold(): keuze for keuze in PROVINCIES} | {"fryslân": "Friesland"}
    gevonden = namen.get(naam.strip().casefold())
    if gevonden is None:
        raise InvoerFout(
            f"'{naam}' is geen provincie.{bedoelt(PROVINCIES, naam)} "
            f"Kies uit: {', '.join(PROVINCIES)}."
        )
    return gevonden
