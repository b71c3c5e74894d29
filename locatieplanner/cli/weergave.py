"""Weergave: tabellen voor mensen, JSON voor machines, meldingen op hun eigen stroom."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

_BREEDTE_ZONDER_SCHERM = 200


@dataclass(frozen=True)
class Kop:
    """Een kolomkop van een tabel.

    Parameters
    ----------
    naam : str
        Wat erboven staat.
    getal : bool, optional
        Of de kolom getallen bevat; die staan rechts en breken niet.
    """

    naam: str
    getal: bool = False


def telwoord(aantal: int, enkel: str, meer: str) -> str:
    """Geef een aantal met zijn zelfstandig naamwoord: ``1 fout``, ``2 fouten``."""
    from locatieplanner.domein.notatie import getal

    return f"{getal(aantal)} {enkel if aantal == 1 else meer}"


def toon_tabel(koppen: Sequence[Kop], rijen: Iterable[Sequence[str]], titel: str = "") -> None:
    """Toon een tabel; tekst van gebruikers wordt nooit als opmaak gelezen."""
    tabel = Table(title=titel or None, title_justify="left", title_style="bold", box=None)
    for kop in koppen:
        tabel.add_column(
            kop.naam,
            justify="right" if kop.getal else "left",
            no_wrap=kop.getal,
            overflow="fold",
        )
    for rij in rijen:
        tabel.add_row(*(Text(cel) for cel in rij))
    _scherm().print(tabel)


def toon(tekst: str) -> None:
    """Toon tekst als antwoord op de opdracht."""
    _scherm().print(Text(tekst))


def toon_json(tekst: str) -> None:
    """Schrijf JSON, byte voor byte gelijk op elk besturingssysteem."""
    typer.echo(tekst.encode("utf-8"), nl=False)


def meld(tekst: str) -> None:
    """Meld iets wat niet het antwoord zelf is; een machine die leest, ziet dit niet."""
    typer.echo(tekst, err=True)


def _scherm() -> Console:
    scherm = Console(highlight=False, emoji=False)
    if not scherm.is_terminal and "COLUMNS" not in os.environ:
        # In een bestand of een pijp is er geen rand waarop een tabel moet breken.
        scherm.width = _BREEDTE_ZONDER_SCHERM
    return scherm
