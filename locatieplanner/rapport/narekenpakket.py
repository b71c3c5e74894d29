"""Eén zip met alles om een uitkomst na te rekenen: kandidaten, instellingen, lagen en de uitkomst.

In de zip staat een opdrachtregel die dezelfde scores geeft, met dezelfde versie van het programma
en dezelfde lagen; van elke laag staat de afdruk van haar inhoud erbij.
"""

import io
import shlex
import zipfile
from collections.abc import Sequence

from locatieplanner import __version__
from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.bevindingen import beschermd
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.notatie import datum, getal
from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport.document.gegevens import Laagdeel, Rapportgegevens
from locatieplanner.rapport.doeltabel import doelset_als_csv
from locatieplanner.rapport.json_uitvoer import als_json, json_tekst
from locatieplanner.rapport.uitvoer import als_bytes
from locatieplanner.rapport.werkmap import ZIPTIJD

KANDIDATEN = "kandidaten.gpkg"
DOELEN = "doelen.csv"
UITKOMST = "uitkomst.json"
INSTELLINGEN = "instellingen.json"
LAGEN = "lagen.json"
LEESMIJ = "LEESMIJ.txt"
OPDRACHT = "opdracht.txt"


def narekenpakket(beoordeling: Beoordeling, gegevens: Rapportgegevens) -> bytes:
    """Geef een zip waarmee iemand anders dezelfde scores uitrekent.

    Parameters
    ----------
    beoordeling : Beoordeling
        De uitkomst.
    gegevens : Rapportgegevens
        Met de dag, het plan en de afdruk van elke laag.

    Raises
    ------
    UitvoerFout
        Als het pakket voor derden is en er beschermde locaties in staan: zonder hun ligging is het
        niet na te rekenen.
    """
    _toets_deelbaar(beoordeling, gegevens)
    doelset = beoordeling.omgeving.doelset
    leden: dict[str, bytes] = {
        LEESMIJ: _leesmij(beoordeling, gegevens).encode(),
        OPDRACHT: f"{opdracht(beoordeling)}\n".encode(),
        KANDIDATEN: als_bytes(beoordeling, "gpkg"),
        INSTELLINGEN: json_tekst(_instellingen(beoordeling, gegevens)).encode(),
        LAGEN: json_tekst(_lagen(gegevens.lagen)).encode(),
        UITKOMST: als_json(beoordeling).encode(),
        "uitkomst.xlsx": als_bytes(beoordeling, "xlsx"),
        "uitkomst.csv": als_bytes(beoordeling, "csv"),
    }
    if doelset.eigen_provincies:
        leden[DOELEN] = doelset_als_csv(doelset)
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", compression=zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden.items():
            lid = zipfile.ZipInfo(naam, ZIPTIJD)
            archief.writestr(lid, inhoud, compress_type=zipfile.ZIP_DEFLATED)
    return stroom.getvalue()


def opdracht(beoordeling: Beoordeling) -> str:
    """Geef de opdrachtregel die de uitkomst narekent, te geven in de map van het pakket."""
    return shlex.join(["locatieplanner", *argumenten(beoordeling)])


def argumenten(beoordeling: Beoordeling) -> list[str]:
    """Geef de woorden van die opdrachtregel, zonder het programma."""
    omgeving, gewichten = beoordeling.omgeving, beoordeling.gewichten
    paren = (f"{naam}={getattr(gewichten, naam)!r}" for naam in CRITERIA)
    woorden = ["beoordeel", KANDIDATEN, "--gewichten", ";".join(paren)]
    woorden += ["--doelset", omgeving.doelset.id]
    if omgeving.doelset.eigen_provincies:
        woorden += ["--doelen", DOELEN]
    for id_, waarde in _gewijzigd(beoordeling).items():
        woorden += ["--parameter", f"{id_}={waarde}"]
    return [*woorden, "--json"]


def _gewijzigd(beoordeling: Beoordeling) -> dict[str, str]:
    """De parameters die anders zijn dan ingebouwd."""
    ingebouwd = lees_parameters()
    return {
        id_: str(parameter.waarde)
        for id_, parameter in beoordeling.omgeving.parameters.alle.items()
        if parameter.waarde != ingebouwd[id_].waarde
    }


def _toets_deelbaar(beoordeling: Beoordeling, gegevens: Rapportgegevens) -> None:
    aantal = int(beschermd(beoordeling.kandidaten, beoordeling.omgeving).sum())
    if aantal and not gegevens.deel_beschermd:
        raise UitvoerFout(
            f"In dit plan {'staat' if aantal == 1 else 'staan'} {getal(aantal)} beschermde "
            f"{'locatie' if aantal == 1 else 'locaties'}. Zonder ligging is een uitkomst niet na "
            "te rekenen, en met ligging mag zij niet naar derden. Haal deze locaties uit het "
            "bestand, of maak een rapport."
        )


def _instellingen(beoordeling: Beoordeling, gegevens: Rapportgegevens) -> dict[str, object]:
    omgeving = beoordeling.omgeving
    return {
        "programma": __version__,
        "gemaakt_op": gegevens.datum,
        "plan": gegevens.plan,
        "versie": gegevens.versie,
        "doelset": omgeving.doelset.id,
        "doelset_naam": omgeving.doelset.naam,
        "gewichten": {naam: getattr(beoordeling.gewichten, naam) for naam in CRITERIA},
        "parameters": {
            id_: {
                "waarde": parameter.waarde,
                "eenheid": parameter.eenheid,
                "status": str(parameter.herkomst.status),
                "bron": parameter.herkomst.bron,
            }
            for id_, parameter in omgeving.parameters.alle.items()
        },
        "parameters_anders_dan_ingebouwd": _gewijzigd(beoordeling),
    }


def _lagen(lagen: Sequence[Laagdeel]) -> list[dict[str, str]]:
    return [dict(deel) for deel in lagen]


def _leesmij(beoordeling: Beoordeling, gegevens: Rapportgegevens) -> str:
    eigen = (
        f"{DOELEN}: de doelen, met de eigen getallen erin.\n"
        if beoordeling.omgeving.doelset.eigen_provincies
        else ""
    )
    opgehaald = (
        "Met opgehaalde lagen is gerekend: " + ", ".join(sorted(gegevens.opgehaald)) + ". Zij "
        f"zitten niet in dit pakket. Haal ze op met 'locatieplanner lagen ververs'. Is de sha256 "
        f"anders dan in {LAGEN}, dan kunnen scores verschillen.\n"
        if gegevens.opgehaald
        else "Er is alleen met ingebouwde lagen gerekend; die horen bij deze versie van het "
        "programma.\n"
    )
    return f"""\
Narekenen van de uitkomst van {gegevens.plan}, gemaakt op {datum(gegevens.datum)}.

Wat u nodig heeft: locatieplanner {__version__}. Geef in de map met deze bestanden:

    {opdracht(beoordeling)}

Het antwoord hoort gelijk te zijn aan {UITKOMST}.

{opgehaald}
Wat erin zit
{KANDIDATEN}: de kandidaten, met hun vormen en de uitkomst; de laag heet 'beoordeling'.
{eigen}{INSTELLINGEN}: gewichten, doelset en elke parameter met eenheid, status en bron.
{LAGEN}: elke laag waarmee gerekend is, met de sha256 van haar inhoud.
{UITKOMST}: de uitkomst voor een machine.
uitkomst.xlsx en uitkomst.csv: dezelfde uitkomst om te lezen, met eenheden en bronnen.
{OPDRACHT}: de opdracht hierboven, om te kopiëren.

Onbekend is leeg en nooit nul. Een score helpt bij een gesprek en is geen besluit.
"""
