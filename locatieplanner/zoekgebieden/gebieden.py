"""Zoekgebieden: cellen met een hoge score die aan elkaar liggen, geordend en uitgelegd.

Een cel doet mee als haar totaal ten minste de drempel is, er genoeg van bekend is en niets haar
uitsluit. Cellen van één gemeente die elkaar raken, ook op een hoek, zijn samen een gebied: wat een
plek doet hangt af van haar gemeente, en wie erover gaat ook. Een te klein gebied valt af. De
volgorde is die van de gemiddelde totaalscore; bij gelijke score gaat het grootste gebied voor, en
dan de laagste gemeentecode.
"""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from rasterio import Affine
from rasterio.features import shapes
from scipy import ndimage

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.notatie import getal, kort_getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import InvoerFout
from locatieplanner.zoekgebieden.banden import AANDACHT, GEEN, TOTAAL, UITGESLOTEN, Getallen16
from locatieplanner.zoekgebieden.instelling import Instelling
from locatieplanner.zoekgebieden.redenen import met_redenen
from locatieplanner.zoekgebieden.zoekraster import Zoekraster

_M2_PER_HA = 10_000
_BUREN = np.ones((3, 3), dtype=bool)


@dataclass(frozen=True)
class Grens:
    """Wanneer cellen samen een zoekgebied zijn.

    Parameters
    ----------
    drempel : float
        Kleinste totaalscore van een cel, punten.
    kleinste_ha : float
        Kleinste oppervlakte van een gebied.
    hoogstens : int
        Meeste gebieden in de uitkomst.

    Raises
    ------
    InvoerFout
        Als een waarde niet kan.
    """

    drempel: float
    kleinste_ha: float
    hoogstens: int

    def __post_init__(self) -> None:
        if not 0 <= self.drempel <= 100:
            raise InvoerFout(
                f"De drempel is {kort_getal(self.drempel)}; geef een score tussen 0 en 100."
            )
        if self.kleinste_ha < 0 or self.hoogstens < 1:
            raise InvoerFout("Geef een oppervlakte van nul of meer en ten minste één gebied.")

    @classmethod
    def van(cls, parameters: Parameters, drempel: float | None = None) -> "Grens":
        """Geef de grens volgens de parameters, eventueel met een andere drempel."""
        standaard = parameters.getal("zoekgebieden.drempel_punten")
        return cls(
            drempel=standaard if drempel is None else drempel,
            kleinste_ha=parameters.getal("zoekgebieden.kleinste_ha"),
            hoogstens=int(parameters.getal("zoekgebieden.hoogstens_gebieden")),
        )


@dataclass(frozen=True)
class Zoekgebieden:
    """De gebieden van een zoekraster.

    Parameters
    ----------
    tabel : GeoDataFrame
        Index ``id`` (``Z1``, …) op rang: ``rang``, ``naam``, ``gemeente``, ``gemeentecode``,
        ``provincie``, ``oppervlakte_ha``, ``cellen``,
        ``score_totaal`` en per criterium ``score_<criterium>`` (gemiddelden; NaN = onbekend),
        ``aandacht`` (deel van de cellen met een aandachtspunt), ``x`` en ``y`` (midden van de beste
        cel: waar het meest bekend is, die met de hoogste score), en wat daar geldt: ``voor``,
        ``tegen``, ``voorzieningen``, ``aandachtspunten``, ``niet_bekend``, ``niet_getoetst``.
        Vlakken in RD.
    beoordeling : Beoordeling
        Van de beste cel van elk gebied, met hetzelfde id.
    instelling : Instelling
        Wat er zou komen, en hoe er gewogen is.
    grens : Grens
        Waarmee gezocht is.
    gevonden : int
        Gebieden die groot genoeg zijn, ook die niet in de tabel passen.
    cellen : int
        Cellen die aan de drempel voldoen, ook in te kleine gebieden.
    """

    tabel: gpd.GeoDataFrame
    beoordeling: Beoordeling
    instelling: Instelling
    grens: Grens
    gevonden: int
    cellen: int


def zoek_gebieden(
    raster: Zoekraster, omgeving: Omgeving, instelling: Instelling, grens: Grens
) -> Zoekgebieden:
    """Zoek gebieden in een zoekraster.

    Parameters
    ----------
    raster : Zoekraster
        Wat doorgerekend is.
    omgeving : Omgeving
        Waartegen; legt de beste cel van elk gebied uit.
    instelling : Instelling
        Met de gewichten waarmee nu gewogen wordt; dat mogen andere zijn dan die van het raster.
    grens : Grens
        Wanneer cellen een gebied zijn.

    Raises
    ------
    InvoerFout
        Als het raster te groot is om in één keer te doorzoeken.
    """
    par = omgeving.parameters
    toets_omvang(raster.venster.cellen, par)
    weging = instelling.weging
    stapel = raster.stapel()
    # Afgerond zoals in het raster: wat daar de drempel haalt, hoort hier bij een gebied.
    bewaard = TOTAAL.bewaar(stapel.weeg(weging))
    totaal = TOTAAL.lees(bewaard)
    goed = (bewaard != GEEN) & (bewaard >= np.ceil(round(grens.drempel / TOTAAL.schaal, 6)))
    goed &= stapel.genoeg_bekend(weging, par.getal("beoordeling.volledigheid_minimum"))
    toetsing = raster.lees_getallen("toetsing").ravel()
    goed &= toetsing != UITGESLOTEN
    gemeente = raster.lees_getallen("gemeente")
    nummers = _nummer(goed.reshape(raster.venster.vorm), gemeente)
    plat = nummers.ravel()
    ha = raster.venster.rooster.cel_m**2 / _M2_PER_HA
    cellen = np.bincount(plat)
    cellen[0] = 0
    groot = np.flatnonzero((cellen > 0) & (cellen * ha >= grens.kleinste_ha))
    som = np.bincount(plat[goed], weights=totaal[goed], minlength=len(cellen))
    gemiddeld = np.round(som[groot] / cellen[groot], 6)
    volgorde = groot[np.lexsort((groot, -cellen[groot], -gemiddeld))][: grens.hoogstens]
    rang = np.zeros(len(cellen), dtype=np.int32)
    rang[volgorde] = np.arange(1, len(volgorde) + 1)
    rangen = rang[nummers]
    waar = np.flatnonzero(rangen)
    gebied = rangen.ravel()[waar] - 1
    aantal = len(volgorde)
    scores = {
        f"score_{naam}": _gemiddelde(raster, f"score_{naam}", waar, gebied, aantal)
        for naam in (*CRITERIA, *(eigen.naam for eigen in instelling.eigen_criteria))
    }
    # Van de cellen waar het meest bekend is die met de hoogste score: een score die hoog is doordat
    # er weinig bekend is, legt niets uit. Van gelijke telt de noordelijkste, dan de westelijkste.
    bekend = stapel.volledigheid(weging)[stapel.patroon[waar]]
    op_score = np.lexsort((waar, -totaal[waar], -bekend, gebied))
    beste = waar[op_score[np.searchsorted(gebied[op_score], np.arange(aantal))]]
    plekken = raster.venster.middens()[beste]
    tabel = gpd.GeoDataFrame(
        {
            "rang": np.arange(1, aantal + 1),
            "gemeentecode": [f"GM{code:04d}" for code in gemeente.ravel()[beste].tolist()],
            "oppervlakte_ha": cellen[volgorde] * ha,
            "cellen": cellen[volgorde],
            "score_totaal": som[volgorde] / cellen[volgorde],
            **scores,
            "aandacht": np.bincount(gebied, toetsing[waar] == AANDACHT, aantal) / cellen[volgorde],
            "x": plekken[:, 0],
            "y": plekken[:, 1],
        },
        geometry=_vlakken(rangen, raster, aantal),
        index=pd.Index([f"Z{nummer}" for nummer in range(1, aantal + 1)], dtype="str", name="id"),
        crs=RD,
    )
    uitgelegd, beoordeling = met_redenen(tabel, omgeving, instelling)
    return Zoekgebieden(uitgelegd, beoordeling, instelling, grens, len(groot), int(goed.sum()))


def toets_omvang(cellen: int, parameters: Parameters) -> None:
    """Controleer of gebieden in zoveel cellen in één keer te zoeken zijn.

    Raises
    ------
    InvoerFout
        Als het er te veel zijn.
    """
    hoogstens = parameters.getal("zoekgebieden.gebieden_cellen_hoogstens")
    if cellen > hoogstens:
        raise InvoerFout(
            f"In {getal(cellen)} cellen zijn niet in één keer zoekgebieden te zoeken; er passen er "
            f"{getal(hoogstens)}. Kies een kleiner gebied of een grovere resolutie, of maak alleen "
            "het raster."
        )


def _gemiddelde(
    raster: Zoekraster,
    naam: str,
    waar: NDArray[np.int64],
    gebied: NDArray[np.int32],
    aantal: int,
) -> NDArray[np.float64]:
    """Per gebied het gemiddelde van een band over wat bekend is; NaN als niets bekend is."""
    waarden = raster.lees(naam).ravel()[waar].astype(np.float64)
    bekend = ~np.isnan(waarden)
    keer = np.bincount(gebied[bekend], minlength=aantal)
    som = np.bincount(gebied[bekend], waarden[bekend], aantal)
    return np.asarray(np.divide(som, keer, out=np.full(aantal, np.nan), where=keer > 0))


def _nummer(goed: NDArray[np.bool_], gemeente: Getallen16) -> NDArray[np.int32]:
    """Geef de goede cellen van elke gemeente die elkaar raken een nummer; 0 hoort nergens bij."""
    nummers = np.zeros(goed.shape, dtype=np.int32)
    plaatsen = ndimage.find_objects(np.where(gemeente == GEEN, 0, gemeente).astype(np.int32))
    hoogste = 0
    for code, plaats in enumerate(plaatsen, start=1):
        if plaats is not None:
            eigen = goed[plaats] & (gemeente[plaats] == code)
            los, aantal = ndimage.label(eigen, structure=_BUREN)
            nummers[plaats][eigen] = los[eigen] + hoogste
            hoogste += aantal
    return nummers


def _vlakken(rangen: NDArray[np.int32], raster: Zoekraster, aantal: int) -> NDArray[np.object_]:
    """De omtrek van elk gebied; delen die elkaar alleen op een hoek raken, blijven delen."""
    delen: list[list[object]] = [[] for _ in range(aantal)]
    naar_rd = Affine(*raster.venster.transformatie)
    for vorm, rang in shapes(rangen, mask=rangen > 0, connectivity=4, transform=naar_rd):
        delen[int(rang) - 1].append(shapely.geometry.shape(vorm))
    return np.array([shapely.union_all(vormen) for vormen in delen], dtype=object)
