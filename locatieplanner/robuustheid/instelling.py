"""De instelling van een robuustheidstoets: hoeveel trekkingen, hoe breed, en waarvan."""

from dataclasses import dataclass

from numpy.random import PCG64, Generator, SeedSequence

from locatieplanner.domein.parameters import Parameters


@dataclass(frozen=True)
class Instelling:
    """Waarmee getrokken wordt.

    Parameters
    ----------
    trekkingen : int
        Hoe vaak gewichten en scores getrokken worden, 1 of meer.
    breedte : float
        Spreiding van de gewichten, 0 tot 1; zie
        `locatieplanner.robuustheid.gewichtstrekking`.
    top : int
        Van hoeveel eerste plaatsen de kans geteld wordt.
    zaad : int
        Begin van het toeval, niet negatief.
    alle_gewichten : bool, optional
        Of elke verdeling van gewichten even waarschijnlijk is; de gekozen gewichten en de breedte
        doen er dan niet toe.
    vaste_scores : bool, optional
        Of de scores blijven zoals zij zijn; dan verschuiven alleen de gewichten.
    """

    trekkingen: int
    breedte: float
    top: int
    zaad: int
    alle_gewichten: bool = False
    vaste_scores: bool = False

    @classmethod
    def van(
        cls, parameters: Parameters, *, alle_gewichten: bool = False, vaste_scores: bool = False
    ) -> "Instelling":
        """Neem de getallen uit de parametertabel, die ook hun grenzen bewaakt."""
        return cls(
            trekkingen=round(parameters.getal("robuustheid.trekkingen")),
            breedte=parameters.getal("robuustheid.breedte"),
            top=round(parameters.getal("robuustheid.top")),
            zaad=round(parameters.getal("robuustheid.zaad")),
            alle_gewichten=alle_gewichten,
            vaste_scores=vaste_scores,
        )

    def toeval(self) -> tuple[Generator, Generator]:
        """Geef het toeval voor de gewichten en dat voor de scores.

        Twee stromen: zonder trekkingen van scores blijven die van de gewichten dezelfde. Bij
        hetzelfde zaad en dezelfde numpy (vast in ``versies.txt``) zijn de trekkingen op elke
        computer gelijk; een andere numpy mag uit hetzelfde zaad andere trekkingen maken.
        """
        gewichten, scores = SeedSequence(self.zaad).spawn(2)
        return Generator(PCG64(gewichten)), Generator(PCG64(scores))
