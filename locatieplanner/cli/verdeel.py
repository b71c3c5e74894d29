"""``locatieplanner verdeel``: een provinciaal doel over de gemeenten verdelen."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opties import (
    Doelenbestand,
    Doelsetkeuze,
    GoedeRijen,
    Json,
    Parameterkeuze,
)
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.voorbereiding import gelegen_kandidaten, kies_omgeving
from locatieplanner.cli.weergave import toon, toon_json
from locatieplanner.fouten import InvoerFout

if TYPE_CHECKING:
    from enum import StrEnum
    from typing import TypeVar

    from locatieplanner.domein.omgeving import Omgeving
    from locatieplanner.opgave.provincieverdeling import Provincieverdeling

    _Keuze = TypeVar("_Keuze", bound=StrEnum)

_KOPPEN = MappingProxyType(
    {
        "gemeente": "gemeente",
        "inwoners": "inwoners",
        "plaatsen": "verdeeld",
        "plaatsen_per_1000": "per 1.000",
        "hoe": "verdeeld naar",
        "naar_inwoners": "naar inwoners",
        "naar_ses": "met SES-WOA",
        "verschil": "verschil",
        "bestaand_bekend": "bestaand bekend",
        "bestaand_geschat": "geschat",
        "gepland": "gepland",
    }
)


def verdeel(
    provincie: Annotated[
        str, typer.Option(help="De provincie waarvan het doel verdeeld wordt.", metavar="NAAM")
    ],
    doelset: Doelsetkeuze = None,
    sleutel: Annotated[
        str,
        typer.Option(
            help="Waarnaar verdeeld wordt: inwoners, of ses voor inwoners met SES-WOA.",
            metavar="inwoners|ses",
        ),
    ] = "inwoners",
    grens: Annotated[
        str,
        typer.Option(
            help="Welk punt van een bandbreedte verdeeld wordt.",
            metavar="minimum|midden|maximum",
        ),
    ] = "midden",
    formule: Annotated[
        str | None,
        typer.Option(
            help="Andere formule voor de sleutel ses, zoals "
            '"inwoners * max(0, 1 + ses_woa - ses_provincie)".',
            metavar="TEKST",
        ),
    ] = None,
    hand: Annotated[
        Path | None,
        typer.Option(
            help="CSV met gemeentecode of gemeente, en plaatsen: deze staan vast, de rest gaat "
            "naar de andere gemeenten.",
            metavar="BESTAND",
        ),
    ] = None,
    bestand: Annotated[
        Path | None,
        typer.Option(help="Bestand met kandidaten, voor wat er gepland is.", metavar="BESTAND"),
    ] = None,
    doelen: Doelenbestand = None,
    parameter: Parameterkeuze = None,
    goede_rijen: GoedeRijen = False,
    uitvoer: Annotated[
        Path | None,
        typer.Option(help="Schrijf de verdeling naar dit bestand: .csv of .xlsx.", metavar="PAD"),
    ] = None,
    json: Json = False,
) -> None:
    """Verdeel het doel van een provincie over haar gemeenten, in hele plaatsen."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.cli.gemeentebestand import lees_gemeentebestand
    from locatieplanner.cli.tabelweergave import schrijf_tabel, toets_tabelpad, toon_uitkomst
    from locatieplanner.invoer.gemeentetabel import VASTE_PLAATSEN
    from locatieplanner.opgave.gepland import gepland_per_gemeente
    from locatieplanner.opgave.provincieverdeling import verdeel_provincie
    from locatieplanner.opgave.verdeeldoel import Grens
    from locatieplanner.opgave.verdeelsleutel import FORMULE, Sleutel
    from locatieplanner.rapport.verdeeltabel import verdeeltabel
    from locatieplanner.rapport.verdeeltekst import verdeelzinnen

    waar = lees_provincie(provincie)
    naar, punt = _kies(sleutel, Sleutel, "--sleutel"), _kies(grens, Grens, "--grens")
    if uitvoer is not None:
        toets_tabelpad(uitvoer)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    eigen = [] if formule is None else [f"{FORMULE}={formule}"]
    omgeving = kies_omgeving(lagen, doelset, [*(parameter or ()), *eigen], doelen)
    vast, gepland = None, None
    if hand is not None:
        vast = lees_gemeentebestand(hand, lagen.gemeenten, VASTE_PLAATSEN).per_gemeente
    if bestand is not None:
        plan = gelegen_kandidaten(bestand, lagen, omgeving, goede_rijen=goede_rijen)
        gepland = gepland_per_gemeente(plan, omgeving.locatietypen, omgeving.parameters)
    verdeling = verdeel_provincie(
        omgeving, waar, sleutel=naar, grens=punt, vast=vast, gepland=gepland
    )
    tabel = verdeeltabel(verdeling, omgeving)
    if uitvoer is not None:
        schrijf_tabel(tabel, uitvoer)
    if json:
        toon_json(_als_json(verdeling, omgeving))
        return
    toon_uitkomst(tabel, _KOPPEN)
    toon("")
    for zin in verdeelzinnen(verdeling, omgeving):
        toon(zin)
    if bestand is None:
        toon("Gepland is onbekend: geen bestand met plannen geladen (--bestand).")


def _kies(tekst: str, keuzes: type[_Keuze], optie: str) -> _Keuze:
    gegeven = tekst.strip().casefold()
    if gegeven not in set(keuzes):
        raise InvoerFout(
            f"{optie} '{tekst}' kan niet.{bedoelt(list(keuzes), tekst)} "
            f"Kies uit: {', '.join(keuzes)}."
        )
    return keuzes(gegeven)


def _als_json(verdeling: Provincieverdeling, omgeving: Omgeving) -> str:
    from dataclasses import asdict

    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van
    from locatieplanner.rapport.verdeeltekst import verdeelzinnen

    ses = omgeving.ses_woa
    return json_tekst(
        {
            "doelset": omgeving.doelset.id,
            "doel": {**asdict(verdeling.doel), "zin": verdeling.doel.zin},
            "sleutel": verdeling.sleutel,
            "formule": verdeling.formule,
            "ses_woa": None if ses is None else ses.herkomst.zin,
            "ses_geschat": verdeling.ses_geschat,
            "zonder_ses": verdeling.zonder_ses,
            "met_de_hand": verdeling.met_de_hand,
            "toelichting": verdeelzinnen(verdeling, omgeving),
            "gemeenten": rijen_van(verdeling.gemeenten.rename_axis("gemeentecode").reset_index()),
        }
    )
