"""Een werkmap van Excel: bladen met een vaste kop, en bytes die alleen van de inhoud afhangen."""

import datetime
import io
import math
import zipfile
from collections.abc import Iterable, Sequence
from typing import cast

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

_VET = Font(bold=True)
_BOVENAAN = Alignment(vertical="top", wrap_text=True)
# Een vast tijdstip in het bestand: hetzelfde antwoord geeft dezelfde bytes.
_TIJDSTIP = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - Excel kent geen tijdzones
ZIPTIJD = (1980, 1, 1, 0, 0, 0)
"""Het tijdstip van elk lid in een zip."""


Rij = Sequence[object]


def nieuwe_werkmap() -> Workbook:
    """Geef een lege werkmap; rij voor rij schrijven houdt het geheugen klein."""
    return Workbook(write_only=True)


def voeg_blad_toe(
    boek: Workbook,
    naam: str,
    kop: Sequence[str],
    rijen: Iterable[Rij],
    *,
    breedte: Sequence[float],
    opmaak: Sequence[str] | None = None,
    aantal: int | None = None,
) -> None:
    """Schrijf een blad met vette, vaste kop en filters.

    Parameters
    ----------
    boek : Workbook
        Uitkomst van `nieuwe_werkmap`.
    naam : str
        Naam van het blad.
    kop : sequence of str
        De kolommen.
    rijen : iterable of Rij
        De cellen; None, NaN en NA worden een lege cel.
    breedte : sequence of float
        Breedte per kolom, tekens.
    opmaak : sequence of str, optional
        Getalopmaak per kolom; zonder is het een blad om te lezen en breekt tekst af.
    aantal : int, optional
        Aantal rijen, als dat bekend is zonder ze te lezen.
    """
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


def werkmap_als_bytes(boek: Workbook) -> bytes:
    """Geef de werkmap als bytes; dezelfde inhoud geeft dezelfde bytes."""
    boek.properties.creator = "locatieplanner"
    boek.properties.created = boek.properties.modified = _TIJDSTIP
    ruw = io.BytesIO()
    with zipfile.ZipFile(ruw, "w") as archief:
        ExcelWriter(boek, archief).write_data()
    return vaste_zip(ruw.getvalue())


def vaste_zip(inhoud: bytes) -> bytes:
    """Geef een zip met dezelfde leden en een vast tijdstip: gelijke inhoud, gelijke bytes."""
    vast = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as bron,
        zipfile.ZipFile(vast, "w", compression=zipfile.ZIP_DEFLATED) as doel,
    ):
        for lid in bron.namelist():
            doel.writestr(
                zipfile.ZipInfo(lid, ZIPTIJD), bron.read(lid), compress_type=zipfile.ZIP_DEFLATED
            )
    return vast.getvalue()
