"""De link naar een plan: welk plan, welke versie, en hoe er gekeken werd.

Wie de link opent, heeft een rol in het project nodig; de link zelf geeft geen toegang.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.fouten import GewichtenFout
from locatieplanner.scherm.toestand import Toestand

PLAN, VERSIE = "plan", "versie"
BEELD = frozenset({"provincie", "kandidaat", "gewichten"})
"""In het adres: hoe er gekeken werd; geldt één keer."""

_SLEUTEL_TEKENS = 64


@dataclass(frozen=True)
class Deellink:
    """Waar een link heen wijst.

    Parameters
    ----------
    plan : str
        Sleutel van het plan.
    versie : int or None
        Welke versie; None is de laatste.
    """

    plan: str
    versie: int | None = None


def lees_link(vraag: Mapping[str, str]) -> Deellink | None:
    """Geef waar een link heen wijst, of None als er geen plan in staat."""
    plan = vraag.get(PLAN, "")
    if not plan or len(plan) > _SLEUTEL_TEKENS:
        return None
    versie = vraag.get(VERSIE, "")
    # Alleen cijfers van 0 tot 9, en niet meer dan een plan ooit krijgt.
    klopt = versie.isascii() and versie.isdigit() and len(versie) < 10
    return Deellink(plan, int(versie) if klopt else None)


def met_beeld(toestand: Toestand, vraag: Mapping[str, str]) -> Toestand:
    """Geef de toestand zoals de link haar liet zien; wat er niet (meer) is, doet niet mee."""
    provincie = vraag.get("provincie", "")
    if provincie in PROVINCIES:
        toestand = toestand.met_provincie(provincie)
    gewichten = _lees_gewichten(vraag.get("gewichten", ""))
    if gewichten is not None:
        toestand = replace(toestand, gewichten=gewichten)
    kandidaat = vraag.get("kandidaat", "")
    if kandidaat in toestand.kandidaten.index and kandidaat not in toestand.afgeschermd:
        toestand = toestand.met_keuze(kandidaat, spring=True)
    return toestand


def schrijf_link(adres: str, plan: str, toestand: Toestand, versie: int | None = None) -> str:
    """Geef de link naar een plan zoals het nu te zien is.

    Parameters
    ----------
    adres : str
        Adres van de pagina, zonder vraag.
    plan : str
        Sleutel van het plan.
    toestand : Toestand
        Wat er te zien is.
    versie : int, optional
        Een vaste versie; zonder wijst de link naar de laatste.
    """
    vraag = {PLAN: plan}
    if versie is not None:
        vraag[VERSIE] = str(versie)
    if toestand.provincie is not None:
        vraag["provincie"] = toestand.provincie
    if toestand.gekozen is not None and toestand.gekozen not in toestand.afgeschermd:
        vraag["kandidaat"] = toestand.gekozen
    vraag["gewichten"] = "-".join(f"{getattr(toestand.gewichten, naam):g}" for naam in CRITERIA)
    return f"{adres.split('?')[0]}?{urlencode(vraag)}"


def _lees_gewichten(tekst: str) -> Gewichten | None:
    delen = tekst.split("-")
    if len(delen) != len(CRITERIA):
        return None
    try:
        return Gewichten.uit_getallen(dict(zip(CRITERIA, map(float, delen), strict=True)))
    except (ValueError, GewichtenFout):
        return None
