import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from locatieplanner.scherm.tekst import aantal_kandidaten, als_html, als_markdown, uniek

VIJANDIG = '<img src=x onerror="alert(1)"> **vet** [x](javascript:1) $a$ :smile: `c` ~~d~~ # e'


def test_html_laat_geen_teken_opmaak_zijn():
    assert als_html(VIJANDIG).count("<") == 0
    assert '"' not in als_html(VIJANDIG)
    assert html.unescape(als_html(VIJANDIG)) == VIJANDIG


def test_markdown_geeft_precies_de_tekst_terug():
    blok = MarkdownIt().parseInline(als_markdown(VIJANDIG))[0]
    assert {deel.type for deel in blok.children} <= {"text", "text_special"}
    assert "".join(deel.content for deel in blok.children) == VIJANDIG


@given(st.text(alphabet="ab <>*_`[]()!#-+.|~$:^&\"'\\{}", max_size=40))
def test_markdown_kent_geen_opmaak(tekst):
    for blok in MarkdownIt().parseInline(als_markdown(tekst)):
        assert {deel.type for deel in blok.children} <= {"text", "text_special"}


def test_markdown_blijft_op_een_regel():
    assert als_markdown("a\n\n# b") == "a \\# b"


@pytest.mark.parametrize(
    ("aantal", "soort", "verwacht"),
    [
        (0, "", "0 kandidaten"),
        (1, "", "1 kandidaat"),
        (1234, "verzonnen", "1.234 verzonnen kandidaten"),
    ],
)
def test_aantal_kandidaten(aantal, soort, verwacht):
    assert aantal_kandidaten(aantal, soort) == verwacht


def test_gelijke_namen_krijgen_hun_sleutel_erbij():
    namen = uniek({"K1": "Kade", "K2": "Kade", "K3": "Park"})
    assert namen == {"K1": "Kade (K1)", "K2": "Kade (K2)", "K3": "Park"}
    assert len(set(namen.values())) == 3
