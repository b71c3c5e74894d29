"""Wat er opgehaald is bij de ingebouwde lagen: gemeenten, inwoners, voorzieningen, toetslagen.

Een laag die er niet is, of die beschadigd blijkt, is niet geladen; het programma rekent dan met
wat het wel heeft en zegt dat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.geladen import Geladen, lees_geladen
from locatieplanner.domein.buurt import Buurten
from locatieplanner.domein.gebied import HEEL_NEDERLAND, PROVINCIENAMEN, PROVINCIES
from locatieplanner.domein.herkomst import Herkomst
from locatieplanner.domein.inwonerraster import Inwonerraster
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.seswoa import Seswoa
from locatieplanner.domein.toets import Toetslaag
from locatieplanner.fouten import LaagFout
from locatieplanner.netwerk.geladen import GeladenNet, net_van_cache

GEMEENTEN = "gemeenten"
INWONERS = "inwoners_gemeenten"
VOORZIENINGEN = "voorzieningen"
STRATEN = "straten"
VIERKANTEN = "vierkanten_100m"
BUURTEN = "buurten"
SOCIALE_HUUR = "sociale_huur"
SES_WOA = "ses_woa"

_VIERKANT_M = 100.0


@dataclass(frozen=True)
class Opgehaald:
    """Wat er uit de cache bij de ingebouwde lagen komt.

    Parameters
    ----------
    gemeenten : GeoDataFrame or None
        Gemeenten met inwoners, zoals `lees_gemeenten` ze geeft; None zijn de ingebouwde.
    herkomst_inwoners : Herkomst or None
        Waar de inwoners in `gemeenten` vandaan komen; None zijn de ingebouwde.
    toetslagen : tuple of Toetslaag
        Alle lagen met regels, ook die niet geladen zijn.
    voorzieningen : Geladen or None
        Voorzieningen uit OpenStreetMap, met ``categorie`` en ``naam``.
    categorieen : tuple of str
        De categorieën die in `voorzieningen` voorkomen kunnen.
    inwonerraster : Inwonerraster or None
        Inwoners per vierkant van 100 m.
    buurten : Buurten or None
        Inwoners en sociale huur per buurt.
    ses_woa : Seswoa or None
        Sociaaleconomische status per gemeente.
    straten : Mapping of str to GeladenNet
        Het stratennet, per reiswijze.
    meldingen : tuple of str
        Wat niet gebruikt kon worden, en waarom.
    """

    gemeenten: gpd.GeoDataFrame | None = None
    herkomst_inwoners: Herkomst | None = None
    toetslagen: tuple[Toetslaag, ...] = ()
    voorzieningen: Geladen | None = None
    categorieen: tuple[str, ...] = ()
    inwonerraster: Inwonerraster | None = None
    buurten: Buurten | None = None
    ses_woa: Seswoa | None = None
    straten: Mapping[str, GeladenNet] = field(default_factory=lambda: MappingProxyType({}))
    meldingen: tuple[str, ...] = ()


def lees_opgehaald(
    catalogus: Mapping[str, Laag],
    cache: Lagencache | None,
    ingebouwd: gpd.GeoDataFrame,
    parameters: Parameters,
) -> Opgehaald:
    """Lees uit de cache wat er van de catalogus opgehaald is.

    Parameters
    ----------
    catalogus : Mapping of str to Laag
        Alle lagen.
    cache : Lagencache or None
        Waar opgehaalde lagen staan; None is nergens.
    ingebouwd : GeoDataFrame
        De ingebouwde gemeenten met inwoners.
    parameters : Parameters
        Wat voor een verborgen vierkant geldt, en hoe er gereisd wordt.
    """
    meldingen: list[str] = []

    def geladen(id_: str) -> Geladen | None:
        if cache is None or id_ not in catalogus:
            return None
        try:
            return lees_geladen(catalogus[id_], cache)
        except LaagFout as fout:
            meldingen.append(str(fout))
            return None

    def net(wijze: str) -> GeladenNet | None:
        try:
            kleinste = int(parameters.getal("netwerk.kleinste_deel_knopen"))
            return net_van_cache(cache, wijze, kleinste) if cache else None
        except LaagFout as fout:
            meldingen.append(str(fout))
            return None

    wijzen = catalogus[STRATEN].wijzen if STRATEN in catalogus else ()
    netten = {wijze: gevonden for wijze in wijzen if (gevonden := net(wijze)) is not None}
    toetslagen = tuple(
        _toetslaag(laag, geladen(laag.id)) for laag in catalogus.values() if laag.regels
    )
    vierkanten = geladen(VIERKANTEN)
    buurten, huur = geladen(BUURTEN), geladen(SOCIALE_HUUR)
    ses = geladen(SES_WOA)
    inwoners = geladen(INWONERS)
    gemeenten, melding = _gemeenten(geladen(GEMEENTEN), inwoners, ingebouwd)
    return Opgehaald(
        gemeenten=gemeenten,
        herkomst_inwoners=_herkomst(catalogus[INWONERS], inwoners)
        if inwoners and gemeenten is not None
        else None,
        toetslagen=toetslagen,
        voorzieningen=geladen(VOORZIENINGEN),
        categorieen=tuple(catalogus[VOORZIENINGEN].categorieen)
        if VOORZIENINGEN in catalogus
        else (),
        inwonerraster=_inwonerraster(vierkanten, parameters) if vierkanten else None,
        buurten=_buurten(buurten, huur) if buurten and huur else None,
        ses_woa=_ses_woa(catalogus[SES_WOA], ses) if ses else None,
        straten=MappingProxyType(netten),
        meldingen=(*meldingen, *melding),
    )


def _gemeenten(
    grenzen: Geladen | None, inwoners: Geladen | None, ingebouwd: gpd.GeoDataFrame
) -> tuple[gpd.GeoDataFrame | None, tuple[str, ...]]:
    """De gemeenten met wat er vers van is, als grenzen en inwoners bij elkaar passen."""
    if grenzen is None and inwoners is None:
        return None, ()
    vlakken = ingebouwd
    if grenzen is not None:
        vlakken = grenzen.vormen.set_index("gemeentecode").sort_index()
        vlakken = vlakken.assign(provincie=vlakken["provincie"].replace(PROVINCIENAMEN))
    aantallen = ingebouwd["inwoners"]
    if inwoners is not None:
        aantallen = inwoners.gegevens.set_index("gemeentecode")["inwoners"]
    zonder = aantallen.reindex(vlakken.index).isna()
    vreemd = set(vlakken["provincie"]) - set(PROVINCIES)
    if zonder.any() or vreemd:
        wat = ", ".join([*vlakken["gemeente"][zonder], *vreemd])
        return None, (
            f"De opgehaalde gemeenten en inwoners passen niet bij elkaar ({wat}); er wordt met de "
            "ingebouwde gerekend. Ververs 'gemeenten' en 'inwoners_gemeenten' allebei.",
        )
    gemeenten = vlakken[["gemeente", "provincie", "geometry"]].copy()
    gemeenten.insert(2, "inwoners", aantallen.reindex(vlakken.index).astype("float64"))
    return gemeenten, ()


def _toetslaag(laag: Laag, geladen: Geladen | None) -> Toetslaag:
    if geladen is None:
        return Toetslaag(laag.id, laag.naam, laag.regels, laag.herkomst)
    vlakken = geladen.vormen
    if "naam" not in vlakken:
        vlakken = vlakken.assign(naam="")
    herkomst = _herkomst(laag, geladen)
    return Toetslaag(laag.id, laag.naam, laag.regels, herkomst, vlakken, geladen.dekking)


def _herkomst(laag: Laag, geladen: Geladen) -> Herkomst:
    """De herkomst van een laag, met de peildatum van wat er opgehaald is."""
    peildatum = geladen.manifesten[0].peildatum or geladen.opgehaald.date().isoformat()
    return Herkomst(laag.herkomst.bron, peildatum, laag.herkomst.status)


def _inwonerraster(vierkanten: Geladen, parameters: Parameters) -> Inwonerraster:
    """Het raster; van een vierkant waarvan het CBS het aantal verbergt geldt een schatting."""
    verborgen = parameters.getal("kleinschaligheid.vierkant_verborgen_inwoners")
    vormen = vierkanten.vormen
    hoeken = shapely.bounds(vormen.geometry.to_numpy())[:, :2].reshape(-1, 2)
    inwoners = vormen["inwoners"].to_numpy(dtype=np.float64)
    return Inwonerraster.van_vierkanten(
        hoeken,
        np.where(np.isnan(inwoners), verborgen, inwoners),
        _VIERKANT_M,
        vierkanten.dekking or HEEL_NEDERLAND.vlak,
    )


def _buurten(buurten: Geladen, huur: Geladen) -> Buurten:
    """Koppel inwoners en sociale huur van buurt en gemeente aan de vlakken van de buurten."""
    aandeel = huur.gegevens.drop_duplicates("code").set_index("code")["sociale_huur_procent"] / 100
    vlakken = buurten.vormen
    tabel = gpd.GeoDataFrame(
        {
            "buurt": vlakken["buurt"].astype("str"),
            "inwoners": vlakken["inwoners"].to_numpy(dtype=np.float64),
            "sociale_huur": _bij(aandeel, vlakken["buurtcode"]),
            "sociale_huur_gemeente": _bij(aandeel, vlakken["gemeentecode"]),
        },
        geometry=vlakken.geometry.to_numpy(),
        crs=vlakken.crs,
    )
    return Buurten(tabel, huur.manifesten[0].peildatum)


def _ses_woa(laag: Laag, geladen: Geladen) -> Seswoa:
    """De scores van gemeenten; die van wijken en buurten blijven weg."""
    tabel = geladen.gegevens.dropna(subset=["ses_woa"]).drop_duplicates("code")
    gemeenten = tabel[tabel["code"].str.startswith("GM")]
    scores = gemeenten.set_index("code")["ses_woa"].astype("float64").rename_axis("gemeentecode")
    return Seswoa(scores, _herkomst(laag, geladen))


def _bij(aandeel: pd.Series, codes: pd.Series) -> NDArray[np.float64]:
    return codes.map(aandeel).to_numpy(dtype=np.float64)
