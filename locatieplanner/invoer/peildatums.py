"""Peildatums lezen: een dag, een maand of een jaar, zo precies als de bron hem geeft."""

import pandas as pd

from locatieplanner.invoer.datums import MAANDEN, VROEGSTE_JAAR, lees_datums
from locatieplanner.invoer.probleem import Probleem
from locatieplanner.invoer.teksten import als_tekst

_JAAR = r"^((?:19|20|21)\d{2})$"
_JAAR_MAAND = r"^((?:19|20|21)\d{2})[-/](\d{1,2})$"
_MAAND_JAAR = r"^(\d{1,2})[-/]((?:19|20|21)\d{2})$"
# Een rekenblad maakt van "december 2022" graag "dec-22".
_MAANDNAAM = r"^([a-z]+)\.?[ -]((?:19|20|21)?\d{2})$"


def lees_peildatums(waarden: pd.Series, kolom: str) -> tuple[pd.Series, list[Probleem]]:
    """Lees een kolom met peildatums.

    Parameters
    ----------
    waarden : Series
        Datums, tekst of dagnummers van een rekenblad; index: rijnummers.
    kolom : str
        Naam van de kolom in het bestand.

    Returns
    -------
    peildatums : Series of str
        ``2023-12-31``, ``2022-12`` of ``2023``; leeg waar niets stond of niets te lezen was.
    problemen : list of Probleem
        Een fout voor elke peildatum die niet te lezen is.
    """
    if pd.api.types.is_datetime64_any_dtype(waarden.dtype):
        datums, problemen = lees_datums(waarden, kolom)
        return _als_iso(datums), problemen
    tekst = als_tekst(waarden)
    kort = _korter(tekst)
    datums, problemen = lees_datums(tekst.mask(kort != "", ""), kolom)
    return kort.mask(kort == "", _als_iso(datums)), problemen


def _als_iso(datums: pd.Series) -> pd.Series:
    iso: pd.Series = datums.dt.strftime("%Y-%m-%d").fillna("").astype("str")
    return iso


def _korter(tekst: pd.Series) -> pd.Series:
    """De peildatums die een maand of een jaar zijn; leeg waar dat niet zo is."""
    klein = tekst.str.lower()
    jaar, jaar_maand = klein.str.extract(_JAAR), klein.str.extract(_JAAR_MAAND)
    maand_jaar, naam = klein.str.extract(_MAAND_JAAR), klein.str.extract(_MAANDNAAM)
    gelezen = jaar[0].where(jaar[0].astype("float64") >= VROEGSTE_JAAR)
    for jaren, maanden in (
        (jaar_maand[0], jaar_maand[1].astype("float64")),
        (maand_jaar[1], maand_jaar[0].astype("float64")),
        (naam[1].str.replace(r"^(\d{2})$", r"20\1", regex=True), naam[0].map(MAANDEN)),
    ):
        goed = maanden.between(1, 12) & (jaren.astype("float64") >= VROEGSTE_JAAR)
        maand = maanden.where(goed, 1).astype("int64").astype("str").str.zfill(2)
        gelezen = gelezen.fillna((jaren + "-" + maand).where(goed))
    return gelezen.fillna("").astype("str")
