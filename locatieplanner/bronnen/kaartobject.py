"""Objecten op een plek, uit een collectie van een OGC API: een perceel, een pand.

Anders dan een laag (`ogc_features`) is dit één klein verzoek, waarvan niets bewaard wordt.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.antwoord import Antwoord, dienstfout
from locatieplanner.bronnen.hulpdiensten import BESTAND, Hulpdienst
from locatieplanner.bronnen.rdvormen import (
    eigenschappen,
    eis_nederland,
    lees_objecten,
    lees_vormen,
    maak_bruikbaar,
)
from locatieplanner.bronnen.verzoek import Verzoeker
from locatieplanner.fouten import DienstFout

MEESTE = 1_000
"""Meer objecten geeft PDOK niet in één antwoord."""

_RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
_AANVAARD = "application/geo+json, application/json;q=0.9"
_RAND_M = 1.0


@dataclass(frozen=True)
class Kaartobject:
    """Een object zoals de dienst het geeft.

    Parameters
    ----------
    id : str
        Kenmerk van het object bij de dienst.
    velden : Mapping of str to object
        De eigenschappen, met de namen van de dienst.
    vorm : BaseGeometry or None
        Vorm in RD; None als er geen bruikbare is.
    """

    id: str
    velden: Mapping[str, object]
    vorm: BaseGeometry | None

    def tekst(self, veld: str) -> str:
        """Geef een veld als tekst; leeg als het er niet is."""
        waarde = self.velden.get(veld)
        return "" if waarde is None else str(waarde).strip()

    def geheel(self, veld: str) -> int | None:
        """Geef een veld als geheel getal; None als het er niet is of geen getal is."""
        waarde = self.velden.get(veld)
        if isinstance(waarde, bool) or not isinstance(waarde, int | float | str):
            return None
        try:
            return round(float(waarde))
        except (ValueError, OverflowError):
            return None

    def teksten(self, veld: str) -> tuple[str, ...]:
        """Geef een veld met meer waarden, als lijst of met komma's ertussen."""
        waarde = self.velden.get(veld)
        delen = waarde if isinstance(waarde, list) else self.tekst(veld).split(",")
        schoon = (str(deel).strip() for deel in delen)
        return tuple(dict.fromkeys(deel for deel in schoon if deel))


def vraag_objecten(
    verzoeker: Verzoeker,
    dienst: Hulpdienst,
    collectie: str,
    omvang: tuple[float, float, float, float],
) -> tuple[Kaartobject, ...]:
    """Vraag de objecten die een kleine rechthoek raken.

    Parameters
    ----------
    verzoeker : Verzoeker
        Doet het verzoek.
    dienst : Hulpdienst
        Een OGC API Features die RD kent.
    collectie : str
        Naam van de collectie.
    omvang : tuple of float
        ``x_min, y_min, x_max, y_max`` in RD, meters.

    Returns
    -------
    tuple of Kaartobject
        Hoogstens `MEESTE`.

    Raises
    ------
    DienstFout
        Als de dienst niet of anders dan verwacht antwoordt.
    """
    velden = verzoeker.lees(
        f"{dienst.adres}/collections/{collectie}/items",
        Antwoord.tabel,
        {
            "bbox": ",".join(f"{waarde:.2f}" for waarde in omvang),
            "bbox-crs": _RD,
            "crs": _RD,
            "limit": str(MEESTE),
        },
        aanvaard=_AANVAARD,
    )
    objecten = lees_objecten(dienst.naam, velden)
    vormen, _ = maak_bruikbaar(lees_vormen(objecten))
    eis_nederland(dienst.naam, vormen)
    return tuple(
        Kaartobject(str(object_.get("id", "")), eigen, vorm)
        for object_, eigen, vorm in zip(objecten, eigenschappen(objecten), vormen, strict=True)
    )


def rondom(punt: Point) -> tuple[float, float, float, float]:
    """Geef de rechthoek van een meter rond een punt."""
    return (punt.x - _RAND_M, punt.y - _RAND_M, punt.x + _RAND_M, punt.y + _RAND_M)


def vlak_op(objecten: Iterable[Kaartobject], punt: Point) -> Kaartobject | None:
    """Geef het object waar een punt in ligt.

    Liggen er meer over elkaar, zoals bij een pand op poten, dan is het het kleinste.
    """
    hier = [
        (object_.vorm.area, object_.id, object_)
        for object_ in objecten
        if object_.vorm is not None and object_.vorm.area > 0 and shapely.covers(object_.vorm, punt)
    ]
    return min(hier, key=lambda rij: rij[:2])[2] if hier else None


def andere_vorm(dienst: Hulpdienst, wat: str) -> DienstFout:
    """Maak de fout van een dienst die iets anders geeft dan wij kennen."""
    return dienstfout(
        dienst.naam, f"geeft {wat}", f"Kijk in lagen/{BESTAND} na of het adres nog klopt."
    )
