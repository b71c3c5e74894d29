"""Wat een rapport nodig heeft naast de beoordeling, en wat op elk rapport staat."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import geopandas as gpd

from locatieplanner import __version__
from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.notatie import datum
from locatieplanner.domein.taakstelling import Landelijk

Laagdeel = Mapping[str, str]
"""Van een laag of deel daarvan: ``laag``, ``gebied``, ``sha256`` en ``peildatum``."""


@dataclass(frozen=True, eq=False)
class Rapportgegevens:
    """Wat een rapport nodig heeft naast de beoordeling.

    Parameters
    ----------
    datum : str
        Dag waarop het rapport gemaakt is, ISO 8601.
    plan : str
        Naam van het plan of bestand waar de kandidaten uit komen.
    versie : str
        Versie van het plan; leeg als het er geen heeft.
    kaart : GeoDataFrame
        Gemeenten om te tonen: index ``gemeentecode``, ``gemeente`` en vlakken in RD.
    lagen : tuple of Laagdeel
        De lagen waarmee gerekend is, met de afdruk van hun inhoud.
    landelijk : Mapping of Halfjaar to Landelijk
        De landelijke taakstelling per halfjaar.
    inwoners : Herkomst
        Van de inwoners per gemeente.
    deel_beschermd : bool
        False voor wie geen planner is: van een beschermde locatie staat er dan alleen de gemeente.
    """

    datum: str
    plan: str
    kaart: gpd.GeoDataFrame
    versie: str = ""
    lagen: tuple[Laagdeel, ...] = ()
    landelijk: Mapping[Halfjaar, Landelijk] = field(default_factory=dict)
    inwoners: Herkomst = field(default_factory=lambda: Herkomst("", "", Status.ONBEKEND))
    deel_beschermd: bool = True

    @property
    def opgehaald(self) -> frozenset[str]:
        """Lagen waarvan er ten minste één deel opgehaald is."""
        return frozenset(deel["laag"] for deel in self.lagen if "." not in deel["laag"])

    @property
    def lagenmerk(self) -> str:
        """De eerste tekens van één afdruk over alle lagen; leeg zonder lagen."""
        if not self.lagen:
            return ""
        regels = sorted(f"{deel['laag']} {deel['gebied']} {deel['sha256']}" for deel in self.lagen)
        return hashlib.sha256("\n".join(regels).encode()).hexdigest()[:12]


def kenmerken(beoordeling: Beoordeling, gegevens: Rapportgegevens) -> tuple[tuple[str, str], ...]:
    """Geef wat boven elk rapport staat: dag, plan, doelset, gegevens en programma."""
    versie = f", versie {gegevens.versie}" if gegevens.versie else ""
    gebruik = "" if gegevens.deel_beschermd else "voor derden, zonder beschermde ligging"
    paren = (
        ("Gemaakt op", datum(gegevens.datum)),
        ("Plan", f"{gegevens.plan}{versie}"),
        ("Doelset", beoordeling.omgeving.doelset.naam),
        ("Gegevens", gegevens.lagenmerk and f"afdruk {gegevens.lagenmerk}"),
        ("Programma", f"locatieplanner {__version__}"),
        ("Gebruik", gebruik),
    )
    return tuple(paar for paar in paren if paar[1])
