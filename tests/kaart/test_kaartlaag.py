import json

import geopandas as gpd
import numpy as np
import pytest
import shapely

from locatieplanner.domein.gebied import RD
from locatieplanner.fouten import UitvoerFout
from locatieplanner.kaart.kaartlaag import Kaartlaag, schrijf_kaartlaag
from locatieplanner.kaart.laagstijl import Laagstijl


def laag(vormen, **kolommen):
    return gpd.GeoDataFrame(kolommen, geometry=list(vormen), crs=RD)


def lees(map, naam):
    return json.loads((map / naam).read_text("utf-8"))["features"]


def rond(x, y, straal, hoeken):
    hoek = np.linspace(0, 2 * np.pi, hoeken, endpoint=False)
    return shapely.Polygon(np.column_stack([x + straal * np.cos(hoek), y + straal * np.sin(hoek)]))


def test_vlakken_lijnen_en_punten_met_hun_naam_en_soort(tmp_path):
    vormen = laag(
        [
            shapely.box(140_000, 450_000, 141_000, 451_000),
            shapely.LineString([(140_000, 450_000), (142_000, 450_500)]),
            shapely.Point(140_500, 450_500),
        ],
        naam=["<img src=x onerror=lek()>", None, " Bieb "],
        soort=["zone", "spoor", "bibliotheek"],
    )
    naam = schrijf_kaartlaag(vormen, tmp_path, "proef", "naam", soortkolom="soort")
    vlak, lijn, punt = lees(tmp_path, naam)
    assert [f["geometry"]["type"] for f in (vlak, lijn, punt)] == ["Polygon", "LineString", "Point"]
    assert vlak["properties"] == {"naam": "<img src=x onerror=lek()>", "soort": "zone"}
    assert lijn["properties"] == {"soort": "spoor"}
    assert punt["properties"] == {"naam": "Bieb", "soort": "bibliotheek"}
    lengte, breedte = punt["geometry"]["coordinates"]
    assert 5.1 < lengte < 5.3
    assert 52.0 < breedte < 52.2


def test_de_naam_volgt_de_inhoud(tmp_path):
    vormen = laag([shapely.Point(140_500, 450_500)], naam=["a"])
    naam = schrijf_kaartlaag(vormen, tmp_path, "proef", "naam")
    assert naam.startswith("proef-")
    assert naam == schrijf_kaartlaag(vormen, tmp_path, "proef", "naam")
    anders = laag([shapely.Point(140_500, 450_500)], naam=["b"])
    assert naam != schrijf_kaartlaag(anders, tmp_path, "proef", "naam")


def test_wat_geen_ligging_heeft_blijft_weg_en_een_lege_laag_mag(tmp_path):
    vormen = laag([None, shapely.Polygon(), shapely.Point(140_500, 450_500)], naam=["a", "b", "c"])
    namen = [f["properties"]["naam"] for f in lees(tmp_path, schrijf_kaartlaag(
        vormen, tmp_path, "proef", "naam"
    ))]  # fmt: skip
    assert namen == ["c"]
    assert lees(tmp_path, schrijf_kaartlaag(vormen.iloc[:0], tmp_path, "leeg", "naam")) == []


def test_een_lange_naam_wordt_ingekort(tmp_path):
    vormen = laag([shapely.Point(140_500, 450_500)], naam=["a" * 5_000])
    (enige,) = lees(tmp_path, schrijf_kaartlaag(vormen, tmp_path, "proef", ""))
    assert enige["properties"] == {}
    (enige,) = lees(tmp_path, schrijf_kaartlaag(vormen, tmp_path, "proef", "naam"))
    assert enige["properties"]["naam"] == "a" * 119 + "…"


def test_een_vlak_met_veel_hoekpunten_wordt_eenvoudiger_en_blijft_op_zijn_plek(tmp_path):
    vlak = rond(140_000, 450_000, 3_000, 20_000)
    (enige,) = lees(
        tmp_path, schrijf_kaartlaag(laag([vlak], naam=["a"]), tmp_path, "proef", "naam")
    )
    vorm = gpd.GeoSeries([shapely.geometry.shape(enige["geometry"])], crs="EPSG:4326").to_crs(RD)[0]
    assert shapely.get_num_coordinates(vorm) < 500
    assert vorm.symmetric_difference(vlak).area < 0.01 * vlak.area


def test_buren_houden_na_vereenvoudigen_dezelfde_grens(tmp_path):
    x = np.linspace(140_000, 145_000, 2_000)
    y = 450_000 + 40 * np.sin(x / 90)
    grens = list(zip(x, y, strict=True))
    boven = shapely.Polygon([*grens, (145_000, 452_000), (140_000, 452_000)])
    onder = shapely.Polygon([*grens, (145_000, 448_000), (140_000, 448_000)])
    naam = schrijf_kaartlaag(laag([boven, onder], naam=["b", "o"]), tmp_path, "proef", "naam")
    vormen = [shapely.geometry.shape(f["geometry"]) for f in lees(tmp_path, naam)]
    assert shapely.get_num_coordinates(vormen).sum() < 2_000
    assert shapely.coverage_is_valid(vormen)


def test_een_grote_laag_wordt_grover_tot_zij_past_en_anders_geweigerd(tmp_path):
    vlakken = [rond(140_000 + 2_000 * n, 450_000, 1_500, 3_000) for n in range(20)]
    vormen = laag(vlakken, naam=[f"vlak {n}" for n in range(20)])
    fijn = schrijf_kaartlaag(vormen, tmp_path, "proef", "naam")
    ruimte_mb = 0.5 * (tmp_path / fijn).stat().st_size / 1e6
    grof = schrijf_kaartlaag(vormen, tmp_path, "proef", "naam", grootste_mb=ruimte_mb)
    assert len(lees(tmp_path, grof)) == 20
    assert (tmp_path / grof).stat().st_size / 1e6 <= ruimte_mb
    met = set(tmp_path.iterdir())
    with pytest.raises(UitvoerFout, match="Kies een kleiner gebied"):
        schrijf_kaartlaag(vormen, tmp_path, "proef", "naam", grootste_mb=0.0005)
    assert set(tmp_path.iterdir()) == met


@pytest.mark.parametrize("stam", ["", "../x", "a b", "Natura", "a.json"])
def test_een_stam_is_een_veilig_begin_van_een_naam(stam, tmp_path):
    with pytest.raises(ValueError, match="geen begin van een bestandsnaam"):
        schrijf_kaartlaag(laag([shapely.Point(1, 1)], naam=["a"]), tmp_path, stam, "naam")


def test_als_gegevens_blijft_weg_wat_leeg_is():
    kort = Kaartlaag("a-1.json", "A", Laagstijl.AANDACHTSPUNT)
    assert kort.als_dict() == {"bestand": "a-1.json", "naam": "A", "stijl": 1}
