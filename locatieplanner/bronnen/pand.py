"""Het pand op een plek, uit de Basisregistratie Adressen en Gebouwen (BAG).

Het vloeroppervlak is de som van de gebruiksoppervlakten van de verblijfsobjecten in het pand, in
m². Ligt een verblijfsobject in meer panden, dan telt het in elk daarvan geheel mee. Is van een
verblijfsobject de oppervlakte niet bekend, dan is de som het ook niet.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from shapely import Point
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.hulpdiensten import Hulpdienst
from locatieplanner.bronnen.kaartobject import (
    MEESTE,
    Kaartobject,
    andere_vorm,
    rondom,
    vlak_op,
    vraag_objecten,
)
from locatieplanner.bronnen.verzoek import Verzoeker, Verzoekgrenzen

_PAND, _VERBLIJFSOBJECT = "pand", "verblijfsobject"
_VERWIJZING = "pand.href"
# Wat er niet (meer) staat: de BAG bewaart het, maar er is niets te kiezen.
_VERDWENEN = frozenset({"Pand gesloopt", "Pand ten onrechte opgevoerd", "Niet gerealiseerd pand"})
_VERVALLEN = frozenset(
    {
        "Verblijfsobject ingetrokken",
        "Verblijfsobject ten onrechte opgevoerd",
        "Niet gerealiseerd verblijfsobject",
    }
)
# Zo schrijft de BAG een oppervlakte die niemand weet.
_ONBEKEND_M2 = 999_999


@dataclass(frozen=True)
class Pand:
    """Een pand uit de BAG.

    Parameters
    ----------
    id : str
        Identificatie in de BAG, zestien cijfers.
    vlak : BaseGeometry
        De omtrek van boven gezien, RD.
    oppervlakte_m2 : float
        Grondvlak.
    bouwjaar : int or None
        Oorspronkelijk bouwjaar; None als het niet bekend is.
    status : str
        In de woorden van de BAG, zoals ``Pand in gebruik``.
    gebruik : tuple of str
        Gebruiksdoelen, zoals ``woonfunctie``; leeg als er geen zijn.
    vloeroppervlak_m2 : float or None
        Gebruiksoppervlakte van alle verblijfsobjecten samen; None als zij niet bekend is.
    aantal_verblijfsobjecten : int or None
        Hoeveel er in het pand liggen; None als dat niet bekend is.
    """

    id: str
    vlak: BaseGeometry
    oppervlakte_m2: float
    bouwjaar: int | None
    status: str
    gebruik: tuple[str, ...]
    vloeroppervlak_m2: float | None
    aantal_verblijfsobjecten: int | None


def pand_op(punt: Point, dienst: Hulpdienst, grenzen: Verzoekgrenzen | None = None) -> Pand | None:
    """Zoek het pand waar een punt in ligt.

    Parameters
    ----------
    punt : Point
        Een plek, RD.
    dienst : Hulpdienst
        De BAG.
    grenzen : Verzoekgrenzen, optional
        Hoe lang en hoe vaak; zonder zijn het die van de dienst.

    Returns
    -------
    Pand or None
        None als er op die plek geen pand is.

    Raises
    ------
    DienstFout
        Als de dienst niet of anders dan verwacht antwoordt.
    """
    with Verzoeker(dienst.naam, grenzen or dienst.grenzen) as verzoeker:
        panden = vraag_objecten(verzoeker, dienst, _PAND, rondom(punt))
        pand = vlak_op((p for p in panden if p.tekst("status") not in _VERDWENEN), punt)
        if pand is None or pand.vorm is None:
            return None
        if not pand.tekst("identificatie"):
            raise andere_vorm(dienst, "een pand zonder identificatie")
        # Een verblijfsobject ligt met zijn punt in het pand; de omtrek is dus ruim genoeg.
        rondom_pand = vraag_objecten(verzoeker, dienst, _VERBLIJFSOBJECT, pand.vorm.bounds)
    aantal = pand.geheel("aantal_verblijfsobjecten")
    erin = [v for v in rondom_pand if _ligt_in(v, pand) and v.tekst("status") not in _VERVALLEN]
    volledig = len(rondom_pand) < MEESTE and len(erin) >= (aantal or 0)
    return Pand(
        id=pand.tekst("identificatie"),
        vlak=pand.vorm,
        oppervlakte_m2=float(pand.vorm.area),
        bouwjaar=pand.geheel("bouwjaar"),
        status=pand.tekst("status"),
        gebruik=pand.teksten("gebruiksdoel"),
        vloeroppervlak_m2=_vloeroppervlak_m2(erin) if volledig else None,
        aantal_verblijfsobjecten=aantal,
    )


def _ligt_in(verblijfsobject: Kaartobject, pand: Kaartobject) -> bool:
    """Of een verblijfsobject naar dit pand verwijst; het webadres eindigt op diens kenmerk."""
    verwijzingen = verblijfsobject.teksten(_VERWIJZING)
    return any(adres.rstrip("/").rpartition("/")[2] == pand.id for adres in verwijzingen)


def _vloeroppervlak_m2(verblijfsobjecten: Iterable[Kaartobject]) -> float | None:
    oppervlakten = [v.geheel("oppervlakte") for v in verblijfsobjecten]
    bekend = [m2 for m2 in oppervlakten if m2 is not None and 0 < m2 < _ONBEKEND_M2]
    return float(sum(bekend)) if bekend and len(bekend) == len(oppervlakten) else None
