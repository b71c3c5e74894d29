import dataclasses

import pytest

from locatieplanner.beoordeling.omgeving import bouw_omgeving
from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.opgave.controle import boven_doel, tijdverschil, vergelijk_landelijk
from locatieplanner.opgave.stand import stand_per_provincie
from tests.omgeving import doel, maak_doelset, maak_omgeving


@pytest.mark.parametrize(
    ("doelset", "zin"),
    [
        ("opgave-2024-v1", "gepubliceerd 75.500; de provincies tellen op tot 75.499"),
        ("opgave-2024-v2", "gepubliceerd 77.100; de provincies tellen op tot 77.070"),
        ("spreidingswet-2024", "gepubliceerd 96.000; de provincies tellen op tot 96.002"),
        (
            "spreidingswet-2026",
            "gepubliceerd 88.000; de provincies tellen op tot 88.000 (10 van de 12 afgeleid)",
        ),
        (
            "uitvoeringsagenda-2020",
            "geen gepubliceerd landelijk totaal; de provincies tellen op tot 20.197 "
            "(10 van de 12 afgeleid)",
        ),
    ],
)
def test_echt_totaal_naast_de_som(lagen_echt, doelset, zin):
    omgeving = bouw_omgeving(lagen_echt, doelset)
    assert vergelijk_landelijk(omgeving.doelset, omgeving.doelen) == zin


def test_wat_onbekend_is_telt_niet_als_nul():
    omgeving = maak_omgeving(
        vul_aan=False,
        doelset=maak_doelset(doel(NEDERLAND, 2000, None), doel("Utrecht", 300, 500)),
    )
    assert vergelijk_landelijk(omgeving.doelset, omgeving.doelen) == (
        "gepubliceerd ten minste 2.000; 1 van de 12 provincies tellen op tot 400, "
        "van de andere is het doel onbekend"
    )
    leeg = maak_omgeving(doelset=maak_doelset())
    assert "van geen enkele provincie" in vergelijk_landelijk(leeg.doelset, leeg.doelen)


def _met_telling(omgeving, telling):
    """De omgeving met een andere datum bij de landelijke telling van de opvang."""
    par = omgeving.parameters
    oud = par["opgave.plaatsen_landelijk"]
    herkomst = dataclasses.replace(oud.herkomst, peildatum=telling)
    anders = dataclasses.replace(oud, herkomst=herkomst)
    parameters = dataclasses.replace(par, alle={**par.alle, oud.id: anders})
    return dataclasses.replace(omgeving, parameters=parameters)


def _zin(peildatum, telling="2025-06", onderdeel="rol"):
    omgeving = maak_omgeving(
        doelset=maak_doelset(doel("Utrecht", 300, 300, onderdeel, peildatum=peildatum))
    )
    return tijdverschil(_met_telling(omgeving, telling))


def test_meer_dan_een_jaar_ertussen_wordt_gezegd():
    assert _zin("2023-12-31") == (
        "Het doel geldt per 31-12-2023; de bestaande opvang is van juni 2025 en telt alle "
        "soorten opvang, het doel alleen rol."
    )
    assert _zin("2027-07-01", onderdeel="totaal") == (
        "Het doel geldt per 1-7-2027; de bestaande opvang is van juni 2025 en telt alle soorten "
        "opvang."
    )


@pytest.mark.parametrize(
    ("peildatum", "telling"),
    [
        ("2025-01-01", "2025-06"),
        ("2026-06-15", "2025-06"),
        ("2024", "2025-06"),
        ("2020-01-01", ""),
        ("", "2025-06"),
        ("2020-99", "2025-06"),
    ],
)
def test_dichtbij_of_onbekend_zegt_niets(peildatum, telling):
    assert _zin(peildatum, telling) is None


def test_echte_uitvoeringsagenda(omgeving_echt):
    assert tijdverschil(omgeving_echt, "Zuid-Holland") == (
        "Het doel geldt per 31-12-2023; de bestaande opvang is van juni 2025 en telt alle "
        "soorten opvang, het doel alleen rol en gvl/satelliet."
    )
    assert "30-9-2022 en 31-12-2023" in tijdverschil(omgeving_echt)


def test_de_som_in_de_tekst_van_de_uitvoeringsagenda_klopt(omgeving_echt):
    uitleg = omgeving_echt.doelset.uitleg
    assert round(omgeving_echt.doelen["midden"].sum()) == 20_197
    assert "20.197" in uitleg
    assert "31.000" in uitleg


def test_meer_dan_een_oud_doel_is_niet_hetzelfde_als_genoeg(omgeving_echt):
    stand = stand_per_provincie(omgeving_echt, None)
    assert boven_doel(stand, omgeving_echt) == (
        "Volgens deze doelset heeft elke provincie meer plaatsen dan het doel. Dat doel is ouder "
        "dan de telling van de opvang (juni 2025): dit zegt dus niet dat er genoeg opvang is. Kies "
        "een latere doelset voor de opgave van nu."
    )
    assert "heeft Utrecht meer plaatsen" in boven_doel(stand, omgeving_echt, "Utrecht")


@pytest.mark.parametrize("doelset", ["spreidingswet-2024", "spreidingswet-2026"])
def test_een_doel_dat_niet_gehaald_is_of_nog_komt_zegt_niets(lagen_echt, doelset):
    omgeving = bouw_omgeving(lagen_echt, doelset)
    assert boven_doel(stand_per_provincie(omgeving, None), omgeving) is None


@pytest.mark.parametrize(
    ("plaatsen", "peildatum", "verwacht"),
    [(10, "2023-12-31", True), (10, "2027-07-01", False), (9_999, "2023-12-31", False)],
)
def test_alleen_een_gehaald_doel_van_voor_de_telling(plaatsen, peildatum, verwacht):
    doelset = maak_doelset(doel("Utrecht", plaatsen, plaatsen, peildatum=peildatum))
    omgeving = _met_telling(maak_omgeving(doelset=doelset), "2025-06")
    stand = stand_per_provincie(omgeving, None)
    assert (boven_doel(stand, omgeving, "Utrecht") is not None) == verwacht
