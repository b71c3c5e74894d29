"""Eigen rasters: een GeoTIFF van de gebruiker, nagekeken en gelezen op de cellen van het rooster.

Een cel krijgt de waarde op haar midden: precies wat een kandidaat daar zou krijgen. Daarom wordt
niet het hele raster omgezet, maar elk midden naar het stelsel van het raster: dat is exact, en
hangt niet af van hoe een venster in stukken gelezen wordt. Gelezen wordt alleen het stuk waar
cellen liggen; geen gegevens blijft geen gegevens.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyproj
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window

from locatieplanner.bronnen.landing import afdruk
from locatieplanner.domein.gebied import RD, RD_OMVANG
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import BestandFout
from locatieplanner.zoekgebieden.instelling import EigenRaster

_BLOK_BYTES = 64_000_000
"""Een blok van het bestand dat uitgepakt groter is, wordt geweigerd; groter leest dit nooit."""

_PUNTEN_RAND = 21
_GETALLEN = "iuf"


@dataclass(frozen=True)
class Rasterbron:
    """Een nagekeken raster.

    Parameters
    ----------
    raster : EigenRaster
        Waar het staat en waar het voor dient.
    afdruk : str
        sha256 van het bestand.
    """

    raster: EigenRaster
    afdruk: str


def open_rasters(rasters: Sequence[EigenRaster], parameters: Parameters) -> tuple[Rasterbron, ...]:
    """Kijk eigen rasters na.

    Parameters
    ----------
    rasters : sequence of EigenRaster
        Wat de gebruiker opgaf.
    parameters : Parameters
        ``zoekgebieden.raster_cellen_hoogstens``.

    Raises
    ------
    BestandFout
        Als een raster er niet is, beschadigd, leeg, gedraaid of te groot is, geen stelsel heeft of
        nergens in Nederland een waarde.
    """
    hoogstens = parameters.getal("zoekgebieden.raster_cellen_hoogstens")
    return tuple(_kijk_na(raster, hoogstens) for raster in rasters)


def lees_op(bron: Rasterbron, punten: NDArray[np.float64]) -> NDArray[np.float64]:
    """Geef de waarde van een raster op elk punt.

    Parameters
    ----------
    bron : Rasterbron
        Een nagekeken raster.
    punten : ndarray, shape (n, 2)
        RD, meters.

    Returns
    -------
    ndarray, shape (n,)
        NaN waar het raster geen gegevens heeft of niet komt.

    Raises
    ------
    BestandFout
        Als het bestand intussen weg is of beschadigd blijkt.
    """
    with _geopend(bron.raster) as bestand:
        naar = pyproj.Transformer.from_crs(RD, bestand.crs, always_xy=True)
        x, y = naar.transform(punten[:, 0], punten[:, 1])
        kolom, rij = _plaats(bestand, np.asarray(x), np.asarray(y))
        plaats = np.column_stack([np.floor(rij), np.floor(kolom)])
        binnen = np.isfinite(plaats).all(axis=1) & (plaats >= 0).all(axis=1)
        binnen &= (plaats < (bestand.height, bestand.width)).all(axis=1)
        waarden = np.full(len(punten), np.nan)
        waarden[binnen] = _waarden(bestand, plaats[binnen].astype(np.int64))
        return waarden


def _waarden(bestand: rasterio.DatasetReader, plaats: NDArray[np.int64]) -> NDArray[np.float64]:
    """De waarden op plaatsen (rij, kolom); een te groot stuk wordt in tweeën gelezen."""
    if len(plaats) == 0:
        return np.empty(0)
    laag, hoog = plaats.min(axis=0), plaats.max(axis=0) + 1
    hoogte, breedte = (hoog - laag).tolist()
    if hoogte * breedte * np.dtype(bestand.dtypes[0]).itemsize > _BLOK_BYTES and len(plaats) > 1:
        helft = len(plaats) // 2
        return np.concatenate(
            [_waarden(bestand, plaats[:helft]), _waarden(bestand, plaats[helft:])]
        )
    stuk = bestand.read(1, window=Window(laag[1], laag[0], breedte, hoogte), masked=True)
    rij, kolom = (plaats - laag).T
    waarden = np.ma.filled(stuk[rij, kolom].astype(np.float64), np.nan)
    return np.where(np.isfinite(waarden), waarden, np.nan)


@contextmanager
def _geopend(raster: EigenRaster) -> Iterator[rasterio.DatasetReader]:
    """Open een bestand als GeoTIFF en niets anders, zonder bestanden ernaast te lezen."""
    pad = Path(raster.pad)
    if str(raster.pad).startswith(("/vsi", "GTIFF_")) or not pad.is_file():
        raise BestandFout(
            f"Het raster {raster.naam} is niet te vinden: er is geen bestand {raster.pad}."
        )
    try:
        with (
            rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR", GDAL_CACHEMAX=128),
            rasterio.open(pad.resolve(), driver="GTiff", sharing=False) as bestand,
        ):
            yield bestand
    except (RasterioError, OSError, ValueError) as fout:
        raise BestandFout(
            f"Het raster {raster.naam} ({pad.name}) is niet te lezen: het is geen GeoTIFF, of het "
            "is beschadigd. Sla het opnieuw op als GeoTIFF."
        ) from fout


def _kijk_na(raster: EigenRaster, hoogstens: float) -> Rasterbron:
    with _geopend(raster) as bestand:
        bezwaar = _bezwaar(bestand, hoogstens)
        if not bezwaar and not _heeft_waarde(bestand):
            bezwaar = (
                "heeft nergens in Nederland een waarde: elke cel is leeg of zonder gegevens. Kijk "
                "na of het gebied en de waarde voor geen gegevens kloppen"
            )
    if bezwaar:
        raise BestandFout(f"Het raster {raster.naam} ({Path(raster.pad).name}) {bezwaar}.")
    return Rasterbron(raster, afdruk(Path(raster.pad)))


def _bezwaar(bestand: rasterio.DatasetReader, hoogstens: float) -> str:
    """Wat er aan de beschrijving van een raster mankeert; leeg als dat niets is."""
    cellen = bestand.width * bestand.height
    soort = np.dtype(bestand.dtypes[0]) if bestand.dtypes[0] != "complex_int16" else np.dtype("c8")
    blok = int(np.prod(bestand.block_shapes[0], dtype=np.int64)) * soort.itemsize
    ligging = bestand.transform
    if cellen > hoogstens:
        return (
            f"is te groot: {getal(bestand.width)} bij {getal(bestand.height)} cellen. Er passen "
            f"{getal(hoogstens)} cellen; knip het gebied uit of neem een grovere resolutie"
        )
    if bestand.count != 1:
        return f"heeft {bestand.count} banden. Sla de band die u wilt gebruiken apart op"
    if soort.kind not in _GETALLEN:
        return "bevat geen gewone getallen. Sla het op met hele getallen of kommagetallen"
    if blok > _BLOK_BYTES:
        return (
            "is opgeslagen in te grote stukken om te lezen. Sla het op in tegels, bijvoorbeeld met "
            "gdal_translate -co TILED=YES"
        )
    if bestand.crs is None or ligging.is_identity:
        return "heeft geen ligging. Sla het op met een coördinaatstelsel, bijvoorbeeld EPSG:28992"
    if ligging.b or ligging.d:
        return "is gedraaid. Sla het op met het noorden boven, bijvoorbeeld met gdalwarp"
    return ""


def _plaats(
    bestand: rasterio.DatasetReader, x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """De kolom en rij van plekken in het stelsel van een raster, nog niet afgerond."""
    af = ~bestand.transform
    return af.a * x + af.b * y + af.c, af.d * x + af.e * y + af.f


def _heeft_waarde(bestand: rasterio.DatasetReader) -> bool:
    """Of er ergens binnen Nederland een waarde is; gelezen wordt blok voor blok tot de eerste."""
    venster = _in_nederland(bestand)
    if venster is None:
        return False
    for _, blok in bestand.block_windows(1):
        if rasterio.windows.intersect(blok, venster):
            stuk = bestand.read(1, window=blok, masked=True)
            if bool((~np.ma.getmaskarray(stuk) & np.isfinite(stuk.data)).any()):
                return True
    return False


def _in_nederland(bestand: rasterio.DatasetReader) -> Window | None:
    """Het venster van een raster dat in Nederland valt; None als dat er niet is."""
    x_min, y_min, x_max, y_max = RD_OMVANG
    x, y = np.meshgrid(
        np.linspace(x_min, x_max, _PUNTEN_RAND), np.linspace(y_min, y_max, _PUNTEN_RAND)
    )
    naar = pyproj.Transformer.from_crs(RD, bestand.crs, always_xy=True)
    kolom, rij = _plaats(bestand, *naar.transform(x.ravel(), y.ravel()))
    laag = np.floor([kolom.min(), rij.min()]).clip(0)
    hoog = np.minimum(np.ceil([kolom.max(), rij.max()]), (bestand.width, bestand.height))
    if not np.isfinite([*laag, *hoog]).all() or (hoog <= laag).any():
        return None
    return Window(*laag.tolist(), *(hoog - laag).tolist())
