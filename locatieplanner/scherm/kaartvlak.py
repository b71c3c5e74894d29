"""De kaart op het scherm: wat zij toont, en wat een klik of tekening betekent."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import streamlit as st
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry
from streamlit_folium import st_folium

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.omgeving import Lagen
from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, Klassecodes
from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.kaart.gebeurtenis import (
    Afgewezen,
    Gekozen,
    PandGevraagd,
    PerceelGevraagd,
    PuntGeplaatst,
    VlakGetekend,
    verwerk_kaartgebeurtenis,
)
from locatieplanner.kaart.kaart import maak_kaart, maak_laag
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.aanwijzen import pandplek, perceelplek
from locatieplanner.scherm.bereik import bereiklaag
from locatieplanner.scherm.bewerking import Plek, voeg_toe
from locatieplanner.scherm.instellingen import toon_heel_nederland
from locatieplanner.scherm.kaartbestanden import basislagen, kandidaatlaag
from locatieplanner.scherm.kaartlagen import kaartlagen
from locatieplanner.scherm.kijkkaart import scoreklassen_van
from locatieplanner.scherm.ranglijst import volg_keuze
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige
from locatieplanner.scherm.vangnet import vangnet

HOOGTE = 560

_KAART = "kaart"
_MELDING = "kaartmelding"

# Zoveel omgeving blijft er te zien rond wie gekozen of geladen is.
_OMTREK_M = 6_000.0

# Dichtbij genoeg om een perceel of pand aan te wijzen.
_OMTREK_ADRES_M = 250.0


def kaartvlak(toestand: Toestand, beoordeling: Beoordeling, getoond: NDArray[np.bool_]) -> None:
    """Toon de kaart en wat er over de laatste klik of tekening te melden is."""
    namen, adressen = basislagen()
    kaarttoestand = Kaarttoestand(
        kandidaten=kandidaatlaag(
            toestand.versie, toestand.kandidaten, gegevens.lagen().locatietypen
        ),
        scoreklassen=scoreklassen_van(beoordeling, getoond=getoond),
        dichtheidsklassen=gegevens.onthoud(
            toestand, "dichtheid", lambda uitkomst: dichtheid(uitkomst, list(namen.gemeentecodes))
        ),
        gekozen=beoordeling.rij(toestand.gekozen) if toestand.gekozen else None,
        beeld=_beeld(toestand),
        verwerkt=toestand.gebeurtenis,
        achtergrond=toestand.achtergrond,
        tekenen=not toestand.alleen_lezen,
        kiezen=not toestand.alleen_lezen,
        lagen=kaartlagen(toestand),
        bereik=bereiklaag(toestand, beoordeling),
        zoekpunt=toestand.zoekpunt,
    )
    sleutel = f"{_KAART}-{namen.script}"
    st_folium(
        maak_kaart(adressen, namen),
        key=sleutel,
        height=HOOGTE,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=maak_laag(kaarttoestand),
        on_change=partial(_bij_gebeurtenis, sleutel),
    )
    # Onder de kaart: erboven zou de kaart van plek veranderen en opnieuw opgebouwd worden.
    melding = st.session_state.pop(_MELDING, None)
    if melding:
        st.warning(melding)


def dichtheid(beoordeling: Beoordeling, codes: list[str]) -> Klassecodes:
    """Geef per gemeente de klasse van bekende en geplande plaatsen per 1.000 inwoners.

    Van een gemeente waarvan niets bekend en niets gepland is, is de klasse onbekend.
    """
    omgeving = beoordeling.omgeving
    bekend = omgeving.bestaand["plaatsen_bekend"].reindex(codes)
    # Nul gepland zegt niets over wat er staat: dan blijft onbekend onbekend.
    gepland = beoordeling.gepland_per_gemeente.reindex(codes)
    gepland = gepland.where(gepland > 0)
    plaatsen = bekend.add(gepland, fill_value=0.0)
    return DICHTHEIDSKLASSEN.klasse_van(
        (1000 * plaatsen / omgeving.gemeenten["inwoners"].reindex(codes)).to_numpy()
    )


def _beeld(toestand: Toestand) -> Beeld:
    """Waar de kaart heen gaat als de reden verandert."""
    kandidaten = toestand.kandidaten
    if toestand.beeld.startswith("kandidaat ") and toestand.gekozen:
        return Beeld.rond(
            toestand.beeld, kandidaten.geometry.loc[toestand.gekozen].centroid, _OMTREK_M
        )
    if toestand.beeld.startswith("adres ") and toestand.zoekpunt:
        return Beeld.rond(toestand.beeld, toestand.zoekpunt.punt, _OMTREK_ADRES_M)
    if toestand.beeld.startswith("kandidaten ") and len(kandidaten):
        grenzen = gegevens.onthoud(
            toestand, "omvang", lambda uitkomst: uitkomst.kandidaten.total_bounds
        )
    else:
        provincies = gegevens.provincies_kaart()
        if toestand.provincie is not None:
            provincies = provincies[provincies["provincie"] == toestand.provincie]
        grenzen = provincies.total_bounds
    x_min, y_min, x_max, y_max = (float(grens) for grens in grenzen)
    # Eén punt heeft geen omvang; rondom blijft altijd iets van de omgeving te zien.
    rand = max(0.0, _OMTREK_M - min(x_max - x_min, y_max - y_min) / 2)
    return Beeld.om(toestand.beeld, grenzen, rand)


def _bij_gebeurtenis(sleutel: str) -> None:
    """Verwerk wat er op de kaart gebeurde, voordat de pagina getekend wordt."""
    with vangnet(_meld):
        toestand = huidige()
        if toestand is None:
            return
        nieuw = bewaar(verwerk(toestand, st.session_state.get(sleutel), gegevens.lagen()))
        if nieuw.gekozen != toestand.gekozen:
            volg_keuze()
        if nieuw.versie != toestand.versie:
            # Een nieuwe kandidaat staat ook in de kop, de opgave en de tabel.
            st.rerun()


def _meld(melding: str) -> None:
    st.session_state[_MELDING] = melding


def verwerk(toestand: Toestand, antwoord: Mapping[str, Any] | None, lagen: Lagen) -> Toestand:
    """Verwerk een nieuwe gebeurtenis op de kaart; zonder is het dezelfde toestand."""
    gebeurtenis = verwerk_kaartgebeurtenis(
        antwoord, toestand.gebeurtenis, toestand.kandidaten.index
    )
    if gebeurtenis is None:
        return toestand
    nieuw = replace(toestand, gebeurtenis=gebeurtenis.nummer)
    match gebeurtenis:
        case Gekozen(id=id_):
            nieuw = nieuw.met_keuze(id_, spring=False)
        case _ if toestand.alleen_lezen:
            _meld("Dit plan is alleen te lezen; er is niets veranderd.")
        case PuntGeplaatst(punt=vorm) | VlakGetekend(vlak=vorm):
            nieuw = _plaats(nieuw, Plek(vorm), lagen)
        case PerceelGevraagd(punt=punt):
            nieuw = _zoek_en_plaats(nieuw, perceelplek, punt, lagen)
        case PandGevraagd(punt=punt):
            nieuw = _zoek_en_plaats(nieuw, pandplek, punt, lagen)
        case Afgewezen(melding=melding):
            _meld(melding)
    return nieuw


def _zoek_en_plaats(
    toestand: Toestand, zoek: Callable[[Point], Plek], punt: Point, lagen: Lagen
) -> Toestand:
    """Zoek op wat er op een punt ligt en zet dat in het plan; lukt dat niet, dan een melding."""
    try:
        plek = zoek(punt)
    except LocatieplannerFout as fout:
        _meld(str(fout))
        return toestand
    return _plaats(toestand, plek, lagen)


def _plaats(toestand: Toestand, plek: Plek, lagen: Lagen) -> Toestand:
    """Zet een plek meteen in het plan, zodat er niets verloren gaat."""
    bewerking, id_ = voeg_toe(
        toestand.kandidaten, plek, toestand.nieuw_type, toestand.nieuw_capaciteit, lagen
    )
    if bewerking.kandidaten is None:
        _meld(bewerking.melding)
        return toestand
    nieuw = toestand.met_kandidaten(
        bewerking.kandidaten, bron=toestand.bron, fictief=toestand.fictief
    ).met_keuze(id_, spring=False)
    st.toast(
        f"Toegevoegd: {bewerking.kandidaten['naam'].loc[id_]}. "
        "Vul naam, type en mix aan met de knop Bewerken."
    )
    if toestand.provincie is not None and not _ligt_in(plek.vorm, toestand.provincie, lagen):
        _meld(f"De nieuwe locatie ligt buiten {toestand.provincie}; u ziet nu heel Nederland.")
        return toon_heel_nederland(nieuw)
    return nieuw


def _ligt_in(vorm: BaseGeometry, provincie: str, lagen: Lagen) -> bool:
    vlakken = lagen.gemeenten.geometry[lagen.gemeenten["provincie"] == provincie]
    return bool(vlakken.intersects(vorm.representative_point()).any())
