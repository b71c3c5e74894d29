"""Het doorrekenen van een gebied op de achtergrond, met voortgang en een knop om te stoppen."""

import math
from dataclasses import dataclass
from functools import partial

import streamlit as st

from locatieplanner.domein.notatie import getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.fouten import Afgebroken
from locatieplanner.portefeuille.voortgang import Toezicht, Voortgang
from locatieplanner.scherm.berekening import Berekening, begin
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.zoekformulier import Rastervraag
from locatieplanner.scherm.zoekmap import Zoekmap
from locatieplanner.zoekgebieden.instelling import Instelling
from locatieplanner.zoekgebieden.zoekraster import Zoekraster, bereken

GEREKEND = "zoekgebieden_gerekend"
"""Waar in de sessie staat wat er doorgerekend is."""

_LOPEND = "zoekgebieden_lopend"
_MELDING = "zoekgebieden_melding"
_KIJKTIJD_S = 1.0
_BLOK_CELLEN = 256
"""Kleiner dan voor de opdracht: zo beweegt de voortgang en stopt het rekenen snel."""


@dataclass(frozen=True, eq=False)
class Doorgerekend:
    """Een doorgerekend gebied, en waar het bij hoort.

    Parameters
    ----------
    raster : Zoekraster
        De uitkomst.
    vraag : Rastervraag
        Wat er gevraagd was.
    omgeving : Omgeving
        Waartegen beoordeeld is.
    sleutel : tuple
        Waar de uitkomst van afhangt; is die nu anders, dan is zij van eerder.
    map : Zoekmap
        Waar het raster staat; de map blijft zolang dit bestaat.
    """

    raster: Zoekraster
    vraag: Rastervraag
    omgeving: Omgeving
    sleutel: tuple[object, ...]
    map: Zoekmap


def begin_te_rekenen(vraag: Rastervraag, omgeving: Omgeving, sleutel: tuple[object, ...]) -> None:
    """Begin een gebied door te rekenen; wat er nog liep, stopt."""
    lopend: Berekening[Doorgerekend] | None = st.session_state.get(_LOPEND)
    if lopend is not None:
        lopend.breek_af()
    st.session_state[_LOPEND] = begin(partial(reken_door, vraag, omgeving, sleutel))


def reken_door(
    vraag: Rastervraag, omgeving: Omgeving, sleutel: tuple[object, ...], toezicht: Toezicht
) -> Doorgerekend:
    """Reken een gebied door in een eigen map.

    Raises
    ------
    Afgebroken
        Als iemand vroeg te stoppen.
    """
    map_ = Zoekmap()

    def meld(klaar: int, totaal: int) -> None:
        toezicht.controleer()
        if toezicht.meld is not None:
            stap = f"{getal(klaar)} van {getal(totaal)} blokken"
            toezicht.meld(Voortgang(stap, math.nan, math.nan, math.nan, 0.0))

    raster = bereken(
        omgeving,
        Instelling(vraag.capaciteit, vraag.type),
        vraag.gebied,
        map_.raster,
        rooster=vraag.rooster,
        blok=_BLOK_CELLEN,
        # Eén proces: een server rekent voor meer mensen tegelijk.
        processen=1,
        voortgang=meld,
    )
    return Doorgerekend(raster, vraag, omgeving, sleutel, map_)


def oogst() -> None:
    """Neem het antwoord over van een berekening die klaar is."""
    lopend: Berekening[Doorgerekend] | None = st.session_state.get(_LOPEND)
    if lopend is None or lopend.bezig:
        return
    del st.session_state[_LOPEND]
    with vangnet(partial(st.session_state.__setitem__, _MELDING)):
        try:
            st.session_state[GEREKEND] = lopend.antwoord()
        except Afgebroken:
            st.session_state[_MELDING] = "Het rekenen is gestopt. Wat er stond, is gebleven."


def toon_lopend() -> bool:
    """Toon hoever het rekenen is en wat er misging; geef of er iets loopt."""
    bezig = _LOPEND in st.session_state
    if bezig:
        _volg()
    melding = st.session_state.pop(_MELDING, "")
    if melding:
        st.error(als_markdown(melding))
    return bezig


@st.fragment(run_every=_KIJKTIJD_S)
def _volg() -> None:
    """Toon hoever het is; alleen dit stukje van de pagina tekent zich opnieuw."""
    lopend: Berekening[Doorgerekend] | None = st.session_state.get(_LOPEND)
    if lopend is None or not lopend.bezig:
        st.rerun()
        return
    with st.container(border=True, key="rekenen"):
        st.markdown(als_markdown(voortgangszin(lopend)))
        st.button("Stop met rekenen", on_click=lopend.breek_af, key="stop_rekenen")


def voortgangszin(berekening: Berekening[Doorgerekend]) -> str:
    """Zeg hoever een berekening is."""
    duur = f"{getal(berekening.seconden)} s"
    if berekening.wacht:
        return f"Het rekenen wacht op zijn beurt ({duur}). U kunt intussen verder werken."
    stand = berekening.voortgang
    stap = "de lagen worden klaargezet" if stand is None else stand.stap
    return f"Er wordt gerekend ({duur}): {stap}. U kunt intussen verder werken."
