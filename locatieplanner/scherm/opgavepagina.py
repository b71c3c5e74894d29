"""De pagina Opgave: wat moet er komen, voor wie, waar en wanneer."""

import streamlit as st

from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.behoeftesectie import behoeftesectie
from locatieplanner.scherm.doelsectie import doelsectie
from locatieplanner.scherm.doelsetkeuze import doelsetkeuze
from locatieplanner.scherm.gebiedskeuze import gebiedskeuze
from locatieplanner.scherm.ketensectie import ketensectie
from locatieplanner.scherm.overzichtsectie import overzichtsectie
from locatieplanner.scherm.sectie import Sectie, toon_sectie
from locatieplanner.scherm.taaksectie import taaksectie
from locatieplanner.scherm.verdeelsectie import verdeelsectie
from locatieplanner.scherm.voortgangsectie import voortgangsectie

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
    toon_sectie(SECTIES, "de opgave", "opgave_sectie", 0, toestand, gebied)
