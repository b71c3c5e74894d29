"""Van probleem naar model: welke kolommen en regels er zijn.

Kolommen, per kandidaat i, per doel k en per gemeente g::

    gekozenᵢ  0 of 1
    plaatsenᵢ tussen kleinsteᵢ · gekozenᵢ en grootsteᵢ · gekozenᵢ
    grootᵢ    0 of 1: of de locatie boven de grens van een grote locatie uitkomt
    tekortₖ   plaatsen die aan het doel ontbreken; 0 als het gehaald is
    bovenᵍ    plaatsen boven het evenredige deel

Regels::

    Σ plaatsen + tekortₖ ≥ laagₖ        Σ plaatsen ≤ hoogₖ
    Σ plaatsen in g ≤ veelvoud · deelᵍ − wat er isᵍ
    Σ gekozen in g ≤ aantal             Σ gekozen in een kliek ≤ 1
    Σ groot ≤ aantal                    Σ kosten · plaatsen ≤ budget
    laag · Σ plaatsen in g ≤ Σ kwetsbaar · plaatsen in g ≤ hoog · Σ plaatsen in g

Alleen de keuzes (gekozen en groot) staan als geheel getal in het model. Zonder budget en band voor
de mix zijn de plaatsen bij een gegeven keuze vanzelf heel: de regels vormen dan een netwerk. Waar
dat niet zo is, maakt `locatieplanner.portefeuille.trappen` ze het.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.notatie import getal, procent
from locatieplanner.portefeuille.deelname import afstandseis
from locatieplanner.portefeuille.eis import Eis, Eissoort
from locatieplanner.portefeuille.klieken import klieken, paren_binnen
from locatieplanner.portefeuille.model import Getallen, Model, Nummers
from locatieplanner.portefeuille.nodig import Nodig
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.portefeuille.regels import Regels

HAAR = 1e-4
"""Punten per plaats die het id ten hoogste kost: bij gelijke scores wint het eerste id."""


@dataclass(frozen=True, eq=False)
class Keuzemodel:
    """Een model met wat zijn kolommen betekenen.

    Parameters
    ----------
    model : Model
        De kolommen en regels.
    probleem : Probleem
        Waar het van gemaakt is.
    gekozen, plaatsen, groot, tekort, boven : ndarray of int
        De kolommen van elke soort; `gekozen` en `plaatsen` in de volgorde van de kandidaten,
        `tekort` in die van `Probleem.nodig`.
    grote : ndarray of int
        De kandidaat van elke kolom in `groot`.
    boven_gemeente : Index
        De gemeentecode van elke kolom in `boven`.
    """

    model: Model
    probleem: Probleem
    gekozen: Nummers
    plaatsen: Nummers
    groot: Nummers
    tekort: Nummers
    boven: Nummers
    grote: Nummers
    boven_gemeente: pd.Index

    def punten(self) -> Getallen:
        """Geef per kolom wat zij aan score × plaatsen bijdraagt, met de haar voor het id eraf."""
        doel = np.zeros(self.model.aantal)
        score = self.probleem.kiesbaar["score"].fillna(0.0).to_numpy(dtype=np.float64)
        volgorde = np.arange(len(score)) / max(len(score), 1)
        doel[self.plaatsen] = score - HAAR * volgorde
        return doel

    def som(self, kolommen: Nummers) -> Getallen:
        """Geef per kolom 1 als zij in `kolommen` staat, anders 0."""
        doel = np.zeros(self.model.aantal)
        doel[kolommen] = 1.0
        return doel

    def waarden(self, aantal: Getallen) -> Getallen:
        """Geef de waarde van elke kolom bij een aantal plaatsen per kandidaat, shape (m,)."""
        probleem = self.probleem
        waarden = np.zeros(self.model.aantal)
        waarden[self.plaatsen] = aantal
        waarden[self.gekozen] = aantal > 0
        if probleem.opdracht.max_groot is not None:
            waarden[self.groot] = aantal[self.grote] > probleem.opdracht.max_groot.plaatsen
        for kolom, deel in zip(self.tekort, probleem.nodig, strict=True):
            waarden[kolom] = max(0.0, deel.laag - aantal[telt_voor(deel, probleem.kiesbaar)].sum())
        codes = probleem.kiesbaar["gemeentecode"].to_numpy()
        in_gemeente = pd.Series(aantal).groupby(codes).sum().reindex(self.boven_gemeente)
        vrij = ruimte(probleem, 1.0).reindex(self.boven_gemeente)
        waarden[self.boven] = np.maximum(in_gemeente.to_numpy() - vrij.to_numpy(), 0.0)
        return waarden

    def van_provincie(self, provincie: str) -> Nummers:
        """Geef de kolommen die over kandidaten en doelen in een provincie gaan."""
        kiesbaar, gemeenten = self.probleem.kiesbaar, self.probleem.gemeenten
        hier = np.flatnonzero(kiesbaar["provincie"] == provincie)
        doelen = [n for n, deel in enumerate(self.probleem.nodig) if deel.provincie == provincie]
        groot = np.isin(self.grote, hier)
        in_gemeente = (gemeenten["provincie"].reindex(self.boven_gemeente) == provincie).to_numpy()
        return np.sort(
            np.concatenate(
                [
                    *(self.gekozen[hier], self.plaatsen[hier], self.groot[groot]),
                    *(self.tekort[doelen], self.boven[in_gemeente]),
                ]
            )
        )


def bouw(probleem: Probleem) -> Keuzemodel:
    """Bouw het model van een probleem."""
    kiesbaar = probleem.kiesbaar
    aantal = len(kiesbaar)
    grote = _grote(probleem)
    codes = pd.Index(sorted(kiesbaar["gemeentecode"].unique()))
    lengtes = (aantal, aantal, len(grote), len(probleem.nodig), len(codes))
    einden = np.cumsum(lengtes)
    gekozen, plaatsen, groot, tekort, boven = (
        np.arange(einde - lengte, einde) for einde, lengte in zip(einden, lengtes, strict=True)
    )
    hoog = np.concatenate(
        [
            np.ones(aantal),
            kiesbaar["grootste"].to_numpy(dtype=np.float64),
            np.ones(len(grote)),
            np.array([float(deel.laag) for deel in probleem.nodig]),
            kiesbaar.groupby("gemeentecode")["grootste"].sum().reindex(codes).to_numpy(),
        ]
    )
    geheel = np.zeros(len(hoog), dtype=bool)
    geheel[gekozen] = geheel[groot] = True
    regels = _Keuzeregels(probleem, gekozen, plaatsen)
    regels.omvang()
    regels.doelen(tekort)
    regels.gemeenten(codes, boven)
    regels.afstand()
    regels.grote_locaties(grote, groot)
    regels.mix()
    regels.budget()
    regels.eigen_keuze()
    rij_laag, rij_hoog, rij_eis = regels.regels.grenzen()
    model = Model(
        laag=np.zeros(len(hoog)),
        hoog=hoog,
        geheel=geheel,
        matrix=regels.regels.matrix(len(hoog)),
        rij_laag=rij_laag,
        rij_hoog=rij_hoog,
        rij_eis=rij_eis,
        eisen=tuple(regels.regels.eisen),
    )
    return Keuzemodel(model, probleem, gekozen, plaatsen, groot, tekort, boven, grote, codes)


def telt_voor(deel: Nodig, kiesbaar: pd.DataFrame) -> NDArray[np.bool_]:
    """Geef welke kandidaten voor een doel meetellen."""
    hier = kiesbaar["provincie"] == deel.provincie
    return (hier & kiesbaar["type"].isin(deel.typen)).to_numpy(dtype=bool)


def ruimte(probleem: Probleem, veelvoud: float) -> pd.Series:
    """Geef per gemeente hoeveel hele plaatsen er nog bij kunnen tot een veelvoud van haar deel."""
    gemeenten = probleem.gemeenten
    over = veelvoud * gemeenten["deel"].fillna(0.0) - gemeenten["er_is"]
    return pd.Series(np.floor(over.clip(lower=0.0) + 1e-6), index=gemeenten.index)


def _grote(probleem: Probleem) -> Nummers:
    """Wie boven de grens van een grote locatie kan uitkomen."""
    if probleem.opdracht.max_groot is None:
        return np.empty(0, dtype=np.int64)
    grens = probleem.opdracht.max_groot.plaatsen
    return np.flatnonzero(probleem.kiesbaar["grootste"].to_numpy() > grens)


class _Keuzeregels:
    """De regels van een probleem, soort voor soort."""

    def __init__(self, probleem: Probleem, gekozen: Nummers, plaatsen: Nummers) -> None:
        self.regels = Regels()
        self._probleem = probleem
        self._opdracht = probleem.opdracht
        self._tabel = probleem.kiesbaar
        self._gekozen = gekozen
        self._plaatsen = plaatsen
        self._kleinste = probleem.kiesbaar["kleinste"].to_numpy(dtype=np.float64)
        self._grootste = probleem.kiesbaar["grootste"].to_numpy(dtype=np.float64)

    def omvang(self) -> None:
        """Plaatsen zijn er alleen op een gekozen locatie, en dan niet te weinig of te veel."""
        deel = self._probleem.parameters.getal("portefeuille.minimum_deel")
        zin = (
            f"ten minste {procent(deel)} van de capaciteit van een locatie (en wat haar type eist)"
        )
        gekozen, plaatsen = self._gekozen, self._plaatsen
        self.regels.elk([(plaatsen, 1.0), (gekozen, -self._grootste)], hoog=0.0)
        self.regels.elk(
            [(plaatsen, 1.0), (gekozen, -self._kleinste)],
            laag=0.0,
            eis=Eis(Eissoort.BEZETTING, "", zin),
        )

    def doelen(self, tekort: Nummers) -> None:
        """Ten minste en ten hoogste het doel; wat ontbreekt is tekort."""
        for kolom, deel in zip(tekort, self._probleem.nodig, strict=True):
            wie = np.flatnonzero(telt_voor(deel, self._tabel))
            if deel.laag:
                self.regels.een(np.append(self._plaatsen[wie], kolom), 1.0, laag=deel.laag)
            if len(wie):
                zin = f"ten hoogste het doel van {deel.naam} (nog {getal(deel.hoog)} plaatsen)"
                eis = Eis(Eissoort.DOEL, f"{deel.provincie}/{deel.onderdeel}", zin)
                self._hoogstens(wie, deel.hoog, eis)

    def gemeenten(self, codes: pd.Index, boven: Nummers) -> None:
        """Wat er in een gemeente kan, en wat daarvan boven haar evenredige deel ligt."""
        vrij = ruimte(self._probleem, 1.0)
        wie_in = {str(code): rijen for code, rijen in self._rijen_per_gemeente().items()}
        for kolom, code in zip(boven, codes, strict=True):
            wie = wie_in[code]
            kolommen = np.append(self._plaatsen[wie], kolom)
            self.regels.een(kolommen, np.append(np.ones(len(wie)), -1.0), hoog=vrij[code])
        if self._opdracht.max_evenredig is not None:
            self._evenredig(self._opdracht.max_evenredig, wie_in)
        if self._opdracht.max_per_gemeente is not None:
            self._aantal_per_gemeente(self._opdracht.max_per_gemeente, wie_in)

    def afstand(self) -> None:
        """Van elke kliek die te dicht bij elkaar ligt ten hoogste een."""
        meter = self._opdracht.min_afstand_m
        if meter:
            punten = self._tabel[["x", "y"]].to_numpy(dtype=np.float64)
            for kliek in klieken(paren_binnen(punten, meter), len(punten)):
                self.regels.een(self._gekozen[kliek], 1.0, hoog=1.0, eis=afstandseis(meter))

    def grote_locaties(self, grote: Nummers, groot: Nummers) -> None:
        """Ten hoogste zoveel locaties boven een omvang."""
        grens = self._opdracht.max_groot
        if grens is None:
            return
        boven_grens = self._grootste[grote] - grens.plaatsen
        plaatsen, gekozen = self._plaatsen[grote], self._gekozen[grote]
        self.regels.elk(
            [(plaatsen, 1.0), (gekozen, -float(grens.plaatsen)), (groot, -boven_grens)], hoog=0.0
        )
        al = int((self._probleem.gepland["grootste"] > grens.plaatsen).sum())
        zin = (
            f"ten hoogste {getal(grens.locaties)} "
            f"{'locatie' if grens.locaties == 1 else 'locaties'} met meer dan "
            f"{getal(grens.plaatsen)} plaatsen"
        )
        eis = Eis(Eissoort.OMVANG, "", zin)
        self.regels.een(groot, 1.0, hoog=max(0, grens.locaties - al), eis=eis)

    def mix(self) -> None:
        """Het aandeel kwetsbare groepen per gemeente in de band, waar de mix bekend is."""
        band = self._opdracht.mixband
        if band is None:
            return
        kwetsbaar = self._tabel["kwetsbaar"].to_numpy(dtype=np.float64)
        for code, rijen in self._rijen_per_gemeente().items():
            wie = rijen[~np.isnan(kwetsbaar[rijen])]
            if len(wie):
                zin = (
                    f"{procent(band[0])} tot {procent(band[1])} kwetsbare groepen in "
                    f"{self._naam(code)}"
                )
                eis = Eis(Eissoort.MIX, code, zin)
                plaatsen = self._plaatsen[wie]
                self.regels.een(plaatsen, kwetsbaar[wie] - band[1], hoog=0.0, eis=eis)
                self.regels.een(plaatsen, kwetsbaar[wie] - band[0], laag=0.0, eis=eis)

    def budget(self) -> None:
        """Wat alle plaatsen samen mogen kosten."""
        budget = self._opdracht.budget_euro
        if budget is not None:
            eis = Eis(Eissoort.BUDGET, "", f"een budget van € {getal(budget)} per jaar")
            # In duizenden euro's: dan staan in elke regel getallen van dezelfde orde.
            kosten = self._tabel["kosten_euro"].to_numpy(dtype=np.float64) / 1000
            self.regels.een(self._plaatsen, kosten, hoog=budget / 1000, eis=eis)

    def eigen_keuze(self) -> None:
        """Wie door een eis alleen al niet kan, en wie er in elk geval in moet."""
        for beletsel in self._probleem.beletsels:
            wie = self._gekozen[np.flatnonzero(beletsel.rijen)]
            self.regels.elk([(wie, 1.0)], hoog=0.0, eis=beletsel.eis)
        for rij in np.flatnonzero(self._tabel["vast"]).tolist():
            id_ = str(self._tabel.index[rij])
            eis = Eis(Eissoort.VAST, id_, f"{id_} staat vast")
            self.regels.een(self._gekozen[[rij]], 1.0, laag=1.0, eis=eis)
            # Ook zonder kleinste bezetting is een vaste locatie zonder plaatsen er geen.
            self.regels.een([self._plaatsen[rij], self._gekozen[rij]], [1.0, -1.0], laag=0.0)

    def _evenredig(self, veelvoud: float, wie_in: dict[str, Nummers]) -> None:
        vrij = ruimte(self._probleem, veelvoud)
        for code, wie in wie_in.items():
            if self._grootste[wie].sum() > vrij[code]:
                zin = (
                    f"ten hoogste {procent(veelvoud)} van het evenredige deel in {self._naam(code)}"
                )
                self._hoogstens(wie, float(vrij[code]), Eis(Eissoort.EVENREDIG, code, zin))

    def _aantal_per_gemeente(self, aantal: int, wie_in: dict[str, Nummers]) -> None:
        al = self._probleem.gepland.groupby("gemeentecode").size()
        for code, wie in wie_in.items():
            vrij = max(0, aantal - int(al.get(code, 0)))
            if len(wie) > vrij:
                woord = "locatie" if aantal == 1 else "locaties"
                zin = f"ten hoogste {getal(aantal)} {woord} in {self._naam(code)}"
                eis = Eis(Eissoort.AANTAL, code, zin)
                self.regels.een(self._gekozen[wie], 1.0, hoog=vrij, eis=eis)

    def _hoogstens(self, wie: Nummers, hoog: float, eis: Eis) -> None:
        """Samen ten hoogste zoveel plaatsen, en daarom ook elk apart."""
        self.regels.een(self._plaatsen[wie], 1.0, hoog=hoog, eis=eis)
        ruim = wie[self._grootste[wie] > hoog]
        if len(ruim):
            delen = [(self._plaatsen[ruim], 1.0), (self._gekozen[ruim], -float(hoog))]
            self.regels.elk(delen, hoog=0.0, eis=eis)

    def _rijen_per_gemeente(self) -> dict[str, Nummers]:
        groepen = self._tabel.reset_index(drop=True).groupby("gemeentecode").indices
        return {str(code): np.asarray(rijen, np.int64) for code, rijen in sorted(groepen.items())}

    def _naam(self, code: str) -> str:
        return str(self._probleem.gemeenten["gemeente"][code])
