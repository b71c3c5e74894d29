"""Gegevens voor de testdiensten: vlakken op een rij in Utrecht, en lagen die ze beschrijven."""

from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
from shapely.geometry import box

from locatieplanner.bronnen.catalogus import Kolom, Laag, Soort
from locatieplanner.bronnen.dienst import Dienst, Dienstsoort
from locatieplanner.bronnen.verzoek import Verzoekgrenzen
from locatieplanner.domein.gebied import RD, Gebied
from locatieplanner.domein.herkomst import Herkomst, Status

ONDERDEEL = "buurten"
AANTAL = 7
ZIJDE_M = 100.0
X_MIN, Y_MIN = 136_000.0, 455_000.0

GRENZEN = Verzoekgrenzen(
    verbinden_s=5.0,
    lezen_s=5.0,
    antwoord_s=10.0,
    pogingen=3,
    wacht_s=0.01,
    wacht_hoogstens_s=0.02,
    spreiding_s=0.0,
    geduld_s=2.0,
    rijen=3,
)
"""Kleine bladzijden en korte pauzes."""

KOLOMMEN = MappingProxyType(
    {"code": ("buurtcode",), "naam": ("buurtnaam", "naam"), "inwoners": ("aantal_inwoners_*",)}
)

HIER = Gebied(
    "Testgebied", "testgebied", box(X_MIN - 10, Y_MIN - 10, X_MIN + 10_000, Y_MIN + 1_000)
)
"""Waar alle vlakken in liggen."""

DEEL = Gebied("Deel", "deel", box(X_MIN + 1, Y_MIN + 1, X_MIN + 2 * ZIJDE_M - 1, Y_MIN + 50))
"""Raakt alleen de eerste twee vlakken."""

LEEG = Gebied("Leeg", "leeg", box(20_000, 380_000, 21_000, 381_000))
"""Waar geen vlak ligt."""


def vlakken(aantal: int = AANTAL) -> gpd.GeoDataFrame:
    """Maak vierkanten naast elkaar, met een code met voorloopnul en een ontbrekend getal."""
    return gpd.GeoDataFrame(
        {
            "buurtcode": [f"0{nummer:03d}" for nummer in range(1, aantal + 1)],
            "buurtnaam": [f" Buurt {nummer} " for nummer in range(1, aantal + 1)],
            "aantal_inwoners_2024": [-99_997, *range(200, 100 * (aantal + 1), 100)],
        },
        geometry=[
            box(X_MIN + i * ZIJDE_M, Y_MIN, X_MIN + (i + 1) * ZIJDE_M, Y_MIN + ZIJDE_M)
            for i in range(aantal)
        ],
        crs=RD,
    )


def schrijf_geopackage(pad: Path) -> None:
    """Schrijf de vlakken als GeoPackage in RD."""
    vlakken().to_file(pad, layer=ONDERDEEL)


def maak_dienst(soort: Dienstsoort, adres: str, **anders) -> Dienst:
    """Maak de beschrijving van een dienst met de vlakken."""
    velden = {
        "soort": soort,
        "naam": "Testdienst",
        "adres": adres,
        "onderdeel": ONDERDEEL,
        "sleutel": "code",
        "heel": False,
        "kolommen": KOLOMMEN,
        "filter": "",
    }
    return Dienst(**{**velden, **anders})


def maak_laag(dienst: Dienst | None, **anders) -> Laag:
    """Maak de beschrijving van een laag met de vlakken."""
    velden = {
        "id": "testlaag",
        "naam": "Testlaag",
        "bestand": "",
        "soort": Soort.VECTOR,
        "crs": RD,
        "aantal": None,
        "som": None,
        "kolommen": MappingProxyType(
            {
                "code": Kolom("Code.", "code"),
                "naam": Kolom("Naam.", ""),
                "inwoners": Kolom("Inwoners.", "inwoners", getal=True),
            }
        ),
        "herkomst": Herkomst("test", "", Status.GEPUBLICEERD, ""),
        "licentie": "CC0",
        "bouw": "",
        "let_op": "",
        "dienst": dienst,
        "rand_m": 0.0,
        "regels": (),
        "categorieen": MappingProxyType({}),
        "wijzen": MappingProxyType({}),
        "tonen": False,
    }
    return Laag(**{**velden, **anders})
