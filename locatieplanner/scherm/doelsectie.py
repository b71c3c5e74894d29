"""Doelsets: naast elkaar, tegenover hun totaal, en met eigen getallen."""

import streamlit as st

from locatieplanner.beoordeling.omgeving import inwoners_per_provincie
from locatieplanner.opgave.controle import boven_doel
from locatieplanner.opgave.vergelijking import naast_elkaar, vergelijk_totalen
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.doelgrafiek import doelgrafiek
from locatieplanner.scherm.doelvergelijking import naast_html, naasttabel, rijentabel, totaaltabel
from locatieplanner.scherm.eigendoelen import eigendoelen
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.vangnet import vangnet


def doelsectie(toestand: Toestand, gebied: Gekozengebied) -> None:
    """Toon de doelsets van het gebied; van een gemeente is dat haar provincie."""
    provincie, doelsets = gebied.provincie, gegevens.doelsets_van(toestand)
    inwoners = inwoners_per_provincie(gegevens.lagen().gemeenten)
    omgeving = gegevens.omgeving_van(toestand)
    let_op = boven_doel(gegevens.stand_van(toestand), omgeving, provincie)
    if let_op is not None:
        st.info(als_markdown(let_op))
    naast = naast_elkaar(doelsets, inwoners, vul_aan=toestand.vul_aan)
    if provincie is not None:
        naast = naast[naast["provincie"] == provincie]
    waar = provincie or "alle provincies"
    grafiek, hoogte = doelgrafiek(naast)
    figuur(naasttabel(naast, waar), f"doelsets-{waar}", grafiek, hoogte=hoogte)
    st.caption(
        "Een open teken is afgeleid, een gevuld teken staat in een bron; de streep is de "
        "bandbreedte. Klik in de tabel op een getal voor bron, datum en toelichting."
    )
    st.html(naast_html(naast, f"Doelsets naast elkaar, {waar}"))
    if provincie is not None:
        doelset = doelsets[toestand.doelset]
        figuur(
            rijentabel(doelset, (provincie,), f"Rijen van {provincie} in deze doelset"),
            f"rijen-{toestand.doelset}-{provincie}",
        )
    figuur(totaaltabel(vergelijk_totalen(doelsets, inwoners)), "totalen-doelsets")
    with vangnet():
        eigendoelen(toestand, provincie)
