"""OpenStreetMap uit een bestand (.osm.pbf): de voorzieningen of de straten van een gebied."""

from array import array
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import osmium
import pandas as pd
import shapely
from osmium.osm.types import Area, Node, OSMEntity, Way
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.opbrengst import Opbrengst, Voortgang
from locatieplanner.bronnen.osmbestand import HAAL_OP, open_osmbestand
from locatieplanner.bronnen.osmkeuze import Categorie, Onderdeel, Wijze, kiezer, onderdeel
from locatieplanner.bronnen.osmligging import Getallen, Omvang, binnen, dekking, naar_rd
from locatieplanner.bronnen.osmstraten import LIGGING, lengte_m, straten
from locatieplanner.bronnen.osmvoorzieningen import Gevonden, voorzieningen
from locatieplanner.domein.gebied import Gebied
from locatieplanner.fouten import BestandFout

_WEG = "highway"
_PER_GRAAD = 1e7
_BROK_PUNTEN = 1_000_000


def haal(laag: Laag, gebied: Gebied, werkmap: Path, meld: Voortgang, pad: Path) -> Opbrengst:
    """Lees de voorzieningen of de straten van een gebied uit een bestand van OpenStreetMap.

    Parameters
    ----------
    laag : Laag
        Een laag met een dienst van soort ``osm``.
    gebied : Gebied
        Alleen wat binnen ``gebied.omvang(laag.rand_m)`` ligt; van een straat de stukken waarvan
        beide knopen daarbinnen liggen.
    werkmap : Path
        Map voor een tussenbestand bij een groot bestand.
    meld : Voortgang
        Krijgt te horen hoeveel objecten er gelezen zijn.
    pad : Path
        Het bestand.

    Returns
    -------
    Opbrengst
        Zie `osmstraten.straten` en `osmvoorzieningen.voorzieningen`. De dekking is waar het
        bestand straten heeft, binnen het gebied; zie `osmligging.dekking`.

    Raises
    ------
    BestandFout
        Als het bestand ontbreekt, beschadigd is of in dit gebied niets heeft.
    LaagFout
        Als de laag niet uit OpenStreetMap komt.
    """
    soort = onderdeel(laag.naam, laag.dienst)
    bestand = open_osmbestand(pad)
    omvang = gebied.omvang(laag.rand_m)
    is_straten = soort is Onderdeel.STRATEN
    oogst = (
        _Straten(laag.wijzen, omvang) if is_straten else _Voorzieningen(laag.categorieen, omvang)
    )
    einden = _Punten()
    for ding in bestand.objecten({_WEG, *oogst.soorten}, werkmap, meld, alleen_wegen=is_straten):
        if isinstance(ding, Way) and _WEG in ding.tags and len(ding.nodes):
            einden.voeg_toe(ding.nodes[0])
            einden.voeg_toe(ding.nodes[-1])
        oogst.neem(ding)
    if not einden.knoop:
        raise BestandFout(
            f"{pad.name} bevat geen straten, dus is niet te zeggen waar het volledig is. {HAAL_OP}"
        )
    gegevens: pd.DataFrame = oogst.tabel()
    vlak = dekking(*einden.rd(), bestand.kader, gebied)
    if gegevens.empty or vlak.is_empty:
        raise BestandFout(
            f"{pad.name} heeft geen {soort} in {gebied.naam}. Kies een bestand waar dit gebied in "
            f"ligt. {HAAL_OP}"
        )
    return Opbrengst(
        gegevens=gegevens,
        adres=pad.name,
        dekking=vlak,
        peildatum=bestand.peildatum,
    )


class _Punten:
    """Knopen van wegen, dicht op elkaar: 16 bytes per knoop."""

    def __init__(self) -> None:
        self.knoop = array("q")
        self._x = array("i")
        self._y = array("i")

    def voeg_toe(self, knoop: osmium.osm.NodeRef) -> None:
        """Neem een knoop op; een knoop die niet in het bestand staat ligt buiten elk gebied."""
        self.knoop.append(knoop.ref)
        ligging = knoop.location
        self._x.append(ligging.x)
        self._y.append(ligging.y)

    def rd(self) -> tuple[Getallen, Getallen]:
        """Geef de ligging in RD."""
        return naar_rd(np.asarray(self._x) / _PER_GRAAD, np.asarray(self._y) / _PER_GRAAD)


class _Straten:
    """De straten: eerst als knopen achter elkaar, per brok geknipt in stukken."""

    def __init__(self, wijzen: Mapping[str, Wijze], omvang: Omvang) -> None:
        self.soorten = frozenset().union(*(wijze.soorten for wijze in wijzen.values()))
        self._wijzen = tuple(wijzen)
        self._kies = kiezer(wijzen.values())
        self._omvang = omvang
        self._stukken: list[pd.DataFrame] = []
        self._begin_brok()

    def _begin_brok(self) -> None:
        self._punten = _Punten()
        self._aantal = array("q")
        self._open = {wijze: array("b") for wijze in self._wijzen}

    def neem(self, weg: OSMEntity) -> None:
        """Neem een weg op, als zij voor een wijze openstaat."""
        if not isinstance(weg, Way):
            return
        keuze = self._kies(weg.tags)
        if not keuze:
            return
        for knoop in weg.nodes:
            self._punten.voeg_toe(knoop)
        self._aantal.append(len(weg.nodes))
        for wijze, vlaggen in self._open.items():
            vlaggen.append(wijze in keuze)
        if len(self._punten.knoop) >= _BROK_PUNTEN:
            self._knip()

    def tabel(self) -> pd.DataFrame:
        """Geef de tabel met straten."""
        self._knip()
        return straten(pd.concat(self._stukken, ignore_index=True), self._wijzen)

    def _knip(self) -> None:
        """Knip de brok in stukken tussen opeenvolgende knopen binnen de omvang."""
        x, y = self._punten.rd()
        weg = np.repeat(np.arange(len(self._aantal)), np.asarray(self._aantal))
        in_ = binnen(x, y, self._omvang)
        van = np.flatnonzero((weg[:-1] == weg[1:]) & in_[:-1] & in_[1:])
        naar = van + 1
        knoop = np.asarray(self._punten.knoop)
        ligging = (x[van], y[van], x[naar], y[naar])
        self._stukken.append(
            pd.DataFrame(
                {
                    "van": knoop[van],
                    "naar": knoop[naar],
                    **dict(zip(LIGGING, ligging, strict=True)),
                    "lengte_m": lengte_m(*ligging),
                    **{
                        wijze: np.asarray(vlaggen).astype(bool)[weg[van]]
                        for wijze, vlaggen in self._open.items()
                    },
                }
            )
        )
        self._begin_brok()


class _Voorzieningen:
    """De voorzieningen: knopen, gesloten wegen, en vlakken van relaties."""

    def __init__(self, categorieen: Mapping[str, Categorie], omvang: Omvang) -> None:
        self.soorten = frozenset().union(*(c.soorten for c in categorieen.values()))
        self._kies = kiezer(categorieen.values())
        self._omvang = omvang
        self._fabriek = osmium.geom.WKBFactory()
        self._gevonden: list[Gevonden] = []

    def neem(self, ding: OSMEntity) -> None:
        """Neem een object op in elke categorie waar het bij hoort, als zijn vorm heel is."""
        if not isinstance(ding, Node | Way | Area):
            return
        keuze = self._kies(ding.tags)
        gevonden = self._vorm(ding) if keuze else None
        if gevonden is not None:
            osm_id, vorm = gevonden
            naam = ding.tags.get("name") or ""
            self._gevonden += (Gevonden(osm_id, categorie, naam, vorm) for categorie in keuze)

    def tabel(self) -> gpd.GeoDataFrame:
        """Geef de tabel met voorzieningen."""
        return voorzieningen(self._gevonden, self._omvang)

    def _vorm(self, ding: Node | Way | Area) -> tuple[str, BaseGeometry] | None:
        """Geef id en vorm van een object; None als er een deel van buiten het bestand valt.

        Een gesloten weg komt twee keer langs, als weg en als vlak: alleen de weg telt.
        """
        try:
            if isinstance(ding, Node):
                return f"node/{ding.id}", shapely.Point(ding.lon, ding.lat)
            if isinstance(ding, Way):
                return f"way/{ding.id}", shapely.from_wkb(self._fabriek.create_linestring(ding))
            if not ding.from_way():
                vlak = shapely.from_wkb(self._fabriek.create_multipolygon(ding))
                return f"relation/{ding.orig_id()}", vlak
        except (RuntimeError, osmium.InvalidLocationError):
            return None
        return None
