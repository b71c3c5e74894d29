"""Het kadastrale perceel op een plek, uit de Kadastrale kaart van het Kadaster."""

from dataclasses import dataclass

from shapely import Point
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.hulpdiensten import Hulpdienst
from locatieplanner.bronnen.kaartobject import andere_vorm, rondom, vlak_op, vraag_objecten
from locatieplanner.bronnen.verzoek import Verzoeker, Verzoekgrenzen

_COLLECTIE = "perceel"
_DELEN = ("kadastrale_gemeente_waarde", "sectie", "perceelnummer")


@dataclass(frozen=True)
class Perceel:
    """Een kadastraal perceel.

    Parameters
    ----------
    aanduiding : str
        Kadastrale gemeente, sectie en nummer, zoals ``Haarlem B 7838``.
    vlak : BaseGeometry
        De grens, RD.
    oppervlakte_m2 : float
        De grootte die het Kadaster noemt; noemt het er geen, dan die van het vlak.
    """

    aanduiding: str
    vlak: BaseGeometry
    oppervlakte_m2: float


def perceel_op(
    punt: Point, dienst: Hulpdienst, grenzen: Verzoekgrenzen | None = None
) -> Perceel | None:
    """Zoek het perceel waar een punt in ligt.

    Parameters
    ----------
    punt : Point
        Een plek, RD.
    dienst : Hulpdienst
        De Kadastrale kaart.
    grenzen : Verzoekgrenzen, optional
        Hoe lang en hoe vaak; zonder zijn het die van de dienst.

    Returns
    -------
    Perceel or None
        None als er op die plek geen perceel is, zoals op zee of buiten Nederland.

    Raises
    ------
    DienstFout
        Als de dienst niet of anders dan verwacht antwoordt.
    """
    with Verzoeker(dienst.naam, grenzen or dienst.grenzen) as verzoeker:
        gevonden = vlak_op(vraag_objecten(verzoeker, dienst, _COLLECTIE, rondom(punt)), punt)
    if gevonden is None or gevonden.vorm is None:
        return None
    delen = [gevonden.tekst(deel) for deel in _DELEN]
    if not all(delen):
        raise andere_vorm(dienst, "een perceel zonder gemeente, sectie of nummer")
    grootte = gevonden.geheel("kadastrale_grootte_waarde")
    return Perceel(" ".join(delen), gevonden.vorm, float(grootte or gevonden.vorm.area))
