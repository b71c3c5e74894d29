"""Een bestand met kandidaten laden: alle problemen tegelijk, en niets verandert vanzelf."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from locatieplanner.bronnen.hulpdiensten import LOCATIESERVER, lees_hulpdiensten
from locatieplanner.bronnen.locatieserver import Locatieserver
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import LocatieplannerFout
from locatieplanner.invoer.kandidaten import Invoer
from locatieplanner.invoer.probleem import Probleem
from locatieplanner.invoer.sjabloon import sjabloon_csv
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.tekst import aantal_kandidaten
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

SOORTEN = ("csv", "xlsx", "geojson", "json", "gpkg", "zip", "parquet")

_GETOOND = 200


@dataclass(frozen=True)
class _Gelezen:
    sleutel: str
    invoer: Invoer | None
    fout: str


@st.dialog("Kandidaten laden", width="medium")
def bestandsvenster() -> None:
    """Toon het venster om een bestand te kiezen, de problemen te zien en te laden."""
    st.markdown(
        "CSV, Excel, GeoJSON, GeoPackage, Shapefile in een zip, of GeoParquet. Nodig zijn "
        "**naam**, **type**, **capaciteit** en een ligging (**x** en **y** in "
        "RD, **lon** en **lat**, een punt of vlak, of een **adres**). Zet er geen "
        "persoonsgegevens in."
    )
    st.download_button(
        "Download een voorbeeldbestand (CSV)",
        data=sjabloon_csv(gegevens.lagen().aandachtsgroepen),
        file_name="kandidaten.csv",
        mime="text/csv",
        on_click="ignore",
    )
    bestand = st.file_uploader("Bestand met kandidaten", type=list(SOORTEN))
    if bestand is None:
        return
    opzoeken = st.checkbox(
        "Adressen opzoeken bij PDOK (vraagt internet)",
        help="Voor rijen met een adres en zonder coördinaten. Alleen het adres gaat naar PDOK.",
    )
    gelezen = _lees(bestand.file_id, bestand.getvalue(), bestand.name, opzoeken=opzoeken)
    if gelezen.invoer is None:
        st.error(gelezen.fout)
        st.caption("Er is niets veranderd aan de kandidaten die u had.")
        return
    toestand = huidige()
    if toestand is not None:
        _toon(toestand, gelezen.invoer, bestand.name)


def _lees(file_id: str, inhoud: bytes, naam: str, *, opzoeken: bool) -> _Gelezen:
    """Lees een bestand één keer, ook als het venster opnieuw getekend wordt."""
    sleutel = f"{file_id} {opzoeken}"
    bewaard: _Gelezen | None = st.session_state.get("gelezen_bestand")
    if bewaard is None or bewaard.sleutel != sleutel:
        try:
            bewaard = _Gelezen(sleutel, _uit_bestand(inhoud, naam, opzoeken=opzoeken), "")
        except LocatieplannerFout as fout:
            bewaard = _Gelezen(sleutel, None, str(fout))
        st.session_state["gelezen_bestand"] = bewaard
    return bewaard


def _uit_bestand(inhoud: bytes, naam: str, *, opzoeken: bool) -> Invoer:
    if not opzoeken:
        return gegevens.lees(inhoud, naam)
    with (
        st.spinner("Adressen opzoeken…"),
        Locatieserver(lees_hulpdiensten()[LOCATIESERVER]) as server,
    ):
        return gegevens.lees(inhoud, naam, server)


def _toon(toestand: Toestand, invoer: Invoer, naam: str) -> None:
    goed, alle = len(invoer.kandidaten), invoer.aantal_rijen
    if invoer.schoon:
        st.success(f"In orde: {aantal_kandidaten(goed)}.")
    elif invoer.geblokkeerd or not goed:
        st.error("Dit bestand is zo niet te laden. Er is niets veranderd aan wat u had.")
    else:
        fout = alle - goed
        rest = "De andere rij is" if goed == 1 else f"De andere {getal(goed)} zijn"
        st.warning(
            f"{getal(fout)} van de {getal(alle)} rijen {'heeft' if fout == 1 else 'hebben'} een "
            f"fout. {rest} in orde."
        )
    toon_problemen(invoer.problemen)
    if not goed or invoer.geblokkeerd:
        return
    vervang, erbij = st.columns(2)
    goede = "de goede rij" if goed == 1 else f"de {getal(goed)} goede rijen"
    tekst = aantal_kandidaten(goed) if invoer.schoon else goede
    if vervang.button(f"Laad {tekst}", type="primary", width="stretch"):
        bewaar(toestand.geladen(invoer.kandidaten, bron=naam))
        st.rerun()
    if erbij.button("Voeg toe aan wat er is", width="stretch"):
        _voeg_toe(toestand, invoer, naam)


def _voeg_toe(toestand: Toestand, invoer: Invoer, naam: str) -> None:
    dubbel = toestand.kandidaten.index.intersection(invoer.kandidaten.index)
    if len(dubbel):
        st.error(
            f"Deze id's zijn er al: {', '.join(map(str, dubbel[:5]))}"
            f"{' en andere' if len(dubbel) > 5 else ''}. Geef ze in het bestand een ander id, "
            "of laad het bestand in plaats van wat er is. Er is niets veranderd."
        )
        return
    samen = pd.concat([toestand.kandidaten, invoer.kandidaten])
    bewaar(toestand.geladen(samen, bron=f"{toestand.bron} en {naam}"))
    st.rerun()


def toon_problemen(problemen: tuple[Probleem, ...]) -> None:
    """Toon problemen als tabel: ernst, rij, kolom, waarde, wat er is en hoe het te herstellen."""
    if not problemen:
        return
    st.html(
        tabel_html(
            "Problemen in het bestand",
            ("ernst", "rij", "kolom", "waarde", "wat er is", "hoe te herstellen"),
            [
                (p.ernst, p.rij or "", p.kolom or "", p.waarde, p.wat, p.herstel)
                for p in problemen[:_GETOOND]
            ],
        )
    )
    if len(problemen) > _GETOOND:
        st.caption(f"De eerste {_GETOOND} van {getal(len(problemen))} problemen.")
