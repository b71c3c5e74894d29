"""Een schrijver die op een willekeurig moment wegvalt, neemt niets mee van wat bewaard was."""

import json
import random
import time
from contextlib import suppress

from sqlalchemy import select

from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.geschiedenis import laatste_nummer
from locatieplanner.opslag.tabellen import Gebeurtenis
from tests.omgeving import kandidaat
from tests.opslag.schrijver import BEGONNEN, schrijf_door

KEREN = {"sqlite": 200, "postgis": 50}
"""Op een server valt alleen de klant weg; op SQLite is dat ook wie het bestand schrijft."""

MEESTE_EERST, LANGST_S = 3, 0.006
GEDULD_S = 60


def test_wat_bevestigd_is_staat_er_na_elke_keer_afbreken(
    eigen_wereld, eigen_adres, processen, soort
):
    plan = eigen_wereld.plan(*(kandidaat(f"K{n}") for n in range(5))).kop.id
    toeval = random.Random(20260101)
    bevestigd: dict[int, tuple[str, int]] = {}
    eerst = 0
    for zaad in range(KEREN[soort]):
        hier, daar = processen.Pipe(duplex=False)
        kind = processen.Process(target=schrijf_door, args=(eigen_adres, plan, daar, zaad))
        kind.start()
        daar.close()
        wachten = toeval.randint(0, MEESTE_EERST)
        eerst += wachten
        for _ in range(1 + wachten):
            assert hier.poll(GEDULD_S)
            _noteer(hier.recv(), bevestigd)
        time.sleep(toeval.uniform(0, LANGST_S))
        kind.kill()
        kind.join(GEDULD_S)
        with suppress(EOFError):
            while True:
                _noteer(hier.recv(), bevestigd)
        hier.close()
        laatste = laatste_nummer(eigen_wereld.database, eigen_wereld.planner, plan)
        assert laatste >= max(bevestigd, default=1)
    assert len(bevestigd) >= eerst > 0
    with eigen_wereld.database.lezen() as verbinding:
        staat_er = {
            nummer: json.loads(inhoud)["kandidaten"]
            for nummer, inhoud in verbinding.execute(
                select(Gebeurtenis.nummer, Gebeurtenis.inhoud).where(Gebeurtenis.plan_id == plan)
            )
        }
    for nummer, (id_, waarde) in bevestigd.items():
        assert staat_er[nummer][id_]["naar"]["capaciteit"] == waarde
    assert [b for b in controleer(eigen_wereld.database) if not b.in_orde] == []


def _noteer(bericht, bevestigd):
    """Het eerste bericht zegt alleen dat er begonnen is."""
    if bericht != BEGONNEN:
        nummer, *wat = bericht
        bevestigd[nummer] = tuple(wat)
