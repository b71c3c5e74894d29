"""Het zoekveld boven de kaart: een adres of plaats zoeken en erheen gaan."""

from dataclasses import replace

import streamlit as st

from locatieplanner.bronnen.hulpdiensten import LOCATIESERVER, lees_hulpdiensten
from locatieplanner.bronnen.locatieserver import PLAATSEN, Locatieserver
from locatieplanner.domein.adres import Vondst
from locatieplanner.kaart.toestand import Zoekpunt
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige
from locatieplanner.scherm.vangnet import vangnet

_VRAAG = "zoekvraag"
_VONDSTEN = "zoekvondsten"
_AANVULLINGEN = "zoekaanvullingen"
_MELDING = "zoekmelding"
_GETOOND = 5


def zoekveld(toestand: Toestand) -> Toestand:
    """Toon het zoekveld en wat er gevonden is."""
    with st.form("zoeken", border=False):
        veld, knop = st.columns([5, 1], vertical_alignment="bottom")
        veld.text_input(
            "Zoek een adres of plaats",
            key=_VRAAG,
            placeholder="Zoek een adres of plaats (bij PDOK)",
            label_visibility="collapsed",
            max_chars=200,
        )
        knop.form_submit_button("Zoek", width="stretch", on_click=_zoek)
    melding = st.session_state.get(_MELDING)
    if melding:
        st.info(als_markdown(melding))
    _toon_aanvullingen()
    vondsten: tuple[Vondst, ...] = st.session_state.get(_VONDSTEN, ())
    if toestand.zoekpunt is None or not vondsten:
        return toestand
    anders = [vondst for vondst in vondsten if vondst.weergavenaam != toestand.zoekpunt.label]
    with st.container(horizontal=True, key="zoekuitkomst", vertical_alignment="center"):
        st.caption(f"Gevonden: **{als_markdown(toestand.zoekpunt.label)}**")
        st.button("Wissen", key="zoek_wis", on_click=_wis, type="tertiary")
        for nummer, vondst in enumerate(anders[: _GETOOND - 1]):
            st.button(
                als_markdown(vondst.weergavenaam),
                key=f"zoek_{nummer}",
                on_click=_ga_naar,
                args=(vondst,),
                type="tertiary",
            )
    return toestand


def _toon_aanvullingen() -> None:
    with st.container(horizontal=True, key="zoekaanvulling"):
        for nummer, naam in enumerate(st.session_state.get(_AANVULLINGEN, ())):
            st.button(
                als_markdown(naam),
                key=f"zoek_aan_{nummer}",
                on_click=_zoek_opnieuw,
                args=(naam,),
                type="tertiary",
            )


def _zoek_opnieuw(vraag: str) -> None:
    st.session_state[_VRAAG] = vraag
    _zoek()


def _zoek() -> None:
    """Zoek bij de Locatieserver; alleen de vraag zelf gaat erheen."""
    vraag = str(st.session_state.get(_VRAAG, "")).strip()
    _wis()
    if not vraag:
        return
    with vangnet(_meld), Locatieserver(lees_hulpdiensten()[LOCATIESERVER]) as server:
        vondsten = server.zoek(vraag, PLAATSEN)
        if not vondsten:
            lijkt = st.session_state[_AANVULLINGEN] = server.vul_aan(vraag)
            vervolg = "Bedoelt u:" if lijkt else "Probeer straat, huisnummer en plaats."
            _meld(f"Niets gevonden bij '{vraag}'. {vervolg}")
            return
        st.session_state[_VONDSTEN] = vondsten
        _ga_naar(vondsten[0])


def _ga_naar(vondst: Vondst) -> None:
    toestand = huidige()
    if toestand is not None:
        beeld = f"adres {vondst.id} {vondst.weergavenaam}"
        zoekpunt = Zoekpunt(vondst.punt, vondst.weergavenaam)
        bewaar(replace(toestand, zoekpunt=zoekpunt, beeld=beeld))


def _wis() -> None:
    st.session_state.pop(_MELDING, None)
    st.session_state.pop(_VONDSTEN, None)
    st.session_state.pop(_AANVULLINGEN, None)
    toestand = huidige()
    if toestand is not None and toestand.zoekpunt is not None:
        bewaar(replace(toestand, zoekpunt=None))


def _meld(melding: str) -> None:
    st.session_state[_MELDING] = melding
