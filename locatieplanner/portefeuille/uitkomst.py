"""De uitkomst: portefeuilles bij een opdracht, wat er knelt, en wat een lezer moet weten."""

from dataclasses import dataclass

from locatieplanner.beoordeling.bevindingen import beschermd
from locatieplanner.domein.notatie import datum, getal
from locatieplanner.opgave.controle import tijdverschil
from locatieplanner.portefeuille.deelname import zonder_datum
from locatieplanner.portefeuille.eigenplan import Eigenplan
from locatieplanner.portefeuille.front import Front
from locatieplanner.portefeuille.knelpunt import Knelpunt
from locatieplanner.portefeuille.portefeuille import Portefeuille
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.portefeuille.versoepeling import Versoepeld


@dataclass(frozen=True, eq=False)
class Uitkomst:
    """Wat er bij een opdracht gevonden is.

    Parameters
    ----------
    probleem : Probleem
        Waaruit gekozen is.
    portefeuilles : tuple of Portefeuille
        De beste eerst; de andere zijn alternatieven.
    knelpunten : tuple of Knelpunt
        Per doel dat de eerste portefeuille niet haalt, waar dat aan ligt.
    bereikbaar : tuple of int
        Per doel van `Probleem.nodig` hoeveel plaatsen er hoogstens te halen zijn.
    front : Front or None
        Score tegenover spreiding en aantal locaties, als daarom gevraagd is.
    eigen : Eigenplan or None
        Het eigen plan van de gebruiker, als dat er is.
    versoepeld : tuple of Versoepeld
        Per eis met een getal wat een stap ruimer geeft, als daarom gevraagd is.
    """

    probleem: Probleem
    portefeuilles: tuple[Portefeuille, ...]
    knelpunten: tuple[Knelpunt, ...]
    bereikbaar: tuple[int, ...]
    front: Front | None = None
    eigen: Eigenplan | None = None
    versoepeld: tuple[Versoepeld, ...] = ()

    @property
    def beste(self) -> Portefeuille:
        """De eerste portefeuille."""
        return self.portefeuilles[0]

    def let_op(self) -> list[str]:
        """Geef wat een lezer bij de uitkomst moet weten, een zin per punt."""
        return [zin for zin in (*self._over_doelen(), *self._over_kandidaten()) if zin]

    def _over_doelen(self) -> list[str]:
        probleem = self.probleem
        omgeving = probleem.beoordeling.omgeving
        gebied = probleem.opdracht.gebied
        bekend = {deel.provincie for deel in probleem.nodig}
        onbekend = [provincie for provincie in gebied if provincie not in bekend]
        statussen = sorted({str(deel.status) for deel in probleem.nodig if deel.laag})
        let_op = tijdverschil(omgeving, gebied[0] if len(gebied) == 1 else None)
        return [
            f"Nodig is het doel min wat er staat en gepland is; status: {', '.join(statussen)}."
            if statussen
            else "",
            f"Van {', '.join(onbekend)} is het doel onbekend: daar wordt niets gekozen."
            if onbekend
            else "",
            let_op or "",
        ]

    def _over_kandidaten(self) -> list[str]:
        probleem, opdracht = self.probleem, self.probleem.opdracht
        gepland = probleem.gepland
        zinnen = []
        if len(gepland):
            zinnen.append(
                "Al gepland, en daarom niet opnieuw te kiezen: "
                f"{_locaties(len(gepland))} met {getal(gepland['grootste'].sum())} plaatsen."
            )
        if opdracht.maand is None:
            zinnen.append("Op beschikbaarheid is niet gelet: er is geen maand gekozen.")
        gegokt = zonder_datum(probleem.beoordeling, opdracht)
        meegeteld = set(probleem.beoordeling.kandidaten.index[gegokt])
        gekozen = [id_ for id_ in self.beste.plaatsen.index if id_ in meegeteld]
        if gekozen:
            zinnen.append(
                f"Onbekend vanaf wanneer, maar meegeteld in {datum(str(opdracht.maand))}: "
                f"{', '.join(gekozen)}."
            )
        if opdracht.min_afstand_opvang_m:
            zinnen.append(
                "Bestaande opvang ligt in de lijst op het midden van de kern en niet op het adres; "
                "wat er niet in staat, houdt geen afstand."
            )
        if opdracht.mixband is not None:
            tabel = probleem.kandidaten.loc[self.beste.plaatsen.index]
            onbekend = int(tabel["kwetsbaar"].isna().sum())
            if onbekend:
                zinnen.append(
                    f"De mix is onbekend van {_locaties(onbekend)} in de keuze; die tellen in de "
                    "band niet mee."
                )
        zinnen.append("De score van een locatie is die bij haar volle capaciteit.")
        kandidaten = probleem.beoordeling.kandidaten
        keuze = kandidaten[kandidaten.index.isin(self.beste.plaatsen.index)]
        schild = keuze.index[beschermd(keuze, probleem.beoordeling.omgeving)]
        if len(schild):
            zinnen.append(
                f"Beschermde ligging: {', '.join(sorted(schild))}. Deel die buiten de planners "
                "alleen per gemeente."
            )
        return zinnen


def _locaties(aantal: int) -> str:
    return f"{getal(aantal)} {'locatie' if aantal == 1 else 'locaties'}"
