from dataclasses import FrozenInstanceError

import pandas as pd
import pytest

from locatieplanner.bronnen.opbrengst import Opbrengst, Stap
from locatieplanner.domein.gebied import HEEL_NEDERLAND


def test_peildatum_en_toelichting_mogen_ontbreken():
    opbrengst = Opbrengst(pd.DataFrame({"a": [1]}), "https://a.nl", HEEL_NEDERLAND.vlak)
    assert (opbrengst.peildatum, opbrengst.toelichting) == ("", "")


def test_een_totaal_mag_onbekend_zijn():
    stap = Stap("ophalen", 3)
    assert stap.totaal is None
    with pytest.raises(FrozenInstanceError):
        stap.gedaan = 4
