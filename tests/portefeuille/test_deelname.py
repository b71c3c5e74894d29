import pandas as pd
import pytest

from locatieplanner.portefeuille.deelname import (
    GEPLAND,
    afstandseis,
    beletsels,
    telt_gepland,
    zonder_datum,
)
from locatieplanner.portefeuille.eis import Eissoort
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

DOELEN = (doel("Utrecht", 50, 50), doel("Gelderland", 5, 5))
JULI = pd.Period("2027-07", freq="M")


def redenen(*rijen, opdracht=None, doelen=DOELEN, **anders):
    beoordeling = maak_beoordeling(*rijen, doelen=doelen, **anders)
    return stel_probleem(beoordeling, opdracht or Opdracht()).redenen.to_dict()


def tegengehouden(beoordeling, opdracht):
    """Per soort beletsel de id's."""
    gepland = telt_gepland(beoordeling, opdracht)
    ids = beoordeling.kandidaten.index
    return {
        deel.eis.soort: set(ids[deel.rijen]) for deel in beletsels(beoordeling, opdracht, gepland)
    }


def test_waarom_iemand_niet_te_kiezen_is():
    onbekend = {"parameters": {"beoordeling.volledigheid_minimum": 1.0}}
    gevonden = redenen(
        kandidaat("goed", aandeel_amv=0.5, aandeel_studenten=0.5),
        kandidaat("vaag"),
        kandidaat("gepland", status="besluit", capaciteit=7),
        kandidaat("weg", status="afgevallen", toelichting="bewoners"),
        kandidaat("wonen", type="flex"),
        kandidaat("elders", x=125_000, y=415_000),
        **onbekend,
    )
    assert gevonden == {
        "goed": "",
        "vaag": "onvoldoende bekend voor een score",
        "gepland": GEPLAND,
        "weg": "uitgesloten: status afgevallen: bewoners",
        "wonen": "flexwonen telt niet als opvang",
        "elders": "het doel van Limburg is onbekend",
    }


def test_buiten_het_gebied_en_al_gehaald():
    rijen = (kandidaat("U"), kandidaat("G", y=415_000))
    gevonden = redenen(*rijen, opdracht=Opdracht(provincies=("Gelderland",)), bestaand=True)
    assert gevonden == {
        "U": "ligt buiten het gekozen gebied",
        "G": "het doel van Gelderland is al gehaald",
    }


def test_wie_vaststaat_doet_zonder_score_mee():
    anders = {"parameters": {"beoordeling.volledigheid_minimum": 1.0}}
    assert redenen(kandidaat("K1"), **anders)["K1"]
    assert not redenen(kandidaat("K1"), opdracht=Opdracht(vast=("K1",)), **anders)["K1"]


def test_wie_de_opdracht_uitsluit_telt_niet_als_gepland_en_is_een_beletsel():
    beoordeling = maak_beoordeling(kandidaat("K1", status="besluit"), doelen=DOELEN)
    opdracht = Opdracht(zonder=("K1",))
    assert telt_gepland(beoordeling, Opdracht()).tolist() == [True]
    assert telt_gepland(beoordeling, opdracht).tolist() == [False]
    assert tegengehouden(beoordeling, opdracht) == {Eissoort.ZONDER: {"K1"}}


@pytest.mark.parametrize(
    ("van", "tot", "op_tijd"),
    [
        ("2027-07-01", "2030-01-01", True),
        ("2027-07-02", None, False),
        (None, "2027-06-30", False),
        (None, None, True),
        ("2020-01-01", None, True),
    ],
)
def test_beschikbaar_in_de_maand(van, tot, op_tijd):
    datums = {
        naam: None if datum is None else pd.Timestamp(datum)
        for naam, datum in (("beschikbaar_van", van), ("beschikbaar_tot", tot))
    }
    beoordeling = maak_beoordeling(kandidaat("K1", **datums), doelen=DOELEN)
    gevonden = tegengehouden(beoordeling, Opdracht(maand=JULI))
    assert (Eissoort.MAAND not in gevonden) is op_tijd
    onbekend = van is None and op_tijd
    assert zonder_datum(beoordeling, Opdracht(maand=JULI)).tolist() == [onbekend]
    assert zonder_datum(beoordeling, Opdracht()).tolist() == [False]


def test_een_onbekende_datum_telt_niet_mee_als_dat_zo_is_ingesteld():
    streng = {"portefeuille.onbekende_datum": "telt niet mee"}
    beoordeling = maak_beoordeling(kandidaat("K1"), doelen=DOELEN, parameters=streng)
    assert tegengehouden(beoordeling, Opdracht(maand=JULI)) == {Eissoort.MAAND: {"K1"}}
    assert not zonder_datum(beoordeling, Opdracht(maand=JULI)).any()


def test_gepland_telt_niet_in_een_maand_waarin_het_er_niet_is():
    laat = kandidaat("K1", status="besluit", beschikbaar_van=pd.Timestamp("2028-01-01"))
    beoordeling = maak_beoordeling(laat, doelen=DOELEN)
    assert not telt_gepland(beoordeling, Opdracht(maand=JULI)).any()


def test_precies_op_de_afstand_mag():
    # In Beekdal staat een azc op (115.000, 404.000).
    beoordeling = maak_beoordeling(
        kandidaat("op", x=112_000, y=404_000),
        kandidaat("binnen", x=112_001, y=404_000),
        doelen=DOELEN,
    )
    gevonden = tegengehouden(beoordeling, Opdracht(min_afstand_opvang_m=3000))
    assert gevonden == {Eissoort.AFSTAND_OPVANG: {"binnen"}}


def test_te_dicht_bij_een_geplande_locatie():
    beoordeling = maak_beoordeling(
        kandidaat("plan", status="besluit"),
        kandidaat("bij", x=105_500),
        kandidaat("ver", x=109_000),
        doelen=DOELEN,
    )
    gepland = telt_gepland(beoordeling, Opdracht())
    (deel,) = beletsels(beoordeling, Opdracht(min_afstand_m=2000), gepland)
    assert deel.eis == afstandseis(2000)
    assert set(beoordeling.kandidaten.index[deel.rijen]) == {"bij"}
