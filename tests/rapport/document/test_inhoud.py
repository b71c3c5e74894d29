import pandas as pd
import pytest

from locatieplanner.rapport.document.inhoud import Document, Tabelvak
from locatieplanner.rapport.tabel import Tabel, Tabelkolom


def test_elke_kolom_heeft_een_breedte():
    tabel = Tabel("Proef", pd.DataFrame({"a": [1]}), (Tabelkolom("a", "a"),), "")
    assert Tabelvak(tabel, (1.0,)).tabel is tabel
    with pytest.raises(ValueError, match="2 breedten bij 1 kolommen"):
        Tabelvak(tabel, (1.0, 2.0))


def test_onderaan_staat_wat_voor_rapport_het_is_en_waarover():
    document = Document("Gemeente Aardam", "Gemeenteblad", "2026-11-25", (), (), ())
    assert document.voet == "Gemeenteblad · Gemeente Aardam"
