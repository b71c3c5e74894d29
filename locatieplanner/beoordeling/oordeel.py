"""Wat er in gewone woorden voor en tegen een kandidaat spreekt."""

import math
from collections.abc import Sequence

from locatieplanner.beoordeling.uitleg import Criteriumuitleg

# De grenzen van de scoreklassen op de kaart: vanaf de vierde klasse ervoor, tot de derde ertegen.
_VOOR, _TEGEN = 60.0, 40.0

_WOORDEN = {
    # Of er al opvang is, is vaak onbekend: de score is een verwachting en heet hier ook zo.
    "spreiding": (
        "naar verwachting ongeveer een evenredig deel",
        "naar verwachting veel meer dan een evenredig deel",
    ),
    "kleinschaligheid": ("kleinschalig", "groot, op zichzelf of tegenover de omgeving"),
    "nabijheid": ("voorzieningen zijn dichtbij", "voorzieningen zijn ver weg"),
    "mix": ("de bewoners kunnen elkaar dragen", "de bewoners kunnen elkaar weinig dragen"),
}


def voor_en_tegen(criteria: Sequence[Criteriumuitleg]) -> tuple[list[str], list[str]]:
    """Geef in gewone woorden wat er voor en wat er tegen een kandidaat spreekt."""
    bekend = [deel for deel in criteria if not math.isnan(deel.score)]
    voor = [_WOORDEN[deel.criterium][0] for deel in bekend if deel.score >= _VOOR]
    tegen = [_WOORDEN[deel.criterium][1] for deel in bekend if deel.score < _TEGEN]
    return voor, tegen
