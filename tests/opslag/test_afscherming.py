"""Een lezer leert van een beschermde locatie haar gemeente, en verder niets."""

import json
from dataclasses import replace

import pandas as pd
import pytest
import shapely

from locatieplanner.fouten import ToegangFout
from locatieplanner.opslag import geschiedenis, opmerkingen
from locatieplanner.opslag.afscherming import scherm_instellingen_af, scherm_kandidaten_af
from locatieplanner.opslag.bewaren import bewaar
from locatieplanner.opslag.json_instellingen import als_json
from locatieplanner.opslag.json_kandidaten import als_json as kandidaten_als_json
from locatieplanner.opslag.planversie import Planversie
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.samenstellen import Vraag
from tests.omgeving import kandidaat, maak_gemeenten, maak_kandidaten
from tests.opslag.wereld import NASLAG

GEHEIM = ("Achterweg", "GEHEIM", "112233", "404455", "AMV-7", "Zusterhuis", "Lindelaan")
"""Stukjes van wat een lezer nergens mag tegenkomen."""


KEUZE = Gekozenplan(
    "Voorkeur",
    pd.Series({"AMV-7": 40, "K1": 100, "M1": 5}),
    "met de hand",
    maak_kandidaten(
        kandidaat(
            "M1", naam="GEHEIM Lindelaan", type="amv", geometry=shapely.Point(112_233, 404_455)
        ),
        kandidaat("M2"),
    ),
)
"""Een keuze die ook een beschermde locatie van elders meebracht."""


def _geheim(**anders):
    velden = {
        "naam": "Achterweg 3 GEHEIM",
        "type": "amv",
        "capaciteit": 40,
        "eigenaar": "Zusterhuis",
        "toelichting": "aan de Achterweg",
        "bron": "GEHEIM",
        "geometry": shapely.Point(112_233, 404_455),
    }
    return kandidaat("AMV-7", **velden | anders)


@pytest.fixture
def plan(wereld):
    """Een plan met een beschermde locatie, waar van alles mee gebeurde."""
    eerste = wereld.plan(
        kandidaat("K1"), _geheim(), kandidaat("K2", 115_000),
        plannen=(KEUZE,), gekozen="AMV-7", opdracht=Opdracht(vast=("AMV-7", "K1")),
        vraag=Vraag(eigen_plan={"AMV-7": None}),
        zoekpunt=(112_233.0, 404_455.0, "Achterweg 3"),
    )  # fmt: skip
    twee = wereld.zet(eerste, "AMV-7", waarom="besluit over de Achterweg", capaciteit=50)
    drie = wereld.stel(twee, opdracht=Opdracht(zonder=("AMV-7",)), waarom="met Lindelaan erbij")
    opmerkingen.plaats_opmerking(
        wereld.database, wereld.planner, drie.kop.id, "AMV-7", "Lindelaan is te druk"
    )
    opmerkingen.plaats_opmerking(wereld.database, wereld.planner, drie.kop.id, "K1", "mooi")
    return wereld.open(drie)


def _alles_wat_te_zien_is(wereld, plan, wie) -> str:
    """Alles wat de opslag over een plan geeft, als één tekst."""
    wie_plan = (wereld.database, wie, plan.kop.id)
    delen = []
    for nummer in range(1, geschiedenis.laatste_nummer(*wie_plan) + 1):
        versie = wereld.open(plan, wie, nummer)
        delen.append(_versie_als_tekst(versie))
        delen += [v.zin for v in geschiedenis.vergelijk(*wie_plan, 1, nummer)]
    delen += [repr(regel) for regel in geschiedenis.logboek(*wie_plan)]
    delen += [repr(regel) for regel in geschiedenis.wijzigingen_sinds(*wie_plan, 0)]
    delen += [repr(opmerking) for opmerking in opmerkingen.opmerkingen(*wie_plan)]
    delen.append(repr(dict(opmerkingen.aantal_per_kandidaat(*wie_plan))))
    return "\n".join(delen)


def _versie_als_tekst(versie: Planversie) -> str:
    tabel = versie.inhoud.kandidaten
    plekken = [str(vorm) for vorm in tabel.geometry]
    objecten = kandidaten_als_json(tabel, tabel.columns)
    return json.dumps(
        [plekken, objecten, als_json(versie.inhoud), dict(versie.versies)], ensure_ascii=False
    )


def test_een_lezer_ziet_nergens_iets_herleidbaars(wereld, plan):
    tekst = _alles_wat_te_zien_is(wereld, plan, wereld.lezer)
    assert [woord for woord in GEHEIM if woord in tekst] == []
    # De toets kijkt echt: een planner ziet het allemaal wel.
    alles = _alles_wat_te_zien_is(wereld, plan, wereld.planner)
    assert [woord for woord in GEHEIM if woord not in alles] == []


def test_van_een_beschermde_locatie_blijft_haar_gemeente(wereld, plan):
    versie = wereld.open(plan, wereld.lezer)
    assert versie.afgeschermd == {"beschermd-1"}
    rij = versie.inhoud.kandidaten.loc["beschermd-1"]
    assert rij["naam"] == "Beschermde locatie in Beekdal"
    assert (rij["type"], rij["capaciteit"], rij["status"]) == ("amv", 50, "idee")
    assert rij["eigenaar"] == rij["toelichting"] == rij["bron"] == ""
    midden = maak_gemeenten().representative_point()["GM0002"]
    assert rij["geometry"].equals(midden)
    assert list(versie.inhoud.kandidaten.index) == ["K1", "K2", "beschermd-1"]
    (keuze,) = versie.inhoud.plannen
    assert keuze.plaatsen.to_dict() == {"beschermd-1": 40, "K1": 100}
    assert list(keuze.meegebracht.index) == ["M2"]
    assert versie.inhoud.opdracht.zonder == ("beschermd-1",)
    assert versie.inhoud.vraag.eigen_plan == {"beschermd-1": None}
    assert (versie.inhoud.gekozen, versie.inhoud.zoekpunt) == ("beschermd-1", None)
    assert versie.versies == {}


def test_ook_een_kleine_beschermde_groep_schermt_af(wereld):
    plan = wereld.plan(_geheim(type="noodopvang", aandeel_amv=0.05, aandeel_regulier=0.95))
    rij = wereld.open(plan, wereld.lezer).inhoud.kandidaten.loc["beschermd-1"]
    assert rij["aandeel_amv"] != rij["aandeel_amv"]


def test_wie_ooit_beschermd_was_blijft_afgeschermd(wereld):
    plan = wereld.plan(kandidaat("K1"), _geheim())
    gewoon = wereld.zet(plan, "AMV-7", type="noodopvang")
    wereld.stel(gewoon, kandidaten=gewoon.inhoud.kandidaten.drop(index="AMV-7"))
    tekst = _alles_wat_te_zien_is(wereld, plan, wereld.lezer)
    assert [woord for woord in GEHEIM if woord in tekst] == []


def test_wie_later_beschermd_wordt_is_dat_ook_in_oude_versies(wereld):
    plan = wereld.plan(kandidaat("K1"), _geheim(type="noodopvang"))
    assert "AMV-7" in wereld.open(plan, wereld.lezer).inhoud.kandidaten.index
    wereld.zet(plan, "AMV-7", type="amv")
    tekst = _alles_wat_te_zien_is(wereld, plan, wereld.lezer)
    assert [woord for woord in GEHEIM if woord in tekst] == []


def test_het_logboek_van_een_lezer_heeft_geen_afdrukken(wereld, plan):
    regels = geschiedenis.logboek(wereld.database, wereld.lezer, plan.kop.id)
    assert {regel.hash for regel in regels} == {""}
    zinnen = [v.zin for regel in regels for v in regel.verschillen]
    assert "een beschermde locatie: gewijzigd; wat er veranderde is niet gedeeld" in zinnen
    assert "een beschermde locatie: opmerking; de tekst is niet gedeeld" in zinnen


def test_een_lezer_kan_haar_kijk_niet_terugschrijven(wereld, plan):
    versie = wereld.open(plan, wereld.lezer)
    with pytest.raises(ToegangFout):
        bewaar(wereld.database, wereld.lezer, versie, replace(versie.inhoud, bron="x"))


def test_de_volgorde_zegt_niets_over_de_invoer():
    rijen = [
        _geheim(naam=f"{n}", geometry=shapely.Point(110_500 + 100 * n, 404_000 - n))
        | {"id": f"G{n}"}
        for n in range(5)
    ]
    heen = kandidaten_als_json(maak_kandidaten(*rijen), NASLAG.kolommen)
    terug = kandidaten_als_json(maak_kandidaten(*reversed(rijen)), NASLAG.kolommen)
    assert (
        scherm_kandidaten_af(heen, set(heen), NASLAG)[0]
        == (scherm_kandidaten_af(terug, set(terug), NASLAG)[0])
    )


def test_een_code_die_al_bestaat_wordt_overgeslagen_en_buiten_de_gemeenten_is_er_niets():
    rijen = [
        kandidaat("beschermd-1"),
        _geheim(),
        _geheim(geometry=shapely.Point(10_000, 400_000)) | {"id": "ver weg"},
    ]
    objecten = kandidaten_als_json(maak_kandidaten(*rijen), NASLAG.kolommen)
    uit, codes = scherm_kandidaten_af(objecten, {"AMV-7", "ver weg"}, NASLAG)
    assert codes == {"AMV-7": "beschermd-2"}
    assert set(uit) == {"beschermd-1", "beschermd-2"}
    opdracht = {"vast": ["ver weg", "K"], "zonder": [], "maand": None}
    zonder = scherm_instellingen_af(
        {"gekozen": "ver weg", "opdracht": opdracht}, {"ver weg"}, codes, NASLAG
    )
    assert zonder == {
        "gekozen": None, "opdracht": opdracht | {"vast": ["K"]}, "zoekpunt": None,
    }  # fmt: skip


def test_zonder_beschermde_locaties_blijven_alle_kandidaten():
    objecten = kandidaten_als_json(maak_kandidaten(kandidaat()), NASLAG.kolommen)
    assert scherm_kandidaten_af(objecten, (), NASLAG) == (objecten, {})


def test_ook_zonder_beschermde_kandidaten_kan_een_keuze_er_een_meebrengen(wereld):
    plan = wereld.plan(kandidaat("K1"), plannen=(KEUZE,))
    (keuze,) = wereld.open(plan, wereld.lezer).inhoud.plannen
    assert list(keuze.meegebracht.index) == ["M2"]
    assert "M1" not in keuze.plaatsen.index
    (alles,) = wereld.open(plan).inhoud.plannen
    assert list(alles.meegebracht.index) == ["M1", "M2"]
