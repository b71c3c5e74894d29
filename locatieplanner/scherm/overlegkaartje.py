"""Eén locatie op een kaartje voor een zaal: groot, in gewone woorden, met wat niemand nog weet."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from locatieplanner.beoordeling.oordeel import voor_en_tegen
from locatieplanner.beoordeling.uitleg import Criteriumuitleg, Uitleg
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import datum, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.rapport.flexwoontekst import mixtekst
from locatieplanner.rapport.verantwoording import vraag_van
from locatieplanner.scherm.tekst import als_html

# Dezelfde grenzen als de klassen op de kaart.
_WOORDEN = ((80, "zeer gunstig"), (60, "gunstig"), (40, "gemiddeld"), (20, "ongunstig"))

GEHEIM = (
    "Dit is een beschermde locatie. In een zaal staat er alleen in welke gemeente zij ligt; haar "
    "plek, scores en rang zijn niet te zien."
)


def score_in_woorden(score: float) -> str:
    """Zeg een score in woorden.

    >>> score_in_woorden(61.0)
    'gunstig'
    """
    if math.isnan(score):
        return str(Status.ONBEKEND)
    return next((woord for grens, woord in _WOORDEN if score >= grens), "zeer ongunstig")


def kaartje_html(rij: Mapping[Any, Any], tekst: Uitleg | None, omgeving: Omgeving) -> str:
    """Geef een locatie als HTML; tekst van gebruikers staat er als gewone tekst in.

    Parameters
    ----------
    rij : Mapping
        Eén rij van `locatieplanner.scherm.overlegtafel.Tafel.rijen`.
    tekst : Uitleg or None
        De uitleg; None bij een beschermde locatie, dan is er niets van te delen.
    omgeving : Omgeving
        Met locatietypen en aandachtsgroepen.
    """
    feiten = "".join(
        f"<div><dt>{kop}</dt><dd>{als_html(waarde)}</dd></div>"
        for kop, waarde in _feiten(rij, omgeving, beschermd=tekst is None)
    )
    naam = als_html(rij["naam"])
    # De kop van de stap noemt de naam al; hier is zij voor wie van vlak naar vlak gaat.
    kop = f'<section class="lp-overlegkaart" aria-label="{naam}"><dl>{feiten}</dl>'
    if tekst is None:
        return f'{kop}<p class="lp-let">{GEHEIM}</p></section>'
    voor, tegen = voor_en_tegen(tekst.criteria)
    meters = "".join(_meter(deel) for deel in tekst.criteria)
    return (
        f"{kop}{_lijst('Uitgesloten', tekst.uitsluitingen, 'lp-uit')}"
        f"<table><caption>Vier scores, van 0 tot 100</caption><tbody>{meters}</tbody></table>"
        f'<div class="lp-overlegpaar">{_lijst("Wat ervoor spreekt", voor)}'
        f"{_lijst('Wat ertegen spreekt', (*tegen, *tekst.aandachtspunten))}</div>"
        f"{_lijst('Wat niemand nog weet', _onbekend(tekst), 'lp-let')}</section>"
    )


def _feiten(
    rij: Mapping[Any, Any], omgeving: Omgeving, *, beschermd: bool
) -> list[tuple[str, str]]:
    soort = omgeving.locatietypen[str(rij["type"])]
    feiten = [
        ("Waar", f"{rij['gemeente']}, {rij['provincie']}"),
        ("Wat", f"{soort.naam}. {soort.kern}"),
        ("Hoeveel", f"{getal(float(rij['plaatsen']))} plaatsen"),
    ]
    if beschermd:
        return feiten
    mix = {code: rij[groep.kolom] for code, groep in omgeving.aandachtsgroepen.items()}
    return [
        *feiten,
        ("Voor wie", mixtekst(mix, omgeving.aandachtsgroepen)),
        ("Hoe lang", _periode(rij)),
        ("Hoe ver", str(rij["status"])),
        ("Wat de buurt krijgt", str(rij["gedeelde_voorzieningen"] or Status.ONBEKEND)),
    ]


def _periode(rij: Mapping[Any, Any]) -> str:
    van, tot = (
        datum(str(rij[kolom])) if pd.notna(rij[kolom]) and rij[kolom] else str(Status.ONBEKEND)
        for kolom in ("beschikbaar_van", "beschikbaar_tot")
    )
    return str(Status.ONBEKEND) if van == tot else f"van {van} tot en met {tot}"


def _meter(deel: Criteriumuitleg) -> str:
    woord = score_in_woorden(deel.score)
    kop = (
        f'<th scope="row">{deel.criterium}<small>{als_html(vraag_van(deel.criterium))}</small></th>'
    )
    if math.isnan(deel.score):
        return f"<tr>{kop}<td><i></i></td><td>{woord}</td></tr>"
    return (
        f"<tr>{kop}<td><i><s style=width:{deel.score:.0f}%></s></i></td>"
        f"<td><b>{getal(deel.score)}</b> {woord} <em>{deel.status}</em></td></tr>"
    )


def _onbekend(tekst: Uitleg) -> tuple[str, ...]:
    lagen = ", ".join(tekst.niet_getoetst)
    return (*tekst.ontbreekt, *((f"niet getoetst op: {lagen}",) if lagen else ()))


def _lijst(kop: str, punten: tuple[str, ...] | list[str], klasse: str = "") -> str:
    regels = "".join(f"<li>{als_html(punt)}</li>" for punt in punten) or "<li>niets</li>"
    if klasse and not punten:
        return ""
    return f'<div class="{klasse}"><h3>{kop}</h3><ul>{regels}</ul></div>'
