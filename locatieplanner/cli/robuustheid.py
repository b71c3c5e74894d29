"""``locatieplanner robuustheid``: hoe zeker de rangorde van een bestand met kandidaten is."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

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
    from collections.abc import Sequence

    import pandas as pd

    from locatieplanner.beoordeling.beoordeling import Beoordeling
    from locatieplanner.robuustheid.robuustheid import Robuustheid
    from locatieplanner.robuustheid.vergelijking import Vergelijking

_RIJEN_GETOOND = 25


def robuustheid(
    bestand: Kandidatenbestand,
    trekkingen: Annotated[
        int | None,
        typer.Option(help="Hoe vaak er getrokken wordt; zonder is het 1.000.", metavar="GETAL"),
    ] = None,
    breedte: Annotated[
        str | None,
        typer.Option(
            help="Hoe ver de gewichten van de keuze af kunnen liggen, van 0 (niet) tot 0,9; "
            "zonder is het 0,2.",
            metavar="GETAL",
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            help="Van hoeveel eerste plaatsen de kans telt; zonder is het 10.", metavar="GETAL"
        ),
    ] = None,
    zaad: Annotated[
        int | None,
        typer.Option(
            help="Hetzelfde zaad geeft dezelfde uitkomst; zonder is het 1.", metavar="GETAL"
        ),
    ] = None,
    alle_gewichten: Annotated[
        bool,
        typer.Option(
            "--alle-gewichten",
            help="Trek uit elke verdeling van gewichten die er is, niet rond de keuze.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    vaste_scores: Annotated[
        bool,
        typer.Option(
            "--vaste-scores",
            help="Laat geschatte en afgeleide scores zoals zij zijn; alleen gewichten schuiven.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    gewichten: Gewichtenkeuze = None,
    doelset: Doelsetkeuze = None,
    doelen: Doelenbestand = None,
    parameter: Parameterkeuze = None,
    goede_rijen: GoedeRijen = False,
    zoek_adressen: ZoekAdressen = False,
    json: Json = False,
) -> None:
    """Toon hoe zeker de rangorde is als gewichten, scores of rekenwijze anders zijn."""
    from locatieplanner.beoordeling.beoordeling import beoordeel
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.domein.gewichten import Gewichten
    from locatieplanner.robuustheid.instelling import Instelling
    from locatieplanner.robuustheid.rekenwijze import Rekenwijze
    from locatieplanner.robuustheid.robuustheid import robuustheid as toets
    from locatieplanner.robuustheid.vergelijking import vergelijk

    gekozen = Gewichten() if gewichten is None else Gewichten.uit_tekst(gewichten)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    opties = {"trekkingen": trekkingen, "breedte": breedte, "top": top, "zaad": zaad}
    instellingen = [f"robuustheid.{naam}={w}" for naam, w in opties.items() if w is not None]
    omgeving = kies_omgeving(lagen, doelset, [*(parameter or ()), *instellingen], doelen)
    instelling = Instelling.van(
        omgeving.parameters, alle_gewichten=alle_gewichten, vaste_scores=vaste_scores
    )
    invoer = lees_bestand(bestand, lagen, zoek_adressen=zoek_adressen)
    for probleem in invoer.problemen:
        meld(probleem.zin)
    beoordeling = beoordeel(
        bruikbare_kandidaten(invoer, goede_rijen=goede_rijen), omgeving, gekozen
    )
    uitkomst = toets(beoordeling, instelling)
    anders = [
        vergelijk(beoordeling, rekenwijze, instelling.top)
        for rekenwijze in Rekenwijze
        if rekenwijze is not Rekenwijze.GEWOGEN
    ]
    if json:
        _toon_json(beoordeling, uitkomst, anders)
    else:
        _toon(beoordeling, uitkomst, anders)


def _op_kans(uitkomst: Robuustheid) -> pd.DataFrame:
    """De kandidaten met de grootste kans op een plaats bij de eersten bovenaan."""
    from locatieplanner.robuustheid.robuustheid import op_kans

    return uitkomst.kandidaten.loc[op_kans(uitkomst)]


def _toon(beoordeling: Beoordeling, uitkomst: Robuustheid, anders: Sequence[Vergelijking]) -> None:
    from locatieplanner.domein.notatie import getal, procent
    from locatieplanner.robuustheid.gewichtsgrens import eersten, gewichtsgrenzen
    from locatieplanner.robuustheid.uitspraak import over_gewicht, over_rekenwijze, over_toets

    namen = uitkomst.namen
    kansrijk = _op_kans(uitkomst)
    kansrijk = kansrijk[kansrijk["kans_top"] > 0]
    getoond = kansrijk.head(_RIJEN_GETOOND)
    top = uitkomst.instelling.top
    koppen = (
        *(Kop("rang nu", getal=True), Kop("id"), Kop("naam")),
        *(Kop(f"kans op eerste {top}", getal=True), Kop("kans op 1", getal=True)),
        *(Kop("verwachte rang", getal=True), Kop("90 % tussen", getal=True)),
    )
    toon_tabel(
        koppen,
        (
            (
                getal(rij["rang"]) if rij["rang"] > 0 else "–",
                str(id_),
                str(rij["naam"]),
                procent(rij["kans_top"], 1),
                procent(rij["kans_eerste"], 1),
                getal(rij["verwachte_rang"], 1),
                f"{getal(rij['rang_laag'])}–{getal(rij['rang_hoog'])}",
            )
            for id_, rij in getoond.astype({"rang": "float"}).iterrows()
        ),
    )
    if len(getoond) < len(kansrijk):
        toon(f"… en nog {telwoord(len(kansrijk) - len(getoond), 'kandidaat', 'kandidaten')}.")
    nooit = len(uitkomst.kandidaten) - len(kansrijk)
    if nooit:
        toon(f"{telwoord(nooit, 'kandidaat komt', 'kandidaten komen')} daar nooit bij.")
    toon("")
    toon("Zo is er getrokken")
    for zin in over_toets(uitkomst):
        toon(f"  {zin}")
    toon("Hoe ver een gewicht kan schuiven (de andere naar verhouding mee)")
    nu = eersten(beoordeling)
    for grens in gewichtsgrenzen(beoordeling):
        toon(f"  {over_gewicht(grens, nu, namen)}")
    toon("Als er anders gerekend wordt")
    for vergelijking in anders:
        toon(f"  {' '.join(over_rekenwijze(vergelijking, namen))}")


def _toon_json(
    beoordeling: Beoordeling, uitkomst: Robuustheid, anders: Sequence[Vergelijking]
) -> None:
    from locatieplanner.domein.gewichten import CRITERIA
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van
    from locatieplanner.robuustheid.gewichtsgrens import eersten, gewichtsgrenzen

    gewichten = {
        naam: {"aandeel": aandeel, "standaardafwijking": afwijking}
        for naam, aandeel, afwijking in zip(
            CRITERIA, uitkomst.gewichten.tolist(), uitkomst.afwijkingen.tolist(), strict=True
        )
    }
    inhoud = {
        "instelling": asdict(uitkomst.instelling),
        "marge": uitkomst.marge,
        "gewichten": gewichten,
        "speling_punten": uitkomst.spelingen,
        "kandidaten": rijen_van(_op_kans(uitkomst).reset_index()),
        "eerste": eersten(beoordeling),
        "gewichtsgrenzen": [asdict(grens) for grens in gewichtsgrenzen(beoordeling)],
        "rekenwijzen": [asdict(wijze) | {"rang": wijze.rang.to_dict()} for wijze in anders],
    }
    toon_json(json_tekst(inhoud))
