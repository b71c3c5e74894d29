"""De oplosser: een model naar zijn beste waarden, met HiGHS.

HiGHS zoekt met takken en grenzen: het houdt bij wat het beste is dat gevonden is, en wat er in het
beste geval nog kan. Komen die twee bij elkaar, dan is het beste bewezen. Met één draad en een vast
zaad geeft hetzelfde model hetzelfde antwoord, tenzij de tijd op is.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import highspy
import numpy as np

from locatieplanner.fouten import RekenFout
from locatieplanner.portefeuille.model import SPELING, Getallen, Model
from locatieplanner.portefeuille.voortgang import Toezicht, Voortgang

_MELDTIJD_S = 0.25
_KLEINSTE_TIJD_S = 0.1


class _StilleHighs(highspy.Highs):
    """HiGHS die zichzelf niet aankondigt: dat zou dwars door een antwoord heen gaan."""

    def enableCallbacks(self) -> None:  # noqa: N802 - de naam is van highspy
        """Zet de uitvoer uit nog voordat er iets te melden is."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Afloop(StrEnum):
    """Hoe het zoeken eindigde."""

    BEWEZEN = "bewezen"
    TIJD = "tijd op"
    ONMOGELIJK = "onmogelijk"


@dataclass(frozen=True)
class Rekengrens:
    """Wanneer het zoeken mag stoppen.

    Parameters
    ----------
    tijd_s : float
        Hoogstens zoveel seconden.
    gat : float
        Goed genoeg is wie hoogstens dit deel onder de grens ligt.
    verschil : float
        Of hoogstens zoveel, in de eenheid van wat gezocht wordt.
    zaad : int
        Voor de toevallige keuzes van HiGHS.
    """

    tijd_s: float
    gat: float
    verschil: float
    zaad: int


@dataclass(frozen=True, eq=False)
class Oplossing:
    """Wat er gevonden is.

    Parameters
    ----------
    waarden : ndarray or None
        Een waarde per kolom; None als er niets gevonden is.
    beste : float
        Wat die waarden opleveren; NaN als er niets is.
    grens : float
        Meer dan dit kan niet.
    afloop : Afloop
        Hoe het eindigde.
    seconden : float
        Hoe lang het duurde.
    """

    waarden: Getallen | None
    beste: float
    grens: float
    afloop: Afloop
    seconden: float


def gat_tussen(beste: float, grens: float) -> float:
    """Het verschil tussen grens en beste als deel van het beste; nul als zij gelijk zijn.

    >>> gat_tussen(200.0, 202.0)
    0.01
    """
    verschil = abs(grens - beste)
    if verschil <= SPELING:
        return 0.0
    return verschil / abs(beste) if beste else math.inf


def los_op(
    model: Model,
    doel: Getallen,
    rekengrens: Rekengrens,
    toezicht: Toezicht,
    stap: str,
    bekend: Getallen | None = None,
) -> Oplossing:
    """Zoek de waarden waarvoor doel · waarden het grootst is.

    Parameters
    ----------
    model : Model
        De kolommen en regels.
    doel : ndarray, shape (n,)
        Wat elke kolom oplevert.
    rekengrens : Rekengrens
        Wanneer het zoeken mag stoppen.
    toezicht : Toezicht
        Wie meekijkt en kan stoppen.
    stap : str
        Wat er berekend wordt, voor wie meekijkt.
    bekend : ndarray, optional
        Waarden die voldoen: het antwoord als er binnen de tijd geen beter gevonden wordt, en een
        toets op wat HiGHS beweert.

    Raises
    ------
    Afgebroken
        Als om stoppen gevraagd is.
    RekenFout
        Als HiGHS het model niet aankan.
    """
    start = time.monotonic()
    gevonden = _draai(model, doel, rekengrens, toezicht, stap, voorbewerken=True)
    if _klopt_niet(gevonden, doel, bekend):
        # De voorbewerking van HiGHS noemt een enkele keer onmogelijk wat kan; zonder is het trager.
        rest = replace(rekengrens, tijd_s=rekengrens.tijd_s - (time.monotonic() - start))
        gevonden = _draai(model, doel, rest, toezicht, stap, voorbewerken=False)
    if bekend is not None:
        beste = float(doel @ bekend)
        if gevonden.waarden is None or gevonden.beste < beste:
            grens = max(gevonden.grens, beste)
            gevonden = replace(gevonden, waarden=bekend, beste=beste, grens=grens)
    return replace(gevonden, seconden=time.monotonic() - start)


def _draai(
    model: Model,
    doel: Getallen,
    rekengrens: Rekengrens,
    toezicht: Toezicht,
    stap: str,
    *,
    voorbewerken: bool,
) -> Oplossing:
    """Eén keer HiGHS."""
    toezicht.controleer()
    if model.aantal == 0:
        goed = model.voldoet(np.empty(0))
        if not goed:
            return Oplossing(None, math.nan, -math.inf, Afloop.ONMOGELIJK, 0.0)
        return Oplossing(np.empty(0), 0.0, 0.0, Afloop.BEWEZEN, 0.0)
    highs = _highs(model, doel, rekengrens)
    highs.setOptionValue("presolve", "choose" if voorbewerken else "off")
    kijk = _kijker(toezicht, stap, time.monotonic())
    highs.cbSimplexInterrupt += kijk
    highs.cbMipInterrupt += kijk
    highs.run()
    toezicht.controleer()
    return _uitkomst(highs, doel, geheel=bool(model.geheel.any()))


def _klopt_niet(gevonden: Oplossing, doel: Getallen, bekend: Getallen | None) -> bool:
    """Of een bewering van HiGHS in strijd is met waarden waarvan bekend is dat zij voldoen."""
    if bekend is None:
        return False
    if gevonden.afloop is Afloop.ONMOGELIJK:
        return True
    marge = SPELING * max(1.0, abs(gevonden.grens))
    return math.isfinite(gevonden.grens) and gevonden.grens < float(doel @ bekend) - marge


def _highs(model: Model, doel: Getallen, rekengrens: Rekengrens) -> highspy.Highs:
    """HiGHS met het model erin."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = model.aantal, len(model.rij_laag)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = doel, model.laag, model.hoog
    lp.row_lower_, lp.row_upper_ = model.rij_laag, model.rij_hoog
    lp.sense_ = highspy.ObjSense.kMaximize
    soorten = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [soorten[int(heel)] for heel in model.geheel]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = model.matrix.indptr.astype(np.int32)
    lp.a_matrix_.index_ = model.matrix.indices.astype(np.int32)
    lp.a_matrix_.value_ = model.matrix.data.astype(np.float64)
    highs = _StilleHighs()  # type: ignore[no-untyped-call]
    for naam, waarde in (
        ("threads", 1),
        ("parallel", "off"),
        ("random_seed", rekengrens.zaad),
        ("mip_rel_gap", rekengrens.gat),
        ("mip_abs_gap", max(rekengrens.verschil, SPELING)),
        ("time_limit", max(rekengrens.tijd_s, _KLEINSTE_TIJD_S)),
    ):
        highs.setOptionValue(naam, waarde)
    if highs.passModel(lp) == highspy.HighsStatus.kError:
        raise RekenFout("De oplosser (HiGHS) weigert dit model.")
    return highs


def _kijker(
    toezicht: Toezicht, stap: str, start: float
) -> Callable[[highspy.highs.HighsCallbackEvent], None]:
    """Wat HiGHS onderweg aanroept: of het moet stoppen, en hoe ver het is."""
    volgende = start + _MELDTIJD_S

    def kijk(moment: highspy.highs.HighsCallbackEvent) -> None:
        nonlocal volgende
        if toezicht.stop.is_set():
            moment.interrupt()
        nu = time.monotonic()
        if toezicht.meld is not None and nu >= volgende:
            volgende = nu + _MELDTIJD_S
            beste, grens = (
                float(getal) if math.isfinite(getal) else math.nan
                for getal in (moment.data_out.mip_primal_bound, moment.data_out.mip_dual_bound)
            )
            gat = gat_tussen(beste, grens)
            toezicht.meld(Voortgang(stap, beste, grens, gat, nu - start))

    return kijk


def _uitkomst(highs: highspy.Highs, doel: Getallen, *, geheel: bool) -> Oplossing:
    """Wat HiGHS vond."""
    stand, info = highs.getModelStatus(), highs.getInfo()
    soort = highspy.HighsModelStatus
    if stand in {soort.kInfeasible, soort.kUnboundedOrInfeasible}:
        return Oplossing(None, math.nan, -math.inf, Afloop.ONMOGELIJK, 0.0)
    if stand not in {soort.kOptimal, soort.kTimeLimit, soort.kInterrupt}:
        raise RekenFout(f"De oplosser (HiGHS) stopte met {highs.modelStatusToString(stand)}.")
    gevonden = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    waarden = np.array(highs.getSolution().col_value, dtype=np.float64) if gevonden else None
    beste = math.nan if waarden is None else float(doel @ waarden)
    klaar = stand == soort.kOptimal
    # Zonder gehele kolommen is er geen boom: wat gevonden is, is de grens, of die is er niet.
    zonder_boom = beste if klaar else math.inf
    grens = float(info.mip_dual_bound) if geheel else zonder_boom
    if waarden is not None:
        grens = max(grens, beste)
    return Oplossing(waarden, beste, grens, Afloop.BEWEZEN if klaar else Afloop.TIJD, 0.0)
