"""Een laag lezen met GDAL, met één lezer en een plafond op het aantal rijen."""

import warnings

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pyproj
from pyproj.exceptions import CRSError

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.kolommen import is_bruikbaar
from locatieplanner.invoer.tabel import Tabel


def lees_laag(
    bron: str, laag: str | None, lezer: str, grenzen: Bestandsgrenzen, beschadigd: str
) -> Tabel:
    """Lees een laag uit een bestand dat al aan zijn inhoud herkend is.

    Parameters
    ----------
    bron : str
        Pad, zo mogelijk met de aanduiding van de lezer ervoor.
    laag : str or None
        Naam van de laag; None voor de enige.
    lezer : str
        Naam van de GDAL-lezer die het bestand moet openen; elke andere wordt geweigerd.
    grenzen : Bestandsgrenzen
        Hoeveel rijen en kolommen het mogen zijn.
    beschadigd : str
        De melding als het bestand niet te lezen is.

    Raises
    ------
    BestandFout
        Als het bestand beschadigd is, door een andere lezer herkend wordt, of te groot is.
    """
    try:
        with warnings.catch_warnings():
            # GDAL waarschuwt over afgekapte of vreemde inhoud; de controles hierna beslissen.
            warnings.simplefilter("ignore")
            beschrijving = pyogrio.read_info(bron, layer=laag)
            _toets_lezer(beschrijving["driver"], lezer, beschadigd)
            velden = [str(veld) for veld in beschrijving["fields"]]
            grenzen.toets_omvang(0, len(velden))
            bruikbaar = [veld for veld in velden if is_bruikbaar(veld)]
            gelezen = pyogrio.read_dataframe(
                bron,
                layer=laag,
                columns=bruikbaar,
                force_2d=True,
                max_features=min(grenzen.rijen, grenzen.cellen // max(len(velden), 1)) + 1,
                on_invalid="ignore",
            )
    except BestandFout:
        raise
    except Exception as fout:
        # Op een beschadigd bestand geeft GDAL eigen fouten, maar ook Unicode- en ValueErrors.
        raise BestandFout(beschadigd) from fout
    grenzen.toets_omvang(len(gelezen), len(velden))
    overige = tuple(veld for veld in velden if veld not in bruikbaar)
    return tabel_van(gelezen, beschrijving.get("crs"), overige)


def _toets_lezer(gebruikt: str, bedoeld: str, beschadigd: str) -> None:
    if gebruikt != bedoeld:
        raise BestandFout(beschadigd)


def tabel_van(gelezen: pd.DataFrame, stelsel: object, overige: tuple[str, ...] = ()) -> Tabel:
    """Maak een ruwe tabel van een (Geo)DataFrame; het eerste object is rij 1.

    Parameters
    ----------
    gelezen : DataFrame or GeoDataFrame
        De kolommen die gelezen zijn.
    stelsel : object
        Coördinaatstelsel zoals het bestand het noemt.
    overige : tuple of str, optional
        Namen van de kolommen die niet gelezen zijn.
    """
    rijen = pd.RangeIndex(1, len(gelezen) + 1)
    if not isinstance(gelezen, gpd.GeoDataFrame) or gelezen._geometry_column_name is None:
        return Tabel(pd.DataFrame(gelezen).set_axis(rijen, axis=0), overige=overige)
    vormen = np.asarray(gelezen.geometry.to_numpy(), dtype=object)
    gegevens = pd.DataFrame(gelezen.drop(columns=gelezen.geometry.name)).set_axis(rijen, axis=0)
    return Tabel(gegevens, vormen, _stelsel(stelsel), overige=overige)


def _stelsel(stelsel: object) -> pyproj.CRS | None:
    if not stelsel:
        return None
    try:
        return pyproj.CRS.from_user_input(stelsel)
    except CRSError:
        return None
