import pandas as pd

from locatieplanner.scherm.grafiek import in_stijl
from locatieplanner.scherm.zekerheidgrafiek import GEEN_PLAN, zekerheidgrafiek


def test_elk_plan_heeft_kleur_en_vorm_en_wie_geen_rang_heeft_staat_er_niet():
    kandidaten = pd.DataFrame(
        {
            "naam": ["Dubbel", "Dubbel", "Zonder"],
            "rang": pd.array([1, 2, pd.NA], dtype="Int64"),
            "rang_laag": pd.array([1, 1, pd.NA], dtype="Int64"),
            "rang_hoog": pd.array([3, 9, pd.NA], dtype="Int64"),
            "verwachte_rang": [1.5, 4.0, float("nan")],
        },
        index=["K1", "K2", "K3"],
    )
    beschrijving = in_stijl(zekerheidgrafiek(kandidaten, {"K1": "A", "K2": "A en B"})).to_dict()
    (rijen,) = beschrijving["datasets"].values()
    assert [(rij["naam"], rij["plan"]) for rij in rijen] == [
        *(("Dubbel (K1)", "in A"), ("Dubbel (K2)", "in A en B"))
    ]
    punten = next(laag for laag in beschrijving["layer"] if laag["mark"]["type"] == "point")
    schalen = [punten["encoding"][kanaal]["scale"] for kanaal in ("color", "shape")]
    assert all(schaal["domain"] == ["in A", "in A en B", GEEN_PLAN] for schaal in schalen)
    assert all(len(set(schaal["range"])) == 3 for schaal in schalen)
