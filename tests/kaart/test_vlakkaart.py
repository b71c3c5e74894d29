import json

import pytest
import shapely

from locatieplanner.fouten import UitvoerFout
from locatieplanner.kaart.vlakkaart import schrijf_vlakken
from tests.omgeving import maak_gemeenten


def test_vlakken_in_honderden_meters_met_code_en_naam(tmp_path):
    naam = schrijf_vlakken(maak_gemeenten(), tmp_path)
    objecten = json.loads((tmp_path / naam).read_text("utf-8"))["features"]
    assert [o["properties"]["code"] for o in objecten] == [f"GM000{i}" for i in range(1, 7)]
    assert objecten[0]["properties"] == {
        "code": "GM0001", "gemeente": "Aardam", "provincie": "Utrecht",
    }  # fmt: skip
    assert shapely.geometry.shape(objecten[0]["geometry"]).bounds == (1000, 4000, 1100, 4100)


def test_code_mag_ook_een_kolom_zijn_en_dezelfde_inhoud_heet_hetzelfde(tmp_path):
    gemeenten = maak_gemeenten()
    assert schrijf_vlakken(gemeenten, tmp_path) == schrijf_vlakken(
        gemeenten.reset_index(), tmp_path
    )
    assert len(list(tmp_path.iterdir())) == 1


def test_map_die_niet_te_beschrijven_is(tmp_path):
    (tmp_path / "bestand").write_text("")
    with pytest.raises(UitvoerFout, match="weggeschreven"):
        schrijf_vlakken(maak_gemeenten(), tmp_path / "bestand")
