"""De kolommen van een beoordeling: eenheid en betekenis, voor wie het bestand in handen krijgt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.kandidaat import AANDEEL, Kandidaatstatus


@dataclass(frozen=True)
class Kolom:
    """Een kolom van de uitvoer.

    Parameters
    ----------
    naam : str
        Naam in het bestand.
    eenheid : str
        Eenheid of soort waarde.
    betekenis : str
        Wat er staat, in één zin.
    """

    naam: str
    eenheid: str
    betekenis: str


COORDINATEN = ("x", "y")
"""Kolommen achter de vaste kolommen in soorten zonder geometrie."""

STATUS = "status_"
"""Begin van de kolom die zegt hoe zeker een deelscore is."""

NIET_GETOETST = "niet_getoetst"
"""Kolom met de lagen waarop een kandidaat niet getoetst is."""

_VOOR_AANDELEN = ("status", "woningen", "beschikbaar_van", "beschikbaar_tot")
_NA_AANDELEN = ("gedeelde_voorzieningen", "eigenaar", "bron", "toelichting")

_SCORES = {
    "spreiding": "hoe evenredig de opvang verdeeld blijft en hoeveel er al in de buurt is",
    "kleinschaligheid": "de omvang op zichzelf en tegenover wie eromheen woont",
    "nabijheid": "de afstand tot voorzieningen; 50 is het landelijke gemiddelde",
    "mix": "de samenstelling van de groepen, voor zover bekend",
}

PORTEFEUILLE = "portefeuille"
"""Kolom met het nummer van de portefeuille waar een rij in staat."""

GEKOZEN_PLAATSEN = "gekozen_plaatsen"
"""Kolom met de plaatsen die een portefeuille op een locatie kiest."""

_BETEKENIS = (
    Kolom(PORTEFEUILLE, "nummer", "Nummer van de portefeuille; 1 is de beste."),
    Kolom(GEKOZEN_PLAATSEN, "plaatsen", "Plaatsen die de portefeuille op deze locatie kiest."),
    Kolom("id", "tekst", "Kenmerk van de kandidaat, uniek in het bestand."),
    Kolom("naam", "tekst", "Naam van de kandidaat."),
    Kolom("gemeente", "tekst", "Gemeente waarin het rekenpunt ligt; leeg buiten Nederland."),
    Kolom("gemeentecode", "tekst", "Code van die gemeente, GM met vier cijfers."),
    Kolom("provincie", "tekst", "Provincie van die gemeente."),
    Kolom("type", "code", "Locatietype."),
    Kolom("capaciteit", "plaatsen", "Personen die er terechtkunnen."),
    *(
        Kolom(
            f"score_{naam}",
            "0–100",
            f"Deelscore {naam}: {_SCORES[naam]}. Hoger is beter; leeg is onbekend, geen nul.",
        )
        for naam in CRITERIA
    ),
    Kolom(
        "score_totaal",
        "0–100",
        "Gewogen gemiddelde van de bekende deelscores, afgerond op één decimaal.",
    ),
    Kolom(
        "rang",
        "rangnummer",
        "1 is de hoogste; gelijke totalen delen een rang; leeg is geen. In een bestand voor derden "
        "tellen beschermde locaties niet mee.",
    ),
    Kolom("volledigheid", "aandeel 0–1", "Deel van het gewicht waarvan de deelscore bekend is."),
    Kolom("uitsluitingen", "tekst", "Waarom de kandidaat niet in de rangorde staat."),
    Kolom("aandachtspunten", "tekst", "Wat bij de kandidaat om aandacht vraagt."),
    Kolom("x", "m, RD (EPSG:28992)", "Rekenpunt, oostwaarts, in hele meters."),
    Kolom("y", "m, RD (EPSG:28992)", "Rekenpunt, noordwaarts, in hele meters."),
    *(
        Kolom(
            f"{STATUS}{naam}",
            "code",
            f"Hoe zeker deelscore {naam} is: {', '.join(Status)}.",
        )
        for naam in CRITERIA
    ),
    Kolom(
        NIET_GETOETST,
        "tekst",
        "Lagen waarop de kandidaat niet getoetst is; daarover is niets bekend.",
    ),
    Kolom("status", "code", f"Hoe ver de kandidaat is: {', '.join(Kandidaatstatus)}."),
    Kolom("woningen", "woningen", "Aantal woningen; leeg is onbekend."),
    Kolom("beschikbaar_van", "datum, jjjj-mm-dd", "Begin van het gebruik; leeg is onbekend."),
    Kolom("beschikbaar_tot", "datum, jjjj-mm-dd", "Einde van het gebruik; leeg is onbekend."),
    Kolom("gedeelde_voorzieningen", "tekst", "Wat de buurt mee mag gebruiken."),
    Kolom("eigenaar", "tekst", "Eigenaar, zoals ingevoerd."),
    Kolom("bron", "tekst", "Bron van de kandidaat, zoals ingevoerd."),
    Kolom("toelichting", "tekst", "Toelichting bij de kandidaat, zoals ingevoerd."),
)

_PER_NAAM = {kolom.naam: kolom for kolom in _BETEKENIS}


def invoerkolommen(aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> tuple[str, ...]:
    """Geef de kolommen van de invoer die achter de beoordeling meegaan, in vaste volgorde.

    Met de vaste kolommen en de ligging zijn dat alle kolommen van een kandidaat: wie het bestand
    weer inleest, heeft dezelfde kandidaten.
    """
    aandelen = (groep.kolom for groep in aandachtsgroepen.values())
    return (*_VOOR_AANDELEN, *aandelen, *_NA_AANDELEN)


def kolomuitleg(namen: Iterable[str]) -> list[Kolom]:
    """Geef de uitleg bij kolommen, in de gevraagde volgorde."""
    return [_PER_NAAM[naam] if naam in _PER_NAAM else _aandeel(naam) for naam in namen]


def _aandeel(naam: str) -> Kolom:
    groep = naam.removeprefix(AANDEEL)
    return Kolom(naam, "aandeel 0–1", f"Aandeel {groep} in de geplande mix; leeg is onbekend.")
