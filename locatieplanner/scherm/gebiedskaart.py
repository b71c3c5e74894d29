"""Een kaart van gemeenten in vijf klassen, om naar te kijken en een gemeente in aan te wijzen."""

from typing import Any

import altair as alt
import pandas as pd

from locatieplanner.domein.klassen import ONBEKEND, Klassen
from locatieplanner.domein.notatie import getal
from locatieplanner.scherm.gebiedskeuze import Gekozengebied

GEMEENTE = "gemeente"
"""Naam van de aanwijzing; wat de browser terugstuurt staat daaronder."""

HOOGTE = 520

RANDKLEUR = "#c25700"

_ONBEKENDE_KLEUR = "#ffffff"


def gebiedskaart(adres: str, waarden: pd.DataFrame, klassen: Klassen, gebied: Gekozengebied) -> Any:  # noqa: ANN401 - een grafiek van altair, met of zonder lagen
    """Teken gemeenten naar een waarde.

    Parameters
    ----------
    adres : str
        Waar de browser de vlakken ophaalt; zie `locatieplanner.kaart.vlakkaart`.
    waarden : DataFrame
        Index ``gemeentecode``; ``gemeente`` en ``waarde`` (NaN = onbekend).
    klassen : Klassen
        De klassen van de waarde.
    gebied : Gekozengebied
        Alleen de gekozen provincie; een gekozen gemeente krijgt een dikke rand.
    """
    namen = (*klassen.labels, klassen.onbekend)
    tabel = pd.DataFrame(
        {
            "code": waarden.index.astype("str"),
            "naam": waarden["gemeente"].to_numpy(),
            "klasse": [
                namen[min(code, ONBEKEND)] for code in klassen.klasse_van(waarden["waarde"])
            ],
            "geschreven": [getal(float(waarde), 2) for waarde in waarden["waarde"]],
        }
    )
    vlakken = alt.Data(url=adres, format=alt.DataFormat(type="json", property="features"))
    wijs_aan = alt.selection_point(name=GEMEENTE, fields=["code"], toggle=False)
    kaart = (
        alt.Chart(vlakken)
        .transform_calculate(code="datum.properties.code")
        .transform_lookup(
            lookup="code",
            from_=alt.LookupData(
                data=alt.Data(values=tabel.to_dict("records")),
                key="code",
                fields=["naam", "klasse", "geschreven"],
            ),
        )
        .mark_geoshape(stroke="#4b5563", strokeWidth=0.4)
        .encode(
            color=alt.Color(
                "klasse:N",
                scale=alt.Scale(domain=list(namen), range=[*klassen.kleuren, _ONBEKENDE_KLEUR]),
                sort=list(namen),
                legend=alt.Legend(symbolStrokeColor="#4b5563", symbolStrokeWidth=0.6),
            ),
            tooltip=[
                alt.Tooltip("naam:N", title="gemeente"),
                alt.Tooltip("geschreven:N", title=klassen.eenheid),
            ],
        )
        .project(type="identity", reflectY=True)
        .add_params(wijs_aan)
    )
    if gebied.provincie is None:
        return kaart
    kaart = kaart.transform_filter(alt.datum.properties["provincie"] == gebied.provincie)
    if gebied.gemeentecode is None:
        return kaart
    rand = (
        alt.Chart(vlakken)
        .transform_filter(alt.datum.properties["code"] == gebied.gemeentecode)
        .mark_geoshape(filled=False, stroke=RANDKLEUR, strokeWidth=3)
        .project(type="identity", reflectY=True)
    )
    return kaart + rand


def aangewezen(antwoord: Any) -> str | None:  # noqa: ANN401 - zoals Streamlit het geeft
    """Geef de code van de gemeente die aangewezen is, of None."""
    keuze = antwoord["selection"].get(GEMEENTE, []) if antwoord else []
    return str(keuze[0]["code"]) if keuze else None
