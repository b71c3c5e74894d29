"""Wat een WFS kan: haar lagen, en van een laag de stelsels en de vormen van uitvoer."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, dienstfout, zonder_ruimte
from locatieplanner.bronnen.dienst import Dienst
from locatieplanner.domein.gebied import RD

_RD_CODE = RD.partition(":")[2]


@dataclass(frozen=True)
class Mogelijkheden:
    """Hoe een laag van een WFS te bevragen is.

    Parameters
    ----------
    typenaam : str
        De volledige naam van de laag bij de dienst.
    rd : str
        Hoe de dienst RD noemt.
    json : str
        Hoe de dienst GeoJSON noemt; leeg als zij dat niet geeft, dan wordt het GML.
    hoogstens : int or None
        Zoveel vormen geeft de dienst hoogstens in één antwoord, als zij dat zegt.
    """

    typenaam: str
    rd: str
    json: str
    hoogstens: int | None


def lees_mogelijkheden(dienst: Dienst, wortel: Element) -> Mogelijkheden:
    """Lees het antwoord op GetCapabilities.

    Raises
    ------
    DienstFout
        Als de laag er niet is of niet in RD te krijgen is.
    """
    lagen = {_tekst(laag, "Name"): laag for laag in _alle(wortel, "FeatureType")}
    passend = [naam for naam in lagen if dienst.onderdeel in {naam, naam.rpartition(":")[2]}]
    if not passend:
        raise dienstfout(
            dienst.naam,
            f"heeft geen laag {dienst.onderdeel}; zij heeft wel {', '.join(lagen) or 'niets'}",
            HERSTEL_CATALOGUS,
        )
    laag = lagen[passend[0]]
    stelsels = [
        (element.text or "").strip()
        for soort in ("DefaultCRS", "OtherCRS")
        for element in _alle(laag, soort)
    ]
    rd = next((stelsel for stelsel in stelsels if stelsel.endswith(_RD_CODE)), "")
    if not rd:
        raise dienstfout(
            dienst.naam,
            f"geeft {dienst.onderdeel} niet in RD maar in {', '.join(stelsels) or 'niets'}",
            HERSTEL_CATALOGUS,
        )
    return Mogelijkheden(passend[0], rd, _json(_uitvoer(wortel, laag)), _hoogstens(wortel))


def _json(vormen: list[str]) -> str:
    """Kies GeoJSON uit de vormen van uitvoer; JSON met een functie eromheen (JSONP) niet."""
    json = [vorm for vorm in vormen if "json" in vorm.lower() and "callback" not in vorm.lower()]
    return next((vorm for vorm in json if vorm.startswith("application/")), next(iter(json), ""))


def _uitvoer(wortel: Element, laag: Element) -> list[str]:
    """Geef de vormen van uitvoer: die van de laag zelf, of anders die van GetFeature."""
    eigen = [(vorm.text or "").strip() for vorm in _alle(laag, "Format")]
    return eigen or [
        (waarde.text or "").strip()
        for bewerking in _alle(wortel, "Operation")
        if bewerking.get("name") == "GetFeature"
        for parameter in _alle(bewerking, "Parameter")
        if parameter.get("name") == "outputFormat"
        for waarde in _alle(parameter, "Value")
    ]


def _hoogstens(wortel: Element) -> int | None:
    for eis in _alle(wortel, "Constraint"):
        if eis.get("name") == "CountDefault":
            waarde = _tekst(eis, "DefaultValue")
            return int(waarde) if waarde.isdecimal() else None
    return None


def _alle(wortel: Element, naam: str) -> Iterator[Element]:
    return (element for element in wortel.iter() if zonder_ruimte(element.tag) == naam)


def _tekst(wortel: Element, naam: str) -> str:
    return next(((element.text or "").strip() for element in _alle(wortel, naam)), "")
