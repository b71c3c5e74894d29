from streamlit.testing.v1 import AppTest


def _pagina() -> None:
    import streamlit as st

    from locatieplanner.scherm.sectie import Sectie, toon_sectie

    def mislukt(naam: str) -> None:
        raise RuntimeError(naam)

    secties = (
        Sectie("Een", "Wat is een?", lambda naam: st.write(f"een van {naam}")),
        Sectie("Twee", "Wat is twee?", lambda naam: st.write(f"twee van {naam}")),
        Sectie("Stuk", "Wat als het misgaat?", mislukt),
    )
    toon_sectie(secties, "de proef", "proef_sectie", 1, "A")
    st.write("de rest van de pagina")


def teksten(test: AppTest) -> list[str]:
    return [deel.value for deel in test.markdown]


def test_alleen_het_gekozen_deel_wordt_gemaakt():
    test = AppTest.from_function(_pagina).run()
    assert teksten(test) == ["twee van A", "de rest van de pagina"]
    assert test.caption[0].value == "Wat is twee?"
    test.button_group[0].set_value("Een").run()
    assert teksten(test) == ["een van A", "de rest van de pagina"]


def test_wat_in_een_deel_misgaat_raakt_de_rest_niet():
    test = AppTest.from_function(_pagina).run()
    test.button_group[0].set_value("Stuk").run()
    assert "Er ging iets mis" in test.error[0].value
    assert teksten(test) == ["de rest van de pagina"]
    assert not test.exception
