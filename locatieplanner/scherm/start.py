"""Het scherm opstarten: pagina, taal, opmaak, en een vangnet voor wat onverwacht misgaat."""

from importlib import resources

import streamlit as st

from locatieplanner.scherm.aanmelding import eis_aanmelding, heeft_aanmelding
from locatieplanner.scherm.beheerpagina import beheerpagina
from locatieplanner.scherm.binnenkomst import kom_binnen
from locatieplanner.scherm.flexwoonpagina import flexwoonpagina
from locatieplanner.scherm.invoervelden import volg
from locatieplanner.scherm.kaartpagina import kaartpagina
from locatieplanner.scherm.lagenpagina import lagenpagina
from locatieplanner.scherm.openplan import leg_vast
from locatieplanner.scherm.opgavepagina import opgavepagina
from locatieplanner.scherm.overlegpagina import overlegpagina
from locatieplanner.scherm.plannenpagina import plannenpagina
from locatieplanner.scherm.planregel import planregel
from locatieplanner.scherm.samenstelpagina import samenstelpagina
from locatieplanner.scherm.toestand import huidige
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.verantwoordingpagina import verantwoordingpagina
from locatieplanner.scherm.vergelijkpagina import vergelijkpagina
from locatieplanner.scherm.zoekpagina import zoekpagina


def start() -> None:
    """Toon het scherm."""
    bestanden = resources.files("locatieplanner.scherm")
    teken = (bestanden / "teken.svg").read_text(encoding="utf-8")
    st.set_page_config(page_title="Locatieplanner", page_icon=teken, layout="wide")
    st.html(f"<style>{(bestanden / 'opmaak.css').read_text(encoding='utf-8')}</style>")
    taal = (bestanden / "taal.js").read_text(encoding="utf-8")
    st.html(f"<script>{taal}</script>", unsafe_allow_javascript=True)
    if not eis_aanmelding():
        return
    paginas = [
        st.Page(kaartpagina, title="Kaart", url_path="kaart", default=True),
        st.Page(zoekpagina, title="Zoekgebieden", url_path="zoekgebieden"),
        st.Page(samenstelpagina, title="Samenstellen", url_path="samenstellen"),
        st.Page(vergelijkpagina, title="Vergelijken", url_path="vergelijken"),
        st.Page(opgavepagina, title="Opgave", url_path="opgave"),
        st.Page(flexwoonpagina, title="Flexwonen", url_path="flexwonen"),
        st.Page(overlegpagina, title="Overleg", url_path="overleg"),
        st.Page(plannenpagina, title="Plannen", url_path="plannen"),
        st.Page(lagenpagina, title="Gegevens", url_path="gegevens"),
        st.Page(verantwoordingpagina, title="Verantwoording", url_path="verantwoording"),
        st.Page(beheerpagina, title="Beheer", url_path="beheer"),
    ]
    # Een eigen menu: dat van Streamlit spreekt Engels en neemt een hele balk.
    pagina = st.navigation(paginas, position="hidden")
    with st.container(horizontal=True, vertical_alignment="center", key="menu"):
        for keuze in paginas:
            st.page_link(keuze)
        if heeft_aanmelding():
            st.button("Afmelden", key="afmelden", type="tertiary", on_click=st.logout)
    regel = st.container(key="planregelvak")
    with vangnet():
        kom_binnen()
        volg(huidige())
    try:
        with vangnet():
            pagina.run()
    finally:
        # Ook als de pagina om een nieuwe beurt vraagt: eerst bewaren.
        with vangnet():
            leg_vast()
    with regel:
        planregel()
