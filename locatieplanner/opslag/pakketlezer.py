"""Een ingepakt plan lezen en narekenen, voordat er iets van in de database komt.

Het bestand kan van iedereen komen. Uitgepakt wordt binnen grenzen; de keten, elke verandering, elke
kandidaat die er ooit in stond en elke instelling worden gekeurd.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout, PlanFout
from locatieplanner.invoer.bestandsgrenzen import MB, Bestandsgrenzen
from locatieplanner.invoer.uitpakken import lees_leden
from locatieplanner.opslag.canoniek import Json, canoniek
from locatieplanner.opslag.canoniek import lees as lees_json
from locatieplanner.opslag.delta import INSTELLINGEN, KANDIDATEN, NAAR, VAN, Stand
from locatieplanner.opslag.gebeurtenis import Gebeurtenis, Soort, ketenfouten
from locatieplanner.opslag.keuring import (
    NAAM_TEKENS,
    TEKST_TEKENS,
    is_zichtbaar,
    keur_instellingen,
    keur_kandidaten,
)
from locatieplanner.opslag.lezen import als_inhoud
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import ARCHIEF, NAAM

FORMAAT = 1
PLAN, LOGBOEK = "plan.json", "logboek.jsonl"

GRENZEN = Bestandsgrenzen(bytes=50 * MB, uitgepakt_bytes=250 * MB, leden=20, rijen=200_000)
"""Hoe groot een ingepakt plan mag zijn."""

_OPNIEUW = "Maak het opnieuw: locatieplanner plan exporteer."
_SOORTEN: Mapping[str, type | tuple[type, ...]] = MappingProxyType(
    {
        "nummer": int,
        "tijd": str,
        "wie": str,
        "naam": str,
        "soort": str,
        "inhoud": str,
        "waarom": str,
        "doel": (int, type(None)),
        "vorige": str,
        "hash": str,
    }
)


@dataclass
class Pakket:
    """Wat er in een ingepakt plan staat, nagekeken.

    Parameters
    ----------
    plan : str
        Sleutel van het plan waar het van gemaakt is.
    gebeurtenissen : list of Gebeurtenis
        Het hele logboek.
    stand : Stand
        De stand na de laatste.
    versies, instellingversies : dict of str to int
        Per kandidaat en per instelling de laatste gebeurtenis die haar veranderde.
    afgeschermd : set of str
        Wie ooit een beschermde ligging had.
    """

    plan: str
    gebeurtenissen: list[Gebeurtenis]
    stand: Stand = field(default_factory=Stand)
    versies: dict[str, int] = field(default_factory=dict)
    instellingversies: dict[str, int] = field(default_factory=dict)
    afgeschermd: set[str] = field(default_factory=set)

    @property
    def naam(self) -> str:
        """De naam van het plan."""
        return str(self.stand.instellingen[NAAM])

    @property
    def gearchiveerd(self) -> bool:
        """Of het in het archief stond."""
        return bool(self.stand.instellingen[ARCHIEF])


def lees(inhoud: bytes, naslag: Naslag) -> Pakket:
    """Lees een ingepakt plan.

    Raises
    ------
    BestandFout
        Als het bestand niet te lezen is, te groot is, of de keten niet klopt.
    PlanFout
        Als er iets in staat wat niet bewaard mag worden.
    """
    if len(inhoud) > GRENZEN.bytes:
        raise BestandFout(
            f"Dit bestand is groter dan {getal(GRENZEN.bytes / MB)} MB en is geen ingepakt plan. "
            "Kies een ander bestand."
        )
    if not inhoud.startswith(b"PK"):
        raise BestandFout(f"Dit bestand is geen ingepakt plan. {_OPNIEUW}")
    leden: dict[str, bytes] = {}
    for pad, ruw in lees_leden(inhoud, GRENZEN):
        if str(pad) in leden:
            raise BestandFout(f"In dit bestand staat {pad.name} twee keer. {_OPNIEUW}")
        leden[str(pad)] = ruw
    if not {PLAN, LOGBOEK} <= set(leden):
        raise BestandFout(f"In dit bestand ontbreekt {PLAN} of {LOGBOEK}. {_OPNIEUW}")
    kop = _kop(leden[PLAN])
    pakket = Pakket(str(kop["plan"])[:32], _gebeurtenissen(leden[LOGBOEK]))
    laatste = pakket.gebeurtenissen[-1]
    if (laatste.nummer, laatste.hash) != (kop["nummer"], kop["hash"]):
        raise BestandFout(f"Het logboek in dit bestand is niet volledig. {_OPNIEUW}")
    _speel_na(pakket, naslag)
    pakket.afgeschermd |= {str(id_) for id_ in kop["afgeschermd"] if len(str(id_)) <= NAAM_TEKENS}
    return pakket


def _kop(ruw: bytes) -> Json:
    kop = _object(ruw, PLAN)
    if kop.get("formaat") != FORMAAT:
        raise BestandFout(
            "Dit plan is ingepakt door een andere versie van het programma. Installeer de nieuwste."
        )
    goed = isinstance(kop.get("afgeschermd"), list) and isinstance(kop.get("plan"), str)
    if not goed or not isinstance(kop.get("nummer"), int) or "hash" not in kop:
        raise BestandFout(f"{PLAN} in dit bestand is niet te lezen. {_OPNIEUW}")
    return kop


def _gebeurtenissen(ruw: bytes) -> list[Gebeurtenis]:
    regels = ruw.split(b"\n")
    if len(regels) > GRENZEN.rijen:
        raise BestandFout(f"Dit plan heeft meer dan {getal(GRENZEN.rijen)} gebeurtenissen.")
    lijst = [
        _gebeurtenis(_object(regel, f"regel {nummer} van {LOGBOEK}"), nummer)
        for nummer, regel in enumerate(regels, start=1)
        if regel
    ]
    fout = next(ketenfouten(lijst), None) if lijst else "er staat geen enkele gebeurtenis in"
    if fout:
        raise BestandFout(
            f"Het logboek in dit bestand klopt niet: {fout}. Het is na het inpakken veranderd. "
            f"{_OPNIEUW}"
        )
    return lijst


def _gebeurtenis(velden: Json, regel: int) -> Gebeurtenis:
    if set(velden) != set(_SOORTEN) or not all(
        isinstance(velden[naam], soort) and not isinstance(velden[naam], bool)
        for naam, soort in _SOORTEN.items()
    ):
        raise _niet_te_lezen(regel)
    try:
        tijd, soort = datetime.fromisoformat(velden["tijd"]), Soort(velden["soort"])
    except ValueError:
        raise _niet_te_lezen(regel) from None
    teksten = (
        (velden["wie"], 255),
        (velden["naam"], NAAM_TEKENS),
        (velden["waarom"], TEKST_TEKENS),
    )
    if tijd.tzinfo is not UTC and tijd.utcoffset() != UTC.utcoffset(None):
        raise _niet_te_lezen(regel)
    if any(len(tekst) > grens or not is_zichtbaar(tekst) for tekst, grens in teksten):
        raise _niet_te_lezen(regel)
    return Gebeurtenis(**{**velden, "soort": soort})


def _speel_na(pakket: Pakket, naslag: Naslag) -> None:
    """Speel het logboek na en keur alles wat er ooit in stond."""
    for gebeurtenis in pakket.gebeurtenissen:
        delta = _delta(gebeurtenis)
        pakket.stand.pas_toe(delta)
        geraakt = {
            id_: pakket.stand.kandidaten[id_]
            for id_ in delta.get(KANDIDATEN, {})
            if id_ in pakket.stand.kandidaten
        }
        keur_kandidaten(geraakt, naslag)
        keur_instellingen({v: p[NAAR] for v, p in delta.get(INSTELLINGEN, {}).items()})
        pakket.afgeschermd |= {i for i, velden in geraakt.items() if naslag.is_beschermd(velden)}
        pakket.versies |= dict.fromkeys(geraakt, gebeurtenis.nummer)
        pakket.instellingversies |= dict.fromkeys(delta.get(INSTELLINGEN, {}), gebeurtenis.nummer)
    if not {NAAM, ARCHIEF} <= pakket.stand.instellingen.keys():
        raise PlanFout(f"Het plan in dit bestand heeft geen bruikbare naam. {_OPNIEUW}")
    als_inhoud(pakket.stand, naslag)


def _delta(gebeurtenis: Gebeurtenis) -> Json:
    """De verandering, als zij de goede vorm heeft."""
    delta = _object(gebeurtenis.inhoud.encode("utf-8"), f"gebeurtenis {gebeurtenis.nummer}")
    if canoniek(delta) != gebeurtenis.inhoud:
        raise _niet_te_lezen(gebeurtenis.nummer)
    if gebeurtenis.soort is Soort.OPMERKING:
        teksten = (delta.get("kandidaat"), delta.get("tekst"))
        if set(delta) != {"kandidaat", "tekst"} or not all(
            isinstance(t, str) and len(t) <= TEKST_TEKENS and is_zichtbaar(t) for t in teksten
        ):
            raise _niet_te_lezen(gebeurtenis.nummer)
        return delta
    paren = (*_paren(delta, KANDIDATEN), *_paren(delta, INSTELLINGEN))
    goed = all(isinstance(paar, dict) and set(paar) == {VAN, NAAR} for paar in paren)
    objecten = all(
        isinstance(paar[deel], dict | None)
        for paar in (_paren(delta, KANDIDATEN) if goed else ())
        for deel in (VAN, NAAR)
    )
    if not goed or not objecten:
        raise _niet_te_lezen(gebeurtenis.nummer)
    return delta


def _paren(delta: Json, deel: str) -> tuple[Any, ...]:
    paren = delta.get(deel, {})
    return tuple(paren.values()) if isinstance(paren, dict) else (None,)


def _object(ruw: bytes, wat: str) -> Json:
    try:
        gelezen = lees_json(ruw.decode("utf-8"))
    except ValueError:
        gelezen = None
    if not isinstance(gelezen, dict):
        raise BestandFout(f"In dit bestand is {wat} niet te lezen. {_OPNIEUW}")
    return gelezen


def _niet_te_lezen(nummer: int) -> BestandFout:
    return BestandFout(f"Gebeurtenis {nummer} in dit bestand is niet te lezen. {_OPNIEUW}")
