"""Grafieken: één stijl, Nederlandse getallen en data, en leesbaar zonder kleur."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import altair as alt
import pandas as pd

KLEUREN = ("#1d5a96", "#c25700", "#4d7f3b", "#7a4b8f", "#6b6b6b", "#1f9ea8", "#a23b3b", "#b08a00")
"""Kleuren van reeksen; ook bij kleurenblindheid uit elkaar te houden, en nooit alleen kleur."""

STANDKLEUREN = ("#1d5a96", "#9dbfe0", "#0f2f50")
"""Kleuren van bekend, geschat en gepland, zoals in de balk van de opgave."""

DOELKLEUR = "#c25700"

STREPEN = ((1, 0), (6, 3), (2, 2), (8, 3, 2, 3), (12, 4), (4, 1), (1, 3), (10, 2, 1, 2))
"""Lijnstreep per reeks, naast haar kleur."""

HOOGTE = 280

_TEKST = "#2b3440"
_LIJN = "#d5dae0"
_GETALLEN = MappingProxyType(
    {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}
)
_TIJD = MappingProxyType(
    {
        "dateTime": "%a %e %B %Y %T",
        "date": "%d-%m-%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": [
            *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
            *("augustus", "september", "oktober", "november", "december"),
        ],
        "shortMonths": [
            *("jan", "feb", "mrt", "apr", "mei", "jun"),
            *("jul", "aug", "sep", "okt", "nov", "dec"),
        ],
    }
)


def in_stijl(grafiek: alt.Chart | alt.LayerChart, hoogte: int = HOOGTE) -> Any:  # noqa: ANN401
    """Geef een grafiek met onze letters, lijnen, getallen en maandnamen.

    Parameters
    ----------
    grafiek : Chart or LayerChart
        De grafiek, nog zonder stijl.
    hoogte : int, optional
        Hoogte in beeldpunten.
    """
    return (
        grafiek.properties(
            width="container",
            height=hoogte,
        )
        .configure(font="sans-serif", locale={"number": dict(_GETALLEN), "time": dict(_TIJD)})
        .configure_axis(
            labelColor=_TEKST,
            titleColor=_TEKST,
            gridColor=_LIJN,
            domainColor=_LIJN,
            tickColor=_LIJN,
            titleFontWeight="normal",
            labelFontSize=12,
            titleFontSize=12,
        )
        .configure_legend(
            labelColor=_TEKST,
            titleColor=_TEKST,
            orient="bottom",
            direction="vertical",
            columns=1,
            labelFontSize=12,
            labelLimit=300,
            symbolStrokeWidth=2.5,
            symbolSize=130,
            title=None,
        )
        .configure_view(stroke=None)
    )


def maandas(titel: str = "") -> alt.Axis:
    """Geef een as met maanden."""
    return alt.Axis(
        title=titel or None, format="%b %Y", labelAngle=0, labelOverlap=True, labelSeparation=10
    )


def getalas(titel: str) -> alt.Axis:
    """Geef een as met hele getallen; de titel noemt de eenheid."""
    return alt.Axis(title=titel, format=",.0f")


def als_maanden(maanden: pd.PeriodIndex | pd.Series) -> pd.Series:
    """Geef maanden als tijdstip van hun eerste dag; zo leest de browser ze."""
    return pd.Series(pd.PeriodIndex(maanden, freq="M").to_timestamp())


def reeksen(
    maanden: pd.PeriodIndex, waarden: Mapping[str, pd.Series], eenheid: str
) -> pd.DataFrame:
    """Zet reeksen per maand onder elkaar: ``maand``, ``reeks``, de waarde heet `eenheid`.

    Wat onbekend is (NaN) blijft weg: een gat in de lijn, geen nul.
    """
    delen = [
        pd.DataFrame({"maand": als_maanden(maanden), "reeks": naam, eenheid: reeks.to_numpy()})
        for naam, reeks in waarden.items()
    ]
    return pd.concat(delen, ignore_index=True)


def lijnen(
    maanden: pd.PeriodIndex,
    waarden: Mapping[str, pd.Series],
    eenheid: str,
    *,
    trap: bool = False,
) -> alt.Chart:
    """Teken reeksen per maand als lijnen met elk een eigen kleur en streep.

    Parameters
    ----------
    maanden : PeriodIndex, shape (n,)
        De maanden.
    waarden : mapping of str to Series, shape (n,)
        Per naam van een reeks de waarden; NaN is een gat.
    eenheid : str
        Eenheid van de waarden; staat bij de as.
    trap : bool, optional
        Of een waarde de hele maand geldt en dan verspringt.
    """
    namen = list(waarden)
    grafiek: alt.Chart = (
        alt.Chart(reeksen(maanden, waarden, eenheid))
        .mark_line(interpolate="step-after" if trap else "linear", strokeWidth=2.5)
        .encode(
            x=alt.X("maand:T", axis=maandas()),
            y=alt.Y(f"{eenheid}:Q", axis=getalas(eenheid)),
            color=alt.Color("reeks:N", scale=_kleuren(namen), sort=namen),
            strokeDash=alt.StrokeDash("reeks:N", scale=_strepen(namen), sort=namen),
            tooltip=[
                alt.Tooltip("maand:T", title="maand", format="%B %Y"),
                alt.Tooltip("reeks:N", title="reeks"),
                alt.Tooltip(f"{eenheid}:Q", title=eenheid, format=",.0f"),
            ],
        )
    )
    return grafiek


def gestapeld(maanden: pd.PeriodIndex, waarden: Mapping[str, pd.Series], eenheid: str) -> alt.Chart:
    """Teken reeksen per maand op elkaar gestapeld; de eerste ligt onderop."""
    namen = list(waarden)
    tabel = reeksen(maanden, waarden, eenheid)
    tabel["plek"] = tabel["reeks"].map({naam: nummer for nummer, naam in enumerate(namen)})
    grafiek: alt.Chart = (
        alt.Chart(tabel)
        .mark_area(interpolate="step-after", stroke="#ffffff", strokeWidth=1)
        .encode(
            x=alt.X("maand:T", axis=maandas()),
            y=alt.Y(f"{eenheid}:Q", axis=getalas(eenheid), stack="zero"),
            color=alt.Color("reeks:N", scale=_kleuren(namen), sort=namen),
            order=alt.Order("plek:Q"),
            tooltip=[
                alt.Tooltip("maand:T", title="maand", format="%B %Y"),
                alt.Tooltip("reeks:N", title="reeks"),
                alt.Tooltip(f"{eenheid}:Q", title=eenheid, format=",.0f"),
            ],
        )
    )
    return grafiek


def staven(
    namen: Sequence[str],
    waarden: Mapping[str, pd.Series],
    eenheid: str,
    *,
    naast: bool = False,
    kleuren: Sequence[str] = KLEUREN,
) -> alt.Chart:
    """Teken liggende staven per naam, gestapeld of naast elkaar.

    Parameters
    ----------
    namen : sequence of str, length n
        Wat er bij elke staaf staat, van boven naar beneden.
    waarden : mapping of str to Series, shape (n,)
        Per reeks de waarden; NaN krijgt geen staaf.
    eenheid : str
        Eenheid van de waarden; staat bij de as.
    naast : bool, optional
        Of reeksen naast elkaar staan in plaats van gestapeld.
    kleuren : sequence of str, optional
        Kleur per reeks.
    """
    volgorde = list(waarden)
    delen = [
        pd.DataFrame({"naam": list(namen), "reeks": reeks, eenheid: kolom.to_numpy(), "plek": plek})
        for plek, (reeks, kolom) in enumerate(waarden.items())
    ]
    kanalen: dict[str, Any] = {
        "y": alt.Y(
            "naam:N",
            sort=list(namen),
            axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False),
        ),
        "x": alt.X(f"{eenheid}:Q", axis=getalas(eenheid), stack=None if naast else "zero"),
        "color": alt.Color("reeks:N", scale=_kleuren(volgorde, kleuren), sort=volgorde),
        "tooltip": [
            alt.Tooltip("naam:N", title="waar"),
            alt.Tooltip("reeks:N", title="wat"),
            alt.Tooltip(f"{eenheid}:Q", title=eenheid, format=",.0f"),
        ],
    }
    if naast:
        kanalen["yOffset"] = alt.YOffset("reeks:N", sort=volgorde)
    else:
        kanalen["order"] = alt.Order("plek:Q")
    tabel = pd.concat(delen, ignore_index=True)
    grafiek: alt.Chart = (
        alt.Chart(tabel).mark_bar(stroke="#ffffff", strokeWidth=1).encode(**kanalen)
    )
    return grafiek


def streepjes(namen: Sequence[str], waarden: pd.Series, naam: str, eenheid: str) -> alt.Chart:
    """Teken per naam een staand streepje, om over `staven` te leggen: het doel.

    Parameters
    ----------
    namen : sequence of str, length n
        Dezelfde namen als bij de staven.
    waarden : Series, shape (n,)
        Waar het streepje staat; NaN krijgt er geen.
    naam : str
        Wat het streepje is.
    eenheid : str
        Eenheid van de waarden.
    """
    tabel = pd.DataFrame({"naam": list(namen), "reeks": naam, eenheid: waarden.to_numpy()})
    grafiek: alt.Chart = (
        alt.Chart(tabel.dropna())
        .mark_tick(thickness=3, color=DOELKLEUR, size=20)
        .encode(
            y=alt.Y("naam:N", sort=list(namen)),
            x=alt.X(f"{eenheid}:Q"),
            tooltip=[
                alt.Tooltip("naam:N", title="waar"),
                alt.Tooltip("reeks:N", title="wat"),
                alt.Tooltip(f"{eenheid}:Q", title=eenheid, format=",.0f"),
            ],
        )
    )
    return grafiek


def _kleuren(namen: Sequence[str], kleuren: Sequence[str] = KLEUREN) -> alt.Scale:
    return alt.Scale(
        domain=list(namen), range=[kleuren[i % len(kleuren)] for i in range(len(namen))]
    )


def _strepen(namen: Sequence[str]) -> alt.Scale:
    return alt.Scale(
        domain=list(namen), range=[list(STREPEN[i % len(STREPEN)]) for i in range(len(namen))]
    )
