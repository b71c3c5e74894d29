"""Zoekgebieden: van een gemeente tot het land, en opnieuw wegen naast gewone NumPy.

Elk gebied wordt in een eigen proces gerekend, zodat het piekgeheugen van dat ene is; de processen
die het start tellen mee. Opnieuw wegen staat naast dezelfde som in gewone NumPy, en naast het
kopiëren van evenveel bytes: sneller dan dat kan het niet.
Gebruik: ``python -m tests.bench.zoekgebieden GEBIED``.
"""

import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import numpy as np

from locatieplanner.beoordeling.omgeving import bouw_omgeving, lees_lagen
from locatieplanner.zoekgebieden.banden import GEEN, SCORESCHAAL
from locatieplanner.zoekgebieden.grondslag import leg_grondslag
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from locatieplanner.zoekgebieden.scorestapel import Scorestapel
from locatieplanner.zoekgebieden.werkers import op_deze_computer
from locatieplanner.zoekgebieden.zoekraster import bereken
from tests.bench.geheugen import piek_mb

GEMEENTE, PROVINCIE, NEDERLAND = "gemeente Amersfoort", "provincie Utrecht", "Nederland"
EIGEN, GEWOON, KOPIE = "locatieplanner", "gewone NumPy", "kopie van evenveel bytes"

_INSTELLING = Instelling(150, "azc")
_GEMEENTECODE = "GM0307"


def meet(gebied: str) -> dict[str, float]:
    """Meet één gebied in een eigen proces: cellen, seconden (rekenen en geheel) en piek MB."""
    opdracht = [sys.executable, "-m", "tests.bench.zoekgebieden", gebied]
    klaar = subprocess.run(opdracht, check=True, capture_output=True, text=True)
    return json.loads(klaar.stdout)


def meet_wegen(keer: int, zijde: int = 3_000) -> dict[str, list[float]]:
    """Meet opnieuw wegen van een vierkant van cellen, seconden per keer en per aanpak.

    Een schijf in het midden ligt in het gebied, ongeveer de helft van de cellen zoals in het
    venster om Nederland; in de zuidelijke helft is de mix onbekend.
    """
    toeval = np.random.default_rng(28992)
    cellen = zijde * zijde
    getallen = toeval.integers(0, 10_001, (4, cellen), dtype=np.uint16)
    rij, kolom = np.divmod(np.arange(cellen), zijde)
    getallen[:, (rij - zijde / 2) ** 2 + (kolom - zijde / 2) ** 2 > (0.4 * zijde) ** 2] = GEEN
    getallen[3, rij > zijde / 2] = GEEN
    stapel = Scorestapel.van(list(getallen))
    scores = np.where(getallen == GEEN, np.nan, getallen * np.float32(SCORESCHAAL))
    aandelen = np.array([0.4, 0.3, 0.2, 0.1])
    # Een stuk zonder gegevens wordt alleen geschreven; kopiëren leest en schrijft elke byte.
    per_cel = np.where(stapel.stukken == 0, 4, 4 + 4 * len(aandelen)).mean()
    bron = np.empty(int(per_cel * cellen) // 2, dtype=np.uint8)
    doel = np.empty_like(bron)
    bron.fill(1)
    totaal = np.empty(cellen, dtype=np.float32)
    _zelfde(stapel.weeg(aandelen, totaal), _gewoon(scores, aandelen))
    return {
        EIGEN: _tijden(lambda: stapel.weeg(aandelen, totaal), keer),
        GEWOON: _tijden(lambda: _gewoon(scores, aandelen), max(keer // 5, 3)),
        KOPIE: _tijden(lambda: _kopieer(doel, bron), keer),
    }


def _gewoon(scores: np.ndarray, aandelen: np.ndarray) -> np.ndarray:
    gewichten = aandelen.astype(np.float32)[:, np.newaxis]
    bekend = ~np.isnan(scores)
    som = np.where(bekend, scores * gewichten, np.float32(0)).sum(axis=0)
    with np.errstate(invalid="ignore"):
        return som / (bekend * gewichten).sum(axis=0)


def _kopieer(doel: np.ndarray, bron: np.ndarray) -> None:
    """Kopieer met zoveel draden als er kernen zijn; lezen en schrijven tellen allebei."""
    delen = np.linspace(0, len(bron), (os.cpu_count() or 1) + 1).astype(int)
    with ThreadPoolExecutor(len(delen) - 1) as draden:
        for klaar in [draden.submit(np.copyto, doel[a:b], bron[a:b]) for a, b in pairwise(delen)]:
            klaar.result()


def _zelfde(een: np.ndarray, ander: np.ndarray) -> None:
    """Stop als de totalen verschillen: dan zeggen de tijden niets."""
    if not np.allclose(een, ander, atol=1e-3, equal_nan=True):
        raise SystemExit("de totalen verschillen: dan zeggen de tijden niets")


def _tijden(doe: object, keer: int) -> list[float]:
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return tijden


def main() -> None:
    lagen = lees_lagen()
    omgeving = bouw_omgeving(lagen)
    gebied = {
        GEMEENTE: Zoekgebied.gemeente(_GEMEENTECODE, omgeving.gemeenten),
        PROVINCIE: Zoekgebied.provincie("Utrecht", omgeving.gemeenten),
        NEDERLAND: Zoekgebied.nederland(omgeving.gemeenten),
    }[sys.argv[1]]
    with tempfile.TemporaryDirectory() as map_:
        begin = time.perf_counter()
        raster = bereken(omgeving, _INSTELLING, gebied, Path(map_) / "z.tif")
        geheel = time.perf_counter() - begin
        bytes_ = raster.pad.stat().st_size
    grond = leg_grondslag(omgeving, _INSTELLING, gebied)
    blok = next(iter(raster.venster.blokken(raster.venster.breedte // 32 * 16)))
    begin = time.perf_counter()
    list(op_deze_computer(grond, [blok]))
    per_blok = time.perf_counter() - begin
    # Van het grootste kind: er zijn er hoogstens zoveel tegelijk als er kernen zijn.
    kinderen = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    aantal = multiprocessing.cpu_count() if kinderen else 0
    sys.stdout.write(
        json.dumps(
            {
                "cellen": raster.venster.cellen,
                "seconden": geheel,
                "per_cel_us": 1e6 * per_blok / blok.cellen,
                "piek_mb": piek_mb() + aantal * kinderen,
                "mb": bytes_ / 1e6,
            }
        )
    )


if __name__ == "__main__":
    main()
