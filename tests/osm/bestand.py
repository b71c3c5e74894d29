"""Kleine bestanden van OpenStreetMap schrijven, met knopen op ronde plekken in RD."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Relation, Way
from pyproj import Transformer

from locatieplanner.domein.gebied import RD, WGS84

OORSPRONG = (155_000.0, 463_000.0)
"""Amersfoort: de oorsprong van de ronde plekken, RD."""

_NAAR_WGS84 = Transformer.from_crs(RD, WGS84, always_xy=True)


def graden(x_m: float, y_m: float) -> tuple[float, float]:
    """Geef lengte en breedte van een plek in meters vanaf `OORSPRONG`."""
    lengte, breedte = _NAAR_WGS84.transform(OORSPRONG[0] + x_m, OORSPRONG[1] + y_m)
    return lengte, breedte


@dataclass
class Pbf:
    """Een bestand in wording; elke methode geeft het nummer van wat erbij kwam."""

    knopen: dict[int, Node] = field(default_factory=dict)
    wegen: dict[int, Way] = field(default_factory=dict)
    relaties: dict[int, Relation] = field(default_factory=dict)

    def knoop(self, x_m: float, y_m: float, **tags: str) -> int:
        """Zet een knoop neer, in meters vanaf `OORSPRONG`."""
        id_ = len(self.knopen) + 1
        self.knopen[id_] = Node(id=id_, location=graden(x_m, y_m), tags=_tags(tags))
        return id_

    def weg(self, knopen: Sequence[int], **tags: str) -> int:
        """Leg een weg langs knopen."""
        id_ = len(self.wegen) + 1
        self.wegen[id_] = Way(id=id_, nodes=list(knopen), tags=_tags(tags))
        return id_

    def straat(self, punten: Sequence[tuple[float, float]], **tags: str) -> list[int]:
        """Leg een straat langs nieuwe knopen en geef die."""
        knopen = [self.knoop(x, y) for x, y in punten]
        self.weg(knopen, **{"highway": "residential", **tags})
        return knopen

    def blok(self, x_m: float, y_m: float, zijde_m: float, **tags: str) -> int:
        """Zet een vierkant neer, met de hoek linksonder op deze plek."""
        hoeken = [(0, 0), (zijde_m, 0), (zijde_m, zijde_m), (0, zijde_m)]
        knopen = [self.knoop(x_m + dx, y_m + dy) for dx, dy in hoeken]
        return self.weg([*knopen, knopen[0]], **tags)

    def vlak(self, buiten: Sequence[int], binnen: Sequence[int] = (), **tags: str) -> int:
        """Maak een vlak van wegen, met gaten."""
        id_ = len(self.relaties) + 1
        leden = [("w", weg, "outer") for weg in buiten] + [("w", weg, "inner") for weg in binnen]
        tags = {"type": "multipolygon", **tags}
        self.relaties[id_] = Relation(id=id_, members=leden, tags=_tags(tags))
        return id_

    def schrijf(
        self,
        pad: Path,
        kader: tuple[float, float, float, float] | None = None,
        datum: str = "",
    ) -> Path:
        """Schrijf het bestand; `kader` is in meters vanaf `OORSPRONG`."""
        kop = osmium.io.Header()
        if kader is not None:
            kop.add_box(osmium.osm.Box(*graden(*kader[:2]), *graden(*kader[2:])))
        if datum:
            kop.set("osmosis_replication_timestamp", datum)
        with osmium.SimpleWriter(osmium.io.File(str(pad), "pbf"), header=kop) as schrijver:
            for knoop in self.knopen.values():
                schrijver.add_node(knoop)
            for weg in self.wegen.values():
                schrijver.add_way(weg)
            for relatie in self.relaties.values():
                schrijver.add_relation(relatie)
        return pad


def _tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Een dubbele punt kan niet in een Pythonnaam: ``isced__level`` is ``isced:level``."""
    return {sleutel.replace("__", ":"): waarde for sleutel, waarde in tags.items()}
