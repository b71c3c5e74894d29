"""``locatieplanner zoekgebieden``: waar zou het kunnen, op een rooster over een gebied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opties import (
    GEEN_WAARDE,
    Doelenbestand,
    Doelsetkeuze,
    Gewichtenkeuze,
    Json,
    Parameterkeuze,
)
from locatieplanner.cli.voorbereiding import kies_omgeving
from locatieplanner.cli.weergave import meld, telwoord, toon, toon_json

if TYPE_CHECKING:
    from locatieplanner.zoekgebieden.gebieden import Zoekgebieden
    from locatieplanner.zoekgebieden.zoekraster import Voortgang

_GETOOND = 10


def zoekgebieden(
    uitvoer: Annotated[
        Path,
        typer.Option(help="Schrijf het raster naar deze GeoTIFF (.tif).", metavar="PAD"),
    ],
    gemeente: Annotated[
        str | None, typer.Option(help="Zoek in deze gemeente.", metavar="NAAM")
    ] = None,
    provincie: Annotated[
        str | None, typer.Option(help="Zoek in deze provincie.", metavar="NAAM")
    ] = None,
    nederland: Annotated[
        bool,
        typer.Option("--nederland", help="Zoek in heel Nederland.", metavar=GEEN_WAARDE),
    ] = False,
    resolutie: Annotated[
        int, typer.Option(help="Zijde van een cel: 100, 25 of 10 meter.", metavar="M")
    ] = 100,
    capaciteit: Annotated[
        int | None,
        typer.Option(
            help="Plaatsen van de locatie die op elke cel zou komen; zonder 150.",
            metavar="GETAL",
            min=1,
        ),
    ] = None,
    type_: Annotated[
        str, typer.Option("--type", help="Locatietype dat er zou komen.", metavar="CODE")
    ] = "aanvullend",
    mix: Annotated[
        str | None,
        typer.Option(
            help='Groepen in procenten, zoals "statushouders=40;regulier=60"; zonder is de mix '
            "onbekend.",
            metavar="TEKST",
        ),
    ] = None,
    drempel: Annotated[
        float | None,
        typer.Option(
            help="Totaalscore vanaf welke een cel bij een zoekgebied hoort; zonder 60.",
            metavar="PUNTEN",
        ),
    ] = None,
    raster: Annotated[
        list[Path] | None,
        typer.Option(
            help="Eigen raster (GeoTIFF); mag vaker gegeven worden.",
            metavar="PAD",
            show_default=False,
        ),
    ] = None,
    gebruik: Annotated[
        list[str] | None,
        typer.Option(
            help="Waar dat raster voor dient: uitsluiting, aandachtspunt of criterium.",
            metavar="WAT",
            show_default=False,
        ),
    ] = None,
    eenheid: Annotated[
        list[str] | None,
        typer.Option(
            help="Eenheid van de waarden in dat raster, zoals dB.",
            metavar="TEKST",
            show_default=False,
        ),
    ] = None,
    waarden: Annotated[
        list[str] | None,
        typer.Option(
            help='Bij een criterium welke waarde welke score geeft, zoals "45:100;65:0".',
            metavar="TEKST",
            show_default=False,
        ),
    ] = None,
    rastergewicht: Annotated[
        list[float] | None,
        typer.Option(
            help="Bij een criterium hoe zwaar het telt naast de gewichten van de vier.",
            metavar="GETAL",
            show_default=False,
        ),
    ] = None,
    gebieden: Annotated[
        Path | None,
        typer.Option(
            help="Schrijf de zoekgebieden naar dit bestand: .gpkg, .geojson, .csv, .xlsx of "
            ".parquet.",
            metavar="PAD",
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            help="Reken op dit cluster (Dask), zoals tcp://10.0.0.5:8786, in plaats van hier.",
            metavar="ADRES",
        ),
    ] = None,
    processen: Annotated[
        int | None,
        typer.Option(
            help="Zoveel processen op deze computer; zonder alle kernen.", metavar="GETAL", min=1
        ),
    ] = None,
    gewichten: Gewichtenkeuze = None,
    doelset: Doelsetkeuze = None,
    doelen: Doelenbestand = None,
    parameter: Parameterkeuze = None,
    json: Json = False,
) -> None:
    """Reken een heel gebied door op de vier criteria, en toon waar het zou kunnen."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.cli.zoekwaarden import lees_aandelen, lees_rasters, lees_zoekgebied
    from locatieplanner.domein.gewichten import Gewichten
    from locatieplanner.rapport.uitvoer import toets_pad
    from locatieplanner.rapport.zoekgebied_uitvoer import als_json, schrijf_gebieden
    from locatieplanner.zoekgebieden.gebieden import Grens, zoek_gebieden
    from locatieplanner.zoekgebieden.instelling import Instelling
    from locatieplanner.zoekgebieden.rooster import Rooster
    from locatieplanner.zoekgebieden.zoekraster import bereken, toets_doel

    # Wat vooraf fout is, hoort niet pas na het rekenen te blijken.
    toets_doel(uitvoer)
    if gebieden is not None:
        toets_pad(gebieden)
    rooster = Rooster(resolutie)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, doelset, parameter or (), doelen)
    standaard = int(omgeving.parameters.getal("zoekgebieden.capaciteit_plaatsen"))
    instelling = Instelling(
        capaciteit=standaard if capaciteit is None else capaciteit,
        type=type_,
        aandelen={} if mix is None else lees_aandelen(mix),
        gewichten=Gewichten() if gewichten is None else Gewichten.uit_tekst(gewichten),
        rasters=lees_rasters(
            raster or (), gebruik or (), eenheid or (), waarden or (), rastergewicht or ()
        ),
    )
    waar = lees_zoekgebied(gemeente, provincie, nederland, omgeving.gemeenten)
    grens = Grens.van(omgeving.parameters, drempel)
    try:
        with _balk(waar.naam) as voortgang:
            gerekend = bereken(
                omgeving,
                instelling,
                waar,
                uitvoer,
                rooster=rooster,
                processen=processen,
                cluster=cluster,
                voortgang=voortgang,
            )
    except KeyboardInterrupt:
        meld("Wat klaar is blijft staan: herhaal de opdracht om verder te gaan.")
        raise typer.Abort from None
    meld(f"Geschreven: {uitvoer}")
    gevonden = None
    if gebieden is not None or gerekend.venster.cellen <= omgeving.parameters.getal(
        "zoekgebieden.gebieden_cellen_hoogstens"
    ):
        gevonden = zoek_gebieden(gerekend, omgeving, instelling, grens)
    if gebieden is not None and gevonden is not None:
        schrijf_gebieden(gevonden, gebieden)
        meld(f"Geschreven: {gebieden}")
    if json:
        toon_json(als_json(gerekend, gevonden))
        return
    toon(
        f"{waar.naam}: {telwoord(gerekend.venster.cellen, 'cel', 'cellen')} van {resolutie} m "
        "doorgerekend."
    )
    if gevonden is not None:
        _toon(gevonden)
    if gerekend.niet_geladen:
        toon(f"Nergens getoetst: {'; '.join(gerekend.niet_geladen)}.")


@contextmanager
def _balk(naam: str) -> Iterator[Voortgang]:
    """Een balk met hoeveel blokken er klaar zijn."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Resterend

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("blokken"),
        Resterend(),
        console=Console(stderr=True),
        transient=True,
    ) as balk:
        taak = balk.add_task(naam, total=None)
        yield lambda klaar, totaal: balk.update(taak, completed=klaar, total=totaal)


def _toon(gevonden: Zoekgebieden) -> None:
    """De hoogste gebieden als tabel, en wat er niet in staat."""
    from locatieplanner.cli.tabelweergave import toon_uitkomst
    from locatieplanner.domein.notatie import kort_getal
    from locatieplanner.rapport.zoekgebied_uitvoer import gebiedentabel

    if not gevonden.gevonden:
        toon(
            f"Geen zoekgebied: geen gebied van ten minste {kort_getal(gevonden.grens.kleinste_ha)} "
            f"ha haalt overal {kort_getal(gevonden.grens.drempel)} punten. Verlaag --drempel."
        )
        return
    tabel = gebiedentabel(gevonden)
    toon_uitkomst(
        replace(tabel, gegevens=tabel.gegevens.head(_GETOOND)),
        {
            "id": "id",
            "naam": "zoekgebied",
            "oppervlakte_ha": "ha",
            "score_totaal": "totaal",
            "score_spreiding": "spreiding",
            "score_kleinschaligheid": "klein",
            "score_nabijheid": "nabij",
            "score_mix": "mix",
            "voorzieningen": "voorzieningen bij de beste cel",
        },
    )
    meer = gevonden.gevonden - min(_GETOOND, len(tabel.gegevens))
    if meer:
        toon(f"En nog {telwoord(meer, 'gebied', 'gebieden')}; alle gebieden met --gebieden PAD.")
    toon(tabel.herkomst)
