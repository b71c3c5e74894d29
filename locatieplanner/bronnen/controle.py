"""De lagen controleren: hun beschrijving, en de ingebouwde tegen de catalogus en tegen elkaar.

Een controle leest en vergelijkt; zij verandert niets en haalt niets op. Wat niet te lezen is, is
een bevinding en geen fout: zo komt er altijd een volledige lijst uit.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from locatieplanner.bronnen.behoefte import lees_behoeftescenarios
from locatieplanner.bronnen.beschrijving import gebreken
from locatieplanner.bronnen.catalogus import Laag, Soort, lees_catalogus
from locatieplanner.bronnen.ketenscenarios import lees_ketenscenarios
from locatieplanner.bronnen.lagen import (
    lees_gemeenten,
    lees_gemeenten_kaart,
    lees_inwoners,
    lees_kernen,
    lees_opvang,
    lees_provincies,
    lees_tabel,
    lees_treinstations,
)
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.bronnen.taakstelling import lees_taakstelling
from locatieplanner.bronnen.tabellen import (
    lees_aandachtsgroepen,
    lees_doelsets,
    lees_locatietypen,
    standaard_doelset,
)
from locatieplanner.bronnen.tomltabel import lees_toml
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.fouten import LaagFout

BUITEN_GEMEENTE_M = 500.0
"""Zo ver mag een punt door vereenvoudigde grenzen buiten de gemeenten vallen."""


@dataclass(frozen=True)
class Bevinding:
    """De uitkomst van één controle.

    Parameters
    ----------
    laag : str
        Id van de laag in de catalogus.
    punt : str
        Wat gecontroleerd is.
    in_orde : bool
        Of het klopt.
    tekst : str
        Wat er gevonden is.
    """

    laag: str
    punt: str
    in_orde: bool
    tekst: str


def controleer_lagen(map: Path | None = None) -> list[Bevinding]:
    """Controleer elke laag: eerst de beschrijving en de vorm, dan de inhoud.

    Parameters
    ----------
    map : Path, optional
        Een andere map dan de ingebouwde.

    Raises
    ------
    LaagFout
        Als de catalogus zelf niet te lezen is.
    """
    map_ = map or lagenmap()
    bevindingen = [
        bevinding
        for laag in lees_catalogus(map_).values()
        for bevinding in (*controleer_beschrijving(laag), *controleer_vorm(laag, map_))
    ]
    return [*bevindingen, *controleer_inhoud(map_)]


def controleer_beschrijving(laag: Laag) -> list[Bevinding]:
    """Controleer of een laag met een dienst of met regels zo beschreven is dat zij werken kan."""
    if laag.dienst is None and not laag.regels:
        return []
    gevonden = gebreken(laag)
    if gevonden:
        return [Bevinding(laag.id, "beschrijving", False, gebrek) for gebrek in gevonden]
    tekst = "nooit getoetst: geen dienst" if laag.dienst is None else laag.dienst.naam
    return [Bevinding(laag.id, "beschrijving", True, tekst)]


def controleer_vorm(laag: Laag, map: Path) -> list[Bevinding]:
    """Controleer bestand, kolommen, aantal, stelsel en geometrie tegen de catalogus.

    Een laag die niet ingebouwd is, heeft geen bestand om te controleren.
    """
    if not laag.ingebouwd:
        return []
    pad = map / laag.bestand
    if not pad.is_file():
        return [Bevinding(laag.id, "bestand", False, f"{laag.bestand} ontbreekt")]
    try:
        return list(_VORM[laag.soort](laag, map))
    except (LaagFout, OSError, ValueError, KeyError, RuntimeError) as fout:
        return [Bevinding(laag.id, "bestand", False, f"niet te lezen: {fout}")]


def _vorm_vector(laag: Laag, map: Path) -> Iterator[Bevinding]:
    pad = map / laag.bestand
    gegevens = gpd.read_parquet(pad) if pad.suffix == ".parquet" else gpd.read_file(pad)
    yield _bestand(laag, pad)
    yield _kolommen(laag, list(gegevens.columns.drop(gegevens.geometry.name)))
    yield _aantal(laag, len(gegevens))
    stelsel = ":".join(gegevens.crs.to_authority() or ()) if gegevens.crs else ""
    yield Bevinding(laag.id, "stelsel", stelsel == laag.crs, stelsel or "onbekend")
    vlakken = gegevens.geometry.to_numpy()
    slecht = int((~shapely.is_valid(vlakken) | shapely.is_empty(vlakken)).sum())
    tekst = "alle geldig" if slecht == 0 else f"{slecht} ongeldig of leeg"
    yield Bevinding(laag.id, "geometrie", slecht == 0, tekst)


def _vorm_tabel(laag: Laag, map: Path) -> Iterator[Bevinding]:
    tabel = lees_tabel(laag.bestand, (), map)
    yield _bestand(laag, map / laag.bestand)
    yield _kolommen(laag, list(tabel.columns))
    yield _aantal(laag, len(tabel))


def _vorm_toml(laag: Laag, map: Path) -> Iterator[Bevinding]:
    tabellen = list(lees_toml(map / laag.bestand).tabellen().values())
    # Parameters staan een tabel dieper, per groep.
    rijen = [diep for tabel in tabellen for diep in tabel.tabellen().values()] or tabellen
    velden = {veld for rij in rijen for veld in rij.velden}
    yield _bestand(laag, map / laag.bestand)
    yield _kolommen(laag, sorted(velden))
    yield _aantal(laag, len(rijen))


_VORM: dict[Soort, Callable[[Laag, Path], Iterator[Bevinding]]] = {
    Soort.VECTOR: _vorm_vector,
    Soort.TABEL: _vorm_tabel,
    Soort.TOML: _vorm_toml,
}


def _bestand(laag: Laag, pad: Path) -> Bevinding:
    return Bevinding(laag.id, "bestand", True, f"{pad.stat().st_size / 1000:.0f} kB")


def _kolommen(laag: Laag, gevonden: list[str]) -> Bevinding:
    mist = sorted(set(laag.kolommen) - set(gevonden))
    vreemd = sorted(set(gevonden) - set(laag.kolommen))
    tekst = "; ".join(
        f"{wat}: {', '.join(namen)}"
        for wat, namen in (("ontbreekt", mist), ("niet in de catalogus", vreemd))
        if namen
    )
    return Bevinding(laag.id, "kolommen", not tekst, tekst or f"{len(gevonden)} zoals beschreven")


def _aantal(laag: Laag, gevonden: int) -> Bevinding:
    klopt = gevonden == laag.aantal
    tekst = str(gevonden) if klopt else f"{gevonden}, de catalogus zegt {laag.aantal}"
    return Bevinding(laag.id, "aantal", klopt, tekst)


def controleer_inhoud(map: Path) -> list[Bevinding]:
    """Controleer of de lagen met elkaar kloppen en door hun lezers te lezen zijn."""
    bevindingen: list[Bevinding] = []
    for laag, controle in _INHOUD:
        try:
            bevindingen += controle(map)
        except LaagFout as fout:
            bevindingen.append(Bevinding(laag, "inhoud", False, str(fout)))
    return bevindingen


def _gemeenten(map: Path) -> Iterator[Bevinding]:
    gemeenten = lees_gemeenten(map)
    yield _dekking("gemeenten", gemeenten)
    yield _provincies("gemeenten", gemeenten["provincie"])
    yield Bevinding("gemeenten", "inwoners", True, "elke gemeente heeft inwoners, op code")


def _gemeenten_kaart(map: Path) -> Iterator[Bevinding]:
    kaart = lees_gemeenten_kaart(map)
    yield _zelfde_codes("gemeenten_kaart", kaart.index, map)
    yield _provincies("gemeenten_kaart", kaart["provincie"])


def _provincielaag(map: Path) -> Iterator[Bevinding]:
    volgorde = lees_provincies(map)["provincie"].tolist() == list(PROVINCIES)
    tekst = "de twaalf provincies in CBS-volgorde" if volgorde else "andere namen of volgorde"
    yield Bevinding("provincies", "namen", volgorde, tekst)


def _inwoners(map: Path) -> Iterator[Bevinding]:
    som = int(lees_inwoners(map)["inwoners"].sum())
    verwacht = lees_catalogus(map)["inwoners_gemeenten"].som
    klopt = som == verwacht
    tekst = str(som) if klopt else f"{som}, verwacht {verwacht}"
    yield Bevinding("inwoners_gemeenten", "som", klopt, tekst)


def _kernen(map: Path) -> Iterator[Bevinding]:
    kernen = lees_kernen(map)
    yield _zelfde_codes("kernen", pd.Index(kernen["gemeentecode"].unique()), map)
    yield _in_gemeenten("kernen", kernen, map)
    klein = int((kernen["inwoners"] <= 0).sum())
    yield Bevinding("kernen", "inwoners", klein == 0, f"{klein} zonder inwoners")


def _treinstations(map: Path) -> Iterator[Bevinding]:
    stations = lees_treinstations(map)
    yield _in_gemeenten("treinstations", stations, map)
    dubbel = int(stations["uic"].dropna().duplicated().sum())
    yield Bevinding("treinstations", "uic", dubbel == 0, f"{dubbel} dubbel")


def _opvang(map: Path) -> Iterator[Bevinding]:
    opvang = lees_opvang(map)
    yield _in_gemeenten("bestaande_opvang", opvang, map)
    vreemd = sorted(set(opvang["gemeentecode"]) - set(lees_inwoners(map).index))
    yield Bevinding("bestaande_opvang", "gemeenten", not vreemd, _lijst(vreemd, "alle bekend"))
    typen = sorted(set(opvang["type"]) - set(lees_locatietypen(map)))
    yield Bevinding("bestaande_opvang", "typen", not typen, _lijst(typen, "alle bekend"))


def _doelsets(map: Path) -> Iterator[Bevinding]:
    standaard = standaard_doelset(map)
    doelen = sum(len(doelset.doelen) for doelset in lees_doelsets(map).values())
    yield Bevinding("doelsets", "inhoud", True, f"{doelen} doelen; standaard {standaard}")


def _locatietypen(map: Path) -> Iterator[Bevinding]:
    yield Bevinding("locatietypen", "inhoud", True, f"{len(lees_locatietypen(map))} gelezen")


def _aandachtsgroepen(map: Path) -> Iterator[Bevinding]:
    yield Bevinding(
        "aandachtsgroepen", "inhoud", True, f"{len(lees_aandachtsgroepen(map))} gelezen"
    )


def _taakstelling(map: Path) -> Iterator[Bevinding]:
    aantal = len(lees_taakstelling(map))
    yield Bevinding("taakstelling_landelijk", "inhoud", True, f"{aantal} halfjaren")


def _parameters(map: Path) -> Iterator[Bevinding]:
    aantal = len(lees_parameters(map).alle)
    yield Bevinding("parameters", "inhoud", True, f"{aantal} binnen hun grenzen")


def _behoefte(map: Path) -> Iterator[Bevinding]:
    namen = ", ".join(lees_behoeftescenarios(lees_parameters(map), map))
    yield Bevinding("behoefte", "inhoud", True, f"gelezen: {namen}")


def _keten(map: Path) -> Iterator[Bevinding]:
    namen = ", ".join(lees_ketenscenarios(lees_parameters(map), map))
    yield Bevinding("keten", "inhoud", True, f"gelezen: {namen}")


_INHOUD: tuple[tuple[str, Callable[[Path], Iterator[Bevinding]]], ...] = (
    ("gemeenten", _gemeenten),
    ("gemeenten_kaart", _gemeenten_kaart),
    ("provincies", _provincielaag),
    ("inwoners_gemeenten", _inwoners),
    ("kernen", _kernen),
    ("treinstations", _treinstations),
    ("bestaande_opvang", _opvang),
    ("doelsets", _doelsets),
    ("locatietypen", _locatietypen),
    ("aandachtsgroepen", _aandachtsgroepen),
    ("taakstelling_landelijk", _taakstelling),
    ("parameters", _parameters),
    ("behoefte", _behoefte),
    ("keten", _keten),
)


def _dekking(laag: str, vlakken: gpd.GeoDataFrame) -> Bevinding:
    geldig = bool(shapely.coverage_is_valid(vlakken.geometry.to_numpy()))
    tekst = "zonder kieren en overlap" if geldig else "de vlakken overlappen of sluiten niet aan"
    return Bevinding(laag, "dekking", geldig, tekst)


def _provincies(laag: str, kolom: pd.Series) -> Bevinding:
    verschil = sorted(set(kolom) ^ set(PROVINCIES))
    return Bevinding(laag, "provincies", not verschil, _lijst(verschil, "alle twaalf"))


def _zelfde_codes(laag: str, codes: pd.Index, map: Path) -> Bevinding:
    verschil = sorted(set(codes) ^ set(lees_inwoners(map).index))
    return Bevinding(laag, "gemeenten", not verschil, _lijst(verschil, "alle, en geen andere"))


def _in_gemeenten(laag: str, punten: gpd.GeoDataFrame, map: Path) -> Bevinding:
    vlakken = lees_gemeenten(map).geometry
    boom = shapely.STRtree(vlakken.to_numpy())
    gevonden, _ = boom.query(
        punten.geometry.to_numpy(), predicate="dwithin", distance=BUITEN_GEMEENTE_M
    )
    buiten = np.setdiff1d(np.arange(len(punten)), gevonden)
    namen = punten["naam"].iloc[buiten].tolist()
    return Bevinding(laag, "ligging", not namen, _lijst(namen, "alle in Nederland"))


def _lijst(namen: list[str], anders: str) -> str:
    return ", ".join(namen) or anders
