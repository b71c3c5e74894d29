"""Duizend trekkingen van gewichten en scores: deze rekenkern naast een lus met pymcdm.

Elke aanpak draait in een eigen proces, zodat het piekgeheugen van die ene is. pymcdm kent geen
onbekende scores en geen speling; het krijgt dezelfde trekkingen van gewichten en de scores met een
gemiddelde waar zij onbekend zijn. Duizend keer duurt daarmee te lang: het doet een deel, en de tijd
is naar duizend omgerekend. Gebruik: ``python -m tests.bench.robuustheid AANPAK AANTAL``.
"""

import json
import subprocess
import sys
import time

import numpy as np
from pymcdm.methods import WSM

from locatieplanner.beoordeling.beoordeling import Beoordeling, beoordeel
from locatieplanner.beoordeling.omgeving import bouw_omgeving, lees_lagen
from locatieplanner.beoordeling.weging import Weegschaal
from locatieplanner.robuustheid.gewichtstrekking import trek_gewichten
from locatieplanner.robuustheid.instelling import Instelling
from locatieplanner.robuustheid.rangtrekking import trek_rangen
from locatieplanner.robuustheid.robuustheid import robuustheid
from locatieplanner.robuustheid.scorespeling import Scorespeling
from tests.bench.gegevens import kandidaten
from tests.bench.geheugen import piek_mb

EIGEN, LUS = "locatieplanner", "lus met pymcdm (WSM)"
TREKKINGEN = 1000
IN_DE_LUS = 50


def meet(aanpak: str, aantal: int) -> dict[str, float]:
    """Meet één aanpak in een eigen proces: seconden per duizend trekkingen, en piek MB."""
    opdracht = [sys.executable, "-m", "tests.bench.robuustheid", aanpak, str(aantal)]
    klaar = subprocess.run(opdracht, check=True, capture_output=True, text=True)
    return json.loads(klaar.stdout)


def _eigen(beoordeling: Beoordeling, instelling: Instelling) -> float:
    begin = time.perf_counter()
    robuustheid(beoordeling, instelling)
    return time.perf_counter() - begin


def _lus(beoordeling: Beoordeling, instelling: Instelling) -> float:
    deelscores = beoordeling.deelscores
    scores = deelscores.fillna(deelscores.mean()).to_numpy()
    gewichten = trek_gewichten(beoordeling.gewichten.aandelen, instelling, instelling.toeval()[0])[
        :IN_DE_LUS
    ]
    wsm, baten = WSM(lambda kolom, cost: kolom), np.ones(scores.shape[1])
    rangen = np.empty((IN_DE_LUS, len(scores)))
    begin = time.perf_counter()
    for trekking, gewicht in enumerate(gewichten):
        rangen[trekking] = wsm.rank(wsm(scores, gewicht, baten, validation=False))
    seconden = (time.perf_counter() - begin) * TREKKINGEN / IN_DE_LUS
    _zelfde_uitkomst(scores, gewichten, rangen)
    return seconden


def _zelfde_uitkomst(scores: np.ndarray, gewichten: np.ndarray, rangen: np.ndarray) -> None:
    """Stop als de rangordes verschillen: dan zeggen de tijden niets."""
    weegschaal = Weegschaal.van(scores, np.zeros(len(scores), dtype=bool), 0.5)
    toeval = np.random.default_rng(1)
    eigen = trek_rangen(weegschaal, Scorespeling.geen(weegschaal), gewichten, toeval)
    # Gelijke totalen delen bij ons de hoogste rang en daar de middelste.
    if np.median(np.abs(eigen - rangen)) > 1:
        raise SystemExit("de rangordes verschillen: dan zeggen de tijden niets")


_AANPAKKEN = {EIGEN: _eigen, LUS: _lus}


def main() -> None:
    lagen = lees_lagen()
    omgeving = bouw_omgeving(lagen)
    beoordeling = beoordeel(kandidaten(int(sys.argv[2]), lagen), omgeving)
    instelling = Instelling(trekkingen=TREKKINGEN, breedte=0.2, top=10, zaad=1)
    seconden = _AANPAKKEN[sys.argv[1]](beoordeling, instelling)
    sys.stdout.write(json.dumps({"seconden": seconden, "piek_mb": piek_mb()}))


if __name__ == "__main__":
    main()
