"""Tabellen uit een TOML-bestand, met meldingen die zeggen welk veld waar mist."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.fouten import LaagFout

Keuze = TypeVar("Keuze", bound=StrEnum)


@dataclass(frozen=True)
class Tomltabel:
    """Eén tabel met velden, die weet waar zij staat.

    Parameters
    ----------
    plek : str
        Bestand en tabel, voor de melding.
    velden : Mapping of str to object
        De inhoud zoals gelezen.
    """

    plek: str
    velden: Mapping[str, object]

    def fout(self, veld: str, wat: str) -> LaagFout:
        """Maak de fout voor een veld dat ontbreekt of niet klopt."""
        return LaagFout(f"{self.plek}: '{veld}' {wat}. Herstel dat veld of zet het bestand terug.")

    def tekst(self, veld: str, standaard: str | None = None) -> str:
        """Lees een tekst; zonder `standaard` is het veld verplicht."""
        waarde = self.velden.get(veld, standaard)
        if not isinstance(waarde, str):
            raise self.fout(veld, "ontbreekt" if waarde is None else "is geen tekst")
        return waarde

    def getal(self, veld: str) -> float:
        """Lees een verplicht getal."""
        waarde = self.getal_of_niets(veld)
        if waarde is None:
            raise self.fout(veld, "ontbreekt")
        return waarde

    def getal_of_niets(self, veld: str) -> float | None:
        """Lees een getal, of None als het veld er niet is."""
        waarde = self.velden.get(veld)
        if waarde is None:
            return None
        if isinstance(waarde, bool) or not isinstance(waarde, int | float):
            raise self.fout(veld, "is geen getal")
        return float(waarde)

    def geheel_of_niets(self, veld: str) -> int | None:
        """Lees een geheel getal, of None als het veld er niet is."""
        waarde = self.getal_of_niets(veld)
        if waarde is not None and not waarde.is_integer():
            raise self.fout(veld, "is geen geheel getal")
        return None if waarde is None else int(waarde)

    def geheel(self, veld: str) -> int:
        """Lees een verplicht geheel getal."""
        waarde = self.geheel_of_niets(veld)
        if waarde is None:
            raise self.fout(veld, "ontbreekt")
        return waarde

    def vlag(self, veld: str, standaard: bool | None = None) -> bool:
        """Lees ja of nee; zonder `standaard` is het veld verplicht."""
        waarde = self.velden.get(veld, standaard)
        if not isinstance(waarde, bool):
            raise self.fout(veld, "moet true of false zijn")
        return waarde

    def keuze(self, veld: str, soort: type[Keuze]) -> Keuze:
        """Lees een verplichte tekst die een van de waarden van `soort` is."""
        waarde = self.tekst(veld)
        if waarde not in set(soort):
            raise self.fout(veld, f"is '{waarde}'; kies uit {', '.join(soort)}")
        return soort(waarde)

    def teksten(self, veld: str) -> tuple[str, ...]:
        """Lees een lijst teksten; leeg als het veld er niet is."""
        waarde = self.velden.get(veld, [])
        if not isinstance(waarde, list) or not all(isinstance(deel, str) for deel in waarde):
            raise self.fout(veld, "is geen lijst van teksten")
        return tuple(waarde)

    def tabel(self, veld: str) -> "Tomltabel":
        """Lees een tabel in deze tabel; leeg als zij er niet is."""
        waarde = self.velden.get(veld, {})
        if not isinstance(waarde, dict):
            raise self.fout(veld, "is geen tabel")
        return Tomltabel(f"{self.plek}.{veld}", waarde)

    def lijst(self, veld: str) -> "tuple[Tomltabel, ...]":
        """Lees een lijst van tabellen; leeg als zij er niet is."""
        waarde = self.velden.get(veld, [])
        if not isinstance(waarde, list) or not all(isinstance(deel, dict) for deel in waarde):
            raise self.fout(veld, "is geen lijst van tabellen")
        return tuple(
            Tomltabel(f"{self.plek}.{veld}[{nummer}]", deel)
            for nummer, deel in enumerate(waarde, start=1)
        )

    def tabellen(self) -> dict[str, "Tomltabel"]:
        """Geef de tabellen in deze tabel, in de volgorde van het bestand."""
        return {
            naam: self.tabel(naam)
            for naam, waarde in self.velden.items()
            if isinstance(waarde, dict)
        }

    def herkomst(self) -> Herkomst:
        """Lees de velden ``bron``, ``peildatum``, ``status`` en ``toelichting``."""
        return Herkomst(
            bron=self.tekst("bron", ""),
            peildatum=self.tekst("peildatum", ""),
            status=self.keuze("status", Status),
            toelichting=self.tekst("toelichting", ""),
        )


def lees_toml(pad: Path) -> Tomltabel:
    """Lees een TOML-bestand.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt of geen geldige TOML is.
    """
    try:
        velden = tomllib.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LaagFout(
            f"{pad.name} ontbreekt in de map met lagen. "
            "Zet het bestand terug of installeer locatieplanner opnieuw."
        ) from None
    except (OSError, ValueError) as fout:
        raise LaagFout(
            f"{pad.name} is niet te lezen ({fout}). Herstel het bestand of zet het terug."
        ) from fout
    return Tomltabel(pad.name, velden)
