"""De catalogus: van elke laag het bestand of de dienst, de bron, de licentie en de kolommen."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from locatieplanner.bronnen.dienst import Dienst, Dienstsoort, lees_dienst
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.osmkeuze import Categorie, Wijze, lees_categorie, lees_wijze
from locatieplanner.bronnen.tomltabel import Tomltabel, lees_toml
from locatieplanner.domein.herkomst import Herkomst
from locatieplanner.domein.toets import Gebruik, Predicaat, Regel

BESTAND = "catalogus.toml"

EIGEN_VARIABELE = "LOCATIEPLANNER_CATALOGUS"
"""Omgevingsvariabele met een eigen catalogus, voor lagen die bij de ingebouwde komen."""


class Soort(StrEnum):
    """In welke vorm een laag staat."""

    VECTOR = "vector"
    TABEL = "tabel"
    TOML = "toml"


@dataclass(frozen=True)
class Kolom:
    """Wat een kolom betekent, haar eenheid (leeg als er geen is) en of het een getal is."""

    betekenis: str
    eenheid: str
    getal: bool = False


@dataclass(frozen=True)
class Laag:
    """Een laag: ingebouwd, op te halen, of beide.

    Een laag met regels die geen van beide is, wordt alleen genoemd: daarop is nooit getoetst.

    Parameters
    ----------
    id : str
        Korte naam.
    naam : str
        Naam voor de gebruiker.
    bestand : str
        Bestand binnen de map met lagen; leeg als de laag niet ingebouwd is.
    soort : Soort
        Vector, tabel of TOML.
    crs : str
        Coördinaatstelsel van een vectorlaag; anders leeg.
    aantal : int or None
        Aantal rijen of tabellen van het ingebouwde bestand.
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
    dienst : Dienst or None
        Waar de laag op te halen is; None als zij alleen ingebouwd is.
    rand_m : float
        Zoveel verder dan het gebied wordt opgehaald, zodat ook aan de rand alles bekend is.
    regels : tuple of Regel
        Wat kandidaten met deze laag te maken krijgen.
    categorieen : Mapping of str to Categorie
        Categorieën voorzieningen, bij de laag met voorzieningen.
    wijzen : Mapping of str to Wijze
        Reiswijzen, bij de laag met straten.
    tonen : bool
        Of de laag op de kaart aan te zetten is.
    """

    id: str
    naam: str
    bestand: str
    soort: Soort
    crs: str
    aantal: int | None
    som: int | None
    kolommen: Mapping[str, Kolom]
    herkomst: Herkomst
    licentie: str
    bouw: str
    let_op: str
    dienst: Dienst | None
    rand_m: float
    regels: tuple[Regel, ...]
    categorieen: Mapping[str, Categorie]
    wijzen: Mapping[str, Wijze]
    tonen: bool

    @property
    def ingebouwd(self) -> bool:
        """Of de laag met het programma meekomt."""
        return bool(self.bestand)

    @property
    def alleen_genoemd(self) -> bool:
        """Of de laag er niet is en niet op te halen is."""
        return not self.ingebouwd and self.dienst is None


def lees_catalogus(map: Path | None = None) -> dict[str, Laag]:
    """Lees de catalogus, per id en in de volgorde van het bestand.

    Wijst `EIGEN_VARIABELE` naar een eigen catalogus, dan komen de lagen daaruit erbij; een laag
    met hetzelfde id komt in de plaats van de ingebouwde.

    Raises
    ------
    LaagFout
        Als een catalogus ontbreekt of niet klopt.
    """
    tabellen = lees_toml((map or lagenmap()) / BESTAND).tabellen()
    eigen = os.environ.get(EIGEN_VARIABELE)
    if eigen and map is None:
        tabellen |= lees_toml(Path(eigen)).tabellen()
    return {id_: _laag(id_, tabel) for id_, tabel in tabellen.items()}


def _laag(id_: str, tabel: Tomltabel) -> Laag:
    kolommen = {
        naam: Kolom(
            kolom.tekst("betekenis"), kolom.tekst("eenheid", ""), kolom.vlag("getal", False)
        )
        for naam, kolom in tabel.tabel("kolommen").tabellen().items()
    }
    dienst = lees_dienst(tabel.tabel("dienst")) if "dienst" in tabel.velden else None
    bestand = tabel.tekst("bestand", "")
    regels = tuple(_regel(regel) for regel in tabel.lijst("regels"))
    if not bestand and dienst is None and not regels:
        raise tabel.fout("bestand", "ontbreekt, en er is ook geen 'dienst' of 'regels'")
    if dienst is not None:
        _eis_kolommen(tabel, dienst, kolommen)
    return Laag(
        id=id_,
        naam=tabel.tekst("naam"),
        bestand=bestand,
        soort=tabel.keuze("soort", Soort),
        crs=tabel.tekst("crs", ""),
        aantal=tabel.geheel("aantal") if bestand else None,
        som=tabel.geheel_of_niets("som"),
        kolommen=MappingProxyType(kolommen),
        herkomst=tabel.herkomst(),
        licentie=tabel.tekst("licentie"),
        bouw=tabel.tekst("bouw", ""),
        let_op=tabel.tekst("let_op", ""),
        dienst=dienst,
        rand_m=tabel.getal_of_niets("rand_m") or 0.0,
        regels=regels,
        categorieen=MappingProxyType(
            {
                naam: lees_categorie(naam, deel)
                for naam, deel in tabel.tabel("categorieen").tabellen().items()
            }
        ),
        wijzen=MappingProxyType(
            {
                naam: lees_wijze(naam, deel)
                for naam, deel in tabel.tabel("wijzen").tabellen().items()
            }
        ),
        tonen=tabel.vlag("tonen", False),
    )


def _eis_kolommen(tabel: Tomltabel, dienst: Dienst, kolommen: Mapping[str, Kolom]) -> None:
    """Wat een dienst levert, moet beschreven zijn; bij OSM liggen de kolommen vast."""
    if dienst.soort is Dienstsoort.OSM:
        return
    verschil = sorted(set(dienst.kolommen) - set(kolommen))
    if verschil:
        raise tabel.fout("dienst.kolommen", f"heeft {', '.join(verschil)} zonder beschrijving")


def _regel(tabel: Tomltabel) -> Regel:
    predicaat = tabel.keuze("predicaat", Predicaat)
    afstand_m = tabel.getal_of_niets("afstand_m")
    if (predicaat is Predicaat.NABIJ) != (afstand_m is not None):
        raise tabel.fout("afstand_m", "hoort bij predicaat 'nabij', en alleen daarbij")
    waar = tabel.tabel("waar")
    return Regel(
        gebruik=tabel.keuze("gebruik", Gebruik),
        predicaat=predicaat,
        tekst=tabel.tekst("tekst"),
        reden=tabel.tekst("reden"),
        bron=tabel.tekst("bron"),
        afstand_m=afstand_m or 0.0,
        waar=MappingProxyType({kolom: waar.teksten(kolom) for kolom in waar.velden}),
    )
