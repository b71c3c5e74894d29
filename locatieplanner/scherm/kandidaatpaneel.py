"""De gekozen kandidaat: vier scores, wat ervoor en ertegen spreekt, en wat niet bekend is."""

import math

import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.oordeel import voor_en_tegen
from locatieplanner.beoordeling.uitleg import Criteriumuitleg, Uitleg, uitleg
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal, procent
from locatieplanner.scherm.bereik import bereikpaneel
from locatieplanner.scherm.bewerkvenster import bewerkvenster
from locatieplanner.scherm.planopmerkingen import kandidaatopmerkingen
from locatieplanner.scherm.ranglijst import in_rangorde
from locatieplanner.scherm.tekst import als_html
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige
from locatieplanner.scherm.zekerheid import zekerheidpaneel


def kandidaatpaneel(toestand: Toestand, beoordeling: Beoordeling) -> None:
    """Toon de gekozen kandidaat, of hoe er een te kiezen is."""
    id = toestand.gekozen
    if id is None:
        if len(beoordeling.kandidaten):
            st.caption("Kies een kandidaat op de kaart of in de lijst om haar uitleg te zien.")
        return
    rij = beoordeling.kandidaten.iloc[beoordeling.rij(id)]
    soort = beoordeling.omgeving.locatietypen[str(rij["type"])]
    plek = f"{rij['gemeente']}, {rij['provincie']}"
    kop = f"{soort.naam} · {getal(float(rij['capaciteit']))} plaatsen · {plek} · {rij['status']}"
    tekst = uitleg(beoordeling, id)
    st.html(kaartje_html(tekst, kop, in_rangorde(beoordeling)))
    som = st.expander("Hoe komt dit totaal tot stand?", key="som", on_change="rerun")
    if som.open:
        som.html(som_html(tekst))
    zeker = st.expander("Hoe zeker is deze plaats?", key="zekerheid_plaats", on_change="rerun")
    if zeker.open:
        with zeker:
            zekerheidpaneel(toestand, beoordeling, id)
    omgeving = st.expander("Voorzieningen en bereik", key="bereik", on_change="rerun")
    if omgeving.open:
        with omgeving:
            bereikpaneel(toestand, beoordeling, id)
    kandidaatopmerkingen(toestand, id)
    with st.container(horizontal=True):
        if not toestand.alleen_lezen and st.button("Bewerken", key="bewerk_gekozen"):
            bewerkvenster(id)
        st.button("Sluiten", key="sluit_gekozen", on_click=_sluit)


def _sluit() -> None:
    toestand = huidige()
    if toestand is not None:
        bewaar(toestand.met_keuze(None, spring=False))


def kaartje_html(tekst: Uitleg, kop: str, van: int) -> str:
    """Geef de kandidaat in het kort; alle tekst van gebruikers staat er als gewone tekst in.

    Parameters
    ----------
    tekst : Uitleg
        De uitleg van de kandidaat.
    kop : str
        Wat zij is, in één regel.
    van : int
        Hoeveel kandidaten een rang hebben.
    """
    plaats = "uitgesloten" if tekst.uitsluitingen else "onvoldoende bekend voor een rang"
    if tekst.rang is not None:
        plaats = f"rang {getal(tekst.rang)} van {getal(van)}"
    voor, tegen = voor_en_tegen(tekst.criteria)
    return (
        '<section class="lp-kaartje" aria-label="Gekozen kandidaat">'
        f"<h4>{als_html(tekst.naam)}</h4><small>{als_html(kop)}</small>"
        f"<p><b>Totaal {getal(tekst.totaal, 1)}</b> · {plaats}</p>"
        # Wie uitgesloten is, telt niet meer mee: dat staat voor elke score.
        f"{_lijst('Uitgesloten', tekst.uitsluitingen, 'lp-uit')}"
        f"<table>{''.join(_meter_html(deel) for deel in tekst.criteria)}</table>"
        f"{_zin('Ervoor', voor)}{_zin('Ertegen', tegen)}"
        f"{_lijst('Aandachtspunten', tekst.aandachtspunten, 'lp-let')}"
        f"{_lijst('Niet bekend', tekst.ontbreekt, 'lp-let')}"
        f"{_niet_getoetst(tekst.niet_getoetst)}</section>"
    )


def som_html(tekst: Uitleg) -> str:
    """Geef de hele som."""
    delen = "".join(_criterium_html(deel) for deel in tekst.criteria)
    return f'<div class="lp-kaartje"><p>{als_html(tekst.som)}</p>{delen}</div>'


def _niet_getoetst(lagen: tuple[str, ...]) -> str:
    if not lagen:
        return ""
    return (
        f'<details class="lp-let"><summary><b>Nog niet getoetst</b> op {getal(len(lagen))} '
        f"{'laag' if len(lagen) == 1 else 'lagen'}</summary>"
        f"<p>{als_html(', '.join(lagen))}. Deze lagen zijn hier niet geladen; dat er niets staat, "
        "zegt niets over deze plek. Ophalen kan op de pagina Gegevens.</p></details>"
    )


def _zin(kop: str, punten: list[str]) -> str:
    return f"<p><b>{kop}</b>: {'; '.join(punten)}.</p>" if punten else ""


def _meter_html(deel: Criteriumuitleg) -> str:
    if math.isnan(deel.score):
        return f"<tr><td>{deel.criterium}<td><i></i><td colspan=2><em>{Status.ONBEKEND}</em>"
    return (
        f"<tr><td>{deel.criterium}<td><i><s style=width:{deel.score:.0f}%></s></i>"
        f"<td><b>{getal(deel.score, 1)}</b><td><em>{deel.status}</em>"
    )


def _criterium_html(deel: Criteriumuitleg) -> str:
    zinnen = "".join(f"<li>{als_html(zin)}</li>" for zin in deel.zinnen)
    return (
        f"<p><b>{deel.criterium.capitalize()}: {getal(deel.score, 1)}</b> "
        f"(gewicht {procent(deel.gewicht)})</p><ul>{zinnen}</ul>"
    )


def _lijst(kop: str, punten: tuple[str, ...], klasse: str) -> str:
    if not punten:
        return ""
    regels = "".join(f"<li>{als_html(punt)}</li>" for punt in punten)
    return f'<div class="{klasse}"><p><b>{kop}</b></p><ul>{regels}</ul></div>'
