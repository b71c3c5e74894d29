"""Getallen zoals een Nederlandse lezer ze schrijft: 1.234,5 · 12 % · onbekend."""

import math
import re
from collections.abc import Sequence

ONBEKEND = "onbekend"

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DATUM = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?")


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


def kort_getal(waarde: float | None, hoogstens: int = 4) -> str:
    """Schrijf een getal met zo weinig decimalen als het zonder verlies kan.

    >>> kort_getal(12.5)
    '12,5'
    >>> kort_getal(40)
    '40'
    """
    if waarde is None or not math.isfinite(waarde):
        return getal(waarde)
    decimalen = (d for d in range(hoogstens) if round(waarde, d) == waarde)
    return getal(waarde, next(decimalen, hoogstens))


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
    >>> bandbreedte(13000, None)
    'ten minste 13.000'
    """
    onder, boven = getal(laag), getal(hoog)
    if onder == boven:
        return onder
    if boven == ONBEKEND:
        return f"ten minste {onder}"
    return f"ten hoogste {boven}" if onder == ONBEKEND else f"{onder}–{boven}"


def datum(iso: str) -> str:
    """Schrijf een ISO-datum op zijn Nederlands; wat geen datum is blijft zoals het is.

    >>> datum("2023-12-31")
    '31-12-2023'
    >>> datum("2025-06")
    'juni 2025'
    """
    deel = _DATUM.fullmatch(iso)
    if deel is None:
        return iso
    jaar, maand, dag = deel.groups()
    return f"{int(dag)}-{int(maand)}-{jaar}" if dag else f"{_MAANDEN[int(maand) - 1]} {jaar}"


def afstand(meters: float | None) -> str:
    """Schrijf een afstand in meters of, vanaf een kilometer, in kilometers.

    >>> afstand(1234)
    '1,2 km'
    """
    if meters is None or math.isnan(meters):
        return ONBEKEND
    return f"{getal(meters / 1000, 1)} km" if round(meters) >= 1000 else f"{getal(meters)} m"


def opsomming(woorden: Sequence[str]) -> str:
    """Rijg woorden aaneen met komma's, en met 'en' voor het laatste.

    >>> opsomming(["a", "b", "c"])
    'a, b en c'
    """
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"
