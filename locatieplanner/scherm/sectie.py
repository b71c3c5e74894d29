"""Delen van een pagina, waarvan alleen het gekozen deel gemaakt wordt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, ParamSpec

import streamlit as st

from locatieplanner.scherm.vangnet import vangnet

_P = ParamSpec("_P")


@dataclass(frozen=True)
class Sectie(Generic[_P]):
    """Een deel van een pagina.

    Parameters
    ----------
    naam : str
        Wat er op de knop staat.
    vraag : str
        De vraag die dit deel beantwoordt.
    toon : callable
        Toont het deel.
    """

    naam: str
    vraag: str
    toon: Callable[_P, None]


def toon_sectie(
    secties: Sequence[Sectie[_P]],
    waarvan: str,
    sleutel: str,
    standaard: int,
    /,
    *waarden: _P.args,
    **namen: _P.kwargs,
) -> None:
    """Laat een deel kiezen en toon het; wat daarin misgaat, raakt de rest van de pagina niet.

    Parameters
    ----------
    secties : sequence of Sectie
        De delen, in de volgorde van de knoppen.
    waarvan : str
        Waar het delen van zijn, voor wie het hoort: ``de opgave``.
    sleutel : str
        Sleutel van het keuzeveld.
    standaard : int
        Welk deel er zonder keuze staat.
    *waarden, **namen
        Wat elk deel krijgt.
    """
    op_naam = {sectie.naam: sectie for sectie in secties}
    eerste = secties[standaard]
    gekozen = st.segmented_control(
        f"Onderdeel van {waarvan}",
        list(op_naam),
        default=eerste.naam,
        required=True,
        key=sleutel,
        label_visibility="collapsed",
    )
    sectie = op_naam[gekozen or eerste.naam]
    st.caption(sectie.vraag)
    with vangnet():
        sectie.toon(*waarden, **namen)
