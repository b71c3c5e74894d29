import pandas as pd

from locatieplanner.portefeuille.eis import Eissoort
from locatieplanner.portefeuille.keuzemodel import bouw
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling


def test_elke_soort_eis_komt_uit_een_opdracht_en_heeft_regels():
    rijen = [
        kandidaat("bij_azc", x=115_000, y=404_100, capaciteit=40),
        kandidaat("laat", x=116_000, beschikbaar_van=pd.Timestamp("2030-01-01"), capaciteit=40),
        kandidaat("mix", x=116_500, aandeel_statushouders=1.0, capaciteit=40),
        kandidaat("vast", x=112_000, capaciteit=40),
        kandidaat("weg", x=117_000, capaciteit=40),
    ]
    opdracht = Opdracht(
        max_per_gemeente=2,
        max_evenredig=1.0,
        min_afstand_m=1500.0,
        min_afstand_opvang_m=1000.0,
        max_groot=Omvanggrens(1, 30),
        mixband=(0.0, 0.5),
        budget_euro=5_000_000.0,
        maand=pd.Period("2027-07", freq="M"),
        vast=("vast",),
        zonder=("weg",),
    )
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 80, 100)])
    model = bouw(stel_probleem(beoordeling, opdracht)).model
    assert {eis.soort for eis in model.eisen} == set(Eissoort)
    assert set(model.rij_eis[model.rij_eis >= 0]) == set(range(len(model.eisen)))
    assert len({eis.zin for eis in model.eisen}) == len(model.eisen)
