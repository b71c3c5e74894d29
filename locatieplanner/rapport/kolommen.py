"""De kolommen van een beoordeling: eenheid en betekenis, voor wie het bestand in handen krijgt."""

from dataclasses import dataclass

from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.domein.gewichten import CRITERIA


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

_SCORES = {
    "spreiding": "hoe evenredig de opvang verdeeld blijft en hoeveel er al in de buurt is",
    "kleinschaligheid": "de omvang op zichzelf en tegenover de kern",
    "nabijheid": "de afstand tot voorzieningen; 50 is het landelijke gemiddelde",
    "mix": "de samenstelling van de groepen, voor zover bekend",
}

_BETEKENIS = (
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
    Kolom("rang", "rangnummer", "1 is de hoogste; gelijke totalen delen een rang; leeg is geen."),
    Kolom("volledigheid", "aandeel 0–1", "Deel van het gewicht waarvan de deelscore bekend is."),
    Kolom("uitsluitingen", "tekst", "Waarom de kandidaat niet in de rangorde staat."),
    Kolom("aandachtspunten", "tekst", "Wat bij de kandidaat om aandacht vraagt."),
    Kolom("x", "m, RD (EPSG:28992)", "Rekenpunt, oostwaarts, in hele meters."),
    Kolom("y", "m, RD (EPSG:28992)", "Rekenpunt, noordwaarts, in hele meters."),
)

KOLOMUITLEG = {kolom.naam: kolom for kolom in _BETEKENIS}
"""Uitleg per kolom, in de volgorde van het bestand."""

VLAKKE_KOLOMMEN = (*KOLOMMEN, *COORDINATEN)
"""Kolommen van een soort zonder geometrie."""
