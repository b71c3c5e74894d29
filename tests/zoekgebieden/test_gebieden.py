"""Zoekgebieden: welke cellen samen een gebied zijn, en in welke volgorde zij staan."""

import numpy as np
import pytest
import shapely
from scipy import ndimage

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import InvoerFout
from locatieplanner.invoer.schema import maak_schema
from locatieplanner.zoekgebieden.banden import AANDACHT, GEEN, UITGESLOTEN
from locatieplanner.zoekgebieden.gebieden import Grens, toets_omvang, zoek_gebieden
from locatieplanner.zoekgebieden.instelling import Zoekgebied
from locatieplanner.zoekgebieden.redenen import als_kandidaten
from locatieplanner.zoekgebieden.zoekraster import bereken
from tests.zoekgebieden.proef import FLEX

GRENS = Grens(drempel=60.0, kleinste_ha=3.0, hoogstens=50)


@pytest.fixture(scope="module")
def raster(rijk, tmp_path_factory):
    pad = tmp_path_factory.mktemp("gebieden") / "utrecht.tif"
    return bereken(rijk, FLEX, Zoekgebied.provincie("Utrecht", rijk.gemeenten), pad, processen=1)


@pytest.fixture(scope="module")
def gevonden(raster, rijk):
    return zoek_gebieden(raster, rijk, FLEX, GRENS)


def test_een_gebied_is_precies_de_cellen_die_eraan_voldoen(raster, gevonden):
    totaal, toetsing = raster.lees("totaal"), raster.lees_getallen("toetsing")
    gemeente = raster.lees_getallen("gemeente")
    bewaard = raster.lees_getallen("totaal")
    goed = (bewaard != GEEN) & (bewaard >= 6000) & (toetsing != UITGESLOTEN)
    assert gevonden.cellen == goed.sum()
    punten = shapely.points(raster.venster.middens()).reshape(raster.venster.vorm)
    gezien = np.zeros(goed.shape, bool)
    for rij in gevonden.tabel.itertuples():
        binnen = shapely.contains(rij.geometry, punten)
        assert binnen.sum() == rij.cellen == rij.oppervlakte_ha >= GRENS.kleinste_ha
        assert goed[binnen].all()
        assert (gemeente[binnen] == int(rij.gemeentecode[2:])).all()
        _, delen = ndimage.label(binnen, structure=np.ones((3, 3)))
        assert delen == 1
        assert totaal[binnen].mean() == pytest.approx(rij.score_totaal, abs=1e-3)
        assert (toetsing[binnen] == AANDACHT).mean() == pytest.approx(rij.aandacht)
        gezien |= binnen
    # Wat er niet in zit, is in zijn gemeente een te klein gebied.
    for code in np.unique(gemeente[goed]):
        los, aantal = ndimage.label(goed & (gemeente == code), structure=np.ones((3, 3)))
        maten = ndimage.sum_labels(goed, los, np.arange(1, aantal + 1))
        assert (maten[~np.isin(np.arange(1, aantal + 1), los[gezien])] < 3).all()
    assert len(gevonden.tabel) == gevonden.gevonden > 1


def test_de_hoogste_score_staat_bovenaan(gevonden):
    assert gevonden.tabel["score_totaal"].is_monotonic_decreasing
    assert gevonden.tabel["rang"].tolist() == list(range(1, len(gevonden.tabel) + 1))
    assert gevonden.tabel.index[0] == "Z1"


def test_er_komen_er_niet_meer_dan_gevraagd(raster, rijk, gevonden):
    een = zoek_gebieden(raster, rijk, FLEX, Grens(60.0, 3.0, 1))
    assert een.tabel.index.tolist() == ["Z1"]
    assert een.gevonden == gevonden.gevonden
    assert een.tabel.geometry.iloc[0].equals(gevonden.tabel.geometry.iloc[0])


def test_andere_gewichten_geven_andere_gebieden_zonder_opnieuw_rekenen(raster, rijk, gevonden):
    anders = FLEX.met_gewichten(Gewichten(0, 0, 100, 0))
    uit = zoek_gebieden(raster, rijk, anders, GRENS)
    assert uit.tabel["score_totaal"].tolist() == pytest.approx(
        uit.tabel["score_nabijheid"].tolist(), abs=0.01
    )
    assert uit.cellen != gevonden.cellen


def test_een_te_hoge_drempel_geeft_een_lege_tabel(raster, rijk, gevonden):
    leeg = zoek_gebieden(raster, rijk, FLEX, Grens(100.0, 3.0, 10))
    assert (len(leeg.tabel), leeg.gevonden) == (0, 0)
    assert list(leeg.tabel.columns) == list(gevonden.tabel.columns)


def test_als_kandidaten_voldoen_gebieden_aan_het_schema(gevonden, rijk):
    kandidaten = als_kandidaten(gevonden.tabel, FLEX, rijk)
    maak_schema(rijk.aandachtsgroepen).validate(kandidaten)
    assert kandidaten.geometry.is_valid.all()
    assert kandidaten.index.tolist() == gevonden.tabel.index.tolist()
    assert set(kandidaten["capaciteit"]) == {120}
    assert set(kandidaten["aandeel_statushouders"]) == {0.4}
    uit = beoordeel(kandidaten, rijk)
    assert uit.kandidaten["gemeentecode"].tolist() == gevonden.tabel["gemeentecode"].tolist()


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        ((101, 1, 1), "score tussen 0 en 100"),
        ((50, -1, 1), "oppervlakte"),
        ((50, 1, 0), "één gebied"),
    ],
)
def test_een_grens_die_niet_kan_wordt_geweigerd(waarden, zin):
    with pytest.raises(InvoerFout, match=zin):
        Grens(*waarden)


def test_te_veel_cellen_worden_vooraf_geweigerd(omgeving_echt):
    toets_omvang(40_000_000, omgeving_echt.parameters)
    with pytest.raises(InvoerFout, match=r"850\.000\.000 cellen"):
        toets_omvang(850_000_000, omgeving_echt.parameters)


def test_de_grens_komt_uit_de_parameters(omgeving_echt):
    par = omgeving_echt.parameters
    assert Grens.van(par) == Grens(par.getal("zoekgebieden.drempel_punten"), 3.0, 100)
    assert Grens.van(par, 75.0).drempel == 75
