"""Staven tekenen: een arcering zegt wat niet vaststaat, dus ook in grijs."""

import math

from matplotlib.figure import Figure

from locatieplanner.domein.herkomst import Status
from locatieplanner.rapport.document.staafbeeld import Staafbeeld

_KLEUR = "#1d5a96"
_CM = 1 / 2.54
_BREEDTE_CM, _RIJ_CM, _RAND_CM = 16.5, 0.55, 0.85
_VAST = frozenset({Status.GEPUBLICEERD, Status.SECUNDAIR})


def teken_staven(beeld: Staafbeeld) -> Figure:
    """Teken staven onder elkaar, met naam ervoor en waarde erachter.

    Parameters
    ----------
    beeld : Staafbeeld
        Wat er te tekenen is.
    """
    hoogte = _RAND_CM + _RIJ_CM * len(beeld.staven)
    figuur = Figure(figsize=(_BREEDTE_CM * _CM, hoogte * _CM))
    as_ = figuur.add_axes((0.27, _RAND_CM / hoogte, 0.47, 1 - _RAND_CM / hoogte))
    bekend = [staaf.waarde for staaf in beeld.staven if not math.isnan(staaf.waarde)]
    tot = beeld.tot or max([*bekend, 1.0])
    for rij, staaf in enumerate(beeld.staven):
        if not math.isnan(staaf.waarde):
            vast = staaf.status in _VAST
            as_.barh(
                rij,
                staaf.waarde,
                height=0.62,
                facecolor=_KLEUR if vast else "white",
                edgecolor=_KLEUR,
                linewidth=0.9,
                hatch="" if vast else "////",
            )
        as_.text(
            1.02 * tot, rij, staaf.tekst(beeld.decimalen), va="center", fontsize=7.5, color="#222"
        )
    as_.set_xlim(0, tot)
    as_.set_ylim(len(beeld.staven) - 0.5, -0.5)
    as_.set_yticks(range(len(beeld.staven)), [staaf.naam for staaf in beeld.staven], fontsize=7.5)
    as_.tick_params(axis="y", length=0)
    as_.xaxis.set_major_formatter(lambda waarde, _: f"{waarde:,.0f}".replace(",", "."))
    as_.tick_params(axis="x", labelsize=6.5, colors="#555")
    as_.grid(axis="x", color="#ddd", linewidth=0.5)
    as_.set_axisbelow(True)
    for kant in ("top", "right"):
        as_.spines[kant].set_visible(False)
    figuur.text(
        0.995, 0.02, f"{beeld.eenheid}; gearceerd: niet vastgesteld", ha="right", fontsize=6
    )
    return figuur
