"""Eén blok: elke cel krijgt wat een kandidaat op haar midden krijgt."""

import numpy as np
import pytest

from locatieplanner.beoordeling.toetsing import toets
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.zoekgebieden.banden import (
    AANDACHT,
    GEEN,
    NIET_GETOETST,
    NIETS_GEVONDEN,
    UITGESLOTEN,
)
from locatieplanner.zoekgebieden.blok import banden_van, reken_blok
from locatieplanner.zoekgebieden.grondslag import leg_grondslag
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from locatieplanner.zoekgebieden.rooster import Rooster
from tests.zoekgebieden.proef import FLEX, aardam, beoordeel_op

_PUNT = 0.5
"""Zoveel mag een cel hoogstens van het punt verschillen; gemeten is een vijftigste daarvan."""


def _reken(omgeving, instelling, gebied, cel_m=100):
    grond = leg_grondslag(omgeving, instelling, gebied)
    venster = Rooster(cel_m).venster_om(grond.omvang_rd)
    getallen = reken_blok(grond, venster)
    namen = [band.naam for band in banden_van(grond)]
    waarden = {
        band.naam: band.lees(rij).ravel()
        for band, rij in zip(banden_van(grond), getallen, strict=True)
    }
    return venster, waarden, dict(zip(namen, getallen, strict=True))


def _vergelijk(omgeving, instelling, gebied, aantal, cel_m=100, naast=0.03):
    """Vergelijk cellen met gewone kandidaten op hun midden."""
    venster, waarden, getallen = _reken(omgeving, instelling, gebied, cel_m)
    binnen = np.flatnonzero(getallen["gemeente"].ravel() != GEEN)
    cellen = np.random.default_rng(28992).choice(binnen, min(aantal, len(binnen)), replace=False)
    punt = beoordeel_op(venster.middens()[cellen], instelling, omgeving)
    assert naast < _PUNT
    for criterium in CRITERIA:
        score = punt.maten[criterium]["score"].to_numpy()
        cel = waarden[f"score_{criterium}"][cellen]
        assert np.array_equal(np.isnan(cel), np.isnan(score)), criterium
        assert np.nanmax(np.abs(cel - score), initial=0) < naast, criterium
    totaal = waarden["totaal"][cellen]
    assert np.array_equal(np.isnan(totaal), np.isnan(punt.weging.totaal))
    assert np.nanmax(np.abs(totaal - punt.weging.totaal)) < naast
    codes = punt.kandidaten["gemeentecode"].str[2:].astype(int)
    assert np.array_equal(codes, waarden["gemeente"][cellen])
    nabij = punt.maten["nabijheid"]
    for categorie in omgeving.voorzieningen:
        afstand = nabij[f"afstand_{categorie}_m"].to_numpy()
        assert waarden[f"afstand_{categorie}_m"][cellen] == pytest.approx(
            afstand, abs=0.51, nan_ok=True
        )
    return punt, waarden, cellen


def test_duizend_willekeurige_punten_in_nederland(omgeving_echt):
    instelling = Instelling(150, "azc", gewichten=Gewichten(40, 10, 30, 20))
    gebied = Zoekgebied(
        "Utrecht, Zeeland en Groningen",
        tuple(
            omgeving_echt.gemeenten.index[
                omgeving_echt.gemeenten["provincie"].isin(["Utrecht", "Zeeland", "Groningen"])
            ]
        ),
    )
    punt, _, cellen = _vergelijk(omgeving_echt, instelling, gebied, 1000)
    assert len(cellen) == 1000
    assert set(punt.kandidaten["provincie"]) == {"Utrecht", "Zeeland", "Groningen"}


@pytest.mark.parametrize("cel_m", [25, 10])
def test_ook_op_een_fijner_rooster(omgeving_echt, cel_m):
    gebied = Zoekgebied.gemeente("GM0339", omgeving_echt.gemeenten)
    instelling = Instelling(60, "flexwonen", {"statushouders": 0.4, "regulier": 0.6})
    _vergelijk(omgeving_echt, instelling, gebied, 200, cel_m)


def test_met_alles_geladen(rijk):
    punt, waarden, cellen = _vergelijk(rijk, FLEX, aardam(rijk), 1000)
    # Binnen het raster, erbuiten en op de rand; met en zonder buurt; over straten en hemelsbreed.
    omtrek = punt.maten["kleinschaligheid"]["omtrek_inwoners"]
    assert omtrek.isna().any()
    assert omtrek.notna().any()
    assert set(punt.maten["mix"]["buurt"]) == {"Noord", "Zuid", ""}
    assert set(waarden["nabijheid_gemeten"][cellen]) == {0, 1, 2}
    metingen = set(punt.maten["nabijheid"]["meting_supermarkt"])
    assert any("over straten" in meting for meting in metingen)
    assert any("rechte lijn" in meting for meting in metingen)


def test_toetsing_per_cel_is_de_toetsing_van_een_kandidaat(rijk):
    venster, waarden, getallen = _reken(rijk, FLEX, aardam(rijk))
    binnen = np.flatnonzero(getallen["gemeente"].ravel() != GEEN)
    punt = beoordeel_op(venster.middens()[binnen], FLEX, rijk)
    uit = toets(punt.kandidaten, rijk.toetslagen)
    zwaarste = np.full(len(binnen), NIETS_GEVONDEN)
    zwaarste[[bool(lagen) for lagen in uit.niet_getoetst]] = NIET_GETOETST
    bits = np.zeros(len(binnen))
    for bevinding in uit.aandachtspunten:
        zwaarste[bevinding.rijen] = AANDACHT
        bits[bevinding.rijen] += 2
    for bevinding in uit.uitsluitingen:
        zwaarste[bevinding.rijen] = UITGESLOTEN
        bits[bevinding.rijen] += 1
    assert np.array_equal(waarden["toetsing"][binnen], zwaarste)
    assert np.array_equal(waarden["regels"][binnen], bits)
    assert set(zwaarste) == {NIETS_GEVONDEN, NIET_GETOETST, AANDACHT, UITGESLOTEN}


def test_zonder_geladen_laag_heet_elke_cel_niet_getoetst(omgeving):
    _, waarden, getallen = _reken(omgeving, Instelling(100, "noodopvang"), aardam(omgeving))
    binnen = getallen["gemeente"].ravel() != GEEN
    assert set(waarden["toetsing"][binnen]) == {NIET_GETOETST}
    assert np.isnan(waarden["score_mix"]).all()


def test_buiten_het_gebied_is_er_niets(omgeving):
    venster, _, getallen = _reken(omgeving, Instelling(100, "noodopvang"), aardam(omgeving))
    x, y = venster.middens().T
    binnen = ((x > 100_000) & (x < 110_000) & (y > 400_000) & (y < 410_000)).reshape(venster.vorm)
    for band in getallen.values():
        assert (band[~binnen] == GEEN).all()
    assert (getallen["gemeente"][binnen] == 1).all()
