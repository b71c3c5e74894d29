"""Elke rol tegen elke actie, in de opslag zelf."""

import inspect

import pytest

from locatieplanner.domein.gebruiker import PLAATSELIJK, Gebruiker, Projectrol
from locatieplanner.fouten import PlanFout, ToegangFout
from locatieplanner.opslag import (
    bewaren,
    bijlezen,
    geschiedenis,
    leden,
    lezen,
    opmerkingen,
    pakket,
    plannen,
    resultaten,
    wijziging,
)
from locatieplanner.opslag.toegang import eis, hoogste_rol, plan_voor, rol_in
from tests.omgeving import maak_lagen

L, P, B = Projectrol.LEZER, Projectrol.PLANNER, Projectrol.BEHEERDER
ACTIES = {
    "open_plan": (L, lambda w, wie, p: lezen.open_plan(w.database, wie, p.kop.id)),
    "open_oud": (L, lambda w, wie, p: lezen.open_plan(w.database, wie, p.kop.id, 1)),
    "werk_bij": (L, lambda w, wie, p: bijlezen.werk_bij(w.database, wie, p)),
    "logboek": (L, lambda w, wie, p: geschiedenis.logboek(w.database, wie, p.kop.id)),
    "sinds": (L, lambda w, wie, p: geschiedenis.wijzigingen_sinds(w.database, wie, p.kop.id, 0)),
    "nummer": (L, lambda w, wie, p: geschiedenis.laatste_nummer(w.database, wie, p.kop.id)),
    "vergelijk": (L, lambda w, wie, p: geschiedenis.vergelijk(w.database, wie, p.kop.id, 1, 1)),
    "opmerkingen": (L, lambda w, wie, p: opmerkingen.opmerkingen(w.database, wie, p.kop.id)),
    "aantallen": (L, lambda w, wie, p: opmerkingen.aantal_per_kandidaat(w.database, wie, p.kop.id)),
    "resultaten": (L, lambda w, wie, p: resultaten.resultaten(w.database, wie, p.kop.id)),
    "bewaar": (P, lambda w, wie, p: bewaren.bewaar(w.database, wie, p, p.inhoud)),
    "wijzig": (
        P,
        lambda w, wie, p: wijziging.wijzig(w.database, wie, wijziging.Wijziging(p.kop.id, {}, {})),
    ),
    "maak": (P, lambda w, wie, p: plannen.maak_plan(w.database, wie, w.project, "N", p.inhoud)),
    "hernoem": (P, lambda w, wie, p: plannen.hernoem(w.database, wie, p.kop.id, "N")),
    "archiveer": (P, lambda w, wie, p: plannen.archiveer(w.database, wie, p.kop.id)),
    "kopieer": (P, lambda w, wie, p: plannen.kopieer(w.database, wie, p.kop.id, "N")),
    "ongedaan": (P, lambda w, wie, p: geschiedenis.ongedaan(w.database, wie, p.kop.id)),
    "opnieuw": (P, lambda w, wie, p: geschiedenis.opnieuw(w.database, wie, p.kop.id)),
    "herstel": (P, lambda w, wie, p: geschiedenis.herstel_versie(w.database, wie, p.kop.id, 1)),
    "opmerking": (
        P,
        lambda w, wie, p: opmerkingen.plaats_opmerking(w.database, wie, p.kop.id, "", "tekst"),
    ),
    "exporteer": (P, lambda w, wie, p: pakket.pak_plan_in(w.database, wie, p.kop.id)),
    "importeer": (
        P,
        lambda w, wie, p: pakket.lees_plan_in(
            w.database, wie, w.project, pakket.pak_plan_in(w.database, w.planner, p.kop.id)
        ),
    ),
    "resultaat": (
        P,
        lambda w, wie, p: resultaten.leg_resultaat_vast(
            w.database, wie, p.kop.id, maak_lagen(), ()
        ),
    ),
    "leden": (B, lambda w, wie, p: leden.leden(w.database, wie, w.project)),
    "rol": (B, lambda w, wie, p: leden.zet_rol(w.database, wie, w.project, w.lezer.subject, L)),
    "nodig_uit": (B, lambda w, wie, p: leden.nodig_uit(w.database, wie, w.project, L)),
    "uitnodigingen": (B, lambda w, wie, p: leden.uitnodigingen(w.database, wie, w.project)),
    "trek_in": (B, lambda w, wie, p: leden.trek_in(w.database, wie, w.project, "0" * 64)),
    "beheerlog": (B, lambda w, wie, p: leden.beheerlogboek(w.database, wie, w.project)),
}
ROLLEN = {"vreemde": None, "lezer": L, "planner": P, "beheerder": B}


@pytest.mark.parametrize("actie", ACTIES)
@pytest.mark.parametrize("wie", ROLLEN)
def test_elke_rol_tegen_elke_actie(wereld, wie, actie):
    plan = wereld.plan()
    nodig, doe = ACTIES[actie]
    rol = ROLLEN[wie]
    voor = wereld.open(plan).nummer
    if rol is not None and rol >= nodig:
        try:
            doe(wereld, getattr(wereld, wie), plan)
        except PlanFout:
            # Er is niets om ongedaan te maken of in te trekken: maar het mocht wel.
            assert actie in {"ongedaan", "opnieuw", "trek_in"}
        return
    with pytest.raises(ToegangFout):
        doe(wereld, getattr(wereld, wie), plan)
    assert wereld.open(plan).nummer == voor


def test_elke_openbare_functie_staat_in_de_proef():
    """Wie een functie toevoegt, legt vast welke rol zij vraagt."""
    openbaar = {
        f"{module.__name__.rpartition('.')[2]}.{naam}"
        for module in (
            bewaren, bijlezen, geschiedenis, leden, lezen, opmerkingen, pakket, plannen,
            resultaten, wijziging,
        )
        for naam, functie in inspect.getmembers(module, inspect.isfunction)
        if functie.__module__ == module.__name__ and not naam.startswith("_")
        and list(inspect.signature(functie).parameters)[:2] == ["database", "gebruiker"]
    }  # fmt: skip
    # De lijst laat zien wat mag, een uitnodiging is van wie haar heeft, en narekenen leest eerst.
    elders = {"plannen.plannen", "leden.neem_aan", "resultaten.reken_na"}
    assert len(openbaar - elders) == len(ACTIES) - 1


def test_wie_er_niet_bij_mag_hoort_niet_of_het_bestaat(wereld):
    plan = wereld.plan()
    meldingen = set()
    for id_ in (plan.kop.id, "0" * 32):
        with pytest.raises(ToegangFout) as fout:
            lezen.open_plan(wereld.database, wereld.vreemde, id_)
        meldingen.add(str(fout.value))
    assert len(meldingen) == 1


def test_de_hoogste_van_lidmaatschap_en_aanmelding_geldt(wereld):
    lezer_en_planner = Gebruiker(wereld.lezer.subject, "L", ((wereld.project, P),))
    with wereld.database.lezen() as verbinding:
        assert rol_in(verbinding, lezer_en_planner, wereld.project) is P
        assert rol_in(verbinding, wereld.lezer, wereld.project) is L
        assert rol_in(verbinding, wereld.vreemde, wereld.project) is None
        assert rol_in(verbinding, PLAATSELIJK, wereld.project) is B
        assert eis(verbinding, wereld.planner, wereld.project, L) is P
        plan = wereld.plan()
    with wereld.database.lezen() as verbinding:
        assert plan_voor(verbinding, lezer_en_planner, plan.kop.id, P).rol is P
    assert hoogste_rol(None, wereld.vreemde, wereld.project) is None


def test_wie_uit_het_project_gaat_kan_er_meteen_niet_meer_bij(wereld):
    plan = wereld.plan()
    leden.zet_rol(wereld.database, wereld.beheerder, wereld.project, wereld.planner.subject, None)
    with pytest.raises(ToegangFout):
        wereld.zet(plan, "K1", capaciteit=3)
    with pytest.raises(ToegangFout):
        wereld.open(plan)
