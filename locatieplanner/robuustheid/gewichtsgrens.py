"""Gewichtsgrens: hoe ver een gewicht kan schuiven voordat de eerste plaats verandert.

Berekend, niet getrokken. Schuift het aandeel van criterium j naar t, dan schuiven de andere naar
verhouding mee::

    wᵢ(t)     = (1 − t) · wᵢ / (1 − wⱼ)     voor i ≠ j
    totaal(t) = Σ w(t) · score / Σ w(t)     over de bekende criteria

Teller en noemer zijn lineair in t. Of een ander boven de eerste uitkomt, is dus een ongelijkheid
van de tweede graad, en of iemand genoeg bekend is voor een rang een van de eerste: beide zijn op
te lossen. De grens is het eerste punt, aan elke kant van de keuze, waarna niet meer precies
dezelfde kandidaat of kandidaten eerste zijn. Op de grens zelf wordt de plaats vaak gedeeld.

De rangorde rondt totalen af op zes decimalen; een miljoenste punt voorbij de grens kan daarin nog
gelijk heten.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.gewichten import CRITERIA

_STAP = 1e-6
"""Zo ver voorbij een grens wordt gekeken wie daar eerste is; wat korter duurt, telt niet."""

_EENHEID = 1e-6
"""De volledigheid telt op zes decimalen; een halve eenheid te weinig rondt nog naar boven af."""

_GELIJK = 1e-9
"""Kleinere verschillen zijn rekenafronding."""


@dataclass(frozen=True)
class Gewichtsgrens:
    """Waartussen het gewicht van één criterium kan liggen zonder dat de eerste plaats verandert.

    Parameters
    ----------
    criterium : str
        Naam van het criterium.
    aandeel : float
        Het gekozen gewicht als aandeel, 0–1.
    laag, hoog : float
        De grenzen als aandeel; 0 en 1 als er aan die kant geen is. NaN als niemand een rang heeft.
        Beide gelijk aan `aandeel` als dit het enige criterium met gewicht is: dan valt er niets te
        verschuiven.
    opvolgers_laag, opvolgers_hoog : tuple of str
        De id's van wie voorbij die grens eerste is; leeg als er geen grens is, of als daar niemand
        meer een rang heeft.
    """

    criterium: str
    aandeel: float
    laag: float
    hoog: float
    opvolgers_laag: tuple[str, ...]
    opvolgers_hoog: tuple[str, ...]


@dataclass(frozen=True)
class _Lijn:
    """Teller en noemer van elk totaal, van de keuze (u = 0) naar één kant, tot u = `einde`."""

    teller: NDArray[np.float64]
    teller_per_u: NDArray[np.float64]
    noemer: NDArray[np.float64]
    noemer_per_u: NDArray[np.float64]
    einde: float

    def totaal(self, u: float) -> NDArray[np.float64]:
        """Het totaal van elke kandidaat op u; NaN of oneindig waar niets bekend is."""
        with np.errstate(invalid="ignore", divide="ignore"):
            teller = self.teller + u * self.teller_per_u
            return np.asarray(teller / (self.noemer + u * self.noemer_per_u), dtype=np.float64)


def eersten(beoordeling: Beoordeling) -> tuple[str, ...]:
    """Geef de id's van wie nu eerste is; leeg als niemand een rang heeft."""
    return _ids(beoordeling, beoordeling.weging.rang == 1)


def gewichtsgrenzen(beoordeling: Beoordeling) -> tuple[Gewichtsgrens, ...]:
    """Geef per criterium waartussen het gewicht kan schuiven zonder een andere eerste plaats."""
    return tuple(_grens(beoordeling, kolom) for kolom in range(len(CRITERIA)))


def _grens(beoordeling: Beoordeling, kolom: int) -> Gewichtsgrens:
    aandeel = float(beoordeling.gewichten.aandelen[kolom])
    eerste = beoordeling.weging.rang == 1
    if not eerste.any():
        return Gewichtsgrens(CRITERIA[kolom], aandeel, np.nan, np.nan, (), ())
    if aandeel == 1.0:
        return Gewichtsgrens(CRITERIA[kolom], aandeel, aandeel, aandeel, (), ())
    omlaag, onder = _verste(beoordeling, _lijn(beoordeling, kolom, -1.0), eerste)
    omhoog, boven = _verste(beoordeling, _lijn(beoordeling, kolom, 1.0), eerste)
    return Gewichtsgrens(
        CRITERIA[kolom],
        aandeel,
        laag=aandeel - omlaag,
        # Is er geen grens, dan is het precies 1, en niet wat optellen ervan maakt.
        hoog=aandeel + omhoog if omhoog < 1 - aandeel else 1.0,
        opvolgers_laag=_ids(beoordeling, onder),
        opvolgers_hoog=_ids(beoordeling, boven),
    )


def _lijn(beoordeling: Beoordeling, kolom: int, kant: float) -> _Lijn:
    """De lijn waarlangs het aandeel van één criterium schuift; `kant` is 1 omhoog, −1 omlaag."""
    weegschaal, aandelen = beoordeling.weegschaal, beoordeling.gewichten.aandelen
    aandeel = float(aandelen[kolom])
    per_u = -aandelen / (1 - aandeel)
    per_u[kolom] = 1.0
    return _Lijn(
        teller=weegschaal.scores @ aandelen,
        teller_per_u=kant * (weegschaal.scores @ per_u),
        noemer=weegschaal.bekend @ aandelen,
        noemer_per_u=kant * (weegschaal.bekend @ per_u),
        einde=1 - aandeel if kant > 0 else aandeel,
    )


def _verste(
    beoordeling: Beoordeling, lijn: _Lijn, eerste: NDArray[np.bool_]
) -> tuple[float, NDArray[np.bool_]]:
    """Hoe ver het aandeel kan schuiven, en wie daarna eerste is (niemand als er geen grens is)."""
    mee = ~beoordeling.uitgesloten
    van, tot = _met_rang(lijn, beoordeling.weegschaal.volledigheid_minimum)
    verliest = np.where(tot < lijn.einde, tot, np.inf)
    verschil = _verschil(lijn, int(np.flatnonzero(eerste)[0]))
    haalt_in = np.where(mee & ~eerste, _onder_nul(verschil, van, tot), np.inf)
    blijft_gelijk = np.all(np.abs(verschil) <= _GELIJK, axis=0)
    valt_weg = np.where(eerste, np.where(blijft_gelijk, verliest, 0.0), np.inf)
    grens = float(min(haalt_in.min(), valt_weg.min()))
    if grens >= lijn.einde - _STAP:
        return lijn.einde, np.zeros_like(eerste)
    daar = grens + _STAP
    return grens, _hoogste(lijn, daar, mee & (van <= daar) & (daar <= tot))


def _met_rang(lijn: _Lijn, minimum: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Van waar tot waar elke kandidaat genoeg bekend is; nergens is van oneindig."""
    drempel = max(np.ceil(minimum / _EENHEID - 1e-3), 1.0) * _EENHEID - _EENHEID / 2
    nu = lijn.noemer >= drempel
    with np.errstate(invalid="ignore", divide="ignore"):
        omslag = (drempel - lijn.noemer) / lijn.noemer_per_u
    van = np.where(nu, 0.0, np.where(lijn.noemer_per_u > 0, omslag, np.inf))
    tot = np.where(nu & (lijn.noemer_per_u < 0), np.minimum(omslag, lijn.einde), lijn.einde)
    return van, tot


def _verschil(lijn: _Lijn, rij: int) -> NDArray[np.float64]:
    """Coëfficiënten (1, u, u²) van het verschil met één kandidaat, maal beide noemers.

    Boven nul waar die ene hoger staat, onder nul waar de ander dat doet.
    """
    t, dt = lijn.teller, lijn.teller_per_u
    n, dn = lijn.noemer, lijn.noemer_per_u
    return np.array(
        [
            t[rij] * n - t * n[rij],
            t[rij] * dn + dt[rij] * n - t * dn[rij] - dt * n[rij],
            dt[rij] * dn - dt * dn[rij],
        ]
    )


def _onder_nul(
    parabool: NDArray[np.float64], van: NDArray[np.float64], tot: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Het begin van het eerste stuk tussen `van` en `tot` waar de parabool onder nul is.

    Oneindig als dat er niet is. Een parabool gaat hooguit één keer van boven naar onder nul: in het
    nulpunt waar zij daalt.
    """
    nul, een, twee = parabool
    met_rang = van + np.where(van > 0, _STAP, 0.0)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        begin = nul + met_rang * (een + met_rang * twee)
        wortel = np.sqrt(een * een - 4 * twee * nul)
        # Wat nul alleen raakt, gaat er niet onder: de nulpunten liggen dan te dicht bij elkaar.
        snijdt = (wortel > 0) & ~((twee > 0) & (wortel < _STAP * twee))
        # Twee schrijfwijzen van hetzelfde nulpunt; steeds die zonder verschil van bijna gelijken.
        daalt = np.where(een < 0, 2 * nul / (wortel - een), (-een - wortel) / (2 * twee))
        kan = snijdt & (daalt >= van) & (daalt < tot - _STAP)
    uit = np.where(kan, daalt, np.inf)
    return np.where((begin < 0) & (met_rang < tot), van, uit)


def _hoogste(lijn: _Lijn, u: float, mee: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Wie op u de hoogste is van wie meedoet."""
    totaal = np.where(mee, lijn.totaal(u), -np.inf)
    return np.asarray(mee & (totaal >= totaal.max() - 1e-12), dtype=bool)


def _ids(beoordeling: Beoordeling, welke: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(sorted(str(id_) for id_ in beoordeling.kandidaten.index[welke]))
