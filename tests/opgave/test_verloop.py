import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.beschikbaarheid import beschikbaar
from locatieplanner.opgave.gepland import telt_als_gepland
from locatieplanner.opgave.verloop import GRENZEN, Meedoen, tijdvak, verloop
from tests.omgeving import doel, maak_doelset, maak_omgeving
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties, tijdlijnen


def maand(tekst):
    return pd.Period(tekst, freq="M")


def met_doel(laag, hoog=None, peildatum="2027-01-01", *, bestaand_telt_mee=False, **parameters):
    """Een omgeving waarin Utrecht dit doel heeft."""
    doelset = maak_doelset(
        doel("Utrecht", laag, hoog or laag, peildatum=peildatum),
        bestaand_telt_mee=bestaand_telt_mee,
    )
    return maak_omgeving(parameters, doelset=doelset)


def utrecht(omgeving, *rijen, **anders):
    return verloop(locaties(*rijen), omgeving, "Utrecht", vanaf=BEGIN, **anders)


def test_gehaald_en_weer_verloren():
    uitkomst = utrecht(
        met_doel(100, 150),
        locatie("K1", 100, "2027-03-01", "2029-02-28"),
        locatie("K2", 60, "2028-01-01"),
    )
    laag, hoog = uitkomst.haalmomenten["laag"], uitkomst.haalmomenten["hoog"]
    assert (laag.gehaald, laag.verloren) == (maand("2027-03"), maand("2029-03"))
    assert (hoog.gehaald, hoog.verloren) == (maand("2028-01"), maand("2029-03"))
    assert uitkomst.haalmomenten["midden"].doel == 125
    rij = uitkomst.maanden.loc[maand("2028-01")]
    assert (rij["capaciteit"], rij["nodig_laag"], rij["nodig_hoog"]) == (160, -60, -10)
    assert uitkomst.maanden.loc[maand("2029-02"), "eindigt"] == 100
    assert uitkomst.maanden.loc[maand("2027-03"), "begint"] == 100


def test_voor_de_peildatum_is_er_geen_doel():
    uitkomst = utrecht(met_doel(100, peildatum="2027-12-31"), locatie("K1", 100, "2027-01-01"))
    doelen = uitkomst.maanden["doel_midden"]
    assert doelen[: maand("2027-12")].isna().all()
    assert (doelen[maand("2028-01") :] == 100).all()
    assert uitkomst.haalmomenten["midden"].gehaald == maand("2028-01")


def test_een_doel_zonder_datum_geldt_elke_maand():
    uitkomst = utrecht(met_doel(100, peildatum="nog niet bekend"))
    assert (uitkomst.maanden["doel_laag"] == 100).all()
    assert uitkomst.doel.vanaf is None


def test_een_doel_na_het_tijdvak_heeft_geen_haalmomenten():
    uitkomst = utrecht(met_doel(100, peildatum="2045-01-01"), aantal_maanden=12)
    assert uitkomst.haalmomenten == {}
    assert uitkomst.maanden["doel_hoog"].isna().all()


def test_een_ondergrens_heeft_geen_bovengrens():
    omgeving = maak_omgeving(
        doelset=maak_doelset(doel(NEDERLAND, 2000, 2000), doel("Utrecht", 900, None))
    )
    uitkomst = utrecht(omgeving)
    assert set(uitkomst.haalmomenten) == {"laag", "midden"}
    assert uitkomst.maanden["nodig_hoog"].isna().all()


def test_bestaand_telt_als_de_doelset_dat_zegt():
    met = utrecht(met_doel(100, bestaand_telt_mee=True))
    assert met.maanden["capaciteit"].iloc[0] == pytest.approx(650)
    assert met.status is Status.GESCHAT
    zonder = utrecht(met_doel(100))
    assert (zonder.maanden["capaciteit"] == 0).all()
    assert zonder.status is Status.GEPUBLICEERD


def test_wie_niet_in_beeld_is_staat_er_met_reden():
    uitkomst = utrecht(
        met_doel(100),
        locatie("A", van="2027-01-01"),
        locatie("B"),
        locatie("C", van="2020-01-01", tot="2026-12-31"),
        locatie("D", van="2040-01-01"),
        locatie("E", van="2027-07-02", tot="2027-07-31"),
        locatie("F", status="in gebruik"),
        locatie("G", status="idee", van="2027-01-01"),
        locatie("H", type="flex", van="2027-01-01"),
        locatie("I", x=125_000, van="2027-01-01"),
        aantal_maanden=24,
    )
    assert uitkomst.niet_in_beeld["meedoen"].to_dict() == {
        "B": Meedoen.ZONDER_BEGIN,
        "C": Meedoen.VOORBIJ,
        "D": Meedoen.LATER,
        "E": Meedoen.TE_KORT,
    }
    assert uitkomst.locaties.index.tolist() == list("ABCDEF")
    assert uitkomst.zonder_einde.index.tolist() == ["A", "F"]
    assert (uitkomst.maanden["gepland"] == 200).all()
    assert uitkomst.maanden[["begint", "eindigt"]].sum().tolist() == [100, 0]


def test_gebeurtenissen_op_volgorde():
    uitkomst = utrecht(
        met_doel(100),
        locatie("B", van="2027-02-01", tot="2028-06-30"),
        locatie("A", van="2026-05-01", tot="2028-06-01"),
        locatie("C", van="2027-01-15", tot="2027-05-15"),
        locatie("D", van="2026-01-01", tot="2035-05-15"),
        locatie("E", status="in gebruik"),
        locatie("F", van="2027-07-02", tot="2027-07-30"),
        aantal_maanden=24,
    )
    gebeurd = uitkomst.gebeurtenissen
    assert [(str(m), wat, id_) for id_, m, wat in gebeurd[["maand", "wat"]].itertuples()] == [
        ("2027-02", "begint", "B"),
        ("2027-02", "begint", "C"),
        ("2027-05", "loopt af", "C"),
        ("2028-06", "loopt af", "A"),
        ("2028-06", "loopt af", "B"),
    ]
    assert utrecht(met_doel(100)).gebeurtenissen.empty


@pytest.mark.parametrize(
    ("rijen", "doel_vanaf", "laatste"),
    [
        ([], None, "2028-12"),
        ([], "2029-07", "2029-12"),
        ([locatie("A", van="2027-01-01", tot="2031-06-30")], None, "2031-12"),
        ([locatie("A", van="2030-01-15")], "2029-07", "2030-12"),
        ([locatie("A", van="2027-01-01", tot="2060-01-31")], None, "2036-12"),
        ([locatie("A", van="2001-01-01", tot="2002-01-31")], "2003-01", "2028-12"),
        ([locatie("A", status="in gebruik")], None, "2028-12"),
    ],
)
def test_tijdvak_tot_de_laatste_maand_die_ertoe_doet(omgeving, rijen, doel_vanaf, laatste):
    mijlpaal = None if doel_vanaf is None else maand(doel_vanaf)
    maanden = tijdvak(locaties(*rijen), mijlpaal, omgeving.parameters, BEGIN)
    assert (maanden[0], maanden[-1]) == (BEGIN, maand(laatste))
    assert len(tijdvak(locaties(*rijen), mijlpaal, omgeving.parameters, BEGIN, 7)) == 7


def test_het_land_en_een_gemeente(omgeving_echt):
    land = verloop(locaties(), omgeving_echt, vanaf=BEGIN)
    assert land.maanden["capaciteit"].iloc[0] == pytest.approx(72_728)
    gemeente = verloop(locaties(), omgeving_echt, None, "GM0363", vanaf=BEGIN)
    assert gemeente.doel.status is Status.AFGELEID
    assert 0 < gemeente.maanden["doel_laag"].iloc[0] < land.maanden["doel_laag"].iloc[0]


@given(kandidaten=tijdlijnen(), stap=st.sampled_from(["idee", "besluit", "in gebruik"]))
def test_elke_plaats_telt_precies_in_de_maanden_tussen_van_en_tot(kandidaten, stap):
    omgeving = met_doel(500, 700, **{"opgave.gepland_vanaf": stap})
    uitkomst = verloop(kandidaten, omgeving, "Utrecht", vanaf=BEGIN)
    tabel = uitkomst.maanden
    hier = kandidaten[kandidaten["provincie"] == "Utrecht"]
    telt = hier[telt_als_gepland(hier, omgeving.locatietypen, omgeving.parameters)]
    plaatsen = telt["capaciteit"].to_numpy() @ beschikbaar(telt, tabel.index)
    assert tabel["gepland"].tolist() == plaatsen.tolist()
    assert sorted(uitkomst.locaties.index) == sorted(telt.index)
    assert uitkomst.locaties["plaatsen"].sum() == telt["capaciteit"].sum()
    # Van maand op maand sluit het.
    erbij = tabel["begint"].to_numpy()[1:] - tabel["eindigt"].to_numpy()[:-1]
    assert np.allclose(np.diff(tabel["gepland"]), erbij)
    gebeurd = uitkomst.gebeurtenissen.groupby(["wat", "maand"])["plaatsen"].sum()
    for wat, kolom in (("begint", "begint"), ("loopt af", "eindigt")):
        getoond = gebeurd[wat] if wat in gebeurd.index else gebeurd.iloc[:0]
        assert getoond.sum() == tabel[kolom].sum()
    for grens in GRENZEN:
        assert np.allclose(tabel[f"nodig_{grens}"] + tabel["capaciteit"], tabel[f"doel_{grens}"])


@given(kandidaten=tijdlijnen())
def test_de_volgorde_van_de_rijen_doet_niet_mee(kandidaten):
    omgeving = met_doel(500, 700, bestaand_telt_mee=True)
    een = verloop(kandidaten, omgeving, vanaf=BEGIN)
    ander = verloop(kandidaten[::-1], omgeving, vanaf=BEGIN)
    pd.testing.assert_frame_equal(ander.maanden, een.maanden)
    pd.testing.assert_frame_equal(ander.locaties, een.locaties)
    pd.testing.assert_frame_equal(ander.gebeurtenissen, een.gebeurtenissen)


@given(kandidaten=tijdlijnen(), laag=st.integers(0, 900))
def test_gehaald_is_de_eerste_maand_en_verloren_de_eerste_erna(kandidaten, laag):
    uitkomst = verloop(kandidaten, met_doel(laag), "Utrecht", vanaf=BEGIN)
    moment = uitkomst.haalmomenten["laag"]
    genoeg = uitkomst.maanden["capaciteit"] >= laag
    if moment.gehaald is None:
        assert not genoeg.any()
        return
    assert genoeg.idxmax() == moment.gehaald
    erna = genoeg[moment.gehaald :]
    if moment.verloren is None:
        assert erna.all()
    else:
        assert erna[: moment.verloren - 1].all()
        assert not erna[moment.verloren]


@given(kandidaten=tijdlijnen())
def test_de_provincies_tellen_op_tot_het_land(omgeving, kandidaten):
    def gepland(provincie):
        tabel = verloop(kandidaten, omgeving, provincie, vanaf=BEGIN, aantal_maanden=36).maanden
        return tabel["gepland"]

    samen = sum(gepland(provincie) for provincie in ("Utrecht", "Gelderland", "Limburg"))
    assert np.allclose(gepland(None), samen)


def test_onbekend_doel_is_nergens_een_getal():
    omgeving = maak_omgeving(vul_aan=False)
    uitkomst = verloop(locaties(), omgeving, "Limburg", vanaf=BEGIN)
    assert math.isnan(uitkomst.doel.midden)
    assert uitkomst.haalmomenten == {}
