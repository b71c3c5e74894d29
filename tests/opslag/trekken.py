"""Trekkingen van alles wat in een plan kan staan."""

import pandas as pd
from hypothesis import strategies as st

from locatieplanner.domein.behoefte import Behoeftescenario, Knoop
from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht, Voorrang
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.samenstellen import Vraag
from tests.trekkingen import gewichten, kandidatenlijsten

teksten = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40)
getallen = st.floats(allow_nan=False, allow_infinity=False)
aantallen = st.integers(0, 10**6)
codes = st.from_regex(r"GM\d{4}", fullmatch=True)
halfjaren = st.builds(Halfjaar, st.integers(1950, 2090), st.sampled_from([1, 2]))
maanden = st.integers(0, 900).map(lambda n: pd.Period(ordinal=n, freq="M"))
herkomsten = st.builds(Herkomst, teksten, teksten, st.sampled_from(Status), teksten)
doelen = st.builds(
    Doel,
    teksten,
    teksten,
    st.builds(Bandbreedte, st.none() | getallen, st.none() | getallen),
    teksten,
    herkomsten,
)
eigendoelen = st.builds(
    Eigendoelen,
    st.lists(st.tuples(teksten, doelen), max_size=4).map(tuple),
    st.lists(st.tuples(teksten, teksten), max_size=3).map(tuple),
)
behoeften = st.builds(
    Behoeftescenario,
    teksten,
    teksten,
    teksten,
    st.lists(st.builds(Knoop, maanden, getallen, herkomsten), min_size=1, max_size=4).map(tuple),
)
gerealiseerd = st.lists(st.tuples(codes, aantallen, halfjaren.map(str)), max_size=5).map(
    lambda rijen: pd.DataFrame(
        {
            "gemeentecode": pd.Series([r[0] for r in rijen], dtype="str"),
            "aantal": pd.Series([r[1] for r in rijen], dtype="int64"),
            "halfjaar": pd.Series([r[2] for r in rijen], dtype="str"),
        }
    )
)
gekozenplannen = st.builds(
    Gekozenplan,
    teksten.filter(str.strip),
    st.dictionaries(teksten, st.integers(1, 10**6), max_size=4).map(
        lambda d: pd.Series(list(d.values()), pd.Index(list(d), dtype="str"), dtype="int64")
    ),
    teksten,
    st.none() | kandidatenlijsten(max_size=2),
    st.booleans(),
)
positief = st.floats(0, 1e9)
opdrachten = st.builds(
    Opdracht,
    provincies=st.lists(st.sampled_from(PROVINCIES), max_size=3).map(tuple),
    voorrang=st.sampled_from(Voorrang),
    per_onderdeel=st.booleans(),
    max_per_gemeente=st.none() | aantallen,
    max_evenredig=st.none() | positief,
    min_afstand_m=st.none() | positief,
    min_afstand_opvang_m=st.none() | positief,
    max_groot=st.none() | st.builds(Omvanggrens, aantallen, aantallen),
    mixband=st.none() | st.tuples(st.floats(0, 0.5), st.floats(0.5, 1)),
    budget_euro=st.none() | positief,
    maand=st.none() | maanden,
    vast=st.lists(st.sampled_from(["A", "B"]), max_size=2).map(tuple),
    zonder=st.lists(st.sampled_from(["C", "D"]), max_size=2).map(tuple),
)
vragen = st.builds(
    Vraag,
    st.integers(1, 9),
    st.booleans(),
    st.booleans(),
    st.none() | st.dictionaries(teksten, st.none() | aantallen, max_size=3),
)
waarden = (
    getallen | teksten | st.lists(st.tuples(getallen, getallen), min_size=1, max_size=4).map(tuple)
)
inhouden = st.builds(
    Planinhoud,
    kandidaten=kandidatenlijsten(max_size=4),
    bron=teksten,
    fictief=st.booleans(),
    doelset=teksten,
    vul_aan=st.booleans(),
    eigen_doelen=eigendoelen,
    provincie=st.none() | teksten,
    gemeente=st.none() | codes,
    gewichten=gewichten.map(lambda w: Gewichten(**w)),
    parameters=st.lists(st.tuples(teksten, waarden), max_size=3).map(tuple),
    ketenscenario=teksten,
    behoeftescenario=teksten,
    eigen_behoefte=st.none() | behoeften,
    vaste_plaatsen=st.lists(st.tuples(teksten, codes, aantallen), max_size=3).map(tuple),
    vergunninghouders=st.lists(st.tuples(halfjaren, aantallen), max_size=3).map(tuple),
    gerealiseerd=st.none() | gerealiseerd,
    plannen=st.lists(gekozenplannen, max_size=2).map(tuple),
    vergeleken=st.tuples(teksten, teksten),
    opdracht=opdrachten,
    vraag=vragen,
    naast_plan=teksten,
    gekozen=st.none() | teksten,
    achtergrond=st.booleans(),
    kaartlagen=st.lists(teksten, max_size=3).map(tuple),
    bereik=st.booleans(),
    route_naar=teksten,
    zoekpunt=st.none() | st.tuples(getallen, getallen, teksten),
    nieuw_type=teksten,
    nieuw_capaciteit=aantallen,
)


def zelfde_inhoud(links: Planinhoud, rechts: Planinhoud) -> bool:
    """Of twee inhouden in alles gelijk zijn, ook in de soort van elke kolom."""
    a, b = vars(links).copy(), vars(rechts).copy()
    for veld in ("kandidaten", "gerealiseerd"):
        x, y = a.pop(veld), b.pop(veld)
        if (x is None) != (y is None):
            return False
        if x is not None:
            # Onbekend (NaN) is hier gelijk aan onbekend.
            pd.testing.assert_frame_equal(pd.DataFrame(x), pd.DataFrame(y))
    keuzes = zip(a.pop("plannen"), b.pop("plannen"), strict=True)
    return a == b and all(zelfde_keuze(x, y) for x, y in keuzes)


def zelfde_keuze(links: Gekozenplan, rechts: Gekozenplan) -> bool:
    """Of twee gekozen plannen in alles gelijk zijn."""
    a, b = vars(links).copy(), vars(rechts).copy()
    x, y = a.pop("meegebracht"), b.pop("meegebracht")
    if x is not None and y is not None:
        pd.testing.assert_frame_equal(pd.DataFrame(x), pd.DataFrame(y))
    pd.testing.assert_series_equal(a.pop("plaatsen"), b.pop("plaatsen"))
    return a == b and (x is None) == (y is None)
