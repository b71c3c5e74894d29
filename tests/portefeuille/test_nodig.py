from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.gepland import gepland_per_gemeente, telt_als_gepland
from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.portefeuille.nodig import nodig_per_provincie
from tests.omgeving import doel, kandidaat, maak_doelset
from tests.portefeuille.proef import maak_beoordeling


def nodig(*doelen, rijen=(), provincies=("Utrecht",), per_onderdeel=True, **anders):
    beoordeling = maak_beoordeling(*rijen, doelen=doelen, **anders)
    omgeving = beoordeling.omgeving
    soorten, par = omgeving.locatietypen, omgeving.parameters
    plannen = beoordeling.kandidaten[telt_als_gepland(beoordeling.kandidaten, soorten, par)]
    stand = stand_per_provincie(omgeving, gepland_per_gemeente(plannen, soorten, par))
    return nodig_per_provincie(omgeving, stand, plannen, provincies, per_onderdeel=per_onderdeel)


def test_doel_min_wat_er_staat_en_gepland_is():
    gepland = kandidaat("K1", x=115_000, status="besluit", capaciteit=30)
    (deel,) = nodig(doel("Utrecht", 900, 1000), rijen=[gepland], bestaand=True)
    # In Utrecht staat 400 bekend en 250 geschat.
    assert (deel.telt_mee, deel.laag, deel.hoog) == (pytest.approx(680), 220, 320)
    assert deel.status is Status.GESCHAT
    assert deel.naam == "Utrecht"


def test_telt_bestaand_niet_mee_dan_is_alles_nodig():
    (deel,) = nodig(doel("Utrecht", 900, 1000))
    assert (deel.laag, deel.hoog, deel.status) == (900, 1000, Status.GEPUBLICEERD)


def test_is_er_meer_dan_het_doel_dan_is_er_niets_nodig():
    (deel,) = nodig(doel("Utrecht", 100, 100), bestaand=True)
    assert (deel.laag, deel.hoog) == (0, 0)


@pytest.mark.parametrize("grenzen", [(50, None), (None, 50)])
def test_een_open_grens_is_de_grens_die_er_is(grenzen):
    (deel,) = nodig(doel("Utrecht", *grenzen))
    assert (deel.laag, deel.hoog) == (50, 50)


def test_een_onbekend_doel_ontbreekt_en_is_niet_nul():
    assert nodig(doel("Utrecht", None, None)) == ()
    assert nodig(doel("Gelderland", 5, 5), provincies=("Utrecht",)) == ()


def test_ruimte_boven_het_doel_is_een_instelling():
    (deel,) = nodig(doel("Utrecht", 100, 100), parameters={"portefeuille.boven_doel": 0.1})
    assert (deel.laag, deel.hoog) == (100, 110)


def test_een_deel_van_het_totaal_gaat_over_zijn_eigen_type():
    geheel, amv = nodig(
        doel("Utrecht", 20, 20),
        doel("Utrecht", 6, 8, "waarvan_amv"),
        rijen=[kandidaat("K1", x=115_000, type="amv", status="besluit", capaciteit=2)],
    )
    assert (geheel.laag, amv.laag, amv.hoog) == (18, 4, 6)
    assert amv.typen == {"amv"}
    assert amv.naam == "Utrecht (waarvan amv)"
    assert "flex" not in geheel.typen


def test_zonder_onderdelen():
    doelen = (doel("Utrecht", 20, 20), doel("Utrecht", 6, 8, "waarvan_amv"))
    assert len(nodig(*doelen, per_onderdeel=False)) == 1


def test_een_onbekend_of_ouder_onderdeel_is_geen_eis():
    doelen = (
        doel("Utrecht", 20, 20),
        doel("Utrecht", None, None, "waarvan_amv"),
        doel("Utrecht", 3, 3, "waarvan_azc", peildatum="2020-01-01"),
        doel("Utrecht", 3, 3, "waarvan_kasteel"),
    )
    assert len(nodig(*doelen)) == 1


def test_onderdelen_die_meer_vragen_dan_er_in_het_geheel_nog_nodig_is(omgeving_echt):
    doelset = maak_doelset(
        doel("Zuid-Holland", 100, 120, "rol"), doel("Zuid-Holland", 50, 60, "gvl_satelliet")
    )
    echt = replace(omgeving_echt, doelset=doelset)
    stand = stand_per_provincie(echt, None)
    geheel, rol, gvl = nodig_per_provincie(
        echt, stand, maak_beoordeling().kandidaten, ("Zuid-Holland",), per_onderdeel=True
    )
    # Er staat in Zuid-Holland meer dan het doel, maar niets van deze typen.
    assert geheel.telt_mee > geheel.doel_hoog
    assert (rol.laag, rol.hoog, gvl.laag, gvl.hoog) == (100, 120, 50, 60)
    assert (geheel.laag, geheel.hoog) == (0, 150)
    assert gvl.typen == {"gvl", "satelliet"}


@given(
    laag=st.floats(1, 5000),
    breedte=st.floats(0, 500),
    gepland=st.integers(1, 3000),
)
def test_nodig_is_heel_niet_negatief_en_nooit_te_weinig(laag, breedte, gepland):
    rij = kandidaat("K1", x=115_000, status="besluit", capaciteit=gepland)
    (deel,) = nodig(doel("Utrecht", laag, laag + breedte), rijen=[rij])
    assert 0 <= deel.laag <= deel.hoog
    assert isinstance(deel.laag, int)
    assert deel.laag + gepland >= laag - 1e-5
    assert deel.hoog + gepland <= max(laag + breedte, deel.laag + gepland) + 1e-5
