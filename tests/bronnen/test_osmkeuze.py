import pytest

from locatieplanner.bronnen.dienst import Dienst, Dienstsoort
from locatieplanner.bronnen.osmkeuze import (
    Onderdeel,
    kiezer,
    lees_categorie,
    lees_wijze,
    onderdeel,
)
from locatieplanner.bronnen.tomltabel import Tomltabel
from locatieplanner.fouten import LaagFout


def categorie(id, *tags, niet=()):
    velden = {"naam": id, "tags": list(tags), "niet": list(niet)}
    return lees_categorie(id, Tomltabel("proef", velden))


def wijze(wel, niet=(), toch=()):
    velden = {"naam": "lopen", "wel": list(wel), "niet": list(niet), "toch": list(toch)}
    return lees_wijze("lopen", Tomltabel("proef", velden))


def test_categorie_past_op_een_van_haar_tags():
    apotheek = categorie("apotheek", "amenity=pharmacy", "healthcare=pharmacy")
    assert apotheek.past({"amenity": "pharmacy"})
    assert apotheek.past({"amenity": "clinic", "healthcare": "pharmacy"})
    assert not apotheek.past({"amenity": "clinic"})
    assert apotheek.sleutels == apotheek.soorten == {"amenity", "healthcare"}


def test_alle_paren_moeten_gelden_en_alleen_het_eerste_letterlijk():
    school = categorie("basisschool", "amenity=school & isced:level=1")
    assert school.past({"amenity": "school", "isced:level": "1"})
    assert school.past({"amenity": "school", "isced:level": "0; 1"})
    assert not school.past({"amenity": "school", "isced:level": "11"})
    assert not school.past({"amenity": "school"})
    assert not school.past({"amenity": "school;library", "isced:level": "1"})
    assert school.sleutels == {"amenity", "isced:level"}
    assert school.soorten == {"amenity"}


def test_sterretje_past_op_elke_waarde():
    sport = categorie("sport", "leisure=pitch & sport=*")
    assert sport.past({"leisure": "pitch", "sport": "soccer"})
    assert not sport.past({"leisure": "pitch"})


def test_niet_sluit_uit_en_daar_wordt_niet_op_gezocht():
    school = categorie("basisschool", "amenity=school", niet=["isced:level=2", "school=secondary"])
    assert school.past({"amenity": "school"})
    assert not school.past({"amenity": "school", "school": "secondary"})
    assert school.sleutels == {"amenity", "isced:level", "school"}
    assert school.soorten == {"amenity"}


@pytest.mark.parametrize(
    ("tags", "open_"),
    [
        ({"highway": "residential"}, True),
        ({"highway": "motorway"}, False),
        ({"highway": "residential", "access": "private"}, False),
        ({"highway": "residential", "access": "private", "foot": "yes"}, True),
        ({"highway": "motorway", "foot": "yes"}, False),
        ({"foot": "yes"}, False),
        ({"barrier": "fence", "foot": "yes"}, False),
    ],
)
def test_wijze_wel_niet_toch(tags, open_):
    lopen = wijze(["highway=residential"], ["access=private"], ["foot=yes"])
    assert lopen.past(tags) is open_
    assert lopen.soorten == {"highway"}


def test_kiezer_zegt_hetzelfde_als_de_keuzes_zelf():
    keuzes = [
        categorie("apotheek", "amenity=pharmacy"),
        categorie("winkel", "shop=*"),
        wijze(["highway=path"]),
    ]
    kies = kiezer(keuzes)
    for tags in (
        {"amenity": "pharmacy", "shop": "chemist"},
        {"shop": "books", "name": "telt niet mee"},
        {"highway": "path"},
        {},
    ):
        verwacht = tuple(keuze.id for keuze in keuzes if keuze.past(tags))
        assert kies(tags) == kies(dict(reversed(tags.items()))) == verwacht
    assert kies({"amenity": "pharmacy", "shop": "chemist"}) == ("apotheek", "winkel")


@pytest.mark.parametrize("tekst", ["amenity", "amenity=", "=school", "amenity=school &", ""])
def test_onleesbare_tags_zijn_een_fout(tekst):
    with pytest.raises(LaagFout, match="schrijf tags als sleutel=waarde"):
        categorie("school", tekst)


def dienst(onderdeel):
    return Dienst(Dienstsoort.OSM, "OSM", "http://127.0.0.1", onderdeel, "", False, {}, "")


def test_onderdeel():
    assert onderdeel("Straten", dienst("straten")) is Onderdeel.STRATEN
    for ander in (dienst("gebouwen"), None):
        with pytest.raises(LaagFout, match=r"Gebouwen haalt niets.*voorzieningen, straten"):
            onderdeel("Gebouwen", ander)
