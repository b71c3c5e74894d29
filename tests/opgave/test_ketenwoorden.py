import pandas as pd
import pytest

from locatieplanner.opgave.beschikbaarheid import NOOIT
from locatieplanner.opgave.ketenwoorden import (
    WAT_HET_NIET_DOET,
    aannamen,
    deelzin,
    keten_in_woorden,
    leegzin,
    sleutelmaand,
    verloopzin,
    verschilzin,
)
from tests.ketens import plan, reken, scenario

MEI = pd.Period("2028-05", "M").ordinal


def maand(tekst):
    return pd.Period(tekst, "M")


def test_het_verschil_in_een_zin():
    uit = reken(plan((84, "2027-06", NOOIT)))
    assert verschilzin(uit, maand("2027-10")) == (
        "In oktober 2027 zijn er door de flexwoningen in dit plan 84 opvangplaatsen minder nodig."
    )
    assert verschilzin(uit, maand("2027-05")) == (
        "In mei 2027 maken de flexwoningen in dit plan geen verschil."
    )
    een = reken(plan((1, "2027-06", NOOIT)))
    assert "is er door de flexwoningen in dit plan 1 opvangplaats minder" in verschilzin(
        een, maand("2028-01")
    )


def test_een_plan_kan_later_meer_plaatsen_vragen():
    """Is er ruimte genoeg, dan had wie terugkomt anders al gewoon een woning gehad."""
    veel = scenario(
        reeksen={
            "realisatie_aandeel": pd.Series(
                2.0, index=pd.period_range("2026-01", periods=60, freq="M")
            )
        }
    )
    uit = reken(plan((900, "2027-06", MEI)), veel, 60)
    assert verschilzin(uit, maand("2028-06")).endswith("opvangplaatsen meer nodig.")


def test_zonder_flexwoningen_is_er_geen_verschil_en_geen_verloop():
    uit = reken(plan())
    assert "geen flexwoningen die meetellen" in verschilzin(uit, maand("2027-10"))
    assert verloopzin(uit) == ""
    assert sleutelmaand(uit) == uit.maanden[0]


def test_het_verloop_begint_groeit_en_houdt_op():
    uit = reken(plan((84, "2027-06", MEI)), maanden=48)
    assert sleutelmaand(uit) == maand("2027-08")
    assert verloopzin(uit) == (
        "Het verschil begint in juni 2027 met 28 en is op zijn grootst vanaf augustus 2027: 84. "
        "Aan het eind, in december 2029, zijn er 42 minder nodig."
    )
    al_open = verloopzin(reken(plan((60, "2020-01", NOOIT))))
    assert al_open == "Het verschil is in januari 2026 al 60."
    blijvend = verloopzin(reken(plan((84, "2027-06", NOOIT))))
    assert "Aan het eind" not in blijvend


def test_lege_flexwoningen_worden_genoemd():
    assert leegzin(reken(plan((84, "2027-06", NOOIT)))) == ""
    assert "waar niemand voor klaarstaat" in leegzin(reken(plan((90_000, "2026-01", NOOIT))))


def test_een_gebied_zegt_dat_het_een_evenredig_deel_is():
    rij = plan((84, "2027-06", NOOIT))
    assert deelzin(reken(rij), "heel Nederland") == ""
    zin = deelzin(reken(rij, deel=0.12), "Gelderland")
    assert "voor Gelderland het evenredige deel" in zin
    assert "(12,0 %, afgeleid)" in zin
    assert "onder nul" not in zin
    assert "onder nul" in deelzin(reken(rij, deel=0.0001), "gemeente X")


def test_de_keten_in_woorden_van_instroom_tot_woning():
    uit = reken(plan((84, "2027-06", MEI)))
    juni = dict(keten_in_woorden(uit, maand("2027-06")))
    assert list(juni) == [
        *("Instroom", "Besluit", "Nareis", "Woning", "Vertrek", "Samen in de opvang"),
        "Flexwoningen in dit plan",
    ]
    assert juni["Instroom"].startswith("2.000 mensen vragen voor het eerst asiel aan")
    plan_zin = juni["Flexwoningen in dit plan"]
    assert plan_zin == "28 mensen verhuizen erheen; er wonen er dan 28."
    einde = dict(keten_in_woorden(uit, maand("2028-06")))["Flexwoningen in dit plan"]
    assert "Van 84 bewoners eindigt het verblijf: 42 hebben een woning en 42 wachten" in einde


def test_zonder_plan_geen_regel_over_het_plan():
    assert "Flexwoningen in dit plan" not in dict(keten_in_woorden(reken(plan()), maand("2027-06")))


def test_ruilen_met_gewone_woningen_staat_erbij():
    ruil = scenario()
    ruil.waarden["flex_bovenop_aandeel"] = 0.0
    zin = dict(keten_in_woorden(reken(plan((84, "2027-06", MEI)), ruil), maand("2027-06")))
    assert "daardoor 28 minder naar een gewone woning" in zin["Flexwoningen in dit plan"]


def test_elke_aanname_staat_er_met_bron_en_status():
    par = reken(plan()).parameters
    tabel = aannamen(reken(plan()))
    assert set(tabel["aanname"]) == {p.naam for p in par.groep("keten")} | {
        "Landelijke taakstelling"
    }
    assert (tabel["bron"].str.len() > 5).all()
    rij = tabel.set_index("aanname").loc["Aandeel aanvragen dat een vergunning krijgt"]
    assert (rij["waarde"], rij["status"]) == ("35 %", "secundair")
    assert "doorgetrokken van 2025-II" in tabel["reden"].iloc[-1]


def test_een_reeks_is_een_eigen_aanname():
    reeks = pd.Series([1.0, 2.0], index=pd.period_range("2026-01", periods=2, freq="M"))
    tabel = aannamen(reken(plan(), scenario(reeksen={"nareis_per_maand": reeks})))
    (rij,) = tabel[tabel["aanname"].str.endswith(", per maand")].itertuples()
    assert rij.aanname == "Nareizende gezinsleden, per maand"
    assert rij.waarde.startswith("2 maanden")


def test_wat_het_niet_doet_is_te_lezen():
    assert len(WAT_HET_NIET_DOET) >= 4
    assert all(zin.endswith(".") and len(zin) < 220 for zin in WAT_HET_NIET_DOET)


@pytest.mark.parametrize("zin", WAT_HET_NIET_DOET)
def test_geen_vakwoord_zonder_uitleg(zin):
    assert "Erlang" not in zin
    assert "stock" not in zin.lower()
