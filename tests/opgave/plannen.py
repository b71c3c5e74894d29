"""Plannen met woonlocaties in de proefomgeving, en trekkingen daarvan."""

import datetime

import pandas as pd
from hypothesis import strategies as st

from locatieplanner.criteria.ligging import met_ligging
from tests.omgeving import kandidaat, maak_gemeenten, maak_kandidaten
from tests.trekkingen import KOLOMMEN, mixen

PEIL = pd.Period("2026-07", "M")

_GEMEENTEN = maak_gemeenten()


def woning(id, x=105_000, y=405_000, **anders):
    """Een woonlocatie voor statushouders in gebruik; `anders` vervangt een kolom."""
    basis = {"type": "flex", "status": "in gebruik", "aandeel_statushouders": 1.0}
    if any(kolom.startswith("aandeel_") for kolom in anders):
        del basis["aandeel_statushouders"]
    return kandidaat(id, x, y, **(basis | anders))


def zonder_mix(id, x=105_000, y=405_000, **anders):
    """Een woonlocatie waarvan de mix onbekend is."""
    return woning(id, x, y, **({"aandeel_statushouders": None} | anders))


def plan(*rijen):
    """Een plan met ligging."""
    return met_ligging(maak_kandidaten(*rijen), _GEMEENTEN)


def _datums(van, tot):
    return st.dates(min_value=datetime.date(van, 1, 1), max_value=datetime.date(tot, 12, 31))


@st.composite
def _mix(draw):
    """Meestal één groep, zodat wisselen van groep vaak voorkomt; soms gemengd of onbekend."""
    return draw(st.sampled_from(KOLOMMEN).map(lambda kolom: {kolom: 1.0}) | mixen())


@st.composite
def _tijd(draw, *, sluiten):
    """Wat sluit, wat opent, en van alles door elkaar."""
    soort = draw(st.sampled_from(["sluit", "opent", "vrij"])) if sluiten else "opent"
    if soort == "sluit":
        return {"status": "in gebruik", "beschikbaar_tot": draw(_datums(2026, 2030))}
    if soort == "opent":
        van = draw(_datums(2026, 2031))
        tot = van.replace(year=van.year + 12, day=1) if sluiten and draw(st.booleans()) else None
        return {"status": "besluit", "beschikbaar_van": van, "beschikbaar_tot": tot}
    van, tot = draw(st.none() | _datums(2025, 2045)), draw(st.none() | _datums(2025, 2045))
    if van is not None and tot is not None and tot < van:
        van, tot = tot, van
    status = draw(st.sampled_from(["idee", "besluit", "in gebruik", "afgevallen", "gesloten"]))
    return {"status": status, "beschikbaar_van": van, "beschikbaar_tot": tot}


@st.composite
def _rijen(draw, *, sluiten, min_size, max_size):
    return [
        kandidaat(
            f"K{nummer}",
            draw(st.sampled_from([105_000, 105_100, 115_000, 135_000])),
            405_000,
            type=draw(st.sampled_from(["flex", "gemengd", "noodopvang"])),
            capaciteit=draw(st.integers(1, 400)),
            woningen=draw(st.none() | st.integers(1, 200)),
            eigenaar=draw(st.sampled_from(["", "Woonplus", "woonplus", "De Brug"])),
            **draw(_mix()),
            **draw(_tijd(sluiten=sluiten)),
        )
        for nummer in range(draw(st.integers(min_size, max_size)))
    ]


def plannen(*, sluiten=True, min_size=0, max_size=8):
    """Plannen in een paar gemeenten; zonder `sluiten` heeft niets een einde."""
    rijen = _rijen(sluiten=sluiten, min_size=min_size, max_size=max_size)
    return rijen.map(lambda lijst: plan(*lijst))
