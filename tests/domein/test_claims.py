import pytest

from locatieplanner.domein.claims import Rolregeling
from locatieplanner.domein.gebruiker import ELK_PROJECT, Projectrol
from locatieplanner.fouten import ToegangFout

REGELING = Rolregeling.lees("groups: pl anners = planner ; wet=lezer@p1;beheer=Beheerder")


def test_de_regeling_wordt_gelezen():
    assert REGELING.veld == "groups"
    assert REGELING.rollen == (
        ("pl anners", ELK_PROJECT, Projectrol.PLANNER),
        ("wet", "p1", Projectrol.LEZER),
        ("beheer", ELK_PROJECT, Projectrol.BEHEERDER),
    )
    assert Rolregeling.lees("  ") == Rolregeling()


@pytest.mark.parametrize(
    "tekst",
    ["groups", "groups:", ": a=planner", "groups: a=koning", "groups: planner", "a=planner"],
)
def test_wat_geen_regeling_is_zegt_hoe_het_moet(tekst):
    with pytest.raises(ToegangFout, match="Schrijf bijvoorbeeld"):
        Rolregeling.lees(tekst)


def test_een_aanmelding_geeft_een_gebruiker_met_rollen():
    wie = REGELING.gebruiker({"sub": "abc", "name": "A\nB", "groups": ["wet", "vreemd", 3]})
    assert (wie.subject, wie.naam, wie.plaatselijk) == ("abc", "A B", False)
    assert wie.rollen == (("p1", Projectrol.LEZER),)
    assert REGELING.gebruiker({"sub": "abc", "groups": "beheer"}).rol_uit_aanmelding("x") is (
        Projectrol.BEHEERDER
    )


@pytest.mark.parametrize("groepen", [None, 3, {"wet": True}, {}])
def test_wat_geen_lijst_is_geeft_geen_rol(groepen):
    assert REGELING.gebruiker({"sub": "abc", "groups": groepen}).rollen == ()


def test_zonder_regeling_heeft_niemand_een_rol():
    assert Rolregeling().gebruiker({"sub": "abc", "": "beheer"}).rollen == ()


@pytest.mark.parametrize("claims", [{}, {"sub": ""}, {"sub": 3}, {"sub": "x" * 300}])
def test_zonder_sleutel_is_er_geen_gebruiker(claims):
    with pytest.raises(ToegangFout, match="wie u bent"):
        Rolregeling().gebruiker(claims)


def test_de_naam_komt_uit_wat_er_is():
    assert Rolregeling().gebruiker({"sub": "s", "preferred_username": "jan"}).naam == "jan"
    assert Rolregeling().gebruiker({"sub": "s", "name": "\x00"}).naam == "s"
    assert len(Rolregeling().gebruiker({"sub": "s", "name": "x" * 900}).naam) == 200
