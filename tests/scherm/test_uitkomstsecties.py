import pytest

from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from locatieplanner.scherm.uitkomstsecties import keuzes, kopzin
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling


def uitkomst(nodig: int, vraag: Vraag | None = None, opdracht: Opdracht | None = None):
    rijen = [kandidaat(f"K{n}", x=101_000 + 3000 * n, capaciteit=4) for n in range(3)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", nodig, nodig)])
    return stel_samen(beoordeling, opdracht or Opdracht(), vraag)


@pytest.mark.parametrize(
    ("nodig", "zin"),
    [
        (8, "2 locaties met samen 8 plaatsen: elk doel is gehaald."),
        (14, "3 locaties met samen 12 plaatsen: 2 plaatsen te weinig voor de doelen."),
    ],
)
def test_de_kop_zegt_of_het_doel_gehaald_is(nodig, zin):
    gevonden = uitkomst(nodig)
    assert kopzin(gevonden, gevonden.beste) == zin


def test_de_kop_als_er_niets_te_kiezen_is():
    gevonden = uitkomst(8, opdracht=Opdracht(max_per_gemeente=0))
    assert kopzin(gevonden, gevonden.beste) == "Er is niets te kiezen: 8 plaatsen te weinig."


def test_alles_wat_gevonden_is_is_te_bekijken():
    gevonden = uitkomst(8, Vraag(portefeuilles=2, met_front=True, eigen_plan={"K0": 3}))
    namen = list(keuzes(gevonden))
    assert namen[:3] == ["de beste keuze", "keuze 2", "F1"]
    assert namen[-1] == "eigen plan"
    assert keuzes(gevonden)["eigen plan"].maten.plaatsen == 3
