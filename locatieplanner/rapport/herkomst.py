"""Waar een beoordeling op rust: programma, doelset, gewichten, parameters en lagen."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import pandas as pd

from locatieplanner import __version__
from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte, getal
from locatieplanner.domein.parameters import Waarde
from locatieplanner.opgave.doelen import herkomstregel

PROGRAMMA = "programma"
DOELSET = "doelset"
DOEL = "doel"
GEWICHT = "gewicht"
PARAMETER = "parameter"
LAAG = "laag"
NIET_GETOETST = "niet getoetst"

BRONNEN = frozenset({PROGRAMMA, DOELSET, DOEL, LAAG, NIET_GETOETST})
"""Onderdelen die over bronnen gaan, en niet over instellingen."""


@dataclass(frozen=True)
class Herkomstregel:
    """Eén gegeven waar de beoordeling op rust.

    Parameters
    ----------
    onderdeel : str
        Soort gegeven: programma, doelset, doel, gewicht, parameter, laag of niet getoetst.
    id, naam : str
        Welk gegeven het is.
    waarde : str or float
        De waarde waarmee gerekend is; leeg als het geen waarde heeft.
    eenheid : str
        Eenheid van de waarde.
    status, bron, peildatum, toelichting : str
        Hoe zeker het is en waar het vandaan komt.
    """

    onderdeel: str
    id: str
    naam: str
    waarde: str | float = ""
    eenheid: str = ""
    status: str = ""
    bron: str = ""
    peildatum: str = ""
    toelichting: str = ""


def herkomst(beoordeling: Beoordeling) -> tuple[Herkomstregel, ...]:
    """Geef alles waar een beoordeling op rust, in vaste volgorde."""
    return (
        Herkomstregel(PROGRAMMA, "locatieplanner", "locatieplanner", __version__, "versie"),
        *_doelset(beoordeling),
        *_gewichten(beoordeling),
        *_parameters(beoordeling),
        *_lagen(beoordeling),
    )


def herkomsttabel(regels: tuple[Herkomstregel, ...]) -> pd.DataFrame:
    """Geef de regels als tabel van alleen tekst, voor soorten die één type per kolom kennen."""
    kolommen = [veld.name for veld in fields(Herkomstregel)]
    tabel = pd.DataFrame(
        [[getattr(regel, kolom) for kolom in kolommen] for regel in regels], columns=kolommen
    )
    tabel["waarde"] = [
        f"{waarde:g}" if isinstance(waarde, float) else waarde for waarde in tabel["waarde"]
    ]
    return tabel.astype("str")


def _doelset(beoordeling: Beoordeling) -> Iterator[Herkomstregel]:
    """De doelset en het doel per provincie."""
    omgeving = beoordeling.omgeving
    doelset = omgeving.doelset
    bestaand = "telt mee" if doelset.bestaand_telt_mee else "telt niet mee"
    yield Herkomstregel(
        DOELSET,
        doelset.id,
        doelset.naam,
        toelichting=f"{doelset.uitleg} Bestaande opvang {bestaand}: {doelset.reden_bestaand}",
    )
    for provincie, doel in omgeving.doelen.iterrows():
        yield Herkomstregel(
            DOEL,
            str(provincie),
            f"Doel van {provincie}",
            bandbreedte(doel["minimum"], doel["maximum"]),
            "plaatsen",
            str(doel["status"]),
            str(doel["bron"]),
            str(doel["brondatum"]),
            herkomstregel("", "", str(doel["peildatum"]), str(doel["toelichting"])),
        )


def _gewichten(beoordeling: Beoordeling) -> Iterator[Herkomstregel]:
    aandelen = beoordeling.gewichten.aandelen.tolist()
    for criterium, aandeel in zip(CRITERIA, aandelen, strict=True):
        yield Herkomstregel(
            GEWICHT,
            criterium,
            f"Gewicht van {criterium}",
            float(getattr(beoordeling.gewichten, criterium)),
            "verhouding",
            toelichting=f"{getal(100 * aandeel, 1)} % van het geheel",
        )


def _parameters(beoordeling: Beoordeling) -> Iterator[Herkomstregel]:
    for parameter in beoordeling.omgeving.parameters.alle.values():
        yield Herkomstregel(
            PARAMETER,
            parameter.id,
            parameter.naam,
            _waarde(parameter.waarde),
            parameter.eenheid,
            str(parameter.herkomst.status),
            parameter.herkomst.bron,
            parameter.herkomst.peildatum,
            parameter.reden,
        )


def _lagen(beoordeling: Beoordeling) -> Iterator[Herkomstregel]:
    """De ingebouwde lagen, en de toetslagen die niet geladen zijn."""
    for laag in lees_catalogus().values():
        toelichting = (laag.herkomst.toelichting, laag.let_op, f"licentie {laag.licentie}")
        yield Herkomstregel(
            LAAG,
            laag.id,
            laag.naam,
            "" if laag.aantal is None else float(laag.aantal),
            "rijen",
            str(laag.herkomst.status),
            laag.herkomst.bron,
            laag.herkomst.peildatum,
            "; ".join(deel for deel in toelichting if deel),
        )
    for naam in beoordeling.nergens_getoetst:
        yield Herkomstregel(
            NIET_GETOETST,
            naam,
            naam,
            status=str(Status.ONBEKEND),
            toelichting="niet geladen: kandidaten zijn hier niet op getoetst",
        )


def _waarde(waarde: Waarde) -> str | float:
    """De waarde van een parameter; knikpunten als tekst."""
    if isinstance(waarde, tuple):
        return " · ".join(f"{getal(maat)} → {getal(score)}" for maat, score in waarde)
    return waarde
