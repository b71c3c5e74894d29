"""Diensten: waar een laag op te halen is, zoals de catalogus het beschrijft."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from locatieplanner.bronnen.tomltabel import Tomltabel

JAAR = "{jaar}"
"""Plek in een adres waar het nieuwste jaar komt dat de dienst heeft."""


class Dienstsoort(StrEnum):
    """Welke taal een dienst spreekt."""

    OGC_FEATURES = "ogc_features"
    WFS = "wfs"
    ODATA = "odata"
    OSM = "osm"


@dataclass(frozen=True)
class Dienst:
    """Waar en hoe een laag op te halen is.

    Parameters
    ----------
    soort : Dienstsoort
        Welke taal de dienst spreekt.
    naam : str
        Naam van de dienst voor de gebruiker, zoals ``PDOK``.
    adres : str
        Beginadres; `JAAR` erin staat voor het nieuwste jaar dat er is.
    onderdeel : str
        Collectie, typenaam of tabel; bij OSM ``voorzieningen`` of ``straten``.
    sleutel : str
        Kolom van ons die een rij aanwijst; leeg als die er niet is.
    heel : bool
        Of de laag altijd in haar geheel opgehaald wordt, ook als er een gebied gekozen is.
    kolommen : Mapping of str to tuple of str
        Per kolom van ons de namen bij de dienst, eerste keus eerst; een ``*`` past op alles.
    filter : str
        Voorwaarde in de taal van de dienst; leeg is alles. `JAAR` erin staat bij OData voor het
        nieuwste jaar waarvan er gegevens zijn.
    """

    soort: Dienstsoort
    naam: str
    adres: str
    onderdeel: str
    sleutel: str
    heel: bool
    kolommen: Mapping[str, tuple[str, ...]]
    filter: str

    @property
    def altijd_heel(self) -> bool:
        """Of altijd het hele land komt: ook een tabel heeft geen ligging om op te kiezen."""
        return self.heel or self.soort is Dienstsoort.ODATA


def lees_dienst(tabel: Tomltabel) -> Dienst:
    """Lees de tabel ``dienst`` van een laag.

    Raises
    ------
    LaagFout
        Als een veld ontbreekt of niet klopt.
    """
    kolommen = tabel.tabel("kolommen")
    return Dienst(
        soort=tabel.keuze("soort", Dienstsoort),
        naam=tabel.tekst("naam"),
        adres=tabel.tekst("adres"),
        onderdeel=tabel.tekst("onderdeel"),
        sleutel=tabel.tekst("sleutel", ""),
        heel=tabel.vlag("heel", False),
        kolommen=MappingProxyType({naam: kolommen.teksten(naam) for naam in kolommen.velden}),
        filter=tabel.tekst("filter", ""),
    )
