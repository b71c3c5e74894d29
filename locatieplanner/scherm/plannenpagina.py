"""De pagina Plannen: bewaren, openen, en van het open plan de geschiedenis en de opmerkingen."""

import streamlit as st

from locatieplanner.domein.gebruiker import ELK_PROJECT, Gebruiker, Projectrol
from locatieplanner.domein.notatie import getal
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.pakket import lees_plan_in
from locatieplanner.opslag.plannen import maak_plan, plannen
from locatieplanner.opslag.projecten import Project, eerste_project, projecten
from locatieplanner.scherm.aanmelding import gebruiker
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.openplan import eis_bewaard, huidig_plan, neem_over
from locatieplanner.scherm.plandatabase import plandatabase
from locatieplanner.scherm.plangeschiedenis import plangeschiedenis
from locatieplanner.scherm.planlijst import NAAM_TEKENS, planlijst
from locatieplanner.scherm.planopmerkingen import planopmerkingen
from locatieplanner.scherm.planresultaten import planresultaten
from locatieplanner.scherm.planvertaling import als_inhoud
from locatieplanner.scherm.tekst import aantal_kandidaten, als_markdown, uniek
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.vangnet import vangnet

SECTIES = ("Geschiedenis", "Opmerkingen", "Resultaten")


def plannenpagina() -> None:
    """Toon de pagina."""
    st.title("Plannen", anchor=False)
    st.markdown(
        "Een plan bewaart uw kandidaten, gewichten, parameters en eigen doelen. Elke wijziging "
        "staat in de geschiedenis, met wie, wanneer en waarom, en is terug te draaien."
    )
    with vangnet():
        database, wie = plandatabase(), gebruiker()
        if wie.plaatselijk:
            eerste_project(database, wie)
        mijn = projecten(database, wie)
        if not mijn:
            st.info(
                "U zit nog in geen enkel project. Vraag een beheerder om een uitnodiging, en open "
                "de link die u krijgt."
            )
            return
        _nieuw(database, wie, mijn)
        _lijst(database, wie, mijn)
        _open_plan(database, wie)


def _nieuw(database: Database, wie: Gebruiker, mijn: tuple[Project, ...]) -> None:
    """Bewaar wat er nu te zien is als nieuw plan, of lees er een in."""
    schrijfbaar = [project for project in mijn if project.rol >= Projectrol.PLANNER]
    if not schrijfbaar:
        return
    toestand = toestand_van_sessie()
    if huidig_plan() is None:
        st.caption(waaruit(toestand))
        with (
            st.form("nieuw_plan", border=False),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            naam = st.text_input("Naam van het plan", max_chars=NAAM_TEKENS, width=320)
            project = _projectkeuze(schrijfbaar, "nieuw_project")
            gedrukt = st.form_submit_button("Bewaar als plan", type="primary")
        if gedrukt:
            with vangnet():
                versie = maak_plan(database, wie, project.id, naam, als_inhoud(toestand))
                neem_over(versie, oud=toestand)
                st.rerun()
    inlezen = st.expander("Een meegenomen plan inlezen", key="plan_inlezen", on_change="rerun")
    if inlezen.open:
        with inlezen, vangnet():
            _lees_in(database, wie, schrijfbaar)


def waaruit(toestand: Toestand) -> str:
    """Zeg wat er in een nieuw plan komt, als Markdown."""
    aantal = aantal_kandidaten(len(toestand.kandidaten))
    soort = "van het verzonnen voorbeeld" if toestand.fictief else "die u nu voor u hebt"
    return als_markdown(f"Een nieuw plan begint met de {aantal} {soort}, en uw instellingen.")


def _projectkeuze(schrijfbaar: list[Project], sleutel: str) -> Project:
    if len(schrijfbaar) == 1:
        return schrijfbaar[0]
    labels = uniek({project.id: project.naam for project in schrijfbaar})
    keuze = st.selectbox(
        "Project", list(labels), format_func=labels.__getitem__, key=sleutel, width=260
    )
    return next((p for p in schrijfbaar if p.id == keuze), schrijfbaar[0])


def _lees_in(database: Database, wie: Gebruiker, schrijfbaar: list[Project]) -> None:
    bestand = st.file_uploader("Bestand met een plan (.zip)", type=["zip"], key="plan_zip")
    project = _projectkeuze(schrijfbaar, "inlees_project")
    if bestand is not None and st.button("Lees dit plan in", type="primary"):
        eis_bewaard()
        neem_over(lees_plan_in(database, wie, project.id, bestand.getvalue()))
        st.rerun()


def _lijst(database: Database, wie: Gebruiker, mijn: tuple[Project, ...]) -> None:
    st.subheader("Uw plannen", anchor=False)
    archief = st.checkbox("Toon ook het archief", key="toon_archief")
    project = None
    if len(mijn) > 1:
        labels = uniek({ELK_PROJECT: "Alle projecten", **{p.id: p.naam for p in mijn}})
        keuze = st.selectbox(
            "Toon", list(labels), format_func=labels.__getitem__, key="toon_project", width=320
        )
        project = None if keuze == ELK_PROJECT else keuze
    koppen = plannen(database, wie, project, ook_archief=archief)
    if not koppen:
        st.info("Hier staat nog geen plan. Geef hierboven een naam op en klik **Bewaar als plan**.")
    planlijst(database, wie, koppen, mijn)


def _open_plan(database: Database, wie: Gebruiker) -> None:
    """Van het open plan de geschiedenis, de opmerkingen en de resultaten."""
    plan = huidig_plan()
    if plan is None:
        return
    kop = plan.basis.kop
    st.subheader(als_markdown(f"{kop.naam}, versie {getal(plan.basis.nummer)}"), anchor=False)
    sectie = st.segmented_control(
        "Onderdeel", list(SECTIES), default=SECTIES[0], required=True, key="plansectie",
        label_visibility="collapsed",
    )  # fmt: skip
    with vangnet():
        if sectie == "Opmerkingen":
            planopmerkingen(database, wie, plan, toestand_van_sessie())
        elif sectie == "Resultaten":
            planresultaten(database, wie, plan)
        else:
            plangeschiedenis(database, wie, plan)
