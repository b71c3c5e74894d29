"""Twee plannen van de sessie, gemeten tegen dezelfde kandidaten en doelen."""

from dataclasses import dataclass

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling, beoordeel
from locatieplanner.domein.notatie import getal
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.planherkenning import met_meegebracht
from locatieplanner.portefeuille.planmeting import (
    Planmeting,
    gepland_plan,
    meet_plan,
    stel_vergelijking,
)
from locatieplanner.portefeuille.planverschil import verschil
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.rapport.plantabel import LETTERS
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.toestand import Toestand

GEPLAND = "Wat gepland is"
"""Naam van het plan dat er altijd is."""


@dataclass(frozen=True, eq=False)
class Planvergelijking:
    """De plannen A en B.

    Parameters
    ----------
    probleem : Probleem
        Waartegen gemeten is.
    metingen : tuple of Planmeting
        Plan A en plan B.
    verschil : DataFrame
        Uitkomst van `locatieplanner.portefeuille.planverschil.verschil`.
    """

    probleem: Probleem
    metingen: tuple[Planmeting, Planmeting]
    verschil: pd.DataFrame


def beoordeling_met_plannen(toestand: Toestand) -> Beoordeling:
    """Geef de beoordeling, met de locaties die plannen zelf meebrachten erbij."""
    if all(plan.meegebracht is None for plan in toestand.plannen):
        return gegevens.beoordeling_van(toestand)
    beoordeling = gegevens.laatste(
        "beoordeling met plannen",
        (*gegevens.sleutel_van(toestand), toestand.plannen),
        lambda: beoordeel(
            met_meegebracht(toestand.kandidaten, toestand.plannen),
            gegevens.omgeving_van(toestand),
        ),
    )
    return beoordeling.herweeg(toestand.gewichten)


def probleem_van(toestand: Toestand) -> Probleem:
    """Geef waartegen de plannen in het gekozen gebied gemeten worden."""
    provincies = () if toestand.provincie is None else (toestand.provincie,)
    return gegevens.laatste(
        "planprobleem",
        (*gegevens.sleutel_van(toestand), toestand.plannen, toestand.gewichten, provincies),
        lambda: stel_vergelijking(beoordeling_met_plannen(toestand), provincies),
    )


def alle_plannen(toestand: Toestand) -> dict[str, Gekozenplan]:
    """Geef de plannen per naam: wat gepland is, en dan die van de gebruiker."""
    gepland = gepland_plan(probleem_van(toestand), GEPLAND)
    return {plan.naam: plan for plan in (gepland, *toestand.plannen)}


def gekozen_namen(toestand: Toestand) -> tuple[str, str]:
    """Geef de namen van A en B; zonder keuze wat gepland is naast het nieuwste plan."""
    namen = [GEPLAND, *(plan.naam for plan in toestand.plannen)]
    a, b = toestand.vergeleken
    return (a if a in namen else namen[0], b if b in namen else namen[-1])


def vergelijking_van(toestand: Toestand) -> Planvergelijking:
    """Geef de vergelijking van de gekozen plannen."""
    probleem, plannen = probleem_van(toestand), alle_plannen(toestand)
    a, b = (meet_plan(probleem, plannen[naam]) for naam in gekozen_namen(toestand))
    return Planvergelijking(probleem, (a, b), verschil(a.plaatsen, b.plaatsen))


def wat_erbij_hoort(vergelijking: Planvergelijking) -> str:
    """Zeg in welk plan er meetelt wat gepland is en er niet in staat; leeg als dat nergens is."""
    zinnen = [
        f"In plan {letter} telt ook mee wat gepland is en niet in het plan staat: "
        f"{getal(meting.erbij)} plaatsen."
        for letter, meting in zip(LETTERS, vergelijking.metingen, strict=True)
        if meting.erbij
    ]
    return " ".join(zinnen)
