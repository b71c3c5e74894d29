"""Versoepeling: wat een ruimere eis zou geven, voor elke eis met een getal.

Een knelpunt zegt welke eis in de weg zit. Hier staat wat een stap ruimer oplevert: dezelfde
opdracht met één eis ruimer, helemaal opnieuw gezocht.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from locatieplanner.domein.notatie import afstand, getal, procent
from locatieplanner.portefeuille.eis import Eissoort
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.portefeuille import Portefeuille


@dataclass(frozen=True)
class Versoepeling:
    """Eén eis ruimer.

    Parameters
    ----------
    soort : Eissoort
        Welke eis.
    was, wordt : str
        De eis in woorden, zoals zij is en een stap ruimer.
    opdracht : Opdracht
        De opdracht met die ene eis ruimer.
    """

    soort: Eissoort
    was: str
    wordt: str
    opdracht: Opdracht


@dataclass(frozen=True, eq=False)
class Versoepeld:
    """Wat een versoepeling geeft.

    Parameters
    ----------
    versoepeling : Versoepeling
        Welke eis ruimer werd.
    portefeuille : Portefeuille or None
        De beste portefeuille daarbij; None als er binnen de tijd geen gevonden is.
    """

    versoepeling: Versoepeling
    portefeuille: Portefeuille | None


def versoepelingen(opdracht: Opdracht, deel: float) -> Iterator[Versoepeling]:
    """Geef van elke eis met een getal dezelfde opdracht met alleen die eis een stap ruimer.

    Parameters
    ----------
    opdracht : Opdracht
        De opdracht.
    deel : float
        Hoeveel ruimer, als deel van de eis zelf. Een aantal locaties wordt ten minste 1 ruimer;
        de band voor de mix wordt aan beide kanten zoveel deel van haar breedte ruimer.
    """
    aantal, evenredig = opdracht.max_per_gemeente, opdracht.max_evenredig
    if aantal is not None:
        meer = _meer(aantal, deel)
        yield Versoepeling(
            Eissoort.AANTAL,
            f"ten hoogste {getal(aantal)} per gemeente",
            f"ten hoogste {getal(meer)} per gemeente",
            replace(opdracht, max_per_gemeente=meer),
        )
    if evenredig is not None:
        ruimer = evenredig * (1 + deel)
        yield Versoepeling(
            Eissoort.EVENREDIG,
            f"ten hoogste {procent(evenredig)} van het evenredige deel",
            f"ten hoogste {procent(ruimer)} van het evenredige deel",
            replace(opdracht, max_evenredig=ruimer),
        )
    yield from _afstanden(opdracht, deel)
    groot, band = opdracht.max_groot, opdracht.mixband
    if groot is not None:
        meer = _meer(groot.locaties, deel)
        boven = f"locaties boven {getal(groot.plaatsen)} plaatsen"
        yield Versoepeling(
            Eissoort.OMVANG,
            f"ten hoogste {getal(groot.locaties)} {boven}",
            f"ten hoogste {getal(meer)} {boven}",
            replace(opdracht, max_groot=Omvanggrens(meer, groot.plaatsen)),
        )
    if band is not None:
        marge = deel * (band[1] - band[0])
        wijder = (max(0.0, band[0] - marge), min(1.0, band[1] + marge))
        yield Versoepeling(
            Eissoort.MIX, _band(band), _band(wijder), replace(opdracht, mixband=wijder)
        )
    if opdracht.budget_euro is not None:
        hoger = opdracht.budget_euro * (1 + deel)
        yield Versoepeling(
            Eissoort.BUDGET,
            f"ten hoogste {getal(opdracht.budget_euro)} euro per jaar",
            f"ten hoogste {getal(hoger)} euro per jaar",
            replace(opdracht, budget_euro=hoger),
        )


def _afstanden(opdracht: Opdracht, deel: float) -> Iterator[Versoepeling]:
    tussen, tot_opvang = opdracht.min_afstand_m, opdracht.min_afstand_opvang_m
    if tussen:
        korter = tussen * (1 - deel)
        yield Versoepeling(
            Eissoort.AFSTAND,
            f"ten minste {afstand(tussen)} tussen locaties",
            f"ten minste {afstand(korter)} tussen locaties",
            replace(opdracht, min_afstand_m=korter),
        )
    if tot_opvang:
        korter = tot_opvang * (1 - deel)
        yield Versoepeling(
            Eissoort.AFSTAND_OPVANG,
            f"ten minste {afstand(tot_opvang)} van bestaande opvang",
            f"ten minste {afstand(korter)} van bestaande opvang",
            replace(opdracht, min_afstand_opvang_m=korter),
        )


def _meer(aantal: int, deel: float) -> int:
    return aantal + max(1, math.floor(aantal * deel))


def _band(band: tuple[float, float]) -> str:
    return f"{procent(band[0])} tot {procent(band[1])} kwetsbaar"
