"""De beschrijving van een laag: is zij zo dat er opgehaald en getoetst kan worden?"""

from collections.abc import Iterator
from string import Formatter
from urllib.parse import urlsplit

from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.dienst import JAAR, Dienst, Dienstsoort
from locatieplanner.bronnen.osmkeuze import Kenmerken, Onderdeel
from locatieplanner.domein.toets import Predicaat, Regel

_NAAM, _AFSTAND = "naam", "afstand"


def gebreken(laag: Laag) -> list[str]:
    """Zeg wat er aan de beschrijving van een laag mankeert; leeg is in orde.

    Er wordt niets opgehaald: of de dienst ook antwoordt, blijkt bij het ophalen.
    """
    uit = [] if laag.dienst is None else list(_dienst(laag, laag.dienst))
    return [*uit, *(gebrek for regel in laag.regels for gebrek in _regel(laag, regel))]


def _dienst(laag: Laag, dienst: Dienst) -> Iterator[str]:
    adres = urlsplit(dienst.adres.replace(JAAR, "2000"))
    if adres.scheme != "https" or not adres.hostname:
        yield f"het adres '{dienst.adres}' begint niet met https://"
    if "{" in adres.path or "}" in adres.path:
        yield f"in het adres '{dienst.adres}' kan tussen accolades alleen {JAAR} staan"
    if not dienst.onderdeel or not dienst.naam:
        yield "de dienst heeft geen naam of geen onderdeel"
    if dienst.soort is Dienstsoort.OSM:
        yield from _osm(laag, dienst)
        return
    if not dienst.kolommen:
        yield "de dienst noemt geen kolommen"
    leeg = sorted(naam for naam, namen in dienst.kolommen.items() if not all(namen) or not namen)
    if leeg:
        yield f"de dienst noemt geen naam voor {', '.join(leeg)}"
    if dienst.sleutel and dienst.sleutel not in dienst.kolommen:
        yield f"de sleutel {dienst.sleutel} staat niet bij de kolommen van de dienst"


def _osm(laag: Laag, dienst: Dienst) -> Iterator[str]:
    keuzes: dict[str, dict[str, tuple[Kenmerken, ...]]] = {
        Onderdeel.VOORZIENINGEN: {id_: deel.kenmerken for id_, deel in laag.categorieen.items()},
        Onderdeel.STRATEN: {id_: deel.wel for id_, deel in laag.wijzen.items()},
    }
    if dienst.onderdeel not in keuzes:
        yield f"het onderdeel '{dienst.onderdeel}' kan niet; kies uit {', '.join(Onderdeel)}"
        return
    gekozen = keuzes[dienst.onderdeel]
    zonder = sorted(id_ for id_, kenmerken in gekozen.items() if not kenmerken)
    if zonder or not gekozen:
        yield f"geen tags om op te zoeken: {', '.join(zonder) or dienst.onderdeel}"


def _regel(laag: Laag, regel: Regel) -> Iterator[str]:
    geleverd = laag.kolommen.keys() if laag.dienst is None else laag.dienst.kolommen.keys()
    wat = f"een regel met {regel.gebruik}"
    vreemd = sorted(set(regel.waar) - geleverd)
    if vreemd:
        yield f"{wat} kijkt naar {', '.join(vreemd)}, en die kolom is er niet"
    try:
        velden = {veld for _, veld, _, _ in Formatter().parse(regel.tekst) if veld is not None}
    except ValueError:
        yield f"{wat} heeft een accolade te veel of te weinig in de tekst"
        return
    onbekend = sorted(velden - {_NAAM, _AFSTAND})
    if onbekend:
        yield f"{wat} noemt in de tekst {', '.join(onbekend)}; alleen naam en afstand kan"
    if _NAAM in velden and _NAAM not in geleverd:
        yield f"{wat} noemt de naam, maar er is geen kolom naam"
    if _AFSTAND in velden and regel.predicaat is not Predicaat.NABIJ:
        yield f"{wat} noemt de afstand, maar geldt alleen binnen het vlak"
    if laag.dienst is not None and not laag.dienst.heel and laag.rand_m < regel.afstand_m:
        yield f"{wat} reikt verder dan rand_m: aan de rand van het gebied is niet alles bekend"
