"""De lijst met plannen: openen, kopiëren, hernoemen, archiveren en meenemen."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.pakket import pak_plan_in
from locatieplanner.opslag.plannen import archiveer, hernoem, kopieer
from locatieplanner.opslag.planversie import Plankop
from locatieplanner.opslag.projecten import Project
from locatieplanner.scherm.openplan import eis_bewaard, huidig_plan, open_in_sessie
from locatieplanner.scherm.planregel import op_tijd
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.vangnet import vangnet

NAAM_TEKENS = 120
_MELDING = "planlijstmelding"


def planlijst(
    database: Database, wie: Gebruiker, koppen: tuple[Plankop, ...], projecten: tuple[Project, ...]
) -> None:
    """Toon elk plan op een regel, met wat de gebruiker ermee mag.

    Parameters
    ----------
    database : Database
        Waar de plannen staan.
    wie : Gebruiker
        Wie er kijkt.
    koppen : tuple of Plankop
        De plannen, in volgorde.
    projecten : tuple of Project
        De projecten van de gebruiker.
    """
    melding = st.session_state.pop(_MELDING, "")
    if melding:
        st.error(als_markdown(melding))
    namen = {project.id: project.naam for project in projecten}
    open_ = huidig_plan()
    for kop in koppen:
        is_open = open_ is not None and open_.id == kop.id
        with st.container(horizontal=True, vertical_alignment="center", key=f"plan-{kop.id}"):
            st.markdown(
                regel(kop, namen.get(kop.project, "") if len(projecten) > 1 else "", open_=is_open)
            )
            st.button(
                "Open",
                key=f"open_{kop.id}",
                disabled=is_open,
                on_click=_doe,
                args=(partial(open_in_sessie, kop.id),),
            )
            if kop.rol >= Projectrol.PLANNER:
                with st.popover("Meer"), vangnet():
                    _meer(database, wie, kop)


def regel(kop: Plankop, project: str, *, open_: bool) -> str:
    """Geef een plan in één regel, als Markdown.

    Parameters
    ----------
    kop : Plankop
        Het plan.
    project : str
        Naam van het project; leeg als die er niet toe doet.
    open_ : bool
        Of het in deze sessie open is.
    """
    delen = [
        f"**{als_markdown(kop.naam)}**",
        *([als_markdown(project)] if project else []),
        f"versie {getal(kop.nummer)}",
        f"{op_tijd(kop.gewijzigd)} door {als_markdown(kop.door)}",
        f"u bent {kop.rol}",
        *(["in het archief"] if kop.gearchiveerd else []),
        *(["nu open"] if open_ else []),
    ]
    return " · ".join(delen)


def _meer(database: Database, wie: Gebruiker, kop: Plankop) -> None:
    """Wat een planner verder met een plan kan doen."""
    naam = st.text_input(
        "Naam", value=kop.naam, max_chars=NAAM_TEKENS, key=f"naam_{kop.id}_{kop.nummer}"
    )
    st.button(
        "Hernoem",
        key=f"hernoem_{kop.id}",
        on_click=_verander,
        args=(kop, partial(hernoem, database, wie, kop.id, naam)),
    )
    st.button(
        "Kopieer",
        key=f"kopieer_{kop.id}",
        on_click=_verander,
        args=(kop, partial(kopieer, database, wie, kop.id, f"Kopie van {naam}"[:NAAM_TEKENS])),
    )
    st.button(
        "Haal uit archief" if kop.gearchiveerd else "Archiveer",
        key=f"archief_{kop.id}",
        on_click=_verander,
        args=(kop, partial(archiveer, database, wie, kop.id, terug=kop.gearchiveerd)),
    )
    st.download_button(
        "Neem mee (zip)",
        # Pas bij de klik wordt het bestand gemaakt, en dan nog eens op rechten gekeken.
        data=partial(pak_plan_in, database, wie, kop.id),
        file_name="plan.zip",
        mime="application/zip",
        on_click="ignore",
        key=f"zip_{kop.id}",
    )
    # Onder de knoppen: een tekst die bij aanwijzen verschijnt, dekt de knop erboven af.
    st.caption(
        "Een kopie heeft dezelfde inhoud; haar geschiedenis begint opnieuw. De zip heeft het hele "
        "plan met zijn geschiedenis, om elders in te lezen; er staan ook beschermde locaties in."
    )


def _verander(kop: Plankop, wat: Callable[[], object]) -> None:
    """Doe iets met een plan; is het open, dan gaat het daarna opnieuw open."""

    def doe() -> None:
        open_ = huidig_plan()
        is_open = open_ is not None and open_.id == kop.id
        if is_open:
            eis_bewaard()
        wat()
        if is_open:
            open_in_sessie(kop.id)

    _doe(doe)


def _doe(wat: Callable[[], object]) -> None:
    try:
        wat()
    except LocatieplannerFout as fout:
        st.session_state[_MELDING] = str(fout)
