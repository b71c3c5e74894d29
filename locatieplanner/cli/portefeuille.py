"""``locatieplanner portefeuille``: de beste keuze van locaties die samen het doel halen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from locatieplanner.cli.adressen import ZoekAdressen
from locatieplanner.cli.maand import lees_maand
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
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.cli.voorbereiding import bruikbare_kandidaten, kies_omgeving, lees_bestand
from locatieplanner.cli.weergave import meld, telwoord, toon_json

if TYPE_CHECKING:
    from locatieplanner.portefeuille.voortgang import Toezicht

_Antwoord = TypeVar("_Antwoord")

_KIJKTIJD_S = 0.2


def portefeuille(
    bestand: Kandidatenbestand,
    doelset: Doelsetkeuze = None,
    doelen: Doelenbestand = None,
    provincie: Annotated[
        list[str] | None,
        typer.Option(
            help="Kies alleen in deze provincie; mag vaker gegeven worden.",
            metavar="NAAM",
            show_default=False,
        ),
    ] = None,
    voorrang: Annotated[
        str,
        typer.Option(
            help="Wat na het doel voorgaat: score, of eerst spreiding en dan score.",
            metavar="score|spreiding",
        ),
    ] = "score",
    zonder_onderdelen: Annotated[
        bool,
        typer.Option(
            "--zonder-onderdelen",
            help="Let alleen op het doel van een provincie, niet op dat per type.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    max_per_gemeente: Annotated[
        int | None,
        typer.Option(
            help="Ten hoogste zoveel locaties in een gemeente, met de geplande erbij.",
            metavar="GETAL",
            min=0,
        ),
    ] = None,
    max_evenredig: Annotated[
        float | None,
        typer.Option(
            help="Ten hoogste zoveel procent van het evenredige deel van een gemeente, met wat er "
            "staat en gepland is.",
            metavar="PROCENT",
            min=0,
        ),
    ] = None,
    min_afstand_km: Annotated[
        float | None,
        typer.Option(help="Ten minste zoveel kilometer tussen twee locaties.", metavar="KM", min=0),
    ] = None,
    min_afstand_opvang_km: Annotated[
        float | None,
        typer.Option(
            help="Ten minste zoveel kilometer van bestaande opvang; zonder geldt --min-afstand-km.",
            metavar="KM",
            min=0,
        ),
    ] = None,
    max_boven: Annotated[
        str | None,
        typer.Option(
            help="Ten hoogste zoveel locaties boven zoveel plaatsen, zoals 2:300.",
            metavar="AANTAL:PLAATSEN",
        ),
    ] = None,
    mixband: Annotated[
        str | None,
        typer.Option(
            help="Aandeel kwetsbare groepen per gemeente in procenten, zoals 30:50.",
            metavar="LAAG:HOOG",
        ),
    ] = None,
    budget: Annotated[
        float | None,
        typer.Option(
            help="Wat de gekozen plaatsen samen per jaar mogen kosten, euro.",
            metavar="EURO",
            min=0,
        ),
    ] = None,
    maand: Annotated[
        str | None,
        typer.Option(
            help="Maand waarin een locatie beschikbaar moet zijn, zoals 2027-07.", metavar="MAAND"
        ),
    ] = None,
    vast: Annotated[
        list[str] | None,
        typer.Option(
            help="Kandidaat die er in elk geval in moet; mag vaker gegeven worden.",
            metavar="ID",
            show_default=False,
        ),
    ] = None,
    zonder: Annotated[
        list[str] | None,
        typer.Option(
            help="Kandidaat die er niet in mag; mag vaker gegeven worden.",
            metavar="ID",
            show_default=False,
        ),
    ] = None,
    alternatieven: Annotated[
        int,
        typer.Option(
            help="Zoveel andere portefeuilles erbij, die genoeg van elkaar verschillen.",
            metavar="GETAL",
            min=0,
            max=50,
        ),
    ] = 0,
    front: Annotated[
        bool,
        typer.Option(
            "--front",
            help="Laat ook zien wat meer score kost aan spreiding en aantal locaties.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    ruimer: Annotated[
        bool,
        typer.Option(
            "--ruimer",
            help="Laat ook zien wat een ruimere eis zou geven.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    eigen: Annotated[
        list[str] | None,
        typer.Option(
            help="Locatie in een eigen plan om ernaast te leggen, met plaatsen of zonder voor de "
            "hele capaciteit; mag vaker gegeven worden.",
            metavar="ID[=PLAATSEN]",
            show_default=False,
        ),
    ] = None,
    tijd: Annotated[
        float | None,
        typer.Option(
            help="Hoogstens zoveel seconden zoeken per portefeuille; zonder 60.", metavar="S"
        ),
    ] = None,
    uitvoer: Annotated[
        Path | None,
        typer.Option(
            help="Schrijf de gekozen locaties naar dit bestand: .csv, .gpkg, .geojson, .xlsx of "
            ".parquet.",
            metavar="PAD",
        ),
    ] = None,
    gewichten: Gewichtenkeuze = None,
    parameter: Parameterkeuze = None,
    goede_rijen: GoedeRijen = False,
    zoek_adressen: ZoekAdressen = False,
    json: Json = False,
) -> None:
    """Kies locaties die samen het doel halen, en toon wat er knelt als dat niet lukt."""
    from locatieplanner.beoordeling.beoordeling import beoordeel
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.cli.portefeuillewaarden import lees_plan, lees_tweetal, lees_voorrang
    from locatieplanner.cli.portefeuilleweergave import toon_portefeuilles
    from locatieplanner.domein.gewichten import Gewichten
    from locatieplanner.portefeuille.bereikbaar import onhaalbaar
    from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
    from locatieplanner.portefeuille.probleem import stel_probleem
    from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
    from locatieplanner.rapport.portefeuille_uitvoer import als_json, schrijf_portefeuilles
    from locatieplanner.rapport.uitvoer import toets_pad

    # Wat vooraf fout is, hoort niet pas na het rekenen te blijken.
    gekozen = Gewichten() if gewichten is None else Gewichten.uit_tekst(gewichten)
    if uitvoer is not None:
        toets_pad(uitvoer)
    groot = None if max_boven is None else lees_tweetal(max_boven, "--max-boven", "2:300")
    band = None if mixband is None else lees_tweetal(mixband, "--mixband", "30:50")
    opdracht = Opdracht(
        provincies=tuple(lees_provincie(naam) for naam in provincie or ()),
        voorrang=lees_voorrang(voorrang),
        per_onderdeel=not zonder_onderdelen,
        max_per_gemeente=max_per_gemeente,
        max_evenredig=None if max_evenredig is None else max_evenredig / 100,
        min_afstand_m=_meters(min_afstand_km),
        min_afstand_opvang_m=_meters(
            min_afstand_km if min_afstand_opvang_km is None else min_afstand_opvang_km
        ),
        max_groot=None if groot is None else Omvanggrens(*(round(deel) for deel in groot)),
        mixband=None if band is None else (band[0] / 100, band[1] / 100),
        budget_euro=budget,
        maand=None if maand is None else lees_maand(maand, "--maand"),
        vast=tuple(vast or ()),
        zonder=tuple(zonder or ()),
    )
    vraag = Vraag(
        portefeuilles=1 + alternatieven,
        met_front=front,
        met_versoepeling=ruimer,
        eigen_plan=lees_plan(eigen) if eigen else None,
    )
    instellingen = [*(parameter or ())]
    if tijd is not None:
        instellingen.append(f"portefeuille.tijd_s={tijd}")
    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, doelset, instellingen, doelen)
    invoer = lees_bestand(bestand, lagen, zoek_adressen=zoek_adressen)
    for probleem in invoer.problemen:
        meld(probleem.zin)
    kandidaten = bruikbare_kandidaten(invoer, goede_rijen=goede_rijen)
    beoordeling = beoordeel(kandidaten, omgeving, gekozen)
    dit = stel_probleem(beoordeling, opdracht)
    for doel, tekort in onhaalbaar(dit).items():
        ontbreekt = telwoord(tekort, "plaats", "plaatsen")
        meld(f"Vooraf al zeker: ten minste {ontbreekt} te weinig in {doel}.")
    uitkomst = _af_te_breken(
        lambda toezicht: stel_samen(beoordeling, opdracht, vraag, toezicht), len(dit.kiesbaar)
    )
    if uitvoer is not None:
        schrijf_portefeuilles(uitkomst, uitvoer)
        meld(f"Geschreven: {uitvoer}")
    if json:
        toon_json(als_json(uitkomst))
    else:
        toon_portefeuilles(uitkomst)


def _meters(km: float | None) -> float | None:
    return None if km is None else 1000 * km


def _af_te_breken(reken: Callable[[Toezicht], _Antwoord], kiesbaar: int) -> _Antwoord:
    """Reken in een eigen draad, zodat afbreken met het toetsenbord meteen werkt."""
    from locatieplanner.portefeuille.voortgang import Toezicht

    toezicht = Toezicht()
    try:
        with ThreadPoolExecutor(max_workers=1) as draad:
            try:
                antwoord = draad.submit(reken, toezicht)
                onder = telwoord(kiesbaar, "kandidaat", "kandidaten")
                meld(f"Er wordt gezocht onder {onder}; afbreken kan met Ctrl+C.")
                while not antwoord.done():
                    wait([antwoord], timeout=_KIJKTIJD_S)
                return antwoord.result()
            finally:
                # Wie hier weggaat zonder antwoord, wacht niet op een berekening die niemand leest.
                toezicht.stop.set()
    except KeyboardInterrupt:
        raise typer.Abort from None
