import pytest

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import GebiedFout, VerdelingFout
from locatieplanner.opgave.verdeeldoel import Grens, verdeeldoel
from tests.omgeving import doel, maak_doelset, maak_omgeving


def test_elk_punt_van_een_bandbreedte(omgeving):
    for grens, plaatsen in (
        (Grens.MINIMUM, 300),
        (Grens.MIDDEN, 350),
        (Grens.MAXIMUM, 400),
    ):
        uit = verdeeldoel(omgeving, "Utrecht", grens)
        assert (uit.plaatsen, uit.status) == (plaatsen, Status.GEPUBLICEERD)
        assert uit.zin == (
            f"Te verdelen: {plaatsen} plaatsen (gepubliceerd): het {grens} van 300–400."
        )
    assert "som van rol en gvl/satelliet" in uit.herkomst


def test_een_getal_zonder_bandbreedte_is_gewoon_dat_getal(omgeving):
    uit = verdeeldoel(omgeving, "Gelderland")
    assert uit.zin == "Te verdelen: 1.000 plaatsen (secundair)."


def test_een_half_gaat_omhoog_en_dat_staat_erbij():
    omgeving = maak_omgeving(doelset=maak_doelset(doel("Utrecht", 100, 105)))
    uit = verdeeldoel(omgeving, "Utrecht")
    assert (uit.doel, uit.plaatsen) == (102.5, 103)
    assert "het midden van 100–105; afgerond van 102,5; een half gaat omhoog." in uit.zin


def test_een_afgeleid_doel_is_zelden_heel():
    omgeving = maak_omgeving(doelset=maak_doelset(doel("Utrecht", 100, 101)))
    uit = verdeeldoel(omgeving, "Limburg")
    assert (uit.plaatsen, uit.status) == (25, Status.AFGELEID)
    assert "afgerond van 25,12" in uit.zin
    assert "naar rato van inwoners vanuit Utrecht" in uit.herkomst


def test_van_een_ondergrens_is_het_midden_die_grens_en_het_maximum_onbekend():
    omgeving = maak_omgeving(
        doelset=maak_doelset(doel(NEDERLAND, 2000, 2000), doel("Utrecht", 1300, None))
    )
    uit = verdeeldoel(omgeving, "Utrecht")
    assert uit.plaatsen == 1300
    assert "de enige bekende grens van ten minste 1.300; de bovengrens is onbekend" in uit.zin
    with pytest.raises(VerdelingFout, match=r"maximum .* \(bekend is: ten minste 1.300\)"):
        verdeeldoel(omgeving, "Utrecht", Grens.MAXIMUM)


def test_een_onbekend_doel_is_niet_te_verdelen():
    omgeving = maak_omgeving(vul_aan=False)
    with pytest.raises(VerdelingFout, match="midden van het doel van Limburg is onbekend"):
        verdeeldoel(omgeving, "Limburg")


def test_een_provincie_die_er_niet_is(omgeving):
    with pytest.raises(GebiedFout, match="'Luilekkerland' is geen provincie"):
        verdeeldoel(omgeving, "Luilekkerland")
