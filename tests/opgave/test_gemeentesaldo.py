import pandas as pd
import pytest

from locatieplanner.opgave.verdringing import verdringing
from locatieplanner.opgave.wisseling import Reden, Soort
from tests.omgeving import maak_omgeving
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix

# Ver genoeg uit elkaar om niet dezelfde plek te zijn, en in dezelfde gemeente.
HIER, DAAR = 102_000, 108_000


def _gemeente(*rijen, omgeving):
    oordeel = verdringing(plan(*rijen), omgeving, PEIL)
    return (
        [w for w in oordeel.waarschuwingen if w.soort is Soort.GEMEENTE],
        [geval for geval in oordeel.onbeoordeeld if geval.soort is Soort.GEMEENTE],
    )


def _erbij(id="NIEUW", x=DAAR, **anders):
    basis = {
        "aandeel_studenten": 1.0, "status": "besluit", "beschikbaar_van": "2030-01-01",
        "beschikbaar_tot": "2044-12-31",
    }  # fmt: skip
    return woning(id, x, **(basis | anders))


def test_een_groep_gaat_achteruit_terwijl_een_andere_vooruitgaat(omgeving):
    (waarschuwing,), gevallen = _gemeente(
        woning("OUD", HIER, capaciteit=100, beschikbaar_tot="2028-06-30"),
        _erbij(capaciteit=60),
        omgeving=omgeving,
    )
    assert gevallen == []
    assert (waarschuwing.sluit, waarschuwing.opent) == (("OUD",), ("NIEUW",))
    assert waarschuwing.verlies == (("statushouders", 100.0),)
    assert waarschuwing.winst == (("studenten", 60.0),)
    assert waarschuwing.plaatsen == 60
    # Vanaf het moment dat beide zo is, tot het nieuwe weer weg is.
    assert waarschuwing.eerste == waarschuwing.maand == pd.Period("2030-01", "M")
    assert waarschuwing.laatste == pd.Period("2044-12", "M")
    assert waarschuwing.onzeker_door == ()


def test_elke_gemeente_voor_zich(omgeving):
    waarschuwingen, _ = _gemeente(
        woning("OUD", HIER, beschikbaar_tot="2028-06-30"),
        _erbij(x=115_000),
        omgeving=omgeving,
    )
    assert waarschuwingen == []


def test_wat_er_tijdelijk_niet_is_telt_ook(omgeving):
    (waarschuwing,), _ = _gemeente(
        woning("OUD", HIER, capaciteit=50, beschikbaar_tot="2028-06-30"),
        _erbij("TERUG", HIER, capaciteit=50, aandeel_studenten=0.0, aandeel_statushouders=1.0,
               beschikbaar_van="2031-01-01", type="gemengd", beschikbaar_tot=None),
        _erbij(type="gemengd", beschikbaar_van="2027-01-01", beschikbaar_tot=None),
        omgeving=omgeving,
    )  # fmt: skip
    assert waarschuwing.eerste == pd.Period("2028-07", "M")
    assert waarschuwing.laatste == pd.Period("2030-12", "M")


def test_de_terugblik_neemt_mee_wat_kort_geleden_sloot(omgeving):
    rijen = (
        woning("OUD", HIER, status="gesloten", beschikbaar_tot="2026-03-31"),
        _erbij(),
    )
    (waarschuwing,), _ = _gemeente(*rijen, omgeving=omgeving)
    assert waarschuwing.sluit == ("OUD",)
    zonder = maak_omgeving({"flexwonen.terugblik_maanden": 0})
    assert _gemeente(*rijen, omgeving=zonder)[0] == []


def test_na_de_horizon_wordt_niet_gekeken():
    kort = maak_omgeving({"flexwonen.horizon_jaren": 3})
    waarschuwingen, _ = _gemeente(
        woning("OUD", HIER, beschikbaar_tot="2028-06-30"), _erbij(), omgeving=kort
    )
    assert waarschuwingen == []


@pytest.mark.parametrize(
    ("rijen", "redenen"),
    [
        (
            [zonder_mix("OUD", HIER, beschikbaar_tot="2028-06-30"), _erbij()],
            ((Reden.MIX, ("OUD",)),),
        ),
        ([woning("OUD", HIER), _erbij()], ((Reden.EINDE, ("OUD",)),)),
        (
            [
                woning("OUD", HIER, beschikbaar_tot="2028-06-30"),
                _erbij(beschikbaar_van=None),
            ],
            ((Reden.BEGIN, ("NIEUW",)),),
        ),
        ([woning("OUD", HIER, status="gesloten"), _erbij()], ((Reden.EINDE, ("OUD",)),)),
    ],
)
def test_wat_onbekend_is_en_ertoe_doet_is_niet_te_beoordelen(omgeving, rijen, redenen):
    waarschuwingen, (geval,) = _gemeente(*rijen, omgeving=omgeving)
    assert waarschuwingen == []
    assert geval.redenen == redenen


@pytest.mark.parametrize(
    "rijen",
    [
        # Er gaat niets weg, of er komt niets bij: dan kan er geen verdringing zijn.
        [zonder_mix("K1", HIER, type="gemengd"), _erbij(type="gemengd", beschikbaar_tot=None)],
        [zonder_mix("K1", HIER, beschikbaar_tot="2028-06-30")],
    ],
)
def test_een_onbekende_mix_die_er_niet_toe_doet_wordt_niet_genoemd(omgeving, rijen):
    assert _gemeente(*rijen, omgeving=omgeving) == ([], [])


def test_een_waarschuwing_noemt_wat_haar_kan_veranderen(omgeving):
    (waarschuwing,), (geval,) = _gemeente(
        woning("OUD", HIER, beschikbaar_tot="2028-06-30"),
        _erbij(),
        zonder_mix("VRAAG", 105_000, status="idee", beschikbaar_van="2029-01-01",
                   beschikbaar_tot="2039-12-31"),
        omgeving=omgeving,
    )  # fmt: skip
    assert waarschuwing.onzeker_door == ("VRAAG",)
    assert geval.redenen == ((Reden.MIX, ("VRAAG",)),)


def test_buiten_elke_gemeente_doet_niet_mee(omgeving):
    uitkomst = _gemeente(
        woning("OUD", 10_000, 600_000, beschikbaar_tot="2028-06-30"),
        _erbij(x=13_000, y=600_000),
        omgeving=omgeving,
    )
    assert uitkomst == ([], [])
