"""De ingang voor uitvoer: een beoordeling als bytes of als bestand."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import geopandas as gpd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport.csv_uitvoer import als_csv
from locatieplanner.rapport.deelbaar import deelbare_tabel
from locatieplanner.rapport.excel_uitvoer import als_xlsx
from locatieplanner.rapport.geo_uitvoer import als_geojson, als_gpkg, als_parquet
from locatieplanner.rapport.herkomst import Herkomstregel, herkomst, herkomsttabel
from locatieplanner.rapport.soorten import soort, soort_van

_LANGE_NAAM = 100
_REDENEN = MappingProxyType(
    {
        errno.EACCES: "u mag in deze map niet schrijven, of het bestand is elders nog open",
        errno.EPERM: "u mag dit bestand niet vervangen",
        errno.ENOSPC: "de schijf is vol",
        errno.EROFS: "de schijf is alleen te lezen",
        errno.ENAMETOOLONG: "de naam is te lang",
        errno.ENOENT: "de map bestaat niet meer",
    }
)


def als_bytes(beoordeling: Beoordeling, soort_id: str, *, deel_beschermd: bool = True) -> bytes:
    """Geef een beoordeling als inhoud van een bestand.

    Parameters
    ----------
    beoordeling : Beoordeling
        Wat er weg te schrijven is.
    soort_id : str
        Een van `SOORTEN`.
    deel_beschermd : bool, optional
        False voor wie geen planner is, zie `deelbare_tabel`.

    Raises
    ------
    UitvoerFout
        Als de soort niet bestaat.
    """
    tabel = deelbare_tabel(beoordeling, deel_beschermd=deel_beschermd)
    return tabel_als_bytes(tabel, herkomst(beoordeling), soort_id)


def tabel_als_bytes(
    tabel: gpd.GeoDataFrame, regels: tuple[Herkomstregel, ...], soort_id: str
) -> bytes:
    """Geef een tabel met kandidaten als inhoud van een bestand.

    Parameters
    ----------
    tabel : GeoDataFrame
        De kolommen van `deelbare_tabel`, en wat er verder bij hoort.
    regels : tuple of Herkomstregel
        Waar de tabel op rust.
    soort_id : str
        Een van `SOORTEN`.

    Raises
    ------
    UitvoerFout
        Als de soort niet bestaat.
    """
    match soort(soort_id).id:
        case "csv":
            return als_csv(tabel)
        case "gpkg":
            return als_gpkg(tabel, herkomsttabel(regels))
        case "geojson":
            return als_geojson(tabel, regels)
        case "xlsx":
            return als_xlsx(tabel, regels)
        case _:
            return als_parquet(tabel, regels)


def schrijf(beoordeling: Beoordeling, pad: Path, *, deel_beschermd: bool = True) -> None:
    """Schrijf een beoordeling naar een bestand; het achtervoegsel bepaalt de soort.

    Een bestaand bestand wordt pas vervangen als het nieuwe helemaal geschreven is.

    Raises
    ------
    UitvoerFout
        Als het achtervoegsel geen soort uitvoer is of het pad niet te schrijven is.
    """
    toets_pad(pad)
    schrijf_bytes(als_bytes(beoordeling, soort_van(pad).id, deel_beschermd=deel_beschermd), pad)


def toets_pad(pad: Path) -> None:
    """Controleer vooraf wat een pad onbruikbaar maakt, zodat er niet voor niets gerekend wordt.

    Raises
    ------
    UitvoerFout
        Als het achtervoegsel geen soort uitvoer is, de map ontbreekt of het pad een map is.
    """
    soort_van(pad)
    _toets_map(pad)


def schrijf_bytes(inhoud: bytes, pad: Path) -> None:
    """Schrijf een bestand in één keer: het staat er helemaal, of het staat er niet.

    Raises
    ------
    UitvoerFout
        Als het bestand niet te schrijven is; een bestaand bestand is dan onveranderd.
    """
    with vervangt(pad) as bestand:
        bestand.write(inhoud)


@contextlib.contextmanager
def vervangt(pad: Path) -> Iterator[BinaryIO]:
    """Geef een bestand om in te schrijven, dat pas aan het eind op zijn plaats komt.

    Gaat er onderweg iets mis, of wordt er afgebroken, dan is een bestaand bestand onveranderd.

    Raises
    ------
    UitvoerFout
        Als het bestand niet te schrijven is.
    """
    _toets_map(pad)
    doel = pad.resolve()
    # In dezelfde map: alleen binnen één schijf is vervangen ondeelbaar.
    tijdelijk = doel.with_name(f".locatieplanner-{secrets.token_hex(6)}.tmp")
    try:
        with tijdelijk.open("xb") as bestand:
            yield bestand
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(doel)
    except OSError as fout:
        raise UitvoerFout(f"{_kort(pad)} is niet te schrijven: {_reden(fout)}.") from fout
    finally:
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)


def _toets_map(pad: Path) -> None:
    try:
        map_bestaat, is_map = pad.parent.is_dir(), pad.is_dir()
    except OSError as fout:
        raise UitvoerFout(f"{_kort(pad)} is niet te schrijven: {_reden(fout)}.") from fout
    if not map_bestaat:
        raise UitvoerFout(
            f"De map {pad.parent} bestaat niet. Maak haar eerst aan of kies een andere map."
        )
    if is_map:
        raise UitvoerFout(f"{pad} is een map; geef de naam van een bestand.")


def _kort(pad: Path) -> str:
    """Het pad, zonder een naam die zelf te lang is om te lezen."""
    naam = pad.name
    return str(pad.with_name(f"{naam[:40]}…")) if len(naam) > _LANGE_NAAM else str(pad)


def _reden(fout: OSError) -> str:
    """Waarom schrijven niet lukte, in het Nederlands."""
    return _REDENEN.get(fout.errno or 0, fout.strerror or "de oorzaak is niet bekend")
