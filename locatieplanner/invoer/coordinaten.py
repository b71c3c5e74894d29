"""Coördinaten in kolommen: x en y in RD, lon en lat in graden, of een vorm als WKT."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from locatieplanner.domein.notatie import afstand, opsomming
from locatieplanner.invoer.getallen import Maat, lees_getallen
from locatieplanner.invoer.kolommen import BREEDTE, LENGTE, WKT, X, Y
from locatieplanner.invoer.probleem import Probleem, per_rij
from locatieplanner.invoer.stelsel import (
    CRS_RD,
    CRS_WGS84,
    IN_BESTAND,
    IN_KOLOMMEN,
    Vormen,
    kies_stelsel,
    plaats_in_rd,
)
from locatieplanner.invoer.teksten import als_tekst, is_leeg
from locatieplanner.invoer.vormen import toets_soort
from locatieplanner.invoer.wkb import vormen_uit_wkt

_EENS_M = 100.0
"""Zo ver mogen RD en lengte/breedte van dezelfde rij uiteen liggen."""


@dataclass(frozen=True)
class Ligging:
    """Vormen in RD, met de problemen die erbij horen.

    Parameters
    ----------
    vormen : ndarray of shapely geometry, shape (n,)
        In RD; None waar geen bruikbare locatie is.
    ontbreekt : Series of bool
        Rijen waar helemaal niets is ingevuld; voor de andere rijen zonder vorm is er een fout.
    problemen : tuple of Probleem
        Alle fouten en meldingen over de locatie.
    """

    vormen: Vormen
    ontbreekt: pd.Series
    problemen: tuple[Probleem, ...]


def uit_kolommen(
    kolommen: Mapping[str, pd.Series], namen: Mapping[str, str], rijen: pd.Index
) -> Ligging:
    """Maak punten uit kolommen met coördinaten; een WKT-vorm gaat voor.

    Parameters
    ----------
    kolommen : Mapping of str to Series
        Herkende kolommen; index: rijnummers.
    namen : Mapping of str to str
        Naam van elke kolom in het bestand.
    rijen : Index
        Rijnummers.

    Raises
    ------
    BestandFout
        Als van WKT-vormen niet te zeggen is in welk stelsel zij staan.
    """
    vormen = np.full(len(rijen), None, dtype=object)
    gevuld = pd.Series(False, index=rijen)
    problemen: list[Probleem] = []
    if WKT in kolommen:
        vormen, gevuld, problemen = _uit_wkt(kolommen[WKT], namen[WKT])
    rest = ~gevuld.to_numpy(dtype=bool)
    rd, rd_gevuld, rd_problemen = _uit_paar(kolommen, namen, rijen, rest, (X, Y))
    graden, graden_gevuld, graden_problemen = _uit_paar(
        kolommen, namen, rijen, rest, (LENGTE, BREEDTE)
    )
    problemen += rd_problemen + graden_problemen

    meters = shapely.distance(rd, graden)
    oneens = pd.Series(np.nan_to_num(meters) > _EENS_M, index=rijen)
    ver = pd.Series(meters, index=rijen)
    problemen += per_rij(
        oneens,
        _paarnaam(namen, (X, Y)),
        None,
        lambda rij: (
            f"de RD-coördinaten en de lengte en breedte liggen {afstand(ver[rij])} uit elkaar"
        ),
        "verbeter een van beide, of laat er een leeg",
    )
    punten = np.where(shapely.is_missing(rd), graden, rd)
    punten[oneens.to_numpy(dtype=bool)] = None
    vormen = np.where(rest, punten, vormen)
    return Ligging(vormen, ~(gevuld | rd_gevuld | graden_gevuld), tuple(problemen))


def _paarnaam(namen: Mapping[str, str], paar: tuple[str, str]) -> str:
    return opsomming([namen[kolom] for kolom in paar if kolom in namen])


def _uit_paar(
    kolommen: Mapping[str, pd.Series],
    namen: Mapping[str, str],
    rijen: pd.Index,
    rest: np.ndarray[tuple[int], np.dtype[np.bool_]],
    paar: tuple[str, str],
) -> tuple[Vormen, pd.Series, list[Probleem]]:
    leeg = np.full(len(rijen), None, dtype=object)
    if not all(kolom in kolommen for kolom in paar):
        return leeg, pd.Series(False, index=rijen), []
    maat = Maat.METERS if paar == (X, Y) else Maat.GRADEN
    gelezen = [lees_getallen(kolommen[kolom], maat, None) for kolom in paar]
    problemen: list[Probleem] = []
    gevuld = pd.Series(False, index=rijen)
    for kolom, andere, hier, daar in (
        (paar[0], paar[1], gelezen[0], gelezen[1]),
        (paar[1], paar[0], gelezen[1], gelezen[0]),
    ):
        problemen += per_rij(
            hier.onleesbaar & rest,
            namen[kolom],
            kolommen[kolom],
            "deze coördinaat is geen getal",
            "vul alleen het getal in, bijvoorbeeld 155000 of 52,3702",
        )
        ontbreekt = hier.waarden.isna() & ~hier.onleesbaar
        problemen += per_rij(
            ontbreekt & (daar.waarden.notna() | daar.onleesbaar) & rest,
            namen[kolom],
            None,
            f"deze coördinaat ontbreekt, terwijl {namen[andere]} wel is ingevuld",
            "vul beide coördinaten in",
        )
        gevuld |= ~ontbreekt
    x, y = gelezen[0].waarden.to_numpy(), gelezen[1].waarden.to_numpy()
    compleet = ~np.isnan(x) & ~np.isnan(y) & rest
    leeg[compleet] = shapely.points(x[compleet], y[compleet])
    stelsel = CRS_RD if maat is Maat.METERS else CRS_WGS84
    vormen, mis = plaats_in_rd(leeg, rijen, stelsel, _paarnaam(namen, paar), IN_KOLOMMEN)
    return vormen, gevuld, problemen + mis


def _uit_wkt(waarden: pd.Series, naam: str) -> tuple[Vormen, pd.Series, list[Probleem]]:
    tekst = als_tekst(waarden)
    tekst = tekst.mask(is_leeg(tekst), "")
    ruw, onleesbaar = vormen_uit_wkt(tekst)
    problemen = per_rij(
        onleesbaar,
        naam,
        tekst,
        "dit is geen leesbare vorm (WKT)",
        "schrijf bijvoorbeeld POINT (155000 463000), of gebruik kolommen x en y",
    )
    vormen, soort_problemen = toets_soort(ruw, waarden.index, naam)
    stelsel, stelsel_problemen = kies_stelsel(vormen, None, stilzwijgend=False)
    in_rd, mis = plaats_in_rd(vormen, waarden.index, stelsel, naam, IN_BESTAND)
    return in_rd, tekst != "", [*problemen, *soort_problemen, *stelsel_problemen, *mis]
