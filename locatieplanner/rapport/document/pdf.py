"""Een rapport als PDF, met structuur voor een voorleesprogramma (PDF/UA-1).

Typst zet het; onze opmaak staat in ``document.typ``. Wat van een gebruiker komt gaat als JSON mee
en wordt nooit als opmaak gelezen. Er wordt niets opgehaald: de letters zitten in typst zelf.
"""

import datetime
import json
from functools import lru_cache
from importlib import resources
from typing import Any

import typst

from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport.document.inhoud import (
    Alinea,
    Bladwissel,
    Deel,
    Document,
    Figuur,
    Kop,
    Lijst,
    Tabelvak,
)
from locatieplanner.rapport.document.tekening import als_svg
from locatieplanner.rapport.tabel import Kolomsoort

SAMENVATTING = "Samenvatting"
NORM = "ua-1"
"""De norm die typst bij het schrijven afdwingt: PDF/UA-1, toegankelijke PDF."""

_TREFWOORDEN = ("opvang", "huisvesting", "aandachtsgroepen", "locatieplanner")
_GETALLEN = frozenset({Kolomsoort.GEHEEL, Kolomsoort.GETAL, Kolomsoort.FIJN, Kolomsoort.PROCENT})


def als_pdf(document: Document) -> bytes:
    """Geef een rapport als PDF/UA-1; hetzelfde rapport geeft dezelfde bytes.

    Raises
    ------
    UitvoerFout
        Als typst het rapport niet volgens de norm kan schrijven.
    """
    tijd = datetime.datetime.fromisoformat(document.datum).replace(tzinfo=datetime.UTC)
    pdf = _zet(document, format="pdf", pdf_standards=[NORM], timestamp=tijd)
    return pdf if isinstance(pdf, bytes) else b"".join(pdf)


def als_beelden(document: Document, ppi: float = 100.0) -> list[bytes]:
    """Geef de bladzijden van een rapport als PNG.

    Parameters
    ----------
    document : Document
        Het rapport.
    ppi : float, optional
        Beeldpunten per inch.
    """
    beelden = _zet(document, format="png", ppi=ppi)
    return [beelden] if isinstance(beelden, bytes) else list(beelden)


def _zet(document: Document, **opties: Any) -> bytes | list[bytes]:  # noqa: ANN401 - geeft door
    inhoud = json.dumps(_gegevens(document), ensure_ascii=False)
    try:
        uitkomst = _zetter().compile(input=_opmaak(), sys_inputs={"inhoud": inhoud}, **opties)
    except typst.TypstError as fout:
        raise UitvoerFout(
            f"Het rapport '{document.titel}' is niet als PDF te schrijven: {fout}."
        ) from fout
    if uitkomst is None:
        raise UitvoerFout(f"Van het rapport '{document.titel}' kwam niets terug.")
    return uitkomst


@lru_cache(maxsize=1)
def _zetter() -> typst.Compiler:
    letters = typst.Fonts(include_system_fonts=False)
    return typst.Compiler(_opmaak(), font_paths=letters, ignore_system_fonts=True)


@lru_cache(maxsize=1)
def _opmaak() -> bytes:
    return (resources.files(__package__) / "document.typ").read_bytes()


def _gegevens(document: Document) -> dict[str, Any]:
    dag = datetime.date.fromisoformat(document.datum)
    return {
        "titel": document.titel,
        "soort": document.soort,
        "voet": document.voet,
        "dag": [dag.year, dag.month, dag.day],
        "trefwoorden": [document.soort, *_TREFWOORDEN],
        "kenmerken": [list(paar) for paar in document.kenmerken],
        "samenvattingkop": SAMENVATTING,
        "samenvatting": list(document.samenvatting),
        "delen": [_deel(deel) for deel in document.delen],
    }


def _deel(deel: Deel) -> dict[str, Any]:
    match deel:
        case Kop():
            return {"soort": "kop", "tekst": deel.tekst, "niveau": deel.niveau}
        case Alinea():
            return {"soort": "alinea", "tekst": deel.tekst, "klein": deel.klein}
        case Lijst():
            return {"soort": "lijst", "punten": list(deel.punten)}
        case Bladwissel():
            return {"soort": "bladwissel"}
        case Figuur():
            return {
                "soort": "figuur",
                "svg": als_svg(deel.beeld),
                "alt": deel.beeld.alt,
                "bijschrift": deel.bijschrift,
            }
        case Tabelvak():
            return _tabel(deel)


def _tabel(vak: Tabelvak) -> dict[str, Any]:
    tabel = vak.tabel
    return {
        "soort": "tabel",
        "titel": tabel.titel,
        "koppen": tabel.koppen,
        "rijen": tabel.als_tekst().to_numpy().tolist(),
        "getal": [kolom.soort in _GETALLEN for kolom in tabel.kolommen],
        "breedten": list(vak.breedten),
        "herkomst": tabel.herkomst,
    }
