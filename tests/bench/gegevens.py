"""Kandidaten om mee te meten: een vaste trekking rond echte kernen."""

import geopandas as gpd
import numpy as np
import pandas as pd

from locatieplanner.beoordeling.omgeving import Lagen
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.gebied import RD
from locatieplanner.invoer.schema import kolomvolgorde

ZAAD = 28992


def kandidaten(aantal: int, lagen: Lagen) -> gpd.GeoDataFrame:
    """Maak kandidaten die binnen Nederland liggen, met alle typen en deels bekende mix."""
    toeval = np.random.default_rng(ZAAD)
    inwoners = lagen.kernen["inwoners"].to_numpy(dtype=np.float64)
    # Ruim trekken: wat over de grens valt, doet niet mee.
    ruim = aantal + aantal // 10
    kern = toeval.choice(len(inwoners), ruim, p=inwoners / inwoners.sum())
    xy = lagen.kernen.get_coordinates().to_numpy()[kern] + toeval.normal(0, 400, (ruim, 2))
    plekken = gpd.GeoDataFrame(geometry=gpd.points_from_xy(xy[:, 0], xy[:, 1]), crs=RD)
    binnen = met_ligging(plekken, lagen.gemeenten)["gemeentecode"].notna().to_numpy(dtype=bool)
    xy = xy[binnen][:aantal]
    typen = [code for code in lagen.locatietypen if code != "overig"]
    tabel = pd.DataFrame(
        {
            "naam": [f"Proeflocatie {nummer}" for nummer in range(aantal)],
            "type": toeval.choice(typen, aantal),
            "capaciteit": toeval.integers(20, 700, aantal),
            "woningen": pd.array([pd.NA] * aantal, dtype="Int64"),
            "beschikbaar_van": pd.Timestamp("2026-01-01"),
            "beschikbaar_tot": pd.Timestamp("2026-01-01")
            + pd.to_timedelta(toeval.integers(365, 5000, aantal), unit="D"),
            "status": toeval.choice(["idee", "verkenning", "haalbaar", "besluit"], aantal),
            **dict.fromkeys(("gedeelde_voorzieningen", "eigenaar", "bron", "toelichting"), ""),
        },
        index=pd.Index([f"P{nummer}" for nummer in range(aantal)], name="id"),
    )
    deel = toeval.uniform(0, 1, aantal)
    bekend = toeval.random(aantal) < 0.7
    for groep in lagen.aandachtsgroepen.values():
        tabel[groep.kolom] = np.where(bekend, 0.0, np.nan)
    tabel["aandeel_statushouders"] = np.where(bekend, deel, np.nan)
    tabel["aandeel_regulier"] = np.where(bekend, 1 - deel, np.nan)
    frame = gpd.GeoDataFrame(tabel, geometry=gpd.points_from_xy(xy[:, 0], xy[:, 1]), crs=RD)
    return frame[kolomvolgorde(lagen.aandachtsgroepen)]
