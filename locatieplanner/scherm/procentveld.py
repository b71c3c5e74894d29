"""Een aandeel om in te stellen op de plek waar het ertoe doet, met zijn reden erbij."""

from dataclasses import replace

import streamlit as st

from locatieplanner.domein.parameters import Parameter
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

_PROCENT = 100


def procentveld(parameter: Parameter, sleutel: str) -> None:
    """Toon een aandeel als schuif in procenten; wat de gebruiker kiest geldt overal.

    Parameters
    ----------
    parameter : Parameter
        Een aandeel (0–1) met grenzen, zoals het nu geldt.
    sleutel : str
        Sleutel van de schuif, uniek op de pagina.
    """
    if parameter.minimum is None or parameter.maximum is None:
        return
    st.session_state[sleutel] = als_procent(parameter.waarde)
    st.slider(
        parameter.naam,
        min_value=als_procent(parameter.minimum),
        max_value=als_procent(parameter.maximum),
        step=1.0,
        format="%g %%",
        key=sleutel,
        on_change=_zet,
        args=(parameter.id, sleutel),
        help=als_markdown(f"{parameter.reden} {parameter.herkomst.zin}."),
    )


def als_procent(waarde: object) -> float:
    """Geef een aandeel in procenten.

    >>> als_procent(0.125)
    12.5
    """
    return round(float(waarde) * _PROCENT, 6) if isinstance(waarde, int | float) else 0.0


def met_procent(toestand: Toestand, id: str, procent: float) -> Toestand:
    """Geef de toestand waarin een aandeel een ander percentage heeft."""
    anders = dict(toestand.parameters) | {id: procent / _PROCENT}
    return replace(toestand, parameters=tuple(sorted(anders.items())))


def _zet(id: str, sleutel: str) -> None:
    toestand = huidige()
    if toestand is not None:
        bewaar(met_procent(toestand, id, st.session_state[sleutel]))
