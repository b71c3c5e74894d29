"""Grafieken van de behoefte: de maanden die tekortkomen, wat er leeg staat, en wat dat kost."""

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from locatieplanner.opgave.behoefte import Behoefteverloop
from locatieplanner.scherm.grafiek import als_maanden, gestapeld, getalas, lijnen, maandas, staven

_PLAATSEN = "plaatsen"
_VEEL_EURO = 20e6
_TEKORT = "tekort"

_LEEG = ("door anderen gebruikt", "leeg, als buffer", "leeg, boven de buffer")


def behoeftegrafiek(behoefte: Behoefteverloop) -> Any:  # noqa: ANN401 - een gelaagde grafiek
    """Teken behoefte en capaciteit als lijnen; het tekort is het vlak ertussen."""
    tabel = behoefte.maanden
    maanden = pd.PeriodIndex(tabel.index)
    lijn = lijnen(
        maanden,
        {
            "capaciteit": tabel["capaciteit"],
            "behoefte": tabel["behoefte"],
            "behoefte met buffer": tabel["behoefte_met_buffer"],
        },
        _PLAATSEN,
        trap=True,
    )
    kort = tabel[tabel[_TEKORT] > 0]
    vlak = (
        alt.Chart(
            pd.DataFrame(
                {
                    "maand": als_maanden(pd.PeriodIndex(kort.index)),
                    "erna": als_maanden(pd.PeriodIndex(kort.index) + 1),
                    # Onder een eigen naam, want anders deelt het vlak de legenda van de lijnen.
                    "vlak": _TEKORT,
                    "onder": kort["capaciteit"].to_numpy(),
                    "boven": kort["behoefte"].to_numpy(),
                    _PLAATSEN: kort[_TEKORT].to_numpy(),
                }
            )
        )
        .mark_rect(opacity=0.3)
        .encode(
            x=alt.X("maand:T", axis=maandas()),
            x2="erna:T",
            y=alt.Y("onder:Q", axis=getalas(_PLAATSEN)),
            y2="boven:Q",
            fill=alt.Fill("vlak:N", scale=alt.Scale(domain=[_TEKORT], range=["#c25700"])),
            tooltip=[
                alt.Tooltip("maand:T", title="maand", format="%B %Y"),
                alt.Tooltip(f"{_PLAATSEN}:Q", title=_TEKORT, format=",.0f"),
            ],
        )
    )
    return alt.layer(vlak, lijn)


def leegstandgrafiek(behoefte: Behoefteverloop) -> alt.Chart:
    """Teken per maand wat er leeg staat: door anderen gebruikt, als buffer, en daarboven."""
    tabel = behoefte.maanden
    boven = tabel["blijft_leeg"] - tabel["buffer_leeg"]
    reeksen = (tabel["door_anderen"], tabel["buffer_leeg"], boven)
    return gestapeld(pd.PeriodIndex(tabel.index), dict(zip(_LEEG, reeksen, strict=True)), _PLAATSEN)


def kostengrafiek(behoefte: Behoefteverloop) -> alt.Chart:
    """Teken per jaar wat een volle buffer kost, en wat noodopvang bij een tekort meer kost."""
    tabel = behoefte.per_jaar
    kosten = tabel[["kosten_volle_buffer_euro", "kosten_noodopvang_euro"]]
    eenheid, deler = geldeenheid(float(np.nan_to_num(kosten.to_numpy()).max()))
    return staven(
        [jaarnaam(str(jaar), maanden) for jaar, maanden in tabel["maanden"].to_dict().items()],
        {
            "een volle buffer die leeg staat": tabel["kosten_volle_buffer_euro"] / deler,
            "noodopvang bij tekort, meerkosten": tabel["kosten_noodopvang_euro"] / deler,
        },
        eenheid,
        naast=True,
    )


def geldeenheid(hoogste: float) -> tuple[str, float]:
    """Geef de eenheid waarin bedragen zonder decimalen te lezen zijn, en hoeveel euro zij is.

    >>> geldeenheid(250_000_000.0)
    ('miljoen euro', 1000000.0)
    """
    return ("miljoen euro", 1e6) if hoogste >= _VEEL_EURO else ("duizend euro", 1e3)


def jaarnaam(jaar: str, maanden: int) -> str:
    """Hoe een jaar heet; van een deel van een jaar staat erbij hoeveel maanden het zijn.

    >>> jaarnaam("2026", 2)
    '2026 (2 mnd)'
    """
    return jaar if maanden == 12 else f"{jaar} ({maanden} mnd)"
