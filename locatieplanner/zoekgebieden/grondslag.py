"""De grondslag: alles wat voor elk blok cellen nodig is, één keer klaargezet uit de omgeving.

Zij bestaat uit getallen en vormen en kan naar een ander proces of een andere machine. Wat per
gemeente of per buurt vaststaat, is hier al met de criteria zelf berekend.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from locatieplanner.beoordeling.toetsing import waar_de_regel_geldt
from locatieplanner.criteria.mix import mix_in
from locatieplanner.criteria.spreiding import spreiding
from locatieplanner.criteria.waardefunctie import stuksgewijs
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.inwonerraster import Inwonerraster
from locatieplanner.domein.kandidaat import AANDEEL, Kandidaatstatus
from locatieplanner.domein.kern import straal_m
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.toets import Gebruik, Predicaat
from locatieplanner.domein.voorziening import Voorzieningen
from locatieplanner.fouten import InvoerFout
from locatieplanner.zoekgebieden.eigenraster import Rasterbron, open_rasters
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied

MEESTE_REGELS = 15
"""Zoveel regels passen als bit in een getal van 16 bits naast de waarde voor geen gegevens."""

Getallen = NDArray[np.float64]


@dataclass(frozen=True)
class Categorie:
    """Voorzieningen van één soort, met halvering (meters) en gewicht in de nabijheid."""

    naam: str
    halvering_m: float
    gewicht: float
    lagen: tuple[Voorzieningen, ...]


@dataclass(frozen=True)
class Roosterregel:
    """Een regel van een toetslaag, met de vlakken waar hij geldt."""

    naam: str
    gebruik: Gebruik
    predicaat: Predicaat
    afstand_m: float
    vlakken: NDArray[np.object_]


@dataclass(frozen=True)
class Dekking:
    """Waar een toetslaag geladen is: `vlak` None is nergens, `bereik_m` wat haar regels vragen."""

    naam: str
    vlak: BaseGeometry | None
    bereik_m: float
    overal: bool


@dataclass(frozen=True)
class Grondslag:
    """Alles wat een blok cellen nodig heeft.

    Parameters
    ----------
    capaciteit : float
        Plaatsen van de denkbeeldige locatie.
    weging : ndarray, shape (4 + eigen criteria,)
        Aandelen, som 1.
    codes : tuple of str
        Gemeentecodes; het nummer van een gemeente is haar plaats hierin.
    grenzen : ndarray of Geometry
        Vlak per gemeente.
    in_gebied : ndarray of bool
        Of er in die gemeente gezocht wordt.
    evenredigheid : ndarray
        Score per gemeente; NaN is onbekend.
    gewicht_evenredigheid, doel_per_1000, veelvoud, omvang, lambda_m : float
        Zie `locatieplanner.criteria.spreiding`.
    bronnen : ndarray, shape (m, 2)
        Waar inwoners, verwachte en bestaande plaatsen zijn.
    hoeveelheden : ndarray, shape (m, 3)
        Inwoners, verwachte plaatsen en bestaande plaatsen.
    absoluut, goed_per_1000, slecht_per_1000, omtrek_m : float
        Zie `locatieplanner.criteria.kleinschaligheid`.
    inwonerraster : Inwonerraster or None
        Inwoners per vierkant.
    kernen, kern_stralen_m, kern_inwoners : ndarray
        Kernen met inwoners.
    categorieen : tuple of Categorie
        Voorzieningen.
    buurten : ndarray of Geometry
        Vlak per buurt; leeg als zij niet geladen zijn.
    mix : ndarray, shape (buurten + 1,)
        Score per buurt; de laatste geldt waar geen buurt is.
    regels : tuple of Roosterregel
        Uitsluitingen en aandachtspunten.
    dekkingen : tuple of Dekking
        Per toetslaag waar getoetst kan worden.
    rasters : tuple of Rasterbron
        Eigen rasters, nagekeken.
    """

    capaciteit: float
    weging: Getallen
    codes: tuple[str, ...]
    grenzen: NDArray[np.object_]
    in_gebied: NDArray[np.bool_]
    evenredigheid: Getallen
    gewicht_evenredigheid: float
    doel_per_1000: float
    veelvoud: float
    omvang: float
    lambda_m: float
    bronnen: Getallen
    hoeveelheden: Getallen
    absoluut: float
    goed_per_1000: float
    slecht_per_1000: float
    omtrek_m: float
    inwonerraster: Inwonerraster | None
    kernen: Getallen
    kern_stralen_m: Getallen
    kern_inwoners: Getallen
    categorieen: tuple[Categorie, ...]
    buurten: NDArray[np.object_]
    mix: Getallen
    regels: tuple[Roosterregel, ...]
    dekkingen: tuple[Dekking, ...]
    rasters: tuple[Rasterbron, ...]

    @property
    def omvang_rd(self) -> tuple[float, float, float, float]:
        """``x_min, y_min, x_max, y_max`` van waar gezocht wordt, RD."""
        x_min, y_min, x_max, y_max = shapely.total_bounds(self.grenzen[self.in_gebied]).tolist()
        return x_min, y_min, x_max, y_max


def leg_grondslag(omgeving: Omgeving, instelling: Instelling, gebied: Zoekgebied) -> Grondslag:
    """Zet klaar wat elk blok nodig heeft.

    Parameters
    ----------
    omgeving : Omgeving
        Waartegen beoordeeld wordt.
    instelling : Instelling
        Wat er op elke cel zou komen.
    gebied : Zoekgebied
        Waar gezocht wordt.

    Raises
    ------
    InvoerFout
        Als type of groep niet bestaat, of een eigen raster niet te gebruiken is.
    """
    instelling.toets_aan(omgeving)
    par = omgeving.parameters
    gemeenten = omgeving.gemeenten.sort_index()
    kernen = omgeving.kernen[omgeving.kernen["inwoners"] > 0]
    buurten, huur = _buurten(omgeving)
    punten = omgeving.inwonerpunten
    hoeveelheden = np.zeros((len(punten) + len(omgeving.opvang), 3))
    hoeveelheden[: len(punten), :2] = punten[["inwoners", "plaatsen_verwacht"]]
    hoeveelheden[len(punten) :, 2] = omgeving.opvang["plaatsen"]
    absoluut = stuksgewijs(
        float(instelling.capaciteit), par.punten("kleinschaligheid.absoluut_plaatsen")
    )
    return Grondslag(
        capaciteit=float(instelling.capaciteit),
        weging=instelling.weging,
        codes=tuple(str(code) for code in gemeenten.index),
        grenzen=gemeenten.geometry.to_numpy(),
        in_gebied=gemeenten.index.isin(gebied.codes),
        evenredigheid=_evenredigheid(gemeenten, omgeving, instelling),
        gewicht_evenredigheid=par.getal("spreiding.gewicht_evenredigheid"),
        doel_per_1000=omgeving.landelijk_doel_per_1000(),
        veelvoud=par.getal("spreiding.nabij_veelvoud_nul"),
        omvang=par.getal("opgave.locatie_omvang"),
        lambda_m=par.getal("spreiding.lambda_m"),
        bronnen=np.concatenate(
            [punten.get_coordinates().to_numpy(), omgeving.opvang.get_coordinates().to_numpy()]
        ),
        hoeveelheden=hoeveelheden,
        absoluut=float(absoluut),
        goed_per_1000=par.getal("kleinschaligheid.relatief_goed_per_1000"),
        slecht_per_1000=par.getal("kleinschaligheid.relatief_slecht_per_1000"),
        omtrek_m=par.getal("kleinschaligheid.omtrek_m"),
        inwonerraster=omgeving.inwonerraster,
        kernen=kernen.get_coordinates().to_numpy(),
        kern_stralen_m=straal_m(kernen["inwoners"], par.getal("beoordeling.kern_inwoners_per_km2")),
        kern_inwoners=kernen["inwoners"].to_numpy(dtype=np.float64),
        categorieen=tuple(
            Categorie(
                naam,
                par.getal(f"nabijheid.{naam}_halvering_m"),
                par.getal(f"nabijheid.{naam}_gewicht"),
                lagen,
            )
            for naam, lagen in omgeving.voorzieningen.items()
        ),
        buurten=buurten,
        mix=mix_in(_denkbeeldig(len(huur[0]), instelling, omgeving), omgeving, huur)[
            "score"
        ].to_numpy(dtype=np.float64),
        regels=_regels(omgeving, instelling),
        dekkingen=tuple(
            Dekking(
                laag.naam,
                laag.dekking,
                max(regel.afstand_m for regel in laag.regels),
                overal=laag.vlakken is not None and laag.dekking is None,
            )
            for laag in omgeving.toetslagen
        ),
        rasters=open_rasters(instelling.rasters, par),
    )


def _denkbeeldig(aantal: int, instelling: Instelling, omgeving: Omgeving) -> pd.DataFrame:
    """Zoveel keer de locatie van de instelling, als idee, zonder ligging."""
    leeg: Mapping[str, float] = dict.fromkeys(omgeving.aandachtsgroepen, np.nan)
    aandelen = {**leeg, **instelling.aandelen}
    return pd.DataFrame(
        {
            "type": instelling.type,
            "capaciteit": instelling.capaciteit,
            "status": str(Kandidaatstatus.IDEE),
            **{f"{AANDEEL}{code}": aandeel for code, aandeel in aandelen.items()},
        },
        index=pd.RangeIndex(aantal),
    )


def _evenredigheid(
    gemeenten: gpd.GeoDataFrame, omgeving: Omgeving, instelling: Instelling
) -> Getallen:
    """De score voor evenredigheid van de denkbeeldige locatie in elke gemeente."""
    plekken = gemeenten.representative_point()
    kandidaten = gpd.GeoDataFrame(
        _denkbeeldig(len(gemeenten), instelling, omgeving).assign(
            x=plekken.x.to_numpy(),
            y=plekken.y.to_numpy(),
            gemeentecode=gemeenten.index.to_numpy(),
            provincie=gemeenten["provincie"].to_numpy(),
        ),
        geometry=plekken.to_numpy(),
        crs=RD,
    )
    return spreiding(kandidaten, omgeving)["score_evenredigheid"].to_numpy(dtype=np.float64)


def _buurten(
    omgeving: Omgeving,
) -> tuple[NDArray[np.object_], tuple[NDArray[np.object_], Getallen, Getallen]]:
    """De buurten, en hun sociale huur met achteraan een plek zonder buurt."""
    if omgeving.buurten is None:
        return np.empty(0, dtype=object), (
            np.array([""], dtype=object),
            np.array([np.nan]),
            np.array([np.nan]),
        )
    tabel = omgeving.buurten.buurten
    return tabel.geometry.to_numpy(), (
        np.append(tabel["buurt"].to_numpy(dtype=object), ""),
        np.append(tabel["sociale_huur"].to_numpy(dtype=np.float64), np.nan),
        np.append(tabel["sociale_huur_gemeente"].to_numpy(dtype=np.float64), np.nan),
    )


def _regels(omgeving: Omgeving, instelling: Instelling) -> tuple[Roosterregel, ...]:
    """De regels van de geladen toetslagen."""
    regels = tuple(
        Roosterregel(
            f"{laag.naam}: {_wat(regel.gebruik, regel.predicaat, regel.afstand_m)}",
            regel.gebruik,
            regel.predicaat,
            regel.afstand_m,
            waar_de_regel_geldt(laag, regel).geometry.to_numpy(),
        )
        for laag in omgeving.toetslagen
        if laag.vlakken is not None
        for regel in laag.regels
    )
    eigen = sum(raster not in instelling.eigen_criteria for raster in instelling.rasters)
    if len(regels) + eigen > MEESTE_REGELS:
        raise InvoerFout(
            f"Er zijn {len(regels) + eigen} regels voor uitsluiting en aandacht; er passen er "
            f"{MEESTE_REGELS}. Laat een eigen raster weg."
        )
    return regels


def _wat(gebruik: Gebruik, predicaat: Predicaat, afstand_m: float) -> str:
    waar = "erin" if predicaat is Predicaat.BINNEN else f"binnen {afstand_m:.0f} m"
    return f"{gebruik}, {waar}"
