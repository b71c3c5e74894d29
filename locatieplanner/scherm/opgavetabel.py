"""De opgave van alle provincies als tabel, met de status van elk getal."""

import math

import pandas as pd
import streamlit as st

from locatieplanner.domein.notatie import bandbreedte, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.controle import vergelijk_landelijk
from locatieplanner.opgave.gepland import wat_telt
from locatieplanner.rapport.standtabel import provincietabel
from locatieplanner.scherm.figuur import downloadknoppen
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.tekst import als_markdown


def opgavetabel(stand: pd.DataFrame, omgeving: Omgeving) -> None:
    """Toon de stand per provincie en waar de doelen vandaan komen."""
    doelset = omgeving.doelset
    st.markdown(f"**{als_markdown(doelset.naam)}.** {als_markdown(doelset.uitleg)}")
    telt = "telt mee" if doelset.bestaand_telt_mee else "telt niet mee"
    st.caption(f"Bestaande opvang {telt}: {als_markdown(doelset.reden_bestaand)}")
    st.caption(f"Als gepland tellen kandidaten {wat_telt(omgeving.parameters)}.")
    st.caption(f"Landelijk: {als_markdown(vergelijk_landelijk(doelset, omgeving.doelen))}.")
    tabel = als_tekst(stand)
    st.html(tabel_html("Opgave per provincie", list(tabel.columns), tabel.to_numpy().tolist()))
    downloadknoppen(provincietabel(stand, omgeving), "opgave-per-provincie")


def als_tekst(stand: pd.DataFrame) -> pd.DataFrame:
    """Geef de stand met getallen op zijn Nederlands; onbekend heet onbekend."""

    def kolom(naam: str) -> list[str]:
        return [getal(waarde) for waarde in stand[naam]]

    return pd.DataFrame(
        {
            "provincie": list(stand.index),
            "doel": [
                bandbreedte(laag, hoog)
                for laag, hoog in zip(stand["doel_laag"], stand["doel_hoog"], strict=True)
            ],
            "status doel": [str(status) for status in stand["doel_status"]],
            "bestaand, bekend": kolom("bestaand_bekend"),
            "bestaand, geschat": kolom("bestaand_geschat"),
            "gepland": kolom("gepland"),
            "nog nodig": [
                nog_nodig(laag, hoog)
                for laag, hoog in zip(stand["nodig_laag"], stand["nodig_hoog"], strict=True)
            ],
            "status nog nodig": [str(status) for status in stand["nodig_status"]],
            "herkomst doel": list(stand["doel_herkomst"]),
        }
    )


def nog_nodig(laag: float, hoog: float) -> str:
    """Schrijf wat er nog nodig is; onder nul is het meer dan het doel."""
    if hoog < 0:
        return f"0 ({bandbreedte(-hoog, -laag)} meer dan het doel)"
    if laag <= 0 and math.isnan(hoog):
        return "ondergrens gehaald"
    return bandbreedte(max(laag, 0.0), hoog)
