"""De opgave onder de kaart: doel, bestaand, gepland en wat er nog nodig is."""

import math
from collections.abc import Mapping
from typing import Any

import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.controle import tijdverschil
from locatieplanner.opgave.stand import landelijke_stand, provinciale_stand
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.tekst import als_html
from locatieplanner.scherm.toestand import Toestand


def opgavebalk(toestand: Toestand) -> None:
    """Toon de balk van de gekozen provincie, of van heel Nederland."""
    provincie, stand = toestand.provincie, gegevens.stand_van(toestand)
    rij = provinciale_stand(stand, provincie) if provincie else None
    beoordeling = gegevens.beoordeling_van(toestand)
    rij = rij or landelijke_stand(stand, beoordeling.omgeving.doelset)
    st.html(
        balk_html(
            rij,
            provincie or NEDERLAND,
            beoordeling.omgeving.doelset.naam,
            zonder_besluit(beoordeling, provincie, float(rij["gepland"])),
            verantwoording(rij, beoordeling.omgeving, provincie),
        )
    )


def zonder_besluit(beoordeling: Beoordeling, provincie: str | None, gepland: float) -> float:
    """Tel de opvangplaatsen van kandidaten waarover nog geen besluit is."""
    kandidaten = beoordeling.kandidaten
    telt = {code for code, t in beoordeling.omgeving.locatietypen.items() if t.telt_als_opvang}
    hier = ~beoordeling.uitgesloten & kandidaten["type"].isin(telt).to_numpy(dtype=bool)
    if provincie is not None:
        hier &= (kandidaten["provincie"] == provincie).fillna(False).to_numpy(dtype=bool)
    return max(float(kandidaten["capaciteit"][hier].sum()) - gepland, 0.0)


def verantwoording(rij: Mapping[str, Any], omgeving: Omgeving, provincie: str | None) -> str:
    """Zeg waar het doel vandaan komt, en of doel en bestaande opvang van dezelfde tijd zijn."""
    zinnen = [f"Doel: {rij['doel_herkomst']}."]
    verschil = tijdverschil(omgeving, provincie)
    if verschil is not None:
        zinnen += [verschil, "Het verschil is dus een richting, geen stand op één dag."]
    return " ".join(zinnen)


def balk_html(
    rij: Mapping[str, Any], naam: str, doelset: str, zonder_besluit: float, verantwoording: str
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
    zonder_besluit : float
        Plaatsen van kandidaten waarover nog geen besluit is.
    verantwoording : str
        De kleine letters eronder.
    """
    bekend = 0.0 if math.isnan(rij["bestaand_bekend"]) else float(rij["bestaand_bekend"])
    delen = (
        ("bekend", "bestaand, bekend", bekend, Status.SECUNDAIR),
        ("geschat", "bestaand, geschat", float(rij["bestaand_geschat"]), Status.GESCHAT),
        ("gepland", "gepland: er is een besluit", float(rij["gepland"]), None),
        ("kansrijk", "kandidaten zonder besluit", zonder_besluit, None),
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
