"""Een eigen reeks van de behoefte laden: het sjabloon, de problemen, en de reeks die geldt."""

from dataclasses import replace

import streamlit as st

from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.invoer.behoefte import EIGEN, Behoefteinvoer, behoeftesjabloon, lees_behoefte
from locatieplanner.scherm.bestand import toon_problemen
from locatieplanner.scherm.toestand import Toestand, bewaar

_VERWERKT = "behoefte_verwerkt"


def reeksvenster(toestand: Toestand) -> None:
    """Laat een CSV kiezen; zonder fouten geldt de reeks meteen."""
    st.markdown(
        "Een CSV met de kolommen **maand** en **plaatsen**, voor **heel Nederland**. Tussen de "
        "maanden loopt de behoefte in een rechte lijn; een provincie of gemeente krijgt haar deel "
        "naar rato van inwoners."
    )
    st.download_button(
        "Download een voorbeeldbestand (CSV)",
        data=behoeftesjabloon(),
        file_name="behoefte.csv",
        mime="text/csv",
        on_click="ignore",
        key="behoefte_sjabloon",
    )
    bestand = st.file_uploader("Bestand met de behoefte per maand", type=["csv"])
    if bestand is None:
        return
    try:
        invoer = lees_behoefte(bestand.getvalue(), bestand.name)
    except LocatieplannerFout as fout:
        st.error(str(fout))
        return
    nieuw = st.session_state.get(_VERWERKT) != bestand.file_id
    st.session_state[_VERWERKT] = bestand.file_id
    if nieuw and invoer.scenario is not None:
        bewaar(met_reeks(toestand, invoer))
        st.rerun()
    if invoer.scenario is None:
        st.error("Deze reeks is zo niet te gebruiken; het scenario is gebleven wat het was.")
    toon_problemen(invoer.problemen)


def met_reeks(toestand: Toestand, invoer: Behoefteinvoer) -> Toestand:
    """Geef de toestand waarin de eigen reeks geldt."""
    return replace(toestand, eigen_behoefte=invoer.scenario, behoeftescenario=EIGEN)
