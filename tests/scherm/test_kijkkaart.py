import numpy as np

from locatieplanner.domein.klassen import NIET_GETOOND, ONBEKEND, SCOREKLASSEN
from locatieplanner.scherm.kijkkaart import scoreklassen_van


def test_de_klasse_is_die_van_het_totaal(beoordeling):
    klassen = scoreklassen_van(beoordeling)
    bekend = ~beoordeling.onvoldoende_bekend & ~beoordeling.uitgesloten
    assert bekend.any()
    verwacht = SCOREKLASSEN.klasse_van(beoordeling.weging.totaal)
    assert (klassen[bekend] == verwacht[bekend]).all()
    assert (klassen[beoordeling.onvoldoende_bekend] == ONBEKEND).all()


def test_rijen_bepalen_wie_en_in_welke_volgorde(beoordeling):
    rijen = np.array([2, 0])
    assert list(scoreklassen_van(beoordeling, rijen)) == list(scoreklassen_van(beoordeling)[rijen])


def test_wie_buiten_de_keuze_valt_is_niet_getoond(beoordeling):
    getoond = np.arange(len(beoordeling.kandidaten)) > 0
    klassen = scoreklassen_van(beoordeling, getoond=getoond)
    assert klassen[0] == NIET_GETOOND
    assert (klassen[1:] == scoreklassen_van(beoordeling)[1:]).all()
