import pytest

from locatieplanner.domein.notatie import bandbreedte, getal
from locatieplanner.fouten import GebiedFout
from locatieplanner.opgave.stand import provinciale_stand, stand_per_provincie
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from locatieplanner.rapport.document.inhoud import Kop, Tabelvak
from locatieplanner.rapport.document.provincieplan import provincieplan
from locatieplanner.robuustheid.instelling import Instelling
from locatieplanner.robuustheid.robuustheid import robuustheid
from tests.rapport.document.test_fiche import woorden


@pytest.fixture(scope="module")
def robuust(beoordeling):
    return robuustheid(beoordeling, Instelling(trekkingen=50, breedte=0.2, top=3, zaad=1))


def _tabellen(document):
    return {d.tabel.titel: d.tabel.als_tekst() for d in document.delen if isinstance(d, Tabelvak)}


def test_doel_en_nog_nodig_zijn_die_van_de_opgave(basis, beoordeling):
    document = provincieplan(basis, "Gelderland")
    gepland = beoordeling.gepland_per_gemeente
    stand = provinciale_stand(stand_per_provincie(beoordeling.omgeving, gepland), "Gelderland")
    tabel = _tabellen(document)["Van doel naar nog nodig in Gelderland"].set_index("wat")
    assert tabel.loc["doel"].iloc[0] == getal(stand["doel_laag"])
    assert tabel.loc["nog nodig"].iloc[0] == getal(stand["nodig_laag"])
    assert tabel.loc["nog nodig", "status"] == str(stand["nodig_status"])
    doel = bandbreedte(stand["doel_laag"], stand["doel_hoog"])
    assert f"Gelderland moet {doel} plaatsen" in document.samenvatting[0]


def test_de_doelen_staan_er_zoals_de_bron_ze_geeft(basis):
    tabel = _tabellen(provincieplan(basis, "Utrecht"))["Doelen van Utrecht in Proefdoelen"]
    assert tabel["onderdeel"].tolist() == ["rol", "gvl/satelliet", "korte termijn"]
    assert tabel.iloc[0, 1:3].tolist() == ["200", "300"]


def test_alle_gemeenten_en_locaties_van_de_provincie(basis):
    tabellen = _tabellen(provincieplan(basis, "Gelderland"))
    gemeenten = tabellen["Gemeenten in Gelderland, de grootste bovenaan"]["gemeente"]
    assert gemeenten.tolist() == ["Eemwoud", "Duinrand", "Cromhoek"]
    locaties = tabellen["Locaties in Gelderland"]
    assert set(locaties["gemeente"]) <= set(gemeenten)
    assert len(locaties) == 4


def test_robuustheid_en_portefeuille_komen_erin_als_zij_er_zijn(basis, beoordeling, robuust):
    keuze = stel_samen(beoordeling, Opdracht(provincies=("Utrecht",)), Vraag())
    document = provincieplan(basis, "Utrecht", robuust, keuze)
    koppen = [deel.tekst for deel in document.delen if isinstance(deel, Kop)]
    assert koppen.index("Welke locaties samen") < koppen.index("Hoe zeker deze volgorde is")
    kansen = _tabellen(document)["Hoe zeker deze volgorde is"]
    hier = basis.kandidaten.tabel.set_index("id")["provincie"]
    assert (hier[kansen["id"]] == "Utrecht").all()
    los = provincieplan(basis, "Utrecht")
    assert "Hoe zeker" not in " ".join(d.tekst for d in los.delen if isinstance(d, Kop))


def test_derden_zien_geen_volgorde_waaruit_een_beschermde_plek_volgt(
    basis_derden, robuust, beoordeling
):
    tekst = woorden(provincieplan(basis_derden, "Gelderland", robuust))
    assert "rapport voor derden staat dit niet" in tekst
    assert "Locatie K4" not in tekst
    assert "Beschermde locatie in Eemwoud" in tekst


def test_onbekende_provincie_is_een_fout(basis):
    with pytest.raises(GebiedFout, match="Atlantis"):
        provincieplan(basis, "Atlantis")
