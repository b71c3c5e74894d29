"""Een bestand van de gebruiker: de inhoud ophalen en de soort herkennen aan naam én inhoud."""

import re
from enum import StrEnum
from pathlib import Path, PurePosixPath

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import MB, Bestandsgrenzen


class Bestandssoort(StrEnum):
    """De soorten bestanden die gelezen worden."""

    CSV = "CSV"
    EXCEL = "Excel (.xlsx)"
    GEOJSON = "GeoJSON"
    GEOPACKAGE = "GeoPackage"
    SHAPEFILE = "Shapefile in een zip"
    GEOPARQUET = "GeoParquet"


_ACHTERVOEGSELS = {
    ".csv": Bestandssoort.CSV,
    ".txt": Bestandssoort.CSV,
    ".tsv": Bestandssoort.CSV,
    ".xlsx": Bestandssoort.EXCEL,
    ".geojson": Bestandssoort.GEOJSON,
    ".json": Bestandssoort.GEOJSON,
    ".gpkg": Bestandssoort.GEOPACKAGE,
    ".zip": Bestandssoort.SHAPEFILE,
    ".parquet": Bestandssoort.GEOPARQUET,
    ".geoparquet": Bestandssoort.GEOPARQUET,
}
_ANDERS = {
    ".xls": "Dit is een oud Excel-bestand. Sla het in Excel op als .xlsx.",
    ".xlsm": "Dit is een Excel-bestand met macro's. Sla het in Excel op als .xlsx.",
    ".xlsb": "Dit is een binair Excel-bestand. Sla het in Excel op als .xlsx.",
    ".ods": "OpenDocument wordt niet gelezen. Sla het bestand op als .xlsx of .csv.",
    ".shp": "Een Shapefile bestaat uit meer bestanden. Zet .shp, .shx, .dbf en .prj samen in één "
    "zip en kies die.",
    ".kml": "KML wordt niet gelezen. Sla het bestand op als GeoJSON of GeoPackage.",
    ".gml": "GML wordt niet gelezen. Sla het bestand op als GeoJSON of GeoPackage.",
    ".vrt": "Een VRT-bestand verwijst naar andere bestanden en wordt niet gelezen. Sla de "
    "gegevens zelf op als GeoPackage of GeoJSON.",
}  # fmt: skip
# Een schijfletter is één teken; wat langer is voor een dubbele punt is een adres, zoals s3:.
_ELDERS = re.compile(r"/vsi|//|[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_ZIP, _SQLITE, _PARQUET = b"PK\x03\x04", b"SQLite format 3\x00", b"PAR1"
_GEOPACKAGES = {b"GPKG", b"GP10", b"GP11"}


def lees_inhoud(
    bestand: Path | bytes, naam: str, grenzen: Bestandsgrenzen, wat: str = "kandidaten"
) -> bytes:
    """Haal de inhoud van een bestand op, als het er is en niet te groot is.

    Parameters
    ----------
    bestand : Path or bytes
        Plaats op deze computer, of de inhoud zelf.
    naam : str
        Naam van het bestand, voor de meldingen.
    grenzen : Bestandsgrenzen
        Hoe groot het mag zijn.
    wat : str, optional
        Wat erin hoort te staan, voor de meldingen.

    Raises
    ------
    BestandFout
        Als het bestand er niet is, leeg is, te groot is of elders ligt dan op deze computer.
    """
    if isinstance(bestand, bytes):
        inhoud = bestand
        omvang = len(inhoud)
    else:
        _weiger_elders(str(bestand), naam)
        if not bestand.is_file():
            raise BestandFout(f"{naam}: dit bestand bestaat niet. Controleer de naam en de map.")
        try:
            # Eén byte meer dan mag: zo wordt een te groot bestand nooit helemaal gelezen.
            with bestand.open("rb") as stroom:
                inhoud = stroom.read(grenzen.bytes + 1)
            omvang = max(len(inhoud), bestand.stat().st_size)
        except OSError as fout:
            raise BestandFout(f"{naam}: het bestand is niet te openen ({fout.strerror}).") from None
    if omvang == 0:
        raise BestandFout(f"{naam}: het bestand is leeg. Kies een bestand met {wat}.")
    if omvang > grenzen.bytes:
        raise BestandFout(
            f"{naam}: het bestand is {getal(omvang / MB, 1)} MB; hoogstens "
            f"{getal(grenzen.bytes / MB)} MB mag. Verwijder wat niet nodig is of splits het."
        )
    return inhoud


def _weiger_elders(pad: str, naam: str) -> None:
    if _ELDERS.match(pad.replace("\\", "/")):
        raise BestandFout(
            f"{naam}: alleen bestanden op deze computer worden gelezen, geen webadressen of "
            "virtuele paden. Haal het bestand eerst op."
        )


def bepaal_soort(inhoud: bytes, naam: str) -> Bestandssoort:
    """Bepaal de soort uit de naam en controleer of de inhoud daarbij past.

    Raises
    ------
    BestandFout
        Als de soort niet gelezen wordt, of de inhoud iets anders is dan de naam zegt.
    """
    achtervoegsel = PurePosixPath(naam.replace("\\", "/")).suffix.lower()
    if achtervoegsel in _ANDERS:
        raise BestandFout(f"{naam}: {_ANDERS[achtervoegsel]}")
    soort = _ACHTERVOEGSELS.get(achtervoegsel)
    if soort is None:
        soorten = ", ".join(Bestandssoort)
        raise BestandFout(f"{naam}: dit soort bestand wordt niet gelezen. Kies uit: {soorten}.")
    if not _past(inhoud, soort):
        raise BestandFout(
            f"{naam}: de inhoud is geen {soort}, al zegt de naam dat wel. Open het bestand in het "
            "programma waar het vandaan komt en sla het opnieuw op."
        )
    return soort


def _past(inhoud: bytes, soort: Bestandssoort) -> bool:
    if soort in (Bestandssoort.EXCEL, Bestandssoort.SHAPEFILE):
        return inhoud.startswith(_ZIP)
    if soort is Bestandssoort.GEOPACKAGE:
        return inhoud.startswith(_SQLITE) and inhoud[68:72] in _GEOPACKAGES
    if soort is Bestandssoort.GEOPARQUET:
        return inhoud.startswith(_PARQUET) and inhoud.endswith(_PARQUET) and len(inhoud) > 12
    if soort is Bestandssoort.GEOJSON:
        return inhoud[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    return not inhoud.startswith((_ZIP, _SQLITE, _PARQUET))
