"""Grafiek van het front: score tegenover spreiding, met het aantal locaties als grootte."""

from typing import Any

import altair as alt
import pandas as pd

from locatieplanner.scherm.grafiek import KLEUREN

_INGEZOOMD = alt.Scale(zero=False)


def frontgrafiek(front: pd.DataFrame) -> Any:  # noqa: ANN401 - altair geeft een laag of vlakken
    """Teken elk punt van het front.

    Parameters
    ----------
    front : DataFrame
        ``portefeuille``, ``gemiddelde_score``, ``theil``, ``locaties`` en ``plaatsen``.
    """
    tabel = front[["portefeuille", "gemiddelde_score", "theil", "locaties", "plaatsen"]]
    basis = alt.Chart(tabel).encode(
        x=alt.X(
            "theil:Q",
            title="Theil (0 is overal evenveel)",
            scale=_INGEZOOMD,
            axis=alt.Axis(format=",.3f"),
        ),
        y=alt.Y(
            "gemiddelde_score:Q",
            title="score per plaats",
            scale=_INGEZOOMD,
            axis=alt.Axis(format=",.1f"),
        ),
    )
    punten = basis.mark_circle(color=KLEUREN[0], opacity=0.8).encode(
        size=alt.Size(
            "locaties:Q",
            title="locaties",
            scale=_INGEZOOMD,
            legend=alt.Legend(format=",.0f", tickCount=3),
        ),
        tooltip=[
            alt.Tooltip("portefeuille:N", title="portefeuille"),
            alt.Tooltip("gemiddelde_score:Q", title="score per plaats", format=",.1f"),
            alt.Tooltip("theil:Q", title="Theil", format=",.3f"),
            alt.Tooltip("locaties:Q", title="locaties", format=",.0f"),
            alt.Tooltip("plaatsen:Q", title="plaatsen", format=",.0f"),
        ],
    )
    namen = basis.mark_text(dy=-14, fontSize=12).encode(text="portefeuille:N")
    return alt.layer(punten, namen)
