"""Kaartlagen: opgehaalde lagen die de gebruiker op de kaart aan- en uitzet."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import Laag, lees_catalogus
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.geladen import lees_geladen
from locatieplanner.domein.toets import Gebruik
from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.kaart.kaartlaag import Kaartlaag, schrijf_kaartlaag
from locatieplanner.kaart.laagstijl import Laagstijl
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.kaartbestanden import lagenmap_kaart
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand


def laagkeuze(toestand: Toestand) -> Toestand:
    """Laat kiezen welke opgehaalde lagen op de kaart staan."""
    lagen = toonbare_lagen(gegevens.merk())
    if not lagen:
        st.caption("Er zijn nog geen lagen opgehaald; dat kan op de pagina Gegevens.")
        return toestand
    gekozen = st.multiselect(
        "Lagen op de kaart",
        list(lagen),
        default=[id_ for id_ in toestand.kaartlagen if id_ in lagen],
        format_func=lambda id_: lagen[id_].naam,
        placeholder="Kies lagen",
        key="kaartlagen",
    )
    return replace(toestand, kaartlagen=tuple(gekozen))


@st.cache_resource(show_spinner=False, max_entries=2)
def toonbare_lagen(merk: str) -> Mapping[str, Laag]:  # noqa: ARG001 - de sleutel van de cache
    """Geef de lagen waarvan iets opgehaald is dat op de kaart kan."""
    cache = Lagencache.van_gebruiker()
    return {id_: laag for id_, laag in lees_catalogus().items() if laag.tonen and cache.delen(id_)}


def kaartlagen(toestand: Toestand) -> tuple[Kaartlaag, ...]:
    """Geef de lagen die aan staan; wat niet te tonen is, geeft een melding en blijft weg."""
    merk = gegevens.merk()
    lagen, patronen = toonbare_lagen(merk), patroonnummers(lees_catalogus())
    uitkomst: list[Kaartlaag] = []
    for id_ in toestand.kaartlagen:
        if id_ not in lagen:
            continue
        try:
            bestand = _bestand(id_, merk)
        except LocatieplannerFout as fout:
            st.warning(als_markdown(str(fout)))
            continue
        stijl = stijl_van(lagen[id_])
        patroon = patronen[id_]
        bron = lagen[id_].herkomst.bron
        uitkomst.append(Kaartlaag(bestand, lagen[id_].naam, stijl, patroon, bron))
    return tuple(uitkomst)


def patroonnummers(lagen: Mapping[str, Laag]) -> dict[str, int]:
    """Geef elke laag haar rangnummer onder die van dezelfde stijl.

    Het nummer hangt niet af van wat er aan staat: zo houdt een laag haar arcering.
    """
    per_stijl: dict[Laagstijl, int] = {}
    nummers = {}
    for id_, laag in lagen.items():
        if laag.tonen:
            stijl = stijl_van(laag)
            nummers[id_] = per_stijl.get(stijl, 0)
            per_stijl[stijl] = nummers[id_] + 1
    return nummers


def stijl_van(laag: Laag) -> Laagstijl:
    """Geef hoe een laag eruitziet: naar haar zwaarste regel, of naar wat zij is."""
    gebruik = {regel.gebruik for regel in laag.regels}
    if Gebruik.UITSLUITING in gebruik:
        return Laagstijl.UITSLUITING
    if gebruik:
        return Laagstijl.AANDACHTSPUNT
    if laag.dienst is not None and laag.dienst.soort is Dienstsoort.OSM:
        return Laagstijl.VOORZIENING
    return Laagstijl.CONTEXT


@st.cache_resource(show_spinner="Kaartlaag klaarzetten…", max_entries=64)
def _bestand(id_: str, merk: str) -> str:
    """Schrijf de laag voor de browser, één keer zolang er niets ververst is."""
    laag = toonbare_lagen(merk)[id_]
    geladen = lees_geladen(laag, Lagencache.van_gebruiker())
    if geladen is None:
        return ""
    vormen = geladen.vormen
    naam = next((kolom for kolom in ("naam", "buurt", "wijk", "gemeente") if kolom in vormen), "")
    soort = None
    if laag.categorieen:
        soort = "soort"
        namen = {id_: categorie.naam for id_, categorie in laag.categorieen.items()}
        vormen = vormen.assign(soort=vormen["categorie"].map(namen))
    return schrijf_kaartlaag(
        vormen, lagenmap_kaart(), id_.replace("_", "-"), naam, soortkolom=soort
    )
