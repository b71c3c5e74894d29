"""Laagstijlen: hoe een kaartlaag eruitziet, naar wat zij voor een plek betekent.

Kleuren zijn veilig bij kleurenblindheid en komen in geen van de klassen voor; ook zonder kleur is
elke stijl te herkennen: een uitsluiting kruist, een aandachtspunt heeft één richting, context is
alleen een lijn.
"""

from dataclasses import dataclass
from enum import StrEnum


class Laagstijl(StrEnum):
    """Wat een kaartlaag voor een plek betekent; in deze volgorde boven elkaar getekend."""

    CONTEXT = "context"
    AANDACHTSPUNT = "aandachtspunt"
    UITSLUITING = "uitsluiting"
    VOORZIENING = "voorziening"

    @property
    def nummer(self) -> int:
        """Rangnummer; zo heet de stijl in de browser."""
        return list(Laagstijl).index(self)


@dataclass(frozen=True)
class Patroon:
    """Een arcering met de streep van haar rand.

    Parameters
    ----------
    arcering : str
        Naam van de arcering; leeg is geen vulling.
    streep : tuple of int
        Lengtes van streep en tussenruimte, beeldpunten; leeg is een doorgetrokken lijn.
    """

    arcering: str
    streep: tuple[int, ...] = ()


@dataclass(frozen=True)
class Uiterlijk:
    """Hoe lagen van één stijl eruitzien.

    Parameters
    ----------
    kleur : str
        Kleur van rand, arcering en punten als ``#rrggbb``.
    dikte : float
        Dikte van de rand, beeldpunten.
    patronen : tuple of Patroon
        Waarmee lagen van dezelfde stijl uit elkaar te houden zijn.
    """

    kleur: str
    dikte: float
    patronen: tuple[Patroon, ...]


UITERLIJK = {
    Laagstijl.CONTEXT: Uiterlijk(
        "#37474f", 1.3,
        (Patroon("", (1, 4)), Patroon("", (6, 4)), Patroon("", (10, 4, 2, 4)),
         Patroon("", (14, 5))),
    ),
    Laagstijl.AANDACHTSPUNT: Uiterlijk(
        "#8c510a", 1.5,
        (Patroon("dalend", (6, 3)), Patroon("liggend", (6, 3)), Patroon("staand", (6, 3)),
         Patroon("stippels", (6, 3)), Patroon("stijgend", (6, 3))),
    ),
    Laagstijl.UITSLUITING: Uiterlijk(
        "#8c0040", 2.2, (Patroon("kruis"), Patroon("raster"), Patroon("dichtkruis"))
    ),
    Laagstijl.VOORZIENING: Uiterlijk("#5b1a4f", 1.5, (Patroon(""),)),
}  # fmt: skip
"""Uiterlijk per stijl."""
