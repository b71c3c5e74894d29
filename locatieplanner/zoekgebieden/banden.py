"""De banden van een zoekraster: wat er per cel bewaard wordt, met eenheid en schaal.

Alles staat als geheel getal van 16 bits: waarde = getal × schaal. `GEEN` is geen gegevens: buiten
het gebied, of onbekend. De fout van het afronden is bij een score ten hoogste 0,005 punt.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from locatieplanner.domein.gewichten import CRITERIA

GEEN = 65_535
"""Geen gegevens."""

SCORESCHAAL = 0.01
_HOOGSTE = GEEN - 1

Getallen16 = NDArray[np.uint16]

NIETS_GEVONDEN, NIET_GETOETST, AANDACHT, UITGESLOTEN = range(4)
TOETSLEGENDA = (
    "op alle lagen getoetst, niets gevonden",
    "niet op alle lagen getoetst, verder niets gevonden",
    "aandachtspunt",
    "uitgesloten",
)
"""Wat de codes van de band ``toetsing`` betekenen, in volgorde."""

METINGLEGENDA = (
    "onbekend",
    "over straten",
    "ten minste een deel als rechte lijn, dus geschat",
)
"""Wat de codes van de band ``nabijheid_gemeten`` betekenen, in volgorde."""


@dataclass(frozen=True)
class Band:
    """Eén band.

    Parameters
    ----------
    naam : str
        Korte naam.
    omschrijving : str
        Wat erin staat.
    eenheid : str
        Eenheid van de waarde; leeg bij een code.
    schaal : float
        Waarmee het bewaarde getal vermenigvuldigd de waarde geeft.
    """

    naam: str
    omschrijving: str
    eenheid: str = ""
    schaal: float = 1.0

    def bewaar(self, waarden: NDArray[np.float64] | NDArray[np.float32]) -> Getallen16:
        """Zet waarden om naar bewaarde getallen; NaN wordt `GEEN`, te groot wordt het grootste."""
        onbekend = np.isnan(waarden)
        met_schaal = np.rint(np.where(onbekend, 0.0, waarden) / self.schaal)
        getallen = np.clip(met_schaal, 0, _HOOGSTE).astype(np.uint16)
        getallen[onbekend] = GEEN
        return getallen

    def lees(self, getallen: Getallen16) -> NDArray[np.float32]:
        """Zet bewaarde getallen om naar waarden; `GEEN` wordt NaN."""
        waarden = getallen.astype(np.float32)
        waarden *= np.float32(self.schaal)
        waarden[getallen == GEEN] = np.nan
        return waarden


TOTAAL = Band("totaal", "Totaalscore, 0–100", "punten", SCORESCHAAL)
SCORES = tuple(
    Band(f"score_{naam}", f"Score voor {naam}, 0–100", "punten", SCORESCHAAL) for naam in CRITERIA
)
TOETSING = Band("toetsing", "; ".join(f"{code} = {wat}" for code, wat in enumerate(TOETSLEGENDA)))
REGELS = Band("regels", "Som van de regels die gelden; regel 1 telt 1, regel 2 telt 2, 3 telt 4, …")
GEMEENTE = Band("gemeente", "Gemeentecode van het CBS zonder GM")
NABIJ = Band(
    "nabij_plaatsen_per_1000",
    "Opvangplaatsen per 1.000 inwoners in de omgeving, deze locatie meegeteld",
    "plaatsen per 1.000 inwoners",
    0.1,
)
KLEIN = Band(
    "plaatsen_per_1000",
    "Plaatsen van deze locatie per 1.000 inwoners in de omtrek of de kern",
    "plaatsen per 1.000 inwoners",
    0.1,
)
GEMETEN = Band(
    "nabijheid_gemeten", "; ".join(f"{code} = {wat}" for code, wat in enumerate(METINGLEGENDA))
)


def eigen_band(naam: str) -> Band:
    """Geef de band met de score van een eigen raster."""
    return Band(f"score_{naam}", f"Score voor {naam}, 0–100", "punten", SCORESCHAAL)


def afstandsband(categorie: str) -> Band:
    """Geef de band met de afstand tot een categorie voorzieningen."""
    naam = categorie.replace("_", " ")
    return Band(f"afstand_{categorie}_m", f"Afstand tot de dichtstbijzijnde: {naam}", "m")


def alle_banden(eigen_criteria: Sequence[str], categorieen: Sequence[str]) -> tuple[Band, ...]:
    """Geef alle banden, in de volgorde waarin zij bewaard worden."""
    return (
        TOTAAL,
        *SCORES,
        *(eigen_band(naam) for naam in eigen_criteria),
        TOETSING,
        REGELS,
        GEMEENTE,
        NABIJ,
        KLEIN,
        GEMETEN,
        *(afstandsband(naam) for naam in categorieen),
    )
