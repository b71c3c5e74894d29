"""De catalogus: van elke ingebouwde laag het bestand, de bron, de licentie en de kolommen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tomltabel import Tomltabel, lees_toml
from locatieplanner.domein.herkomst import Herkomst

BESTAND = "catalogus.toml"


class Soort(StrEnum):
    """In welke vorm een laag staat."""

    VECTOR = "vector"
    TABEL = "tabel"
    TOML = "toml"


@dataclass(frozen=True)
class Kolom:
    """Wat een kolom betekent en in welke eenheid zij staat (leeg als er geen is)."""

    betekenis: str
    eenheid: str


@dataclass(frozen=True)
class Laag:
    """Een ingebouwde laag.

    Parameters
    ----------
    id : str
        Korte naam.
    naam : str
        Naam voor de gebruiker.
    bestand : str
        Bestand binnen de map met lagen.
    soort : Soort
        Vector, tabel of TOML.
    crs : str
        Coördinaatstelsel van een vectorlaag; anders leeg.
    aantal : int
        Aantal rijen of tabellen.
    som : int or None
        Som van de getallen in de laag, waar die vaststaat.
    kolommen : Mapping of str to Kolom
        Kolommen of velden, zonder de geometrie.
    herkomst : Herkomst
        Bron, peildatum en status.
    licentie : str
        Licentie van de bron.
    bouw : str
        Script dat de laag afleidt; leeg als zij zo is overgenomen.
    let_op : str
        Waar een gebruiker op moet letten.
    """

    id: str
    naam: str
    bestand: str
    soort: Soort
    crs: str
    aantal: int
    som: int | None
    kolommen: Mapping[str, Kolom]
    herkomst: Herkomst
    licentie: str
    bouw: str
    let_op: str


def lees_catalogus(map: Path | None = None) -> dict[str, Laag]:
    """Lees de catalogus, per id en in de volgorde van het bestand.

    Raises
    ------
    LaagFout
        Als de catalogus ontbreekt of niet klopt.
    """
    tabellen = lees_toml((map or lagenmap()) / BESTAND).tabellen()
    return {id_: _laag(id_, tabel) for id_, tabel in tabellen.items()}


def _laag(id_: str, tabel: Tomltabel) -> Laag:
    kolommen = {
        naam: Kolom(kolom.tekst("betekenis"), kolom.tekst("eenheid", ""))
        for naam, kolom in tabel.tabel("kolommen").tabellen().items()
    }
    return Laag(
        id=id_,
        naam=tabel.tekst("naam"),
        bestand=tabel.tekst("bestand"),
        soort=tabel.keuze("soort", Soort),
        crs=tabel.tekst("crs", ""),
        aantal=int(tabel.getal("aantal")),
        som=tabel.geheel_of_niets("som"),
        kolommen=MappingProxyType(kolommen),
        herkomst=tabel.herkomst(),
        licentie=tabel.tekst("licentie"),
        bouw=tabel.tekst("bouw", ""),
        let_op=tabel.tekst("let_op", ""),
    )
