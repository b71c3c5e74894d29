"""Locatietypen: wat voor opvang of huisvesting er op een locatie komt."""

from dataclasses import dataclass
from enum import StrEnum

from locatieplanner.domein.herkomst import Herkomst


class Mixdeel(StrEnum):
    """De onderdelen van het criterium mix."""

    BALANS = "balans"
    VERSCHEIDENHEID = "verscheidenheid"
    CONCENTRATIE = "concentratie"


@dataclass(frozen=True)
class Locatietype:
    """Een soort locatie.

    Parameters
    ----------
    code : str
        Korte code die in bestanden staat, bijvoorbeeld ``rol``.
    naam : str
        Naam voor de gebruiker.
    kern : str
        Wat het is, in één zin.
    telt_als_opvang : bool
        Of de plaatsen meetellen bij een provinciaal opvangdoel.
    beschermd : bool
        Of de ligging alleen per gemeente gedeeld mag worden buiten de planners.
    capaciteit_min, capaciteit_max : int or None
        Gebruikelijke omvang in personen; None waar de bron geen grens geeft.
    onderdeel : str
        Het onderdeel van een doelset waar dit type onder valt; leeg als er geen is.
    mixdelen : tuple of Mixdeel
        Onderdelen van het criterium mix die voor dit type gelden.
    herkomst : Herkomst
        Bron van deze omschrijving.
    huisvesting : bool, optional
        Of het om woningen gaat, in plaats van opvang.
    blijvend : bool, optional
        Of wat er staat blijft zolang er geen einddatum is; anders is het einde dan onbekend. Een
        einddatum die er is, gaat altijd voor.
    telt_voor_taakstelling : bool, optional
        Of plaatsen voor statushouders meetellen voor de taakstelling van de gemeente.
    """

    code: str
    naam: str
    kern: str
    telt_als_opvang: bool
    beschermd: bool
    capaciteit_min: int | None
    capaciteit_max: int | None
    onderdeel: str
    mixdelen: tuple[Mixdeel, ...]
    herkomst: Herkomst
    huisvesting: bool = False
    blijvend: bool = False
    telt_voor_taakstelling: bool = False
