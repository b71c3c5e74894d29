from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.criteria.nabijheid import nabijheid
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.reisafstand import Reisafstanden
from locatieplanner.domein.voorziening import Voorzieningen
from locatieplanner.netwerk.hemelsbreed import Hemelsbreed
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving, punten
from tests.trekkingen import kandidatenlijsten

_LEEG = Voorzieningen(punten([], naam=[]), Hemelsbreed(1.25))
"""Een categorie die geldt, maar waarvan niets bekend is."""


def _scores(omgeving, *rijen):
    return nabijheid(met_ligging(maak_kandidaten(*rijen), omgeving.gemeenten), omgeving)


def test_gemiddelde_van_de_categorieen(omgeving):
    # Op het station; het midden van Beekdal ligt op 500 m, dus 625 m met omweg.
    maten = _scores(omgeving, kandidaat("K", 115_000, 405_500)).iloc[0]
    dorp, stad = 100 * 2 ** (-625 / 2000), 100 * 2 ** (-625 / 6000)
    assert maten["score_treinstation"] == pytest.approx(100)
    assert maten["score_dorpskern"] == pytest.approx(dorp)
    assert maten["score_stadskern"] == pytest.approx(stad)
    assert maten["score"] == pytest.approx((100 + dorp + stad) / 3)
    assert maten["afstand_dorpskern_m"] == pytest.approx(625)
    assert maten["dichtstbijzijnde_dorpskern"] == "Beekdal"
    # Binnen 4.000 m met omweg, dus 3.200 m hemelsbreed, ligt alleen Beekdal zelf.
    assert maten["aantal_dorpskern"] == 1
    assert maten["status"] == Status.GESCHAT


def test_op_het_landelijke_gemiddelde_is_de_score_50(omgeving):
    maten = _scores(omgeving, kandidaat("K", 115_000 + 4000, 405_500)).iloc[0]
    assert maten["afstand_treinstation_m"] == pytest.approx(5000)
    assert maten["score_treinstation"] == pytest.approx(50)


def test_gewichten_van_de_categorieen():
    omgeving = maak_omgeving(
        {
            "nabijheid.treinstation_gewicht": 3,
            "nabijheid.dorpskern_gewicht": 1,
            "nabijheid.stadskern_gewicht": 0,
        }
    )
    maten = _scores(omgeving, kandidaat("K", 119_000, 405_500)).iloc[0]
    verwacht = (3 * 50 + maten["score_dorpskern"]) / 4
    assert maten["score"] == pytest.approx(verwacht)


def test_een_categorie_zonder_voorziening_telt_niet_als_nul(omgeving):
    zonder = replace(omgeving, voorzieningen={**omgeving.voorzieningen, "treinstation": (_LEEG,)})
    maten = _scores(zonder, kandidaat("K", 115_000, 405_500)).iloc[0]
    verwacht = (maten["score_dorpskern"] + maten["score_stadskern"]) / 2
    assert np.isnan(maten["score_treinstation"])
    assert maten["dichtstbijzijnde_treinstation"] == ""
    assert maten["score"] == pytest.approx(verwacht)


@pytest.mark.parametrize("geval", ["geen categorieën", "niets geladen", "zonder gewicht"])
def test_zonder_enige_kennis_is_de_score_onbekend(omgeving, geval):
    if geval == "geen categorieën":
        omgeving = replace(omgeving, voorzieningen={})
    elif geval == "niets geladen":
        omgeving = replace(omgeving, voorzieningen=dict.fromkeys(omgeving.voorzieningen, (_LEEG,)))
    else:
        omgeving = maak_omgeving(
            {f"nabijheid.{c}_gewicht": 0 for c in ("treinstation", "dorpskern", "stadskern")}
        )
    maten = _scores(omgeving, kandidaat()).iloc[0]
    assert np.isnan(maten["score"])
    assert maten["status"] == Status.ONBEKEND


class _OverDeWeg:
    """Een afstandsmeter met een netwerk, waarin de tweede plek niet bereikbaar is."""

    omschrijving = "over de weg"

    def dichtstbij(self, plekken, voorzieningen, bereik_m):
        return Reisafstanden(
            afstand_m=np.array([2000.0, np.nan]),
            dichtstbijzijnde=np.array([0, -1]),
            aantal_binnen_bereik=np.array([1, 0]),
            status=Status.AFGELEID,
        )


def _gemeten_met(omgeving, meter):
    """Dezelfde voorzieningen, met een andere afstandsmeter."""
    voorzieningen = {
        categorie: tuple(replace(laag, reisafstand=meter) for laag in lagen)
        for categorie, lagen in omgeving.voorzieningen.items()
    }
    return replace(omgeving, voorzieningen=voorzieningen)


def test_de_afstandsmeter_bepaalt_afstand_en_status(omgeving):
    maten = _scores(_gemeten_met(omgeving, _OverDeWeg()), kandidaat("K1"), kandidaat("K2"))
    assert maten["score_dorpskern"].tolist() == pytest.approx([50, np.nan], nan_ok=True)
    assert maten["status"].tolist() == [Status.AFGELEID, Status.ONBEKEND]


def test_de_eerste_laag_die_ergens_geldt_telt(omgeving):
    west, oost = shapely.box(0, 0, 110_000, 700_000), shapely.box(110_000, 0, 300_000, 700_000)
    lagen = (
        Voorzieningen(punten([(105_000, 405_000)], naam=["west"]), Hemelsbreed(1.0), binnen=west),
        Voorzieningen(
            punten([(105_000, 405_000)], naam=["overal"]), Hemelsbreed(1.0), behalve=oost
        ),
    )
    alleen = replace(omgeving, voorzieningen={"treinstation": lagen})
    maten = _scores(alleen, kandidaat("K1", 104_000, 405_000), kandidaat("K2", 115_000, 405_000))
    assert maten["dichtstbijzijnde_treinstation"].tolist() == ["west", ""]
    assert maten["meting_treinstation"].tolist() == ["rechte lijn × 1,0", ""]
    # Een categorie die ergens niet geldt, is daar niet onbekend maar telt niet.
    assert np.isnan(maten["score"].iloc[1])


def test_verder_dan_de_rand_is_misschien_niet_het_dichtstbijzijnde(omgeving):
    binnen = shapely.box(100_000, 400_000, 110_000, 410_000)
    laag = Voorzieningen(punten([(102_000, 405_000)], naam=["a"]), Hemelsbreed(1.0), binnen=binnen)
    alleen = replace(omgeving, voorzieningen={"treinstation": (laag,)})
    maten = _scores(alleen, kandidaat("K1", 104_000, 405_000), kandidaat("K2", 109_000, 405_000))
    assert maten["rand_treinstation"].tolist() == [False, True]


@given(st.floats(0, 50_000), st.floats(0, 50_000))
def test_verder_weg_is_nooit_beter(omgeving, a, b):
    # Recht naar het westen, van alles weg.
    dichtbij, ver = sorted((a, b))
    maten = _scores(
        omgeving,
        kandidaat("dichtbij", 105_000 - dichtbij, 405_000),
        kandidaat("ver", 105_000 - ver, 405_000),
    )["score"]
    assert maten["ver"] <= maten["dichtbij"] + 1e-9


@given(kandidatenlijsten(), st.floats(1.0, 2.0), st.floats(1.0, 2.0))
def test_een_grotere_omweg_is_nooit_beter(omgeving, kandidaten, a, b):
    gelegen = met_ligging(kandidaten, omgeving.gemeenten)
    klein, groot = (
        nabijheid(gelegen, _gemeten_met(omgeving, Hemelsbreed(factor)))["score"].to_numpy()
        for factor in sorted((a, b))
    )
    assert ((klein >= 0) & (klein <= 100)).all()
    assert (groot <= klein + 1e-9).all()
