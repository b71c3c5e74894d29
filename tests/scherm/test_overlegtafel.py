import pandas as pd
import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.scherm.overlegtafel import MEESTE, dek_tafel, gedeelde_rijen
from tests.omgeving import kandidaat, maak_kandidaten

PLEK = (101_234, 402_345)


@pytest.fixture
def beoordeling(omgeving):
    return beoordeel(
        maak_kandidaten(
            kandidaat("GEHEIM", *PLEK, naam="Kastanjelaan", type="amv", capaciteit=40),
            kandidaat("WEG", 104_000, 404_000, status="afgevallen"),
            kandidaat("BUITEN", 125_000, 405_000),
            *(kandidaat(f"K{i}", 110_500 + 900 * i, 405_000, capaciteit=50 + i) for i in range(8)),
        ),
        omgeving,
    )


@pytest.fixture
def utrecht(omgeving):
    return omgeving.gemeenten.index[omgeving.gemeenten["provincie"] == "Utrecht"]


def test_zonder_plan_liggen_de_hoogste_in_rang_op_tafel(beoordeling, utrecht):
    tafel = dek_tafel(gedeelde_rijen(beoordeling, utrecht))
    assert len(tafel.rijen) == MEESTE
    assert tafel.rijen["rang"].is_monotonic_increasing
    assert not {"WEG", "BUITEN", "GEHEIM"} & set(tafel.rijen["eigen_id"])


def test_een_plan_legt_zijn_eigen_plaatsen_op_tafel(beoordeling, utrecht):
    plan = pd.Series({"K1": 20, "BUITEN": 5, "GEHEIM": 40})
    tafel = dek_tafel(gedeelde_rijen(beoordeling, utrecht), plan, "A")
    assert tafel.plaatsen.to_dict() == {"K1": 20, "GEHEIM": 40}
    assert "A" in tafel.bron


def test_van_een_beschermde_locatie_komt_alleen_de_gemeente_op_tafel(beoordeling, utrecht):
    hier = gedeelde_rijen(beoordeling, utrecht)
    rijen = dek_tafel(hier, pd.Series({"GEHEIM": 40}), "A").rijen
    assert rijen["beschermd"].all()
    gedeeld = rijen.drop(columns="eigen_id").reset_index()
    assert "GEHEIM" not in gedeeld.to_csv()
    assert "Kastanjelaan" not in gedeeld.to_csv()
    assert (gedeeld.geometry.iloc[0].x, gedeeld.geometry.iloc[0].y) != PLEK
    assert gedeeld["rang"].isna().all()


def test_zelf_gekozen_locaties_liggen_in_hun_eigen_volgorde(beoordeling, utrecht):
    rijen = gedeelde_rijen(beoordeling, utrecht)
    tafel = dek_tafel(rijen, pd.Series({"K5": 7}), "A", ["K5", "K2"])
    assert list(tafel.rijen.index) == ["K5", "K2"]
    assert tafel.plaatsen.to_dict() == {"K5": 7, "K2": 52}
