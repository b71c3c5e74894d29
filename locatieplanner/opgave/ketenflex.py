"""De flexwoningen van een plan: hoeveel plaatsen voor vergunninghouders, en wanneer.

Het gaat om kandidaten van een type met woningen (flexwonen en gemengd wonen). Hun plaatsen voor
vergunninghouders zijn capaciteit × aandeel statushouders. Wie onbekend is telt niet mee en staat
in een lijst, met wat eraan te doen is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from locatieplanner.domein.aandachtsgroep import STATUSHOUDERS, Aandachtsgroep
from locatieplanner.domein.kandidaat import VERVALLEN, VOORTGANG
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.bewoners import personen_per_groep
from locatieplanner.opgave.gepland import gepland_vanaf, wat_niet_telt
from locatieplanner.opgave.looptijd import looptijd

_TELT = {"naam": "str", "plaatsen": "float64", "begin": "int64", "eind": "int64"}
_TELT_NIET = {"naam": "str", "plaatsen": "float64", "reden": "str", "herstel": "str"}


@dataclass(frozen=True, eq=False)
class Flexplan:
    """Wat er van een plan meetelt in de keten, en wat niet.

    Parameters
    ----------
    telt : DataFrame
        Index ``id``: ``naam``, ``plaatsen`` voor vergunninghouders, ``begin`` en ``eind`` (maanden
        als volgnummer, zie `locatieplanner.opgave.looptijd`).
    telt_niet : DataFrame
        Index ``id``: ``naam``, ``plaatsen`` (NaN = onbekend), ``reden`` en ``herstel``; zonder
        herstel is er niets te doen.
    """

    telt: pd.DataFrame
    telt_niet: pd.DataFrame

    @classmethod
    def zonder(cls) -> "Flexplan":
        """Geef een plan zonder flexwoningen."""
        id_ = pd.Index([], name="id", dtype="str")
        telt = pd.DataFrame(index=id_, columns=list(_TELT)).astype(_TELT)
        return cls(telt, pd.DataFrame(index=id_, columns=list(_TELT_NIET)).astype(_TELT_NIET))

    @property
    def plaatsen(self) -> float:
        """Alle plaatsen voor vergunninghouders samen."""
        return float(self.telt["plaatsen"].sum())


def flexplan(
    kandidaten: pd.DataFrame,
    locatietypen: Mapping[str, Locatietype],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    parameters: Parameters,
    start: pd.Period,
) -> Flexplan:
    """Geef de flexwoningen van een plan.

    Parameters
    ----------
    kandidaten : DataFrame
        Index ``id``; met ``naam``, ``type``, ``status``, ``capaciteit``, ``beschikbaar_van``,
        ``beschikbaar_tot`` en ``aandeel_<groep>``.
    locatietypen : Mapping of str to Locatietype
        Per code; alleen typen met ``huisvesting`` doen mee.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    parameters : Parameters
        ``opgave.gepland_vanaf``.
    start : Period
        De eerste maand; wat daarvoor eindigde doet niet meer mee.
    """
    soorten = [code for code, soort in locatietypen.items() if soort.huisvesting]
    woningen = kandidaten[
        kandidaten["type"].isin(soorten) & ~kandidaten["status"].isin(list(VERVALLEN))
    ]
    lopend = looptijd(woningen, locatietypen, start)
    tabel = pd.DataFrame(
        {
            "naam": woningen["naam"],
            "plaatsen": personen_per_groep(woningen, aandachtsgroepen)[STATUSHOUDERS],
            "begin": lopend["begin"],
            "eind": lopend["eind"],
        },
        index=woningen.index,
    )
    vanaf = gepland_vanaf(parameters)
    ver_genoeg = woningen["status"].isin(VOORTGANG[VOORTGANG.index(vanaf) :])
    # De volgorde is die waarin een gebruiker ze kan oplossen.
    bezwaren = [
        (
            ~ver_genoeg,
            wat_niet_telt(parameters),
            "werk de status bij, of zet 'Gepland telt vanaf' op een eerdere stap",
        ),
        (tabel["plaatsen"].isna(), "mix van bewoners onbekend", "vul de aandelen in"),
        (tabel["plaatsen"] == 0, "geen plaatsen voor statushouders in de mix", ""),
        (lopend["begin_onbekend"], "begindatum onbekend", "vul beschikbaar_van in"),
        (lopend["einde_onbekend"], "einddatum onbekend", "vul beschikbaar_tot in"),
        (lopend["eind"] < start.ordinal - 1, "eindigt voor de eerste maand", ""),
    ]
    telt = pd.Series(True, index=woningen.index)
    reden: dict[object, list[str]] = {id_: [] for id_ in woningen.index}
    herstel: dict[object, list[str]] = {id_: [] for id_ in woningen.index}
    for masker, wat, hoe in bezwaren:
        telt &= ~masker
        for id_ in woningen.index[masker.to_numpy(dtype=bool)]:
            reden[id_].append(wat)
            herstel[id_] += [hoe] if hoe else []
    niet = woningen.index[~telt.to_numpy(dtype=bool)]
    return Flexplan(
        telt=tabel[telt],
        telt_niet=pd.DataFrame(
            {
                "naam": tabel["naam"].loc[niet],
                "plaatsen": tabel["plaatsen"].loc[niet],
                "reden": ["; ".join(reden[id_]) for id_ in niet],
                "herstel": ["; ".join(herstel[id_]) for id_ in niet],
            },
            index=niet,
        ),
    )
