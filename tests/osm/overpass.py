"""Een Overpass-dienst op loopback: beantwoordt wat osmnx vraagt, uit een PBF-bestand.

Van de taal (Overpass QL) verstaat zij wat osmnx schrijft: vragen naar ``node``, ``way`` en
``relation`` met filters op tags en een veelhoek, met alles waaruit het gevondene bestaat erbij
(``>``). Een vraag die zij niet helemaal verstaat, weigert zij.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import osmium
import shapely

_DEEL = re.compile(r"(node|way|relation)((?:\[[^\]]*\])+)\(poly:'([^']*)'\);(?:\(\._;>;\)|>);")
_FILTER = re.compile(
    r"""\[(?P<q>["'])(?P<sleutel>.+?)(?P=q)(?:(?P<teken>=|!=|~|!~)(?P<r>["'])(?P<waarde>.*?)(?P=r))?\]"""
)
_STATUS = """Connected as: 1
Current time: 2026-01-01T00:00:00Z
Announced endpoint: none
Rate limit: 2
2 slots available now.
"""
Ding = dict[str, Any]


@dataclass(frozen=True)
class Storing:
    """Een antwoord dat mis is, in plaats van het echte."""

    code: int = 200
    inhoud: bytes = b""
    koppen: dict[str, str] = field(default_factory=dict)


class Kaart:
    """De inhoud van een bestand in de vorm waarin Overpass antwoordt."""

    def __init__(self, pad: Path) -> None:
        self.dingen: dict[str, dict[int, Ding]] = {"node": {}, "way": {}, "relation": {}}
        for ding in osmium.FileProcessor(str(pad)):
            self._neem(ding)
        self.vormen = {soort: self._vormen(soort) for soort in ("node", "way")}

    def _neem(self, ding: Any) -> None:
        tags = dict(ding.tags)
        uit: Ding = {"type": "", "id": ding.id}
        if ding.is_node():
            uit |= {"type": "node", "lat": ding.location.lat, "lon": ding.location.lon}
        elif ding.is_way():
            uit |= {"type": "way", "nodes": [knoop.ref for knoop in ding.nodes]}
        else:
            soorten = {"n": "node", "w": "way", "r": "relation"}
            leden = [{"type": soorten[m.type], "ref": m.ref, "role": m.role} for m in ding.members]
            uit |= {"type": "relation", "members": leden}
        self.dingen[uit["type"]][ding.id] = uit | ({"tags": tags} if tags else {})

    def _vormen(self, soort: str) -> dict[int, shapely.Geometry]:
        knopen = self.dingen["node"]
        if soort == "node":
            return {id_: shapely.Point(k["lon"], k["lat"]) for id_, k in knopen.items()}
        lijnen = {}
        for id_, weg in self.dingen["way"].items():
            punten = [(knopen[k]["lon"], knopen[k]["lat"]) for k in weg["nodes"] if k in knopen]
            if punten:
                lijnen[id_] = shapely.LineString(punten if len(punten) > 1 else punten * 2)
        return lijnen

    def antwoord(self, vraag: str) -> bytes:
        """Beantwoord een vraag; een vraag in een andere vorm is een ValueError."""
        rest = _DEEL.sub("", vraag).replace("();", "").replace("()", "")
        if not re.fullmatch(r"\[out:json\]\[timeout:\d+\];;?out;", rest):
            raise ValueError(f"parse error: {rest[:80]}")
        gekozen: dict[str, set[int]] = {"node": set(), "way": set(), "relation": set()}
        for soort, filters, veelhoek in _DEEL.findall(vraag):
            gevonden = self._zoek(soort, filters, veelhoek)
            # osmnx vraagt de knopen en wegen waaruit iets bestaat er altijd bij.
            self._dieper(soort, gevonden, gekozen)
        elementen = [
            self.dingen[soort][id_]
            for soort, ids in gekozen.items()
            for id_ in sorted(ids)
            if id_ in self.dingen[soort]
        ]
        kop = {"timestamp_osm_base": "2026-01-02T03:04:05Z", "copyright": "ODbL"}
        return json.dumps({"version": 0.6, "osm3s": kop, "elements": elementen}).encode()

    def _zoek(self, soort: str, filters: str, veelhoek: str) -> set[int]:
        if "".join(f[0] for f in re.finditer(_FILTER, filters)) != filters:
            raise ValueError(f"parse error: {filters}")
        eisen = [f.groupdict() for f in re.finditer(_FILTER, filters)]
        graden = [float(deel) for deel in veelhoek.split()]
        vlak = shapely.Polygon(zip(graden[1::2], graden[::2], strict=True))
        shapely.prepare(vlak)
        return {
            id_
            for id_, ding in self.dingen[soort].items()
            if all(_past(ding.get("tags", {}), eis) for eis in eisen) and self._raakt(ding, vlak)
        }

    def _raakt(self, ding: Ding, vlak: shapely.Geometry) -> bool:
        if ding["type"] != "relation":
            vorm = self.vormen[ding["type"]].get(ding["id"])
            return vorm is not None and bool(vlak.intersects(vorm))
        leden = [self.dingen[lid["type"]].get(lid["ref"]) for lid in ding["members"]]
        return any(lid and lid["type"] != "relation" and self._raakt(lid, vlak) for lid in leden)

    def _dieper(self, soort: str, ids: set[int], gekozen: dict[str, set[int]]) -> None:
        gekozen[soort] |= ids
        for id_ in ids & self.dingen[soort].keys():
            ding = self.dingen[soort][id_]
            gekozen["node"].update(ding.get("nodes", ()))
            for lid in ding.get("members", ()):
                if lid["type"] == "relation":
                    gekozen["relation"].add(lid["ref"])
                else:
                    self._dieper(lid["type"], {lid["ref"]}, gekozen)


def _past(tags: dict[str, str], eis: dict[str, str]) -> bool:
    waarde = tags.get(eis["sleutel"])
    match eis["teken"]:
        case None:
            return waarde is not None
        case "=":
            return waarde == eis["waarde"]
        case "!=":
            return waarde != eis["waarde"]
        case "~":
            return waarde is not None and bool(re.search(eis["waarde"], waarde))
    return waarde is None or not re.search(eis["waarde"], waarde)


@dataclass
class Overpassdienst:
    """De dienst zoals een test haar ziet.

    Parameters
    ----------
    adres : str
        Beginadres, zonder ``/interpreter``.
    vragen : list of str
        Wat er gevraagd is, in volgorde.
    storingen : list of Storing
        Antwoorden die eerst gegeven worden, elk één keer.
    status : Storing
        Antwoord op de vraag naar drukte.
    """

    adres: str
    vragen: list[str] = field(default_factory=list)
    storingen: list[Storing] = field(default_factory=list)
    status: Storing = field(default_factory=lambda: Storing(inhoud=_STATUS.encode()))


@contextmanager
def overpassdienst(pad: Path) -> Iterator[Overpassdienst]:
    """Start de dienst met de inhoud van een bestand."""
    kaart = Kaart(pad)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._geef(dienst.status)

        def do_POST(self) -> None:
            lengte = int(self.headers["Content-Length"])
            vraag = parse_qs(self.rfile.read(lengte).decode())["data"][0]
            dienst.vragen.append(vraag)
            if dienst.storingen:
                self._geef(dienst.storingen.pop(0))
                return
            try:
                self._geef(Storing(inhoud=kaart.antwoord(vraag)))
            except ValueError as fout:
                self._geef(Storing(400, f"<html><body>Error: {fout}</body></html>".encode()))

        def _geef(self, antwoord: Storing) -> None:
            self.send_response(antwoord.code)
            for kop, waarde in antwoord.koppen.items():
                self.send_header(kop, waarde)
            self.send_header("Content-Length", str(len(antwoord.inhoud)))
            self.end_headers()
            self.wfile.write(antwoord.inhoud)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        dienst = Overpassdienst(f"http://127.0.0.1:{server.server_port}/api")
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        try:
            yield dienst
        finally:
            server.shutdown()
            draad.join()
