"""Eigen capaciteitsdoelen lezen uit CSV of Excel: alle problemen tegelijk, en alles of niets.

Van elke provincie in de tabel vervangen de rijen de ingebouwde; andere provincies blijven. Een rij
met één fout zou een provincie half vervangen, dus met een fout wordt er niets overgenomen.

Een lege status is ``gepubliceerd`` waar een bron staat en ``geschat`` waar die ontbreekt. Een rij
zonder aantal, status, bron en toelichting zegt niets: is het doel ingebouwd onbekend, dan blijft
het dat, met wat daar ingebouwd over gezegd wordt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestand import Bestandssoort, bepaal_soort, lees_inhoud
from locatieplanner.invoer.bestandsgrenzen import MB, Bestandsgrenzen
from locatieplanner.invoer.csvbestand import lees_csv
from locatieplanner.invoer.doelkolommen import DOELEN, lees_doelkop
from locatieplanner.invoer.doelrijen import als_doelen, lees_rijen
from locatieplanner.invoer.doelvergelijking import meld_veranderingen
from locatieplanner.invoer.excel import lees_excel
from locatieplanner.invoer.probleem import Ernst, Probleem, verberg_geheim
from locatieplanner.invoer.tabel import Tabel, zonder_lege_rijen
from locatieplanner.invoer.tabelsoort import Tabelsoort

DOELGRENZEN = Bestandsgrenzen(
    bytes=5 * MB, uitgepakt_bytes=50 * MB, rijen=2_000, kolommen=100, cellen=100_000
)
"""Hoe groot een tabel met doelen mag zijn: ruim voor alle doelsets samen."""

_LEZERS: Mapping[Bestandssoort, Callable[[bytes, Bestandsgrenzen, Tabelsoort], Tabel]] = {
    Bestandssoort.CSV: lees_csv,
    Bestandssoort.EXCEL: lees_excel,
}


@dataclass(frozen=True)
class Doelinvoer:
    """Wat er uit een tabel met doelen kwam.

    Parameters
    ----------
    eigen : Eigendoelen
        De eigen rijen; leeg als er een fout is.
    problemen : tuple of Probleem
        Alle fouten en meldingen: eerst die van het hele bestand, dan per rij.
    aantal_rijen : int
        Rijen in de tabel.
    bron : str
        Naam van het bestand, of waar de rijen anders vandaan kwamen.
    """

    eigen: Eigendoelen
    problemen: tuple[Probleem, ...]
    aantal_rijen: int
    bron: str

    @property
    def fouten(self) -> tuple[Probleem, ...]:
        """De problemen die maken dat er niets overgenomen wordt."""
        return tuple(p for p in self.problemen if p.ernst is Ernst.FOUT)


def lees_doelen(
    bestand: Path | bytes,
    naam: str,
    doelsets: Mapping[str, Doelset],
    doelset: str | None = None,
    grenzen: Bestandsgrenzen = DOELGRENZEN,
) -> Doelinvoer:
    """Lees eigen doelen uit een CSV- of Excelbestand en controleer ze.

    Parameters
    ----------
    bestand : Path or bytes
        Plaats op deze computer, of de inhoud zelf.
    naam : str
        Naam van het bestand; het achtervoegsel bepaalt de soort.
    doelsets : mapping of str to Doelset
        De doelsets die er zijn, per id.
    doelset : str, optional
        Bij welke doelset een rij hoort die dat zelf niet zegt.
    grenzen : Bestandsgrenzen, optional
        Hoe groot het bestand mag zijn.

    Raises
    ------
    BestandFout
        Als het bestand als geheel niet te lezen is.
    """
    inhoud = lees_inhoud(bestand, naam, grenzen, DOELEN.naam)
    lezer = _LEZERS.get(bepaal_soort(inhoud, naam))
    if lezer is None:
        raise BestandFout(
            f"{naam}: doelen worden alleen uit CSV en Excel (.xlsx) gelezen. Sla het bestand zo op."
        )
    try:
        tabel = lezer(inhoud, grenzen, DOELEN)
    except BestandFout as fout:
        tekst = str(fout)
        raise BestandFout(f"{naam}: {tekst[:1].lower()}{tekst[1:]}") from fout
    if not len(tabel.gegevens):
        raise BestandFout(f"{naam}: het bestand bevat geen rijen met doelen.")
    return _controleer(tabel, naam, doelsets, doelset)


def controleer_doelen(
    tabel: pd.DataFrame,
    doelsets: Mapping[str, Doelset],
    doelset: str | None = None,
    bron: str = "scherm",
) -> Doelinvoer:
    """Controleer doelen die al in een tabel staan, zoals na bewerken op het scherm.

    Parameters
    ----------
    tabel : DataFrame
        Kolommen als in een bestand; rijen tellen vanaf 1 en lege rijen vallen weg.
    doelsets, doelset
        Zie `lees_doelen`.
    bron : str, optional
        Waar de rijen vandaan komen.
    """
    rijen = tabel.set_axis(pd.RangeIndex(1, len(tabel) + 1), axis=0)
    return _controleer(Tabel(zonder_lege_rijen(rijen)), bron, doelsets, doelset)


def _controleer(
    tabel: Tabel, bron: str, doelsets: Mapping[str, Doelset], doelset: str | None
) -> Doelinvoer:
    kop = lees_doelkop(tabel.gegevens, tabel.overige)
    waarden, nieuw, problemen = lees_rijen(tabel, kop, doelsets, doelset, DOELGRENZEN)
    alle = [*tabel.problemen, *kop.problemen, *problemen]
    eigen = Eigendoelen()
    if not any(probleem.ernst is Ernst.FOUT for probleem in alle):
        rijen = als_doelen(waarden, doelsets)
        alle += meld_veranderingen(rijen, doelsets)
        eigen = Eigendoelen(tuple(rijen.values()), tuple(nieuw.items()))
    return Doelinvoer(eigen, _gesorteerd(alle), len(waarden), bron)


def _gesorteerd(problemen: list[Probleem]) -> tuple[Probleem, ...]:
    return tuple(sorted(verberg_geheim(problemen), key=lambda p: -1 if p.rij is None else p.rij))
