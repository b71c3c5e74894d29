"""Wat er gevonden is: de zoekgebieden op rang, waarom, en een gebied als kandidaat."""

from functools import partial

import pandas as pd
import streamlit as st

from locatieplanner.beoordeling.beoordeling import SCHEIDING
from locatieplanner.domein.notatie import getal, kort_getal, procent
from locatieplanner.fouten import InvoerFout
from locatieplanner.rapport.zoekgebied_uitvoer import gebieden_als_bytes, gebiedentabel
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.bewerking import Plek, voeg_toe
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.zoekloop import Doorgerekend
from locatieplanner.zoekgebieden.gebieden import Zoekgebieden
from locatieplanner.zoekgebieden.redenen import als_kandidaten

_TOEGEVOEGD = "zoekgebieden_toegevoegd"
_REDENEN = (
    ("Ervoor", "voor"),
    ("Ertegen", "tegen"),
    ("Aandachtspunten", "aandachtspunten"),
    ("Voorzieningen bij de beste cel", "voorzieningen"),
    ("Niet bekend", "niet_bekend"),
    ("Niet getoetst", "niet_getoetst"),
)


def kopzin(gevonden: Zoekgebieden) -> str:
    """Zeg hoeveel er gevonden is."""
    grens = gevonden.grens
    eis = (
        f"van ten minste {kort_getal(grens.kleinste_ha)} ha met een totaalscore van "
        f"{kort_getal(grens.drempel)} of meer"
    )
    if not gevonden.gevonden:
        return (
            f"Er is geen zoekgebied {eis}. Kies een lagere drempel, andere gewichten of een andere "
            "capaciteit."
        )
    woord = "zoekgebied" if gevonden.gevonden == 1 else "zoekgebieden"
    zin = f"{getal(gevonden.gevonden)} {woord} {eis}."
    getoond = len(gevonden.tabel)
    return zin if getoond == gevonden.gevonden else f"{zin} De hoogste {getal(getoond)} staan hier."


def gebiedkeuze(gevonden: Zoekgebieden) -> str | None:
    """Laat een gebied kiezen; None als er geen is."""
    if gevonden.tabel.empty:
        return None
    regels = {
        str(id_): f"{rij.rang}. {rij.gemeente} · {getal(rij.score_totaal, 1)} punten · "
        f"{getal(rij.oppervlakte_ha, 1)} ha"
        for id_, rij in zip(gevonden.tabel.index, gevonden.tabel.itertuples(), strict=True)
    }
    return st.selectbox(
        "Zoekgebied",
        list(regels),
        format_func=lambda id_: regels.get(id_, id_),
        key="zoekgebieden_gekozen",
    )


def toon_gebied(
    toestand: Toestand, gerekend: Doorgerekend, gevonden: Zoekgebieden, id: str
) -> None:
    """Toon waarom een gebied gevonden is, en de knop om er een kandidaat van te maken."""
    gebied = gevonden.tabel.loc[id]
    with st.container(border=True, key="zoekgebied"):
        st.markdown(f"##### {als_markdown(str(gebied['naam']))}")
        st.markdown(
            f"{getal(gebied['oppervlakte_ha'], 1)} ha, gemiddelde totaalscore "
            f"{getal(gebied['score_totaal'], 1)} (geschat); "
            f"{procent(gebied['aandacht'])} van het gebied heeft een aandachtspunt."
        )
        for kop, naam in _REDENEN:
            delen = [deel for deel in str(gebied[naam]).split(SCHEIDING) if deel]
            if delen:
                st.markdown(f"**{kop}**: {als_markdown('; '.join(delen))}")
        _kandidaatknop(toestand, gerekend, gevonden, gebied, id)


def toon_lijst(gerekend: Doorgerekend, gevonden: Zoekgebieden) -> None:
    """Toon de gebieden als tabel, en de bestanden om mee te nemen."""
    if not gevonden.tabel.empty:
        figuur(gebiedentabel(gevonden), "zoekgebieden")
    with st.container(horizontal=True):
        st.download_button(
            "Raster (GeoTIFF)",
            data=gerekend.map.raster.read_bytes,
            file_name="zoekraster.tif",
            mime="image/tiff",
            on_click="ignore",
            key="download_zoekraster",
        )
        if not gevonden.tabel.empty:
            st.download_button(
                "Zoekgebieden (GeoPackage)",
                data=partial(gebieden_als_bytes, gevonden, "gpkg"),
                file_name="zoekgebieden.gpkg",
                mime="application/geopackage+sqlite3",
                on_click="ignore",
                key="download_zoekgebieden_gpkg",
            )
    st.caption(
        "De band 'totaal' in het raster is gewogen met de gewichten van toen er gerekend werd; de "
        "scores per criterium staan er los bij. De zoekgebieden volgen de gewichten van nu."
    )


def _kandidaatknop(
    toestand: Toestand, gerekend: Doorgerekend, gevonden: Zoekgebieden, gebied: pd.Series, id: str
) -> None:
    melding = st.session_state.pop(_TOEGEVOEGD, "")
    if melding:
        st.success(als_markdown(melding))
    if toestand.alleen_lezen:
        st.caption("Dit plan is alleen te lezen.")
        return
    kandidaten = toestand.kandidaten
    al_erin = bool(len(kandidaten)) and bool(kandidaten.geometry.geom_equals(gebied.geometry).any())
    st.button(
        "Maak er een kandidaat van",
        type="primary",
        disabled=al_erin,
        key="zoekgebied_kandidaat",
        on_click=_maak_kandidaat,
        args=(gerekend, gevonden, id),
    )
    if al_erin and not melding:
        st.caption("Dit gebied staat al in het plan.")


def _maak_kandidaat(gerekend: Doorgerekend, gevonden: Zoekgebieden, id: str) -> None:
    with vangnet():
        toestand = huidige()
        if toestand is None:
            return
        nieuw, naam = met_zoekgebied(toestand, gerekend, gevonden, id)
        bewaar(nieuw)
        st.session_state[_TOEGEVOEGD] = (
            f"Toegevoegd: {naam}. De kandidaat staat met haar vlak op de pagina Kaart; vul naam, "
            "omvang en mix daar aan."
        )


def met_zoekgebied(
    toestand: Toestand, gerekend: Doorgerekend, gevonden: Zoekgebieden, id: str
) -> tuple[Toestand, str]:
    """Geef de toestand met een zoekgebied als kandidaat erbij, gekozen, en haar naam.

    Raises
    ------
    InvoerFout
        Als het gebied geen kandidaat kan zijn.
    """
    rij = als_kandidaten(gevonden.tabel.loc[[id]], gevonden.instelling, gerekend.omgeving).iloc[0]
    plek = Plek(rij.geometry, str(rij["naam"]), str(rij["bron"]), str(rij["toelichting"]))
    bewerking, id_ = voeg_toe(
        toestand.kandidaten, plek, str(rij["type"]), int(rij["capaciteit"]), gegevens.lagen()
    )
    if bewerking.kandidaten is None:
        raise InvoerFout(bewerking.melding)
    nieuw = toestand.met_kandidaten(
        bewerking.kandidaten, bron=toestand.bron, fictief=toestand.fictief
    )
    return nieuw.met_keuze(id_, spring=True), plek.naam
