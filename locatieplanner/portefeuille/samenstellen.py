"""Samenstellen: van opdracht naar portefeuilles.

De volgorde ligt vast: controleer of de opdracht zichzelf niet tegenspreekt, zoek de beste, zoek wat
er knelt waar een doel niet gehaald is, en dan de alternatieven, het front en wat ruimere eisen
geven, als daarom gevraagd is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.doel import TOTAAL
from locatieplanner.domein.notatie import opsomming
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import InvoerFout, RekenFout
from locatieplanner.portefeuille.alternatieven import alternatieven
from locatieplanner.portefeuille.bereikbaar import bereikbaar
from locatieplanner.portefeuille.eigenplan import toets_plan
from locatieplanner.portefeuille.front import front
from locatieplanner.portefeuille.gretig import eerste_keuze
from locatieplanner.portefeuille.keuzemodel import HAAR, Keuzemodel, bouw
from locatieplanner.portefeuille.knelpunt import botsende_eisen, knelpunten
from locatieplanner.portefeuille.model import Getallen
from locatieplanner.portefeuille.opdracht import Opdracht, Voorrang
from locatieplanner.portefeuille.oplosser import Rekengrens
from locatieplanner.portefeuille.portefeuille import Portefeuille, uit_waarden
from locatieplanner.portefeuille.probleem import Probleem, stel_probleem
from locatieplanner.portefeuille.stap import Stap
from locatieplanner.portefeuille.tegenspraak import controleer
from locatieplanner.portefeuille.trappen import Beklimming, Trap, beklim
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.portefeuille.versoepeling import Versoepeld, versoepelingen
from locatieplanner.portefeuille.voortgang import Toezicht


@dataclass(frozen=True)
class Vraag:
    """Wat er naast de beste portefeuille gevraagd wordt.

    Parameters
    ----------
    portefeuilles : int, optional
        Hoeveel portefeuilles, de beste meegeteld.
    met_front : bool, optional
        Of het front gezocht wordt.
    met_versoepeling : bool, optional
        Of gezocht wordt wat een ruimere eis zou geven.
    eigen_plan : Mapping of str to int or None, optional
        Een plan om ernaast te leggen: plaatsen per id, None is de hele capaciteit.
    """

    portefeuilles: int = 1
    met_front: bool = False
    met_versoepeling: bool = False
    eigen_plan: Mapping[str, int | None] | None = None


def rekengrens(parameters: Parameters) -> Rekengrens:
    """Geef wanneer het zoeken mag stoppen, uit de parametertabel."""
    return Rekengrens(
        tijd_s=parameters.getal("portefeuille.tijd_s"),
        gat=parameters.getal("portefeuille.gat"),
        verschil=0.0,
        zaad=round(parameters.getal("portefeuille.zaad")),
    )


def trappen(keuze: Keuzemodel) -> list[Trap]:
    """Geef de doelen van een opdracht, het eerste gaat voor."""
    spreiding = [Trap(Stap.SPREIDING, -keuze.som(keuze.boven), heel=True)]
    voor_spreiding = keuze.probleem.opdracht.voorrang is Voorrang.SPREIDING
    return [
        Trap(Stap.TEKORT, -keuze.som(keuze.tekort), heel=True),
        *(spreiding if voor_spreiding else []),
        Trap(Stap.SCORE, keuze.punten()),
    ]


def stel_samen(
    beoordeling: Beoordeling,
    opdracht: Opdracht,
    vraag: Vraag | None = None,
    toezicht: Toezicht | None = None,
) -> Uitkomst:
    """Zoek de beste portefeuille bij een opdracht, en wat er verder gevraagd is.

    Parameters
    ----------
    beoordeling : Beoordeling
        De beoordeelde kandidaten, met de parameters in de omgeving.
    opdracht : Opdracht
        Waaraan een portefeuille voldoet.
    vraag : Vraag, optional
        Wat er naast de beste gevraagd wordt.
    toezicht : Toezicht, optional
        Wie meekijkt en kan stoppen.

    Raises
    ------
    InvoerFout
        Als de opdracht zichzelf tegenspreekt.
    Afgebroken
        Als om stoppen gevraagd is.
    RekenFout
        Als er binnen de tijd niets gevonden is.
    """
    vraag, toezicht = vraag or Vraag(), toezicht or Toezicht()
    probleem = stel_probleem(beoordeling, opdracht)
    keuze = bouw(probleem)
    controleer(keuze)
    eigen = None if vraag.eigen_plan is None else toets_plan(keuze, vraag.eigen_plan)
    grens = rekengrens(probleem.parameters)
    eerste = zoek_beste(keuze, grens, toezicht)
    waarden = eerste.waarden
    if waarden is None:
        raise RekenFout(_geen_antwoord(keuze, eerste, grens, toezicht))
    verschil = round(probleem.parameters.getal("portefeuille.verschil_locaties"))
    meer = alternatieven(keuze, waarden, trappen(keuze), verschil, grens, toezicht)
    gevonden = _op_volgorde(keuze, [eerste, *islice(meer, vraag.portefeuilles - 1)])
    beste = gevonden[0][1]
    stappen = round(probleem.parameters.getal("portefeuille.front_stappen"))
    tekort = float(beste[keuze.tekort].sum())
    return Uitkomst(
        probleem=probleem,
        portefeuilles=tuple(portefeuille for portefeuille, _ in gevonden),
        knelpunten=knelpunten(keuze, beste, grens, toezicht),
        bereikbaar=bereikbaar(probleem),
        front=front(keuze, tekort, stappen, grens, toezicht) if vraag.met_front else None,
        eigen=eigen,
        versoepeld=_versoepeld(probleem, grens, toezicht) if vraag.met_versoepeling else (),
    )


def zoek_beste(keuze: Keuzemodel, grens: Rekengrens, toezicht: Toezicht) -> Beklimming:
    """Geef de waarden van de beste portefeuille, gezocht vanaf een eerste keuze."""
    return beklim(keuze.model, trappen(keuze), grens, toezicht, eerste_keuze(keuze))


def _versoepeld(
    probleem: Probleem, grens: Rekengrens, toezicht: Toezicht
) -> tuple[Versoepeld, ...]:
    """Zoek bij elke eis met een getal de beste portefeuille als alleen die eis ruimer is."""
    uit = []
    for stap in versoepelingen(
        probleem.opdracht, probleem.parameters.getal("portefeuille.ruimer_deel")
    ):
        keuze = bouw(stel_probleem(probleem.beoordeling, stap.opdracht))
        gevonden = zoek_beste(keuze, grens, toezicht)
        uit.append(
            Versoepeld(
                stap,
                None
                if gevonden.waarden is None
                else _met_grens(uit_waarden(keuze, gevonden.waarden, gevonden.bewijzen), keuze),
            )
        )
    return tuple(uit)


def _geen_antwoord(
    keuze: Keuzemodel, gevonden: Beklimming, grens: Rekengrens, toezicht: Toezicht
) -> str:
    """Waarom er geen portefeuille is.

    Raises
    ------
    InvoerFout
        Als bewezen is dat de eisen elkaar uitsluiten.
    """
    if gevonden.onmogelijk:
        botsend = botsende_eisen(keuze.model, grens, toezicht)
        raise InvoerFout(
            "Wat vaststaat is met de andere eisen niet te verenigen. Zonder "
            f"{opsomming([eis.zin for eis in botsend])} kan het wel."
        )
    return (
        "Binnen de tijd is er geen portefeuille gevonden die aan alle eisen voldoet. Geef meer "
        "tijd, of zet minder locaties vast."
    )


def _op_volgorde(
    keuze: Keuzemodel, gevonden: list[Beklimming]
) -> list[tuple[Portefeuille, Getallen]]:
    """De beste eerst: binnen het toegestane gat kan een latere beter zijn dan een eerdere."""
    paren = [
        (_met_grens(uit_waarden(keuze, deel.waarden, deel.bewijzen), keuze), deel.waarden)
        for deel in gevonden
        if deel.waarden is not None
    ]

    def sleutel(paar: tuple[Portefeuille, Getallen]) -> tuple[float, ...]:
        return tuple(-bewijs.beste for bewijs in paar[0].bewijzen)

    return sorted(paren, key=sleutel)


def _met_grens(portefeuille: Portefeuille, keuze: Keuzemodel) -> Portefeuille:
    """De portefeuille met bij score de punten zelf, en een grens waar de haar niet van af is."""
    haar = HAAR * sum(d.hoog for d in keuze.probleem.nodig if d.onderdeel == TOTAAL)
    punten = portefeuille.maten.punten
    return replace(
        portefeuille,
        bewijzen=tuple(
            replace(bewijs, beste=punten, grens=max(bewijs.grens + haar, punten))
            if bewijs.stap == Stap.SCORE
            else bewijs
            for bewijs in portefeuille.bewijzen
        ),
    )
