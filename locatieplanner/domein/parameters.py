"""Parameters van de criteria: elke constante met eenheid, grenzen, reden en bron."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.notatie import kort_getal
from locatieplanner.fouten import ParameterFout

Punten = tuple[tuple[float, float], ...]
"""Knikpunten van een stuksgewijs lineaire waardefunctie: (maat, score)."""

Waarde = float | str | Punten


@dataclass(frozen=True)
class Parameter:
    """Een constante in een formule.

    Parameters
    ----------
    id : str
        ``criterium.naam``, met de eenheid in de naam.
    naam : str
        Naam voor de gebruiker.
    waarde : float or str or Punten
        De waarde waarmee gerekend wordt.
    eenheid : str
        Eenheid van de waarde.
    minimum, maximum : float or None
        Grenzen waarbinnen een gebruiker een getal mag zetten; None als dat niet mag.
    keuzes : tuple of str
        Mogelijke waarden van een keuze; leeg bij een getal.
    reden : str
        Waarom deze waarde.
    herkomst : Herkomst
        Bron en status.
    tekens : int or None
        Grootste lengte van vrije tekst; None als de waarde geen vrije tekst is.
    """

    id: str
    naam: str
    waarde: Waarde
    eenheid: str
    minimum: float | None
    maximum: float | None
    keuzes: tuple[str, ...]
    reden: str
    herkomst: Herkomst
    tekens: int | None = None

    @property
    def groep(self) -> str:
        """Het deel voor de punt: meestal een criterium."""
        return self.id.partition(".")[0]

    @property
    def instelbaar(self) -> bool:
        """Of een gebruiker deze waarde mag veranderen."""
        return bool(self.keuzes) or self.minimum is not None or self.tekens is not None

    def met(self, waarde: Waarde) -> "Parameter":
        """Geef deze parameter met een andere waarde.

        Raises
        ------
        ParameterFout
            Als de parameter vastligt of de waarde buiten de grenzen valt.
        """
        if not self.instelbaar:
            raise ParameterFout(f"{self.naam} ({self.id}) ligt vast en is niet in te stellen.")
        if self.keuzes:
            if waarde not in self.keuzes:
                raise ParameterFout(
                    f"{self.naam}: '{waarde}' kan niet; kies uit {', '.join(self.keuzes)}."
                )
            return self._gezet(waarde)
        if self.tekens is not None:
            return self._gezet(self._vrije_tekst(waarde, self.tekens))
        if not isinstance(waarde, int | float) or not np.isfinite(waarde):
            raise ParameterFout(f"{self.naam}: '{waarde}' is geen getal.")
        if self.minimum is None or self.maximum is None:
            raise ParameterFout(f"{self.naam} ({self.id}) heeft geen grenzen in de parametertabel.")
        if not self.minimum <= waarde <= self.maximum:
            raise ParameterFout(
                f"{self.naam}: {kort_getal(waarde)} {self.eenheid} ligt buiten de grenzen "
                f"{kort_getal(self.minimum)}–{kort_getal(self.maximum)}; "
                "kies een waarde daarbinnen."
            )
        return self._gezet(float(waarde))

    def _vrije_tekst(self, waarde: Waarde, tekens: int) -> str:
        """De tekst op één regel, als zij past en te lezen is."""
        if not isinstance(waarde, str):
            raise ParameterFout(f"{self.naam}: '{waarde}' is geen tekst.")
        tekst = " ".join(waarde.split())
        if len(tekst) > tekens:
            raise ParameterFout(
                f"{self.naam}: de tekst is {kort_getal(len(tekst))} tekens lang; er passen er "
                f"{kort_getal(tekens)}. Kort haar in."
            )
        if not tekst.isprintable():
            raise ParameterFout(f"{self.naam}: de tekst bevat tekens die niet te lezen zijn.")
        return tekst

    def _gezet(self, waarde: Waarde) -> "Parameter":
        """De parameter met een waarde die de gebruiker koos, en dus zonder de bron van de oude."""
        if waarde == self.waarde:
            return self
        eigen = Herkomst("door de gebruiker ingesteld", "", Status.GESCHAT)
        return replace(self, waarde=waarde, herkomst=eigen)


@dataclass(frozen=True)
class Parameters:
    """Alle parameters samen; een andere waarde geeft een nieuw geheel."""

    alle: Mapping[str, Parameter]

    def __getitem__(self, id: str) -> Parameter:
        try:
            return self.alle[id]
        except KeyError:
            raise ParameterFout(
                f"De parameter '{id}' bestaat niet. Bekende parameters: {', '.join(self.alle)}."
            ) from None

    def getal(self, id: str) -> float:
        """Geef de waarde van een getalparameter."""
        waarde = self[id].waarde
        if isinstance(waarde, int | float):
            return float(waarde)
        raise ParameterFout(f"De parameter '{id}' is geen getal.")

    def keuze(self, id: str) -> str:
        """Geef de waarde van een keuzeparameter."""
        waarde = self[id].waarde
        if isinstance(waarde, str):
            return waarde
        raise ParameterFout(f"De parameter '{id}' is geen keuze.")

    def tekst(self, id: str) -> str:
        """Geef de waarde van een parameter met vrije tekst."""
        parameter = self[id]
        if parameter.tekens is not None and isinstance(parameter.waarde, str):
            return parameter.waarde
        raise ParameterFout(f"De parameter '{id}' is geen vrije tekst.")

    def punten(self, id: str) -> Punten:
        """Geef de knikpunten van een waardefunctie."""
        waarde = self[id].waarde
        if isinstance(waarde, tuple):
            return waarde
        raise ParameterFout(f"De parameter '{id}' is geen reeks knikpunten.")

    def groep(self, naam: str) -> tuple[Parameter, ...]:
        """Geef de parameters van een criterium, in de volgorde van de tabel."""
        return tuple(p for p in self.alle.values() if p.groep == naam)

    def met(self, waarden: Mapping[str, Waarde]) -> "Parameters":
        """Geef deze parameters met andere waarden; onbekende of ongeldige waarden zijn een fout."""
        nieuw = {id_: self[id_].met(waarde) for id_, waarde in waarden.items()}
        return Parameters({**self.alle, **nieuw})
