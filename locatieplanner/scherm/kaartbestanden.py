"""De bestanden van de kaart: waar zij staan, hoe de browser erbij komt, wanneer zij weg gaan.

Adressen van onderdelen kennen geen aanmelding. Openbare lagen staan er onder een naam met hun
inhoud; de ligging van kandidaten onder een naam die niet te raden is, en die verdwijnt met de
sessie.
"""

import atexit
import shutil
import tempfile
import weakref
from pathlib import Path

import geopandas as gpd
import streamlit as st
import streamlit.components.v1 as components
from platformdirs import user_cache_path

from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.kaart.adressen import Adressen
from locatieplanner.kaart.basislagen import Basislagen, schrijf_basislagen
from locatieplanner.kaart.kandidaatlaag import schrijf_kandidaten, verwijder_kandidaten
from locatieplanner.kaart.vlakkaart import schrijf_vlakken
from locatieplanner.scherm import gegevens

_SLEUTEL = "kandidaatlaag"


@st.cache_resource(show_spinner=False)
def kandidatenmap() -> Path:
    """Geef de map van dit proces met de ligging van kandidaten; zij verdwijnt met het proces."""
    pad = Path(tempfile.mkdtemp(prefix="locatieplanner-"))
    atexit.register(shutil.rmtree, pad, ignore_errors=True)
    return pad


@st.cache_resource(show_spinner=False)
def lagenmap_kaart() -> Path:
    """Geef de map met openbare lagen voor de kaart; de browser mag alles hierin lezen."""
    map_ = user_cache_path("locatieplanner") / "kaart"
    map_.mkdir(parents=True, exist_ok=True)
    components.declare_component("lagen", path=str(map_))
    return map_


def basislagen() -> tuple[Basislagen, Adressen]:
    """Geef namen en adressen van de openbare lagen; geschreven als er gemeenten veranderden."""
    return _basislagen(gegevens.merk())


@st.cache_resource(show_spinner="Kaart klaarzetten…", max_entries=2)
def _basislagen(merk: str) -> tuple[Basislagen, Adressen]:  # noqa: ARG001 - sleutel van de cache
    namen = schrijf_basislagen(
        gegevens.gemeenten_kaart(),
        gegevens.provincies_kaart(),
        gegevens.lagen().opvang,
        lagenmap_kaart(),
    )
    components.declare_component("kandidaten", path=str(kandidatenmap()))
    return namen, Adressen.van_onderdelen(__name__)


def vlakkenadres() -> str:
    """Geef het adres van de gemeenten voor een grafiek, gezien vanuit de pagina."""
    return f"component/{__name__}.lagen/{_vlakken(gegevens.merk())}"


@st.cache_resource(show_spinner=False, max_entries=2)
def _vlakken(merk: str) -> str:  # noqa: ARG001 - sleutel van de cache
    return schrijf_vlakken(gegevens.gemeenten_kaart(), lagenmap_kaart())


class Kandidaatlaag:
    """De kandidaatlaag van één sessie: één bestand, dat met deze laag verdwijnt."""

    def __init__(
        self, versie: str, kandidaten: gpd.GeoDataFrame, typenamen: dict[str, str]
    ) -> None:
        self.versie = versie
        self.naam = schrijf_kandidaten(kandidaten, kandidatenmap(), typenamen=typenamen)
        # Ook zonder dat iemand erom vraagt: als de sessie verdwijnt, verdwijnt het bestand.
        self._opruimen = weakref.finalize(self, verwijder_kandidaten, self.naam, kandidatenmap())

    def ruim_op(self) -> None:
        """Verwijder het bestand nu al."""
        self._opruimen()


def kandidaatlaag(
    versie: str,
    kandidaten: gpd.GeoDataFrame,
    locatietypen: dict[str, Locatietype],
    waarvoor: str = "",
) -> str:
    """Geef de bestandsnaam van de kandidaatlaag bij deze versie; leeg zonder kandidaten.

    Parameters
    ----------
    versie : str
        Verandert met de kandidaten.
    kandidaten : GeoDataFrame
        De kandidaten.
    locatietypen : dict of str to Locatietype
        Per code.
    waarvoor : str, optional
        Elke kaart met een eigen laag heeft hier een eigen naam; van elk blijft de laatste staan.
    """
    sleutel = f"{_SLEUTEL}{waarvoor}"
    laag: Kandidaatlaag | None = st.session_state.get(sleutel)
    if laag is not None and laag.versie == versie:
        return laag.naam
    if laag is not None:
        laag.ruim_op()
        del st.session_state[sleutel]
    if kandidaten.empty:
        return ""
    namen = {code: soort.naam for code, soort in locatietypen.items()}
    st.session_state[sleutel] = laag = Kandidaatlaag(versie, kandidaten, namen)
    return laag.naam
