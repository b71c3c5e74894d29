import pytest

from locatieplanner.bronnen.begrippen import lees_begrippen
from locatieplanner.scherm.begripregel import uitleg_van
from locatieplanner.scherm.tekst import als_markdown


def test_uitleg_komt_uit_de_lijst():
    plan, rang = (lees_begrippen()[id_] for id_ in ("plan", "rang"))
    assert uitleg_van("plan", "rang") == (
        f"**Plan**: {als_markdown(plan.uitleg)} **Rang**: {als_markdown(rang.uitleg)}"
    )


def test_een_woord_dat_niet_in_de_lijst_staat_valt_meteen_op():
    with pytest.raises(KeyError):
        uitleg_van("bestaat niet")
