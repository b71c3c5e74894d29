"""Doorrekenen op de achtergrond: voortgang in blokken, en stoppen laat niets achter."""

import gc
from types import SimpleNamespace

import pytest

from locatieplanner.fouten import Afgebroken
from locatieplanner.portefeuille.voortgang import Toezicht, Voortgang
from locatieplanner.scherm.zoekformulier import Rastervraag
from locatieplanner.scherm.zoekloop import reken_door, voortgangszin
from locatieplanner.zoekgebieden.instelling import Zoekgebied
from locatieplanner.zoekgebieden.rooster import Rooster
from locatieplanner.zoekgebieden.zoekraster import lees_zoekraster


def vraag(omgeving, cel_m=25):
    gebied = Zoekgebied.gemeente("GM0001", omgeving.gemeenten)
    return Rastervraag(gebied, Rooster(cel_m), 150, "azc")


def test_rekenen_meldt_elk_blok_en_geeft_een_raster(omgeving):
    gemeld = []
    gerekend = reken_door(vraag(omgeving), omgeving, ("s",), Toezicht(meld=gemeld.append))
    totaal = len(gemeld) - 1
    assert totaal > 1
    assert [stand.stap for stand in gemeld] == [
        f"{klaar} van {totaal} blokken" for klaar in range(totaal + 1)
    ]
    assert lees_zoekraster(gerekend.map.raster).weging == gerekend.raster.weging
    # Alleen het raster blijft: de losse blokken zijn opgeruimd.
    map_ = gerekend.map.raster.parent
    assert [pad.name for pad in map_.iterdir()] == ["zoekraster.tif"]
    del gerekend
    gc.collect()
    assert not map_.exists()


def test_stoppen_halverwege_breekt_af_en_ruimt_op(omgeving, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    toezicht = Toezicht(meld=lambda _: toezicht.stop.set())
    with pytest.raises(Afgebroken):
        reken_door(vraag(omgeving), omgeving, (), toezicht)
    gc.collect()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("wacht", "stap", "deel"),
    [
        (True, None, "wacht op zijn beurt (3 s)"),
        (False, None, "(3 s): de lagen worden klaargezet. U kunt"),
        (False, "4 van 12 blokken", "Er wordt gerekend (3 s): 4 van 12 blokken."),
    ],
)
def test_de_voortgang_in_een_zin(wacht, stap, deel):
    stand = None if stap is None else Voortgang(stap, 0, 0, 0, 0)
    assert deel in voortgangszin(SimpleNamespace(wacht=wacht, voortgang=stand, seconden=3.2))
