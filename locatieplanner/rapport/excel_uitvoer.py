"""Excel-werkmap: de tabel met daarnaast wat een lezer nodig heeft om haar te begrijpen."""

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from locatieplanner.domein.kandidaat import AANDEEL
from locatieplanner.rapport.herkomst import BRONNEN, Herkomstregel
from locatieplanner.rapport.kolommen import kolomuitleg
from locatieplanner.rapport.tabel import Tabel
from locatieplanner.rapport.tabeluitvoer import voeg_tabelblad_toe
from locatieplanner.rapport.werkmap import nieuwe_werkmap, voeg_blad_toe, werkmap_als_bytes

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


def als_xlsx(
    tabel: gpd.GeoDataFrame, herkomst: Sequence[Herkomstregel], uitleg: Tabel | None = None
) -> bytes:
    """Geef de tabel als werkmap met de bladen beoordeling, toelichting, gewichten en bronnen.

    Parameters
    ----------
    tabel : GeoDataFrame
        De kolommen van `deelbare_tabel`, en wat er verder bij hoort.
    herkomst : sequence of Herkomstregel
        Waar de tabel op rust.
    uitleg : Tabel, optional
        Hoe elke score tot stand kwam; krijgt een eigen blad.
    """
    boek = nieuwe_werkmap()
    vlak = pd.DataFrame(tabel.drop(columns="geometry"))
    namen = [str(naam) for naam in vlak.columns]
    voeg_blad_toe(
        boek,
        "beoordeling",
        namen,
        zip(*(vlak[naam].tolist() for naam in namen), strict=True),
        breedte=[_BREEDTE.get(naam, max(11, len(naam) + 3)) for naam in namen],
        opmaak=[_opmaak(naam) for naam in namen],
        aantal=len(vlak),
    )
    betekenis = [(kolom.naam, kolom.eenheid, kolom.betekenis) for kolom in kolomuitleg(namen)]
    voeg_blad_toe(
        boek, "toelichting", ("kolom", "eenheid", "betekenis"), betekenis, breedte=(22, 22, 90)
    )
    if uitleg is not None:
        voeg_tabelblad_toe(boek, "uitleg", uitleg)
    for naam, regels in (
        ("gewichten en parameters", [r for r in herkomst if r.onderdeel not in BRONNEN]),
        ("bronnen", [r for r in herkomst if r.onderdeel in BRONNEN]),
    ):
        rijen = [tuple(getattr(regel, kolom) for kolom in _REGELKOP) for regel in regels]
        voeg_blad_toe(boek, naam, _REGELKOP, rijen, breedte=_REGELBREEDTE)
    return werkmap_als_bytes(boek)


def _opmaak(naam: str) -> str:
    """De getalopmaak van een kolom."""
    per_begin = (code for begin, code in _OPMAAK_PER_BEGIN.items() if naam.startswith(begin))
    return _OPMAAK.get(naam) or next(per_begin, "General")
