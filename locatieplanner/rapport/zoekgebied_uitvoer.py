"""Zoekgebieden naar buiten: als bestand met vlakken, als tabel om te lezen, en als JSON."""

from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import numpy as np

from locatieplanner.beoordeling.beoordeling import SCHEIDING
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal, kort_getal
from locatieplanner.rapport.herkomst import Herkomstregel, herkomst
from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van
from locatieplanner.rapport.soorten import soort_van
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.rapport.uitvoer import schrijf_bytes, tabel_als_bytes, toets_pad
from locatieplanner.zoekgebieden.gebieden import Zoekgebieden
from locatieplanner.zoekgebieden.zoekraster import Zoekraster

ZOEKVRAAG = "zoekvraag"

_KOLOMMEN = (
    Tabelkolom("id", "id"),
    Tabelkolom("naam", "zoekgebied"),
    Tabelkolom("provincie", "provincie"),
    Tabelkolom("oppervlakte_ha", "oppervlakte", Kolomsoort.GETAL, "ha"),
    Tabelkolom("score_totaal", "totaalscore", Kolomsoort.GETAL, "punten"),
    *(Tabelkolom(f"score_{naam}", naam, Kolomsoort.GETAL, "punten") for naam in CRITERIA),
    Tabelkolom("aandacht", "met aandachtspunt", Kolomsoort.PROCENT),
    Tabelkolom("voor", "ervoor", ontbreekt=""),
    Tabelkolom("tegen", "ertegen", ontbreekt=""),
    Tabelkolom("voorzieningen", "voorzieningen bij de beste cel", ontbreekt=""),
)
_LIJSTEN = MappingProxyType(
    dict.fromkeys(
        ("voor", "tegen", "voorzieningen", "aandachtspunten", "niet_bekend", "niet_getoetst"),
        SCHEIDING,
    )
)


def gebiedentabel(gebieden: Zoekgebieden) -> Tabel:
    """Geef de zoekgebieden als tabel om te lezen, op rang."""
    return Tabel(
        titel="Zoekgebieden",
        gegevens=_plat(gebieden).drop(columns="geometry"),
        kolommen=_KOLOMMEN,
        herkomst=(
            "geschat: gemiddelden over cellen, elk gerekend als een locatie van "
            f"{getal(gebieden.instelling.capaciteit)} plaatsen; ervoor, ertegen en voorzieningen "
            "gelden op de beste cel"
        ),
    )


def schrijf_gebieden(gebieden: Zoekgebieden, pad: Path) -> None:
    """Schrijf zoekgebieden met hun vlak; het achtervoegsel bepaalt de soort.

    Raises
    ------
    UitvoerFout
        Als het pad niet te schrijven is.
    """
    toets_pad(pad)
    schrijf_bytes(gebieden_als_bytes(gebieden, soort_van(pad).id), pad)


def gebieden_als_bytes(gebieden: Zoekgebieden, soort: str) -> bytes:
    """Geef zoekgebieden met hun vlak en herkomst als bestand van een soort, zoals ``gpkg``."""
    regels = (*herkomst(gebieden.beoordeling), *_vraagregels(gebieden))
    return tabel_als_bytes(_plat(gebieden), regels, soort)


def als_json(raster: Zoekraster, gebieden: Zoekgebieden | None) -> str:
    """Geef raster en gebieden als JSON; zonder gebieden alleen het raster."""
    inhoud: dict[str, Any] = {
        "raster": str(raster.pad),
        "cellen": raster.venster.cellen,
        "cel_m": raster.venster.rooster.cel_m,
        "omvang_rd": list(raster.venster.omvang),
        "banden": [
            {"naam": band.naam, "eenheid": band.eenheid, "schaal": band.schaal}
            for band in raster.banden
        ],
        "weging": list(raster.weging),
        "regels": list(raster.regels),
        "nergens_getoetst": list(raster.niet_geladen),
    }
    if gebieden is not None:
        rijen = rijen_van(_plat(gebieden).drop(columns="geometry"))
        for rij in rijen:
            for naam, teken in _LIJSTEN.items():
                rij[naam] = rij[naam].split(teken) if rij[naam] else []
        inhoud |= {
            "drempel": gebieden.grens.drempel,
            "kleinste_ha": gebieden.grens.kleinste_ha,
            "gevonden": gebieden.gevonden,
            "cellen_boven_drempel": gebieden.cellen,
            "gebieden": rijen,
        }
    return json_tekst(inhoud)


def _plat(gebieden: Zoekgebieden) -> gpd.GeoDataFrame:
    """De tabel met het id als kolom, en getallen zo fijn als zij zijn."""
    tabel = gebieden.tabel.reset_index()
    scores = [naam for naam in tabel.columns if naam.startswith("score_")]
    tabel[scores] = tabel[scores].round(1)
    tabel["oppervlakte_ha"] = tabel["oppervlakte_ha"].round(2)
    tabel["aandacht"] = tabel["aandacht"].round(3)
    tabel[["x", "y"]] = np.round(tabel[["x", "y"]]).astype("int64")
    return tabel


def _vraagregels(gebieden: Zoekgebieden) -> list[Herkomstregel]:
    """Wat er gevraagd is, als herkomst."""
    instelling, grens = gebieden.instelling, gebieden.grens
    woorden = {
        "capaciteit": f"{getal(instelling.capaciteit)} plaatsen",
        "type": instelling.type,
        "drempel": f"{kort_getal(grens.drempel)} punten",
        "kleinste_ha": f"{kort_getal(grens.kleinste_ha)} ha",
        **{
            f"raster {raster.naam}": f"{raster.gebruik}, {raster.eenheid}"
            for raster in instelling.rasters
        },
    }
    return [
        Herkomstregel(ZOEKVRAAG, naam, naam.replace("_", " "), tekst, status=Status.GESCHAT)
        for naam, tekst in woorden.items()
    ]
