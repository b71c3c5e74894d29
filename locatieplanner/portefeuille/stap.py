"""De stappen waarin een portefeuille gezocht wordt."""

from enum import StrEnum


class Stap(StrEnum):
    """Waarop in een stap gezocht wordt; bij alle behalve score is minder beter."""

    TEKORT = "tekort"
    SPREIDING = "spreiding"
    AANTAL = "aantal locaties"
    SCORE = "score"
    KNELPUNT = "wat er knelt"
