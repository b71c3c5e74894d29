import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.opgave.verdringing import verdringing
from locatieplanner.scherm.verdringingblok import GETOOND, oordeel_html
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix


def _wissel(nummer, x):
    # Ver uit elkaar, maar elk paar op dezelfde plek.
    return (
        woning(f"OUD{nummer}", x, beschikbaar_tot="2028-06-30"),
        woning(f"NIEUW{nummer}", x, status="besluit", aandeel_studenten=1.0,
               beschikbaar_van="2028-07-01", beschikbaar_tot="2040-12-31"),
    )  # fmt: skip


def test_waarschuwingen_vallen_op_met_een_streep_en_met_woorden(omgeving):
    oordeel = verdringing(plan(*_wissel(1, 105_000)), omgeving, PEIL)
    html = oordeel_html(oordeel, {"OUD1": "<b>Oud</b>", "NIEUW1": "Nieuw"}, omgeving)
    assert 'class="lp-let"' in html
    assert html.count("Let op.") == 2
    assert "&lt;b&gt;Oud&lt;/b&gt;" in html
    assert "<b>Oud</b>" not in html


def test_zonder_waarschuwing_is_het_rustig_maar_niet_stil(omgeving):
    oordeel = verdringing(
        plan(
            zonder_mix("K1", 102_000, beschikbaar_tot="2028-06-30"),
            woning("K2", 108_000, beschikbaar_van="2029-01-01", beschikbaar_tot="2039-01-01"),
        ),
        omgeving,
        PEIL,
    )
    html = oordeel_html(oordeel, {}, omgeving)
    assert "lp-let" not in html
    assert "Geen verdringing gevonden in wat bekend is; 1 geval is niet te beoordelen" in html
    assert "niet te beoordelen (mix onbekend: K1)" in html


def test_veel_gevallen_staan_in_de_tabel(omgeving):
    rijen = [rij for n in range(8) for rij in _wissel(n, 101_000 + 1_000 * n)]
    oordeel = verdringing(plan(*rijen), omgeving, PEIL)
    assert len(oordeel.waarschuwingen) == 9
    html = oordeel_html(oordeel, {}, omgeving)
    assert html.count("Let op.") == GETOOND
    assert f"En nog {9 - GETOOND} in de tabel hieronder." in html


def _pagina():
    import streamlit as st

    from locatieplanner.opgave.verdringing import verdringing
    from locatieplanner.scherm.verdringingblok import alleen_gepland, verdringingblok
    from tests.omgeving import maak_omgeving
    from tests.opgave.plannen import PEIL, plan, woning

    omgeving = maak_omgeving()
    kandidaten = plan(
        woning("OUD", beschikbaar_tot="2028-06-30"),
        woning("NIEUW", status="idee", aandeel_studenten=1.0, beschikbaar_van="2028-07-01"),
    )
    oordeel = verdringing(kandidaten, omgeving, PEIL, alleen_gepland=alleen_gepland())
    st.caption(f"gevonden: {len(oordeel.waarschuwingen)}")
    verdringingblok(oordeel, {}, omgeving)


@pytest.mark.parametrize(("keuze", "aantal"), [(0, 2), (1, 0)])
def test_kiezen_welke_locaties_meedoen(keuze, aantal):
    test = AppTest.from_function(_pagina, default_timeout=60).run()
    radio = test.radio(key="flex_verdringing")
    radio.set_value(radio.options[keuze]).run()
    assert not test.exception
    assert test.caption[0].value == f"gevonden: {aantal}"
    assert "In de hele gemeente" in test.markdown[0].value
