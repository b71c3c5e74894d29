"""De rijen van een doelset zoals de bron ze geeft, niet opgeteld en niet aangevuld."""

import pandas as pd

from locatieplanner.domein.doel import Doelset

KOLOMMEN = (
    *("provincie", "onderdeel", "minimum", "maximum"),
    *("peildatum", "status", "bron", "brondatum", "toelichting"),
)


def onderdelen(doelset: Doelset, provincie: str | None = None) -> pd.DataFrame:
    """Geef de rijen van een doelset als tabel.

    Parameters
    ----------
    doelset : Doelset
        De gekozen doelset.
    provincie : str, optional
        Alleen de rijen van deze provincie; zonder ook die van Nederland.

    Returns
    -------
    DataFrame
        Kolommen `KOLOMMEN`, in de volgorde van de bron; een onbekende grens is NaN.
        ``peildatum`` is wanneer de plaatsen er moeten zijn, ``brondatum`` wanneer de bron
        verscheen.
    """
    rijen = [
        (
            *(doel.provincie, doel.onderdeel, doel.plaatsen.minimum, doel.plaatsen.maximum),
            *(doel.peildatum, str(doel.herkomst.status), doel.herkomst.bron),
            *(doel.herkomst.peildatum, doel.herkomst.toelichting),
        )
        for doel in doelset.doelen
        if provincie is None or doel.provincie == provincie
    ]
    tabel = pd.DataFrame(rijen, columns=list(KOLOMMEN))
    return tabel.astype({"minimum": "float64", "maximum": "float64"})
