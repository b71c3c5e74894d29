import json
import re

import numpy as np
import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string, generate_js_hash

from locatieplanner.kaart.kaartpaar import Blad, Rand, maak_kaartpaar, maak_paarlaag
from locatieplanner.kaart.klassen import pak
from locatieplanner.kaart.toestand import Kaarttoestand
from locatieplanner.kaart.vormen import RANDEN


def blad(titel, kandidaten="a.json", aantal=3):
    codes = np.arange(aantal, dtype=np.int8)
    return Blad(titel, Kaarttoestand(kandidaten, codes, codes), codes)


def teken(adressen, basislagen, *bladen):
    kaart = maak_kaartpaar(adressen, basislagen)
    kaart.get_root().render()
    return _get_map_string(kaart), _get_feature_group_string(maak_paarlaag(bladen), kaart)


def test_het_vaste_deel_is_elke_keer_gelijk_en_wijst_niet_naar_buiten(adressen, basislagen):
    eerste, _ = teken(adressen, basislagen, blad("A"), blad("B"))
    tweede, laag = teken(adressen, basislagen, blad("anders"), blad("B", aantal=4))
    assert generate_js_hash(eerste, "kaart") == generate_js_hash(tweede, "kaart")
    assert "locatieplanner.maakPaar(" in eerste
    assert "://" not in eerste + laag


def test_beide_bladen_reizen_mee_als_gewone_tekst(adressen, basislagen):
    vijandig = "</script><b>{{ 7*7 }}</b>"
    _, laag = teken(adressen, basislagen, blad(vijandig), blad("B", "b.json"))
    assert "</script><b>" not in laag
    inhoud = json.loads(re.search(r"locatieplanner\.toonPaar\(map_div, (\{.*\})\);", laag)[1])
    een, ander = inhoud["bladen"]
    assert een["titel"] == vijandig
    assert (een["kandidaten"], ander["kandidaten"]) == ("a.json", "b.json")
    assert een["randen"] == pak([0, 1, 2])
    assert "tekenen" not in een


def test_een_adres_in_plaats_van_een_naam_kan_niet():
    with pytest.raises(ValueError, match="geen naam van een kaartlaag"):
        maak_paarlaag((blad("A"), blad("B", "../elders.json")))


def test_elke_rand_heeft_woorden():
    assert [RANDEN[rand] for rand in Rand] == list(RANDEN)
