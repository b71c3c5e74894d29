"""Het stratennet van één reiswijze: knopen, wegvakken en hun lengte.

Te voet en met de fiets is elke straat in twee richtingen open; van de meeste Nederlandse
eenrichtingsstraten zijn fietsers uitgezonderd.

Niet elk los stuk straat hoort erbij. Het grootste samenhangende deel blijft, en elk ander deel dat
groot genoeg is: de Waddeneilanden hangen niet aan het vasteland, maar zijn echte plaatsen met eigen
winkels. Wat kleiner is, is een binnenplaats, een parkeerdek of een fout in de kaart. Een kandidaat
die daaraan vasthecht zou nergens kunnen komen, terwijl de straat ernaast wel doorloopt.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import LaagFout
from locatieplanner.netwerk.celindex import Celindex, uitgerold, z_code
from locatieplanner.netwerk.maat import op_maat

KLEINSTE_DEEL = 1_000
"""Zoveel knopen heeft een los deel van het net ten minste; ongeveer een dorp."""

_PUNTEN = ("x_van", "y_van", "x_naar", "y_naar", "lengte_m")
_KNOOPCEL_M = 512.0
_WEGVAKCEL_M = 64.0
_WEGVAKKEN_TEGELIJK = 1_000_000

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]


@dataclass(frozen=True)
class Bouwverslag:
    """Wat er bij het bouwen van een net gelezen is en wat er niet in kwam.

    Parameters
    ----------
    knopen_gelezen, wegvakken_gelezen : int
        Wat er voor deze reiswijze in de straten stond.
    lussen : int
        Wegvakken van een knoop naar zichzelf; zij doen niet mee.
    dubbel : int
        Wegvakken tussen twee knopen waar al een korter of even lang wegvak tussen ligt.
    delen : int
        In hoeveel losse delen de straten uiteenvallen.
    delen_weg, knopen_weg : int
        Hoeveel daarvan te klein waren, en hoeveel knopen dat scheelt.
    km_weg : float
        Hoeveel kilometer straat dat scheelt.
    """

    knopen_gelezen: int
    wegvakken_gelezen: int
    lussen: int
    dubbel: int
    delen: int
    delen_weg: int
    knopen_weg: int
    km_weg: float

    @property
    def zin(self) -> str:
        """Hoe groot het net is en wat er niet in kwam, in woorden."""
        blijft = f"{getal(self.knopen_gelezen - self.knopen_weg)} knopen"
        if not self.delen_weg:
            return blijft
        delen = "1 los deel" if self.delen_weg == 1 else f"{getal(self.delen_weg)} losse delen"
        return (
            f"{blijft}; {delen} weggelaten ({getal(self.knopen_weg)} knopen, "
            f"{getal(self.km_weg, 1)} km straat)"
        )


@dataclass(frozen=True)
class Stratennet:
    """Een net van straten voor één reiswijze.

    Parameters
    ----------
    wijze : str
        Id van de reiswijze.
    knopen : ndarray, shape (n, 2)
        Ligging van elke knoop, RD; op volgorde van een Z-kromme.
    indptr, indices : ndarray of int32; data : ndarray
        Symmetrische afstandsmatrix van buurknopen in CSR-vorm, meters.
    van, naar : ndarray of int32, shape (m,)
        Knopen aan de einden van elk wegvak; ``van < naar``.
    lengte_m : ndarray, shape (m,)
        Lengte van elk wegvak, op de maat van `netwerk.maat` en nooit korter dan de rechte lijn.
    knoopindex, wegvakindex : Celindex
        Welke knopen en wegvakken waar liggen.
    verslag : Bouwverslag
        Waar het net van gebouwd is.
    """

    wijze: str
    knopen: Getallen
    indptr: NDArray[np.int32]
    indices: NDArray[np.int32]
    data: Getallen
    van: NDArray[np.int32]
    naar: NDArray[np.int32]
    lengte_m: Getallen
    knoopindex: Celindex
    wegvakindex: Celindex
    verslag: Bouwverslag

    @property
    def matrix(self) -> csr_array:
        """De afstandsmatrix, op dezelfde getallen in het geheugen."""
        aantal = len(self.knopen)
        return csr_array((self.data, self.indices, self.indptr), shape=(aantal, aantal), copy=False)

    def punten_op(self, wegvak: Nummers, deel: Getallen) -> Getallen:
        """Geef de punten op `deel` (0–1) van elk wegvak, shape (k, 2), RD."""
        begin, einde = self.knopen[self.van[wegvak]], self.knopen[self.naar[wegvak]]
        return begin + deel[:, np.newaxis] * (einde - begin)


def bouw(straten: pd.DataFrame, wijze: str, kleinste_deel: int = KLEINSTE_DEEL) -> Stratennet:
    """Bouw het net van één reiswijze.

    Parameters
    ----------
    straten : DataFrame
        Eén rij per stuk straat tussen twee knopen: ``van``, ``naar``, ``x_van``, ``y_van``,
        ``x_naar``, ``y_naar`` (RD, meters), ``lengte_m`` en een kolom ja/nee per reiswijze.
    wijze : str
        De reiswijze, een van die kolommen.
    kleinste_deel : int, optional
        Een los deel met minder knopen doet niet mee, tenzij het het grootste is.

    Raises
    ------
    LaagFout
        Als een kolom ontbreekt, of een ligging of lengte geen gewoon getal is.
    """
    _eis_kolommen(straten, wijze)
    rijen = straten.loc[straten[wijze].to_numpy(dtype=bool)]
    ids = rijen[["van", "naar"]].to_numpy(dtype=np.int64).T.ravel()
    x, y = (rijen[[f"{as_}_van", f"{as_}_naar"]].to_numpy(float).T.ravel() for as_ in "xy")
    _, eerste, knoop = np.unique(ids, return_index=True, return_inverse=True)
    knopen = np.column_stack([x[eerste], y[eerste]])
    lengte_m = rijen["lengte_m"].to_numpy(dtype=np.float64)
    if not (np.isfinite(knopen).all() and np.isfinite(lengte_m).all() and (lengte_m > 0).all()):
        raise LaagFout(
            "De straten hebben een knoop zonder ligging of een stuk zonder lengte. "
            "Haal ze opnieuw op: locatieplanner lagen ververs straten."
        )
    einden = np.sort(knoop.reshape(2, -1), axis=0)
    van, naar, lengte_m, lussen, dubbel = _kortste(einden[0], einden[1], lengte_m)
    blijft, delen, delen_weg = _grote_delen(len(knopen), van, naar, kleinste_deel)
    weg = ~blijft[van]
    verslag = Bouwverslag(
        knopen_gelezen=len(knopen),
        wegvakken_gelezen=len(rijen),
        lussen=lussen,
        dubbel=dubbel,
        delen=delen,
        delen_weg=delen_weg,
        knopen_weg=int((~blijft).sum()),
        km_weg=float(lengte_m[weg].sum() / 1000),
    )
    return _genummerd(wijze, knopen, blijft, van[~weg], naar[~weg], lengte_m[~weg], verslag)


def _eis_kolommen(straten: pd.DataFrame, wijze: str) -> None:
    ontbreekt = [k for k in ("van", "naar", *_PUNTEN, wijze) if k not in straten.columns]
    if ontbreekt:
        raise LaagFout(
            f"De straten hebben geen kolom {', '.join(ontbreekt)}. "
            "Haal ze opnieuw op: locatieplanner lagen ververs straten."
        )


def _kortste(
    van: Nummers, naar: Nummers, lengte_m: Getallen
) -> tuple[Nummers, Nummers, Getallen, int, int]:
    """Haal lussen weg, en van wegvakken tussen dezelfde knopen alle behalve de kortste."""
    recht = np.flatnonzero(van != naar)
    volgorde = recht[np.lexsort((lengte_m[recht], naar[recht], van[recht]))]
    van_, naar_ = van[volgorde], naar[volgorde]
    eerste = np.ones(len(volgorde), dtype=bool)
    eerste[1:] = (van_[1:] != van_[:-1]) | (naar_[1:] != naar_[:-1])
    lussen, dubbel = len(van) - len(recht), len(recht) - int(eerste.sum())
    return van_[eerste], naar_[eerste], lengte_m[volgorde][eerste], lussen, dubbel


def _grote_delen(
    aantal: int, van: Nummers, naar: Nummers, kleinste: int
) -> tuple[NDArray[np.bool_], int, int]:
    """Zeg welke knopen in een deel liggen dat blijft, hoeveel delen er zijn en hoeveel er gaan."""
    if aantal == 0:
        return np.zeros(0, dtype=bool), 0, 0
    buren = csr_array((np.ones(len(van), dtype=bool), (van, naar)), shape=(aantal, aantal))
    delen, deel = connected_components(buren, directed=False)
    grootte = np.bincount(deel)
    groot = grootte >= kleinste
    groot[np.argmax(grootte)] = True
    return groot[deel], int(delen), int((~groot).sum())


def _genummerd(
    wijze: str,
    knopen: Getallen,
    blijft: NDArray[np.bool_],
    van: Nummers,
    naar: Nummers,
    lengte_m: Getallen,
    verslag: Bouwverslag,
) -> Stratennet:
    """Nummer de knopen langs een Z-kromme en maak de matrix en de indexen."""
    over = np.flatnonzero(blijft)
    laagste = np.floor(knopen[over].min(axis=0)) if len(over) else np.zeros(2)
    x, y = laagste.tolist()
    hoek = (float(x), float(y))
    over = over[np.argsort(z_code((knopen[over] - hoek).astype(np.int64)), kind="stable")]
    nummer = np.empty(len(knopen), dtype=np.int32)
    nummer[over] = np.arange(len(over), dtype=np.int32)
    knopen = knopen[over]
    einden = np.sort(np.stack([nummer[van], nummer[naar]]), axis=0)
    volgorde = np.lexsort((einden[1], einden[0]))
    van_, naar_ = einden[:, volgorde]
    lijn_m = np.hypot(*(knopen[van_] - knopen[naar_]).T)
    lengte_m = op_maat(np.maximum(lengte_m[volgorde], lijn_m))
    matrix = csr_array(
        (np.tile(lengte_m, 2), (np.concatenate([van_, naar_]), np.concatenate([naar_, van_]))),
        shape=(len(knopen), len(knopen)),
    )
    return Stratennet(
        wijze=wijze,
        knopen=knopen,
        indptr=matrix.indptr.astype(np.int32, copy=False),
        indices=matrix.indices.astype(np.int32, copy=False),
        data=matrix.data,
        van=van_,
        naar=naar_,
        lengte_m=lengte_m,
        knoopindex=_knoopindex(hoek, knopen),
        wegvakindex=_wegvakindex(hoek, knopen[van_], knopen[naar_]),
        verslag=verslag,
    )


def _knoopindex(hoek: tuple[float, float], knopen: Getallen) -> Celindex:
    cellen = np.floor((knopen - hoek) / _KNOOPCEL_M).astype(np.int64)
    nummers = np.arange(len(knopen), dtype=np.int32)
    return Celindex.van_cellen(hoek, _KNOOPCEL_M, cellen, nummers)


def _wegvakindex(hoek: tuple[float, float], begin: Getallen, einde: Getallen) -> Celindex:
    """Maak de index van alle cellen waar elk wegvak doorheen loopt."""
    cellen, dingen = [np.empty((0, 2), dtype=np.int64)], [np.empty(0, dtype=np.int32)]
    for eerste in range(0, len(begin), _WEGVAKKEN_TEGELIJK):
        stuk = slice(eerste, eerste + _WEGVAKKEN_TEGELIJK)
        cel, ding = _doorlopen_cellen(begin[stuk] - hoek, einde[stuk] - hoek)
        cellen.append(cel)
        dingen.append((ding + eerste).astype(np.int32))
    return Celindex.van_cellen(hoek, _WEGVAKCEL_M, np.concatenate(cellen), np.concatenate(dingen))


def _doorlopen_cellen(begin: Getallen, einde: Getallen) -> tuple[Nummers, Nummers]:
    """Geef de cellen waar lijnstukken doorheen lopen, en bij elke cel het nummer van de lijn.

    Eerst alle cellen van de omhullende rechthoek, dan daarvan die waar de lijn doorheen gaat: het
    midden ligt niet verder van de lijn dan het vierkant, gezien langs de lijn, breed is.
    """
    laag = np.floor(np.minimum(begin, einde) / _WEGVAKCEL_M).astype(np.int64)
    hoog = np.floor(np.maximum(begin, einde) / _WEGVAKCEL_M).astype(np.int64)
    breed, aantal = hoog[:, 0] - laag[:, 0] + 1, (hoog - laag + 1).prod(axis=1)
    ding = np.repeat(np.arange(len(begin)), aantal)
    binnen = uitgerold(np.zeros_like(aantal), aantal)
    cel = laag[ding] + np.column_stack([binnen % breed[ding], binnen // breed[ding]])
    richting = (einde - begin)[ding]
    naar_midden = (cel + 0.5) * _WEGVAKCEL_M - begin[ding]
    kruis = richting[:, 0] * naar_midden[:, 1] - richting[:, 1] * naar_midden[:, 0]
    bereik = np.abs(richting).sum(axis=1) * (_WEGVAKCEL_M / 2) * (1 + 1e-9) + 1e-9
    raakt = np.abs(kruis) <= bereik
    return cel[raakt], ding[raakt]
