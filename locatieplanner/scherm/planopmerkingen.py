"""Opmerkingen bij het open plan: over het geheel, of over één kandidaat."""

import streamlit as st

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.opmerkingen import (
    HEEL_PLAN,
    Opmerking,
    opmerkingen,
    plaats_opmerking,
)
from locatieplanner.scherm.aanmelding import gebruiker
from locatieplanner.scherm.openplan import Openplan, eis_bewaard, huidig_plan
from locatieplanner.scherm.plandatabase import plandatabase
from locatieplanner.scherm.planregel import op_tijd
from locatieplanner.scherm.tekst import als_markdown, uniek
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.vangnet import vangnet

_TEKENS = 2000
_HULP = "Een opmerking blijft in de geschiedenis staan. Schrijf geen gegevens van personen op."


def planopmerkingen(database: Database, wie: Gebruiker, plan: Openplan, toestand: Toestand) -> None:
    """Toon de opmerkingen, en laat een planner er een plaatsen."""
    namen = {str(id_): str(naam) for id_, naam in toestand.kandidaten["naam"].items()}
    _toon(opmerkingen(database, wie, plan.id), namen)
    if not _mag_plaatsen(plan):
        st.caption("Een opmerking plaatsen kan een planner, zolang het plan niet in archief is.")
        return
    keuzes = [HEEL_PLAN, *namen]
    labels = uniek({HEEL_PLAN: "Het hele plan", **namen})
    with st.form("opmerking", border=True, clear_on_submit=True):
        waar = st.selectbox(
            "Waarover",
            keuzes,
            index=keuzes.index(toestand.gekozen) if toestand.gekozen in namen else 0,
            format_func=labels.__getitem__,
        )
        tekst = st.text_area(
            "Opmerking",
            max_chars=_TEKENS,
            help=_HULP,
        )
        gedrukt = st.form_submit_button("Plaats opmerking", type="primary")
    if gedrukt:
        eis_bewaard()
        plaats_opmerking(database, wie, plan.id, str(waar or HEEL_PLAN), tekst)
        st.rerun()


def kandidaatopmerkingen(toestand: Toestand, id_: str) -> None:
    """Toon de opmerkingen bij één kandidaat van het open plan, en laat er een plaatsen.

    Zonder open plan is er niets te tonen.
    """
    plan = huidig_plan()
    if plan is None:
        return
    uitklap = st.expander("Opmerkingen", key="kandidaatopmerkingen", on_change="rerun")
    if not uitklap.open:
        return
    with uitklap, vangnet():
        database, wie = plandatabase(), gebruiker()
        naam = str(toestand.kandidaten["naam"].loc[id_])
        _toon(opmerkingen(database, wie, plan.id, id_), {id_: naam})
        if not _mag_plaatsen(plan):
            return
        with st.form("kandidaatopmerking", border=False, clear_on_submit=True):
            tekst = st.text_area("Opmerking", max_chars=_TEKENS, help=_HULP)
            gedrukt = st.form_submit_button("Plaats opmerking")
        if gedrukt:
            eis_bewaard()
            plaats_opmerking(database, wie, plan.id, id_, tekst)
            st.rerun()


def _mag_plaatsen(plan: Openplan) -> bool:
    return plan.basis.kop.rol >= Projectrol.PLANNER and not plan.basis.kop.gearchiveerd


def _toon(gevonden: tuple[Opmerking, ...], namen: dict[str, str]) -> None:
    if not gevonden:
        st.caption("Er zijn nog geen opmerkingen.")
    for opmerking in gevonden:
        st.markdown(opmerkingtekst(opmerking, namen))


def opmerkingtekst(opmerking: Opmerking, namen: dict[str, str]) -> str:
    """Geef een opmerking als Markdown; wat de schrijver typte is nooit opmaak."""
    over = "het hele plan"
    if opmerking.kandidaat:
        over = namen.get(opmerking.kandidaat, "een kandidaat die er niet meer is")
    kop = f"**{als_markdown(opmerking.naam)}** over {als_markdown(over)}"
    return f"{kop} · {op_tijd(opmerking.tijd)}  \n{als_markdown(opmerking.tekst)}"
