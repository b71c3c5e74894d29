"""De kaart van Zoekgebieden: het raster in vijf klassen, en het gekozen gebied."""

import weakref
from dataclasses import replace

import shapely
import streamlit as st
from shapely.geometry import Point

from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.kaart.rasterbeeld import (
    Rasterbeeld,
    schrijf_rasterbeeld,
    verwijder_rasterbeeld,
)
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand, Zoekpunt
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.blijvend import blijvend
from locatieplanner.scherm.kaartbestanden import basislagen, kandidaatlaag, kandidatenmap
from locatieplanner.scherm.kaartvlak import dichtheid
from locatieplanner.scherm.kijkkaart import kijkkaart, scoreklassen_van
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.zoekloop import Doorgerekend
from locatieplanner.zoekgebieden.celklassen import klassen_van_cellen
from locatieplanner.zoekgebieden.gebieden import Zoekgebieden

HOOGTE = 560

_KLASSEN = replace(SCOREKLASSEN, titel="Zoekraster: totaalscore van een locatie op elke cel")
_RAND_M = 500.0


class _Beeldbestand:
    """Het beeld van één sessie: één bestand, dat met dit object verdwijnt."""

    def __init__(self, beeld: Rasterbeeld) -> None:
        self.beeld = beeld
        weakref.finalize(self, verwijder_rasterbeeld, beeld.bestand, kandidatenmap())


def zoekkaart(
    toestand: Toestand, gerekend: Doorgerekend, gevonden: Zoekgebieden, gekozen: str | None
) -> None:
    """Toon het raster, de kandidaten van het plan en de omtrek van het gekozen gebied.

    Parameters
    ----------
    toestand : Toestand
        Met de gewichten waarmee gekleurd wordt.
    gerekend : Doorgerekend
        Het doorgerekende gebied.
    gevonden : Zoekgebieden
        De gebieden bij die gewichten.
    gekozen : str or None
        Id van het gekozen gebied.
    """
    beoordeling = gegevens.beoordeling_van(toestand)
    sleutel = blijvend("zoekgebieden_dekking", 85)
    dekking = st.slider(
        "Hoe sterk het raster getekend wordt (%)",
        0,
        100,
        value=st.session_state[sleutel],
        step=5,
        key=sleutel,
    )
    bestand = gegevens.laatste(
        "zoekbeeld",
        (gerekend.map.raster, toestand.gewichten),
        lambda: _schrijf(gerekend, gevonden),
    )
    gemeenten = gerekend.omgeving.gemeenten.loc[list(gerekend.vraag.gebied.codes)]
    gebied = gevonden.tabel.loc[gekozen] if gekozen is not None else None
    cel_m = gerekend.vraag.rooster.cel_m
    kijkkaart(
        "zoekgebieden",
        Kaarttoestand(
            kandidaten=kandidaatlaag(
                toestand.versie,
                toestand.kandidaten,
                gegevens.lagen().locatietypen,
                waarvoor=" zoekgebieden",
            ),
            scoreklassen=scoreklassen_van(beoordeling),
            dichtheidsklassen=dichtheid(beoordeling, list(basislagen()[0].gemeentecodes)),
            concept=None
            if gebied is None
            else shapely.simplify(gebied.geometry, cel_m / 2, preserve_topology=True),
            zoekpunt=None
            if gebied is None
            else Zoekpunt(Point(gebied["x"], gebied["y"]), str(gebied["naam"])),
            beeld=Beeld.om(f"zoekgebieden {gerekend.map.raster}", gemeenten.total_bounds, _RAND_M),
            achtergrond=toestand.achtergrond,
            raster=replace(bestand.beeld, dekking=dekking / 100),
        ),
        HOOGTE,
    )
    st.caption(
        "De kleur van een cel is de totaalscore van een locatie op haar midden. De stippellijn is "
        "het gekozen zoekgebied, de speld zijn beste cel. De tekens zijn de kandidaten van het "
        "plan en de bestaande opvang."
    )


def _schrijf(gerekend: Doorgerekend, gevonden: Zoekgebieden) -> _Beeldbestand:
    raster = gerekend.raster
    codes = klassen_van_cellen(raster, gevonden.instelling, gerekend.omgeving.parameters)
    return _Beeldbestand(
        schrijf_rasterbeeld(codes, raster.venster.omvang, _KLASSEN, kandidatenmap())
    )
