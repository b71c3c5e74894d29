"""Twee kaarten die samen bewegen: twee keuzes uit dezelfde kandidaten naast elkaar."""

from dataclasses import dataclass, replace
from enum import IntEnum

import folium

from locatieplanner.domein.klassen import Klassecodes
from locatieplanner.kaart.adressen import Adressen
from locatieplanner.kaart.basislagen import Basislagen
from locatieplanner.kaart.kaart import Scriptkaart, Toestandscript, plekken, toets_namen
from locatieplanner.kaart.klassen import pak
from locatieplanner.kaart.legenda import randlegenda
from locatieplanner.kaart.toestand import Kaarttoestand
from locatieplanner.kaart.wegschrijven import als_json, als_scriptjson

_LANGSTE_TITEL = 120


class Rand(IntEnum):
    """Nummer in `locatieplanner.kaart.vormen.RANDEN`."""

    GELIJK = 0
    ALLEEN_HIER = 1
    ANDER_AANTAL = 2
    ALLEEN_DAAR = 3


@dataclass(frozen=True, eq=False)
class Blad:
    """Een van beide kaarten.

    Parameters
    ----------
    titel : str
        Wat erboven staat; tekst van een gebruiker, die alleen als tekst verschijnt.
    toestand : Kaarttoestand
        Wat de kaart laat zien; tekenen en kiezen kan hier niet.
    randen : ndarray of int8
        Een `Rand` per kandidaat, in de volgorde van de laag.
    """

    titel: str
    toestand: Kaarttoestand
    randen: Klassecodes


def maak_kaartpaar(adressen: Adressen, basislagen: Basislagen) -> folium.Map:
    """Maak het vaste deel van de twee kaarten; zie `locatieplanner.kaart.kaart.maak_kaart`."""
    inhoud = plekken(adressen, basislagen) | {"legenda": [randlegenda().als_dict()]}
    return Scriptkaart(adressen.lagen + basislagen.script, als_json(inhoud), "maakPaar")


def maak_paarlaag(bladen: tuple[Blad, Blad]) -> folium.FeatureGroup:
    """Maak het deel dat per stap verandert.

    Raises
    ------
    ValueError
        Als een bestandsnaam geen bestandsnaam is.
    """
    toets_namen(*(blad.toestand.kandidaten for blad in bladen))
    inhoud = {
        "bladen": [
            {
                "titel": blad.titel[:_LANGSTE_TITEL],
                **replace(blad.toestand, tekenen=False, kiezen=False).als_dict(),
                "randen": pak(blad.randen),
            }
            for blad in bladen
        ]
    }
    laag = folium.FeatureGroup(name="toestand", control=False)
    laag.add_child(Toestandscript(als_scriptjson(inhoud), "toonPaar"))
    return laag
