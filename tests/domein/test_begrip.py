from dataclasses import FrozenInstanceError

import pytest

from locatieplanner.domein.begrip import Begrip, Rubriek


@pytest.mark.parametrize("geheel", [Begrip("a", "b", "c"), Rubriek("a", "b", ("c",))])
def test_een_begrip_verandert_niet(geheel):
    with pytest.raises(FrozenInstanceError):
        geheel.naam = "x"
