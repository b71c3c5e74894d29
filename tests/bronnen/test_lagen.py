import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from locatieplanner.bronnen import lagen
from locatieplanner.domein.gebied import PROVINCIES, RD, RD_OMVANG, WGS84
from locatieplanner.fouten import LaagFout

LEZERS = {
    "gemeenten.parquet": lagen.lees_gemeenten,
    "gemeenten_kaart.parquet": lagen.lees_gemeenten_kaart,
    "provincies.parquet": lagen.lees_provincies,
    "kernen.parquet": lagen.lees_kernen,
    "treinstations.parquet": lagen.lees_treinstations,
    "inwoners_gemeenten.csv": lagen.lees_inwoners,
    "bestaande_opvang.csv": lagen.lees_opvang,
}
VECTOR = [naam for naam in LEZERS if naam.endswith(".parquet")]


def test_gemeenten():
    gemeenten = lagen.lees_gemeenten()
    assert gemeenten.index.name == "gemeentecode"
    assert list(gemeenten.columns) == ["gemeente", "provincie", "inwoners", "geometry"]
    assert gemeenten["inwoners"].dtype == np.float64
    assert gemeenten.loc["GM0363", "gemeente"] == "Amsterdam"
    assert gemeenten.loc["GM0796", "gemeente"] == "'s-Hertogenbosch"
    assert gemeenten["inwoners"].sum() == 18_130_231
    assert gemeenten.crs == RD


def test_gemeenten_kaart_en_provincies():
    assert set(lagen.lees_gemeenten_kaart().index) == set(lagen.lees_gemeenten().index)
    assert tuple(lagen.lees_provincies()["provincie"]) == PROVINCIES


def test_opvang():
    opvang = lagen.lees_opvang()
    assert list(opvang.columns) == [
        *("naam", "plaats", "gemeente", "gemeentecode", "type", "capaciteit"),
        *("peildatum", "zekerheid", "bron", "geometry"),
    ]
    assert opvang["capaciteit"].dtype == np.float64
    assert 0 < opvang["capaciteit"].isna().sum() < len(opvang)
    assert opvang.crs == RD


@pytest.mark.parametrize("lees", [lagen.lees_kernen, lagen.lees_treinstations, lagen.lees_opvang])
def test_punten_liggen_binnen_rd(lees):
    punten = lees()
    assert set(punten.geom_type) == {"Point"}
    x0, y0, x1, y1 = punten.total_bounds
    assert x0 >= RD_OMVANG[0]
    assert y0 >= RD_OMVANG[1]
    assert x1 <= RD_OMVANG[2]
    assert y1 <= RD_OMVANG[3]


@pytest.mark.parametrize("naam", LEZERS)
def test_ontbrekend_bestand(kopie, naam):
    (kopie / naam).unlink()
    with pytest.raises(LaagFout, match=f"{naam} ontbreekt"):
        LEZERS[naam](kopie)


@pytest.mark.parametrize("naam", LEZERS)
@pytest.mark.parametrize("inhoud", [b"", b"PAR1 geen parquet \xff"])
def test_beschadigd_bestand(kopie, naam, inhoud):
    (kopie / naam).write_bytes(inhoud)
    with pytest.raises(LaagFout, match=naam):
        LEZERS[naam](kopie)


@pytest.mark.parametrize("naam", VECTOR)
def test_half_bestand(kopie, naam):
    geheel = (kopie / naam).read_bytes()
    (kopie / naam).write_bytes(geheel[: len(geheel) // 2])
    with pytest.raises(LaagFout, match="niet te lezen"):
        LEZERS[naam](kopie)


@pytest.mark.parametrize("naam", VECTOR)
def test_parquet_zonder_geometrie(kopie, naam):
    pd.DataFrame({"a": [1]}).to_parquet(kopie / naam)
    with pytest.raises(LaagFout, match="niet te lezen"):
        LEZERS[naam](kopie)


@pytest.mark.parametrize("naam", VECTOR)
def test_ander_stelsel(kopie, naam):
    laag = gpd.read_parquet(kopie / naam)
    laag.to_crs(WGS84).to_parquet(kopie / naam)
    with pytest.raises(LaagFout, match=RD):
        LEZERS[naam](kopie)


@pytest.mark.parametrize("naam", VECTOR)
def test_ontbrekende_kolom(kopie, naam):
    laag = gpd.read_parquet(kopie / naam)
    laag.drop(columns=laag.columns[0]).to_parquet(kopie / naam)
    with pytest.raises(LaagFout, match=f"mist de kolom {laag.columns[0]}"):
        LEZERS[naam](kopie)


@pytest.mark.parametrize("naam", ["gemeenten.parquet", "gemeenten_kaart.parquet"])
def test_dubbele_gemeente(kopie, naam):
    laag = gpd.read_parquet(kopie / naam)
    pd.concat([laag, laag.head(1)]).to_parquet(kopie / naam)
    with pytest.raises(LaagFout, match="dubbel: GM0014"):
        LEZERS[naam](kopie)


def test_gemeente_zonder_inwoners(kopie):
    pad = kopie / "inwoners_gemeenten.csv"
    pad.write_text(pad.read_text(encoding="utf-8").replace("GM0363", "GM9999"), encoding="utf-8")
    with pytest.raises(LaagFout, match="GM0363, GM9999"):
        lagen.lees_gemeenten(kopie)


@pytest.mark.parametrize(
    ("bestand", "kolom", "waarde"),
    [
        ("inwoners_gemeenten.csv", "inwoners", "veel"),
        ("inwoners_gemeenten.csv", "inwoners", ""),
        ("inwoners_gemeenten.csv", "gemeentecode", "GM0034"),
        ("bestaande_opvang.csv", "capaciteit", "circa 200"),
        ("bestaande_opvang.csv", "lat", ""),
    ],
)
def test_verkeerde_waarde(kopie, bestand, kolom, waarde):
    tabel = pd.read_csv(kopie / bestand, dtype=str)
    tabel.loc[0, kolom] = waarde
    tabel.to_csv(kopie / bestand, index=False)
    with pytest.raises(LaagFout, match=bestand):
        LEZERS[bestand](kopie)
