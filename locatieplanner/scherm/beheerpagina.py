"""De pagina Beheer: wie er werkt, uitnodigingen, het logboek, de lagen en de database."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlencode, urlsplit

import streamlit as st

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.opslag.beheerlog import Beheerregel
from locatieplanner.opslag.controle import Bevinding, controleer
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.leden import (
    Lid,
    beheerlogboek,
    leden,
    nodig_uit,
    trek_in,
    uitnodigingen,
    zet_rol,
)
from locatieplanner.opslag.projecten import Project, eerste_project, maak_project, projecten
from locatieplanner.scherm.aanmelding import UITNODIGING, gebruiker
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.lagenpagina import samenvatting
from locatieplanner.scherm.plandatabase import plandatabase
from locatieplanner.scherm.planlijst import NAAM_TEKENS
from locatieplanner.scherm.planregel import op_tijd
from locatieplanner.scherm.tekst import als_markdown, uniek
from locatieplanner.scherm.vangnet import vangnet

_MELDING = "beheermelding"
_LINK = "beheerlink"
_ERUIT = "uit het project"


def beheerpagina() -> None:
    """Toon de pagina."""
    st.title("Beheer", anchor=False)
    with vangnet():
        database, wie = plandatabase(), gebruiker()
        if wie.plaatselijk:
            eerste_project(database, wie)
        mijn = [p for p in projecten(database, wie) if p.rol is Projectrol.BEHEERDER]
        melding = st.session_state.pop(_MELDING, "")
        if melding:
            st.error(als_markdown(melding))
        if wie.rol_uit_aanmelding("") is Projectrol.BEHEERDER:
            _nieuw_project(database, wie)
        if not mijn:
            st.info("Beheer is er voor wie in een project beheerder is; dat bent u nergens.")
            return
        project = mijn[0]
        if len(mijn) > 1:
            labels = uniek({p.id: p.naam for p in mijn})
            keuze = st.selectbox(
                "Project",
                list(labels),
                format_func=labels.__getitem__,
                key="beheer_project",
                width=320,
            )
            project = next((p for p in mijn if p.id == keuze), project)
        _mensen(database, wie, project)
        _logboek(beheerlogboek(database, wie, project.id))
        _lagen()
        if wie.rol_uit_aanmelding("") is Projectrol.BEHEERDER:
            _database(database)


def _nieuw_project(database: Database, wie: Gebruiker) -> None:
    with (
        st.form("nieuw_project", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        naam = st.text_input("Nieuw project", max_chars=NAAM_TEKENS, width=320)
        gedrukt = st.form_submit_button("Maak project")
    if gedrukt:
        with vangnet():
            maak_project(database, wie, naam)
            st.rerun()


def _mensen(database: Database, wie: Gebruiker, project: Project) -> None:
    st.subheader("Mensen en rollen", anchor=False)
    st.caption(" · ".join(f"{rol}: {rol.uitleg}" for rol in Projectrol))
    if wie.plaatselijk:
        st.info(
            "U werkt zonder aanmelding, op uw eigen computer: u bent de enige gebruiker, en "
            "beheerder. Samenwerken kan op een server met aanmelding; zie docs/beheer.md."
        )
        return
    alle = leden(database, wie, project.id)
    for lid in alle:
        _lid(database, wie, project, lid)
    st.caption("Wie een rol uit haar aanmelding heeft, staat hier niet bij.")
    st.markdown("##### Uitnodigen")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        rol = st.selectbox("Rol", list(Projectrol), format_func=str, key="nodig_rol", width=180)
        st.button(
            "Maak een uitnodiging",
            key="nodig_uit",
            on_click=_nodig_uit,
            args=(database, wie, project, rol or Projectrol.LEZER),
        )
    link = st.session_state.pop(_LINK, "")
    if link:
        st.markdown("Geef deze link aan één persoon. Zij is nu één keer te zien, en te gebruiken.")
        st.code(link, language=None, wrap_lines=True)
    for uitnodiging in uitnodigingen(database, wie, project.id):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"Open uitnodiging voor een {uitnodiging.rol}, van "
                f"{als_markdown(uitnodiging.door)}, tot {op_tijd(uitnodiging.verloopt)}"
            )
            st.button(
                "Trek in",
                key=f"trek_in_{uitnodiging.kenmerk}",
                on_click=_doe,
                args=(partial(trek_in, database, wie, project.id, uitnodiging.kenmerk),),
            )


def _lid(database: Database, wie: Gebruiker, project: Project, lid: Lid) -> None:
    sleutel = f"rol_{project.id}_{lid.subject}"
    keuzes = [*map(str, Projectrol), _ERUIT]
    st.session_state[sleutel] = str(lid.rol)
    st.selectbox(
        f"{als_markdown(lid.naam)}{' (u)' if lid.subject == wie.subject else ''}",
        keuzes,
        key=sleutel,
        width=320,
        on_change=_zet_rol,
        args=(database, wie, project, lid, sleutel),
    )


def _zet_rol(database: Database, wie: Gebruiker, project: Project, lid: Lid, sleutel: str) -> None:
    rol = Projectrol.lees(str(st.session_state[sleutel]))
    _doe(partial(zet_rol, database, wie, project.id, lid.subject, rol))


def _nodig_uit(database: Database, wie: Gebruiker, project: Project, rol: Projectrol) -> None:
    def maak() -> None:
        sleutel = nodig_uit(database, wie, project.id, rol)
        st.session_state[_LINK] = uitnodigingslink(str(st.context.url or ""), sleutel)

    _doe(maak)


def uitnodigingslink(adres: str, sleutel: str) -> str:
    """Geef de link waarmee iemand een uitnodiging aanneemt.

    Parameters
    ----------
    adres : str
        Adres van de pagina Beheer.
    sleutel : str
        Sleutel van de uitnodiging.
    """
    delen = urlsplit(adres)
    wortel = delen.path.rsplit("/", 1)[0]
    return f"{delen.scheme}://{delen.netloc}{wortel}/?{urlencode({UITNODIGING: sleutel})}"


def _doe(wat: Callable[[], object]) -> None:
    try:
        wat()
    except LocatieplannerFout as fout:
        st.session_state[_MELDING] = str(fout)


def _logboek(regels: tuple[Beheerregel, ...]) -> None:
    st.subheader("Logboek van het project", anchor=False)
    st.html(
        tabel_html(
            "Logboek van het project",
            ("wanneer", "wie", "wat"),
            [(op_tijd(regel.tijd), regel.naam, regel.wat) for regel in regels],
        )
    )


def _lagen() -> None:
    st.subheader("Lagen", anchor=False)
    lagen, cache = lees_catalogus(), Lagencache.van_gebruiker()
    delen = {id_: cache.delen(id_) for id_, laag in lagen.items() if laag.dienst is not None}
    st.markdown(als_markdown(samenvatting(lagen, delen, datetime.now(UTC))))


def _database(database: Database) -> None:
    st.subheader("Database", anchor=False)
    st.caption(als_markdown(f"De plannen staan in {database.waar}."))
    if st.button("Kijk de database na", key="controleer"):
        st.html(controle_html(controleer(database)))


def controle_html(bevindingen: tuple[Bevinding, ...]) -> str:
    """Geef de uitkomst van de controle als tabel."""
    return tabel_html(
        "Controle van de database",
        ("wat", "uitkomst", "gevonden"),
        [(b.wat, "in orde" if b.in_orde else "niet in orde", b.tekst) for b in bevindingen],
    )
