"""Capaciteitsdoelen: hoeveel plaatsen een provincie heeft te realiseren."""

from dataclasses import dataclass

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Herkomst

TOTAAL = "totaal"
"""Het onderdeel dat alle plaatsen van een provincie samen is."""


@dataclass(frozen=True)
class Bandbreedte:
    """Een aantal plaatsen als bandbreedte; ``None`` is onbekend, geen nul.

    "Ruim 13.000" is een ondergrens: ``minimum`` 13.000 en geen ``maximum``. Zo blijft het overal.
    """

    minimum: float | None
    maximum: float | None

    @property
    def bekend(self) -> bool:
        """Of er ten minste één grens bekend is."""
        return self.minimum is not None or self.maximum is not None

    @property
    def laag(self) -> float | None:
        """De ondergrens; None als die niet bekend is."""
        return self.minimum

    @property
    def hoog(self) -> float | None:
        """De bovengrens; None als die niet bekend is."""
        return self.maximum

    @property
    def midden(self) -> float | None:
        """Het ene getal waar dat nodig is: het midden, of de grens als er maar één bekend is."""
        if self.minimum is None or self.maximum is None:
            return self.minimum if self.minimum is not None else self.maximum
        return (self.minimum + self.maximum) / 2


@dataclass(frozen=True)
class Doel:
    """Het doel van één provincie voor één onderdeel.

    Parameters
    ----------
    provincie : str
        Naam van de provincie, of ``Nederland`` voor het landelijke totaal.
    onderdeel : str
        ``totaal``, of een deel zoals ``rol``, ``gvl_satelliet``, ``waarvan_amv``.
    plaatsen : Bandbreedte
        Aantal plaatsen.
    peildatum : str
        Wanneer de plaatsen er moeten zijn.
    herkomst : Herkomst
        Bron en status; de peildatum daarvan is wanneer de bron verscheen.
    """

    provincie: str
    onderdeel: str
    plaatsen: Bandbreedte
    peildatum: str
    herkomst: Herkomst


@dataclass(frozen=True)
class Doelset:
    """Een verzameling capaciteitsdoelen die samen één opgave vormen.

    Parameters
    ----------
    id : str
        Korte naam voor bestanden en de opdrachtregel.
    naam : str
        Naam voor de gebruiker.
    uitleg : str
        Wat deze opgave is, in één of twee zinnen.
    bestaand_telt_mee : bool
        Of bestaande opvang meetelt bij het halen van het doel.
    reden_bestaand : str
        Waarom bestaande opvang wel of niet meetelt.
    doelen : tuple of Doel
        De rijen zoals de bron ze geeft, ook de onbekende.
    """

    id: str
    naam: str
    uitleg: str
    bestaand_telt_mee: bool
    reden_bestaand: str
    doelen: tuple[Doel, ...]

    @property
    def landelijk(self) -> Doel | None:
        """Het landelijke totaal dat de doelset zelf geeft, of None."""
        for doel in self.doelen:
            if doel.provincie == NEDERLAND and doel.onderdeel == TOTAAL and doel.plaatsen.bekend:
                return doel
        return None
