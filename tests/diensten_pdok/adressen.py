"""Adressen zoals de Locatieserver ze kent, en hoe zij zoekt (Solr)."""

import re
from collections.abc import Mapping
from typing import Any

from shapely import Point

from tests.diensten.loket import Reactie, als_json

# Wat niet in de OpenAPI van v3_1 staat, wordt geweigerd.
_FREE = {"q", "fq", "fl", "rows", "start", "df", "bq", "lat", "lon", "sort", "qf", "wt"}
_REVERSE = {"X", "Y", "lat", "lon", "type", "distance", "rows", "start", "fl", "fq", "wt"}


def adres(
    straat: str, nummer: str, postcode: str, plaats: str, x: float, y: float
) -> dict[str, Any]:
    """Maak een adres met de velden die de dienst geeft."""
    return {
        "bron": "BAG",
        "type": "adres",
        "id": f"adr-{straat}-{nummer}-{postcode}".lower(),
        "weergavenaam": f"{straat} {nummer}, {postcode} {plaats}",
        "straatnaam": straat,
        "straatnaam_verkort": straat,
        "huisnummer": int(re.match(r"\d+", nummer)[0]),
        "huis_nlt": nummer,
        "postcode": postcode,
        "woonplaatsnaam": plaats,
        "gemeentenaam": plaats,
        "provincienaam": "Utrecht",
        "gekoppeld_perceel": ["AMF01-B-7838"],
        "centroide_ll": "POINT(5.38720621 52.15517440)",
        "centroide_rd": f"POINT({x:g} {y:g})",
    }


ADRESSEN = (
    adres("Riouwstraat", "1", "3818AA", "Amersfoort", 155_010.5, 463_020.25),
    adres("Riouwstraat", "1A", "3818AA", "Amersfoort", 155_016, 463_020),
    adres("Riouwstraat", "3-2", "3818AA", "Amersfoort", 155_030, 463_020),
    adres("Riouwstraat", "32", "3818AB", "Amersfoort", 155_130, 463_020),
    adres("Dorpsstraat", "7", "3871AA", "Hoevelaken", 160_000, 465_000),
    adres("Dorpsstraat", "7", "3741AA", "Baarn", 147_000, 470_000),
    adres("Dorpsstraat", "7", "3941AA", "Doorn", 150_500, 450_500),
    adres("Dorpsstraat", "7", "3732AA", "Den Dolder", 145_500, 461_500),
    adres("Dorpsstraat", "7", "3927AA", "Renswoude", 165_500, 454_500),
    adres("Dorpsstraat", "7", "3931AA", "Woudenberg", 156_500, 455_500),
    {
        "bron": "BAG",
        "type": "woonplaats",
        "id": "wpl-1",
        "weergavenaam": "Amersfoort, Amersfoort, Utrecht",
        "woonplaatsnaam": "Amersfoort",
        "centroide_rd": "POINT(154800 463900)",
    },
)


def free(vraag: Mapping[str, str]) -> Reactie:
    """Geef wat een woord met de vraag gemeen heeft, het meest eerst."""
    if not set(vraag) <= _FREE:
        return _geweigerd(set(vraag) - _FREE)
    soorten = set(re.findall(r"\w+", vraag.get("fq", "").partition(":")[2])) - {"OR"}
    gevraagd = _woorden(vraag["q"])
    gevonden = []
    for rij in ADRESSEN:
        score = float(len(gevraagd & _woorden(rij["weergavenaam"])))
        if rij["type"] in soorten and score:
            gevonden.append({**rij, "score": score})
    gevonden.sort(key=lambda rij: -rij["score"])
    return _antwoord(gevonden, vraag)


def suggest(vraag: Mapping[str, str]) -> Reactie:
    """Geef namen waarvan een woord begint met wat er gevraagd is; zonder plek."""
    if not set(vraag) <= _FREE - {"fl"}:
        return _geweigerd(set(vraag) - _FREE)
    soorten = set(re.findall(r"\w+", vraag.get("fq", "").partition(":")[2])) - {"OR"}
    gevonden = [
        {naam: rij[naam] for naam in ("type", "weergavenaam", "id")} | {"score": 1.0}
        for rij in ADRESSEN
        if rij["type"] in soorten
        and all(
            any(woord.startswith(deel) for woord in _woorden(rij["weergavenaam"]))
            for deel in _woorden(vraag["q"])
        )
    ]
    return _antwoord(gevonden, {**vraag, "fl": "type,weergavenaam,id,score"})


def reverse(vraag: Mapping[str, str]) -> Reactie:
    """Geef wat het dichtst bij een plek ligt."""
    if not set(vraag) <= _REVERSE:
        return _geweigerd(set(vraag) - _REVERSE)
    plek = Point(float(vraag["X"]), float(vraag["Y"]))
    gevonden = []
    for rij in ADRESSEN:
        afstand = plek.distance(Point(*map(float, re.findall(r"[\d.]+", rij["centroide_rd"]))))
        if rij["type"] == vraag["type"] and afstand <= float(vraag["distance"]):
            gevonden.append({**rij, "afstand": afstand})
    gevonden.sort(key=lambda rij: rij["afstand"])
    return _antwoord(gevonden, vraag)


def _antwoord(rijen: list[dict[str, Any]], vraag: Mapping[str, str]) -> Reactie:
    velden = vraag["fl"].split(",")
    getoond = rijen[: int(vraag.get("rows", "10"))]
    return als_json(
        {
            "response": {
                "numFound": len(rijen),
                "start": 0,
                "maxScore": max((rij.get("score", 0.0) for rij in rijen), default=0.0),
                "numFoundExact": True,
                "docs": [{v: rij[v] for v in velden if v in rij} for rij in getoond],
            }
        }
    )


def _geweigerd(namen: set[str]) -> Reactie:
    uitleg = f"Unknown query parameter(s): {sorted(namen)}"
    return als_json({"type": "about:blank", "title": "Bad Request", "detail": uitleg}, status=400)


def _woorden(tekst: str) -> set[str]:
    # Net als de dienst: 3818AA en 3818 AA zijn hetzelfde, en 1a is iets anders dan 1.
    los = re.sub(r"\b(\d{4})\s+([a-z]{2})\b", r"\1\2", tekst.lower())
    return set(re.findall(r"[\w-]+", los))
