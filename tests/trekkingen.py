"""Trekkingen voor eigenschapstests: kandidaten in en om de proefomgeving."""

import shapely
from hypothesis import strategies as st

from tests.omgeving import AANDACHTSGROEPEN, LOCATIETYPEN, kandidaat, maak_kandidaten

KOLOMMEN = [groep.kolom for groep in AANDACHTSGROEPEN.values()]


@st.composite
def mixen(draw):
    """Aandelen die samen 1 zijn, of geen enkel aandeel."""
    if draw(st.booleans()):
        return {}
    delen = draw(st.lists(st.integers(0, 10), min_size=len(KOLOMMEN), max_size=len(KOLOMMEN)))
    som = sum(delen)
    return {kolom: deel / som for kolom, deel in zip(KOLOMMEN, delen, strict=True)} if som else {}


@st.composite
def vormen(draw):
    """Een punt of een vlak, binnen of net buiten de gemeenten."""
    x = draw(st.integers(95_000, 135_000))
    y = draw(st.integers(395_000, 425_000))
    punt = shapely.Point(x, y)
    return punt.buffer(draw(st.integers(10, 500))) if draw(st.booleans()) else punt


@st.composite
def rijen(draw, min_size=0, max_size=12):
    """Kandidaten als rijen, met unieke ids."""
    aantal = draw(st.integers(min_size, max_size))
    return [
        kandidaat(
            f"K{nummer}",
            geometry=draw(vormen()),
            capaciteit=draw(st.integers(1, 5000)),
            type=draw(st.sampled_from(sorted(LOCATIETYPEN))),
            status=draw(st.sampled_from(["idee", "besluit", "in gebruik", "afgevallen"])),
            **draw(mixen()),
        )
        for nummer in range(aantal)
    ]


def kandidatenlijsten(min_size=0, max_size=12):
    """Kandidatentabellen."""
    return rijen(min_size, max_size).map(lambda lijst: maak_kandidaten(*lijst))


gewichten = st.fixed_dictionaries(
    {
        naam: st.one_of(st.just(0.0), st.floats(1e-3, 1e3))
        for naam in ("spreiding", "kleinschaligheid", "nabijheid", "mix")
    }
).filter(lambda waarden: any(waarden.values()))
