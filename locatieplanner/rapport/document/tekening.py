"""Een beeld als tekening: vectoren voor de PDF, beeldpunten op 300 dpi voor Word."""

import io
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from locatieplanner.rapport.document.inhoud import Beeld
from locatieplanner.rapport.document.kaartbeeld import Kaartbeeld
from locatieplanner.rapport.document.kaarttekening import teken_kaart
from locatieplanner.rapport.document.staaftekening import teken_staven

DPI = 300
"""Beeldpunten per inch in een tekening voor Word."""

# Letters als lijnen, dus overal gelijk, en vaste namen: hetzelfde beeld geeft dezelfde bytes.
_OPMAAK: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "svg.fonttype": "path",
    "svg.hashsalt": "locatieplanner",
    "hatch.linewidth": 0.35,
}


def als_svg(beeld: Beeld) -> str:
    """Geef een beeld als SVG."""
    stroom = io.StringIO()
    with mpl.rc_context(_OPMAAK):
        _teken(beeld).savefig(stroom, format="svg", metadata={"Date": None, "Creator": None})
    return stroom.getvalue()


def als_png(beeld: Beeld) -> bytes:
    """Geef een beeld als PNG op `DPI` beeldpunten per inch."""
    stroom = io.BytesIO()
    with mpl.rc_context(_OPMAAK):
        _teken(beeld).savefig(stroom, format="png", dpi=DPI, metadata={"Software": None})
    return stroom.getvalue()


def _teken(beeld: Beeld) -> Figure:
    return teken_kaart(beeld) if isinstance(beeld, Kaartbeeld) else teken_staven(beeld)
