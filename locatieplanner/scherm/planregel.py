"""De regel boven elke pagina: welk plan open is, of het bewaard is, en wat anderen deden."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import streamlit as st

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import Botsing, LocatieplannerFout
from locatieplanner.opslag.leesbaar import label, waarde_in_woorden
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.scherm.deellink import schrijf_link
from locatieplanner.scherm.openplan import (
    MELDING,
    Openplan,
    huidig_plan,
    kies,
    kijk_mee,
    nog_te_bewaren,
    sluit,
    terug,
    toon_nieuwste,
    vooruit,
    zet,
)
from locatieplanner.scherm.plandatabase import plandatabase
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, huidige
from locatieplanner.scherm.vangnet import vangnet

KIJKTIJD_S = 3.0
"""Zo vaak kijkt het scherm of een ander iets veranderde, seconden."""

_HEEL, _GEZEGD = "planregel_heel", "planregel_gezegd"
_MIJN, _ANDER = "mijn", "ander"


def planregel() -> None:
    """Toon de regel, als er een plan open is, en wat er over plannen te melden is."""
    melding = st.session_state.pop(MELDING, "")
    if melding:
        st.warning(als_markdown(melding))
    if huidig_plan() is not None:
        with vangnet():
            _volg()


@st.fragment(run_every=KIJKTIJD_S)
def _volg() -> None:
    """De regel zelf; zij kijkt steeds opnieuw, en tekent de pagina alleen als er iets is."""
    if kijk_mee() or st.session_state.pop(_HEEL, False):
        st.rerun()
    plan, toestand = huidig_plan(), huidige()
    if plan is None or toestand is None:
        st.rerun()
        return
    _waarschuw(plan)
    with st.container(horizontal=True, vertical_alignment="center", key="planregel"):
        st.markdown(regeltekst(plan, nog_te_bewaren=nog_te_bewaren(plan)), width="content")
        if plan.te_wijzigen:
            st.button("Ongedaan maken", key="plan_terug", on_click=_doe, args=(terug,))
            st.button("Opnieuw", key="plan_vooruit", on_click=_doe, args=(vooruit,))
            with st.popover("Reden"):
                _reden(plan)
        with st.popover("Delen"):
            _delen(plan, toestand)
        st.button("Sluiten", key="plan_sluiten", on_click=_doe, args=(sluit,))
    if plan.storing:
        st.error(storingtekst(plan, nog_te_bewaren=nog_te_bewaren(plan)))
    if plan.van_anderen:
        st.info("  \n".join(als_markdown(zin) for zin in plan.van_anderen))
    if plan.nieuwer is not None:
        st.button("Toon deze wijzigingen", key="plan_nieuwer", on_click=_doe, args=(toon_nieuwste,))
    if plan.botsingen:
        _botsingen(plan, toestand)


def _waarschuw(plan: Openplan) -> None:
    """Zeg één keer dat er bovenaan iets staat wat niet kan wachten, ook voor wie onderaan kijkt."""
    nu = (plan.id, plan.botsingen, bool(plan.storing))
    if nu != st.session_state.get(_GEZEGD):
        st.session_state[_GEZEGD] = nu
        if plan.botsingen:
            st.toast("U en een ander veranderden hetzelfde. Kies bovenaan wat er geldt.")
        elif plan.storing:
            st.toast("Er is iets met bewaren; bovenaan staat wat.")


def regeltekst(plan: Openplan, *, nog_te_bewaren: bool) -> str:
    """Zeg welk plan open is, welke versie, en of het bewaard is, als Markdown.

    Parameters
    ----------
    plan : Openplan
        Het open plan.
    nog_te_bewaren : bool
        Of er nog iets te bewaren is.
    """
    kop, versie = plan.basis.kop, plan.basis
    delen = [f"**{als_markdown(kop.naam)}**", f"versie {getal(versie.nummer)}"]
    if not versie.is_laatste:
        delen.append(f"een oude versie; de laatste is {getal(kop.nummer)}")
    elif kop.gearchiveerd:
        delen.append("in het archief, dus alleen te lezen")
    elif not plan.te_wijzigen:
        delen.append(f"u bent {kop.rol}: wat u verschuift, wordt niet bewaard")
    elif nog_te_bewaren:
        delen.append("nog niet bewaard")
    elif plan.tijd is not None:
        delen.append(f"bewaard om {plan.tijd:%H:%M}")
    else:
        delen.append(f"bewaard op {op_tijd(kop.gewijzigd)} door {als_markdown(kop.door)}")
    return " · ".join(delen)


def storingtekst(plan: Openplan, *, nog_te_bewaren: bool) -> str:
    """Zeg wat er mis is en wat er met het werk gebeurt, als Markdown."""
    if not nog_te_bewaren:
        return als_markdown(plan.storing)
    return (
        f"**Nog niet bewaard.** {als_markdown(plan.storing)} Uw werk staat nog in dit venster; "
        "het bewaren wordt steeds opnieuw geprobeerd. Laat het venster open."
    )


def op_tijd(iso: str) -> str:
    """Geef een moment in de tijd van deze computer.

    Parameters
    ----------
    iso : str
        ISO 8601, met tijdzone.
    """
    moment = datetime.fromisoformat(iso).astimezone()
    return f"{moment.day}-{moment.month}-{moment.year} {moment:%H:%M}"


def _doe(wat: Callable[[], None]) -> None:
    try:
        wat()
    except LocatieplannerFout as fout:
        st.session_state[MELDING] = str(fout)
    # De knop tekent alleen deze regel; de rest van de pagina is ook veranderd.
    st.session_state[_HEEL] = True


def _reden(plan: Openplan) -> None:
    tekst = st.text_input(
        "Waarom verandert u dit?",
        value=plan.reden,
        max_chars=200,
        key=f"plan_reden_{plan.id}",
        help="Komt in het logboek bij alles wat u hierna verandert, tot u het leeg maakt. Schrijf "
        "geen gegevens van personen op.",
    )
    if tekst.strip() != plan.reden:
        zet(replace(plan, reden=tekst.strip()))


def _delen(plan: Openplan, toestand: Toestand) -> None:
    st.caption(
        "Wie deze link opent, ziet hetzelfde plan met dezelfde provincie, gewichten en kandidaat. "
        "Zij moet wel een rol in het project hebben."
    )
    adres = str(st.context.url or "")
    st.code(schrijf_link(adres, plan.id, toestand), language=None, wrap_lines=True)
    st.caption(f"Altijd versie {getal(plan.basis.nummer)}, ook als het plan verandert:")
    vast = schrijf_link(adres, plan.id, toestand, plan.basis.nummer)
    st.code(vast, language=None, wrap_lines=True)


def _botsingen(plan: Openplan, toestand: Toestand) -> None:
    """Laat van elke botsing kiezen welke waarde geldt; tot dan wordt er niets bewaard."""
    naslag = plandatabase().naslag
    with st.form("botsingen", border=True):
        st.markdown(
            "**U en een ander veranderden hetzelfde.** Kies per gegeven wat er geldt; tot dan "
            "wordt er niets van u bewaard, en gaat er niets verloren."
        )
        keuzes = {}
        for nummer, botsing in enumerate(plan.botsingen):
            was, mijn, ander = waarden(botsing, naslag)
            st.markdown(f"{botsingskop(botsing, toestand)} (was: {als_markdown(was)})")
            keuzes[botsing.kandidaat, botsing.veld] = st.radio(
                "Wat geldt er?",
                (_MIJN, _ANDER),
                format_func={
                    _MIJN: f"van u: {als_markdown(mijn)}",
                    _ANDER: f"van {als_markdown(botsing.door or 'een ander')}: "
                    f"{als_markdown(ander)}",
                }.__getitem__,
                key=f"botsing_{nummer}_{botsing.versie}",
                label_visibility="collapsed",
            )
        gedrukt = st.form_submit_button("Bewaar deze keuze", type="primary")
    if gedrukt:
        kies([waar for waar, keuze in keuzes.items() if keuze == _MIJN])
        st.rerun()


def botsingskop(botsing: Botsing, toestand: Toestand) -> str:
    """Zeg waar een botsing over gaat, als Markdown."""
    wat = label(botsing.veld) if botsing.veld else "de hele kandidaat"
    if not botsing.kandidaat:
        return f"**{als_markdown(wat)}**"
    kandidaten = toestand.kandidaten
    naam = botsing.kandidaat
    if naam in kandidaten.index:
        naam = str(kandidaten["naam"].loc[naam])
    return f"**{als_markdown(naam)}**, {als_markdown(wat)}"


def waarden(botsing: Botsing, naslag: Naslag) -> tuple[str, str, str]:
    """Geef wat er stond, de eigen waarde en die van de ander, in woorden."""
    basis, mijn, ander = (
        waarde_in_woorden(botsing.veld, waarde, naslag, instelling=not botsing.kandidaat)
        for waarde in (botsing.basis, botsing.mijn, botsing.ander)
    )
    return basis, mijn, ander
