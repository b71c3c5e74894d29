import math

import pytest

from locatieplanner.portefeuille.oplosser import Afloop
from locatieplanner.portefeuille.stap import Stap
from locatieplanner.portefeuille.trappen import Bewijs
from locatieplanner.portefeuille.uitspraak import over_bewijs


@pytest.mark.parametrize(
    ("bewijs", "zin"),
    [
        (
            Bewijs(Stap.SCORE, 40_000.0, 40_400.0, Afloop.BEWEZEN, 1.0),
            "Score: 40.000 punten (score × plaatsen); meer dan 40.400 kan niet (gat 1,00 %, "
            "bewezen).",
        ),
        (
            Bewijs(Stap.SPREIDING, -0.0, 0.0, Afloop.BEWEZEN, 1.0),
            "Spreiding: 0 plaatsen boven het evenredige deel; minder dan 0 kan niet (gat 0,00 %, "
            "bewezen).",
        ),
        (
            Bewijs(Stap.TEKORT, -7.0, math.inf, Afloop.TIJD, 59.6),
            "Tekort: 7 plaatsen te weinig; minder dan 0 kan niet (gat onbekend, tijd op na 60 s).",
        ),
    ],
)
def test_wat_er_bewezen_is_in_een_zin(bewijs, zin):
    assert over_bewijs(bewijs) == zin
