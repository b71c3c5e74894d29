"""De rang van elke kandidaat in elke trekking, met de regels van het wegen zelf.

Totaal, afronding, volledigheid, uitsluiting en gedeelde rangen zijn die van
`locatieplanner.beoordeling.weging`; hier gaan veel trekkingen tegelijk.
"""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from locatieplanner.beoordeling.weging import (
    GEEN_RANG,
    Weegschaal,
    afgerond_totaal,
    afgeronde_volledigheid,
)
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import InvoerFout
from locatieplanner.robuustheid.scorespeling import Scorespeling

Rangen = NDArray[np.unsignedinteger]
"""Rangen als natuurlijke getallen, zo klein als zij passen."""

RANGEN_HOOGSTENS = 250_000_000
"""Zoveel rangen passen in het geheugen van een gewone computer: 0,5 tot 1 GB."""

_CELLEN_TEGELIJK = 50_000
"""Zoveel totalen tegelijk passen in het snelle geheugen van de processor."""


def trek_rangen(
    weegschaal: Weegschaal,
    speling: Scorespeling,
    gewichten: NDArray[np.float64],
    toeval: Generator,
) -> Rangen:
    """Trek scores, weeg ze met elke trekking van gewichten, en geef de rangen.

    Parameters
    ----------
    weegschaal : Weegschaal
        De deelscores van n kandidaten.
    speling : Scorespeling
        Waartussen elke deelscore kan liggen; zonder enig verschil wordt er niets getrokken.
    gewichten : ndarray, shape (trekkingen, 4)
        Aandelen; elke rij is samen 1.
    toeval : Generator
        Waaruit de scores getrokken worden.

    Returns
    -------
    ndarray of uint16 or uint32, shape (trekkingen, n)
        1 is de hoogste; `GEEN_RANG` voor wie in die trekking niet meedoet.

    Raises
    ------
    InvoerFout
        Als de rangen niet in het geheugen passen.
    """
    vorm = (len(gewichten), len(weegschaal.scores))
    if vorm[0] * vorm[1] > RANGEN_HOOGSTENS:
        raise InvoerFout(
            f"{getal(vorm[0])} trekkingen van {getal(vorm[1])} kandidaten passen niet in het "
            f"geheugen; vraag er hoogstens {getal(RANGEN_HOOGSTENS // vorm[1])}."
        )
    uit: Rangen = np.empty(vorm, np.uint16 if vorm[1] < 2**16 else np.uint32)
    patronen, patroon = np.unique(weegschaal.bekend, axis=0, return_inverse=True)
    patroon = patroon.reshape(-1)
    tegelijk = max(_CELLEN_TEGELIJK // max(vorm[1], 1), 1)
    for begin in range(0, vorm[0], tegelijk):
        deel = gewichten[begin : begin + tegelijk]
        bekend = deel @ patronen.T
        with np.errstate(invalid="ignore", divide="ignore"):
            totaal = afgerond_totaal(_gewogen(deel, speling, toeval) / bekend[:, patroon])
        mee = weegschaal.doet_mee(afgeronde_volledigheid(bekend)[:, patroon])
        uit[begin : begin + tegelijk] = _rangschik(totaal, mee)
    return uit


def _gewogen(
    gewichten: NDArray[np.float64], speling: Scorespeling, toeval: Generator
) -> NDArray[np.float64]:
    """De som van gewicht × getrokken score, per trekking (rij) en kandidaat (kolom)."""
    ruimte = speling.hoog - speling.laag
    if not ruimte.any():
        return gewichten @ np.minimum(speling.laag, speling.plafond).T
    som = np.zeros((len(gewichten), len(ruimte)))
    # Enkele precisie volstaat: een stap is dan nog geen honderdduizendste punt. De volgorde van
    # trekken (trekking, criterium, kandidaat) hangt niet af van hoeveel er tegelijk gaan.
    toevallig = toeval.random((len(gewichten), ruimte.shape[1], len(ruimte)), dtype=np.float32)
    for kolom in range(ruimte.shape[1]):
        score = toevallig[:, kolom] * ruimte[:, kolom]
        score += speling.laag[:, kolom]
        np.minimum(score, speling.plafond[:, kolom], out=score)
        score *= gewichten[:, kolom, np.newaxis]
        som += score
    return som


def _rangschik(totaal: NDArray[np.float64], mee: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Rang per rij van hoog naar laag; gelijke totalen delen de hoogste rang."""
    sleutel = np.where(mee, -totaal, np.inf)
    volgorde = np.argsort(sleutel, axis=1)
    gesorteerd = np.take_along_axis(sleutel, volgorde, axis=1)
    plaats = np.broadcast_to(np.arange(1, totaal.shape[1] + 1), totaal.shape).copy()
    plaats[:, 1:][gesorteerd[:, 1:] == gesorteerd[:, :-1]] = 0
    rang = np.empty_like(plaats)
    np.put_along_axis(rang, volgorde, np.maximum.accumulate(plaats, axis=1), axis=1)
    rang[~mee] = GEEN_RANG
    return rang
