"""Meet het lezen van een bestand van OpenStreetMap ter grootte van een provincie.

Het bestand heeft de aantallen van een echte provincie: 10 miljoen knopen, waarvan 1,5 miljoen op
straten, een miljoen gebouwen en 100.000 terreinen. Elke laag wordt in een eigen proces gelezen,
zodat het piekgeheugen van die ene is. Alleen dit: ``python -m tests.bench.pbf``.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import osmium
from osmium.osm.mutable import Node, Relation, Way

from locatieplanner.bronnen import pbf
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from tests.bench.geheugen import piek_mb
from tests.osm.lagen import osm_lagen

LAGEN = ("voorzieningen", "straten")

_HOEK, _MAAT = np.array([5.0, 51.95]), np.array([0.72, 0.45])
_RIJ = 550
_BOCHTEN = 2
_GEBOUWEN, _GEBOUWHOEKEN, _GEBOUWSTRAAL = 1_000_000, 5, 1e-4
_TERREINEN, _TERREINHOEKEN, _TERREINSTRAAL = 100_000, 35, 1e-3
_LOS = 500_000
_SCHOLEN = 1_000
_RUIS = 5e-5

# Echte nummers lopen tot tien miljard; dat vraagt ruimte in het bestand en bij het lezen.
_NUMMER = 1_000

_NA_KRUISINGEN = _RIJ**2
_NA_BOCHTEN = _NA_KRUISINGEN * (1 + 2 * _BOCHTEN)
_NA_GEBOUWEN = _NA_BOCHTEN + _GEBOUWEN * _GEBOUWHOEKEN
_NA_TERREINEN = _NA_GEBOUWEN + _TERREINEN * _TERREINHOEKEN

_Tags = Mapping[str, str]


def schrijf_provincie(pad: Path) -> None:
    """Schrijf het bestand: een raster van straten, met gebouwen, terreinen en losse punten."""
    kop = osmium.io.Header()
    kop.add_box(osmium.osm.Box(*_HOEK.tolist(), *(_HOEK + _MAAT).tolist()))
    with osmium.SimpleWriter(str(pad), header=kop) as schrijver:
        nummer = 0
        toeval = np.random.default_rng(28992)
        for plekken in _plekken(toeval):
            # Een paar meter ruis: anders perst het bestand veel kleiner dan een echt.
            plekken += toeval.normal(0, _RUIS, plekken.shape)
            for plek in (_HOEK + plekken * _MAAT).tolist():
                tags = _los(nummer) if nummer >= _NA_TERREINEN else None
                schrijver.add_node(Node(id=nummer * _NUMMER + 1, location=plek, tags=tags))
                nummer += 1
        for nummer, (knopen, tags) in enumerate(_wegen(), start=1):
            refs = [knoop * _NUMMER + 1 for knoop in knopen]
            schrijver.add_way(Way(id=nummer, nodes=refs, tags=tags))
        # De terreinen zijn als laatste geschreven: van de eerste daarvan maken relaties scholen.
        for school in range(1, _SCHOLEN + 1):
            leden = [("w", nummer - _TERREINEN + school, "outer")]
            tags = {"type": "multipolygon", "amenity": "school", "isced:level": "1"}
            schrijver.add_relation(Relation(id=school, members=leden, tags=tags))


def _plekken(toeval: np.random.Generator) -> Iterator[np.ndarray]:
    """Geef de plekken van de knopen binnen het vierkant van 0 tot 1, in volgorde van nummer."""
    rij, kolom = np.divmod(np.arange(_NA_KRUISINGEN), _RIJ)
    kruisingen = np.column_stack([kolom, rij]) / _RIJ
    yield kruisingen
    deel = np.arange(1, _BOCHTEN + 1)[:, None] / (_BOCHTEN + 1) / _RIJ
    for richting in ([1.0, 0.0], [0.0, 1.0]):
        yield (kruisingen[:, None, :] + deel * np.array(richting)).reshape(-1, 2)
    for aantal, hoeken, straal in (
        (_GEBOUWEN, _GEBOUWHOEKEN, _GEBOUWSTRAAL),
        (_TERREINEN, _TERREINHOEKEN, _TERREINSTRAAL),
    ):
        hoek = 2 * np.pi * np.arange(hoeken) / hoeken
        ring = straal * np.column_stack([np.cos(hoek), np.sin(hoek)])
        yield (toeval.random((aantal, 1, 2)) + ring).reshape(-1, 2)
    yield toeval.random((_LOS, 2))


def _los(nummer: int) -> _Tags | None:
    """Geef de tags van een los punt: veel bomen, een paar winkels."""
    if nummer % 20 == 0:
        return {"shop": "supermarket", "name": f"Winkel {nummer % 50}"}
    return {"amenity": "bench"} if nummer % 4 == 0 else {"natural": "tree"}


def _wegen() -> Iterator[tuple[list[int], _Tags]]:
    """Geef de wegen als knopen en tags: straten van twee blokken, gebouwen, terreinen."""
    soorten = ("residential", "service", "footway", "cycleway", "tertiary", "path")
    for richting, stap in enumerate((1, _RIJ)):
        bochten = _NA_KRUISINGEN * (1 + richting * _BOCHTEN)
        for kruising in range(_NA_KRUISINGEN):
            plek = divmod(kruising, _RIJ)[1 - richting]
            if plek % 2 or plek + 2 >= _RIJ:
                continue
            knopen = []
            for begin in (kruising, kruising + stap):
                bocht = bochten + begin * _BOCHTEN
                knopen += [begin, *range(bocht, bocht + _BOCHTEN)]
            soort = soorten[kruising // 2 % len(soorten)]
            tags = {"highway": soort, "name": f"Straat {kruising}", "surface": "paving_stones"}
            yield [*knopen, kruising + 2 * stap], tags
    for gebouw in range(_GEBOUWEN):
        begin = _NA_BOCHTEN + gebouw * _GEBOUWHOEKEN
        tags = {"building": "house", "ref:bag": str(10**14 + gebouw), "source": "BAG"}
        if gebouw % 100 == 0:
            tags |= {"amenity": "pharmacy", "name": f"Apotheek {gebouw}"}
        yield [*range(begin, begin + _GEBOUWHOEKEN), begin], tags
    for terrein in range(_TERREINEN):
        begin = _NA_GEBOUWEN + terrein * _TERREINHOEKEN
        yield [*range(begin, begin + _TERREINHOEKEN), begin], {"landuse": "grass"}


def meet(pad: Path, laag: str) -> dict[str, float]:
    """Lees een laag in een eigen proces; geef ``seconden``, ``piek_mb`` en ``rijen``."""
    opdracht = [sys.executable, "-m", "tests.bench.pbf", str(pad), laag]
    uit = subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout
    gemeten: dict[str, float] = json.loads(uit)
    return gemeten


def _lees(pad: Path, laag: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as map_:
        werkmap = Path(map_)
        beschreven = osm_lagen(werkmap / "lagen")[laag]
        begin = time.perf_counter()
        opbrengst = pbf.haal(beschreven, HEEL_NEDERLAND, werkmap, lambda stap: None, pad)
        seconden = time.perf_counter() - begin
    return {"seconden": seconden, "piek_mb": piek_mb(), "rijen": len(opbrengst.gegevens)}


def main() -> None:
    if len(sys.argv) > 1:
        gemeten = _lees(Path(sys.argv[1]), sys.argv[2])
        sys.stdout.write(json.dumps(gemeten))
        return
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "provincie.osm.pbf"
        begin = time.perf_counter()
        schrijf_provincie(pad)
        schrijven_s = time.perf_counter() - begin
        regel = f"{pad.name}: {pad.stat().st_size / 1e6:.0f} MB in {schrijven_s:.0f} s geschreven"
        sys.stdout.write(f"{regel}\n")
        for laag in LAGEN:
            sys.stdout.write(f"{laag}: {meet(pad, laag)}\n")


if __name__ == "__main__":
    main()
