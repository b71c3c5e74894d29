import pytest

from locatieplanner.domein.gebruiker import ELK_PROJECT, PLAATSELIJK, Gebruiker, Projectrol


def test_wie_meer_mag_mag_ook_alles_daarvoor():
    assert Projectrol.LEZER < Projectrol.PLANNER < Projectrol.BEHEERDER


@pytest.mark.parametrize("rol", Projectrol)
def test_een_rol_heeft_een_naam_en_een_uitleg(rol):
    assert Projectrol.lees(f" {str(rol).upper()} ") is rol
    assert len(rol.uitleg) > 20


def test_een_rol_die_niet_bestaat():
    assert Projectrol.lees("koning") is None


def test_de_hoogste_rol_uit_de_aanmelding_geldt():
    wie = Gebruiker(
        "s", "S", (("p", Projectrol.LEZER), (ELK_PROJECT, Projectrol.PLANNER), ("p", Projectrol(1)))
    )
    assert wie.rol_uit_aanmelding("p") is Projectrol.PLANNER
    assert Gebruiker("s", "S", (("p", Projectrol.LEZER),)).rol_uit_aanmelding("q") is None
    assert Gebruiker("s", "S").rol_uit_aanmelding("p") is None


def test_wie_alleen_werkt_is_beheerder_van_alles():
    assert PLAATSELIJK.rol_uit_aanmelding("wat dan ook") is Projectrol.BEHEERDER
