import math

import pandas as pd
import pytest

from locatieplanner.scherm.bewerking import verander
from locatieplanner.scherm.bewerkvenster import wijziging
from tests.omgeving import kandidaat, maak_kandidaten


def test_procenten_worden_delen_en_leeg_blijft_onbekend():
    rij = wijziging("K1", {"naam": "A", "capaciteit": 5}, {"aandeel_a": 40.0, "aandeel_b": None})
    assert list(rij.index) == ["K1"]
    assert rij.loc["K1", "naam"] == "A"
    assert rij.loc["K1", "aandeel_a"] == 0.4
    assert math.isnan(rij.loc["K1", "aandeel_b"])


def test_nul_is_nul():
    assert wijziging("K1", {}, {"aandeel_a": 0.0}).loc["K1", "aandeel_a"] == 0


WONEN = {"woningen": None, "beschikbaar_van": "", "beschikbaar_tot": "", "eigenaar": ""}


def test_woningen_periode_en_eigenaar_worden_gelezen_zoals_uit_een_bestand(lagen):
    kandidaten = maak_kandidaten(kandidaat("K1", type="flex"), kandidaat("K2"))
    ingevuld = WONEN | {"woningen": 30, "beschikbaar_van": "1-7-2028", "eigenaar": "Woonplus"}
    nieuw = verander(kandidaten, wijziging("K1", ingevuld, {}), lagen).kandidaten.loc["K1"]
    assert (nieuw["woningen"], nieuw["eigenaar"]) == (30, "Woonplus")
    assert nieuw["beschikbaar_van"] == pd.Timestamp(2028, 7, 1)
    assert pd.isna(nieuw["beschikbaar_tot"])
    leeg = verander(kandidaten, wijziging("K1", WONEN, {}), lagen).kandidaten.loc["K1"]
    assert leeg[["woningen", "beschikbaar_van", "beschikbaar_tot"]].isna().all()


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"beschikbaar_tot": "2028"}, "Er staat alleen een jaar"),
        ({"beschikbaar_van": "1-1-2030", "beschikbaar_tot": "1-1-2029"}, "Het einde ligt voor"),
    ],
)
def test_een_datum_die_niet_kan_verandert_niets_en_zegt_waarom(lagen, anders, melding):
    kandidaten = maak_kandidaten(kandidaat("K1", type="flex"))
    bewerking = verander(kandidaten, wijziging("K1", WONEN | anders, {}), lagen)
    assert bewerking.kandidaten is None
    assert melding in bewerking.melding
