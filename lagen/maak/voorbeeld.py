"""De voorbeeldkandidaten: zestig verzonnen locaties om het programma mee te leren kennen.

Niets hieraan is echt: geen locatie, geen eigenaar, geen plan. De plekken zijn met een vast zaad
getrokken rond kernen uit ``kernen.parquet``, op land, en niet bij bestaande opvang. Elke provincie
en elk locatietype komt voor, met goede en minder goede kandidaten door elkaar.
"""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from numpy.random import Generator
from shapely import affinity

from lagen.maak.kernen import straal_m
from locatieplanner.domein.gebied import PROVINCIES, RD, WGS84

ZAAD = 28992
AANTAL = 60
LAAG = "kandidaten"

WINDSTREKEN = ("Oost", "Noordoost", "Noord", "Noordwest", "West", "Zuidwest", "Zuid", "Zuidoost")

RUIM_VAN_KANDIDAAT_M = 2000.0
RUIM_VAN_OPVANG_M = 1000.0
KLEINE_KERN = 15_000
"""Bij een kleinere kern met opvang komt geen verzonnen locatie: die lijkt te veel op de echte."""
BINNEN_GEMEENTE_M = 150.0


@dataclass(frozen=True)
class Maat:
    """Wat bij een type gebruikelijk is in dit voorbeeld.

    Parameters
    ----------
    laag, hoog : int
        Grenzen van de omvang: plaatsen, of woningen bij huisvesting.
    stap : int
        Waarop de omvang afgerond is.
    kern_vanaf : int
        Kleinste kern waar dit type bij ligt.
    jaren : tuple of int
        Mogelijke looptijden; 0 is zonder einddatum.
    """

    laag: int
    hoog: int
    stap: int
    kern_vanaf: int
    jaren: tuple[int, ...]


MATEN = {
    "gvl": Maat(500, 1200, 50, 10_000, (15, 20)),
    "satelliet": Maat(250, 600, 25, 5_000, (5, 10)),
    "rol": Maat(100, 450, 25, 2_500, (5, 10, 15)),
    "azc": Maat(300, 900, 50, 5_000, (10, 15, 20)),
    "aanvullend": Maat(100, 250, 10, 1_500, (3, 5, 10)),
    "amv": Maat(30, 100, 5, 2_500, (5, 10)),
    "doorstroom": Maat(30, 90, 5, 1_500, (3, 5)),
    "noodopvang": Maat(80, 500, 20, 1_000, (1, 2)),
    "flexwonen": Maat(20, 140, 5, 1_500, (10, 15)),
    "gemengd": Maat(24, 120, 4, 5_000, (0,)),
}
HUISVESTING = frozenset({"flexwonen", "gemengd"})

# Personen per woning in dit voorbeeld; bij de helft van de huisvesting blijft de capaciteit leeg,
# zodat het programma haar zelf uit de woningen berekent.
BEZETTING = 1.6

MIXEN: tuple[dict[str, float], ...] = (
    {"statushouders": 0.30, "spoedzoekers": 0.30, "regulier": 0.40},
    {"statushouders": 0.25, "studenten": 0.50, "uitstroom": 0.10, "regulier": 0.15},
    {"statushouders": 0.80, "daklozen": 0.20},
    {"ouderen": 0.40, "statushouders": 0.20, "uitstroom": 0.15, "regulier": 0.25},
    {},
    {"oekraine": 0.40, "spoedzoekers": 0.35, "arbeidsmigranten": 0.25},
    {"uitstroom": 0.50, "daklozen": 0.40, "urgenten": 0.10},
    {"studenten": 1.0},
    {"urgenten": 0.20, "statushouders": 0.25, "spoedzoekers": 0.25, "regulier": 0.30},
    {"arbeidsmigranten": 0.70, "spoedzoekers": 0.30},
    {"statushouders": 0.45, "ouderen": 0.05, "regulier": 0.50},
    {},
    {"daklozen": 0.15, "uitstroom": 0.15, "studenten": 0.30, "regulier": 0.40},
)
"""Verdelingen over groepen: goede, eenzijdige en onbekende (leeg)."""

STATUSSEN = (
    *("idee", "idee", "verkenning", "haalbaar", "verkenning", "idee"),
    *("haalbaar", "verkenning", "idee", "verkenning", "besluit", "haalbaar"),
)
VASTE_STATUSSEN = MappingProxyType(
    {
        **dict.fromkeys((17, 21, 41), "vergund"),
        **dict.fromkeys((12, 15, 30, 43, 51), "besluit"),
        **dict.fromkeys((7, 20, 54), "in gebruik"),
        29: "afgevallen",
        44: "gesloten",
    }
)
"""Kandidaten die verder zijn dan de rij van hun provincie, of die vervielen."""

VASTE_LOOPTIJDEN = MappingProxyType(
    {
        7: ("2025-01-01", "2027-12-31"),
        20: ("2023-04-01", "2029-03-31"),
        43: (None, None),
        44: ("2024-04-01", "2026-03-31"),
        54: ("2022-07-01", "2030-06-30"),
    }
)
"""Locaties die er al staan of stonden, met hun contract, en een waarvan het begin niet bekend is:
zo is er ook iets dat afloopt, en iets dat in geen maand te zien is."""

EIGENAREN = ("gemeente", "corporatie", "provincie", "Rijk", "particulier", "ontwikkelaar")
CORPORATIES = (
    "corporatie Noord (fictief)",
    "corporatie Midden (fictief)",
    "corporatie Zuid (fictief)",
)
"""Van wie de woningen zijn; elk heeft vier provincies, in de volgorde van het CBS."""
VOORZIENINGEN = (
    "",
    "sportveld en ontmoetingsruimte",
    "",
    "buurtkamer en moestuin",
    "taalcafé en fietswerkplaats",
    "",
    "speelplek",
)
TOELICHTINGEN = {
    "idee": "Nog niet besproken; eerst de ligging vergelijken.",
    "verkenning": "Eerste gesprek met de buurt staat gepland.",
    "haalbaar": "Een eerste onderzoek vond geen belemmering.",
    "besluit": "Het college heeft in beginsel besloten.",
    "vergund": "De vergunning is verleend.",
    "in gebruik": "Het contract loopt af; over verlenging is nog niets afgesproken.",
    "gesloten": "Gesloten: het contract liep af.",
    "afgevallen": "Afgevallen: de aansluiting op het stroomnet komt niet op tijd.",
}


def windstreek(dx: float, dy: float) -> str:
    """Geef de windstreek van een verplaatsing in RD."""
    achtste = round(float(np.arctan2(dy, dx)) / (np.pi / 4)) % 8
    return WINDSTREKEN[achtste]


def verdeel_typen(aantal: int) -> list[tuple[str, str]]:
    """Verdeel provincies en typen over kandidaten, zo dat elk van beide vaak voorkomt."""
    typen = list(MATEN)
    return [
        (PROVINCIES[nummer % 12], typen[(nummer % 12 + 3 * (nummer // 12)) % len(typen)])
        for nummer in range(aantal)
    ]


def rechthoek(midden: shapely.Point, oppervlakte_m2: float, rng: Generator) -> shapely.Polygon:
    """Maak een gedraaide rechthoek met een gegeven oppervlakte om een punt."""
    verhouding = rng.uniform(1.0, 2.2)
    breedte = np.sqrt(oppervlakte_m2 * verhouding)
    hoogte = oppervlakte_m2 / breedte
    recht = shapely.box(
        midden.x - breedte / 2, midden.y - hoogte / 2, midden.x + breedte / 2, midden.y + hoogte / 2
    )
    gedraaid = affinity.rotate(recht, rng.uniform(0, 90), origin=midden)
    return shapely.Polygon(np.round(gedraaid.exterior.coords, 1))


@dataclass(frozen=True)
class Plek:
    """Een getrokken plek en waar die bij hoort."""

    punt: shapely.Point
    kern: str


def trek_plek(
    kernen: gpd.GeoDataFrame,
    land: gpd.GeoSeries,
    bezet: list[shapely.Point],
    opvang: shapely.Geometry,
    rng: Generator,
) -> Plek:
    """Trek een plek bij een van de kernen: op land, in de gemeente en vrij van andere.

    Parameters
    ----------
    kernen : GeoDataFrame
        Kernen waaruit getrokken wordt.
    land : GeoSeries
        Vlak per gemeentecode waarbinnen de plek moet liggen.
    bezet : list of Point
        Plekken van eerdere kandidaten.
    opvang : Geometry
        Punten van bestaande opvang.
    rng : Generator
        Toevalsgetallen.
    """
    while True:
        kern = kernen.iloc[int(rng.integers(len(kernen)))]
        straal = straal_m(np.array([kern["inwoners"]], dtype=float))[0]
        afstand = rng.uniform(300, min(3000, 500 + 1.2 * straal))
        hoek = rng.uniform(0, 2 * np.pi)
        dx, dy = afstand * np.cos(hoek), afstand * np.sin(hoek)
        punt = shapely.Point(round(kern.geometry.x + dx, 1), round(kern.geometry.y + dy, 1))
        if (
            punt.buffer(BINNEN_GEMEENTE_M).within(land[kern["gemeentecode"]])
            and all(punt.distance(ander) > RUIM_VAN_KANDIDAAT_M for ander in bezet)
            and punt.distance(opvang) > RUIM_VAN_OPVANG_M
        ):
            return Plek(punt, f"{kern['naam']}-{windstreek(dx, dy)}")


def status_van(nummer: int) -> str:
    """Geef de status van kandidaat `nummer` (vanaf 0)."""
    return VASTE_STATUSSEN.get(nummer, STATUSSEN[nummer % len(STATUSSEN)])


def kenmerken(nummer: int, type_: str, rng: Generator) -> dict[str, object]:
    """Trek de kenmerken van kandidaat `nummer` (vanaf 0), zonder plek."""
    maat = MATEN[type_]
    omvang = int(rng.integers(maat.laag // maat.stap, maat.hoog // maat.stap + 1)) * maat.stap
    huisvesting = type_ in HUISVESTING
    begin = pd.Timestamp(2027, 1 + 3 * int(rng.integers(4)), 1) + pd.DateOffset(
        years=int(rng.integers(3))
    )
    jaren = maat.jaren[int(rng.integers(len(maat.jaren)))]
    eind = begin + pd.DateOffset(years=jaren, days=-1) if jaren else None
    status = status_van(nummer)
    rij: dict[str, object] = {
        "type": type_,
        "capaciteit": round(omvang * BEZETTING) if huisvesting else omvang,
        "woningen": omvang if huisvesting else None,
        "beschikbaar_van": begin.date().isoformat(),
        "beschikbaar_tot": eind.date().isoformat() if eind is not None else None,
        "status": status,
        "gedeelde_voorzieningen": VOORZIENINGEN[nummer % len(VOORZIENINGEN)] or None,
        "eigenaar": EIGENAREN[int(rng.integers(len(EIGENAREN)))],
        "bron": "fictief voorbeeld",
        "toelichting": TOELICHTINGEN[status],
    }
    if nummer in VASTE_LOOPTIJDEN:
        rij["beschikbaar_van"], rij["beschikbaar_tot"] = VASTE_LOOPTIJDEN[nummer]
    if huisvesting:
        rij["eigenaar"] = CORPORATIES[nummer % len(PROVINCIES) // 4]
    if huisvesting and nummer % 2:
        rij["capaciteit"] = None
    return rij


def maak_kandidaten(
    kernen: gpd.GeoDataFrame, land: gpd.GeoDataFrame, opvang: gpd.GeoSeries, zaad: int = ZAAD
) -> gpd.GeoDataFrame:
    """Maak de kandidaten; hetzelfde zaad en dezelfde lagen geven dezelfde kandidaten.

    Parameters
    ----------
    kernen : GeoDataFrame
        Met ``naam``, ``inwoners`` en ``gemeentecode``.
    land : GeoDataFrame
        Index ``gemeentecode``, met ``provincie`` en de vlakken waarbinnen een plek moet liggen.
    opvang : GeoSeries
        Bestaande opvang, om uit de buurt te blijven.
    zaad : int, optional
        Zaad van de toevalsgetallen.
    """
    rng = np.random.default_rng(zaad)
    provincie = kernen["gemeentecode"].map(land["provincie"])
    bij_opvang = shapely.MultiPoint(list(opvang))
    vrij = (kernen["inwoners"] >= KLEINE_KERN) | (kernen.distance(bij_opvang) > RUIM_VAN_OPVANG_M)
    rijen: list[dict[str, object]] = []
    bezet: list[shapely.Point] = []
    namen: set[str] = set()
    mixnummer = 0
    for nummer, (naam, type_) in enumerate(verdeel_typen(AANTAL)):
        groot_genoeg = kernen["inwoners"] >= MATEN[type_].kern_vanaf
        keus = kernen[vrij & (provincie == naam) & groot_genoeg]
        plek = trek_plek(keus, land.geometry, bezet, bij_opvang, rng)
        while plek.kern in namen:
            plek = trek_plek(keus, land.geometry, bezet, bij_opvang, rng)
        namen.add(plek.kern)
        bezet.append(plek.punt)
        rij: dict[str, object] = {
            "id": f"V{nummer + 1:02d}",
            "naam": f"Locatie {plek.kern} (fictief)",
            **kenmerken(nummer, type_, rng),
        }
        if type_ in HUISVESTING:
            mix = MIXEN[mixnummer % len(MIXEN)]
            rij |= {f"aandeel_{groep}": aandeel for groep, aandeel in mix.items()}
            mixnummer += 1
        oppervlakte = np.clip(rng.uniform(30, 60) * MATEN[type_].hoog, 5_000, 50_000)
        als_vlak = rng.random() < 0.5
        rij["geometry"] = rechthoek(plek.punt, oppervlakte, rng) if als_vlak else plek.punt
        rijen.append(rij)
    kandidaten = gpd.GeoDataFrame(rijen, geometry="geometry", crs=RD)
    gehele = {"capaciteit": "Int64", "woningen": "Int64"}
    groepen = sorted(kolom for kolom in kandidaten.columns if kolom.startswith("aandeel_"))
    vast = [kolom for kolom in rijen[0] if kolom not in {*groepen, "geometry"}]
    return kandidaten[[*vast, *groepen, "geometry"]].astype(gehele)


def main() -> None:
    """Herbouw het voorbeeld; het bestand is tot op de byte herhaalbaar."""
    lagen = Path(__file__).resolve().parents[1]
    lijst = pd.read_csv(lagen / "bestaande_opvang.csv")
    opvang = gpd.GeoSeries(gpd.points_from_xy(lijst["lon"], lijst["lat"], crs=WGS84)).to_crs(RD)
    weergave = gpd.read_parquet(lagen / "gemeenten_kaart.parquet").set_index("gemeentecode")
    precies = gpd.read_parquet(lagen / "gemeenten.parquet").set_index("gemeentecode")
    # De weergave kent het land, de analysegrens de gemeente: een plek ligt in beide.
    land = weergave.set_geometry(weergave.intersection(precies.geometry.loc[weergave.index]))
    kandidaten = maak_kandidaten(gpd.read_parquet(lagen / "kernen.parquet"), land, opvang)

    # GDAL zet anders het tijdstip van schrijven in het bestand.
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2026-01-01T00:00:00.000Z"})
    pad = lagen / "voorbeeld" / "kandidaten.gpkg"
    pad.unlink(missing_ok=True)
    pyogrio.write_dataframe(
        kandidaten,
        pad,
        layer=LAAG,
        driver="GPKG",
        geometry_type="Unknown",
        layer_options={"DESCRIPTION": f"Verzonnen voorbeeldkandidaten, zaad {ZAAD}"},
        use_arrow=True,
    )
    print(f"{pad.name}: {len(kandidaten)} kandidaten, {pad.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
