"""De klasse van elke cel: dezelfde als die van de score in het bestand."""

import numpy as np

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.domein.klassen import NIET_GETOOND, ONBEKEND, SCOREKLASSEN
from locatieplanner.domein.klassen import UITGESLOTEN as KLASSE_UITGESLOTEN
from locatieplanner.zoekgebieden.banden import GEEN, UITGESLOTEN
from locatieplanner.zoekgebieden.celklassen import klassen_van_cellen
from tests.zoekgebieden.proef import FLEX


def test_klassen_volgen_het_totaal_in_het_bestand(raster_rijk, rijk):
    codes = klassen_van_cellen(raster_rijk, FLEX, rijk.parameters)
    totaal = raster_rijk.lees("totaal")
    binnen = raster_rijk.lees_getallen("gemeente") != GEEN
    uitgesloten = binnen & (raster_rijk.lees_getallen("toetsing") == UITGESLOTEN)
    assert (codes[~binnen] == NIET_GETOOND).all()
    assert uitgesloten.any()
    assert (codes[uitgesloten] == KLASSE_UITGESLOTEN).all()
    gewoon = binnen & ~uitgesloten & (codes != ONBEKEND)
    assert gewoon.any()
    assert (codes[gewoon] == np.digitize(totaal[gewoon], SCOREKLASSEN.grenzen)).all()


def test_andere_gewichten_geven_andere_klassen_zonder_te_rekenen(raster_rijk, rijk):
    gewicht = Gewichten(0, 0, 100, 0)
    codes = klassen_van_cellen(raster_rijk, FLEX.met_gewichten(gewicht), rijk.parameters)
    nabij = raster_rijk.lees("score_nabijheid")
    gewoon = codes < ONBEKEND
    assert (codes[gewoon] == np.digitize(nabij[gewoon], SCOREKLASSEN.grenzen)).all()
    assert (codes != klassen_van_cellen(raster_rijk, FLEX, rijk.parameters)).any()
