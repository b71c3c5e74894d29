import numpy as np
import pytest
import streamlit as st
from shapely.geometry import box

from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, ONBEKEND
from locatieplanner.fouten import DienstFout
from locatieplanner.scherm import kaartvlak
from locatieplanner.scherm.bewerking import Plek
from locatieplanner.scherm.kaartvlak import dichtheid, verwerk
from locatieplanner.scherm.toestand import Toestand

# Duinrand, midden van de eerste gemeente op de tweede rij, in graden.
PUNT = [4.7, 51.6]


@pytest.fixture
def toestand(kandidaten):
    return Toestand(kandidaten, "proef", False, "proef", nieuw_type="azc", nieuw_capaciteit=70)


@pytest.fixture
def meldingen(monkeypatch):
    gezegd = []
    monkeypatch.setattr(kaartvlak, "_meld", gezegd.append)
    monkeypatch.setattr(st, "toast", gezegd.append)
    return gezegd


def gebeurtenis(soort, meetkunde=None, nummer=7, **eigenschappen):
    return {
        "last_active_drawing": {
            "geometry": meetkunde,
            "properties": {"soort": soort, "nummer": nummer, **eigenschappen},
        }
    }


def test_dichtheid_telt_bekend_en_gepland_en_kent_onbekend(beoordeling, omgeving):
    codes = [*omgeving.gemeenten.index, "GM9999"]
    klassen = dict(zip(codes, dichtheid(beoordeling, codes), strict=True))
    assert klassen["GM0001"] == ONBEKEND
    assert klassen["GM9999"] == ONBEKEND
    # Beekdal: 400 plaatsen op 60.000 inwoners; Cromhoek: alleen de geplande 400 op 10.000.
    verwacht = DICHTHEIDSKLASSEN.klasse_van(np.array([400 / 60, 400 / 10]))
    assert [klassen["GM0002"], klassen["GM0003"]] == list(verwacht)


def test_klik_kiest_en_laat_het_beeld_staan(toestand, lagen):
    nieuw = verwerk(toestand, gebeurtenis("kandidaat", id="K2"), lagen)
    assert (nieuw.gekozen, nieuw.gebeurtenis, nieuw.beeld) == ("K2", 7, toestand.beeld)
    assert verwerk(nieuw, gebeurtenis("kandidaat", id="K2"), lagen) is nieuw


def test_niets_gebeurd_is_dezelfde_toestand(toestand, lagen):
    assert verwerk(toestand, None, lagen) is toestand
    assert verwerk(toestand, {"last_active_drawing": None}, lagen) is toestand


def test_punt_staat_meteen_in_het_plan(toestand, lagen, meldingen):
    punt = {"type": "Point", "coordinates": PUNT}
    nieuw = verwerk(toestand, gebeurtenis("punt", punt), lagen)
    assert nieuw.gekozen == "N1"
    assert nieuw.kandidaten.loc["N1", "type"] == "azc"
    assert nieuw.kandidaten.loc["N1", "capaciteit"] == 70
    assert nieuw.versie != toestand.versie
    assert "Nieuwe locatie 1" in meldingen[0]


def test_punt_in_zee_wordt_gemeld_en_verandert_niets(toestand, lagen, meldingen):
    punt = {"type": "Point", "coordinates": [3.4, 53.5]}
    nieuw = verwerk(toestand, gebeurtenis("punt", punt), lagen)
    assert nieuw.kandidaten is toestand.kandidaten
    assert meldingen


def test_een_perceel_wordt_een_kandidaat_met_wat_ervan_bekend_is(
    toestand, lagen, meldingen, monkeypatch
):
    vlak = box(105_000, 405_000, 105_100, 405_100)
    monkeypatch.setattr(
        kaartvlak, "perceelplek", lambda punt: Plek(vlak, "Perceel A 1", "Kadaster", "10 m².")
    )
    punt = {"type": "Point", "coordinates": PUNT}
    nieuw = verwerk(toestand, gebeurtenis("perceel", punt), lagen)
    rij = nieuw.kandidaten.loc[nieuw.gekozen]
    assert (rij["naam"], rij["bron"], rij["capaciteit"]) == ("Perceel A 1", "Kadaster", 70)
    assert rij.geometry.equals(vlak)


@pytest.mark.parametrize("soort", ["perceel", "pand"])
def test_lukt_opzoeken_niet_dan_blijft_alles_en_is_de_gebeurtenis_verwerkt(
    toestand, lagen, meldingen, monkeypatch, soort
):
    def faal(punt):
        raise DienstFout("PDOK antwoordt niet. Wat al geladen is, blijft werken.")

    monkeypatch.setattr(kaartvlak, f"{soort}plek", faal)
    punt = {"type": "Point", "coordinates": PUNT}
    nieuw = verwerk(toestand, gebeurtenis(soort, punt, nummer=9), lagen)
    assert nieuw.gebeurtenis == 9
    assert nieuw.kandidaten is toestand.kandidaten
    assert meldingen == ["PDOK antwoordt niet. Wat al geladen is, blijft werken."]
