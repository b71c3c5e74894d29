import pandas as pd
import pytest
from hypothesis import given

from locatieplanner.opgave.beschikbaarheid import beschikbaar, eindmaanden
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties, tijdlijnen

MAANDEN = pd.period_range(BEGIN, periods=36, freq="M")


def maanden_van(**anders):
    """De maanden waarin een kandidaat beschikbaar is, als tekst."""
    telt = beschikbaar(locaties(locatie("K1", **anders)), MAANDEN)[0]
    return [str(maand) for maand in MAANDEN[telt]]


@pytest.mark.parametrize(
    ("van", "eerste"),
    [("2027-07-01", "2027-07"), ("2027-07-02", "2027-08"), ("2027-06-30", "2027-07")],
)
def test_wie_op_de_eerste_begint_telt_die_maand(van, eerste):
    assert maanden_van(van=van)[0] == eerste


@pytest.mark.parametrize(
    ("tot", "laatste"),
    [("2028-06-30", "2028-06"), ("2028-07-01", "2028-07"), ("2028-07-31", "2028-07")],
)
def test_de_einddatum_is_de_laatste_dag(tot, laatste):
    assert maanden_van(van="2027-01-01", tot=tot)[-1] == laatste


def test_wie_op_elkaar_aansluit_volgt_elkaar_op_zonder_gat_of_dubbel():
    samen = beschikbaar(
        locaties(
            locatie("K1", van="2027-01-01", tot="2028-03-31"),
            locatie("K2", van="2028-04-01", tot="2029-12-31"),
        ),
        MAANDEN,
    )
    assert samen.sum(axis=0).tolist() == [1] * len(MAANDEN)


def test_zonder_begindatum_telt_alleen_wie_al_in_gebruik_is():
    assert maanden_van() == []
    assert maanden_van(tot="2028-01-31") == []
    assert len(maanden_van(status="in gebruik")) == len(MAANDEN)
    assert maanden_van(status="in gebruik", tot="2027-03-15") == ["2027-01", "2027-02", "2027-03"]
    # Een begindatum gaat voor de status.
    assert maanden_van(status="in gebruik", van="2029-11-01") == ["2029-11", "2029-12"]


def test_zonder_einddatum_loopt_het_door():
    assert maanden_van(van="2029-10-01") == ["2029-10", "2029-11", "2029-12"]


def test_binnen_een_maand_is_het_geen_enkele_eerste_dag():
    assert maanden_van(van="2027-07-10", tot="2027-07-20") == []
    assert maanden_van(van="2027-07-01", tot="2027-07-01") == ["2027-07"]


@given(kandidaten=tijdlijnen())
def test_beschikbaar_is_precies_de_eerste_dagen_tussen_van_en_tot(kandidaten):
    telt = beschikbaar(kandidaten, MAANDEN)
    assert telt.shape == (len(kandidaten), len(MAANDEN))
    for rij, kandidaat in enumerate(kandidaten.itertuples()):
        for plek, maand in enumerate(MAANDEN):
            dag = maand.start_time
            van, tot = kandidaat.beschikbaar_van, kandidaat.beschikbaar_tot
            begonnen = kandidaat.status == "in gebruik" if pd.isna(van) else van <= dag
            assert telt[rij, plek] == (begonnen and (pd.isna(tot) or dag <= tot))


@given(kandidaten=tijdlijnen())
def test_de_laatste_maand_is_die_van_de_einddatum(kandidaten):
    met = kandidaten[kandidaten["beschikbaar_tot"].notna()]
    maanden = pd.PeriodIndex(met["beschikbaar_tot"], freq="M")
    assert eindmaanden(met).tolist() == maanden.asi8.tolist()
