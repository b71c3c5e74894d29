"""De redenen bij een zoekgebied, en het gebied als kandidaat.

Wat er voor en tegen spreekt komt van de beste cel: daar wordt een gewone kandidaat beoordeeld, met
dezelfde uitleg als elke andere.
"""

import math

import geopandas as gpd
import numpy as np
import pandas as pd

from locatieplanner.beoordeling.beoordeling import SCHEIDING, Beoordeling, beoordeel
from locatieplanner.beoordeling.oordeel import voor_en_tegen
from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.kandidaat import AANDEEL, Kandidaatstatus
from locatieplanner.domein.notatie import afstand, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.invoer.schema import kolomvolgorde, leeg
from locatieplanner.zoekgebieden.instelling import Instelling

_WOORDEN = ("voor", "tegen", "voorzieningen", "aandachtspunten", "niet_bekend", "niet_getoetst")


def met_redenen(
    tabel: gpd.GeoDataFrame, omgeving: Omgeving, instelling: Instelling
) -> tuple[gpd.GeoDataFrame, Beoordeling]:
    """Voeg naam, gemeente, provincie en redenen aan gebieden toe.

    Parameters
    ----------
    tabel : GeoDataFrame
        Index ``id``; ``gemeentecode``, ``x``, ``y`` en vlakken.
    omgeving : Omgeving
        Waartegen beoordeeld wordt.
    instelling : Instelling
        Wat er zou komen.

    Returns
    -------
    tabel : GeoDataFrame
        De tabel met die kolommen erbij.
    beoordeling : Beoordeling
        Van de beste cel van elk gebied, met hetzelfde id.
    """
    gemeenten = omgeving.gemeenten.reindex(tabel["gemeentecode"])
    uit = tabel.copy()
    uit.insert(1, "naam", [f"Zoekgebied {rang}" for rang in tabel["rang"]])
    uit["naam"] = uit["naam"].astype("str") + ", " + gemeenten["gemeente"].astype("str").to_numpy()
    uit.insert(2, "gemeente", gemeenten["gemeente"].astype("str").to_numpy())
    uit.insert(4, "provincie", gemeenten["provincie"].astype("str").to_numpy())
    plekken = gpd.points_from_xy(tabel["x"], tabel["y"], crs=RD)
    kandidaten = _kandidaten(uit.set_geometry(plekken), instelling, omgeving)
    beoordeling = beoordeel(kandidaten, omgeving, instelling.gewichten)
    woorden = [_redenen(beoordeling, str(id_)) for id_ in tabel.index]
    for plaats, naam in enumerate(_WOORDEN):
        uit[naam] = pd.Series([rij[plaats] for rij in woorden], index=uit.index, dtype="str")
    return uit, beoordeling


def als_kandidaten(
    gebieden: gpd.GeoDataFrame, instelling: Instelling, omgeving: Omgeving
) -> gpd.GeoDataFrame:
    """Maak van zoekgebieden kandidaten, met hun vlak en met capaciteit en type van de instelling.

    Parameters
    ----------
    gebieden : GeoDataFrame
        Rijen van `Zoekgebieden.tabel`.
    instelling : Instelling
        Wat er zou komen.
    omgeving : Omgeving
        Met de aandachtsgroepen.

    Returns
    -------
    GeoDataFrame
        Zoals de invoer kandidaten aflevert, met de status idee en in de toelichting waar zij
        vandaan komen.
    """
    return _kandidaten(gebieden, instelling, omgeving)


def _kandidaten(
    gebieden: gpd.GeoDataFrame, instelling: Instelling, omgeving: Omgeving
) -> gpd.GeoDataFrame:
    voorbeeld = leeg(omgeving.aandachtsgroepen)
    vast: dict[str, object] = {
        "naam": gebieden["naam"].to_numpy(),
        "type": instelling.type,
        "capaciteit": instelling.capaciteit,
        "woningen": pd.NA,
        "beschikbaar_van": pd.NaT,
        "beschikbaar_tot": pd.NaT,
        "status": str(Kandidaatstatus.IDEE),
        "gedeelde_voorzieningen": "",
        "eigenaar": "",
        "bron": "zoekgebieden van dit programma",
        "toelichting": [
            f"Zoekgebied van {getal(ha, 1)} ha, gemiddelde totaalscore {getal(score, 1)}."
            for ha, score in zip(gebieden["oppervlakte_ha"], gebieden["score_totaal"], strict=True)
        ],
    }
    vast |= {
        f"{AANDEEL}{code}": instelling.aandelen.get(code, 0.0 if instelling.aandelen else np.nan)
        for code in omgeving.aandachtsgroepen
    }
    tabel = pd.DataFrame(vast, index=pd.Index(gebieden.index, dtype="str", name="id"))
    kolommen = kolomvolgorde(omgeving.aandachtsgroepen)[:-1]
    tabel = tabel[kolommen].astype({kolom: voorbeeld[kolom].dtype for kolom in kolommen})
    return gpd.GeoDataFrame(tabel, geometry=gebieden.geometry.to_numpy(), crs=RD)


def _redenen(beoordeling: Beoordeling, id_: str) -> tuple[str, ...]:
    """De woorden bij één gebied, in de volgorde van `_WOORDEN`."""
    gezegd = uitleg(beoordeling, id_)
    voor, tegen = voor_en_tegen(gezegd.criteria)
    delen = (
        voor,
        tegen,
        _voorzieningen(beoordeling, beoordeling.rij(id_)),
        gezegd.aandachtspunten,
        gezegd.ontbreekt,
        gezegd.niet_getoetst,
    )
    return tuple(SCHEIDING.join(deel) for deel in delen)


def _voorzieningen(beoordeling: Beoordeling, rij: int) -> list[str]:
    """De dichtstbijzijnde voorziening van elke categorie, met de afstand."""
    maten = beoordeling.maten["nabijheid"].iloc[rij]
    gevonden = []
    for categorie in beoordeling.omgeving.voorzieningen:
        afstand_m = float(maten[f"afstand_{categorie}_m"])
        if not math.isnan(afstand_m):
            naam = str(maten[f"dichtstbijzijnde_{categorie}"])
            wat = f"{categorie.replace('_', ' ')} {naam}".strip()
            gevonden.append(f"{wat} op {afstand(afstand_m)}")
    return gevonden
