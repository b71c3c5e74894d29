"""Een plan op één moment, zoals een gebruiker het te zien krijgt."""

from collections.abc import Mapping
from dataclasses import dataclass

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.toegang import Planstand


@dataclass(frozen=True)
class Plankop:
    """Wat er van een plan in een lijst staat.

    Parameters
    ----------
    id, project : str
        Sleutel van het plan en van zijn project.
    naam : str
        Naam voor de gebruiker.
    gearchiveerd : bool
        Of het in het archief staat.
    nummer : int
        Nummer van de laatste versie.
    gewijzigd, door : str
        Wanneer (ISO 8601, UTC) en door wie het laatst.
    rol : Projectrol
        Wat de gebruiker in dit project is.
    """

    id: str
    project: str
    naam: str
    gearchiveerd: bool
    nummer: int
    gewijzigd: str
    door: str
    rol: Projectrol

    @classmethod
    def van(cls, stand: Planstand) -> "Plankop":
        """Maak de kop van waar een plan gebleven is."""
        return cls(
            stand.id, stand.project, stand.naam, stand.gearchiveerd, stand.nummer,
            stand.gewijzigd, stand.door, stand.rol,
        )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Planversie:
    """Een plan bij een nummer van zijn logboek.

    Parameters
    ----------
    kop : Plankop
        Welk plan; het nummer daarin is de laatste versie.
    nummer : int
        Welke versie dit is.
    inhoud : Planinhoud
        Wat erin staat. Voor een lezer staan beschermde locaties er per gemeente in: eigen id en
        naam, het punt van de gemeente, en verder alleen type, capaciteit en status.
    versies : mapping of str to int
        Per kandidaat de gebeurtenis die haar het laatst veranderde; leeg bij een oude versie.
    instellingversies : mapping of str to int
        Per instelling hetzelfde.
    afgeschermd : frozenset of str
        De id's in `inhoud` die voor een beschermde locatie staan; leeg voor een planner.
    """

    kop: Plankop
    nummer: int
    inhoud: Planinhoud
    versies: Mapping[str, int]
    instellingversies: Mapping[str, int]
    afgeschermd: frozenset[str] = frozenset()

    @property
    def is_laatste(self) -> bool:
        """Of dit bij het openen de laatste versie was; alleen dan is erop verder te werken."""
        return self.nummer == self.kop.nummer
