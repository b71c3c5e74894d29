"""Kleine ketens om mee te toetsen: een scenario, een plan en wat eruit komt."""

from functools import cache

import pandas as pd

from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.ketenscenario import Ketenscenario
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.opgave.ketenflex import Flexplan
from locatieplanner.opgave.ketenuitkomst import Ketenuitkomst, reken_uitkomst


def landelijk(jaar: int, helft: int, aantal: int) -> dict[Halfjaar, Landelijk]:
    """Een gepubliceerde landelijke taakstelling."""
    halfjaar = Halfjaar(jaar, helft)
    herkomst = Herkomst("proefbron", "", Status.GEPUBLICEERD)
    return {halfjaar: Landelijk(halfjaar, aantal, herkomst)}


TAAKSTELLING = landelijk(2025, 2, 13_000)


@cache
def ingebouwd() -> Parameters:
    """De ingebouwde parameters."""
    return lees_parameters()


def scenario(**anders) -> Ketenscenario:
    """Een scenario met de ingebouwde getallen, vanaf januari 2026."""
    return Ketenscenario(
        "Proef", "", pd.Period("2026-01", "M"), Herkomst("x", "", Status.GESCHAT), {}, **anders
    )


def plan(*rijen: tuple[float, str, int]) -> Flexplan:
    """Een plan met complexen: (plaatsen, eerste maand, laatste maand als volgnummer)."""
    telt = pd.DataFrame(
        [
            (f"K{n}", f"Complex {n}", float(plaatsen), pd.Period(van, "M").ordinal, eind)
            for n, (plaatsen, van, eind) in enumerate(rijen)
        ],
        columns=["id", "naam", "plaatsen", "begin", "eind"],
    ).set_index("id")
    return Flexplan(telt, Flexplan.zonder().telt_niet)


def reken(
    plan_: Flexplan,
    scenario_: Ketenscenario | None = None,
    maanden: int = 36,
    deel: float = 1.0,
) -> Ketenuitkomst:
    """Reken een keten met de taakstelling van 2025-II."""
    keuze = scenario_ or scenario()
    par = keuze.parameters(ingebouwd(), {})
    return reken_uitkomst(keuze, par, TAAKSTELLING, plan_, maanden, deel)
