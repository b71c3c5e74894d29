"""Beoordelingen met gekozen deelscores, en wat daar precies over uit te rekenen is."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
from hypothesis import strategies as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import Weegschaal
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.robuustheid.instelling import Instelling
from tests.omgeving import maak_omgeving

NAN = np.nan

PARAMETERS = {
    "robuustheid.speling_geschat_punten": 15,
    "robuustheid.speling_afgeleid_punten": 5,
    "robuustheid.meetkundig_ondergrens_punten": 1,
}

deelscores = st.lists(
    st.lists(st.one_of(st.just(NAN), st.integers(0, 100).map(float)), min_size=4, max_size=4),
    min_size=1,
    max_size=9,
)
"""Deelscores in hele punten, met hier en daar een die onbekend is."""


@cache
def _omgeving() -> Omgeving:
    return maak_omgeving(PARAMETERS)


def maak_beoordeling(
    scores: Sequence[Sequence[float]],
    gewichten: Gewichten | None = None,
    *,
    ids: Sequence[str] | None = None,
    uitgesloten: Sequence[bool] | None = None,
    minimum: float = 0.5,
    status: Status = Status.GESCHAT,
    omgeving: Omgeving | None = None,
) -> Beoordeling:
    """Maak een beoordeling met deze deelscores; alle van dezelfde status."""
    tabel = np.array(scores, dtype=float).reshape(-1, 4)
    index = pd.Index(
        [f"K{nummer}" for nummer in range(len(tabel))] if ids is None else ids, name="id"
    )
    uit = np.zeros(len(tabel), dtype=bool) if uitgesloten is None else np.array(uitgesloten)
    maten = {}
    for kolom, naam in enumerate(CRITERIA):
        score = tabel[:, kolom]
        stand = np.where(np.isnan(score), str(Status.ONBEKEND), str(status))
        maten[naam] = pd.DataFrame({"score": score, "status": stand}, index=index)
    maten["kleinschaligheid"] = maten["kleinschaligheid"].assign(
        score_absoluut=np.where(np.isnan(tabel[:, 1]), NAN, 100.0), score_relatief=tabel[:, 1]
    )
    weegschaal = Weegschaal.van(tabel, uit, minimum)
    keuze = gewichten or Gewichten()
    return Beoordeling(
        kandidaten=gpd.GeoDataFrame({"naam": [f"Locatie {id_}" for id_ in index]}, index=index),
        omgeving=omgeving or _omgeving(),
        maten=maten,
        uitsluitingen=tuple(("uit",) if deel else () for deel in uit),
        aandachtspunten=((),) * len(tabel),
        niet_getoetst=((),) * len(tabel),
        weegschaal=weegschaal,
        gewichten=keuze,
        weging=weegschaal.weeg(keuze.aandelen),
    )


def instelling(**anders: object) -> Instelling:
    """Een instelling met weinig trekkingen en alleen verschuivende gewichten."""
    gewoon = {"trekkingen": 400, "breedte": 0.2, "top": 3, "zaad": 1, "vaste_scores": True}
    return Instelling(**(gewoon | anders))


TWEE_GELIJKMATIG = 1 / np.sqrt(3)
"""Bij twee gelijke gewichten is dit Dirichlet(1, 1): elke verdeling is even waarschijnlijk."""


def exacte_kans(paren: Sequence[tuple[int, int]], top: int) -> list[Fraction]:
    """De kans op een plaats bij de eersten als het gewicht van het eerste criterium gelijkmatig is.

    Totalen zijn lineair in dat gewicht: tussen twee snijpunten staat de volgorde vast.
    """
    snijpunten = {Fraction(0), Fraction(1)}
    for a, b in paren:
        for c, d in paren:
            helling = (a - b) - (c - d)
            if helling and 0 < (snijpunt := Fraction(d - b, helling)) < 1:
                snijpunten.add(snijpunt)
    kansen = [Fraction(0)] * len(paren)
    for links, rechts in pairwise(sorted(snijpunten)):
        t = (links + rechts) / 2
        totalen = [t * a + (1 - t) * b for a, b in paren]
        for rij, totaal in enumerate(totalen):
            if sum(ander > totaal for ander in totalen) < top:
                kansen[rij] += rechts - links
    return kansen
