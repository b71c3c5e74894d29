"""De bronnen van een rapport: per bron de peildatum, hoe zeker zij is, en de licentie."""

from collections.abc import Iterator

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.bronnen.catalogus import Laag, lees_catalogus
from locatieplanner.domein.notatie import datum
from locatieplanner.rapport.document.gegevens import Rapportgegevens
from locatieplanner.rapport.document.inhoud import Alinea, Deel, Kop, Tabelvak
from locatieplanner.rapport.herkomst import DOEL, herkomst
from locatieplanner.rapport.tabel import Tabel, Tabelkolom

_ALTIJD = (
    *("gemeenten", "gemeenten_kaart", "inwoners_gemeenten", "kernen", "treinstations"),
    *("bestaande_opvang", "capaciteitsdoelen", "taakstelling_landelijk"),
    *("locatietypen", "aandachtsgroepen", "parameters"),
)
"""Ingebouwde lagen waar elke beoordeling op rust."""

_KOLOMMEN = (
    Tabelkolom("naam", "gegeven"),
    Tabelkolom("bron", "bron"),
    Tabelkolom("peildatum", "peildatum"),
    Tabelkolom("status", "status"),
    Tabelkolom("licentie", "licentie"),
)
_UITLEG = (
    "Gepubliceerd: overgenomen uit de bron. Secundair: uit berichtgeving over de bron. Afgeleid: "
    "door dit programma berekend uit gepubliceerde getallen. Geschat: een aanname. Onbekend telt "
    "nooit als nul."
)


def bronnen(
    beoordeling: Beoordeling, gegevens: Rapportgegevens, provincie: str | None
) -> tuple[Deel, ...]:
    """Geef het hoofdstuk met de bronnen, en waarop niet getoetst is.

    Parameters
    ----------
    beoordeling : Beoordeling
        Waar het rapport over gaat.
    gegevens : Rapportgegevens
        Met de lagen die opgehaald zijn.
    provincie : str or None
        Van welke provincie het doel genoemd wordt.
    """
    rijen = [*_doelen(beoordeling, provincie), *_lagen(gegevens)]
    kolommen = [kolom.naam for kolom in _KOLOMMEN]
    tabel = Tabel("Bronnen", pd.DataFrame(rijen, columns=kolommen), _KOLOMMEN, _UITLEG)
    delen: list[Deel] = [Kop("Bronnen"), Tabelvak(tabel, (3, 5.2, 1.9, 1.7, 2.6))]
    niet = beoordeling.nergens_getoetst
    if niet:
        delen.append(
            Alinea(
                f"Op deze lagen is niet getoetst, omdat zij niet geladen zijn: {', '.join(niet)}. "
                "Dat zegt niets over de locaties zelf."
            )
        )
    return tuple(delen)


def korte_bronnen(
    beoordeling: Beoordeling, gegevens: Rapportgegevens, provincie: str | None
) -> tuple[Deel, ...]:
    """Geef dezelfde bronnen als lijst in lopende tekst, voor een rapport van twee bladzijden."""
    rijen = [*_doelen(beoordeling, provincie), *_lagen(gegevens)]
    zinnen = [
        f"{naam}: {bron}{f', {peildatum}' if peildatum else ''} ({status})"
        for naam, bron, peildatum, status, _ in rijen
    ]
    return (Kop("Bronnen"), Alinea(f"{'. '.join(zinnen)}.", klein=True))


def bronvermelding() -> str:
    """Geef de bronvermelding onder een kaart."""
    laag = lees_catalogus()["gemeenten_kaart"]
    return f"Grenzen en land: {laag.herkomst.bron.partition(',')[0]} en OpenStreetMap. " + (
        f"Licentie: {laag.licentie}."
    )


def _doelen(beoordeling: Beoordeling, provincie: str | None) -> Iterator[tuple[str, ...]]:
    for regel in herkomst(beoordeling):
        if regel.onderdeel == DOEL and regel.id == provincie:
            naam = f"{regel.naam}: {regel.waarde} plaatsen"
            yield (naam, regel.bron, datum(regel.peildatum), regel.status, "")


def _lagen(gegevens: Rapportgegevens) -> Iterator[tuple[str, ...]]:
    catalogus = lees_catalogus()
    nieuw = {deel["laag"]: deel["peildatum"] for deel in gegevens.lagen if deel["peildatum"]}
    for id_, laag in catalogus.items():
        if id_ in gegevens.opgehaald:
            yield _rij(laag, f"opgehaald, {datum(nieuw.get(id_, '')[:10])}")
        elif id_ in _ALTIJD:
            yield _rij(laag, datum(laag.herkomst.peildatum))


def _rij(laag: Laag, peildatum: str) -> tuple[str, ...]:
    herkomst_ = laag.herkomst
    return (laag.naam, herkomst_.bron, peildatum, str(herkomst_.status), laag.licentie)
