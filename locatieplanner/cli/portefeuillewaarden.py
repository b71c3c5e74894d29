"""Waarden van de opdracht ``portefeuille`` zoals iemand ze typt."""

from collections.abc import Iterable

import typer

from locatieplanner.domein.notatie import opsomming
from locatieplanner.portefeuille.opdracht import Voorrang


def lees_voorrang(tekst: str) -> Voorrang:
    """Geef wat er na het doel voorgaat.

    Raises
    ------
    BadParameter
        Als het geen van de keuzes is.
    """
    try:
        return Voorrang(tekst.strip().casefold())
    except ValueError:
        keuzes = opsomming([str(keuze) for keuze in Voorrang])
        raise typer.BadParameter(
            f"'{tekst}' kan niet; kies uit {keuzes}", param_hint="--voorrang"
        ) from None


def lees_tweetal(tekst: str, optie: str, voorbeeld: str) -> tuple[float, float]:
    """Geef twee getallen met een dubbele punt ertussen, zoals ``2:300``.

    Raises
    ------
    BadParameter
        Als het geen twee getallen zijn.
    """
    een, _, ander = tekst.replace(",", ".").partition(":")
    try:
        return float(een), float(ander)
    except ValueError:
        raise typer.BadParameter(
            f"'{tekst}' zijn geen twee getallen; schrijf bijvoorbeeld {voorbeeld}",
            param_hint=optie,
        ) from None


def lees_plan(delen: Iterable[str]) -> dict[str, int | None]:
    """Geef een plan uit stukken zoals ``K001=120``; zonder getal is het de hele capaciteit.

    Raises
    ------
    BadParameter
        Als er achter het teken geen heel getal staat.
    """
    plan: dict[str, int | None] = {}
    for deel in delen:
        id_, teken, plaatsen = (stuk.strip() for stuk in deel.partition("="))
        if teken and not plaatsen.isdecimal():
            raise typer.BadParameter(
                f"'{deel}' noemt geen heel aantal plaatsen; schrijf bijvoorbeeld K001=120",
                param_hint="--eigen",
            )
        plan[id_] = int(plaatsen) if teken else None
    return plan
