"""Een plan dat iemand zelf maakte, gemeten als een portefeuille en getoetst aan de opdracht."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.deelname import GEPLAND
from locatieplanner.portefeuille.eis import Eis
from locatieplanner.portefeuille.keuzemodel import Keuzemodel
from locatieplanner.portefeuille.portefeuille import Portefeuille, maak_portefeuille


@dataclass(frozen=True, eq=False)
class Eigenplan:
    """Een zelfgemaakt plan naast de opdracht.

    Parameters
    ----------
    portefeuille : Portefeuille
        Het plan, gemeten zoals een berekende portefeuille; wie al gepland is telt er niet nog een
        keer in.
    gebroken : tuple of Eis
        De eisen waaraan het niet voldoet.
    niet_te_kiezen : tuple of str
        Wie er volgens de opdracht niet in kan, met de reden.
    """

    portefeuille: Portefeuille
    gebroken: tuple[Eis, ...]
    niet_te_kiezen: tuple[str, ...]


def toets_plan(keuze: Keuzemodel, plan: Mapping[str, int | None]) -> Eigenplan:
    """Meet een plan en zoek de eisen waaraan het niet voldoet.

    Parameters
    ----------
    keuze : Keuzemodel
        Het model van de opdracht.
    plan : Mapping of str to int or None
        Plaatsen per id; None is de hele capaciteit.

    Raises
    ------
    InvoerFout
        Als een id niet bestaat, of er meer plaatsen op een locatie staan dan er kunnen.
    """
    probleem = keuze.probleem
    problemen = []
    for id_, aantal in plan.items():
        if id_ not in probleem.kandidaten.index:
            problemen.append(f"Er is geen kandidaat met id '{id_}'.")
            continue
        grootste = int(probleem.kandidaten["grootste"][id_])
        if aantal is not None and not 1 <= aantal <= grootste:
            problemen.append(f"{id_} kan 1 tot {grootste} plaatsen hebben, niet {aantal}.")
    if problemen:
        raise InvoerFout("\n".join(problemen))
    nieuw = {id_: aantal for id_, aantal in plan.items() if probleem.redenen[id_] != GEPLAND}
    volle = probleem.kandidaten["grootste"]
    plaatsen = pd.Series(
        {id_: int(volle[id_]) if aantal is None else aantal for id_, aantal in nieuw.items()},
        dtype="int64",
    )
    plaatsen.index = plaatsen.index.astype(probleem.kandidaten.index.dtype)
    return Eigenplan(
        maak_portefeuille(probleem, plaatsen),
        _gebroken(keuze, plaatsen),
        tuple(f"{id_}: {probleem.redenen[id_]}" for id_ in sorted(nieuw) if probleem.redenen[id_]),
    )


def _gebroken(keuze: Keuzemodel, plaatsen: pd.Series) -> tuple[Eis, ...]:
    """De eisen waarvan een regel niet klopt met dit plan."""
    aantal = plaatsen.reindex(keuze.probleem.kiesbaar.index, fill_value=0)
    waarden = keuze.waarden(aantal.to_numpy(dtype=np.float64))
    nummers = keuze.model.rij_eis[keuze.model.overtreden(waarden)]
    return tuple(keuze.model.eisen[nr] for nr in sorted(set(nummers[nummers >= 0].tolist())))
