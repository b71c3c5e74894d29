"""``locatieplanner rapport``: een fiche, gemeenteblad of provinciaal plan, of alles bij elkaar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.beoordeel import meld_problemen
from locatieplanner.cli.opties import (
    GEEN_WAARDE,
    Doelenbestand,
    Doelsetkeuze,
    Gewichtenkeuze,
    GoedeRijen,
    Kandidatenbestand,
    Parameterkeuze,
)
from locatieplanner.cli.rapportkeuze import (
    Onderwerp,
    Rapportkeuze,
    Rapportsoort,
    lees_keuze,
    onderwerpen,
)
from locatieplanner.cli.voorbereiding import bruikbare_kandidaten, kies_omgeving, lees_bestand
from locatieplanner.cli.weergave import meld

if TYPE_CHECKING:
    from locatieplanner.beoordeling.beoordeling import Beoordeling
    from locatieplanner.beoordeling.omgeving import Lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.portefeuille.uitkomst import Uitkomst
    from locatieplanner.rapport.document.basis import Rapportbasis
    from locatieplanner.rapport.document.gegevens import Rapportgegevens
    from locatieplanner.rapport.document.inhoud import Document
    from locatieplanner.robuustheid.robuustheid import Robuustheid


def rapport(
    bestand: Kandidatenbestand,
    uitvoer: Annotated[
        Path,
        typer.Option(
            help="Waar het rapport komt: .pdf of .docx; .zip voor alle rapporten van een soort of "
            "voor een pakket om na te rekenen; .xlsx of .gpkg voor de uitkomst.",
            metavar="PAD",
            show_default=False,
        ),
    ],
    soort: Annotated[
        str | None,
        typer.Option(
            help="Wat voor rapport: fiche, gemeente of provincie; of pakket, met alles om de "
            "uitkomst na te rekenen.",
            metavar="fiche|gemeente|provincie|pakket",
        ),
    ] = None,
    id: Annotated[
        str | None, typer.Option("--id", help="De kandidaat van de fiche.", metavar="ID")
    ] = None,
    gemeente: Annotated[
        str | None,
        typer.Option(help="De gemeente, met haar naam of code.", metavar="NAAM|CODE"),
    ] = None,
    provincie: Annotated[str | None, typer.Option(help="De provincie.", metavar="NAAM")] = None,
    met_portefeuille: Annotated[
        bool,
        typer.Option(
            "--met-portefeuille",
            help="Kies in een provinciaal plan ook welke locaties samen het doel halen.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    plan: Annotated[
        str | None,
        typer.Option(help="Naam van het plan; zonder die van het bestand.", metavar="TEKST"),
    ] = None,
    planversie: Annotated[
        str, typer.Option(help="Versie van het plan.", metavar="TEKST", show_default=False)
    ] = "",
    voor_derden: Annotated[
        bool,
        typer.Option(
            "--voor-derden",
            help="Toon van beschermde locaties alleen de gemeente, geen ligging, scores of rang.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    gewichten: Gewichtenkeuze = None,
    doelset: Doelsetkeuze = None,
    doelen: Doelenbestand = None,
    parameter: Parameterkeuze = None,
    goede_rijen: GoedeRijen = False,
) -> None:
    """Maak een rapport als PDF of Word, of zet de uitkomst met alles erbij in één bestand."""
    from locatieplanner.beoordeling.beoordeling import beoordeel
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.domein.gewichten import Gewichten

    # Wat vooraf fout is, hoort niet pas na het rekenen te blijken.
    keuze = lees_keuze(uitvoer, soort, id=id, gemeente=gemeente, provincie=provincie)
    gekozen = Gewichten() if gewichten is None else Gewichten.uit_tekst(gewichten)
    cache = Lagencache.van_gebruiker()
    lagen = lees_lagen(cache)
    omgeving = kies_omgeving(lagen, doelset, parameter or (), doelen)
    invoer = lees_bestand(bestand, lagen)
    meld_problemen(invoer, omgeving, voor_derden=voor_derden)
    kandidaten = bruikbare_kandidaten(invoer, goede_rijen=goede_rijen)
    beoordeling = beoordeel(kandidaten, omgeving, gekozen)
    gegevens = _gegevens(lagen, cache, plan or bestand.name, planversie, voor_derden=voor_derden)
    _schrijf(beoordeling, gegevens, keuze, met_portefeuille=met_portefeuille)
    meld(f"Geschreven: {uitvoer}")


def _gegevens(
    lagen: Lagen, cache: Lagencache, plan: str, versie: str, *, voor_derden: bool
) -> Rapportgegevens:
    from dataclasses import asdict

    from locatieplanner.bronnen.klok import nu
    from locatieplanner.bronnen.lagen import lees_gemeenten_kaart
    from locatieplanner.opslag.lagenstand import lagenstand
    from locatieplanner.rapport.document.gegevens import Rapportgegevens

    stand = lagenstand(cache)
    return Rapportgegevens(
        datum=nu().date().isoformat(),
        plan=plan,
        versie=versie,
        kaart=lees_gemeenten_kaart(),
        lagen=tuple(asdict(deel) for deel in stand),
        landelijk=lagen.taakstelling,
        inwoners=lagen.herkomst_inwoners,
        deel_beschermd=not voor_derden,
    )


def _schrijf(
    beoordeling: Beoordeling,
    gegevens: Rapportgegevens,
    keuze: Rapportkeuze,
    *,
    met_portefeuille: bool,
) -> None:
    from locatieplanner.rapport.narekenpakket import narekenpakket
    from locatieplanner.rapport.uitvoer import schrijf_bytes

    if keuze.achtervoegsel in ("xlsx", "gpkg"):
        schrijf_bytes(_bestand(beoordeling, gegevens, keuze), keuze.pad)
        return
    if keuze.soort is Rapportsoort.PAKKET:
        schrijf_bytes(narekenpakket(beoordeling, gegevens), keuze.pad)
        return
    from locatieplanner.rapport.document.basis import Rapportbasis
    from locatieplanner.rapport.document.schrijven import Schrijfsoort, schrijf_document

    basis = Rapportbasis.van(beoordeling, gegevens)
    rijen = onderwerpen(basis, keuze)
    maak = _maker(basis, keuze, met_portefeuille=met_portefeuille)
    if keuze.achtervoegsel == "zip":
        _schrijf_reeks(rijen, maak, keuze.pad)
        return
    inhoud = schrijf_document(maak(rijen[0]), Schrijfsoort(keuze.achtervoegsel))
    schrijf_bytes(inhoud, keuze.pad)


def _bestand(beoordeling: Beoordeling, gegevens: Rapportgegevens, keuze: Rapportkeuze) -> bytes:
    """De uitkomst van de kandidaten waar de keuze over gaat, als werkmap of GeoPackage."""
    from locatieplanner.cli.rapportkeuze import gekozen_rijen
    from locatieplanner.rapport.deelbaar import deelbare_tabel
    from locatieplanner.rapport.excel_uitvoer import als_xlsx
    from locatieplanner.rapport.herkomst import herkomst
    from locatieplanner.rapport.uitlegtabel import uitlegtabel
    from locatieplanner.rapport.uitvoer import tabel_als_bytes

    deel = gegevens.deel_beschermd
    tabel = deelbare_tabel(beoordeling, deel_beschermd=deel)
    gekozen = gekozen_rijen(tabel, beoordeling, keuze, deel_beschermd=deel)
    tabel = tabel[gekozen].reset_index(drop=True)
    regels = herkomst(beoordeling)
    if keuze.achtervoegsel == "gpkg":
        return tabel_als_bytes(tabel, regels, "gpkg")
    uitleg = uitlegtabel(beoordeling, deel_beschermd=deel)
    hier = uitleg.gegevens["id"].isin(tabel["id"])
    return als_xlsx(tabel, regels, uitleg.met(uitleg.gegevens[hier]))


def _maker(
    basis: Rapportbasis, keuze: Rapportkeuze, *, met_portefeuille: bool
) -> Callable[[Onderwerp], Document]:
    """De functie die van een onderwerp het rapport maakt."""
    from locatieplanner.rapport.document.fiche import fiche
    from locatieplanner.rapport.document.gemeenteblad import gemeenteblad
    from locatieplanner.rapport.document.provincieplan import provincieplan

    if keuze.soort is Rapportsoort.FICHE:
        return lambda onderwerp: fiche(basis, onderwerp.sleutel)
    if keuze.soort is Rapportsoort.GEMEENTE:
        return lambda onderwerp: gemeenteblad(basis, onderwerp.sleutel)
    robuust = _robuustheid(basis.beoordeling)
    return lambda onderwerp: provincieplan(
        basis,
        onderwerp.sleutel,
        robuust,
        _portefeuille(basis.beoordeling, onderwerp.sleutel) if met_portefeuille else None,
    )


def _robuustheid(beoordeling: Beoordeling) -> Robuustheid:
    from locatieplanner.robuustheid.instelling import Instelling
    from locatieplanner.robuustheid.robuustheid import robuustheid

    return robuustheid(beoordeling, Instelling.van(beoordeling.omgeving.parameters))


def _portefeuille(beoordeling: Beoordeling, provincie: str) -> Uitkomst:
    from locatieplanner.portefeuille.opdracht import Opdracht
    from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen

    return stel_samen(beoordeling, Opdracht(provincies=(provincie,)), Vraag())


def _schrijf_reeks(
    rijen: list[Onderwerp], maak: Callable[[Onderwerp], Document], pad: Path
) -> None:
    """Schrijf alle rapporten in één zip, met een balk."""
    from locatieplanner.rapport.document.reeks import schrijf_reeks

    try:
        with _balk(len(rijen)) as gereed:
            schrijf_reeks(((rij.naam, maak(rij)) for rij in rijen), pad, gereed)
    except KeyboardInterrupt:
        raise typer.Abort from None


@contextmanager
def _balk(totaal: int) -> Iterator[Callable[[int], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    with Progress(
        TextColumn("Rapporten"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as balk:
        taak = balk.add_task("", total=totaal)
        yield lambda klaar: balk.update(taak, completed=klaar)
