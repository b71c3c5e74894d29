from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.opslag.gebeurtenis import (
    BEGIN,
    OMKEERBAAR,
    Gebeurtenis,
    Soort,
    hash_van,
    ketenfouten,
)


def _keten(aantal):
    keten, vorige = [], BEGIN
    for nummer in range(1, aantal + 1):
        velden = (
            nummer,
            "2026-01-01T00:00:00+00:00",
            "ik",
            "Ik",
            Soort.GEWIJZIGD,
            '{"a":1}',
            "",
            None,
        )
        keten.append(Gebeurtenis(*velden, vorige, hash_van(*velden, vorige)))
        vorige = keten[-1].hash
    return keten


def test_een_hele_keten_heeft_geen_fouten():
    assert list(ketenfouten(_keten(5))) == []
    assert list(ketenfouten([])) == []
    assert _keten(1)[0].delta == {"a": 1}


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("tijd", "2026-01-02T00:00:00+00:00"),
        ("wie", "een ander"),
        ("naam", "Een ander"),
        ("soort", Soort.HERSTELD),
        ("inhoud", '{"a":2}'),
        ("waarom", "daarom"),
        ("doel", 1),
        ("hash", "f" * 64),
    ],
)
def test_elk_veld_telt_mee_in_de_afdruk(veld, waarde):
    keten = _keten(4)
    keten[1] = replace(keten[1], **{veld: waarde})
    assert "gebeurtenis 2 is veranderd nadat zij vastgelegd was" in list(ketenfouten(keten))
    assert {veld.name for veld in fields(Gebeurtenis)} > {veld}


@given(st.integers(2, 8), st.data())
def test_weghalen_ertussen_zetten_en_verwisselen_vallen_op(aantal, data):
    keten = _keten(aantal)
    plek = data.draw(st.integers(0, aantal - 2))
    assert list(ketenfouten(keten[:plek] + keten[plek + 1 :]))
    assert list(ketenfouten([*keten[: plek + 1], keten[plek], *keten[plek + 1 :]]))
    gewisseld = keten.copy()
    gewisseld[plek], gewisseld[plek + 1] = gewisseld[plek + 1], gewisseld[plek]
    assert list(ketenfouten(gewisseld))


def test_wie_een_afdruk_aanpast_breekt_de_volgende():
    keten = _keten(3)
    anders = replace(keten[0], waarom="stil veranderd")
    keten[0] = replace(anders, hash=anders.juiste_hash)
    assert list(ketenfouten(keten)) == ["gebeurtenis 2 sluit niet aan op de vorige"]


def test_een_opmerking_en_het_begin_zijn_niet_om_te_keren():
    assert OMKEERBAAR.isdisjoint(
        {Soort.GEMAAKT, Soort.GEKOPIEERD, Soort.INGELEZEN, Soort.OPMERKING, Soort.ONGEDAAN}
    )
