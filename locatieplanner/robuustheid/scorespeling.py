"""Speling: hoe ver een score naast de echte kan zitten, volgens wat het criterium zelf meldt.

Formule, met u gelijkmatig over 0–1, per kandidaat, per criterium en per trekking::

    score = min(laag + u · (hoog − laag), plafond)
    laag  = max(midden − s, 0)        hoog = min(midden + s, 100)

s hangt af van de status van de score: geschat en afgeleid hebben elk hun speling
(``robuustheid.speling_…_punten`` in ``lagen/parameters.toml``), de andere nul. Gelijkmatig, want
waarbinnen een schatting het waarschijnlijkst is, weet niemand. Verder:

- geeft een criterium zelf een laagste en een hoogste score (spreiding, over de bandbreedte van het
  doel), dan lopen laag en hoog ten minste zo ver;
- kleinschaligheid is de laagste van een absoluut en een relatief deel. Het absolute volgt uit het
  aantal plaatsen en ligt vast (ook als dat aantal uit woningen geschat is): dat is het plafond.
  Alleen het relatieve heeft speling;
- wat onbekend is, blijft onbekend.

De trekkingen zijn onafhankelijk. Een fout die kandidaten delen, zoals een verkeerd doel voor een
hele provincie, maakt in werkelijkheid minder verschil in hun volgorde.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import Weegschaal
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.parameters import Parameters

_PARAMETERS = {
    Status.GESCHAT: "robuustheid.speling_geschat_punten",
    Status.AFGELEID: "robuustheid.speling_afgeleid_punten",
}


@dataclass(frozen=True)
class Scorespeling:
    """Waartussen elke deelscore kan liggen; wat onbekend is, heeft overal 0.

    Parameters
    ----------
    laag, hoog : ndarray, shape (n, 4)
        Grenzen van de trekking, 0–100.
    plafond : ndarray, shape (n, 4)
        Hoger kan de score niet zijn, 0–100.
    """

    laag: NDArray[np.float64]
    hoog: NDArray[np.float64]
    plafond: NDArray[np.float64]

    @classmethod
    def geen(cls, weegschaal: Weegschaal) -> "Scorespeling":
        """Geen speling: elke score is wat zij is."""
        return cls(weegschaal.scores, weegschaal.scores, weegschaal.scores)

    def rijen(self, welke: NDArray[np.int64]) -> "Scorespeling":
        """Geef de speling van deze rijen, in deze volgorde."""
        return Scorespeling(self.laag[welke], self.hoog[welke], self.plafond[welke])


def spelingen(parameters: Parameters) -> dict[Status, float]:
    """Geef per status die speling heeft hoeveel dat is, in punten naar beide kanten."""
    return {status: parameters.getal(id_) for status, id_ in _PARAMETERS.items()}


def scorespeling(beoordeling: Beoordeling) -> Scorespeling:
    """Leid de speling van elke deelscore af uit de maten van een beoordeling."""
    scores = beoordeling.weegschaal.scores
    bekend = beoordeling.weegschaal.bekend > 0
    laag, hoog, plafond = scores.copy(), scores.copy(), np.where(bekend, 100.0, 0.0)
    for kolom, naam in enumerate(CRITERIA):
        maten = beoordeling.maten[naam]
        midden = scores[:, kolom]
        if naam == "kleinschaligheid":
            midden = _of_anders(maten["score_relatief"], midden)
            plafond[:, kolom] = _of_anders(maten["score_absoluut"], plafond[:, kolom])
        speling = _speling(maten["status"], beoordeling.omgeving.parameters)
        laag[:, kolom] = np.maximum(midden - speling, 0.0)
        hoog[:, kolom] = np.minimum(midden + speling, 100.0)
        if {"score_laag", "score_hoog"} <= set(maten.columns):
            grenzen = maten[["score_laag", "score_hoog"]].to_numpy(dtype=np.float64)
            laag[:, kolom] = np.fmin(laag[:, kolom], np.fmin(*grenzen.T))
            hoog[:, kolom] = np.fmax(hoog[:, kolom], np.fmax(*grenzen.T))
    laag, hoog, plafond = (np.where(bekend, deel, 0.0).round(6) for deel in (laag, hoog, plafond))
    return Scorespeling(laag, hoog, plafond)


def _speling(status: pd.Series, parameters: Parameters) -> NDArray[np.float64]:
    """De speling bij de status van elke score, in punten."""
    punten = {str(welke): waarde for welke, waarde in spelingen(parameters).items()}
    return np.asarray(status.astype("str").map(punten).fillna(0.0), dtype=np.float64)


def _of_anders(deel: pd.Series, anders: NDArray[np.float64]) -> NDArray[np.float64]:
    """Het deel, of waar dat onbekend is iets anders."""
    waarden = deel.to_numpy(dtype=np.float64)
    return np.where(np.isnan(waarden), anders, waarden)
