"""Kleine opdrachten, en alle keuzes daarin nagelopen zonder model of oplosser.

Van elke kandidaat staan de aantallen plaatsen die kunnen op een rij (niets, of van de kleinste tot
de grootste omvang). Elke combinatie wordt getoetst aan de eisen zoals de opdracht ze stelt.
"""

from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from locatieplanner.beoordeling.beoordeling import Beoordeling, beoordeel
from locatieplanner.beoordeling.omgeving import inwoners_per_provincie
from locatieplanner.domein.doel import TOTAAL
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.doelen import doelen_per_provincie
from locatieplanner.portefeuille.keuzemodel import HAAR, Keuzemodel, bouw
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht, Voorrang
from locatieplanner.portefeuille.portefeuille import uit_waarden
from locatieplanner.portefeuille.probleem import Probleem, stel_probleem
from locatieplanner.portefeuille.samenstellen import rekengrens, zoek_beste
from locatieplanner.portefeuille.trappen import Beklimming
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.omgeving import doel, kandidaat, maak_doelset, maak_kandidaten, maak_omgeving

PRECIES = {"portefeuille.gat": 0.0, "portefeuille.tijd_s": 600}
MEESTE_KEUZES = 5_000


def maak_beoordeling(*rijen: dict, doelen=(), parameters=None, bestaand=False):
    """Beoordeel kandidaten tegen eigen doelen; zonder `bestaand` telt alleen wat gekozen wordt."""
    doelset = maak_doelset(*doelen, bestaand_telt_mee=bestaand)
    basis = _omgeving()
    omgeving = replace(
        basis,
        doelset=doelset,
        doelen=doelen_per_provincie(
            doelset, inwoners_per_provincie(basis.gemeenten), vul_aan=False
        ),
        parameters=basis.parameters.met(parameters or {}),
    )
    return beoordeel(maak_kandidaten(*rijen), omgeving)


@cache
def _omgeving() -> Omgeving:
    """De proefomgeving, waarvan alleen doelen en parameters nog wisselen."""
    return maak_omgeving(PRECIES)


def trek(zaad: int) -> tuple[Beoordeling, Opdracht]:
    """Trek een kleine opdracht: ten hoogste twaalf kandidaten en `MEESTE_KEUZES` keuzes."""
    toeval = np.random.default_rng(zaad)
    deel = float(toeval.choice([1.0, 1.0, 0.6]))
    rijen, keuzes = [], 1
    for nummer in range(int(toeval.integers(6, 13))):
        capaciteit = int(toeval.integers(1, 7))
        keuzes *= capaciteit - max(1, int(np.ceil(deel * capaciteit))) + 2
        if keuzes > MEESTE_KEUZES:
            break
        kwetsbaar = round(float(toeval.choice([0.0, 0.25, 0.5, 1.0])), 2)
        mix = {"aandeel_statushouders": kwetsbaar, "aandeel_studenten": 1 - kwetsbaar}
        rijen.append(
            kandidaat(
                f"K{nummer:02}",
                x=int(toeval.integers(100_100, 129_900)),
                y=int(toeval.integers(400_100, 419_900)),
                capaciteit=capaciteit,
                type=str(toeval.choice(["noodopvang"] * 4 + ["amv", "amv", "azc", "flex"])),
                status=str(toeval.choice(["idee"] * 12 + ["besluit", "afgevallen"])),
                **(mix if toeval.random() < 0.7 else {}),
            )
        )
    doelen = []
    for provincie in ("Utrecht", "Gelderland"):
        laag = int(toeval.integers(1, 7))
        doelen.append(doel(provincie, laag, laag + int(toeval.integers(0, 4))))
        if toeval.random() < 0.3:
            amv = int(toeval.integers(1, 4))
            doelen.append(doel(provincie, amv, amv + 1, "waarvan_amv"))
    beoordeling = maak_beoordeling(
        *rijen,
        doelen=doelen,
        parameters={"portefeuille.minimum_deel": deel},
    )

    def soms(kans: float, waarde):
        return waarde if toeval.random() < kans else None

    opdracht = Opdracht(
        voorrang=Voorrang(str(toeval.choice(list(Voorrang)))),
        per_onderdeel=bool(toeval.random() < 0.7),
        max_per_gemeente=soms(0.4, int(toeval.integers(1, 4))),
        max_evenredig=soms(0.3, float(toeval.choice([1.0, 1.5, 3.0]))),
        min_afstand_m=soms(0.5, float(toeval.choice([2000, 4000, 8000]))),
        min_afstand_opvang_m=soms(0.2, float(toeval.choice([1000, 3000]))),
        max_groot=soms(0.3, Omvanggrens(int(toeval.integers(0, 3)), int(toeval.integers(1, 5)))),
        mixband=soms(0.2, (0.2, 0.6)),
        budget_euro=soms(0.3, float(toeval.integers(200_000, 900_000))),
    )
    return beoordeling, opdracht


def los(beoordeling: Beoordeling, opdracht: Opdracht) -> tuple[Keuzemodel, Beklimming]:
    """Los een opdracht op tot het bewijs; alleen de beste, zonder wat erna komt."""
    keuze = bouw(stel_probleem(beoordeling, opdracht))
    grens = rekengrens(keuze.probleem.parameters)
    return keuze, zoek_beste(keuze, grens, Toezicht())


def keuze_van(keuze: Keuzemodel, gevonden: Beklimming) -> dict[str, int]:
    """De gekozen plaatsen per id."""
    plaatsen = uit_waarden(keuze, gevonden.waarden, ()).plaatsen
    return {str(id_): int(aantal) for id_, aantal in plaatsen.items()}


@dataclass(frozen=True)
class Nagelopen:
    """Elke keuze van een probleem, met wat zij oplevert en welke eis zij breekt."""

    probleem: Probleem

    @cached_property
    def keuzes(self) -> np.ndarray:
        """Elke combinatie van plaatsen, shape (k, m)."""
        tabel = self.probleem.kiesbaar
        reeksen = [
            [0, *range(int(rij.kleinste), int(rij.grootste) + 1)] for rij in tabel.itertuples()
        ]
        if not reeksen:
            return np.zeros((1, 0))
        return np.array(np.meshgrid(*reeksen, indexing="ij")).reshape(len(reeksen), -1).T * 1.0

    def beste(self) -> tuple[tuple[float, ...], dict[str, int]]:
        """De hoogste waarde, en de keuze die haar geeft."""
        goed = np.flatnonzero(self.mag())
        waarden = [self.tekort(), self.punten()]
        if self.probleem.opdracht.voorrang is Voorrang.SPREIDING:
            waarden.insert(1, self.boven())
        op_volgorde = np.lexsort([waarde[goed] for waarde in reversed(waarden)])
        winnaar = goed[op_volgorde[0]]
        plaatsen = dict(zip(self.probleem.kiesbaar.index, self.keuzes[winnaar], strict=True))
        return (
            tuple(float(waarde[winnaar]) for waarde in waarden),
            {str(id_): int(aantal) for id_, aantal in plaatsen.items() if aantal},
        )

    def tekort(self) -> np.ndarray:
        """Wat er aan alle doelen samen ontbreekt."""
        return sum(
            (np.maximum(deel.laag - self._som(self._telt(deel)), 0) for deel in self._nodig),
            start=np.zeros(len(self.keuzes)),
        )

    def punten(self) -> np.ndarray:
        """Score × plaatsen, negatief: minder is beter. Bij gelijke score wint het eerste id."""
        score = self.probleem.kiesbaar["score"].fillna(0).to_numpy()
        return -self.keuzes @ (score - HAAR * np.arange(len(score)) / max(len(score), 1))

    def boven(self) -> np.ndarray:
        """Plaatsen boven het evenredige deel."""
        uit = np.zeros(len(self.keuzes))
        for code, rij in self.probleem.gemeenten.iterrows():
            vrij = np.floor(max(rij["deel"] - rij["er_is"], 0) + 1e-6) if rij["deel"] > 0 else 0
            uit += np.maximum(self._som(self._in(code)) - vrij, 0)
        return uit

    def mag(self) -> np.ndarray:
        """Welke keuzes aan alle eisen voldoen."""
        goed = np.ones(len(self.keuzes), dtype=bool)
        for mag in self._eisen():
            goed &= mag
        return goed

    def _eisen(self):
        probleem, opdracht = self.probleem, self.probleem.opdracht
        tabel, gekozen = probleem.kiesbaar, self.keuzes > 0
        for deel in self._nodig:
            yield self._som(self._telt(deel)) <= deel.hoog
        codes = probleem.gemeenten.index
        if opdracht.max_per_gemeente is not None:
            for code in codes:
                al = (probleem.gepland["gemeentecode"] == code).sum()
                hier = gekozen[:, self._in(code)].sum(axis=1)
                yield (hier == 0) | (hier + al <= opdracht.max_per_gemeente)
        if opdracht.max_evenredig is not None:
            for code, rij in probleem.gemeenten.iterrows():
                samen = self._som(self._in(code)) + rij["er_is"]
                ruim = opdracht.max_evenredig * rij["deel"]
                yield (samen <= ruim + 1e-6) | (self._som(self._in(code)) == 0)
        xy = tabel[["x", "y"]].to_numpy()
        for een in range(len(tabel)):
            if opdracht.min_afstand_m:
                for ander in range(een):
                    if np.hypot(*(xy[een] - xy[ander])) < opdracht.min_afstand_m:
                        yield ~(gekozen[:, een] & gekozen[:, ander])
                for punt in probleem.gepland[["x", "y"]].to_numpy():
                    if np.hypot(*(xy[een] - punt)) < opdracht.min_afstand_m:
                        yield ~gekozen[:, een]
            for punt in probleem.beoordeling.omgeving.opvang.get_coordinates().to_numpy():
                if np.hypot(*(xy[een] - punt)) < (opdracht.min_afstand_opvang_m or 0):
                    yield ~gekozen[:, een]
        if opdracht.max_groot is not None:
            grens = opdracht.max_groot
            al = (probleem.gepland["grootste"] > grens.plaatsen).sum()
            groot = (self.keuzes > grens.plaatsen).sum(axis=1)
            yield (groot == 0) | (groot + al <= grens.locaties)
        if opdracht.mixband is not None:
            kwetsbaar = tabel["kwetsbaar"].to_numpy()
            for code in codes:
                telt = self._in(code) & ~np.isnan(kwetsbaar)
                som = self._som(telt)
                aandeel = (self.keuzes * np.where(telt, np.nan_to_num(kwetsbaar), 0)).sum(axis=1)
                laag, hoog = opdracht.mixband
                yield (aandeel >= laag * som - 1e-9) & (aandeel <= hoog * som + 1e-9)
        if opdracht.budget_euro is not None:
            kosten = self.keuzes @ tabel["kosten_euro"].to_numpy()
            yield kosten <= opdracht.budget_euro + 1e-6
        yield gekozen[:, tabel["vast"].to_numpy(dtype=bool)].all(axis=1)

    @property
    def _nodig(self):
        """De doelen, met onderdelen alleen als de opdracht dat zegt."""
        return [
            deel
            for deel in self.probleem.nodig
            if self.probleem.opdracht.per_onderdeel or deel.onderdeel == TOTAAL
        ]

    def _telt(self, deel) -> np.ndarray:
        tabel = self.probleem.kiesbaar
        return ((tabel["provincie"] == deel.provincie) & tabel["type"].isin(deel.typen)).to_numpy()

    def _in(self, code) -> np.ndarray:
        return (self.probleem.kiesbaar["gemeentecode"] == code).to_numpy()

    def _som(self, wie: np.ndarray) -> np.ndarray:
        return self.keuzes[:, wie].sum(axis=1)
