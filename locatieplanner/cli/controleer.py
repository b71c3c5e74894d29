"""``locatieplanner controleer``: een bestand met kandidaten nakijken."""

from dataclasses import asdict

import typer

from locatieplanner.cli.adressen import ZoekAdressen
from locatieplanner.cli.opdracht import PROBLEMEN
from locatieplanner.cli.opties import Json, Kandidatenbestand
from locatieplanner.cli.voorbereiding import lees_bestand
from locatieplanner.cli.weergave import telwoord, toon, toon_json


def controleer(
    bestand: Kandidatenbestand,
    zoek_adressen: ZoekAdressen = False,
    json: Json = False,
) -> None:
    """Controleer een bestand met kandidaten en noem alle problemen tegelijk."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.rapport.json_uitvoer import json_tekst

    invoer = lees_bestand(
        bestand, lees_lagen(Lagencache.van_gebruiker()), zoek_adressen=zoek_adressen
    )
    aantal = len(invoer.kandidaten)
    if json:
        toon_json(
            json_tekst(
                {
                    "in_orde": not invoer.fouten,
                    "kandidaten": aantal,
                    "problemen": [asdict(probleem) for probleem in invoer.problemen],
                }
            )
        )
    else:
        for probleem in invoer.problemen:
            toon(probleem.zin)
        goed = telwoord(aantal, "kandidaat", "kandidaten")
        if invoer.fouten:
            fouten = telwoord(len(invoer.fouten), "fout", "fouten")
            toon(f"{fouten}; {goed} zonder fouten.")
        else:
            toon(f"In orde: {goed}")
    if invoer.fouten:
        raise typer.Exit(PROBLEMEN)
