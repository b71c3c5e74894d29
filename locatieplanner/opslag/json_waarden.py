"""Losse waarden uit JSON lezen: wat van een andere soort is, wordt geweigerd."""


def lees_tekst(waarde: object) -> str:
    """Geef tekst.

    Raises
    ------
    TypeError
        Als het iets anders is.
    """
    if not isinstance(waarde, str):
        raise TypeError(f"{waarde!r} is geen tekst")
    return waarde


def lees_ja_of_nee(waarde: object) -> bool:
    """Geef ja of nee.

    Raises
    ------
    TypeError
        Als het iets anders is.
    """
    if not isinstance(waarde, bool):
        raise TypeError(f"{waarde!r} is geen ja of nee")
    return waarde


def lees_geheel(waarde: object) -> int:
    """Geef een geheel getal.

    Raises
    ------
    TypeError
        Als het iets anders is.
    """
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        raise TypeError(f"{waarde!r} is geen geheel getal")
    return waarde


def lees_getal(waarde: object) -> float:
    """Geef een kommagetal.

    Raises
    ------
    TypeError
        Als het iets anders is.
    """
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        raise TypeError(f"{waarde!r} is geen getal")
    return float(waarde)


def getal_of_leeg(waarde: object) -> float | None:
    """Geef een kommagetal; None blijft None.

    Raises
    ------
    TypeError
        Als het iets anders is.
    """
    return None if waarde is None else lees_getal(waarde)
