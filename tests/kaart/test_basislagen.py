import json
import re

import pytest

from locatieplanner.fouten import UitvoerFout
from locatieplanner.kaart.basislagen import schrijf_basislagen, schrijf_opvang


def test_dezelfde_lagen_geven_dezelfde_namen(gemeenten, provincies, opvang, tmp_path):
    eerste = schrijf_basislagen(gemeenten, provincies, opvang, tmp_path / "lagen")
    tijden = {pad: pad.stat().st_mtime_ns for pad in (tmp_path / "lagen").iterdir()}
    tweede = schrijf_basislagen(gemeenten.reset_index(), provincies, opvang, tmp_path / "lagen")
    assert eerste == tweede
    assert eerste.gemeentecodes == ("GM0001", "GM0002")
    assert tijden == {pad: pad.stat().st_mtime_ns for pad in (tmp_path / "lagen").iterdir()}
    assert {pad.name for pad in tijden} == {
        eerste.gemeenten,
        eerste.provincies,
        eerste.opvang,
        eerste.script,
    }


def test_andere_inhoud_geeft_een_andere_naam(gemeenten, provincies, opvang, tmp_path):
    eerste = schrijf_basislagen(gemeenten, provincies, opvang, tmp_path)
    tweede = schrijf_basislagen(gemeenten.iloc[::-1], provincies, opvang, tmp_path)
    assert eerste.gemeenten != tweede.gemeenten
    assert eerste.provincies == tweede.provincies


def test_gemeenten_houden_hun_volgorde_en_zijn_kort_geschreven(
    gemeenten, provincies, opvang, tmp_path
):
    lagen = schrijf_basislagen(gemeenten, provincies, opvang, tmp_path)
    tekst = (tmp_path / lagen.gemeenten).read_text("utf-8")
    inhoud = json.loads(tekst)
    assert [f["properties"]["gemeente"] for f in inhoud["features"]] == ["West", "Oost"]
    for lengte, breedte in inhoud["features"][0]["geometry"]["coordinates"][0]:
        assert 3 < lengte < 8
        assert 50 < breedte < 54
    assert not re.search(r"\d\.\d{5,}", tekst)


def test_onbekende_capaciteit_van_opvang_blijft_onbekend(opvang, tmp_path):
    inhoud = json.loads((tmp_path / schrijf_opvang(opvang, tmp_path)).read_text("utf-8"))
    eerste, tweede = (f["properties"] for f in inhoud["features"])
    assert eerste["plaatsen"] == 400
    assert eerste["zekerheid"] == "waarschijnlijk open"
    assert tweede["plaatsen"] is None
    assert tweede["plaats"] == tweede["peildatum"] == ""


def test_opvang_zonder_rijen_of_bijzaken(opvang, tmp_path):
    leeg = schrijf_opvang(opvang.iloc[:0], tmp_path)
    assert json.loads((tmp_path / leeg).read_text("utf-8"))["features"] == []
    kaal = opvang[["naam", "geometry"]].assign(plaatsen=[12, 13], status="geschat")
    inhoud = json.loads((tmp_path / schrijf_opvang(kaal, tmp_path)).read_text("utf-8"))
    assert inhoud["features"][0]["properties"]["plaatsen"] == 12
    assert inhoud["features"][0]["properties"]["zekerheid"] == "geschat"


def test_het_script_haalt_niets_bij_een_ander(gemeenten, provincies, opvang, tmp_path):
    lagen = schrijf_basislagen(gemeenten, provincies, opvang, tmp_path)
    script = (tmp_path / lagen.script).read_text("utf-8")
    eigen = re.sub(r"/\*.*?\*/", "", script.partition("window.locatieplanner=")[2])
    assert not re.search(r"https?://|url\(\s*['\"]?//", eigen)
    assert "sourceMappingURL" not in script
    # Tekst van gebruikers komt alleen als tekst op het scherm.
    assert "innerHTML" not in eigen
    assert "insertAdjacentHTML" not in eigen


def test_een_map_die_niet_te_beschrijven_is_geeft_een_uitleg(opvang, tmp_path):
    bezet = tmp_path / "bezet"
    bezet.write_text("geen map")
    with pytest.raises(UitvoerFout, match="Kies een map"):
        schrijf_opvang(opvang, bezet)
