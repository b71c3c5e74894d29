"""Van delen naar één Cloud-Optimized GeoTIFF, met namen, eenheden, schaal en legenda."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import rasterio
import rasterio.shutil
from pyproj import CRS

from locatieplanner.domein.gebied import RD
from locatieplanner.zoekgebieden.banden import GEEN, Band
from locatieplanner.zoekgebieden.delen import Delenmap
from locatieplanner.zoekgebieden.rooster import Venster

_VAK = 512
_GEHEUGEN_MB = 256


def schrijf_cog(
    delen: Delenmap,
    blokken: Iterable[Venster],
    venster: Venster,
    banden: Sequence[Band],
    kenmerken: Mapping[str, str],
    pad: Path,
) -> None:
    """Maak van alle delen één Cloud-Optimized GeoTIFF.

    Parameters
    ----------
    delen : Delenmap
        Waar de delen staan.
    blokken : iterable of Venster
        Welke dat zijn.
    venster : Venster
        Het geheel.
    banden : sequence of Band
        De banden, in volgorde.
    kenmerken : Mapping of str to str
        Wat er over het geheel in het bestand komt te staan.
    pad : Path
        Het bestand.

    Raises
    ------
    RasterioError
        Als schrijven niet lukt.
    """
    overzicht = delen.map / "mozaiek.vrt"
    overzicht.write_text(_mozaiek(delen, list(blokken), venster, banden, kenmerken), "utf-8")
    with rasterio.Env(GDAL_CACHEMAX=_GEHEUGEN_MB, VRT_SHARED_SOURCE=0):
        rasterio.shutil.copy(
            overzicht,
            pad,
            driver="COG",
            COMPRESS="DEFLATE",
            PREDICTOR="YES",
            BLOCKSIZE=_VAK,
            # Codes en bits zijn niet te middelen: ook verkleind staat er een cel die bestaat.
            OVERVIEW_RESAMPLING="NEAREST",
            NUM_THREADS="ALL_CPUS",
            BIGTIFF="IF_SAFER",
        )


def _mozaiek(
    delen: Delenmap,
    blokken: Sequence[Venster],
    venster: Venster,
    banden: Sequence[Band],
    kenmerken: Mapping[str, str],
) -> str:
    """De beschrijving waarmee GDAL de delen als één bestand leest."""
    wortel = ET.Element(
        "VRTDataset", rasterXSize=str(venster.breedte), rasterYSize=str(venster.hoogte)
    )
    ET.SubElement(wortel, "SRS").text = CRS.from_user_input(RD).to_wkt()
    a, b, c, d, e, f = venster.transformatie
    ET.SubElement(wortel, "GeoTransform").text = ", ".join(map(repr, (c, a, b, f, d, e)))
    _kenmerken(wortel, {"AREA_OR_POINT": "Area", **kenmerken})
    for nummer, band in enumerate(banden, start=1):
        tak = ET.SubElement(wortel, "VRTRasterBand", dataType="UInt16", band=str(nummer))
        _kenmerken(tak, {"omschrijving": band.omschrijving})
        ET.SubElement(tak, "Description").text = band.naam
        ET.SubElement(tak, "UnitType").text = band.eenheid
        ET.SubElement(tak, "Offset").text = "0"
        ET.SubElement(tak, "Scale").text = repr(band.schaal)
        ET.SubElement(tak, "NoDataValue").text = str(GEEN)
        ET.SubElement(tak, "ColorInterp").text = "Gray" if nummer == 1 else "Undefined"
        for blok in blokken:
            _bron(tak, delen.pad(blok).name, nummer, blok, venster)
    return ET.tostring(wortel, encoding="unicode")


def _kenmerken(tak: ET.Element, kenmerken: Mapping[str, str]) -> None:
    lijst = ET.SubElement(tak, "Metadata")
    for naam, waarde in kenmerken.items():
        ET.SubElement(lijst, "MDI", key=naam).text = waarde


def _bron(tak: ET.Element, naam: str, band: int, blok: Venster, venster: Venster) -> None:
    bron = ET.SubElement(tak, "SimpleSource")
    ET.SubElement(bron, "SourceFilename", relativeToVRT="1").text = naam
    ET.SubElement(bron, "SourceBand").text = str(band)
    rijen, kolommen = venster.plaats_van(blok)
    for wat, x, y in (("SrcRect", 0, 0), ("DstRect", kolommen.start, rijen.start)):
        maat = {"xSize": str(blok.breedte), "ySize": str(blok.hoogte)}
        ET.SubElement(bron, wat, {"xOff": str(x), "yOff": str(y), **maat})
