"""GeoParquet lezen: alleen de kolommen die tellen, na een blik op hun omvang.

Parquet bewaart een waarde die zich herhaalt één keer. Een bestand van twee kilobyte kan zo
gigabytes aan tekst beschrijven; daarom wordt eerst in die beknopte vorm gelezen en geteld.
"""

import io
import json
import warnings
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import MB, Bestandsgrenzen
from locatieplanner.invoer.kolommen import is_bruikbaar
from locatieplanner.invoer.ogr import tabel_van
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.wkb import is_veilig_wkb

_BESCHADIGD = "Het GeoParquet-bestand is beschadigd of niet volledig. Sla het opnieuw op."
_LANGSTE_TEKST = MB
_BYTES_PER_GETAL = 8


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
            kolommen, overige = _toets_inhoud(inhoud, grenzen)
            gelezen = gpd.read_parquet(io.BytesIO(inhoud), columns=kolommen)
            platte_index = gelezen.reset_index() if _heeft_index(gelezen) else gelezen
            return tabel_van(platte_index, gelezen.crs, overige)
    except BestandFout:
        raise
    except Exception as fout:
        # Op een beschadigd bestand geven pyarrow en geopandas allerlei fouten, ook KeyErrors.
        raise BestandFout(_BESCHADIGD) from fout


def _heeft_index(gelezen: gpd.GeoDataFrame) -> bool:
    return gelezen.index.name is not None or not isinstance(gelezen.index, pd.RangeIndex)


def _toets_inhoud(inhoud: bytes, grenzen: Bestandsgrenzen) -> tuple[list[str], tuple[str, ...]]:
    """Controleer de omvang; geef de kolommen om te lezen en de namen van de andere."""
    bestand = pq.ParquetFile(io.BytesIO(inhoud))
    beschrijving = bestand.metadata
    schema = bestand.schema_arrow
    grenzen.toets_omvang(beschrijving.num_rows, beschrijving.num_columns)
    groepen = [beschrijving.row_group(i) for i in range(beschrijving.num_row_groups)]
    grenzen.toets_uitgepakt(sum(groep.total_byte_size for groep in groepen))
    geo = json.loads((schema.metadata or {}).get(b"geo", b"null"))
    if not isinstance(geo, dict):
        raise BestandFout(
            "Het Parquet-bestand heeft geen geometrie (geen GeoParquet). Sla het op vanuit een "
            "GIS, of kies CSV met kolommen x en y."
        )
    vorm = geo.get("primary_column")
    if not isinstance(vorm, str) or vorm not in schema.names:
        raise BestandFout(_BESCHADIGD)
    index = [naam for naam in _indexkolommen(schema) if naam != vorm]
    kolommen = [
        veld.name
        for veld in schema
        if veld.name != vorm and _is_enkelvoudig(veld.type)
        and (is_bruikbaar(veld.name) or veld.name in index)
    ]  # fmt: skip
    if not set(index) <= set(kolommen):
        raise BestandFout(_BESCHADIGD)
    _toets_waarden(inhoud, [vorm, *kolommen], vorm, grenzen)
    overige = [naam for naam in schema.names if naam not in {vorm, *kolommen}]
    return [vorm, *(naam for naam in kolommen if naam not in index)], tuple(overige)


def _indexkolommen(schema: Any) -> list[str]:  # noqa: ANN401 - pyarrow heeft geen typen
    return [naam for naam in (schema.pandas_metadata or {}).get("index_columns", ())
            if isinstance(naam, str)]  # fmt: skip


def _is_enkelvoudig(soort: pa.DataType) -> bool:
    """Of een kolom per rij één waarde heeft; lijsten en verzamelingen passen in geen tabel."""
    if pa.types.is_dictionary(soort):
        return _is_enkelvoudig(soort.value_type)
    return not pa.types.is_nested(soort) and not pa.types.is_fixed_size_binary(soort)


def _is_tekst(soort: pa.DataType) -> bool:
    return bool(
        pa.types.is_string(soort) or pa.types.is_large_string(soort)
        or pa.types.is_binary(soort) or pa.types.is_large_binary(soort)
    )  # fmt: skip


def _toets_waarden(inhoud: bytes, kolommen: list[str], vorm: str, grenzen: Bestandsgrenzen) -> None:
    """Tel hoeveel bytes de kolommen uitgepakt zijn, zonder ze uit te pakken."""
    zonder = pq.ParquetFile(io.BytesIO(inhoud))
    teksten = [naam for naam in kolommen if _is_tekst(zonder.schema_arrow.field(naam).type)]
    _toets_geneste_vorm(zonder, vorm, grenzen)
    bestand = pq.ParquetFile(io.BytesIO(inhoud), read_dictionary=teksten)
    uitgepakt = 0
    for stuk in bestand.iter_batches(batch_size=grenzen.rijen, columns=kolommen):
        # Anders struikelt pandas pas veel later over tekst die geen UTF-8 is.
        stuk.validate(full=True)
        for naam in kolommen:
            kolom = stuk.column(naam)
            if not pa.types.is_dictionary(kolom.type):
                uitgepakt += kolom.nbytes
            elif _is_tekst(kolom.type.value_type):
                lengten = pc.binary_length(kolom.dictionary)
                _toets_langste(pc.max(lengten).as_py() or 0, naam, vorm)
                per_rij = pc.take(lengten.cast(pa.int64()), kolom.indices)
                uitgepakt += (pc.sum(per_rij).as_py() or 0) + kolom.indices.nbytes
            else:
                uitgepakt += _BYTES_PER_GETAL * len(kolom)
            grenzen.toets_uitgepakt(uitgepakt)
        if not _is_veilig(stuk.column(vorm)):
            raise BestandFout(_BESCHADIGD)


def _toets_geneste_vorm(bestand: Any, vorm: str, grenzen: Bestandsgrenzen) -> None:  # noqa: ANN401 - pyarrow heeft geen typen
    """Tel de getallen van een vorm die als lijst is opgeslagen; zij herhalen zich ook beknopt."""
    beschrijving = bestand.metadata
    stukken = [
        beschrijving.row_group(i).column(j)
        for i in range(beschrijving.num_row_groups)
        for j in range(beschrijving.num_columns)
    ]
    aantal = sum(s.num_values for s in stukken if s.path_in_schema.split(".")[0] == vorm)
    grenzen.toets_uitgepakt(aantal * _BYTES_PER_GETAL)


def _toets_langste(lengte: int, naam: str, vorm: str) -> None:
    if naam != vorm and lengte > _LANGSTE_TEKST:
        raise BestandFout(
            f"Een cel in de kolom {naam} bevat meer dan {getal(_LANGSTE_TEKST / MB)} MB tekst. "
            "Kort de tekst in of verwijder de kolom."
        )


def _is_veilig(kolom: pa.Array) -> bool:
    if not pa.types.is_dictionary(kolom.type):
        return True
    return is_veilig_wkb(kolom.dictionary.to_pylist())
