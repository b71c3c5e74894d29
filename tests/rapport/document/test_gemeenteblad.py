import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import GebiedFout
from locatieplanner.rapport.document.basis import Rapportbasis
from locatieplanner.rapport.document.gemeenteblad import gemeenteblad
from locatieplanner.rapport.document.inhoud import Tabelvak
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving
from tests.rapport.document.test_fiche import woorden


def _tabel(document, begin):
    (vak,) = [
        deel
        for deel in document.delen
        if isinstance(deel, Tabelvak) and deel.tabel.titel.startswith(begin)
    ]
    return vak.tabel.als_tekst()


def test_de_getallen_zijn_die_van_de_stand(basis):
    document = gemeenteblad(basis, "GM0004")
    rij = basis.stand.loc["GM0004"]
    tabel = _tabel(document, "Duinrand en haar").set_index("gemeente")
    assert tabel.loc["Duinrand", "bestaand, bekend"] == getal(rij["bestaand_bekend"])
    assert tabel.loc["Duinrand", "keer het deel"] == getal(rij["verhouding"], 1)
    assert f"nu {getal(rij['bestaand_bekend'])} plaatsen" in " ".join(document.samenvatting)


def test_de_gemeente_staat_bovenaan_en_daarna_haar_buren(basis):
    gemeenten = _tabel(gemeenteblad(basis, "GM0001"), "Aardam en haar")["gemeente"].tolist()
    # Vierkanten die elkaar in een hoek raken zijn ook buren.
    assert gemeenten == ["Aardam", "Beekdal", "Duinrand", "Eemwoud"]


def test_onbekende_opvang_is_onbekend_met_een_schatting_ernaast(basis):
    zinnen = " ".join(gemeenteblad(basis, "GM0001").samenvatting)
    assert "Of er nu opvang is in Aardam, is onbekend." in zinnen
    geschat = getal(basis.stand["bestaand_geschat"]["GM0001"])
    assert f"schatting van {geschat} plaatsen" in zinnen


def test_de_taakstelling_is_de_laatste_die_bekend_is(basis):
    zinnen = " ".join(gemeenteblad(basis, "GM0002").samenvatting)
    # 1.000 landelijk, 60.000 van de 200.000 inwoners.
    assert "(2025-II): Beekdal zoekt een woning voor 300 mensen" in zinnen
    tabel = _tabel(gemeenteblad(basis, "GM0002"), "Taakstelling").set_index("halfjaar")
    assert tabel.loc["2026-I"].iloc[0] == "onbekend"


def test_alleen_locaties_van_de_gemeente(basis):
    tabel = _tabel(gemeenteblad(basis, "GM0004"), "Locaties in Duinrand")
    assert tabel["locatie"].tolist() == ["Locatie K5"]


@pytest.fixture(scope="module")
def kaal(maak_gegevens):
    """Eén kandidaat, en doelen die niet aangevuld zijn."""
    omgeving = maak_omgeving(vul_aan=False)
    beoordeling = beoordeel(maak_kandidaten(kandidaat()), omgeving)
    return Rapportbasis.van(beoordeling, maak_gegevens(landelijk={}))


def test_zonder_locaties_staat_dat_er(kaal):
    document = gemeenteblad(kaal, "GM0006")
    assert "geen locaties in Fluitmeer" in woorden(document)
    assert "In Fluitmeer is nog geen locatie bekeken." in document.samenvatting


def test_een_doel_dat_er_niet_is_heet_onbekend(kaal):
    zin = gemeenteblad(kaal, "GM0006").samenvatting[0]
    assert zin == "Hoeveel plaatsen Limburg moet hebben volgens Proefdoelen is onbekend."


def test_zonder_landelijke_aantallen_is_er_geen_taakstelling(kaal):
    assert "taakstelling" not in " ".join(gemeenteblad(kaal, "GM0001").samenvatting)


def test_derden_zien_van_een_beschermde_locatie_geen_score(basis_derden):
    tabel = _tabel(gemeenteblad(basis_derden, "GM0005"), "Locaties in Eemwoud")
    rij = tabel.set_index("locatie").loc["Beschermde locatie in Eemwoud"]
    assert rij["totaal (0–100)"] == "onbekend"
    assert rij["rang"] == "geen"
    assert rij["status"] == "niet gedeeld"


def test_onbekende_gemeente_is_een_fout(basis):
    with pytest.raises(GebiedFout, match="GM9999"):
        gemeenteblad(basis, "GM9999")
