"""Tekst van gebruikers onschadelijk maken voor een rekenblad."""

import pandas as pd

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")
"""Begin van een cel die een rekenblad als formule kan lezen."""


def zonder_formules(tabel: pd.DataFrame) -> pd.DataFrame:
    """Zet een apostrof voor elke tekst die een rekenblad als formule kan lezen.

    Getallen blijven getallen; alleen kolommen met tekst veranderen.
    """
    veilig = tabel.copy()
    for naam in veilig.columns:
        kolom = veilig[naam]
        if not (pd.api.types.is_string_dtype(kolom.dtype) or kolom.dtype == object):
            continue
        gevaarlijk = kolom.map(lambda tekst: isinstance(tekst, str) and tekst[:1] in FORMULETEKENS)
        masker = gevaarlijk.to_numpy(dtype=bool)
        if masker.any():
            veilig[naam] = kolom.mask(masker, "'" + kolom.astype("str"))
    return veilig
