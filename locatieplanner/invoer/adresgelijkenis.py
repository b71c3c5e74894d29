"""Of een gevonden adres is wat er gevraagd werd, of er alleen op lijkt.

Een adres past als elk woord van de vraag erin voorkomt en er van het huisnummer niets ontbreekt:
wie "Dorpsstraat 12" vraagt, krijgt niet stilzwijgend "Dorpsstraat 12A".
"""

import re
import unicodedata
from collections.abc import Sequence

from locatieplanner.domein.adres import Vondst
from locatieplanner.invoer.opsomming import lijkt_op

_WOORD = re.compile(r"\d+|[a-z]+")
_VULSEL = frozenset({"nr", "nummer", "huisnummer", "nederland"})
_NAMEN = (
    (re.compile(r"\bs[- ]gravenhage\b"), "den haag"),
    (re.compile(r"\bs[- ]hertogenbosch\b"), "den bosch"),
)
"""Plaatsen met twee namen; de BAG kent alleen de eerste."""

_GELIJKENIS = 0.8


def woorden(tekst: str) -> list[str]:
    """Deel tekst in woorden en getallen, zonder hoofdletters, accenten en leestekens.

    >>> woorden("Dorpsstraat 12A-2")
    ['dorpsstraat', '12', 'a', '2']
    """
    los = unicodedata.normalize("NFKD", tekst).casefold()
    los = "".join(teken for teken in los if not unicodedata.combining(teken))
    for naam, ander in _NAMEN:
        los = naam.sub(ander, los)
    return _WOORD.findall(los)


def bevat(vraag: Sequence[str], deel: Sequence[str]) -> bool:
    """Of alle woorden van een deel aaneengesloten in de vraag staan."""
    return bool(deel) and _waar(vraag, deel) is not None


def past(vraag: str, vondst: Vondst) -> bool:
    """Of een vondst precies het gevraagde adres is."""
    rest, straat = _zonder(woorden(vraag), woorden(vondst.straat))
    rest, postcode = _zonder(rest, woorden(vondst.postcode))
    rest, _ = _zonder(rest, woorden(vondst.plaats), achteraan=True)
    nummer = [woord for woord in rest if woord not in _VULSEL]
    return (straat or postcode) and bool(nummer) and nummer == woorden(vondst.huisnummer)


def verwant(vraag: str, vondst: Vondst) -> bool:
    """Of een vondst bedoeld kan zijn: dezelfde postcode, of een straat die erop lijkt."""
    gevraagd = woorden(vraag)
    if bevat(gevraagd, woorden(vondst.postcode)):
        return True
    namen = [woord for woord in woorden(vondst.straat) if len(woord) > 2]
    return any(lijkt_op(naam, gevraagd, _GELIJKENIS) for naam in namen)


def _zonder(
    vraag: list[str], deel: Sequence[str], *, achteraan: bool = False
) -> tuple[list[str], bool]:
    """Haal een deel uit een vraag; geef wat er overblijft, en of het erin stond."""
    plek = _waar(vraag, deel, achteraan=achteraan) if deel else None
    if plek is None:
        return vraag, False
    return [*vraag[:plek], *vraag[plek + len(deel) :]], True


def _waar(vraag: Sequence[str], deel: Sequence[str], *, achteraan: bool = False) -> int | None:
    plekken = [
        plek
        for plek in range(len(vraag) - len(deel) + 1)
        if list(vraag[plek : plek + len(deel)]) == list(deel)
    ]
    return None if not plekken else plekken[-1] if achteraan else plekken[0]
