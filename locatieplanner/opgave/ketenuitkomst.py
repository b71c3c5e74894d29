"""De keten met en zonder de flexwoningen van een plan, voor het land of een deel ervan.

De opvang is landelijk: wie een flexwoning krijgt komt uit de opvang van het hele land. Wat een plan
scheelt is daarom altijd het verschil tussen twee landelijke berekeningen::

    minder nodig = opvang zonder de flexwoningen − opvang met de flexwoningen

Zonder de flexwoningen wonen dezelfde mensen er niet: wie er op de eerste dag al woont, zou dan in
de opvang op een woning wachten.

Voor een gebied wordt de landelijke keten verkleind naar rato van inwoners: begin, instroom en
taakstelling. Dat is het evenredige deel (afgeleid), niet het aantal mensen dat er nu wordt
opgevangen. De flexwoningen zijn die van het gebied zelf, op ware grootte::

    zonder plan, in het gebied = deel · keten zonder flexwoningen + wie er al in flexwoningen woont
    met plan, in het gebied    = zonder plan, in het gebied − minder nodig
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.ketenscenario import Ketenscenario, parameter_id
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.opgave.keten import Beginstand, Ketenwaarden, al_bewoond, reken_keten
from locatieplanner.opgave.ketenflex import Flexplan
from locatieplanner.opgave.ketenplaatsing import taakstelling_per_maand

FLEXKOLOMMEN = ("flexwoning", "naar_flexwoning", "flex_naar_woning", "flex_terug", "flex_leeg")
"""Wat van de flexwoningen zelf is, en dus nooit verkleind."""


@dataclass(frozen=True, eq=False)
class Ketenuitkomst:
    """De keten van een gebied, en wat de flexwoningen van een plan daarin schelen.

    Parameters
    ----------
    scenario : Ketenscenario
        De aannamen.
    parameters : Parameters
        De getallen waarmee gerekend is.
    taakstelling : DataFrame
        Landelijk per maand, zie `locatieplanner.opgave.ketenplaatsing.taakstelling_per_maand`.
    deel : float
        Deel van de inwoners van Nederland; 1 is het hele land.
    plan : Flexplan
        De flexwoningen van het gebied.
    zonder : DataFrame
        Standen en stromen van het gebied zonder de flexwoningen, zie
        `locatieplanner.opgave.keten.reken_keten`. Personen.
    flex : DataFrame
        Index ``maand``; `FLEXKOLOMMEN`, en ``minder``: opvangplaatsen die er door het plan minder
        nodig zijn (onder nul meer), en ``minder_woning``: wie er door het plan minder naar een
        gewone woning gaan.
    """

    scenario: Ketenscenario
    parameters: Parameters
    taakstelling: pd.DataFrame
    deel: float
    plan: Flexplan
    zonder: pd.DataFrame
    flex: pd.DataFrame

    @property
    def maanden(self) -> pd.PeriodIndex:
        """De maanden, aaneensluitend."""
        return pd.PeriodIndex(self.zonder.index)

    def in_maand(self, maand: pd.Period) -> dict[str, float]:
        """Geef standen en stromen van een maand: van `zonder`, en wat het plan doet van `flex`."""
        plek = maand.ordinal - self.scenario.start.ordinal
        return {
            str(kolom): float(tabel[kolom].iloc[plek])
            for tabel in (self.zonder, self.flex)
            for kolom in tabel.columns
        }

    @property
    def minder(self) -> pd.Series:
        """Opvangplaatsen per maand die er door het plan minder nodig zijn; onder nul meer."""
        return self.flex["minder"]

    @property
    def opvang_met(self) -> pd.Series:
        """Bezetting van de opvang per maand met het plan.

        In een klein gebied kan zij onder nul komen: dan neemt het plan meer mensen op dan het
        evenredige deel, en komen de vrije plaatsen elders in het land.
        """
        return (self.zonder["opvang"] - self.minder).rename("opvang_met")


def reken_uitkomst(
    scenario: Ketenscenario,
    parameters: Parameters,
    taakstelling: Mapping[Halfjaar, Landelijk],
    plan: Flexplan,
    aantal_maanden: int,
    deel: float = 1.0,
) -> Ketenuitkomst:
    """Reken de keten met en zonder een plan.

    Parameters
    ----------
    scenario : Ketenscenario
        De aannamen.
    parameters : Parameters
        De parameters van het scenario, zie `Ketenscenario.parameters`.
    taakstelling : Mapping of Halfjaar to Landelijk
        De landelijke taakstelling; die van het scenario gaat voor.
    plan : Flexplan
        De flexwoningen, alleen die van het gebied.
    aantal_maanden : int
        Hoeveel maanden, ten minste 1.
    deel : float, optional
        Deel van de inwoners van Nederland dat in het gebied woont.

    Raises
    ------
    InvoerFout
        Als van geen enkel halfjaar een taakstelling bekend is.
    """
    maanden = pd.period_range(scenario.start, periods=aantal_maanden, freq="M", name="maand")
    landelijk = taakstelling_per_maand({**taakstelling, **scenario.taakstelling}, maanden)

    def per_maand(veld: str) -> pd.Series:
        return scenario.per_maand(veld, maanden, parameters.getal(parameter_id(veld)))

    aanvoer = pd.DataFrame(
        {
            "instroom": per_maand("instroom_per_maand"),
            "nareis": per_maand("nareis_per_maand"),
            "inwilliging": per_maand("inwilliging_aandeel"),
            "plaatsruimte": landelijk["personen"] * per_maand("realisatie_aandeel"),
        },
        index=maanden,
    )
    begin, waarden = Beginstand.van(parameters), Ketenwaarden.van(parameters)
    bewoond = float(al_bewoond(plan.telt, scenario.start, waarden.flex_vulling_maanden).sum())
    wachtend = replace(begin, wachtend=begin.wachtend + bewoond)
    geen = Flexplan.zonder().telt
    basis = reken_keten(begin, aanvoer, waarden, geen)
    zonder = reken_keten(wachtend, aanvoer, waarden, geen)
    met = reken_keten(begin, aanvoer, waarden, plan.telt)
    return Ketenuitkomst(
        scenario=scenario,
        parameters=parameters,
        taakstelling=landelijk,
        deel=deel,
        plan=plan,
        zonder=deel * basis + (zonder - basis),
        flex=met[list(FLEXKOLOMMEN)].assign(
            minder=zonder["opvang"] - met["opvang"],
            minder_woning=zonder["naar_woning"] - met["naar_woning"],
        ),
    )


def inwonersdeel(gemeenten: pd.DataFrame, codes: pd.Index) -> float:
    """Geef het deel van de inwoners van Nederland dat in een gebied woont.

    Parameters
    ----------
    gemeenten : DataFrame
        Alle gemeenten: index ``gemeentecode``, kolom ``inwoners``.
    codes : Index
        Codes van de gemeenten in het gebied.
    """
    if len(codes) == len(gemeenten):
        return 1.0
    return float(gemeenten["inwoners"].loc[codes].sum() / gemeenten["inwoners"].sum())
