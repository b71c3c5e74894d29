import pandas as pd
import pytest

from locatieplanner.opgave.verdringing import verdringing
from locatieplanner.opgave.wisseling import Reden, Soort
from tests.omgeving import maak_omgeving
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix


def _op_de_plek(*rijen, omgeving):
    oordeel = verdringing(plan(*rijen), omgeving, PEIL)
    return (
        [w for w in oordeel.waarschuwingen if w.soort is Soort.PLEK],
        [geval for geval in oordeel.onbeoordeeld if geval.soort is Soort.PLEK],
    )


def _sluit(id="OUD", x=105_000, tot="2028-06-30", **anders):
    return woning(id, x, beschikbaar_tot=tot, **anders)


def _opent(id="NIEUW", x=105_000, van="2028-07-01", **anders):
    basis = {"aandeel_studenten": 1.0, "status": "besluit"}
    return woning(id, x, beschikbaar_van=van, **(basis | anders))


def test_statushouders_maken_plaats_voor_studenten(omgeving):
    (waarschuwing,), gevallen = _op_de_plek(
        _sluit(capaciteit=100), _opent(capaciteit=80), omgeving=omgeving
    )
    assert gevallen == []
    assert (waarschuwing.gemeentecode, waarschuwing.gemeente) == ("GM0001", "Aardam")
    assert (waarschuwing.sluit, waarschuwing.opent) == (("OUD",), ("NIEUW",))
    assert waarschuwing.verlies == (("statushouders", 100.0),)
    assert waarschuwing.winst == (("studenten", 80.0),)
    assert waarschuwing.plaatsen == 80
    assert waarschuwing.eerste == waarschuwing.laatste == pd.Period("2028-07", "M")
    assert waarschuwing.afstand_m == 0


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"x": 105_250}, True),
        ({"x": 105_251}, False),
        ({"van": "2029-07-01"}, True),
        ({"van": "2029-08-01"}, False),
        ({"van": "2027-07-01"}, True),
        ({"van": "2027-06-01"}, False),
    ],
)
def test_dezelfde_plek_is_een_afstand_en_een_tijd(omgeving, anders, verwacht):
    waarschuwingen, _ = _op_de_plek(_sluit(), _opent(**anders), omgeving=omgeving)
    assert bool(waarschuwingen) == verwacht


def test_afstand_en_tijd_zijn_instellingen():
    ruim = maak_omgeving({"flexwonen.plek_afstand_m": 1000, "flexwonen.plek_maanden": 24})
    waarschuwingen, _ = _op_de_plek(_sluit(), _opent(x=105_900, van="2030-06-01"), omgeving=ruim)
    assert waarschuwingen[0].afstand_m == 900


@pytest.mark.parametrize(
    "opent",
    [
        # Dezelfde groep, kleiner, en groter.
        [_opent(aandeel_studenten=0.0, aandeel_statushouders=1.0)],
        [_opent(aandeel_studenten=0.0, aandeel_statushouders=1.0, capaciteit=40)],
        [_opent(aandeel_studenten=0.5, aandeel_statushouders=0.5, capaciteit=200)],
        # In twee gebouwen ernaast komt iedereen terug.
        [
            _opent("N1", aandeel_studenten=0.0, aandeel_statushouders=1.0),
            _opent("N2", x=105_100),
        ],
        [],
    ],
)
def test_wie_terugkomt_is_niet_verdrongen(omgeving, opent):
    waarschuwingen, gevallen = _op_de_plek(_sluit(), *opent, omgeving=omgeving)
    assert (waarschuwingen, gevallen) == ([], [])


def test_een_tussengebouw_telt_weg_en_erbij(omgeving):
    (waarschuwing,), _ = _op_de_plek(
        _sluit(capaciteit=100),
        _opent("TUSSEN", capaciteit=100, beschikbaar_tot="2029-03-31"),
        _opent("NIEUW", van="2029-04-01", capaciteit=100, aandeel_studenten=0.0,
               aandeel_regulier=1.0),
        omgeving=omgeving,
    )  # fmt: skip
    assert waarschuwing.sluit == ("OUD", "TUSSEN")
    assert waarschuwing.opent == ("TUSSEN", "NIEUW")
    assert waarschuwing.verlies == (("statushouders", 100.0),)
    assert waarschuwing.winst == (("regulier", 100.0),)


def test_een_locatie_vervangt_zichzelf_niet(omgeving):
    kort = _sluit(tot="2027-06-30", beschikbaar_van="2027-01-01", status="besluit")
    assert _op_de_plek(kort, omgeving=omgeving) == ([], [])


def test_een_onbekende_mix_is_niet_te_beoordelen_en_nooit_stil_goed(omgeving):
    waarschuwingen, (geval,) = _op_de_plek(
        zonder_mix("OUD", beschikbaar_tot="2028-06-30"), _opent(), omgeving=omgeving
    )
    assert waarschuwingen == []
    assert geval.redenen == ((Reden.MIX, ("OUD",)),)
    assert geval.gemeente == "Aardam"


@pytest.mark.parametrize(
    ("rijen", "redenen"),
    [
        (
            [woning("OUD", status="gesloten"), _opent(beschikbaar_tot="2040-12-31")],
            ((Reden.EINDE, ("OUD",)),),
        ),
        (
            [_sluit(), _opent(van=None, beschikbaar_tot="2040-12-31")],
            ((Reden.BEGIN, ("NIEUW",)),),
        ),
    ],
)
def test_een_onbekende_datum_is_niet_te_beoordelen(omgeving, rijen, redenen):
    waarschuwingen, (geval,) = _op_de_plek(*rijen, omgeving=omgeving)
    assert waarschuwingen == []
    assert geval.redenen == redenen


def test_wat_lang_geleden_sloot_hoort_niet_bij_het_plan(omgeving):
    lang_geleden = {"status": "gesloten", "tot": "2025-05-31"}
    waarschuwingen, _ = _op_de_plek(
        _sluit(**lang_geleden), _opent(van="2026-02-01"), omgeving=omgeving
    )
    assert waarschuwingen == []
    kort_geleden = {"status": "gesloten", "tot": "2026-05-31"}
    waarschuwingen, _ = _op_de_plek(
        _sluit(**kort_geleden), _opent(van="2026-09-01"), omgeving=omgeving
    )
    assert len(waarschuwingen) == 1
