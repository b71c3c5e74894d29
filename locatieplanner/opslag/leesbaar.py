"""Een verandering in gewone woorden: wat, van, naar, per kandidaat en per instelling."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import shapely

from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.kandidaat import AANDEEL
from locatieplanner.domein.notatie import datum, getal, kort_getal, procent
from locatieplanner.opslag.afscherming import NAAM, VERRADERLIJK
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.json_kandidaten import VOLGORDE, VORM
from locatieplanner.opslag.naslag import Naslag

LEEG = "leeg"
_LANG = 120

_LABELS = MappingProxyType(
    {
        VORM: "ligging",
        "beschikbaar_van": "beschikbaar van",
        "beschikbaar_tot": "beschikbaar tot",
        "gedeelde_voorzieningen": "gedeelde voorzieningen",
        "gearchiveerd": "in het archief",
        "bron": "bron van de kandidaten",
        "fictief": "verzonnen voorbeeld",
        "vul_aan": "onbekende doelen aanvullen",
        "eigen_doelen": "eigen doelen",
        "ketenscenario": "scenario van de keten",
        "behoeftescenario": "scenario van de behoefte",
        "eigen_behoefte": "eigen reeks van de behoefte",
        "vaste_plaatsen": "vaste plaatsen",
        "plannen": "keuzes van locaties",
        "vergeleken": "keuzes naast elkaar",
        "opdracht": "opdracht bij samenstellen",
        "vraag": "gevraagd bij samenstellen",
        "naast_plan": "eigen keuze ernaast",
        "gekozen": "open kandidaat",
        "achtergrond": "achtergrondkaart",
        "kaartlagen": "lagen op de kaart",
        "bereik": "bereik op de kaart",
        "route_naar": "route naar",
        "zoekpunt": "gezochte plek",
        "nieuw_type": "type bij tekenen",
        "nieuw_capaciteit": "plaatsen bij tekenen",
    }
)


@dataclass(frozen=True)
class Verschil:
    """Eén gegeven dat anders is.

    Parameters
    ----------
    kandidaat, naam : str
        Id en naam van de kandidaat; leeg bij een instelling, en voor wie haar niet mag zien.
    wat : str
        Welk gegeven; bij een kandidaat die erbij kwam of wegging ``toegevoegd`` of ``verwijderd``.
    van, naar : str
        De waarde ervoor en erna, in woorden; leeg als die er niet toe doet.
    """

    kandidaat: str
    naam: str
    wat: str
    van: str = ""
    naar: str = ""

    @property
    def zin(self) -> str:
        """Het verschil in één regel."""
        wie = f"{self.naam} ({self.kandidaat}): " if self.kandidaat else ""
        wie = wie or (f"{self.naam}: " if self.naam else "")
        waarden = f": {self.van} → {self.naar}" if self.van or self.naar else ""
        return f"{wie}{self.wat}{waarden}"


def verschillen(
    delta: Json,
    naslag: Naslag,
    namen: Mapping[str, str],
    afgeschermd: Collection[str] | None = None,
) -> tuple[Verschil, ...]:
    """Geef een verandering als regels: eerst de instellingen, dan de kandidaten.

    Parameters
    ----------
    delta : object
        De verandering, zie `delta`.
    naslag : Naslag
        Met de namen van typen en groepen.
    namen : mapping of str to str
        Per id de naam van de kandidaat, voor wie zij niet in de verandering staat.
    afgeschermd : collection of str, optional
        Id's waarvan de lezer niets mag zien dan dat er iets veranderde; None is voor een planner,
        die alles ziet.
    """
    instellingen = (
        verschil
        for veld, paar in delta.get("instellingen", {}).items()
        for verschil in _instelling(veld, paar["van"], paar["naar"], dicht=afgeschermd is not None)
    )
    open_, dicht = [], 0
    for id_, paar in delta.get("kandidaten", {}).items():
        if id_ in (afgeschermd or ()):
            dicht += 1
        else:
            open_ += list(_kandidaat(id_, paar, naslag, namen))
    if dicht:
        meer = f"{getal(dicht)} beschermde locaties" if dicht > 1 else NAAM
        open_.append(Verschil("", meer, "gewijzigd; wat er veranderde is niet gedeeld"))
    return (*instellingen, *open_)


def _kandidaat(
    id_: str, paar: Json, naslag: Naslag, namen: Mapping[str, str]
) -> Iterator[Verschil]:
    van, naar = paar["van"], paar["naar"]
    naam = str((naar or {}).get("naam") or (van or {}).get("naam") or namen.get(id_, id_))
    if van is None or naar is None:
        yield Verschil(id_, naam, "toegevoegd" if van is None else "verwijderd")
        return
    for veld in dict.fromkeys((*van, *naar)):
        if veld != VOLGORDE:
            oud, nieuw = van.get(veld), naar.get(veld)
            yield Verschil(
                id_, naam, _kolomnaam(veld, naslag), _veld(veld, oud, naslag),
                _veld(veld, nieuw, naslag),
            )  # fmt: skip


def _kolomnaam(veld: str, naslag: Naslag) -> str:
    if veld.startswith(AANDEEL):
        groep = naslag.aandachtsgroepen.get(veld.removeprefix(AANDEEL))
        return f"aandeel {groep.naam}" if groep else veld
    return "bron" if veld == "bron" else label(veld)


def label(veld: str) -> str:
    """Geef de naam van een kolom of instelling voor een lezer."""
    return _LABELS.get(veld, veld.replace("_", " "))


def waarde_in_woorden(veld: str, waarde: object, naslag: Naslag, *, instelling: bool) -> str:
    """Geef de waarde van een kolom of instelling zoals een lezer haar kent.

    Parameters
    ----------
    veld : str
        De kolom of instelling, zoals `Botsing` haar noemt; leeg is een hele kandidaat.
    waarde : object
        De waarde in de typen van JSON.
    naslag : Naslag
        Met de namen van typen en groepen.
    instelling : bool
        Of het om een instelling gaat, en niet om een kandidaat.
    """
    if instelling:
        return _WOORDEN.get(veld, _kort)(waarde)
    if veld:
        return _veld(veld, waarde, naslag)
    return "niet in het plan" if waarde is None else "in het plan"


def _veld(veld: str, waarde: object, naslag: Naslag) -> str:
    """De waarde van een kolom van een kandidaat in woorden."""
    if waarde is None or waarde == "":
        return LEEG
    if veld == VORM:
        return _ligging(str(waarde))
    if veld == "type" and str(waarde) in naslag.locatietypen:
        return naslag.locatietypen[str(waarde)].naam
    if veld.startswith(AANDEEL) and isinstance(waarde, int | float):
        return procent(waarde, 1)
    if veld.startswith("beschikbaar_"):
        return datum(str(waarde)[:10])
    return _kort(waarde)


def _ligging(tekst: str) -> str:
    vorm = shapely.from_wkb(tekst)
    midden = vorm.representative_point()
    plek = f"{getal(midden.x)}, {getal(midden.y)}"
    if vorm.geom_type == "Point":
        return f"punt op {plek}"
    return f"vlak van {getal(vorm.area)} m² rond {plek}"


def _instelling(veld: str, van: Any, naar: Any, *, dicht: bool) -> Iterator[Verschil]:  # noqa: ANN401 - JSON
    if veld == "parameters":
        oud, nieuw = dict(van or []), dict(naar or [])
        for id_ in dict.fromkeys((*oud, *nieuw)):
            if oud.get(id_) != nieuw.get(id_):
                yield Verschil(
                    "", "", f"parameter {id_}",
                    _kort(oud[id_]) if id_ in oud else "ingebouwde waarde",
                    _kort(nieuw[id_]) if id_ in nieuw else "ingebouwde waarde",
                )  # fmt: skip
    elif dicht and veld in VERRADERLIJK:
        yield Verschil("", "", label(veld))
    else:
        zeg = _WOORDEN.get(veld, _kort)
        oud_tekst, nieuw_tekst = zeg(van), zeg(naar)
        if oud_tekst == nieuw_tekst:
            # Wat in woorden gelijk lijkt, is toch anders.
            oud_tekst, nieuw_tekst = "", ""
        yield Verschil("", "", label(veld), oud_tekst, nieuw_tekst)


def _rijen(woord: str, meer: str) -> Callable[[Any], str]:
    def zeg(waarde: Any) -> str:  # noqa: ANN401 - JSON
        rijen = waarde.get("rijen", []) if isinstance(waarde, dict) else waarde
        aantal = len(rijen or [])
        return f"{getal(aantal)} {woord if aantal == 1 else meer}" if aantal else "geen"

    return zeg


def _gewichten(waarde: Any) -> str:  # noqa: ANN401 - JSON
    if not waarde:
        return LEEG
    return " · ".join(f"{naam} {kort_getal(waarde.get(naam, 0))}" for naam in CRITERIA)


def _keuze(plan: Json) -> str:
    plaatsen = sum(aantal for _, aantal in plan["plaatsen"])
    return f"{plan['naam']} ({getal(len(plan['plaatsen']))} locaties, {getal(plaatsen)} plaatsen)"


def _gezet(waarde: Json | None) -> list[tuple[str, object]]:
    """De delen van een object die iets zeggen."""
    return [(veld, deel) for veld, deel in (waarde or {}).items() if deel not in (None, [], False)]


_WOORDEN: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "gewichten": _gewichten,
        "eigen_doelen": _rijen("rij", "rijen"),
        "vaste_plaatsen": _rijen("gemeente", "gemeenten"),
        "parameters": lambda w: _kort([f"{id_} = {_kort(waarde)}" for id_, waarde in w or []]),
        "vergunninghouders": lambda w: _kort([f"{h}: {getal(n)}" for h, n in w or []]),
        "gerealiseerd": _rijen("rij", "rijen"),
        "eigen_behoefte": lambda w: _kort(None if w is None else w.get("naam")),
        "plannen": lambda w: _kort([_keuze(plan) for plan in w or []]),
        "opdracht": lambda w: _kort([f"{label(v)} {_kort(x)}" for v, x in _gezet(w)]),
        "vraag": lambda w: _kort([f"{label(v)} {_kort(x)}" for v, x in _gezet(w)]),
        "zoekpunt": lambda w: _kort(None if w is None else w[2] or f"{w[0]:.0f}, {w[1]:.0f}"),
    }
)


def _kort(waarde: object) -> str:
    """Een waarde in woorden, niet langer dan een regel."""
    if waarde is None or waarde in ("", []):
        return LEEG
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float):
        return kort_getal(waarde)
    if isinstance(waarde, list):
        delen = [_kort(deel) for deel in waarde]
        tekst = ", ".join(delen)
    else:
        tekst = str(waarde)
    return tekst if len(tekst) <= _LANG else f"{tekst[: _LANG - 1]}…"
