"""Opnieuw wegen en rangschikken: deze rekenkern naast pymcdm en scikit-criteria."""

import time
from collections.abc import Callable

import numpy as np
import skcriteria
from pymcdm.methods import WSM
from skcriteria.agg.simple import WeightedSumModel

from locatieplanner.beoordeling.weging import Weegschaal


def metingen(aantal: int, keer: int) -> dict[str, list[float]]:
    """Geef per aanpak de seconden van elke keer wegen met weer andere gewichten.

    Alle drie krijgen dezelfde matrix zonder onbekende scores: die kennen de andere twee niet.
    """
    toeval = np.random.default_rng(1)
    scores = toeval.uniform(1, 100, (aantal, 4))
    gewichten = toeval.dirichlet(np.ones(4), keer)
    weegschaal = Weegschaal.van(scores, np.zeros(aantal, dtype=bool), 0.5)
    wsm = WSM(lambda kolom, cost: kolom)
    baten = np.ones(4)
    model = WeightedSumModel()
    matrix = skcriteria.mkdm(scores, [max] * 4)

    def pymcdm(gewicht: np.ndarray) -> object:
        return wsm.rank(wsm(scores, gewicht, baten, validation=False))

    def scikit_criteria(gewicht: np.ndarray) -> object:
        return model.evaluate(matrix.replace(weights=gewicht)).rank_

    # Gelijke totalen (op zes decimalen) delen bij ons een rang, bij de andere niet altijd.
    eigen = weegschaal.weeg(gewichten[0]).rang
    for ander in (pymcdm, scikit_criteria):
        if np.abs(eigen - ander(gewichten[0])).max() > 5:
            raise SystemExit("de rangordes verschillen: dan zeggen de tijden niets")
    return {
        "locatieplanner": _tijden(lambda g: weegschaal.weeg(g), gewichten),
        "pymcdm (WSM)": _tijden(pymcdm, gewichten),
        "scikit-criteria (WSM)": _tijden(scikit_criteria, gewichten),
    }


def _tijden(weeg: Callable[[np.ndarray], object], gewichten: np.ndarray) -> list[float]:
    weeg(gewichten[0])
    tijden = []
    for gewicht in gewichten:
        begin = time.perf_counter()
        weeg(gewicht)
        tijden.append(time.perf_counter() - begin)
    return tijden
