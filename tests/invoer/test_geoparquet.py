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
    assert "noemt geen rekenstelsel" in gelezen.meldingen[0].wat


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
