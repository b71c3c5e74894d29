"""De grondslag: wat per gemeente en per buurt vaststaat, komt van de criteria zelf."""

import pickle
from dataclasses import replace

import numpy as np
import pytest
import shapely

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.domein.toets import Gebruik, Predicaat
from locatieplanner.fouten import InvoerFout
from locatieplanner.zoekgebieden.grondslag import MEESTE_REGELS, leg_grondslag
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from tests.omgeving import NATUUR, kandidaat, maak_kandidaten, maak_omgeving
from tests.zoekgebieden.proef import FLEX, GEMEENTE, NATUURGEBIED, aardam


def test_evenredigheid_is_die_van_een_kandidaat_in_de_gemeente(omgeving):
    instelling = Instelling(250, "azc")
    grond = leg_grondslag(omgeving, instelling, Zoekgebied.nederland(omgeving.gemeenten))
    for nummer, code in enumerate(grond.codes):
        plek = omgeving.gemeenten.geometry.loc[code].centroid
        punt = beoordeel(
            maak_kandidaten(kandidaat("K", plek.x, plek.y, type="azc", capaciteit=250)), omgeving
        )
        score = punt.maten["spreiding"]["score_evenredigheid"].iloc[0]
        assert grond.evenredigheid[nummer] == pytest.approx(score, nan_ok=True)


def test_mix_is_er_per_buurt_en_zonder_buurt(rijk):
    grond = leg_grondslag(rijk, FLEX, aardam(rijk))
    assert len(grond.buurten) == 2
    assert len(grond.mix) == 3
    assert grond.mix[1] > grond.mix[0]
    assert not np.isnan(grond.mix).any()


def test_alleen_het_gevraagde_gebied_telt(rijk):
    grond = leg_grondslag(rijk, FLEX, aardam(rijk))
    assert [code for code, erin in zip(grond.codes, grond.in_gebied, strict=True) if erin] == [
        GEMEENTE
    ]
    assert grond.omvang_rd == (100_000, 400_000, 110_000, 410_000)


def test_regels_van_een_laag_met_hun_vlakken(rijk):
    grond = leg_grondslag(rijk, FLEX, aardam(rijk))
    assert [(regel.gebruik, regel.predicaat, regel.afstand_m) for regel in grond.regels] == [
        (Gebruik.UITSLUITING, Predicaat.BINNEN, 0.0),
        (Gebruik.AANDACHTSPUNT, Predicaat.NABIJ, 1000.0),
    ]
    assert grond.regels[0].vlakken.tolist() == [NATUURGEBIED]
    assert grond.dekkingen[0].bereik_m == 1000


def test_zij_kan_naar_een_ander_proces(rijk):
    grond = leg_grondslag(rijk, FLEX, aardam(rijk))
    terug = pickle.loads(pickle.dumps(grond))
    assert np.array_equal(terug.bronnen, grond.bronnen)
    assert shapely.equals_exact(terug.grenzen, grond.grenzen).all()


def test_een_onbekend_type_of_onbekende_groep_is_een_fout(omgeving):
    with pytest.raises(InvoerFout, match="'kasteel' is geen locatietype"):
        leg_grondslag(omgeving, Instelling(10, "kasteel"), aardam(omgeving))
    with pytest.raises(InvoerFout, match="'ridders' is geen aandachtsgroep"):
        leg_grondslag(omgeving, Instelling(10, "azc", {"ridders": 1.0}), aardam(omgeving))


def test_te_veel_regels_passen_niet_in_een_getal(rijk):
    regels = NATUUR.regels * (MEESTE_REGELS // 2 + 1)
    laag = replace(rijk.toetslagen[0], regels=regels)
    with pytest.raises(InvoerFout, match=f"er passen er {MEESTE_REGELS}"):
        leg_grondslag(replace(rijk, toetslagen=(laag,)), FLEX, aardam(rijk))


def test_een_gemeente_zonder_doel_heeft_geen_evenredigheid():
    zonder = maak_omgeving(vul_aan=False)
    grond = leg_grondslag(zonder, Instelling(10, "azc"), aardam(zonder))
    assert np.isnan(grond.evenredigheid[grond.codes.index("GM0006")])
