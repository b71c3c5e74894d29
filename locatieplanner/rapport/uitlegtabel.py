"""De uitleg van elke score als tabel: een rij per kandidaat en criterium."""

from collections.abc import Iterator

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.rapport.deelbaar import AFGESCHERMD, deelbare_tabel, gedeelde_volgorde
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

KOLOMMEN = (
    Tabelkolom("id", "id"),
    Tabelkolom("naam", "naam"),
    Tabelkolom("criterium", "criterium"),
    Tabelkolom("score", "score", Kolomsoort.GETAL, "0–100"),
    Tabelkolom("gewicht", "gewicht", Kolomsoort.PROCENT, "aandeel"),
    Tabelkolom("bijdrage", "bijdrage aan totaal", Kolomsoort.GETAL, "punten"),
    Tabelkolom("status", "hoe zeker"),
    Tabelkolom("uitleg", "hoe de score tot stand kwam"),
    Tabelkolom("ontbreekt", "wat niet bekend is"),
)


def uitlegtabel(beoordeling: Beoordeling, *, deel_beschermd: bool = True) -> Tabel:
    """Geef per kandidaat en criterium hoe de score tot stand kwam, op rangvolgorde.

    Parameters
    ----------
    beoordeling : Beoordeling
        Wat er uit te leggen is.
    deel_beschermd : bool, optional
        False voor wie geen planner is: beschermde locaties staan er dan niet in.
    """
    tabel = deelbare_tabel(beoordeling, deel_beschermd=deel_beschermd)
    plekken = gedeelde_volgorde(beoordeling, deel_beschermd=deel_beschermd)
    ids = beoordeling.kandidaten.index.to_numpy()[plekken]
    open_ = tabel["aandachtspunten"].ne(AFGESCHERMD).to_numpy(dtype=bool)
    rijen = [rij for id_ in ids[open_] for rij in _rijen(beoordeling, str(id_))]
    gegevens = pd.DataFrame(rijen, columns=[kolom.naam for kolom in KOLOMMEN])
    return Tabel(
        "Uitleg per score",
        gegevens,
        KOLOMMEN,
        f"Totaal: de som van de bijdragen. Criteria: {', '.join(CRITERIA)}.",
    )


def _rijen(beoordeling: Beoordeling, id: str) -> Iterator[tuple[object, ...]]:
    tekst = uitleg(beoordeling, id)
    for deel in tekst.criteria:
        yield (
            tekst.id,
            tekst.naam,
            deel.criterium,
            round(deel.score, 1),
            deel.gewicht,
            deel.bijdrage,
            str(deel.status),
            " ".join(deel.zinnen),
            "; ".join(deel.ontbreekt),
        )
