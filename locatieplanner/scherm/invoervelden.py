"""Invoervelden die meegaan als de toestand van buiten verandert.

Een veld houdt in de browser zijn eigen waarde vast. Opent iemand een plan, of verandert een ander
er iets in, dan moet het veld de nieuwe waarde laten zien; anders zette het de oude weer terug.
"""

from collections.abc import MutableMapping
from typing import Any

import streamlit as st

from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.scherm import gewichten
from locatieplanner.scherm.gebiedskeuze import HEEL_NEDERLAND
from locatieplanner.scherm.toestand import Toestand

_VRAAG = "velden_volgen"
_ZELFDE_NAAM = ("vul_aan", "achtergrond", "nieuw_type", "nieuw_capaciteit")
_VAN_PARAMETERS = ("parameter_", "schuif_", "zekerheid_")
_PROVINCIE, _DOELSET, _KETEN = "provincie", "doelset", "keten_scenario"


def laat_volgen() -> None:
    """Laat de velden de volgende beurt de toestand volgen; in deze beurt staan zij er al."""
    st.session_state[_VRAAG] = True


def volg(toestand: Toestand | None) -> None:
    """Zet de velden, als daarom gevraagd is; aan het begin van een beurt."""
    if st.session_state.pop(_VRAAG, False) and toestand is not None:
        zet_velden(toestand, st.session_state)


def zet_velden(toestand: Toestand, sessie: MutableMapping[Any, Any]) -> None:
    """Geef elk veld dat er al is de waarde uit de toestand.

    Parameters
    ----------
    toestand : Toestand
        Wat er geldt.
    sessie : mutable mapping
        De velden, per sleutel.
    """
    provincie = toestand.provincie or HEEL_NEDERLAND
    vast: dict[str, Any] = {naam: getattr(toestand, naam) for naam in _ZELFDE_NAAM}
    vast[_KETEN] = toestand.ketenscenario
    for criterium in CRITERIA:
        for pagina in gewichten.PAGINAS:
            gewicht = round(getattr(toestand.gewichten, criterium))
            vast[gewichten.sleutel(criterium, pagina)] = gewicht
    for sleutel in map(str, list(sessie)):
        if sleutel in vast:
            sessie[sleutel] = vast[sleutel]
        elif sleutel == _PROVINCIE or sleutel.endswith(f"_{_PROVINCIE}"):
            sessie[sleutel] = provincie
        elif sleutel == _DOELSET or sleutel.endswith(f"_{_DOELSET}"):
            sessie[sleutel] = toestand.doelset
        elif sleutel.startswith(_VAN_PARAMETERS):
            # Wat het veld dan toont, volgt uit de parameters.
            del sessie[sleutel]
