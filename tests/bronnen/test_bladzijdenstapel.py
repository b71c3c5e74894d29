import json
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from locatieplanner.bronnen.bladzijdenstapel import HOUDBAAR, Stapel
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.ophaalbeurt import Bladzijde, begin_beurt
from locatieplanner.fouten import UitvoerFout
from tests.diensten.gegevens import DEEL, GRENZEN, maak_dienst, maak_laag


def blad(*codes):
    return Bladzijde(pd.DataFrame({"code": list(codes)}), {"code": "c"}, codes, "/2")


@pytest.fixture
def beurt(tmp_path):
    return maak_beurt(tmp_path)


def maak_beurt(map_, **anders):
    laag = maak_laag(maak_dienst(Dienstsoort.WFS, "https://a.nl", **anders))
    return begin_beurt(laag, DEEL, map_, print, GRENZEN)


@pytest.fixture
def begonnen(beurt, tmp_path):
    Stapel(beurt, ["/1"]).leg("/1", blad("a", "b"))
    return tmp_path / "bladzijden"


def test_hervat_dezelfde_vraag(beurt, begonnen):
    stapel = Stapel(beurt, ["/1"])
    kaartje = stapel.hervat("/1")
    assert (kaartje.aantal, kaartje.volgende, kaartje.sleutels) == (2, "/2", ["a", "b"])
    assert stapel.hervat("/2") is None
    assert list(stapel.samen().rijen["code"]) == ["a", "b"]
    assert (stapel.aantal, stapel.rijen) == (1, 2)


def test_hervat_geen_andere_vraag(beurt, begonnen, tmp_path):
    assert Stapel(beurt, ["/anders"]).hervat("/1") is None


def test_hervat_geen_andere_kolommen(begonnen, tmp_path):
    anders = maak_beurt(tmp_path, kolommen={"code": ("x",)})
    assert Stapel(anders, ["/1"]).hervat("/1") is None


def test_hervat_geen_ander_adres(beurt, begonnen):
    assert Stapel(beurt, ["/1"]).hervat("/2") is None


@pytest.mark.parametrize("ouderdom", [HOUDBAAR, -timedelta(hours=1)])
def test_hervat_niets_ouds_of_uit_de_toekomst(beurt, begonnen, ouderdom):
    pad = begonnen / "beurt.json"
    stand = json.loads(pad.read_text())
    stand["begonnen"] = (datetime.now(UTC) - ouderdom).isoformat()
    pad.write_text(json.dumps(stand))
    assert Stapel(beurt, ["/1"]).hervat("/1") is None
    assert not list(begonnen.glob("*.parquet"))


@pytest.mark.parametrize("inhoud", ["", "[]", "{}", '{"merk": 1, "begonnen": "ooit"}'])
def test_beschadigde_stand(beurt, begonnen, inhoud):
    (begonnen / "beurt.json").write_text(inhoud)
    assert Stapel(beurt, ["/1"]).hervat("/1") is None


@pytest.mark.parametrize("naam", ["00001.parquet", "00001.json"])
@pytest.mark.parametrize("inhoud", [None, b"", b"{}"])
def test_beschadigde_bladzijde(beurt, begonnen, naam, inhoud):
    pad = begonnen / naam
    pad.unlink() if inhoud is None else pad.write_bytes(inhoud)
    assert Stapel(beurt, ["/1"]).hervat("/1") is None


def test_werkmap_die_niet_te_beschrijven_is(tmp_path):
    (tmp_path / "bladzijden").write_text("hier staat een bestand")
    with pytest.raises(UitvoerFout, match="testlaag kan niet bewaard worden"):
        Stapel(maak_beurt(tmp_path), ["/1"])


def test_wis(beurt, begonnen):
    Stapel(beurt, ["/1"]).wis()
    assert not begonnen.exists()
