"""De toestand van deze sessie, ook als iemand op een andere pagina dan de kaart begint."""

from locatieplanner.scherm import gegevens
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige


def toestand_van_sessie() -> Toestand:
    """Geef de toestand; een nieuwe gebruiker begint met het verzonnen voorbeeld."""
    return huidige() or bewaar(
        Toestand(
            kandidaten=gegevens.voorbeeld(),
            bron="het voorbeeld",
            fictief=True,
            doelset=gegevens.lagen().standaard_doelset,
        )
    )
