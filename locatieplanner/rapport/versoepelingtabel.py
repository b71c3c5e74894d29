"""Wat er zou kunnen zonder een eis, of met een ruimere, als tabellen."""

import pandas as pd

from locatieplanner.domein.notatie import getal
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.rapport.portefeuilletabel import MAATKOLOMMEN, maatrij
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

_MATEN = ("tekort", "plaatsen", "locaties", "gemiddelde_score", "boven_evenredig")
_RUIMER = (
    Tabelkolom("eis", "eis"),
    Tabelkolom("was", "zoals gevraagd"),
    Tabelkolom("wordt", "een stap ruimer"),
    *(kolom for kolom in MAATKOLOMMEN if kolom.naam in _MATEN),
)
_ZONDER = (
    Tabelkolom("doel", "doel"),
    Tabelkolom("tekort", "nu te weinig", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("soort", "zonder deze eis"),
    Tabelkolom("tekort_zonder", "dan nog te weinig", Kolomsoort.GEHEEL, "plaatsen"),
)


def ruimertabel(uitkomst: Uitkomst) -> Tabel:
    """Geef per eis met een getal wat een stap ruimer oplevert.

    Parameters
    ----------
    uitkomst : Uitkomst
        De uitkomst, met `Uitkomst.versoepeld`.
    """
    rijen = []
    for deel in uitkomst.versoepeld:
        stap = deel.versoepeling
        rij = {"eis": str(stap.soort), "was": stap.was, "wordt": stap.wordt}
        rijen.append(rij if deel.portefeuille is None else rij | maatrij(deel.portefeuille))
    herkomst = (
        f"De gekozen portefeuille heeft {getal(uitkomst.beste.tekort)} plaatsen te weinig. Steeds "
        "is één eis ruimer en is opnieuw gezocht; de andere eisen blijven gelijk."
    )
    gegevens = pd.DataFrame(rijen, columns=[kolom.naam for kolom in _RUIMER])
    return Tabel("Wat een ruimere eis geeft", gegevens, _RUIMER, herkomst)


def zondertabel(uitkomst: Uitkomst) -> Tabel:
    """Geef van elk doel dat niet gehaald is wat er ontbreekt als een soort eis nergens gold.

    Parameters
    ----------
    uitkomst : Uitkomst
        De uitkomst.
    """
    gegevens = pd.DataFrame(
        [
            {
                "doel": knelpunt.nodig.naam,
                "tekort": knelpunt.tekort,
                "soort": str(soort),
                "tekort_zonder": zonder,
            }
            for knelpunt in uitkomst.knelpunten
            for soort, zonder in knelpunt.per_soort
        ],
        columns=[kolom.naam for kolom in _ZONDER],
    )
    herkomst = "Steeds geldt één soort eis nergens; de andere eisen blijven gelijk."
    return Tabel("Wat er ontbreekt zonder een eis", gegevens, _ZONDER, herkomst)
