import pytest

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.opgave.taakplan import taakplan
from tests.omgeving import maak_omgeving
from tests.opgave.plannen import plan, woning, zonder_mix

H = Halfjaar(2026, 2)


def op(datum, id, **anders):
    return woning(id, **({"status": "besluit", "beschikbaar_van": datum} | anders))


def test_alleen_woningen_met_een_besluit_tellen_in_hun_halfjaar(omgeving):
    kandidaten = plan(
        op("2026-07-01", "A", capaciteit=80, woningen=40, aandeel_statushouders=0.5,
           aandeel_studenten=0.5),
        op("2026-12-31", "B", x=115_000, capaciteit=20, type="gemengd"),
        op("2027-01-01", "C", capaciteit=70),
        op("2026-08-01", "D", capaciteit=50, type="azc"),
        op("2026-08-01", "E", capaciteit=50, status="afgevallen"),
        op("2026-08-01", "F", capaciteit=60, aandeel_studenten=1.0),
    )  # fmt: skip
    uit = taakplan(kandidaten, omgeving)
    assert uit.telt["personen"].to_dict() == {"A": 40, "B": 20, "C": 70}
    assert uit.telt["halfjaar"].to_dict() == {"A": "2026-II", "B": "2026-II", "C": "2027-I"}
    # Van 40 woningen: 40 statushouders met twee per woning, 40 studenten alleen.
    assert uit.telt.loc["A", "woningen"] == pytest.approx(40 / 3)
    per = uit.per_gemeente(H, omgeving.gemeenten.index)
    assert per["personen"].to_dict() == {
        "GM0001": 40, "GM0002": 20, "GM0003": 0, "GM0004": 0, "GM0005": 0, "GM0006": 0,
    }  # fmt: skip
    assert uit.telt_niet.empty


def test_wat_onbekend_is_telt_niet_en_staat_in_de_lijst(omgeving):
    kandidaten = plan(
        zonder_mix("A", status="besluit", beschikbaar_van="2026-07-01"),
        op(None, "B"),
        op("2026-07-01", "C", status="idee"),
        op("2026-07-01", "D", x=10_000, y=600_000),
        zonder_mix("E", status="idee"),
    )
    uit = taakplan(kandidaten, omgeving)
    assert uit.telt.empty
    assert uit.telt_niet["reden"].to_dict() == {
        "A": "aandeel statushouders onbekend",
        "B": "begindatum onbekend",
        "C": "zonder besluit",
        "D": "ligt buiten elke gemeente",
        "E": "zonder besluit; aandeel statushouders onbekend; begindatum onbekend",
    }
    assert uit.telt_niet["personen"].isna().to_dict() == {
        "A": True, "B": False, "C": False, "D": False, "E": True,
    }  # fmt: skip
    assert (uit.telt_niet["herstel"] != "").all()


def test_de_instelling_van_gepland_beslist():
    omgeving = maak_omgeving({"opgave.gepland_vanaf": "idee"})
    uit = taakplan(plan(op("2026-07-01", "C", status="idee", capaciteit=30)), omgeving)
    assert uit.telt["personen"].to_dict() == {"C": 30}


def test_van_een_deel_van_de_gemeenten(omgeving):
    kandidaten = plan(
        op("2026-07-01", "A"),
        op("2026-07-01", "B", x=115_000),
        op(None, "C", x=115_000),
        op("2026-07-01", "D", x=10_000, y=600_000),
    )
    hier = taakplan(kandidaten, omgeving).in_gemeenten(omgeving.gemeenten.index[:1])
    assert list(hier.telt.index) == ["A"]
    # Van wat buiten elke gemeente ligt is niet te zeggen dat het elders is.
    assert list(hier.telt_niet.index) == ["D"]


def test_een_leeg_plan_voegt_niets_toe(omgeving):
    uit = taakplan(plan(), omgeving)
    assert uit.telt.empty
    assert uit.per_gemeente(H, omgeving.gemeenten.index)["personen"].sum() == 0
