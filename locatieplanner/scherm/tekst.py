"""Tekst van gebruikers zo opschrijven dat zij in opmaak gewoon tekst blijft."""

import html
import re

from locatieplanner.domein.notatie import getal

_TEKENS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^&\"'])")


def als_markdown(tekst: str) -> str:
    """Geef tekst waarin geen teken nog opmaak is, voor elementen die Markdown lezen."""
    return _TEKENS.sub(r"\\\1", " ".join(tekst.split()))


def als_html(tekst: object) -> str:
    """Geef tekst waarin geen teken nog HTML is."""
    return html.escape(str(tekst), quote=True)


def aantal_kandidaten(aantal: int, soort: str = "") -> str:
    """Geef een aantal kandidaten in woorden, met zo nodig een bijvoeglijk naamwoord.

    >>> aantal_kandidaten(1, "verzonnen")
    '1 verzonnen kandidaat'
    """
    woord = "kandidaat" if aantal == 1 else "kandidaten"
    return " ".join(filter(None, (getal(aantal), soort, woord)))
