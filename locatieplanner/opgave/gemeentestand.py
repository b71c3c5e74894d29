"""De stand per gemeente: haar deel van het provinciale doel, wat er is en wat er gepland is."""

import pandas as pd

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.omgeving import Omgeving


def stand_per_gemeente(omgeving: Omgeving, gepland: pd.Series) -> pd.DataFrame:
    """Zet per gemeente haar evenredige deel naast wat er is en wat er gepland is.

    .. math:: deel = doel · inwoners_{gemeente} / inwoners_{provincie}

    Parameters
    ----------
    omgeving : Omgeving
        Met doelen, gemeenten en bestaande opvang.
    gepland : Series
        Geplande plaatsen per ``gemeentecode``; wat ontbreekt is nul gepland.

    Returns
    -------
    DataFrame
        Index ``gemeentecode``. ``gemeente``, ``provincie``, ``inwoners``; ``deel_laag``,
        ``deel_midden``, ``deel_hoog`` (plaatsen, afgeleid) en ``deel_status``;
        ``bestaand_bekend`` (NaN = niets bekend), ``bestaand_geschat``, ``bestaand_status``;
        ``gepland``; ``bekend_en_gepland`` (NaN = niets bekend en niets gepland),
        ``plaatsen_per_1000`` en ``verhouding`` (tot het midden van het deel) daarvan.
    """
    gemeenten, doelen, bestaand = omgeving.gemeenten, omgeving.doelen, omgeving.bestaand
    provincie = gemeenten["provincie"]
    aandeel = gemeenten["inwoners"] / gemeenten.groupby("provincie")["inwoners"].transform("sum")
    stand = pd.DataFrame(gemeenten[["gemeente", "provincie", "inwoners"]])
    for naam, grens in (("laag", "minimum"), ("midden", "midden"), ("hoog", "maximum")):
        stand[f"deel_{naam}"] = aandeel * provincie.map(doelen[grens])
    # Naar rato van inwoners: hoe zeker het doel ook is, het deel van een gemeente is afgeleid.
    stand["deel_status"] = str(Status.AFGELEID)
    stand["deel_status"] = stand["deel_status"].where(
        stand["deel_midden"].notna(), str(Status.ONBEKEND)
    )
    stand["bestaand_bekend"] = bestaand["plaatsen_bekend"]
    stand["bestaand_geschat"] = bestaand["plaatsen_geschat"] + bestaand["plaatsen_verwacht"]
    stand["bestaand_status"] = bestaand["status"].astype("str")
    stand["gepland"] = gepland.reindex(stand.index, fill_value=0.0)
    # Nul gepland zegt niets over wat er staat: dan blijft onbekend onbekend.
    stand["bekend_en_gepland"] = stand["bestaand_bekend"].add(
        stand["gepland"].where(stand["gepland"] > 0), fill_value=0.0
    )
    stand["plaatsen_per_1000"] = 1000 * stand["bekend_en_gepland"] / stand["inwoners"]
    stand["verhouding"] = stand["bekend_en_gepland"] / stand["deel_midden"]
    return stand
