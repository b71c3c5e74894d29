"""De Engelse teksten van Typer in het Nederlands."""

import re
from collections.abc import Iterable
from typing import Any

import typer
from typer import rich_utils

from locatieplanner.cli.suggestie import bedoelt

HULP = "Toont deze hulp."
OPTIES = "[OPTIES]"
OPDRACHTEN = "OPDRACHT …"

_RAADT = re.compile(r"(.+?) Did you mean (.+)\?")
_VERPLICHT = re.compile(r"\{(\w+)\}")
_GETAL = r"(-?[\d.]+)"
_BERICHTEN = tuple(
    (re.compile(patroon), vertaling)
    for patroon, vertaling in (
        (r"Missing command\.", "Geef een opdracht."),
        (r"No such command (.+)\.", r"De opdracht \1 bestaat niet."),
        (r"No such option: (\S+)", r"De optie \1 bestaat niet."),
        (r"Got unexpected extra argument\(s\) \((.+)\)", r"Dit hoort er niet bij: \1."),
        (r"Option '(.+)' requires .*argument.*", r"Geef een waarde bij \1."),
        (r"Option '(.+)' does not take a value\.", r"Bij \1 hoort geen waarde."),
        (r"Input should be a valid integer.*", "dit is geen heel getal"),
        (r"Input should be a valid number.*", "dit is geen getal"),
        (rf"Input should be greater than or equal to {_GETAL}", r"geef \1 of meer"),
        (rf"Input should be less than or equal to {_GETAL}", r"geef \1 of minder"),
        (r"\w+ '(.+)' does not exist\.", r"\1 bestaat niet"),
        (r"\w+ '(.+)' is a directory\.", r"\1 is een map"),
        (r"\w+ '(.+)' is not readable\.", r"\1 is niet te lezen; vraag toestemming voor het bestand"),  # noqa: E501
    )
)  # fmt: skip


def vertaal_hulp() -> None:
    """Zet de vaste woorden van het hulpscherm om."""
    rich_utils.ARGUMENTS_PANEL_TITLE = "Gegevens"
    rich_utils.OPTIONS_PANEL_TITLE = "Opties"
    rich_utils.COMMANDS_PANEL_TITLE = "Opdrachten"
    rich_utils.DEFAULT_STRING = "[standaard: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[verplicht]"


def verberg_typen(params: Iterable[Any]) -> None:
    """Laat in de hulp de Engelse soort achter een gegeven weg: haar naam zegt al wat het is."""
    for param in params:
        if param.param_type_name == "argument":
            param.display_type_rich = _geen_soort


def _geen_soort(ctx: object) -> None:
    """Wat Typer als soort van een gegeven toont: niets."""


def vertaal_gebruik(gebruik: str) -> str:
    """Vertaal de regel die zegt hoe een opdracht geschreven wordt."""
    return _VERPLICHT.sub(r"\1", gebruik.replace("Usage:", "Gebruik:", 1))


def vertaal_fout(fout: typer.TyperException) -> str:
    """Geef de melding bij verkeerd gebruik in het Nederlands.

    Een melding die hier niet staat, blijft zoals zij is: liever Engels dan niets.
    """
    # De soorten zijn in Typer niet openbaar; hun namen en velden liggen wel vast.
    soort = type(fout).__name__
    param = getattr(fout, "param", None)
    waar = getattr(fout, "param_hint", None) or (
        param.get_error_hint() if param is not None else ""
    )
    kaal = _RAADT.fullmatch(fout.message)
    geraden = kaal[2].split(", ") if kaal else (getattr(fout, "possibilities", None) or ())
    bericht = _vertaal(kaal[1] if kaal else fout.message)
    if soort == "MissingParameter":
        return f"Geef {str(waar).strip(chr(39))} op."
    if soort == "BadParameter" and waar:
        return f"{str(waar).strip(chr(39))}: {bericht.rstrip('.')}."
    return bericht + bedoelt(geraden)


def _vertaal(bericht: str) -> str:
    for patroon, vertaling in _BERICHTEN:
        gevonden = patroon.fullmatch(bericht)
        if gevonden:
            return gevonden.expand(vertaling)
    return bericht
