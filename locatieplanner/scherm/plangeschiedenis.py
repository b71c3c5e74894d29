"""De geschiedenis van het open plan: wie deed wat wanneer en waarom, en terug naar een versie."""

import streamlit as st

from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.domein.notatie import getal
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.geschiedenis import Logregel, herstel_versie, logboek, vergelijk
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.openplan import Openplan, eis_bewaard, neem_over, open_in_sessie
from locatieplanner.scherm.planregel import op_tijd
from locatieplanner.scherm.toestand import huidige
from locatieplanner.scherm.vangnet import vangnet

_PER_KEER = 50
_MEESTE_VERSCHILLEN = 8
# Bij het begin van een plan is alles nieuw; een lijst daarvan zegt niets.
_BEGIN = frozenset({Soort.GEMAAKT, Soort.GEKOPIEERD, Soort.INGELEZEN})


def plangeschiedenis(database: Database, wie: Gebruiker, plan: Openplan) -> None:
    """Toon het logboek, en laat een andere versie openen, vergelijken of herstellen."""
    laatste = plan.basis.kop.nummer
    aantal = st.session_state.get("log_aantal", _PER_KEER)
    regels = logboek(database, wie, plan.id, aantal=aantal)
    st.html(
        tabel_html(
            "Geschiedenis",
            ("versie", "wanneer", "wie", "wat", "waarom"),
            [logrij(regel) for regel in regels],
        )
    )
    if regels and regels[-1].nummer > 1:
        st.button("Toon ouder", on_click=_toon_ouder, args=(aantal,), key="log_ouder")
    st.markdown("##### Een andere versie")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        nummer = int(
            st.number_input(
                "Versie", 1, laatste, min(plan.basis.nummer, laatste), key="versie_keuze", width=160
            )
        )
        if st.button("Open deze versie", key="versie_open"):
            open_in_sessie(plan.id, nummer if nummer != laatste else None)
            st.rerun()
        mag = plan.basis.kop.rol >= Projectrol.PLANNER and not plan.basis.kop.gearchiveerd
        if mag and st.button("Herstel deze versie", key="versie_herstel"):
            eis_bewaard()
            neem_over(herstel_versie(database, wie, plan.id, nummer), oud=huidige())
            st.rerun()
    st.caption(
        "Een oude versie is alleen te bekijken. Herstellen maakt een nieuwe versie met de inhoud "
        "van de oude; er gaat niets uit de geschiedenis weg."
    )
    st.markdown("##### Twee versies vergelijken")
    _vergelijk(database, wie, plan, laatste)


def logrij(regel: Logregel) -> tuple[str, str, str, str, str]:
    """Geef een gebeurtenis als rij van de tabel."""
    wat = [str(regel.soort)]
    if regel.doel is not None:
        wat[0] = f"{wat[0]} (versie {getal(regel.doel)})"
    if regel.soort not in _BEGIN:
        wat += [verschil.zin for verschil in regel.verschillen[:_MEESTE_VERSCHILLEN]]
        rest = regel.meer + len(regel.verschillen[_MEESTE_VERSCHILLEN:])
        if rest:
            wat.append(f"en nog {getal(rest)} andere; vergelijk de versies om ze te zien")
    if regel.ongedaan:
        wat.append("later ongedaan gemaakt")
    wie = f"{regel.naam} (u)" if regel.eigen else regel.naam
    return getal(regel.nummer), op_tijd(regel.tijd), wie, "; ".join(wat), regel.waarom


def _toon_ouder(aantal: int) -> None:
    st.session_state["log_aantal"] = aantal + _PER_KEER


def _vergelijk(database: Database, wie: Gebruiker, plan: Openplan, laatste: int) -> None:
    with st.container(horizontal=True):
        van = int(st.number_input("Van versie", 1, laatste, 1, key="vergelijk_van", width=160))
        naar = int(
            st.number_input("Naar versie", 1, laatste, laatste, key="vergelijk_naar", width=160)
        )
    with vangnet():
        anders = vergelijk(database, wie, plan.id, van, naar)
        if not anders:
            st.caption("Deze versies zijn gelijk.")
            return
        st.html(
            tabel_html(
                "Verschillen",
                ("kandidaat", "wat", f"versie {getal(van)}", f"versie {getal(naar)}"),
                [(v.naam or "instelling", v.wat, v.van, v.naar) for v in anders],
            )
        )
