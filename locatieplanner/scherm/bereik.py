"""Het bereik van de gekozen kandidaat: voorzieningen, reistijd en de weg ernaartoe."""

import math
import weakref
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
import streamlit as st
from shapely.geometry import Point

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.criteria.ligging import plekken
from locatieplanner.domein.notatie import afstand, getal, opsomming
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.kaart.bereik import Isochroon, Route, schrijf_bereik, verwijder_bereik
from locatieplanner.netwerk.geladen import GeladenNet
from locatieplanner.netwerk.isochroon import isochronen
from locatieplanner.netwerk.route import route
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.kaartbestanden import kandidatenmap
from locatieplanner.scherm.tekst import als_html
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

MINUTEN = (5, 10, 15)
"""Reistijden die op de kaart komen."""

_SLEUTEL = "bereiklaag"
_GEEN = "geen"


def bereikpaneel(toestand: Toestand, beoordeling: Beoordeling, id: str) -> None:
    """Toon de voorzieningen bij een kandidaat, en wat ervan op de kaart kan."""
    maten = beoordeling.maten["nabijheid"].loc[id].to_dict()
    omgeving = beoordeling.omgeving
    st.html(voorzieningen_html(maten, omgeving))
    straten = _straten_bij(beoordeling, id)
    if straten is None:
        st.caption(
            "Reistijden en een route vragen straten; die zijn hier niet geladen. Ophalen kan op de "
            "pagina Gegevens."
        )
        return
    wijze = omgeving.parameters.keuze("nabijheid.wijze")
    st.checkbox(
        f"{opsomming([str(minuut) for minuut in MINUTEN])} minuten {wijze} op de kaart",
        value=toestand.bereik,
        key="bereik_aan",
        on_change=_kies,
    )
    bereikbaar = [c for c in omgeving.voorzieningen if not math.isnan(maten[f"afstand_{c}_m"])]
    keuzes = [_GEEN, *bereikbaar]
    st.selectbox(
        "Route op de kaart naar",
        keuzes,
        index=keuzes.index(toestand.route_naar) if toestand.route_naar in keuzes else 0,
        format_func=lambda categorie: categorie.replace("_", " "),
        key="route_naar",
        on_change=_kies,
    )


def voorzieningen_html(maten: Mapping[Any, Any], omgeving: Omgeving) -> str:
    """Geef per categorie die hier geldt de dichtstbijzijnde, hoe ver, en hoeveel er keus is."""
    rijen = []
    for categorie in omgeving.voorzieningen:
        if not maten[f"meting_{categorie}"]:
            continue
        naam = categorie.replace("_", " ")
        afstand_m = maten[f"afstand_{categorie}_m"]
        if math.isnan(afstand_m):
            rijen.append(f"<tr><th scope=row>{naam}<td>onbekend<td>")
            continue
        welke = str(maten[f"dichtstbijzijnde_{categorie}"]) or "zonder naam"
        aantal = getal(maten[f"aantal_{categorie}"])
        rijen.append(
            f"<tr><th scope=row>{naam}<td>{afstand(afstand_m)}"
            f"<td>{als_html(welke)}<small>{aantal} binnen bereik</small>"
        )
    return f'<table class="lp-voorzieningen">{"".join(rijen)}</table>'


def bereiklaag(toestand: Toestand, beoordeling: Beoordeling) -> str:
    """Geef de bestandsnaam van het bereik dat op de kaart hoort; leeg als er geen is."""
    id_ = toestand.gekozen
    straten = None if id_ is None else _straten_bij(beoordeling, id_)
    aan = toestand.bereik or bool(toestand.route_naar)
    sleutel = (
        toestand.versie, id_, toestand.bereik, toestand.route_naar, toestand.parameters,
        gegevens.merk(),
    )  # fmt: skip
    laag: _Bereiklaag | None = st.session_state.get(_SLEUTEL)
    if laag is not None and laag.sleutel == sleutel:
        return laag.naam
    if laag is not None:
        laag.ruim_op()
        del st.session_state[_SLEUTEL]
    if id_ is None or straten is None or not aan:
        return ""
    naam = _schrijf(toestand, beoordeling, id_, straten)
    st.session_state[_SLEUTEL] = _Bereiklaag(sleutel, naam)
    return naam


class _Bereiklaag:
    """Het bereik van één sessie: één bestand, dat met deze laag verdwijnt."""

    def __init__(self, sleutel: tuple[object, ...], naam: str) -> None:
        self.sleutel = sleutel
        self.naam = naam
        self._opruimen = weakref.finalize(self, verwijder_bereik, naam, kandidatenmap())

    def ruim_op(self) -> None:
        """Verwijder het bestand nu al."""
        self._opruimen()


def _kies() -> None:
    toestand = huidige()
    if toestand is None:
        return
    naar = st.session_state.get("route_naar", _GEEN)
    bewaar(
        replace(
            toestand,
            bereik=bool(st.session_state.get("bereik_aan", False)),
            route_naar="" if naar == _GEEN else naar,
        )
    )


def _straten_bij(beoordeling: Beoordeling, id: str) -> GeladenNet | None:
    """De straten waarover bij deze kandidaat gemeten wordt; None als die er niet zijn."""
    wijze = beoordeling.omgeving.parameters.keuze("nabijheid.wijze")
    straten = gegevens.lagen().opgehaald.straten.get(wijze)
    if straten is None or straten.dekking is None:
        return straten
    x, y = _punt(beoordeling, id).coords[0]
    return straten if shapely.contains_xy(straten.dekking, x, y) else None


def _punt(beoordeling: Beoordeling, id: str) -> Point:
    rij = beoordeling.rij(id)
    return Point(plekken(beoordeling.kandidaten.iloc[rij : rij + 1])[0])


def _schrijf(toestand: Toestand, beoordeling: Beoordeling, id: str, straten: GeladenNet) -> str:
    par = beoordeling.omgeving.parameters
    wijze = par.keuze("nabijheid.wijze")
    punt = _punt(beoordeling, id)
    tempo_m = 1000 * par.getal(f"reistijd.{wijze}_km_per_uur") / 60
    verst_m = par.getal("netwerk.verste_aanhechting_m")
    vlakken = (
        isochronen(straten.net, punt, [minuut * tempo_m for minuut in MINUTEN], verst_m)
        if toestand.bereik
        else []
    )
    bestemming = _dichtstbij(beoordeling, id, toestand.route_naar)
    weg: Route | None = None
    if bestemming is not None:
        gevonden = route(straten.net, punt, bestemming.geometry.iloc[0], verst_m)
        naam = bestemming["naam"].iloc[0] or toestand.route_naar.replace("_", " ")
        weg = None if gevonden is None else Route(gevonden.lijn, gevonden.afstand_m, naam)
    return schrijf_bereik(
        [Isochroon(minuut, vlak) for minuut, vlak in zip(MINUTEN, vlakken, strict=False)],
        weg,
        bestemming,
        kandidatenmap(),
        wijze=wijze,
    )


def _dichtstbij(beoordeling: Beoordeling, id: str, categorie: str) -> gpd.GeoDataFrame | None:
    """De voorziening waar de route heen gaat: die van de gemeten afstand."""
    maten = beoordeling.maten["nabijheid"].loc[id]
    lagen = beoordeling.omgeving.voorzieningen.get(categorie, ())
    punt = plekken(beoordeling.kandidaten.loc[[id]])
    laag = next((laag for laag in lagen if laag.geldt(punt)[0]), None)
    if laag is None or pd.isna(maten[f"afstand_{categorie}_m"]):
        return None
    gemeten = laag.reisafstand.dichtstbij(punt, laag.punten.get_coordinates().to_numpy(), 0.0)
    rij = int(gemeten.dichtstbijzijnde[0])
    if rij < 0:
        return None
    gevonden = laag.punten.iloc[[rij]]
    return gpd.GeoDataFrame(
        {
            "categorie": [categorie.replace("_", " ")],
            "naam": [str(gevonden["naam"].iloc[0])],
            "afstand_m": [float(gemeten.afstand_m[0])],
        },
        geometry=gevonden.geometry.to_numpy(),
        crs=gevonden.crs,
    )
