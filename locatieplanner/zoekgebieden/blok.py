"""Eén blok cellen: van de grondslag naar de banden.

Dit is het enige dat per blok gebeurt, op deze computer of op een andere. Elke cel wordt gerekend
alsof er op haar midden een kandidaat ligt, met de functies van de criteria zelf.
"""

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import Affine
from rasterio.features import rasterize

from locatieplanner.beoordeling.toetsing import geraakt
from locatieplanner.criteria.kleinschaligheid import relatief
from locatieplanner.criteria.nabijheid import gelden_voor
from locatieplanner.criteria.spreiding import samengesteld, score_nabije_opvang
from locatieplanner.criteria.waardefunctie import gemiddelde_van_bekende, halverend, stuksgewijs
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.toets import Gebruik
from locatieplanner.zoekgebieden.banden import (
    AANDACHT,
    GEEN,
    NIET_GETOETST,
    NIETS_GEVONDEN,
    TOTAAL,
    UITGESLOTEN,
    Band,
    Getallen16,
    alle_banden,
)
from locatieplanner.zoekgebieden.eigenraster import lees_op
from locatieplanner.zoekgebieden.grondslag import Dekking, Grondslag
from locatieplanner.zoekgebieden.instelling import CRITERIUM
from locatieplanner.zoekgebieden.kernveld import kernveld
from locatieplanner.zoekgebieden.nabijveld import nabijveld
from locatieplanner.zoekgebieden.rooster import Venster
from locatieplanner.zoekgebieden.scorestapel import Scorestapel

Getallen = NDArray[np.float64]

_ONBEKEND_GEMETEN, _OVER_STRATEN, _GESCHAT_GEMETEN = range(3)


def banden_van(grond: Grondslag) -> tuple[Band, ...]:
    """Geef de banden die `reken_blok` met deze grondslag geeft."""
    eigen = [b.raster.naam for b in grond.rasters if b.raster.gebruik == CRITERIUM]
    return alle_banden(eigen, [categorie.naam for categorie in grond.categorieen])


def reken_blok(grond: Grondslag, venster: Venster) -> Getallen16:
    """Reken alle banden van een venster.

    Parameters
    ----------
    grond : Grondslag
        Waarmee gerekend wordt.
    venster : Venster
        De cellen.

    Returns
    -------
    ndarray of uint16, shape (banden, rijen, kolommen)
        In de volgorde van `banden_van`.
    """
    banden = banden_van(grond)
    uit = np.full((len(banden), *venster.vorm), GEEN, dtype=np.uint16)
    gemeente = _nummers(grond.grenzen, venster)
    binnen = (gemeente >= 0) & grond.in_gebied[gemeente]
    if not binnen.any():
        return uit
    punten = venster.middens()[binnen.ravel()]
    in_gemeente = gemeente[binnen]
    waarden: dict[str, Getallen] = {}
    _spreiding(grond, venster, binnen, in_gemeente, waarden)
    _kleinschaligheid(grond, venster, binnen, punten, waarden)
    _nabijheid(grond, punten, waarden)
    waarden["score_mix"] = grond.mix[_nummers(grond.buurten, venster)[binnen]]
    _toetsing(grond, punten, waarden)
    waarden["gemeente"] = np.array([float(code[2:]) for code in grond.codes])[in_gemeente]
    for plaats, band in enumerate(banden):
        if band is not TOTAAL:
            uit[plaats][binnen] = band.bewaar(waarden[band.naam])
    # Uit de bewaarde scores: opnieuw wegen geeft zo precies hetzelfde totaal.
    totaal = Scorestapel.van(list(uit[1 : 1 + len(grond.weging)])).weeg(grond.weging)
    uit[0] = TOTAAL.bewaar(totaal).reshape(venster.vorm)
    return uit


def _nummers(vlakken: NDArray[np.object_], venster: Venster) -> NDArray[np.int64]:
    """Het nummer van het vlak waar het midden van elke cel in ligt; −1 als dat er niet is."""
    x_min, y_min, x_max, y_max = venster.omvang
    if len(vlakken) == 0:
        return np.full(venster.vorm, -1, dtype=np.int64)
    grenzen = shapely.bounds(vlakken)
    raakt = (grenzen[:, 0] < x_max) & (grenzen[:, 2] > x_min)
    raakt &= (grenzen[:, 1] < y_max) & (grenzen[:, 3] > y_min)
    # Op een grens telt het laagste nummer, en dus komt dat als laatste.
    vormen = [(vlakken[nummer], int(nummer)) for nummer in np.flatnonzero(raakt)[::-1]]
    if not vormen:
        return np.full(venster.vorm, -1, dtype=np.int64)
    nummers = rasterize(
        vormen,
        out_shape=venster.vorm,
        transform=Affine(*venster.transformatie),
        fill=-1,
        dtype="int32",
    )
    return np.asarray(nummers, dtype=np.int64)


def _spreiding(
    grond: Grondslag,
    venster: Venster,
    binnen: NDArray[np.bool_],
    in_gemeente: NDArray[np.int64],
    waarden: dict[str, Getallen],
) -> None:
    veld = nabijveld(venster, binnen, grond.bronnen, grond.hoeveelheden, grond.lambda_m)[binnen]
    inwoners, verwacht, plaatsen = np.ascontiguousarray(veld.T)
    plaatsen += grond.capaciteit
    dichtbij = score_nabije_opvang(
        plaatsen, verwacht, inwoners, grond.doel_per_1000, grond.veelvoud, grond.omvang
    )
    evenredigheid = grond.evenredigheid[in_gemeente]
    waarden["score_spreiding"] = samengesteld(evenredigheid, dichtbij, grond.gewicht_evenredigheid)
    with np.errstate(divide="ignore", invalid="ignore"):
        waarden["nabij_plaatsen_per_1000"] = np.where(
            inwoners > 0, 1000 * plaatsen / inwoners, np.nan
        )


def _kleinschaligheid(
    grond: Grondslag,
    venster: Venster,
    binnen: NDArray[np.bool_],
    punten: Getallen,
    waarden: dict[str, Getallen],
) -> None:
    inwoners = np.full(len(punten), np.nan)
    if grond.inwonerraster is not None:
        inwoners = grond.inwonerraster.binnen(punten, grond.omtrek_m)
    zonder = np.zeros(venster.vorm, dtype=bool)
    zonder[binnen] = np.isnan(inwoners)
    kern = kernveld(venster, zonder, grond.kernen, grond.kern_stralen_m)[binnen]
    van_kern = np.append(grond.kern_inwoners, np.nan)[kern]
    inwoners = np.where(np.isnan(inwoners), van_kern, inwoners)
    per_1000, score = relatief(
        np.array(grond.capaciteit), inwoners, grond.goed_per_1000, grond.slecht_per_1000
    )
    waarden["score_kleinschaligheid"] = np.fmin(grond.absoluut, score)
    waarden["plaatsen_per_1000"] = per_1000


def _nabijheid(grond: Grondslag, punten: Getallen, waarden: dict[str, Getallen]) -> None:
    scores = np.full((len(punten), len(grond.categorieen)), np.nan)
    gemeten = np.full(len(punten), _ONBEKEND_GEMETEN)
    for k, categorie in enumerate(grond.categorieen):
        afstand_m = np.full(len(punten), np.nan)
        for laag, rijen in gelden_voor(punten, categorie.lagen):
            doelen = laag.punten.get_coordinates().to_numpy()
            # Hoeveel er binnen bereik zijn telt niet in de score; nul meter maakt dat tellen kort.
            antwoord = laag.reisafstand.dichtstbij(punten[rijen], doelen, 0.0)
            afstand_m[rijen] = antwoord.afstand_m
            hoe = _GESCHAT_GEMETEN if antwoord.status is Status.GESCHAT else _OVER_STRATEN
            bekend = rijen[~np.isnan(antwoord.afstand_m)]
            gemeten[bekend] = np.maximum(gemeten[bekend], hoe)
        scores[:, k] = halverend(afstand_m, categorie.halvering_m)
        waarden[f"afstand_{categorie.naam}_m"] = afstand_m
    gewichten = np.array([categorie.gewicht for categorie in grond.categorieen])
    waarden["score_nabijheid"] = gemiddelde_van_bekende(scores, gewichten)
    waarden["nabijheid_gemeten"] = gemeten.astype(np.float64)


def _toetsing(grond: Grondslag, punten: Getallen, waarden: dict[str, Getallen]) -> None:
    """De regels en eigen rasters op elke cel, met de zwaarste als code."""
    code = np.full(len(punten), NIETS_GEVONDEN)
    bits = np.zeros(len(punten), dtype=np.int64)
    # Punten als vorm zijn duur; zonder geladen laag zijn zij nergens voor nodig.
    geladen = grond.regels or any(dekking.vlak is not None for dekking in grond.dekkingen)
    vormen = shapely.points(punten) if geladen else np.empty(len(punten), dtype=object)
    for dekking in grond.dekkingen:
        code[~_getoetst(vormen, dekking)] = NIET_GETOETST
    bit = 0
    for regel in grond.regels:
        raakt = geraakt(vormen, regel.vlakken, regel.predicaat, regel.afstand_m)
        _tel_regel(code, bits, raakt, bit, regel.gebruik)
        bit += 1
    for bron in grond.rasters:
        waarde = lees_op(bron, punten)
        if bron.raster.gebruik == CRITERIUM:
            score = stuksgewijs(waarde, bron.raster.waardefunctie)
            waarden[f"score_{bron.raster.naam}"] = score
            continue
        code[np.isnan(waarde)] = np.maximum(code[np.isnan(waarde)], NIET_GETOETST)
        raakt = ~np.isnan(waarde) & (waarde != 0)
        _tel_regel(code, bits, raakt, bit, Gebruik(bron.raster.gebruik))
        bit += 1
    waarden["toetsing"] = code.astype(np.float64)
    waarden["regels"] = bits.astype(np.float64)


def _tel_regel(
    code: NDArray[np.int64],
    bits: NDArray[np.int64],
    raakt: NDArray[np.bool_],
    bit: int,
    gebruik: Gebruik,
) -> None:
    zwaarte = UITGESLOTEN if gebruik is Gebruik.UITSLUITING else AANDACHT
    code[raakt] = np.maximum(code[raakt], zwaarte)
    bits[raakt] |= 1 << bit


def _getoetst(vormen: NDArray[np.object_], dekking: Dekking) -> NDArray[np.bool_]:
    """Van welke cellen alles binnen bereik van de regels in de geladen laag ligt."""
    if dekking.vlak is None:
        return np.full(len(vormen), dekking.overal)
    rand = dekking.vlak.boundary
    shapely.prepare([dekking.vlak, rand])
    return np.asarray(
        shapely.covers(dekking.vlak, vormen) & ~shapely.dwithin(rand, vormen, dekking.bereik_m),
        dtype=bool,
    )
