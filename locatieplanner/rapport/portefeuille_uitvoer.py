"""Portefeuilles naar buiten: als bestand met locaties, en als JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from locatieplanner.domein.notatie import datum, kort_getal, procent
from locatieplanner.portefeuille.front import TOELICHTING
from locatieplanner.portefeuille.knelpunt import Knelpunt
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.portefeuille import Portefeuille
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.portefeuille.uitspraak import over_bewijs
from locatieplanner.rapport.deelbaar import deelbare_tabel
from locatieplanner.rapport.herkomst import Herkomstregel, herkomst
from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van
from locatieplanner.rapport.kolommen import GEKOZEN_PLAATSEN, PORTEFEUILLE
from locatieplanner.rapport.soorten import soort_van
from locatieplanner.rapport.uitvoer import schrijf_bytes, tabel_als_bytes, toets_pad
from locatieplanner.rapport.versoepelingtabel import ruimertabel

OPDRACHT = "opdracht"
BEWIJS = "bewijs"


def locaties(uitkomst: Uitkomst) -> gpd.GeoDataFrame:
    """Geef de locaties van alle portefeuilles onder elkaar, elk met haar gekozen plaatsen.

    De kolommen zijn die van `deelbare_tabel`, met `PORTEFEUILLE` en `GEKOZEN_PLAATSEN` vooraan. Dit
    is voor planners: de ligging van beschermde locaties staat erin.
    """
    tabel = deelbare_tabel(uitkomst.probleem.beoordeling)
    delen = []
    for nummer, portefeuille in enumerate(uitkomst.portefeuilles, start=1):
        deel = tabel[tabel["id"].isin(portefeuille.plaatsen.index)].copy()
        deel.insert(0, PORTEFEUILLE, nummer)
        deel.insert(1, GEKOZEN_PLAATSEN, portefeuille.plaatsen[deel["id"]].to_numpy())
        delen.append(deel)
    return gpd.GeoDataFrame(pd.concat(delen, ignore_index=True), crs=tabel.crs)


def schrijf_portefeuilles(uitkomst: Uitkomst, pad: Path) -> None:
    """Schrijf de locaties van alle portefeuilles; het achtervoegsel bepaalt de soort.

    Het bestand staat er helemaal, of het staat er niet.

    Raises
    ------
    UitvoerFout
        Als het pad niet te schrijven is.
    """
    toets_pad(pad)
    regels = (
        *herkomst(uitkomst.probleem.beoordeling),
        *_opdrachtregels(uitkomst.probleem.opdracht),
        *_bewijsregels(uitkomst.portefeuilles),
    )
    schrijf_bytes(tabel_als_bytes(locaties(uitkomst), regels, soort_van(pad).id), pad)


def eisen_in_woorden(opdracht: Opdracht) -> dict[str, str]:
    """Geef per eis die gesteld is haar waarde in woorden, met de naam van het veld als sleutel."""
    groot, band = opdracht.max_groot, opdracht.mixband
    woorden = {
        "provincies": ", ".join(opdracht.provincies),
        "voorrang": opdracht.voorrang.uitleg,
        "per_onderdeel": "ja" if opdracht.per_onderdeel else "nee",
        "max_per_gemeente": _getal(opdracht.max_per_gemeente, "locaties"),
        "max_evenredig": _getal(opdracht.max_evenredig, "keer het evenredige deel"),
        "min_afstand_m": _getal(opdracht.min_afstand_m, "m"),
        "min_afstand_opvang_m": _getal(opdracht.min_afstand_opvang_m, "m"),
        "max_groot": f"{groot.locaties} boven {groot.plaatsen} plaatsen" if groot else "",
        "mixband": f"{procent(band[0])} tot {procent(band[1])} kwetsbaar" if band else "",
        "budget_euro": _getal(opdracht.budget_euro, "euro per jaar"),
        "maand": "" if opdracht.maand is None else datum(str(opdracht.maand)),
        "vast": ", ".join(opdracht.vast),
        "zonder": ", ".join(opdracht.zonder),
    }
    return {naam: tekst for naam, tekst in woorden.items() if tekst}


def als_json(uitkomst: Uitkomst) -> str:
    """Geef de uitkomst als JSON: opdracht, portefeuilles, knelpunten, front en eigen plan."""
    probleem = uitkomst.probleem
    buiten = probleem.redenen[probleem.redenen != ""]
    inhoud: dict[str, Any] = {
        "doelset": probleem.beoordeling.omgeving.doelset.id,
        "opdracht": eisen_in_woorden(probleem.opdracht),
        "let_op": uitkomst.let_op(),
        "bereikbaar": [
            {"doel": deel.naam, "nodig": deel.laag, "hoogstens": kan}
            for deel, kan in zip(probleem.nodig, uitkomst.bereikbaar, strict=True)
        ],
        "portefeuilles": [
            _portefeuille(uitkomst, portefeuille) for portefeuille in uitkomst.portefeuilles
        ],
        "knelpunten": [_knelpunt(knelpunt) for knelpunt in uitkomst.knelpunten],
        "niet_te_kiezen": buiten.to_dict(),
    }
    if uitkomst.versoepeld:
        inhoud["ruimere_eis"] = rijen_van(ruimertabel(uitkomst).gegevens)
    if uitkomst.front is not None:
        inhoud["front"] = {
            "toelichting": TOELICHTING,
            "gezocht": uitkomst.front.gezocht,
            "portefeuilles": [
                _portefeuille(uitkomst, punt) for punt in uitkomst.front.portefeuilles
            ],
        }
    if uitkomst.eigen is not None:
        inhoud["eigen_plan"] = {
            **_portefeuille(uitkomst, uitkomst.eigen.portefeuille),
            "gebroken": [eis.zin for eis in uitkomst.eigen.gebroken],
            "niet_te_kiezen": uitkomst.eigen.niet_te_kiezen,
        }
    return json_tekst(inhoud)


def _portefeuille(uitkomst: Uitkomst, portefeuille: Portefeuille) -> dict[str, Any]:
    tabel = uitkomst.probleem.kandidaten.loc[portefeuille.plaatsen.index]
    keuze = tabel[["naam", "gemeente"]].assign(
        plaatsen=portefeuille.plaatsen,
        capaciteit=tabel["grootste"].astype("int64"),
        score=tabel["score"],
    )
    return {
        "locaties": rijen_van(keuze.rename_axis("id").reset_index()),
        "doelen": [
            {
                "doel": stand.nodig.naam,
                "laag": stand.nodig.laag,
                "hoog": stand.nodig.hoog,
                "gekozen": stand.gekozen,
                "tekort": stand.tekort,
                "status": stand.nodig.status,
            }
            for stand in portefeuille.standen
        ],
        "maten": asdict(portefeuille.maten),
        "bewijs": [
            {
                "stap": bewijs.stap,
                "beste": bewijs.beste,
                "grens": bewijs.grens,
                "gat": bewijs.gat,
                "afloop": bewijs.afloop,
                "zin": over_bewijs(bewijs),
            }
            for bewijs in portefeuille.bewijzen
        ],
        "verschil_met_beste": portefeuille.verschil(uitkomst.beste),
    }


def _knelpunt(knelpunt: Knelpunt) -> dict[str, Any]:
    return {
        "doel": knelpunt.nodig.naam,
        "tekort": knelpunt.tekort,
        "zin": knelpunt.zin,
        "eisen": [
            {
                "soort": deel.eis.soort,
                "waar": deel.eis.waar,
                "eis": deel.eis.zin,
                "tekort_zonder": deel.tekort_zonder,
            }
            for deel in knelpunt.eisen
        ],
        "tekort_zonder_alle": knelpunt.tekort_zonder_alle,
        "tekort_zonder_soort": dict(knelpunt.per_soort),
        "bewezen": knelpunt.bewezen,
    }


def _getal(waarde: float | None, eenheid: str) -> str:
    return "" if waarde is None else f"{kort_getal(waarde)} {eenheid}"


def _opdrachtregels(opdracht: Opdracht) -> list[Herkomstregel]:
    return [
        Herkomstregel(OPDRACHT, naam, naam.replace("_", " "), tekst, bron="opdracht")
        for naam, tekst in eisen_in_woorden(opdracht).items()
    ]


def _bewijsregels(portefeuilles: Sequence[Portefeuille]) -> list[Herkomstregel]:
    return [
        Herkomstregel(BEWIJS, str(nummer), f"Portefeuille {nummer}, {bewijs.stap}", bewijs.beste)
        for nummer, portefeuille in enumerate(portefeuilles, start=1)
        for bewijs in portefeuille.bewijzen
    ]
