"""Aandelen per groep: tellen op tot 1, of als percentage tot 100; onbekend mag."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.notatie import getal
from locatieplanner.invoer.getallen import Maat, lees_getallen
from locatieplanner.invoer.probleem import Probleem, bestandsmelding, per_rij

_SPELING = 0.01
_KOLOM = "aandeel_…"


def lees_aandelen(
    kolommen: Mapping[str, pd.Series],
    namen: Mapping[str, str],
    index: pd.Index,
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
) -> tuple[pd.DataFrame, list[Probleem]]:
    """Lees de geplande mix.

    Parameters
    ----------
    kolommen : Mapping of str to Series
        Per kolom ``aandeel_<groep>`` de waarden uit het bestand.
    namen : Mapping of str to str
        Per kolom de naam in het bestand.
    index : Index
        Rijnummers.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Alle groepen; elk krijgt een kolom.

    Returns
    -------
    aandelen : DataFrame of float, shape (n, groepen)
        0–1 per groep. Een rij zonder aandelen is NaN (onbekend); in een rij die optelt tot 1
        is wat niet is ingevuld 0.
    problemen : list of Probleem
        Onleesbare, negatieve en niet optellende aandelen; omgezette percentages als melding.
    """
    alle = [groep.kolom for groep in aandachtsgroepen.values()]
    aandelen = pd.DataFrame(np.nan, index=index, columns=alle, dtype="float64")
    problemen: list[Probleem] = []
    fout = pd.Series(False, index=index)
    for kolom, waarden in kolommen.items():
        gelezen = lees_getallen(waarden, Maat.AANDEEL, None)
        negatief = gelezen.waarden < 0
        problemen += per_rij(
            gelezen.onleesbaar,
            namen[kolom],
            waarden,
            "dit aandeel is geen getal",
            "vul een getal tussen 0 en 1 in (of een percentage van 0 tot 100), of laat de cel leeg",
        )
        problemen += per_rij(
            negatief, namen[kolom], waarden, "een aandeel kan niet negatief zijn",
            "vul een getal tussen 0 en 1 in",
        )  # fmt: skip
        fout |= gelezen.onleesbaar | negatief
        aandelen[kolom] = gelezen.waarden

    gegeven = aandelen.notna().any(axis=1)
    som = aandelen.sum(axis=1)
    # De marge valt zelf nog binnen wat mag, ook na afronding van de som.
    een = gegeven & ((som - 1).abs() <= _SPELING + 1e-9)
    honderd = gegeven & ((som - 100).abs() <= 100 * _SPELING + 1e-9)
    telt_niet_op = gegeven & ~een & ~honderd & ~fout
    problemen += per_rij(
        telt_niet_op,
        _KOLOM,
        None,
        lambda rij: f"de aandelen tellen op tot {getal(som[rij], 2)} in plaats van 1",
        "verbeter de aandelen zodat zij samen 1 zijn (of 100 als het percentages zijn), of laat "
        "ze allemaal leeg als de mix nog onbekend is",
    )
    percentages = honderd & ~fout
    if percentages.any():
        problemen.append(
            bestandsmelding(
                f"in {getal(int(percentages.sum()))} rijen staan percentages; die zijn omgezet "
                "in aandelen (40 wordt 0,4)",
                kolom=_KOLOM,
            )
        )
    aandelen = aandelen.mask(percentages, aandelen / 100)
    compleet = een | honderd
    aandelen = aandelen.mask(compleet, aandelen.fillna(0.0))
    return aandelen.where(compleet & ~fout), problemen
