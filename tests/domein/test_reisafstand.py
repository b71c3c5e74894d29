import inspect

import pytest

from locatieplanner.domein.reisafstand import Reisafstand
from locatieplanner.netwerk.hemelsbreed import Hemelsbreed


@pytest.mark.parametrize("meter", [Hemelsbreed])
def test_elke_afstandsmeter_heeft_dezelfde_vorm(meter):
    assert inspect.signature(meter.dichtstbij) == inspect.signature(Reisafstand.dichtstbij)
    assert isinstance(inspect.getattr_static(meter, "omschrijving"), property)
