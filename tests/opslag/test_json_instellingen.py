from dataclasses import fields

import pytest
from hypothesis import Phase, given, settings

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.opslag.canoniek import canoniek, lees
from locatieplanner.opslag.json_instellingen import als_json, uit_json, veld_uit_json
from locatieplanner.opslag.planinhoud import INSTELLINGEN, Planinhoud
from tests.omgeving import maak_kandidaten
from tests.opslag.trekken import inhouden, zelfde_inhoud


@settings(max_examples=40, phases=(Phase.explicit, Phase.generate))
@given(inhouden)
def test_elke_instelling_overleeft_heen_en_terug(inhoud):
    tekst = canoniek(als_json(inhoud))
    terug = uit_json(lees(tekst), inhoud.kandidaten)
    assert zelfde_inhoud(terug, inhoud)
    assert canoniek(als_json(terug)) == tekst


def test_wat_een_ouder_plan_niet_had_krijgt_zijn_standaard():
    leeg = maak_kandidaten()
    oud = uit_json({"provincie": "Utrecht", "bestond vroeger": 3}, leeg)
    assert zelfde_inhoud(oud, Planinhoud(leeg, provincie="Utrecht"))


def test_elk_veld_doet_mee():
    assert {"kandidaten", *INSTELLINGEN} == {veld.name for veld in fields(Planinhoud)}
    assert set(als_json(Planinhoud(maak_kandidaten()))) == set(INSTELLINGEN)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("bron", 3),
        ("fictief", 1),
        ("gewichten", {"spreiding": "veel"}),
        ("gewichten", {"geluid": 3}),
        ("gewichten", None),
        ("parameters", [["a"]]),
        ("parameters", [["a", None]]),
        ("parameters", [["a", True]]),
        ("eigen_doelen", {"rijen": []}),
        ("eigen_doelen", {"rijen": [["a", {"provincie": "x"}]], "namen": []}),
        ("eigen_behoefte", {"id": "x"}),
        ("gerealiseerd", [["GM0001", "2026-III", 3]]),
        ("gerealiseerd", [["GM0001", "2026-I", 3.5]]),
        ("vaste_plaatsen", [["a", "b", "c"]]),
        ("vergunninghouders", [["2026-I", True]]),
        ("kaartlagen", [3]),
        ("plannen", [{"naam": "x"}]),
        ("opdracht", {"provincies": []}),
        ("vraag", {}),
        ("zoekpunt", [1, 2]),
        ("zoekpunt", [None, 2, "x"]),
        ("nieuw_capaciteit", 1.5),
        ("provincie", ["Utrecht"]),
    ],
)
def test_een_waarde_die_niet_klopt_is_een_fout(veld, waarde):
    with pytest.raises(
        (KeyError, TypeError, ValueError, AttributeError, IndexError, LocatieplannerFout)
    ):
        veld_uit_json(veld, waarde)


def test_gelijke_gewichten_hebben_een_schrijfwijze():
    heel = als_json(Planinhoud(maak_kandidaten(), gewichten=Gewichten(40, 20, 20, 20)))
    assert canoniek(heel["gewichten"]) == (
        '{"kleinschaligheid":20.0,"mix":20.0,"nabijheid":20.0,"spreiding":40.0}'
    )
