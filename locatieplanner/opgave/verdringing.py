"""Verdringing: krijgt een groep plaatsen ten koste van een andere?

Er wordt op twee manieren gekeken, over alle kandidaten van het plan en niet alleen woningen:

- **zelfde plek** (`locatieplanner.opgave.plekwissel`): een locatie sluit en een andere opent binnen
  een afstand en een tijd daarvan; samen hebben zij erna voor de ene groep minder plaatsen en voor
  een andere meer;
- **gemeente** (`locatieplanner.opgave.gemeentesaldo`): in een maand binnen de horizon heeft een
  gemeente voor de ene groep minder plaatsen dan aan het begin, en voor een andere meer.

Een verschil telt vanaf ``flexwonen.kleinste_verschil_plaatsen``. Wat door een onbekende mix of
datum niet te zien is, staat als niet te beoordelen in de uitkomst: dat er geen waarschuwing is,
zegt daar niets. Een waarschuwing is een vraag om naar te kijken, geen oordeel: een groep kan elders
terecht.
"""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.bewoners import personen_per_groep
from locatieplanner.opgave.gemeentesaldo import gemeentesaldo
from locatieplanner.opgave.gepland import ver_genoeg
from locatieplanner.opgave.looptijd import looptijd
from locatieplanner.opgave.plekwissel import plekwissel
from locatieplanner.opgave.wisseling import Onbeoordeeld, Verdringing

_MAANDEN_PER_JAAR = 12


@dataclass(frozen=True)
class Oordeel:
    """Wat er over verdringing te zeggen is.

    Parameters
    ----------
    waarschuwingen : tuple of Verdringing
        Grootste eerst.
    onbeoordeeld : tuple of Onbeoordeeld
        Waar niet te zeggen is of er verdringing is.
    locaties : int
        Hoeveel kandidaten er bekeken zijn.
    begin, einde : Period
        Eerste en laatste maand waar naar gekeken is.
    """

    waarschuwingen: tuple[Verdringing, ...]
    onbeoordeeld: tuple[Onbeoordeeld, ...]
    locaties: int
    begin: pd.Period
    einde: pd.Period


def verdringing(
    kandidaten: gpd.GeoDataFrame,
    omgeving: Omgeving,
    peilmaand: pd.Period,
    *,
    alleen_gepland: bool = False,
) -> Oordeel:
    """Zoek waar een groep plaatsen krijgt ten koste van een andere.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Alle kandidaten van het plan, index ``id``, met ligging (RD).
    omgeving : Omgeving
        Met locatietypen, aandachtsgroepen en de parameters ``flexwonen.…``.
    peilmaand : Period
        De maand van nu.
    alleen_gepland : bool, optional
        Of alleen kandidaten meedoen die gepland heten, en wat gesloten is; zonder doet alles mee
        wat niet afgevallen is.
    """
    par = omgeving.parameters
    status = kandidaten["status"]
    doet_mee = (status != Kandidaatstatus.AFGEVALLEN).to_numpy(dtype=bool)
    if alleen_gepland:
        gesloten = (status == Kandidaatstatus.GESLOTEN).to_numpy(dtype=bool)
        doet_mee = gesloten | ver_genoeg(status, par)
    plan = kandidaten.loc[doet_mee]
    maanden = pd.period_range(
        peilmaand - int(par.getal("flexwonen.terugblik_maanden")),
        peilmaand + int(par.getal("flexwonen.horizon_jaren")) * _MAANDEN_PER_JAAR,
        freq="M",
    )
    personen = personen_per_groep(plan, omgeving.aandachtsgroepen)
    looptijden = looptijd(plan, omgeving.locatietypen, peilmaand)
    delen = [deel(plan, personen, looptijden, maanden, par) for deel in (plekwissel, gemeentesaldo)]
    gevonden = [waarschuwing for waarschuwingen, _ in delen for waarschuwing in waarschuwingen]
    volgorde = np.argsort([-waarschuwing.plaatsen for waarschuwing in gevonden], kind="stable")
    return Oordeel(
        waarschuwingen=tuple(gevonden[plek] for plek in volgorde),
        onbeoordeeld=tuple(geval for _, gevallen in delen for geval in gevallen),
        locaties=len(plan),
        begin=maanden[0],
        einde=maanden[-1],
    )
