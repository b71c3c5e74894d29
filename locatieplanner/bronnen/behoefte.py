"""De ingebouwde scenario's van de behoefte lezen uit ``behoefte.toml``."""

import re
from pathlib import Path

import pandas as pd

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tomltabel import Tomltabel, lees_toml
from locatieplanner.domein.behoefte import Behoeftescenario, Knoop
from locatieplanner.domein.herkomst import Herkomst
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import ParameterFout

BESTAND = "behoefte.toml"

STANDAARD = "midden"
"""Het scenario dat geldt zolang de gebruiker niets kiest."""

_MAAND = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def lees_behoeftescenarios(
    parameters: Parameters, map: Path | None = None
) -> dict[str, Behoeftescenario]:
    """Lees de scenario's, per id en in de volgorde van het bestand: van laag naar hoog.

    Parameters
    ----------
    parameters : Parameters
        Waar een knoop naar kan verwijzen; een andere waarde geeft een ander scenario.
    map : Path, optional
        Een andere map dan de ingebouwde.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt, een knoop niet klopt of het standaardscenario er niet is.
    """
    inhoud = lees_toml((map or lagenmap()) / BESTAND)
    scenarios = {
        id_: Behoeftescenario(
            id=id_,
            naam=tabel.tekst("naam"),
            uitleg=tabel.tekst("uitleg"),
            knopen=_knopen(tabel, parameters),
        )
        for id_, tabel in inhoud.tabellen().items()
    }
    if STANDAARD not in scenarios:
        raise inhoud.fout(STANDAARD, "ontbreekt, en dat scenario geldt als er niets gekozen is")
    return scenarios


def _knopen(tabel: Tomltabel, parameters: Parameters) -> tuple[Knoop, ...]:
    knopen = tuple(_knoop(deel, parameters) for deel in tabel.lijst("knopen"))
    nummers = [knoop.maand.ordinal for knoop in knopen]
    if not knopen or sorted(set(nummers)) != nummers:
        raise tabel.fout("knopen", "heeft ten minste één maand nodig, elke één keer en op volgorde")
    return knopen


def _knoop(tabel: Tomltabel, parameters: Parameters) -> Knoop:
    maand = tabel.tekst("maand")
    if not _MAAND.fullmatch(maand):
        raise tabel.fout("maand", f"is '{maand}'; schrijf een maand zoals 2027-07")
    plaatsen, herkomst = _plaatsen(tabel, parameters)
    if plaatsen < 0:
        raise tabel.fout("plaatsen", "ligt onder nul")
    return Knoop(pd.Period(maand, freq="M"), plaatsen, herkomst)


def _plaatsen(tabel: Tomltabel, parameters: Parameters) -> tuple[float, Herkomst]:
    """Het aantal en zijn herkomst; van een parameter is de bron die van de parameter."""
    eigen = tabel.herkomst()
    if "parameter" not in tabel.velden:
        return tabel.getal("plaatsen"), eigen
    try:
        parameter = parameters[tabel.tekst("parameter")]
        plaatsen = parameters.getal(parameter.id)
    except ParameterFout as fout:
        raise tabel.fout("parameter", f"is niet te gebruiken: {fout}") from None
    bron = parameter.herkomst
    return plaatsen, Herkomst(bron.bron, bron.peildatum, eigen.status, eigen.toelichting)
