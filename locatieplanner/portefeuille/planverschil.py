"""Het verschil tussen twee plannen: welke locaties in welk plan, en met hoeveel plaatsen."""

from enum import StrEnum

import numpy as np
import pandas as pd


class Waar(StrEnum):
    """In welk van twee plannen een locatie staat."""

    ALLEEN_A = "alleen in A"
    ALLEEN_B = "alleen in B"
    ANDER_AANTAL = "in beide, ander aantal"
    GELIJK = "in beide, evenveel"


def verschil(a: pd.Series, b: pd.Series) -> pd.DataFrame:
    """Geef elke locatie van twee plannen met waar zij staat.

    Parameters
    ----------
    a, b : Series of int
        Plaatsen per id.

    Returns
    -------
    DataFrame
        Index ``id``: ``waar`` (een `Waar`), ``plaatsen_a`` en ``plaatsen_b`` (NA waar de locatie
        niet in het plan staat). Op volgorde van `Waar`, dan van id.
    """
    ids = a.index.union(b.index)
    plaatsen_a = a.reindex(ids).astype("Int64")
    plaatsen_b = b.reindex(ids).astype("Int64")
    in_a, in_b = plaatsen_a.notna(), plaatsen_b.notna()
    gelijk = (plaatsen_a == plaatsen_b).fillna(False).astype(bool)
    nummer = np.select([in_a & ~in_b, ~in_a & in_b, in_a & in_b & ~gelijk], [0, 1, 2], default=3)
    soorten = list(Waar)
    tabel = pd.DataFrame(
        {
            "waar": [soorten[plek] for plek in nummer],
            "plaatsen_a": plaatsen_a,
            "plaatsen_b": plaatsen_b,
        },
        index=ids.rename("id"),
    )
    return tabel.iloc[np.lexsort((ids.to_numpy(dtype=str), nummer))]


def verschilzin(tabel: pd.DataFrame) -> str:
    """Zeg in één zin hoeveel locaties waar staan.

    Parameters
    ----------
    tabel : DataFrame
        Uitkomst van `verschil`.
    """
    if tabel.empty:
        return "In geen van beide plannen staat een locatie."
    aantal = tabel["waar"].value_counts()
    delen = [f"{aantal[waar]} {waar}" for waar in Waar if waar in aantal.index]
    if len(delen) == 1 and Waar.GELIJK in aantal.index:
        return "Beide plannen zijn gelijk: dezelfde locaties met evenveel plaatsen."
    kop = "locatie" if len(tabel) == 1 else "locaties"
    return f"{len(tabel)} {kop}: {'; '.join(delen)}."
