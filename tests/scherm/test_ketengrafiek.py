import pandas as pd
import pytest

from locatieplanner.opgave.beschikbaarheid import NOOIT
from locatieplanner.rapport.ketentabel import STANDNAMEN
from locatieplanner.scherm.grafiek import in_stijl
from locatieplanner.scherm.ketengrafiek import MET, MINDER, bezettingsgrafiek, verschilgrafiek
from tests.ketens import plan, reken


@pytest.fixture(scope="module")
def uitkomst():
    return reken(plan((84, "2027-06", NOOIT)))


def _gegevens(grafiek):
    """De rijen achter een grafiek, ook van elke laag."""
    ruw = in_stijl(grafiek).to_dict()
    return pd.concat([pd.DataFrame(rijen) for rijen in ruw["datasets"].values()])


def test_bezetting_naar_stand_zonder_plan_en_het_totaal_met(uitkomst):
    rijen = _gegevens(bezettingsgrafiek(uitkomst))
    rijen["reeks"] = rijen["reeks"].fillna(rijen["streep"])
    assert set(rijen["reeks"]) == {*STANDNAMEN.values(), MET}
    laatste = rijen[rijen["maand"] == rijen["maand"].max()].set_index("reeks")["personen"]
    assert laatste[list(STANDNAMEN.values())].sum() == pytest.approx(
        uitkomst.zonder["opvang"].iloc[-1]
    )
    assert laatste[MET] == pytest.approx(uitkomst.opvang_met.iloc[-1])


def test_verschil_per_maand(uitkomst):
    rijen = _gegevens(verschilgrafiek(uitkomst))
    assert set(rijen["reeks"]) == {MINDER}
    assert rijen["plaatsen"].max() == pytest.approx(84)
    assert len(rijen) == 36
