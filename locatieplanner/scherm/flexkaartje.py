"""Eén woonlocatie op een kaartje: wat er staat, voor wie, hoe lang, en wat er daarna blijft."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import datum, getal, procent
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.flexwonen import PERSONEN, WONINGEN
from locatieplanner.opgave.looptijd import Afloop
from locatieplanner.rapport.flexwoontekst import aantal, daarna, termijn
from locatieplanner.scherm.tekst import als_html


def flexkaartje_html(naam: str, rij: Mapping[Any, Any], omgeving: Omgeving) -> str:
    """Geef een woonlocatie als HTML; tekst van gebruikers staat er als gewone tekst in.

    Parameters
    ----------
    naam : str
        Hoe de locatie heet voor wie het leest.
    rij : Mapping
        Eén rij van `locatieplanner.opgave.flexwonen.woonlocaties`.
    omgeving : Omgeving
        Met locatietypen, aandachtsgroepen en buurten.
    """
    soort = omgeving.locatietypen[str(rij["type"])].naam
    kop = f"{soort} · {rij['gemeente']} · {rij['status']} · {rij['eigenaar']}"
    feiten = [
        ("Woningen", _met_herkomst(rij["woningen"], str(rij["woningen_herkomst"]))),
        ("Plaatsen", _met_herkomst(rij["plaatsen"], str(rij["plaatsen_herkomst"]))),
        ("Periode", _periode(rij)),
        ("Termijn", termijn(rij["termijn_maanden"])),
        ("Daarna", f"{daarna(str(rij['afloop']), rij['woningen'])} "
         f"({Afloop(str(rij['afloop'])).uitleg})"),
        ("Voor wie", _mix(rij, omgeving)),
        ("Buurt", _buurt(rij, omgeving)),
        ("Taakstelling", _taakstelling(rij)),
        ("Opvangdoel", f"{getal(rij['opvang'])} plaatsen"),
    ]  # fmt: skip
    regels = "".join(
        f'<tr><th scope="row">{als_html(wat)}</th><td>{als_html(waarde)}</td></tr>'
        for wat, waarde in feiten
    )
    return (
        f'<section class="lp-flex" aria-label="Gekozen locatie"><h4>{als_html(naam)}</h4>'
        f"<p>{als_html(kop)}</p><table>{regels}</table></section>"
    )


def _met_herkomst(hoeveel: float, herkomst: str) -> str:
    if pd.isna(hoeveel):
        return str(Status.ONBEKEND)
    return f"{getal(hoeveel)} ({herkomst})"


def _periode(rij: Mapping[Any, Any]) -> str:
    van, tot = (_dag(rij[kolom]) for kolom in ("beschikbaar_van", "beschikbaar_tot"))
    return f"van {van} tot en met {tot}"


def _dag(moment: pd.Timestamp) -> str:
    return str(Status.ONBEKEND) if pd.isna(moment) else datum(moment.date().isoformat())


def _mix(rij: Mapping[Any, Any], omgeving: Omgeving) -> str:
    """Per groep de plaatsen, en hoeveel woningen daar naar schatting voor nodig zijn."""
    if not rij["mix_bekend"]:
        return "de mix is onbekend"
    delen = [
        (rij[f"{PERSONEN}{code}"], rij[f"{WONINGEN}{code}"], groep.naam)
        for code, groep in omgeving.aandachtsgroepen.items()
        if rij[f"{PERSONEN}{code}"] > 0
    ]
    groepen = "; ".join(
        f"{naam} {aantal(personen, 'plaats', 'plaatsen')} in ongeveer "
        f"{aantal(woningen, 'woning', 'woningen')}"
        for personen, woningen, naam in sorted(delen, reverse=True)
    )
    deel = procent(rij["kwetsbaar"] / rij["plaatsen"])
    return f"{groepen}. Kwetsbare groepen samen: {deel}."


def _buurt(rij: Mapping[Any, Any], omgeving: Omgeving) -> str:
    """Hoeveel mensen in kwetsbare groepen er in de buurt bij komen, tegenover wie er woont."""
    if omgeving.buurten is None:
        return "niet geladen; haal Buurten en Sociale huur op via de pagina Gegevens"
    if not rij["buurt"]:
        return "geen buurt bekend op deze plek"
    zinnen = [
        f"{rij['buurt']}, {getal(rij['buurt_inwoners'])} inwoners. Uit dit plan komen er "
        f"{getal(rij['buurt_kwetsbaar'])} mensen in kwetsbare groepen bij"
    ]
    if pd.notna(rij["buurt_kwetsbaar_per_1000"]):
        zinnen[0] += f" ({getal(rij['buurt_kwetsbaar_per_1000'])} per 1.000 inwoners)"
    if rij["buurt_mix_onbekend"]:
        onbekend = aantal(rij["buurt_mix_onbekend"], "locatie", "locaties")
        zinnen.append(f"van {onbekend} in de buurt is de mix onbekend")
    zinnen.append(
        f"sociale huur {procent(rij['sociale_huur'])} in de buurt, "
        f"{procent(rij['sociale_huur_gemeente'])} in de gemeente"
    )
    return "; ".join(zinnen) + "."


def _taakstelling(rij: Mapping[Any, Any]) -> str:
    if pd.isna(rij["taakstelling"]):
        return "onbekend, want de mix is onbekend"
    telt = "gepland" if rij["gepland"] else "telt nog niet als gepland"
    return f"{getal(rij['taakstelling'])} statushouders ({telt})"
