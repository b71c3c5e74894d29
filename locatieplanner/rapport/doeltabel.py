"""Doelen als CSV die weer in te lezen is: het sjabloon van een doelset, en de eigen tabel."""

from collections.abc import Iterable

import pandas as pd

from locatieplanner.domein.doel import TOTAAL, Bandbreedte, Doel, Doelset, telt_in_som
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.notatie import datum
from locatieplanner.rapport.csv_uitvoer import als_csv

KOLOMMEN = (
    *("doelset", "provincie", "onderdeel", "minimum", "maximum"),
    *("peildatum", "status", "bron", "brondatum", "toelichting"),
)
"""De kolommen van een tabel met doelen, in vaste volgorde."""

NAAM = "doelset_naam"
"""De kolom met de naam van een doelset die niet ingebouwd is."""

_GRENZEN = ("minimum", "maximum")
_IN_TE_VULLEN = ("status", "bron", "brondatum", "toelichting")


def doeltabel(doelset: Doelset, doelen: Iterable[Doel] | None = None) -> pd.DataFrame:
    """Geef de rijen van een doelset als tabel met datums op zijn Nederlands.

    Parameters
    ----------
    doelset : Doelset
        De doelset, met of zonder eigen getallen.
    doelen : iterable of Doel, optional
        Andere rijen dan die van de doelset.

    Returns
    -------
    DataFrame
        Kolommen `KOLOMMEN`; een onbekende grens is NA. Bij een doelset die niet ingebouwd is ook
        `NAAM`.
    """
    rijen = [
        (
            *(doelset.id, doel.provincie, doel.onderdeel),
            *(doel.plaatsen.minimum, doel.plaatsen.maximum, datum(doel.peildatum)),
            *(str(doel.herkomst.status), doel.herkomst.bron, datum(doel.herkomst.peildatum)),
            doel.herkomst.toelichting,
        )
        for doel in (doelset.doelen if doelen is None else doelen)
    ]
    tabel = pd.DataFrame(rijen, columns=list(KOLOMMEN))
    tabel = tabel.astype({kolom: "str" for kolom in KOLOMMEN if kolom not in _GRENZEN})
    tabel = tabel.astype(dict.fromkeys(_GRENZEN, "Int64"))
    return tabel if doelset.origineel.doelen else tabel.assign(**{NAAM: doelset.origineel.naam})


def invultabel(doelset: Doelset) -> pd.DataFrame:
    """Geef een tabel met alle twaalf provincies, klaar om aantallen en bron in te vullen.

    Wat bekend is, staat erin. Waar het aantal onbekend is, zijn ook status, bron en toelichting
    leeg: wie een aantal invult, vult dan zijn eigen bron in. Een provincie zonder rijen krijgt de
    onderdelen die andere provincies hebben, of anders een totaal.
    """
    delen = dict.fromkeys(d.onderdeel for d in doelset.doelen if telt_in_som(d.onderdeel))
    peildatum = max((d.peildatum for d in doelset.doelen), default="")
    leeg = Herkomst("", "", Status.ONBEKEND)
    rijen: list[Doel] = []
    for provincie in dict.fromkeys((*PROVINCIES, *(d.provincie for d in doelset.doelen))):
        rijen += doelset.van(provincie) or [
            Doel(provincie, deel, Bandbreedte(None, None), peildatum, leeg)
            for deel in delen or (TOTAAL,)
        ]
    tabel = doeltabel(doelset, rijen)
    onbekend = tabel[list(_GRENZEN)].isna().all(axis=1)
    tabel.loc[onbekend, list(_IN_TE_VULLEN)] = ""
    return tabel


def sjabloon_als_csv(doelset: Doelset) -> bytes:
    """Geef de ingebouwde rijen van een doelset als CSV om in te vullen, zie `invultabel`."""
    return als_csv(invultabel(doelset.origineel))


def doelset_als_csv(doelset: Doelset) -> bytes:
    """Geef alle rijen van een doelset, met de eigen getallen, als CSV die weer in te lezen is."""
    return als_csv(doeltabel(doelset))
