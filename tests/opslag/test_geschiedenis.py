import pytest
from pandas.testing import assert_frame_equal

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import ConflictFout, PlanFout, ToegangFout
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.geschiedenis import (
    MEESTE,
    herstel_versie,
    laatste_nummer,
    logboek,
    ongedaan,
    opnieuw,
    vergelijk,
    wijzigingen_sinds,
)
from locatieplanner.opslag.plannen import archiveer, hernoem
from tests.omgeving import kandidaat, maak_kandidaten


def _capaciteit(versie, id_="K1"):
    return int(versie.inhoud.kandidaten.loc[id_, "capaciteit"])


@pytest.fixture
def plan(wereld):
    """Een plan waarin K1 twee keer veranderde: 100, 200, 300."""
    eerste = wereld.plan()
    return wereld.zet(wereld.zet(eerste, "K1", capaciteit=200), "K1", capaciteit=300)


def test_ongedaan_en_opnieuw_gaan_stap_voor_stap(wereld, plan):
    wie = (wereld.database, wereld.planner, plan.kop.id)
    assert _capaciteit(ongedaan(*wie)) == 200
    assert _capaciteit(ongedaan(*wie)) == 100
    with pytest.raises(PlanFout, match="niets van u om ongedaan"):
        ongedaan(*wie)
    assert _capaciteit(opnieuw(*wie)) == 200
    assert _capaciteit(opnieuw(*wie)) == 300
    with pytest.raises(PlanFout, match="niets van u om opnieuw"):
        opnieuw(*wie)
    assert _capaciteit(ongedaan(*wie)) == 200
    regels = logboek(*wie)
    assert [(r.soort, r.doel) for r in regels[:5]] == [
        (Soort.ONGEDAAN, 3), (Soort.OPNIEUW, 3), (Soort.OPNIEUW, 2), (Soort.ONGEDAAN, 2),
        (Soort.ONGEDAAN, 3),
    ]  # fmt: skip
    assert {r.nummer: r.ongedaan for r in regels if r.nummer in (2, 3)} == {2: False, 3: True}


def test_na_een_nieuwe_verandering_valt_er_niets_opnieuw_te_doen(wereld, plan):
    terug = ongedaan(wereld.database, wereld.planner, plan.kop.id)
    wereld.zet(terug, "K2", capaciteit=5)
    with pytest.raises(PlanFout, match="opnieuw te doen"):
        opnieuw(wereld.database, wereld.planner, plan.kop.id)


@pytest.mark.parametrize("daad", ["toevoegen", "weghalen"])
def test_een_hele_kandidaat_komt_terug_zoals_zij_was(wereld, daad):
    plan = wereld.plan(kandidaat("B"), kandidaat("A", naam="Éérste", woningen=3))
    tabel = plan.inhoud.kandidaten
    anders = (
        tabel.drop(index="B")
        if daad == "weghalen"
        else maak_kandidaten(kandidaat("B"), kandidaat("A"), kandidaat("Z"))
    )
    wereld.stel(plan, kandidaten=anders)
    terug = ongedaan(wereld.database, wereld.planner, plan.kop.id)
    if daad == "weghalen":
        assert_frame_equal(terug.inhoud.kandidaten, tabel)
    assert list(terug.inhoud.kandidaten.index) == ["B", "A"]


def test_ongedaan_draait_niet_vanzelf_het_werk_van_een_ander_terug(wereld, plan):
    na = wereld.zet(wereld.open(plan), "K2", wereld.collega, capaciteit=999)
    terug = ongedaan(wereld.database, wereld.planner, plan.kop.id)
    assert (_capaciteit(terug), _capaciteit(terug, "K2")) == (200, 999)
    ook = ongedaan(wereld.database, wereld.planner, plan.kop.id, na.nummer, "in overleg")
    assert _capaciteit(ook, "K2") == 100
    with pytest.raises(PlanFout, match="niet \\(meer\\) ongedaan"):
        ongedaan(wereld.database, wereld.planner, plan.kop.id, na.nummer)


def test_wat_een_ander_daarna_veranderde_gaat_niet_stil_terug(wereld, plan):
    wereld.zet(wereld.open(plan), "K1", wereld.collega, capaciteit=999)
    with pytest.raises(ConflictFout, match="Collega veranderde daarna") as conflict:
        ongedaan(wereld.database, wereld.planner, plan.kop.id)
    (botsing,) = conflict.value.botsingen
    assert (botsing.veld, botsing.mijn, botsing.ander, botsing.door) == (
        "capaciteit", 200, 999, "Collega",
    )  # fmt: skip
    assert _capaciteit(wereld.open(plan)) == 999


def test_een_ander_veld_van_dezelfde_kandidaat_staat_niet_in_de_weg(wereld, plan):
    wereld.zet(wereld.open(plan), "K1", wereld.collega, naam="Nieuwe naam")
    terug = ongedaan(wereld.database, wereld.planner, plan.kop.id)
    assert _capaciteit(terug) == 200
    assert terug.inhoud.kandidaten.loc["K1", "naam"] == "Nieuwe naam"


def test_een_instelling_die_een_ander_daarna_zette_botst(wereld):
    plan = wereld.plan()
    mijn = wereld.stel(plan, gewichten=Gewichten(mix=90))
    wereld.stel(mijn, wereld.collega, gewichten=Gewichten(mix=50))
    with pytest.raises(ConflictFout) as conflict:
        ongedaan(wereld.database, wereld.planner, plan.kop.id)
    assert conflict.value.botsingen[0].veld == "gewichten"


def test_naam_en_archief_gaan_ook_terug(wereld, plan):
    wie = (wereld.database, wereld.planner, plan.kop.id)
    hernoem(*wie, "Andere naam")
    archiveer(*wie)
    assert ongedaan(*wie).kop.gearchiveerd is False
    assert ongedaan(*wie).kop.naam == "Proefplan"


def test_een_opmerking_en_het_begin_zijn_niet_ongedaan_te_maken(wereld):
    plan = wereld.plan()
    with pytest.raises(PlanFout):
        ongedaan(wereld.database, wereld.planner, plan.kop.id, 1)


def test_herstellen_is_een_gebeurtenis_en_zelf_ongedaan_te_maken(wereld, plan):
    wie = (wereld.database, wereld.planner, plan.kop.id)
    hernoem(*wie, "Andere naam")
    hersteld = herstel_versie(*wie, 1, "de raad wil terug")
    assert _capaciteit(hersteld) == 100
    assert hersteld.kop.naam == "Andere naam"
    assert_frame_equal(hersteld.inhoud.kandidaten, wereld.open(plan, nummer=1).inhoud.kandidaten)
    (regel,) = logboek(*wie, na=4)
    assert (regel.soort, regel.doel, regel.waarom) == (Soort.HERSTELD, 1, "de raad wil terug")
    assert _capaciteit(ongedaan(*wie)) == 300


def test_herstellen_wat_er_al_staat_doet_niets(wereld, plan):
    hersteld = herstel_versie(wereld.database, wereld.planner, plan.kop.id, 3)
    assert hersteld.nummer == 3


def test_vergelijken_zegt_wat_van_en_naar(wereld, plan):
    wereld.stel(plan, provincie="Utrecht", parameters=(("nabijheid.omwegfactor", 1.4),))
    zinnen = [v.zin for v in vergelijk(wereld.database, wereld.lezer, plan.kop.id, 1, 4)]
    assert zinnen == [
        "parameter nabijheid.omwegfactor: ingebouwde waarde → 1,4",
        "provincie: leeg → Utrecht",
        "Locatie K1 (K1): capaciteit: 100 → 300",
    ]
    terug = [v.zin for v in vergelijk(wereld.database, wereld.lezer, plan.kop.id, 4, 1)]
    assert "Locatie K1 (K1): capaciteit: 300 → 100" in terug
    assert vergelijk(wereld.database, wereld.planner, plan.kop.id, 2, 2) == ()


@pytest.mark.parametrize("nummer", [0, 4, -1, 10**12])
def test_een_versie_die_er_niet_is(wereld, plan, nummer):
    with pytest.raises(PlanFout, match="bestaat niet"):
        wereld.open(plan, nummer=nummer)
    with pytest.raises(PlanFout, match="bestaat niet"):
        vergelijk(wereld.database, wereld.planner, plan.kop.id, 1, nummer)


def test_wijzigingen_van_anderen_zonder_de_eigen(wereld, plan):
    na = wereld.zet(wereld.open(plan), "K2", wereld.collega, capaciteit=7)
    wereld.zet(na, "K1", capaciteit=8)
    wie = (wereld.database, wereld.planner, plan.kop.id)
    (regel,) = wijzigingen_sinds(*wie, 1)
    assert (regel.nummer, regel.naam, regel.eigen) == (4, "Collega", False)
    assert wijzigingen_sinds(*wie, 4) == ()
    assert laatste_nummer(*wie) == 5


def test_een_grote_gebeurtenis_wordt_in_het_logboek_afgekapt(wereld):
    plan = wereld.plan(*(kandidaat(f"K{n}") for n in range(MEESTE + 30)))
    (regel,) = logboek(wereld.database, wereld.planner, plan.kop.id)
    assert len(regel.verschillen) == MEESTE
    assert regel.meer > 30


def test_het_logboek_geeft_de_laatste_en_een_deel(wereld, plan):
    wie = (wereld.database, wereld.planner, plan.kop.id)
    assert [r.nummer for r in logboek(*wie, aantal=2)] == [3, 2]
    assert [r.nummer for r in logboek(*wie, tot=2)] == [2, 1]
    assert [r.nummer for r in logboek(*wie, na=1, tot=2)] == [2]


def test_wie_het_niet_mag_krijgt_niets(wereld, plan):
    for doe in (
        lambda: logboek(wereld.database, wereld.vreemde, plan.kop.id),
        lambda: vergelijk(wereld.database, wereld.vreemde, plan.kop.id, 1, 2),
        lambda: ongedaan(wereld.database, wereld.lezer, plan.kop.id),
        lambda: opnieuw(wereld.database, wereld.lezer, plan.kop.id),
        lambda: herstel_versie(wereld.database, wereld.lezer, plan.kop.id, 1),
    ):
        with pytest.raises(ToegangFout):
            doe()
