"""``locatieplanner opgave``: per provincie het doel, wat er is en wat er nog nodig is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opties import Doelsetkeuze, GoedeRijen, Json
from locatieplanner.cli.voorbereiding import (
    bedoelt,
    bruikbare_kandidaten,
    kies_omgeving,
    lees_bestand,
)
from locatieplanner.cli.weergave import Kop, meld, toon, toon_json, toon_tabel
from locatieplanner.fouten import InvoerFout

if TYPE_CHECKING:
    import pandas as pd

    from locatieplanner.domein.doel import Doelset

_KOPPEN = (
    Kop("provincie"),
    Kop("doel", getal=True),
    Kop("status doel"),
    Kop("bestaand bekend", getal=True),
    Kop("bestaand geschat", getal=True),
    Kop("gepland", getal=True),
    Kop("nog nodig", getal=True),
    Kop("status"),
)


def opgave(
    doelset: Doelsetkeuze = None,
    provincie: Annotated[
        str | None, typer.Option(help="Toon alleen deze provincie.", metavar="NAAM")
    ] = None,
    bestand: Annotated[
        Path | None,
        typer.Option(
            help="Bestand met kandidaten; waarover een besluit is, telt als gepland.",
            metavar="BESTAND",
        ),
    ] = None,
    goede_rijen: GoedeRijen = False,
    json: Json = False,
) -> None:
    """Toon per provincie het doel, wat er is en wat er nog nodig is."""
    import pandas as pd

    from locatieplanner.beoordeling.beoordeling import beoordeel
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.opgave.stand import stand_per_provincie
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    keuze = None if provincie is None else _provincie(provincie)
    lagen = lees_lagen()
    omgeving = kies_omgeving(lagen, doelset)
    gepland = pd.Series(dtype="float64")
    if bestand is not None:
        invoer = lees_bestand(bestand, lagen)
        for probleem in invoer.problemen:
            meld(probleem.zin)
        kandidaten = bruikbare_kandidaten(invoer, goede_rijen=goede_rijen)
        gepland = beoordeel(kandidaten, omgeving).gepland_per_gemeente
    stand = stand_per_provincie(omgeving, gepland)
    if keuze is not None:
        stand = stand.loc[[keuze]]
    if json:
        rijen = rijen_van(stand.rename_axis("provincie").reset_index())
        toon_json(json_tekst({"doelset": omgeving.doelset.id, "provincies": rijen}))
    else:
        _toon(stand, omgeving.doelset)


def _toon(stand: pd.DataFrame, doelset: Doelset) -> None:
    from locatieplanner.domein.notatie import bandbreedte, getal

    toon_tabel(
        _KOPPEN,
        (
            (
                str(naam),
                bandbreedte(rij["doel_laag"], rij["doel_hoog"]),
                str(rij["doel_status"]),
                getal(rij["bestaand_bekend"]),
                getal(rij["bestaand_geschat"]),
                getal(rij["gepland"]),
                _nodig(rij["nodig_laag"], rij["nodig_hoog"]),
                str(rij["nodig_status"]),
            )
            for naam, rij in stand.iterrows()
        ),
        titel=doelset.naam,
    )
    toon("")
    toon(doelset.uitleg)
    telt = "telt mee" if doelset.bestaand_telt_mee else "telt niet mee"
    toon(f"Bestaande opvang {telt}: {doelset.reden_bestaand}")
    toon("Alles in plaatsen. Nog nodig onder nul betekent: er is meer dan het doel.")
    if len(stand) == 1:
        toon(f"Doel: {stand['doel_herkomst'].iloc[0]}")


def _nodig(laag: float, hoog: float) -> str:
    """Een bandbreedte die onder nul kan liggen; een streepje leest dan als minteken."""
    from locatieplanner.domein.notatie import bandbreedte, getal

    onder, boven = getal(laag), getal(hoog)
    return f"{onder} tot {boven}" if laag < 0 and onder != boven else bandbreedte(laag, hoog)


def _provincie(naam: str) -> str:
    """De provincie met deze naam, hoofdletters en Fryslân ten spijt."""
    from locatieplanner.domein.gebied import PROVINCIES

    namen = {keuze.casefold(): keuze for keuze in PROVINCIES} | {"fryslân": "Friesland"}
    gevonden = namen.get(naam.strip().casefold())
    if gevonden is None:
        raise InvoerFout(
            f"'{naam}' is geen provincie.{bedoelt(naam, PROVINCIES)} "
            f"Kies uit: {', '.join(PROVINCIES)}."
        )
    return gevonden
