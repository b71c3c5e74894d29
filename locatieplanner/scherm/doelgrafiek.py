"""Doelsets naast elkaar als grafiek: een teken per doelset, een streep over de bandbreedte."""

from typing import Any

import altair as alt
import pandas as pd

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte
from locatieplanner.scherm.grafiek import KLEUREN, getalas

_REGEL, _AS, _LEGENDAREGEL = 30, 60, 20
"""Hoogten in beeldpunten: een regel van de grafiek, de as eronder, een regel van de legenda."""

_VORMEN = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")
_EENHEID = "plaatsen"


def doelpunten(naast: pd.DataFrame) -> pd.DataFrame:
    """Geef wat de grafiek tekent; een doel dat onbekend is krijgt geen teken.

    Parameters
    ----------
    naast : DataFrame
        Uitkomst van `locatieplanner.opgave.vergelijking.naast_elkaar`.

    Returns
    -------
    DataFrame
        ``provincie``, ``doelset``, ``laag``, ``midden``, ``hoog`` (plaatsen; een open grens is het
        midden), ``geschreven``, ``status`` en ``gegeven`` (niet afgeleid).
    """
    bekend = naast[naast["midden"].notna()]
    return pd.DataFrame(
        {
            "provincie": bekend["provincie"],
            "doelset": bekend["kort"],
            "laag": bekend["minimum"].fillna(bekend["midden"]),
            "midden": bekend["midden"],
            "hoog": bekend["maximum"].fillna(bekend["midden"]),
            "geschreven": [
                bandbreedte(laag, hoog)
                for laag, hoog in zip(bekend["minimum"], bekend["maximum"], strict=True)
            ],
            "status": bekend["status"].astype("str"),
            "gegeven": (bekend["status"] != Status.AFGELEID).astype("bool"),
        }
    )


def doelgrafiek(naast: pd.DataFrame) -> tuple[Any, int]:
    """Teken de doelen: per provincie, of van één provincie per doelset; geef ook de hoogte.

    Elke doelset heeft een eigen kleur en vorm; een open teken is afgeleid.
    """
    punten = doelpunten(naast)
    namen, provincies = list(dict.fromkeys(naast["kort"])), list(dict.fromkeys(naast["provincie"]))
    regel = "provincie" if len(provincies) > 1 else "doelset"
    regels = provincies if len(provincies) > 1 else namen
    legenda = alt.Legend() if len(provincies) > 1 else None
    hoogte = _AS + _REGEL * len(regels) + (_LEGENDAREGEL * len(namen) if legenda else 0)
    kleur = alt.Scale(domain=namen, range=[KLEUREN[i % len(KLEUREN)] for i in range(len(namen))])
    vorm = alt.Scale(domain=namen, range=[_VORMEN[i % len(_VORMEN)] for i in range(len(namen))])
    as_ = alt.Y(f"{regel}:N", sort=regels, axis=alt.Axis(title=None, labelLimit=190, grid=True))
    basis = alt.Chart(punten)
    band = basis.mark_rule(strokeWidth=2).encode(
        y=as_,
        x=alt.X("laag:Q", axis=getalas(_EENHEID)),
        x2="hoog:Q",
        stroke=alt.Stroke("doelset:N", scale=kleur, sort=namen, legend=legenda),
    )
    teken = basis.mark_point(size=90, strokeWidth=2).encode(
        y=as_,
        x=alt.X("midden:Q", axis=getalas(_EENHEID)),
        stroke=alt.Stroke("doelset:N", scale=kleur, sort=namen, legend=legenda),
        fill=alt.Fill("doelset:N", scale=kleur, sort=namen, legend=legenda),
        shape=alt.Shape("doelset:N", scale=vorm, sort=namen, legend=legenda),
        fillOpacity=alt.condition("datum.gegeven", alt.value(0.85), alt.value(0)),
        tooltip=[
            alt.Tooltip("provincie:N", title="provincie"),
            alt.Tooltip("doelset:N", title="doelset"),
            alt.Tooltip("geschreven:N", title=_EENHEID),
            alt.Tooltip("status:N", title="status"),
        ],
    )
    return band + teken, hoogte
