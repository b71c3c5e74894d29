from dataclasses import replace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.opgave.taakoverzicht import taakoverzicht
from locatieplanner.opgave.taakplan import taakplan
from locatieplanner.rapport.taaktabel import taaktabel
from locatieplanner.scherm.taaksectie import kopzin, met_aantal, staafgegevens, te_kiezen
from locatieplanner.scherm.toestand import Toestand
from tests.omgeving import maak_kandidaten

HALFJAAR = Halfjaar(2026, 2)
HERKOMST = Herkomst("proef", "2026", Status.GEPUBLICEERD)


@pytest.fixture
def overzicht(omgeving):
    from locatieplanner.criteria.ligging import met_ligging

    plan = taakplan(met_ligging(maak_kandidaten(), omgeving.gemeenten), omgeving)
    landelijk = {HALFJAAR: Landelijk(HALFJAAR, 1000, HERKOMST)}
    return taakoverzicht(omgeving, landelijk, HALFJAAR, plan=plan)


def test_te_kiezen_van_het_eerste_bekende_tot_een_jaar_vooruit():
    keuzes = te_kiezen([Halfjaar(2025, 2), Halfjaar(2025, 1)], HALFJAAR)
    assert [str(keuze) for keuze in keuzes] == [
        "2025-I", "2025-II", "2026-I", "2026-II", "2027-I", "2027-II",
    ]  # fmt: skip


def test_een_eigen_aantal_vervangt_en_leeg_neemt_het_weg():
    toestand = Toestand(maak_kandidaten(), bron="proef", fictief=False, doelset="proef")
    een = met_aantal(toestand, HALFJAAR, 13_000)
    twee = met_aantal(een, HALFJAAR, 12_000)
    assert dict(twee.vergunninghouders) == {HALFJAAR: 12_000}
    assert met_aantal(twee, HALFJAAR, None).vergunninghouders == ()
    assert replace(toestand) == replace(toestand)


def test_kopzin_noemt_het_gebied_en_wat_het_plan_toevoegt(overzicht):
    codes = pd.Index(["GM0001", "GM0002"])
    # 20.000 en 60.000 van de 200.000 inwoners: 100 en 300 van de 1.000.
    assert "In Utrecht zijn in 2026-II 400 vergunninghouders" in kopzin(overzicht, codes, "Utrecht")
    assert "komen er in dit halfjaar geen plaatsen" in kopzin(overzicht, codes, "Utrecht")


@pytest.mark.parametrize("per_provincie", [False, True])
def test_staven_alleen_van_wat_er_is(overzicht, omgeving, per_provincie):
    tabel = taaktabel(
        overzicht, omgeving.gemeenten.index, "Nederland", HERKOMST, met_stand=False, met_plan=True
    )
    namen, uit = staafgegevens(tabel, per_provincie=per_provincie)
    assert list(uit) == ["taakstelling"]
    assert len(namen) == (3 if per_provincie else 6)
    assert uit["taakstelling"].sum() == overzicht.gemeenten["taakstelling"].sum()


def _pagina() -> None:
    from locatieplanner.scherm.opgavepagina import opgavepagina

    opgavepagina()


def test_een_onbekend_halfjaar_is_in_te_vullen_en_telt_dan():
    test = AppTest.from_function(_pagina, default_timeout=120)
    test.session_state["opgave_sectie"] = "Taakstelling"
    test.run()
    test.selectbox(key="taak_halfjaar").select(HALFJAAR).run()
    assert "niet bekend" in test.info[0].value
    test.number_input(key="taak_aantal_2026-II").set_value(13_000).run()
    assert not test.exception
    assert not test.info
    assert any("vergunninghouders te huisvesten" in tekst.value for tekst in test.markdown)
    assert dict(test.session_state["toestand"].vergunninghouders) == {HALFJAAR: 13_000}
