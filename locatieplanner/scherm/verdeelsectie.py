"""Verdeling op de pagina Opgave: het doel van een provincie over haar gemeenten."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.fouten import FormuleFout, VerdelingFout
from locatieplanner.invoer.gemeentetabel import VASTE_PLAATSEN, gemeentesjabloon
from locatieplanner.opgave.provincieverdeling import (
    MET_DE_HAND,
    Provincieverdeling,
    verdeel_provincie,
)
from locatieplanner.opgave.verdeeldoel import Grens
from locatieplanner.opgave.verdeelsleutel import (
    BRON,
    FORMULE,
    NIET_WETTELIJK,
    VARIABELEN,
    Sleutel,
    formulevermelding,
)
from locatieplanner.rapport.verdeeltabel import verdeeltabel
from locatieplanner.rapport.verdeeltekst import gemeentezin, verdeelzinnen
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.gemeentebestand import gemeenteveld
from locatieplanner.scherm.grafiek import staven
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.tekstveld import tekstveld
from locatieplanner.scherm.toestand import Toestand, bewaar

_STAAF = 26
_ASSEN = 130

_VAST = "vast"


def verdeelsectie(toestand: Toestand, gebied: Gekozengebied) -> None:
    """Toon de verdeling, waar zij op rust, en laat gemeenten met de hand vastzetten."""
    if gebied.provincie is None:
        st.info("Kies hierboven een provincie: een doel wordt per provincie verdeeld.")
        return
    omgeving = gegevens.omgeving_van(toestand)
    links, rechts = st.columns(2)
    sleutel = links.segmented_control(
        "Verdelen naar",
        list(Sleutel),
        default=Sleutel.INWONERS,
        required=True,
        format_func=lambda keuze: keuze.naam,
        key="verdeling_sleutel",
    )
    grens = rechts.segmented_control(
        "Punt van de bandbreedte",
        list(Grens),
        default=Grens.MIDDEN,
        required=True,
        format_func=str,
        key="verdeling_grens",
    )
    vast = vast_in(toestand, gebied.provincie, omgeving)
    gepland = gegevens.beoordeling_van(toestand).gepland_per_gemeente
    try:
        verdeling = verdeel_provincie(
            omgeving,
            gebied.provincie,
            sleutel=Sleutel(sleutel or Sleutel.INWONERS),
            grens=Grens(grens or Grens.MIDDEN),
            vast=vast,
            gepland=gepland,
        )
    except (VerdelingFout, FormuleFout) as fout:
        st.warning(als_markdown(str(fout)))
    else:
        _toon(verdeling, omgeving, gebied.gemeentecode)
    _met_de_hand(toestand, gebied.provincie, omgeving, vast)
    with st.expander("Formule van de sleutel SES-WOA", key="verdeling_formule"):
        st.markdown(f"**{als_markdown(formulevermelding(omgeving.parameters))}**")
        st.caption(
            "De wettelijke formule is in dit programma niet bekend. Deze is te vervangen; zolang "
            f"er geen bron bij staat, heet zij overal '{NIET_WETTELIJK}'. Een gemeente krijgt "
            "plaatsen naar haar gewicht."
        )
        tekstveld(omgeving.parameters[FORMULE], "verdeling_formuletekst")
        tekstveld(omgeving.parameters[BRON], "verdeling_formulebron")
        st.markdown(
            "\n".join(
                f"- **{als_markdown(naam)}**: {als_markdown(wat)}"
                for naam, wat in VARIABELEN.items()
            )
        )


def _toon(verdeling: Provincieverdeling, omgeving: Omgeving, gemeentecode: str | None) -> None:
    gemeenten, tabel = verdeling.gemeenten, verdeeltabel(verdeling, omgeving)
    st.markdown(f"**{als_markdown(verdeling.doel.zin)}**")
    if gemeentecode in gemeenten.index:
        st.markdown(als_markdown(gemeentezin(verdeling, str(gemeentecode))))
    figuur(
        tabel,
        f"verdeling-{verdeling.doel.provincie.lower()}",
        staven(list(gemeenten["gemeente"]), reeksen(verdeling), "plaatsen", naast=True),
        hoogte=_STAAF * len(gemeenten) + _ASSEN,
    )
    # Wat al onder de grafiek staat, staat er niet nog eens.
    zinnen = [z for z in verdeelzinnen(verdeling, omgeving) if z not in tabel.herkomst]
    st.markdown("\n".join(f"- {als_markdown(zin)}" for zin in zinnen))


def reeksen(verdeling: Provincieverdeling) -> dict[str, pd.Series]:
    """Geef wat er per gemeente naast elkaar staat: de gekozen verdeling, en beide sleutels."""
    tabel = verdeling.gemeenten
    uit = {"naar inwoners": tabel["naar_inwoners"].astype("float64")}
    if not verdeling.zonder_ses:
        uit["naar inwoners en SES-WOA"] = tabel["naar_ses"].astype("float64")
    if (tabel["hoe"] == MET_DE_HAND).any():
        uit = {"verdeeld, met de hand erbij": tabel["plaatsen"].astype("float64")} | uit
    return uit


def vast_in(toestand: Toestand, provincie: str, omgeving: Omgeving) -> dict[str, int]:
    """Geef de plaatsen die in deze doelset en provincie met de hand vaststaan, per code."""
    hier = omgeving.gemeenten.index[omgeving.gemeenten["provincie"] == provincie]
    return {
        code: plaatsen
        for doelset, code, plaatsen in toestand.vaste_plaatsen
        if doelset == toestand.doelset and code in hier
    }


def met_vast(
    toestand: Toestand, provincie: str, omgeving: Omgeving, vast: Mapping[str, int]
) -> Toestand:
    """Geef de toestand waarin in deze doelset en provincie precies dit vaststaat."""
    was = vast_in(toestand, provincie, omgeving)
    blijft = [
        rij for rij in toestand.vaste_plaatsen if rij[0] != toestand.doelset or rij[1] not in was
    ]
    erbij = [(toestand.doelset, code, plaatsen) for code, plaatsen in sorted(vast.items())]
    return replace(toestand, vaste_plaatsen=(*blijft, *erbij))


def _met_de_hand(
    toestand: Toestand, provincie: str, omgeving: Omgeving, vast: Mapping[str, int]
) -> None:
    """Laat gemeenten vastzetten, in een tabel of met een bestand."""
    uitklap = st.expander("Met de hand vastzetten", key="verdeling_hand", on_change="rerun")
    if not uitklap.open:
        return
    gemeenten = omgeving.gemeenten[omgeving.gemeenten["provincie"] == provincie]
    gemeenten = gemeenten.sort_values("gemeente")[["gemeente"]]
    with uitklap:
        st.caption(
            "Vul plaatsen in bij gemeenten waarover al iets is afgesproken. De rest van het doel "
            "gaat naar de andere gemeenten; leeg is niet vastgezet."
        )
        with st.form("verdeling_vast", border=False):
            nieuw = st.data_editor(
                pd.DataFrame(gemeenten).assign(vast=pd.Series(vast, dtype="Int64")),
                hide_index=True,
                width="stretch",
                disabled=["gemeente"],
                placeholder="",
                column_config={
                    "gemeente": st.column_config.TextColumn("gemeente"),
                    _VAST: st.column_config.NumberColumn("vaste plaatsen", min_value=0, step=1),
                },
                key=f"verdeling_tabel_{toestand.doelset}_{provincie}_{hash(tuple(vast.items()))}",
            )
            toegepast = st.form_submit_button("Wijzigingen toepassen", type="primary")
        if toegepast:
            gekozen = {str(code): int(n) for code, n in nieuw[_VAST].dropna().items()}
            bewaar(met_vast(toestand, provincie, omgeving, gekozen))
            st.rerun()
        if vast and st.button("Niets meer vastzetten", key="verdeling_wis"):
            bewaar(met_vast(toestand, provincie, omgeving, {}))
            st.rerun()
        invoer = gemeenteveld(
            gemeenten, VASTE_PLAATSEN, gemeentesjabloon(gemeenten, VASTE_PLAATSEN), "vaste-plaatsen"
        )
        if invoer is not None:
            bewaar(met_vast(toestand, provincie, omgeving, invoer.per_gemeente))
            st.rerun()
