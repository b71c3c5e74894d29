"""De kandidaten in een rapport: als tabel met nummers, en als tekens met dezelfde nummers."""

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.kaarttekens import grootte_van, vorm_van
from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.rapport.deelbaar import AFGESCHERMD, deelbare_tabel, gedeelde_volgorde
from locatieplanner.rapport.document.inhoud import Tabelvak
from locatieplanner.rapport.document.kaartbeeld import Kaartpunt
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

_KOLOMMEN = (
    Tabelkolom("nr", "nr"),
    Tabelkolom("naam", "locatie"),
    Tabelkolom("gemeente", "gemeente", ontbreekt="–"),
    Tabelkolom("typenaam", "type"),
    Tabelkolom("capaciteit", "plaatsen", Kolomsoort.GEHEEL),
    Tabelkolom("score_totaal", "totaal", Kolomsoort.GETAL, "0–100"),
    Tabelkolom("rang", "rang", Kolomsoort.GEHEEL, ontbreekt="geen"),
    Tabelkolom("status", "status"),
)
_BREEDTEN = (0.8, 4.6, 2.6, 3.6, 1.6, 1.5, 1.1, 1.9)


@dataclass(frozen=True, eq=False)
class Kandidaten:
    """De kandidaten zoals zij in dit rapport gedeeld mogen worden.

    Parameters
    ----------
    tabel : GeoDataFrame
        De rijen van `deelbare_tabel`, op rangvolgorde.
    rijen : ndarray of int
        Bij elke rij het rijnummer in de beoordeling.
    """

    tabel: gpd.GeoDataFrame
    rijen: np.ndarray

    @classmethod
    def van(cls, beoordeling: Beoordeling, *, deel_beschermd: bool) -> "Kandidaten":
        """Geef alle kandidaten van een beoordeling."""
        tabel = deelbare_tabel(beoordeling, deel_beschermd=deel_beschermd)
        namen = {code: soort.naam for code, soort in beoordeling.omgeving.locatietypen.items()}
        tabel["typenaam"] = tabel["type"].map(namen)
        return cls(tabel, gedeelde_volgorde(beoordeling, deel_beschermd=deel_beschermd))

    def waar(self, kies: Callable[[gpd.GeoDataFrame], pd.Series]) -> "Kandidaten":
        """Geef de kandidaten waarvoor `kies` waar is."""
        masker = kies(self.tabel).to_numpy(dtype=bool)
        return Kandidaten(self.tabel[masker].reset_index(drop=True), self.rijen[masker])

    @property
    def met_rang(self) -> int:
        """Hoeveel kandidaten een rang hebben."""
        return int(self.tabel["rang"].notna().sum())

    @property
    def afgeschermd(self) -> pd.Series:
        """Welke rijen alleen per gemeente gedeeld worden."""
        dicht: pd.Series = self.tabel["aandachtspunten"].eq(AFGESCHERMD)
        return dicht


def kandidatenvak(
    kandidaten: Kandidaten, titel: str, herkomst: str, *, met_gemeente: bool
) -> Tabelvak:
    """Geef de kandidaten als genummerde tabel.

    Parameters
    ----------
    kandidaten : Kandidaten
        Wie erin komt, in volgorde.
    titel, herkomst : str
        Boven en onder de tabel.
    met_gemeente : bool
        Of de gemeente een kolom krijgt.
    """
    gegevens = pd.DataFrame(kandidaten.tabel.drop(columns="geometry"))
    gegevens["nr"] = [str(nummer) for nummer in range(1, len(gegevens) + 1)]
    dicht = kandidaten.afgeschermd
    gegevens["status"] = gegevens["status"].mask(dicht, "niet gedeeld")
    uitgesloten = gegevens["uitsluitingen"].ne("")
    gegevens["status"] = gegevens["status"].mask(
        uitgesloten & ~dicht, gegevens["status"] + ", uitgesloten"
    )
    kies = [n for n, kolom in enumerate(_KOLOMMEN) if met_gemeente or kolom.naam != "gemeente"]
    return Tabelvak(
        Tabel(titel, gegevens, tuple(_KOLOMMEN[n] for n in kies), herkomst),
        tuple(_BREEDTEN[n] for n in kies),
    )


def kaartpunten(beoordeling: Beoordeling, kandidaten: Kandidaten) -> tuple[Kaartpunt, ...]:
    """Geef de kandidaten als tekens met hun nummer; wat afgeschermd is, staat niet op de kaart."""
    tabel = kandidaten.tabel
    punten = shapely.point_on_surface(tabel.geometry.to_numpy())
    # De score zoals zij er staat: een afgeronde 20,0 hoort bij de klasse die bij 20 begint.
    klassen = SCOREKLASSEN.klasse_van(
        tabel["score_totaal"].to_numpy(dtype=np.float64),
        uitgesloten=beoordeling.uitgesloten[kandidaten.rijen],
    )
    onbekend = SCOREKLASSEN.klasse_van(np.full(len(tabel), np.nan))
    klassen = np.where(beoordeling.onvoldoende_bekend[kandidaten.rijen], onbekend, klassen)
    vormen, groottes = vorm_van(tabel["type"]), grootte_van(tabel["capaciteit"])
    dicht = kandidaten.afgeschermd.to_numpy(dtype=bool)
    return tuple(
        Kaartpunt(
            x=float(shapely.get_x(punten[rij])),
            y=float(shapely.get_y(punten[rij])),
            label=str(rij + 1),
            naam=str(tabel["naam"].iloc[rij]),
            klasse=int(klassen[rij]),
            vorm=int(vormen[rij]),
            grootte=int(groottes[rij]),
        )
        for rij in range(len(tabel))
        if not dicht[rij]
    )
