"""De verantwoording als tekst en tabellen, uit dezelfde bronnen als waarmee gerekend wordt."""

import inspect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.criteria import kleinschaligheid, mix, nabijheid, spreiding
from locatieplanner.domein.begrip import Begrip
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal, kort_getal
from locatieplanner.domein.parameters import Parameter, Waarde
from locatieplanner.rapport.tabel import Tabel, Tabelkolom

CRITERIUMMODULES = MappingProxyType(
    {
        "spreiding": spreiding,
        "kleinschaligheid": kleinschaligheid,
        "nabijheid": nabijheid,
        "mix": mix,
    }
)
"""Per criterium de module met zijn formule."""

_PARAMETERKOLOMMEN = (
    Tabelkolom("naam", "parameter"),
    Tabelkolom("waarde", "waarde"),
    Tabelkolom("eenheid", "eenheid"),
    Tabelkolom("grenzen", "in te stellen"),
    Tabelkolom("reden", "reden"),
    Tabelkolom("bron", "bron"),
    Tabelkolom("peildatum", "peildatum"),
    Tabelkolom("status", "status"),
    Tabelkolom("id", "id"),
)
_LAAGKOLOMMEN = (
    Tabelkolom("naam", "laag"),
    Tabelkolom("hoe", "hoe zij er komt"),
    Tabelkolom("bron", "bron"),
    Tabelkolom("peildatum", "peildatum"),
    Tabelkolom("status", "status"),
    Tabelkolom("licentie", "licentie"),
    Tabelkolom("let_op", "let op"),
    Tabelkolom("id", "id"),
)
_BEGRIPKOLOMMEN = (
    Tabelkolom("naam", "begrip"),
    Tabelkolom("uitleg", "uitleg"),
    Tabelkolom("bron", "bron"),
)


@dataclass(frozen=True)
class Blok:
    """Een stuk van de uitleg van een formule.

    Parameters
    ----------
    tekst : str
        De inhoud.
    formule : bool
        Of het een formule is, waarin elke spatie telt.
    """

    tekst: str
    formule: bool


def vraag_van(criterium: str) -> str:
    """Geef in één zin wat een criterium vraagt: de eerste zin bij zijn formule."""
    return _docstring(criterium).splitlines()[0].partition(": ")[2].capitalize()


def formuleblokken(criterium: str) -> tuple[Blok, ...]:
    """Geef de uitleg en de formules van een criterium, zoals zij bij de berekening staan."""
    alineas = re.split(r"\n\s*\n", _docstring(criterium))
    return tuple(
        Blok(inspect.cleandoc(alinea), formule=True)
        if alinea.startswith("    ")
        else Blok(_zonder_opmaak(" ".join(alinea.split())), formule=False)
        for alinea in alineas
    )


def parametertabel(parameters: Iterable[Parameter], titel: str) -> Tabel:
    """Geef parameters met waarde, eenheid, grenzen, reden en herkomst."""
    rijen = [
        {
            "id": parameter.id,
            "naam": parameter.naam,
            "waarde": waarde_tekst(parameter.waarde),
            "eenheid": parameter.eenheid,
            "grenzen": _grenzen(parameter),
            "reden": parameter.reden,
            "bron": parameter.herkomst.bron,
            "peildatum": parameter.herkomst.peildatum,
            "status": str(parameter.herkomst.status),
        }
        for parameter in parameters
    ]
    return Tabel(
        titel,
        pd.DataFrame(rijen, columns=[kolom.naam for kolom in _PARAMETERKOLOMMEN]),
        _PARAMETERKOLOMMEN,
        f"Uit de parametertabel van het programma. {_statussen()}",
    )


def lagentabel(lagen: Mapping[str, Laag]) -> Tabel:
    """Geef welke gegevens er zijn, met bron, licentie en status."""
    rijen = [
        {
            "id": laag.id,
            "naam": laag.naam,
            "hoe": _hoe(laag),
            "bron": laag.herkomst.bron,
            "peildatum": laag.herkomst.peildatum,
            "status": str(laag.herkomst.status),
            "licentie": laag.licentie,
            "let_op": laag.let_op,
        }
        for laag in lagen.values()
    ]
    return Tabel(
        "Gegevens",
        pd.DataFrame(rijen, columns=[kolom.naam for kolom in _LAAGKOLOMMEN]),
        _LAAGKOLOMMEN,
        f"Uit de catalogus van het programma. {_statussen()}",
    )


def begrippentabel(begrippen: Iterable[Begrip]) -> Tabel:
    """Geef de begrippen als tabel."""
    rijen = [(begrip.naam, begrip.uitleg, begrip.bron) for begrip in begrippen]
    return Tabel(
        "Begrippen",
        pd.DataFrame(rijen, columns=[kolom.naam for kolom in _BEGRIPKOLOMMEN]),
        _BEGRIPKOLOMMEN,
        "Op alfabet; de bron zegt wie het woord zo gebruikt.",
    )


def waarde_tekst(waarde: Waarde) -> str:
    """Schrijf de waarde van een parameter; knikpunten als maat en score."""
    if isinstance(waarde, tuple):
        return "; ".join(f"{getal(maat)} → {getal(score)}" for maat, score in waarde)
    return waarde or "leeg" if isinstance(waarde, str) else kort_getal(waarde)


def _docstring(criterium: str) -> str:
    return inspect.cleandoc(CRITERIUMMODULES[criterium].__doc__ or "")


def _zonder_opmaak(tekst: str) -> str:
    return re.sub(r"::$", ":", tekst.replace("``", ""))


def _grenzen(parameter: Parameter) -> str:
    if parameter.keuzes:
        return f"een van: {', '.join(parameter.keuzes)}"
    if parameter.minimum is not None and parameter.maximum is not None:
        return f"van {kort_getal(parameter.minimum)} tot en met {kort_getal(parameter.maximum)}"
    return "vrije tekst" if parameter.tekens is not None else "ligt vast"


def _hoe(laag: Laag) -> str:
    if laag.alleen_genoemd:
        return "niet op te halen, dus niet getoetst"
    wijzen = [("ingebouwd", laag.ingebouwd), ("op te halen", laag.dienst is not None)]
    return " en ".join(wijze for wijze, zo in wijzen if zo)


def _statussen() -> str:
    return " ".join(f"{str(status).capitalize()}: {status.uitleg}." for status in Status)
