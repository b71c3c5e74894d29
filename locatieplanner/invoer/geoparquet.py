"""GeoParquet lezen, na een blik op de omvang en de diepte van de vormen."""

import io
import json
import warnings

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.ogr import tabel_van
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.wkb import is_veilig_wkb

_BESCHADIGD = "Het GeoParquet-bestand is beschadigd of niet volledig. Sla het opnieuw op."
_RIJEN_PER_KEER = 1_000


def lees_geoparquet(inhoud: bytes, grenzen: Bestandsgrenzen) -> Tabel:
    """Lees een GeoParquet-bestand.

    Parameters
    ----------
    inhoud : bytes
        Het bestand.
    grenzen : Bestandsgrenzen
        Hoe groot het mag zijn, ook uitgepakt.

    Raises
    ------
    BestandFout
        Als het beschadigd is, geen geometrie heeft of te groot is.
    """
    try:
        with warnings.catch_warnings():
            # geopandas waarschuwt voor oudere versies van GeoParquet; die zijn te lezen.
            warnings.simplefilter("ignore")
            _toets_inhoud(inhoud, grenzen)
            gelezen = gpd.read_parquet(io.BytesIO(inhoud))
            platte_index = gelezen.reset_index() if _heeft_index(gelezen) else gelezen
            return tabel_van(platte_index, gelezen.crs)
    except BestandFout:
        raise
    except Exception as fout:
        # Op een beschadigd bestand geven pyarrow en geopandas allerlei fouten, ook KeyErrors.
        raise BestandFout(_BESCHADIGD) from fout


def _heeft_index(gelezen: gpd.GeoDataFrame) -> bool:
    return gelezen.index.name is not None or not isinstance(gelezen.index, pd.RangeIndex)


def _toets_inhoud(inhoud: bytes, grenzen: Bestandsgrenzen) -> None:
    bestand = pq.ParquetFile(io.BytesIO(inhoud))
    beschrijving = bestand.metadata
    grenzen.toets_omvang(beschrijving.num_rows, beschrijving.num_columns)
    grenzen.toets_uitgepakt(
        sum(beschrijving.row_group(i).total_byte_size for i in range(beschrijving.num_row_groups))
    )
    geo = json.loads((bestand.schema_arrow.metadata or {}).get(b"geo", b"null"))
    if not isinstance(geo, dict):
        raise BestandFout(
            "Het Parquet-bestand heeft geen geometrie (geen GeoParquet). Sla het op vanuit een "
            "GIS, of kies CSV met kolommen x en y."
        )
    uitgepakt = 0
    # Stuk voor stuk: zo stopt het lezen voordat het geheugen vol is.
    for stuk in bestand.iter_batches(batch_size=_RIJEN_PER_KEER):
        # Anders struikelt pandas pas veel later over tekst die geen UTF-8 is.
        stuk.validate(full=True)
        uitgepakt += stuk.nbytes
        grenzen.toets_uitgepakt(uitgepakt)
        for naam in geo.get("columns", {}):
            if not _is_veilig(stuk, naam):
                raise BestandFout(_BESCHADIGD)


def _is_veilig(stuk: pa.RecordBatch, naam: str) -> bool:
    kolom = stuk.column(naam)
    if not (pa.types.is_binary(kolom.type) or pa.types.is_large_binary(kolom.type)):
        return True
    return is_veilig_wkb(kolom.to_pylist())
