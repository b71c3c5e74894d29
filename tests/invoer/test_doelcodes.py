import pandas as pd
import pytest

from locatieplanner.bronnen.tabellen import lees_doelsets
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.invoer.doelcodes import (
    als_id,
    doelstatuscodes,
    lees_doelsetcodes,
    onderdeelcodes,
    provinciecodes,
)
from locatieplanner.invoer.kolommen import sleutel

DOELSETS = lees_doelsets()


@pytest.mark.parametrize(
    ("tekst", "provincie"),
    [
        ("Fryslân", "Friesland"),
        ("FRYSLAN", "Friesland"),
        ("noord holland", "Noord-Holland"),
        ("Landelijk", NEDERLAND),
        *((naam.upper(), naam) for naam in (*PROVINCIES, NEDERLAND)),
    ],
)
def test_provincies(tekst, provincie):
    assert provinciecodes()[sleutel(tekst)] == provincie


@pytest.mark.parametrize(
    ("tekst", "onderdeel"),
    [
        ("gvl/satelliet", "gvl_satelliet"),
        ("GVL en satelliet", "gvl_satelliet"),
        ("waarvan amv", "waarvan_amv"),
        ("AMV", "waarvan_amv"),
        ("regionale opvanglocatie", "rol"),
        ("korte termijn", "korte_termijn"),
        ("Totaal", "totaal"),
    ],
)
def test_onderdelen(tekst, onderdeel):
    assert onderdeelcodes(DOELSETS)[sleutel(tekst)] == onderdeel


def test_alleen_onderdelen_die_in_een_doelset_voorkomen():
    assert set(onderdeelcodes({}).values()) == {"totaal"}
    assert "satelliet" not in onderdeelcodes(DOELSETS)


def test_statussen():
    assert set(doelstatuscodes().values()) == {
        *("gepubliceerd", "secundair", "afgeleid", "geschat", "onbekend"),
    }


def _lees(*rijen):
    tabel = pd.DataFrame(rijen, columns=["doelset", "naam"], index=range(2, 2 + len(rijen)))
    return lees_doelsetcodes(
        tabel["doelset"].astype("str"), tabel["naam"].astype("str"), "doelset", "naam", DOELSETS
    )


def test_doelset_op_id_naam_of_korte_naam():
    ids, nieuw, problemen = _lees(
        ("Spreidingswet 2024", ""),
        ("SPREIDINGSWET-2024", ""),
        ("Spreidingswet, eerste ronde (2024)", ""),
    )
    assert ids.tolist() == ["spreidingswet-2024"] * 3
    assert (nieuw, problemen) == ({}, [])


def test_een_tikfout_maakt_geen_nieuwe_doelset():
    ids, nieuw, (probleem,) = _lees(("spreidingswet-2042", ""))
    assert (ids.tolist(), nieuw) == ([""], {})
    assert "doelset_naam" in probleem.wat
    assert "'spreidingswet-20" in probleem.herstel


def test_met_een_naam_erbij_is_een_doelset_nieuw():
    ids, nieuw, problemen = _lees(
        ("Regionaal bod 2027", "Bod"), ("regionaal-bod-2027", "Bod"), ("spreidingswet-2024", "x")
    )
    assert ids.tolist() == ["regionaal-bod-2027"] * 2 + ["spreidingswet-2024"]
    assert nieuw == {"regionaal-bod-2027": "Bod"}
    assert problemen == []


def test_een_nieuwe_doelset_heeft_een_naam_en_een_bruikbaar_id():
    _, _, problemen = _lees(("bod", "Een"), ("bod", "Twee"), ("!!!", "Drie"))
    assert [(p.rij, p.kolom) for p in problemen] == [(3, "naam"), (4, "doelset")]
    assert "'Een'" in problemen[0].wat


def test_id_van_een_naam():
    assert als_id("  Déél & gebied (2027)") == "deel-gebied-2027"
