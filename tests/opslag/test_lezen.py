from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import text

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.fouten import OpslagFout, ToegangFout
from locatieplanner.opslag.delta import Stand
from locatieplanner.opslag.lezen import als_inhoud, lees_nu, open_plan
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.plannen import maak_plan
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.trekken import inhouden, zelfde_inhoud
from tests.opslag.wereld import NASLAG

VOL = Planinhoud(
    maak_kandidaten(kandidaat("é 1", woningen=4, aandeel_studenten=1 / 3), kandidaat("a")),
    bron="in.csv",
    doelset="proef",
    vul_aan=False,
    provincie="Utrecht",
    gemeente="GM0001",
    gewichten=Gewichten(1 / 3, 0, 7, 1e-9),
    parameters=(("a.b", 1.5), ("a.c", "tekst"), ("a.d", ((0.0, 100.0), (10.0, 0.0)))),
    vaste_plaatsen=(("proef", "GM0001", 12),),
    vergunninghouders=((Halfjaar(2026, 2), 13000),),
    gerealiseerd=pd.DataFrame(
        {
            "gemeentecode": pd.Series(["GM0001"], dtype="str"),
            "aantal": pd.Series([3], dtype="int64"),
            "halfjaar": pd.Series(["2026-I"], dtype="str"),
        }
    ),
    zoekpunt=(105_000.25, 405_000.0, "Kerkstraat"),
    kaartlagen=("natura2000",),
)


def test_alles_komt_terug_zoals_het_erin_ging(wereld):
    plan = maak_plan(wereld.database, wereld.planner, wereld.project, "Vol", VOL)
    assert zelfde_inhoud(wereld.open(plan).inhoud, VOL)
    leeg = replace(VOL, kandidaten=maak_kandidaten())
    assert zelfde_inhoud(wereld.stel(plan, kandidaten=leeg.kandidaten).inhoud, leeg)
    assert zelfde_inhoud(wereld.open(plan).inhoud, leeg)
    assert zelfde_inhoud(wereld.open(plan, nummer=1).inhoud, VOL)


@settings(
    max_examples=10,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(inhoud=inhouden)
def test_wat_er_ook_in_staat_de_database_geeft_het_terug(wereld, inhoud):
    plan = maak_plan(wereld.database, wereld.planner, wereld.project, "Getrokken", inhoud)
    assert zelfde_inhoud(wereld.open(plan).inhoud, inhoud)


@pytest.mark.parametrize("id_", ["", "0" * 32, "'; --", "x" * 1000])
def test_een_plan_dat_er_niet_is(wereld, id_):
    with pytest.raises(ToegangFout, match="bestaat niet, of u hebt er geen toegang"):
        open_plan(wereld.database, wereld.planner, id_)


def test_wat_niet_te_lezen_is_zegt_wat_te_doen():
    for stand in (
        Stand({"K": {"capaciteit": "veel"}}, {}),
        Stand({}, {"gewichten": {"mix": -1}}),
        Stand({}, {"plannen": 3}),
    ):
        with pytest.raises(OpslagFout, match="database controleer"):
            als_inhoud(stand, NASLAG)


def test_een_beschadigde_rij_geeft_een_melding(eigen_wereld):
    plan = eigen_wereld.plan()
    with eigen_wereld.database.schrijven() as verbinding:
        verbinding.execute(text('UPDATE kandidaat SET eigenschappen = \'{"capaciteit": "x"}\''))
    with pytest.raises(OpslagFout, match="niet te lezen"):
        eigen_wereld.open(plan)


def test_de_stand_van_nu_komt_uit_de_tabellen(wereld):
    plan = wereld.zet(wereld.plan(), "K1", capaciteit=5)
    with wereld.database.lezen() as verbinding:
        stand, versies, instellingversies = lees_nu(verbinding, plan.kop.id)
    assert stand.kandidaten["K1"]["capaciteit"] == 5
    assert versies == {"K1": 2, "K2": 1}
    assert set(instellingversies.values()) == {1}
