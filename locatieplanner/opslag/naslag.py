"""Wat de opslag van locaties moet weten: hun typen, hun groepen en in welke gemeente zij liggen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import geopandas as gpd

from locatieplanner.bronnen.lagen import lees_gemeenten
from locatieplanner.bronnen.tabellen import lees_aandachtsgroepen, lees_locatietypen
from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.invoer.schema import kolomvolgorde


@dataclass(frozen=True)
class Naslag:
    """De tabellen waarmee een kandidaat te lezen en zo nodig af te schermen is.

    Parameters
    ----------
    locatietypen : Mapping of str to Locatietype
        Per code het type.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code de groep; samen bepalen zij de kolommen ``aandeel_<code>``.
    lees_gemeenten : callable, optional
        Geeft de gemeenten (index ``gemeentecode``, kolom ``gemeente``, vlakken in RD); wordt pas
        aangeroepen als er iets af te schermen is.
    """

    locatietypen: Mapping[str, Locatietype]
    aandachtsgroepen: Mapping[str, Aandachtsgroep]
    lees_gemeenten: Callable[[], gpd.GeoDataFrame] = field(default=lees_gemeenten, repr=False)

    @classmethod
    def ingebouwd(cls) -> "Naslag":
        """Geef de ingebouwde tabellen."""
        return cls(lees_locatietypen(), lees_aandachtsgroepen())

    @cached_property
    def kolommen(self) -> list[str]:
        """De kolommen van een kandidatentabel, de geometrie als laatste."""
        return kolomvolgorde(self.aandachtsgroepen)

    @cached_property
    def gemeenten(self) -> gpd.GeoDataFrame:
        """De gemeenten."""
        return self.lees_gemeenten()

    @cached_property
    def beschermde_kolommen(self) -> tuple[str, ...]:
        """De aandelen van groepen met een beschermde ligging."""
        return tuple(g.kolom for g in self.aandachtsgroepen.values() if g.beschermd)

    def is_beschermd(self, velden: Mapping[str, object]) -> bool:
        """Of een kandidaat een beschermde ligging vraagt; bij een onbekend type is dat zo.

        Parameters
        ----------
        velden : Mapping of str to object
            De kandidaat, zie `opslag.json_kandidaten`.
        """
        soort = self.locatietypen.get(str(velden.get("type", "")))
        if soort is None or soort.beschermd:
            return True
        aandelen = (velden.get(kolom) for kolom in self.beschermde_kolommen)
        return any(isinstance(aandeel, int | float) and aandeel > 0 for aandeel in aandelen)
