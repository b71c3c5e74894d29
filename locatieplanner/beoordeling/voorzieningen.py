"""De voorzieningen van een omgeving: opgehaald waar dat kan, en anders wat ervoor in staat."""

from dataclasses import replace
from datetime import datetime

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from locatieplanner.beoordeling.opgehaald import Opgehaald
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.domein.notatie import datum
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.voorziening import Voorzieningen
from locatieplanner.netwerk.geladen import GeladenNet
from locatieplanner.netwerk.hemelsbreed import Hemelsbreed
from locatieplanner.netwerk.netwerkafstand import Netwerkafstand

TREINSTATION = "treinstation"


def bouw_voorzieningen(
    opgehaald: Opgehaald,
    treinstations: gpd.GeoDataFrame,
    kernen: gpd.GeoDataFrame,
    parameters: Parameters,
) -> dict[str, tuple[Voorzieningen, ...]]:
    """Geef per categorie de lagen met voorzieningen, in volgorde van voorkeur.

    Waar voorzieningen opgehaald zijn, gelden de echte categorieën. Daarbuiten staan kernen van
    een zekere omvang ervoor in, en gelden de ingebouwde treinstations. Gemeten wordt over straten
    waar die opgehaald zijn, en anders hemelsbreed.

    Parameters
    ----------
    opgehaald : Opgehaald
        Wat er opgehaald is.
    treinstations : GeoDataFrame
        De ingebouwde treinstations (RD) met ``naam``.
    kernen : GeoDataFrame
        Kernen (RD) met ``naam`` en ``inwoners``.
    parameters : Parameters
        Reiswijze, omwegfactor en omvang van kernen.
    """
    lijn = Hemelsbreed(parameters.getal("nabijheid.omwegfactor"))
    straten = opgehaald.straten.get(parameters.keuze("nabijheid.wijze"))
    verst_m = parameters.getal("netwerk.verste_aanhechting_m")
    geladen = opgehaald.voorzieningen
    uitkomst: dict[str, tuple[Voorzieningen, ...]] = {}
    if geladen:
        for categorie in opgehaald.categorieen:
            punten = geladen.vormen[geladen.vormen["categorie"] == categorie]
            hemelsbreed = Voorzieningen(
                punten,
                lijn,
                binnen=_vlak(geladen.dekking),
                bron=f"OpenStreetMap, opgehaald {_dag(geladen.opgehaald)}",
            )
            uitkomst[categorie] = (*_over(straten, hemelsbreed, verst_m), hemelsbreed)
    ingebouwd = Voorzieningen(treinstations, lijn)
    uitkomst[TREINSTATION] = (
        *uitkomst.get(TREINSTATION, ()),
        *_over(straten, ingebouwd, verst_m),
        ingebouwd,
    )
    for naam in ("dorpskern", "stadskern"):
        groot = kernen[kernen["inwoners"] >= parameters.getal(f"nabijheid.{naam}_inwoners")]
        elders = _vlak(geladen.dekking) if geladen else None
        uitkomst[naam] = (Voorzieningen(groot, lijn, behalve=elders),)
    return uitkomst


def _over(
    straten: GeladenNet | None, hemelsbreed: Voorzieningen, verst_m: float
) -> tuple[Voorzieningen, ...]:
    """Dezelfde voorzieningen, gemeten over straten waar die er zijn."""
    if straten is None:
        return ()
    vlakken = [_vlak(straten.dekking)]
    if hemelsbreed.binnen is not None:
        vlakken.append(hemelsbreed.binnen)
    dag = f"OpenStreetMap, opgehaald {_dag(straten.opgehaald)}"
    return (
        replace(
            hemelsbreed,
            reisafstand=Netwerkafstand(straten.net, verst_m),
            binnen=shapely.intersection_all(vlakken),
            bron=dag,
        ),
    )


def _vlak(dekking: BaseGeometry | None) -> BaseGeometry:
    return HEEL_NEDERLAND.vlak if dekking is None else dekking


def _dag(moment: datetime) -> str:
    return datum(moment.date().isoformat())
