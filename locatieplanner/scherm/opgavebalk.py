"""De opgave onder de kaart: doel, bestaand, gepland en wat er nog nodig is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.controle import boven_doel, tijdverschil
from locatieplanner.opgave.gepland import telt_als_gepland, wat_niet_telt, wat_telt
from locatieplanner.opgave.stand import landelijke_stand, provinciale_stand
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.tekst import als_html
from locatieplanner.scherm.toestand import Toestand


@dataclass(frozen=True)
class Meetelling:
    """Van welke kandidaten de plaatsen als gepland tellen.

    Parameters
    ----------
    wel, niet : str
        In woorden: ``met een besluit`` en ``zonder besluit``.
    overig : float
        Plaatsen van kandidaten die nog niet tellen.
    """

    wel: str
    niet: str
    overig: float


def opgavebalk(toestand: Toestand) -> None:
    """Toon de balk van de gekozen provincie, of van heel Nederland."""
    provincie, stand = toestand.provincie, gegevens.stand_van(toestand)
    rij = provinciale_stand(stand, provincie) if provincie else None
    beoordeling = gegevens.beoordeling_van(toestand)
    omgeving = beoordeling.omgeving
    rij = rij or landelijke_stand(stand, omgeving.doelset)
    st.html(
        balk_html(
            rij,
            provincie or NEDERLAND,
            omgeving.doelset.naam,
            Meetelling(
                wat_telt(omgeving.parameters),
                wat_niet_telt(omgeving.parameters),
                nog_niet_gepland(beoordeling, provincie),
            ),
            verantwoording(rij, omgeving, provincie),
            boven_doel(stand, omgeving, provincie) or "",
        )
    )


def nog_niet_gepland(beoordeling: Beoordeling, provincie: str | None) -> float:
    """Tel de opvangplaatsen van kandidaten in de rangorde die nog niet als gepland tellen."""
    kandidaten, omgeving = beoordeling.kandidaten, beoordeling.omgeving
    opvang = {code for code, t in omgeving.locatietypen.items() if t.telt_als_opvang}
    hier = ~beoordeling.uitgesloten & kandidaten["type"].isin(opvang).to_numpy(dtype=bool)
    hier &= ~telt_als_gepland(kandidaten, omgeving.locatietypen, omgeving.parameters)
    if provincie is not None:
        hier &= (kandidaten["provincie"] == provincie).fillna(False).to_numpy(dtype=bool)
    return float(kandidaten["capaciteit"][hier].sum())


def verantwoording(rij: Mapping[str, Any], omgeving: Omgeving, provincie: str | None) -> str:
    """Zeg waar het doel vandaan komt, en of doel en bestaande opvang van dezelfde tijd zijn."""
    zinnen = [f"Doel: {rij['doel_herkomst']}."]
    verschil = tijdverschil(omgeving, provincie)
    if verschil is not None:
        zinnen += [verschil, "Het verschil is dus een richting, geen stand op één dag."]
    return " ".join(zinnen)


def balk_html(
    rij: Mapping[str, Any],
    naam: str,
    doelset: str,
    meetelling: Meetelling,
    verantwoording: str,
    let_op: str = "",
) -> str:
    """Geef de balk met cijfers als HTML.

    Parameters
    ----------
    rij : Mapping
        Eén rij van `stand_per_provincie`.
    naam : str
        Van de provincie.
    doelset : str
        Naam van de doelset.
    meetelling : Meetelling
        Van welke kandidaten de plaatsen als gepland tellen, en van welke nog niet.
    verantwoording : str
        De kleine letters eronder.
    let_op : str, optional
        Wat een lezer bij het oordeel moet weten.
    """
    bekend = 0.0 if math.isnan(rij["bestaand_bekend"]) else float(rij["bestaand_bekend"])
    delen = (
        ("bekend", "bestaand, bekend", bekend, Status.SECUNDAIR),
        ("geschat", "bestaand, geschat", float(rij["bestaand_geschat"]), Status.GESCHAT),
        ("gepland", f"gepland: {meetelling.wel}", float(rij["gepland"]), None),
        ("kansrijk", f"kandidaten {meetelling.niet}", meetelling.overig, None),
    )
    laag, hoog = float(rij["doel_laag"]), float(rij["doel_hoog"])
    bekende_grenzen = [grens for grens in (laag, hoog) if not math.isnan(grens)]
    schaal = max(sum(deel[2] for deel in delen), *bekende_grenzen, 1.0) * 1.05
    stukken = "".join(
        f'<span class="lp-deel lp-{soort}" style="width:{100 * aantal / schaal:.2f}%"></span>'
        for soort, _, aantal, _ in delen
    )
    if bekende_grenzen:
        # Is een grens open, dan staat er alleen een streep op de andere.
        links = 100 * min(bekende_grenzen) / schaal
        breed = max(100 * (max(bekende_grenzen) - min(bekende_grenzen)) / schaal, 0.4)
        stukken += f'<span class="lp-doel" style="left:{links:.2f}%;width:{breed:.2f}%"></span>'
    cijfers = "".join(
        f'<li><i class="lp-{soort}"></i>{tekst} <b>{getal(aantal)}</b>'
        f"{f' <em>{status}</em>' if status else ''}</li>"
        for soort, tekst, aantal, status in delen
    )
    doel = bandbreedte(laag, hoog)
    return (
        f'<section class="lp-opgave" aria-label="Opgave {als_html(naam)}">'
        f"<h4>Opgave {als_html(naam)}</h4><small>{als_html(doelset)}</small><p>{_oordeel(rij)}</p>"
        f"{f'<p class=lp-let>{als_html(let_op)}</p>' if let_op else ''}"
        f'<div class="lp-balk" role="img" aria-label="{als_html(_voorlezen(naam, delen, doel))}">'
        f"{stukken}</div><ul><li><i class='lp-doelteken'></i>doel <b>{doel}</b> plaatsen "
        f"<em>{rij['doel_status']}</em></li>{cijfers}</ul>"
        f"<small>{als_html(verantwoording)}</small></section>"
    )


def _oordeel(rij: Mapping[str, Any]) -> str:
    """Wat er nog nodig is, in één zin."""
    laag, hoog = float(rij["nodig_laag"]), float(rij["nodig_hoog"])
    status = f" <em>{rij['nodig_status']}</em>"
    if math.isnan(laag) and math.isnan(hoog):
        return "Het doel is onbekend; vul de doelset aan om te zien wat er nodig is."
    if laag > 0 or hoog > 0:
        return f"Nog nodig: <b>{bandbreedte(max(laag, 0.0), hoog)}</b> plaatsen.{status}"
    if math.isnan(hoog):
        return f"Het doel is een ondergrens, en die is gehaald.{status}"
    return (
        f"Bestaand en gepland samen: <b>{bandbreedte(-hoog, -laag)}</b> plaatsen "
        f"meer dan het doel.{status}"
    )


def _voorlezen(
    naam: str, delen: tuple[tuple[str, str, float, Status | None], ...], doel: str
) -> str:
    """De balk in woorden, voor wie haar niet ziet."""
    stukken = ", ".join(f"{tekst} {getal(aantal)}" for _, tekst, aantal, _ in delen)
    return f"Opgave {naam}: doel {doel} plaatsen; {stukken}."
