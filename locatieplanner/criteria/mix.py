"""Mix: wonen er groepen naast elkaar die elkaar kunnen dragen?

Formules, elk deel 0–100 en onbekend waar de gegevens ontbreken::

    mix             = gemiddelde van de delen die voor het type gelden en bekend zijn
    balans          = 100 als het aandeel kwetsbare groepen in de band ligt,
                      lineair naar 0 bij een aandeel van 0 en van 1
    verscheidenheid = 100 · (−Σ pᵢ ln pᵢ) / ln S       met S het aantal groepen dat meetelt;
                      0 bij één groep
    concentratie    = 100 als het aandeel sociale huur in de buurt niet hoger is dan dat in de
                      gemeente, 0 bij c keer dat of meer, lineair ertussen

Welke delen gelden, zegt het locatietype: opvang van één groep is niet vanzelf een slechte mix.
Komen er bij een opvanglocatie ook dragende groepen wonen, dan gelden alle delen. Concentratie
vraagt sociale huur per buurt; waar die niet geladen is, is dat deel onbekend. De band, de drempel
van een groep en c staan in ``lagen/parameters.toml``.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.criteria.ligging import plekken
from locatieplanner.criteria.waardefunctie import Scores, band, gemiddelde_van_bekende
from locatieplanner.domein.aandachtsgroep import Rol
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.locatietype import Mixdeel
from locatieplanner.domein.omgeving import Omgeving

SocialeHuur = tuple[NDArray[np.object_], NDArray[np.float64], NDArray[np.float64]]
"""Per kandidaat de buurt, en het aandeel sociale huur daar en in de gemeente (NaN = onbekend)."""


def verscheidenheid(aandelen: NDArray[np.float64], kleinste: float = 0.0) -> Scores:
    """Gelijkmatigheid van de verdeling over de groepen die er wonen (Shannon, naar Pielou).

    Parameters
    ----------
    aandelen : ndarray, shape (n, k)
        Aandeel per groep; een rij met NaN geeft NaN.
    kleinste : float, optional
        Een kleiner aandeel telt niet als groep; de andere tellen dan samen voor 1.

    Returns
    -------
    ndarray, shape (n,)
        0 bij één groep, 100 bij gelijke aandelen.

    >>> verscheidenheid(np.array([[0.5, 0.5, 0.0], [1.0, 0.0, 0.0]])).tolist()
    [100.0, 0.0]
    """
    groepen = np.where(aandelen < kleinste, 0.0, aandelen)
    som = groepen.sum(axis=1, keepdims=True)
    # Haalt geen enkele groep de drempel, dan telt elke groep.
    aandelen = np.where(som > 0, groepen / np.where(som > 0, som, 1.0), aandelen)
    aanwezig = aandelen > 0
    soorten = aanwezig.sum(axis=1)
    logaritme = np.log(aandelen, out=np.zeros_like(aandelen), where=aanwezig)
    entropie = 0.0 - (aandelen * logaritme).sum(axis=1)
    score = 100 * entropie / np.log(np.maximum(soorten, 2))
    return np.asarray(np.clip(score, 0.0, 100.0), dtype=np.float64)


def mix(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> pd.DataFrame:
    """Beoordeel de mix van aandachtsgroepen van elke kandidaat, in de buurt waar zij ligt.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Met ligging, en wat `mix_in` vraagt.
    omgeving : Omgeving
        Waartegen beoordeeld wordt.

    Returns
    -------
    DataFrame
        Zoals `mix_in`.
    """
    return mix_in(kandidaten, omgeving, _sociale_huur(kandidaten, omgeving))


def mix_in(kandidaten: pd.DataFrame, omgeving: Omgeving, huur: SocialeHuur) -> pd.DataFrame:
    """Beoordeel de mix van kandidaten in gegeven buurten.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``type`` en de kolommen ``aandeel_<groep>`` (0–1; een rij zonder aandelen is onbekend).
    omgeving : Omgeving
        Waartegen beoordeeld wordt.
    huur : tuple of ndarray
        Per kandidaat de buurt, en het aandeel sociale huur in die buurt en in haar gemeente.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``score`` (NaN = onbekend), ``score_balans``,
        ``score_verscheidenheid``, ``score_concentratie`` (NaN = geldt niet of onbekend),
        ``aandeel_kwetsbaar``, ``aantal_groepen``, ``buurt``, ``sociale_huur`` en
        ``sociale_huur_gemeente`` (aandelen, NaN = onbekend), ``delen`` (welke delen gelden) en
        ``status``.
    """
    par = omgeving.parameters
    groepen = list(omgeving.aandachtsgroepen.values())
    aandelen = kandidaten[[groep.kolom for groep in groepen]].to_numpy(dtype=np.float64)
    bekend = ~np.isnan(aandelen).all(axis=1)
    # Is een deel ingevuld dat samen 1 is, dan zijn de lege groepen er niet.
    aandelen = np.where(bekend[:, np.newaxis], np.nan_to_num(aandelen), np.nan)
    kwetsbaar = aandelen[:, [groep.rol is Rol.KWETSBAAR for groep in groepen]].sum(axis=1)
    dragend = aandelen[:, [groep.rol is Rol.DRAGEND for groep in groepen]].sum(axis=1)

    geldt = _geldende_delen(kandidaten["type"], omgeving)
    geldt[dragend > 0] = True
    balans = band(kwetsbaar, par.getal("mix.band_laag"), par.getal("mix.band_hoog"))
    kleinste = par.getal("mix.kleinste_aandeel")
    meetellend = (aandelen > 0) & (aandelen >= kleinste)
    buurt, in_buurt, in_gemeente = huur
    concentratie = _concentratie(in_buurt, in_gemeente, par.getal("mix.concentratie_nul"))
    delen = np.where(
        geldt, np.column_stack([balans, verscheidenheid(aandelen, kleinste), concentratie]), np.nan
    )
    score = gemiddelde_van_bekende(delen, np.ones(len(Mixdeel)))
    return pd.DataFrame(
        {
            "score": score,
            "score_balans": delen[:, 0],
            "score_verscheidenheid": delen[:, 1],
            "score_concentratie": delen[:, 2],
            "aandeel_kwetsbaar": kwetsbaar,
            "aantal_groepen": np.where(bekend, meetellend.sum(axis=1), np.nan),
            "buurt": buurt,
            "sociale_huur": in_buurt,
            "sociale_huur_gemeente": in_gemeente,
            "delen": _namen(geldt),
            "status": np.where(np.isnan(score), Status.ONBEKEND, Status.GESCHAT),
        },
        index=kandidaten.index,
    )


def _sociale_huur(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> SocialeHuur:
    """De buurt, en het aandeel sociale huur in die buurt en in haar gemeente."""
    leeg = np.full(len(kandidaten), np.nan)
    if omgeving.buurten is None:
        return np.full(len(kandidaten), "", dtype=object), leeg, leeg
    gevonden = omgeving.buurten.bij(plekken(kandidaten))
    return (
        gevonden["buurt"].to_numpy(dtype=object),
        gevonden["sociale_huur"].to_numpy(dtype=np.float64),
        gevonden["sociale_huur_gemeente"].to_numpy(dtype=np.float64),
    )


def _concentratie(
    in_buurt: NDArray[np.float64], in_gemeente: NDArray[np.float64], nul: float
) -> Scores:
    """100 tot het aandeel van de gemeente, 0 bij `nul` keer dat of meer, lineair ertussen."""
    ruimte = (nul - 1) * in_gemeente
    over = in_buurt - in_gemeente
    # In een gemeente zonder sociale huur is elke woning meer dan het aandeel.
    deel = np.divide(over, ruimte, out=np.where(over > 0, 1.0, 0.0), where=ruimte > 0)
    deel = np.where(np.isnan(over), np.nan, deel)
    return np.asarray(100 * (1 - np.clip(deel, 0.0, 1.0)), dtype=np.float64)


def _geldende_delen(typen: pd.Series, omgeving: Omgeving) -> NDArray[np.bool_]:
    """Per kandidaat (rij) en per `Mixdeel` (kolom): geldt het deel voor dit type?"""
    per_type = {
        code: [deel in soort.mixdelen for deel in Mixdeel]
        for code, soort in omgeving.locatietypen.items()
    }
    codes, uniek = pd.factorize(typen)
    tabel = np.array([per_type[code] for code in uniek], dtype=bool).reshape(-1, len(Mixdeel))
    return np.asarray(tabel[codes], dtype=bool)


def _namen(geldt: NDArray[np.bool_]) -> NDArray[np.object_]:
    """De delen die gelden als tekst, per kandidaat."""
    patronen, rij = np.unique(geldt, axis=0, return_inverse=True)
    namen = [", ".join(d for d, wel in zip(Mixdeel, p, strict=True) if wel) for p in patronen]
    return np.array(namen, dtype=object)[rij.reshape(-1)]
