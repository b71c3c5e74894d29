"""Voortgang op de pagina Opgave: hoever de kandidaten zijn, en wanneer het doel gehaald wordt."""

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
import streamlit as st

from locatieplanner.bronnen.klok import deze_maand
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.gebiedsdoel import gebiedsnaam
from locatieplanner.opgave.trechter import trechter, trechter_per_gebied, vervallen_met_reden
from locatieplanner.opgave.verloop import Verloop, verloop
from locatieplanner.opgave.verloopuitleg import verloopzin, voorbehouden
from locatieplanner.rapport.voortgangtabel import (
    deeltrechtertabel,
    doorlooptabel,
    gebeurtenistabel,
    niet_in_beeld_tabel,
    trechtertabel,
    verlooptabel,
    vervallentabel,
)
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.geplandkeuze import geplandkeuze
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.tijdvakkeuze import tijdvakkeuze
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.voortgangsgrafiek import gebeurtenisgrafiek, tijdlijn, trechtergrafiek

TELLINGEN = ("nu op deze stap", "ten minste zo ver")
MATEN = ("plaatsen", "woningen", "locaties")

_LEGENDAREGEL = 26
_TIJDLIJN = 300 + 5 * _LEGENDAREGEL
_GEBEURTENISSEN = 210 + 2 * _LEGENDAREGEL
_STAAF = 28
_ASSEN = 70 + 2 * _LEGENDAREGEL


def voortgangsectie(toestand: Toestand, gebied: Gekozengebied) -> None:
    """Toon de tijdlijn met het doel, wat er afloopt en wat geen datum heeft, en de trechter."""
    omgeving = gegevens.omgeving_van(toestand)
    kandidaten = met_ligging(toestand.kandidaten, omgeving.gemeenten)
    namen = {code: soort.naam for code, soort in omgeving.locatietypen.items()}
    links, rechts = st.columns(2)
    with links:
        geplandkeuze(toestand, "voortgang_gepland")
    with rechts:
        maanden = tijdvakkeuze("voortgang")
    uitkomst = verloop(
        kandidaten,
        omgeving,
        gebied.provincie,
        gebied.gemeentecode,
        vanaf=deze_maand(),
        aantal_maanden=maanden,
    )
    _tijdlijn(uitkomst, omgeving)
    _locaties(uitkomst, namen)
    hier = kandidaten[kandidaten["gemeentecode"].isin(gebied.van(omgeving.gemeenten))]
    _trechter(hier, omgeving, gebied, namen)


def _tijdlijn(uitkomst: Verloop, omgeving: Omgeving) -> None:
    """Wanneer het doel gehaald wordt, in een zin en als tijdlijn, en wat er onzeker aan is."""
    st.markdown(f"**{als_markdown(verloopzin(uitkomst))}** *{uitkomst.status}*")
    figuur(verlooptabel(uitkomst), "verloop", tijdlijn(uitkomst), hoogte=_TIJDLIJN)
    st.markdown("\n".join(f"- {als_markdown(zin)}" for zin in voorbehouden(uitkomst, omgeving)))


def _locaties(uitkomst: Verloop, namen: Mapping[str, str]) -> None:
    """Wat begint en afloopt, en welke geplande locaties geen datum hebben."""
    if len(uitkomst.gebeurtenissen):
        figuur(
            gebeurtenistabel(uitkomst, namen),
            "begin-en-einde",
            gebeurtenisgrafiek(uitkomst),
            hoogte=_GEBEURTENISSEN,
        )
    else:
        st.caption("In dit tijdvak begint of eindigt geen enkele geplande locatie.")
    for tabel, naam in (
        (niet_in_beeld_tabel(uitkomst, namen), "niet-in-beeld"),
        (doorlooptabel(uitkomst, namen), "zonder-einddatum"),
    ):
        if len(tabel.gegevens):
            figuur(tabel, naam)


def _trechter(
    hier: gpd.GeoDataFrame, omgeving: Omgeving, gebied: Gekozengebied, namen: Mapping[str, str]
) -> None:
    """Hoever de kandidaten zijn, per stap, en in welke delen van het gebied."""
    naam = gebiedsnaam(omgeving, gebied.provincie, gebied.gemeentecode)
    st.markdown("##### Trechter: van idee tot in gebruik")
    if hier.empty:
        st.info(
            f"In {naam} zijn nog geen kandidaten. Laad een bestand of zet een punt op de pagina "
            "Kaart; dan ziet u hier hoever zij zijn."
        )
        return
    links, rechts = st.columns(2)
    telling = links.segmented_control(
        "Geteld is wie", TELLINGEN, default=TELLINGEN[0], required=True, key="trechter_telling"
    )
    maat = rechts.segmented_control(
        "In", MATEN, default=MATEN[0], required=True, key="trechter_maat"
    )
    stappen = trechter(hier, omgeving.locatietypen)
    tabel = trechtertabel(stappen, naam, tenminste=telling == TELLINGEN[1])
    figuur(
        tabel,
        "trechter",
        trechtergrafiek(tabel.gegevens, str(maat)),
        hoogte=_ASSEN + _STAAF * len(tabel.gegevens),
    )
    _delen(hier, omgeving, gebied)
    vervallen = vervallen_met_reden(hier)
    if len(vervallen):
        figuur(vervallentabel(vervallen, naam, namen), "vervallen")


def _delen(hier: gpd.GeoDataFrame, omgeving: Omgeving, gebied: Gekozengebied) -> None:
    """De trechter per provincie, of per gemeente in een provincie; uitklapbaar."""
    if gebied.gemeentecode is not None:
        return
    soort = "provincie" if gebied.provincie is None else "gemeente"
    uitklap = st.expander(f"Per {soort}", key="trechter_delen", on_change="rerun")
    if not uitklap.open:
        return
    kolom = "provincie" if gebied.provincie is None else "gemeentecode"
    volgorde = _volgorde(omgeving, gebied)
    per_gebied = trechter_per_gebied(hier, omgeving.locatietypen, kolom, volgorde)
    gemeentenamen = omgeving.gemeenten["gemeente"].to_dict()
    with uitklap:
        figuur(
            deeltrechtertabel(per_gebied, f"Trechter per {soort}", gemeentenamen),
            f"trechter-per-{soort}",
        )


def _volgorde(omgeving: Omgeving, gebied: Gekozengebied) -> pd.Index:
    """De provincies in hun vaste volgorde, of de gemeenten op naam."""
    if gebied.provincie is None:
        return omgeving.doelen.index
    codes = gebied.van(omgeving.gemeenten)
    op_naam: pd.Index = omgeving.gemeenten.loc[codes].sort_values("gemeente").index
    return op_naam
