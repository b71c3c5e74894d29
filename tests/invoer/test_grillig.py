"""Wat er ook in een bestand staat: een `Invoer` of een `BestandFout`, nooit iets anders."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from tests.invoer.voorbeelden import SOORTEN

KLEIN = Bestandsgrenzen(bytes=1_000_000, uitgepakt_bytes=2_000_000, rijen=1_000, kolommen=50)
NAMEN = sorted(SOORTEN)
GEVULD = {naam: maak() for naam, maak in SOORTEN.items()}
KOPPEN = [
    "id", "naam", "x", "y", "lon", "lat", "wkt", "type", "capaciteit", "woningen", "van",
    "tot", "status", "toelichting", "aandeel_amv", "% ouderen", "eigenaar", "bsn", "adres",
    "naam", "", "zomaar",
]  # fmt: skip
CELLEN = [
    "", "155000", "463000", "4,9", "52.3", "rol", "azc", "120", "-5", "1.234", "1e400",
    "nan", "0,5", "50%", "1-5-2026", "2026-13-45", "K001", "=1+1", "POINT (155000 463000)",
    "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", "POINT EMPTY", "POINT (nan nan)",
    "99999999999999", "\u202e", "Infinity", "9" * 400, "1-1-0001", "31-12-9999", "inf",
    "0x10", "١٢٣",
]  # fmt: skip


def _lees(lees, inhoud: bytes, naam: str) -> None:
    try:
        gelezen = lees(inhoud, naam, grenzen=KLEIN)
    except BestandFout:
        return
    assert len(gelezen.kandidaten) <= gelezen.aantal_rijen
    assert not (gelezen.geblokkeerd and len(gelezen.kandidaten))
    rijen = [p.rij for p in gelezen.fouten if p.rij is not None]
    if not gelezen.geblokkeerd:
        assert len(gelezen.kandidaten) == gelezen.aantal_rijen - len(set(rijen))
    assert all(p.zin.isprintable() for p in gelezen.problemen)


@pytest.mark.parametrize("naam", NAMEN)
@given(inhoud=st.binary(max_size=300))
def test_willekeurige_bytes(naam, inhoud, lees):
    _lees(lees, inhoud, naam)


@pytest.mark.parametrize("naam", NAMEN)
@given(inhoud=st.binary(max_size=200))
def test_willekeurige_bytes_na_een_goed_begin(naam, inhoud, lees):
    _lees(lees, GEVULD[naam][:100] + inhoud, naam)


@pytest.mark.parametrize("naam", NAMEN)
@given(data=st.data())
def test_beschadigde_bestanden(naam, data, lees):
    inhoud = bytearray(GEVULD[naam])
    plaatsen = st.integers(0, len(inhoud) - 1)
    for plaats, waarde in data.draw(
        st.lists(st.tuples(plaatsen, st.integers(0, 255)), min_size=1, max_size=20)
    ):
        inhoud[plaats] = waarde
    einde = data.draw(st.one_of(st.none(), plaatsen))
    _lees(lees, bytes(inhoud[:einde]), naam)


@given(
    kop=st.lists(st.sampled_from(KOPPEN), min_size=1, max_size=12),
    rijen=st.lists(
        st.lists(st.one_of(st.sampled_from(CELLEN), st.text(max_size=8)), max_size=14), max_size=6
    ),
    teken=st.sampled_from([";", ",", "\t"]),
)
def test_grillige_tabellen(kop, rijen, teken, lees):
    regels = [teken.join(kop), *(teken.join(rij) for rij in rijen)]
    _lees(lees, "\n".join(regels).encode("utf-8", "replace"), "k.csv")


_JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
        st.sampled_from(["Point", "Polygon", "Feature", "FeatureCollection", "GeometryCollection"]),
    ),
    lambda kind: st.one_of(
        st.lists(kind, max_size=4),
        st.dictionaries(
            st.sampled_from(["type", "features", "geometry", "properties", "coordinates", "crs",
                             "id", "naam", "name", "capaciteit"]),
            kind,
            max_size=5,
        ),
    ),
    max_leaves=20,
)  # fmt: skip


@given(features=st.lists(_JSON, max_size=4), geometrie=_JSON, eigenschappen=_JSON, crs=_JSON)
def test_grillige_geojson(features, geometrie, eigenschappen, crs, lees):
    eigen = {"type": "Feature", "geometry": geometrie, "properties": eigenschappen}
    punt = {"type": "Point", "coordinates": features}
    document = {
        "type": "FeatureCollection",
        "features": [eigen, {**eigen, "geometry": punt}],
    }
    _lees(lees, json.dumps(document).encode(), "k.geojson")
    _lees(lees, json.dumps({**document, "crs": crs}).encode(), "k.geojson")
    _lees(lees, json.dumps({**document, "features": features}).encode(), "k.geojson")
