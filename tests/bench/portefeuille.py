"""Een portefeuille tot een bewezen gat van 1 %: dit programma, en hetzelfde model met pulp en CBC.

Alle twaalf provincies hebben hun hele doel te kiezen, in 342 gemeenten: ten hoogste drie locaties
en 150 % van het evenredige deel per gemeente, en ten minste twee kilometer ertussen.

Gebruik: ``python -m tests.bench.portefeuille 5000`` meet één aantal kandidaten.
"""

import sys
import time
import warnings
from dataclasses import dataclass, replace

import numpy as np
import pulp

from locatieplanner.beoordeling.beoordeling import Beoordeling, beoordeel
from locatieplanner.beoordeling.omgeving import bouw_omgeving, lees_lagen
from locatieplanner.portefeuille.keuzemodel import Keuzemodel, bouw
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from locatieplanner.portefeuille.samenstellen import rekengrens, trappen, zoek_beste
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.bench.gegevens import kandidaten

OPDRACHT = Opdracht(max_per_gemeente=3, max_evenredig=1.5, min_afstand_m=2000.0)
GAT = 0.01
TIJD_S = 600


@dataclass(frozen=True)
class Meting:
    """Seconden, tekort in plaatsen, score × plaatsen, en het bewezen gat van het laatste."""

    seconden: float
    tekort: float
    punten: float
    gat: float


def maak_beoordeling(aantal: int) -> Beoordeling:
    """Kandidaten zonder plannen, tegen een doelset waar bestaande opvang niet voor meetelt."""
    lagen = lees_lagen()
    kaal = {id_: replace(d, bestaand_telt_mee=False) for id_, d in lagen.doelsets.items()}
    parameters = lagen.parameters.met({"portefeuille.gat": GAT, "portefeuille.tijd_s": TIJD_S})
    omgeving = bouw_omgeving(replace(lagen, doelsets=kaal), "spreidingswet-2024", parameters)
    return beoordeel(kandidaten(aantal, lagen).assign(status="idee"), omgeving)


def meet(beoordeling: Beoordeling) -> Meting:
    """Van beoordeling tot bewezen portefeuille, met dit programma."""
    begin = time.perf_counter()
    keuze = bouw(stel_probleem(beoordeling, OPDRACHT))
    gevonden = zoek_beste(keuze, rekengrens(keuze.probleem.parameters), Toezicht())
    seconden = time.perf_counter() - begin
    if gevonden.waarden is None or not keuze.model.voldoet(gevonden.waarden):
        raise SystemExit("er is geen portefeuille gevonden die voldoet")
    tekort, score = gevonden.bewijzen
    return Meting(seconden, abs(tekort.beste), score.beste, max(tekort.gat, score.gat))


def meet_cbc(beoordeling: Beoordeling) -> Meting:
    """Hetzelfde model met pulp en CBC: eerst het tekort, dan de score."""
    begin = time.perf_counter()
    keuze = bouw(stel_probleem(beoordeling, OPDRACHT))
    uitkomsten = []
    with warnings.catch_warnings():
        # PuLP kondigt bij elke kolom aan dat het in een volgende versie anders moet.
        warnings.simplefilter("ignore", DeprecationWarning)
        probleem, kolommen = _in_pulp(keuze)
        for trap in trappen(keuze):
            doel = pulp.lpSum(
                trap.doel[kolom] * kolommen[kolom] for kolom in np.flatnonzero(trap.doel)
            )
            probleem.setObjective(doel)
            probleem.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=GAT, timeLimit=TIJD_S, threads=1))
            uitkomsten.append(pulp.value(doel))
            probleem += doel >= uitkomsten[-1] - 1e-3
    seconden = time.perf_counter() - begin
    return Meting(seconden, abs(uitkomsten[0]), uitkomsten[1], GAT)


def _in_pulp(keuze: Keuzemodel) -> tuple[pulp.LpProblem, list[pulp.LpVariable]]:
    model = keuze.model
    soorten = (pulp.LpContinuous, pulp.LpInteger)
    kolommen = [
        pulp.LpVariable(f"k{nummer}", laag, hoog, soorten[int(heel)])
        for nummer, (laag, hoog, heel) in enumerate(
            zip(model.laag, model.hoog, model.geheel, strict=True)
        )
    ]
    probleem = pulp.LpProblem("portefeuille", pulp.LpMaximize)
    wijzers = model.matrix.indptr
    for rij, (laag, hoog) in enumerate(zip(model.rij_laag, model.rij_hoog, strict=True)):
        deel = slice(wijzers[rij], wijzers[rij + 1])
        som = pulp.LpAffineExpression(
            [
                (kolommen[kolom], float(waarde))
                for kolom, waarde in zip(
                    model.matrix.indices[deel], model.matrix.data[deel], strict=True
                )
            ]
        )
        if np.isfinite(laag):
            probleem += som >= laag
        if np.isfinite(hoog):
            probleem += som <= hoog
    return probleem, kolommen


def main() -> None:
    """Meet één aantal kandidaten, met beide."""
    beoordeling = maak_beoordeling(int(sys.argv[1]))
    sys.stdout.write(
        f"locatieplanner {meet(beoordeling)}\npulp en CBC    {meet_cbc(beoordeling)}\n"
    )


if __name__ == "__main__":
    main()
