import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.criteria.kleinschaligheid import kleinschaligheid
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.inwonerraster import Inwonerraster
from tests.omgeving import kandidaat, maak_kandidaten, maak_kernen, maak_omgeving
from tests.trekkingen import kandidatenlijsten


def _scores(omgeving, *rijen):
    return kleinschaligheid(met_ligging(maak_kandidaten(*rijen), omgeving.gemeenten), omgeving)


def test_absoluut_en_relatief(omgeving):
    # 200 plaatsen: halverwege 85 en 50. In Aardam (18.000): 11,1 per 1.000 inwoners.
    maten = _scores(omgeving, kandidaat(capaciteit=200)).iloc[0]
    assert maten["score_absoluut"] == pytest.approx(67.5)
    assert maten["plaatsen_per_1000"] == pytest.approx(200 / 18)
    assert maten["score_relatief"] == pytest.approx(70.5136, abs=1e-4)
    assert maten["score"] == pytest.approx(67.5)
    assert (maten["kern"], maten["kern_inwoners"], maten["kern_afstand_m"]) == ("Aardam", 18_000, 0)


def test_de_laagste_van_de_twee_telt(omgeving):
    # 600 plaatsen op 8.000 inwoners van Cromhoek is 75 per 1.000: relatief 0.
    maten = _scores(omgeving, kandidaat("K", 125_000, 405_000, capaciteit=600)).iloc[0]
    assert maten["score_absoluut"] == pytest.approx(20)
    assert maten["score_relatief"] == pytest.approx(0)
    assert maten["score"] == pytest.approx(0)


def test_de_kern_is_die_waarvan_de_rand_het_dichtst_bij_ligt(omgeving):
    # Beekdal (40.000) is een schijf van 2.257 m, Beekveld (10.000) een van 1.128 m. Het punt ligt
    # op 2.404 m van het ene midden en 1.838 m van het andere: 147 m en 710 m van de rand.
    maten = _scores(omgeving, kandidaat("K", 116_700, 406_700, capaciteit=600)).iloc[0]
    assert maten["kern"] == "Beekdal"
    assert maten["kern_afstand_m"] == pytest.approx(2404, abs=1)
    assert maten["plaatsen_per_1000"] == pytest.approx(15)


def test_ver_van_elke_kern_telt_de_dichtstbijzijnde(omgeving):
    # Onbekend zou hier een hogere score geven dan vlak bij de kern.
    maten = _scores(
        omgeving,
        kandidaat("bij", 125_000, 405_000, capaciteit=600),
        kandidaat("ver", 129_900, 400_100, capaciteit=600),
    )
    assert maten["kern"].tolist() == ["Cromhoek", "Cromhoek"]
    assert maten["score"].tolist() == pytest.approx([0, 0])


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kernen", ["geen", "zonder inwoners"])
def test_zonder_bruikbare_kernen_telt_alleen_het_absolute_deel(kernen):
    laag = maak_kernen()
    laag = laag.iloc[:0] if kernen == "geen" else laag.assign(inwoners=0)
    maten = _scores(maak_omgeving(kernen=laag), kandidaat(capaciteit=300)).iloc[0]
    assert math.isnan(maten["score_relatief"])
    assert maten["score"] == pytest.approx(50)


def test_een_kern_zonder_inwoners_verdringt_een_echte_niet():
    kernen = maak_kernen()
    kernen.loc[0, "inwoners"] = 0
    maten = _scores(maak_omgeving(kernen=kernen), kandidaat("K", 108_000, 405_000)).iloc[0]
    assert maten["kern"] == "Beekdal"
    assert maten["kern_afstand_m"] == pytest.approx(7000)


@given(kandidatenlijsten(), st.integers(1, 1000))
def test_meer_plaatsen_is_nooit_kleinschaliger(omgeving, kandidaten, erbij):
    gelegen = met_ligging(kandidaten, omgeving.gemeenten)
    klein = kleinschaligheid(gelegen, omgeving)["score"].to_numpy()
    groot = kleinschaligheid(gelegen.assign(capaciteit=gelegen["capaciteit"] + erbij), omgeving)[
        "score"
    ].to_numpy()
    assert ((klein >= 0) & (klein <= 100)).all()
    assert (groot <= klein + 1e-9).all()


@pytest.mark.parametrize(("goed", "slecht"), [(1, 26), (25, 26), (1, 300), (25, 300)])
def test_op_de_grenzen_van_de_parameters(goed, slecht):
    omgeving = maak_omgeving(
        {
            "kleinschaligheid.relatief_goed_per_1000": goed,
            "kleinschaligheid.relatief_slecht_per_1000": slecht,
        }
    )
    rijen = [kandidaat(f"K{n}", capaciteit=n) for n in (1, 18 * goed, 18 * slecht, 10_000)]
    relatief = _scores(omgeving, *rijen)["score_relatief"].to_numpy()
    np.testing.assert_allclose(relatief, [100, 100, 0, 0], atol=1e-9)


def _met_raster(inwoners, dekking=None):
    raster = Inwonerraster.van_vierkanten(
        np.array([[105_000.0, 405_000.0]]),
        np.array([inwoners]),
        100.0,
        shapely.box(95_000, 395_000, 110_000, 410_000) if dekking is None else dekking,
    )
    return replace(maak_omgeving(), inwonerraster=raster)


def test_met_raster_telt_wie_binnen_een_kilometer_woont():
    maten = _scores(_met_raster(4_000.0), kandidaat(capaciteit=100)).iloc[0]
    assert maten["omtrek_inwoners"] == 4_000
    assert maten["plaatsen_per_1000"] == 25
    assert maten["score_relatief"] == pytest.approx(100 * (1 - np.log(5) / np.log(15)))
    assert maten["status"] == Status.AFGELEID


def test_waar_niemand_woont_is_relatief_nul_en_niet_onbekend():
    maten = _scores(_met_raster(4_000.0), kandidaat(x=100_000, y=400_000)).iloc[0]
    assert maten["omtrek_inwoners"] == 0
    assert maten["score_relatief"] == 0
    assert maten["score"] == 0


def test_buiten_het_raster_geldt_de_kern():
    omgeving = _met_raster(4_000.0, shapely.box(0, 0, 10, 10))
    maten, zonder = (_scores(o, kandidaat()).iloc[0] for o in (omgeving, maak_omgeving()))
    assert np.isnan(maten["omtrek_inwoners"])
    assert maten["score"] == zonder["score"]
    assert maten["status"] == Status.GESCHAT
