"""Wat het scherm inleest en uitrekent, één keer en dan bewaard."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

import geopandas as gpd
import pandas as pd
import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling, beoordeel
from locatieplanner.beoordeling.omgeving import Lagen, bouw_omgeving, lees_lagen
from locatieplanner.beoordeling.verhulling import zonder_oordeel
from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.kaartgrenzen import kaartgrenzen
from locatieplanner.bronnen.lagen import lees_gemeenten_kaart, lees_provincies
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.domein.adres import Adreszoeker
from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Waarde
from locatieplanner.invoer.kandidaten import Invoer, lees_kandidaten
from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.scherm.toestand import Toestand

VOORBEELD = "voorbeeld/kandidaten.gpkg"

_SLEUTEL = "beoordeling"

_T = TypeVar("_T")


def lagen() -> Lagen:
    """Geef de lagen; opnieuw gelezen zodra er een ververst is."""
    return _lagen(merk())


def merk() -> str:
    """Geef een afdruk van wat er opgehaald is; zij verandert als er een laag bij komt."""
    return Lagencache.van_gebruiker().merk()


@st.cache_resource(show_spinner="Lagen inlezen…", max_entries=2)
def _lagen(merk: str) -> Lagen:  # noqa: ARG001 - de sleutel van de cache
    return lees_lagen(Lagencache.van_gebruiker())


def gemeenten_kaart() -> gpd.GeoDataFrame:
    """Geef de gemeenten zoals de kaart ze tekent."""
    return _gemeenten_kaart(merk())


@st.cache_resource(show_spinner=False, max_entries=2)
def _gemeenten_kaart(merk: str) -> gpd.GeoDataFrame:
    ingebouwd, vers = lees_gemeenten_kaart(), _lagen(merk).opgehaald.gemeenten
    if vers is None or set(vers.index) == set(ingebouwd.index):
        return ingebouwd
    return kaartgrenzen(vers, provincies_kaart())


@st.cache_resource(show_spinner=False)
def provincies_kaart() -> gpd.GeoDataFrame:
    """Geef de provincies zoals de kaart ze tekent."""
    return lees_provincies()


@st.cache_resource(show_spinner="Voorbeeld inlezen…")
def voorbeeld() -> gpd.GeoDataFrame:
    """Geef de verzonnen voorbeeldkandidaten."""
    return lees(lagenmap() / VOORBEELD, VOORBEELD).kandidaten


def lees(bestand: Path | bytes, naam: str, adreszoeker: Adreszoeker | None = None) -> Invoer:
    """Lees kandidaten uit een bestand en controleer ze.

    Parameters
    ----------
    bestand : Path or bytes
        Het bestand of de inhoud.
    naam : str
        Naam van het bestand.
    adreszoeker : Adreszoeker, optional
        Wie adressen zonder coördinaten opzoekt; zonder gebeurt dat niet.
    """
    alle = lagen()
    return lees_kandidaten(
        bestand,
        naam,
        alle.locatietypen,
        alle.aandachtsgroepen,
        grens=alle.gemeenten,
        adreszoeker=adreszoeker,
    )


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={Eigendoelen: hash})
def omgeving(
    doelset: str,
    parameters: tuple[tuple[str, Waarde], ...],
    vul_aan: bool,
    merk: str,
    eigen_doelen: Eigendoelen,
) -> Omgeving:
    """Geef de omgeving bij een doelset, afwijkende parameters en wat er opgehaald is."""
    alle = _lagen(merk)
    par = alle.parameters.met(dict(parameters))
    return bouw_omgeving(alle, doelset, par, vul_aan=vul_aan, eigen_doelen=eigen_doelen)


def omgeving_van(toestand: Toestand) -> Omgeving:
    """Geef de omgeving die bij de toestand hoort."""
    return omgeving(
        toestand.doelset, toestand.parameters, toestand.vul_aan, merk(), toestand.eigen_doelen
    )


def doelsets_van(toestand: Toestand) -> dict[str, Doelset]:
    """Geef de doelsets met de eigen getallen van de gebruiker erin, per id."""
    return toestand.eigen_doelen.pas_toe(lagen().doelsets)


@dataclass(frozen=True)
class _Bewaard:
    sleutel: tuple[object, ...]
    beoordeling: Beoordeling
    rest: dict[str, object] = field(default_factory=dict)


def sleutel_van(toestand: Toestand) -> tuple[object, ...]:
    """Geef waar de deelscores van afhangen: kandidaten, doelset, parameters en lagen."""
    return (
        *(toestand.versie, toestand.doelset, toestand.vul_aan, toestand.parameters),
        *(toestand.eigen_doelen, merk()),
    )


def _bewaard(toestand: Toestand) -> _Bewaard:
    """Deelscores van deze sessie; alleen opnieuw als kandidaten of omgeving veranderen."""
    sleutel = sleutel_van(toestand)
    bewaard: _Bewaard | None = st.session_state.get(_SLEUTEL)
    if bewaard is None or bewaard.sleutel != sleutel:
        uitkomst = beoordeel(toestand.kandidaten, omgeving_van(toestand), toestand.gewichten)
        bewaard = _Bewaard(sleutel, zonder_oordeel(uitkomst, toestand.afgeschermd))
        st.session_state[_SLEUTEL] = bewaard
    return bewaard


def beoordeling_van(toestand: Toestand) -> Beoordeling:
    """Geef de beoordeling van de kandidaten, met de gewichten van de toestand."""
    return _bewaard(toestand).beoordeling.herweeg(toestand.gewichten)


def onthoud(toestand: Toestand, naam: str, maak: Callable[[Beoordeling], _T]) -> _T:
    """Geef iets wat van kandidaten en omgeving afhangt en niet van de gewichten.

    Parameters
    ----------
    toestand : Toestand
        Waar het bij hoort.
    naam : str
        Waaronder het bewaard wordt; wat er verder toe doet hoort in de naam.
    maak : callable
        Maakt het uit de beoordeling; de weging daarvan doet niet ter zake.
    """
    bewaard = _bewaard(toestand)
    if naam not in bewaard.rest:
        bewaard.rest[naam] = maak(bewaard.beoordeling)
    return cast("_T", bewaard.rest[naam])


def laatste(naam: str, sleutel: tuple[object, ...], maak: Callable[[], _T]) -> _T:
    """Geef wat het laatst onder een naam gemaakt is, opnieuw als de sleutel anders is.

    Parameters
    ----------
    naam : str
        Waaronder het in deze sessie bewaard wordt; alleen het laatste blijft.
    sleutel : tuple
        Alles waar de uitkomst van afhangt.
    maak : callable
        Maakt de uitkomst.
    """
    plek = f"laatste {naam}"
    bewaard: tuple[tuple[object, ...], _T] | None = st.session_state.get(plek)
    if bewaard is None or bewaard[0] != sleutel:
        bewaard = (sleutel, maak())
        st.session_state[plek] = bewaard
    return bewaard[1]


def stand_van(toestand: Toestand) -> pd.DataFrame:
    """Geef de stand per provincie; zie `stand_per_provincie`."""
    return onthoud(
        toestand,
        "stand",
        lambda beoordeling: stand_per_provincie(
            beoordeling.omgeving, beoordeling.gepland_per_gemeente
        ),
    )
