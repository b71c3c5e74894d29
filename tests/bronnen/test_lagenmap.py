import pytest

from locatieplanner.bronnen.lagenmap import HERKENNING, lagenmap
from locatieplanner.fouten import LaagFout


def maak(map_):
    map_.mkdir(parents=True)
    (map_ / HERKENNING).touch()


def test_de_ingebouwde_lagen_worden_gevonden():
    assert (lagenmap() / HERKENNING).is_file()


def test_in_het_pakket_gaat_voor_ernaast(tmp_path):
    pakket = tmp_path / "locatieplanner"
    maak(tmp_path / "lagen")
    pakket.mkdir()
    assert lagenmap(pakket) == tmp_path / "lagen"
    maak(pakket / "lagen")
    assert lagenmap(pakket) == pakket / "lagen"


def test_zonder_lagen_is_er_een_melding(tmp_path):
    with pytest.raises(LaagFout, match="Installeer"):
        lagenmap(tmp_path / "locatieplanner")
