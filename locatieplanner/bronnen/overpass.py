"""OpenStreetMap van een Overpass-dienst: de voorzieningen of de straten van een klein gebied."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
import networkx as nx
import osmnx as ox
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.antwoord import dienstfout
from locatieplanner.bronnen.cache import MAP_VARIABELE
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.landing import bewaarfouten
from locatieplanner.bronnen.opbrengst import Opbrengst, Voortgang
from locatieplanner.bronnen.ophaalbeurt import Ophaalbeurt, begin_beurt
from locatieplanner.bronnen.osmbestand import HAAL_OP
from locatieplanner.bronnen.osmkeuze import ALLES, Categorie, Onderdeel, kiezer, onderdeel
from locatieplanner.bronnen.osmligging import Omvang, binnen
from locatieplanner.bronnen.osmstraten import LIGGING, lengte_m, straten_van_graaf
from locatieplanner.bronnen.osmvoorzieningen import Gevonden, voorzieningen
from locatieplanner.bronnen.overpassvraag import Leeg, vraag
from locatieplanner.bronnen.verzoek import Verzoekgrenzen
from locatieplanner.domein.gebied import RD, WGS84, Gebied
from locatieplanner.domein.notatie import getal

GROOTST_KM2 = 5_000.0
"""Meer, rand inbegrepen, wordt er niet van een openbare dienst gevraagd."""

GRENZEN = Verzoekgrenzen(lezen_s=180.0, pogingen=4, wacht_s=10.0, wacht_hoogstens_s=60.0)
"""Geduldiger dan bij andere diensten: een vraag duurt lang, en haast maakt de drukte groter."""

_M2_PER_KM2 = 1e6
_RUIMER_M = 100.0
_BOOG_M = 1_000.0
_UIT_BESTAND = (
    f"Lees de laag uit een bestand van OpenStreetMap (.osm.pbf): dat kan voor elk gebied. {HAAL_OP}"
)


def haal(
    laag: Laag,
    gebied: Gebied,
    werkmap: Path,
    meld: Voortgang,
    grenzen: Verzoekgrenzen = GRENZEN,
) -> Opbrengst:
    """Haal de voorzieningen of de straten van een gebied op.

    Een groter gebied vraagt osmnx in delen; antwoorden die er al zijn blijven in de werkmap.

    Parameters
    ----------
    laag : Laag
        Een laag met een dienst van soort ``osm``.
    gebied : Gebied
        Alles binnen ``gebied.omvang(laag.rand_m)``; van een straat de stukken waarvan beide
        knopen daarbinnen liggen.
    werkmap : Path
        Waar antwoorden blijven tot alles er is.
    meld : Voortgang
        Krijgt elk antwoord te horen.
    grenzen : Verzoekgrenzen, optional
        Hoe lang en hoe vaak.

    Returns
    -------
    Opbrengst
        Dezelfde kolommen als uit een bestand; zie `pbf.haal`.

    Raises
    ------
    DienstFout
        Als het gebied te groot is, of de dienst niet of anders dan verwacht antwoordt.
    LaagFout
        Als de laag niet uit OpenStreetMap komt.
    UitvoerFout
        Als een antwoord niet bewaard kan worden.
    """
    beurt = begin_beurt(laag, gebied, werkmap, meld, grenzen)
    soort = onderdeel(laag.naam, beurt.dienst)
    omvang = gebied.omvang(laag.rand_m)
    km2 = shapely.box(*omvang).area / _M2_PER_KM2
    if km2 > GROOTST_KM2:
        raise dienstfout(
            beurt.dienst.naam,
            f"is niet bedoeld voor zo'n groot gebied: {gebied.naam} is met de rand eromheen "
            f"{getal(km2)} km², hoogstens {getal(GROOTST_KM2)} km² kan",
            _UIT_BESTAND,
        )
    lees = _straten if soort is Onderdeel.STRATEN else _voorzieningen
    try:
        with bewaarfouten(laag.id, MAP_VARIABELE):
            gegevens, peildatum = lees(beurt, omvang)
    except Leeg:
        gegevens, peildatum = pd.DataFrame(), ""
    if gegevens.empty:
        raise dienstfout(beurt.dienst.naam, f"heeft geen {soort} in {gebied.naam}", _UIT_BESTAND)
    return Opbrengst(
        gegevens=gegevens,
        adres=beurt.dienst.adres,
        dekking=beurt.dekking,
        peildatum=peildatum,
    )


def _straten(beurt: Ophaalbeurt, omvang: Omvang) -> tuple[pd.DataFrame, str]:
    wijzen = beurt.laag.wijzen
    soorten = sorted(frozenset().union(*(wijze.soorten for wijze in wijzen.values())))

    def vraag_graaf() -> nx.MultiDiGraph:
        return ox.graph_from_polygon(
            _vlak(omvang),
            simplify=False,
            retain_all=True,
            custom_filter=[f'["{soort}"]' for soort in soorten],
        )

    sleutels = frozenset().union(*(wijze.sleutels for wijze in wijzen.values()))
    graaf, peildatum = vraag(beurt, sleutels, vraag_graaf)
    tabel = straten_van_graaf(graaf, wijzen)
    x_van, y_van, x_naar, y_naar = ligging = [tabel[kolom].to_numpy() for kolom in LIGGING]
    # osmnx meet over de bol; een bestand geeft de lengte in RD, en dan ook hier.
    tabel["lengte_m"] = lengte_m(*ligging)
    binnen_ = binnen(x_van, y_van, omvang) & binnen(x_naar, y_naar, omvang)
    return tabel[binnen_].reset_index(drop=True), peildatum


def _voorzieningen(beurt: Ophaalbeurt, omvang: Omvang) -> tuple[pd.DataFrame, str]:
    categorieen = beurt.laag.categorieen.values()
    gezocht = _gezocht(categorieen)

    def vraag_objecten() -> gpd.GeoDataFrame:
        return ox.features_from_polygon(_vlak(omvang), gezocht)

    objecten, peildatum = vraag(beurt, frozenset(), vraag_objecten)
    kies = kiezer(categorieen)
    sleutels = ["name", *sorted(frozenset().union(*(c.sleutels for c in categorieen)))]
    waarden = objecten.reindex(columns=sleutels).to_numpy(dtype=object)
    gevonden: list[Gevonden] = []
    for (soort, nummer), rij, vorm in zip(objecten.index, waarden, objecten.geometry, strict=True):
        tags = {s: w for s, w in zip(sleutels, rij, strict=True) if isinstance(w, str)}
        osm_id, naam = f"{soort}/{nummer}", tags.get("name", "")
        gevonden += (Gevonden(osm_id, categorie, naam, vorm) for categorie in kies(tags))
    return voorzieningen(gevonden, omvang), peildatum


def _gezocht(categorieen: Iterable[Categorie]) -> dict[str, bool | str | list[str]]:
    """Geef waar osmnx op zoekt: van elke sleutel de waarden, of alles."""
    waarden: defaultdict[str, set[str]] = defaultdict(set)
    for categorie in categorieen:
        for kenmerken in categorie.kenmerken:
            sleutel, waarde = kenmerken.hoofd
            waarden[sleutel].add(waarde)
    return {
        sleutel: True if ALLES in gevonden else sorted(gevonden)
        for sleutel, gevonden in waarden.items()
    }


def _vlak(omvang: Omvang) -> BaseGeometry:
    """Geef het gevraagde vlak in graden, iets ruimer; in RD rechte zijden zijn daar krom."""
    ruim = shapely.box(*omvang).buffer(_RUIMER_M, join_style="mitre")
    return gpd.GeoSeries([shapely.segmentize(ruim, _BOOG_M)], crs=RD).to_crs(WGS84).iloc[0]
