import io
import zipfile

import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.opslag.pakket import pak_plan_in
from locatieplanner.opslag.pakketlezer import LOGBOEK, PLAN, lees
from tests.omgeving import kandidaat
from tests.opslag.wereld import NASLAG


def test_een_pakket_wordt_nagespeeld(wereld):
    plan = wereld.plan(kandidaat("K1"), kandidaat("AMV", type="amv"))
    wereld.zet(wereld.zet(plan, "AMV", type="azc"), "K1", capaciteit=5)
    pakket = lees(pak_plan_in(wereld.database, wereld.planner, plan.kop.id), NASLAG)
    assert (pakket.plan, pakket.naam, pakket.gearchiveerd) == (plan.kop.id, "Proefplan", False)
    assert pakket.versies == {"K1": 3, "AMV": 2}
    assert set(pakket.instellingversies.values()) == {1}
    assert pakket.afgeschermd == {"AMV"}
    assert pakket.stand.kandidaten["K1"]["capaciteit"] == 5


def test_hetzelfde_lid_twee_keer_wordt_geweigerd(wereld):
    plan = wereld.plan()
    with zipfile.ZipFile(
        io.BytesIO(pak_plan_in(wereld.database, wereld.planner, plan.kop.id))
    ) as bron:
        leden = {naam: bron.read(naam) for naam in (PLAN, LOGBOEK)}
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for naam in (PLAN, LOGBOEK):
            archief.writestr(naam, leden[naam])
        with pytest.warns(UserWarning, match="Duplicate"):
            archief.writestr(LOGBOEK, leden[LOGBOEK])
    with pytest.raises(BestandFout, match="twee keer"):
        lees(uit.getvalue(), NASLAG)
