"""Wat er bewaard mag worden: grenzen aan tekst en vorm, en geen tekens die niets tonen.

Een scherm of bestand keurde de gegevens al; hier nog eens, want alles wat bewaard wordt komt hier
langs en niet alles komt van een scherm.
"""

import unicodedata
from collections.abc import Iterable, Mapping

import pandas as pd
import shapely

from locatieplanner.domein.gebied import RD_OMVANG
from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import LocatieplannerFout, PlanFout
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN
from locatieplanner.invoer.persoonsgegevens import toets_vrije_tekst
from locatieplanner.invoer.teksten import als_tekst
from locatieplanner.invoer.wkb import is_veilig_wkb
from locatieplanner.opslag import json_instellingen, json_kandidaten
from locatieplanner.opslag.canoniek import Json, canoniek
from locatieplanner.opslag.json_kandidaten import VOLGORDE, VORM
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import ARCHIEF, INSTELLINGEN, NAAM

NAAM_TEKENS = STANDAARDGRENZEN.naam_tekens
TEKST_TEKENS = STANDAARDGRENZEN.tekst_tekens
VORM_BYTES = 1_000_000
"""Grootste vorm: ruim zestigduizend hoekpunten."""

INSTELLING_TEKENS = 2_000_000
"""Grootste instelling als tekst: ruim een getal per gemeente en halfjaar voor tien jaar."""

_ONZICHTBAAR = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_RICHTING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_VORMEN = frozenset({"Point", "Polygon", "MultiPolygon"})


def schone_tekst(tekst: str, wat: str, maximum: int = TEKST_TEKENS, *, verplicht: bool) -> str:
    """Geef tekst die iemand typte zonder stuurtekens en overbodige spaties.

    Parameters
    ----------
    tekst : str
        Wat er getypt is.
    wat : str
        Wat het is, voor de melding, met lidwoord.
    maximum : int, optional
        Grootste lengte in tekens.
    verplicht : bool
        Of er iets in moet staan.

    Raises
    ------
    PlanFout
        Als zij te lang is, leeg is en dat niet mag, of op gegevens van een persoon lijkt.
    """
    if not tekst and not verplicht:
        return ""
    reeks = als_tekst(pd.Series([tekst], dtype="object"))
    schoon = str(reeks.iloc[0])
    if verplicht and not schoon:
        raise PlanFout(f"{wat} is leeg. Vul haar in.")
    if len(schoon) > maximum:
        raise PlanFout(
            f"{wat} is {getal(len(schoon))} tekens lang; er passen er {getal(maximum)}. "
            "Kort haar in."
        )
    if toets_vrije_tekst(reeks, ""):
        raise PlanFout(
            f"{wat} lijkt gegevens van een persoon te bevatten (een BSN, mobiel nummer of "
            "e-mailadres). Haal die weg: zij worden niet bewaard."
        )
    return schoon


def keur_kandidaten(kandidaten: Mapping[str, Json], naslag: Naslag) -> None:
    """Controleer kandidaten die bewaard gaan worden.

    Parameters
    ----------
    kandidaten : mapping of str to object
        Per id de hele kandidaat.
    naslag : Naslag
        Met de typen en de kolommen.

    Raises
    ------
    PlanFout
        Met alle problemen tegelijk, per kandidaat.
    """
    problemen = [
        f"Kandidaat '{_kort(id_)}': {probleem}."
        for id_, velden in kandidaten.items()
        for probleem in _problemen(id_, velden, naslag)
    ]
    if problemen:
        rest = len(problemen) - 20
        erbij = [f"En nog {getal(rest)} problemen."] if rest > 0 else []
        raise PlanFout("\n".join([*problemen[:20], *erbij]))


def keur_instellingen(instellingen: Mapping[str, object]) -> None:
    """Controleer instellingen die bewaard gaan worden.

    Raises
    ------
    PlanFout
        Als er een niet bestaat, niet klopt, te groot is, of tekst heeft met tekens die niets tonen.
    """
    for veld, waarde in instellingen.items():
        if not _klopt(veld, waarde):
            raise PlanFout(
                f"De instelling {_kort(veld)} is niet te gebruiken zoals zij er staat. Zet haar "
                "opnieuw."
            )
        if len(canoniek(waarde)) > INSTELLING_TEKENS:
            raise PlanFout(f"De instelling {veld} is te groot om te bewaren. Maak haar kleiner.")
        if any(not is_zichtbaar(tekst) for tekst in _teksten(waarde)):
            raise PlanFout(
                f"In de instelling {veld} staan tekens die niets tonen. Typ de tekst opnieuw."
            )


def _klopt(veld: str, waarde: object) -> bool:
    if veld == NAAM:
        return isinstance(waarde, str) and 0 < len(waarde) <= NAAM_TEKENS
    if veld == ARCHIEF:
        return isinstance(waarde, bool)
    if veld not in INSTELLINGEN:
        return False
    try:
        json_instellingen.veld_uit_json(veld, waarde)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, LocatieplannerFout):
        return False
    return True


def is_zichtbaar(tekst: str) -> bool:
    """Of een tekst alleen tekens heeft die op één regel te tonen en te bewaren zijn."""
    return (tekst.isascii() and tekst.isprintable()) or not any(map(_verborgen, tekst))


def _verborgen(teken: str) -> bool:
    return teken in _RICHTING or unicodedata.category(teken) in _ONZICHTBAAR


def _problemen(id_: str, velden: Json, naslag: Naslag) -> Iterable[str]:
    if not id_ or len(id_) > NAAM_TEKENS or not is_zichtbaar(id_):
        yield f"het id is leeg, langer dan {getal(NAAM_TEKENS)} tekens of niet te lezen"
    for veld, waarde in velden.items():
        if isinstance(waarde, str) and veld != VORM:
            grens = NAAM_TEKENS if veld == "naam" else TEKST_TEKENS
            if len(waarde) > grens:
                yield f"{veld} is langer dan {getal(grens)} tekens"
            elif not is_zichtbaar(waarde):
                yield f"in {veld} staan tekens die niets tonen"
    if not velden.get("naam"):
        yield "de naam ontbreekt"
    if velden.get("type") not in naslag.locatietypen:
        yield f"het type '{_kort(str(velden.get('type', '')))}' bestaat niet"
    if velden.get("status") not in set(Kandidaatstatus):
        yield "de status bestaat niet"
    if not isinstance(velden.get("capaciteit"), int) or velden["capaciteit"] < 1:
        yield "de capaciteit is geen aantal van 1 of meer"
    vreemd = set(velden) - {*naslag.kolommen, VOLGORDE}
    if vreemd:
        yield f"{', '.join(map(_kort, sorted(vreemd)))} is geen kolom van een kandidaat"
    elif not json_kandidaten.passende_velden(velden):
        yield "een waarde is niet van de soort van haar kolom"
    vorm = _vormprobleem(velden.get(VORM))
    if vorm:
        yield vorm


def _vormprobleem(tekst: object) -> str:
    if not isinstance(tekst, str):
        return "de ligging ontbreekt"
    if len(tekst) > 2 * VORM_BYTES:
        return f"de vorm is groter dan {getal(VORM_BYTES)} bytes; teken haar grover"
    try:
        ruw = bytes.fromhex(tekst)
        vorm = shapely.from_wkb(ruw) if is_veilig_wkb([ruw]) else None
    except (ValueError, IndexError, shapely.errors.ShapelyError):
        vorm = None
    if vorm is None or vorm.geom_type not in _VORMEN or vorm.is_empty:
        return "de ligging is geen punt of vlak"
    x_min, y_min, x_max, y_max = vorm.bounds
    west, zuid, oost, noord = RD_OMVANG
    # Ook oneindig en NaN vallen hierbuiten.
    if not (west <= x_min <= x_max <= oost and zuid <= y_min <= y_max <= noord):
        return "de ligging valt buiten het gebied van RD"
    return ""


def _teksten(waarde: object) -> Iterable[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from (naam, *_teksten(deel))


def _kort(tekst: str) -> str:
    schoon = "".join(t if t.isprintable() else " " for t in tekst[:40])
    return schoon if len(tekst) <= 40 else f"{schoon}…"
