"""``locatieplanner flexwonen``: woonlocaties per eigenaar, in de tijd, en verdringing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.gemeente import lees_gemeente
from locatieplanner.cli.maand import lees_maand
from locatieplanner.cli.opties import (
    GEEN_WAARDE,
    Doelsetkeuze,
    GoedeRijen,
    Json,
    Kandidatenbestand,
    Parameterkeuze,
)
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.voorbereiding import bruikbare_kandidaten, kies_omgeving, lees_bestand
from locatieplanner.cli.weergave import meld, toon_json
from locatieplanner.fouten import InvoerFout

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from locatieplanner.domein.omgeving import Omgeving


@dataclass(frozen=True, eq=False)
class Vraag:
    """Wat er te tonen is.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Het hele plan, met ligging.
    locaties : DataFrame
        De gekozen woonlocaties; zie `locatieplanner.opgave.flexwonen.woonlocaties`.
    omgeving : Omgeving
        Waartegen gerekend is.
    peilmaand : Period
        De maand van nu.
    provincie, gemeentecode : str or None
        Het gekozen gebied.
    alleen_gepland : bool
        Of verdringing alleen naar plannen kijkt die gepland heten.
    voor_derden : bool
        Of beschermde locaties alleen per gemeente genoemd worden.
    """

    kandidaten: gpd.GeoDataFrame
    locaties: pd.DataFrame
    omgeving: Omgeving
    peilmaand: pd.Period
    provincie: str | None
    gemeentecode: str | None
    alleen_gepland: bool
    voor_derden: bool


def flexwonen(
    bestand: Kandidatenbestand,
    eigenaar: Annotated[
        str | None, typer.Option(help="Alleen locaties van deze eigenaar.", metavar="NAAM")
    ] = None,
    provincie: Annotated[
        str | None, typer.Option(help="Alleen locaties in deze provincie.", metavar="NAAM")
    ] = None,
    gemeente: Annotated[
        str | None, typer.Option(help="Alleen locaties in deze gemeente.", metavar="NAAM|CODE")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            help="Alleen locaties met deze status; mag vaker gegeven worden. Zonder is het alles "
            "wat niet gesloten of afgevallen is.",
            metavar="STATUS",
            show_default=False,
        ),
    ] = None,
    vanaf: Annotated[
        str | None,
        typer.Option(help="De maand van nu, zoals 2027-07; zonder deze maand.", metavar="MAAND"),
    ] = None,
    alleen_gepland: Annotated[
        bool,
        typer.Option(
            "--alleen-gepland",
            help="Kijk bij verdringing alleen naar wat gepland heet.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    doelset: Doelsetkeuze = None,
    parameter: Parameterkeuze = None,
    uitvoer: Annotated[
        Path | None,
        typer.Option(
            help="Schrijf de gekozen locaties met hun beoordeling naar dit bestand: .csv, .gpkg, "
            ".geojson, .xlsx of .parquet.",
            metavar="PAD",
        ),
    ] = None,
    voor_derden: Annotated[
        bool,
        typer.Option(
            "--voor-derden",
            help="Noem beschermde locaties alleen per gemeente.",
            metavar=GEEN_WAARDE,
        ),
    ] = False,
    goede_rijen: GoedeRijen = False,
    json: Json = False,
) -> None:
    """Toon woningen, bewoners en contracten per eigenaar, en waar een groep plaats verliest."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.bronnen.klok import deze_maand
    from locatieplanner.cli.flexwoonweergave import als_json, toon_flexwonen
    from locatieplanner.criteria.ligging import met_ligging
    from locatieplanner.opgave.corporatie import Selectie
    from locatieplanner.opgave.flexwonen import woonlocaties
    from locatieplanner.rapport.uitvoer import toets_pad

    if uitvoer is not None:
        toets_pad(uitvoer)
    statussen = _statussen(status)
    peilmaand = deze_maand() if vanaf is None else lees_maand(vanaf, "--vanaf")
    waar = None if provincie is None else lees_provincie(provincie)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, doelset, parameter or ())
    code = None if gemeente is None else lees_gemeente(gemeente, omgeving.gemeenten)
    invoer = lees_bestand(bestand, lagen)
    for probleem in invoer.problemen:
        # Van een rij met fouten is niet te zeggen of zij beschermd is.
        dicht = voor_derden and probleem.rij is not None
        meld(f"Rij {probleem.rij}: (niet getoond)" if dicht else probleem.zin)
    kandidaten = met_ligging(
        bruikbare_kandidaten(invoer, goede_rijen=goede_rijen), omgeving.gemeenten
    )
    alle = woonlocaties(kandidaten, omgeving, peilmaand)
    van_wie = None if eigenaar is None else _eigenaar(eigenaar, alle["eigenaar"])
    vraag = Vraag(
        kandidaten=kandidaten,
        locaties=Selectie(van_wie, statussen, waar, code).uit(alle),
        omgeving=omgeving,
        peilmaand=peilmaand,
        provincie=waar,
        gemeentecode=code,
        alleen_gepland=alleen_gepland,
        voor_derden=voor_derden,
    )
    if uitvoer is not None:
        _schrijf(vraag, uitvoer)
    if json:
        toon_json(als_json(vraag))
    else:
        toon_flexwonen(vraag)


def _schrijf(vraag: Vraag, pad: Path) -> None:
    from locatieplanner.beoordeling.beoordeling import beoordeel
    from locatieplanner.beoordeling.keuze import kies
    from locatieplanner.rapport.uitvoer import schrijf

    if vraag.locaties.empty:
        raise InvoerFout("Er is niets te schrijven: bij deze keuze horen geen woonlocaties.")
    heel = beoordeel(vraag.kandidaten, vraag.omgeving)
    gekozen = kies(heel, [str(id_) for id_ in vraag.locaties.index])
    schrijf(gekozen, pad, deel_beschermd=not vraag.voor_derden)
    meld(f"Geschreven: {pad}")


def _statussen(gevraagd: list[str] | None) -> frozenset[str]:
    """De statussen die meedoen; zonder keuze alles wat niet vervallen is."""
    from locatieplanner.domein.kandidaat import VERVALLEN, Kandidaatstatus

    if not gevraagd:
        return frozenset(str(status) for status in Kandidaatstatus if status not in VERVALLEN)
    keuzes = [str(status) for status in Kandidaatstatus]
    gekozen = [" ".join(status.split()).casefold() for status in gevraagd]
    vreemd = [status for status in gekozen if status not in keuzes]
    if vreemd:
        raise InvoerFout(
            f"'{vreemd[0]}' is geen status.{bedoelt(keuzes, vreemd[0])} Kies uit: "
            f"{', '.join(keuzes)}."
        )
    return frozenset(gekozen)


def _eigenaar(naam: str, bekend: pd.Series) -> str:
    from locatieplanner.opgave.eigenaar import zoek_eigenaar

    gevonden = zoek_eigenaar(bekend, naam)
    if gevonden is None:
        keuzes = sorted(str(eigenaar) for eigenaar in bekend.unique())
        raise InvoerFout(
            f"'{naam}' is van geen enkele woonlocatie de eigenaar.{bedoelt(keuzes, naam)} "
            f"Kies uit: {', '.join(keuzes) or '(er zijn geen woonlocaties)'}."
        )
    return gevonden
