"""De pagina Kaart: links wat telt, in het midden de kaart, rechts de ranglijst en de uitleg."""

from dataclasses import dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray
from streamlit.delta_generator import DeltaGenerator

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.downloads import downloads
from locatieplanner.scherm.gewichten import gewichtschuiven
from locatieplanner.scherm.instellingen import meer_instellingen, opgavekeuze
from locatieplanner.scherm.kaartvlak import kaartvlak
from locatieplanner.scherm.kandidaatpaneel import kandidaatpaneel
from locatieplanner.scherm.kandidatentabel import kandidatentabel
from locatieplanner.scherm.kop import kop
from locatieplanner.scherm.opgavebalk import opgavebalk
from locatieplanner.scherm.opgavetabel import opgavetabel
from locatieplanner.scherm.ranglijst import ranglijst
from locatieplanner.scherm.rondleiding import rondleiding
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.zoekveld import zoekveld


@dataclass(frozen=True)
class _Vakken:
    """De plekken op de pagina die met een gewicht of een keuze meeveranderen."""

    gewichten: DeltaGenerator
    kaart: DeltaGenerator
    lijst: DeltaGenerator
    paneel: DeltaGenerator
    downloads: DeltaGenerator | None


def kaartpagina() -> None:
    """Toon de pagina.

    Wat niet van een gewicht afhangt staat buiten `_weeg` en reist dus niet mee als een schuif
    beweegt.
    """
    toestand = toestand_van_sessie()
    kop(toestand)
    if toestand.fictief:
        # Wie met eigen locaties werkt, kent de weg.
        rondleiding()
    with st.container(key="werkblad"):
        links, midden, rechts = st.columns([1.1, 2.4, 1.5], gap="medium")
    with links:
        with st.container(key="keuze"):
            toestand = opgavekeuze(toestand)
        gewichten = st.container(key="gewichten")
        with st.container(key="instellingen"):
            toestand = meer_instellingen(toestand)
    with midden.container(key="zoekvak"), vangnet():
        toestand = zoekveld(toestand)
    kaart = midden.container(key="kaartvak")
    with midden.container(key="balkvak"):
        opgavebalk(toestand)
    vakken = _Vakken(
        gewichten=gewichten,
        kaart=kaart,
        lijst=rechts.container(key="lijstvak"),
        paneel=rechts.container(key="paneelvak"),
        downloads=_meer(toestand),
    )
    _weeg(vakken)


@st.fragment
def _weeg(vakken: _Vakken) -> None:
    """Alles wat met een gewicht of een keuze meeverandert; de rest van de pagina blijft staan."""
    toestand = toestand_van_sessie()
    with vakken.gewichten, vangnet():
        toestand = bewaar(gewichtschuiven(toestand))
    with vakken.paneel, vangnet():
        beoordeling = gegevens.beoordeling_van(toestand)
        getoond = gegevens.onthoud(
            toestand,
            f"getoond {toestand.provincie}",
            lambda uitkomst: te_tonen(uitkomst, toestand),
        )
        if toestand.gekozen is not None and not getoond[beoordeling.rij(toestand.gekozen)]:
            # Een kandidaat die niet te zien is, is ook niet gekozen.
            toestand = bewaar(toestand.met_keuze(None, spring=False))
        with vakken.kaart:
            kaartvlak(toestand, beoordeling, getoond)
        with vakken.lijst:
            ranglijst(beoordeling, getoond, toestand.gekozen)
            if toestand.afgeschermd:
                st.caption(als_markdown(afgeschermd_zin(beoordeling, toestand)))
        kandidaatpaneel(toestand, beoordeling)
        if vakken.downloads is not None:
            with vakken.downloads:
                downloads(beoordeling)


def in_provincie(beoordeling: Beoordeling, provincie: str | None) -> NDArray[np.bool_]:
    """Geef welke kandidaten in de provincie liggen; zonder provincie zijn dat ze allemaal."""
    if provincie is None:
        return np.ones(len(beoordeling.kandidaten), dtype=bool)
    hier = beoordeling.kandidaten["provincie"] == provincie
    return np.asarray(hier.fillna(False), dtype=bool)


def te_tonen(beoordeling: Beoordeling, toestand: Toestand) -> NDArray[np.bool_]:
    """Geef wie er op de kaart en in de lijst staan: in de provincie, en niet afgeschermd."""
    dicht = beoordeling.kandidaten.index.isin(list(toestand.afgeschermd))
    return np.asarray(in_provincie(beoordeling, toestand.provincie) & ~dicht, dtype=bool)


def afgeschermd_zin(beoordeling: Beoordeling, toestand: Toestand) -> str:
    """Zeg in welke gemeenten er beschermde locaties zijn, en hoeveel plaatsen zij hebben."""
    kandidaten = beoordeling.kandidaten
    hier = kandidaten[
        kandidaten.index.isin(list(toestand.afgeschermd))
        & in_provincie(beoordeling, toestand.provincie)
    ]
    if hier.empty:
        return "Beschermde locaties staan hier niet; die zijn er alleen per gemeente."
    per = hier.groupby("gemeente", sort=True)["capaciteit"].sum()
    delen = [
        f"{gemeente} ({getal(float(plaatsen))} plaatsen)" for gemeente, plaatsen in per.items()
    ]
    return (
        f"Niet op de kaart en zonder score, want alleen de gemeente is met u gedeeld: "
        f"{opsomming(delen)}. In de opgave tellen zij mee."
    )


def _meer(toestand: Toestand) -> DeltaGenerator | None:
    """Toon wat minder vaak nodig is en geef het vak voor de downloads, als dat open staat.

    Alleen wat open staat wordt gemaakt.
    """
    opgave = st.expander("Opgave per provincie", key="opgave", on_change="rerun")
    if opgave.open:
        with opgave, vangnet():
            opgavetabel(gegevens.stand_van(toestand), gegevens.omgeving_van(toestand))
    bewerken = None
    if not toestand.alleen_lezen:
        bewerken = st.expander("Kandidaten bewerken", key="bewerken", on_change="rerun")
    if bewerken is not None and bewerken.open:
        with bewerken, vangnet():
            getoond = in_provincie(gegevens.beoordeling_van(toestand), toestand.provincie)
            ids = toestand.kandidaten.index[getoond]
            kandidatentabel(toestand, gegevens.lagen(), [str(id_) for id_ in ids])
    downloaden = st.expander("Downloaden", key="downloaden", on_change="rerun")
    return downloaden if downloaden.open else None
