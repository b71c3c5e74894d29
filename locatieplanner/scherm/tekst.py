"""Tekst van gebruikers zo opschrijven dat zij in opmaak gewoon tekst blijft."""

import html
import re
from collections import Counter
from collections.abc import Mapping

from locatieplanner.domein.notatie import getal

_TEKENS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^&\"'])")


def als_markdown(tekst: str) -> str:
    """Geef tekst waarin geen teken nog opmaak is, voor elementen die Markdown lezen."""
    return _TEKENS.sub(r"\\\1", " ".join(tekst.split()))


def als_html(tekst: object) -> str:
    """Geef tekst waarin geen teken nog HTML is."""
    return html.escape(str(tekst), quote=True)


def uniek(namen: Mapping[str, str]) -> dict[str, str]:
    """Zet achter namen die gelijk zijn hun sleutel: een keuzeveld kiest op wat er staat.

    >>> uniek({"K1": "Kade", "K2": "Kade", "K3": "Park"})
    {'K1': 'Kade (K1)', 'K2': 'Kade (K2)', 'K3': 'Park'}
    """
    aantal = Counter(namen.values())
    return {id_: naam if aantal[naam] == 1 else f"{naam} ({id_})" for id_, naam in namen.items()}


def aantal_kandidaten(aantal: int, soort: str = "") -> str:
    """Geef een aantal kandidaten in woorden, met zo nodig een bijvoeglijk naamwoord.

    >>> aantal_kandidaten(1, "verzonnen")
    '1 verzonnen kandidaat'
    """
    woord = "kandidaat" if aantal == 1 else "kandidaten"
    return " ".join(filter(None, (getal(aantal), soort, woord)))
