import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.opgave.verloop import verloop
from locatieplanner.opgave.verloopuitleg import verloopzin, voorbehouden
from tests.omgeving import doel, maak_doelset, maak_omgeving
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties, tijdlijnen


def zin(rijen, *doelen, provincie="Utrecht", bestaand_telt_mee=False, vul_aan=True):
    omgeving = maak_omgeving(
        doelset=maak_doelset(*doelen, bestaand_telt_mee=bestaand_telt_mee), vul_aan=vul_aan
    )
    return verloopzin(verloop(locaties(*rijen), omgeving, provincie, vanaf=BEGIN))


def test_gehaald_en_weer_verloren():
    rijen = [locatie("K1", 120, "2027-03-01", "2029-02-28"), locatie("K2", 10, "2027-03-01")]
    assert zin(rijen, doel("Utrecht", 100, 100)) == (
        "Het doel van Utrecht (100 plaatsen) wordt gehaald in maart 2027 en gaat weer verloren in "
        "maart 2029 (90 plaatsen te weinig)."
    )


def test_al_gehaald_en_dat_blijft_zo():
    rijen = [locatie("K1", 120, "2020-01-01")]
    assert zin(rijen, doel("Utrecht", 100, 110)) == (
        "Het doel van Utrecht (100–110 plaatsen) is in januari 2027 al gehaald en blijft dat tot "
        "en met december 2028."
    )


def test_nooit_gehaald_noemt_de_beste_maand():
    rijen = [locatie("K1", 99, "2027-05-01", "2027-08-31")]
    assert zin(rijen, doel("Utrecht", 100, 100)) == (
        "Het doel van Utrecht (100 plaatsen) wordt in dit tijdvak niet gehaald; het dichtst erbij "
        "is mei 2027, met 1 plaats te weinig."
    )


def test_onder_en_bovengrens_lopen_uiteen():
    rijen = [locatie("K1", 120, "2027-03-01")]
    uit = zin(rijen, doel("Utrecht", 100, 150))
    assert uit.startswith("De ondergrens van het doel van Utrecht (100 plaatsen) wordt gehaald in")
    assert "De bovengrens (150 plaatsen) wordt in dit tijdvak niet gehaald" in uit
    assert "30 plaatsen te weinig" in uit


def test_nooit_gehaald_noemt_van_beide_grenzen_wat_ontbreekt():
    uit = zin([], doel("Utrecht", 100, 150))
    assert "100 plaatsen te weinig" in uit
    assert "150 plaatsen te weinig" in uit


def test_een_ondergrens_blijft_een_ondergrens():
    uit = zin([], doel(NEDERLAND, 2000, 2000), doel("Utrecht", 900, None))
    assert "(ten minste 900 plaatsen)" in uit
    assert "900 plaatsen te weinig" in uit


def test_onbekend_en_later():
    assert "onbekend" in zin([], doel("Utrecht", 1, 1), provincie="Limburg", vul_aan=False)
    uit = zin([], doel("Utrecht", 1, 1, peildatum="2060-01-01"))
    assert "geldt pas vanaf januari 2060, na dit tijdvak" in uit


def test_wat_ontbreekt_is_nooit_nul():
    # Aardam heeft een kwart van het doel: 25,25 plaatsen.
    omgeving = maak_omgeving(
        doelset=maak_doelset(doel("Utrecht", 101, 101), bestaand_telt_mee=False)
    )
    rijen = locaties(locatie("K1", 25, "2027-01-01"))
    uit = verloopzin(verloop(rijen, omgeving, None, "GM0001", vanaf=BEGIN))
    assert uit.startswith("Het doel van de gemeente Aardam (25 plaatsen)")
    assert "1 plaats te weinig" in uit


def test_voorbehouden_bij_bestaande_opvang(omgeving):
    rijen = locaties(locatie("K1", status="in gebruik"))
    zinnen = " ".join(voorbehouden(verloop(rijen, omgeving, "Utrecht", vanaf=BEGIN), omgeving))
    assert "Als gepland tellen kandidaten met een besluit." in zinnen
    assert "Van de 650 plaatsen bestaande opvang zijn er 250 geschat." in zinnen
    assert "geen einddatum bekend" in zinnen
    assert "Kamerstuk 19637-3516" in zinnen
    assert "telt hij twee keer" in zinnen
    assert "geldt al sinds januari 2026" in zinnen


def test_voorbehoud_als_doel_en_bestaande_opvang_niet_van_een_tijd_zijn(omgeving_echt):
    uitkomst = verloop(locaties(), omgeving_echt, "Zuid-Holland", vanaf=BEGIN)
    zinnen = " ".join(voorbehouden(uitkomst, omgeving_echt))
    assert "Het doel geldt per 31-12-2023" in zinnen
    assert "het doel alleen rol en gvl/satelliet" in zinnen
    assert "al sinds" not in zinnen


def test_voorbehouden_zonder_bestaande_opvang():
    omgeving = maak_omgeving(
        {"opgave.gepland_vanaf": "vergund"},
        doelset=maak_doelset(doel("Utrecht", 100, 100, peildatum="ooit"), bestaand_telt_mee=False),
    )
    zinnen = " ".join(voorbehouden(verloop(locaties(), omgeving, "Utrecht", vanaf=BEGIN), omgeving))
    assert "telt in deze doelset niet mee" in zinnen
    assert "ten minste vergund" in zinnen
    assert "geen datum bekend" in zinnen
    assert "einddatum" not in zinnen


@given(kandidaten=tijdlijnen(), laag=st.integers(0, 900), breed=st.integers(0, 300))
def test_de_zin_is_er_altijd_en_noemt_nooit_nan(kandidaten, laag, breed):
    omgeving = maak_omgeving(
        doelset=maak_doelset(doel("Utrecht", laag, laag + breed), bestaand_telt_mee=False)
    )
    uit = verloopzin(verloop(kandidaten, omgeving, "Utrecht", vanaf=BEGIN))
    assert uit.endswith(".")
    assert not {"nan", "onbekend", "None", "NaT"} & set(uit.replace(".", " ").split())
    assert " 0 plaatsen te weinig" not in uit


@pytest.mark.parametrize("provincie", [None, "Utrecht", "Zuid-Holland"])
def test_echte_doelen(omgeving_echt, provincie):
    uit = verloopzin(verloop(locaties(), omgeving_echt, provincie, vanaf=BEGIN))
    assert "doel van" in uit
