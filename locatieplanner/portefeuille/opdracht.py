"""De opdracht: waaraan een portefeuille moet voldoen, en wat er voorgaat."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.notatie import kort_getal, opsomming
from locatieplanner.fouten import InvoerFout


class Voorrang(StrEnum):
    """Wat er na het halen van het doel voorgaat."""

    SCORE = "score"
    SPREIDING = "spreiding"

    @property
    def uitleg(self) -> str:
        """De volgorde in één zin."""
        return {
            Voorrang.SCORE: "eerst zo weinig mogelijk plaatsen te kort, dan score × plaatsen",
            Voorrang.SPREIDING: "eerst zo weinig mogelijk plaatsen te kort, dan zo weinig mogelijk "
            "plaatsen boven het evenredige deel van een gemeente, dan score × plaatsen",
        }[self]


@dataclass(frozen=True)
class Omvanggrens:
    """Ten hoogste `locaties` locaties met meer dan `plaatsen` plaatsen."""

    locaties: int
    plaatsen: int


@dataclass(frozen=True)
class Opdracht:
    """Wat een portefeuille moet zijn. Een eis die None is, geldt niet.

    Parameters
    ----------
    provincies : tuple of str, optional
        Waar gekozen wordt; leeg is overal.
    voorrang : Voorrang, optional
        Wat er na het doel voorgaat.
    per_onderdeel : bool, optional
        Of ook het doel per type gehaald moet worden, waar de doelset dat geeft.
    max_per_gemeente : int, optional
        Ten hoogste zoveel locaties in een gemeente, met de geplande erbij.
    max_evenredig : float, optional
        Ten hoogste zoveel keer het evenredige deel in een gemeente, met wat er staat en gepland is.
    min_afstand_m : float, optional
        Ten minste zoveel meter tussen twee locaties, geplande meegerekend.
    min_afstand_opvang_m : float, optional
        Ten minste zoveel meter van bestaande opvang.
    max_groot : Omvanggrens, optional
        Hoeveel grote locaties er mogen zijn, met de geplande erbij.
    mixband : tuple of float, optional
        Kleinste en grootste aandeel kwetsbare groepen (0–1) in de gekozen plaatsen van een
        gemeente, over de locaties waarvan de mix bekend is.
    budget_euro : float, optional
        Wat de gekozen plaatsen samen per jaar mogen kosten.
    maand : Period, optional
        Maand waarin een locatie beschikbaar moet zijn.
    vast, zonder : tuple of str, optional
        Id's van kandidaten die er in elk geval in moeten, en die er niet in mogen.

    Raises
    ------
    InvoerFout
        Als een eis niet kan bestaan; alle problemen staan in één melding.
    """

    provincies: tuple[str, ...] = ()
    voorrang: Voorrang = Voorrang.SCORE
    per_onderdeel: bool = True
    max_per_gemeente: int | None = None
    max_evenredig: float | None = None
    min_afstand_m: float | None = None
    min_afstand_opvang_m: float | None = None
    max_groot: Omvanggrens | None = None
    mixband: tuple[float, float] | None = None
    budget_euro: float | None = None
    maand: pd.Period | None = None
    vast: tuple[str, ...] = ()
    zonder: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problemen = list(self._problemen())
        if problemen:
            raise InvoerFout("\n".join(problemen))

    @property
    def gebied(self) -> tuple[str, ...]:
        """De provincies waarin gekozen wordt, in vaste volgorde."""
        return tuple(p for p in PROVINCIES if not self.provincies or p in self.provincies)

    def _problemen(self) -> list[str]:
        onbekend = [p for p in self.provincies if p not in PROVINCIES]
        dubbel = sorted(set(self.vast) & set(self.zonder))
        getallen = {
            "het aantal locaties per gemeente": self.max_per_gemeente,
            "het veelvoud van het evenredige deel": self.max_evenredig,
            "de afstand tussen locaties": self.min_afstand_m,
            "de afstand tot bestaande opvang": self.min_afstand_opvang_m,
            "het budget": self.budget_euro,
        }
        if self.max_groot is not None:
            getallen["het aantal grote locaties"] = self.max_groot.locaties
            getallen["de omvang van een grote locatie"] = self.max_groot.plaatsen
        problemen = [
            f"{wat.capitalize()} is {kort_getal(getal)}; geef een getal van 0 of meer."
            for wat, getal in getallen.items()
            if getal is not None and not 0 <= getal < float("inf")
        ]
        if onbekend:
            problemen.append(
                f"{opsomming(onbekend)} is geen provincie. Kies uit: {', '.join(PROVINCIES)}."
            )
        if dubbel:
            problemen.append(
                f"{opsomming(dubbel)} staat zowel vast als uitgesloten; kies een van beide."
            )
        if self.mixband is not None and not 0 <= self.mixband[0] <= self.mixband[1] <= 1:
            problemen.append(
                "De band voor de mix loopt van een klein naar een groot aandeel, tussen 0 en 1."
            )
        return problemen
