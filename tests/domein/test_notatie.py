import math

import pytest

from locatieplanner.domein.notatie import (
    afstand,
    bandbreedte,
    datum,
    getal,
    kort_getal,
    opsomming,
    procent,
)


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (0, 0, "0"),
        (1234.5, 1, "1.234,5"),
        (1_234_567, 0, "1.234.567"),
        (-0.04, 1, "0,0"),
        (-1234.5, 1, "-1.234,5"),
        (math.nan, 2, "onbekend"),
        (None, 0, "onbekend"),
        (math.inf, 1, "oneindig"),
        (-math.inf, 1, "−oneindig"),
    ],
)
def test_getal(waarde, decimalen, tekst):
    assert getal(waarde, decimalen) == tekst


@pytest.mark.parametrize(
    ("aandeel", "decimalen", "tekst"),
    [(0.125, 1, "12,5 %"), (1, 0, "100 %"), (0, 0, "0 %"), (None, 0, "onbekend")],
)
def test_procent(aandeel, decimalen, tekst):
    assert procent(aandeel, decimalen) == tekst


@pytest.mark.parametrize(
    ("laag", "hoog", "tekst"),
    [
        (2450, 2700, "2.450–2.700"),
        (100, 100.4, "100"),
        (None, None, "onbekend"),
        (13_000, None, "ten minste 13.000"),
        (13_000, math.nan, "ten minste 13.000"),
        (math.nan, 500, "ten hoogste 500"),
    ],
)
def test_bandbreedte(laag, hoog, tekst):
    assert bandbreedte(laag, hoog) == tekst


@pytest.mark.parametrize(
    ("meters", "tekst"),
    [
        (0, "0 m"),
        (999.4, "999 m"),
        (999.6, "1,0 km"),
        (1234, "1,2 km"),
        (123_456, "123,5 km"),
        (math.nan, "onbekend"),
        (None, "onbekend"),
    ],
)
def test_afstand(meters, tekst):
    assert afstand(meters) == tekst


@pytest.mark.parametrize(
    ("iso", "tekst"),
    [
        ("2023-12-31", "31-12-2023"),
        ("2025-06", "juni 2025"),
        ("2023", "2023"),
        ("2023-13", "2023-13"),
        ("", ""),
    ],
)
def test_datum(iso, tekst):
    assert datum(iso) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (40.0, "40"),
        (12.5, "12,5"),
        (-1, "-1"),
        (0.15, "0,15"),
        (1 / 3, "0,3333"),
        (math.nan, "onbekend"),
        (math.inf, "oneindig"),
    ],
)
def test_kort_getal(waarde, tekst):
    assert kort_getal(waarde) == tekst


def test_opsomming():
    assert [opsomming(list(woorden)) for woorden in ("", "a", "ab", "abc")] == [
        "", "a", "a en b", "a, b en c"
    ]  # fmt: skip
