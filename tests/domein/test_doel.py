import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.doel import Bandbreedte, onderdeelnaam, tellende_doelen
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from tests.omgeving import DOELSET, doel, maak_doelset


@pytest.mark.parametrize(
    ("minimum", "maximum", "verwacht"),
    [
        (100, 300, (100, 200, 300)),
        (13_000, None, (13_000, 13_000, None)),
        (None, 500, (None, 500, 500)),
        (0, 0, (0, 0, 0)),
        (0, 10, (0, 5, 10)),
        (None, None, (None, None, None)),
    ],
)
def test_grenzen_en_midden(minimum, maximum, verwacht):
    band = Bandbreedte(minimum, maximum)
    assert (band.laag, band.midden, band.hoog) == verwacht
    assert band.bekend == (verwacht[1] is not None)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_het_midden_ligt_tussen_de_grenzen(a, b):
    band = Bandbreedte(min(a, b), max(a, b))
    assert band.laag <= band.midden <= band.hoog


@pytest.mark.parametrize(
    ("onderdeel", "naam"),
    [
        ("rol", "rol"),
        ("gvl_satelliet", "gvl/satelliet"),
        ("waarvan_amv", "waarvan amv"),
        ("korte_termijn", "korte termijn"),
    ],
)
def test_onderdeelnaam(onderdeel, naam):
    assert onderdeelnaam(onderdeel) == naam


def test_het_laatste_bekende_totaal_gaat_voor_de_onderdelen():
    oud, nieuw = (doel("Utrecht", n, n, peildatum=f"202{n}-01-01") for n in (1, 4))
    leeg = doel("Utrecht", None, None, peildatum="2029-01-01")
    rol = doel("Utrecht", 9, 9, "rol", peildatum="2029-01-01")
    assert tellende_doelen([oud, leeg, nieuw, rol]) == [nieuw]
    assert tellende_doelen([leeg, rol]) == [rol]
    assert tellende_doelen([doel("Utrecht", 1, 1, "korte_termijn")]) == []


def test_eigen_rijen_vervangen_alle_rijen_van_hun_provincie():
    eigen = doel("Utrecht", 500, 500)
    nieuw = DOELSET.met_doelen([eigen])
    assert nieuw.van("Utrecht") == (eigen,)
    assert nieuw.van("Gelderland") == DOELSET.van("Gelderland")
    assert nieuw.eigen_provincies == ("Utrecht",)
    assert nieuw.origineel is DOELSET
    assert nieuw.naam == "Proefdoelen, met eigen getallen voor 1 provincie"
    assert nieuw.uitleg == (
        "Met eigen getallen voor Utrecht. Over de ingebouwde getallen: Om te toetsen."
    )


def test_dezelfde_rijen_zijn_niet_eigen_ook_niet_in_een_andere_volgorde():
    assert DOELSET.met_doelen(DOELSET.doelen) is DOELSET
    assert DOELSET.met_doelen(reversed(DOELSET.van("Utrecht"))) is DOELSET
    assert DOELSET.met_doelen([]) is DOELSET


def test_opnieuw_eigen_rijen_geven_begint_bij_het_origineel():
    eerst = DOELSET.met_doelen([doel("Utrecht", 1, 1)])
    daarna = eerst.met_doelen([doel("Limburg", 2, 2), doel(NEDERLAND, 3, 3)])
    assert daarna.van("Utrecht") == DOELSET.van("Utrecht")
    assert daarna.naam == "Proefdoelen, met eigen getallen voor 1 provincie en heel Nederland"
    assert daarna.landelijk.plaatsen.midden == 3
    assert daarna.met_doelen([]) is DOELSET


_ONDERDELEN = st.sampled_from(["totaal", "rol", "gvl_satelliet", "waarvan_amv"])
_DOELEN = st.lists(
    st.builds(
        doel,
        st.sampled_from([*PROVINCIES, NEDERLAND]),
        st.integers(0, 99),
        st.integers(100, 200),
        _ONDERDELEN,
    ),
    max_size=30,
)


@given(_DOELEN, _DOELEN)
def test_van_elke_provincie_gelden_of_de_eigen_of_de_ingebouwde_rijen(ingebouwd, eigen):
    basis = maak_doelset(*ingebouwd)
    nieuw = basis.met_doelen(eigen)
    genoemd = {d.provincie for d in eigen}
    for provincie in (*PROVINCIES, NEDERLAND):
        bron = eigen if provincie in genoemd else ingebouwd
        assert set(nieuw.van(provincie)) == {d for d in bron if d.provincie == provincie}
        assert (provincie in nieuw.eigen_provincies) == (
            set(nieuw.van(provincie)) != set(basis.van(provincie))
        )
    assert basis.doelen == tuple(ingebouwd)
    assert nieuw.origineel is basis
