"""Grafieken van de voortgang: de tijdlijn met het doel, wat begint en afloopt, en de trechter."""

from typing import Any

import altair as alt
import pandas as pd

from locatieplanner.opgave.verloop import Gebeurtenis, Verloop
from locatieplanner.scherm.grafiek import als_maanden, gestapeld, getalas, maandas, reeksen, staven

_PLAATSEN = "plaatsen"
_DELEN = {
    "bestaand bekend": ("bestaand_bekend", "#1d5a96"),
    "bestaand geschat": ("bestaand_geschat", "#a9c6e3"),
    "gepland": ("gepland", "#0f2f50"),
}
"""Per reeks haar kolom en haar kleur; dezelfde als in de balk van de opgave."""

_DOELKLEUR = "#c25700"
_BEGINT, _LOOPT_AF = str(Gebeurtenis.BEGINT), str(Gebeurtenis.LOOPT_AF)


def tijdlijn(verloop: Verloop) -> Any:  # noqa: ANN401 - een gelaagde grafiek
    """Teken de capaciteit per maand gestapeld, met het doel als lijn eroverheen.

    Van een doel met twee grenzen is de onderste een hele lijn en de bovenste een gestreepte.
    """
    maanden = pd.PeriodIndex(verloop.maanden.index)
    namen = [
        naam for naam in _DELEN if verloop.bestaand_telt_mee or not naam.startswith("bestaand")
    ]
    vlak = gestapeld(
        maanden,
        {naam: verloop.maanden[_DELEN[naam][0]].fillna(0.0) for naam in namen},
        _PLAATSEN,
    ).encode(
        color=alt.Color(
            "reeks:N",
            scale=alt.Scale(domain=namen, range=[_DELEN[naam][1] for naam in namen]),
            sort=namen,
        )
    )
    grenzen = doelgrenzen(verloop)
    if not grenzen:
        return alt.layer(vlak)
    # Onder een eigen naam, want anders deelt de lijn haar legenda met de vlakken.
    punten = reeksen(maanden, grenzen, _PLAATSEN).rename(columns={"reeks": "grens"})
    lijn = (
        alt.Chart(punten)
        .mark_line(interpolate="step-after", strokeWidth=2.5, color=_DOELKLEUR)
        .encode(
            x=alt.X("maand:T", axis=maandas()),
            y=alt.Y(f"{_PLAATSEN}:Q", axis=getalas(_PLAATSEN)),
            strokeDash=alt.StrokeDash(
                "grens:N",
                scale=alt.Scale(domain=list(grenzen), range=[[1, 0], [6, 3]][: len(grenzen)]),
                sort=list(grenzen),
                legend=alt.Legend(symbolType="stroke", symbolStrokeColor=_DOELKLEUR),
            ),
            tooltip=[
                alt.Tooltip("maand:T", title="maand", format="%B %Y"),
                alt.Tooltip("grens:N", title="reeks"),
                alt.Tooltip(f"{_PLAATSEN}:Q", title=_PLAATSEN, format=",.0f"),
            ],
        )
    )
    return alt.layer(vlak, lijn)


def doelgrenzen(verloop: Verloop) -> dict[str, pd.Series]:
    """Geef de grenzen van het doel die er zijn, per naam; één als zij gelijk zijn."""
    maanden = verloop.maanden
    laag, hoog = maanden["doel_laag"], maanden["doel_hoog"]
    if laag.equals(hoog):
        grenzen = {"doel": laag}
    else:
        grenzen = {"doel, ondergrens": laag, "doel, bovengrens": hoog}
    return {naam: grens for naam, grens in grenzen.items() if grens.notna().any()}


def gebeurtenisgrafiek(verloop: Verloop) -> Any:  # noqa: ANN401 - een gelaagde grafiek
    """Teken per maand wat er begint (omhoog) en wat er afloopt (omlaag), plaatsen."""
    gebeurd = verloop.gebeurtenissen
    omhoog = (gebeurd["wat"] == _BEGINT).to_numpy(dtype=bool)
    plaatsen = gebeurd["plaatsen"].to_numpy(dtype="float64")
    tabel = pd.DataFrame(
        {
            "maand": als_maanden(gebeurd["maand"]).to_numpy(),
            "wat": gebeurd["wat"].to_numpy(),
            "naam": gebeurd["naam"].to_numpy(),
            "hoeveel": plaatsen,
            _PLAATSEN: plaatsen * (2 * omhoog - 1),
        }
    )
    staaf = (
        alt.Chart(tabel)
        .mark_bar(size=7, stroke="#ffffff", strokeWidth=1)
        .encode(
            x=alt.X("maand:T", axis=maandas(), scale=_tijdschaal(verloop)),
            y=alt.Y(f"{_PLAATSEN}:Q", axis=getalas(_PLAATSEN)),
            color=alt.Color(
                "wat:N",
                scale=alt.Scale(domain=[_BEGINT, _LOOPT_AF], range=["#0f2f50", _DOELKLEUR]),
                sort=[_BEGINT, _LOOPT_AF],
            ),
            tooltip=[
                alt.Tooltip("maand:T", title="maand", format="%B %Y"),
                alt.Tooltip("wat:N", title="wat"),
                alt.Tooltip("naam:N", title="locatie"),
                alt.Tooltip("hoeveel:Q", title=_PLAATSEN, format=",.0f"),
            ],
        )
    )
    nul = (
        alt.Chart(pd.DataFrame({_PLAATSEN: [0.0]}))
        .mark_rule(color="#566270")
        .encode(y="plaatsen:Q")
    )
    return alt.layer(staaf, nul)


def trechtergrafiek(tabel: pd.DataFrame, maat: str) -> alt.Chart:
    """Teken per stap een staaf, van idee boven naar beneden.

    Parameters
    ----------
    tabel : DataFrame
        ``status`` en de maten van `locatieplanner.opgave.trechter`.
    maat : {"plaatsen", "woningen", "locaties"}
        Wat de staven tellen.
    """
    namen = [str(status) for status in tabel["status"]]
    if maat != _PLAATSEN:
        return staven(namen, {maat: tabel[maat].astype("Float64")}, maat)
    delen = {"opvang": tabel["plaatsen_opvang"], "wonen": tabel["plaatsen_wonen"]}
    return staven(namen, {naam: reeks.astype("Float64") for naam, reeks in delen.items()}, maat)


def _tijdschaal(verloop: Verloop) -> alt.Scale:
    """De tijd van de hele tijdlijn, ook waar niets gebeurt."""
    randen = als_maanden(pd.PeriodIndex(verloop.maanden.index)[[0, -1]])
    return alt.Scale(domain=[tijd.isoformat() for tijd in randen])
