"""Een kaart tekenen op drukkwaliteit, ook in grijs te lezen.

Elke klasse van een vlak heeft naast haar grijs een arcering; een kandidaat heeft een vorm (type),
een grootte (plaatsen), een kleur die van licht naar donker loopt (score) en een nummer. Er staan
een schaalstok, een noordpijl, een legenda en een bronvermelding bij.
"""

import math

import numpy as np
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from locatieplanner.domein.kaarttekens import GROOTTES, VORMEN
from locatieplanner.domein.klassen import ONBEKEND, SCOREKLASSEN, UITGESLOTEN, Klassen
from locatieplanner.domein.notatie import getal
from locatieplanner.rapport.document.kaartbeeld import Kaartbeeld, Kaartpunt, Kaartvlak

_CM = 1 / 2.54
_BREEDTE_CM, _LEGENDA_CM, _VOET_CM, _TUSSEN_CM = 16.5, 4.9, 0.45, 0.25
_LAAGSTE_CM = 7.5
"""Zo hoog is een kaart ten minste: lager past de legenda er niet naast."""

_ARCERING = ("", "...", "////", "xxxx", "\\\\\\\\\\\\\\\\")
_ARCERING_ONBEKEND = "--"
_TEKENS = ("o", "^", "D", "s", "h", "P")
_WIT = (patheffects.withStroke(linewidth=1.8, foreground="white"),)
_STAPPEN = (1, 2, 5)


def teken_kaart(beeld: Kaartbeeld) -> Figure:
    """Teken een kaart.

    Parameters
    ----------
    beeld : Kaartbeeld
        Wat er te tekenen is.
    """
    x_min, y_min, x_max, y_max = beeld.omvang
    breedte = _BREEDTE_CM - _LEGENDA_CM - _TUSSEN_CM
    hoogte = min(max(breedte * (y_max - y_min) / (x_max - x_min), _LAAGSTE_CM), beeld.hoogte_cm)
    totaal = hoogte + _VOET_CM
    figuur = Figure(figsize=(_BREEDTE_CM * _CM, totaal * _CM))
    as_ = figuur.add_axes((0, _VOET_CM / totaal, breedte / _BREEDTE_CM, hoogte / totaal))
    _zet_kader(as_, beeld.omvang, breedte / hoogte)
    # Meters per punt van 1/72 inch: daarmee is te zeggen waar een woord past.
    schaal = (as_.get_xlim()[1] - as_.get_xlim()[0]) / (breedte * _CM * 72)
    for vlak in sorted(beeld.vlakken, key=lambda vlak: vlak.hoofd):
        _teken_vlak(as_, vlak, beeld.klassen)
    bezet = _Plekken(schaal, as_)
    # Bij de schaalstok en de noordpijl komt geen woord.
    links, _, onder, _ = bezet.kader
    bezet.vak(links, onder, 0.25, 0.1)
    bezet.vak(links + 0.92 * bezet.breed, onder + 0.86 * bezet.hoog, 0.08, 0.14)
    for x, y in beeld.opvang:
        bezet.bezet(x, y, 3.0)
        as_.plot(x, y, marker="+", color="black", markersize=6, markeredgewidth=1.4, zorder=5)
    _teken_punten(as_, beeld.punten, bezet)
    _teken_namen(as_, beeld.vlakken, bezet)
    _teken_schaalstok(as_)
    _teken_noordpijl(as_)
    _teken_legenda(figuur, beeld, 1 - (_LEGENDA_CM - 0.05) / _BREEDTE_CM)
    figuur.text(0, 0.12 / totaal, beeld.bron, fontsize=5.5, color="#333", va="bottom")
    return figuur


class _Plekken:
    """Waar al iets staat, zodat woorden niet over elkaar of over tekens vallen."""

    def __init__(self, schaal: float, as_: Axes) -> None:
        self.schaal = schaal
        self.kader = (*as_.get_xlim(), *as_.get_ylim())
        self.breed = self.kader[1] - self.kader[0]
        self.hoog = self.kader[3] - self.kader[2]
        self._vakken: list[tuple[float, float, float, float]] = []

    def zet(self, x: float, y: float, breed: float, hoog: float) -> bool:
        """Bezet een vak (punten) rond een plek (m) als het vrij is."""
        dx, dy = breed * self.schaal / 2, hoog * self.schaal / 2
        vak = (x - dx, y - dy, x + dx, y + dy)
        links, rechts, onder, boven = self.kader
        if vak[0] < links or vak[2] > rechts or vak[1] < onder or vak[3] > boven:
            return False
        if any(
            vak[0] < ander[2] and ander[0] < vak[2] and vak[1] < ander[3] and ander[1] < vak[3]
            for ander in self._vakken
        ):
            return False
        self._vakken.append(vak)
        return True

    def vak(self, x: float, y: float, breed: float, hoog: float) -> None:
        """Bezet een vak vanaf een hoek (m), als deel van het kader."""
        self._vakken.append((x, y, x + breed * self.breed, y + hoog * self.hoog))

    def bezet(self, x: float, y: float, straal: float) -> None:
        """Bezet de plek van een teken, ook als daar al iets staat."""
        d = straal * self.schaal
        self._vakken.append((x - d, y - d, x + d, y + d))


def _zet_kader(as_: Axes, omvang: tuple[float, float, float, float], verhouding: float) -> None:
    """Het kader om de omvang heen, met in beide richtingen dezelfde schaal."""
    x_min, y_min, x_max, y_max = omvang
    hoog = max(y_max - y_min, (x_max - x_min) / verhouding)
    x, y = (x_min + x_max) / 2, (y_min + y_max) / 2
    as_.set_xlim(x - hoog * verhouding / 2, x + hoog * verhouding / 2)
    as_.set_ylim(y - hoog / 2, y + hoog / 2)
    as_.set_xticks([])
    as_.set_yticks([])
    for kant in as_.spines.values():
        kant.set_linewidth(0.6)


def _pad(vorm: BaseGeometry) -> Path:
    """De randen van een vlak als pad, gaten erbij."""
    delen = [
        Path.make_compound_path(
            *(Path(np.asarray(ring.coords)[:, :2], closed=True) for ring in ringen)
        )
        for ringen in ((deel.exterior, *deel.interiors) for deel in getattr(vorm, "geoms", (vorm,)))
    ]
    return Path.make_compound_path(*delen)


def _vulling(klassen: Klassen, klasse: int) -> tuple[str, str]:
    """Kleur en arcering van een klasse."""
    if klasse == ONBEKEND:
        return "white", _ARCERING_ONBEKEND
    return klassen.kleuren[klasse], _ARCERING[klasse]


def _lijn(klasse: int) -> str:
    """De kleur van de arcering; wat onbekend is, mag namen niet doorstrepen."""
    return "#cfcfcf" if klasse == ONBEKEND else "#8a8a8a"


def _teken_vlak(as_: Axes, vlak: Kaartvlak, klassen: Klassen) -> None:
    kleur, arcering = _vulling(klassen, vlak.klasse)
    pad = _pad(vlak.vorm)
    as_.add_patch(
        PathPatch(
            pad,
            facecolor=kleur,
            edgecolor=_lijn(vlak.klasse),
            hatch=arcering,
            linewidth=0.4,
            alpha=1.0 if vlak.hoofd else 0.45,
        )
    )
    as_.add_patch(
        PathPatch(
            pad,
            facecolor="none",
            edgecolor="black" if vlak.hoofd else "#666",
            linewidth=1.1 if vlak.hoofd else 0.4,
        )
    )


def _kleur(klasse: int) -> str:
    return SCOREKLASSEN.kleuren[klasse] if klasse < ONBEKEND else "white"


def _teken_punten(as_: Axes, punten: tuple[Kaartpunt, ...], plekken: _Plekken) -> None:
    """De kandidaten, de grootste onderop, met hun nummer waar dat past."""
    for punt in sorted(punten, key=lambda punt: -punt.grootte):
        straal = GROOTTES[punt.grootte].straal * 0.62
        as_.plot(
            punt.x,
            punt.y,
            marker=_TEKENS[punt.vorm],
            markersize=2 * straal,
            markerfacecolor=_kleur(punt.klasse),
            markeredgecolor="black",
            markeredgewidth=0.9,
            zorder=6,
        )
        if punt.klasse == UITGESLOTEN:
            as_.plot(punt.x, punt.y, marker="x", color="black", markersize=1.5 * straal, zorder=7)
        plekken.bezet(punt.x, punt.y, straal)
    for punt in punten:
        if punt.label:
            _zet_nummer(as_, punt, plekken)


def _zet_nummer(as_: Axes, punt: Kaartpunt, plekken: _Plekken) -> None:
    """Het nummer naast het teken, aan de eerste kant waar het vrij is."""
    breed, hoog = 4.6 * len(punt.label), 7.0
    af = GROOTTES[punt.grootte].straal * 0.62 + 1
    for dx, dy in (
        (af + breed / 2, 0), (-af - breed / 2, 0), (0, af + hoog / 2), (0, -af - hoog / 2),
        (af + breed / 2, af), (-af - breed / 2, af), (af + breed / 2, -af),
        (-af - breed / 2, -af), (af + breed, 2 * af), (-af - breed, -2 * af),
    ):  # fmt: skip
        x, y = punt.x + dx * plekken.schaal, punt.y + dy * plekken.schaal
        if plekken.zet(x, y, breed, hoog):
            as_.text(
                x, y, punt.label, fontsize=7, fontweight="bold", ha="center", va="center",
                path_effects=_WIT, zorder=8,
            )  # fmt: skip
            return


def _teken_namen(as_: Axes, vlakken: tuple[Kaartvlak, ...], plekken: _Plekken) -> None:
    """Namen van gemeenten waar zij passen, eerst die waar de kaart over gaat."""
    x_min, x_max, y_min, y_max = plekken.kader
    kader = shapely.box(x_min, y_min, x_max, y_max)
    for vlak in sorted(vlakken, key=lambda vlak: (not vlak.hoofd, -vlak.vorm.area)):
        zichtbaar = shapely.intersection(vlak.vorm, kader)
        if zichtbaar.is_empty:
            continue
        plek = zichtbaar.representative_point()
        breed = 4.1 * len(vlak.naam)
        # Een naam die niet bij haar gemeente past, zou bij een ander lijken te horen.
        if breed * plekken.schaal > 1.6 * math.sqrt(zichtbaar.area):
            continue
        for dy in (0.0, 9.0, -9.0, 18.0, -18.0):
            y = plek.y + dy * plekken.schaal
            if plekken.zet(plek.x, y, breed, 7.5):
                as_.text(
                    plek.x, y, vlak.naam, fontsize=6.3, ha="center", va="center",
                    style="normal" if vlak.hoofd else "italic", path_effects=_WIT, zorder=4,
                )  # fmt: skip
                break


def schaalmaat_m(breedte_m: float) -> int:
    """Geef een ronde lengte voor de schaalstok: hoogstens een kwart van de kaart.

    >>> schaalmaat_m(45_000)
    10000
    """
    macht = 10 ** math.floor(math.log10(breedte_m / 4))
    return int(max(stap * macht for stap in _STAPPEN if stap * macht <= breedte_m / 4))


def _teken_schaalstok(as_: Axes) -> None:
    (links, rechts), (onder, boven) = as_.get_xlim(), as_.get_ylim()
    lengte = schaalmaat_m(rechts - links)
    x, y = links + 0.03 * (rechts - links), onder + 0.04 * (boven - onder)
    dik = 0.008 * (boven - onder)
    for deel, kleur in enumerate(("black", "white")):
        as_.add_patch(
            PathPatch(
                _pad(shapely.box(x + deel * lengte / 2, y, x + (deel + 1) * lengte / 2, y + dik)),
                facecolor=kleur,
                edgecolor="black",
                linewidth=0.6,
                zorder=9,
            )
        )
    tekst = f"{getal(lengte / 1000)} km" if lengte >= 1000 else f"{getal(lengte)} m"
    as_.text(x + lengte, y + 1.6 * dik, tekst, fontsize=6.5, ha="center", path_effects=_WIT,
             zorder=9)  # fmt: skip
    as_.text(x, y + 1.6 * dik, "0", fontsize=6.5, ha="center", path_effects=_WIT, zorder=9)


def _teken_noordpijl(as_: Axes) -> None:
    as_.annotate(
        "N",
        xy=(0.965, 0.975),
        xytext=(0.965, 0.885),
        xycoords="axes fraction",
        textcoords="axes fraction",
        ha="center",
        va="center",
        fontsize=8,
        fontweight="bold",
        path_effects=_WIT,
        arrowprops={"arrowstyle": "-|>", "color": "black", "linewidth": 1.2},
        zorder=9,
    )


def _teken_legenda(figuur: Figure, beeld: Kaartbeeld, links: float) -> None:
    """De legenda rechts naast de kaart: alleen wat erop staat, en alle klassen van de vlakken."""
    as_ = figuur.add_axes((links, 0, 1 - links, 1))
    as_.axis("off")
    blokken = [(f"{beeld.klassen.titel}\n({beeld.klassen.eenheid})", _vlakregels(beeld.klassen))]
    if beeld.punten:
        blokken += [
            ("Score van een kandidaat (0–100)", _scoreregels(beeld.punten)),
            ("Type; grootte is aantal plaatsen", _typeregels(beeld.punten)),
        ]
    if beeld.opvang:
        blokken.append(("Bestaande opvang", [(_teken("+", "black"), "midden van de plaats")]))
    y = 0.99
    hoogte = figuur.get_figheight() / _CM
    for titel, regels in blokken:
        kop = _breek(titel, 30)
        as_.text(0, y, kop, fontsize=6.4, fontweight="bold", va="top", transform=as_.transAxes)
        y -= (0.3 * (1 + kop.count("\n")) + 0.08) / hoogte
        teksten = [_breek(tekst, 34) for _, tekst in regels]
        legenda = as_.legend(
            [teken for teken, _ in regels], teksten, loc="upper left", bbox_to_anchor=(0, y),
            frameon=False, fontsize=6.2, borderaxespad=0, borderpad=0, handlelength=1.9,
            labelspacing=0.32, handleheight=1.0,
        )  # fmt: skip
        as_.add_artist(legenda)
        y -= (sum(0.33 + 0.27 * tekst.count("\n") for tekst in teksten) + 0.2) / hoogte


_Regel = tuple[Patch | Line2D, str]


def _vlakregels(klassen: Klassen) -> list[_Regel]:
    regels: list[_Regel] = []
    for klasse, naam in enumerate((*klassen.labels, klassen.onbekend)):
        kleur, arcering = _vulling(klassen, klasse)
        regels.append(
            (Patch(facecolor=kleur, edgecolor=_lijn(klasse), hatch=arcering, linewidth=0.4), naam)
        )
    return regels


def _scoreregels(punten: tuple[Kaartpunt, ...]) -> list[_Regel]:
    namen = SCOREKLASSEN.namen
    return [
        (_teken("X" if klasse == UITGESLOTEN else "o", _kleur(klasse)), namen[klasse])
        for klasse in sorted({punt.klasse for punt in punten})
    ]


def _typeregels(punten: tuple[Kaartpunt, ...]) -> list[_Regel]:
    return [
        (_teken(_TEKENS[vorm], "#bbb"), VORMEN[vorm].label)
        for vorm in sorted({punt.vorm for punt in punten})
    ]


def _teken(teken: str, kleur: str) -> Line2D:
    return Line2D(
        [], [], linestyle="", marker=teken, markersize=6, markerfacecolor=kleur,
        markeredgecolor="black", markeredgewidth=1.4 if teken == "+" else 0.8,
    )  # fmt: skip


def _breek(tekst: str, lengte: int) -> str:
    """De tekst in regels van hoogstens zoveel tekens, op spaties gebroken."""
    regels: list[str] = []
    for alinea in tekst.split("\n"):
        regel = ""
        for woord in alinea.split():
            if regel and len(regel) + 1 + len(woord) > lengte:
                regels.append(regel)
                regel = woord
            else:
                regel = f"{regel} {woord}".strip()
        regels.append(regel)
    return "\n".join(regels)
