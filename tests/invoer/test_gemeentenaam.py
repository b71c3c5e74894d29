import pandas as pd
import pytest

from locatieplanner.invoer.gemeentenaam import lees_gemeenten


@pytest.fixture(scope="module")
def lees(lagen_echt):
    def lezen(codes=(), namen=()):
        aantal = max(len(codes), len(namen))
        rijen = pd.RangeIndex(2, aantal + 2)
        uit, problemen = lees_gemeenten(
            pd.Series(list(codes) or [""] * aantal, rijen, dtype="str", name="code"),
            pd.Series(list(namen) or [""] * aantal, rijen, dtype="str", name="gemeente"),
            lagen_echt.gemeenten,
        )
        return uit.tolist(), [probleem.zin for probleem in problemen]

    return lezen


def test_elke_echte_gemeente_is_op_haar_naam_en_op_haar_code_te_vinden(lees, lagen_echt):
    codes = list(lagen_echt.gemeenten.index)
    assert lees(codes=codes) == (codes, [])
    assert lees(namen=list(lagen_echt.gemeenten["gemeente"])) == (codes, [])


@pytest.mark.parametrize("code", ["GM0344", "gm0344", " 0344", "344", "gm344"])
def test_schrijfwijzen_van_een_code(lees, code):
    assert lees(codes=[code]) == (["GM0344"], [])


@pytest.mark.parametrize("naam", ["Utrecht", "UTRECHT", " utrecht "])
def test_schrijfwijzen_van_een_naam(lees, naam):
    assert lees(namen=[naam]) == (["GM0344"], [])


def test_de_code_gaat_voor_een_naam_die_anders_geschreven_is(lees):
    assert lees(["GM0344"], ["Utrecht (stad)"]) == (["GM0344"], [])


def test_alle_problemen_tegelijk(lees):
    uit, zinnen = lees(["GM9999", "", "", "GM0344"], ["", "Amersfort", "", "Amersfoort"])
    assert uit == ["", "", "", "GM0344"]
    assert zinnen == [
        "Rij 2, kolom code, waarde 'GM9999': er is geen gemeente met deze code. Herstel: schrijf "
        "de code van het CBS, zoals GM0344.",
        "Rij 3, kolom gemeente, waarde 'Amersfort': er is geen gemeente met deze naam. Herstel: "
        "bedoelt u 'Amersfoort'?",
        "Rij 5, kolom gemeente, waarde 'Amersfoort': naam en code horen bij verschillende "
        "gemeenten. Herstel: verbeter een van de twee.",
        "Rij 4: de gemeente ontbreekt. Herstel: schrijf de code van het CBS, zoals GM0344.",
    ]


def test_een_naam_die_nergens_op_lijkt_krijgt_geen_voorstel(lees):
    assert "schrijf de code van het CBS" in lees(namen=["Qqqq"])[1][0]
