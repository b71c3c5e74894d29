"""Het scherm opstarten: pagina, taal, opmaak, en een vangnet voor wat onverwacht misgaat."""

from importlib import resources

import streamlit as st

from locatieplanner.scherm.flexwoonpagina import flexwoonpagina
from locatieplanner.scherm.kaartpagina import kaartpagina
from locatieplanner.scherm.lagenpagina import lagenpagina
from locatieplanner.scherm.opgavepagina import opgavepagina
from locatieplanner.scherm.samenstelpagina import samenstelpagina
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.vergelijkpagina import vergelijkpagina


def start() -> None:
    """Toon het scherm."""
    bestanden = resources.files("locatieplanner.scherm")
    teken = (bestanden / "teken.svg").read_text(encoding="utf-8")
    st.set_page_config(page_title="Locatieplanner", page_icon=teken, layout="wide")
    st.html(f"<style>{(bestanden / 'opmaak.css').read_text(encoding='utf-8')}</style>")
    taal = (bestanden / "taal.js").read_text(encoding="utf-8")
    st.html(f"<script>{taal}</script>", unsafe_allow_javascript=True)
    paginas = [
        st.Page(kaartpagina, title="Kaart", url_path="kaart", default=True),
        st.Page(samenstelpagina, title="Samenstellen", url_path="samenstellen"),
        st.Page(vergelijkpagina, title="Vergelijken", url_path="vergelijken"),
        st.Page(opgavepagina, title="Opgave", url_path="opgave"),
        st.Page(flexwoonpagina, title="Flexwonen", url_path="flexwonen"),
        st.Page(lagenpagina, title="Gegevens", url_path="gegevens"),
    ]
    # Een eigen menu: dat van Streamlit spreekt Engels en neemt een hele balk.
    pagina = st.navigation(paginas, position="hidden")
    with st.container(horizontal=True, key="menu"):
        for keuze in paginas:
            st.page_link(keuze)
    with vangnet():
        pagina.run()
