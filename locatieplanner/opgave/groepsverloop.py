"""Het verloop van woningen en plaatsen per aandachtsgroep, maand voor maand.

Een locatie telt vol mee van haar eerste tot en met haar laatste maand; zie
`locatieplanner.opgave.beschikbaarheid`. Wat niet over groepen te verdelen is, staat in een eigen
kolom: zo is de som over de kolommen altijd het geheel.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.opgave.bewoners import MIX_ONBEKEND
from locatieplanner.opgave.flexwonen import PERSONEN, WONINGEN
from locatieplanner.opgave.looptijd import plekken_in_tijd, tel_op


@dataclass(frozen=True, eq=False)
class Groepsverloop:
    """Woningen en plaatsen per groep en maand.

    Parameters
    ----------
    woningen, plaatsen : DataFrame
        Index ``maand``; een kolom per groep (code) waar ooit iets voor is, en `MIX_ONBEKEND`.
    einde_onbekend : Series
        Woningen per maand op locaties waarvan het einde onbekend is; zij tellen tot het laatst mee.
    """

    woningen: pd.DataFrame
    plaatsen: pd.DataFrame
    einde_onbekend: pd.Series


def groepsverloop(
    locaties: pd.DataFrame,
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    maanden: pd.PeriodIndex,
) -> Groepsverloop:
    """Bereken het verloop van woonlocaties.

    Parameters
    ----------
    locaties : DataFrame
        Uitkomst van `locatieplanner.opgave.flexwonen.woonlocaties`, of een selectie daaruit.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    maanden : PeriodIndex, shape (m,)
        Aaneengesloten maanden.
    """
    eerste, voorbij = plekken_in_tijd(locaties, maanden)
    per_soort = {}
    for begin, geheel in ((WONINGEN, "woningen"), (PERSONEN, "plaatsen")):
        delen = locaties[[f"{begin}{code}" for code in aandachtsgroepen]]
        delen = delen.set_axis(list(aandachtsgroepen), axis=1)
        delen = delen.assign(**{MIX_ONBEKEND: locaties[geheel].where(~locaties["mix_bekend"])})
        aantallen = delen.fillna(0.0)
        bekend = aantallen.loc[:, (aantallen > 0).any()]
        waarden = tel_op(bekend.to_numpy(dtype=np.float64), eerste, voorbij, len(maanden))
        index = pd.PeriodIndex(maanden, name="maand")
        per_soort[geheel] = pd.DataFrame(waarden, index=index, columns=bekend.columns)
    open_einde = locaties["woningen"].where(locaties["einde_onbekend"]).fillna(0.0)
    kolom = open_einde.to_numpy(dtype=np.float64)[:, np.newaxis]
    return Groepsverloop(
        woningen=per_soort["woningen"],
        plaatsen=per_soort["plaatsen"],
        einde_onbekend=pd.Series(
            tel_op(kolom, eerste, voorbij, len(maanden))[:, 0],
            index=pd.PeriodIndex(maanden, name="maand"),
        ),
    )


def per_halfjaar(verloop: pd.DataFrame) -> pd.DataFrame:
    """Geef per halfjaar de stand in de eerste en in de laatste maand.

    Parameters
    ----------
    verloop : DataFrame
        Index ``maand``; een kolom per groep.

    Returns
    -------
    DataFrame
        Index ``halfjaar``; per kolom ``<groep>_begin`` en ``<groep>_einde``, voorafgegaan door
        ``totaal_begin`` en ``totaal_einde``. Van een half halfjaar telt wat er van in beeld is.
    """
    maanden = pd.PeriodIndex(verloop.index)
    halfjaren = pd.Index([str(Halfjaar.van(maand)) for maand in maanden], name="halfjaar")
    alles = verloop.copy()
    alles.insert(0, "totaal", verloop.sum(axis=1))
    groepen = alles.groupby(halfjaren)
    begin, einde = groepen.first().add_suffix("_begin"), groepen.last().add_suffix("_einde")
    volgorde = [f"{kolom}_{kant}" for kolom in alles.columns for kant in ("begin", "einde")]
    return begin.join(einde)[volgorde]
