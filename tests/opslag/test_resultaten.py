"""Met deze gegevens, gewichten en dit programma: dezelfde scores, of waarom niet."""

from dataclasses import replace

import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import DoelsetFout, PlanFout, ToegangFout
from locatieplanner.opslag import resultaten as module
from locatieplanner.opslag.lagenstand import Laagstand
from locatieplanner.opslag.resultaten import (
    leg_resultaat_vast,
    reken,
    reken_na,
    resultaten,
    scoreafdruk,
)
from tests.omgeving import kandidaat, maak_kandidaten, maak_kernen, maak_lagen

STAND = (Laagstand("kernen", "ingebouwd", "a" * 64),)
ANDERE = (Laagstand("kernen", "ingebouwd", "b" * 64),)


@pytest.fixture
def plan(wereld):
    return wereld.plan(
        kandidaat("K1"), kandidaat("K2", 118_000, 408_000), kandidaat("K3", 125_000, type="amv"),
        gewichten=Gewichten(10, 20, 30, 40), parameters=(("nabijheid.omwegfactor", 1.4),),
    )  # fmt: skip


def test_een_oude_versie_geeft_dezelfde_scores(wereld, plan):
    wie = (wereld.database, wereld.planner, plan.kop.id)
    vast = leg_resultaat_vast(*wie, maak_lagen(), STAND)
    anders = wereld.stel(plan, gewichten=Gewichten(40, 30, 20, 10))
    wereld.zet(anders, "K1", capaciteit=900)
    na = reken_na(*wie, vast.id, maak_lagen(), STAND)
    assert (na.gelijk, na.verschillen) == (True, ())
    nieuw = leg_resultaat_vast(*wie, maak_lagen(), STAND)
    assert nieuw.scores_sha256 != vast.scores_sha256
    assert [(r.id, r.nummer) for r in resultaten(*wie)] == [(nieuw.id, 3), (vast.id, 1)]
    assert resultaten(*wie)[1] == vast


def test_een_andere_laag_en_een_ander_programma_worden_genoemd(wereld, plan, monkeypatch):
    wie = (wereld.database, wereld.planner, plan.kop.id)
    vast = leg_resultaat_vast(*wie, maak_lagen(), STAND)
    kernen = maak_kernen()
    kernen["inwoners"] *= 3
    monkeypatch.setattr(module, "__version__", "9.9")
    na = reken_na(*wie, vast.id, maak_lagen(kernen=kernen), ANDERE)
    assert not na.gelijk
    assert na.verschillen == (
        "het programma is versie 9.9 en was 0.1.0",
        "de laag kernen heeft een andere inhoud",
    )


def test_de_afdruk_hangt_niet_van_de_volgorde_af_en_wel_van_elke_score(plan):
    heen = reken(plan.inhoud, maak_lagen())
    andersom = replace(plan.inhoud, kandidaten=plan.inhoud.kandidaten.iloc[::-1])
    assert scoreafdruk(reken(andersom, maak_lagen())) == scoreafdruk(heen)
    assert scoreafdruk(heen.herweeg(Gewichten(mix=1))) != scoreafdruk(heen)


def test_een_plan_rekent_met_zijn_eigen_instellingen(plan):
    beoordeling = reken(plan.inhoud, maak_lagen())
    assert beoordeling.gewichten == Gewichten(10, 20, 30, 40)
    assert beoordeling.omgeving.parameters.getal("nabijheid.omwegfactor") == 1.4
    with pytest.raises(DoelsetFout):
        reken(replace(plan.inhoud, doelset="weg"), maak_lagen())


def test_een_lezer_krijgt_geen_afdruk_en_rekent_niet_na(wereld, plan):
    vast = leg_resultaat_vast(wereld.database, wereld.planner, plan.kop.id, maak_lagen(), STAND)
    (gezien,) = resultaten(wereld.database, wereld.lezer, plan.kop.id)
    assert (gezien.id, gezien.scores_sha256) == (vast.id, "")
    with pytest.raises(ToegangFout):
        reken_na(wereld.database, wereld.lezer, plan.kop.id, vast.id, maak_lagen(), STAND)


def test_een_resultaat_van_een_ander_plan(wereld, plan):
    with pytest.raises(PlanFout, match="hoort niet bij dit plan"):
        reken_na(wereld.database, wereld.planner, plan.kop.id, "weg", maak_lagen(), STAND)
    leeg = wereld.stel(plan, kandidaten=maak_kandidaten())
    assert leeg.nummer == 2
