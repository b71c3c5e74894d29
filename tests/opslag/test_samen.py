"""Twintig schrijvers tegelijk in één plan: niets verloren, niets dubbel."""

import json
from collections import Counter

from sqlalchemy import select

from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.tabellen import Gebeurtenis
from tests.omgeving import kandidaat
from tests.opslag.schrijver import schrijf_samen

SCHRIJVERS, PROCESSEN = 20, 2
VERANDERINGEN, PER_KEER = 10_000, 10
KANDIDATEN = 2_000
GEDULD_S = 240


def test_tienduizend_veranderingen_van_twintig_schrijvers(eigen_wereld, eigen_adres, processen):
    plan = eigen_wereld.plan(*(kandidaat(f"K{n}") for n in range(KANDIDATEN))).kop.id
    uitkomst = _schrijf(processen, eigen_adres, plan)
    bewaard = [b for gelukt, _ in uitkomst.values() for b in gelukt]
    assert len(uitkomst) == SCHRIJVERS
    assert sum(len(waarden) for _, waarden in bewaard) == VERANDERINGEN
    assert sum(conflicten for _, conflicten in uitkomst.values()) > 0
    with eigen_wereld.database.lezen() as verbinding:
        in_het_log = {
            nummer: {
                id_: paar["naar"]["capaciteit"]
                for id_, paar in json.loads(inhoud)["kandidaten"].items()
            }
            for nummer, inhoud in verbinding.execute(
                select(Gebeurtenis.nummer, Gebeurtenis.inhoud).where(
                    Gebeurtenis.plan_id == plan, Gebeurtenis.nummer > 1
                )
            )
        }
    # Elke verandering staat er precies één keer, en er staat niets anders.
    assert in_het_log == dict(bewaard)
    assert len(in_het_log) == len(bewaard)
    teller = Counter(w for waarden in in_het_log.values() for w in waarden.values())
    assert set(teller.values()) == {1}
    laatste: dict[str, int] = {}
    for nummer in sorted(in_het_log):
        laatste |= in_het_log[nummer]
    stand = eigen_wereld.open(plan).inhoud.kandidaten["capaciteit"].to_dict()
    assert {id_: stand[id_] for id_ in laatste} == laatste
    assert [b for b in controleer(eigen_wereld.database) if not b.in_orde] == []


def _schrijf(soort, adres, plan):
    keren = VERANDERINGEN // SCHRIJVERS // PER_KEER
    kinderen = []
    for eerste in range(PROCESSEN):
        hier, daar = soort.Pipe(duplex=False)
        wie = list(range(eerste, SCHRIJVERS, PROCESSEN))
        kind = soort.Process(target=schrijf_samen, args=(adres, plan, daar, wie, keren, PER_KEER))
        kind.start()
        daar.close()
        kinderen.append((kind, hier))
    uit = {}
    for kind, hier in kinderen:
        assert hier.poll(GEDULD_S)
        uit |= hier.recv()
        kind.join(GEDULD_S)
    return uit
