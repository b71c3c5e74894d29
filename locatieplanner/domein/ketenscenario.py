"""Een scenario van de keten: vanaf welke maand, en met welke aannamen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst
from locatieplanner.domein.parameters import Parameters, Waarde
from locatieplanner.domein.taakstelling import Landelijk

GROEP = "keten"
"""De groep parameters waar de getallen van een scenario bij horen."""

PER_MAAND = ("instroom_per_maand", "nareis_per_maand", "inwilliging_aandeel", "realisatie_aandeel")
"""Wat een scenario per maand kan laten verschillen."""


def parameter_id(veld: str) -> str:
    """Geef het id van de parameter bij een veld van een scenario."""
    return f"{GROEP}.{veld}"


@dataclass(frozen=True, eq=False)
class Ketenscenario:
    """Aannamen over de keten; wat er niet in staat komt uit de parameters.

    Parameters
    ----------
    naam : str
        Naam voor de gebruiker.
    uitleg : str
        Wat het scenario aanneemt, in een zin; kan leeg zijn.
    start : Period
        Eerste maand; de beginstand is die van de eerste dag.
    herkomst : Herkomst
        Waar de getallen van dit scenario vandaan komen.
    waarden : Mapping of str to float
        Per veld (een parameter van de groep `GROEP`, zonder groep) een waarde.
    reeksen : Mapping of str to Series, optional
        Per veld uit `PER_MAAND` waarden met index ``maand``; in andere maanden geldt de waarde.
    taakstelling : Mapping of Halfjaar to Landelijk, optional
        Landelijke taakstelling die in dit scenario in plaats van de bekende geldt.
    """

    naam: str
    uitleg: str
    start: pd.Period
    herkomst: Herkomst
    waarden: Mapping[str, float]
    reeksen: Mapping[str, pd.Series] = field(default_factory=dict)
    taakstelling: Mapping[Halfjaar, Landelijk] = field(default_factory=dict)

    def parameters(self, ingebouwd: Parameters, eigen: Mapping[str, Waarde]) -> Parameters:
        """Geef de parameters van dit scenario: ingebouwd, dan het scenario, dan van de gebruiker.

        Parameters
        ----------
        ingebouwd : Parameters
            De ingebouwde parameters.
        eigen : Mapping of str to Waarde
            Per id wat de gebruiker zelf instelde; andere groepen doen niet ter zake.

        Raises
        ------
        ParameterFout
            Als een waarde buiten haar grenzen ligt.
        """
        gezet = {parameter_id(veld): waarde for veld, waarde in self.waarden.items()}
        scenario = ingebouwd.met(gezet)
        met_bron = {
            id_: replace(scenario[id_], herkomst=self.herkomst)
            for id_ in gezet
            if scenario[id_] is not ingebouwd[id_]
        }
        van_keten = {id_: w for id_, w in eigen.items() if ingebouwd[id_].groep == GROEP}
        return Parameters({**scenario.alle, **met_bron}).met(van_keten)

    def per_maand(self, veld: str, maanden: pd.PeriodIndex, constant: float) -> pd.Series:
        """Geef de waarden van een veld per maand.

        Parameters
        ----------
        veld : str
            Een veld uit `PER_MAAND`.
        maanden : PeriodIndex, shape (n,)
            De maanden.
        constant : float
            Wat geldt in een maand die niet in de reeks staat.
        """
        reeks = self.reeksen.get(veld)
        if reeks is None:
            return pd.Series(constant, index=maanden, dtype="float64")
        return reeks.reindex(maanden).fillna(constant).astype("float64")
