"""De trechter: hoeveel locaties, plaatsen en woningen er bij elke stap zijn, van idee tot gebruik.

Per stap telt wie daar nu staat; ``tenminste_…`` telt wie ten minste zo ver is: de som van die stap
en alle latere. Gesloten en afgevallen staan er los onder en tellen in geen som mee. Het aantal
woningen van een woonlocatie kan onbekend zijn: dat telt niet als nul, maar staat ernaast als aantal
locaties waarvan het onbekend is.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from locatieplanner.domein.kandidaat import VOORTGANG, Kandidaatstatus
from locatieplanner.domein.locatietype import Locatietype

MATEN = (
    "locaties",
    "plaatsen_opvang",
    "plaatsen_wonen",
    "woningen",
    "woningen_onbekend",
)
"""Wat per stap geteld wordt; ``woningen_onbekend`` is een aantal locaties."""

GEEN_REDEN = "geen reden opgegeven"


def trechter(kandidaten: pd.DataFrame, locatietypen: Mapping[str, Locatietype]) -> pd.DataFrame:
    """Tel kandidaten per stap.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``status``, ``type``, ``capaciteit`` en ``woningen`` (NA = onbekend).
    locatietypen : Mapping of str to Locatietype
        Per code; zegt of de plaatsen opvang zijn of wonen.

    Returns
    -------
    DataFrame
        Index ``status``: de stappen in volgorde, dan gesloten en afgevallen. Kolommen `MATEN`:
        ``locaties``, ``plaatsen_opvang`` en ``plaatsen_wonen``, ``woningen`` (NA als er van geen
        enkele woonlocatie een aantal bekend is) en ``woningen_onbekend`` (woonlocaties zonder
        aantal); en dezelfde met ``tenminste_`` ervoor, NA bij gesloten en afgevallen. Alles Int64.
    """
    opvang = kandidaten["type"].map(lambda code: locatietypen[code].telt_als_opvang).astype("bool")
    plaatsen = kandidaten["capaciteit"].astype("Int64")
    maten = pd.DataFrame(
        {
            "locaties": 1,
            "plaatsen_opvang": plaatsen.where(opvang, 0),
            "plaatsen_wonen": plaatsen.where(~opvang, 0),
            "woningen": kandidaten["woningen"].astype("Int64"),
            "woningen_onbekend": (~opvang & kandidaten["woningen"].isna()).astype("Int64"),
        },
        index=kandidaten.index,
    ).astype("Int64")
    stappen = [str(status) for status in Kandidaatstatus]
    per_stap = maten.groupby(kandidaten["status"].to_numpy()).sum().reindex(stappen, fill_value=0)
    ver = per_stap.loc[list(map(str, VOORTGANG))]
    tenminste = ver[::-1].cumsum()[::-1].reindex(stappen)
    for tabel in (per_stap, tenminste):
        niets_bekend = (tabel["woningen"] == 0) & (tabel["woningen_onbekend"] > 0)
        tabel["woningen"] = tabel["woningen"].mask(niets_bekend.fillna(False))
    uitkomst = per_stap.join(tenminste.add_prefix("tenminste_"))
    uitkomst.index.name = "status"
    return uitkomst


def trechter_per_gebied(
    kandidaten: pd.DataFrame,
    locatietypen: Mapping[str, Locatietype],
    gebied: str,
    volgorde: Iterable[str],
) -> pd.DataFrame:
    """Geef de trechter van elk gebied onder elkaar; wat buiten elk gebied ligt valt weg.

    Parameters
    ----------
    kandidaten : DataFrame
        Als bij `trechter`, en met de kolom `gebied`.
    locatietypen : Mapping of str to Locatietype
        Per code.
    gebied : {"provincie", "gemeentecode"}
        Kolom die het gebied noemt.
    volgorde : iterable of str
        De gebieden; ook een gebied zonder kandidaten krijgt zijn rijen.

    Returns
    -------
    DataFrame
        Index (`gebied`, ``status``); kolommen als bij `trechter`.
    """
    groepen = {str(naam): deel for naam, deel in kandidaten.groupby(kandidaten[gebied].to_numpy())}
    leeg = kandidaten.iloc[:0]
    delen = {naam: trechter(groepen.get(naam, leeg), locatietypen) for naam in volgorde}
    return pd.concat(delen, names=[gebied]) if delen else trechter(leeg, locatietypen).iloc[:0]


def vervallen_met_reden(kandidaten: pd.DataFrame) -> pd.DataFrame:
    """Geef wat gesloten of afgevallen is, met de reden uit de toelichting.

    Parameters
    ----------
    kandidaten : DataFrame
        Index ``id``; met ligging, ``naam``, ``type``, ``status``, ``capaciteit``, ``toelichting``.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``naam``, ``gemeente``, ``type``, ``status``, ``plaatsen`` en ``reden``
        (`GEEN_REDEN` waar niets staat), afgevallen eerst, dan op id.
    """
    stappen = [str(status) for status in VOORTGANG]
    weg = kandidaten[~kandidaten["status"].isin(stappen)]
    reden = weg["toelichting"].astype("str").str.strip()
    tabel = pd.DataFrame(
        {
            "naam": weg["naam"],
            "gemeente": weg["gemeente"],
            "type": weg["type"],
            "status": weg["status"],
            "plaatsen": weg["capaciteit"],
            "reden": reden.mask(reden == "", GEEN_REDEN),
        }
    )
    return tabel.sort_index().sort_values("status", kind="stable")
