"""Binnenkomen met een link: een plan openen, of een uitnodiging aannemen."""

import streamlit as st

from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.opslag.leden import neem_aan
from locatieplanner.scherm.aanmelding import UITNODIGING, gebruiker
from locatieplanner.scherm.deellink import BEELD, PLAN, VERSIE, lees_link, met_beeld
from locatieplanner.scherm.openplan import huidig_plan, open_in_sessie
from locatieplanner.scherm.plandatabase import plandatabase
from locatieplanner.scherm.planvertaling import anders
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

_BINNEN = "binnengekomen"


def kom_binnen() -> None:
    """Volg de link waarmee deze sessie begon; daarna wijst het adres naar het open plan.

    Wie de pagina opnieuw laadt, heeft zo hetzelfde plan weer voor zich.
    """
    if not st.session_state.get(_BINNEN):
        st.session_state[_BINNEN] = True
        try:
            _volg(dict(st.query_params.items()))
        except LocatieplannerFout as fout:
            st.error(als_markdown(str(fout)))
    plan = huidig_plan()
    hoort = {} if plan is None else {PLAN: plan.id}
    if plan is not None and not plan.basis.is_laatste:
        hoort[VERSIE] = str(plan.basis.nummer)
    for naam in (PLAN, VERSIE):
        # Wat een andere pagina in het adres zet, blijft staan.
        if naam in hoort and st.query_params.get(naam) != hoort[naam]:
            st.query_params[naam] = hoort[naam]
        elif naam not in hoort and naam in st.query_params:
            del st.query_params[naam]


def _volg(vraag: dict[str, str]) -> None:
    if UITNODIGING in vraag and not gebruiker().plaatselijk:
        sleutel = vraag[UITNODIGING]
        # Uit het adres, zodat zij niet in de geschiedenis van de browser blijft staan.
        del st.query_params[UITNODIGING]
        neem_aan(plandatabase(), gebruiker(), sleutel)
        st.success("U bent nu lid van het project. Op de pagina Plannen staat wat erin zit.")
    link = lees_link(vraag)
    if link is not None:
        open_in_sessie(link.plan, link.versie)
        for naam in BEELD & vraag.keys():
            del st.query_params[naam]
        toestand = huidige()
        if toestand is not None:
            _kijk_als(toestand, vraag)


def _kijk_als(toestand: Toestand, vraag: dict[str, str]) -> None:
    """Laat het plan zien zoals de link; wie het mag veranderen, verandert het daar niet mee."""
    zo = met_beeld(toestand, vraag)
    if not toestand.alleen_lezen and anders(toestand, zo):
        st.info(
            "De link is gemaakt met een andere provincie of andere gewichten dan het plan nu "
            "heeft. U ziet die van het plan, zodat een link openen er niets in verandert."
        )
        zo = toestand.met_keuze(zo.gekozen, spring=True)
    bewaar(zo)
