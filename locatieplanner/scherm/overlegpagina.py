"""De pagina Overleg: wat uitgezocht is, laten zien en bevragen, stap voor stap in een zaal."""

from collections.abc import Mapping
from dataclasses import replace
from importlib import resources

import geopandas as gpd
import streamlit as st

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.deellink import PLAN
from locatieplanner.scherm.gebiedskeuze import Gekozengebied, gebiedskeuze, gekozen_gebied
from locatieplanner.scherm.openplan import huidig_plan
from locatieplanner.scherm.overleglink import (
    GEBIED,
    STAPPEN,
    Stap,
    gewone_stappen,
    lees_gebied,
    lees_stappen,
    schrijf_link,
)
from locatieplanner.scherm.overlegstand import Overlegstand, bewaar_stand, stand_van_sessie
from locatieplanner.scherm.overlegstappen import Overleg, stapnaam, toon_stap
from locatieplanner.scherm.overlegtafel import Tafel, dek_tafel, gedeelde_rijen
from locatieplanner.scherm.overlegwatals import stap_terug
from locatieplanner.scherm.tekst import als_html, als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar
from locatieplanner.scherm.vangnet import vangnet

HOOGSTE = "De hoogste in rang"

TOETSEN = (
    "Volgende en vorige: PageDown en PageUp, de pijlen, of een klikker. Eén stap terug: Backspace "
    "of Escape."
)

_GELEZEN = "overleg_link"
_EIGEN = "overleg_stappen"


def overlegpagina() -> None:
    """Toon de pagina; alleen de stap die te zien is wordt gemaakt."""
    script = resources.files("locatieplanner.scherm") / "overleg.js"
    st.html(f"<script>{script.read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)
    with vangnet():
        toestand = _volg_gebied(toestand_van_sessie(), st.query_params)
        gemeenten = gegevens.lagen().gemeenten
        if toestand.provincie is None:
            st.title("Overleg", anchor=False)
            st.info("Kies de provincie of gemeente waar het overleg over gaat.")
            gebiedskeuze(toestand, gemeenten, "overleg")
            if toestand_van_sessie().provincie is not None:
                st.rerun()
            return
        with st.container(key="overleg"):
            _overleg(toestand, gekozen_gebied(toestand, gemeenten))


def _overleg(toestand: Toestand, gebied: Gekozengebied) -> None:
    beoordeling = gegevens.beoordeling_van(toestand)
    rijen = gegevens.laatste(
        "overleg_rijen",
        (gegevens.sleutel_van(toestand), toestand.gewichten, gebied),
        lambda: gedeelde_rijen(beoordeling, gebied.van(beoordeling.omgeving.gemeenten)),
    )
    st.title(f"Overleg: {als_markdown(gebied.naam)}", anchor=False)
    eigen = _eigen_stappen(rijen)
    plan = {plan.naam: plan for plan in toestand.plannen}.get(
        st.session_state.get("overleg_plan", HOOGSTE)
    )
    tafel = dek_tafel(
        rijen,
        None if plan is None else plan.plaatsen,
        "" if plan is None else plan.naam,
        list(dict.fromkeys(stap.id for stap in eigen if stap.id)),
    )
    stappen = eigen or gewone_stappen(list(tafel.rijen.index))
    stand = stand_van_sessie().naar(stand_van_sessie().stap, len(stappen))
    _bediening(stand, stappen, tafel)
    with vangnet():
        toon_stap(stappen[stand.stap], Overleg(toestand, gebied, beoordeling, tafel, stand))
    if rijen.empty:
        st.info(
            f"In {als_markdown(gebied.naam)} zijn nog geen kandidaten; daarom is er alleen de "
            "opgave. Zet er een neer op de pagina Kaart, of kies onder *Voorbereiden* een ander "
            "gebied."
        )
    _voorbereiden(toestand, gebied, rijen, stappen, tafel)


def _bediening(stand: Overlegstand, stappen: tuple[Stap, ...], tafel: Tafel) -> None:
    """Toon de knoppen; het toetsenbord bedient dezelfde."""
    aantal = len(stappen)
    with st.container(horizontal=True, vertical_alignment="center", key="overleg_bediening"):
        st.button(
            "Vorige", key="overleg_vorige", disabled=stand.stap == 0,
            on_click=_naar, args=(stand.stap - 1, aantal),
        )  # fmt: skip
        st.button(
            "Volgende", key="overleg_volgende", type="primary", disabled=stand.stap == aantal - 1,
            on_click=_naar, args=(stand.stap + 1, aantal),
        )  # fmt: skip
        st.button(
            "Eén stap terug",
            key="overleg_terug",
            on_click=stap_terug,
            args=(tafel,),
            help=TOETSEN,
        )
        st.button("Volledig scherm", key="overleg_scherm")
    naam = stapnaam(stappen[stand.stap], tafel)
    st.html(
        # Een voorlezer zegt de nieuwe stap vanzelf; de kop blijft een kop.
        f'<div role="status"><h2 class="lp-stap">{als_html(naam)} '
        f"<small>stap {getal(stand.stap + 1)} van {getal(aantal)}</small></h2></div>"
    )


def _naar(stap: int, aantal: int) -> None:
    bewaar_stand(stand_van_sessie().naar(stap, aantal))


def _voorbereiden(
    toestand: Toestand,
    gebied: Gekozengebied,
    rijen: gpd.GeoDataFrame,
    stappen: tuple[Stap, ...],
    tafel: Tafel,
) -> None:
    """Toon gebied, locaties, volgorde en link; uitgeklapt, want in de zaal is het niet nodig."""
    vak = st.expander("Voorbereiden", key="overleg_voorbereiden", on_change="rerun")
    if not vak.open:
        return
    with vak, vangnet():
        gebiedskeuze(toestand, gegevens.lagen().gemeenten, "overleg")
        if toestand_van_sessie() is not toestand:
            _begin_opnieuw()
            st.rerun()
        st.selectbox(
            "Op tafel",
            [HOOGSTE, *(plan.naam for plan in toestand.plannen)],
            key="overleg_plan",
            on_change=_begin_opnieuw,
            help="De plannen van de pagina's Samenstellen en Vergelijken staan hier ook.",
        )
        _stapkeuze(rijen, stappen, tafel)
        open_ = huidig_plan()
        waar = gebied.gemeentecode or str(gebied.provincie)
        vraag: Mapping[str, str] = {} if open_ is None else {PLAN: open_.id}
        st.markdown("Link naar dit overleg, met deze stappen:")
        adres = str(st.context.url or "")
        st.code(schrijf_link(adres, waar, stappen, vraag), language=None, wrap_lines=True)
        st.caption(
            "De link onthoudt gebied en stappen. Wat in *wat als* geprobeerd is, staat er niet in. "
            + (
                ""
                if open_
                else "Kandidaten reizen alleen mee als het plan bewaard is (pagina Plannen)."
            )
        )


def _stapkeuze(rijen: gpd.GeoDataFrame, stappen: tuple[Stap, ...], tafel: Tafel) -> None:
    alles = gewone_stappen(list(rijen.index))
    allen = Tafel(rijen, tafel.bron)
    gekozen = st.multiselect(
        "Stappen, in de volgorde waarin u ze kiest",
        alles,
        default=list(stappen),
        format_func=lambda stap: stapnaam(stap, allen),
        key=f"overleg_keuze_{hash(stappen)}",
        placeholder="Kies ten minste één stap",
    )
    if gekozen and tuple(gekozen) != stappen:
        st.session_state[_EIGEN] = tuple(gekozen)
        st.rerun()


def _begin_opnieuw() -> None:
    """Vergeet de eigen volgorde: zij hoorde bij een ander gebied of een ander plan."""
    st.session_state.pop(_EIGEN, None)
    bewaar_stand(Overlegstand())


def _volg_gebied(toestand: Toestand, vraag: Mapping[str, str]) -> Toestand:
    """Kies het gebied uit de link, één keer; de stappen volgen als de locaties er zijn."""
    link = (vraag.get(GEBIED, ""), vraag.get(STAPPEN, ""))
    if not any(link) or st.session_state.get(_GELEZEN) == link:
        return toestand
    st.session_state[_GELEZEN] = link
    st.session_state["overleg_te_lezen"] = link[1]
    if not link[0]:
        return toestand
    provincie, code = lees_gebied(link[0], gegevens.lagen().gemeenten)
    return bewaar(replace(toestand.met_provincie(provincie), gemeente=code))


def _eigen_stappen(rijen: gpd.GeoDataFrame) -> tuple[Stap, ...]:
    """Geef de eigen volgorde; wat er niet meer is, vervalt. Leeg is de gewone volgorde."""
    te_lezen = st.session_state.pop("overleg_te_lezen", "")
    if te_lezen:
        try:
            st.session_state[_EIGEN] = lees_stappen(te_lezen, list(rijen.index))
        except InvoerFout as fout:
            st.error(als_markdown(str(fout)))
    eigen: tuple[Stap, ...] = st.session_state.get(_EIGEN, ())
    return tuple(stap for stap in eigen if not stap.id or stap.id in rijen.index)
