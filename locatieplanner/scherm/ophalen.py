"""Lagen ophalen op de achtergrond, in een eigen proces.

Een eigen proces houdt het scherm van anderen vrij: inlezen en rekenen daar kost hier geen tijd. Het
proces is de opdracht ``locatieplanner lagen ververs … --json``; elke regel die het schrijft is een
stap, een uitkomst of een fout.
"""

import atexit
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from locatieplanner.fouten import InvoerFout


@dataclass(frozen=True)
class Beurt:
    """Een ophaalbeurt: wat er gevraagd is en hoe ver het is.

    Parameters
    ----------
    lagen : tuple of str
        Id's van de gevraagde lagen.
    gebied : str
        Naam van het gebied.
    bezig : bool
        Of er nog opgehaald wordt.
    laag, stap : str
        Welke laag nu, en wat ermee gebeurt.
    gedaan, totaal : int, int or None
        Hoe ver die stap is.
    klaar : tuple of (str, int)
        Lagen die er zijn, met hun aantal rijen.
    fouten : tuple of (str, str)
        Lagen die niet lukten, met de melding.
    """

    lagen: tuple[str, ...]
    gebied: str
    bezig: bool = True
    laag: str = ""
    stap: str = "beginnen"
    gedaan: int = 0
    totaal: int | None = None
    klaar: tuple[tuple[str, int], ...] = ()
    fouten: tuple[tuple[str, str], ...] = ()

    def na(self, regel: str) -> "Beurt":
        """Geef de beurt na een regel van het proces; wat geen JSON is, zegt niets."""
        try:
            velden = json.loads(regel)
        except ValueError:
            return self
        if not isinstance(velden, dict):
            return self
        laag = str(velden.get("laag", ""))
        if "fout" in velden:
            return replace(self, fouten=(*self.fouten, (laag, str(velden["fout"]))))
        if "klaar" in velden:
            return replace(self, klaar=(*self.klaar, (laag, int(velden["klaar"]))))
        return replace(
            self,
            laag=laag,
            stap=str(velden.get("tekst", "")),
            gedaan=int(velden.get("gedaan") or 0),
            totaal=velden.get("totaal"),
        )


class Ophaler:
    """Haalt op in een eigen proces; één beurt tegelijk voor de hele server."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._beurt: Beurt | None = None
        self._proces: subprocess.Popen[str] | None = None
        atexit.register(self.stop)

    @property
    def beurt(self) -> Beurt | None:
        """De lopende of de laatste beurt."""
        with self._slot:
            return self._beurt

    def begin(self, lagen: Sequence[str], gebied: str) -> None:
        """Begin een beurt.

        Raises
        ------
        InvoerFout
            Als er al een beurt loopt.
        """
        with self._slot:
            if self._beurt is not None and self._beurt.bezig:
                raise InvoerFout(
                    "Er wordt al opgehaald. Wacht tot dat klaar is, of stop het eerst."
                )
            opdracht = [sys.executable, "-m", "locatieplanner", "lagen", "ververs", *lagen]
            self._proces = subprocess.Popen(  # noqa: S603 - id's uit de catalogus, geen schil
                [*opdracht, "--gebied", gebied, "--json"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
            )
            self._beurt = Beurt(tuple(lagen), gebied)
            threading.Thread(target=self._volg, args=(self._proces,), daemon=True).start()

    def stop(self) -> None:
        """Stop de lopende beurt; wat al opgehaald is blijft, en een volgende beurt gaat verder."""
        with self._slot:
            proces = self._proces
        if proces is not None and proces.poll() is None:
            with suppress(OSError):
                proces.terminate()

    def _volg(self, proces: "subprocess.Popen[str]") -> None:
        """Lees wat het proces schrijft tot het klaar is."""
        laatste = ""
        for regel in proces.stdout or ():
            laatste = regel.strip() or laatste
            with self._slot:
                if self._beurt is not None:
                    self._beurt = self._beurt.na(regel)
        code = proces.wait()
        with self._slot:
            if self._beurt is None:
                return
            beurt = replace(self._beurt, bezig=False)
            gedaan = {laag for laag, _ in (*beurt.klaar, *beurt.fouten)}
            rest = tuple(laag for laag in beurt.lagen if laag not in gedaan)
            if code != 0 and rest:
                reden = "" if laatste.startswith("{") else f" {laatste}"
                melding = f"Gestopt voordat deze laag er was; wat er al stond, is er nog.{reden}"
                beurt = replace(beurt, fouten=(*beurt.fouten, *((laag, melding) for laag in rest)))
            self._beurt = beurt
