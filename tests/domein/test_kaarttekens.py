import numpy as np

from locatieplanner.domein.kaarttekens import GROOTTES, VORMEN, grootte_van, vorm_van


def test_elk_type_heeft_een_vorm_en_een_vreemd_type_de_laatste():
    typen = [type_ for vorm in VORMEN for type_ in vorm.typen]
    assert len(typen) == len(set(typen)) == 10
    nummers = vorm_van([*typen, "zelfbedacht"])
    assert nummers[-1] == len(VORMEN) - 1
    assert all(type_ in VORMEN[n].typen for type_, n in zip(typen, nummers, strict=False))


def test_grootte_volgt_de_banden():
    assert grootte_van([1, 99, 100, 299, 300, 599, 600, 5000]).tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert grootte_van([np.nan]).tolist() == [0]


def test_groottes_lopen_op():
    stralen = [grootte.straal for grootte in GROOTTES]
    assert stralen == sorted(stralen)


def test_niets_geeft_niets():
    assert vorm_van([]).size == 0
    assert grootte_van([]).size == 0
