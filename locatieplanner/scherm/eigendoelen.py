"""Eigen doelen op het scherm: een tabel laden of intypen, en terug naar het origineel."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import DoelsetFout, LocatieplannerFout
from locatieplanner.invoer.doelcodes import onderdeelcodes
from locatieplanner.invoer.doelen import Doelinvoer, controleer_doelen, lees_doelen
from locatieplanner.rapport.doeltabel import doelset_als_csv, sjabloon_als_csv
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.bestand import toon_problemen
from locatieplanner.scherm.doelbewerking import (
    WEG,
    met_eigen_doelen,
    met_naam,
    nieuwe_doelset,
    te_bewerken,
    zonder_weggehaalde,
)
from locatieplanner.scherm.doelvergelijking import rijentabel
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar

_MELDING = "doelen_melding"
_BEURT = "doelen_beurt"
_CSV = "text/csv"


@dataclass(frozen=True)
class _Melding:
    """Wat er na een verandering van een doelset te zeggen is."""

    doelset: str
    tekst: str
    invoer: Doelinvoer | None


def eigendoelen(toestand: Toestand, provincie: str | None) -> None:
    """Toon de eigen getallen van de gekozen doelset en hoe die te veranderen zijn.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    provincie : str or None
        Alleen de rijen van deze provincie om te bewerken; None is alle.
    """
    doelset = gegevens.doelsets_van(toestand)[toestand.doelset]
    st.markdown("#### Eigen getallen")
    st.markdown(f"Doelset: **{als_markdown(doelset.naam)}**")
    _toon_melding(doelset)
    _bewaren(toestand, doelset, provincie)
    laden = st.expander("Een ingevulde tabel laden", key="doelen_laden", on_change="rerun")
    if laden.open:
        with laden:
            _laden(toestand, doelset)
    typen = st.expander("Op het scherm invullen", key="doelen_typen", on_change="rerun")
    if typen.open:
        with typen:
            _typen(toestand, doelset, provincie)
    nieuw = st.expander("Een eigen doelset beginnen", key="doelen_nieuw", on_change="rerun")
    if nieuw.open:
        with nieuw:
            _beginnen(toestand)
    if doelset.eigen_provincies and doelset.origineel.doelen:
        eigen = doelset.eigen_provincies
        figuur(rijentabel(doelset, eigen, "Uw getallen"), f"eigen-{doelset.id}")
        figuur(
            rijentabel(doelset.origineel, eigen, "Ingebouwd, voor dezelfde provincies"),
            f"ingebouwd-{doelset.id}",
        )


def _neem_over(
    toestand: Toestand, eigen: Eigendoelen, tekst: str, invoer: Doelinvoer | None = None
) -> None:
    """Maak dit de eigen doelen, en zeg daarna wat er veranderd is."""
    lagen = gegevens.lagen()
    nieuw = bewaar(met_eigen_doelen(toestand, eigen, lagen.doelsets, lagen.standaard_doelset))
    st.session_state[_MELDING] = _Melding(nieuw.doelset, tekst, invoer)
    # Een verse sleutel: het gekozen bestand en de getypte cellen horen bij de vorige stand.
    st.session_state[_BEURT] = _beurt() + 1
    st.rerun()


def _beurt() -> int:
    beurt: int = st.session_state.get(_BEURT, 0)
    return beurt


def _toon_melding(doelset: Doelset) -> None:
    melding: _Melding | None = st.session_state.get(_MELDING)
    if melding is None or melding.doelset != doelset.id:
        return
    st.success(als_markdown(melding.tekst))
    if melding.invoer is not None:
        toon_problemen(melding.invoer.problemen)


def _bewaren(toestand: Toestand, doelset: Doelset, provincie: str | None) -> None:
    """De knoppen: sjabloon, eigen tabel, en terug naar het origineel."""
    ingebouwd, eigen = bool(doelset.origineel.doelen), doelset.eigen_provincies
    with st.container(horizontal=True):
        st.download_button(
            "Sjabloon (CSV)",
            data=partial(sjabloon_als_csv, doelset),
            file_name=f"doelen-{doelset.id}.csv",
            mime=_CSV,
            on_click="ignore",
            key="doelen_sjabloon",
            help="Alle provincies, met wat ingebouwd bekend is. Vul aantallen en bron in.",
        )
        if eigen:
            st.download_button(
                "Uw tabel (CSV)",
                data=partial(doelset_als_csv, doelset),
                file_name=f"eigen-doelen-{doelset.id}.csv",
                mime=_CSV,
                on_click="ignore",
                key="doelen_eigen",
                help="Bewaar uw getallen hiermee: na het sluiten van dit venster zijn zij weg.",
            )
        terug = "Terug naar het origineel" if ingebouwd else "Deze doelset verwijderen"
        if (eigen or not ingebouwd) and st.button(terug, key="doelen_terug"):
            tekst = f"{doelset.origineel.naam}: {'weer zoals ingebouwd' if ingebouwd else 'weg'}."
            _neem_over(toestand, toestand.eigen_doelen.zonder(doelset.id), tekst)
        if provincie in eigen and st.button(f"Alleen {provincie} terug", key="doelen_terug_een"):
            rest = toestand.eigen_doelen.zonder(doelset.id, provincie)
            _neem_over(toestand, rest, f"{provincie} is weer zoals ingebouwd.")
    if eigen:
        st.caption(
            "Uw getallen gelden zolang dit venster open is. Download uw tabel om ze te houden."
        )


def _laden(toestand: Toestand, doelset: Doelset) -> None:
    st.markdown(
        "Download het **sjabloon**, vul aantallen en bron in, en kies het bestand hier (CSV of "
        "Excel). Van elke provincie in uw tabel vervangen de rijen de ingebouwde; andere "
        "provincies blijven. Laat u de status leeg, dan is een aantal met een bron *gepubliceerd* "
        "en een aantal zonder bron *geschat*. Een rij zonder aantal verandert niets."
    )
    bestand = st.file_uploader(
        "Bestand met doelen", type=["csv", "xlsx"], key=f"doelen_bestand_{_beurt()}"
    )
    if bestand is None:
        return
    doelsets = gegevens.doelsets_van(toestand)
    try:
        invoer = lees_doelen(bestand.getvalue(), bestand.name, doelsets, doelset.id)
    except LocatieplannerFout as fout:
        st.error(str(fout))
        return
    if invoer.fouten:
        st.error("Er is niets overgenomen; herstel eerst de fouten in uw bestand.")
    toon_problemen(invoer.problemen)
    if invoer.fouten or not invoer.eigen:
        return
    if st.button("Neem deze doelen over", type="primary", key="doelen_overnemen"):
        samen = toestand.eigen_doelen.met(invoer.eigen)
        ids = invoer.eigen.doelsets
        # Wie een tabel van één doelset laadt, wil die zien.
        if len(ids) == 1:
            toestand = replace(toestand, doelset=ids[0])
        _neem_over(toestand, samen, f"Overgenomen uit {bestand.name}.", invoer)


def _typen(toestand: Toestand, doelset: Doelset, provincie: str | None) -> None:
    doelsets = gegevens.doelsets_van(toestand)
    tabel = te_bewerken(doelset, provincie)
    st.caption(
        "Vul bij één aantal in beide kolommen hetzelfde getal in; leeg is onbekend. Een lege "
        "status wordt gepubliceerd met een bron en geschat zonder. Een nieuwe rij typt u onderaan."
    )
    with st.form("doelentabel", border=False):
        nieuw = st.data_editor(
            tabel,
            column_config=_kolommen(doelsets),
            num_rows="add",
            hide_index=False,
            placeholder="",
            key=f"doelen_tabel_{doelset.id}_{provincie}_{_beurt()}",
            width="stretch",
        )
        toegepast = st.form_submit_button("Wijzigingen toepassen", type="primary")
    if not toegepast:
        return
    invoer = controleer_doelen(zonder_weggehaalde(nieuw), doelsets, doelset.id)
    if invoer.fouten:
        st.error("De wijzigingen zijn niet toegepast; herstel eerst dit:")
        toon_problemen(invoer.problemen)
        return
    eigen = toestand.eigen_doelen.zonder(doelset.id, provincie).met(met_naam(doelset, invoer.eigen))
    _neem_over(toestand, eigen, "Uw wijzigingen zijn toegepast.", invoer)


def _kolommen(doelsets: dict[str, Doelset]) -> dict[str, Any]:
    kolom = st.column_config
    onderdelen = list(dict.fromkeys(onderdeelcodes(doelsets).values()))
    return {
        "provincie": kolom.SelectboxColumn(
            "provincie", options=[*PROVINCIES, NEDERLAND], pinned=True
        ),
        "onderdeel": kolom.SelectboxColumn("onderdeel", options=onderdelen),
        "minimum": kolom.NumberColumn("minimum (plaatsen)", min_value=0, step=1),
        "maximum": kolom.NumberColumn("maximum (plaatsen)", min_value=0, step=1),
        "peildatum": kolom.TextColumn("te realiseren op", help="Zoals 31-12-2027, of 2027"),
        "status": kolom.SelectboxColumn("status", options=["", *map(str, Status)]),
        "bron": kolom.TextColumn("bron", max_chars=2_000),
        "brondatum": kolom.TextColumn("datum bron", help="Zoals 14-5-2020, mei 2020 of 2020"),
        "toelichting": kolom.TextColumn("toelichting", max_chars=2_000),
        WEG: kolom.CheckboxColumn(WEG),
    }


def _beginnen(toestand: Toestand) -> None:
    st.markdown(
        "Voor een opgave die hier niet bij staat, zoals een regionaal bod. Na het beginnen vult u "
        "de provincies in; in een bestand kan het ook, met een kolom **doelset_naam**."
    )
    with st.form("doelset_nieuw", border=False):
        naam = st.text_input("Naam van de doelset", max_chars=100)
        begonnen = st.form_submit_button("Doelset beginnen")
    if not begonnen:
        return
    try:
        nieuw = nieuwe_doelset(naam, gegevens.doelsets_van(toestand))
    except DoelsetFout as fout:
        st.error(str(fout))
        return
    _neem_over(
        replace(toestand, doelset=nieuw.doelsets[0]),
        toestand.eigen_doelen.met(nieuw),
        f"De doelset {naam.strip()} is begonnen. Vul de provincies in.",
    )
