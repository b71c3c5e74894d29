"""Excel lezen: het werkblad dat heet naar wat erin staat, of anders het eerste."""

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import numpy as np
import openpyxl
import pandas as pd
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.kolommen import Kolomkeuze
from locatieplanner.invoer.probleem import Probleem, bestandsmelding
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.tabelsoort import KANDIDATEN, Tabelsoort
from locatieplanner.invoer.teksten import zonder_apostrof
from locatieplanner.invoer.uitpakken import lees_leden

Rij = tuple[object, ...]

_MEESTE_RIJEN = 1_048_576
_HOOG = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"']0*(\d{7,})")
_LEGE_RIJEN = 10_000
"""Na zoveel lege rijen achter elkaar stopt het lezen."""


def lees_excel(inhoud: bytes, grenzen: Bestandsgrenzen, soort: Tabelsoort = KANDIDATEN) -> Tabel:
    """Lees een werkblad met de waarden zoals Excel ze bewaart; de kop is de eerste gevulde rij.

    Van een formule telt de laatst berekende uitkomst; is die er niet, dan blijft de formule
    staan en is zij verderop een fout in die cel.

    Parameters
    ----------
    inhoud : bytes
        Het bestand.
    grenzen : Bestandsgrenzen
        Hoe groot het mag zijn, ook uitgepakt.
    soort : Tabelsoort, optional
        Wat voor tabel het is; het werkblad met die naam gaat voor.

    Raises
    ------
    BestandFout
        Als het geen leesbare werkmap is, leeg is of te groot.
    """
    for pad, deel in lees_leden(inhoud, grenzen):
        if pad.suffix == ".xml":
            _toets_rijnummers(deel)
    blad = _lees_blad(inhoud, grenzen, soort, uitkomsten=False)
    kop, rijen = blad.kop, blad.rijen
    if any(_is_formule(cel) for rij in (kop.koppen, *rijen.values()) for cel in rij):
        uitkomsten = _lees_blad(inhoud, grenzen, soort, uitkomsten=True, vast=kop.plaatsen)
        if any(_is_formule(naam) for naam in kop.koppen):
            kop = uitkomsten.kop
        rijen = _met_uitkomsten(rijen, uitkomsten.rijen)
    cellen = np.empty((len(rijen), len(kop.plaatsen)), dtype=object)
    for i, rij in enumerate(rijen.values()):
        cellen[i, :] = rij
    gegevens = pd.DataFrame(cellen, index=pd.Index(list(rijen), dtype="int64"), columns=kop.namen)
    return Tabel(gegevens, problemen=tuple(_meldingen(blad, soort)), overige=blad.kop.overige)


@dataclass(frozen=True)
class _Blad:
    naam: str
    bladen: int
    kop: Kolomkeuze
    rijen: dict[int, Rij]
    afgebroken_na: int | None


def _meldingen(blad: _Blad, soort: Tabelsoort) -> list[Probleem]:
    meldingen = []
    if blad.bladen > 1 and blad.naam.strip().lower() != soort.naam:
        meldingen.append(
            bestandsmelding(
                f"het werkblad '{blad.naam}' is gelezen; de andere werkbladen niet",
                f"noem het blad met {soort.naam} '{soort.naam}' als dit het verkeerde is",
            )
        )
    if blad.afgebroken_na is not None:
        meldingen.append(
            bestandsmelding(
                f"na rij {blad.afgebroken_na} staan meer dan {getal(_LEGE_RIJEN)} lege rijen; wat "
                "daarna komt is niet gelezen",
                f"verwijder de lege rijen als er nog {soort.naam} onder staan",
            )
        )
    return meldingen


def _toets_rijnummers(xml: bytes) -> None:
    if any(len(n) > len(str(_MEESTE_RIJEN)) or int(n) > _MEESTE_RIJEN for n in _HOOG.findall(xml)):
        raise BestandFout(
            f"Het werkblad heeft een rij voorbij {getal(_MEESTE_RIJEN)}, meer dan een rekenblad "
            "kent. Open het in Excel en sla het opnieuw op als .xlsx."
        )


def _is_leeg(cel: object) -> bool:
    return cel is None or (isinstance(cel, str) and not cel.strip())


def _op(rij: Rij, plaats: int) -> object:
    return rij[plaats] if plaats < len(rij) else None


def _is_formule(cel: object) -> bool:
    return isinstance(cel, str) and cel.startswith("=")


def _lees_blad(
    inhoud: bytes,
    grenzen: Bestandsgrenzen,
    soort: Tabelsoort,
    *,
    uitkomsten: bool,
    vast: tuple[int, ...] | None = None,
) -> _Blad:
    """Lees de rijen die niet leeg zijn, van de kolommen die tellen of van vaste plaatsen."""
    try:
        with warnings.catch_warnings():
            # openpyxl waarschuwt voor opmaak die het niet kent; die doet hier niet ter zake.
            warnings.simplefilter("ignore")
            werkmap = openpyxl.load_workbook(
                io.BytesIO(inhoud), read_only=True, data_only=uitkomsten, keep_links=False
            )
            gekozen = _kies_blad(werkmap, soort)
            genummerd = enumerate(gekozen.iter_rows(values_only=True), start=1)
            kop, rijen, afgebroken_na = _lees_rijen(genummerd, grenzen, soort, vast)
            titel, bladen = gekozen.title, len(werkmap.worksheets)
    except BestandFout:
        raise
    except Exception as fout:
        # openpyxl kent geen eigen fout: een beschadigd bestand geeft KeyError tot ParseError.
        raise BestandFout(
            "Het Excel-bestand is beschadigd of geen gewone werkmap. Open het in Excel en sla het "
            "opnieuw op als .xlsx."
        ) from fout
    if kop is None:
        raise BestandFout(f"Het werkblad '{titel}' is leeg. Kies een bestand met {soort.naam}.")
    return _Blad(titel, bladen, kop, rijen, afgebroken_na)


def _lees_rijen(
    genummerd: Iterator[tuple[int, Rij]],
    grenzen: Bestandsgrenzen,
    soort: Tabelsoort,
    vast: tuple[int, ...] | None,
) -> tuple[Kolomkeuze | None, dict[int, Rij], int | None]:
    kop: Kolomkeuze | None = None
    rijen: dict[int, Rij] = {}
    laatste = breedte = 0
    for nummer, rij in genummerd:
        if all(_is_leeg(cel) for cel in rij):
            # Een rij met een hoog nummer wordt voorafgegaan door al haar lege voorgangers.
            if nummer - laatste > _LEGE_RIJEN:
                return kop, rijen, laatste
            continue
        laatste = nummer
        breedte = max(breedte, len(rij))
        if kop is None:
            koppen = ["" if cel is None else str(cel).strip() for cel in rij]
            gekozen = Kolomkeuze.van(koppen, soort.bruikbaar)
            kop = gekozen if vast is None else Kolomkeuze(tuple(koppen), vast)
        else:
            kop.zie(rij)
            rijen[nummer] = tuple(_gelezen(_op(rij, plaats)) for plaats in kop.plaatsen)
        grenzen.toets_omvang(len(rijen), breedte)
    return kop, rijen, None


def _gelezen(cel: object) -> object:
    return zonder_apostrof(cel) if isinstance(cel, str) else cel


def _kies_blad(werkmap: openpyxl.Workbook, soort: Tabelsoort) -> Worksheet:
    bladen = [blad for blad in werkmap.worksheets if isinstance(blad, ReadOnlyWorksheet)]
    if not bladen:
        raise BestandFout("De werkmap heeft geen werkblad met cellen.")
    gekozen = next((b for b in bladen if b.title.strip().lower() == soort.naam), bladen[0])
    # De omvang die het blad zelf opgeeft klopt vaak niet.
    gekozen.reset_dimensions()
    # Een alleen-lezen blad leest rijen als elk ander, maar is er geen subklasse van.
    return cast("Worksheet", gekozen)


def _met_uitkomsten(rijen: dict[int, Rij], uitkomsten: dict[int, Rij]) -> dict[int, Rij]:
    def vul(nummer: int, rij: Rij) -> Rij:
        uitkomst = uitkomsten.get(nummer, ())
        return tuple(
            _op(uitkomst, plaats) if _is_formule(cel) and _op(uitkomst, plaats) is not None else cel
            for plaats, cel in enumerate(rij)
        )

    return {nummer: vul(nummer, rij) for nummer, rij in rijen.items()}
