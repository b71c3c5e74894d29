import pytest
from shapely.geometry import box

from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.ophaalbeurt import begin_beurt
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.fouten import LaagFout
from tests.diensten.gegevens import DEEL, GRENZEN, maak_dienst, maak_laag


def test_heel_nederland_vraagt_niet_naar_ligging(tmp_path):
    laag = maak_laag(maak_dienst(Dienstsoort.WFS, "https://a.nl"))
    beurt = begin_beurt(laag, HEEL_NEDERLAND, tmp_path, print, GRENZEN)
    assert beurt.omvang is None
    assert beurt.dekking == HEEL_NEDERLAND.vlak


def test_een_gebied_met_een_rand(tmp_path):
    laag = maak_laag(maak_dienst(Dienstsoort.WFS, "https://a.nl"), rand_m=500.0)
    beurt = begin_beurt(laag, DEEL, tmp_path, print, GRENZEN)
    x_min, y_min, x_max, y_max = DEEL.vlak.bounds
    assert beurt.omvang == (x_min - 500, y_min - 500, x_max + 500, y_max + 500)
    assert beurt.dekking.equals(box(*beurt.omvang))


def test_zonder_dienst(tmp_path):
    with pytest.raises(LaagFout, match="testlaag heeft in de catalogus geen dienst"):
        begin_beurt(maak_laag(None), DEEL, tmp_path, print, GRENZEN)
