"""De keten in beeld: wie er in de opvang is, en hoeveel plaatsen een plan scheelt."""

from typing import Any

import altair as alt

from locatieplanner.opgave.ketenuitkomst import Ketenuitkomst
from locatieplanner.rapport.ketentabel import STANDNAMEN
from locatieplanner.scherm.grafiek import gestapeld, getalas, lijnen, maandas, reeksen

MET = "samen, met de flexwoningen van dit plan"
MINDER = "opvangplaatsen minder nodig"

_DONKER = "#2b3440"


def bezettingsgrafiek(uitkomst: Ketenuitkomst) -> Any:  # noqa: ANN401 - een gelaagde grafiek
    """Teken de bezetting van de opvang naar stand, zonder het plan; met het plan als streeplijn."""
    standen = {naam: uitkomst.zonder[stand] for stand, naam in STANDNAMEN.items()}
    streep = reeksen(uitkomst.maanden, {MET: uitkomst.opvang_met}, "personen")
    # Onder een eigen naam, want anders deelt de streep haar legenda met de vlakken.
    streep = streep.rename(columns={"reeks": "streep"})
    lijn = (
        alt.Chart(streep)
        .mark_line(color=_DONKER, strokeWidth=2, interpolate="step-after")
        .encode(
            x=alt.X("maand:T", axis=maandas()),
            y=alt.Y("personen:Q", axis=getalas("personen")),
            strokeDash=alt.StrokeDash(
                "streep:N",
                scale=alt.Scale(domain=[MET], range=[[6, 3]]),
                legend=alt.Legend(orient="top", symbolType="stroke", symbolStrokeColor=_DONKER),
            ),
            tooltip=[
                alt.Tooltip("maand:T", title="maand", format="%B %Y"),
                alt.Tooltip("streep:N", title="reeks"),
                alt.Tooltip("personen:Q", title="personen", format=",.0f"),
            ],
        )
    )
    return gestapeld(uitkomst.maanden, standen, "personen") + lijn


def verschilgrafiek(uitkomst: Ketenuitkomst) -> alt.Chart:
    """Teken per maand hoeveel opvangplaatsen er door het plan minder nodig zijn."""
    return lijnen(uitkomst.maanden, {MINDER: uitkomst.minder}, "plaatsen", trap=True)
