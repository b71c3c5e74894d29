"""De kandidaatlocatie: kolommen en toestanden die elk deel van het programma deelt."""

from enum import StrEnum

ID = "id"
AANDEEL = "aandeel_"

KOLOMMEN = (
    "naam",
    "type",
    "capaciteit",
    "woningen",
    "beschikbaar_van",
    "beschikbaar_tot",
    "status",
    "gedeelde_voorzieningen",
    "eigenaar",
    "bron",
    "toelichting",
    "geometry",
)
"""Vaste kolommen van een kandidatentabel, naast ``aandeel_<groep>`` en de index ``id``."""


class Kandidaatstatus(StrEnum):
    """Hoe ver een kandidaat is, van idee tot in gebruik, of afgevallen."""

    IDEE = "idee"
    VERKENNING = "verkenning"
    HAALBAAR = "haalbaar"
    BESLUIT = "besluit"
    VERGUND = "vergund"
    IN_GEBRUIK = "in gebruik"
    GESLOTEN = "gesloten"
    AFGEVALLEN = "afgevallen"


VOORTGANG = (
    Kandidaatstatus.IDEE,
    Kandidaatstatus.VERKENNING,
    Kandidaatstatus.HAALBAAR,
    Kandidaatstatus.BESLUIT,
    Kandidaatstatus.VERGUND,
    Kandidaatstatus.IN_GEBRUIK,
)
"""De stappen van idee tot in gebruik, in volgorde; wie verder is, heeft de vorige gehad."""

VERVALLEN = frozenset({Kandidaatstatus.GESLOTEN, Kandidaatstatus.AFGEVALLEN})
"""Statussen waarbij een kandidaat niet meer in de rangorde staat."""
