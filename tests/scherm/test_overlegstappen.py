import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm.overleglink import Soort, Stap
from locatieplanner.scherm.overlegstappen import NAMEN, cijfers_html, stapnaam
from locatieplanner.scherm.overlegtafel import dek_tafel, gedeelde_rijen


def _pagina() -> None:
    from locatieplanner.scherm.overlegpagina import overlegpagina

    overlegpagina()


@pytest.mark.parametrize("gebied", ["Utrecht", "GM0351"])
@pytest.mark.parametrize("stappen", ["o", "k", "l:V31", "w"])
def test_elke_stap_is_er_voor_provincie_en_gemeente(gebied, stappen):
    test = AppTest.from_function(_pagina, default_timeout=120)
    test.query_params["gebied"] = gebied
    test.query_params["stappen"] = stappen
    test.run()
    assert not test.exception
    assert not test.error


def test_een_stap_heet_naar_wat_zij_toont(beoordeling, omgeving):
    tafel = dek_tafel(gedeelde_rijen(beoordeling, omgeving.gemeenten.index))
    assert stapnaam(Stap(Soort.WATALS), tafel) == NAMEN[Soort.WATALS]
    assert stapnaam(Stap(Soort.LOCATIE, "K2"), tafel) == tafel.rijen["naam"].loc["K2"]


def test_cijfers_zijn_gewone_tekst():
    assert "&lt;b&gt;" in cijfers_html([("Doel", "<b>")])
