import numpy as np
from shapely.geometry import MultiPolygon, Point, Polygon, box

from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.kaart.kaartlaag import Kaartlaag
from locatieplanner.kaart.klassen import pak
from locatieplanner.kaart.laagstijl import Laagstijl
from locatieplanner.kaart.rasterbeeld import Rasterbeeld
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand, Zoekpunt

LEEG = np.array([], dtype=np.int8)


def test_wat_leeg_is_reist_niet_mee():
    assert Kaarttoestand("", LEEG, LEEG, tekenen=False).als_dict() == {"verwerkt": 0}


def test_een_raster_reist_mee_met_zijn_legenda_en_niet_met_zijn_cellen():
    beeld = Rasterbeeld("x.png", (4.8, 52.0, 5.0, 52.1234567), SCOREKLASSEN, 0.85)
    raster = Kaarttoestand("", LEEG, LEEG, raster=beeld).als_dict()["raster"]
    assert raster["bestand"] == "x.png"
    assert raster["omvang"] == [4.8, 52.0, 5.0, 52.123457]
    assert raster["regels"][0] == ["0 tot 20", "#ffffcc"]


def test_de_eerste_rij_kan_gekozen_zijn():
    assert Kaarttoestand("", LEEG, LEEG, gekozen=0).als_dict()["gekozen"] == 0


def test_klassen_reizen_ingepakt():
    scores = np.array([0, 1, 5, 6, 7], dtype=np.int8)
    assert Kaarttoestand("k.json", scores, LEEG).als_dict()["scores"] == pak(scores)


def test_een_sleutel_van_een_gebruiker_reist_niet_mee():
    beeld = Beeld("kandidaat:</script>", (130_000, 450_000, 140_000, 460_000))
    merk, west, zuid, oost, noord = Kaarttoestand("", LEEG, LEEG, beeld=beeld).als_dict()["beeld"]
    assert merk.isalnum()
    assert 4.9 < west < oost < 5.3
    assert 51.9 < zuid < noord < 52.2


def test_een_andere_sleutel_is_een_ander_merk():
    omvang = (130_000, 450_000, 140_000, 460_000)
    merken = {
        Kaarttoestand("", LEEG, LEEG, beeld=Beeld(s, omvang)).als_dict()["beeld"][0] for s in "abb"
    }
    assert len(merken) == 2


def test_beeld_rond_een_punt():
    assert Beeld.rond("x", Point(1000, 2000), 100).omvang == (900, 1900, 1100, 2100)


def test_beeld_om_grenzen_met_een_rand():
    assert Beeld.om("x", (100, 200, 300, 400)).omvang == (100, 200, 300, 400)
    assert Beeld.om("x", (100, 200, 300, 400), 50).omvang == (50, 150, 350, 450)


def test_concept_als_punt_en_als_vlak():
    punt = Kaarttoestand("", LEEG, LEEG, concept=Point(155_000, 463_000)).als_dict()["concept"]
    assert punt == [[5.387206, 52.155173]] or abs(punt[0][0] - 5.3872) < 0.001
    vlak = Kaarttoestand("", LEEG, LEEG, concept=box(155_000, 463_000, 155_100, 463_100))
    assert len(vlak.als_dict()["concept"]) == 5


def test_een_gevonden_ligging_met_gaten_of_delen_houdt_ze():
    rand = box(155_000, 463_000, 155_100, 463_100)
    gat = box(155_020, 463_020, 155_040, 463_040)
    met_gat = Polygon(rand.exterior.coords, [gat.exterior.coords])
    deel = box(155_200, 463_000, 155_300, 463_100)

    def ringen(vorm):
        concept = Kaarttoestand("", LEEG, LEEG, concept=vorm).als_dict()["concept"]
        return [[len(ring) for ring in deel] for deel in concept]

    assert ringen(met_gat) == [[5, 5]]
    assert ringen(MultiPolygon([met_gat, deel])) == [[5, 5], [5]]
    enkel = Kaarttoestand("", LEEG, LEEG, concept=rand).als_dict()
    assert Kaarttoestand("", LEEG, LEEG, concept=MultiPolygon([rand])).als_dict() == enkel


def test_lagen_en_bereik_reizen_alleen_met_hun_naam():
    lagen = (
        Kaartlaag("natura-1.json", "Natura 2000", Laagstijl.UITSLUITING),
        Kaartlaag("buurten-2.json", "Buurten", Laagstijl.CONTEXT, 1, "CBS"),
    )
    velden = Kaarttoestand("", LEEG, LEEG, lagen=lagen, bereik="b.json", kiezen=True).als_dict()
    assert velden["bereik"] == "b.json"
    assert velden["kiezen"] is True
    assert velden["lagen"] == [
        {"bestand": "natura-1.json", "naam": "Natura 2000", "stijl": 2},
        {"bestand": "buurten-2.json", "naam": "Buurten", "stijl": 0, "patroon": 1, "bron": "CBS"},
    ]


def test_het_zoekpunt_heeft_een_plek_en_een_label_van_beperkte_lengte():
    zoekpunt = Zoekpunt(Point(155_000, 463_000), "a" * 5_000)
    lengte, breedte, label = Kaarttoestand("", LEEG, LEEG, zoekpunt=zoekpunt).als_dict()["zoekpunt"]
    assert abs(lengte - 5.3872) < 0.001
    assert abs(breedte - 52.1552) < 0.001
    assert label == "a" * 120
