"""Getallen zoals een Nederlandse lezer ze schrijft: 1.234,5 · 12 % · onbekend."""

import math

ONBEKEND = "onbekend"


def getal(waarde: float | None, decimalen: int = 0) -> str:
    """Schrijf een getal met punt voor duizendtallen en komma voor decimalen.

    >>> getal(1234.5, 1)
    '1.234,5'
    >>> getal(float("nan"))
    'onbekend'
    """
    if waarde is None or math.isnan(waarde):
        return ONBEKEND
    if math.isinf(waarde):
        return "oneindig" if waarde > 0 else "−oneindig"
    tekst = f"{waarde:,.{decimalen}f}"
    if float(tekst.replace(",", "")) == 0:
        tekst = tekst.removeprefix("-")
    return tekst.translate(str.maketrans(",.", ".,"))


def procent(aandeel: float | None, decimalen: int = 0) -> str:
    """Schrijf een aandeel (0–1) als percentage.

    >>> procent(0.125, 1)
    '12,5 %'
    """
    if aandeel is None or math.isnan(aandeel):
        return ONBEKEND
    return f"{getal(100 * aandeel, decimalen)} %"


def bandbreedte(laag: float | None, hoog: float | None) -> str:
    """Schrijf een bandbreedte; één getal als de grenzen na afronding gelijk zijn.

    >>> bandbreedte(2450, 2700)
    '2.450–2.700'
    """
    onder, boven = getal(laag), getal(hoog)
    return onder if onder == boven else f"{onder}–{boven}"


def afstand(meters: float | None) -> str:
    """Schrijf een afstand in meters of, vanaf een kilometer, in kilometers.

    >>> afstand(1234)
    '1,2 km'
    """
    if meters is None or math.isnan(meters):
        return ONBEKEND
    return f"{getal(meters / 1000, 1)} km" if round(meters) >= 1000 else f"{getal(meters)} m"
