import re

import pytest

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.opslag.planversie import Plankop
from locatieplanner.scherm.planlijst import regel


@pytest.mark.parametrize("archief", [True, False])
def test_een_plan_is_een_regel_zonder_opmaak_van_een_ander(archief):
    kwaad = "<script>x</script> **vet**"
    kop = Plankop(
        "p", "q", kwaad, archief, 12, "2026-11-25T12:00:00+00:00", kwaad, Projectrol.LEZER
    )
    tekst = regel(kop, kwaad, open_=not archief)
    assert re.search(r"(?<!\\)<script", tekst) is None
    assert "**vet**" not in tekst
    assert "u bent lezer" in tekst
    assert ("in het archief" in tekst) is archief
    assert ("nu open" in tekst) is not archief
