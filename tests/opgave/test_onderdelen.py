import math

from locatieplanner.opgave.onderdelen import KOLOMMEN, onderdelen
from tests.omgeving import DOELSET, maak_doelset


def test_rijen_zoals_de_bron_ze_geeft():
    tabel = onderdelen(DOELSET)
    assert list(tabel.columns) == list(KOLOMMEN)
    assert tabel["onderdeel"].tolist() == [
        "rol", "gvl_satelliet", "korte_termijn", "totaal", "totaal",
    ]  # fmt: skip
    assert tabel.loc[0, ["minimum", "maximum", "bron", "brondatum"]].tolist() == [
        200, 300, "proefbron", "2026-01-01",
    ]  # fmt: skip
    assert math.isnan(tabel.loc[4, "minimum"])


def test_van_een_provincie():
    assert set(onderdelen(DOELSET, "Utrecht")["provincie"]) == {"Utrecht"}
    assert onderdelen(maak_doelset(), "Utrecht").empty


def test_echte_doelset_houdt_korte_termijn_en_amv(lagen_echt):
    agenda = onderdelen(lagen_echt.doelsets["uitvoeringsagenda-2020"], "Zuid-Holland")
    assert agenda["maximum"].tolist() == [2700, 1500, 417, 1100]
    opgave = onderdelen(lagen_echt.doelsets["opgave-2024-v1"])
    assert (opgave["onderdeel"] == "waarvan_amv").sum() == 12
    assert "Nederland" in set(opgave["provincie"])
