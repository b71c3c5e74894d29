"""Verdringing op het scherm: de waarschuwingen, wat niet te beoordelen is, en wat het heet."""

import streamlit as st

from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.gepland import wat_telt
from locatieplanner.opgave.verdringing import Oordeel
from locatieplanner.rapport.verdringingtabel import verdringingtabel
from locatieplanner.rapport.verdringingtekst import (
    definitie,
    onbeoordeeldzin,
    oordeelzin,
    waarschuwingzin,
)
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.tekst import als_html, als_markdown

GETOOND = 5
"""Zoveel waarschuwingen staan er meteen; de rest in de tabel."""


ALLES = "Alles wat niet afgevallen is"

_KEUZE = "flex_verdringing"


def alleen_gepland() -> bool:
    """Of de gebruiker alleen naar geplande locaties wil kijken."""
    return bool(st.session_state.get(_KEUZE, ALLES) != ALLES)


def verdringingblok(oordeel: Oordeel, namen: dict[str, str], omgeving: Omgeving) -> None:
    """Toon wat er over verdringing te zeggen is, en laat kiezen welke locaties meedoen.

    Parameters
    ----------
    oordeel : Oordeel
        Uitkomst van `locatieplanner.opgave.verdringing.verdringing`.
    namen : dict of str to str
        Hoe een locatie (id) heet voor wie het leest.
    omgeving : Omgeving
        Met aandachtsgroepen en parameters.
    """
    st.html(oordeel_html(oordeel, namen, omgeving))
    with st.expander("Wat heet hier verdringing, en alle gevallen"):
        st.radio(
            "Welke locaties doen mee",
            [ALLES, f"Alleen locaties {wat_telt(omgeving.parameters)}"],
            horizontal=True,
            key=_KEUZE,
        )
        st.markdown("\n".join(f"- {als_markdown(zin)}" for zin in definitie(omgeving, oordeel)))
        st.caption(
            "De afstand, de tijd en de horizon stelt u in op de pagina Kaart, onder Parameters, "
            "onderdeel Flexwonen."
        )
        if oordeel.waarschuwingen or oordeel.onbeoordeeld:
            figuur(verdringingtabel(oordeel, namen, omgeving.aandachtsgroepen), "verdringing")


def oordeel_html(oordeel: Oordeel, namen: dict[str, str], omgeving: Omgeving) -> str:
    """Geef het oordeel als HTML: de zin, de grootste waarschuwingen en wat onbekend is."""
    zinnen = [
        waarschuwingzin(waarschuwing, oordeel, namen, omgeving.aandachtsgroepen)
        for waarschuwing in oordeel.waarschuwingen[:GETOOND]
    ]
    open_ = [onbeoordeeldzin(geval, namen) for geval in oordeel.onbeoordeeld[:GETOOND]]
    meer = len(oordeel.waarschuwingen) + len(oordeel.onbeoordeeld) - len(zinnen) - len(open_)
    if meer:
        open_.append(f"En nog {meer} in de tabel hieronder.")
    lijst = "".join(f"<li><b>Let op.</b> {als_html(zin)}</li>" for zin in zinnen)
    lijst += "".join(f"<li>{als_html(zin)}</li>" for zin in open_)
    klasse = ' class="lp-let"' if oordeel.waarschuwingen else ""
    return (
        f'<section{klasse} aria-label="Verdringing"><p><b>{als_html(oordeelzin(oordeel))}</b></p>'
        f"{f'<ul>{lijst}</ul>' if lijst else ''}</section>"
    )
