"""Grafiek van hoe zeker een volgorde is: waar elke locatie in 90 % van de trekkingen staat."""

from collections.abc import Mapping
from types import MappingProxyType

import altair as alt
import pandas as pd

from locatieplanner.scherm.grafiek import KLEUREN

GEEN_PLAN = "in geen van beide"

_SOORTEN = MappingProxyType(
    {
        "in A": (KLEUREN[0], "circle"),
        "in B": (KLEUREN[1], "square"),
        "in A en B": (KLEUREN[2], "diamond"),
        GEEN_PLAN: (KLEUREN[4], "triangle-up"),
    }
)
_NU = "#1f2933"
_RANG = "rang (1 is het hoogst)"


def zekerheidgrafiek(kandidaten: pd.DataFrame, plannen: Mapping[str, str]) -> alt.LayerChart:
    """Teken per kandidaat het interval van 90 %, de gemiddelde rang en de rang nu.

    Parameters
    ----------
    kandidaten : DataFrame
        Index ``id``, op volgorde: ``naam``, ``rang``, ``rang_laag``, ``rang_hoog`` en
        ``verwachte_rang``; wie nooit een rang heeft, krijgt geen teken.
    plannen : Mapping of str to str
        In welk plan een id staat: ``A``, ``B`` of ``A en B``.
    """
    tabel = pd.DataFrame(
        {
            "naam": _uniek(kandidaten),
            "plan": [
                f"in {plannen[str(id_)]}" if str(id_) in plannen else GEEN_PLAN
                for id_ in kandidaten.index
            ],
            **{
                kolom: kandidaten[kolom].astype("float64").to_numpy()
                for kolom in ("rang", "rang_laag", "rang_hoog", "verwachte_rang")
            },
        }
    )
    # Elke soort houdt haar kleur en vorm, ook als er een ontbreekt.
    soorten = [soort for soort in _SOORTEN if soort in set(tabel["plan"])]
    kleuren = [_SOORTEN[soort][0] for soort in soorten]
    vormen = [_SOORTEN[soort][1] for soort in soorten]
    namen = tabel["naam"].tolist()
    y = alt.Y("naam:N", sort=namen, axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False))
    kleur = alt.Color("plan:N", scale=alt.Scale(domain=soorten, range=kleuren))
    uitleg = [
        alt.Tooltip("naam:N", title="locatie"),
        alt.Tooltip("plan:N", title="plan"),
        alt.Tooltip("rang:Q", title="rang nu", format=",.0f"),
        alt.Tooltip("verwachte_rang:Q", title="gemiddelde rang", format=",.1f"),
        alt.Tooltip("rang_laag:Q", title="90 % van", format=",.0f"),
        alt.Tooltip("rang_hoog:Q", title="90 % tot", format=",.0f"),
    ]
    basis: alt.Chart = alt.Chart(tabel[tabel["verwachte_rang"].notna()])
    x = alt.X(
        "rang_laag:Q",
        axis=alt.Axis(title=_RANG, format=",.0f", tickMinStep=1),
        scale=alt.Scale(zero=False, nice=True),
    )
    balk: alt.Chart = basis.mark_rule(strokeWidth=5, opacity=0.45).encode(
        y=y, x=x, x2="rang_hoog:Q", color=kleur, tooltip=uitleg
    )
    midden: alt.Chart = basis.mark_point(filled=True, size=90, opacity=1).encode(
        y=y,
        x="verwachte_rang:Q",
        color=kleur,
        shape=alt.Shape("plan:N", scale=alt.Scale(domain=soorten, range=vormen)),
        tooltip=uitleg,
    )
    nu: alt.Chart = basis.mark_tick(thickness=3, size=18, color=_NU).encode(
        y=y, x="rang:Q", tooltip=uitleg
    )
    return alt.LayerChart(layer=[balk, nu, midden])


def _uniek(kandidaten: pd.DataFrame) -> list[str]:
    """De namen; wie een naam deelt krijgt het id erbij, anders vallen twee rijen samen."""
    dubbel = kandidaten["naam"].duplicated(keep=False)
    return [
        f"{naam} ({id_})" if ook else str(naam)
        for id_, naam, ook in zip(kandidaten.index, kandidaten["naam"], dubbel, strict=True)
    ]
