"""Een sessie zonder browser, met een database erachter."""

from types import SimpleNamespace
from typing import Self

from locatieplanner.scherm import invoervelden, openplan, toestand
from locatieplanner.scherm.openplan import Openplan
from tests.opslag.wereld import Wereld


class Sessie:
    """Eén venster van een gebruiker: wat het voor zich heeft, en wat het bewaart."""

    def __init__(self, monkeypatch, wereld: Wereld, wie) -> None:
        self.wereld, self.wie = wereld, wie
        self.staat: dict = {}
        self._monkeypatch = monkeypatch

    def __enter__(self) -> Self:
        st = SimpleNamespace(session_state=self.staat)
        for module in (openplan, toestand, invoervelden):
            self._monkeypatch.setattr(module, "st", st)
        self._monkeypatch.setattr(openplan, "gebruiker", lambda: self.wie)
        self._monkeypatch.setattr(openplan, "plandatabase", lambda: self.wereld.database)
        return self

    def __exit__(self, *_) -> None:
        pass

    @property
    def plan(self) -> Openplan:
        """Het open plan."""
        return self.staat["openplan"]

    @property
    def toestand(self) -> toestand.Toestand:
        """Wat er te zien is."""
        return self.staat["toestand"]

    def verander(self, id_: str, **velden) -> None:
        """Verander een kandidaat, zoals het bewerkvenster dat doet."""
        kandidaten = self.toestand.kandidaten.copy()
        for veld, waarde in velden.items():
            kandidaten.loc[id_, veld] = waarde
        toestand.bewaar(self.toestand.met_kandidaten(kandidaten, bron=self.toestand.bron))
