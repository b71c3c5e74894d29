"""Excel-werkmap: de tabel met daarnaast wat een lezer nodig heeft om haar te begrijpen."""

import datetime
import io
import math
import zipfile
from collections.abc import Iterable, Sequence
from typing import cast

import geopandas as gpd
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from locatieplanner.domein.kandidaat import AANDEEL
from locatieplanner.rapport.herkomst import BRONNEN, Herkomstregel
from locatieplanner.rapport.kolommen import kolomuitleg

_VET = Font(bold=True)
_BOVENAAN = Alignment(vertical="top", wrap_text=True)
# Een vast tijdstip in het bestand: hetzelfde antwoord geeft dezelfde bytes.
_TIJDSTIP = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - Excel kent geen tijdzones
_ZIPTIJD = (1980, 1, 1, 0, 0, 0)

_OPMAAK = {
    "capaciteit": "#,##0",
    "rang": "0",
    "volledigheid": "0%",
    "score_totaal": "0.0",
    "x": "0",
    "y": "0",
    "woningen": "#,##0",
}
_OPMAAK_PER_BEGIN = {"score_": "0.0", AANDEEL: "0.0%"}
_BREEDTE = {
    "naam": 34,
    "gemeente": 20,
    "provincie": 16,
    "uitsluitingen": 40,
    "aandachtspunten": 60,
    "toelichting": 40,
}
_REGELKOP = (
    "onderdeel", "id", "naam", "waarde", "eenheid", "status", "bron", "peildatum", "toelichting",
)  # fmt: skip
_REGELBREEDTE = (12, 34, 48, 18, 22, 14, 44, 12, 90)

Rij = Sequence[object]


def als_xlsx(tabel: gpd.GeoDataFrame, herkomst: Sequence[Herkomstregel]) -> bytes:
    """Geef de tabel als werkmap met de bladen beoordeling, toelichting, gewichten en bronnen."""
    # Rij voor rij schrijven houdt het geheugen klein bij veel kandidaten.
    boek = Workbook(write_only=True)
    vlak = pd.DataFrame(tabel.drop(columns="geometry"))
    namen = [str(naam) for naam in vlak.columns]
    _blad(
        boek,
        "beoordeling",
        namen,
        zip(*(vlak[naam].tolist() for naam in namen), strict=True),
        breedte=[_BREEDTE.get(naam, max(11, len(naam) + 3)) for naam in namen],
        opmaak=[_opmaak(naam) for naam in namen],
        aantal=len(vlak),
    )
    uitleg = [(kolom.naam, kolom.eenheid, kolom.betekenis) for kolom in kolomuitleg(namen)]
    _blad(boek, "toelichting", ("kolom", "eenheid", "betekenis"), uitleg, breedte=(22, 22, 90))
    for naam, regels in (
        ("gewichten en parameters", [r for r in herkomst if r.onderdeel not in BRONNEN]),
        ("bronnen", [r for r in herkomst if r.onderdeel in BRONNEN]),
    ):
        rijen = [tuple(getattr(regel, kolom) for kolom in _REGELKOP) for regel in regels]
        _blad(boek, naam, _REGELKOP, rijen, breedte=_REGELBREEDTE)
    return _vaste_bytes(boek)


def _opmaak(naam: str) -> str:
    """De getalopmaak van een kolom."""
    per_begin = (code for begin, code in _OPMAAK_PER_BEGIN.items() if naam.startswith(begin))
    return _OPMAAK.get(naam) or next(per_begin, "General")


def _blad(
    boek: Workbook,
    naam: str,
    kop: Sequence[str],
    rijen: Iterable[Rij],
    *,
    breedte: Sequence[float],
    opmaak: Sequence[str] | None = None,
    aantal: int | None = None,
) -> None:
    """Schrijf een blad met vette, vaste kop en filters."""
    blad = cast(Worksheet, boek.create_sheet(naam))
    blad.freeze_panes = "A2"
    for nummer, maat in enumerate(breedte, start=1):
        blad.column_dimensions[get_column_letter(nummer)].width = maat
    vast = list(rijen) if aantal is None else rijen
    hoogte = 1 + (len(vast) if isinstance(vast, list) else aantal or 0)
    blad.auto_filter.ref = f"A1:{get_column_letter(len(kop))}{hoogte}"
    blad.append([_cel(blad, titel, vet=True) for titel in kop])
    for rij in vast:
        blad.append(
            [
                _cel(blad, waarde, opmaak[nummer] if opmaak else "General", breek=opmaak is None)
                for nummer, waarde in enumerate(rij)
            ]
        )


def _cel(
    blad: Worksheet,
    waarde: object,
    opmaak: str = "General",
    *,
    vet: bool = False,
    breek: bool = False,
) -> Cell | None:
    """Eén cel; onbekend is leeg en tekst is altijd tekst, ook als er een formule lijkt te staan."""
    if waarde is None or waarde is pd.NA or waarde == "":
        return None
    if isinstance(waarde, float) and math.isnan(waarde):
        return None
    cel: Cell
    if isinstance(waarde, int | float):
        cel = WriteOnlyCell(blad, value=waarde)
        cel.number_format = opmaak
    else:
        cel = WriteOnlyCell(blad, value=ILLEGAL_CHARACTERS_RE.sub("", str(waarde)))
        cel.data_type = "s"
    if vet:
        cel.font = _VET
    if breek:
        cel.alignment = _BOVENAAN
    return cel


def _vaste_bytes(boek: Workbook) -> bytes:
    """De werkmap als bytes die alleen van de inhoud afhangen."""
    boek.properties.creator = "locatieplanner"
    boek.properties.created = boek.properties.modified = _TIJDSTIP
    ruw, vast = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(ruw, "w") as archief:
        ExcelWriter(boek, archief).write_data()
    with (
        zipfile.ZipFile(ruw) as bron,
        zipfile.ZipFile(vast, "w", compression=zipfile.ZIP_DEFLATED) as doel,
    ):
        for lid in bron.namelist():
            doel.writestr(
                zipfile.ZipInfo(lid, _ZIPTIJD), bron.read(lid), compress_type=zipfile.ZIP_DEFLATED
            )
    return vast.getvalue()
