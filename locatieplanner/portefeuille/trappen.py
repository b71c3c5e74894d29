"""Trappen: het ene doel na het andere, waarbij wat bereikt is niet meer verloren gaat.

Valt het model uiteen in delen die geen regel delen (provincies zonder gezamenlijk budget en zonder
te kleine afstanden over de grens), dan wordt elk deel apart opgelost. Elk doel is een som over de
delen: de beste delen zijn dan samen het beste geheel, en hun grenzen zijn op te tellen.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from locatieplanner.portefeuille.model import SPELING, Getallen, Model, Nummers
from locatieplanner.portefeuille.oplosser import (
    Afloop,
    Oplossing,
    Rekengrens,
    gat_tussen,
    los_op,
)
from locatieplanner.portefeuille.voortgang import Toezicht

_RUIM = 1e-6


@dataclass(frozen=True, eq=False)
class Trap:
    """Eén doel.

    Parameters
    ----------
    stap : str
        Wat er gezocht wordt, in woorden.
    doel : ndarray, shape (n,)
        Wat elke kolom oplevert; meer is beter.
    heel : bool, optional
        Of het doel alleen hele getallen aanneemt; binnen 1 van de grens is dan bewezen.
    """

    stap: str
    doel: Getallen
    heel: bool = False


@dataclass(frozen=True)
class Bewijs:
    """Wat er van een trap gevonden en bewezen is.

    Parameters
    ----------
    stap : str
        Wat er gezocht werd.
    beste : float
        Wat gevonden is.
    grens : float
        Meer dan dit kan niet.
    afloop : Afloop
        `Afloop.BEWEZEN` als het gevraagde gat gehaald is, `Afloop.TIJD` als de tijd op was.
    seconden : float
        Hoe lang het duurde.
    """

    stap: str
    beste: float
    grens: float
    afloop: Afloop
    seconden: float

    @property
    def gat(self) -> float:
        """Het verschil tussen grens en beste als deel van het beste."""
        return gat_tussen(self.beste, self.grens)


@dataclass(frozen=True, eq=False)
class Beklimming:
    """De waarden na alle trappen, met wat er bewezen is.

    Parameters
    ----------
    waarden : ndarray or None
        Een heel getal per kolom; None als er geen waarden zijn die voldoen.
    bewijzen : tuple of Bewijs
        Per trap; leeg als er geen waarden zijn.
    onmogelijk : bool
        Of bewezen is dat er geen waarden zijn; False als alleen de tijd op was.
    """

    waarden: Getallen | None
    bewijzen: tuple[Bewijs, ...]
    onmogelijk: bool = False


def beklim(
    model: Model,
    trappen: Sequence[Trap],
    rekengrens: Rekengrens,
    toezicht: Toezicht,
    begin: Getallen | None = None,
) -> Beklimming:
    """Los een model op, trap voor trap.

    Parameters
    ----------
    model : Model
        De kolommen en regels.
    trappen : sequence of Trap
        De doelen, het eerste gaat voor.
    rekengrens : Rekengrens
        Tijd voor alles samen, en per trap het gat dat goed genoeg is.
    toezicht : Toezicht
        Wie meekijkt en kan stoppen.
    begin : ndarray, optional
        Waarden die voldoen, om vanaf te zoeken; zo is er altijd een antwoord.
    """
    einde = time.monotonic() + rekengrens.tijd_s
    waarden = model.laag.copy()
    delen = model.delen()
    vast = np.setdiff1d(np.arange(model.aantal), np.concatenate([np.empty(0, int), *delen]))
    if _botst(model, vast):
        return Beklimming(None, (), onmogelijk=True)
    nog = sum(len(deel) for deel in delen)
    lijst = []
    for deel in delen:
        tijd_s = (einde - time.monotonic()) * len(deel) / nog
        nog -= len(deel)
        klein = model.vastgezet(deel, model.laag)
        eigen = [replace(trap, doel=trap.doel[deel]) for trap in trappen]
        antwoord = _beklim_deel(
            klein,
            eigen,
            replace(rekengrens, tijd_s=tijd_s),
            toezicht,
            None if begin is None else begin[deel],
        )
        if antwoord.waarden is None:
            return antwoord
        waarden[deel] = antwoord.waarden
        lijst.append(antwoord.bewijzen)
    vaste = [float(trap.doel[vast] @ waarden[vast]) for trap in trappen]
    bewijzen = tuple(
        _samen(trap.stap, vaste[nummer], [deel[nummer] for deel in lijst])
        for nummer, trap in enumerate(trappen)
    )
    return Beklimming(waarden, bewijzen)


def _botst(model: Model, vast: Nummers) -> bool:
    """Of een regel met alleen kolommen die vastliggen niet klopt."""
    los = np.ones(model.aantal, dtype=bool)
    los[vast] = False
    zonder_keuze = (abs(model.matrix) @ los.astype(np.float64)) == 0
    return bool((model.overtreden(model.laag) & zonder_keuze).any())


def _beklim_deel(
    model: Model,
    trappen: Sequence[Trap],
    rekengrens: Rekengrens,
    toezicht: Toezicht,
    begin: Getallen | None,
) -> Beklimming:
    einde = time.monotonic() + rekengrens.tijd_s
    waarden = begin if begin is not None and model.voldoet(begin) else None
    bewijzen = []
    for nummer, trap in enumerate(trappen):
        if waarden is not None and float(trap.doel @ waarden) >= _hoogste(model, trap):
            # Beter kan niet: er valt niets te zoeken.
            beste = float(trap.doel @ waarden)
            bewijzen.append(Bewijs(trap.stap, beste, beste, Afloop.BEWEZEN, 0.0))
            model = _vastgehouden(model, trap, beste)
            continue
        grens = replace(
            rekengrens,
            # Een snelle trap laat zijn tijd aan de volgende.
            tijd_s=(einde - time.monotonic()) / (len(trappen) - nummer),
            # Van een heel getal is binnen 1 van de grens het beste zelf bewezen.
            gat=0.0 if trap.heel else rekengrens.gat,
            verschil=1 - 1e-3 if trap.heel else rekengrens.verschil,
        )
        gevonden = _in_hele_getallen(model, trap, grens, toezicht, waarden)
        if gevonden.waarden is None:
            return Beklimming(None, (), onmogelijk=gevonden.afloop is Afloop.ONMOGELIJK)
        waarden = gevonden.waarden
        hoogste = math.floor(gevonden.grens + SPELING) if trap.heel else gevonden.grens
        bewijzen.append(
            Bewijs(
                trap.stap,
                gevonden.beste,
                max(float(hoogste), gevonden.beste),
                gevonden.afloop,
                gevonden.seconden,
            )
        )
        model = _vastgehouden(model, trap, gevonden.beste)
    return Beklimming(waarden, tuple(bewijzen))


def _hoogste(model: Model, trap: Trap) -> float:
    """Wat een doel hoogstens kan opleveren binnen de grenzen van de kolommen alleen."""
    return float(np.where(trap.doel > 0, model.hoog, model.laag) @ trap.doel) - SPELING


def _vastgehouden(model: Model, trap: Trap, beste: float) -> Model:
    """Het model waarin van een doel niets meer verloren gaat."""
    kolommen = np.flatnonzero(trap.doel)
    # Een heel getal precies; anders iets ruimer dan de rekenafronding.
    laag = beste if trap.heel else beste - _RUIM * max(1.0, abs(beste))
    return model.met_regel(kolommen, trap.doel[kolommen], laag, np.inf)


def _in_hele_getallen(
    model: Model, trap: Trap, grens: Rekengrens, toezicht: Toezicht, begin: Getallen | None
) -> Oplossing:
    """Los op, met elke kolom een heel getal.

    Plaatsen zijn bij een gegeven keuze meestal vanzelf heel, en zonder die eis rekent het model
    veel sneller. Zijn zij het niet, dan worden zij het bij dezelfde keuze; kost dat te veel, dan
    wordt opnieuw gezocht met de eis erbij. De grens zonder de eis blijft gelden.
    """
    einde = time.monotonic() + grens.tijd_s

    def los(model: Model, bekend: Getallen | None) -> Oplossing:
        rest = replace(grens, tijd_s=einde - time.monotonic())
        return los_op(model, trap.doel, rest, toezicht, trap.stap, bekend)

    ruw = los(model, begin)
    if ruw.waarden is None:
        return ruw
    afgerond = np.round(ruw.waarden)
    bekend = afgerond if model.voldoet(afgerond) else begin
    if bekend is afgerond and _goed_genoeg(ruw, trap, afgerond, grens):
        return _met_waarden(ruw, trap, afgerond)
    heel = replace(model, geheel=np.ones(model.aantal, dtype=bool))
    laag, hoog = model.laag.copy(), model.hoog.copy()
    laag[model.geheel] = hoog[model.geheel] = afgerond[model.geheel]
    zelfde_keuze = los(heel.met_grenzen(laag, hoog), bekend if bekend is afgerond else None).waarden
    if zelfde_keuze is not None:
        bekend = np.round(zelfde_keuze)
        if _goed_genoeg(ruw, trap, bekend, grens):
            return _met_waarden(ruw, trap, bekend)
    opnieuw = los(heel, bekend)
    if opnieuw.waarden is None:
        return opnieuw
    grens_samen = replace(opnieuw, grens=min(opnieuw.grens, ruw.grens))
    return _met_waarden(grens_samen, trap, np.round(opnieuw.waarden))


def _goed_genoeg(ruw: Oplossing, trap: Trap, waarden: Getallen, grens: Rekengrens) -> bool:
    """Of waarden dicht genoeg bij de grens liggen, of de tijd toch op was."""
    beste = float(trap.doel @ waarden)
    toegestaan = max(grens.gat * abs(beste), grens.verschil, SPELING * max(1.0, abs(beste)))
    return ruw.grens - beste <= toegestaan or ruw.afloop is Afloop.TIJD


def _met_waarden(oplossing: Oplossing, trap: Trap, waarden: Getallen) -> Oplossing:
    beste = float(trap.doel @ waarden)
    return replace(oplossing, waarden=waarden, beste=beste, grens=max(oplossing.grens, beste))


def _samen(stap: str, vast: float, delen: Sequence[Bewijs]) -> Bewijs:
    """Het bewijs van het geheel: de som van de delen."""
    op_tijd = any(deel.afloop is Afloop.TIJD for deel in delen)
    return Bewijs(
        stap,
        vast + sum(deel.beste for deel in delen),
        vast + sum(deel.grens for deel in delen),
        Afloop.TIJD if op_tijd else Afloop.BEWEZEN,
        sum(deel.seconden for deel in delen),
    )
