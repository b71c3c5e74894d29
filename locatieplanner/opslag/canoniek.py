"""Canonieke JSON: dezelfde gegevens geven dezelfde tekst, en dus dezelfde afdruk."""

import hashlib
import json
from typing import Any, NoReturn

Json = dict[str, Any]
"""Een object in JSON, met als waarden null, ja of nee, getallen, tekst, lijsten en objecten."""


def canoniek(waarde: object) -> str:
    """Schrijf JSON met gesorteerde namen en zonder witruimte.

    Raises
    ------
    ValueError
        Als er iets in staat wat JSON niet kent, zoals oneindig.
    """
    return json.dumps(
        waarde, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def lees(tekst: str) -> Any:  # noqa: ANN401 - JSON kent geen engere soort
    """Lees JSON; wat buiten de standaard valt (``NaN``) wordt geweigerd.

    Raises
    ------
    ValueError
        Als de tekst geen JSON is.
    """
    try:
        return json.loads(tekst, parse_constant=_geen_getal)
    except RecursionError:
        raise ValueError("te diep genest") from None


def afdruk(tekst: str | bytes) -> str:
    """Geef de sha256 van een tekst (UTF-8) of van bytes, in 64 tekens."""
    ruw = tekst.encode("utf-8") if isinstance(tekst, str) else tekst
    return hashlib.sha256(ruw).hexdigest()


def _geen_getal(naam: str) -> NoReturn:
    raise ValueError(f"{naam} is geen getal")
