"""Datums lezen: 2026-05-01 · 1-5-2026 · 1/5/2026 · 1 mei 2026 · datums van een rekenblad."""

from typing import Literal

import numpy as np
import pandas as pd

from locatieplanner.invoer.probleem import Probleem, per_rij
from locatieplanner.invoer.teksten import als_tekst, is_leeg

DATUMTYPE: Literal["datetime64[us]"] = "datetime64[us]"

MAANDEN = {
    maand: nummer
    for nummer, namen in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for maand in namen.split()
}  # fmt: skip
"""Nummer van de maand bij elke naam en afkorting."""

VROEGSTE_JAAR = 1950
"""Een eerder jaar is een tikfout."""

_VROEGSTE, _LAATSTE = pd.Timestamp(VROEGSTE_JAAR, 1, 1), pd.Timestamp(2199, 12, 31)
# Dagnummers van Excel tussen 1950 en 2199, geteld vanaf 30-12-1899.
_EXCEL_NUL = pd.Timestamp(1899, 12, 30)
_EXCEL_MIN, _EXCEL_MAX = (_VROEGSTE - _EXCEL_NUL).days, (_LAATSTE - _EXCEL_NUL).days

_ISO = r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$"
_NEDERLANDS = r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?$"
_VOLUIT = r"^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$"
_AANEEN = r"^(\d{4})(\d{2})(\d{2})$"
_KORT_JAAR = r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$"
_ALLEEN_JAAR = r"^(?:19|20)\d{2}$"


def _uit_delen(jaar: pd.Series, maand: pd.Series, dag: pd.Series) -> pd.Series:
    delen = pd.DataFrame({"year": jaar, "month": maand, "day": dag}).astype("float64")
    datums = pd.Series(pd.NaT, index=delen.index, dtype=DATUMTYPE)
    heel = delen.notna().all(axis=1)
    if heel.any():
        gelezen = pd.to_datetime(delen[heel].astype("int64"), errors="coerce")
        datums[heel] = gelezen.astype(DATUMTYPE)
    return datums


def _uit_tekst(tekst: pd.Series) -> pd.Series:
    datums = pd.Series(pd.NaT, index=tekst.index, dtype=DATUMTYPE)
    iso = tekst.str.extract(_ISO)
    nederlands = tekst.str.extract(_NEDERLANDS)
    voluit = tekst.str.lower().str.extract(_VOLUIT)
    aaneen = tekst.str.extract(_AANEEN)
    for jaar, maand, dag in (
        (iso[0], iso[1], iso[2]),
        (nederlands[2], nederlands[1], nederlands[0]),
        (voluit[2], voluit[1].map(MAANDEN), voluit[0]),
        (aaneen[0], aaneen[1], aaneen[2]),
    ):
        datums = datums.fillna(_uit_delen(jaar, maand, dag))
    dagnummer = pd.to_numeric(
        tekst.where(tekst.str.contains(r"^\d{5}(?:\.\d+)?$", regex=True)), errors="coerce"
    ).astype("float64")
    return datums.fillna(_uit_dagnummer(dagnummer))


def _uit_dagnummer(dagen: pd.Series) -> pd.Series:
    dagen = dagen.where(dagen.between(_EXCEL_MIN, _EXCEL_MAX))
    datums: pd.Series = _EXCEL_NUL + pd.to_timedelta(np.floor(dagen), unit="D")
    return datums.astype(DATUMTYPE)


def lees_datums(waarden: pd.Series, kolom: str) -> tuple[pd.Series, list[Probleem]]:
    """Lees een kolom met datums.

    Parameters
    ----------
    waarden : Series
        Datums, tekst of dagnummers van een rekenblad; index: rijnummers.
    kolom : str
        Naam van de kolom in het bestand.

    Returns
    -------
    datums : Series of datetime64
        Zonder tijd en tijdzone; NaT waar niets stond of de datum niet te lezen was.
    problemen : list of Probleem
        Een fout voor elke datum die niet te lezen is.
    """
    if isinstance(waarden.dtype, pd.DatetimeTZDtype):
        waarden = waarden.dt.tz_localize(None)
    tekst = als_tekst(waarden)
    leeg = is_leeg(tekst)
    if pd.api.types.is_datetime64_any_dtype(waarden.dtype):
        datums = waarden.astype(DATUMTYPE).dt.normalize()
    else:
        # Er zijn veel minder verschillende datums dan rijen.
        nummers, verschillend = pd.factorize(tekst)
        gelezen = _uit_tekst(pd.Series(verschillend, dtype="str"))
        datums = pd.Series(gelezen.to_numpy()[nummers], index=tekst.index, dtype=DATUMTYPE)
    buiten = datums.notna() & ~datums.between(_VROEGSTE, _LAATSTE)
    onleesbaar = datums.isna() & ~leeg
    kort_jaar = onleesbaar & tekst.str.contains(_KORT_JAAR, regex=True)
    alleen_jaar = onleesbaar & tekst.str.contains(_ALLEEN_JAAR, regex=True)
    schrijf = "schrijf de datum als 1-5-2026 of 2026-05-01"
    problemen = [
        *per_rij(kort_jaar, kolom, tekst, "het jaartal heeft maar twee cijfers", schrijf),
        *per_rij(
            alleen_jaar,
            kolom,
            tekst,
            "er staat alleen een jaar; dag en maand ontbreken",
            "geef de hele datum, bijvoorbeeld 1-1-2027 of 31-12-2027",
        ),
        *per_rij(
            onleesbaar & ~kort_jaar & ~alleen_jaar,
            kolom,
            tekst,
            "dit is geen bestaande datum",
            f"{schrijf} (dag-maand-jaar), of laat de cel leeg",
        ),
        *per_rij(
            buiten,
            kolom,
            tekst,
            "dit jaartal kan niet kloppen",
            "controleer het jaartal; het moet tussen 1950 en 2199 liggen",
        ),
    ]
    return datums.mask(buiten), problemen


def toets_volgorde(van: pd.Series, tot: pd.Series, kolom: str) -> list[Probleem]:
    """Geef een fout waar het einde voor het begin ligt."""
    omgekeerd = (tot < van).fillna(False)
    return per_rij(
        omgekeerd,
        kolom,
        tot.dt.strftime("%d-%m-%Y"),
        lambda rij: f"het einde ligt voor het begin ({van[rij]:%d-%m-%Y})",
        "wissel de twee datums of verbeter er een",
    )
