"""Tekens op een kaart: de vorm zegt het type van een kandidaat, de grootte haar capaciteit."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Vorm:
    """Een vorm op de kaart en de locatietypen die haar dragen."""

    naam: str
    label: str
    typen: tuple[str, ...]


VORMEN = (
    Vorm("cirkel", "opvang (gvl, satelliet, rol, azc, aanvullend)",
         ("gvl", "satelliet", "rol", "azc", "aanvullend")),
    Vorm("driehoek", "jongerenopvang (amv)", ("amv",)),
    Vorm("ruit", "noodopvang", ("noodopvang",)),
    Vorm("vierkant", "wonen (doorstroom, flexwonen, gemengd)",
         ("doorstroom", "flexwonen", "gemengd")),
    Vorm("zeshoek", "ander type", ()),
)  # fmt: skip
"""De vormen; de laatste is voor een type dat hier niet genoemd is."""


@dataclass(frozen=True)
class Grootte:
    """Een grootte op de kaart: tot welke capaciteit, en de straal in beeldpunten."""

    label: str
    onder: float
    straal: float


# De banden van kleinschaligheid, met de twee kleinste samen: meer dan vier
# groottes zijn op een kaart niet uit elkaar te houden.
GROOTTES = (
    Grootte("minder dan 100", 100, 4.5),
    Grootte("100 tot 300", 300, 6.5),
    Grootte("300 tot 600", 600, 8.5),
    Grootte("600 en meer", np.inf, 11.0),
)


def vorm_van(typen: Iterable[str]) -> NDArray[np.int8]:
    """Geef per typecode het nummer van zijn vorm in `VORMEN`."""
    nummers = {type_: nummer for nummer, vorm in enumerate(VORMEN) for type_ in vorm.typen}
    rest = len(VORMEN) - 1
    return np.array([nummers.get(type_, rest) for type_ in typen], dtype=np.int8)


def grootte_van(capaciteiten: ArrayLike) -> NDArray[np.int8]:
    """Geef per capaciteit (personen) het nummer in `GROOTTES`; onbekend is de kleinste."""
    getallen = np.nan_to_num(np.asarray(capaciteiten, dtype=np.float64), nan=0.0)
    return np.digitize(getallen, [g.onder for g in GROOTTES[:-1]]).astype(np.int8)
