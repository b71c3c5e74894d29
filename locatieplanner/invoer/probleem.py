"""Problemen in een bestand: wat er is, waar, en hoe het te herstellen is."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

_WAARDE_TEKENS = 60


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
            delen.append(f"waarde '{self.waarde}'")
        waar = ", ".join(delen) or "het bestand"
        zin = f"{waar[0].upper()}{waar[1:]}: {self.wat}."
        return f"{zin} Herstel: {self.herstel}." if self.herstel else zin


def kort(waarde: object) -> str:
    """Geef een waarde als leesbare tekst van hoogstens 60 tekens; leeg als zij ontbreekt."""
    if waarde is None or waarde is pd.NA or waarde is pd.NaT or _is_nan(waarde):
        return ""
    tekst = " ".join("".join(t if t.isprintable() else " " for t in str(waarde)).split())
    return tekst if len(tekst) <= _WAARDE_TEKENS else f"{tekst[: _WAARDE_TEKENS - 1]}…"


def _is_nan(waarde: object) -> bool:
    return isinstance(waarde, float) and math.isnan(waarde)


def bestandsfout(wat: str, herstel: str, kolom: str | None = None) -> Probleem:
    """Maak een fout die voor het hele bestand geldt en het gebruik ervan blokkeert."""
    return Probleem(Ernst.FOUT, None, None, kolom, "", wat, herstel)


def bestandsmelding(wat: str, herstel: str = "", kolom: str | None = None) -> Probleem:
    """Maak een melding die voor het hele bestand geldt."""
    return Probleem(Ernst.MELDING, None, None, kolom, "", wat, herstel)


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
