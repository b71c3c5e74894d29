import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.invoer.datums import DATUMTYPE, lees_datums, toets_volgorde


@pytest.mark.parametrize(
    "waarde",
    ["2026-05-01", "2026-5-1", "2026/05/01", "2026-05-01T00:00:00+02:00", "2026-05-01 13:30",
     "1-5-2026", "01-05-2026", "1/5/2026", "1.5.2026", "1 5 2026", "01-05-2026 00:00:00",
     "1 mei 2026", "1 MEI 2026", "1-mei-2026", "20260501", 46143, 46143.0, "46143", 46143.75,
     pd.Timestamp(2026, 5, 1, 8).to_pydatetime(), dt.date(2026, 5, 1),
     pd.Timestamp(2026, 5, 1, tz="Europe/Amsterdam")],
)  # fmt: skip
def test_schrijfwijzen(waarde):
    datums, problemen = lees_datums(pd.Series([waarde], index=[2], dtype=object), "van")
    assert not problemen
    assert datums.loc[2] == pd.Timestamp(2026, 5, 1)
    assert datums.dtype == DATUMTYPE


@pytest.mark.parametrize(
    ("waarde", "wat"),
    [("31-2-2026", "geen bestaande datum"), ("5/31/2026", "geen bestaande datum"),
     ("morgen", "geen bestaande datum"), ("1-5-26", "maar twee cijfers"), ("2026",
      "alleen een jaar"),
     ("1-1-0202", "jaartal kan niet kloppen"), ("1-1-9999", "jaartal kan niet kloppen"),
     ("1-5", "geen bestaande datum"), ("0-0-0000", "geen bestaande datum"), ("=1",
      "geen bestaande")],
)  # fmt: skip
def test_onleesbare_datums(waarde, wat):
    datums, (probleem,) = lees_datums(pd.Series([waarde], index=[2], dtype=object), "van")
    assert wat in probleem.wat
    assert (probleem.rij, probleem.kolom, probleem.waarde) == (2, "van", waarde)
    assert datums.isna().all()


@pytest.mark.parametrize("soort", ["datetime64[ns]", "datetime64[s]", "datetime64[us, UTC]", "str"])
def test_lege_kolommen(soort):
    datums, problemen = lees_datums(pd.Series([None, None], dtype=soort), "van")
    assert datums.isna().all()
    assert not problemen
    assert datums.dtype == DATUMTYPE


def test_datumkolommen_verliezen_tijd_en_tijdzone():
    waarden = pd.Series(pd.to_datetime(["2026-05-01 23:30"]).tz_localize("Europe/Amsterdam"))
    assert lees_datums(waarden, "van")[0].tolist() == [pd.Timestamp(2026, 5, 1)]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2199, 12, 31)))
def test_elke_datum_komt_terug(datum):
    teksten = [datum.isoformat(), f"{datum.day}-{datum.month}-{datum.year}", f"{datum:%d/%m/%Y}"]
    datums, problemen = lees_datums(pd.Series(teksten), "van")
    assert not problemen
    assert set(datums.dt.date) == {datum}


def test_einde_voor_begin():
    van = pd.Series(pd.to_datetime(["2026-05-01", "2026-05-01", None]), index=[2, 3, 4])
    tot = pd.Series(pd.to_datetime(["2026-05-01", "2025-05-01", "2026-05-01"]), index=[2, 3, 4])
    (probleem,) = toets_volgorde(van, tot, "tot")
    assert probleem.zin == (
        "Rij 3, kolom tot, waarde '01-05-2025': het einde ligt voor het begin (01-05-2026). "
        "Herstel: wissel de twee datums of verbeter er een."
    )
