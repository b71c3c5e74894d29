"""Een Shapefile in een zip lezen, ook als die in een map in de zip zit."""

import tempfile
from pathlib import Path, PurePosixPath

from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.ogr import lees_laag
from locatieplanner.invoer.opsomming import aangehaald, eerste
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.uitpakken import lees_leden

_DELEN = frozenset({".shp", ".shx", ".dbf", ".prj", ".cpg"})
_NODIG = (".shp", ".dbf")
_SHP_BEGIN = b"\x00\x00\x27\x0a"
_NAAM = "kandidaten"
_GETOOND = 10


def lees_shapefile(inhoud: bytes, grenzen: Bestandsgrenzen) -> Tabel:
    """Lees de enige Shapefile in een zip, of die met de naam ``kandidaten``.

    Parameters
    ----------
    inhoud : bytes
        Het zipbestand.
    grenzen : Bestandsgrenzen
        Hoe groot het mag zijn, ook uitgepakt.

    Raises
    ------
    BestandFout
        Als er geen of meer Shapefiles in zitten, een deel ontbreekt of iets beschadigd is.
    """
    delen: dict[PurePosixPath, dict[str, bytes]] = {}
    for pad, deel in lees_leden(inhoud, grenzen, _DELEN):
        delen.setdefault(pad.with_suffix(""), {})[pad.suffix.lower()] = deel
    gekozen = _kies({pad: stukken for pad, stukken in delen.items() if ".shp" in stukken})
    ontbreekt = [deel for deel in _NODIG if deel not in gekozen]
    if ontbreekt:
        raise BestandFout(
            f"In de zip ontbreekt het bestand {opsomming(ontbreekt)} bij de Shapefile. Zet .shp, "
            ".shx, .dbf en .prj samen in de zip."
        )
    beschadigd = (
        "De Shapefile is beschadigd of niet volledig. Sla de laag opnieuw op, liefst als "
        "GeoPackage."
    )
    if not gekozen[".shp"].startswith(_SHP_BEGIN):
        raise BestandFout(beschadigd)
    with tempfile.TemporaryDirectory() as map_:
        for achtervoegsel, deel in gekozen.items():
            # Eigen namen: wat de zip aan namen bevat komt niet op schijf.
            (Path(map_) / f"{_NAAM}{achtervoegsel}").write_bytes(deel)
        return lees_laag(
            str(Path(map_) / f"{_NAAM}.shp"), None, "ESRI Shapefile", grenzen, beschadigd
        )


def _kies(shapefiles: dict[PurePosixPath, dict[str, bytes]]) -> dict[str, bytes]:
    if not shapefiles:
        raise BestandFout(
            "In de zip zit geen Shapefile (.shp). Zet .shp, .shx, .dbf en .prj in de zip, of kies "
            "het bestand zelf als het geen Shapefile is."
        )
    if len(shapefiles) == 1:
        return next(iter(shapefiles.values()))
    met_naam = [delen for pad, delen in shapefiles.items() if pad.name.lower() == _NAAM]
    if len(met_naam) == 1:
        return met_naam[0]
    namen = eerste(aangehaald(pad.name for pad in shapefiles), _GETOOND)
    raise BestandFout(
        f"In de zip zitten {getal(len(shapefiles))} Shapefiles: {namen}. Noem die met kandidaten "
        f"'{_NAAM}', of zet alleen die in de zip."
    )
