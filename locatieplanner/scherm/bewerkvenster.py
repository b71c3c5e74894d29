"""Het venster om één kandidaat af te maken: van naam en type tot eigenaar, periode en mix."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from locatieplanner.beoordeling.omgeving import Lagen
from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.domein.notatie import datum, procent
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.bewerking import haal_weg, verander
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige


@st.dialog("Kandidaat bewerken", width="medium")
def bewerkvenster(id: str) -> None:
    """Toon het venster; opslaan verandert alleen iets als alles in orde is."""
    toestand, lagen = huidige(), gegevens.lagen()
    if toestand is None or id not in toestand.kandidaten.index:
        st.caption("Deze kandidaat is er niet meer.")
        return
    rij = toestand.kandidaten.loc[id]
    with st.form("bewerkvenster", border=False):
        velden, aandelen = _velden(rij, lagen), _aandelen(rij, lagen)
        opgeslagen = st.form_submit_button("Opslaan", type="primary")
    if opgeslagen:
        _bewaar(toestand, lagen, wijziging(id, velden, aandelen))
    if st.button("Deze kandidaat weghalen"):
        rest = haal_weg(toestand.kandidaten, [id])
        bewaar(toestand.met_kandidaten(rest, bron=toestand.bron, fictief=toestand.fictief))
        st.rerun()


def wijziging(
    id: str, velden: Mapping[str, object], procenten: Mapping[str, float | None]
) -> pd.DataFrame:
    """Geef wat er ingevuld is als één rij; aandelen van procent naar deel, leeg is onbekend."""
    delen = {
        kolom: float("nan") if waarde is None else waarde / 100
        for kolom, waarde in procenten.items()
    }
    return pd.DataFrame({**velden, **delen}, index=[id])


def _velden(rij: pd.Series, lagen: Lagen) -> dict[str, object]:
    typen = list(lagen.locatietypen)
    statussen = [str(status) for status in Kandidaatstatus]
    naam = st.text_input("Naam", value=rij["naam"], max_chars=200)
    type_, plaatsen, status = st.columns(3)
    woningen, van, tot = st.columns(3)
    return {
        "naam": naam,
        "type": type_.selectbox(
            "Type",
            typen,
            index=typen.index(rij["type"]),
            format_func=lambda code: lagen.locatietypen[code].naam,
        ),
        "capaciteit": plaatsen.number_input(
            "Plaatsen", min_value=1, value=int(rij["capaciteit"]), step=10
        ),
        "status": status.selectbox("Status", statussen, index=statussen.index(rij["status"])),
        "woningen": woningen.number_input(
            "Woningen",
            min_value=0,
            value=None if pd.isna(rij["woningen"]) else int(rij["woningen"]),
            step=5,
            placeholder="onbekend",
        ),
        "beschikbaar_van": _datum(van, "Beschikbaar van", rij["beschikbaar_van"]),
        "beschikbaar_tot": _datum(tot, "Beschikbaar tot en met", rij["beschikbaar_tot"]),
        "eigenaar": st.text_input("Eigenaar", value=rij["eigenaar"], max_chars=200),
    }


def _datum(vak: DeltaGenerator, naam: str, nu: pd.Timestamp) -> str:
    """Een datum als tekst; de invoer leest en keurt haar zoals een datum in een bestand."""
    return vak.text_input(
        naam,
        value="" if pd.isna(nu) else datum(nu.date().isoformat()),
        placeholder="dag-maand-jaar",
        max_chars=20,
    )


def _aandelen(rij: pd.Series, lagen: Lagen) -> dict[str, float | None]:
    groepen = list(lagen.aandachtsgroepen.values())
    st.markdown(
        "**Mix van bewoners, in procenten** (samen 100; laat alles leeg als het niet vaststaat)"
    )
    nu = [float(rij[groep.kolom]) for groep in groepen]
    if any(deel > 0 for deel in nu):
        st.caption(f"Nu opgegeven: {procent(sum(deel for deel in nu if deel > 0))}.")
    kolommen = st.columns(3)
    return {
        groep.kolom: kolommen[nummer % 3].number_input(
            f"{groep.naam[0].upper()}{groep.naam[1:]}",
            min_value=0.0,
            max_value=100.0,
            value=None if pd.isna(deel) else round(100 * deel, 1),
            step=5.0,
            format="%g",
            placeholder="onbekend",
            key=f"aandeel_{rij.name}_{groep.code}",
        )
        for nummer, (groep, deel) in enumerate(zip(groepen, nu, strict=True))
    }


def _bewaar(toestand: Toestand, lagen: Lagen, nieuw: pd.DataFrame) -> None:
    bewerking = verander(toestand.kandidaten, nieuw, lagen)
    if bewerking.kandidaten is None:
        st.error(f"Er is niets veranderd; herstel eerst dit. {bewerking.melding}")
        return
    bewaar(
        toestand.met_kandidaten(bewerking.kandidaten, bron=toestand.bron, fictief=toestand.fictief)
    )
    st.rerun()
