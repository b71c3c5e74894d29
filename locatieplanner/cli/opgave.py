"""``locatieplanner opgave``: per provincie het doel, wat er is en wat er nog nodig is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.doelsets import antwoord_doelsets, antwoord_onderdelen
from locatieplanner.cli.gemeente import lees_gemeente
from locatieplanner.cli.maand import lees_maand
from locatieplanner.cli.opties import (
    GEEN_WAARDE,
    Doelenbestand,
    Doelsetkeuze,
    GoedeRijen,
    Json,
    Parameterkeuze,
)
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.cli.voorbereiding import gelegen_kandidaten, kies_omgeving
from locatieplanner.cli.voortgang import (
    Vraag,
    antwoord_behoefte,
    antwoord_trechter,
    antwoord_verloop,
)
from locatieplanner.cli.weergave import toon_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from locatieplanner.domein.omgeving import Omgeving


def opgave(
    doelset: Doelsetkeuze = None,
    doelen: Doelenbestand = None,
    provincie: Annotated[
        str | None, typer.Option(help="Toon alleen deze provincie.", metavar="NAAM")
    ] = None,
    bestand: Annotated[
        Path | None,
        typer.Option(
            help="Bestand met kandidaten; gepland is wat ten minste een besluit heeft, of zo ver "
            "is als de parameter opgave.gepland_vanaf zegt.",
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
    alle_doelsets: Annotated[
        bool,
        typer.Option(
            "--alle-doelsets",
            help="Toon in plaats daarvan alle doelsets naast elkaar, en hun som tegenover het "
            "gepubliceerde totaal.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    trechter: Annotated[
        bool,
        typer.Option(
            "--trechter",
            help="Toon in plaats daarvan hoever de kandidaten in het bestand zijn, van idee tot "
            "in gebruik.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    verloop: Annotated[
        bool,
        typer.Option(
            "--verloop",
            help="Toon in plaats daarvan maand voor maand de capaciteit tegenover het doel.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    scenario: Annotated[
        str | None,
        typer.Option(
            help="Toon in plaats daarvan de behoefte tegenover de capaciteit: laag, midden, hoog, "
            "of een CSV met maand en plaatsen voor heel Nederland.",
            metavar="NAAM|BESTAND",
        ),
    ] = None,
    gemeente: Annotated[
        str | None,
        typer.Option(help="Trechter, verloop of scenario van één gemeente.", metavar="NAAM|CODE"),
    ] = None,
    vanaf: Annotated[
        str | None,
        typer.Option(
            help="Eerste maand van verloop of scenario, zoals 2027-07; zonder deze maand.",
            metavar="MAAND",
        ),
    ] = None,
    maanden: Annotated[
        int | None,
        typer.Option(
            help="Aantal maanden; zonder tot de laatste datum die er toe doet.",
            metavar="GETAL",
            min=1,
            max=600,
        ),
    ] = None,
    parameter: Parameterkeuze = None,
    json: Json = False,
) -> None:
    """Toon per provincie het doel, wat er is en wat er nog nodig is."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.cli.opgavetabel import toon_stand
    from locatieplanner.opgave.gepland import gepland_per_gemeente
    from locatieplanner.opgave.stand import stand_per_provincie
    from locatieplanner.rapport.json_uitvoer import json_tekst

    in_de_tijd = {"--verloop": verloop, "--scenario": scenario is not None}
    voortgang = {"--trechter": trechter, **in_de_tijd}
    _een_weergave({"--per-onderdeel": per_onderdeel, "--alle-doelsets": alle_doelsets, **voortgang})
    _hoort_bij("--gemeente", gemeente, voortgang)
    _hoort_bij("--vanaf", vanaf, in_de_tijd)
    _hoort_bij("--maanden", maanden, in_de_tijd)
    begin = None if vanaf is None else lees_maand(vanaf, "--vanaf")
    keuze = None if provincie is None else lees_provincie(provincie)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    if alle_doelsets:
        antwoord_doelsets(lagen, doelset, doelen, keuze, json=json)
        return
    omgeving = kies_omgeving(lagen, doelset, parameter or (), doelen)
    if per_onderdeel:
        antwoord_onderdelen(omgeving.doelset, keuze, json=json)
        return
    if any(voortgang.values()):
        if bestand is None:
            raise typer.BadParameter("geef ook een bestand met kandidaten", param_hint="--bestand")
        vraag = Vraag(
            kandidaten=gelegen_kandidaten(bestand, lagen, omgeving, goede_rijen=goede_rijen),
            omgeving=omgeving,
            provincie=keuze,
            gemeentecode=None if gemeente is None else lees_gemeente(gemeente, lagen.gemeenten),
        )
        if trechter:
            antwoord_trechter(vraag, json=json)
        elif verloop:
            antwoord_verloop(vraag, begin, maanden, json=json)
        elif scenario is not None:
            antwoord_behoefte(vraag, scenario, begin, maanden, json=json)
        return
    gepland = None
    if bestand is not None:
        gelegen = gelegen_kandidaten(bestand, lagen, omgeving, goede_rijen=goede_rijen)
        gepland = gepland_per_gemeente(gelegen, omgeving.locatietypen, omgeving.parameters)
    stand = stand_per_provincie(omgeving, gepland)
    if json:
        toon_json(json_tekst(_als_json(stand, omgeving, keuze)))
    else:
        toon_stand(stand, omgeving, keuze)


def _een_weergave(gevraagd: Mapping[str, bool]) -> None:
    """Weiger meer dan één weergave tegelijk."""
    from locatieplanner.domein.notatie import opsomming

    aan = [optie for optie, waar in gevraagd.items() if waar]
    if len(aan) > 1:
        raise typer.BadParameter(f"{opsomming(aan)} gaan niet samen; kies er één")


def _hoort_bij(optie: str, waarde: object, weergaven: Mapping[str, bool]) -> None:
    """Weiger een optie die bij deze weergave niets doet."""
    if waarde is not None and not any(weergaven.values()):
        raise typer.BadParameter(f"hoort bij {' of '.join(weergaven)}", param_hint=optie)


def _als_json(stand: pd.DataFrame, omgeving: Omgeving, provincie: str | None) -> dict[str, object]:
    from locatieplanner.opgave.controle import boven_doel, tijdverschil, vergelijk_landelijk
    from locatieplanner.opgave.gepland import gepland_vanaf
    from locatieplanner.opgave.stand import landelijke_stand
    from locatieplanner.rapport.json_uitvoer import rijen_van

    velden = ("bron", "brondatum", "peildatum")
    herkomst = omgeving.doelen[list(velden)].add_prefix("doel_")
    gekozen = stand.join(herkomst)
    if provincie is not None:
        gekozen = gekozen.loc[[provincie]]
    inhoud: dict[str, object] = {
        "doelset": omgeving.doelset.id,
        "naam": omgeving.doelset.naam,
        "eigen_provincies": omgeving.doelset.eigen_provincies,
        "gepland_vanaf": gepland_vanaf(omgeving.parameters),
        "let_op": tijdverschil(omgeving, provincie),
        "boven_doel": boven_doel(stand, omgeving, provincie),
        "provincies": rijen_van(gekozen.rename_axis("provincie").reset_index()),
    }
    if provincie is None:
        vergelijking = vergelijk_landelijk(omgeving.doelset, omgeving.doelen)
        landelijk = landelijke_stand(stand, omgeving.doelset)
        inhoud["nederland"] = {**landelijk, "vergelijking": vergelijking}
    return inhoud
