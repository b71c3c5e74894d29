from pathlib import Path

import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.cli.rapportkeuze import (
    Rapportsoort,
    gekozen_rijen,
    lees_keuze,
    onderwerpen,
)
from locatieplanner.fouten import InvoerFout, UitvoerFout
from locatieplanner.rapport.deelbaar import deelbare_tabel
from locatieplanner.rapport.document.basis import Rapportbasis
from locatieplanner.rapport.document.gegevens import Rapportgegevens
from tests.omgeving import kandidaat, maak_kandidaten

NIETS = {"id": None, "gemeente": None, "provincie": None}


def _lees(naam, soort=None, map_=Path(), **anders):
    return lees_keuze(map_ / naam, soort, **(NIETS | anders))


@pytest.fixture(scope="module")
def basis(omgeving):
    beoordeling = beoordeel(
        maak_kandidaten(
            kandidaat("K1"),
            kandidaat("K2", 115_000, 405_000),
            kandidaat("K3", 115_100, 415_100, type="amv", capaciteit=30, naam="Geheime weg"),
        ),
        omgeving,
    )
    gegevens = Rapportgegevens("2026-11-25", "p", omgeving.gemeenten, deel_beschermd=False)
    return Rapportbasis.van(beoordeling, gegevens)


def test_het_achtervoegsel_zegt_wat_het_wordt():
    assert _lees("a.ZIP").soort is Rapportsoort.PAKKET
    assert _lees("a.xlsx").soort is None
    assert _lees("a.zip", "gemeente").soort is Rapportsoort.GEMEENTE


@pytest.mark.parametrize(
    ("naam", "soort", "anders", "fout", "melding"),
    [
        ("a.txt", None, {}, UitvoerFout, r"\.pdf"),
        ("weg/a.pdf", "fiche", {"id": "K1"}, UitvoerFout, "bestaat niet"),
        ("a.pdf", None, {}, InvoerFout, "--soort"),
        ("a.pdf", "gemente", {}, InvoerFout, "Bedoelt u gemeente"),
        ("a.docx", "provincie", {}, InvoerFout, "--provincie"),
        ("a.pdf", "pakket", {}, InvoerFout, r"\.zip"),
        ("a.zip", "pakket", {"id": "K1"}, InvoerFout, "alle kandidaten"),
        ("a.zip", "fiche", {"provincie": "Atlantis"}, InvoerFout, "Atlantis"),
    ],
)
def test_wat_niet_kan_blijkt_vooraf(naam, soort, anders, fout, melding):
    with pytest.raises(fout, match=melding):
        _lees(naam, soort, **anders)


def test_alle_gemeenten_of_die_van_een_provincie(basis):
    alle = onderwerpen(basis, _lees("a.zip", "gemeente"))
    assert len(alle) == 6
    hier = onderwerpen(basis, _lees("a.zip", "gemeente", provincie="utrecht"))
    assert [(o.sleutel, o.naam) for o in hier] == [
        ("GM0001", "GM0001 Aardam"),
        ("GM0002", "GM0002 Beekdal"),
    ]
    (een,) = onderwerpen(basis, _lees("a.pdf", "gemeente", gemeente="beekdal"))
    assert een.sleutel == "GM0002"


def test_alle_provincies_van_de_doelset(basis, omgeving):
    namen = [o.sleutel for o in onderwerpen(basis, _lees("a.zip", "provincie"))]
    assert namen == list(omgeving.doelen.index)


def test_de_naam_van_een_bestand_verraadt_geen_beschermde_locatie(basis):
    fiches = {o.sleutel: o.naam for o in onderwerpen(basis, _lees("a.zip", "fiche"))}
    assert set(fiches) == {"K1", "K2", "K3"}
    assert fiches["K3"] == "beschermd-1 Beschermde locatie in Eemwoud"


def test_een_kandidaat_in_een_ander_gebied_is_er_niet(basis):
    keuze = _lees("a.zip", "fiche", id="K1", gemeente="Beekdal")
    with pytest.raises(InvoerFout, match="geen kandidaat"):
        onderwerpen(basis, keuze)


def test_de_rij_van_een_kandidaat_ook_als_haar_id_niet_gedeeld_wordt(basis):
    tabel = deelbare_tabel(basis.beoordeling, deel_beschermd=False)
    keuze = _lees("a.xlsx", id="K3")
    rijen = gekozen_rijen(tabel, basis.beoordeling, keuze, deel_beschermd=False)
    assert tabel["id"][rijen].tolist() == ["beschermd-1"]
