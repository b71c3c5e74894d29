"""De legenda: wat kleuren, vormen en groottes op de kaart betekenen."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from locatieplanner.domein.kaarttekens import GROOTTES, VORMEN
from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, ONBEKEND, SCOREKLASSEN, UITGESLOTEN
from locatieplanner.kaart.vormen import RANDEN

Soort = Literal["gemeente", "kandidaat", "opvang", "gekozen"]


@dataclass(frozen=True)
class Legendaregel:
    """Eén regel: een teken en wat het betekent.

    Parameters
    ----------
    tekst : str
        Wat het teken betekent.
    soort : Soort
        Wat voor teken het is.
    klasse : int
        Klassecode, voor de kleur.
    vorm, grootte : int
        Nummer in `VORMEN` en `GROOTTES`, voor een kandidaat.
    rand : int
        Nummer in `RANDEN`, voor een kandidaat op een van twee kaarten.
    """

    tekst: str
    soort: Soort
    klasse: int = ONBEKEND
    vorm: int = 0
    grootte: int = 1
    rand: int = 0


@dataclass(frozen=True)
class Legendablok:
    """Een deel van de legenda met titel en eenheid."""

    titel: str
    eenheid: str
    regels: tuple[Legendaregel, ...]

    def als_dict(self) -> dict[str, Any]:
        """Het blok als gewone gegevens, voor JSON."""
        return asdict(self)


def legenda() -> tuple[Legendablok, ...]:
    """Geef de hele legenda, in de volgorde waarin zij getoond wordt."""
    scores = SCOREKLASSEN
    dichtheid = DICHTHEIDSKLASSEN
    return (
        Legendablok(
            scores.titel,
            scores.eenheid,
            (
                *(
                    Legendaregel(tekst, "kandidaat", klasse=code)
                    for code, tekst in enumerate(scores.labels)
                ),
                Legendaregel(scores.onbekend, "kandidaat", klasse=ONBEKEND),
                Legendaregel(scores.uitgesloten, "kandidaat", klasse=UITGESLOTEN),
                Legendaregel("gekozen kandidaat", "gekozen", klasse=2),
            ),
        ),
        Legendablok(
            "Capaciteit",
            "plaatsen",
            tuple(
                Legendaregel(grootte.label, "kandidaat", klasse=2, grootte=nummer)
                for nummer, grootte in enumerate(GROOTTES)
            ),
        ),
        Legendablok(
            "Type",
            "",
            (
                *(
                    Legendaregel(vorm.label, "kandidaat", klasse=2, vorm=nummer)
                    for nummer, vorm in enumerate(VORMEN)
                ),
                Legendaregel("bestaande opvang (midden van de plaats)", "opvang"),
            ),
        ),
        Legendablok(
            dichtheid.titel,
            dichtheid.eenheid,
            (
                *(
                    Legendaregel(tekst, "gemeente", klasse=code)
                    for code, tekst in enumerate(dichtheid.labels)
                ),
                Legendaregel(dichtheid.onbekend, "gemeente", klasse=ONBEKEND),
            ),
        ),
    )


def randlegenda() -> Legendablok:
    """Geef wat de rand van een kandidaat op een van twee kaarten naast elkaar betekent."""
    return Legendablok(
        "In welk plan",
        "",
        tuple(
            Legendaregel(tekst, "kandidaat", klasse=2, rand=nummer)
            for nummer, tekst in enumerate(RANDEN)
        ),
    )
