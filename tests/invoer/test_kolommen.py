import pytest

from locatieplanner.domein.kandidaat import KOLOMMEN
from locatieplanner.invoer.kolommen import ADRESKOLOMMEN, VARIANTEN, herken, sleutel


def test_sleutel_laat_hoofdletters_spaties_leestekens_en_accenten_weg():
    assert sleutel(" X-Coördinaat (RD)") == "xcoordinaatrd"
    assert sleutel("AANTAL_plaatsen") == sleutel("aantal plaatsen") == "aantalplaatsen"


def test_geen_naam_betekent_twee_dingen():
    alle = [sleutel(naam) for namen in VARIANTEN.values() for naam in namen]
    assert len(alle) == len(set(alle))
    assert all(alle)


def test_elke_kolom_kent_haar_eigen_naam(aandachtsgroepen):
    for kolom in (*KOLOMMEN, "id", "x", "y", "lon", "lat", *ADRESKOLOMMEN):
        verwacht = "wkt" if kolom == "geometry" else kolom
        assert herken([kolom], aandachtsgroepen).posities == {verwacht: (0,)}


@pytest.mark.parametrize(
    ("naam", "kolom"),
    [("latitude", "lat"), ("Longitude", "lon"), ("y_coord", "y"), ("X-coördinaat", "x"),
     ("POINT_X", "x"), ("aantal plaatsen", "capaciteit"), ("Aantal Opvangplekken", "capaciteit"),
     ("Locatienaam", "naam"), ("soort locatie", "type"), ("Aantal wooneenheden", "woningen"),
     ("Beschikbaar vanaf", "beschikbaar_van"), ("einddatum", "beschikbaar_tot"),
     ("Stand van zaken", "status"), ("Opmerkingen", "toelichting"), ("WKT", "wkt"),
     ("the_geom", "wkt"), ("Locatie-ID", "id"), ("Postcode", "postcode"),
     ("Huisnummertoevoeging", "toevoeging"), ("woonplaats", "plaats"), ("gemeente", None),
     ("beschikbaa", None), ("aandeel statushouders", "aandeel_statushouders"),
     ("% ouderen", "aandeel_ouderen"), ("Ouderen (%)", "aandeel_ouderen"),
     ("percentage_Oekraïne", "aandeel_oekraine"), ("pct amv", "aandeel_amv"),
     ("Aandeel dak- en thuisloze mensen", "aandeel_daklozen"), ("aandeel_ur", "aandeel_urgenten"),
     ("perceelnummer", None), ("aandachtspunten", None), ("percentage sociale huur", None)],
)  # fmt: skip
def test_varianten(naam, kolom, aandachtsgroepen):
    posities = herken([naam], aandachtsgroepen).posities
    assert posities == ({kolom: (0,)} if kolom else {})


def test_dubbele_onbekende_kale_en_overige(aandachtsgroepen):
    herkenning = herken(
        ["naam", "Locatie", "aandeel_studentn", "studenten", "zomaar", "fid"], aandachtsgroepen
    )
    assert herkenning.posities == {"naam": (0, 1)}
    assert herkenning.onbekende_groepen == {2: "studentn"}
    assert herkenning.kale_groepen == {3: "aandeel_studenten"}
    assert herkenning.overig == (4,)


def test_afgekapte_groepen_van_een_shapefile(aandachtsgroepen):
    # Drie groepen beginnen met een s: alleen wat één groep kan zijn wordt aangevuld.
    assert herken(["aandeel_ou"], aandachtsgroepen).posities == {"aandeel_ouderen": (0,)}
    assert herken(["aandeel_st"], aandachtsgroepen).onbekende_groepen == {0: "st"}
