import pytest
import shapely

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.fouten import InvoerFout
from locatieplanner.rapport.deelbaar import (
    AFGESCHERMD,
    UITGESLOTEN,
    deelbare_tabel,
    is_afgeschermd,
)

SCORES = ["score_spreiding", "score_kleinschaligheid", "score_nabijheid", "score_mix"]


def test_voor_planners_staat_alles_erin(beoordeling):
    tabel = deelbare_tabel(beoordeling).set_index("id")
    assert list(tabel.columns) == [*KOLOMMEN[1:], "x", "y", "geometry"]
    assert (tabel.loc["K1", "x"], tabel.loc["K1", "y"]) == (105_000, 405_001)
    assert (tabel.loc["K2", "x"], tabel.loc["K2", "y"]) == (113_500, 404_500)
    assert tabel.loc["K4", "geometry"] == shapely.Point(115_100, 415_100)
    assert "Kerkstraat" in tabel.loc["K7", "uitsluitingen"]


def test_voor_derden_verraadt_een_beschermde_rij_alleen_de_gemeente(beoordeling, beschermd):
    tabel = deelbare_tabel(beoordeling, deel_beschermd=False).set_index("id")
    gemeenten = beoordeling.omgeving.gemeenten
    for id in ("K4", "K7"):
        rij = tabel.loc[id]
        punt = gemeenten.geometry[rij["gemeentecode"]].representative_point()
        assert rij["geometry"] == punt
        assert rij["naam"] == f"Beschermde locatie in {rij['gemeente']}"
        assert (rij["x"], rij["y"]) == (round(punt.x), round(punt.y))
    rijen = tabel.loc[beschermd]
    assert (rijen["aandachtspunten"] == AFGESCHERMD).all()
    assert rijen[SCORES].isna().all(axis=None)
    assert tabel.loc["K7", "uitsluitingen"] == UITGESLOTEN
    assert "Kerkstraat" not in tabel.to_string()


def test_beschermd_buiten_nederland_heeft_geen_ligging(beoordeling):
    rij = deelbare_tabel(beoordeling, deel_beschermd=False).set_index("id").loc["K8"]
    assert rij[["x", "y", "geometry"]].isna().all()


def test_twee_beschermde_plekken_in_een_gemeente_zijn_niet_te_onderscheiden(omgeving):
    from locatieplanner.beoordeling.beoordeling import beoordeel
    from tests.omgeving import kandidaat, maak_kandidaten

    paar = [kandidaat(i, x, 405_000, type="amv") for i, x in (("A", 101_000), ("B", 109_000))]
    tabel = deelbare_tabel(beoordeel(maak_kandidaten(*paar), omgeving), deel_beschermd=False)
    assert tabel.geometry.iloc[0] == tabel.geometry.iloc[1]


def test_andere_rijen_en_de_rang_blijven_gelijk(beoordeling, beschermd):
    vol = deelbare_tabel(beoordeling).set_index("id")
    deel = deelbare_tabel(beoordeling, deel_beschermd=False).set_index("id")
    assert vol.drop(beschermd).equals(deel.drop(beschermd))
    assert vol["rang"].equals(deel["rang"])
    assert vol["score_totaal"].equals(deel["score_totaal"])


def test_is_afgeschermd(beoordeling, beschermd):
    assert [i for i in beoordeling.kandidaten.index if is_afgeschermd(beoordeling, i)] == beschermd
    with pytest.raises(InvoerFout):
        is_afgeschermd(beoordeling, "nergens")
