"""Inwoners als punten: uit het raster waar dat geladen is, en anders uit de kernen."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.domein.gebied import RD
from locatieplanner.domein.inwonerraster import Inwonerraster
from locatieplanner.domein.kern import schijf, straal_m

_INWONERS_PER_PUNT = 10_000
"""Fijner maakt de uitkomst niet anders: de punten van een stad liggen zo ruim 2 km uit elkaar."""

_VAK_M = 500.0
"""Zijde van de vakken waarin vierkanten samen een punt zijn: klein tegenover λ (1,5 km of meer)."""


def maak_inwonerpunten(
    gemeenten: gpd.GeoDataFrame,
    kernen: gpd.GeoDataFrame,
    raster: Inwonerraster | None,
    plaatsen_verwacht: pd.Series,
    inwoners_per_km2: float,
) -> gpd.GeoDataFrame:
    """Maak punten met inwoners die per gemeente optellen tot het CBS-getal.

    Van een gemeente die helemaal in het raster ligt, zijn het de bewoonde vakken. Van een andere
    zijn de inwoners over haar kernen verdeeld naar kerngrootte, en in een grote kern over een
    schijf; een gemeente zonder kern is één punt. Verwachte opvang waarvan geen locatie bekend is,
    ligt waar de inwoners wonen.

    Parameters
    ----------
    gemeenten : GeoDataFrame
        Index ``gemeentecode``; ``inwoners`` en vlakken in RD.
    kernen : GeoDataFrame
        Punten (RD) met ``gemeentecode`` en ``inwoners``.
    raster : Inwonerraster or None
        Inwoners per vierkant.
    plaatsen_verwacht : Series
        Index ``gemeentecode``; verwachte plaatsen.
    inwoners_per_km2 : float
        Dichtheid van een kern.

    Returns
    -------
    GeoDataFrame
        ``gemeentecode``, ``inwoners``, ``plaatsen_verwacht`` en punten in RD.
    """
    delen = [] if raster is None else [_uit_raster(raster, gemeenten)]
    al = set(delen[0]["gemeente"]) if delen else set()
    delen.append(_uit_kernen(kernen, gemeenten.drop(index=list(al)), inwoners_per_km2))
    punten = pd.concat(delen, ignore_index=True)
    gemeente = punten["gemeente"]
    aandeel = punten["gewicht"] / punten["gewicht"].groupby(gemeente).transform("sum")
    return gpd.GeoDataFrame(
        {
            "gemeentecode": gemeente,
            "inwoners": aandeel * gemeente.map(gemeenten["inwoners"]).astype("float64"),
            "plaatsen_verwacht": aandeel * gemeente.map(plaatsen_verwacht),
        },
        geometry=gpd.points_from_xy(punten["x"], punten["y"]),
        crs=RD,
    )


def _tabel(gemeente: object, gewicht: object, plekken: NDArray[np.float64]) -> pd.DataFrame:
    return pd.DataFrame(
        {"gemeente": gemeente, "gewicht": gewicht, "x": plekken[:, 0], "y": plekken[:, 1]}
    )


def _uit_raster(raster: Inwonerraster, gemeenten: gpd.GeoDataFrame) -> pd.DataFrame:
    """De bewoonde vakken van gemeenten die helemaal in het raster liggen."""
    plekken, inwoners = raster.vakken(_VAK_M)
    vol = shapely.covers(raster.dekking, gemeenten.geometry.to_numpy())
    gedekt = gemeenten[vol]
    vak, gemeente = gedekt.sindex.query(shapely.points(plekken), predicate="intersects")
    vak, eerste = np.unique(vak, return_index=True)
    codes = gedekt.index.to_numpy(dtype=object)[gemeente[eerste]]
    return _tabel(codes, inwoners[vak], plekken[vak])


def _uit_kernen(
    kernen: gpd.GeoDataFrame, gemeenten: gpd.GeoDataFrame, inwoners_per_km2: float
) -> pd.DataFrame:
    """Een schijf van punten per kern, en één punt voor een gemeente zonder kern."""
    kernen = kernen[["gemeentecode", "inwoners", "geometry"]]
    kernen = kernen[kernen["gemeentecode"].isin(gemeenten.index) & (kernen["inwoners"] > 0)]
    zonder = gemeenten.index.difference(kernen["gemeentecode"])
    middens = gemeenten.loc[zonder].representative_point().get_coordinates().to_numpy()
    gespreid = [
        _over_schijf(float(omvang), midden, inwoners_per_km2)
        for omvang, midden in zip(
            kernen["inwoners"], kernen.get_coordinates().to_numpy(), strict=True
        )
    ]
    aantallen = [len(punten) for punten in gespreid]
    return _tabel(
        [*kernen["gemeentecode"].repeat(aantallen), *zonder],
        np.concatenate(
            [np.repeat(kernen["inwoners"] / aantallen, aantallen), np.ones(len(zonder))]
        ),
        np.concatenate([*gespreid, middens.reshape(-1, 2)]),
    )


def _over_schijf(
    inwoners: float, midden: NDArray[np.float64], inwoners_per_km2: float
) -> NDArray[np.float64]:
    """Punten in een kern, één per `_INWONERS_PER_PUNT`, shape (n, 2)."""
    aantal = max(1, round(inwoners / _INWONERS_PER_PUNT))
    return np.asarray(midden + straal_m(inwoners, inwoners_per_km2) * schijf(aantal))
