"""Wat opdrachten delen voordat zij kunnen rekenen: omgeving kiezen, kandidaten inlezen.

De rekenkern wordt pas binnen de functies geladen, zodat ``--help`` meteen antwoordt.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.weergave import telwoord
from locatieplanner.fouten import BestandFout, DoelsetFout, KandidatenFout

if TYPE_CHECKING:
    import geopandas as gpd

    from locatieplanner.beoordeling.omgeving import Lagen
    from locatieplanner.domein.omgeving import Omgeving
    from locatieplanner.domein.parameters import Parameters, Waarde
    from locatieplanner.invoer.kandidaten import Invoer


def kies_omgeving(
    lagen: Lagen, doelset: str | None = None, instellingen: Sequence[str] = ()
) -> Omgeving:
    """Bouw de omgeving met de gevraagde doelset en parameters.

    Raises
    ------
    DoelsetFout
        Als de doelset niet bestaat.
    ParameterFout
        Als een parameter niet bestaat of niet zo gezet mag worden.
    """
    from locatieplanner.beoordeling.omgeving import bouw_omgeving

    if doelset is not None and doelset not in lagen.doelsets:
        regels = [f"  {id_}: {keuze.naam}" for id_, keuze in lagen.doelsets.items()]
        lijkt = bedoelt(lagen.doelsets, doelset)
        raise DoelsetFout(
            f"De doelset '{doelset}' bestaat niet.{lijkt} Kies uit:\n" + "\n".join(regels)
        )
    return bouw_omgeving(lagen, doelset, _met_instellingen(lagen.parameters, instellingen))


def lees_bestand(bestand: Path, lagen: Lagen, *, zoek_adressen: bool = False) -> Invoer:
    """Lees kandidaten uit een bestand, met alle problemen erbij.

    Parameters
    ----------
    bestand : Path
        Plaats op deze computer.
    lagen : Lagen
        Met locatietypen, aandachtsgroepen en grenzen.
    zoek_adressen : bool, optional
        Of adressen zonder coördinaten opgezocht worden; zonder gaat er niets naar een dienst.

    Raises
    ------
    BestandFout
        Als het bestand er niet is of als geheel niet te lezen is.
    LaagFout
        Als niet te lezen is waar de adressendienst staat.
    """
    from locatieplanner.cli.adressen import adreszoeker
    from locatieplanner.invoer.kandidaten import lees_kandidaten

    if bestand.is_dir():
        raise BestandFout(f"{bestand} is een map. Geef de naam van een bestand met kandidaten.")
    with adreszoeker(aan=zoek_adressen) as zoeker:
        return lees_kandidaten(
            bestand,
            bestand.name,
            lagen.locatietypen,
            lagen.aandachtsgroepen,
            grens=lagen.gemeenten,
            adreszoeker=zoeker,
        )


def bruikbare_kandidaten(invoer: Invoer, *, goede_rijen: bool) -> gpd.GeoDataFrame:
    """Geef de kandidaten om mee verder te gaan.

    Parameters
    ----------
    invoer : Invoer
        Uitkomst van `lees_bestand`.
    goede_rijen : bool
        Of rijen met fouten overgeslagen mogen worden.

    Raises
    ------
    KandidatenFout
        Als er fouten zijn die eerst opgelost moeten worden.
    """
    if invoer.geblokkeerd:
        raise KandidatenFout("Dit bestand is zo niet te gebruiken; los eerst de fouten op.")
    if invoer.fouten and not goede_rijen:
        fouten = telwoord(len(invoer.fouten), "fout", "fouten")
        raise KandidatenFout(
            f"Niet beoordeeld: {fouten} in het bestand. Herstel het bestand, of gebruik "
            "--goede-rijen om alleen de rijen zonder fouten te gebruiken."
        )
    if invoer.kandidaten.empty:
        raise KandidatenFout("Er is geen enkele kandidaat zonder fouten.")
    return invoer.kandidaten


def _met_instellingen(parameters: Parameters, instellingen: Sequence[str]) -> Parameters:
    """De parameters met waarden zoals ``nabijheid.omwegfactor=1,4``."""
    waarden: dict[str, Waarde] = {}
    for instelling in instellingen:
        id_, teken, tekst = (deel.strip() for deel in instelling.partition("="))
        if not teken or not tekst:
            raise typer.BadParameter(
                f"'{instelling}' is geen instelling; schrijf bijvoorbeeld "
                "nabijheid.omwegfactor=1,4",
                param_hint="--parameter",
            )
        waarden[id_] = _waarde(tekst)
    return parameters.met(waarden)


def _waarde(tekst: str) -> Waarde:
    """Een getal als de tekst er een is, ook met een komma; anders de tekst zelf."""
    try:
        return float(tekst.replace(",", "."))
    except ValueError:
        return tekst
