"""Robuustheid: wat er van de rangorde overblijft als gewichten en scores verschuiven (SMAA).

Per trekking andere gewichten (`locatieplanner.robuustheid.gewichtstrekking`) en andere scores
(`locatieplanner.robuustheid.scorespeling`), steeds gewogen en gerangschikt zoals altijd. Over alle
trekkingen, per kandidaat::

    kans_top         = deel van de trekkingen met rang ≤ k
    kans_eerste      = deel met rang 1
    verwachte_rang   = gemiddelde rang, over de trekkingen met een rang
    rang_laag, _hoog = kleinste rang waar ten minste 5 en 95 % op of onder ligt
    gewicht_…        = gemiddelde gewichten van de trekkingen waarin zij eerste is

Gelijke totalen delen een rang, zoals in de rangorde zelf: van wie samen eerste is, is elk eerste.

Bron: Lahdelma, Hokkanen & Salminen (1998), SMAA – Stochastic multiobjective acceptability
analysis, European Journal of Operational Research 106.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import GEEN_RANG, Weegschaal
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.robuustheid.gewichtstrekking import afwijking, trek_gewichten
from locatieplanner.robuustheid.instelling import Instelling
from locatieplanner.robuustheid.rangtrekking import Rangen, trek_rangen
from locatieplanner.robuustheid.scorespeling import Scorespeling, scorespeling, spelingen

STAARTEN = (0.05, 0.95)
"""Tussen deze delen ligt het 90 %-interval van een rang."""

_Z_95 = 1.959964
"""Zoveel standaardfouten is een marge van 95 %."""

_CELLEN_TEGELIJK = 1_000_000


@dataclass(frozen=True)
class Robuustheid:
    """Uitkomst van een robuustheidstoets.

    Parameters
    ----------
    instelling : Instelling
        Waarmee getrokken is.
    kandidaten : DataFrame
        Index ``id``, in de volgorde van de kandidaten: ``naam``, ``rang`` (nu; NA = geen),
        ``uitgesloten``, ``kans_top``, ``kans_eerste``, ``kans_op_rang`` (deel van de trekkingen
        met een rang), ``verwachte_rang``, ``rang_laag``, ``rang_hoog`` (NaN en NA = nooit een
        rang) en ``gewicht_<criterium>`` (NaN = nooit eerste).
    gewichten, afwijkingen : ndarray, shape (4,)
        De gekozen aandelen, en de standaardafwijking waarmee zij getrokken zijn.
    spelingen : Mapping of Status to float
        Per status hoeveel punten een score naar beide kanten kan verschuiven; leeg bij vaste
        scores.
    """

    instelling: Instelling
    kandidaten: pd.DataFrame
    gewichten: NDArray[np.float64]
    afwijkingen: NDArray[np.float64]
    spelingen: Mapping[Status, float]

    @property
    def namen(self) -> dict[str, str]:
        """De naam van elke kandidaat bij haar id."""
        return {str(id_): str(naam) for id_, naam in self.kandidaten["naam"].items()}

    @property
    def marge(self) -> float:
        """Hoe ver een kans door het toeval hooguit naast de echte ligt (met 95 % zekerheid).

        .. math:: 1{,}96 · √(p (1 − p) / trekkingen), op zijn grootst bij p = ½
        """
        return float(_Z_95 * np.sqrt(0.25 / self.instelling.trekkingen))


def robuustheid(beoordeling: Beoordeling, instelling: Instelling) -> Robuustheid:
    """Toets hoe robuust de rangorde van een beoordeling is.

    De volgorde van de kandidaten in hun bestand maakt niet uit: getrokken wordt op volgorde van id.

    Raises
    ------
    InvoerFout
        Als de gevraagde trekkingen niet in het geheugen passen.
    """
    aandelen = beoordeling.gewichten.aandelen
    ids = beoordeling.kandidaten.index
    op_id = np.argsort(ids.to_numpy(dtype=str), kind="stable")
    weegschaal = _rijen(beoordeling.weegschaal, op_id)
    speling = (
        Scorespeling.geen(weegschaal)
        if instelling.vaste_scores
        else scorespeling(beoordeling).rijen(op_id)
    )
    voor_gewichten, voor_scores = instelling.toeval()
    gewichten = trek_gewichten(aandelen, instelling, voor_gewichten)
    rangen = trek_rangen(weegschaal, speling, gewichten, voor_scores)
    getrokken = samenvatting(rangen, gewichten, instelling.top).set_index(ids[op_id])
    rang = pd.Series(beoordeling.weging.rang, index=ids, dtype="Int64")
    nu = pd.DataFrame(
        {
            "naam": beoordeling.kandidaten["naam"],
            "rang": rang.mask(rang == GEEN_RANG),
            "uitgesloten": beoordeling.uitgesloten,
        },
        index=ids,
    )
    return Robuustheid(
        instelling=instelling,
        kandidaten=nu.join(getrokken),
        gewichten=aandelen,
        afwijkingen=afwijking(aandelen, instelling),
        spelingen=MappingProxyType(
            {} if instelling.vaste_scores else spelingen(beoordeling.omgeving.parameters)
        ),
    )


def op_kans(uitkomst: Robuustheid) -> list[str]:
    """Geef de id's met de grootste kans op een plaats bij de eersten vooraan.

    Bij gelijke kans de kleinste verwachte rang, dan het id; wie nooit een rang had achteraan.
    """
    kandidaten = uitkomst.kandidaten
    volgorde = np.lexsort(
        (
            kandidaten.index.to_numpy(dtype=str),
            kandidaten["verwachte_rang"].fillna(np.inf),
            -kandidaten["kans_top"],
        )
    )
    return [str(id_) for id_ in kandidaten.index[volgorde]]


def samenvatting(rangen: Rangen, gewichten: NDArray[np.float64], top: int) -> pd.DataFrame:
    """Vat de rangen van alle trekkingen samen per kandidaat.

    Parameters
    ----------
    rangen : ndarray of int, shape (trekkingen, n)
        `GEEN_RANG` voor wie in die trekking niet meedoet.
    gewichten : ndarray, shape (trekkingen, 4)
        De gewichten van elke trekking.
    top : int
        Van hoeveel eerste plaatsen de kans geteld wordt.

    Returns
    -------
    DataFrame
        Een rij per kandidaat, met de kolommen van `Robuustheid.kandidaten` die uit de trekkingen
        komen.
    """
    trekkingen, aantal = rangen.shape
    tegelijk = max(_CELLEN_TEGELIJK // trekkingen, 1)
    delen = [
        _vat_samen(np.ascontiguousarray(rangen[:, begin : begin + tegelijk].T), gewichten, top)
        for begin in range(0, aantal, tegelijk)
    ]
    return pd.concat(delen or [_vat_samen(rangen.T, gewichten, top)], ignore_index=True)


def _vat_samen(rangen: Rangen, gewichten: NDArray[np.float64], top: int) -> pd.DataFrame:
    """De samenvatting van een deel van de kandidaten (rij) over alle trekkingen (kolom)."""
    trekkingen = rangen.shape[1]
    keer = (rangen != GEEN_RANG).sum(axis=1)
    met_rang = keer > 0
    eerste = rangen == 1
    keer_eerste = eerste.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        verwacht = rangen.sum(axis=1) / keer
        midden = (eerste @ gewichten) / keer_eerste[:, np.newaxis]
    # Wie geen rang had, staat na het sorteren vooraan en telt niet mee.
    op_volgorde = np.sort(rangen, axis=1, kind="stable")
    laag, hoog = (
        pd.Series(_op_deel(op_volgorde, keer, deel), dtype="Int64").where(met_rang)
        for deel in STAARTEN
    )
    return pd.DataFrame(
        {
            "kans_top": ((rangen != GEEN_RANG) & (rangen <= top)).sum(axis=1) / trekkingen,
            "kans_eerste": keer_eerste / trekkingen,
            "kans_op_rang": keer / trekkingen,
            "verwachte_rang": verwacht,
            "rang_laag": laag,
            "rang_hoog": hoog,
            **{f"gewicht_{naam}": midden[:, kolom] for kolom, naam in enumerate(CRITERIA)},
        }
    )


def _op_deel(op_volgorde: Rangen, keer: NDArray[np.int64], deel: float) -> NDArray[np.int64]:
    """De kleinste rang waar ten minste dit deel van de trekkingen met een rang op of onder ligt."""
    trekkingen = op_volgorde.shape[1]
    # Een haar eraf: 0,95 × 1.000 is op een computer soms net meer dan 950.
    plek = trekkingen - keer + np.ceil(deel * keer - 1e-9).astype(np.int64) - 1
    plek = np.clip(plek, 0, trekkingen - 1)
    return np.take_along_axis(op_volgorde, plek[:, np.newaxis], axis=1)[:, 0].astype(np.int64)


def _rijen(weegschaal: Weegschaal, welke: NDArray[np.int64]) -> Weegschaal:
    """De weegschaal met deze rijen, in deze volgorde."""
    return replace(
        weegschaal,
        scores=weegschaal.scores[welke],
        bekend=weegschaal.bekend[welke],
        uitgesloten=weegschaal.uitgesloten[welke],
    )
