"""Getallen lezen zoals mensen ze schrijven: 1.234 · 155.000,50 · 52,3702 · 52.3702 · 40 %."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from locatieplanner.invoer.tabel import Schrijfwijze
from locatieplanner.invoer.teksten import als_tekst, is_leeg


class Maat(StrEnum):
    """Wat een kolom meet; dat beslist wat "1.234" betekent."""

    GEHEEL = "geheel"
    PLAATSEN = "plaatsen"
    METERS = "meters"
    GRADEN = "graden"
    AANDEEL = "aandeel"


@dataclass(frozen=True)
class Getallen:
    """Gelezen getallen, met wat er niet mee lukte.

    Parameters
    ----------
    waarden : Series of float
        NaN waar niets stond of niets te lezen was.
    onleesbaar : Series of bool
        Er staat iets, maar het is geen getal.
    dubbelzinnig : Series of bool
        Er zijn twee lezingen die allebei kunnen; de waarde is dan NaN.
    aangenomen : Series of bool
        De punt of komma is als scheiding van duizendtallen gelezen tegen de rest van het
        bestand in.
    """

    waarden: pd.Series
    onleesbaar: pd.Series
    dubbelzinnig: pd.Series
    aangenomen: pd.Series


_GETAL = r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$"
_DUIZENDTALLEN = r"^[+-]?\d{1,3}(?:[.,]\d{3})+$"
_EEN_GROEP = r"^[+-]?[1-9]\d{0,2}[.,]\d{3}$"
_BEIDE = r"^[+-]?\d{1,3}(?:\.\d{3})*,\d*$|^[+-]?\d{1,3}(?:,\d{3})*\.\d*$"


def _kale_tekst(waarden: pd.Series) -> pd.Series:
    tekst = als_tekst(waarden).str.replace("−", "-", regex=False)
    # Spaties en apostrofs scheiden duizendtallen: 155 000,50.
    return tekst.str.replace(r"^([+-]?\d{1,3})[ '’](\d{3})(\D|$)", r"\1\2\3", regex=True)


def schrijfwijze(kolommen: list[pd.Series], vermoeden: Schrijfwijze | None) -> Schrijfwijze | None:
    """Leid uit getallen die maar op één manier te lezen zijn af hoe decimalen geschreven zijn.

    Parameters
    ----------
    kolommen : list of Series
        De kolommen met getallen.
    vermoeden : Schrijfwijze or None
        Wat geldt als de getallen zelf niets zeggen, bijvoorbeeld door het scheidingsteken.

    Returns
    -------
    Schrijfwijze or None
        None als beide voorkomen of er niets over te zeggen is.
    """
    komma = punt = False
    for kolom in kolommen:
        if pd.api.types.is_numeric_dtype(kolom.dtype):
            continue
        tekst = _kale_tekst(kolom)
        eenduidig = ~tekst.str.contains(_EEN_GROEP, regex=True)
        komma |= bool((tekst.str.contains(r"^[+-]?[\d.]*,\d+ ?%?$", regex=True) & eenduidig).any())
        punt |= bool((tekst.str.contains(r"^[+-]?[\d,]*\.\d+ ?%?$", regex=True) & eenduidig).any())
    if komma and punt:
        return None
    if komma:
        return Schrijfwijze.KOMMA
    return Schrijfwijze.PUNT if punt else vermoeden


def lees_getallen(waarden: pd.Series, maat: Maat, wijze: Schrijfwijze | None) -> Getallen:
    """Lees een kolom met getallen.

    Staat er één punt of komma met precies drie cijfers erachter, dan beslist de maat: graden en
    aandelen hebben geen duizendtallen, meters van het RD-stelsel en plaatsen van een provincie
    altijd; bij andere hele aantallen beslist de schrijfwijze van het bestand.

    Parameters
    ----------
    waarden : Series
        Getallen of tekst.
    maat : Maat
        Wat de kolom meet.
    wijze : Schrijfwijze or None
        Hoe het bestand decimalen schrijft.
    """
    nee = pd.Series(False, index=waarden.index)
    if pd.api.types.is_numeric_dtype(waarden.dtype) and waarden.dtype != bool:
        getallen = waarden.astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)
        reeks = pd.Series(getallen, index=waarden.index)
        oneindig = pd.Series(np.isinf(getallen), index=waarden.index)
        return Getallen(reeks.mask(oneindig), oneindig, nee, nee)

    tekst = _kale_tekst(waarden)
    if maat is Maat.AANDEEL:
        tekst = tekst.str.replace(r" ?%$", "", regex=True)
    leeg = is_leeg(tekst)
    if tekst[~leeg].str.contains(r"^[+-]?\d+$", regex=True).all():
        reeks = pd.to_numeric(tekst.where(~leeg), errors="coerce").astype("float64")
        return Getallen(reeks, reeks.isna() & ~leeg, nee, nee)

    een_groep = tekst.str.contains(_EEN_GROEP, regex=True)
    teken_komma = tekst.str.contains(",", regex=False)
    teken_punt = tekst.str.contains(".", regex=False)
    meer_groepen = (
        tekst.str.contains(_DUIZENDTALLEN, regex=True) & ~een_groep & ~(teken_komma & teken_punt)
    )
    # "0,333" heeft de vorm van duizendtallen, maar geen duizendtal begint met nul.
    meer_groepen &= ~tekst.str.contains(r"^[+-]?0", regex=True)

    duizend, dubbelzinnig, aangenomen = _een_groep(tekst, een_groep, teken_komma, maat, wijze)
    duizend |= meer_groepen

    beide = teken_komma & teken_punt
    beide_goed = tekst.str.contains(_BEIDE, regex=True)
    komma_decimaal = tekst.str.rfind(",") > tekst.str.rfind(".")
    zonder_punt = tekst.str.replace(".", "", regex=False)
    zonder_komma = tekst.str.replace(",", "", regex=False)
    met_punt = tekst.str.replace(",", ".", regex=False)

    schoon = met_punt.mask(beide & komma_decimaal, zonder_punt.str.replace(",", ".", regex=False))
    schoon = schoon.mask(beide & ~komma_decimaal, zonder_komma)
    schoon = schoon.mask(duizend, zonder_punt.str.replace(",", "", regex=False))
    leesbaar = schoon.str.contains(_GETAL, regex=True) & (~beide | beide_goed) & ~dubbelzinnig
    reeks = pd.to_numeric(schoon.where(leesbaar & ~leeg), errors="coerce").astype("float64")
    reeks = reeks.mask(np.isinf(reeks))
    onleesbaar = reeks.isna() & ~leeg & ~dubbelzinnig
    return Getallen(reeks, onleesbaar, dubbelzinnig, aangenomen & reeks.notna())


def _een_groep(
    tekst: pd.Series,
    een_groep: pd.Series,
    teken_komma: pd.Series,
    maat: Maat,
    wijze: Schrijfwijze | None,
) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Beslis over "1.234" en "1,234": (duizendtal, dubbelzinnig, aangenomen)."""
    nee = pd.Series(False, index=tekst.index)
    if maat in (Maat.GRADEN, Maat.AANDEEL):
        return nee, nee, nee
    if maat in (Maat.METERS, Maat.PLAATSEN):
        return een_groep, nee, nee
    if wijze is None:
        decimaalteken = nee
        onzeker = een_groep
    else:
        decimaalteken = een_groep & (teken_komma == (wijze is Schrijfwijze.KOMMA))
        onzeker = decimaalteken
    # 200.000 kan 200 of 200.000 zijn; 1.234 is als heel aantal alleen 1234.
    nullen = tekst.str.contains(r"[.,]000$", regex=True)
    return een_groep & ~(onzeker & nullen), onzeker & nullen, onzeker & ~nullen
