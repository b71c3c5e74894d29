import numpy as np
import pytest
import shapely

from locatieplanner.beoordeling.inwonerpunten import maak_inwonerpunten
from locatieplanner.domein.inwonerraster import Inwonerraster
from tests.omgeving import maak_gemeenten, maak_kernen


def _maak(raster=None):
    gemeenten = maak_gemeenten()
    return maak_inwonerpunten(gemeenten, maak_kernen(), raster, gemeenten["inwoners"] / 100, 2500.0)


def _raster(dekking):
    # Twee vierkanten in Aardam, één in Beekdal.
    hoeken = np.array([[101_000.0, 401_000.0], [109_000.0, 409_000.0], [115_000.0, 405_000.0]])
    return Inwonerraster.van_vierkanten(hoeken, np.array([30.0, 10.0, 50.0]), 100.0, dekking)


@pytest.mark.parametrize("raster", [None, _raster(shapely.box(99_000, 399_000, 111_000, 411_000))])
def test_per_gemeente_is_de_som_het_getal_van_het_cbs(raster):
    punten = _maak(raster)
    gemeenten = maak_gemeenten()
    for kolom, deel in (("inwoners", 1), ("plaatsen_verwacht", 100)):
        som = punten.groupby("gemeentecode")[kolom].sum()
        assert som.to_dict() == pytest.approx((gemeenten["inwoners"] / deel).to_dict())


def test_een_gemeente_die_helemaal_in_het_raster_ligt_woont_waar_het_raster_het_zegt():
    punten = _maak(_raster(shapely.box(99_000, 399_000, 111_000, 411_000)))
    aardam = punten[punten["gemeentecode"] == "GM0001"]
    assert aardam["inwoners"].tolist() == pytest.approx([15_000, 5_000])
    assert aardam.geometry.x.tolist() == [101_050, 109_050]
    # Beekdal ligt er maar deels in: daar gelden de kernen.
    beekdal = punten[punten["gemeentecode"] == "GM0002"]
    assert len(beekdal) == len(_maak().query("gemeentecode == 'GM0002'"))


def test_een_leeg_raster_laat_de_kernen_staan():
    leeg = Inwonerraster.van_vierkanten(
        np.empty((0, 2)), np.empty(0), 100.0, shapely.box(0, 0, 300_000, 700_000)
    )
    assert _maak(leeg)["inwoners"].tolist() == _maak()["inwoners"].tolist()
