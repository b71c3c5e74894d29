import pandas as pd
import pytest

from locatieplanner.invoer.capaciteit import (
    bereken_capaciteit,
    is_geschat,
    lees_aantal,
    met_schatting,
    zonder_schatting,
)
from locatieplanner.invoer.probleem import Ernst
from locatieplanner.invoer.tabel import Schrijfwijze


@pytest.mark.parametrize(
    ("waarde", "wat"),
    [("-20", "een aantal kan niet negatief zijn"), ("0", "het aantal moet 1 of meer zijn"),
     ("0,5", "het aantal moet 1 of meer zijn"), ("200,5", "dit is geen heel getal"),
     ("ca. 200", "schatting of bandbreedte in woorden"), ("100-200", "schatting of bandbreedte"),
     ("±200", "schatting of bandbreedte"), ("veel", "dit is geen getal"),
     ("1000000", "meer dan 100.000 op één locatie"), (float("inf"), "dit is geen getal"),
     (10**30, "meer dan 100.000 op één locatie")],
)  # fmt: skip
def test_wat_niet_mag(waarde, wat):
    aantal, (probleem,) = lees_aantal(
        pd.Series([waarde], index=[2], dtype=object), "cap", Schrijfwijze.KOMMA, 1
    )
    assert wat in probleem.wat
    assert (probleem.rij, probleem.kolom) == (2, "cap")
    assert aantal.isna().all()


def test_dubbelzinnig_en_aangenomen():
    aantal, problemen = lees_aantal(
        pd.Series(["200.000", "1.234", "1.250,0"], index=[2, 3, 4]), "cap", Schrijfwijze.PUNT, 1
    )
    assert [(p.rij, p.ernst) for p in problemen] == [(2, Ernst.FOUT), (3, Ernst.MELDING)]
    assert "op twee manieren te lezen" in problemen[0].wat
    assert problemen[1].wat == "gelezen als 1.234, met een teken voor duizendtallen"
    assert aantal.tolist()[1:] == [1234, 1250]


def test_nul_woningen_mag():
    aantal, problemen = lees_aantal(pd.Series(["0", ""]), "woningen", None, 0)
    assert not problemen
    assert aantal.iloc[0] == 0
    assert aantal.isna().tolist() == [False, True]


def test_capaciteit_uit_woningen(aandachtsgroepen):
    woningen = pd.Series([50, 50, None, 0], dtype="Int64")
    aandelen = pd.DataFrame(
        {"aandeel_studenten": [0.25, None, 1, 1], "aandeel_asielzoekers": [0.75, None, 0, 0]}
    )
    capaciteit, herkomst, problemen = bereken_capaciteit(
        woningen, aandelen, pd.Series(True, index=woningen.index), aandachtsgroepen, "won", "cap"
    )
    assert capaciteit.iloc[0] == 100
    assert capaciteit.isna().tolist() == [False, True, True, True]
    assert herkomst.tolist() == [
        "Capaciteit geschat: 50 woningen × 2,00 personen per woning.", "", "", ""
    ]  # fmt: skip
    assert [(p.rij, p.kolom, p.ernst) for p in problemen] == [
        (0, "won", Ernst.MELDING), (1, "won", Ernst.FOUT), (2, "cap", Ernst.FOUT), (3, "cap",
         Ernst.FOUT)
    ]  # fmt: skip
    assert problemen[0].wat == (
        "de capaciteit ontbreekt en is berekend uit 50 woningen × 2,00 personen per woning: "
        "100 plaatsen, geschat"
    )
    assert "aandelen per groep zijn onbekend" in problemen[1].wat
    assert problemen[2].wat == "de capaciteit ontbreekt"


def test_niets_gevraagd_is_niets_berekend(aandachtsgroepen):
    woningen = pd.Series([50], dtype="Int64")
    aandelen = pd.DataFrame({"aandeel_studenten": [1.0]})
    capaciteit, herkomst, problemen = bereken_capaciteit(
        woningen, aandelen, pd.Series([False]), aandachtsgroepen, "won", "cap"
    )
    assert capaciteit.isna().all()
    assert herkomst.tolist() == [""]
    assert not problemen


def test_schatting_staat_een_keer_in_de_toelichting():
    zin = "Capaciteit geschat: 1.036 woningen × 1,39 personen per woning."
    oud = "Capaciteit geschat: 2 woningen × 1,00 personen per woning."
    toelichting = pd.Series(["", "Let op.", f"Let op. {oud}", zin, oud])
    herkomst = pd.Series([zin, zin, zin, zin, ""])
    aangevuld = met_schatting(toelichting, herkomst)
    assert aangevuld.tolist() == [zin, f"Let op. {zin}", f"Let op. {zin}", zin, oud]
    assert met_schatting(aangevuld, herkomst).tolist() == aangevuld.tolist()
    assert zonder_schatting(aangevuld).tolist() == ["", "Let op.", "Let op.", "", ""]
    assert is_geschat(aangevuld).all()
    assert is_geschat(toelichting).tolist() == [False, False, True, True, True]
