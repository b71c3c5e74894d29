"""``locatieplanner lagen ververs``: lagen ophalen bij hun dienst of uit een OSM-bestand."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opdracht import PROBLEMEN
from locatieplanner.cli.opties import Json
from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.weergave import meld, telwoord, toon
from locatieplanner.fouten import InvoerFout, LocatieplannerFout

if TYPE_CHECKING:
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.bronnen.catalogus import Laag
    from locatieplanner.bronnen.opbrengst import Stap, Voortgang

ALLES = "alles"


def lagen_ververs(
    namen: Annotated[
        list[str],
        typer.Argument(
            help=f"Lagen om op te halen; '{ALLES}' is elke laag met een dienst.", metavar="NAAM…"
        ),
    ],
    gebied: Annotated[
        str | None,
        typer.Option(
            help="Gemeente of provincie; zonder is het heel Nederland. 'Utrecht' is de provincie, "
            "'Utrecht (gemeente)' de gemeente.",
            metavar="GEBIED",
        ),
    ] = None,
    pbf: Annotated[
        Path | None,
        typer.Option(
            help="Bestand van OpenStreetMap (.osm.pbf) voor voorzieningen en straten, in plaats "
            "van de openbare dienst.",
            metavar="PAD",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Haal lagen op en bewaar ze op deze computer; wat er al staat blijft tot het nieuwe er is."""
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.bronnen.catalogus import lees_catalogus
    from locatieplanner.bronnen.dienst import Dienstsoort
    from locatieplanner.bronnen.gebieden import gebied_van, gebied_van_bestand
    from locatieplanner.bronnen.lagen import lees_gemeenten
    from locatieplanner.domein.gebied import HEEL_NEDERLAND
    from locatieplanner.domein.notatie import getal

    lagen = _kies(namen, lees_catalogus())
    waar = gebied_van(gebied, lees_gemeenten()) if gebied else HEEL_NEDERLAND
    in_bestand = gebied_van_bestand(pbf) if pbf and not gebied else waar
    from locatieplanner.bronnen.verversen import ververs

    cache = Lagencache.van_gebruiker()
    mislukt = 0
    for laag in lagen:
        try:
            with _melder(laag, machine=json) as meld_stap:
                uit_osm = laag.dienst is not None and laag.dienst.soort is Dienstsoort.OSM
                hier = in_bestand if uit_osm else waar
                manifest = ververs(laag, hier, cache, meld_stap, pbf=pbf)
                netten = _maak_netten(laag, cache, meld_stap)
        except LocatieplannerFout as fout:
            mislukt += 1
            _meld_fout(laag, str(fout), machine=json)
            continue
        if json:
            _regel(laag=laag.id, klaar=manifest.rijen, gebied=manifest.gebied)
        else:
            toon(f"{laag.naam}: {getal(manifest.rijen)} rijen voor {manifest.gebied}.")
            for net in netten:
                toon(f"  {net}")
    if mislukt:
        meld(f"{telwoord(mislukt, 'laag', 'lagen')} van {len(lagen)} niet ververst.")
        raise typer.Exit(PROBLEMEN)


def _kies(namen: Sequence[str], catalogus: dict[str, Laag]) -> list[Laag]:
    """De gevraagde lagen, elk één keer."""
    met_dienst = {id_: laag for id_, laag in catalogus.items() if laag.dienst is not None}
    if ALLES in namen:
        return list(met_dienst.values())
    for naam in namen:
        if naam in catalogus and naam not in met_dienst:
            raise InvoerFout(f"De laag '{naam}' is niet op te halen: er is geen dienst voor.")
        if naam not in met_dienst:
            raise InvoerFout(
                f"De laag '{naam}' bestaat niet.{bedoelt(met_dienst, naam)} Kies uit: "
                f"{', '.join(met_dienst)}; of {ALLES}."
            )
    return [met_dienst[naam] for naam in dict.fromkeys(namen)]


@contextmanager
def _melder(laag: Laag, *, machine: bool) -> Iterator[Voortgang]:
    """Een balk voor mensen, of regels JSON voor machines."""
    if machine:
        yield lambda stap: _regel(
            laag=laag.id, tekst=stap.tekst, gedaan=stap.gedaan, totaal=stap.totaal
        )
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as balk:
        taak = balk.add_task(laag.naam, total=None)

        def toon_stap(stap: Stap) -> None:
            balk.update(
                taak,
                description=f"{laag.naam}: {stap.tekst}",
                completed=stap.gedaan,
                total=stap.totaal,
            )

        yield toon_stap


def _regel(**velden: object) -> None:
    from json import dumps

    sys.stdout.write(f"{dumps(velden, ensure_ascii=False)}\n")
    sys.stdout.flush()


def _meld_fout(laag: Laag, melding: str, *, machine: bool) -> None:
    if machine:
        _regel(laag=laag.id, fout=melding)
    else:
        meld(f"{laag.naam}: {melding}")


def _maak_netten(laag: Laag, cache: Lagencache, meld_stap: Voortgang) -> list[str]:
    """Maak van straten meteen netten, zodat een volgende start niet hoeft te wachten."""
    from locatieplanner.bronnen.opbrengst import Stap

    if not laag.wijzen:
        return []
    from locatieplanner.bronnen.parameters import lees_parameters
    from locatieplanner.netwerk.geladen import net_van_cache

    kleinste_deel = int(lees_parameters().getal("netwerk.kleinste_deel_knopen"))
    netten = []
    for nummer, wijze in enumerate(laag.wijzen.values()):
        meld_stap(Stap(f"netwerk voor {wijze.naam}", nummer, len(laag.wijzen)))
        geladen = net_van_cache(cache, wijze.id, kleinste_deel)
        if geladen is not None:
            netten.append(f"{wijze.naam}: {geladen.net.verslag.zin}.")
    return netten
