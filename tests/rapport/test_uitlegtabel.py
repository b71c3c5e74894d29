import math

import pytest

from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.rapport.uitlegtabel import uitlegtabel


def test_de_bijdragen_tellen_op_tot_het_totaal(beoordeling):
    per_id = uitlegtabel(beoordeling).gegevens.groupby("id")["bijdrage"].sum(min_count=1)
    tabel = beoordeling.tabel().set_index("id")
    for id_, totaal in per_id.items():
        verwacht = tabel["score_totaal"][id_]
        assert math.isnan(totaal) if math.isnan(verwacht) else abs(totaal - verwacht) < 0.051


def test_een_rij_per_criterium_op_rangvolgorde(beoordeling):
    gegevens = uitlegtabel(beoordeling).gegevens
    assert gegevens["id"].drop_duplicates().tolist() == beoordeling.tabel()["id"].tolist()
    assert gegevens["criterium"].tolist() == list(CRITERIA) * len(beoordeling.kandidaten)
    scores = gegevens.pivot_table(index="id", columns="criterium", values="score", dropna=False)
    tabel = beoordeling.tabel().set_index("id")
    for criterium in CRITERIA:
        kolom = tabel[f"score_{criterium}"].dropna()
        assert scores[criterium][kolom.index].tolist() == pytest.approx(kolom.tolist())


def test_derden_krijgen_niets_over_beschermde_locaties(beoordeling, beschermd):
    gegevens = uitlegtabel(beoordeling, deel_beschermd=False).gegevens
    assert set(gegevens["id"]) == set(beoordeling.kandidaten.index) - set(beschermd)
