import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from locatieplanner.fouten import Afgebroken, RekenFout
from locatieplanner.portefeuille.voortgang import Toezicht, Voortgang
from locatieplanner.scherm.berekening import Berekening

WACHTEN_S = 20


@pytest.fixture
def draden():
    with ThreadPoolExecutor(max_workers=1) as draden:
        yield draden


class Rekenaar:
    """Meldt iets, en rekent tot het mag of moet stoppen."""

    def __init__(self):
        self.begonnen, self.klaar, self.gestopt = (threading.Event() for _ in range(3))

    def __call__(self, toezicht: Toezicht) -> str:
        toezicht.meld(Voortgang("score", 1.0, 2.0, 0.5, 0.1))
        self.begonnen.set()
        while not self.klaar.wait(0.01):
            if toezicht.stop.is_set():
                self.gestopt.set()
            toezicht.controleer()
        return "antwoord"


def wacht(berekening):
    einde = threading.Event()
    for _ in range(100 * WACHTEN_S):
        if not berekening.bezig:
            return
        einde.wait(0.01)
    pytest.fail("de berekening hield niet op")


def test_zij_rekent_op_de_achtergrond_en_geeft_haar_antwoord(draden):
    rekenaar = Rekenaar()
    berekening = Berekening(rekenaar, draden)
    assert rekenaar.begonnen.wait(WACHTEN_S)
    assert berekening.bezig
    assert not berekening.wacht
    assert berekening.voortgang.gat == 0.5
    rekenaar.klaar.set()
    wacht(berekening)
    assert berekening.antwoord() == "antwoord"


def test_afbreken_geeft_geen_half_antwoord(draden):
    rekenaar = Rekenaar()
    berekening = Berekening(rekenaar, draden)
    assert rekenaar.begonnen.wait(WACHTEN_S)
    berekening.breek_af()
    wacht(berekening)
    with pytest.raises(Afgebroken):
        berekening.antwoord()


def test_wie_op_zijn_beurt_wacht_begint_na_afbreken_niet(draden):
    eerste, tweede = Rekenaar(), Rekenaar()
    loopt = Berekening(eerste, draden)
    wachtend = Berekening(tweede, draden)
    assert eerste.begonnen.wait(WACHTEN_S)
    assert wachtend.wacht
    wachtend.breek_af()
    eerste.klaar.set()
    wacht(loopt)
    wacht(wachtend)
    with pytest.raises(Afgebroken):
        wachtend.antwoord()
    assert not tweede.begonnen.is_set()


def test_een_fout_komt_bij_wie_het_antwoord_vraagt(draden):
    def mislukt(_):
        raise RekenFout("dat lukt niet")

    berekening = Berekening(mislukt, draden)
    wacht(berekening)
    with pytest.raises(RekenFout, match="dat lukt niet"):
        berekening.antwoord()


def test_als_niemand_haar_meer_vasthoudt_stopt_zij(draden):
    rekenaar = Rekenaar()
    berekening = Berekening(rekenaar, draden)
    assert rekenaar.begonnen.wait(WACHTEN_S)
    del berekening
    gc.collect()
    assert rekenaar.gestopt.wait(WACHTEN_S)
