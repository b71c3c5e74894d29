"""Hoe zeker een rangorde is, als tabellen."""

from collections.abc import Mapping, Sequence

import pandas as pd

from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.robuustheid.gewichtsgrens import Gewichtsgrens
from locatieplanner.robuustheid.robuustheid import Robuustheid
from locatieplanner.robuustheid.vergelijking import Vergelijking

_NIEMAND = "–"


def kanstabel(uitkomst: Robuustheid, ids: Sequence[str], plannen: Mapping[str, str]) -> Tabel:
    """Geef per kandidaat de kans op een plaats bij de eersten, en waar zij meestal staat.

    Parameters
    ----------
    uitkomst : Robuustheid
        De toets.
    ids : sequence of str
        De kandidaten, in volgorde.
    plannen : Mapping of str to str
        In welk plan een id staat: ``A``, ``B`` of ``A en B``; leeg zonder plannen.
    """
    top = uitkomst.instelling.top
    kolommen = (
        Tabelkolom("id", "id"),
        Tabelkolom("naam", "naam"),
        *((Tabelkolom("plan", "plan", ontbreekt=_NIEMAND),) if plannen else ()),
        Tabelkolom("rang", "rang nu", Kolomsoort.GEHEEL, ontbreekt="geen"),
        Tabelkolom("kans_top", f"kans op eerste {getal(top)}", Kolomsoort.PROCENT),
        Tabelkolom("kans_eerste", "kans op plaats 1", Kolomsoort.PROCENT),
        Tabelkolom("verwachte_rang", "gemiddelde rang", Kolomsoort.GETAL, ontbreekt="geen"),
        Tabelkolom("rang_laag", "90 % van", Kolomsoort.GEHEEL, "rang", "geen"),
        Tabelkolom("rang_hoog", "90 % tot", Kolomsoort.GEHEEL, "rang", "geen"),
    )
    gegevens = uitkomst.kandidaten.loc[list(ids)].rename_axis("id").reset_index()
    gegevens["plan"] = [plannen.get(str(id_)) for id_ in gegevens["id"]]
    trekkingen = getal(uitkomst.instelling.trekkingen)
    return Tabel(
        "Hoe zeker deze volgorde is",
        gegevens,
        kolommen,
        f"Geschat met {trekkingen} trekkingen, zaad {uitkomst.instelling.zaad}; een kans ligt "
        f"hooguit {getal(100 * uitkomst.marge, 1)} procentpunt naast de echte. In de tabel "
        "ligt 90 % van de rangen tussen de laatste twee kolommen.",
    )


def grenstabel(grenzen: Sequence[Gewichtsgrens], namen: Mapping[str, str]) -> Tabel:
    """Geef per criterium waartussen het gewicht kan liggen zonder een andere eerste plaats."""
    gegevens = pd.DataFrame(
        [
            {
                "criterium": grens.criterium,
                "aandeel": grens.aandeel,
                "laag": grens.laag,
                "hoog": grens.hoog,
                "daaronder": _wie(grens.opvolgers_laag, namen),
                "daarboven": _wie(grens.opvolgers_hoog, namen),
            }
            for grens in grenzen
        ]
    )
    kolommen = (
        Tabelkolom("criterium", "criterium"),
        Tabelkolom("aandeel", "gewicht nu", Kolomsoort.PROCENT),
        Tabelkolom("laag", "eerste blijft vanaf", Kolomsoort.PROCENT, ontbreekt=_NIEMAND),
        Tabelkolom("hoog", "en tot", Kolomsoort.PROCENT, ontbreekt=_NIEMAND),
        Tabelkolom("daaronder", "daaronder is eerste"),
        Tabelkolom("daarboven", "daarboven is eerste"),
    )
    return Tabel(
        "Hoe ver een gewicht kan schuiven",
        gegevens,
        kolommen,
        "Berekend, niet getrokken; de andere gewichten schuiven naar verhouding mee.",
    )


def rekenwijzetabel(vergelijkingen: Sequence[Vergelijking], uitkomst: Robuustheid) -> Tabel:
    """Geef per kandidaat de rang nu en met elke andere rekenwijze."""
    kandidaten = uitkomst.kandidaten
    gegevens = kandidaten[["naam", "rang"]].copy()
    for vergelijking in vergelijkingen:
        gegevens[str(vergelijking.rekenwijze)] = vergelijking.rang
    met_rang = gegevens[gegevens["rang"].notna()].sort_values("rang", kind="stable")
    kolommen = (
        Tabelkolom("id", "id"),
        Tabelkolom("naam", "naam"),
        Tabelkolom("rang", "rang nu", Kolomsoort.GEHEEL),
        *(
            Tabelkolom(str(deel.rekenwijze), str(deel.rekenwijze), Kolomsoort.GEHEEL, "rang")
            for deel in vergelijkingen
        ),
    )
    return Tabel(
        "Rang met een andere rekenwijze",
        met_rang.rename_axis("id").reset_index(),
        kolommen,
        "Dezelfde scores en gewichten, anders samengenomen.",
    )


def _wie(ids: Sequence[str], namen: Mapping[str, str]) -> str:
    return opsomming([namen[id_] for id_ in ids]) if ids else _NIEMAND
