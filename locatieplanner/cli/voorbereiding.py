"""Wat opdrachten delen voordat zij kunnen rekenen: omgeving kiezen, kandidaten inlezen.

De rekenkern wordt pas binnen de functies geladen, zodat ``--help`` meteen antwoordt.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from locatieplanner.cli.doelen import kies_doelset, lees_eigen_doelen
from locatieplanner.cli.weergave import meld, telwoord
from locatieplanner.fouten import BestandFout, KandidatenFout

if TYPE_CHECKING:
    import geopandas as gpd

    from locatieplanner.beoordeling.omgeving import Lagen
    from locatieplanner.domein.omgeving import Omgeving
    from locatieplanner.domein.parameters import Parameters, Waarde
    from locatieplanner.invoer.kandidaten import Invoer


def kies_omgeving(
    lagen: Lagen,
    doelset: str | None = None,
    instellingen: Sequence[str] = (),
    doelen: Path | None = None,
) -> Omgeving:
    """Bouw de omgeving met de gevraagde doelset en parameters.

    Parameters
    ----------
    lagen : Lagen
        De ingelezen lagen.
    doelset : str, optional
        Id van de doelset; zonder is het die van het bestand met doelen als daar maar één doelset
        in staat, en anders de standaard.
    instellingen : sequence of str, optional
        Parameters zoals ``nabijheid.omwegfactor=1,4``.
    doelen : Path, optional
        Bestand met eigen doelen; problemen worden gemeld.

    Raises
    ------
    BestandFout
        Als het bestand met doelen niet te lezen is.
    DoelsetFout
        Als de doelset niet bestaat, of er in het bestand met doelen fouten zijn.
    ParameterFout
        Als een parameter niet bestaat of niet zo gezet mag worden.
    """
    from locatieplanner.beoordeling.omgeving import bouw_omgeving
    from locatieplanner.domein.eigendoelen import Eigendoelen

    parameters = _met_instellingen(lagen.parameters, instellingen)
    eigen = Eigendoelen() if doelen is None else lees_eigen_doelen(doelen, lagen, doelset)
    doelsets = eigen.pas_toe(lagen.doelsets)
    if doelset is None and len(eigen.doelsets) == 1:
        (doelset,) = eigen.doelsets
    gekozen = kies_doelset(doelsets, doelset or lagen.standaard_doelset)
    if eigen and gekozen.id not in eigen.doelsets:
        meld(f"Let op: in het bestand met doelen staat alleen {', '.join(eigen.doelsets)}.")
    return bouw_omgeving(lagen, gekozen.id, parameters, eigen_doelen=eigen)


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


def gelegen_kandidaten(
    bestand: Path, lagen: Lagen, omgeving: Omgeving, *, goede_rijen: bool
) -> gpd.GeoDataFrame:
    """Lees kandidaten en geef ze met hun ligging; problemen worden gemeld.

    Parameters
    ----------
    bestand : Path
        Plaats op deze computer.
    lagen : Lagen
        Met locatietypen, aandachtsgroepen en grenzen.
    omgeving : Omgeving
        Met de gemeenten.
    goede_rijen : bool
        Of rijen met fouten overgeslagen mogen worden.

    Raises
    ------
    BestandFout
        Als het bestand er niet is of als geheel niet te lezen is.
    KandidatenFout
        Als er fouten zijn die eerst opgelost moeten worden.
    """
    from locatieplanner.criteria.ligging import met_ligging

    invoer = lees_bestand(bestand, lagen)
    for probleem in invoer.problemen:
        meld(probleem.zin)
    kandidaten = bruikbare_kandidaten(invoer, goede_rijen=goede_rijen)
    return met_ligging(kandidaten, omgeving.gemeenten)


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
        waarden[id_] = tekst if parameters[id_].tekens is not None else _waarde(tekst)
    return parameters.met(waarden)


def _waarde(tekst: str) -> Waarde:
    """Een getal als de tekst er een is, ook met een komma; anders de tekst zelf."""
    try:
        return float(tekst.replace(",", "."))
    except ValueError:
        return tekst
