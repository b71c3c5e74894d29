import pandas as pd
import pytest

from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.plan import Gekozenplan


def test_een_plan_staat_op_volgorde_van_id_in_hele_plaatsen():
    plan = Gekozenplan("proef", pd.Series({"b": 20.0, "a": 10.0}), "met de hand")
    assert plan.plaatsen.to_dict() == {"a": 10, "b": 20}
    assert list(plan.plaatsen.index) == ["a", "b"]
    assert plan.plaatsen.dtype == "int64"


def test_een_leeg_plan_mag():
    assert len(Gekozenplan("leeg", pd.Series(dtype="int64"), "met de hand").plaatsen) == 0


def test_alle_problemen_staan_in_een_melding():
    plaatsen = pd.Series([0, 5, 5, 2.5], index=["nul", "dubbel", "dubbel", "half"])
    with pytest.raises(InvoerFout) as fout:
        Gekozenplan(" ", plaatsen, "met de hand")
    regels = str(fout.value).splitlines()
    assert len(regels) == 3
    assert "geen naam" in regels[0]
    assert "dubbel" in regels[1]
    assert "nul en half" in regels[2]
