"""Voortgang van het rekenen, en hoe het te stoppen is."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from locatieplanner.fouten import Afgebroken


@dataclass(frozen=True)
class Voortgang:
    """Hoe ver het rekenen is.

    Parameters
    ----------
    stap : str
        Wat er berekend wordt, zoals "zo weinig mogelijk te kort".
    beste : float
        Het beste dat gevonden is, in de eenheid van de stap; NaN als er nog niets is.
    grens : float
        Beter dan dit kan niet; NaN als dat nog niet bekend is.
    gat : float
        Verschil tussen beide als deel van het beste; NaN als een van beide onbekend is.
    seconden : float
        Tijd sinds het begin van deze stap.
    """

    stap: str
    beste: float
    grens: float
    gat: float
    seconden: float


@dataclass(frozen=True)
class Toezicht:
    """Wie meekijkt met het rekenen en het kan stoppen.

    Parameters
    ----------
    meld : callable, optional
        Krijgt een `Voortgang`, hoogstens een paar keer per seconde, vanuit de rekendraad.
    stop : Event, optional
        Wie het zet, breekt het rekenen af.
    """

    meld: Callable[[Voortgang], None] | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    def controleer(self) -> None:
        """Ga alleen door als niemand om stoppen vroeg.

        Raises
        ------
        Afgebroken
            Als `stop` gezet is.
        """
        if self.stop.is_set():
            raise Afgebroken("Het rekenen is afgebroken. Er is niets bewaard.")
