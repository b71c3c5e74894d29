from dataclasses import replace

import pytest
from pandas.testing import assert_frame_equal

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import ConflictFout
from locatieplanner.opslag.bewaren import bewaar
from locatieplanner.opslag.samenvoegen import voeg_samen
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.wereld import NASLAG, met


def _na_conflict(wereld, plan, mijn, keuze=()):
    """Bewaar; bij een conflict samenvoegen met de laatste versie en opnieuw bewaren."""
    with pytest.raises(ConflictFout) as conflict:
        bewaar(wereld.database, wereld.planner, plan, mijn)
    gekozen = [(b.kandidaat, b.veld) for b in conflict.value.botsingen if b.veld in keuze]
    laatste = wereld.open(plan)
    samen = voeg_samen(plan, mijn, laatste, NASLAG, gekozen)
    return bewaar(wereld.database, wereld.planner, laatste, samen)


@pytest.mark.parametrize(
    ("keuze", "capaciteit"), [((), 300), (("capaciteit",), 250)], ids=["hun", "mijn"]
)
def test_per_veld_geldt_de_gekozen_waarde_en_de_rest_van_beiden(wereld, keuze, capaciteit):
    plan = wereld.plan()
    wereld.zet(plan, "K1", wereld.collega, capaciteit=300, eigenaar="gemeente")
    tabel = met(plan.inhoud.kandidaten, "K1", capaciteit=250, toelichting="sloop nodig")
    mijn = replace(plan.inhoud, kandidaten=tabel)
    rij = _na_conflict(wereld, plan, mijn, keuze).inhoud.kandidaten.loc["K1"]
    assert (rij["capaciteit"], rij["eigenaar"], rij["toelichting"]) == (
        capaciteit, "gemeente", "sloop nodig",
    )  # fmt: skip


@pytest.mark.parametrize("mijn_wint", [True, False])
def test_een_kandidaat_die_de_ander_weghaalde(wereld, mijn_wint):
    plan = wereld.plan()
    wereld.stel(plan, wereld.collega, kandidaten=plan.inhoud.kandidaten.drop(index="K1"))
    mijn = replace(plan.inhoud, kandidaten=met(plan.inhoud.kandidaten, "K1", capaciteit=9))
    na = _na_conflict(wereld, plan, mijn, ("",)) if mijn_wint else None
    if na is None:
        laatste = wereld.open(plan)
        samen = voeg_samen(plan, mijn, laatste, NASLAG)
        assert_frame_equal(samen.kandidaten, laatste.inhoud.kandidaten)
    else:
        assert na.inhoud.kandidaten.loc["K1", "capaciteit"] == 9
        assert set(na.inhoud.kandidaten.index) == {"K1", "K2"}


@pytest.mark.parametrize("mijn_wint", [True, False])
def test_een_instelling(wereld, mijn_wint):
    plan = wereld.plan()
    wereld.stel(plan, wereld.collega, gewichten=Gewichten(mix=90), provincie="Utrecht")
    mijn = replace(plan.inhoud, gewichten=Gewichten(mix=10), gemeente="GM0001")
    na = _na_conflict(wereld, plan, mijn, ("gewichten",) if mijn_wint else ()).inhoud
    assert na.gewichten.mix == (10 if mijn_wint else 90)
    assert (na.provincie, na.gemeente) == ("Utrecht", "GM0001")


def test_wijzigingen_van_een_ander_verschijnen_zonder_de_eigen_te_verliezen(wereld):
    plan = wereld.plan(kandidaat("A"), kandidaat("B"), kandidaat("C"))
    hun = maak_kandidaten(kandidaat("A", naam="hun"), kandidaat("B"), kandidaat("D"))
    wereld.stel(plan, wereld.collega, kandidaten=hun)
    eigen = maak_kandidaten(
        kandidaat("A"), kandidaat("B", naam="mijn"), kandidaat("C"), kandidaat("E")
    )
    samen = voeg_samen(
        plan, replace(plan.inhoud, kandidaten=eigen), wereld.open(plan), NASLAG
    ).kandidaten
    assert list(samen.index) == ["A", "B", "D", "E"]
    assert samen["naam"].to_dict() == {
        "A": "hun", "B": "mijn", "D": "Locatie D", "E": "Locatie E",
    }  # fmt: skip


def test_een_eigen_verwijdering_blijft_als_de_ander_er_niet_aan_kwam(wereld):
    plan = wereld.plan()
    wereld.zet(plan, "K2", wereld.collega, capaciteit=3)
    mijn = replace(plan.inhoud, kandidaten=plan.inhoud.kandidaten.drop(index="K1"))
    samen = voeg_samen(plan, mijn, wereld.open(plan), NASLAG)
    assert samen.kandidaten["capaciteit"].to_dict() == {"K2": 3}


def test_een_veld_leegmaken_telt_als_verandering(wereld):
    plan = wereld.plan(kandidaat("K1", eigenaar="Woonplus"))
    wereld.zet(plan, "K1", wereld.collega, capaciteit=3)
    mijn = replace(plan.inhoud, kandidaten=met(plan.inhoud.kandidaten, "K1", eigenaar=""))
    samen = voeg_samen(plan, mijn, wereld.open(plan), NASLAG).kandidaten.loc["K1"]
    assert (samen["eigenaar"], samen["capaciteit"]) == ("", 3)
