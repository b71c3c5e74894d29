"""Eigen doelen op de opdrachtregel: een bestand lezen, en zeggen wat eraan mankeert."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.weergave import meld, telwoord
from locatieplanner.fouten import BestandFout, DoelsetFout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from locatieplanner.beoordeling.omgeving import Lagen
    from locatieplanner.domein.doel import Doelset
    from locatieplanner.domein.eigendoelen import Eigendoelen


def lees_eigen_doelen(bestand: Path, lagen: Lagen, doelset: str | None = None) -> Eigendoelen:
    """Lees eigen doelen uit een bestand en meld alle problemen.

    Parameters
    ----------
    bestand : Path
        Plaats op deze computer.
    lagen : Lagen
        Met de ingebouwde doelsets.
    doelset : str, optional
        Bij welke doelset een rij hoort die dat zelf niet zegt; zonder is het de standaard.

    Raises
    ------
    BestandFout
        Als het bestand er niet is of als geheel niet te lezen is.
    DoelsetFout
        Als er fouten zijn die eerst opgelost moeten worden.
    """
    from locatieplanner.invoer.doelen import lees_doelen

    if bestand.is_dir():
        raise BestandFout(f"{bestand} is een map. Geef de naam van een bestand met doelen.")
    standaard = doelset or lagen.standaard_doelset
    invoer = lees_doelen(
        bestand, bestand.name, lagen.doelsets, standaard if standaard in lagen.doelsets else None
    )
    for probleem in invoer.problemen:
        meld(probleem.zin)
    if invoer.fouten:
        raise DoelsetFout(
            f"De doelen zijn niet overgenomen: {telwoord(len(invoer.fouten), 'fout', 'fouten')} in "
            f"{bestand.name}. Herstel het bestand; met een fout wordt er niets vervangen."
        )
    return invoer.eigen


def kies_doelset(doelsets: Mapping[str, Doelset], id: str) -> Doelset:
    """Geef een doelset.

    Raises
    ------
    DoelsetFout
        Als zij niet bestaat.
    """
    if id not in doelsets:
        regels = [f"  {bekend}: {doelset.naam}" for bekend, doelset in doelsets.items()]
        raise DoelsetFout(
            f"De doelset '{id}' bestaat niet.{bedoelt(doelsets, id)} Kies uit:\n"
            + "\n".join(regels)
        )
    return doelsets[id]
