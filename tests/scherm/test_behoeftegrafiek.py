import pandas as pd
import pytest

from locatieplanner.opgave.behoefte import behoefteverloop
from locatieplanner.scherm.behoeftegrafiek import (
    behoeftegrafiek,
    geldeenheid,
    jaarnaam,
    kostengrafiek,
    leegstandgrafiek,
)
from locatieplanner.scherm.grafiek import in_stijl
from tests.domein.test_behoefte import scenario
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties


def rijen(grafiek):
    return [pd.DataFrame(deel) for deel in in_stijl(grafiek).to_dict()["datasets"].values()]


@pytest.fixture
def utrecht(omgeving):
    """Utrecht met 650 plaatsen, en 900 van maart tot en met mei; de behoefte is 800."""
    return behoefteverloop(
        locaties(locatie("A", 250, "2027-03-01", "2027-05-31")),
        omgeving,
        scenario(("2027-01", 2000.0)),
        "Utrecht",
        vanaf=BEGIN,
        aantal_maanden=14,
    )


def test_het_vlak_is_er_alleen_in_maanden_met_een_tekort(utrecht):
    vlak, lijn = rijen(behoeftegrafiek(utrecht))
    assert (vlak["boven"] - vlak["onder"]).tolist() == pytest.approx([150] * 11)
    # Elke maand heeft haar eigen breedte, ook de laatste.
    assert (pd.to_datetime(vlak["erna"]) > pd.to_datetime(vlak["maand"])).all()
    assert set(lijn["reeks"]) == {"capaciteit", "behoefte", "behoefte met buffer"}


def test_wat_leeg_staat_telt_op(utrecht):
    (vlak,) = rijen(leegstandgrafiek(utrecht))
    samen = vlak.groupby("maand")["plaatsen"].sum()
    assert samen.tolist() == pytest.approx(utrecht.maanden["leeg"].tolist())


def test_kosten_per_jaar_in_een_leesbare_eenheid(utrecht):
    (staven,) = rijen(kostengrafiek(utrecht))
    assert set(staven["naam"]) == {"2027", "2028 (2 mnd)"}
    buffer = staven[staven["reeks"].str.startswith("een volle buffer")]
    # 80 plaatsen × 1.000 euro per maand.
    assert buffer["duizend euro"].tolist() == pytest.approx([960, 160])


@pytest.mark.parametrize(
    ("hoogste", "eenheid"), [(1e6, "duizend euro"), (2e7, "miljoen euro"), (0.0, "duizend euro")]
)
def test_geldeenheid(hoogste, eenheid):
    assert geldeenheid(hoogste)[0] == eenheid


def test_een_deel_van_een_jaar_heet_zo():
    assert (jaarnaam("2027", 12), jaarnaam("2026", 2)) == ("2027", "2026 (2 mnd)")
