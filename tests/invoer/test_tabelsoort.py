import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN
from locatieplanner.invoer.csvbestand import lees_csv
from locatieplanner.invoer.tabelsoort import KANDIDATEN, Tabelsoort

DIEREN = Tabelsoort("dieren", lambda naam: naam == "poten")


def test_de_soort_bepaalt_welke_kolommen_gelezen_worden():
    inhoud = b"naam;poten\nhond;4\n"
    tabel = lees_csv(inhoud, STANDAARDGRENZEN, DIEREN)
    assert list(tabel.gegevens.columns) == ["poten"]
    assert tabel.overige == ("naam",)
    assert list(lees_csv(inhoud, STANDAARDGRENZEN).gegevens.columns) == ["naam"]


def test_de_melding_noemt_wat_er_verwacht_werd():
    with pytest.raises(BestandFout, match="met dieren"):
        lees_csv(b"\n\n", STANDAARDGRENZEN, DIEREN)
    assert KANDIDATEN.naam == "kandidaten"
