import dataclasses

import pytest

from locatieplanner.beoordeling.omgeving import bouw_omgeving
from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.opgave.controle import tijdverschil, vergelijk_landelijk
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


def _zin(peildatum, telling="2025-06", onderdeel="rol"):
    omgeving = maak_omgeving(
        doelset=maak_doelset(doel("Utrecht", 300, 300, onderdeel, peildatum=peildatum))
    )
    par = omgeving.parameters
    oud = par["opgave.plaatsen_landelijk"]
    herkomst = dataclasses.replace(oud.herkomst, peildatum=telling)
    anders = dataclasses.replace(oud, herkomst=herkomst)
    parameters = dataclasses.replace(par, alle={**par.alle, oud.id: anders})
    return tijdverschil(dataclasses.replace(omgeving, parameters=parameters))


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
