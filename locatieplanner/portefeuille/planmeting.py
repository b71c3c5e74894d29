"""Twee plannen meten met dezelfde maat: zonder dat iets vooraf van het doel af gaat.

Een portefeuille kiest bij wat al gepland is. Wie plannen naast elkaar legt, wil zien wat elk in
het geheel doet; daarom telt hier alleen bestaande opvang vooraf mee. Wat gepland is, telt mee met
het aantal plaatsen dat het plan er zelf voor noemt. Noemt het plan dat niet, dan telt de volle
capaciteit, tenzij het plan zegt dat alleen meetelt wat erin staat.

Woningen en locaties buiten het gebied tellen in geen maat mee.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.opgave.gepland import telt_als_gepland, wat_telt
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.portefeuille import Portefeuille, maak_portefeuille
from locatieplanner.portefeuille.probleem import Probleem, stel_probleem

KLEINSCHALIG = "portefeuille.kleinschalig_plaatsen"

_GENOEMD = 5
_GEEN = float("nan")


@dataclass(frozen=True, eq=False)
class Planmeting:
    """Een plan, gemeten.

    Parameters
    ----------
    plan : Gekozenplan
        Het plan zelf.
    plaatsen : Series of int
        Plaatsen per id in het gebied, met wat erbij hoort omdat het gepland is; ook woningen, die
        in de maten niet meetellen.
    portefeuille : Portefeuille
        Wat ervan meetelt, met doelen en maten.
    erbij : int
        Plaatsen die niet in het plan staan, maar gepland zijn en daarom meetellen.
    wonen : int
        Plaatsen op woonlocaties in het gebied; die tellen in geen enkele andere maat mee.
    klein : float
        Deel van de plaatsen (0–1) op kleinschalige locaties; NaN zonder plaatsen.
    kwetsbaar : float
        Aandeel kwetsbare groepen (0–1) in de plaatsen waarvan de mix bekend is; NaN is onbekend.
    mix_bekend : float
        Deel van de plaatsen (0–1) waarvan de mix bekend is; NaN zonder plaatsen.
    let_op : tuple of str
        Wat een lezer van dit plan moet weten, een zin per punt.
    """

    plan: Gekozenplan
    plaatsen: pd.Series
    portefeuille: Portefeuille
    erbij: int
    wonen: int
    klein: float
    kwetsbaar: float
    mix_bekend: float
    let_op: tuple[str, ...]


def gepland_plan(probleem: Probleem, naam: str) -> Gekozenplan:
    """Geef het plan met alles wat er in het gebied gepland is, op de volle capaciteit.

    Parameters
    ----------
    probleem : Probleem
        Uitkomst van `stel_vergelijking`.
    naam : str
        Hoe het plan heet.
    """
    herkomst = f"alle opvang {wat_telt(probleem.parameters)}, op volle capaciteit"
    return Gekozenplan(naam, _gepland(probleem), herkomst)


def stel_vergelijking(beoordeling: Beoordeling, provincies: tuple[str, ...]) -> Probleem:
    """Zet klaar waartegen plannen gemeten worden; zie de uitleg bovenaan.

    Parameters
    ----------
    beoordeling : Beoordeling
        De beoordeelde kandidaten, ook wie een plan meebracht.
    provincies : tuple of str
        Het gebied; leeg is heel Nederland.
    """
    kandidaten, omgeving = beoordeling.kandidaten, beoordeling.omgeving
    telt = telt_als_gepland(kandidaten, omgeving.locatietypen, omgeving.parameters)
    # Wie de opdracht uitsluit, gaat niet van het doel af; gekozen wordt hier niets.
    gepland = tuple(str(id_) for id_ in kandidaten.index[telt])
    return stel_probleem(beoordeling, Opdracht(provincies=provincies, zonder=gepland))


def meet_plan(probleem: Probleem, plan: Gekozenplan) -> Planmeting:
    """Meet een plan.

    Parameters
    ----------
    probleem : Probleem
        Uitkomst van `stel_vergelijking`.
    plan : Gekozenplan
        Het plan; een id dat er niet (meer) is, wordt genoemd en telt niet mee.
    """
    kandidaten = probleem.kandidaten
    bekend = plan.plaatsen[plan.plaatsen.index.isin(kandidaten.index)]
    gepland = _gepland(probleem)
    erbij = gepland[~gepland.index.isin(bekend.index) & plan.met_gepland]
    hier = bekend[_in_gebied(probleem, kandidaten.loc[bekend.index])]
    plaatsen = pd.concat([hier, erbij]).astype("int64").sort_index()
    plaatsen.index = plaatsen.index.astype(kandidaten.index.dtype)
    tabel = kandidaten.loc[plaatsen.index]
    telt = _opvang(probleem, tabel)
    portefeuille = maak_portefeuille(probleem, plaatsen[telt])
    aantal = plaatsen[telt].to_numpy(dtype=np.float64)
    kwetsbaar = tabel.loc[telt, "kwetsbaar"].to_numpy(dtype=np.float64)
    met_mix = ~np.isnan(kwetsbaar)
    klein = aantal <= probleem.parameters.getal(KLEINSCHALIG)
    return Planmeting(
        plan=plan,
        plaatsen=plaatsen,
        portefeuille=portefeuille,
        erbij=int(erbij.sum()),
        wonen=int(plaatsen[~telt].sum()),
        klein=_deel(aantal[klein].sum(), aantal.sum()),
        kwetsbaar=_deel(kwetsbaar[met_mix] @ aantal[met_mix], aantal[met_mix].sum()),
        mix_bekend=_deel(aantal[met_mix].sum(), aantal.sum()),
        let_op=tuple(_let_op(probleem, plan, bekend)),
    )


def _gepland(probleem: Probleem) -> pd.Series:
    """De volle capaciteit van wat er in het gebied gepland is."""
    tabel = probleem.kandidaten.loc[list(probleem.opdracht.zonder)]
    capaciteit: pd.Series = tabel["grootste"][_in_gebied(probleem, tabel)].astype("int64")
    return capaciteit


def _in_gebied(probleem: Probleem, tabel: pd.DataFrame) -> NDArray[np.bool_]:
    return np.asarray(tabel["provincie"].isin(probleem.opdracht.gebied), dtype=bool)


def _opvang(probleem: Probleem, tabel: pd.DataFrame) -> NDArray[np.bool_]:
    typen = probleem.beoordeling.omgeving.locatietypen
    opvang = {code for code, soort in typen.items() if soort.telt_als_opvang}
    return np.asarray(tabel["type"].isin(opvang), dtype=bool)


def _deel(waarde: float, geheel: float) -> float:
    return float(waarde / geheel) if geheel else _GEEN


def _let_op(probleem: Probleem, plan: Gekozenplan, bekend: pd.Series) -> Iterator[str]:
    weg = plan.plaatsen.index[~plan.plaatsen.index.isin(bekend.index)]
    if len(weg):
        yield f"Niet meer bij de kandidaten, en dus niet geteld: {_noem(list(weg))}."
    tabel = probleem.kandidaten.loc[bekend.index]
    hier = _in_gebied(probleem, tabel)
    beoordeling = probleem.beoordeling
    rijen = beoordeling.kandidaten.index.get_indexer(tabel.index)
    for kop, welke in (
        ("Woonlocaties tellen niet als opvangplaatsen", hier & ~_opvang(probleem, tabel)),
        ("Buiten het gekozen gebied, en dus niet geteld", ~hier),
        (
            "Uitgesloten, maar wel in het plan en dus wel geteld",
            hier & beoordeling.uitgesloten[rijen],
        ),
        (
            "Te weinig bekend voor een score; de plaatsen tellen wel mee",
            hier & beoordeling.onvoldoende_bekend[rijen],
        ),
        (
            "Meer plaatsen dan de capaciteit van nu",
            hier & (bekend.to_numpy() > tabel["grootste"].to_numpy()),
        ),
    ):
        if welke.any():
            yield f"{kop}: {_noem(tabel['naam'][welke].tolist())}."


def _noem(namen: list[str]) -> str:
    rest = len(namen) - _GENOEMD
    return opsomming([*namen[:_GENOEMD], f"nog {getal(rest)}"] if rest > 0 else namen)
