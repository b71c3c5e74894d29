"""Een waardefunctie als tekening: welke score bij welke maat hoort."""

from base64 import b64encode

import numpy as np
from numpy.typing import NDArray

from locatieplanner.domein.notatie import getal
from locatieplanner.scherm.tekst import als_html

_STIJL = (
    "line{stroke:#d5dae0}polyline{fill:none;stroke:#1d5a96;stroke-width:2}"
    "text{font:11px sans-serif;fill:#4a5562}"
)

_BREED, _HOOG = 240.0, 90.0
_LINKS, _ONDER = 26.0, 30.0
# Ruimte voor het cijfer bij de bovenste lijn; dat staat er half boven.
_BOVEN = 8.0


def kromme_html(naam: str, maten: NDArray[np.float64], scores: NDArray[np.float64]) -> str:
    """Geef een waardefunctie als beeld met de waarden in woorden erbij.

    Parameters
    ----------
    naam : str
        De maat met haar eenheid; staat onder de as.
    maten, scores : ndarray, shape (n,)
        Oplopende maten en de score (0–100) bij elk.
    """
    # Als beeld, want losse SVG haalt Streamlit uit HTML weg.
    beeld = b64encode(kromme_svg(naam, maten, scores).encode()).decode("ascii")
    return (
        f'<img class="lp-kromme" src="data:image/svg+xml;base64,{beeld}" '
        f'alt="{als_html(in_woorden(naam, maten, scores))}">'
    )


def kromme_svg(naam: str, maten: NDArray[np.float64], scores: NDArray[np.float64]) -> str:
    """Teken een waardefunctie als SVG; zie `kromme_html`."""
    van, tot = float(maten[0]), float(maten[-1])
    x = _LINKS + (maten - van) / (tot - van) * _BREED
    y = _BOVEN + (100 - scores) / 100 * _HOOG
    punten = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x, y, strict=True))
    onder = _BOVEN + _HOOG
    hoogtes = "".join(
        f'<line x1="{_LINKS}" x2="{_LINKS + _BREED}" y1="{_BOVEN + (100 - score) / 100 * _HOOG}" '
        f'y2="{_BOVEN + (100 - score) / 100 * _HOOG}"/>'
        f'<text x="{_LINKS - 4}" y="{_BOVEN + 4 + (100 - score) / 100 * _HOOG}" '
        f'text-anchor="end">{score}</text>'
        for score in (0, 50, 100)
    )
    maatstreepjes = "".join(
        f'<text x="{_LINKS + deel * _BREED}" y="{onder + 12}" '
        f'text-anchor="{anker}">{_kort(van + deel * (tot - van))}</text>'
        for deel, anker in ((0.0, "start"), (0.5, "middle"), (1.0, "end"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {_LINKS + _BREED + 4} {onder + _ONDER}"><style>{_STIJL}</style>'
        f"{hoogtes}{maatstreepjes}"
        f'<polyline points="{punten}"/><text x="{_LINKS + _BREED / 2}" y="{onder + 26}" '
        f'text-anchor="middle">{als_html(naam)}</text></svg>'
    )


def in_woorden(naam: str, maten: NDArray[np.float64], scores: NDArray[np.float64]) -> str:
    """De waardefunctie in woorden, voor wie de tekening niet ziet."""
    plekken = (0, len(maten) // 4, len(maten) // 2, 3 * len(maten) // 4, len(maten) - 1)
    delen = ", ".join(f"{_kort(maten[i])} geeft {getal(float(scores[i]))}" for i in plekken)
    return f"Score bij {naam}: {delen}."


def _kort(maat: float) -> str:
    """Een maat met zo weinig decimalen als leesbaar is."""
    heel = abs(maat) >= 20 or abs(maat - round(maat)) < 0.05
    return getal(float(maat), 0 if heel else 1)
