"""Straten uit OpenStreetMap: stukken tussen twee knopen, elk één keer, met hun lengte."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

import networkx as nx
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from locatieplanner.bronnen.osmkeuze import Kiezer, Wijze, kiezer
from locatieplanner.bronnen.osmligging import Getallen, naar_rd

LIGGING = ("x_van", "y_van", "x_naar", "y_naar")
"""Kolommen met begin en einde van een stuk, RD in meters."""

_KORTST_M = 0.01

Nummers = NDArray[np.int64]


def straten(stukken: pd.DataFrame, wijzen: Iterable[str]) -> pd.DataFrame:
    """Maak van losse stukken de tabel met straten.

    Een stuk dat twee keer voorkomt, in welke richting ook, komt er één keer in en staat open voor
    elke wijze waarvoor een van beide openstaat. Stukken die voor geen enkele wijze openstaan en
    lussen op één knoop vervallen.

    Parameters
    ----------
    stukken : DataFrame
        Kolommen ``van`` en ``naar`` (knoopnummers), `LIGGING`, ``lengte_m`` en een vlag per wijze.
    wijzen : iterable of str
        De reiswijzen.

    Returns
    -------
    DataFrame
        Dezelfde kolommen, met ``van < naar`` en daarop gesorteerd.
    """
    wijzen = list(wijzen)
    open_ = stukken[wijzen].to_numpy(dtype=bool)
    van, naar = stukken["van"].to_numpy(), stukken["naar"].to_numpy()
    bruikbaar = np.flatnonzero(open_.any(axis=1) & (van != naar))
    om = van > naar
    laag, hoog = np.where(om, naar, van), np.where(om, van, naar)
    volgorde = bruikbaar[np.lexsort((hoog[bruikbaar], laag[bruikbaar]))]
    laag, hoog = laag[volgorde], hoog[volgorde]
    nieuw = np.ones(len(volgorde), dtype=bool)
    nieuw[1:] = (laag[1:] != laag[:-1]) | (hoog[1:] != hoog[:-1])
    begin = np.flatnonzero(nieuw)
    eerste = volgorde[begin]
    om = om[eerste]
    x_van, y_van, x_naar, y_naar = (stukken[kolom].to_numpy()[eerste] for kolom in LIGGING)
    lengte = stukken["lengte_m"].to_numpy()[volgorde]
    if len(begin):
        # Gelijke stukken hebben gelijke lengte, behalve waar een bron haar naar rato verdeelde.
        lengte = np.minimum.reduceat(lengte, begin)
        open_ = np.logical_or.reduceat(open_[volgorde], begin, axis=0)
    return pd.DataFrame(
        {
            "van": laag[begin],
            "naar": hoog[begin],
            "x_van": np.where(om, x_naar, x_van),
            "y_van": np.where(om, y_naar, y_van),
            "x_naar": np.where(om, x_van, x_naar),
            "y_naar": np.where(om, y_van, y_naar),
            "lengte_m": lengte,
            **{wijze: open_[: len(begin), nummer] for nummer, wijze in enumerate(wijzen)},
        }
    )


def lengte_m(x_van: Getallen, y_van: Getallen, x_naar: Getallen, y_naar: Getallen) -> Getallen:
    """Geef de lengte van rechte stukken in het platte vlak van RD (m).

    Twee knopen op dezelfde plek krijgen 1 cm: zonder dat stuk zou de straat daar ophouden.
    """
    lengte: Getallen = np.maximum(np.hypot(x_naar - x_van, y_naar - y_van), _KORTST_M)
    return lengte


def straten_van_graaf(graaf: nx.MultiDiGraph, wijzen: Mapping[str, Wijze]) -> pd.DataFrame:
    """Maak de tabel met straten van een graaf van osmnx.

    Parameters
    ----------
    graaf : MultiDiGraph
        Knopen met ``x`` en ``y`` in het stelsel van ``graaf.graph["crs"]``; takken met ``length``
        (m), hun tags en, in een vereenvoudigde graaf, ``geometry``.
    wijzen : Mapping of str to Wijze
        De reiswijzen.

    Returns
    -------
    DataFrame
        Zoals `straten`. De som van ``lengte_m`` over de stukken van een tak is haar ``length``:
        een tak met een vorm wordt in stukken geknipt, en haar lengte naar rato verdeeld.

    Notes
    -----
    De tussenpunten van een vereenvoudigde tak hebben geen knoopnummer meer; zij krijgen een
    negatief nummer, per plek en per paar uiteinden, zodat heen en terug dezelfde stukken geven.
    Een samengevoegde tak met meer waarden voor een tag staat open als zij dat voor elk daarvan is.
    """
    kies = kiezer(wijzen.values())
    sleutels = frozenset().union(*(wijze.sleutels for wijze in wijzen.values()))
    takken = list(graaf.edges(data=True))
    punten = [_punten(graaf, u, v, tak) for u, v, tak in takken]
    aantal = np.array([len(deel) for deel in punten], dtype=np.int64)
    plek = np.vstack(punten) if punten else np.empty((0, 2))
    uiteinden = np.array([(u, v) for u, v, _ in takken], dtype=np.int64).reshape(-1, 2)
    knopen = _knopen(uiteinden, aantal, plek)
    x, y = naar_rd(plek[:, 0], plek[:, 1], str(graaf.graph["crs"]))
    tak_van_punt = np.repeat(np.arange(len(takken)), aantal)
    van = np.flatnonzero(tak_van_punt[:-1] == tak_van_punt[1:])
    naar, tak = van + 1, tak_van_punt[van]
    recht_m = lengte_m(x[van], y[van], x[naar], y[naar])
    tak_m = np.array([gegevens["length"] for _, _, gegevens in takken], dtype=np.float64)
    deel = recht_m / np.bincount(tak, recht_m)[tak]
    open_ = [_open(gegevens, kies, sleutels) for _, _, gegevens in takken]
    stukken = pd.DataFrame(
        {
            "van": knopen[van],
            "naar": knopen[naar],
            "x_van": x[van],
            "y_van": y[van],
            "x_naar": x[naar],
            "y_naar": y[naar],
            "lengte_m": np.maximum(deel * tak_m[tak], _KORTST_M),
            **{
                wijze: np.array([wijze in deel for deel in open_], dtype=bool)[tak]
                for wijze in wijzen
            },
        }
    )
    return straten(stukken, wijzen)


def _punten(graaf: nx.MultiDiGraph, u: int, v: int, tak: Mapping[str, object]) -> Getallen:
    """Geef de punten van een tak, met de knopen zelf als uiteinden."""
    begin, einde = ((graaf.nodes[knoop]["x"], graaf.nodes[knoop]["y"]) for knoop in (u, v))
    vorm = tak.get("geometry")
    tussen = shapely.get_coordinates(vorm)[1:-1] if vorm is not None else np.empty((0, 2))
    return np.vstack([[begin], tussen, [einde]])


def _knopen(uiteinden: Nummers, aantal: Nummers, plek: Getallen) -> Nummers:
    """Geef van elk punt het knoopnummer; een tussenpunt krijgt een negatief nummer."""
    laag, hoog = (np.repeat(kant, aantal) for kant in (uiteinden.min(1), uiteinden.max(1)))
    sleutel = pd.DataFrame({"laag": laag, "hoog": hoog, "x": plek[:, 0], "y": plek[:, 1]})
    groep = sleutel.groupby(list(sleutel), sort=False).ngroup().to_numpy()
    knopen: Nummers = -1 - groep.astype(np.int64)
    einde = np.cumsum(aantal) - 1
    knopen[einde - aantal + 1] = uiteinden[:, 0]
    knopen[einde] = uiteinden[:, 1]
    return knopen


def _open(tak: Mapping[str, object], kies: Kiezer, sleutels: frozenset[str]) -> frozenset[str]:
    """Geef de wijzen waarvoor een tak openstaat, bij elke waarde van haar tags."""
    keuzes = (kies(tags) for tags in _tags(tak, sleutels))
    return frozenset.intersection(*(frozenset(keuze) for keuze in keuzes))


def _tags(tak: Mapping[str, object], sleutels: frozenset[str]) -> Iterator[dict[str, str]]:
    waarden = {
        sleutel: waarde if isinstance(waarde, list) else [waarde]
        for sleutel, waarde in tak.items()
        if sleutel in sleutels
    }
    for keuze in product(*waarden.values()):
        yield dict(zip(waarden, map(str, keuze), strict=True))
