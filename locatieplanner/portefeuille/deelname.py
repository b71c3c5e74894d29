"""Deelname: wie er te kiezen is, wie niet en waarom.

Niet te kiezen is wie al als gepland meetelt, wie uitgesloten is, wie geen opvang is, wie buiten het
gebied ligt, wie in een provincie ligt waar niets meer nodig is of waarvan het doel onbekend is, en
wie te weinig bekend is voor een score: een onbekende score is geen nul en geen honderd. Alleen wie
in de opdracht vaststaat, doet zonder score mee; die telt dan niet in de score.

Daarnaast zijn er beletsels: eisen van de opdracht die een kandidaat op zichzelf al tegenhouden. Die
zijn te lossen, en blijven daarom als eis in het model.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import KDTree

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.criteria.ligging import plekken
from locatieplanner.domein.doel import TOTAAL
from locatieplanner.domein.notatie import afstand, datum
from locatieplanner.opgave.beschikbaarheid import beschikbaar
from locatieplanner.opgave.gepland import telt_als_gepland
from locatieplanner.portefeuille.eis import Eis, Eissoort
from locatieplanner.portefeuille.nodig import Nodig
from locatieplanner.portefeuille.opdracht import Opdracht

Masker = NDArray[np.bool_]

ONBEKENDE_DATUM = "portefeuille.onbekende_datum"
TELT_MEE = "telt mee"

GEPLAND = "telt al mee als gepland"


@dataclass(frozen=True)
class Beletsel:
    """Een eis die kandidaten tegenhoudt.

    Parameters
    ----------
    eis : Eis
        Welke eis.
    rijen : ndarray of bool, shape (n,)
        Wie zij tegenhoudt, in rijvolgorde.
    """

    eis: Eis
    rijen: Masker


def telt_gepland(beoordeling: Beoordeling, opdracht: Opdracht) -> Masker:
    """Geef wie als gepland van het doel af gaat, in rijvolgorde.

    Wie de opdracht uitsluit telt niet, en wie in de gevraagde maand niet beschikbaar is evenmin.
    """
    kandidaten, omgeving = beoordeling.kandidaten, beoordeling.omgeving
    telt = telt_als_gepland(kandidaten, omgeving.locatietypen, omgeving.parameters)
    return telt & ~_in(kandidaten, opdracht.zonder) & _op_tijd(beoordeling, opdracht)


def redenen(
    beoordeling: Beoordeling, opdracht: Opdracht, gepland: Masker, nodig: Collection[Nodig]
) -> NDArray[np.object_]:
    """Geef per kandidaat waarom hij niet te kiezen is; leeg als hij dat wel is.

    Parameters
    ----------
    beoordeling : Beoordeling
        Met uitsluitingen en scores.
    opdracht : Opdracht
        Het gebied, en wie vaststaat.
    gepland : ndarray of bool, shape (n,)
        Uitkomst van `telt_gepland`.
    nodig : collection of Nodig
        Wat er per provincie nodig is.
    """
    kandidaten = beoordeling.kandidaten
    provincie = kandidaten["provincie"]
    hoog = {deel.provincie: deel.hoog for deel in nodig if deel.onderdeel == TOTAAL}
    typen = beoordeling.omgeving.locatietypen
    geen_score = beoordeling.onvoldoende_bekend & ~_in(kandidaten, opdracht.vast)
    uitkomst = np.full(len(kandidaten), "", dtype=object)
    for rij, naam in enumerate(provincie):
        soort = typen[kandidaten["type"].iloc[rij]]
        if gepland[rij]:
            uitkomst[rij] = GEPLAND
        elif beoordeling.uitgesloten[rij]:
            uitkomst[rij] = f"uitgesloten: {'; '.join(beoordeling.uitsluitingen[rij])}"
        elif not soort.telt_als_opvang:
            uitkomst[rij] = f"{soort.naam} telt niet als opvang"
        elif naam not in opdracht.gebied:
            uitkomst[rij] = "ligt buiten het gekozen gebied"
        elif naam not in hoog:
            uitkomst[rij] = f"het doel van {naam} is onbekend"
        elif hoog[naam] == 0:
            uitkomst[rij] = f"het doel van {naam} is al gehaald"
        elif geen_score[rij]:
            uitkomst[rij] = "onvoldoende bekend voor een score"
    return uitkomst


def beletsels(beoordeling: Beoordeling, opdracht: Opdracht, gepland: Masker) -> list[Beletsel]:
    """Geef de eisen die kandidaten op zichzelf tegenhouden, met wie dat zijn."""
    return [
        beletsel
        for beletsel in (
            *_te_dichtbij(beoordeling, opdracht, gepland),
            *_niet_op_tijd(beoordeling, opdracht),
            *_buitengesloten(beoordeling.kandidaten, opdracht),
        )
        if beletsel.rijen.any()
    ]


def zonder_datum(beoordeling: Beoordeling, opdracht: Opdracht) -> Masker:
    """Geef wie voor de gevraagde maand alleen meetelt omdat zijn begindatum onbekend is."""
    if opdracht.maand is None:
        return np.zeros(len(beoordeling.kandidaten), dtype=bool)
    zeker = beschikbaar(beoordeling.kandidaten, pd.PeriodIndex([opdracht.maand]))[:, 0]
    return _op_tijd(beoordeling, opdracht) & ~zeker


def _te_dichtbij(
    beoordeling: Beoordeling, opdracht: Opdracht, gepland: Masker
) -> Iterator[Beletsel]:
    punten = plekken(beoordeling.kandidaten)
    if opdracht.min_afstand_opvang_m:
        meter = opdracht.min_afstand_opvang_m
        opvang = beoordeling.omgeving.opvang.get_coordinates().to_numpy(dtype=np.float64)
        zin = f"ten minste {afstand(meter)} van bestaande opvang"
        yield Beletsel(Eis(Eissoort.AFSTAND_OPVANG, "", zin), _binnen(punten, opvang, meter))
    if opdracht.min_afstand_m:
        rijen = _binnen(punten, punten[gepland], opdracht.min_afstand_m) & ~gepland
        yield Beletsel(afstandseis(opdracht.min_afstand_m), rijen)


def afstandseis(meter: float) -> Eis:
    """De eis dat locaties niet te dicht bij elkaar liggen."""
    return Eis(Eissoort.AFSTAND, "", f"ten minste {afstand(meter)} tussen twee locaties")


def _binnen(punten: NDArray[np.float64], van: NDArray[np.float64], meter: float) -> Masker:
    """Welke punten minder dan `meter` van een ander liggen; precies op de afstand mag."""
    if len(punten) == 0 or len(van) == 0:
        return np.zeros(len(punten), dtype=bool)
    return np.asarray(KDTree(van).query(punten)[0] < meter, dtype=bool)


def _niet_op_tijd(beoordeling: Beoordeling, opdracht: Opdracht) -> Iterator[Beletsel]:
    if opdracht.maand is not None:
        zin = f"beschikbaar in {datum(str(opdracht.maand))}"
        eis = Eis(Eissoort.MAAND, str(opdracht.maand), zin)
        yield Beletsel(eis, ~_op_tijd(beoordeling, opdracht))


def _op_tijd(beoordeling: Beoordeling, opdracht: Opdracht) -> Masker:
    """Wie in de gevraagde maand beschikbaar is; een onbekende datum telt zoals ingesteld."""
    kandidaten = beoordeling.kandidaten
    if opdracht.maand is None:
        return np.ones(len(kandidaten), dtype=bool)
    if beoordeling.omgeving.parameters.keuze(ONBEKENDE_DATUM) == TELT_MEE:
        van = kandidaten["beschikbaar_van"].fillna(opdracht.maand.start_time)
        kandidaten = kandidaten.assign(beschikbaar_van=van)
    return beschikbaar(kandidaten, pd.PeriodIndex([opdracht.maand]))[:, 0]


def _buitengesloten(kandidaten: gpd.GeoDataFrame, opdracht: Opdracht) -> Iterator[Beletsel]:
    for id_ in sorted(opdracht.zonder):
        eis = Eis(Eissoort.ZONDER, id_, f"zonder {id_}")
        yield Beletsel(eis, _in(kandidaten, (id_,)))


def _in(kandidaten: pd.DataFrame, ids: tuple[str, ...]) -> Masker:
    return np.asarray(kandidaten.index.isin(list(ids)), dtype=bool)
