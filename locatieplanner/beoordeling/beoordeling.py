"""De beoordeling: elke kandidaat op de vier criteria, gewogen en gerangschikt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.beoordeling.bevindingen import (
    aandachtspunten,
    per_kandidaat,
    uitsluitingen,
)
from locatieplanner.beoordeling.toetsing import toets
from locatieplanner.beoordeling.weging import GEEN_RANG, Weegschaal, Weging
from locatieplanner.criteria.kleinschaligheid import kleinschaligheid
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.criteria.mix import mix
from locatieplanner.criteria.nabijheid import nabijheid
from locatieplanner.criteria.spreiding import spreiding
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.domein.notatie import procent
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.fouten import InvoerFout
from locatieplanner.opgave.gepland import gepland_per_gemeente

KOLOMMEN = (
    "id",
    "naam",
    "gemeente",
    "gemeentecode",
    "provincie",
    "type",
    "capaciteit",
    *(f"score_{criterium}" for criterium in CRITERIA),
    "score_totaal",
    "rang",
    "volledigheid",
    "uitsluitingen",
    "aandachtspunten",
)
"""Kolommen van een beoordeling in elk bestand, in deze volgorde."""

SCHEIDING = "; "

_CRITERIA = MappingProxyType(
    {
        "spreiding": spreiding,
        "kleinschaligheid": kleinschaligheid,
        "nabijheid": nabijheid,
        "mix": mix,
    }
)


@dataclass(frozen=True)
class Beoordeling:
    """Kandidaten met hun deelscores, en de weging daarvan.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Index ``id``, met ligging.
    omgeving : Omgeving
        Waartegen beoordeeld is.
    maten : Mapping of str to DataFrame
        Per criterium de uitkomst van zijn functie: score, delen en maten.
    uitsluitingen, aandachtspunten : tuple of tuple of str
        Per kandidaat de redenen, in rijvolgorde.
    niet_getoetst : tuple of tuple of str
        Per kandidaat de lagen waarop niet getoetst is, in rijvolgorde.
    weegschaal : Weegschaal
        De deelscores, klaar om te wegen.
    gewichten : Gewichten
        Waarmee gewogen is.
    weging : Weging
        Totaal, volledigheid en rang.
    """

    kandidaten: gpd.GeoDataFrame
    omgeving: Omgeving
    maten: Mapping[str, pd.DataFrame]
    uitsluitingen: tuple[tuple[str, ...], ...]
    aandachtspunten: tuple[tuple[str, ...], ...]
    niet_getoetst: tuple[tuple[str, ...], ...]
    weegschaal: Weegschaal
    gewichten: Gewichten
    weging: Weging

    @property
    def deelscores(self) -> pd.DataFrame:
        """Deelscore per criterium, 0–100; NaN is onbekend."""
        return pd.DataFrame({naam: self.maten[naam]["score"] for naam in CRITERIA})

    @property
    def uitgesloten(self) -> NDArray[np.bool_]:
        """Wie uitgesloten is, in rijvolgorde."""
        return self.weegschaal.uitgesloten

    @property
    def gepland_per_gemeente(self) -> pd.Series:
        """Plaatsen die als gepland tellen, per ``gemeentecode``."""
        return gepland_per_gemeente(
            self.kandidaten, self.omgeving.locatietypen, self.omgeving.parameters
        )

    def herweeg(self, gewichten: Gewichten) -> "Beoordeling":
        """Weeg dezelfde deelscores met andere gewichten."""
        weging = self.weegschaal.weeg(gewichten.aandelen)
        return replace(self, gewichten=gewichten, weging=weging)

    def rij(self, id: str) -> int:
        """Geef het rijnummer van een kandidaat.

        Raises
        ------
        InvoerFout
            Als er geen kandidaat met dit id is.
        """
        if id not in self.kandidaten.index:
            raise InvoerFout(f"Er is geen kandidaat met id '{id}'.")
        return int(self.kandidaten.index.get_loc(id))

    @property
    def onvoldoende_bekend(self) -> NDArray[np.bool_]:
        """Wie geen rang heeft omdat er te weinig bekend is, in rijvolgorde."""
        return np.asarray((self.weging.rang == GEEN_RANG) & ~self.uitgesloten, dtype=bool)

    @property
    def nergens_getoetst(self) -> tuple[str, ...]:
        """Lagen waarop geen enkele kandidaat getoetst is."""
        return tuple(laag.naam for laag in self.omgeving.toetslagen if laag.vlakken is None)

    def volgorde(self) -> NDArray[np.int64]:
        """Rijnummers op rang, dan op id; wie geen rang heeft staat achteraan."""
        rang = self.weging.rang
        achteraan = np.where(rang == GEEN_RANG, len(rang) + 1, rang)
        return np.lexsort((self.kandidaten.index.to_numpy(dtype=str), achteraan))

    def tabel(self) -> gpd.GeoDataFrame:
        """Geef de beoordeling als tabel op rangvolgorde, kolommen `KOLOMMEN` en ``geometry``.

        Scores zijn op één decimaal en aandelen op drie afgerond; onbekend is leeg (NA).
        """
        volgorde = self.volgorde()
        kandidaten = self.kandidaten.iloc[volgorde]
        rang = pd.Series(self.weging.rang[volgorde], dtype="Int64")
        scores = {
            f"score_{naam}": self.maten[naam]["score"].to_numpy()[volgorde].round(1)
            for naam in CRITERIA
        }
        kolommen = {
            "id": kandidaten.index.to_numpy(),
            **{
                naam: kandidaten[naam].to_numpy()
                for naam in ("naam", "gemeente", "gemeentecode", "provincie", "type", "capaciteit")
            },
            **scores,
            "score_totaal": self.weging.totaal[volgorde].round(1),
            "rang": rang.mask(rang == GEEN_RANG),
            "volledigheid": self.weging.volledigheid[volgorde].round(3),
            "uitsluitingen": [SCHEIDING.join(self.uitsluitingen[i]) for i in volgorde],
            "aandachtspunten": [
                SCHEIDING.join(self.aandachtspunten[i] + self.reden_zonder_rang(i))
                for i in volgorde
            ],
        }
        return gpd.GeoDataFrame(
            kolommen, geometry=kandidaten.geometry.to_numpy(), crs=kandidaten.crs
        )

    def reden_zonder_rang(self, rij: int) -> tuple[str, ...]:
        """De reden waarom een kandidaat geen rang heeft, als dat aan de gegevens ligt."""
        if self.uitgesloten[rij] or self.weging.rang[rij] != GEEN_RANG:
            return ()
        deel = procent(float(self.weging.volledigheid[rij]))
        return (f"onvoldoende bekend voor een rang: {deel} van het gewicht",)


def beoordeel(
    kandidaten: gpd.GeoDataFrame, omgeving: Omgeving, gewichten: Gewichten | None = None
) -> Beoordeling:
    """Beoordeel kandidaten op de vier criteria.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Gecontroleerde kandidaten, index ``id``, RD.
    omgeving : Omgeving
        Waartegen beoordeeld wordt.
    gewichten : Gewichten, optional
        Zonder telt elk criterium even zwaar.
    """
    gelegen = met_ligging(kandidaten, omgeving.gemeenten)
    maten = {naam: functie(gelegen, omgeving) for naam, functie in _CRITERIA.items()}
    toetsing = toets(gelegen, omgeving.toetslagen)
    redenen = per_kandidaat([*uitsluitingen(gelegen), *toetsing.uitsluitingen], len(gelegen))
    punten = [*aandachtspunten(gelegen, omgeving), *toetsing.aandachtspunten]
    # Zes decimalen: de volgorde waarin opgeteld werd, mag in geen uitkomst te zien zijn.
    deelscores = np.column_stack([maten[naam]["score"].to_numpy() for naam in CRITERIA]).round(6)
    weegschaal = Weegschaal.van(
        deelscores,
        np.array([bool(reden) for reden in redenen], dtype=bool),
        omgeving.parameters.getal("beoordeling.volledigheid_minimum"),
    )
    keuze = gewichten or Gewichten()
    return Beoordeling(
        kandidaten=gelegen,
        omgeving=omgeving,
        maten=MappingProxyType(maten),
        uitsluitingen=tuple(redenen),
        aandachtspunten=tuple(per_kandidaat(punten, len(gelegen))),
        niet_getoetst=toetsing.niet_getoetst,
        weegschaal=weegschaal,
        gewichten=keuze,
        weging=weegschaal.weeg(keuze.aandelen),
    )
