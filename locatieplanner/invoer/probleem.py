"""Problemen in een bestand: wat er is, waar, en hoe het te herstellen is."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from locatieplanner.domein.notatie import getal

_WAARDE_TEKENS = 60
_BEKEKEN_TEKENS = 1_000
_GROOT = 1e12

NIET_GETOOND = "(niet getoond)"
"""Wat er staat in plaats van een waarde die niet verder mag komen dan het bestand."""

LIGGING = "ligging"
"""Hoe de plaats van een kandidaat heet als er geen kolom voor aan te wijzen is."""


class Ernst(StrEnum):
    """Of een probleem een rij onbruikbaar maakt, of alleen gemeld wordt."""

    FOUT = "fout"
    MELDING = "melding"


@dataclass(frozen=True)
class Probleem:
    """Eén probleem, bedoeld om zo te tonen.

    Parameters
    ----------
    ernst : Ernst
        FOUT maakt de rij (of zonder rij: het bestand) onbruikbaar; MELDING niet.
    rij : int or None
        Rijnummer zoals de gebruiker het ziet: in CSV en Excel telt de kop mee, in een
        geobestand is het eerste object 1. None als het om het hele bestand gaat.
    id : str or None
        Id van de kandidaat, als dat bekend is.
    kolom : str or None
        Kolom waar het om gaat, met de naam uit het bestand.
    waarde : str
        De waarde uit het bestand; leeg als die er niet is of niet getoond mag worden.
    wat : str
        Wat er aan de hand is, zonder punt aan het eind.
    herstel : str
        Wat de gebruiker kan doen, zonder punt aan het eind; leeg als er niets te doen is.
    """

    ernst: Ernst
    rij: int | None
    id: str | None
    kolom: str | None
    waarde: str
    wat: str
    herstel: str

    @property
    def zin(self) -> str:
        """Het probleem in één regel: waar, wat en hoe te herstellen."""
        delen = []
        if self.rij is not None:
            delen.append(f"rij {self.rij}")
        if self.kolom is not None:
            delen.append(f"kolom {self.kolom}")
        if self.waarde:
            getoond = self.waarde if self.waarde == NIET_GETOOND else f"'{self.waarde}'"
            delen.append(f"waarde {getoond}")
        waar = ", ".join(delen) or "het bestand"
        zin = _met_punt(f"{waar[0].upper()}{waar[1:]}: {self.wat}")
        return _met_punt(f"{zin} Herstel: {self.herstel}") if self.herstel else zin


def _met_punt(zin: str) -> str:
    return zin if zin.endswith(("?", "!")) else f"{zin}."


def kort(waarde: object) -> str:
    """Geef een waarde als leesbare tekst van hoogstens 60 tekens; leeg als zij ontbreekt."""
    if waarde is None or waarde is pd.NA or waarde is pd.NaT or _is_nan(waarde):
        return ""
    if isinstance(waarde, float):
        return _kommagetal(waarde)
    # Van een cel van een miljoen tekens telt hier alleen het begin.
    begin = str(waarde)[:_BEKEKEN_TEKENS]
    tekst = " ".join("".join(t if t.isprintable() else " " for t in begin).split())
    return tekst if len(tekst) <= _WAARDE_TEKENS else f"{tekst[: _WAARDE_TEKENS - 1]}…"


def _kommagetal(waarde: float) -> str:
    if math.isinf(waarde) or abs(waarde) >= _GROOT:
        return f"{waarde:g}"
    _, _, decimalen = f"{waarde:.6f}".rstrip("0").partition(".")
    return getal(waarde, len(decimalen))


def _is_nan(waarde: object) -> bool:
    return isinstance(waarde, float) and math.isnan(waarde)


def bestandsfout(wat: str, herstel: str, kolom: str | None = None) -> Probleem:
    """Maak een fout die voor het hele bestand geldt en het gebruik ervan blokkeert."""
    return Probleem(Ernst.FOUT, None, None, kolom, "", wat, herstel)


def bestandsmelding(wat: str, herstel: str = "", kolom: str | None = None) -> Probleem:
    """Maak een melding die voor het hele bestand geldt."""
    return Probleem(Ernst.MELDING, None, None, kolom, "", wat, herstel)


def verberg_geheim(problemen: Iterable[Probleem]) -> list[Probleem]:
    """Toon een waarde die niet verder mag komen ook niet bij een ander probleem in die cel."""
    vast = list(problemen)
    geheim = {(p.rij, p.kolom) for p in vast if p.waarde == NIET_GETOOND}
    return [
        replace(p, waarde=NIET_GETOOND) if p.waarde and (p.rij, p.kolom) in geheim else p
        for p in vast
    ]


def per_rij(
    masker: pd.Series,
    kolom: str | None,
    waarden: pd.Series | None,
    wat: str | Callable[[int], str],
    herstel: str | Callable[[int], str],
    ernst: Ernst = Ernst.FOUT,
) -> list[Probleem]:
    """Maak een probleem voor elke rij waar het masker waar is.

    Parameters
    ----------
    masker : Series of bool
        Index: rijnummers.
    kolom : str or None
        Naam van de kolom in het bestand.
    waarden : Series or None
        Waarden op dezelfde index; None als er geen waarde te tonen is.
    wat, herstel : str or callable
        Tekst, of een functie die bij een rijnummer de tekst geeft.
    ernst : Ernst, optional
        Standaard FOUT.
    """
    rijen = masker.index[masker.to_numpy(dtype=bool)]
    getoond = [""] * len(rijen) if waarden is None else [kort(w) for w in waarden.loc[rijen]]
    return [
        Probleem(
            ernst,
            int(rij),
            None,
            kolom,
            waarde,
            wat(int(rij)) if callable(wat) else wat,
            herstel(int(rij)) if callable(herstel) else herstel,
        )
        for rij, waarde in zip(rijen, getoond, strict=True)
    ]
