import pytest
from sqlalchemy import text

from locatieplanner.opslag import wijziging
from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.database import verbind
from locatieplanner.opslag.delta import Stand
from locatieplanner.opslag.migratie import migreer
from locatieplanner.opslag.stand import pak_in
from tests.opslag.wereld import NASLAG

ZONDER_SLOT = {
    True: ["DROP TRIGGER gebeurtenis_vast_update", "DROP TRIGGER gebeurtenis_vast_delete"],
    False: ["ALTER TABLE gebeurtenis DISABLE TRIGGER USER"],
}


@pytest.fixture
def gevuld(eigen_wereld, monkeypatch):
    monkeypatch.setattr(wijziging, "ELKE", 2)
    plan = eigen_wereld.plan()
    for capaciteit in (200, 300):
        plan = eigen_wereld.zet(plan, "K1", capaciteit=capaciteit)
    return eigen_wereld


def _mis(wereld, *opdrachten):
    with wereld.database.schrijven() as verbinding:
        for opdracht in opdrachten:
            verbinding.execute(text(opdracht))
    return [f"{b.wat}: {b.tekst}" for b in controleer(wereld.database) if not b.in_orde]


def test_wat_klopt_is_in_orde(gevuld):
    bevindingen = controleer(gevuld.database)
    assert [b.wat for b in bevindingen if not b.in_orde] == []
    assert bevindingen[-1].wat == "plan Proefplan"
    assert "3 gebeurtenissen heel" in bevindingen[-1].tekst


@pytest.mark.parametrize(
    ("opdracht", "melding"),
    [
        (
            "UPDATE kandidaat SET versie = 3, volgorde = 9 WHERE id = 'K2'",
            "de kandidaten zijn niet",
        ),
        ("DELETE FROM kandidaat WHERE id = 'K2'", "de kandidaten zijn niet"),
        ("UPDATE instelling SET waarde = '\"x\"' WHERE veld = 'bron'", "de instellingen zijn niet"),
        ("UPDATE plan SET nummer = 9", "eindigt bij 3 en het plan bij 9"),
    ],
)
def test_een_stand_die_niet_het_logboek_is_valt_op(gevuld, opdracht, melding):
    assert any(melding in m for m in _mis(gevuld, opdracht))


def test_zonder_momentopname_klopt_alles_nog(gevuld):
    assert _mis(gevuld, "DELETE FROM momentopname") == []


@pytest.mark.parametrize(
    ("opdracht", "melding"),
    [
        ("UPDATE gebeurtenis SET waarom = 'x' WHERE nummer = 2", "gebeurtenis 2 is veranderd"),
        ("UPDATE gebeurtenis SET inhoud = '{' WHERE nummer = 2", "niet na te spelen"),
        ("DELETE FROM gebeurtenis WHERE nummer = 3", "eindigt bij 2"),
    ],
)
def test_een_logboek_dat_buiten_om_verandert_valt_op(gevuld, opdracht, melding):
    mis = _mis(gevuld, *ZONDER_SLOT[gevuld.database.is_sqlite], opdracht)
    assert any(m.startswith("logboeken") and "gebeurtenis_vast" in m for m in mis)
    assert any(melding in m for m in mis)


def test_een_momentopname_die_niet_klopt_valt_op(gevuld):
    with gevuld.database.schrijven() as verbinding:
        verbinding.execute(
            text("UPDATE momentopname SET stand = :stand"), {"stand": pak_in(Stand())}
        )
    (mis,) = [b for b in controleer(gevuld.database) if not b.in_orde]
    assert "momentopname bij 2 klopt niet" in mis.tekst


def test_een_oudere_en_een_lege_database_zeggen_wat_te_doen(leeg_adres):
    with verbind(leeg_adres, NASLAG) as database:
        assert "leeg, dit programma wil 0002" in controleer(database)[0].tekst
        with database.schrijven() as verbinding:
            migreer(verbinding, "0001")
        eerste, *_ = controleer(database)
        assert not eerste.in_orde
        assert "database migreer" in eerste.tekst
