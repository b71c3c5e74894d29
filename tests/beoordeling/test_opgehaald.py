import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from locatieplanner.beoordeling.omgeving import bouw_omgeving, lees_lagen
from locatieplanner.beoordeling.opgehaald import lees_opgehaald
from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.bronnen.lagen import lees_gemeenten
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD, Gebied

VAK = Gebied("Vak", "vak", shapely.box(150_000, 450_000, 160_000, 460_000))


@pytest.fixture(scope="module")
def catalogus():
    return lees_catalogus()


@pytest.fixture(scope="module")
def ingebouwd():
    return lees_gemeenten()


@pytest.fixture
def cache(tmp_path):
    return Lagencache(tmp_path)


@pytest.fixture
def lees(catalogus, cache, ingebouwd, lagen_echt):
    return lambda: lees_opgehaald(catalogus, cache, ingebouwd, lagen_echt.parameters)


@pytest.fixture
def bewaar(cache):
    def bewaren(laag, tabel, gebied=HEEL_NEDERLAND, peildatum=""):
        return cache.bewaar(
            laag, gebied, tabel, adres="x", licentie="x", dekking=gebied.vlak, peildatum=peildatum
        )

    return bewaren


def _vlakken(vormen, **kolommen):
    return gpd.GeoDataFrame(kolommen, geometry=vormen, crs=RD)


def test_zonder_cache_is_elke_laag_met_regels_er_en_niet_geladen(catalogus, ingebouwd, lagen_echt):
    opgehaald = lees_opgehaald(catalogus, None, ingebouwd, lagen_echt.parameters)
    assert {laag.id for laag in opgehaald.toetslagen} == {
        id_ for id_, laag in catalogus.items() if laag.regels
    }
    assert all(laag.vlakken is None for laag in opgehaald.toetslagen)
    assert opgehaald.gemeenten is None
    assert not opgehaald.straten


def test_een_toetslaag_uit_de_cache_heeft_vlakken_dekking_en_een_datum(lees, bewaar):
    bewaar("natura2000", _vlakken([VAK.vlak], naam=["Heide"]), VAK, peildatum="2026-01-01")
    bewaar("overstroming", _vlakken([VAK.vlak], kenmerk=["a"]))
    lagen = {laag.id: laag for laag in lees().toetslagen}
    assert lagen["natura2000"].vlakken["naam"].tolist() == ["Heide"]
    assert lagen["natura2000"].dekking.equals(VAK.vlak)
    assert lagen["natura2000"].herkomst.peildatum == "2026-01-01"
    # Geen naam bij de bron: dan is zij leeg, en de toets werkt toch.
    assert lagen["overstroming"].vlakken["naam"].tolist() == [""]
    assert lagen["overstroming"].dekking is None


def test_vierkanten_worden_een_raster_en_een_verborgen_aantal_is_geen_nul(lees, bewaar):
    vakken = [shapely.box(x, 455_000, x + 100, 455_100) for x in (155_000, 155_100)]
    bewaar("vierkanten_100m", _vlakken(vakken, code=["a", "b"], inwoners=[40.0, np.nan]), VAK)
    raster = lees().inwonerraster
    assert raster.inwoners.tolist() == [[40.0, 2.0]]
    assert raster.binnen(np.array([[155_100.0, 455_050.0]]), 1000.0).tolist() == [42.0]


def test_sociale_huur_hoort_bij_buurt_en_gemeente(lees, bewaar):
    bewaar(
        "buurten",
        _vlakken(
            [VAK.vlak, shapely.box(0, 300_000, 1, 300_001)],
            buurtcode=["BU1", "BU2"],
            buurt=["Noord", "Zuid"],
            gemeentecode=["GM1", "GM1"],
            inwoners=[1200.0, np.nan],
        ),
    )
    assert lees().buurten is None
    huur = pd.DataFrame({"code": ["BU1", "GM1"], "sociale_huur_procent": [60.0, 30.0]})
    bewaar("sociale_huur", huur, peildatum="2025")
    buurten = lees().buurten
    assert buurten.buurten["sociale_huur"].tolist() == pytest.approx([0.6, np.nan], nan_ok=True)
    assert buurten.buurten["sociale_huur_gemeente"].tolist() == [0.3, 0.3]
    assert buurten.buurten["inwoners"].tolist() == pytest.approx([1200, np.nan], nan_ok=True)
    assert buurten.peildatum == "2025"


def _verse_gemeenten(ingebouwd):
    return ingebouwd.reset_index()[["gemeentecode", "gemeente", "provincie", "geometry"]]


def test_verse_gemeenten_en_inwoners_komen_in_de_plaats(lees, bewaar, ingebouwd):
    vers = _verse_gemeenten(ingebouwd)
    vers["provincie"] = vers["provincie"].replace("Friesland", "Fryslân")
    bewaar("gemeenten", vers)
    bewaar(
        "inwoners_gemeenten",
        pd.DataFrame({"gemeentecode": ingebouwd.index, "inwoners": 1000.0}),
    )
    gemeenten = lees().gemeenten
    assert list(gemeenten.columns) == ["gemeente", "provincie", "inwoners", "geometry"]
    assert set(gemeenten["provincie"]) == set(ingebouwd["provincie"])
    assert (gemeenten["inwoners"] == 1000).all()


def test_bij_de_inwoners_hoort_hun_eigen_datum(bewaar, cache, ingebouwd):
    assert lees_lagen(cache).herkomst_inwoners.peildatum == "1-1-2026, niet bevestigd"
    inwoners = pd.DataFrame({"gemeentecode": ingebouwd.index, "inwoners": 1000.0})
    bewaar("inwoners_gemeenten", inwoners, peildatum="2025")
    assert lees_lagen(cache).herkomst_inwoners.peildatum == "2025"
    # Passen zij niet bij de gemeenten, dan gelden de ingebouwde met hun datum.
    bewaar("inwoners_gemeenten", inwoners.head(3), peildatum="2024")
    assert lees_lagen(cache).herkomst_inwoners.peildatum == "1-1-2026, niet bevestigd"


def test_passen_gemeenten_en_inwoners_niet_dan_gelden_de_ingebouwde_met_een_melding(
    lees, bewaar, ingebouwd
):
    vers = _verse_gemeenten(ingebouwd)
    vers.loc[0, ["gemeentecode", "gemeente"]] = ["GM9999", "Nieuwstad"]
    bewaar("gemeenten", vers)
    opgehaald = lees()
    assert opgehaald.gemeenten is None
    assert "Nieuwstad" in opgehaald.meldingen[0]
    assert "Ververs 'gemeenten' en 'inwoners_gemeenten'" in opgehaald.meldingen[0]


def test_een_beschadigde_laag_is_niet_geladen_en_dat_wordt_gezegd(lees, bewaar, cache):
    manifest = bewaar("natura2000", _vlakken([VAK.vlak], naam=["Heide"]))
    cache.pad(manifest).write_bytes(b"kapot")
    opgehaald = lees()
    assert next(x for x in opgehaald.toetslagen if x.id == "natura2000").vlakken is None
    assert "natura2000" in opgehaald.meldingen[0]


def test_straten_uit_de_cache_geven_een_net_per_reiswijze(lees, bewaar):
    x = np.arange(150_000.0, 151_000.0, 100.0)
    rij = np.arange(len(x))
    straten = pd.DataFrame(
        {
            "van": rij[:-1], "naar": rij[1:],
            "x_van": x[:-1], "y_van": 455_000.0, "x_naar": x[1:], "y_naar": 455_000.0,
            "lengte_m": 100.0, "lopen": True, "fietsen": True,
        }
    )  # fmt: skip
    bewaar("straten", straten, VAK)
    netten = lees().straten
    assert set(netten) == {"lopen", "fietsen"}
    assert netten["lopen"].dekking.equals(VAK.vlak)
    assert len(netten["lopen"].net.knopen) == 10


def test_de_omgeving_rekent_met_wat_opgehaald_is(bewaar, cache):
    bewaar("natura2000", _vlakken([VAK.vlak], naam=["Heide"]))
    lagen = lees_lagen(cache)
    omgeving = bouw_omgeving(lagen)
    assert next(x for x in omgeving.toetslagen if x.id == "natura2000").vlakken is not None


def test_ses_woa_van_gemeenten_en_niet_van_wijken_en_buurten(lees, bewaar):
    assert lees().ses_woa is None
    codes = ["GM0344", "WK034401", "BU03440101", "GM0307", "GM0310"]
    scores = pd.DataFrame({"code": codes, "ses_woa": [0.1, 9.0, 9.0, -0.2, np.nan]})
    bewaar("ses_woa", scores, peildatum="2024")
    ses = lees().ses_woa
    assert ses.scores.to_dict() == {"GM0344": 0.1, "GM0307": -0.2}
    assert ses.scores.index.name == "gemeentecode"
    assert (ses.herkomst.peildatum, str(ses.herkomst.status)) == ("2024", "gepubliceerd")


def test_ses_woa_komt_in_de_omgeving(bewaar, cache):
    bewaar("ses_woa", pd.DataFrame({"code": ["GM0344"], "ses_woa": [0.1]}))
    assert bouw_omgeving(lees_lagen(cache)).ses_woa.scores.to_dict() == {"GM0344": 0.1}
