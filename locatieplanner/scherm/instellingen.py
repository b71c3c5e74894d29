"""De instellingen links van de kaart: doelset, provincie en wat minder vaak nodig is."""

from dataclasses import replace

import streamlit as st

from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.doelsetkeuze import doelsetkeuze
from locatieplanner.scherm.gebiedskeuze import HEEL_NEDERLAND
from locatieplanner.scherm.kaartlagen import laagkeuze
from locatieplanner.scherm.parameterpaneel import parameterpaneel
from locatieplanner.scherm.ranglijst import begin_bovenaan
from locatieplanner.scherm.toestand import Toestand, bewaar
from locatieplanner.scherm.vangnet import vangnet

_PROVINCIE = "provincie"


def opgavekeuze(toestand: Toestand) -> Toestand:
    """Laat doelset en provincie kiezen en geef de toestand die erbij hoort."""
    toestand = doelsetkeuze(toestand, "doelset")
    keuzes = [HEEL_NEDERLAND, *PROVINCIES]
    provincie = st.selectbox(
        "Provincie",
        keuzes,
        index=keuzes.index(toestand.provincie or HEEL_NEDERLAND),
        key=_PROVINCIE,
    )
    gekozen = None if provincie == HEEL_NEDERLAND else provincie
    if gekozen != toestand.provincie:
        toestand = toestand.met_provincie(gekozen)
        begin_bovenaan()
    return bewaar(toestand)


def toon_heel_nederland(toestand: Toestand) -> Toestand:
    """Hef de keuze van een provincie op en laat de kaart staan; alleen uit een callback."""
    st.session_state[_PROVINCIE] = HEEL_NEDERLAND
    return replace(toestand, provincie=None)


def meer_instellingen(toestand: Toestand) -> Toestand:
    """Toon wat minder vaak nodig is, uitklapbaar, en geef de toestand die erbij hoort."""
    nieuw = None
    if not toestand.alleen_lezen:
        nieuw = st.expander("Nieuw op de kaart", key="nieuw", on_change="rerun")
    if nieuw is not None and nieuw.open:
        with nieuw:
            toestand = _nieuwe_kandidaat(toestand)
    lagen = st.expander("Kaartlagen", key="lagenkeuze", on_change="rerun")
    if lagen.open:
        with lagen:
            toestand = _kaartlagen(toestand)
    meer = st.expander("Meer instellingen", key="meer", on_change="rerun")
    if meer.open:
        with meer:
            toestand = _uitzonderingen(toestand)
    bewaar(toestand)
    paneel = st.expander("Parameters", key="parameters", on_change="rerun")
    if paneel.open:
        with paneel, vangnet():
            parameterpaneel(toestand, gegevens.lagen().parameters)
    return toestand


def _nieuwe_kandidaat(toestand: Toestand) -> Toestand:
    """Type en omvang van wat er op de kaart bij getekend wordt."""
    typen = gegevens.lagen().locatietypen
    st.caption("Zo begint elk punt of vlak dat u op de kaart zet.")
    return replace(
        toestand,
        nieuw_type=st.selectbox(
            "Type",
            list(typen),
            index=list(typen).index(toestand.nieuw_type),
            format_func=lambda code: typen[code].naam,
            key="nieuw_type",
        ),
        nieuw_capaciteit=st.number_input(
            "Plaatsen",
            min_value=1,
            max_value=5000,
            value=toestand.nieuw_capaciteit,
            step=10,
            key="nieuw_capaciteit",
        ),
    )


def _kaartlagen(toestand: Toestand) -> Toestand:
    """Opgehaalde lagen, en de achtergrondkaart."""
    toestand = laagkeuze(toestand)
    return replace(
        toestand,
        achtergrond=st.checkbox(
            "Achtergrondkaart van PDOK (vraagt internet)",
            value=toestand.achtergrond,
            key="achtergrond",
            help="Ook handig om een perceel of pand op aan te wijzen.",
        ),
    )


def _uitzonderingen(toestand: Toestand) -> Toestand:
    return replace(
        toestand,
        vul_aan=st.checkbox(
            "Onbekende doelen aanvullen naar rato van inwoners",
            value=toestand.vul_aan,
            key="vul_aan",
            help="Aangevulde doelen heten overal 'afgeleid'.",
        ),
    )
