import pandas as pd
import pytest

from locatieplanner.bronnen.taakstelling import lees_taakstelling
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout
from locatieplanner.opgave.ketenplaatsing import taakstelling_per_maand, taakstellingzin


def landelijk(jaar, helft, aantal, status=Status.GEPUBLICEERD):
    halfjaar = Halfjaar(jaar, helft)
    return {halfjaar: Landelijk(halfjaar, aantal, Herkomst("proefbron", "", status))}


BEKEND = landelijk(2025, 1, 15_000) | landelijk(2025, 2, 12_000, Status.SECUNDAIR)


def maanden(van, aantal):
    return pd.period_range(van, periods=aantal, freq="M")


def test_elk_halfjaar_in_zes_gelijke_delen_met_de_grens_tussen_juni_en_juli():
    uit = taakstelling_per_maand(BEKEND, maanden("2025-01", 12))
    assert uit["personen"].tolist() == [2_500] * 6 + [2_000] * 6
    assert uit["personen"].sum() == 27_000
    assert uit["halfjaar"].loc["2025-06"] == "2025-I"
    assert uit["halfjaar"].loc["2025-07"] == "2025-II"
    assert uit["status"].unique().tolist() == ["gepubliceerd", "secundair"]


def test_een_onbekend_halfjaar_krijgt_het_laatste_ervoor_en_heet_geschat():
    uit = taakstelling_per_maand(BEKEND, maanden("2025-12", 8))
    assert (uit["personen"] == 2_000).all()
    assert uit["status"].tolist() == ["secundair"] + ["geschat"] * 7
    assert set(uit["bron"]) == {"2025-II"}


def test_een_gat_wordt_niet_overgeslagen():
    bekend = landelijk(2024, 1, 18_000) | landelijk(2024, 2, None, Status.ONBEKEND) | BEKEND
    uit = taakstelling_per_maand(bekend, maanden("2024-07", 1))
    assert (uit["bron"].iloc[0], uit["status"].iloc[0]) == ("2024-I", "geschat")


def test_voor_het_eerste_bekende_halfjaar_geldt_dat_eerste():
    uit = taakstelling_per_maand(BEKEND, maanden("2020-05", 2))
    assert (uit["personen"] == 2_500).all()
    assert (uit["status"] == "geschat").all()


def test_nul_is_bekend_en_iets_anders_dan_onbekend():
    uit = taakstelling_per_maand(BEKEND | landelijk(2026, 1, 0), maanden("2026-01", 7))
    assert (uit["personen"] == 0).all()
    assert uit["status"].tolist() == ["gepubliceerd"] * 6 + ["geschat"]


def test_zonder_enig_getal_is_er_niets_te_rekenen():
    for niets in ({}, landelijk(2026, 1, None, Status.ONBEKEND)):
        with pytest.raises(InvoerFout, match="geen enkel halfjaar"):
            taakstelling_per_maand(niets, maanden("2026-01", 3))


def test_de_ingebouwde_taakstelling():
    uit = taakstelling_per_maand(lees_taakstelling(), maanden("2025-07", 12))
    assert uit["personen"].to_numpy() == pytest.approx(13_000 / 6)
    assert uit["status"].unique().tolist() == ["gepubliceerd", "geschat"]


def test_zin_noemt_wat_bekend_is_en_wat_doorgetrokken():
    uit = taakstelling_per_maand(BEKEND, maanden("2025-07", 30))
    assert taakstellingzin(uit) == (
        "2025-II: 12.000 (secundair). "
        "2026-I tot en met 2027-II: 12.000, doorgetrokken van 2025-II (geschat)."
    )
    een = taakstelling_per_maand(BEKEND, maanden("2026-01", 1))
    assert taakstellingzin(een).startswith("2026-I: 12.000, doorgetrokken")
