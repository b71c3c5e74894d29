import io
import struct

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.geoparquet import lees_geoparquet
from tests.invoer.voorbeelden import als_parquet, geotabel


def _herschreven(verander):
    tabel = pq.read_table(io.BytesIO(als_parquet()))
    stroom = io.BytesIO()
    pq.write_table(verander(tabel), stroom)
    return stroom.getvalue()


def test_gewoon_en_met_het_id_als_index():
    assert len(lees_geoparquet(als_parquet(), STANDAARDGRENZEN).gegevens) == 3
    tabel = lees_geoparquet(als_parquet(geotabel().set_index("id")), STANDAARDGRENZEN)
    assert tabel.gegevens["id"].tolist() == ["A1", "12", "Ĝ-3"]


def test_zonder_stelsel_wordt_het_afgeleid(lees):
    gelezen = lees(als_parquet(geotabel().set_crs(None, allow_override=True)), "k.parquet")
    assert gelezen.schoon
    assert "noemt geen coördinaatstelsel" in gelezen.meldingen[0].wat


def test_gewone_parquet_heeft_geen_geometrie():
    stroom = io.BytesIO()
    pd.DataFrame({"naam": ["a"]}).to_parquet(stroom)
    with pytest.raises(BestandFout, match="geen geometrie"):
        lees_geoparquet(stroom.getvalue(), STANDAARDGRENZEN)


def test_te_veel_rijen_en_te_groot_uitgepakt():
    with pytest.raises(BestandFout, match="meer dan 2 rijen"):
        lees_geoparquet(als_parquet(), Bestandsgrenzen(rijen=2))
    lang = geotabel().loc[np.repeat(0, 500)].assign(naam="a" * 100_000)
    inhoud = als_parquet(lang)
    assert len(inhoud) < 200_000
    with pytest.raises(BestandFout, match="uitgepakt groter dan 10 MB"):
        lees_geoparquet(inhoud, Bestandsgrenzen(uitgepakt_bytes=10_000_000))


def test_diep_geneste_vorm_laat_het_programma_niet_vallen():
    kern = b"\x01" + struct.pack("<Idd", 1, 1.0, 2.0)
    diep = (b"\x01" + struct.pack("<II", 7, 1)) * 200_000 + kern

    def _verander(tabel):
        plaats = tabel.schema.get_field_index("geometry")
        return tabel.set_column(plaats, "geometry", pa.array([diep, kern, kern]))

    with pytest.raises(BestandFout, match="beschadigd"):
        lees_geoparquet(_herschreven(_verander), STANDAARDGRENZEN)


@pytest.mark.parametrize("geo", [b"{}", b"[]", b"null", b"{", b'{"columns": {"weg": {}}}', b"\xff"])
def test_onzin_in_de_beschrijving(geo):
    inhoud = _herschreven(lambda t: t.replace_schema_metadata({b"geo": geo}))
    with pytest.raises(BestandFout):
        lees_geoparquet(inhoud, STANDAARDGRENZEN)


def _met_herhaling(lengte, rijen, kolom="naam"):
    tabel = pq.read_table(io.BytesIO(als_parquet())).take(pa.array([0] * rijen))
    # Eén lange tekst waar elke rij naar verwijst; ook bij het schrijven staat zij er één keer.
    lang = pa.DictionaryArray.from_arrays(pa.array([0] * rijen, pa.int32()), ["a" * lengte])
    if kolom in tabel.column_names:
        tabel = tabel.drop_columns([kolom])
    geo = tabel.schema.metadata[b"geo"]
    tabel = tabel.append_column(kolom, lang).replace_schema_metadata(None)
    stroom = io.BytesIO()
    with pq.ParquetWriter(
        stroom,
        tabel.schema,
        compression="zstd",
        store_schema=False,
        dictionary_pagesize_limit=10_000_000,
    ) as schrijver:
        schrijver.write_table(tabel)
        schrijver.add_key_value_metadata({"geo": geo.decode()})
    return stroom.getvalue()


@pytest.fixture
def geheugen():
    gewoon = pa.default_memory_pool()
    geteld = pa.proxy_memory_pool(gewoon)
    pa.set_memory_pool(geteld)
    yield geteld
    pa.set_memory_pool(gewoon)


@pytest.mark.parametrize(
    ("lengte", "rijen", "wat"),
    [(3_000_000, 300, "meer dan 1 MB tekst"), (900_000, 300, "uitgepakt groter dan 250 MB")],
)
def test_herhaalde_lange_tekst_wordt_niet_uitgepakt(lengte, rijen, wat, geheugen):
    inhoud = _met_herhaling(lengte, rijen)
    assert len(inhoud) < 50_000
    with pytest.raises(BestandFout, match=wat):
        lees_geoparquet(inhoud, STANDAARDGRENZEN)
    assert geheugen.max_memory() < 50_000_000


def test_onbekende_en_geneste_kolommen_worden_niet_gelezen():
    tabel = lees_geoparquet(_met_herhaling(900_000, 300, "onbekend"), STANDAARDGRENZEN)
    assert tabel.overige == ("onbekend",)
    assert "onbekend" not in tabel.gegevens.columns
    genest = _herschreven(lambda t: t.append_column("bron", pa.array([[1], [2], [3]])))
    assert lees_geoparquet(genest, STANDAARDGRENZEN).overige == ("bron",)


def test_tekst_die_geen_utf8_is():
    def _verander(tabel):
        stuk = pa.array([b"\xff\xfe", b"a", b"b"]).view(pa.string())
        return tabel.set_column(tabel.schema.get_field_index("naam"), "naam", stuk)

    with pytest.raises(BestandFout, match="beschadigd"):
        lees_geoparquet(_herschreven(_verander), STANDAARDGRENZEN)
