import pandas as pd
import pytest
from shapely import Point

from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.kandidaten import controleer_kandidaten
from locatieplanner.invoer.probleem import Ernst
from tests.invoer.adreszoeker import RIOUW, Vastezoeker, vondst

KOP = "id;naam;type;capaciteit;x;y;adres"
GOED = "G;Goed;azc;300;155000;463000;"


@pytest.fixture
def zoeker():
    return Vastezoeker()


def _rijen(*adressen, kop=KOP):
    regels = [f"A{i};Rij {i};azc;300;;;{adres}" for i, adres in enumerate(adressen)]
    return "\n".join([kop, GOED, *regels]) + "\n"


def test_een_gevonden_adres_wordt_een_kandidaat_op_het_adrespunt(lees, zoeker):
    gelezen = lees(_rijen("Riouwstraat 1, 3818AA Amersfoort"), adreszoeker=zoeker)
    assert gelezen.schoon
    assert gelezen.kandidaten.geometry["A0"].equals(RIOUW.punt)
    assert gelezen.kandidaten.geometry["G"].equals(Point(155_000, 463_000))
    assert [p.zin for p in gelezen.problemen] == [
        "Het bestand: 1 adres is gevonden bij Testdienst; de plek is het adrespunt. Herstel: kijk "
        "op de kaart of dat de plek is die u bedoelt."
    ]


def test_hetzelfde_adres_wordt_een_keer_gevraagd_en_coordinaten_gaan_voor(lees, zoeker):
    tekst = (
        _rijen(*["Riouwstraat 1 Amersfoort"] * 3) + "B;Met;azc;300;156000;463000;Riouwstraat 1\n"
    )
    gelezen = lees(tekst, adreszoeker=zoeker)
    assert zoeker.gevraagd == ["Riouwstraat 1 Amersfoort"]
    assert gelezen.schoon
    assert "3 adressen zijn gevonden" in gelezen.meldingen[0].wat
    assert gelezen.kandidaten.geometry["B"].x == 156_000


def test_zonder_coordinaatkolommen(lees, zoeker):
    gelezen = lees(
        "id;naam;type;capaciteit;postcode;huisnummer;plaats\nA;Een;azc;300;3818 AA;1;Amersfoort\n",
        adreszoeker=Vastezoeker({"3818": (RIOUW,)}),
    )
    assert gelezen.schoon
    assert gelezen.kandidaten.geometry["A"].equals(RIOUW.punt)


def test_alleen_het_adres_gaat_de_deur_uit(lees, zoeker):
    kop = f"{KOP};eigenaar;toelichting;gemeente"
    regel = "A;Geheim plan;azc;300;;;Riouwstraat 1;Jansen BV;niet delen;Amersfoort"
    lees(f"{kop}\n{regel}\n", adreszoeker=zoeker)
    assert zoeker.gevraagd == ["Riouwstraat 1"]


def test_meer_plekken_zijn_een_keuze_van_de_gebruiker(lees, zoeker):
    (fout,) = lees(_rijen("Dorpsstraat 7"), adreszoeker=zoeker).fouten
    assert (fout.rij, fout.id, fout.kolom, fout.waarde) == (3, "A0", "adres", "Dorpsstraat 7")
    assert fout.wat == "dit adres is er op meer plekken"
    assert fout.herstel == (
        "bedoelt u 'Dorpsstraat 7, 3801AA Plaats0', 'Dorpsstraat 7, 3811AA Plaats1', "
        "'Dorpsstraat 7, 3821AA Plaats2', 'Dorpsstraat 7, 3831AA Plaats3' of "
        "'Dorpsstraat 7, 3841AA Plaats4', of een van de andere? Schrijf het adres dan zo, of vul "
        "x en y (RD) of lon en lat (graden) in"
    )


def test_met_de_plaats_erbij_is_er_een(lees, zoeker):
    gelezen = lees(_rijen("Dorpsstraat 7, Plaats3"), adreszoeker=zoeker)
    assert gelezen.schoon
    assert gelezen.kandidaten.geometry["A0"].x == 153_000


def test_een_ander_huisnummer_is_een_voorstel_en_geen_vondst(lees, zoeker):
    (fout,) = lees(_rijen("Riouwstraat 1A, Amersfoort"), adreszoeker=zoeker).fouten
    assert fout.wat == "dit adres is niet gevonden bij Testdienst"
    assert fout.herstel.startswith(
        "bedoelt u 'Riouwstraat 1, 3818AA Amersfoort'? Schrijf het adres"
    )


def test_twee_inschrijvingen_op_dezelfde_plek_zijn_er_een(lees):
    dubbel = (RIOUW, vondst("Riouwstraat", "1", "3818AA", "Amersfoort", 155_010.4, 463_020))
    gelezen = lees(_rijen("Riouwstraat 1"), adreszoeker=Vastezoeker({"Riouw": dubbel}))
    assert gelezen.schoon


@pytest.mark.parametrize("antwoord", [(), (RIOUW,)])
def test_niets_wat_erop_lijkt(lees, antwoord):
    zoeker = Vastezoeker({"Molenweg": antwoord})
    (fout,) = lees(_rijen("Molenweg 3, Amersfoort"), adreszoeker=zoeker).fouten
    assert fout.wat == "dit adres is niet gevonden bij Testdienst"
    assert fout.herstel == "controleer het adres, of vul x en y (RD) of lon en lat (graden) in"


def test_een_storing_is_een_melding_en_verliest_niets(lees):
    zoeker = Vastezoeker(goed=1)
    adressen = (
        "Riouwstraat 1",
        "Dorpsstraat 7, Plaats3",
        "Dorpsstraat 7, Plaats2",
        "Riouwstraat 1",
    )
    gelezen = lees(_rijen(*adressen), adreszoeker=zoeker)
    assert list(gelezen.kandidaten.index) == ["G", "A0", "A3"]
    assert not gelezen.geblokkeerd
    assert len(zoeker.gevraagd) == 2
    storing, gevonden = gelezen.meldingen
    assert storing.rij is None
    assert storing.zin == (
        "Het bestand: niet alle adressen zijn opgezocht; rijen met coördinaten zijn gewoon te "
        "gebruiken. Testdienst heeft een storing (code 500). Probeer het later opnieuw."
    )
    assert "2 adressen zijn gevonden" in gevonden.wat
    assert {p.rij: p.wat for p in gelezen.fouten} == dict.fromkeys(
        (4, 5), "het adres is niet opgezocht, want Testdienst deed het niet"
    )


def test_te_veel_adressen_gaan_geen_van_alle(lees, zoeker):
    tekst = _rijen("Riouwstraat 1", "Riouwstraat 1", "Riouwstraat 3", "Riouwstraat 5")
    gelezen = lees(tekst, adreszoeker=zoeker, grenzen=Bestandsgrenzen(adressen=2))
    assert zoeker.gevraagd == []
    assert list(gelezen.kandidaten.index) == ["G"]
    assert gelezen.meldingen[0].wat == (
        "er staan 3 verschillende adressen zonder coördinaten in; er worden er hoogstens 2 "
        "opgezocht, en nu dus geen"
    )
    assert [p.rij for p in gelezen.fouten] == [3, 4, 5, 6]
    assert len(lees(tekst, adreszoeker=zoeker, grenzen=Bestandsgrenzen(adressen=3)).kandidaten) == 3


@pytest.mark.parametrize(
    ("adres", "wat"),
    [
        ("Riouwstraat 1 bel 06-12345678", "mobiel telefoonnummer"),
        ("jan@voorbeeld.nl", "e-mailadres"),
        ("=HYPERLINK(1)", "formule"),
        ("x" * 201, "201 tekens lang"),
    ],
)
def test_wat_geen_adres_is_gaat_de_deur_niet_uit(lees, zoeker, adres, wat):
    gelezen = lees(_rijen(adres, "Riouwstraat 1"), adreszoeker=zoeker)
    assert zoeker.gevraagd == ["Riouwstraat 1"]
    (fout,) = gelezen.fouten
    assert wat in fout.wat
    assert list(gelezen.kandidaten.index) == ["G", "A1"]
    if "persoonsgegevens" in fout.wat:
        assert not any(adres in p.zin for p in gelezen.problemen)


@pytest.mark.parametrize("kolom", ["bsn", "x;Y-coordinaat"])
def test_een_geblokkeerd_bestand_gaat_niet_naar_de_dienst(lees, zoeker, kolom):
    gelezen = lees(f"naam;type;adres;{kolom}\nEen;azc;Riouwstraat 1;\n", adreszoeker=zoeker)
    assert gelezen.geblokkeerd
    assert zoeker.gevraagd == []
    assert not any("adressen opzoeken staat uit" in p.wat for p in gelezen.problemen)


def test_een_rij_zonder_adres_mist_gewoon_haar_ligging(lees, zoeker):
    gelezen = lees(_rijen("", "onbekend"), adreszoeker=zoeker)
    assert [p.wat for p in gelezen.fouten] == ["de ligging ontbreekt"] * 2
    assert zoeker.gevraagd == []


def test_een_gevonden_adres_buiten_de_grens(lees, gemeenten):
    ver = Vastezoeker({"Ver": (vondst("Verstraat", "1", "1000AA", "Elders", 200_000, 460_000),)})
    (fout,) = lees(_rijen("Verstraat 1"), adreszoeker=ver, grens=gemeenten).fouten
    assert "buiten Nederland" in fout.wat


def test_een_geobestand_met_een_rij_zonder_vorm(lees, zoeker):
    tekst = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, '
        '"properties": {"id": "A", "naam": "n", "type": "azc", "capaciteit": 300, '
        '"adres": "Riouwstraat 1"}}, {"type": "Feature", "geometry": {"type": "Point", '
        '"coordinates": [5.4, 52.1]}, "properties": {"id": "B", "naam": "n", "type": "azc", '
        '"capaciteit": 300, "adres": ""}}]}'
    )
    gelezen = lees(tekst, "k.geojson", adreszoeker=zoeker)
    assert gelezen.schoon
    assert gelezen.kandidaten.geometry["A"].equals(RIOUW.punt)


def test_een_tabel_van_het_scherm(locatietypen, aandachtsgroepen, zoeker):
    tabel = pd.DataFrame(
        {"naam": ["Een"], "type": "azc", "capaciteit": 300, "adres": "Riouwstraat 1"}
    )
    gelezen = controleer_kandidaten(tabel, locatietypen, aandachtsgroepen, adreszoeker=zoeker)
    assert gelezen.schoon
    assert {p.ernst for p in gelezen.problemen} == {Ernst.MELDING}


def test_zonder_zoeker_wordt_gezegd_hoe_het_wel_kan(lees):
    (fout,) = lees(_rijen("Riouwstraat 1")).fouten
    assert "adressen opzoeken staat uit" in fout.wat
    assert "--zoek-adressen" in fout.herstel
