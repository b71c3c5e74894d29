"""Adressen zonder coördinaten opzoeken, en zeggen wat er niet eenduidig is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from locatieplanner.domein.adres import Adreszoeker, Vondst
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import DienstFout
from locatieplanner.invoer.adresgelijkenis import past, verwant
from locatieplanner.invoer.adresvraag import adresteksten, adresvragen, heeft_adres
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.coordinaten import Ligging
from locatieplanner.invoer.kolommen import ADRES, POSTCODE
from locatieplanner.invoer.kopregel import Kop
from locatieplanner.invoer.opsomming import aangehaald
from locatieplanner.invoer.persoonsgegevens import toets_vrije_tekst
from locatieplanner.invoer.probleem import Probleem, bestandsmelding, per_rij
from locatieplanner.invoer.stelsel import Vormen
from locatieplanner.invoer.teksten import toets_tekst

_GENOEMD = 5
_ZELFDE_PLEK_M = 1.0
_ZELF = "vul x en y (RD) of lon en lat (graden) in"


@dataclass(frozen=True)
class _Uitkomst:
    """Wat een vraag opleverde: een vondst, of waarom niet en wat dan te doen."""

    vondst: Vondst | None
    wat: str = ""
    herstel: str = ""


def zoek_adressen(
    ligging: Ligging, kop: Kop, zoeker: Adreszoeker, grenzen: Bestandsgrenzen
) -> Ligging:
    """Zoek de plek van rijen die wel een adres hebben en geen coördinaten.

    Naar de dienst gaat alleen het adres, en hetzelfde adres maar één keer.

    Parameters
    ----------
    ligging : Ligging
        Wat er uit coördinaten en vormen al bekend is.
    kop : Kop
        Met de kolommen van het bestand.
    zoeker : Adreszoeker
        Wie de adressen opzoekt.
    grenzen : Bestandsgrenzen
        Hoeveel adressen opgezocht worden, en hoe lang zij mogen zijn.

    Returns
    -------
    Ligging
        Met de gevonden punten. Elk adres dat niet of niet eenduidig gevonden is, heeft een fout;
        doet de dienst het niet, dan zegt één melding waarom.
    """
    rijen = pd.Index(ligging.ontbreekt.index[ligging.ontbreekt.to_numpy(dtype=bool)])
    vragen = adresvragen(kop, rijen)
    vragen = vragen[vragen != ""]
    if vragen.empty:
        return ligging
    tekstfouten = _toets_teksten(kop, pd.Index(vragen.index), grenzen)
    vragen = vragen.drop(index=list({p.rij for p in tekstfouten}))
    uitkomsten, melding = _beantwoord(dict.fromkeys(vragen), zoeker, grenzen.adressen)
    vormen, gevonden = _met_punten(ligging, vragen, uitkomsten)
    afgehandeld = [*vragen.index, *(p.rij for p in tekstfouten)]
    return Ligging(
        vormen=vormen,
        ontbreekt=ligging.ontbreekt & ~ligging.ontbreekt.index.isin(afgehandeld),
        problemen=(
            *ligging.problemen,
            *melding,
            *_meld_gevonden(gevonden, zoeker),
            *tekstfouten,
            *_niet_gevonden(vragen, uitkomsten, kop),
        ),
    )


def sla_adressen_over(ligging: Ligging, kop: Kop) -> Ligging:
    """Laat adressen voor wat zij zijn: het bestand is om iets anders al niet te gebruiken."""
    return replace(ligging, ontbreekt=ligging.ontbreekt & ~heeft_adres(kop, ligging.ontbreekt))


def _toets_teksten(kop: Kop, rijen: pd.Index, grenzen: Bestandsgrenzen) -> list[Probleem]:
    """Controleer de tekst van een adres voordat zij de deur uit gaat."""
    return [
        probleem
        for kolom, tekst in adresteksten(kop, rijen).items()
        for probleem in (
            *toets_tekst(tekst, kop.naam(kolom), grenzen.naam_tekens),
            *toets_vrije_tekst(tekst, kop.naam(kolom)),
        )
    ]


def _beantwoord(
    vragen: Mapping[str, None], zoeker: Adreszoeker, meeste: int
) -> tuple[dict[str, _Uitkomst], list[Probleem]]:
    """Stel elke vraag één keer; na een fout van de dienst geen enkele meer."""
    if len(vragen) > meeste:
        wat = (
            f"er staan {getal(len(vragen))} verschillende adressen zonder coördinaten in; er "
            f"worden er hoogstens {getal(meeste)} opgezocht, en nu dus geen"
        )
        herstel = "splits het bestand, of voeg coördinaten toe"
        niet = _Uitkomst(None, "het adres is niet opgezocht: het zijn er te veel", _ZELF)
        return dict.fromkeys(vragen, niet), [bestandsmelding(wat, herstel)]
    uitkomsten: dict[str, _Uitkomst] = {}
    try:
        for vraag in vragen:
            uitkomsten[vraag] = _kies(vraag, zoeker.zoek(vraag), zoeker.naam)
    except DienstFout as fout:
        niet = _Uitkomst(
            None,
            f"het adres is niet opgezocht, want {zoeker.naam} deed het niet",
            f"probeer het later opnieuw, of {_ZELF}",
        )
        wat = (
            "niet alle adressen zijn opgezocht; rijen met coördinaten zijn gewoon te gebruiken. "
            f"{str(fout).rstrip('. ')}"
        )
        return {**dict.fromkeys(vragen, niet), **uitkomsten}, [bestandsmelding(wat)]
    return uitkomsten, []


def _kies(vraag: str, vondsten: tuple[Vondst, ...], dienst: str) -> _Uitkomst:
    passend = [vondst for vondst in vondsten if past(vraag, vondst)]
    if passend and all(v.punt.dwithin(passend[0].punt, _ZELFDE_PLEK_M) for v in passend):
        return _Uitkomst(passend[0])
    if passend:
        wat = "dit adres is er op meer plekken"
        return _Uitkomst(None, wat, _bedoelt_u(passend))
    lijkt = [vondst for vondst in vondsten if verwant(vraag, vondst)]
    wat = f"dit adres is niet gevonden bij {dienst}"
    if not lijkt:
        return _Uitkomst(None, wat, f"controleer het adres, of {_ZELF}")
    return _Uitkomst(None, wat, _bedoelt_u(lijkt))


def _bedoelt_u(vondsten: Iterable[Vondst]) -> str:
    namen = list(dict.fromkeys(vondst.weergavenaam for vondst in vondsten))
    genoemd = aangehaald(namen[:_GENOEMD])
    keuze = " of ".join(filter(None, (", ".join(genoemd[:-1]), genoemd[-1])))
    meer = ", of een van de andere" if len(namen) > _GENOEMD else ""
    return f"bedoelt u {keuze}{meer}? Schrijf het adres dan zo, of {_ZELF}"


def _met_punten(
    ligging: Ligging, vragen: pd.Series, uitkomsten: Mapping[str, _Uitkomst]
) -> tuple[Vormen, int]:
    """Zet de gevonden punten tussen de vormen; geef ook hoeveel het er zijn."""
    vormen, gevonden = ligging.vormen.copy(), 0
    plekken = ligging.ontbreekt.index.get_indexer(vragen.index)
    for plek, vraag in zip(plekken, vragen, strict=True):
        vondst = uitkomsten[vraag].vondst
        if vondst is not None:
            vormen[plek] = vondst.punt
            gevonden += 1
    return vormen, gevonden


def _meld_gevonden(aantal: int, zoeker: Adreszoeker) -> list[Probleem]:
    if not aantal:
        return []
    adressen = "1 adres is" if aantal == 1 else f"{getal(aantal)} adressen zijn"
    return [
        bestandsmelding(
            f"{adressen} gevonden bij {zoeker.naam}; de plek is het adrespunt",
            "kijk op de kaart of dat de plek is die u bedoelt",
        )
    ]


def _niet_gevonden(
    vragen: pd.Series, uitkomsten: Mapping[str, _Uitkomst], kop: Kop
) -> list[Probleem]:
    kolom = kop.naam(ADRES if ADRES in kop.kolommen else POSTCODE)
    return per_rij(
        vragen.map(lambda vraag: uitkomsten[vraag].vondst is None).astype(bool),
        kolom,
        vragen,
        lambda rij: uitkomsten[vragen[rij]].wat,
        lambda rij: uitkomsten[vragen[rij]].herstel,
    )
