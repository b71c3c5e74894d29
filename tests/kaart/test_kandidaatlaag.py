import json
import re

import pytest
import shapely

from locatieplanner.kaart.kandidaatlaag import (
    BESCHERMD,
    schrijf_kandidaten,
    verwijder_kandidaten,
)


def lees(map, naam):
    return json.loads((map / naam).read_text("utf-8"))["features"]


def test_ligging_en_eigenschappen(kandidaten, tmp_path):
    naam = schrijf_kandidaten(kandidaten, tmp_path, typenamen={"rol": "regionale opvanglocatie"})
    eerste, tweede, derde = lees(tmp_path, naam)
    assert eerste["properties"] == {
        "id": "K1",
        "naam": "</script><script>lek()</script>",
        "type": "regionale opvanglocatie",
        "vorm": 0,
        "grootte": 0,
        "capaciteit": 50,
    }
    assert tweede["properties"]["vorm"] == 1
    assert derde["geometry"]["type"] == "Polygon"
    lengte, breedte = eerste["geometry"]["coordinates"]
    assert 5.0 < lengte < 5.3
    assert 52.0 < breedte < 52.2
    assert not re.search(r"\d\.\d{7,}", (tmp_path / naam).read_text("utf-8"))


def test_een_naam_is_elke_keer_nieuw_en_niet_te_raden(kandidaten, tmp_path):
    namen = {schrijf_kandidaten(kandidaten, tmp_path) for _ in range(5)}
    assert len(namen) == 5
    assert all(re.fullmatch(r"[\w-]{43}\.json", naam) for naam in namen)
    assert {pad.name for pad in tmp_path.iterdir()} == namen


def test_een_verborgen_kandidaat_laat_niets_los(kandidaten, tmp_path):
    naam = schrijf_kandidaten(kandidaten, tmp_path, verborgen_ids={"Kerkstraat 5"})
    tekst = (tmp_path / naam).read_text("utf-8")
    features = lees(tmp_path, naam)
    assert len(features) == 3  # de volgorde van de klassen blijft kloppen
    assert features[1]["geometry"] is None
    assert features[1]["properties"]["id"] is None
    assert features[1]["properties"]["naam"] == BESCHERMD
    assert "Kerkstraat" not in tekst
    assert "onerror" not in tekst


def test_een_verborgen_kandidaat_staat_hooguit_op_een_vast_punt_in_de_gemeente(
    kandidaten, gemeenten, tmp_path
):
    def plek(tabel):
        naam = schrijf_kandidaten(
            tabel, tmp_path, verborgen_ids=["Kerkstraat 5"], gemeenten=gemeenten
        )
        return lees(tmp_path, naam)[1]["geometry"]["coordinates"]

    elders = kandidaten.copy()
    elders.loc["Kerkstraat 5", "geometry"] = shapely.Point(141_500, 459_000)
    assert plek(kandidaten) == plek(elders)


def test_kandidaten_zonder_rijen(kandidaten, tmp_path):
    assert lees(tmp_path, schrijf_kandidaten(kandidaten.iloc[:0], tmp_path)) == []


def test_verwijderen(kandidaten, tmp_path):
    naam = schrijf_kandidaten(kandidaten, tmp_path)
    verwijder_kandidaten(naam, tmp_path)
    verwijder_kandidaten(naam, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("naam", ["", "../geheim.json", "gemeenten-a1.json", "/etc/passwd"])
def test_verwijderen_raakt_geen_ander_bestand(naam, tmp_path):
    with pytest.raises(ValueError, match="geen naam van een geheim kaartbestand"):
        verwijder_kandidaten(naam, tmp_path)
