import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.opgave.doelen import (
    bronvermelding,
    doelen_per_provincie,
    herkomstregel,
    onderdelen_in_som,
)
from tests.omgeving import DOELSET, doel, maak_doelset

INWONERS = pd.Series({"Utrecht": 80_000, "Gelderland": 100_000, "Limburg": 20_000})
GRENZEN = ["minimum", "midden", "maximum"]


def _doelen(*rijen, vul_aan=True, inwoners=INWONERS):
    return doelen_per_provincie(maak_doelset(*rijen), inwoners, vul_aan=vul_aan)


def test_som_van_onderdelen_zonder_korte_termijn():
    doelen = doelen_per_provincie(DOELSET, INWONERS)
    assert doelen.loc["Utrecht", GRENZEN].tolist() == [300, 350, 400]
    assert doelen.loc["Utrecht", "toelichting"] == "som van rol en gvl/satelliet"
    assert doelen.loc["Utrecht", "status"] == Status.GEPUBLICEERD


def test_een_bekend_totaal_gaat_voor_de_onderdelen_en_waarvan_telt_niet_dubbel():
    doelen = _doelen(
        doel("Utrecht", 2800, 2800),
        doel("Utrecht", 500, 600, "rol"),
        doel("Utrecht", 100, 100, "waarvan_amv"),
    )
    assert doelen.loc["Utrecht", "midden"] == 2800


def test_is_het_totaal_onbekend_dan_telt_de_som_van_de_onderdelen():
    doelen = _doelen(doel("Utrecht", None, None), doel("Utrecht", 500, 600, "rol"))
    assert doelen.loc["Utrecht", GRENZEN].tolist() == [500, 550, 600]


def test_alleen_de_laatste_peildatum_telt():
    doelen = _doelen(
        doel("Utrecht", 100, 100, "rol", peildatum="2022-01-01"),
        doel("Utrecht", 200, 200, "rol", peildatum="2024-01-01"),
        doel("Utrecht", 30, 50, "gvl_satelliet", peildatum="2024-01-01"),
    )
    assert doelen.loc["Utrecht", GRENZEN].tolist() == [230, 240, 250]


def test_een_som_met_een_onbekend_deel_is_onbekend():
    doelen = _doelen(
        doel("Utrecht", 100, 100, "rol"), doel("Utrecht", None, None, "gvl"), vul_aan=False
    )
    assert doelen.loc["Utrecht", GRENZEN].isna().all()
    assert doelen.loc["Utrecht", "status"] == Status.ONBEKEND


def test_de_som_is_zo_zeker_als_haar_zwakste_deel():
    doelen = _doelen(
        doel("Utrecht", 100, 100, "rol"),
        doel("Utrecht", 100, 100, "gvl", status=Status.SECUNDAIR),
    )
    assert doelen.loc["Utrecht", "status"] == Status.SECUNDAIR


def test_aanvullen_uit_de_gepubliceerde_provincies():
    # Utrecht 300–400 op 80.000 inwoners; Limburg heeft er 20.000. Gelderland is secundair.
    doelen = doelen_per_provincie(DOELSET, INWONERS)
    assert doelen.loc["Limburg", GRENZEN].tolist() == pytest.approx([75, 87.5, 100])
    assert doelen.loc["Limburg", "status"] == Status.AFGELEID
    assert doelen.loc["Limburg", "toelichting"] == "naar rato van inwoners vanuit Utrecht"
    assert doelen.loc["Limburg", ["bron", "brondatum"]].tolist() == ["proefbron", "2026-01-01"]


def _rij(provincie, onderdeel, plaatsen, bron, brondatum, toelichting=""):
    herkomst = Herkomst(bron, brondatum, Status.SECUNDAIR, toelichting)
    return Doel(provincie, onderdeel, Bandbreedte(plaatsen, plaatsen), "2026-01-01", herkomst)


def test_de_bronnen_van_een_som_staan_er_allemaal():
    doelen = _doelen(
        _rij("Utrecht", "rol", 100, "brief", "2025-05-24", "eerste deel"),
        _rij("Utrecht", "gvl", 50, "krant", "2025-06"),
        _rij("Gelderland", "rol", 100, "brief", "2025"),
        _rij("Gelderland", "gvl", 100, "krant", "2025"),
        vul_aan=False,
    )
    utrecht, gelderland = doelen.loc["Utrecht"], doelen.loc["Gelderland"]
    assert utrecht["bron"] == "brief (24-5-2025); krant (juni 2025)"
    assert utrecht["brondatum"] == ""
    assert utrecht["peildatum"] == "2026-01-01"
    assert utrecht["toelichting"] == "som van rol en gvl; eerste deel"
    assert gelderland[["bron", "brondatum"]].tolist() == ["brief; krant", "2025"]


def test_aanvullen_laat_staan_wat_een_bron_al_zei():
    doelen = _doelen(
        doel(NEDERLAND, 1000, 1000),
        _rij("Utrecht", "totaal", None, "ANP", "2026-02-27", "geen extra plekken"),
    )
    utrecht = doelen.loc["Utrecht"]
    assert utrecht["toelichting"] == (
        "ANP (27-2-2026): geen extra plekken; rest van het landelijke totaal, "
        "naar rato van inwoners"
    )
    assert utrecht[["bron", "brondatum"]].tolist() == ["proefbron", "2026-01-01"]


def test_echte_berichten_over_de_tweede_ronde_blijven_staan(lagen_echt):
    inwoners = lagen_echt.gemeenten.groupby("provincie")["inwoners"].sum()
    doelen = doelen_per_provincie(lagen_echt.doelsets["spreidingswet-2026"], inwoners)
    toelichting = doelen["toelichting"]
    assert "ANP (27-2-2026): geen extra plekken; rest" in toelichting["Groningen"]
    assert "4.900 te realiseren" in toelichting["Gelderland"]
    assert "7.700 te realiseren" in toelichting["Noord-Holland"]


def test_een_ondergrens_blijft_een_ondergrens():
    # Ruim 600 van 1.000: voor 120.000 andere inwoners blijft hoogstens 400 over.
    doelen = _doelen(doel(NEDERLAND, 1000, 1000), doel("Utrecht", 600, None))
    assert doelen.loc["Utrecht", ["minimum", "midden"]].tolist() == [600, 600]
    assert math.isnan(doelen.loc["Utrecht", "maximum"])
    gelderland = doelen.loc["Gelderland"]
    assert math.isnan(gelderland["minimum"])
    assert gelderland[["midden", "maximum"]].tolist() == pytest.approx([400 / 1.2, 400 / 1.2])


def test_een_som_met_een_ondergrens_is_een_ondergrens():
    doelen = _doelen(doel("Utrecht", 100, 200, "rol"), doel("Utrecht", 50, None, "gvl"))
    assert doelen.loc["Utrecht", ["minimum", "midden"]].tolist() == [150, 200]
    assert math.isnan(doelen.loc["Utrecht", "maximum"])
    # Wie daarvan afgeleid is, heeft evenmin een bovengrens.
    assert doelen.loc["Limburg", ["minimum", "midden"]].tolist() == [37.5, 50]
    assert math.isnan(doelen.loc["Limburg", "maximum"])


def test_onderdelen_in_som():
    assert onderdelen_in_som(DOELSET) == ("rol", "gvl_satelliet")
    assert onderdelen_in_som(maak_doelset(doel("Utrecht", 1, 1))) == ()


def test_herkomstregel_laat_weg_wat_er_niet_is():
    assert herkomstregel("", "", "", "niet gevonden") == "niet gevonden"
    assert bronvermelding("ANP", "") == "ANP"


def test_aanvullen_met_de_rest_van_het_landelijke_totaal():
    doelen = _doelen(doel(NEDERLAND, 1000, 1000), doel("Utrecht", 300, 400))
    # Er blijft 600 tot 700 over voor 120.000 inwoners.
    assert doelen.loc["Gelderland", GRENZEN].tolist() == pytest.approx(
        [600 / 1.2, 650 / 1.2, 700 / 1.2]
    )
    assert doelen["midden"].sum() == pytest.approx(1000)
    assert doelen.loc["Utrecht", GRENZEN].tolist() == [300, 350, 400]


def test_zonder_aanvullen_blijft_onbekend_onbekend():
    doelen = doelen_per_provincie(DOELSET, INWONERS, vul_aan=False)
    assert doelen.loc["Limburg", GRENZEN].isna().all()
    assert doelen.loc["Limburg", "status"] == Status.ONBEKEND


@pytest.mark.parametrize("vul_aan", [True, False])
@pytest.mark.parametrize(
    "rijen", [[], [doel("Utrecht", None, None)], [doel(NEDERLAND, None, None)]]
)
def test_is_alles_onbekend_dan_valt_er_niets_aan_te_vullen(rijen, vul_aan):
    doelen = _doelen(*rijen, vul_aan=vul_aan)
    assert doelen[GRENZEN].isna().all(axis=None)
    assert (doelen["status"] == Status.ONBEKEND).all()


def test_laten_de_bekende_provincies_niets_over_dan_blijft_de_rest_onbekend():
    doelen = _doelen(doel(NEDERLAND, 100, 100), doel("Utrecht", 150, 150))
    assert doelen.loc["Limburg", GRENZEN].isna().all()


def test_een_doel_van_nul_is_bekend():
    doelen = _doelen(doel("Utrecht", 0, 0), doel("Limburg", 100, 100))
    assert doelen.loc["Utrecht", "midden"] == 0
    assert doelen.loc["Utrecht", "status"] == Status.GEPUBLICEERD


def test_een_provincie_zonder_inwoners_wordt_niet_aangevuld():
    inwoners = INWONERS.reindex([*INWONERS.index, "Zeeland"])
    doelen = _doelen(doel(NEDERLAND, 1000, 1000), inwoners=inwoners)
    assert doelen.loc["Zeeland", GRENZEN].isna().all()
    assert doelen.loc["Zeeland", "status"] == Status.ONBEKEND
    assert doelen["midden"].sum() == pytest.approx(1000)


def test_de_volgorde_is_die_van_de_inwoners():
    assert doelen_per_provincie(DOELSET, INWONERS[::-1]).index.tolist() == [
        "Limburg",
        "Gelderland",
        "Utrecht",
    ]


def test_landelijk():
    assert DOELSET.landelijk is None
    assert maak_doelset(doel(NEDERLAND, None, None)).landelijk is None
    assert maak_doelset(doel(NEDERLAND, 5, 7)).landelijk.plaatsen.midden == 6


banden = st.one_of(st.none(), st.tuples(st.integers(0, 5000), st.integers(0, 5000)).map(sorted))


@given(st.lists(banden, min_size=12, max_size=12), st.one_of(st.none(), banden))
def test_bandbreedten_zijn_geordend_en_de_aanvulling_maakt_het_landelijke_totaal(banden, totaal):
    inwoners = pd.Series(range(100_000, 1_300_000, 100_000), index=list(PROVINCIES))
    rijen = [
        doel(provincie, *(band or (None, None)))
        for provincie, band in zip(PROVINCIES, banden, strict=True)
    ]
    if totaal is not None:
        rijen.append(doel(NEDERLAND, *(grens * 12 for grens in totaal)))
    doelen = _doelen(*rijen, inwoners=inwoners)
    bekend = doelen["midden"].notna()
    assert ((doelen["status"] == Status.ONBEKEND) == ~bekend).all()
    assert (doelen["minimum"][bekend] <= doelen["midden"][bekend]).all()
    assert (doelen["midden"][bekend] <= doelen["maximum"][bekend]).all()
    afgeleid = doelen["status"] == Status.AFGELEID
    assert (doelen["midden"][afgeleid] > 0).all()
    if totaal is not None and afgeleid.any():
        assert bekend.all()
        assert doelen["midden"].sum() == pytest.approx(6 * sum(totaal))
    gegeven = np.array([band is not None for band in banden])
    assert not afgeleid[gegeven].any()


def test_zuid_holland_in_de_echte_uitvoeringsagenda(omgeving_echt):
    doelen = omgeving_echt.doelen
    assert doelen.loc["Zuid-Holland", GRENZEN].tolist() == [3880, 4040, 4200]
    assert doelen.loc["Zuid-Holland", "status"] == Status.GEPUBLICEERD
    assert doelen.loc["Utrecht", "midden"] == 2800
    assert (doelen["status"] == Status.AFGELEID).sum() == 10
    inwoners = omgeving_echt.gemeenten.groupby("provincie")["inwoners"].sum()
    per_hoofd = doelen["midden"] / inwoners
    assert per_hoofd["Zeeland"] == pytest.approx(per_hoofd["Zuid-Holland"])


@pytest.mark.parametrize(
    ("doelset", "totaal"),
    [
        ("coa-behoefte-2023", 31_000),
        ("opgave-2024-v1", 75_499),
        ("opgave-2024-v2", 77_070),
        ("spreidingswet-2024", 96_002),
        ("spreidingswet-2026", 88_000),
    ],
)
def test_de_echte_doelsets_tellen_op_tot_hun_totaal(lagen_echt, doelset, totaal):
    inwoners = lagen_echt.gemeenten.groupby("provincie")["inwoners"].sum()
    doelen = doelen_per_provincie(lagen_echt.doelsets[doelset], inwoners)
    assert doelen["midden"].sum() == pytest.approx(totaal)
    assert not math.isnan(doelen["midden"].min())


def test_een_eigen_getal_noemt_zich_zo_en_een_ingebouwd_niet():
    eigen = DOELSET.met_doelen(
        [doel("Limburg", 50, 60, "rol"), doel("Limburg", 40, 40, "gvl_satelliet")]
    )
    doelen = doelen_per_provincie(eigen, INWONERS)
    assert doelen.loc["Limburg", GRENZEN].tolist() == [90, 95, 100]
    assert doelen.loc["Limburg", "toelichting"] == ("eigen getal; som van rol en gvl/satelliet")
    assert doelen.loc["Limburg", "status"] == Status.GEPUBLICEERD
    pd.testing.assert_series_equal(
        doelen.loc["Utrecht"], doelen_per_provincie(DOELSET, INWONERS).loc["Utrecht"]
    )


def test_van_twee_totalen_telt_het_laatste():
    doelen = _doelen(
        doel("Utrecht", 4681, 4681, peildatum="2024-01-01"),
        doel("Utrecht", 2800, 2800, peildatum="2022-09-30"),
    )
    assert doelen.loc["Utrecht", "midden"] == 4681
