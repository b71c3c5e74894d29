"""De naam van een provincie zoals iemand die typt."""

from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.fouten import InvoerFout


def lees_provincie(naam: str) -> str:
    """Geef de provincie met deze naam, hoofdletters en Fryslân ten spijt.

    Raises
    ------
    InvoerFout
        Als het geen provincie is.
    """
    from locatieplanner.domein.gebied import PROVINCIENAMEN, PROVINCIES

    namen = {keuze.casefold(): keuze for keuze in PROVINCIES}
    namen |= {ander.casefold(): keuze for ander, keuze in PROVINCIENAMEN.items()}
    gevonden = namen.get(naam.strip().casefold())
    if gevonden is None:
        raise InvoerFout(
            f"'{naam}' is geen provincie.{bedoelt(PROVINCIES, naam)} "
            f"Kies uit: {', '.join(PROVINCIES)}."
        )
    return gevonden
