"""De ingebouwde lagen lezen: gemeenten, provincies, kernen, stations en bestaande opvang.

Elke lezer neemt een andere map aan dan de ingebouwde; dat is voor eigen lagen en voor tests.
"""

from collections.abc import Collection
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.domein.gebied import RD, WGS84
from locatieplanner.fouten import LaagFout

HERSTEL = "Zet het bestand terug of installeer locatieplanner opnieuw."


def lees_gemeenten(map: Path | None = None) -> gpd.GeoDataFrame:
    """Lees de gemeenten om mee te rekenen.

    Returns
    -------
    GeoDataFrame
        Index ``gemeentecode``; ``gemeente``, ``provincie``, ``inwoners`` en vlakken in RD. De
        vlakken bevatten water: reken er geen dichtheid uit.

    Raises
    ------
    LaagFout
        Als een bestand ontbreekt, niet klopt, of een gemeente geen inwoners heeft.
    """
    gemeenten = _lees_vector("gemeenten.parquet", {"gemeentecode", "gemeente", "provincie"}, map)
    gemeenten = _op_code(gemeenten, "gemeenten.parquet")
    inwoners = lees_inwoners(map)["inwoners"]
    verschil = sorted(set(gemeenten.index) ^ set(inwoners.index))
    if verschil:
        raise LaagFout(
            "gemeenten.parquet en inwoners_gemeenten.csv hebben niet dezelfde gemeenten; het "
            f"verschil is {', '.join(verschil)}. {HERSTEL}"
        )
    gemeenten.insert(2, "inwoners", inwoners.reindex(gemeenten.index))
    return gemeenten


def lees_gemeenten_kaart(map: Path | None = None) -> gpd.GeoDataFrame:
    """Lees de gemeenten om te tonen: vereenvoudigd en zonder groot water.

    Returns
    -------
    GeoDataFrame
        Index ``gemeentecode``; ``gemeente``, ``provincie`` en vlakken in RD.
    """
    kolommen = {"gemeentecode", "gemeente", "provincie"}
    gemeenten = _lees_vector("gemeenten_kaart.parquet", kolommen, map)
    return _op_code(gemeenten, "gemeenten_kaart.parquet")


def lees_provincies(map: Path | None = None) -> gpd.GeoDataFrame:
    """Lees de provincies om te tonen: ``provincie`` en vlakken in RD, in CBS-volgorde."""
    return _lees_vector("provincies.parquet", {"provincie"}, map)


def lees_kernen(map: Path | None = None) -> gpd.GeoDataFrame:
    """Lees de kernen.

    Returns
    -------
    GeoDataFrame
        ``naam``, ``inwoners``, ``gemeentecode``, ``status`` en punten in RD.
    """
    kolommen = {"naam", "inwoners", "gemeentecode", "status"}
    return _lees_vector("kernen.parquet", kolommen, map)


def lees_treinstations(map: Path | None = None) -> gpd.GeoDataFrame:
    """Lees de treinstations: ``naam``, ``uic`` en punten in RD."""
    return _lees_vector("treinstations.parquet", {"naam", "uic"}, map)


def lees_inwoners(map: Path | None = None) -> pd.DataFrame:
    """Lees de inwoners per gemeente.

    Returns
    -------
    DataFrame
        Index ``gemeentecode``; ``gemeente`` en ``inwoners``.
    """
    naam = "inwoners_gemeenten.csv"
    tabel = lees_tabel(naam, {"gemeentecode", "gemeente", "inwoners"}, map)
    tabel["inwoners"] = _getallen(tabel["inwoners"], naam)
    if tabel["inwoners"].isna().any() or tabel["gemeentecode"].duplicated().any():
        raise LaagFout(f"{naam}: een gemeente staat er dubbel of zonder inwoners. {HERSTEL}")
    return tabel.set_index("gemeentecode")


def lees_opvang(map: Path | None = None) -> gpd.GeoDataFrame:
    """Lees de bestaande opvang.

    Returns
    -------
    GeoDataFrame
        ``naam``, ``plaats``, ``gemeente``, ``gemeentecode``, ``type``, ``capaciteit`` (plaatsen,
        NaN = onbekend), ``peildatum``, ``zekerheid``, ``bron`` en punten in RD. Een punt is het
        midden van de kern, niet het adres.
    """
    naam = "bestaande_opvang.csv"
    tekst = ["naam", "plaats", "gemeente", "gemeentecode", "type"]
    herkomst = ["peildatum", "zekerheid", "bron"]
    tabel = lees_tabel(naam, {*tekst, *herkomst, "capaciteit", "lat", "lon"}, map)
    lengte, breedte = _getallen(tabel["lon"], naam), _getallen(tabel["lat"], naam)
    if lengte.isna().any() or breedte.isna().any():
        raise LaagFout(f"{naam}: een locatie heeft geen lat en lon. {HERSTEL}")
    tabel["capaciteit"] = _getallen(tabel["capaciteit"], naam)
    return gpd.GeoDataFrame(
        tabel[[*tekst, "capaciteit", *herkomst]],
        geometry=gpd.points_from_xy(lengte, breedte, crs=WGS84),
    ).to_crs(RD)


def lees_tabel(naam: str, kolommen: Collection[str], map: Path | None = None) -> pd.DataFrame:
    """Lees een CSV als tekst; een leeg veld is een lege tekst.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt, niet te lezen is of een kolom mist.
    """
    try:
        tabel = pd.read_csv((map or lagenmap()) / naam, dtype=str, keep_default_na=False)
    except FileNotFoundError:
        raise LaagFout(f"{naam} ontbreekt in de map met lagen. {HERSTEL}") from None
    except (OSError, ValueError) as fout:
        raise LaagFout(f"{naam} is niet te lezen ({fout}). {HERSTEL}") from fout
    _eis_kolommen(tabel, kolommen, naam)
    return tabel


def _lees_vector(naam: str, kolommen: Collection[str], map: Path | None) -> gpd.GeoDataFrame:
    try:
        laag = gpd.read_parquet((map or lagenmap()) / naam)
    except FileNotFoundError:
        raise LaagFout(f"{naam} ontbreekt in de map met lagen. {HERSTEL}") from None
    except (OSError, ValueError, KeyError) as fout:
        raise LaagFout(f"{naam} is niet te lezen ({fout}). {HERSTEL}") from fout
    _eis_kolommen(laag, kolommen, naam)
    if laag.crs != RD:
        raise LaagFout(f"{naam} staat niet in {RD} maar in {laag.crs}. {HERSTEL}")
    return laag


def _eis_kolommen(tabel: pd.DataFrame, kolommen: Collection[str], naam: str) -> None:
    mist = sorted(set(kolommen) - set(tabel.columns))
    if mist:
        raise LaagFout(f"{naam} mist de kolom {', '.join(mist)}. {HERSTEL}")


def _op_code(gemeenten: gpd.GeoDataFrame, naam: str) -> gpd.GeoDataFrame:
    dubbel = gemeenten.loc[gemeenten["gemeentecode"].duplicated(), "gemeentecode"]
    if len(dubbel):
        raise LaagFout(f"{naam} heeft een gemeente dubbel: {', '.join(dubbel)}. {HERSTEL}")
    return gemeenten.set_index("gemeentecode")


def _getallen(kolom: pd.Series, naam: str) -> pd.Series:
    """Zet tekst om in getallen; een lege tekst is NaN."""
    try:
        return pd.to_numeric(kolom.replace("", None)).astype(np.float64)
    except ValueError as fout:
        raise LaagFout(f"{naam}: in '{kolom.name}' staat geen getal ({fout}). {HERSTEL}") from fout
