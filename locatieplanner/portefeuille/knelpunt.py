"""Knelpunten: welke eisen maken dat een doel niet gehaald wordt, en hoeveel dat scheelt.

Van elk doel dat niet gehaald is, wordt gezocht naar zo weinig mogelijk eisen die, als zij er samen
niet waren, het tekort zo klein maken als het zonder enige eis zou zijn. Van die eisen is er geen te
veel: zonder een ervan lukt het niet meer. Wat in andere provincies gekozen is, ligt daarbij vast.
"""

import time
from dataclasses import dataclass, replace

import numpy as np

from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.portefeuille.eis import Eis, Eissoort
from locatieplanner.portefeuille.keuzemodel import Keuzemodel
from locatieplanner.portefeuille.model import Getallen, Model
from locatieplanner.portefeuille.nodig import Nodig
from locatieplanner.portefeuille.oplosser import Afloop, Rekengrens, los_op
from locatieplanner.portefeuille.stap import Stap
from locatieplanner.portefeuille.trappen import Beklimming, Trap, beklim
from locatieplanner.portefeuille.voortgang import Toezicht

_GENOEMD = 3
"""Zoveel eisen noemt een zin; de rest telt zij."""


@dataclass(frozen=True)
class Knellend:
    """Een eis die knelt.

    Parameters
    ----------
    eis : Eis
        Welke.
    tekort_zonder : int
        Wat er aan het doel ontbreekt als alleen deze eis er niet was, plaatsen.
    """

    eis: Eis
    tekort_zonder: int


@dataclass(frozen=True)
class Knelpunt:
    """Een doel dat niet gehaald wordt, en waar dat aan ligt.

    Parameters
    ----------
    nodig : Nodig
        Het doel.
    tekort : int
        Wat er ontbreekt, plaatsen.
    eisen : tuple of Knellend
        De eisen die samen knellen; leeg als er te weinig kandidaten zijn.
    tekort_zonder_alle : int
        Wat er ontbreekt als die eisen er geen van alle waren, plaatsen.
    per_soort : tuple of (Eissoort, int)
        Van elke soort eis wat er ontbreekt als die soort nergens gold, plaatsen.
    bewezen : bool
        Of dit bewezen is; anders was de tijd op.
    """

    nodig: Nodig
    tekort: int
    eisen: tuple[Knellend, ...]
    tekort_zonder_alle: int
    per_soort: tuple[tuple[Eissoort, int], ...]
    bewezen: bool

    @property
    def zin(self) -> str:
        """Het knelpunt in één zin."""
        woord = "plaats" if self.tekort == 1 else "plaatsen"
        begin = f"{getal(self.tekort)} {woord} te weinig in {self.nodig.naam}"
        rest = getal(self.tekort_zonder_alle)
        if not self.eisen:
            waarom = "geen eis knelt: er zijn te weinig kandidaten"
        elif len(self.eisen) == 1:
            waarom = f"knellend: {self.eisen[0].eis.zin}; zonder die eis nog {rest}"
        else:
            delen = [
                f"{deel.eis.zin} (alleen zonder die eis nog {getal(deel.tekort_zonder)})"
                for deel in self.eisen[:_GENOEMD]
            ]
            meer = len(self.eisen) - _GENOEMD
            if meer > 0:
                delen.append(f"nog {getal(meer)} {'eis' if meer == 1 else 'eisen'}")
            aantal = getal(len(self.eisen))
            waarom = f"knellend: {opsomming(delen)}; zonder deze {aantal} eisen samen nog {rest}"
        if self.eisen and self.tekort_zonder_alle:
            waarom += "; die halen de kandidaten samen niet"
        return begin + "; " + waarom + ("" if self.bewezen else " (niet bewezen: de tijd was op)")


def knelpunten(
    keuze: Keuzemodel, waarden: Getallen, rekengrens: Rekengrens, toezicht: Toezicht
) -> tuple[Knelpunt, ...]:
    """Zoek van elk doel dat niet gehaald is wat er knelt.

    Parameters
    ----------
    keuze : Keuzemodel
        Het model.
    waarden : ndarray
        De waarden van de portefeuille.
    rekengrens : Rekengrens
        Tijd voor alle knelpunten samen.
    toezicht : Toezicht
        Wie meekijkt en kan stoppen.
    """
    te_kort = np.flatnonzero(np.round(waarden[keuze.tekort]) > 0)
    einde = time.monotonic() + rekengrens.tijd_s
    uitkomst = []
    for plek, nummer in enumerate(te_kort.tolist()):
        tijd_s = (einde - time.monotonic()) / (len(te_kort) - plek)
        uitkomst.append(
            _knelpunt(keuze, waarden, nummer, replace(rekengrens, tijd_s=tijd_s), toezicht)
        )
    return tuple(uitkomst)


def botsende_eisen(model: Model, rekengrens: Rekengrens, toezicht: Toezicht) -> tuple[Eis, ...]:
    """Geef zo weinig mogelijk eisen zonder welke er wel iets te kiezen valt."""
    return tuple(model.eisen[nummer] for nummer in _minste_eisen(model, rekengrens, toezicht)[0])


def _knelpunt(
    keuze: Keuzemodel,
    waarden: Getallen,
    nummer: int,
    rekengrens: Rekengrens,
    toezicht: Toezicht,
) -> Knelpunt:
    nodig = keuze.probleem.nodig[nummer]
    vrij = keuze.van_provincie(nodig.provincie)
    model = keuze.model.vastgezet(vrij, waarden)
    doelen = np.isin(vrij, keuze.tekort)
    kolom = int(np.flatnonzero(vrij == keuze.tekort[nummer])[0])
    # De andere doelen van de provincie mogen er niet onder lijden.
    hoog = np.where(doelen, np.round(waarden[vrij]), model.hoog)
    hoog[kolom] = model.hoog[kolom]
    zoeker = _Zoeker(model.met_grenzen(model.laag, hoog), kolom, rekengrens, toezicht)
    tekort = round(float(waarden[keuze.tekort[nummer]]))
    soorten = zoeker.soorten()
    alle = {n for nummers in soorten.values() for n in nummers}
    minste = zoeker.tekort_zonder(alle)
    groep = zoeker.kleinste_groep(minste) if minste < tekort else []
    return Knelpunt(
        nodig=nodig,
        tekort=tekort,
        eisen=tuple(
            Knellend(model.eisen[n], minste if len(groep) == 1 else zoeker.tekort_zonder({n}))
            for n in groep
        ),
        tekort_zonder_alle=minste,
        per_soort=tuple(
            (soort, zoeker.tekort_zonder(nummers)) for soort, nummers in soorten.items()
        ),
        bewezen=zoeker.bewezen,
    )


class _Zoeker:
    """Zoekt het kleinste tekort van één doel met steeds andere eisen eruit."""

    def __init__(
        self, model: Model, kolom: int, rekengrens: Rekengrens, toezicht: Toezicht
    ) -> None:
        self._model = model
        self._kolom = kolom
        self._rekengrens = rekengrens
        self._toezicht = toezicht
        self._einde = time.monotonic() + rekengrens.tijd_s
        self._eerder: dict[frozenset[int], int] = {}
        self.bewezen = True

    def soorten(self) -> dict[Eissoort, set[int]]:
        """De eisen die in dit model een regel hebben, per soort."""
        per_soort: dict[Eissoort, set[int]] = {}
        for nummer in sorted(set(self._model.rij_eis[self._model.rij_eis >= 0].tolist())):
            per_soort.setdefault(self._model.eisen[nummer].soort, set()).add(nummer)
        return per_soort

    def tekort_zonder(self, eisen: set[int]) -> int:
        """Het kleinste tekort zonder deze eisen, plaatsen."""
        sleutel = frozenset(eisen)
        if sleutel not in self._eerder:
            doel = np.zeros(self._model.aantal)
            doel[self._kolom] = -1.0
            gevonden = beklim(
                self._model.zonder(eisen),
                [Trap(Stap.KNELPUNT, doel, heel=True)],
                self._grens(),
                self._toezicht,
            )
            self._eerder[sleutel] = self._lees(gevonden)
        return self._eerder[sleutel]

    def kleinste_groep(self, tekort: int) -> list[int]:
        """Zo weinig mogelijk eisen zonder welke het tekort niet groter is dan dit."""
        hoog = self._model.hoog.copy()
        hoog[self._kolom] = tekort
        gehaald = self._model.met_grenzen(self._model.laag, hoog)
        groep, bewezen = _minste_eisen(gehaald, self._grens(), self._toezicht)
        if bewezen and self.tekort_zonder(set(groep)) <= tekort:
            return groep
        # Niet bewezen, of alleen met halve plaatsen: haal er een voor een uit wat niet hoeft.
        groep = groep if self.tekort_zonder(set(groep)) <= tekort else self._alle()
        for nummer in reversed(groep.copy()):
            if self.tekort_zonder(set(groep) - {nummer}) <= tekort:
                groep.remove(nummer)
        return groep

    def _alle(self) -> list[int]:
        return sorted(nummer for nummers in self.soorten().values() for nummer in nummers)

    def _lees(self, gevonden: Beklimming) -> int:
        if gevonden.waarden is None:
            self.bewezen = False
            return int(self._model.hoog[self._kolom])
        self.bewezen &= gevonden.bewijzen[0].afloop is Afloop.BEWEZEN
        return round(float(gevonden.waarden[self._kolom]))

    def _grens(self) -> Rekengrens:
        return replace(self._rekengrens, tijd_s=self._einde - time.monotonic())


def _minste_eisen(
    model: Model, rekengrens: Rekengrens, toezicht: Toezicht
) -> tuple[list[int], bool]:
    """Zo weinig mogelijk eisen zonder welke het model kan, en of dat bewezen is.

    Bij gelijk aantal gaat voor wat makkelijker te lossen is, in de volgorde van `Eissoort`. Vindt
    het zoeken niets, dan zijn het alle.
    """
    versoepeld = model.versoepelbaar()
    aantal = len(model.eisen)
    moeite = [list(Eissoort).index(eis.soort) for eis in model.eisen]
    voorkeur = np.argsort(np.argsort(moeite, kind="stable"))
    doel = np.zeros(versoepeld.aantal)
    doel[model.aantal :] = -(1.0 + voorkeur / (10 * max(aantal, 1) ** 2))
    precies = replace(rekengrens, gat=0.0, verschil=0.0)
    gevonden = los_op(versoepeld, doel, precies, toezicht, Stap.KNELPUNT)
    if gevonden.waarden is None:
        return list(range(aantal)), False
    weg = np.flatnonzero(np.round(gevonden.waarden[model.aantal :]) > 0)
    return weg.tolist(), gevonden.afloop is Afloop.BEWEZEN
