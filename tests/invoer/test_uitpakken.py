import io
import zipfile

import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.shapefile import lees_shapefile
from locatieplanner.invoer.uitpakken import lees_leden
from tests.invoer.voorbeelden import als_zip


def _namen(inhoud, grenzen=STANDAARDGRENZEN, achtervoegsels=None):
    return [str(pad) for pad, _ in lees_leden(inhoud, grenzen, achtervoegsels)]


def test_gewone_zip():
    inhoud = als_zip({"a.shp": b"1", "map/b.dbf": b"2", "c.txt": b"3", "__MACOSX/a.shp": b"4"})
    assert _namen(inhoud) == ["a.shp", "map/b.dbf", "c.txt"]
    assert _namen(inhoud, achtervoegsels=frozenset({".shp"})) == ["a.shp"]
    assert dict(lees_leden(inhoud, STANDAARDGRENZEN)).popitem()[1] == b"3"


@pytest.mark.parametrize(
    "pad", ["../k.shp", "/etc/k.shp", "a/../../k.shp", "C:/k.shp", "..\\k.shp"]
)
def test_pad_naar_buiten(pad):
    with pytest.raises(BestandFout, match="pad dat naar buiten wijst"):
        _namen(als_zip({pad: b"1"}))


def test_bom_stopt_tijdens_het_uitpakken():
    inhoud = als_zip({"a.shp": bytes(50_000_000)})
    assert len(inhoud) < 100_000
    with pytest.raises(BestandFout, match="uitgepakt groter dan 5 MB"):
        _namen(inhoud, Bestandsgrenzen(uitgepakt_bytes=5_000_000))


def test_een_kop_die_liegt_helpt_niet():
    inhoud = als_zip({"a.shp": bytes(20_000_000)})
    # De omvang staat twee keer in de zip: bij het bestand en in de inhoudsopgave.
    omvang = (20_000_000).to_bytes(4, "little")
    assert inhoud.count(omvang) == 2
    vals = inhoud.replace(omvang, (10).to_bytes(4, "little"))
    with pytest.raises(BestandFout):
        _namen(vals, Bestandsgrenzen(uitgepakt_bytes=5_000_000))


def test_te_veel_bestanden():
    with pytest.raises(BestandFout, match="meer dan 3 bestanden"):
        _namen(als_zip({f"{i}.shp": b"" for i in range(4)}), Bestandsgrenzen(leden=3))


def test_beschadigd_versleuteld_en_ongewoon():
    goed = als_zip({"a.shp": b"abc" * 100})
    with pytest.raises(BestandFout, match="beschadigd of niet volledig"):
        _namen(goed[:-10])
    versleuteld = bytearray(goed)
    versleuteld[goed.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BestandFout, match="wachtwoord"):
        _namen(bytes(versleuteld))
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_LZMA) as archief:
        archief.writestr("a.shp", b"abc")
    with pytest.raises(BestandFout, match="ongewone compressie"):
        _namen(stroom.getvalue())


def test_lid_zonder_naam():
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as archief:
        naamloos = zipfile.ZipInfo("x")
        naamloos.filename = ""
        with archief.open(naamloos, "w") as lid:
            lid.write(b"1")
        archief.writestr("a.shp", b"2")
        archief.writestr(".shp", b"3")
    inhoud = stroom.getvalue()
    assert _namen(inhoud)[1:] == ["a.shp", ".shp"]
    assert _namen(inhoud, achtervoegsels=frozenset({".shp"})) == ["a.shp"]
    with pytest.raises(BestandFout, match=r"ontbreekt het bestand \.dbf"):
        lees_shapefile(inhoud, STANDAARDGRENZEN)
