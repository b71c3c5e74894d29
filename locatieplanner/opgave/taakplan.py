"""Wat een plan aan de taakstelling bijdraagt: plaatsen en woningen voor statushouders.

Alleen kandidaten van een type dat voor de taakstelling telt doen mee (``telt_voor_taakstelling`` in
``lagen/locatietypen.toml``: flexwoningen en gemengd wonen). Zij tellen in het halfjaar waarin zij
beschikbaar komen::

    personen = capaciteit · aandeel statushouders

Een kandidaat waarvan de mix, de begindatum of de gemeente onbekend is, of die nog niet ver genoeg
is om gepland te heten, telt niet mee en staat in een lijst, met wat eraan te doen is.
"""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from locatieplanner.domein.aandachtsgroep import STATUSHOUDERS
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.kandidaat import VERVALLEN
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.bewoners import personen_per_groep, woningen_per_groep
from locatieplanner.opgave.gepland import ver_genoeg, wat_niet_telt

_HERSTEL_STATUS = "werk de status bij, of zet 'Gepland telt vanaf' op een eerdere stap"


@dataclass(frozen=True, eq=False)
class Taakplan:
    """Wat er van een plan voor de taakstelling telt, en wat niet.

    Parameters
    ----------
    telt : DataFrame
        Index ``id``: ``naam``, ``gemeentecode``, ``halfjaar`` (tekst), ``personen`` en
        ``woningen`` voor statushouders (woningen zijn een schatting).
    telt_niet : DataFrame
        Index ``id``: ``naam``, ``gemeentecode`` (NA = buiten elke gemeente), ``personen`` (NaN =
        onbekend), ``reden`` en ``herstel``.
    """

    telt: pd.DataFrame
    telt_niet: pd.DataFrame

    def per_gemeente(self, halfjaar: Halfjaar, codes: pd.Index) -> pd.DataFrame:
        """Tel ``personen`` en ``woningen`` van een halfjaar per gemeente; niets is nul."""
        dan = self.telt[self.telt["halfjaar"] == str(halfjaar)]
        som = dan.groupby("gemeentecode")[["personen", "woningen"]].sum()
        return som.reindex(codes, fill_value=0.0)

    def in_gemeenten(self, codes: pd.Index) -> "Taakplan":
        """Geef het plan in deze gemeenten; wat buiten elke gemeente ligt blijft in de lijst."""
        niet = self.telt_niet["gemeentecode"]
        return Taakplan(
            self.telt[self.telt["gemeentecode"].isin(codes)],
            self.telt_niet[niet.isin(codes) | niet.isna()],
        )


def taakplan(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> Taakplan:
    """Geef wat een plan aan de taakstelling bijdraagt.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Index ``id``; met ligging, zie `locatieplanner.criteria.ligging.met_ligging`.
    omgeving : Omgeving
        Met locatietypen, aandachtsgroepen en ``opgave.gepland_vanaf``.
    """
    soorten = [c for c, soort in omgeving.locatietypen.items() if soort.telt_voor_taakstelling]
    wonen = kandidaten[
        kandidaten["type"].isin(soorten) & ~kandidaten["status"].isin(list(VERVALLEN))
    ]
    groepen = omgeving.aandachtsgroepen
    tabel = pd.DataFrame(wonen[["naam", "gemeentecode"]]).assign(
        halfjaar=[
            "" if pd.isna(datum) else str(Halfjaar.van(datum)) for datum in wonen["beschikbaar_van"]
        ],
        personen=personen_per_groep(wonen, groepen)[STATUSHOUDERS],
        woningen=woningen_per_groep(wonen, groepen)[STATUSHOUDERS],
    )
    tabel = tabel[tabel["personen"] != 0]
    genoeg = pd.Series(ver_genoeg(wonen["status"], omgeving.parameters), index=wonen.index)
    # De volgorde is die waarin een gebruiker ze kan oplossen.
    bezwaren = (
        (~genoeg[tabel.index], wat_niet_telt(omgeving.parameters), _HERSTEL_STATUS),
        (tabel["personen"].isna(), "aandeel statushouders onbekend", "vul de aandelen in"),
        (tabel["halfjaar"] == "", "begindatum onbekend", "vul beschikbaar_van in"),
        (tabel["gemeentecode"].isna(), "ligt buiten elke gemeente", "verbeter de ligging"),
    )
    telt = pd.Series(True, index=tabel.index)
    reden, herstel = (pd.Series("", index=tabel.index) for _ in range(2))
    for masker, wat, hoe in bezwaren:
        telt &= ~masker
        reden = reden.mask(masker, _erbij(reden, wat))
        herstel = herstel.mask(masker, _erbij(herstel, hoe))
    niet = tabel.assign(reden=reden, herstel=herstel)[~telt]
    return Taakplan(tabel[telt], niet[["naam", "gemeentecode", "personen", "reden", "herstel"]])


def _erbij(tekst: pd.Series, wat: str) -> pd.Series:
    return tekst.where(tekst == "", tekst + "; ") + wat
