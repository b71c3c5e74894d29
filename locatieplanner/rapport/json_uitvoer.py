"""JSON voor machines: dezelfde gegevens geven dezelfde bytes."""

import json
import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from locatieplanner.beoordeling.beoordeling import KOLOMMEN, SCHEIDING, Beoordeling
from locatieplanner.rapport.deelbaar import deelbare_tabel, gedeelde_volgorde

_DECIMALEN = 6


def als_json(
    beoordeling: Beoordeling, *, deel_beschermd: bool = True, aantal: int | None = None
) -> str:
    """Geef de beoordeling als lijst van rijen op rangvolgorde; onbekend is ``null``.

    Parameters
    ----------
    beoordeling : Beoordeling
        Wat er weg te schrijven is.
    deel_beschermd : bool, optional
        False voor wie geen planner is, zie `deelbare_tabel`.
    aantal : int, optional
        Hoeveel rijen; zonder zijn het er alle.
    """
    tabel = deelbare_tabel(beoordeling, deel_beschermd=deel_beschermd)[list(KOLOMMEN)]
    rijen = rijen_van(tabel.head(aantal) if aantal is not None else tabel)
    volgorde = gedeelde_volgorde(beoordeling, deel_beschermd=deel_beschermd)[: len(rijen)]
    for plek, rij in zip(volgorde, rijen, strict=True):
        rij["uitsluitingen"] = _lijst(rij["uitsluitingen"], beoordeling.uitsluitingen[plek])
        rij["aandachtspunten"] = _lijst(rij["aandachtspunten"], beoordeling.aandachtspunten[plek])
    return json_tekst(rijen)


def rijen_van(tabel: pd.DataFrame) -> list[dict[str, Any]]:
    """Geef de rijen van een tabel als afbeeldingen van kolom naar waarde."""
    return [{str(naam): waarde for naam, waarde in rij.items()} for rij in tabel.to_dict("records")]


def json_tekst(waarde: object) -> str:
    """Schrijf JSON met vaste afronding; wat ontbreekt is ``null``, nooit ``NaN``."""
    return json.dumps(_kaal(waarde), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _lijst(tekst: str, punten: tuple[str, ...]) -> list[str]:
    """De punten achter een cel; een punt kan zelf ook een puntkomma bevatten."""
    samen = SCHEIDING.join(punten)
    if not tekst.startswith(samen):
        # De cel is voor derden vervangen.
        return [tekst]
    rest = tekst.removeprefix(samen).removeprefix(SCHEIDING)
    return [*punten, *filter(None, [rest])]


def _kaal(waarde: Any) -> Any:  # noqa: ANN401 - JSON kent geen engere soort
    """De waarde in de typen van JSON."""
    if isinstance(waarde, Mapping):
        return {str(sleutel): _kaal(inhoud) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_kaal(inhoud) for inhoud in waarde]
    if hasattr(waarde, "item"):
        waarde = waarde.item()
    if waarde is None or waarde is pd.NA or waarde is pd.NaT:
        return None
    if isinstance(waarde, float):
        if not math.isfinite(waarde):
            return None
        # −0,0 en 0,0 zijn hetzelfde getal en dus dezelfde tekst.
        return round(waarde, _DECIMALEN) + 0.0
    if isinstance(waarde, bool | int):
        return waarde
    return str(waarde)
