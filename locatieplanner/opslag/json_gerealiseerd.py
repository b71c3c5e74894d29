"""Wie er per gemeente en halfjaar gehuisvest is, als JSON: rijen van code, halfjaar en aantal."""

import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.invoer.gemeentetabel import AANTAL, CODE, HALFJAAR
from locatieplanner.opslag.json_waarden import lees_geheel


def als_json(tabel: pd.DataFrame) -> list[list[object]]:
    """Geef de tabel als rijen."""
    return [
        [str(code), str(halfjaar), int(aantal)]
        for code, halfjaar, aantal in zip(tabel[CODE], tabel[HALFJAAR], tabel[AANTAL], strict=True)
    ]


def uit_json(rijen: list[list[object]]) -> pd.DataFrame:
    """Maak de tabel van rijen.

    Raises
    ------
    TypeError, ValueError, InvoerFout
        Als een rij niet klopt.
    """
    codes, halfjaren, aantallen = [], [], []
    for code, halfjaar, aantal in rijen:
        codes.append(str(code))
        halfjaren.append(str(Halfjaar.lees(str(halfjaar))))
        aantallen.append(lees_geheel(aantal))
    return pd.DataFrame(
        {
            CODE: pd.Series(codes, dtype="str"),
            AANTAL: pd.Series(aantallen, dtype="int64"),
            HALFJAAR: pd.Series(halfjaren, dtype="str"),
        }
    )
