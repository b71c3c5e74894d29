import pandas as pd
import pytest
import shapely
from hypothesis import Phase, given, settings

from locatieplanner.opslag.delta import Stand, maak_delta
from locatieplanner.opslag.json_kandidaten import als_json
from locatieplanner.opslag.leesbaar import LEEG, Verschil, label, verschillen, waarde_in_woorden
from locatieplanner.opslag.planinhoud import INSTELLINGEN, Planinhoud
from locatieplanner.opslag.plannen import als_stand
from tests.omgeving import kandidaat, maak_kandidaten
from tests.opslag.trekken import inhouden
from tests.opslag.wereld import NASLAG

VAN = kandidaat("K1", beschikbaar_van=pd.Timestamp("2026-05-01"), aandeel_amv=0.25)
NAAR = kandidaat(
    "K1", naam="Nieuw", type="azc", woningen=3, aandeel_studenten=0.5,
    beschikbaar_tot=pd.Timestamp("2031-04-30"), bron="brief",
    geometry=shapely.box(105_000, 405_000, 105_010, 405_010),
)  # fmt: skip


def _delta(van, naar):
    oud, nieuw = (als_json(maak_kandidaten(rij), NASLAG.kolommen) for rij in (van, naar))
    return maak_delta(Stand(oud), Stand(nieuw))


def test_een_kandidaat_in_gewone_woorden():
    regels = {v.wat: (v.van, v.naar) for v in verschillen(_delta(VAN, NAAR), NASLAG, {})}
    assert regels == {
        "naam": ("Locatie K1", "Nieuw"),
        "type": ("noodopvang", "azc"),
        "woningen": (LEEG, "3"),
        "beschikbaar van": ("1-5-2026", LEEG),
        "beschikbaar tot": (LEEG, "30-4-2031"),
        "bron": (LEEG, "brief"),
        "aandeel amv": ("25,0 %", LEEG),
        "aandeel studenten": (LEEG, "50,0 %"),
        "ligging": ("punt op 105.000, 405.000", "vlak van 100 m² rond 105.005, 405.005"),
    }


def test_erbij_en_weg_zonder_alle_velden():
    delta = {
        "kandidaten": {
            "A": {"van": None, "naar": {"naam": "Aa"}},
            "B": {"van": {"naam": "Bee"}, "naar": None},
            "C": {"van": {"capaciteit": 1}, "naar": {"capaciteit": 2, "volgorde": 4}},
        }
    }
    assert [v.zin for v in verschillen(delta, NASLAG, {"C": "Cee"})] == [
        "Aa (A): toegevoegd", "Bee (B): verwijderd", "Cee (C): capaciteit: 1 → 2",
    ]  # fmt: skip


def test_een_lezer_ziet_van_afgeschermde_kandidaten_alleen_hoeveel():
    delta = _delta(VAN, NAAR)
    delta["kandidaten"]["K2"] = {"van": None, "naar": {"naam": "Geheim"}}
    (regel,) = verschillen(delta, NASLAG, {}, {"K1", "K2"})
    assert regel == Verschil(
        "", "2 beschermde locaties", "gewijzigd; wat er veranderde is niet gedeeld"
    )
    dicht = {"instellingen": {"zoekpunt": {"van": None, "naar": [1.0, 2.0, "Geheim"]}}}
    assert [v.zin for v in verschillen(dicht, NASLAG, {}, ())] == ["gezochte plek"]
    assert "Geheim" in verschillen(dicht, NASLAG, {})[0].zin


@settings(max_examples=20, phases=(Phase.explicit, Phase.generate))
@given(inhouden)
def test_van_alles_is_een_verschil_te_maken(inhoud):
    leeg = als_stand(Planinhoud(maak_kandidaten()), NASLAG.kolommen)
    delta = maak_delta(leeg, als_stand(inhoud, NASLAG.kolommen))
    for regel in verschillen(delta, NASLAG, {}):
        assert regel.wat
        assert len(regel.zin) < 1000


@pytest.mark.parametrize("veld", INSTELLINGEN)
def test_elke_instelling_heeft_een_naam_voor_een_lezer(veld):
    assert "_" not in label(veld)


def test_waarden_voor_een_vraag_bij_een_conflict():
    assert waarde_in_woorden("", None, NASLAG, instelling=False) == "niet in het plan"
    assert waarde_in_woorden("", {"naam": "x"}, NASLAG, instelling=False) == "in het plan"
    assert waarde_in_woorden("type", "azc", NASLAG, instelling=False) == "azc"
    assert waarde_in_woorden("vul_aan", True, NASLAG, instelling=True) == "ja"
    assert waarde_in_woorden("parameters", [["a.b", 1.5]], NASLAG, instelling=True) == "a.b = 1,5"
    assert waarde_in_woorden("kaartlagen", ["x" * 300], NASLAG, instelling=True).endswith("…")
