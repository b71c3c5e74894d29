"""Eigenaar: van wie een locatie is, in één schrijfwijze."""

import pandas as pd

EIGENAAR_ONBEKEND = "eigenaar onbekend"
"""Wat er staat bij een locatie zonder eigenaar."""


def eigenaren(kolom: pd.Series) -> pd.Series:
    """Geef per locatie de eigenaar.

    Namen die alleen in hoofdletters of spaties verschillen, zijn dezelfde eigenaar. De
    schrijfwijze die het vaakst voorkomt blijft; bij gelijke stand de eerste op het alfabet.

    Parameters
    ----------
    kolom : Series of str
        Eigenaar zoals ingevoerd; leeg of NA is onbekend.

    Returns
    -------
    Series of str
        Op dezelfde index; `EIGENAAR_ONBEKEND` waar niets staat.
    """
    kaal = kolom.astype("str").fillna("").str.split().str.join(" ")
    sleutel = kaal.str.casefold()
    telling = pd.DataFrame({"sleutel": sleutel, "naam": kaal}).value_counts().reset_index()
    telling = telling.sort_values(["sleutel", "count", "naam"], ascending=[True, False, True])
    gekozen = telling.drop_duplicates("sleutel").set_index("sleutel")["naam"]
    namen: pd.Series = sleutel.map(gekozen).astype("str")
    return namen.mask(sleutel == "", EIGENAAR_ONBEKEND)


def zoek_eigenaar(bekend: pd.Series, naam: str) -> str | None:
    """Geef de eigenaar met deze naam, hoofdletters en spaties ten spijt; None als die er niet is.

    Parameters
    ----------
    bekend : Series of str
        Uitkomst van `eigenaren`.
    naam : str
        Wat de gebruiker opgaf.
    """
    sleutel = " ".join(naam.split()).casefold()
    gevonden = [eigenaar for eigenaar in bekend.unique() if eigenaar.casefold() == sleutel]
    return str(gevonden[0]) if gevonden else None
