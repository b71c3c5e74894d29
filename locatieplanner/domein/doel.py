"""Capaciteitsdoelen: hoeveel plaatsen een provincie heeft te realiseren."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.herkomst import Herkomst
from locatieplanner.domein.notatie import getal, opsomming

TOTAAL = "totaal"
"""Het onderdeel dat alle plaatsen van een provincie samen is."""

KORTE_TERMIJN = "korte_termijn"
"""Het onderdeel dat eerder klaar moest zijn; het telt niet mee in een som."""

DEEL_VAN_TOTAAL = "waarvan_"
"""Begin van een onderdeel dat al in het totaal zit, zoals ``waarvan_amv``."""


@dataclass(frozen=True)
class Bandbreedte:
    """Een aantal plaatsen als bandbreedte; ``None`` is onbekend, geen nul.

    "Ruim 13.000" is een ondergrens: ``minimum`` 13.000 en geen ``maximum``. Zo blijft het overal.
    """

    minimum: float | None
    maximum: float | None

    @property
    def bekend(self) -> bool:
        """Of er ten minste één grens bekend is."""
        return self.minimum is not None or self.maximum is not None

    @property
    def laag(self) -> float | None:
        """De ondergrens; None als die niet bekend is."""
        return self.minimum

    @property
    def hoog(self) -> float | None:
        """De bovengrens; None als die niet bekend is."""
        return self.maximum

    @property
    def midden(self) -> float | None:
        """Het ene getal waar dat nodig is: het midden, of de grens als er maar één bekend is."""
        if self.minimum is None or self.maximum is None:
            return self.minimum if self.minimum is not None else self.maximum
        return (self.minimum + self.maximum) / 2


@dataclass(frozen=True)
class Doel:
    """Het doel van één provincie voor één onderdeel.

    Parameters
    ----------
    provincie : str
        Naam van de provincie, of ``Nederland`` voor het landelijke totaal.
    onderdeel : str
        ``totaal``, of een deel zoals ``rol``, ``gvl_satelliet``, ``waarvan_amv``.
    plaatsen : Bandbreedte
        Aantal plaatsen.
    peildatum : str
        Wanneer de plaatsen er moeten zijn.
    herkomst : Herkomst
        Bron en status; de peildatum daarvan is wanneer de bron verscheen.
    """

    provincie: str
    onderdeel: str
    plaatsen: Bandbreedte
    peildatum: str
    herkomst: Herkomst


def onderdeelnaam(onderdeel: str) -> str:
    """De naam van een onderdeel voor een lezer: ``gvl_satelliet`` wordt gvl/satelliet."""
    if onderdeel.startswith(DEEL_VAN_TOTAAL):
        return onderdeel.replace("_", " ")
    return onderdeel.replace("_", " " if onderdeel == KORTE_TERMIJN else "/")


def telt_in_som(onderdeel: str) -> bool:
    """Of een onderdeel meetelt in de som die het doel van een provincie is."""
    return onderdeel not in {TOTAAL, KORTE_TERMIJN} and not onderdeel.startswith(DEEL_VAN_TOTAAL)


def tellende_doelen(rijen: Iterable[Doel]) -> list[Doel]:
    """Geef van de rijen van één provincie die waar haar doel uit bestaat.

    Dat is het laatste bekende totaal; is dat er niet, dan de onderdelen met de laatste peildatum.
    """
    vast = list(rijen)
    totalen = [doel for doel in vast if doel.onderdeel == TOTAAL and doel.plaatsen.bekend]
    if totalen:
        return [max(totalen, key=lambda doel: doel.peildatum)]
    onderdelen = [doel for doel in vast if telt_in_som(doel.onderdeel)]
    laatste = max((doel.peildatum for doel in onderdelen), default="")
    return [doel for doel in onderdelen if doel.peildatum == laatste]


@dataclass(frozen=True)
class Doelset:
    """Een verzameling capaciteitsdoelen die samen één opgave vormen.

    Parameters
    ----------
    id : str
        Korte naam voor bestanden en de opdrachtregel.
    naam : str
        Naam voor de gebruiker.
    uitleg : str
        Wat deze opgave is, in één of twee zinnen.
    bestaand_telt_mee : bool
        Of bestaande opvang meetelt bij het halen van het doel.
    reden_bestaand : str
        Waarom bestaande opvang wel of niet meetelt.
    doelen : tuple of Doel
        De rijen zoals de bron ze geeft, ook de onbekende.
    kort : str, optional
        Korte naam, voor boven een kolom.
    ingebouwd : Doelset or None, optional
        De doelset zonder de eigen getallen van een gebruiker; None als die er niet in zitten.
    """

    id: str
    naam: str
    uitleg: str
    bestaand_telt_mee: bool
    reden_bestaand: str
    doelen: tuple[Doel, ...]
    kort: str = ""
    ingebouwd: "Doelset | None" = None

    @property
    def landelijk(self) -> Doel | None:
        """Het landelijke totaal dat de doelset zelf geeft, of None."""
        return self.landelijk_deel(TOTAAL)

    def landelijk_deel(self, onderdeel: str) -> Doel | None:
        """Geef het landelijke aantal voor een onderdeel dat de doelset zelf geeft, of None."""
        for doel in self.van(NEDERLAND):
            if doel.onderdeel == onderdeel and doel.plaatsen.bekend:
                return doel
        return None

    def van(self, provincie: str) -> tuple[Doel, ...]:
        """Geef de rijen van een provincie, of van ``Nederland``."""
        return tuple(doel for doel in self.doelen if doel.provincie == provincie)

    @property
    def origineel(self) -> "Doelset":
        """De doelset zonder eigen getallen."""
        return self.ingebouwd or self

    @property
    def eigen_provincies(self) -> tuple[str, ...]:
        """De provincies (en ``Nederland``) waarvan de rijen anders zijn dan in het origineel."""
        return tuple(
            naam
            for naam in (*PROVINCIES, NEDERLAND)
            if set(self.van(naam)) != set(self.origineel.van(naam))
        )

    def met_doelen(self, rijen: Iterable[Doel]) -> "Doelset":
        """Geef de doelset met eigen rijen in plaats van de ingebouwde.

        Van elke provincie in `rijen` vervallen alle ingebouwde rijen; andere provincies blijven.
        Naam en uitleg zeggen waar de eigen getallen staan. Is er niets anders, dan is het antwoord
        het origineel.

        Parameters
        ----------
        rijen : iterable of Doel
            Alle eigen rijen; eerdere eigen rijen vervallen.
        """
        basis = self.origineel
        eigen: dict[str, list[Doel]] = {}
        for doel in rijen:
            eigen.setdefault(doel.provincie, []).append(doel)
        namen = dict.fromkeys((*(doel.provincie for doel in basis.doelen), *eigen))
        samen = tuple(doel for naam in namen for doel in eigen.get(naam) or basis.van(naam))
        nieuw = replace(basis, doelen=samen, ingebouwd=basis)
        anders = nieuw.eigen_provincies
        if not anders:
            return basis
        uitleg = f"Met eigen getallen voor {opsomming(anders)}."
        if basis.doelen:
            uitleg = f"{uitleg} Over de ingebouwde getallen: {basis.uitleg}"
        return replace(nieuw, naam=f"{basis.naam}, {_met_eigen(anders)}", uitleg=uitleg)


def _met_eigen(namen: tuple[str, ...]) -> str:
    """In woorden waarvoor er eigen getallen zijn: ``met eigen getallen voor 11 provincies``."""
    aantal = len([naam for naam in namen if naam != NEDERLAND])
    delen = [f"{getal(aantal)} {'provincie' if aantal == 1 else 'provincies'}"] if aantal else []
    if NEDERLAND in namen:
        delen.append("heel Nederland")
    return f"met eigen getallen voor {opsomming(delen)}"
