from threading import Barrier, Thread

import pytest
from sqlalchemy import select, text

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.fouten import PlanFout, ToegangFout
from locatieplanner.opslag.beheerlog import ketenfouten
from locatieplanner.opslag.leden import (
    beheerlogboek,
    leden,
    neem_aan,
    nodig_uit,
    trek_in,
    uitnodigingen,
    zet_rol,
)
from locatieplanner.opslag.tabellen import Uitnodiging

P = Projectrol


def _nodig_uit(wereld, rol=P.PLANNER, dagen=7):
    return nodig_uit(wereld.database, wereld.beheerder, wereld.project, rol, dagen)


def test_een_uitnodiging_geeft_een_rol_en_werkt_een_keer(wereld):
    sleutel = _nodig_uit(wereld)
    assert neem_aan(wereld.database, wereld.vreemde, sleutel) == wereld.project
    rollen = {lid.naam: lid.rol for lid in leden(wereld.database, wereld.beheerder, wereld.project)}
    assert rollen["Vreemde"] is P.PLANNER
    with pytest.raises(ToegangFout, match="al gebruikt"):
        neem_aan(wereld.database, Gebruiker("nog een", "Nog een"), sleutel)


@pytest.mark.parametrize("sleutel", ["", "x", "' OR 1=1 --", "a" * 64])
def test_een_sleutel_die_er_niet_is(wereld, sleutel):
    with pytest.raises(ToegangFout, match="niet \\(meer\\) te gebruiken"):
        neem_aan(wereld.database, wereld.vreemde, sleutel)


def test_een_verlopen_of_ingetrokken_uitnodiging_werkt_niet(wereld):
    verlopen, ingetrokken = _nodig_uit(wereld, dagen=0), _nodig_uit(wereld)
    (open_,) = uitnodigingen(wereld.database, wereld.beheerder, wereld.project)
    assert (open_.rol, open_.door) == (P.PLANNER, "Beheerder")
    trek_in(wereld.database, wereld.beheerder, wereld.project, open_.kenmerk)
    assert uitnodigingen(wereld.database, wereld.beheerder, wereld.project) == ()
    for sleutel in (verlopen, ingetrokken):
        with pytest.raises(ToegangFout):
            neem_aan(wereld.database, wereld.vreemde, sleutel)
    with pytest.raises(PlanFout, match="er niet meer"):
        trek_in(wereld.database, wereld.beheerder, wereld.project, open_.kenmerk)


def test_de_sleutel_zelf_staat_nergens(wereld):
    sleutel = _nodig_uit(wereld)
    with wereld.database.lezen() as verbinding:
        rijen = verbinding.execute(select(Uitnodiging.__table__)).all()
        log = verbinding.execute(text("SELECT wat FROM beheerregel")).all()
    assert sleutel not in repr(rijen) + repr(log)


def test_van_twee_tegelijk_krijgt_er_een_de_uitnodiging(wereld):
    sleutel = _nodig_uit(wereld)
    samen, gelukt = Barrier(4), []

    def probeer(nummer):
        samen.wait()
        try:
            neem_aan(wereld.database, Gebruiker(f"s{nummer}", f"S{nummer}"), sleutel)
            gelukt.append(nummer)
        except ToegangFout:
            pass

    draden = [Thread(target=probeer, args=(nummer,)) for nummer in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(gelukt) == 1


def test_een_hogere_rol_die_men_had_blijft(wereld):
    neem_aan(wereld.database, wereld.planner, _nodig_uit(wereld, P.LEZER))
    neem_aan(wereld.database, wereld.lezer, _nodig_uit(wereld, P.BEHEERDER))
    rollen = {lid.naam: lid.rol for lid in leden(wereld.database, wereld.beheerder, wereld.project)}
    assert (rollen["Planner"], rollen["Lezer"]) == (P.PLANNER, P.BEHEERDER)


def test_er_blijft_altijd_een_beheerder(wereld):
    zelf = (wereld.database, wereld.beheerder, wereld.project, wereld.beheerder.subject)
    for rol in (P.PLANNER, None):
        with pytest.raises(PlanFout, match="geen beheerder over"):
            zet_rol(*zelf, rol)
    zet_rol(*zelf[:3], wereld.planner.subject, P.BEHEERDER)
    zet_rol(*zelf, P.LEZER)
    with pytest.raises(ToegangFout):
        leden(wereld.database, wereld.beheerder, wereld.project)


def test_iemand_die_geen_lid_is(wereld):
    with pytest.raises(PlanFout, match="geen lid"):
        zet_rol(wereld.database, wereld.beheerder, wereld.project, "bestaat niet", P.LEZER)


def test_alles_staat_in_het_logboek_van_het_project(wereld):
    neem_aan(wereld.database, wereld.vreemde, _nodig_uit(wereld, P.LEZER))
    wie = (wereld.database, wereld.beheerder, wereld.project)
    zet_rol(*wie, wereld.vreemde.subject, P.PLANNER)
    zet_rol(*wie, wereld.vreemde.subject, None)
    regels = beheerlogboek(*wie)
    assert [regel.wat for regel in regels[:4]] == [
        "haalde Vreemde uit het project", "maakte Vreemde planner (was lezer)",
        "werd lezer met een uitnodiging", "nodigde een lezer uit",
    ]  # fmt: skip
    assert list(ketenfouten(reversed(regels))) == []
