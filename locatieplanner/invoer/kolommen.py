"""Kolomnamen herkennen: wat een gebruiker schrijft, en welke kolom dat hier is."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.invoer.probleem import kort

X, Y, LENGTE, BREEDTE, WKT = "x", "y", "lon", "lat", "wkt"
ADRES, POSTCODE, HUISNUMMER = "adres", "postcode", "huisnummer"
HUISLETTER, TOEVOEGING, PLAATS = "huisletter", "toevoeging", "plaats"

ADRESKOLOMMEN = (ADRES, POSTCODE, HUISNUMMER, HUISLETTER, TOEVOEGING, PLAATS)
"""Wat er van een adres in een bestand kan staan; alleen dit gaat naar een adressendienst."""

VARIANTEN: Mapping[str, tuple[str, ...]] = {
    "id": (
        "id", "code", "nummer", "nr", "volgnummer", "volgnr", "kandidaatid", "kandidaatcode",
        "kandidaatnummer", "locatieid", "locatiecode", "locatienummer", "locatienr",
        "identificatie", "identificatiecode", "idcode", "uniekid", "uniekeid", "kenmerk", "coacode",
    ),
    "naam": (
        "naam", "name", "locatie", "locatienaam", "naamlocatie", "naamvandelocatie", "kandidaat",
        "kandidaatnaam", "naamkandidaat", "kandidaatlocatie", "titel", "label", "objectnaam",
        "projectnaam", "project", "pandnaam", "opvanglocatie",
    ),
    X: (
        "x", "rdx", "xrd", "xcoord", "xcoordinaat", "xcoordinate", "xcoordinaatrd", "rdxcoordinaat",
        "xrijksdriehoek", "coordx", "coordinaatx", "xco", "pointx", "xrdnew", "rdxcoord", "xm",
        "geox", "easting",
    ),
    Y: (
        "y", "rdy", "yrd", "ycoord", "ycoordinaat", "ycoordinate", "ycoordinaatrd", "rdycoordinaat",
        "yrijksdriehoek", "coordy", "coordinaaty", "yco", "pointy", "yrdnew", "rdycoord", "ym",
        "geoy", "northing",
    ),
    LENGTE: (
        "lon", "long", "lng", "longitude", "lengte", "lengtegraad", "oosterlengte", "ol",
        "lonwgs84", "wgs84lon", "longitudewgs84", "lengtegraadwgs84", "gpslon", "gpslongitude",
        "lengtewgs84",
    ),
    BREEDTE: (
        "lat", "latitude", "breedte", "breedtegraad", "noorderbreedte", "nb", "latwgs84",
        "wgs84lat", "latitudewgs84", "breedtegraadwgs84", "gpslat", "gpslatitude", "breedtewgs84",
    ),
    WKT: (
        "wkt", "geometrie", "geometry", "geom", "geometriewkt", "geometrywkt", "wktgeom",
        "wktgeometry", "thegeom", "wkbgeometry", "vorm", "geowkt",
    ),
    "type": (
        "type", "locatietype", "typelocatie", "soort", "soortlocatie", "locatiesoort", "opvangtype",
        "typeopvang", "soortopvang", "opvangvorm", "opvangsoort", "woonvorm", "typecode",
        "modaliteit",
    ),
    "capaciteit": (
        "capaciteit", "aantalplaatsen", "plaatsen", "plekken", "aantalplekken", "opvangplekken",
        "aantalopvangplekken", "opvangplaatsen", "aantalopvangplaatsen", "bedden", "aantalbedden",
        "capaciteitpersonen", "aantalpersonen", "personen", "capaciteitplaatsen",
        "opvangcapaciteit", "maxcapaciteit", "maximalecapaciteit", "capacity", "cap",
        "bewonersplaatsen", "capaciteitplekken", "beoogdecapaciteit", "geplandecapaciteit",
        "brutocapaciteit", "aantalbewoners",
    ),
    "woningen": (
        "woningen", "aantalwoningen", "wooneenheden", "aantalwooneenheden", "eenheden", "units",
        "aantaleenheden", "aantalunits", "flexwoningen", "aantalflexwoningen", "woonunits",
        "aantalwoonunits",
    ),
    "beschikbaar_van": (
        "beschikbaarvan", "beschikbaarvanaf", "vanaf", "van", "startdatum", "begindatum",
        "ingangsdatum", "datumvan", "datumvanaf", "datumstart", "start", "openingsdatum",
        "datumopening", "opening", "exploitatievan", "exploitatievanaf", "ingebruikvanaf",
        "datumingebruik", "beschikbaarper", "begin", "beschvan",
    ),
    "beschikbaar_tot": (
        "beschikbaartot", "beschikbaartotenmet", "tot", "totenmet", "tm", "einddatum",
        "sluitingsdatum", "datumtot", "datumeinde", "eind", "einde", "sluiting", "datumsluiting",
        "exploitatietot", "contracteinde", "einddatumcontract", "looptijdtot", "beschtot",
    ),
    "status": (
        "status", "stand", "fase", "standvanzaken", "planstatus", "projectstatus", "planfase",
    ),
    "gedeelde_voorzieningen": (
        "gedeeldevoorzieningen", "voorzieningen", "gedeeldevoorziening", "buurtvoorzieningen",
        "gezamenlijkevoorzieningen", "voorzieningengedeeld", "gedeeldmetbuurt", "gedeeldev",
        "gedvoorz",
    ),
    "eigenaar": (
        "eigenaar", "eigendom", "grondeigenaar", "eigenaarpand", "pandeigenaar", "verhuurder",
        "eigenaargrond", "eigendomssituatie",
    ),
    "bron": ("bron", "source", "bronvermelding", "databron", "gegevensbron", "herkomstgegevens"),
    "toelichting": (
        "toelichting", "opmerking", "opmerkingen", "notitie", "notities", "commentaar", "uitleg",
        "bijzonderheden", "beschrijving", "omschrijving", "memo", "toelichtin",
    ),
    ADRES: (
        "adres", "straat", "straatnaam", "straatnaamenhuisnummer", "volledigadres", "adresregel",
        "openbareruimte", "openbareruimtenaam", "address", "bezoekadres",
    ),
    POSTCODE: ("postcode", "pc", "pc6", "postalcode", "pcode"),
    HUISNUMMER: ("huisnummer", "huisnr", "hnr"),
    HUISLETTER: ("huisletter", "hletter"),
    TOEVOEGING: (
        "toevoeging", "huisnummertoevoeging", "huisnrtoevoeging", "hnrtoevoeging", "toev",
    ),
    PLAATS: ("plaats", "woonplaats", "plaatsnaam", "woonplaatsnaam", "vestigingsplaats"),
}  # fmt: skip
"""Per kolom de namen die ervoor gelden, zonder hoofdletters, spaties, leestekens en accenten.

Een naam van een Shapefile is hoogstens tien tekens lang; afgekapte namen staan er daarom bij.
"""

STILLE_KOLOMMEN = frozenset(
    {
        "fid", "objectid", "ogcfid", "gid", "featureid", "unnamed0", "shapeleng", "shapelength",
        "shapearea", "level0", "index", "gemeente", "gemeentenaam", "gemeentecode", "gmcode",
        "provincie", "provincienaam", "layer", "path",
    }
)  # fmt: skip
"""Technische of afgeleide kolommen die zonder melding wegvallen: het programma kent ze zelf."""

_GEEN_LETTER = re.compile(r"[^a-z0-9]+")
_AANDEEL = re.compile(r"^(?:aandeel|aand|percentage|perc|pct|procent|share)(.+)$")
_AANDEEL_ACHTER = re.compile(r"^(.+?)(?:aandeel|percentage|perc|pct|procent)$")
_DBF_NAAM = 10
_NAAMLOOS = "(zonder naam)"


@dataclass(frozen=True)
class Herkenning:
    """Wat er van de kolommen van een bestand herkend is.

    Parameters
    ----------
    posities : Mapping of str to tuple of int
        Per kolom hier de plaatsen in het bestand; meer dan één plaats is een dubbele kolom.
    onbekende_groepen : Mapping of int to str
        Plaats → wat er achter ``aandeel_`` staat, voor groepen die niet bestaan.
    kale_groepen : Mapping of int to str
        Plaats → kolomnaam hier, voor kolommen die als een groep heten maar niet als aandeel.
    overig : tuple of int
        Plaatsen van kolommen die niet herkend zijn.
    """

    posities: Mapping[str, tuple[int, ...]]
    onbekende_groepen: Mapping[int, str]
    kale_groepen: Mapping[int, str]
    overig: tuple[int, ...]


def sleutel(tekst: str) -> str:
    """Breng een naam terug tot letters en cijfers, zonder hoofdletters en accenten.

    >>> sleutel(" X-coördinaat (RD)")
    'xcoordinaatrd'
    """
    los = unicodedata.normalize("NFKD", tekst).casefold()
    return _GEEN_LETTER.sub("", los)


def is_bruikbaar(naam: str) -> bool:
    """Of de waarden van een kolom ergens voor kunnen dienen; zo niet, dan telt alleen de naam."""
    naam = kort(naam)
    kern = sleutel(naam)
    aandeel = _AANDEEL.match(kern) or _AANDEEL_ACHTER.match(kern)
    return kern in _KOLOM_PER_NAAM or aandeel is not None or "%" in naam or naam.startswith("=")


@dataclass(frozen=True)
class Kolomkeuze:
    """Welke kolommen van een tekstbestand of werkblad gelezen worden.

    Parameters
    ----------
    koppen : tuple of str
        Alle namen in de volgorde van het bestand.
    plaatsen : tuple of int
        Plaatsen van de kolommen die gelezen worden.
    """

    koppen: tuple[str, ...]
    plaatsen: tuple[int, ...]
    _gevuld: set[int] = field(default_factory=set, init=False)

    @classmethod
    def van(
        cls, koppen: Sequence[str], bruikbaar: Callable[[str], bool] = is_bruikbaar
    ) -> "Kolomkeuze":
        """Kies de kolommen die ergens voor kunnen dienen."""
        plaatsen = tuple(plaats for plaats, kop in enumerate(koppen) if bruikbaar(kop))
        return cls(tuple(koppen), plaatsen)

    @property
    def namen(self) -> list[str]:
        """Namen van de kolommen die gelezen worden."""
        return [self.koppen[plaats] for plaats in self.plaatsen]

    @property
    def overige(self) -> tuple[str, ...]:
        """Namen van de andere kolommen; zonder naam telt een kolom pas als er iets in staat."""
        return tuple(
            kop or _NAAMLOOS
            for plaats, kop in enumerate(self.koppen)
            if plaats not in self.plaatsen and (kop or plaats in self._gevuld)
        )

    def zie(self, rij: Sequence[object]) -> None:
        """Onthoud welke kolommen zonder naam in deze rij iets bevatten."""
        for plaats in self._naamloos:
            if plaats < len(rij) and rij[plaats] is not None and str(rij[plaats]).strip():
                self._gevuld.add(plaats)

    @cached_property
    def _naamloos(self) -> tuple[int, ...]:
        return tuple(plaats for plaats, kop in enumerate(self.koppen) if not kop)


def _kolom_per_naam() -> dict[str, str]:
    return {sleutel(naam): kolom for kolom, namen in VARIANTEN.items() for naam in namen}


_KOLOM_PER_NAAM: Mapping[str, str] = _kolom_per_naam()


def _groepen_per_naam(aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> dict[str, str]:
    namen: dict[str, str] = {}
    for groep in aandachtsgroepen.values():
        namen.setdefault(sleutel(groep.naam), groep.kolom)
    # Codes gaan voor namen.
    for groep in aandachtsgroepen.values():
        namen[sleutel(groep.code)] = groep.kolom
    return namen


def _afgekapt(naam: str, groepen: Mapping[str, Aandachtsgroep]) -> str | None:
    """Vind de groep bij een naam die een Shapefile tot tien tekens heeft ingekort.

    ``aandeel_st`` is ``aandeel_statushouders`` én ``aandeel_studenten``; alleen als er één groep
    past is de naam te herstellen.
    """
    if len(naam) != _DBF_NAAM or not naam.lower().startswith("aandeel_"):
        return None
    passend = [g.kolom for g in groepen.values() if g.kolom.startswith(naam.lower())]
    return passend[0] if len(passend) == 1 else None


def herken(namen: Sequence[str], aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> Herkenning:
    """Herken kolomnamen, ongeacht hoofdletters, spaties, leestekens en accenten.

    Parameters
    ----------
    namen : sequence of str
        Kolomnamen in de volgorde van het bestand.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Groepen waarvoor een aandeel gegeven mag worden.
    """
    groepen = _groepen_per_naam(aandachtsgroepen)
    posities: dict[str, tuple[int, ...]] = {}
    onbekend: dict[int, str] = {}
    kaal: dict[int, str] = {}
    overig: list[int] = []
    for plaats, naam in enumerate(namen):
        kern = sleutel(naam)
        kolom = _KOLOM_PER_NAAM.get(kern)
        aandeel = _AANDEEL.match(kern) or _AANDEEL_ACHTER.match(kern)
        rest = aandeel.group(1) if aandeel else kern if "%" in naam else None
        if kolom is None and rest is not None:
            kolom = groepen.get(rest) or _afgekapt(naam, aandachtsgroepen)
            # Alleen wie het zo schrijft bedoelt zeker een groep; "perceel" begint ook met perc.
            if kolom is None and kern.startswith("aandeel"):
                onbekend[plaats] = rest
                continue
        if kolom is not None:
            posities[kolom] = (*posities.get(kolom, ()), plaats)
        elif kern in groepen:
            kaal[plaats] = groepen[kern]
        elif kern not in STILLE_KOLOMMEN:
            overig.append(plaats)
    return Herkenning(posities, onbekend, kaal, tuple(overig))
