import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.beoordeling.omgeving import inwoners_per_provincie
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.doelen import EIGEN, doelen_per_provincie
from locatieplanner.opgave.vergelijking import TOTALEN, naast_elkaar, vergelijk_totalen
from tests.omgeving import DOELSET, doel, maak_doelset

INWONERS = pd.Series({"Utrecht": 80_000, "Gelderland": 100_000, "Limburg": 20_000})


@pytest.fixture(scope="module")
def echt(lagen_echt):
    """De totalen van de ingebouwde doelsets, op doelset en onderdeel."""
    inwoners = inwoners_per_provincie(lagen_echt.gemeenten)
    totalen = vergelijk_totalen(lagen_echt.doelsets, inwoners)
    return totalen.set_index(["doelset", "onderdeel"])


@pytest.mark.parametrize(
    ("doelset", "gepubliceerd", "som", "verschil"),
    [
        ("opgave-2024-v1", 75_500, 75_499, -1),
        ("opgave-2024-v2", 77_100, 77_070, -30),
        ("spreidingswet-2024", 96_000, 96_002, 2),
    ],
)
def test_echte_totalen_met_hun_verschil(echt, doelset, gepubliceerd, som, verschil):
    rij = echt.loc[(doelset, "totaal")]
    assert (rij["gepubliceerd_laag"], rij["gepubliceerd_hoog"]) == (gepubliceerd, gepubliceerd)
    assert (rij["som_laag"], rij["som_midden"], rij["som_hoog"]) == (som, som, som)
    assert rij["verschil"] == verschil
    assert rij["provincies_bekend"] == 12
    assert rij["oordeel"].startswith(f"de som is {abs(verschil)} plaats")
    assert rij["oordeel"].endswith("beide blijven zoals de bron ze geeft")


@pytest.mark.parametrize(
    ("doelset", "som", "gepubliceerd", "oordeel"),
    [
        ("opgave-2024-v1", 5_088, None, "geen gepubliceerd totaal om mee te vergelijken"),
        ("opgave-2024-v2", 3_659, None, "geen gepubliceerd totaal om mee te vergelijken"),
        (
            "spreidingswet-2024",
            None,
            8_140,
            "niet te vergelijken: van geen enkele provincie is een aantal gegeven",
        ),
    ],
)
def test_echte_delen_voor_amv(echt, doelset, som, gepubliceerd, oordeel):
    rij = echt.loc[(doelset, "waarvan_amv")]
    verwacht = [math.nan if n is None else n for n in (som, gepubliceerd)]
    assert [rij["som_midden"], rij["gepubliceerd_laag"]] == pytest.approx(verwacht, nan_ok=True)
    assert math.isnan(rij["verschil"])
    assert rij["oordeel"] == oordeel


def test_een_som_over_een_deel_of_uit_het_totaal_zelf_heeft_geen_verschil(echt):
    agenda = echt.loc[("uitvoeringsagenda-2020", "totaal")]
    assert (agenda["som_laag"], agenda["som_hoog"]) == (6_680, 7_000)
    assert (agenda["provincies_bekend"], agenda["provincies_afgeleid"]) == (2, 10)
    wet = echt.loc[("spreidingswet-2026", "totaal")]
    assert (wet["som_laag"], wet["provincies_bekend"], wet["provincies_afgeleid"]) == (
        31_175,
        2,
        10,
    )
    # Noord-Brabant is een ondergrens: dan heeft de som geen bovengrens.
    assert math.isnan(wet["som_hoog"])
    assert "van 10 van de 12 provincies" in wet["oordeel"]
    coa = echt.loc[("coa-behoefte-2023", "totaal")]
    assert math.isnan(coa["som_midden"])
    assert coa[["gepubliceerd_laag", "provincies_bekend"]].tolist() == [31_000, 0]
    assert math.isnan(agenda["verschil"] + wet["verschil"] + coa["verschil"])


def test_kolommen_en_een_gelijke_som():
    doelset = maak_doelset(
        doel(NEDERLAND, 700, 700),
        *(doel(p, n, n) for p, n in (("Utrecht", 100), ("Gelderland", 200), ("Limburg", 400))),
    )
    totalen = vergelijk_totalen({"proef": doelset}, INWONERS)
    assert list(totalen.columns) == list(TOTALEN)
    assert totalen["verschil"].tolist() == [0]
    assert totalen["oordeel"].tolist() == ["de som is gelijk aan het gepubliceerde totaal"]
    assert totalen[["status", "bron", "brondatum"]].to_numpy().tolist() == [
        ["gepubliceerd", "proefbron", "2026-01-01"]
    ]


def test_naast_elkaar_heeft_elke_provincie_in_elke_doelset():
    tabel = naast_elkaar({"a": DOELSET, "b": maak_doelset(doel("Limburg", 5, 9))}, INWONERS)
    assert tabel[["provincie", "doelset"]].to_numpy().tolist() == [
        [provincie, id_] for provincie in INWONERS.index for id_ in ("a", "b")
    ]
    limburg = tabel[(tabel["provincie"] == "Limburg") & (tabel["doelset"] == "b")].iloc[0]
    assert limburg[["minimum", "midden", "maximum", "status", "bron"]].tolist() == [
        *(5, 7, 9), Status.GEPUBLICEERD, "proefbron",
    ]  # fmt: skip
    assert tabel["kort"].tolist()[:2] == ["Proefdoelen", "Proefdoelen"]
    assert not tabel["eigen"].any()


def test_een_eigen_getal_staat_naast_het_ingebouwde():
    eigen = Eigendoelen((("a", doel("Limburg", 300, 400)),)).pas_toe({"a": DOELSET})
    tabel = naast_elkaar(eigen, INWONERS).set_index("provincie")
    assert tabel["eigen"].to_dict() == {"Utrecht": False, "Gelderland": False, "Limburg": True}
    limburg = tabel.loc["Limburg"]
    assert limburg[["minimum", "maximum", "status"]].tolist() == [300, 400, "gepubliceerd"]
    assert limburg["ingebouwd_minimum"] == pytest.approx(75)
    assert limburg["ingebouwd_maximum"] == pytest.approx(100)
    assert limburg["ingebouwd_status"] == Status.AFGELEID
    assert limburg["toelichting"].startswith(EIGEN)
    assert EIGEN not in tabel.loc["Utrecht", "toelichting"]


def test_zonder_aanvullen_blijft_onbekend_onbekend():
    tabel = naast_elkaar({"a": DOELSET}, INWONERS, vul_aan=False).set_index("provincie")
    assert math.isnan(tabel.loc["Limburg", "midden"])
    assert tabel.loc["Limburg", "status"] == Status.ONBEKEND


_BAND = st.one_of(st.none(), st.tuples(st.integers(0, 5_000), st.integers(0, 5_000)).map(sorted))


@given(st.lists(_BAND, min_size=12, max_size=12), _BAND)
def test_de_som_telt_alleen_wat_gegeven_is(banden, totaal):
    rijen = [doel(p, *(band or (None, None))) for p, band in zip(PROVINCIES, banden, strict=True)]
    if totaal is not None:
        rijen.append(doel(NEDERLAND, *totaal))
    doelset = maak_doelset(*rijen)
    inwoners = pd.Series(100_000, index=list(PROVINCIES))
    (rij,) = vergelijk_totalen({"proef": doelset}, inwoners).to_dict("records")
    gegeven = [band for band in banden if band is not None]
    assert rij["provincies_bekend"] == len(gegeven)
    assert rij["provincies_bekend"] + rij["provincies_afgeleid"] + rij["provincies_onbekend"] == 12
    if gegeven:
        assert rij["som_laag"] == sum(laag for laag, _ in gegeven)
        assert rij["som_hoog"] == sum(hoog for _, hoog in gegeven)
    else:
        assert math.isnan(rij["som_midden"])
    assert math.isnan(rij["verschil"]) == (totaal is None or len(gegeven) < 12)
    naast = naast_elkaar({"proef": doelset}, inwoners)
    doelen = doelen_per_provincie(doelset, inwoners)
    pd.testing.assert_series_equal(
        naast.set_index("provincie")["midden"], doelen["midden"], check_names=False
    )
