import pytest

from locatieplanner.opslag.controle import Bevinding
from locatieplanner.scherm.beheerpagina import controle_html, uitnodigingslink


@pytest.mark.parametrize(
    ("adres", "link"),
    [
        ("http://127.0.0.1:8501/beheer", "http://127.0.0.1:8501/?uitnodiging=a-b_c"),
        ("https://plan.example.nl/beheer?plan=1", "https://plan.example.nl/?uitnodiging=a-b_c"),
    ],
)
def test_een_uitnodiging_begint_op_de_voorpagina(adres, link):
    assert uitnodigingslink(adres, "a-b_c") == link


def test_de_controle_noemt_wat_niet_klopt_als_gewone_tekst():
    html = controle_html(
        (Bevinding("database", True, "heel"), Bevinding("plan <b>x</b>", False, "keten stuk"))
    )
    assert "niet in orde" in html
    assert "<b>x</b>" not in html
