"""Een eigen reeks van de behoefte lezen uit een CSV-bestand: per maand het aantal plaatsen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from locatieplanner.domein.behoefte import Behoeftescenario, Knoop
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.notatie import datum, opsomming
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestand import Bestandssoort, bepaal_soort, lees_inhoud
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.capaciteit import lees_aantal
from locatieplanner.invoer.csvbestand import lees_csv
from locatieplanner.invoer.getallen import Maat
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.peildatums import lees_peildatums
from locatieplanner.invoer.persoonsgegevens import is_persoonsgegeven, vind_persoonsgegevens
from locatieplanner.invoer.probleem import (
    Ernst,
    Probleem,
    bestandsfout,
    bestandsmelding,
    kort,
    per_rij,
)
from locatieplanner.invoer.tabelsoort import Tabelsoort
from locatieplanner.invoer.teksten import is_leeg

EIGEN = "eigen"
"""Het id van een scenario uit een bestand van de gebruiker."""

MAAND, PLAATSEN = "maand", "plaatsen"

_VARIANTEN: Mapping[str, frozenset[str]] = {
    MAAND: frozenset({"maand", "datum", "periode", "peildatum", "wanneer"}),
    PLAATSEN: frozenset({"plaatsen", "plekken", "aantal", "aantalplaatsen", "behoefte"}),
}
_MEESTE = 1_000_000

BEHOEFTE = Tabelsoort(
    "maanden en plaatsen", lambda naam: any(sleutel(naam) in n for n in _VARIANTEN.values())
)
"""Een tabel met de behoefte per maand."""


@dataclass(frozen=True)
class Behoefteinvoer:
    """Wat er uit een bestand kwam.

    Parameters
    ----------
    scenario : Behoeftescenario or None
        De reeks als scenario; None als er fouten zijn.
    problemen : tuple of Probleem
        Alle fouten en meldingen: eerst die van het hele bestand, dan per rij.
    """

    scenario: Behoeftescenario | None
    problemen: tuple[Probleem, ...]

    @property
    def fouten(self) -> tuple[Probleem, ...]:
        """De problemen die de reeks onbruikbaar maken."""
        return tuple(p for p in self.problemen if p.ernst is Ernst.FOUT)


def lees_behoefte(
    bestand: Path | bytes, naam: str, grenzen: Bestandsgrenzen = STANDAARDGRENZEN
) -> Behoefteinvoer:
    """Lees een reeks met kolommen ``maand`` en ``plaatsen``, voor heel Nederland.

    Parameters
    ----------
    bestand : Path or bytes
        Plaats op deze computer, of de inhoud zelf.
    naam : str
        Naam van het bestand.
    grenzen : Bestandsgrenzen, optional
        Hoe groot het bestand mag zijn.

    Raises
    ------
    BestandFout
        Als het bestand als geheel niet te lezen is.
    """
    inhoud = lees_inhoud(bestand, naam, grenzen, BEHOEFTE.naam)
    if bepaal_soort(inhoud, naam) is not Bestandssoort.CSV:
        raise BestandFout(f"{naam}: sla de reeks op als CSV, met de kolommen maand en plaatsen.")
    tabel = lees_csv(inhoud, grenzen, BEHOEFTE)
    gegevens = tabel.gegevens
    plaatsen = {
        kolom: [plek for plek, kop in enumerate(gegevens.columns) if sleutel(kop) in namen]
        for kolom, namen in _VARIANTEN.items()
    }
    problemen = [*_kop(plaatsen, gegevens, tabel.overige), *tabel.problemen]
    if any(probleem.rij is None and probleem.ernst is Ernst.FOUT for probleem in problemen):
        return Behoefteinvoer(None, tuple(problemen))
    maand, aantal = (gegevens.iloc[:, plaatsen[kolom][0]] for kolom in (MAAND, PLAATSEN))
    maanden, over_maanden = _maanden(maand)
    aantallen, over_aantallen = lees_aantal(
        aantal,
        str(aantal.name),
        tabel.schrijfwijze,
        0,
        meeste=_MEESTE,
        waar="in heel Nederland",
        maat=Maat.PLAATSEN,
    )
    leeg = is_leeg(aantal)
    problemen += [
        *over_maanden,
        *over_aantallen,
        *per_rij(leeg, str(aantal.name), None, "het aantal plaatsen ontbreekt", "vul het in"),
    ]
    if any(probleem.ernst is Ernst.FOUT for probleem in problemen):
        return Behoefteinvoer(None, tuple(sorted(problemen, key=lambda p: p.rij or 0)))
    return Behoefteinvoer(_scenario(maanden, aantallen, naam), tuple(problemen))


def behoeftesjabloon() -> bytes:
    """Geef een CSV om in te vullen, zoals een Nederlandse Excel haar leest."""
    rijen = ["maand;plaatsen", "2026-01;73000", "2027-07;88000", "2029-01;80000"]
    return "\r\n".join([*rijen, ""]).encode("utf-8-sig")


def _kop(
    plaatsen: Mapping[str, Sequence[int]], gegevens: pd.DataFrame, overige: Sequence[str]
) -> list[Probleem]:
    problemen = []
    for kolom, gevonden in plaatsen.items():
        if not gevonden:
            problemen.append(
                bestandsfout(
                    f"de kolom {kolom} ontbreekt",
                    f"voeg een kolom {kolom} toe, of begin met het sjabloon",
                    kolom=kolom,
                )
            )
        elif len(gevonden) > 1:
            koppen = opsomming([f"'{gegevens.columns[plek]}'" for plek in gevonden])
            problemen.append(
                bestandsfout(f"de kolommen {koppen} betekenen allebei {kolom}", "laat er één staan")
            )
    if not problemen and gegevens.empty:
        problemen.append(bestandsfout("er staat geen enkele maand in", "vul ten minste één rij in"))
    over = [kolom for kolom in overige if not is_persoonsgegeven(kolom)]
    if over:
        namen = opsomming([f"'{kort(kolom)}'" for kolom in over])
        problemen.append(bestandsmelding(f"niet gebruikt: {namen}"))
    return [*vind_persoonsgegevens(list(overige)), *problemen]


def _maanden(waarden: pd.Series) -> tuple[pd.Series, list[Probleem]]:
    """De maanden als ``2027-07``, en wat er aan mankeert."""
    kolom = str(waarden.name)
    peildatums, problemen = lees_peildatums(waarden, kolom)
    maanden = peildatums.str.slice(0, 7)
    schrijf = "schrijf een maand zoals 2027-07 of juli 2027"
    leeg = is_leeg(waarden)
    alleen_jaar = peildatums.str.len() == 4
    goed = (maanden != "") & ~alleen_jaar
    dubbel = goed & maanden.where(goed).duplicated(keep="first")
    return maanden, [
        *problemen,
        *per_rij(leeg, kolom, None, "de maand ontbreekt", schrijf),
        *per_rij(alleen_jaar, kolom, waarden, "er staat alleen een jaar", schrijf),
        *per_rij(
            dubbel,
            kolom,
            waarden,
            lambda rij: f"{datum(maanden[rij])} staat er al",
            "laat elke maand één keer staan",
        ),
    ]


def _scenario(maanden: pd.Series, aantallen: pd.Series, naam: str) -> Behoeftescenario:
    herkomst = Herkomst(f"eigen bestand {naam}", "", Status.GESCHAT)
    paren = sorted(zip(maanden, aantallen, strict=True))
    return Behoeftescenario(
        id=EIGEN,
        naam="Eigen reeks",
        uitleg=f"De reeks uit {naam}, voor heel Nederland.",
        knopen=tuple(
            Knoop(pd.Period(maand, freq="M"), float(plaatsen), herkomst)
            for maand, plaatsen in paren
        ),
    )
