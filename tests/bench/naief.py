"""De gangbare aanpak, om naast te leggen: elke stap een nieuwe kaart met alles erin."""

import sys

import branca.colormap as cm
import folium
import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.omgeving import bouw_omgeving, lees_lagen
from locatieplanner.bronnen.lagen import lees_gemeenten_kaart
from locatieplanner.domein.gebied import WGS84
from tests.bench.gegevens import kandidaten


@st.cache_resource
def _alles():
    lagen = lees_lagen()
    invoer = kandidaten(int(sys.argv[1]), lagen)
    deelscores = beoordeel(invoer, bouw_omgeving(lagen)).deelscores.to_numpy()
    return (
        lees_gemeenten_kaart()[["gemeente", "geometry"]].to_crs(WGS84).to_json(),
        invoer[["naam", "geometry"]].to_crs(WGS84),
        deelscores,
    )


st.set_page_config(layout="wide")
gemeenten, punten, deelscores = _alles()
links, rechts = st.columns([1, 3])
with links:
    gewichten = np.array(
        [st.slider(naam, 0, 100, 25) for naam in ("spreiding", "klein", "nabij", "mix")], float
    )
bekend = ~np.isnan(deelscores)
totaal = np.nan_to_num(deelscores) @ gewichten / np.maximum(bekend @ gewichten, 1e-9)
kleuren = cm.linear.YlGnBu_05.scale(0, 100)
kaart = folium.Map([52.15, 5.35], zoom_start=7, tiles=None)
folium.GeoJson(gemeenten, style_function=lambda _: {"weight": 1, "color": "#666"}).add_to(kaart)
laag = folium.FeatureGroup("kandidaten")
folium.GeoJson(
    punten.assign(kleur=[kleuren(score) for score in totaal]).to_json(),
    marker=folium.CircleMarker(radius=5, fill=True),
    style_function=lambda plek: {"fillColor": plek["properties"]["kleur"]},
    tooltip=folium.GeoJsonTooltip(["naam"]),
).add_to(laag)
with rechts:
    st_folium(kaart, feature_group_to_add=laag, height=560, returned_objects=[], key="kaart")
