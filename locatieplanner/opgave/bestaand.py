"""Bestaande opvang per gemeente: wat bekend is, en wat er naar schatting bij komt.

De lijst van bestaande opvang is onvolledig. Een gemeente zonder rij kan opvang hebben: die is
onbekend, niet nul. Wat landelijk aan de lijst ontbreekt, wordt daarom over die gemeenten verdeeld
naar rato van inwoners: zoveel plaatsen zijn er te verwachten. Een locatie waarvan alleen de omvang
onbekend is, krijgt de mediaan van haar type; van een locatie waarvan onzeker is of zij nog open is,
telt de omvang als schatting. Dit alles heet ``geschat``. Wie een volledige eigen lijst
heeft, zet de parameter ``opgave.onbekende_opvang`` op ``geen opvang``.
"""

import geopandas as gpd
import pandas as pd

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.parameters import Parameters

SCHATTEN = "schatten"

ONZEKER = "onzeker"
"""Zekerheid van een locatie waarvan niet vaststaat dat zij nog open is."""


def met_plaatsen(opvang: gpd.GeoDataFrame, parameters: Parameters) -> gpd.GeoDataFrame:
    """Voeg ``plaatsen`` en ``status`` toe; onbekende omvang wordt de mediaan van het type.

    Parameters
    ----------
    opvang : GeoDataFrame
        Bestaande opvang met ``type``, ``zekerheid`` en ``capaciteit`` (NaN = onbekend).
    parameters : Parameters
        ``opgave.locatie_omvang``, voor een lijst waarin van niets de omvang bekend is.
    """
    mediaan = opvang.groupby("type")["capaciteit"].transform("median")
    mediaan = mediaan.fillna(opvang["capaciteit"].median())
    mediaan = mediaan.fillna(parameters.getal("opgave.locatie_omvang"))
    bekend = opvang["capaciteit"].notna() & (opvang["zekerheid"] != ONZEKER)
    status = pd.Series(str(Status.GESCHAT), index=opvang.index).mask(bekend, Status.SECUNDAIR)
    return opvang.assign(plaatsen=opvang["capaciteit"].fillna(mediaan), status=status)


def bestaand_per_gemeente(
    opvang: gpd.GeoDataFrame, gemeenten: pd.DataFrame, parameters: Parameters
) -> pd.DataFrame:
    """Tel de bestaande opvang per gemeente.

    Parameters
    ----------
    opvang : GeoDataFrame
        Uitkomst van `met_plaatsen`.
    gemeenten : DataFrame
        Index ``gemeentecode``; kolom ``inwoners``.
    parameters : Parameters
        ``opgave.plaatsen_landelijk`` en ``opgave.onbekende_opvang``.

    Returns
    -------
    DataFrame
        Index ``gemeentecode``; ``locaties``, ``plaatsen_bekend`` (NaN = niets bekend),
        ``plaatsen_geschat`` (van locaties waarvan omvang of openstelling onzeker is),
        ``plaatsen_verwacht`` (waar geen locatie bekend is) en ``status``.
    """
    per_gemeente = opvang.groupby("gemeentecode")
    zeker = opvang["plaatsen"].where(opvang["status"] == Status.SECUNDAIR)
    bekend = zeker.groupby(opvang["gemeentecode"]).sum(min_count=1).reindex(gemeenten.index)
    geschat = per_gemeente["plaatsen"].sum().reindex(gemeenten.index, fill_value=0.0)
    geschat -= bekend.fillna(0.0)
    locaties = per_gemeente.size().reindex(gemeenten.index, fill_value=0)
    zonder_rij = locaties == 0
    verwacht = pd.Series(0.0, index=gemeenten.index)
    if parameters.keuze("opgave.onbekende_opvang") == SCHATTEN:
        rest = max(parameters.getal("opgave.plaatsen_landelijk") - opvang["plaatsen"].sum(), 0.0)
        inwoners = gemeenten["inwoners"].where(zonder_rij, 0.0)
        if inwoners.sum() > 0:
            verwacht = rest * inwoners / inwoners.sum()
    else:
        bekend = bekend.mask(zonder_rij, 0.0)
    status = pd.Series(str(Status.SECUNDAIR), index=gemeenten.index)
    # Onbekend is nooit nul: ook waar de schatting op nul uitkomt, blijft het een schatting.
    status = status.mask((geschat > 0) | bekend.isna(), Status.GESCHAT)
    return pd.DataFrame(
        {
            "locaties": locaties,
            "plaatsen_bekend": bekend,
            "plaatsen_geschat": geschat,
            "plaatsen_verwacht": verwacht,
            "status": status,
        }
    )
