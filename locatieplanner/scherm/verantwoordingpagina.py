"""De pagina Verantwoording: wat het programma doet en niet doet, en waar elk getal vandaan komt."""

import streamlit as st

from locatieplanner.bronnen.begrippen import begrippenlijst, lees_verantwoording
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.rapport.verantwoording import (
    begrippentabel,
    formuleblokken,
    lagentabel,
    parametertabel,
    vraag_van,
)
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.parameterpaneel import GROEPEN
from locatieplanner.scherm.sectie import Sectie, toon_sectie
from locatieplanner.scherm.tekst import als_markdown


def verantwoordingpagina() -> None:
    """Toon de pagina; alleen het gekozen deel wordt gemaakt."""
    st.title("Verantwoording", anchor=False)
    toon_sectie(SECTIES, "de verantwoording", "verantwoording_sectie", 0)


def _over() -> None:
    for rubriek in lees_verantwoording():
        st.subheader(als_markdown(rubriek.naam), anchor=False)
        st.markdown("\n".join(f"- {als_markdown(punt)}" for punt in rubriek.punten))


def _formules() -> None:
    parameters = gegevens.omgeving_van(toestand_van_sessie()).parameters
    for criterium in CRITERIA:
        st.subheader(criterium.capitalize(), anchor=False)
        st.markdown(als_markdown(vraag_van(criterium)))
        # De eerste zin is die vraag zelf.
        for blok in formuleblokken(criterium)[1:]:
            if blok.formule:
                st.code(blok.tekst, language=None, wrap_lines=True)
            else:
                st.markdown(als_markdown(blok.tekst))
        figuur(
            parametertabel(
                parameters.groep(criterium), f"De constanten van {criterium}, zoals nu ingesteld"
            ),
            f"constanten-{criterium}",
        )


def _parameters() -> None:
    groep = st.selectbox("Onderdeel", GROEPEN, format_func=str.capitalize, key="over_parameters")
    parameters = gegevens.omgeving_van(toestand_van_sessie()).parameters
    figuur(
        parametertabel(parameters.groep(groep), f"Parameters van {groep}, zoals nu ingesteld"),
        f"parameters-{groep}",
    )
    st.caption("Veranderen kan op de pagina Kaart, onder Parameters.")


def _gegevens() -> None:
    figuur(lagentabel(lees_catalogus()), "gegevens")


def _begrippen() -> None:
    figuur(
        begrippentabel(begrippenlijst({naam: vraag_van(naam) for naam in CRITERIA})), "begrippen"
    )


SECTIES: tuple[Sectie[[]], ...] = (
    Sectie("Wat het doet", "Wat doet het programma, wat niet, en wie mag het gebruiken?", _over),
    Sectie("Formules", "Hoe komt elke score tot stand?", _formules),
    Sectie("Parameters", "Welke constanten zijn er, waarom die waarde, en van wie?", _parameters),
    Sectie("Gegevens", "Waar komt het vandaan, van wanneer, en onder welke licentie?", _gegevens),
    Sectie("Begrippen", "Wat betekent dat woord?", _begrippen),
)
