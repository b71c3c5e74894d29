"""Het beeld van een sessie: in de map voor de kaart, en weg met de sessie."""

import gc

from locatieplanner.portefeuille.voortgang import Toezicht
from locatieplanner.scherm import zoekkaart
from locatieplanner.scherm.zoekformulier import Rastervraag
from locatieplanner.scherm.zoekloop import reken_door
from locatieplanner.zoekgebieden.gebieden import Grens, zoek_gebieden
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from locatieplanner.zoekgebieden.rooster import Rooster


def test_het_beeld_verdwijnt_met_wie_het_vasthoudt(omgeving, monkeypatch, tmp_path):
    monkeypatch.setattr(zoekkaart, "kandidatenmap", lambda: tmp_path)
    gebied = Zoekgebied.gemeente("GM0001", omgeving.gemeenten)
    gerekend = reken_door(Rastervraag(gebied, Rooster(100), 150, "azc"), omgeving, (), Toezicht())
    gevonden = zoek_gebieden(
        gerekend.raster, omgeving, Instelling(150, "azc"), Grens(60.0, 3.0, 10)
    )
    bestand = zoekkaart._schrijf(gerekend, gevonden)
    (png,) = tmp_path.iterdir()
    assert png.name == bestand.beeld.bestand
    assert png.read_bytes().startswith(b"\x89PNG")
    del bestand
    gc.collect()
    assert not list(tmp_path.iterdir())
