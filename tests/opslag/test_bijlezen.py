import pytest
from pandas.testing import assert_frame_equal

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import ToegangFout
from locatieplanner.opslag import bijlezen
from locatieplanner.opslag.bijlezen import werk_bij
from locatieplanner.opslag.geschiedenis import ongedaan
from locatieplanner.opslag.leden import zet_rol
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.trekken import zelfde_inhoud


def _gelijk(wereld, versie, wie=None):
    """Bijgewerkt is precies wat opnieuw openen geeft."""
    vers = wereld.open(versie, wie)
    nieuw = werk_bij(wereld.database, wie or wereld.planner, versie)
    assert_frame_equal(nieuw.inhoud.kandidaten, vers.inhoud.kandidaten)
    assert zelfde_inhoud(nieuw.inhoud, vers.inhoud)
    assert (nieuw.nummer, nieuw.kop) == (vers.nummer, vers.kop)
    assert (dict(nieuw.versies), dict(nieuw.instellingversies)) == (
        dict(vers.versies), dict(vers.instellingversies),
    )  # fmt: skip
    return nieuw


def test_zonder_wijzigingen_komt_hetzelfde_terug(wereld):
    plan = wereld.plan()
    assert werk_bij(wereld.database, wereld.planner, plan) is plan


@pytest.mark.parametrize("wie", ["planner", "lezer"])
def test_wat_een_ander_deed_staat_erin(wereld, wie):
    eerste = wereld.plan(kandidaat("C"), kandidaat("A"), kandidaat("B"), kandidaat("D"))
    mijn = wereld.open(eerste, getattr(wereld, wie))
    na = wereld.zet(eerste, "A", wereld.collega, capaciteit=7, eigenaar="gemeente")
    na = wereld.stel(na, wereld.collega, gewichten=Gewichten(mix=80), provincie="Utrecht")
    na = wereld.stel(na, wereld.collega, kandidaten=na.inhoud.kandidaten.drop(index="B"))
    bij = _gelijk(wereld, mijn, getattr(wereld, wie))
    assert list(bij.inhoud.kandidaten.index) == ["C", "A", "D"]
    rij = kandidaat("Z")
    erbij = maak_kandidaten(kandidaat("C"), rij)
    wereld.stel(wereld.open(eerste), wereld.collega, kandidaten=erbij)
    _gelijk(wereld, bij, getattr(wereld, wie))


def test_een_kandidaat_die_terugkomt_staat_op_haar_oude_plaats(wereld):
    plan = wereld.plan(kandidaat("C"), kandidaat("A"))
    zonder = wereld.stel(plan, kandidaten=plan.inhoud.kandidaten.drop(index="C"))
    ongedaan(wereld.database, wereld.planner, plan.kop.id)
    assert list(_gelijk(wereld, zonder).inhoud.kandidaten.index) == ["C", "A"]


def test_bij_heel_veel_wijzigingen_wordt_alles_gelezen(wereld, monkeypatch):
    monkeypatch.setattr(bijlezen, "_VEEL", 2)
    plan = na = wereld.plan()
    for capaciteit in (1, 2, 3, 4):
        na = wereld.zet(na, "K1", wereld.collega, capaciteit=capaciteit)
    assert _gelijk(wereld, plan).inhoud.kandidaten.loc["K1", "capaciteit"] == 4


def test_wie_intussen_lezer_werd_ziet_beschermde_locaties_niet_meer(wereld):
    plan = wereld.plan(kandidaat("K1"), kandidaat("AMV", type="amv"))
    zet_rol(
        wereld.database, wereld.beheerder, wereld.project, wereld.planner.subject,
        wereld.open(plan, wereld.lezer).kop.rol,
    )  # fmt: skip
    assert "AMV" not in werk_bij(wereld.database, wereld.planner, plan).inhoud.kandidaten.index
    zet_rol(wereld.database, wereld.beheerder, wereld.project, wereld.planner.subject, None)
    with pytest.raises(ToegangFout):
        werk_bij(wereld.database, wereld.planner, plan)


def test_een_oude_versie_wordt_de_laatste(wereld):
    plan = wereld.plan()
    wereld.zet(plan, "K1", capaciteit=9)
    oud = wereld.open(plan, nummer=1)
    assert werk_bij(wereld.database, wereld.planner, oud).nummer == 2
