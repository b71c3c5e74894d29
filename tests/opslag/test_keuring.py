import pytest
import shapely

from locatieplanner.fouten import PlanFout
from locatieplanner.opslag import keuring
from locatieplanner.opslag.json_kandidaten import als_json
from locatieplanner.opslag.keuring import (
    is_zichtbaar,
    keur_instellingen,
    keur_kandidaten,
    schone_tekst,
)
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.wereld import NASLAG

GOED = als_json(maak_kandidaten(kandidaat("K1")), NASLAG.kolommen)["K1"]


def test_wat_goed_is_komt_erdoor():
    vlak = shapely.box(100_000, 400_000, 100_100, 400_100)
    keur_kandidaten({"é 1": GOED, "vlak": GOED | {"geometry": vlak.wkb_hex}}, NASLAG)
    keur_instellingen({"bron": "ja", "naam": "Plan", "gearchiveerd": False, "vul_aan": True})


@pytest.mark.parametrize(
    ("velden", "wat"),
    [
        ({"naam": "x" * 201}, "naam is langer dan 200"),
        ({"naam": ""}, "de naam ontbreekt"),
        ({"naam": "a\u202eb"}, "tekens die niets tonen"),
        ({"toelichting": "a\x00b"}, "tekens die niets tonen"),
        ({"toelichting": "x" * 2001}, "toelichting is langer"),
        ({"type": "kasteel"}, "het type 'kasteel' bestaat niet"),
        ({"status": "misschien"}, "de status bestaat niet"),
        ({"capaciteit": 0}, "capaciteit"),
        ({"capaciteit": None}, "capaciteit"),
        ({"aandeel_amv": 3.0}, "niet van de soort"),
        ({"kolom": 1}, "kolom is geen kolom"),
        ({"geometry": None}, "de ligging ontbreekt"),
        ({"geometry": "zz"}, "geen punt of vlak"),
        ({"geometry": "01"}, "geen punt of vlak"),
        ({"geometry": shapely.Point().wkb_hex}, "geen punt of vlak"),
        ({"geometry": shapely.LineString([(0, 300_000), (1, 300_000)]).wkb_hex}, "geen punt"),
        ({"geometry": shapely.Point(4, 52).wkb_hex}, "buiten het gebied van RD"),
        ({"geometry": shapely.Point(float("inf"), 400_000).wkb_hex}, "RD|geen punt"),
    ],
)
def test_wat_niet_bewaard_mag_worden_wordt_genoemd(velden, wat):
    with pytest.raises(PlanFout, match=wat):
        keur_kandidaten({"K1": GOED | velden}, NASLAG)


@pytest.mark.parametrize("id_", ["", "x" * 201, "a\nb", "a\u2066b"])
def test_een_id_dat_niet_kan(id_):
    with pytest.raises(PlanFout, match="het id"):
        keur_kandidaten({id_: GOED}, NASLAG)


def test_een_te_grote_vorm(monkeypatch):
    monkeypatch.setattr(keuring, "VORM_BYTES", 1000)
    rond = shapely.Point(105_000, 405_000).buffer(100, 64)
    with pytest.raises(PlanFout, match="teken haar grover"):
        keur_kandidaten({"K1": GOED | {"geometry": rond.wkb_hex}}, NASLAG)


def test_een_vorm_met_tienduizend_lagen_breekt_het_programma_niet_af():
    kop = "0107000000" + "01000000"
    with pytest.raises(PlanFout, match="geen punt of vlak"):
        keur_kandidaten({"K1": GOED | {"geometry": kop * 10_000}}, NASLAG)


def test_alle_problemen_tegelijk_en_niet_eindeloos():
    with pytest.raises(PlanFout) as fout:
        keur_kandidaten({f"K{n}": GOED | {"naam": ""} for n in range(30)}, NASLAG)
    assert str(fout.value).count("de naam ontbreekt") == 20
    assert "En nog 10 problemen" in str(fout.value)


@pytest.mark.parametrize(
    "waarden",
    [
        {"onzin": 1}, {"naam": ""}, {"naam": "x" * 300}, {"gearchiveerd": 1}, {"vul_aan": "ja"},
        {"bron": "a\x07"}, {"gewichten": {}}, {"kaartlagen": ["\u202e"]},
    ],
)  # fmt: skip
def test_een_instelling_die_niet_kan(waarden):
    with pytest.raises(PlanFout, match="nstelling"):
        keur_instellingen(waarden)


def test_een_te_grote_instelling(monkeypatch):
    monkeypatch.setattr(keuring, "INSTELLING_TEKENS", 100)
    with pytest.raises(PlanFout, match="te groot"):
        keur_instellingen({"bron": "x" * 200})


def test_getypte_tekst_wordt_schoon_en_heeft_een_grens():
    assert schone_tekst(" a\u202e\x00  b\n", "De reden", verplicht=False) == "a b"
    assert schone_tekst("", "De reden", verplicht=False) == ""
    assert schone_tekst("<b>=1+1", "De reden", verplicht=True) == "<b>=1+1"
    for tekst in ("", " \x00 "):
        with pytest.raises(PlanFout, match="De reden is leeg"):
            schone_tekst(tekst, "De reden", verplicht=True)
    with pytest.raises(PlanFout, match=r"2\.001 tekens"):
        schone_tekst("x" * 2001, "De reden", verplicht=False)


@pytest.mark.parametrize("tekst", ["bel 06-12345678", "bsn 111222333", "mail a@voorbeeld.nl"])
def test_gegevens_van_personen_worden_niet_bewaard(tekst):
    with pytest.raises(PlanFout, match="gegevens van een persoon") as fout:
        schone_tekst(tekst, "De opmerking", verplicht=True)
    assert tekst.split()[1] not in str(fout.value)


@pytest.mark.parametrize("tekst", ["gewoon", "é ü ß 漢字 🏠", "a b", "", "100 m²"])
def test_gewone_tekst_is_zichtbaar(tekst):
    assert is_zichtbaar(tekst)


@pytest.mark.parametrize("teken", "\x00\x1b\n\u0085\u200e\u2028\u202e\ue000\uffff")
def test_een_teken_dat_niets_toont(teken):
    assert not is_zichtbaar(f"a{teken}b")
