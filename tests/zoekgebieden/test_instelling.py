"""De vraag: wat niet kan wordt vooraf gezegd, en gewichten zijn verhoudingen."""

from pathlib import Path

import numpy as np
import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import GebiedFout, GewichtenFout, InvoerFout
from locatieplanner.zoekgebieden.instelling import EigenRaster, Instelling, Zoekgebied

_PUNTEN = ((45.0, 100.0), (65.0, 0.0))


def _raster(naam="geluid", **anders):
    gegeven = {
        "pad": Path("x.tif"), "naam": naam, "gebruik": "criterium", "eenheid": "dB",
        "waardefunctie": _PUNTEN, "gewicht": 25.0,
    }  # fmt: skip
    return EigenRaster(**(gegeven | anders))


@pytest.mark.parametrize(
    ("anders", "fout", "zin"),
    [
        ({"gebruik": "versiering"}, InvoerFout, "geen gebruik van een raster"),
        ({"eenheid": " "}, InvoerFout, "eenheid niet gegeven"),
        ({"waardefunctie": ((45.0, 100.0),)}, InvoerFout, "ten minste twee knikpunten"),
        ({"waardefunctie": _PUNTEN[::-1]}, InvoerFout, "hogere waarde dan het vorige"),
        ({"waardefunctie": ((1.0, 0.0), (2.0, 101.0))}, InvoerFout, "buiten 0 tot 100"),
        ({"gewicht": 0.0}, GewichtenFout, "boven nul"),
        ({"gewicht": float("nan")}, GewichtenFout, "boven nul"),
    ],
)
def test_een_raster_dat_niet_klopt_wordt_geweigerd(anders, fout, zin):
    with pytest.raises(fout, match=zin):
        _raster(**anders)


def test_gewichten_zijn_verhoudingen_ook_met_een_eigen_criterium():
    zonder = Instelling(10, "azc", gewichten=Gewichten(1, 1, 1, 1))
    assert zonder.weging == pytest.approx([0.25] * 4)
    met = Instelling(10, "azc", gewichten=Gewichten(25, 25, 25, 25), rasters=(_raster(),))
    assert met.weging == pytest.approx([0.2] * 5)
    assert met.met_gewichten(Gewichten(0, 0, 0, 25)).weging == pytest.approx([0, 0, 0, 0.5, 0.5])


def test_zonder_eigen_criterium_is_de_weging_die_van_de_beoordeling():
    gewichten = Gewichten(3, 0, 5.5, 1)
    assert np.array_equal(Instelling(1, "azc", gewichten=gewichten).weging, gewichten.aandelen)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"capaciteit": 0}, "ten minste 1 plaats"),
        ({"aandelen": {"statushouders": 0.5}}, "samen 1"),
        ({"aandelen": {"statushouders": 1.5, "regulier": -0.5}}, "onder nul"),
        ({"rasters": tuple(_raster(f"r{n}") for n in range(4))}, "hoogstens 3 rasters"),
    ],
)
def test_een_instelling_die_niet_kan_wordt_geweigerd(anders, zin):
    with pytest.raises(InvoerFout, match=zin):
        Instelling(**({"capaciteit": 10, "type": "azc"} | anders))


def test_een_zoekgebied_is_een_of_meer_gemeenten(omgeving):
    gemeenten = omgeving.gemeenten
    assert Zoekgebied.gemeente("GM0002", gemeenten) == Zoekgebied("Beekdal (gemeente)", ("GM0002",))
    assert Zoekgebied.provincie("Utrecht", gemeenten).codes == ("GM0001", "GM0002")
    assert len(Zoekgebied.nederland(gemeenten).codes) == 6
    with pytest.raises(GebiedFout, match="code 'GM9999'"):
        Zoekgebied.gemeente("GM9999", gemeenten)
    with pytest.raises(GebiedFout, match="provincie 'Zeeland'"):
        Zoekgebied.provincie("Zeeland", gemeenten)
