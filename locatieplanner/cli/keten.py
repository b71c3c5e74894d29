"""``locatieplanner keten``: van instroom tot woning, met en zonder de flexwoningen van een plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opties import GoedeRijen, Json, Parameterkeuze
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.voorbereiding import bruikbare_kandidaten, kies_omgeving, lees_bestand
from locatieplanner.cli.weergave import meld, toon_json
from locatieplanner.fouten import InvoerFout

if TYPE_CHECKING:
    import geopandas as gpd

    from locatieplanner.beoordeling.omgeving import Lagen
    from locatieplanner.domein.ketenscenario import Ketenscenario
    from locatieplanner.domein.omgeving import Omgeving
    from locatieplanner.domein.parameters import Parameters
    from locatieplanner.opgave.ketenuitkomst import Ketenuitkomst


def keten(
    scenario: Annotated[
        str | None,
        typer.Option(
            help="Naam van een ingebouwd scenario (laag, midden, hoog), of een TOML-bestand; "
            "zonder is het midden.",
            metavar="PAD",
        ),
    ] = None,
    bestand: Annotated[
        Path | None,
        typer.Option(
            help="Bestand met kandidaten; hun flexwoningen en gemengd wonen gaan mee.",
            metavar="BESTAND",
        ),
    ] = None,
    maanden: Annotated[
        int,
        typer.Option(help="Hoeveel maanden vooruit.", min=1, max=240, metavar="GETAL"),
    ] = 60,
    provincie: Annotated[
        str | None,
        typer.Option(
            help="Alleen deze provincie: de keten naar rato van inwoners, en de flexwoningen daar.",
            metavar="NAAM",
        ),
    ] = None,
    parameter: Parameterkeuze = None,
    goede_rijen: GoedeRijen = False,
    json: Json = False,
) -> None:
    """Toon per maand wie er in de opvang is, en wat flexwoningen daarin schelen."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.cli.ketentabel import als_json, toon_keten

    gebied = None if provincie is None else lees_provincie(provincie)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, instellingen=parameter or ())
    keuze = kies_scenario(scenario, lagen.parameters)
    kandidaten = None
    if bestand is not None:
        invoer = lees_bestand(bestand, lagen)
        for probleem in invoer.problemen:
            meld(probleem.zin)
        kandidaten = bruikbare_kandidaten(invoer, goede_rijen=goede_rijen)
    uitkomst = _reken(keuze, kandidaten, lagen, omgeving, maanden, gebied)
    naam = gebied or "heel Nederland"
    if json:
        toon_json(als_json(uitkomst, naam))
    else:
        toon_keten(uitkomst, naam, met_plan=bestand is not None)


def kies_scenario(keuze: str | None, parameters: Parameters) -> Ketenscenario:
    """Geef het ingebouwde scenario met deze naam, of lees een bestand; zonder keuze het standaard.

    Raises
    ------
    InvoerFout
        Als er geen scenario en geen bestand zo heet, of het bestand niet klopt.
    """
    from locatieplanner.bronnen.ketenscenarios import STANDAARD, lees_ketenscenarios
    from locatieplanner.invoer.ketenscenario import lees_ketenscenario

    ingebouwd = lees_ketenscenarios(parameters)
    if keuze is None or keuze in ingebouwd:
        return ingebouwd[keuze or STANDAARD]
    if not Path(keuze).exists():
        regels = [f"  {id_}: {scenario.naam}" for id_, scenario in ingebouwd.items()]
        raise InvoerFout(
            f"Er is geen scenario en geen bestand '{keuze}'.{bedoelt(ingebouwd, keuze)} "
            "Geef een TOML-bestand, of kies uit:\n" + "\n".join(regels)
        )
    return lees_ketenscenario(Path(keuze), parameters)


def _reken(
    scenario: Ketenscenario,
    kandidaten: gpd.GeoDataFrame | None,
    lagen: Lagen,
    omgeving: Omgeving,
    maanden: int,
    provincie: str | None,
) -> Ketenuitkomst:
    """De keten van het land of een provincie, met de flexwoningen die er liggen."""
    from locatieplanner.bronnen.taakstelling import lees_taakstelling
    from locatieplanner.criteria.ligging import met_ligging
    from locatieplanner.opgave.ketenflex import Flexplan, flexplan
    from locatieplanner.opgave.ketenuitkomst import inwonersdeel, reken_uitkomst

    gemeenten = omgeving.gemeenten
    codes = gemeenten.index
    if provincie is not None:
        codes = gemeenten.index[gemeenten["provincie"] == provincie]
    eigen = {
        id_: parameter.waarde
        for id_, parameter in omgeving.parameters.alle.items()
        if parameter is not lagen.parameters[id_]
    }
    plan = Flexplan.zonder()
    if kandidaten is not None:
        if provincie is not None:
            hier = met_ligging(kandidaten, gemeenten)["gemeentecode"].isin(codes)
            kandidaten = kandidaten[hier]
        plan = flexplan(
            kandidaten,
            omgeving.locatietypen,
            omgeving.aandachtsgroepen,
            omgeving.parameters,
            scenario.start,
        )
    return reken_uitkomst(
        scenario,
        scenario.parameters(lagen.parameters, eigen),
        lees_taakstelling(),
        plan,
        maanden,
        inwonersdeel(gemeenten, codes),
    )
