from pathlib import Path

import pandas as pd
import pytest

from locatieplanner.cli.tabelweergave import schrijf_tabel, toets_tabelpad, toon_uitkomst
from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

TABEL = Tabel(
    "Proeftabel",
    pd.DataFrame({"naam": ["[b]Aardam[/b]"], "aantal": [1234.0]}),
    (
        Tabelkolom("naam", "gemeente"),
        Tabelkolom("aantal", "aantal", Kolomsoort.GEHEEL, "plaatsen"),
    ),
    "proef",
)


def test_alle_kolommen_of_alleen_de_gevraagde(capsys):
    toon_uitkomst(TABEL)
    heel = capsys.readouterr().out
    assert "aantal (plaatsen)" in heel
    assert "1.234" in heel
    # Tekst van een gebruiker is geen opmaak.
    assert "[b]Aardam[/b]" in heel
    toon_uitkomst(TABEL, {"aantal": "kort", "bestaat_niet": "x"})
    kort = capsys.readouterr().out
    assert "kort" in kort
    assert "Aardam" not in kort


@pytest.mark.parametrize("naam", ["uit.csv", "uit.xlsx"])
def test_schrijven(tmp_path, naam, capsys):
    pad = tmp_path / naam
    toets_tabelpad(pad)
    schrijf_tabel(TABEL, pad)
    assert pad.stat().st_size > 10
    assert f"Geschreven: {pad}" in capsys.readouterr().err


@pytest.mark.parametrize("pad", ["uit.gpkg", "uit", "geen_map/uit.csv"])
def test_een_pad_dat_niet_kan(pad):
    with pytest.raises(UitvoerFout):
        toets_tabelpad(Path(pad))
