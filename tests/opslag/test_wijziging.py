import pytest

from locatieplanner.fouten import ConflictFout, PlanFout, ToegangFout
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.json_kandidaten import als_json
from locatieplanner.opslag.wijziging import Wijziging, soort_van, wijzig
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.wereld import NASLAG


def _object(**velden):
    return als_json(maak_kandidaten(kandidaat("K1", **velden)), NASLAG.kolommen)["K1"]


def test_een_paar_kandidaten_veranderen_zonder_het_plan_te_openen(wereld):
    plan = wereld.plan()
    anders = Wijziging(plan.kop.id, {"K1": (_object(), _object(capaciteit=7))}, {"K1": 1})
    kop = wijzig(wereld.database, wereld.planner, anders, "koppeling")
    assert kop.nummer == 2
    assert wereld.open(plan).inhoud.kandidaten["capaciteit"].to_dict() == {"K1": 7, "K2": 100}
    with pytest.raises(ConflictFout) as conflict:
        wijzig(
            wereld.database,
            wereld.collega,
            Wijziging(plan.kop.id, {"K1": (_object(), _object(capaciteit=8))}, {"K1": 1}),
        )
    assert [b.ander for b in conflict.value.botsingen] == [7]


@pytest.mark.parametrize("wie", ["lezer", "vreemde"])
def test_alleen_een_planner_wijzigt(wereld, wie):
    plan = wereld.plan()
    anders = Wijziging(plan.kop.id, {"K1": (_object(), None)}, {"K1": 1})
    with pytest.raises(ToegangFout):
        wijzig(wereld.database, getattr(wereld, wie), anders)


def test_wat_niet_bewaard_mag_worden_komt_er_niet_in(wereld):
    plan = wereld.plan()
    fout = Wijziging(plan.kop.id, {"K1": (_object(), {"naam": "alleen een naam"})}, {"K1": 1})
    with pytest.raises(PlanFout, match="de ligging ontbreekt"):
        wijzig(wereld.database, wereld.planner, fout)
    assert wereld.open(plan).nummer == 1


def test_de_soort_volgt_uit_wat_er_verandert():
    erbij, weg = {"van": None, "naar": {}}, {"van": {}, "naar": None}
    assert soort_van({"kandidaten": {"A": erbij}, "instellingen": {}}) is Soort.TOEGEVOEGD
    assert soort_van({"kandidaten": {"A": weg}, "instellingen": {}}) is Soort.VERWIJDERD
    assert soort_van({"kandidaten": {"A": erbij, "B": weg}, "instellingen": {}}) is Soort.MEER
    assert soort_van({"kandidaten": {}, "instellingen": {"bron": {}}}) is Soort.INSTELLING
