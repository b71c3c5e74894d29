import numpy as np
import pytest

from locatieplanner.portefeuille.gretig import eerste_keuze
from locatieplanner.portefeuille.keuzemodel import bouw
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import Nagelopen, maak_beoordeling, trek


@pytest.mark.parametrize("zaden", [range(700, 740), range(740, 780)], ids=str)
def test_een_eerste_keuze_voldoet_en_is_niet_beter_dan_de_beste(zaden):
    gehaald = 0
    for zaad in zaden:
        keuze = bouw(stel_probleem(*trek(zaad)))
        waarden = eerste_keuze(keuze)
        if waarden is None:
            assert keuze.probleem.opdracht.mixband is not None
            continue
        assert keuze.model.voldoet(waarden), zaad
        beste = Nagelopen(keuze.probleem).beste()[0][0]
        assert waarden[keuze.tekort].sum() >= beste
        gehaald += waarden[keuze.tekort].sum() == beste
    assert gehaald > len(zaden) / 2


def gebouwd(*rijen, opdracht, doelen):
    return bouw(stel_probleem(maak_beoordeling(*rijen, doelen=doelen), opdracht))


def test_wie_vaststaat_gaat_voor():
    rijen = [kandidaat(f"K{n}", x=105_000 + n, capaciteit=4) for n in range(3)]
    opdracht = Opdracht(vast=("K2",), min_afstand_m=1000.0)
    keuze = gebouwd(*rijen, opdracht=opdracht, doelen=[doel("Utrecht", 4, 4)])
    waarden = eerste_keuze(keuze)
    assert waarden[keuze.gekozen].tolist() == [0, 0, 1]


def test_een_grote_locatie_die_niet_meer_mag_blijft_onder_de_grens():
    rijen = [kandidaat(f"K{n}", x=101_000 + 4000 * n, capaciteit=6) for n in range(2)]
    opdracht = Opdracht(max_groot=Omvanggrens(1, 4))
    keuze = gebouwd(*rijen, opdracht=opdracht, doelen=[doel("Utrecht", 12, 12)])
    assert sorted(eerste_keuze(keuze)[keuze.plaatsen].tolist()) == [4, 6]


def test_lukt_het_niet_dan_is_er_geen_eerste_keuze():
    rij = kandidaat("K1", capaciteit=4, aandeel_statushouders=1.0)
    opdracht = Opdracht(vast=("K1",), mixband=(0.0, 0.5))
    keuze = gebouwd(rij, opdracht=opdracht, doelen=[doel("Utrecht", 4, 4)])
    assert eerste_keuze(keuze) is None


def test_blijft_er_tekort_dan_wordt_ook_de_grootste_eerst_geprobeerd():
    # De kleine met de hoogste score ligt in de weg van de grote.
    plekken = {"klein": (105_000, 2), "groot": (105_100, 9)}
    rijen = [kandidaat(id_, x=x, capaciteit=aantal) for id_, (x, aantal) in plekken.items()]
    keuze = gebouwd(*rijen, opdracht=Opdracht(min_afstand_m=500.0), doelen=[doel("Utrecht", 9, 9)])
    score = keuze.probleem.kiesbaar["score"]
    assert score["klein"] > score["groot"]
    waarden = eerste_keuze(keuze)
    assert np.round(waarden[keuze.plaatsen]).sum() == 9
