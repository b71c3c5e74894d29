"""Maten: wat een portefeuille is, in getallen waarmee twee portefeuilles te vergelijken zijn.

Spreiding wordt gemeten over de plaatsen per inwoner van elke gemeente in het gebied: wat er staat
(voor zover het voor de doelset meetelt, met het geschatte), wat gepland is en wat gekozen is. Theil
en Gini zijn nul als elke gemeente evenveel plaatsen per inwoner heeft. Zij komen uit PySAL
(``inequality``), net als de afstand tot de naaste andere locatie (``pointpats``).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.portefeuille.probleem import Probleem

_GEEN = float("nan")


@dataclass(frozen=True)
class Maten:
    """De maten van één portefeuille; NaN is onbekend of niet te meten.

    Parameters
    ----------
    locaties, plaatsen, gemeenten : int
        Hoeveel er gekozen zijn, zonder wat al gepland is.
    punten : float
        Σ score × plaatsen.
    gemiddelde_score : float
        Punten per plaats met een bekende score, 0–100.
    zonder_score : int
        Gekozen locaties waarvan de score onbekend is.
    grootste : int
        Plaatsen op de grootste gekozen locatie.
    boven_evenredig : float
        Plaatsen boven het evenredige deel, in alle gemeenten samen.
    theil, gini : float
        Ongelijkheid van de plaatsen per inwoner over gemeenten; 0 is gelijk.
    naaste_m : float
        Gemiddelde afstand tot de naaste andere locatie, geplande meegerekend, meters.
    kosten_euro : float
        Wat de gekozen plaatsen per jaar kosten.
    status_spreiding : Status
        Hoe zeker de maten van de spreiding zijn.
    status_kosten : Status
        Hoe zeker de kosten zijn.
    """

    locaties: int
    plaatsen: int
    gemeenten: int
    punten: float
    gemiddelde_score: float
    zonder_score: int
    grootste: int
    boven_evenredig: float
    theil: float
    gini: float
    naaste_m: float
    kosten_euro: float
    status_spreiding: Status
    status_kosten: Status


def meet(probleem: Probleem, plaatsen: pd.Series) -> Maten:
    """Meet een portefeuille, of een plan dat iemand zelf maakte.

    Parameters
    ----------
    probleem : Probleem
        Waar de kandidaten en gemeenten in staan.
    plaatsen : Series
        Plaatsen per id van een kandidaat.
    """
    tabel = probleem.kandidaten.loc[plaatsen.index]
    aantal = plaatsen.to_numpy(dtype=np.float64)
    score = tabel["score"].to_numpy(dtype=np.float64)
    bekend = ~np.isnan(score)
    punten = float(np.nan_to_num(score) @ aantal)
    gemeenten = probleem.gemeenten
    gekozen = pd.Series(aantal).groupby(tabel["gemeentecode"].to_numpy()).sum()
    samen = gemeenten["er_is"] + gekozen.reindex(gemeenten.index, fill_value=0.0)
    per_inwoner = (samen / gemeenten["inwoners"])[gemeenten["inwoners"] > 0]
    theil, gini = ongelijkheid(per_inwoner.to_numpy(dtype=np.float64))
    locaties = pd.concat([tabel, probleem.gepland])
    boven = (samen - gemeenten["deel"]).clip(lower=0.0)
    return Maten(
        locaties=len(plaatsen),
        plaatsen=int(aantal.sum()),
        gemeenten=int(tabel["gemeentecode"].nunique()),
        punten=punten,
        gemiddelde_score=punten / float(aantal[bekend].sum()) if bekend.any() else _GEEN,
        zonder_score=int((~bekend).sum()),
        grootste=int(aantal.max(initial=0)),
        boven_evenredig=float(boven.sum()) if gemeenten["deel"].notna().any() else _GEEN,
        theil=theil,
        gini=gini,
        naaste_m=naaste_afstand(locaties[["x", "y"]].to_numpy(dtype=np.float64)),
        kosten_euro=float(tabel["kosten_euro"].to_numpy(dtype=np.float64) @ aantal),
        status_spreiding=_status_spreiding(probleem),
        status_kosten=zwakste(
            *(
                probleem.parameters[f"behoefte.kosten_{soort}_euro"].herkomst.status
                for soort in ("regulier", "noodopvang")
            )
        ),
    )


def ongelijkheid(waarden: NDArray[np.float64]) -> tuple[float, float]:
    """Geef Theil en Gini van een reeks; NaN als er niets te verdelen is.

    >>> ongelijkheid(np.array([2.0, 2.0]))
    (0.0, 0.0)
    """
    # PySAL neemt de hele kaartentekenaar mee: pas laden wie meet.
    from inequality.gini import Gini
    from inequality.theil import Theil

    if len(waarden) == 0 or waarden.sum() <= 0:
        return _GEEN, _GEEN
    # Op de schaal van het gemiddelde: de kleinste aanvulling voor nul raakt dan geen getal.
    deel = waarden / waarden.mean()
    return max(float(Theil(deel).T), 0.0), max(float(Gini(deel).g), 0.0)


def naaste_afstand(punten: NDArray[np.float64]) -> float:
    """Geef de gemiddelde afstand tot het naaste andere punt, meters; NaN bij minder dan twee.

    >>> naaste_afstand(np.array([[0.0, 0.0], [3.0, 4.0]]))
    5.0
    """
    from pointpats.geometry import build_best_tree

    if len(punten) < 2:
        return _GEEN
    afstanden, _ = build_best_tree(punten, "euclidean").query(punten, k=2)
    # Het eerste is het punt zelf, of een ander op dezelfde plek.
    return float(afstanden[:, 1].mean())


def _status_spreiding(probleem: Probleem) -> Status:
    """Zo zeker als de bestaande opvang, waar die meetelt."""
    omgeving = probleem.beoordeling.omgeving
    if not omgeving.doelset.bestaand_telt_mee:
        return Status.AFGELEID
    return zwakste(Status.AFGELEID, omgeving.status_bestaand)
