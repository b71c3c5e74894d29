import pandas as pd
import pytest
from shapely.geometry import Point, box

from locatieplanner.invoer.schema import leeg
from locatieplanner.scherm.bewerking import Plek, haal_weg, nieuw_id, verander, voeg_toe


def _wijziging(**kolommen):
    return pd.DataFrame(kolommen, index=["K3"])


@pytest.mark.parametrize("vorm", [Point(105_500, 405_500), box(105_000, 405_000, 105_100, 405_100)])
def test_toevoegen_behoudt_wat_er_is(kandidaten, lagen, vorm):
    uit, id_ = voeg_toe(kandidaten, Plek(vorm), "azc", 120, lagen)
    assert id_ == "N1"
    assert list(uit.kandidaten.index) == ["K1", "K2", "K3", "K4", "N1"]
    nieuw = uit.kandidaten.loc["N1"]
    assert (nieuw["type"], nieuw["capaciteit"], nieuw["status"]) == ("azc", 120, "idee")
    assert nieuw.geometry.equals(vorm)
    pd.testing.assert_frame_equal(uit.kandidaten.drop(index="N1"), kandidaten, check_like=True)


def test_toevoegen_aan_niets(lagen):
    uit, _ = voeg_toe(leeg(lagen.aandachtsgroepen), Plek(Point(105_500, 405_500)), "azc", 1, lagen)
    assert len(uit.kandidaten) == 1


def test_een_gevonden_plek_neemt_naam_bron_en_toelichting_mee(kandidaten, lagen):
    plek = Plek(Point(105_500, 405_500), "Perceel A 1", "Kadaster", "Oppervlakte 10 m².")
    uit, id_ = voeg_toe(kandidaten, plek, "azc", 1, lagen)
    rij = uit.kandidaten.loc[id_]
    assert (rij["naam"], rij["bron"]) == ("Perceel A 1", "Kadaster")
    assert rij["toelichting"] == "Oppervlakte 10 m²."


def test_buiten_nederland_wordt_geweigerd_met_reden(kandidaten, lagen):
    uit, _ = voeg_toe(kandidaten, Plek(Point(20_000, 600_000)), "azc", 120, lagen)
    assert uit.kandidaten is None
    assert uit.melding.endswith(".")
    assert "Nederland" in uit.melding


def test_nieuw_id_is_vrij():
    assert nieuw_id([]) == "N1"
    assert nieuw_id(["N1", "N2", "N4"]) == "N3"


def test_veranderen_raakt_alleen_de_genoemde_rij(kandidaten, lagen):
    uit = verander(kandidaten, _wijziging(capaciteit=75, naam="Ander"), lagen)
    assert list(uit.kandidaten.index) == list(kandidaten.index)
    assert uit.kandidaten.loc["K3", "capaciteit"] == 75
    assert uit.kandidaten.loc["K3", "naam"] == "Ander"
    rest = uit.kandidaten.drop(index="K3")
    pd.testing.assert_frame_equal(rest, kandidaten.drop(index="K3"), check_like=True)


def test_mix_die_niet_optelt_verandert_niets(kandidaten, lagen):
    voor = kandidaten.copy()
    uit = verander(kandidaten, _wijziging(aandeel_statushouders=0.3), lagen)
    assert uit.kandidaten is None
    assert "0,90" in uit.melding
    pd.testing.assert_frame_equal(kandidaten, voor)


def test_weghalen(kandidaten):
    assert list(haal_weg(kandidaten, ["K1", "K4"]).index) == ["K2", "K3"]
