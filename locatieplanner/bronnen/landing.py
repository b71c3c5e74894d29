"""Bestanden die in één stap landen: wie leest ziet het oude of het nieuwe, nooit iets halfs."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import geopandas as gpd
import pandas as pd

from locatieplanner.fouten import UitvoerFout


@contextmanager
def bewaarfouten(laag: str, elders: str) -> Iterator[None]:
    """Maak van een volle of beschermde schijf een melding.

    Parameters
    ----------
    laag : str
        Wat er bewaard wordt.
    elders : str
        Omgevingsvariabele waarmee een andere map te kiezen is.

    Raises
    ------
    UitvoerFout
        Als er binnen het blok niet geschreven kan worden.
    """
    try:
        yield
    except OSError as fout:
        raise UitvoerFout(
            f"De laag {laag} kan niet bewaard worden: {fout.strerror or fout}. Maak ruimte vrij, "
            f"of kies met {elders} een andere map. Wat er al stond, is er nog."
        ) from fout


def laat_landen(pad: Path, schrijf: Callable[[Path], object]) -> None:
    """Schrijf een bestand ernaast en zet het dan op zijn plek.

    Parameters
    ----------
    pad : Path
        Waar het komt; wat daar stond wordt vervangen.
    schrijf : callable
        Schrijft naar het pad dat het krijgt.

    Raises
    ------
    OSError
        Als schrijven niet lukt; er blijft dan niets halfs achter.
    """
    with tussenbestand(pad) as tussen:
        schrijf(tussen)
        maak_vast(tussen)
        tussen.replace(pad)


@contextmanager
def tussenbestand(pad: Path) -> Iterator[Path]:
    """Geef een pad naast `pad` waar nog niets staat; wat daar na het blok nog staat, gaat weg."""
    tussen = pad.with_name(f".{secrets.token_hex(8)}{pad.suffix}")
    try:
        yield tussen
    finally:
        with suppress(OSError):
            tussen.unlink()


def maak_vast(pad: Path) -> None:
    """Wacht tot een bestand op de schijf staat, zodat het ook een stroomstoring overleeft."""
    with pad.open("rb+") as bestand:
        os.fsync(bestand.fileno())


def afdruk(pad: Path) -> str:
    """Geef de sha256 van een bestand."""
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def schrijf_parquet(tabel: pd.DataFrame, pad: Path) -> None:
    """Schrijf een tabel, met of zonder vormen.

    Raises
    ------
    OSError
        Als schrijven niet lukt.
    """
    tabel.to_parquet(pad, compression="zstd")


def lees_parquet(pad: Path) -> pd.DataFrame:
    """Lees een tabel; met vormen is het een GeoDataFrame.

    Raises
    ------
    OSError, ValueError, KeyError
        Als het bestand ontbreekt of beschadigd is.
    """
    try:
        met_vormen: pd.DataFrame = gpd.read_parquet(pad)
    except ValueError as fout:
        if "geo metadata" not in str(fout):
            raise
        return pd.read_parquet(pad)
    return met_vormen
