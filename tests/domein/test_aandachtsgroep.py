from locatieplanner.domein.kandidaat import AANDEEL
from tests.omgeving import AANDACHTSGROEPEN


def test_de_kolom_heet_naar_de_code():
    assert AANDACHTSGROEPEN["studenten"].kolom == AANDEEL + "studenten" == "aandeel_studenten"


def test_amv_is_in_het_echt_beschermd(omgeving_echt):
    assert omgeving_echt.aandachtsgroepen["amv"].beschermd


def test_elke_echte_groep_heeft_een_bezetting_en_beide_rollen_komen_voor(omgeving_echt):
    groepen = omgeving_echt.aandachtsgroepen
    assert all(groep.code == code for code, groep in groepen.items())
    assert all(groep.bezetting >= 1 for groep in groepen.values())
    assert {groep.rol for groep in groepen.values()} == {"kwetsbaar", "dragend"}
