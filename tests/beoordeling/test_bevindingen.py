import pandas as pd
import pytest

from locatieplanner.beoordeling.bevindingen import (
    aandachtspunten,
    beschermd,
    per_kandidaat,
    uitsluitingen,
)
from locatieplanner.criteria.ligging import met_ligging
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving, maak_opvang


def _gelegen(omgeving, *rijen):
    return met_ligging(maak_kandidaten(*rijen), omgeving.gemeenten)


def _punten(omgeving, **kolommen):
    gelegen = _gelegen(omgeving, kandidaat(**kolommen))
    return per_kandidaat(aandachtspunten(gelegen, omgeving), 1)[0]


def test_vervallen_en_buiten_nederland_sluiten_uit(omgeving):
    gelegen = _gelegen(
        omgeving,
        kandidaat("goed"),
        kandidaat("weg", status="afgevallen", toelichting="verkocht"),
        kandidaat("dicht", status="gesloten"),
        kandidaat("zee", 0, 0),
        kandidaat("beide", 0, 0, status="gesloten"),
    )
    assert per_kandidaat(uitsluitingen(gelegen), 5) == [
        (),
        ("status afgevallen: verkocht",),
        ("status gesloten",),
        ("ligt buiten Nederland",),
        ("status gesloten", "ligt buiten Nederland"),
    ]


def test_een_ontbrekende_reden_wordt_geen_tekst(omgeving):
    gelegen = _gelegen(omgeving, kandidaat(status="gesloten", toelichting=None))
    assert per_kandidaat(uitsluitingen(gelegen), 1) == [("status gesloten",)]


@pytest.mark.parametrize(
    ("type", "capaciteit", "gebruikelijk"),
    [
        ("azc", 299, "300 of meer"),
        ("azc", 300, None),
        ("aanvullend", 251, "100–250"),
        ("aanvullend", 100, None),
        ("amv", 101, "ten hoogste 100"),
        ("amv", 1, None),
        ("noodopvang", 5000, None),
    ],
)
def test_omvang_buiten_het_gebruikelijke(omgeving, type, capaciteit, gebruikelijk):
    punten = [
        punt
        for punt in _punten(omgeving, x=115_000, type=type, capaciteit=capaciteit)
        if "gebruikelijk" in punt
    ]
    assert len(punten) == (gebruikelijk is not None)
    if gebruikelijk:
        assert f"{capaciteit} plaatsen" in punten[0]
        assert f"({gebruikelijk}; proefbron)" in punten[0]


@pytest.mark.parametrize(
    ("tot", "tekst"),
    [
        ("2030-01-01", None),
        ("2029-12-31", None),
        ("2029-12-24", "4,98 jaar beschikbaar: korter dan 5 jaar"),
        ("2027-07-02", "1,5 jaar beschikbaar"),
        (None, None),
    ],
)
def test_duurzaam_is_vijf_jaar(omgeving, tot, tekst):
    van = pd.Timestamp("2025-01-01" if tot != "2027-07-02" else "2026-01-01")
    punten = _punten(
        omgeving, beschikbaar_van=van, beschikbaar_tot=None if tot is None else pd.Timestamp(tot)
    )
    if tekst is None:
        assert punten == ()
    else:
        assert punten[0].startswith(tekst)
        assert "niet duurzaam (Stb. 2024, 13)" in punten[0]


def test_een_aanvullende_locatie_hoort_bij_een_azc(omgeving):
    # Het azc van Beekdal ligt op (115.000, 404.000).
    op_de_grens = _punten(omgeving, type="aanvullend", x=122_000, y=404_000)
    ver = _punten(omgeving, type="aanvullend", x=122_001, y=404_000)
    assert op_de_grens == ()
    assert ver[0].startswith("geen bekend azc binnen 7,0 km")


def test_zonder_bekend_azc_ligt_geen_aanvullende_locatie_erbij():
    opvang = maak_opvang()
    omgeving = maak_omgeving(opvang=opvang[opvang["type"] != "azc"])
    assert _punten(omgeving, type="aanvullend", x=115_000, y=404_000)


def test_type_of_bewoners_maken_een_ligging_beschermd(omgeving):
    gelegen = _gelegen(
        omgeving,
        kandidaat("gewoon", aandeel_studenten=1.0),
        kandidaat("type", type="amv"),
        kandidaat("bewoners", type="flex", aandeel_amv=0.1, aandeel_regulier=0.9),
        kandidaat("nul", type="flex", aandeel_amv=0.0, aandeel_regulier=1.0),
        kandidaat("onbekend", type="flex"),
    )
    assert beschermd(gelegen, omgeving).tolist() == [False, True, True, False, False]
    punten = per_kandidaat(aandachtspunten(gelegen, omgeving), 5)
    assert ["beschermde ligging" in " ".join(p) for p in punten] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_zonder_kandidaten(omgeving):
    gelegen = _gelegen(omgeving)
    assert per_kandidaat(uitsluitingen(gelegen), 0) == []
    assert per_kandidaat(aandachtspunten(gelegen, omgeving), 0) == []
