from locatieplanner.domein.eigendoelen import Eigendoelen
from tests.omgeving import DOELSET, doel

UTRECHT, LIMBURG = doel("Utrecht", 1, 1), doel("Limburg", 2, 2)
DOELSETS = {"proef": DOELSET}


def _eigen(*doelen, doelset="proef", **rest):
    return Eigendoelen(tuple((doelset, d) for d in doelen), **rest)


def test_niets_eigens_is_niets():
    assert not Eigendoelen()
    assert Eigendoelen().pas_toe(DOELSETS) == DOELSETS
    assert Eigendoelen().pas_toe(DOELSETS)["proef"] is DOELSET


def test_pas_toe_laat_de_ingebouwde_doelsets_zoals_zij_waren():
    nieuw = _eigen(UTRECHT).pas_toe(DOELSETS)["proef"]
    assert nieuw.van("Utrecht") == (UTRECHT,)
    assert nieuw.origineel is DOELSETS["proef"]


def test_een_nieuwe_doelset_heeft_alleen_eigen_getallen():
    eigen = _eigen(UTRECHT, doelset="bod", namen=(("bod", "Regionaal bod"),))
    doelsets = eigen.pas_toe(DOELSETS)
    assert list(doelsets) == ["proef", "bod"]
    bod = doelsets["bod"]
    assert bod.naam == "Regionaal bod, met eigen getallen voor 1 provincie"
    assert bod.kort == "Regionaal bod"
    assert bod.doelen == (UTRECHT,)
    assert bod.origineel.doelen == ()
    assert bod.bestaand_telt_mee
    assert "Aanname" in bod.reden_bestaand


def test_een_nieuwe_doelset_kan_nog_leeg_zijn():
    eigen = Eigendoelen(namen=(("bod", "Regionaal bod"),))
    assert eigen
    assert eigen.doelsets == ("bod",)
    assert eigen.pas_toe(DOELSETS)["bod"].naam == "Regionaal bod"


def test_rijen_van_een_doelset_zonder_naam_veranderen_niets():
    assert _eigen(UTRECHT, doelset="weg").pas_toe(DOELSETS) == DOELSETS


def test_met_vervangt_alleen_provincies_die_in_beide_staan():
    ander = doel("Utrecht", 9, 9)
    samen = _eigen(UTRECHT, LIMBURG).met(_eigen(ander))
    assert set(samen.van("proef")) == {LIMBURG, ander}
    elders = _eigen(UTRECHT).met(_eigen(LIMBURG, doelset="bod", namen=(("bod", "Bod"),)))
    assert elders.doelsets == ("proef", "bod")
    assert elders.van("proef") == (UTRECHT,)


def test_zonder_een_doelset_of_een_provincie():
    eigen = _eigen(UTRECHT, LIMBURG, namen=(("bod", "Bod"),))
    assert eigen.zonder("proef").rijen == ()
    assert eigen.zonder("proef").namen == (("bod", "Bod"),)
    assert eigen.zonder("bod") == _eigen(UTRECHT, LIMBURG)
    assert eigen.zonder("proef", "Utrecht").van("proef") == (LIMBURG,)
    assert eigen.zonder("bod", "Utrecht") == eigen


def test_zonder_gelijke_houdt_alleen_wat_anders_is():
    eigen = _eigen(*DOELSET.van("Gelderland"), UTRECHT)
    assert eigen.zonder_gelijke(DOELSETS) == _eigen(UTRECHT)
    leeg = Eigendoelen(namen=(("bod", "Bod"),))
    assert leeg.zonder_gelijke(DOELSETS) == leeg


def test_gelijke_doelen_zijn_gelijk_en_dienen_als_sleutel():
    assert hash(_eigen(UTRECHT)) == hash(_eigen(doel("Utrecht", 1, 1)))
    assert _eigen(UTRECHT) != _eigen(LIMBURG)
