"""Kandidaten met datums, voor de tests van alles wat maand voor maand gaat."""

import datetime

import pandas as pd
from hypothesis import strategies as st

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.kandidaat import Kandidaatstatus
from tests.omgeving import LOCATIETYPEN, kandidaat, maak_gemeenten, maak_kandidaten

BEGIN = pd.Period("2027-01", freq="M")
"""De eerste maand in deze tests."""

_DATUMS = st.one_of(
    st.none(),
    st.dates(datetime.date(2026, 6, 1), datetime.date(2030, 3, 31)),
    # De randen van een maand komen vaker voor dan het toeval ze trekt.
    st.sampled_from([datetime.date(2027, 7, 1), datetime.date(2027, 7, 2)]),
    st.sampled_from([datetime.date(2028, 6, 30), datetime.date(2028, 7, 1)]),
)
_PLEKKEN = st.sampled_from(
    [(105_000, 405_000), (115_000, 405_000), (125_000, 405_000), (105_000, 415_000)]
)


def locaties(*rijen):
    """Kandidaten met ligging."""
    return met_ligging(maak_kandidaten(*rijen), maak_gemeenten())


def locatie(id, capaciteit=100, van=None, tot=None, status="besluit", **anders):
    """Eén kandidaat in Aardam met een besluit."""
    return kandidaat(
        id,
        capaciteit=capaciteit,
        beschikbaar_van=van,
        beschikbaar_tot=tot,
        status=status,
        **anders,
    )


@st.composite
def tijdlijnen(draw, max_size=10):
    """Kandidaten met ligging en met grillige datums, in elke status en van elk type."""
    rijen = []
    for nummer in range(draw(st.integers(0, max_size))):
        van, tot = draw(_DATUMS), draw(_DATUMS)
        if van is not None and tot is not None and tot < van:
            van, tot = tot, van
        x, y = draw(_PLEKKEN)
        rijen.append(
            locatie(
                f"K{nummer}",
                draw(st.integers(1, 900)),
                van,
                tot,
                str(draw(st.sampled_from(list(Kandidaatstatus)))),
                x=x,
                y=y,
                type=draw(st.sampled_from(sorted(LOCATIETYPEN))),
            )
        )
    return locaties(*rijen)
