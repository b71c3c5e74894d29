"""Een gemeenteblad van elke gemeente: onze reeks naast één proces, en naast Word.

Elke aanpak draait in een eigen proces. Het geheugen is dat van dat proces en zijn meewerkers samen:
elke bladzijde geheugen telt één keer, ook als meer processen haar delen (PSS).
Gebruik: ``python -m tests.bench.rapport AANPAK``.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.omgeving import bouw_omgeving, lees_lagen
from locatieplanner.bronnen.lagen import lees_gemeenten_kaart
from locatieplanner.rapport.document.basis import Rapportbasis
from locatieplanner.rapport.document.gegevens import Rapportgegevens
from locatieplanner.rapport.document.gemeenteblad import gemeenteblad
from locatieplanner.rapport.document.reeks import schrijf_reeks
from locatieplanner.rapport.document.schrijven import Schrijfsoort, schrijf_document
from tests.bench.gegevens import kandidaten

REEKS, EEN, WORD = "reeks, PDF", "één proces, PDF", "reeks, Word"
AANTAL = 1_000
_KIJKTIJD_S = 0.5
_KILO = 1024


def meet(aanpak: str) -> dict[str, float]:
    """Meet één aanpak in een eigen proces: seconden, piek MB en hoeveel bladen."""
    opdracht = [sys.executable, "-m", "tests.bench.rapport", aanpak]
    klaar = subprocess.run(opdracht, check=True, capture_output=True, text=True)
    return json.loads(klaar.stdout)


def _pss_mb(pid: int) -> float:
    """Het geheugen van een proces, waarin gedeeld geheugen naar rato telt."""
    try:
        regels = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:")) / _KILO


def _familie() -> list[int]:
    """Dit proces en wie het startte."""
    kinderen = [
        int(pid)
        for taak in Path("/proc/self/task").iterdir()
        for pid in (taak / "children").read_text(encoding="ascii").split()
    ]
    return [os.getpid(), *kinderen]


class _Piek(threading.Thread):
    """Houdt bij hoeveel geheugen de processen samen op hun hoogst hebben."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.mb = 0.0
        self.klaar = threading.Event()

    def run(self) -> None:
        while not self.klaar.wait(_KIJKTIJD_S):
            self.mb = max(self.mb, sum(map(_pss_mb, _familie())))


def main() -> None:
    aanpak = sys.argv[1]
    lagen = lees_lagen()
    beoordeling = beoordeel(kandidaten(AANTAL, lagen), bouw_omgeving(lagen))
    gegevens = Rapportgegevens(
        "2026-01-01", "bench", lees_gemeenten_kaart(), landelijk=lagen.taakstelling,
        inwoners=lagen.herkomst_inwoners,
    )  # fmt: skip
    piek = _Piek()
    piek.start()
    begin = time.perf_counter()
    basis = Rapportbasis.van(beoordeling, gegevens)
    codes = [str(code) for code in beoordeling.omgeving.gemeenten.index]
    bladen = ((code, gemeenteblad(basis, code)) for code in codes)
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "bladen.zip"
        if aanpak == EEN:
            aantal = sum(bool(schrijf_document(blad, Schrijfsoort.PDF)) for _, blad in bladen)
        else:
            soort = Schrijfsoort.DOCX if aanpak == WORD else Schrijfsoort.PDF
            aantal = schrijf_reeks(bladen, pad, soort=soort)
    seconden = time.perf_counter() - begin
    piek.klaar.set()
    piek.join()
    sys.stdout.write(json.dumps({"seconden": seconden, "piek_mb": piek.mb, "bladen": aantal}))


if __name__ == "__main__":
    main()
