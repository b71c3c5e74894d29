"""Excel lezen: het werkblad kandidaten, of anders het eerste."""

import io
import warnings
from typing import cast

import numpy as np
import openpyxl
import pandas as pd
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.probleem import bestandsmelding
from locatieplanner.invoer.tabel import Tabel, zonder_lege_rijen
from locatieplanner.invoer.uitpakken import lees_leden

BLADNAAM = "kandidaten"

Rij = tuple[object, ...]


def lees_excel(inhoud: bytes, grenzen: Bestandsgrenzen) -> Tabel:
    """Lees een werkblad met de waarden zoals Excel ze bewaart; de kop is de eerste gevulde rij.

    Van een formule telt de laatst berekende uitkomst; is die er niet, dan blijft de formule
    staan en is zij verderop een fout in die cel.

    Parameters
    ----------
    inhoud : bytes
        Het bestand.
    grenzen : Bestandsgrenzen
        Hoe groot het mag zijn, ook uitgepakt.

    Raises
    ------
    BestandFout
        Als het geen leesbare werkmap is, leeg is of te groot.
    """
    for _ in lees_leden(inhoud, grenzen):
        pass
    blad, bladen, rijen = _lees_blad(inhoud, grenzen, uitkomsten=False)
    if any(_is_formule(cel) for _, rij in rijen for cel in rij):
        _, _, uitkomsten = _lees_blad(inhoud, grenzen, uitkomsten=True)
        rijen = _met_uitkomsten(rijen, uitkomsten)
    if not rijen:
        raise BestandFout(f"Het werkblad '{blad}' is leeg. Kies een bestand met kandidaten.")
    kop = ["" if cel is None else str(cel).strip() for cel in rijen[0][1]]
    while kop and not kop[-1] and not any(_op(rij, len(kop) - 1) for _, rij in rijen):
        kop.pop()
    cellen = np.empty((len(rijen) - 1, len(kop)), dtype=object)
    for i, (_, rij) in enumerate(rijen[1:]):
        cellen[i, : len(rij)] = rij[: len(kop)]
    gegevens = pd.DataFrame(
        cellen, index=pd.Index([nummer for nummer, _ in rijen[1:]], dtype="int64"), columns=kop
    )
    melding = bestandsmelding(
        f"het werkblad '{blad}' is gelezen; de andere werkbladen niet",
        f"noem het blad met kandidaten '{BLADNAAM}' als dit het verkeerde is",
    )
    keuze = bladen > 1 and blad.strip().lower() != BLADNAAM
    return Tabel(zonder_lege_rijen(gegevens), problemen=(melding,) if keuze else ())


def _op(rij: Rij, plaats: int) -> object:
    return rij[plaats] if plaats < len(rij) else None


def _is_formule(cel: object) -> bool:
    return isinstance(cel, str) and cel.startswith("=")


def _lees_blad(
    inhoud: bytes, grenzen: Bestandsgrenzen, *, uitkomsten: bool
) -> tuple[str, int, list[tuple[int, Rij]]]:
    """Geef de naam van het blad, het aantal bladen en de rijen die niet leeg zijn."""
    try:
        with warnings.catch_warnings():
            # openpyxl waarschuwt voor opmaak die het niet kent; die doet hier niet ter zake.
            warnings.simplefilter("ignore")
            werkmap = openpyxl.load_workbook(
                io.BytesIO(inhoud), read_only=True, data_only=uitkomsten, keep_links=False
            )
            gekozen = _kies_blad(werkmap)
            rijen: list[tuple[int, Rij]] = []
            for nummer, cellen in enumerate(gekozen.iter_rows(values_only=True), start=1):
                rij = tuple(cellen)
                if all(cel is None or cel == "" for cel in rij):
                    continue
                rijen.append((nummer, rij))
                grenzen.toets_omvang(len(rijen) - 1, len(rij))
            return gekozen.title, len(werkmap.worksheets), rijen
    except BestandFout:
        raise
    except Exception as fout:
        # openpyxl kent geen eigen fout: een beschadigd bestand geeft KeyError tot ParseError.
        raise BestandFout(
            "Het Excel-bestand is beschadigd of geen gewone werkmap. Open het in Excel en sla het "
            "opnieuw op als .xlsx."
        ) from fout


def _kies_blad(werkmap: openpyxl.Workbook) -> Worksheet:
    bladen = [blad for blad in werkmap.worksheets if isinstance(blad, ReadOnlyWorksheet)]
    if not bladen:
        raise BestandFout("De werkmap heeft geen werkblad met cellen.")
    gekozen = next((b for b in bladen if b.title.strip().lower() == BLADNAAM), bladen[0])
    # De omvang die het blad zelf opgeeft klopt vaak niet.
    gekozen.reset_dimensions()
    # Een alleen-lezen blad leest rijen als elk ander, maar is er geen subklasse van.
    return cast("Worksheet", gekozen)


def _met_uitkomsten(
    rijen: list[tuple[int, Rij]], uitkomsten: list[tuple[int, Rij]]
) -> list[tuple[int, Rij]]:
    per_nummer = dict(uitkomsten)

    def vul(nummer: int, rij: Rij) -> Rij:
        uitkomst = per_nummer.get(nummer, ())
        return tuple(
            _op(uitkomst, plaats) if _is_formule(cel) and _op(uitkomst, plaats) is not None else cel
            for plaats, cel in enumerate(rij)
        )

    return [(nummer, vul(nummer, rij)) for nummer, rij in rijen]
