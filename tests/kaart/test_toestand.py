import numpy as np
from shapely.geometry import Point, box

from locatieplanner.kaart.klassen import pak
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand

LEEG = np.array([], dtype=np.int8)


def test_wat_leeg_is_reist_niet_mee():
    assert Kaarttoestand("", LEEG, LEEG, tekenen=False).als_dict() == {"verwerkt": 0}


def test_de_eerste_rij_kan_gekozen_zijn():
    assert Kaarttoestand("", LEEG, LEEG, gekozen=0).als_dict()["gekozen"] == 0


def test_klassen_reizen_ingepakt():
    scores = np.array([0, 1, 5, 6, 7], dtype=np.int8)
    assert Kaarttoestand("k.json", scores, LEEG).als_dict()["scores"] == pak(scores)


def test_een_sleutel_van_een_gebruiker_reist_niet_mee():
    beeld = Beeld("kandidaat:</script>", (130_000, 450_000, 140_000, 460_000))
    merk, west, zuid, oost, noord = Kaarttoestand("", LEEG, LEEG, beeld=beeld).als_dict()["beeld"]
    assert merk.isalnum()
    assert 4.9 < west < oost < 5.3
    assert 51.9 < zuid < noord < 52.2


def test_een_andere_sleutel_is_een_ander_merk():
    omvang = (130_000, 450_000, 140_000, 460_000)
    merken = {
        Kaarttoestand("", LEEG, LEEG, beeld=Beeld(s, omvang)).als_dict()["beeld"][0] for s in "abb"
    }
    assert len(merken) == 2


def test_beeld_rond_een_punt():
    assert Beeld.rond("x", Point(1000, 2000), 100).omvang == (900, 1900, 1100, 2100)


def test_concept_als_punt_en_als_vlak():
    punt = Kaarttoestand("", LEEG, LEEG, concept=Point(155_000, 463_000)).als_dict()["concept"]
    assert punt == [[5.387206, 52.155173]] or abs(punt[0][0] - 5.3872) < 0.001
    vlak = Kaarttoestand("", LEEG, LEEG, concept=box(155_000, 463_000, 155_100, 463_100))
    assert len(vlak.als_dict()["concept"]) == 5
