"""Vastgelegde resultaten van het open plan: met welke lagen en welk programma, en narekenen."""

import streamlit as st

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.domein.notatie import getal
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.lagenstand import lagenstand
from locatieplanner.opslag.resultaten import (
    Nareken,
    Resultaat,
    leg_resultaat_vast,
    reken_na,
    resultaten,
)
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.openplan import Openplan, eis_bewaard
from locatieplanner.scherm.planregel import op_tijd
from locatieplanner.scherm.tekst import als_markdown, uniek


def planresultaten(database: Database, wie: Gebruiker, plan: Openplan) -> None:
    """Toon de resultaten, leg er een vast, of reken er een na."""
    st.markdown(
        "Een resultaat legt vast welke scores een versie gaf, met welk programma en welke lagen. "
        "Later is na te rekenen of dezelfde gegevens dezelfde scores geven."
    )
    mag = plan.basis.kop.rol >= Projectrol.PLANNER and not plan.basis.kop.gearchiveerd
    if mag and st.button("Leg het resultaat nu vast", key="resultaat_vast"):
        eis_bewaard()
        leg_resultaat_vast(
            database, wie, plan.id, gegevens.lagen(), lagenstand(Lagencache.van_gebruiker())
        )
    gevonden = resultaten(database, wie, plan.id)
    if not gevonden:
        st.caption("Er is nog geen resultaat vastgelegd.")
        return
    st.html(
        tabel_html(
            "Resultaten",
            ("versie", "wanneer", "wie", "programma", "kandidaten", "lagen", "afdruk"),
            [resultaatrij(resultaat) for resultaat in gevonden],
        )
    )
    if not mag:
        return
    labels = uniek({r.id: f"versie {getal(r.nummer)} van {op_tijd(r.tijd)}" for r in gevonden})
    keuze = st.selectbox(
        "Resultaat", list(labels), format_func=labels.__getitem__, key="resultaat_keuze"
    )
    if keuze is not None and st.button("Reken na", key="resultaat_na"):
        uitkomst = reken_na(
            *(database, wie, plan.id, keuze, gegevens.lagen()),
            lagenstand(Lagencache.van_gebruiker()),
        )
        (st.success if uitkomst.gelijk else st.warning)(als_markdown(narekenzin(uitkomst)))


def resultaatrij(resultaat: Resultaat) -> tuple[str, ...]:
    """Geef een resultaat als rij van de tabel."""
    return (
        getal(resultaat.nummer),
        op_tijd(resultaat.tijd),
        resultaat.naam,
        resultaat.programma,
        getal(resultaat.kandidaten),
        getal(len(resultaat.lagen)),
        resultaat.scores_sha256[:12],
    )


def narekenzin(uitkomst: Nareken) -> str:
    """Zeg of de scores dezelfde zijn, en wat er anders is."""
    eerst = (
        "Dezelfde scores als toen."
        if uitkomst.gelijk
        else "Andere scores dan toen; dit resultaat is nu niet te herhalen."
    )
    rest = "; ".join(uitkomst.verschillen)
    return f"{eerst} Anders dan toen: {rest}." if rest else eerst
