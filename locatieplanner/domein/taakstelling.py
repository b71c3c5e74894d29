"""De landelijke taakstelling: hoeveel vergunninghouders er in een halfjaar te huisvesten zijn."""

from dataclasses import dataclass

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst


@dataclass(frozen=True)
class Landelijk:
    """Het landelijke aantal van één halfjaar.

    Parameters
    ----------
    halfjaar : Halfjaar
        Wanneer.
    vergunninghouders : int or None
        Personen; None is onbekend, geen nul.
    herkomst : Herkomst
        Bron en status.
    """

    halfjaar: Halfjaar
    vergunninghouders: int | None
    herkomst: Herkomst
