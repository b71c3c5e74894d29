import json

import numpy as np
import pandas as pd
import pytest

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.rapport.deelbaar import AFGESCHERMD
from locatieplanner.rapport.json_uitvoer import als_json, json_tekst


def test_rijen_op_rangvolgorde_met_vaste_kolommen(beoordeling):
    rijen = json.loads(als_json(beoordeling))
    assert [rij["id"] for rij in rijen] == beoordeling.tabel()["id"].tolist()
    assert all(list(rij) == list(KOLOMMEN) for rij in rijen)


def test_onbekend_is_null(beoordeling):
    tekst = als_json(beoordeling)
    assert "NaN" not in tekst
    per_id = {rij["id"]: rij for rij in json.loads(tekst)}
    assert per_id["K1"]["score_mix"] is None
    assert per_id["K3"]["gemeente"] is per_id["K3"]["rang"] is None


def test_redenen_zijn_lijsten_ook_met_een_puntkomma_erin(beoordeling):
    per_id = {rij["id"]: rij for rij in json.loads(als_json(beoordeling))}
    assert per_id["K6"]["uitsluitingen"] == ["status afgevallen: te duur; zie brief"]
    assert per_id["K1"]["uitsluitingen"] == per_id["K1"]["aandachtspunten"] == []
    assert len(per_id["K4"]["aandachtspunten"]) == 1


def test_te_weinig_bekend_is_een_eigen_punt(beoordeling):
    from locatieplanner.domein.gewichten import Gewichten

    alleen_mix = beoordeling.herweeg(Gewichten(0, 0, 0, 1))
    per_id = {rij["id"]: rij for rij in json.loads(als_json(alleen_mix))}
    assert len(per_id["K1"]["aandachtspunten"]) == 1
    assert len(per_id["K4"]["aandachtspunten"]) == 2


def test_voor_derden(beoordeling):
    rijen = json.loads(als_json(beoordeling, deel_beschermd=False))
    per_id = {rij["id"]: rij for rij in rijen}
    assert not {"K4", "K7", "K8"} & set(per_id)
    dicht = [rij for rij in rijen if rij["id"].startswith("beschermd-")]
    assert rijen[-3:] == dicht
    for rij in dicht:
        assert rij["aandachtspunten"] == [AFGESCHERMD]
        assert rij["score_nabijheid"] is rij["score_totaal"] is rij["rang"] is None
    assert sorted(len(rij["uitsluitingen"]) for rij in dicht) == [0, 1, 1]
    # De redenen van de andere rijen blijven bij hun rij.
    assert per_id["K6"]["uitsluitingen"] == ["status afgevallen: te duur; zie brief"]
    assert "Kerkstraat" not in str(per_id)


def test_aantal_beperkt_de_rijen(beoordeling):
    assert len(json.loads(als_json(beoordeling, aantal=2))) == 2


def test_zelfde_bytes_en_regeleinde(beoordeling):
    tekst = als_json(beoordeling)
    assert tekst == als_json(beoordeling)
    assert tekst.endswith("]\n")
    assert "ë" in tekst


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        (float("nan"), "null"),
        (float("inf"), "null"),
        (pd.NA, "null"),
        (pd.NaT, "null"),
        (-0.0, "0.0"),
        (0.1 + 0.2, "0.3"),
        (np.float64(1.5), "1.5"),
        (np.int64(3), "3"),
        (np.bool_(True), "true"),
        (True, "true"),
        ({"a": (1, None)}, '{\n "a": [\n  1,\n  null\n ]\n}'),
    ],
)
def test_kale_waarden(waarde, verwacht):
    assert json_tekst(waarde) == verwacht + "\n"
