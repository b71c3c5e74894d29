"""De delen van een zoekraster op schijf: één bestand per blok, en een manifest van de vraag.

Een deel staat er helemaal of niet. Wie opnieuw begint met dezelfde vraag, gaat verder met de delen
die er zijn; bij een andere vraag vervallen zij. De map staat naast het bestand dat ervan komt.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import rasterio
from rasterio import Affine
from rasterio.errors import RasterioError
from rasterio.io import MemoryFile

from locatieplanner.bronnen.landing import laat_landen
from locatieplanner.domein.gebied import RD
from locatieplanner.zoekgebieden.banden import GEEN
from locatieplanner.zoekgebieden.blok import banden_van, reken_blok
from locatieplanner.zoekgebieden.grondslag import Grondslag
from locatieplanner.zoekgebieden.rooster import Venster

_MANIFEST = "vraag.json"


def reken_deel(grond: Grondslag, venster: Venster) -> bytes:
    """Reken een blok en geef het als GeoTIFF."""
    getallen = reken_blok(grond, venster)
    with MemoryFile() as geheugen:
        with geheugen.open(
            driver="GTiff",
            count=len(getallen),
            height=venster.hoogte,
            width=venster.breedte,
            dtype="uint16",
            crs=RD,
            transform=Affine(*venster.transformatie),
            nodata=GEEN,
            compress="deflate",
            zlevel=1,
            predictor=2,
            interleave="band",
        ) as bestand:
            bestand.write(getallen)
        geheugen.seek(0)
        return bytes(geheugen.read())


@dataclass(frozen=True)
class Delenmap:
    """De map met delen van één vraag.

    Parameters
    ----------
    map : Path
        Waar de delen staan.
    banden : int
        Aantal banden van elk deel.
    """

    map: Path
    banden: int

    @classmethod
    def open(cls, doel: Path, grond: Grondslag, kenmerk: str, blok: int) -> "Delenmap":
        """Open de map naast een bestand; wat er van een andere vraag staat, gaat weg.

        Parameters
        ----------
        doel : Path
            Het bestand dat van de delen gemaakt wordt.
        grond : Grondslag
            Waarmee gerekend wordt.
        kenmerk : str
            Het kenmerk van de vraag.
        blok : int
            Zijde van een blok, cellen.

        Raises
        ------
        OSError
            Als de map niet te maken is.
        """
        delen = cls(doel.with_name(f".{doel.name}.delen"), len(banden_van(grond)))
        vraag = json.dumps({"kenmerk": kenmerk, "blok": blok}, sort_keys=True)
        manifest = delen.map / _MANIFEST
        if not (manifest.is_file() and manifest.read_text(encoding="utf-8") == vraag):
            delen.wis()
            delen.map.mkdir()
            laat_landen(manifest, lambda pad: pad.write_text(vraag, encoding="utf-8"))
        return delen

    def pad(self, venster: Venster) -> Path:
        """Geef waar het deel van een blok staat."""
        return self.map / f"deel_{venster.kolom}_{venster.top}.tif"

    def heeft(self, venster: Venster) -> bool:
        """Of het deel van een blok er al is, en helemaal te lezen."""
        try:
            with rasterio.open(self.pad(venster), driver="GTiff") as bestand:
                return bool(bestand.read().shape == (self.banden, *venster.vorm))
        except (RasterioError, OSError):
            return False

    def bewaar(self, venster: Venster, inhoud: bytes) -> None:
        """Bewaar het deel van een blok, in één stap.

        Raises
        ------
        OSError
            Als schrijven niet lukt.
        """
        laat_landen(self.pad(venster), lambda pad: pad.write_bytes(inhoud))

    def wis_als_leeg(self) -> None:
        """Haal de map weg als er nog geen enkel deel in staat."""
        if not any(self.map.glob("deel_*.tif")):
            self.wis()

    def wis(self) -> None:
        """Haal de map met alles erin weg."""
        shutil.rmtree(self.map, ignore_errors=True)
