"""Alle doelsets naast elkaar op het scherm van de opdrachtregel."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from locatieplanner.cli.weergave import Kop, toon, toon_tabel
from locatieplanner.domein.doel import onderdeelnaam
from locatieplanner.domein.notatie import bandbreedte, getal, kort_getal

_TOTAALKOPPEN = (
    Kop("doelset"),
    Kop("onderdeel"),
    Kop("gepubliceerd", getal=True),
    Kop("som provincies", getal=True),
    Kop("verschil", getal=True),
    Kop("gegeven", getal=True),
    Kop("afgeleid", getal=True),
    Kop("onbekend", getal=True),
    Kop("oordeel"),
)
GEEN = "–"


def toon_doelsets(naast: pd.DataFrame, totalen: pd.DataFrame) -> None:
    """Toon per provincie het doel in elke doelset, en daaronder de totalen.

    Parameters
    ----------
    naast : DataFrame
        Uitkomst van `locatieplanner.opgave.vergelijking.naast_elkaar`.
    totalen : DataFrame
        Uitkomst van `locatieplanner.opgave.vergelijking.vergelijk_totalen`.
    """
    doelsets = naast.drop_duplicates("doelset")
    rijen = [
        (str(provincie), *(_doel(rij) for rij in deel.to_dict("records")))
        for provincie, deel in naast.groupby("provincie", sort=False)
    ]
    koppen = [Kop("provincie"), *(Kop(str(kort)) for kort in doelsets["kort"])]
    toon_tabel(koppen, rijen, titel="Doelen per provincie")
    toon("")
    toon_tabel(
        _TOTAALKOPPEN,
        (
            (
                str(rij["doelset"]),
                onderdeelnaam(str(rij["onderdeel"])),
                _of_streep(rij["gepubliceerd_laag"], rij["gepubliceerd_hoog"]),
                _of_streep(rij["som_laag"], rij["som_hoog"]),
                verschil(float(rij["verschil"])),
                getal(rij["provincies_bekend"]),
                getal(rij["provincies_afgeleid"]),
                getal(rij["provincies_onbekend"]),
                str(rij["oordeel"]),
            )
            for rij in totalen.to_dict("records")
        ),
        titel="Som van de provincies tegenover het gepubliceerde totaal",
    )
    toon("")
    eigen = doelsets.loc[doelsets["naam"] != doelsets["kort"], "naam"]
    for naam in (naam for naam in eigen if "met eigen getallen" in naam):
        toon(str(naam))
    toon("Alles in plaatsen. De bron van elk getal: --per-onderdeel, of --json.")


def verschil(waarde: float) -> str:
    """Schrijf een verschil met zijn teken; een streepje als er niets te vergelijken is."""
    if pd.isna(waarde):
        return GEEN
    return f"{'+' if waarde > 0 else '−' if waarde < 0 else ''}{kort_getal(abs(waarde))}"


def _doel(rij: Mapping[Hashable, Any]) -> str:
    return f"{bandbreedte(rij['minimum'], rij['maximum'])} {rij['status']}"


def _of_streep(laag: float, hoog: float) -> str:
    return GEEN if pd.isna(laag) and pd.isna(hoog) else bandbreedte(laag, hoog)
