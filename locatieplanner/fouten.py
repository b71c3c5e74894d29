"""De fouten van locatieplanner, in één boom.

::

    LocatieplannerFout
    ├── InvoerFout              een bestand of waarde van de gebruiker
    │   ├── BestandFout         het bestand als geheel is niet te lezen
    │   ├── KandidatenFout      er zijn rijen met problemen
    │   ├── GewichtenFout       de gewichten zijn niet te gebruiken
    │   ├── GebiedFout          een gebied bestaat niet
    │   ├── FormuleFout         een formule is niet te lezen of geeft geen bruikbaar getal
    │   └── VerdelingFout       een doel is zo niet over gemeenten te verdelen
    ├── LaagFout                een laag ontbreekt of klopt niet
    ├── DienstFout              een dienst antwoordt niet, of anders dan verwacht
    ├── ParameterFout           een parameter bestaat niet of ligt buiten zijn grenzen
    ├── DoelsetFout             een doelset bestaat niet of is niet te gebruiken
    ├── UitvoerFout             een resultaat is niet weg te schrijven
    ├── RekenFout               een berekening geeft geen bruikbaar antwoord
    ├── OpslagFout              de database is niet te openen, te lezen of te beschrijven
    ├── PlanFout                een plan, versie of kandidaat bestaat niet of is niet te bewaren
    ├── ConflictFout            een ander veranderde intussen hetzelfde
    ├── ToegangFout             de gebruiker mag dit niet
    └── Afgebroken              een berekening is op verzoek gestopt

Elke melding zegt wat er is, waar, en hoe het te herstellen is; zij is bedoeld om zo te tonen.
"""

from dataclasses import dataclass


class LocatieplannerFout(Exception):
    """Iets wat de gebruiker kan begrijpen en herstellen."""


class InvoerFout(LocatieplannerFout):
    """Een bestand of waarde van de gebruiker is niet te gebruiken."""


class BestandFout(InvoerFout):
    """Het bestand als geheel is niet te lezen."""


class KandidatenFout(InvoerFout):
    """Rijen met kandidaten hebben problemen die eerst opgelost moeten worden."""


class GewichtenFout(InvoerFout):
    """De opgegeven gewichten zijn niet te gebruiken."""


class GebiedFout(InvoerFout):
    """Een gebied bestaat niet, of de naam is er niet een van."""


class FormuleFout(InvoerFout):
    """Een formule is niet te lezen of geeft geen bruikbaar getal."""


class VerdelingFout(InvoerFout):
    """Een doel is zo niet over gemeenten te verdelen."""


class LaagFout(LocatieplannerFout):
    """Een laag ontbreekt of klopt niet met de catalogus."""


class DienstFout(LocatieplannerFout):
    """Een dienst antwoordt niet, of anders dan verwacht."""


class ParameterFout(LocatieplannerFout):
    """Een parameter bestaat niet of ligt buiten zijn grenzen."""


class DoelsetFout(LocatieplannerFout):
    """Een doelset bestaat niet of is niet te gebruiken."""


class UitvoerFout(LocatieplannerFout):
    """Een resultaat is niet weg te schrijven."""


class RekenFout(LocatieplannerFout):
    """Een berekening geeft geen bruikbaar antwoord."""


class OpslagFout(LocatieplannerFout):
    """De database is niet te openen, te lezen of te beschrijven."""


class PlanFout(LocatieplannerFout):
    """Een plan, versie of kandidaat bestaat niet, of is zo niet te bewaren."""


@dataclass(frozen=True)
class Botsing:
    """Eén gegeven dat twee mensen verschillend veranderden.

    Parameters
    ----------
    kandidaat : str
        Id van de kandidaat; leeg als het een instelling is.
    veld : str
        Kolom of instelling; leeg als het om de hele kandidaat gaat (toegevoegd of verwijderd).
    basis, mijn, ander : object
        De waarde waar de wijziging van uitging, de eigen waarde en die er nu staat, in de typen
        van JSON; None is leeg of weg.
    versie : int
        Nummer van de gebeurtenis waarmee de ander dit veranderde.
    door : str
        Naam van die ander; leeg als die niet opgezocht is.
    """

    kandidaat: str
    veld: str
    basis: object
    mijn: object
    ander: object
    versie: int
    door: str = ""


class ConflictFout(LocatieplannerFout):
    """Een ander veranderde intussen hetzelfde; er is niets bewaard.

    Parameters
    ----------
    bericht : str
        Wat er is en hoe het te herstellen is.
    botsingen : tuple of Botsing
        Elk gegeven met beide waarden, zodat een scherm kan vragen welke geldt.
    """

    def __init__(self, bericht: str, botsingen: tuple[Botsing, ...] = ()) -> None:
        super().__init__(bericht)
        self.botsingen = botsingen


class ToegangFout(LocatieplannerFout):
    """De gebruiker mag dit niet."""


class Afgebroken(LocatieplannerFout):
    """Een berekening is op verzoek gestopt; er is niets bewaard."""
