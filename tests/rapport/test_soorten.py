from pathlib import Path

import pytest

from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport.soorten import SOORTEN, soort, soort_van


def test_vijf_soorten():
    assert list(SOORTEN) == ["csv", "gpkg", "geojson", "xlsx", "parquet"]
    assert all("/" in s.mediatype and s.naam for s in SOORTEN.values())


@pytest.mark.parametrize("naam", ["uit.csv", "uit.CSV", "map.gpkg/uit.csv", "a.b.csv"])
def test_achtervoegsel_bepaalt_de_soort(naam):
    assert soort_van(Path(naam)).id == "csv"


@pytest.mark.parametrize("naam", ["uit.doc", "uit", "uit.", ".csv"])
def test_ander_achtervoegsel_noemt_wat_kan(naam):
    with pytest.raises(UitvoerFout, match=r"csv, .?gpkg, .?geojson, .?xlsx, .?parquet"):
        soort_van(Path(naam))


def test_onbekende_soort():
    with pytest.raises(UitvoerFout, match="'pdf' kan niet"):
        soort("pdf")
