"""De pagina Opgave: wat moet er komen, voor wie, waar en wanneer."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.behoeftesectie import behoeftesectie
from locatieplanner.scherm.doelsectie import doelsectie
from locatieplanner.scherm.doelsetkeuze import doelsetkeuze
from locatieplanner.scherm.gebiedskeuze import Gekozengebied, gebiedskeuze
from locatieplanner.scherm.ketensectie import ketensectie
from locatieplanner.scherm.overzichtsectie import overzichtsectie
from locatieplanner.scherm.taaksectie import taaksectie
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.verdeelsectie import verdeelsectie
from locatieplanner.scherm.voortgangsectie import voortgangsectie


@dataclass(frozen=True)
class Sectie:
    """Een deel van de pagina.

    Parameters
    ----------
    naam : str
        Wat er op de knop staat.
    vraag : str
        De vraag die dit deel beantwoordt.
    toon : callable
        Toont het deel voor een toestand en een gebied.
    """

    naam: str
    vraag: str
    toon: Callable[[Toestand, Gekozengebied], None]


SECTIES = (
    Sectie("Overzicht", "Wat is het doel, wat is er, en wat ontbreekt er nog?", overzichtsectie),
    Sectie("Doelsets", "Welke doelen zijn er, waar komen zij vandaan, en kloppen zij?", doelsectie),
    Sectie("Verdeling", "Welk deel van het doel hoort bij welke gemeente?", verdeelsectie),
    Sectie(
        "Taakstelling",
        "Hoeveel vergunninghouders huisvest elke gemeente, en wat is er gedaan?",
        taaksectie,
    ),
    Sectie(
        "Voortgang", "Hoever zijn de plannen, en wanneer wordt het doel gehaald?", voortgangsectie
    ),
    Sectie(
        "Pieken en dalen", "Welke maanden komt u tekort, en wat kost een buffer?", behoeftesectie
    ),
    Sectie("Keten", "Wat schelen flexwoningen in de opvang, en vanaf welke maand?", ketensectie),
)


def opgavepagina() -> None:
    """Toon de pagina; alleen het gekozen deel wordt gemaakt."""
    toestand = toestand_van_sessie()
    st.title("Opgave", anchor=False)
    with st.container(key="opgavekeuze"):
        links, rechts = st.columns([1, 1])
        with links:
            toestand = doelsetkeuze(toestand, "opgave_doelset")
        with rechts:
            gebied = gebiedskeuze(toestand, gegevens.lagen().gemeenten, "opgave")
    toestand = toestand_van_sessie()
    namen = {sectie.naam: sectie for sectie in SECTIES}
    gekozen = st.segmented_control(
        "Onderdeel van de opgave",
        list(namen),
        default=SECTIES[0].naam,
        required=True,
        key="opgave_sectie",
        label_visibility="collapsed",
    )
    sectie = namen[gekozen or SECTIES[0].naam]
    st.caption(sectie.vraag)
    with vangnet():
        sectie.toon(toestand, gebied)
