import pytest

from locatieplanner.domein.ketenscenario import parameter_id
from locatieplanner.scherm.ketenschuiven import SCHUIVEN, Schuif, procent_van, standen
from tests.ketens import ingebouwd


@pytest.mark.parametrize("schuif", SCHUIVEN, ids=lambda schuif: schuif.veld)
def test_elke_stand_mag_en_de_ingebouwde_waarde_is_er_een(schuif):
    parameter = ingebouwd()[parameter_id(schuif.veld)]
    gevonden = standen(schuif, parameter, parameter.waarde)
    assert parameter.waarde in gevonden
    assert (gevonden[0], gevonden[-1]) == (parameter.minimum, parameter.maximum)
    assert gevonden == sorted(set(gevonden))
    assert 10 < len(gevonden) < 300
    assert all(parameter.met(stand).waarde == stand for stand in gevonden)


def test_een_waarde_tussen_twee_stappen_is_een_stand():
    parameter = ingebouwd()["keten.nareis_per_maand"]
    assert {1300, 1333, 1350} <= set(standen(Schuif("nareis_per_maand", 50), parameter, 1333.0))


@pytest.mark.parametrize(
    ("aandeel", "tekst"), [(0.35, "35 %"), (1.0, "100 %"), (0.761, "76,1 %"), (0.0, "0 %")]
)
def test_een_aandeel_in_procenten(aandeel, tekst):
    assert procent_van(aandeel) == tekst
