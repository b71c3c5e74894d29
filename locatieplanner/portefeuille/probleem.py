"""Het probleem: alles wat er te kiezen valt en waar de keuze zich aan houdt, in getallen.

Kandidaten staan op volgorde van id. Dezelfde invoer in een andere volgorde geeft zo hetzelfde
antwoord.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.criteria.ligging import plekken
from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.opgave.gepland import gepland_per_gemeente
from locatieplanner.opgave.stand import stand_per_provincie
from locatieplanner.portefeuille.deelname import Beletsel, beletsels, redenen, telt_gepland
from locatieplanner.portefeuille.nodig import Nodig, nodig_per_provincie
from locatieplanner.portefeuille.opdracht import Opdracht

Getallen = NDArray[np.float64]

NOODOPVANG = "noodopvang"


@dataclass(frozen=True, eq=False)
class Probleem:
    """Wat er te kiezen valt.

    Parameters
    ----------
    beoordeling : Beoordeling
        De beoordeelde kandidaten.
    opdracht : Opdracht
        Waaraan de keuze voldoet.
    nodig : tuple of Nodig
        Wat er per provincie en onderdeel nodig is.
    redenen : Series of str
        Per id waarom een kandidaat niet te kiezen is; leeg als hij dat wel is.
    kandidaten : DataFrame
        Alle kandidaten, index ``id`` op volgorde: ``naam``, ``type``, ``gemeentecode``,
        ``gemeente``, ``provincie``, ``x``, ``y``, ``score`` (0–100, NaN = onbekend),
        ``kleinste`` en ``grootste`` (plaatsen), ``kwetsbaar`` (aandeel, NaN = onbekend),
        ``kosten_euro`` (per plaats per jaar) en ``vast``.
    kiesbaar : DataFrame
        Wie daarvan te kiezen is.
    beletsels : tuple of Beletsel
        Eisen die kandidaten op zichzelf tegenhouden, in de volgorde van `kiesbaar`.
    gepland : DataFrame
        Wie daarvan in het gebied ligt en als gepland van het doel af gaat.
    gemeenten : DataFrame
        Index ``gemeentecode``, alle gemeenten in het gebied: ``gemeente``, ``provincie``,
        ``inwoners``, ``deel`` (het evenredige deel, plaatsen) en ``er_is`` (bestaand voor zover het
        meetelt, met het geschatte, en gepland).
    """

    beoordeling: Beoordeling
    opdracht: Opdracht
    nodig: tuple[Nodig, ...]
    redenen: pd.Series
    kandidaten: pd.DataFrame
    kiesbaar: pd.DataFrame
    beletsels: tuple[Beletsel, ...]
    gepland: pd.DataFrame
    gemeenten: pd.DataFrame

    @property
    def parameters(self) -> Parameters:
        """De parameters waarmee gerekend wordt."""
        return self.beoordeling.omgeving.parameters


def stel_probleem(beoordeling: Beoordeling, opdracht: Opdracht) -> Probleem:
    """Zet een opdracht om in een probleem.

    Parameters
    ----------
    beoordeling : Beoordeling
        De beoordeelde kandidaten; de score is die bij de volle capaciteit.
    opdracht : Opdracht
        Waaraan een portefeuille moet voldoen.
    """
    omgeving = beoordeling.omgeving
    tabel = _tabel(beoordeling, opdracht)
    gepland = telt_gepland(beoordeling, opdracht)
    plannen = beoordeling.kandidaten[gepland]
    per_gemeente = gepland_per_gemeente(plannen, omgeving.locatietypen, omgeving.parameters)
    nodig = nodig_per_provincie(
        omgeving,
        stand_per_provincie(omgeving, per_gemeente),
        plannen,
        opdracht.gebied,
        per_onderdeel=opdracht.per_onderdeel,
    )
    in_gebied = tabel["provincie"].isin(opdracht.gebied).to_numpy(dtype=bool)
    waarom = redenen(beoordeling, opdracht, gepland, nodig)
    volgorde = np.argsort(tabel.index.to_numpy(dtype=str), kind="stable")
    kiesbaar = volgorde[waarom[volgorde] == ""]
    return Probleem(
        beoordeling=beoordeling,
        opdracht=opdracht,
        nodig=nodig,
        redenen=pd.Series(waarom[volgorde], index=tabel.index[volgorde], dtype="str"),
        kandidaten=tabel.iloc[volgorde],
        kiesbaar=tabel.iloc[kiesbaar],
        beletsels=tuple(
            Beletsel(deel.eis, deel.rijen[kiesbaar])
            for deel in beletsels(beoordeling, opdracht, gepland)
            if deel.rijen[kiesbaar].any()
        ),
        gepland=tabel.iloc[volgorde[(gepland & in_gebied)[volgorde]]],
        gemeenten=_gemeenten(beoordeling, opdracht, per_gemeente),
    )


def kosten_per_plaats(typen: pd.Series, parameters: Parameters) -> Getallen:
    """Geef wat een plaats van dit type per jaar kost, euro: noodopvang, of reguliere opvang."""
    regulier, nood = (
        parameters.getal(f"behoefte.kosten_{soort}_euro") for soort in ("regulier", NOODOPVANG)
    )
    return np.where(typen == NOODOPVANG, nood, regulier)


def _tabel(beoordeling: Beoordeling, opdracht: Opdracht) -> pd.DataFrame:
    """De kandidaten met wat er voor de keuze toe doet, in rijvolgorde."""
    kandidaten, parameters = beoordeling.kandidaten, beoordeling.omgeving.parameters
    weging = beoordeling.weging
    punten = plekken(kandidaten)
    tabel = pd.DataFrame(kandidaten[["naam", "type", "gemeentecode", "gemeente", "provincie"]])
    tabel["x"], tabel["y"] = punten[:, 0], punten[:, 1]
    tabel["score"] = np.where(weging.rang == GEEN_RANG, np.nan, weging.totaal)
    tabel["grootste"] = kandidaten["capaciteit"].to_numpy(dtype=np.float64)
    tabel["kleinste"] = _kleinste(tabel, beoordeling)
    tabel["kwetsbaar"] = beoordeling.maten["mix"]["aandeel_kwetsbaar"].to_numpy(dtype=np.float64)
    tabel["kosten_euro"] = kosten_per_plaats(kandidaten["type"], parameters)
    tabel["vast"] = kandidaten.index.isin(list(opdracht.vast))
    return tabel


def _kleinste(tabel: pd.DataFrame, beoordeling: Beoordeling) -> Getallen:
    """De kleinste omvang: een deel van de capaciteit, en niet onder wat het type vraagt."""
    deel = beoordeling.omgeving.parameters.getal("portefeuille.minimum_deel")
    typen: Mapping[str, int] = {
        code: soort.capaciteit_min or 1 for code, soort in beoordeling.omgeving.locatietypen.items()
    }
    capaciteit = tabel["grootste"].to_numpy()
    gevraagd = np.maximum(np.ceil(deel * capaciteit), tabel["type"].map(typen).to_numpy())
    return np.asarray(np.minimum(gevraagd, capaciteit), dtype=np.float64)


def _gemeenten(beoordeling: Beoordeling, opdracht: Opdracht, gepland: pd.Series) -> pd.DataFrame:
    """De gemeenten in het gebied, met hun evenredige deel en wat er al is."""
    omgeving = beoordeling.omgeving
    stand = stand_per_gemeente(omgeving, gepland)
    stand = stand[stand["provincie"].isin(opdracht.gebied)]
    telt = 1.0 if omgeving.doelset.bestaand_telt_mee else 0.0
    bestaand = stand["bestaand_bekend"].fillna(0.0) + stand["bestaand_geschat"]
    tabel = stand[["gemeente", "provincie", "inwoners"]].copy()
    tabel["deel"] = stand["deel_midden"]
    tabel["er_is"] = telt * bestaand + stand["gepland"]
    return tabel.sort_index()
