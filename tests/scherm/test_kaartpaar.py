import pandas as pd

from locatieplanner.kaart.kaartpaar import Rand
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.planmeting import meet_plan, stel_vergelijking
from locatieplanner.portefeuille.planverschil import verschil
from locatieplanner.scherm.kaartpaar import randen
from locatieplanner.scherm.planvergelijking import Planvergelijking


def test_wat_op_kaart_a_alleen_hier_staat_staat_op_kaart_b_alleen_daar(beoordeling):
    probleem = stel_vergelijking(beoordeling, ())
    a, b = (
        meet_plan(probleem, Gekozenplan("p", pd.Series(plaatsen), "met de hand"))
        for plaatsen in ({"K1": 10, "K2": 400}, {"K3": 5, "K2": 300})
    )
    vergelijking = Planvergelijking(probleem, (a, b), verschil(a.plaatsen, b.plaatsen))
    assert vergelijking.verschil.index.tolist() == ["K1", "K3", "K2"]
    assert randen(vergelijking, 0).tolist() == [
        *(Rand.ALLEEN_HIER, Rand.ALLEEN_DAAR, Rand.ANDER_AANTAL)
    ]
    assert randen(vergelijking, 1).tolist() == [
        *(Rand.ALLEEN_DAAR, Rand.ALLEEN_HIER, Rand.ANDER_AANTAL)
    ]
