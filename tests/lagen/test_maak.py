"""De zuivere functies van de scripts, op kleine verzonnen gegevens en zonder netwerk."""

import io
import json
import tarfile
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from lagen.maak import gemeenten, halveringsafstanden, kernen, pakket, treinstations
from locatieplanner.domein.gebied import RD, WGS84

PYPI = pakket.Pakket("pypi", "ahn-cli", "0.3.5")
NPM = pakket.Pakket("npm", "@geo-maps/countries-land-100m", "0.6.0")


# ---------------------------------------------------------------- pakket


def test_archief_wordt_op_naam_en_versie_gekozen(tmp_path):
    wheel = tmp_path / "ahn_cli-0.3.5-py3-none-any.whl"
    tgz = tmp_path / "geo-maps-countries-land-100m-0.6.0.tgz"
    assert pakket.kies_archief(PYPI, [tgz, wheel]) == wheel
    assert pakket.kies_archief(NPM, [wheel, tgz]) == tgz
    assert pakket.kies_archief(PYPI, [tgz, tmp_path / "ahn_cli-0.3.4-py3-none-any.whl"]) is None


def test_ophalen_noemt_naam_en_versie_en_geen_adres(tmp_path):
    assert pakket.ophaalopdracht(PYPI, tmp_path)[-1] == "ahn-cli==0.3.5"
    assert pakket.ophaalopdracht(NPM, tmp_path)[-1] == "@geo-maps/countries-land-100m@0.6.0"
    assert not any("://" in deel for deel in pakket.ophaalopdracht(PYPI, tmp_path))


def test_bestand_uit_zip_en_tgz(tmp_path):
    wheel, tgz = tmp_path / "a.whl", tmp_path / "a.tgz"
    with zipfile.ZipFile(wheel, "w") as zip_:
        zip_.writestr("map/x.txt", "inhoud")
    with tarfile.open(tgz, "w:gz") as tar:
        lid = tarfile.TarInfo("map/x.txt")
        lid.size = 6
        tar.addfile(lid, io.BytesIO(b"inhoud"))
    for pad in (wheel, tgz):
        with pakket.bestand_in(pad, "map/x.txt") as stroom:
            assert stroom.read() == b"inhoud"


# ---------------------------------------------------------------- gemeenten


def vakken():
    bron = gpd.GeoDataFrame(
        {"id": ["GM0002", "GM0001"], "provinceName": ["Fryslân", "Zeeland"]},
        geometry=[shapely.box(1000, 0, 2000, 1000), shapely.box(0, 0, 1000, 1000)],
        crs=RD,
    )
    namen = pd.Series({"GM0001": "Een", "GM0002": "s-Hertogenbosch"})
    return bron, namen


def test_benoemen_sorteert_en_vertaalt():
    benoemd = gemeenten.benoem(*vakken())
    assert benoemd["gemeentecode"].tolist() == ["GM0001", "GM0002"]
    assert benoemd["gemeente"].tolist() == ["Een", "'s-Hertogenbosch"]
    assert benoemd["provincie"].tolist() == ["Zeeland", "Friesland"]


def test_andere_codes_of_provincies_houden_het_script_tegen():
    bron, namen = vakken()
    with pytest.raises(SystemExit, match="GM0002"):
        gemeenten.benoem(bron, namen.drop("GM0002"))
    with pytest.raises(SystemExit, match="Limbabwe"):
        gemeenten.benoem(bron.assign(provinceName="Limbabwe"), namen)


def test_vereenvoudigen_houdt_de_dekking_heel():
    x = np.linspace(0, 1000, 200)
    golf = np.column_stack([x, 500 + np.sin(x / 20)])
    onder = shapely.Polygon([*golf, (1000, 0), (0, 0)])
    boven = shapely.Polygon([*golf, (1000, 1000), (0, 1000)])
    grof = gemeenten.vereenvoudig(gpd.GeoDataFrame(geometry=[onder, boven], crs=RD), 5.0)
    assert shapely.coverage_is_valid(grof.geometry.to_numpy())
    assert shapely.get_num_coordinates(grof.geometry.to_numpy()).sum() < 60


def test_alleen_de_gevraagde_landen_worden_gelezen():
    def regel(code):
        vlak = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
        land = {"type": "Feature", "geometry": vlak, "properties": {"A3": code}}
        return json.dumps(land, separators=(",", ":")).encode() + b",\n"

    regels = [b'{"features": [\n', regel("FRA"), regel("NLD"), regel("DEU"), b"]}\n"]
    assert len(gemeenten.kies_landen(regels, ("NLD", "DEU"))) == 2
    assert gemeenten.kies_landen(regels, ("BEL",)) == []


def test_masker_sluit_plassen_en_houdt_meren():
    plas, meer = shapely.box(5_000, 5_000, 7_000, 7_000), shapely.box(10_000, 0, 30_000, 20_000)
    land = shapely.box(-20_000, -20_000, 50_000, 50_000) - plas - meer
    masker = gemeenten.maak_masker(gpd.GeoSeries([land], crs=RD))
    assert masker.contains(shapely.Point(6_000, 6_000))
    assert not masker.contains(shapely.Point(20_000, 10_000))


def test_snippers_vallen_weg_maar_het_grootste_vlak_blijft():
    klein, groot = shapely.box(0, 0, 10, 10), shapely.box(100, 0, 200, 100)
    samen = shapely.GeometryCollection([klein, groot, shapely.LineString([(0, 0), (1, 1)])])
    assert gemeenten.zonder_snippers(samen, 1000).equals(groot)
    assert gemeenten.zonder_snippers(klein, 1000).equals(klein)
    assert gemeenten.zonder_snippers(shapely.LineString([(0, 0), (1, 1)]), 1).is_empty


def test_een_gemeente_zonder_land_houdt_het_script_tegen():
    benoemd = gemeenten.benoem(*vakken())
    land = shapely.box(0, 0, 900.4, 1000)
    with pytest.raises(SystemExit, match="Hertogenbosch"):
        gemeenten.knip_op_land(benoemd, land)
    geknipt = gemeenten.knip_op_land(benoemd.iloc[:1], land)
    assert geknipt.total_bounds.tolist() == [0, 0, 900, 1000]


# ---------------------------------------------------------------- treinstations


def test_stations_kiezen():
    bron = treinstations.ontleed(
        "export default "
        + json.dumps(
            [
                {"name": "Goed", "uic": "8400001", "latitude": "52.1", "longitude": "5.1"},
                {"name": "Marienberg", "uic": "8400428", "latitude": "52.5", "longitude": "6.5"},
                {"name": "Geerdijk", "uic": "8400239", "latitude": "52.4", "longitude": "6.5"},
                {"name": "Bushalte", "latitude": "52.1", "longitude": "5.2"},
                {"name": "Eemshaven", "latitude": "53.4", "longitude": "6.7"},
                {"name": "Zonder plek", "uic": "8400002"},
            ]
        )
        + "\n"
    ).assign(country="NL")
    stations = treinstations.kies_stations(bron)
    assert stations["naam"].tolist() == ["Eemshaven", "Goed", "Mariënberg"]
    assert stations.crs == RD


def test_stations_buiten_de_gemeenten_vallen_af():
    stations = gpd.GeoDataFrame(
        {"naam": ["in", "rand", "ver"], "uic": ["1", "2", "3"]},
        geometry=gpd.points_from_xy([500.4, 1300, 5000], [500, 500, 500], crs=RD),
    )
    gebied = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1000, 1000)], crs=RD)
    gehouden = treinstations.binnen(stations, gebied)
    assert gehouden["naam"].tolist() == ["in", "rand"]
    assert gehouden.geometry.x.tolist() == [500, 1300]


# ---------------------------------------------------------------- kernen


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Sint Willebrord", "St. Willebrord"),
        ("Súdwest", "Sudwest"),
        ("Hengelo", "Hengelo (Gld)"),
        ("Haren", "Haren Gn"),
        ("'s-Hertogenbosch", "s Hertogenbosch"),
    ],
)
def test_sleutel_maakt_namen_gelijk(een, ander):
    assert kernen.sleutel(een) == kernen.sleutel(ander)


def kernlaag(*rijen):
    naam, inwoners, code, x = zip(*rijen, strict=True)
    return gpd.GeoDataFrame(
        {"naam": naam, "inwoners": np.array(inwoners, dtype=float), "gemeentecode": code},
        geometry=gpd.points_from_xy(x, [0] * len(rijen), crs=RD),
    )


def test_wijk_is_geen_woonplaats_binnen_een_grotere_kern():
    # 78.540 inwoners beslaan een schijf met een straal van ruim 3,1 km.
    laag = kernlaag(
        ("Stad", 78_540, "A", 0),
        ("Wijk", 5_000, "A", 2_000),
        ("Dorp", 5_000, "A", 2_500),
        ("Gehucht", 600, "A", 4_000),
        ("Buurgemeente", 600, "B", 1_000),
    )
    woonplaats = np.array([True, False, True, False, False])
    cbs = pd.Series({"A": 100_000, "B": 1_000})
    assert kernen.is_wijk(laag, woonplaats, cbs).tolist() == [False, True, False, False, False]


def test_een_kern_is_nooit_groter_dan_haar_gemeente():
    laag = kernlaag(("Stad", 785_400, "A", 0), ("Verderop", 5_000, "A", 5_000))
    woonplaats = np.array([True, False])
    assert kernen.is_wijk(laag, woonplaats, pd.Series({"A": 800_000})).tolist() == [False, True]
    assert not kernen.is_wijk(laag, woonplaats, pd.Series({"A": 100_000})).any()


def test_wat_te_veel_is_gaat_van_de_grootste_kern():
    laag = kernlaag(("A1", 900, "A", 0), ("A2", 300, "A", 1), ("B1", 50, "B", 2)).assign(
        status="secundair"
    )
    begrensd = kernen.begrens(laag, pd.Series({"A": 1000, "B": 100}))
    assert begrensd["inwoners"].tolist() == [700, 300, 50]
    assert begrensd["status"].tolist() == ["afgeleid", "secundair", "secundair"]
    # Niet lager dan de tweede, en geschat blijft geschat.
    krap = kernen.begrens(laag.assign(status="geschat"), pd.Series({"A": 400, "B": 100}))
    assert krap["inwoners"].tolist() == [300, 300, 50]
    assert set(krap["status"]) == {"geschat"}


def test_aanvullen_zet_een_geschat_getal_of_een_nieuwe_kern(monkeypatch):
    monkeypatch.setattr(
        kernen,
        "AANVULLING",
        (kernen.Aanvulling("A", "Stad", 0.5), kernen.Aanvulling("A", "Nieuw", 0.2, 5.387, 52.155)),
    )
    laag = kernlaag(("Stad", 10, "A", 0), ("Dorp", 20, "A", 1)).assign(status="secundair")
    vol = kernen.vul_aan(laag, pd.Series({"A": 10_000})).set_index("naam")
    assert vol["inwoners"].to_dict() == {"Stad": 5000, "Dorp": 20, "Nieuw": 2000}
    assert vol["status"].to_dict() == {"Stad": "geschat", "Dorp": "secundair", "Nieuw": "geschat"}
    assert vol.loc["Nieuw", "geometry"].distance(shapely.Point(155_000, 463_000)) < 200
    with pytest.raises(SystemExit, match="Stad"):
        kernen.vul_aan(laag.iloc[1:], pd.Series({"A": 10_000}))


def test_plaats_krijgt_de_gemeente_waar_zij_in_ligt():
    gebied = gpd.GeoDataFrame(
        {"gemeentecode": ["A"]}, geometry=[shapely.box(150_000, 460_000, 160_000, 470_000)], crs=RD
    )
    punten = gpd.GeoSeries(
        gpd.points_from_xy([155_000, 160_300, 170_000], [463_000] * 3, crs=RD)
    ).to_crs(WGS84)
    bron = pd.DataFrame(
        {
            "name": ["The Hague", "Rand", "Ver"],
            "population": [1, 2, 3],
            "longitude": punten.x,
            "latitude": punten.y,
        }
    )
    gevonden = kernen.plaats_in_gemeente(bron, gebied)
    assert gevonden["naam"].tolist() == ["Den Haag", "Rand"]
    assert gevonden["gemeentecode"].tolist() == ["A", "A"]


# ---------------------------------------------------------------- halveringsafstanden


def test_gemiddelde_in_een_schijf_is_twee_derde_van_de_straal():
    inwoners = np.array([10_000.0])
    straal = kernen.straal_m(inwoners)[0]
    assert straal == pytest.approx(np.sqrt(4 / np.pi) * 1000)
    midden = np.array([[0.0, 0.0]])
    afstand = halveringsafstanden.gemiddelde_afstand_m(midden, inwoners, midden, 1.3)
    assert afstand == pytest.approx(1.3 * 2 / 3 * straal, rel=0.001)


def test_gemiddelde_weegt_inwoners():
    middens = np.array([[0.0, 0.0], [100_000.0, 0.0]])
    doelen = np.array([[0.0, 0.0]])
    inwoners = np.array([3.0, 1.0])
    afstand = halveringsafstanden.gemiddelde_afstand_m(middens, inwoners, doelen, 1.0)
    assert afstand == pytest.approx(25_000, rel=0.001)


def test_kernen_worden_geschaald_naar_het_cbs():
    laag = pd.DataFrame({"gemeentecode": ["A", "A", "B"], "inwoners": [30, 10, 5]})
    geschaald = halveringsafstanden.naar_cbs(laag, pd.Series({"A": 80, "B": 7}))
    assert geschaald.tolist() == [60, 20, 7]


def test_de_parameters_zijn_de_berekende_afstanden(capsys):
    from locatieplanner.bronnen.parameters import lees_parameters

    halveringsafstanden.main()
    uitvoer = capsys.readouterr().out
    for kern in ("dorpskern", "stadskern"):
        waarde = lees_parameters().getal(f"nabijheid.{kern}_halvering_m")
        regel = next(regel for regel in uitvoer.splitlines() if regel.startswith(kern))
        assert regel.endswith(f"afgerond {waarde:.0f} m")


def test_gemeentehuis_is_de_berekende_afstand_tot_de_grootste_kern():
    from locatieplanner.bronnen.lagen import lees_inwoners, lees_kernen
    from locatieplanner.bronnen.parameters import lees_parameters

    laag, parameters = lees_kernen(), lees_parameters()
    grootste = laag.loc[laag.groupby("gemeentecode")["inwoners"].idxmax()]
    afstand = halveringsafstanden.gemiddelde_afstand_m(
        laag.get_coordinates().to_numpy(),
        halveringsafstanden.naar_cbs(laag, lees_inwoners()["inwoners"]),
        grootste.get_coordinates().to_numpy(),
        parameters.getal("nabijheid.omwegfactor"),
    )
    assert parameters.getal("nabijheid.gemeentehuis_halvering_m") == round(afstand, -2)
