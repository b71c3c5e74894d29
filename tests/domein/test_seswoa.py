import pandas as pd

from locatieplanner.domein.seswoa import Seswoa
from tests.omgeving import HERKOMST


def test_een_gemeente_zonder_score_is_onbekend_en_niet_nul():
    ses = Seswoa(pd.Series({"GM0001": 0.2}), HERKOMST)
    assert ses.scores.reindex(["GM0001", "GM0002"]).isna().tolist() == [False, True]
