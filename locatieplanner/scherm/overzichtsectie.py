"""Overzicht van de opgave: kaart en staven, van het land naar een provincie naar een gemeente."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, VERHOUDINGSKLASSEN, Klassen
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.rapport.standtabel import gemeentetabel, provincietabel
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.figuur import figuur, tabel_en_download
from locatieplanner.scherm.gebiedskaart import HOOGTE, aangewezen, gebiedskaart
from locatieplanner.scherm.gebiedskeuze import Gekozengebied, kies_gebied
from locatieplanner.scherm.grafiek import STANDKLEUREN, in_stijl, staven, streepjes
from locatieplanner.scherm.kaartbestanden import basislagen, vlakkenadres
from locatieplanner.scherm.opgavebalk import opgavebalk
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, huidige

_STAAF = 24
_ASSEN = 110


@dataclass(frozen=True)
class Kaartkeuze:
    """Wat de kaart toont: een naam, de kolom van de stand en de klassen."""

    naam: str
    kolom: str
    klassen: Klassen


KAARTKEUZES = (
    Kaartkeuze("Opvang tegenover het evenredige deel", "verhouding", VERHOUDINGSKLASSEN),
    Kaartkeuze("Opvangplaatsen per 1.000 inwoners", "plaatsen_per_1000", DICHTHEIDSKLASSEN),
)


def overzichtsectie(toestand: Toestand, gebied: Gekozengebied) -> None:
    """Toon de opgave van het gebied: de balk, de kaart en de staven met hun tabel."""
    omgeving = gegevens.omgeving_van(toestand)
    stand = gegevens.onthoud(
        toestand,
        "gemeentestand",
        lambda uitkomst: stand_per_gemeente(uitkomst.omgeving, uitkomst.gepland_per_gemeente),
    )
    if gebied.gemeentecode is not None:
        st.markdown(gemeentezin(stand.to_dict("index")[gebied.gemeentecode]))
    opgavebalk(toestand)
    kaart, staaf = st.columns([1, 1], gap="large")
    with kaart:
        _kaart(gebied, stand, omgeving)
    with staaf:
        _staven(toestand, gebied, omgeving, stand)


def _kaart(gebied: Gekozengebied, stand: pd.DataFrame, omgeving: Omgeving) -> None:
    namen = {keuze.naam: keuze for keuze in KAARTKEUZES}
    gekozen = namen[st.selectbox("De kaart toont", list(namen), key="opgave_kaart")]
    # De map met vlakken wordt pas gelezen als de kaartbestanden er zijn.
    basislagen()
    waarden = stand[["gemeente"]].assign(waarde=stand[gekozen.kolom])
    grafiek = gebiedskaart(vlakkenadres(), waarden, gekozen.klassen, gebied)
    sleutel = f"opgave_gebiedskaart_{gebied.provincie}_{gekozen.kolom}"
    st.altair_chart(
        in_stijl(grafiek, HOOGTE),
        width="stretch",
        on_select=partial(_bij_aanwijzing, sleutel, stand["provincie"]),
        key=sleutel,
    )
    st.caption(
        f"{als_markdown(gekozen.klassen.titel)}, in {als_markdown(gekozen.klassen.eenheid)}. "
        "Wit is onbekend, niet nul. Klik een gemeente aan voor haar cijfers."
    )
    if gebied.provincie is None:
        # Van een provincie staat dezelfde tabel al bij de staven.
        tabel_en_download(gemeentetabel(stand, omgeving), "opgave-gemeenten")


def _bij_aanwijzing(sleutel: str, provincies: pd.Series) -> None:
    """Kies de gemeente die op de kaart aangewezen is, voordat de pagina getekend wordt."""
    toestand, code = huidige(), aangewezen(st.session_state.get(sleutel))
    if toestand is not None and code is not None:
        kies_gebied(toestand, str(provincies.loc[code]), code, "opgave")


def _staven(
    toestand: Toestand, gebied: Gekozengebied, omgeving: Omgeving, stand: pd.DataFrame
) -> None:
    if gebied.provincie is None:
        tabel = provincietabel(gegevens.stand_van(toestand), omgeving)
        namen, midden = tabel.gegevens["provincie"], "doel_midden"
    else:
        tabel = gemeentetabel(stand, omgeving, gebied.provincie)
        namen, midden = tabel.gegevens["gemeente"], "deel_midden"
    reeksen = {
        "bestaand bekend": tabel.gegevens["bestaand_bekend"],
        "bestaand geschat": tabel.gegevens["bestaand_geschat"],
        "gepland": tabel.gegevens["gepland"],
    }
    figuur(
        tabel,
        f"opgave-{(gebied.provincie or 'nederland').lower()}",
        staven(list(namen), reeksen, "plaatsen", kleuren=STANDKLEUREN)
        + streepjes(list(namen), tabel.gegevens[midden], "doel (midden)", "plaatsen"),
        hoogte=max(HOOGTE, _STAAF * len(namen) + _ASSEN),
    )


def gemeentezin(rij: Mapping[Hashable, Any]) -> str:
    """Zeg in één zin wat het evenredige deel van een gemeente is en wat zij heeft, als Markdown."""
    naam = als_markdown(str(rij["gemeente"]))
    if pd.isna(rij["deel_midden"]):
        deel = f"Het doel van {als_markdown(str(rij['provincie']))} is in deze doelset onbekend."
    else:
        deel = (
            f"Naar rato van inwoners is het deel van **{naam}** "
            f"**{getal(float(rij['deel_midden']))} plaatsen** *afgeleid*."
        )
    if pd.isna(rij["bestaand_bekend"]):
        heeft = (
            "Of er opvang is, is niet bekend; te verwachten zijn er "
            f"{getal(float(rij['bestaand_geschat']))} *geschat*."
        )
    else:
        heeft = f"Bekend zijn er {getal(float(rij['bestaand_bekend']))}."
    return f"{deel} {heeft} Gepland: {getal(float(rij['gepland']))}."
