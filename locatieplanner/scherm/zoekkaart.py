"""De kaart van Zoekgebieden: het raster in vijf klassen, en het gekozen gebied."""

import weakref
from dataclasses import replace

import numpy as np
import shapely
import streamlit as st
from shapely.geometry import Point
from streamlit_folium import st_folium

from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.kaart.kaart import maak_kaart, maak_laag
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
    namen, adressen = basislagen()
    beoordeling = gegevens.beoordeling_van(toestand)
    dekking = st.slider(
        "Hoe sterk het raster getekend wordt (%)",
        0,
        100,
        step=5,
        key=blijvend("zoekgebieden_dekking", 85),
    )
    bestand = gegevens.laatste(
        "zoekbeeld",
        (gerekend.map.raster, toestand.gewichten),
        lambda: _schrijf(gerekend, gevonden),
    )
    x_min, y_min, x_max, y_max = (
        float(grens)
        for grens in gerekend.omgeving.gemeenten.loc[list(gerekend.vraag.gebied.codes)].total_bounds
    )
    gebied = gevonden.tabel.loc[gekozen] if gekozen is not None else None
    cel_m = gerekend.vraag.rooster.cel_m
    st_folium(
        maak_kaart(adressen, namen),
        key=f"zoekgebieden-{namen.script}",
        height=HOOGTE,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=maak_laag(
            Kaarttoestand(
                kandidaten=kandidaatlaag(
                    toestand.versie,
                    toestand.kandidaten,
                    gegevens.lagen().locatietypen,
                    waarvoor=" zoekgebieden",
                ),
                scoreklassen=SCOREKLASSEN.klasse_van(
                    np.where(beoordeling.onvoldoende_bekend, np.nan, beoordeling.weging.totaal),
                    uitgesloten=beoordeling.uitgesloten,
                ),
                dichtheidsklassen=dichtheid(beoordeling, list(namen.gemeentecodes)),
                concept=None
                if gebied is None
                else shapely.simplify(gebied.geometry, cel_m / 2, preserve_topology=True),
                zoekpunt=None
                if gebied is None
                else Zoekpunt(Point(gebied["x"], gebied["y"]), str(gebied["naam"])),
                beeld=Beeld(
                    f"zoekgebieden {gerekend.map.raster}",
                    (x_min - _RAND_M, y_min - _RAND_M, x_max + _RAND_M, y_max + _RAND_M),
                ),
                achtergrond=toestand.achtergrond,
                tekenen=False,
                raster=replace(bestand.beeld, dekking=dekking / 100),
            )
        ),
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
