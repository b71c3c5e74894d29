"""Een eerste bezoek: in vier zinnen langs de pagina, weg te klikken en dan niet meer te zien."""

import streamlit as st

from locatieplanner.domein.notatie import getal

STAPPEN = (
    (
        "Kies uw provincie",
        "De kaart gaat erheen, en de balk eronder toont wat het doel is, wat er al is en wat er "
        "gepland is.",
    ),
    (
        "Kies een locatie",
        "Klik een teken op de kaart of een regel in de lijst aan. Ernaast staat wat ervoor en "
        "ertegen spreekt, en wat niemand nog weet.",
    ),
    (
        "Weeg zelf",
        "Verschuif een gewicht en kijk of de volgorde verandert. Het vraagteken bij een veld legt "
        "uit wat het is; alle woorden staan op de pagina Verantwoording.",
    ),
    (
        "Begin met uw eigen locaties",
        "Wat u nu ziet is verzonnen. Met *Kandidaten laden* opent u uw eigen bestand; aan tafel "
        "gebruikt u de pagina Overleg.",
    ),
)
"""Per stap een kop en een zin of twee."""

_STAP = "rondleiding"


def rondleiding() -> None:
    """Toon de stap waar de bezoeker is, tot hij de rondleiding sluit."""
    stap = int(st.session_state.get(_STAP, 0))
    if stap >= len(STAPPEN):
        return
    kop, zin = STAPPEN[stap]
    with st.container(
        horizontal=True, vertical_alignment="center", border=True, key="rondleiding_vak"
    ):
        st.markdown(
            f"**{getal(stap + 1)} van {getal(len(STAPPEN))} · {kop}.** {zin}", width="stretch"
        )
        laatste = stap == len(STAPPEN) - 1
        st.button(
            "Klaar" if laatste else "Verder",
            key="rondleiding_verder",
            on_click=_naar,
            args=(stap + 1,),
        )
        if not laatste:
            st.button(
                "Rondleiding sluiten",
                key="rondleiding_sluit",
                type="tertiary",
                on_click=_naar,
                args=(len(STAPPEN),),
            )


def _naar(stap: int) -> None:
    st.session_state[_STAP] = stap
