"""Portefeuilles op het scherm van de opdrachtregel."""

from types import MappingProxyType

from locatieplanner.cli.tabelweergave import toon_uitkomst
from locatieplanner.cli.weergave import telwoord, toon
from locatieplanner.portefeuille.front import TOELICHTING
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.portefeuille.uitspraak import over_bewijs
from locatieplanner.rapport.portefeuilletabel import (
    UITLEG,
    doelentabel,
    fronttabel,
    keuzetabel,
    niet_te_kiezen,
    vergelijkingstabel,
)
from locatieplanner.rapport.versoepelingtabel import ruimertabel

_DOELEN = MappingProxyType(
    {
        "doel": "doel",
        "laag": "nodig",
        "hoog": "hoogstens",
        "gekozen": "gekozen",
        "tekort": "te weinig",
        "status": "status",
    }
)
_NAAST_ELKAAR = MappingProxyType(
    {
        "portefeuille": "nr",
        "tekort": "te weinig",
        "plaatsen": "plaatsen",
        "locaties": "locaties",
        "gemiddelde_score": "score",
        "theil": "Theil",
        "gini": "Gini",
        "boven_evenredig": "boven deel",
        "naaste_km": "naaste km",
        "grootste": "grootste",
        "kosten_mln": "mln €/jaar",
        "verschil": "verschil",
    }
)


def toon_portefeuilles(uitkomst: Uitkomst) -> None:
    """Toon de beste portefeuille, wat er knelt, de alternatieven, het front en het eigen plan."""
    beste = uitkomst.beste
    meer = len(uitkomst.portefeuilles) > 1
    naam = "portefeuille 1" if meer else "beste portefeuille"
    if len(beste.plaatsen):
        toon_uitkomst(keuzetabel(uitkomst, beste, naam))
    else:
        toon("Er is niets gekozen.")
    toon("")
    toon_uitkomst(doelentabel(uitkomst, beste, naam), _DOELEN)
    toon("")
    for bewijs in beste.bewijzen:
        toon(over_bewijs(bewijs))
    for knelpunt in uitkomst.knelpunten:
        toon(f"{knelpunt.zin}.")
    toon("")
    toon_uitkomst(vergelijkingstabel(uitkomst), _NAAST_ELKAAR)
    for woord, uitleg in UITLEG.items():
        toon(f"{woord}: {uitleg}")
    toon(vergelijkingstabel(uitkomst).herkomst)
    for nummer, ander in enumerate(uitkomst.portefeuilles[1:], start=2):
        toon("")
        toon(f"Portefeuille {nummer} tegenover 1: {_anders(uitkomst, nummer)}.")
        toon(over_bewijs(ander.bewijzen[-1]))
    if uitkomst.front is not None:
        toon("")
        toon_uitkomst(fronttabel(uitkomst), _NAAST_ELKAAR)
        toon(TOELICHTING)
    if uitkomst.versoepeld:
        toon("")
        toon_uitkomst(ruimertabel(uitkomst))
    _toon_eigen(uitkomst)
    toon("")
    buiten = len(niet_te_kiezen(uitkomst.probleem).gegevens)
    if buiten:
        toon(f"{telwoord(buiten, 'kandidaat was', 'kandidaten waren')} niet te kiezen (--json).")
    for zin in uitkomst.let_op():
        toon(zin)


def _anders(uitkomst: Uitkomst, nummer: int) -> str:
    """Wie er in een portefeuille bij komt en af gaat tegenover de eerste."""
    eerste, dit = (uitkomst.portefeuilles[n].plaatsen.index for n in (0, nummer - 1))
    erbij, eraf = dit.difference(eerste), eerste.difference(dit)
    delen = [
        f"{woord} {', '.join(ids)}" for woord, ids in (("met", erbij), ("zonder", eraf)) if len(ids)
    ]
    return "; ".join(delen)


def _toon_eigen(uitkomst: Uitkomst) -> None:
    eigen = uitkomst.eigen
    if eigen is None:
        return
    toon("")
    if eigen.gebroken or eigen.niet_te_kiezen:
        toon("Het eigen plan voldoet niet aan de opdracht:")
    else:
        toon("Het eigen plan voldoet aan de opdracht.")
    for eis in eigen.gebroken:
        toon(f"  niet: {eis.zin}")
    for zin in eigen.niet_te_kiezen:
        toon(f"  {zin}")
