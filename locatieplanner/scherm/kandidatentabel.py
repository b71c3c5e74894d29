"""De kandidaten als tabel: type, capaciteit en mix bewerken, rijen weghalen."""

import pandas as pd
import streamlit as st

from locatieplanner.beoordeling.omgeving import Lagen
from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.scherm.bestand import toon_problemen
from locatieplanner.scherm.bewerking import haal_weg, verander
from locatieplanner.scherm.toestand import Toestand, bewaar

_VAST = ("naam", "type", "capaciteit", "woningen", "status")
_WEG = "weghalen"


def kandidatentabel(toestand: Toestand, lagen: Lagen, ids: list[str]) -> None:
    """Toon de kandidaten met deze ids om te bewerken.

    De verandering geldt pas na Toepassen, en alleen als alle gewijzigde rijen in orde zijn.
    """
    if not ids:
        st.caption("Hier zijn geen kandidaten om te bewerken.")
        return
    groepen = {groep.kolom: groep for groep in lagen.aandachtsgroepen.values()}
    tabel = toestand.kandidaten.loc[ids, [*_VAST, *groepen]]
    tabel = pd.DataFrame(tabel).assign(**{_WEG: False})
    tabel[list(groepen)] = (100 * tabel[list(groepen)]).round(1)
    kolommen = {
        "naam": st.column_config.TextColumn("naam", required=True, max_chars=200, pinned=True),
        "type": st.column_config.SelectboxColumn(
            "type", options=list(lagen.locatietypen), required=True
        ),
        "capaciteit": st.column_config.NumberColumn(
            "capaciteit", help="Plaatsen: aantal personen", min_value=1, step=1, required=True
        ),
        "woningen": st.column_config.NumberColumn("woningen", min_value=0, step=1),
        "status": st.column_config.SelectboxColumn(
            "status", options=[str(status) for status in Kandidaatstatus], required=True
        ),
        _WEG: st.column_config.CheckboxColumn("weghalen"),
        **{
            kolom: st.column_config.NumberColumn(
                f"{groep.naam} (%)", min_value=0, max_value=100, step=0.1
            )
            for kolom, groep in groepen.items()
        },
    }
    st.caption(
        "Aandelen zijn procenten van de bewoners en tellen per rij op tot 100; leeg is onbekend."
    )
    with st.form("kandidatentabel", border=False):
        nieuw = st.data_editor(
            tabel,
            column_config=kolommen,
            column_order=[*_VAST, *groepen, _WEG],
            num_rows="fixed",
            placeholder="",
            key=f"tabel_{toestand.versie}_{toestand.provincie}",
            width="stretch",
        )
        toegepast = st.form_submit_button("Wijzigingen toepassen", type="primary")
    if toegepast:
        _pas_toe(toestand, lagen, tabel, nieuw, list(groepen))


def _pas_toe(
    toestand: Toestand,
    lagen: Lagen,
    oud: pd.DataFrame,
    nieuw: pd.DataFrame,
    groepkolommen: list[str],
) -> None:
    weg = nieuw.index[nieuw[_WEG]]
    anders = (oud.compare(nieuw, keep_shape=True).notna().any(axis=1)) & ~nieuw[_WEG]
    wijzigingen = nieuw.loc[anders].drop(columns=_WEG)
    if not len(weg) and wijzigingen.empty:
        st.info("Er is niets gewijzigd.")
        return
    kandidaten = toestand.kandidaten
    if len(wijzigingen):
        wijzigingen[groepkolommen] = wijzigingen[groepkolommen] / 100
        bewerking = verander(kandidaten, wijzigingen, lagen)
        if bewerking.kandidaten is None:
            st.error("De wijzigingen zijn niet toegepast; herstel eerst dit:")
            toon_problemen(bewerking.problemen)
            return
        kandidaten = bewerking.kandidaten
    kandidaten = haal_weg(kandidaten, list(weg))
    bewaar(toestand.met_kandidaten(kandidaten, bron=toestand.bron, fictief=toestand.fictief))
    st.rerun()
