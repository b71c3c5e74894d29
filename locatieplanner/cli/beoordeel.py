"""``locatieplanner beoordeel``: kandidaten uit een bestand beoordelen."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from locatieplanner.cli.adressen import ZoekAdressen
from locatieplanner.cli.opties import (
    GEEN_WAARDE,
    Doelenbestand,
    Doelsetkeuze,
    Gewichtenkeuze,
    GoedeRijen,
    Json,
    Kandidatenbestand,
    Parameterkeuze,
)
from locatieplanner.cli.voorbereiding import bruikbare_kandidaten, kies_omgeving, lees_bestand
from locatieplanner.cli.weergave import Kop, meld, telwoord, toon, toon_json, toon_tabel

if TYPE_CHECKING:
    from locatieplanner.beoordeling.beoordeling import Beoordeling
    from locatieplanner.domein.omgeving import Omgeving
    from locatieplanner.invoer.kandidaten import Invoer

_KOPPEN = (
    Kop("rang", getal=True),
    Kop("id"),
    Kop("naam"),
    Kop("gemeente"),
    Kop("type"),
    Kop("plaatsen", getal=True),
    Kop("spreiding", getal=True),
    Kop("klein", getal=True),
    Kop("nabij", getal=True),
    Kop("mix", getal=True),
    Kop("totaal", getal=True),
)

NIET_GEDEELD = "niet gedeeld"
"""Wat er in plaats van een score staat die derden niet mogen zien."""

NIET_GETOOND = "(niet getoond)"
"""Wat er in plaats van een probleem staat dat derden niet mogen zien."""


def beoordeel(
    bestand: Kandidatenbestand,
    gewichten: Gewichtenkeuze = None,
    doelset: Doelsetkeuze = None,
    doelen: Doelenbestand = None,
    parameter: Parameterkeuze = None,
    uitvoer: Annotated[
        Path | None,
        typer.Option(
            help="Schrijf de beoordeling naar dit bestand: .csv, .gpkg, .geojson, .xlsx of "
            ".parquet.",
            metavar="PAD",
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option(help="Toon alleen de hoogste.", metavar="GETAL", min=1)
    ] = None,
    goede_rijen: GoedeRijen = False,
    zoek_adressen: ZoekAdressen = False,
    voor_derden: Annotated[
        bool,
        typer.Option(
            "--voor-derden",
            help="Toon van beschermde locaties alleen de gemeente, geen ligging, scores of rang.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    uitleg: Annotated[
        str | None,
        typer.Option(help="Leg de score van één kandidaat uit.", metavar="ID"),
    ] = None,
    json: Json = False,
) -> None:
    """Beoordeel de kandidaten in een bestand en zet ze op volgorde."""
    from locatieplanner.beoordeling.beoordeling import beoordeel as reken
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.domein.gewichten import Gewichten
    from locatieplanner.rapport.json_uitvoer import als_json
    from locatieplanner.rapport.uitvoer import schrijf, toets_pad

    # Wat vooraf fout is, hoort niet pas na het rekenen te blijken.
    gekozen = Gewichten() if gewichten is None else Gewichten.uit_tekst(gewichten)
    if uitvoer is not None:
        toets_pad(uitvoer)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, doelset, parameter or (), doelen)
    invoer = lees_bestand(bestand, lagen, zoek_adressen=zoek_adressen)
    meld_problemen(invoer, omgeving, voor_derden=voor_derden)
    kandidaten = bruikbare_kandidaten(invoer, goede_rijen=goede_rijen)
    beoordeling = reken(kandidaten, omgeving, gekozen)
    if uitvoer is not None:
        schrijf(beoordeling, uitvoer, deel_beschermd=not voor_derden)
        meld(f"Geschreven: {uitvoer}")
    if uitleg is not None:
        _leg_uit(beoordeling, uitleg, voor_derden=voor_derden, json=json)
    elif json:
        toon_json(als_json(beoordeling, deel_beschermd=not voor_derden, aantal=top))
    else:
        _toon(beoordeling, top, voor_derden=voor_derden)


def _toon(beoordeling: Beoordeling, top: int | None, *, voor_derden: bool) -> None:
    """De tabel, met daaronder wat een lezer moet weten om haar te begrijpen."""
    from locatieplanner.domein.gewichten import CRITERIA
    from locatieplanner.domein.notatie import getal, procent
    from locatieplanner.rapport.deelbaar import AFGESCHERMD, deelbare_tabel
    from locatieplanner.rapport.zekerheid import zekerheden

    tabel = deelbare_tabel(beoordeling, deel_beschermd=not voor_derden)
    kop = tabel if top is None else tabel.head(top)
    scores = [*(f"score_{naam}" for naam in CRITERIA), "score_totaal"]
    toon_tabel(
        _KOPPEN,
        (
            (
                _of_streep(rij["rang"]),
                str(rij["id"]),
                str(rij["naam"]),
                _of_streep(rij["gemeente"]),
                str(rij["type"]),
                getal(rij["capaciteit"]),
                *(
                    NIET_GEDEELD if rij["aandachtspunten"] == AFGESCHERMD else getal(rij[score], 1)
                    for score in scores
                ),
            )
            for rij in kop.to_dict("records")
        ),
    )
    if len(kop) < len(tabel):
        rest = telwoord(len(tabel) - len(kop), "kandidaat", "kandidaten")
        toon(f"… en nog {rest}.")
    afgeschermd = int((tabel["aandachtspunten"] == AFGESCHERMD).sum())
    if afgeschermd:
        toon(f"{NIET_GEDEELD}: beschermde locatie ({getal(afgeschermd)}×), alleen per gemeente.")
        toon("De rang telt alleen de andere locaties.")
    aandelen = zip(CRITERIA, beoordeling.gewichten.aandelen.tolist(), strict=True)
    toon("")
    toon("Gewichten: " + " · ".join(f"{naam} {procent(deel)}" for naam, deel in aandelen))
    toon(f"Doelset: {beoordeling.omgeving.doelset.naam}")
    for zekerheid in zekerheden(beoordeling):
        toon(zekerheid)
    if beoordeling.nergens_getoetst:
        toon(f"Niet getoetst: {'; '.join(beoordeling.nergens_getoetst)}")


def _of_streep(waarde: Any) -> str:  # noqa: ANN401 - een cel van een tabel
    """De waarde als tekst, of een streepje als zij ontbreekt."""
    from pandas import isna

    return "–" if isna(waarde) else str(waarde)


def meld_problemen(invoer: Invoer, omgeving: Omgeving, *, voor_derden: bool) -> None:
    """Meld wat er met de rijen is; voor derden niets over een rij die beschermd kan zijn."""
    from locatieplanner.beoordeling.bevindingen import beschermd

    # Van een rij met fouten is niet te zeggen of zij beschermd is.
    open_ = set(invoer.kandidaten.index[~beschermd(invoer.kandidaten, omgeving)])
    zinnen = [
        probleem.zin
        if not voor_derden or probleem.rij is None or probleem.id in open_
        else f"Rij {probleem.rij}: {NIET_GETOOND}"
        for probleem in invoer.problemen
    ]
    for zin in dict.fromkeys(zinnen) if voor_derden else zinnen:
        meld(zin)


def _leg_uit(beoordeling: Beoordeling, id: str, *, voor_derden: bool, json: bool) -> None:
    from pandas import isna

    from locatieplanner.beoordeling.uitleg import uitleg
    from locatieplanner.fouten import UitvoerFout
    from locatieplanner.rapport.deelbaar import deelbare_tabel, is_afgeschermd
    from locatieplanner.rapport.json_uitvoer import json_tekst

    antwoord = uitleg(beoordeling, id)
    if voor_derden:
        if is_afgeschermd(beoordeling, id):
            raise UitvoerFout(
                f"De ligging van {id} is beschermd en uit de uitleg af te leiden; voor derden is "
                "die er niet."
            )
        # Ook hier telt de rang alleen wie gedeeld wordt.
        rang = deelbare_tabel(beoordeling, deel_beschermd=False).set_index("id")["rang"][id]
        antwoord = replace(antwoord, rang=None if isna(rang) else int(rang))
    if json:
        toon_json(json_tekst(asdict(antwoord)))
    else:
        toon(antwoord.tekst)
