import inspect

import pytest

from locatieplanner import fouten

KLASSEN = [
    klasse
    for _, klasse in inspect.getmembers(fouten, inspect.isclass)
    if issubclass(klasse, Exception) and klasse is not Exception
]


@pytest.mark.parametrize("klasse", KLASSEN, ids=lambda klasse: klasse.__name__)
def test_elke_fout_is_een_locatieplannerfout_met_uitleg_en_staat_in_de_boom(klasse):
    assert issubclass(klasse, fouten.LocatieplannerFout)
    assert klasse.__doc__
    assert klasse.__name__ in fouten.__doc__


def test_fouten_van_de_gebruiker_zijn_invoerfouten():
    for klasse in (fouten.BestandFout, fouten.KandidatenFout, fouten.GewichtenFout):
        assert issubclass(klasse, fouten.InvoerFout)
    for klasse in (fouten.LaagFout, fouten.ParameterFout, fouten.DoelsetFout, fouten.UitvoerFout):
        assert not issubclass(klasse, fouten.InvoerFout)
