"""Capaciteit: hele plaatsen, of berekend uit woningen en bezetting."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.bezetting import personen_per_woning
from locatieplanner.domein.notatie import getal
from locatieplanner.invoer.getallen import Maat, lees_getallen
from locatieplanner.invoer.probleem import Ernst, Probleem, per_rij
from locatieplanner.invoer.tabel import Schrijfwijze
from locatieplanner.invoer.teksten import als_tekst

_SCHATTING = r" ?Capaciteit geschat: [0-9.]{1,9} woningen × [0-9,]{1,9} personen per woning\."

GROOTSTE_AANTAL = 100_000
"""Meer plaatsen of woningen op één locatie is een tikfout."""


def lees_aantal(
    waarden: pd.Series,
    kolom: str,
    wijze: Schrijfwijze | None,
    minste: int,
    *,
    meeste: int = GROOTSTE_AANTAL,
    waar: str = "op één locatie",
    maat: Maat = Maat.GEHEEL,
) -> tuple[pd.Series, list[Probleem]]:
    """Lees een kolom met hele aantallen.

    Parameters
    ----------
    waarden : Series
        Getallen of tekst; index: rijnummers.
    kolom : str
        Naam van de kolom in het bestand.
    wijze : Schrijfwijze or None
        Hoe het bestand decimalen schrijft.
    minste, meeste : int
        Kleinste en grootste aantal dat mag.
    waar : str, optional
        Waarop het grootste aantal slaat, voor de melding.
    maat : Maat, optional
        Hoe een punt of komma met drie cijfers erachter te lezen is.

    Returns
    -------
    aantal : Series of Int64
        NA waar niets stond of de waarde niet mag.
    problemen : list of Probleem
        Een fout per waarde die niet mag.
    """
    gelezen = lees_getallen(waarden, maat, wijze)
    aantal, tekst = gelezen.waarden, als_tekst(waarden)
    negatief = aantal < 0
    te_klein = (aantal < minste) & ~negatief
    te_groot = aantal > meeste
    gebroken = (aantal % 1 != 0) & aantal.notna() & ~negatief & ~te_groot & ~te_klein
    cijfers = "vul alleen een heel getal in, zonder tekst, bijvoorbeeld 200"
    circa = tekst.str.lower().str.contains(r"\bca?\b|circa|ongeveer|±|~|\d ?[-–] ?\d", regex=True)
    problemen = [
        *per_rij(
            gelezen.onleesbaar & circa,
            kolom,
            waarden,
            "dit is een schatting of bandbreedte in woorden, geen getal",
            "vul één heel getal in, bijvoorbeeld 200, en zet 'circa' in de toelichting",
        ),
        *per_rij(gelezen.onleesbaar & ~circa, kolom, waarden, "dit is geen getal", cijfers),
        *per_rij(
            gelezen.dubbelzinnig,
            kolom,
            waarden,
            "dit getal is op twee manieren te lezen: met duizendtallen of met decimalen",
            "schrijf het zonder punt of komma",
        ),
        *per_rij(negatief, kolom, waarden, "een aantal kan niet negatief zijn", cijfers),
        *per_rij(
            te_klein, kolom, waarden, f"het aantal moet {getal(minste)} of meer zijn", cijfers
        ),
        *per_rij(
            te_groot,
            kolom,
            waarden,
            f"meer dan {getal(meeste)} {waar} kan niet kloppen",
            "controleer het getal; staat er een cijfer te veel?",
        ),
        *per_rij(gebroken, kolom, waarden, "dit is geen heel getal", cijfers),
        *per_rij(
            gelezen.aangenomen,
            kolom,
            waarden,
            lambda rij: f"gelezen als {getal(aantal[rij])}, met een teken voor duizendtallen",
            "schrijf het zonder punt of komma als dit niet klopt",
            Ernst.MELDING,
        ),
    ]
    goed = ~(negatief | te_klein | te_groot | gebroken)
    return aantal.where(goed).astype("Int64"), problemen


def bereken_capaciteit(
    woningen: pd.Series,
    aandelen: pd.DataFrame,
    gevraagd: pd.Series,
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    kolom: str,
    kolom_capaciteit: str,
) -> tuple[pd.Series, pd.Series, list[Probleem]]:
    """Schat de capaciteit uit woningen × personen per woning, afgerond, ten minste 1.

    Hoeveel personen er in een woning gaan, staat in `locatieplanner.domein.bezetting`.

    Parameters
    ----------
    woningen : Series of Int64
        Aantal woningen; NA waar onbekend.
    aandelen : DataFrame of float, shape (n, groepen)
        0–1 per groep, zie `aandelen.lees_aandelen`.
    gevraagd : Series of bool
        Rijen zonder capaciteit.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Groepen met hun bezetting in personen per woning.
    kolom : str
        Naam van de kolom met woningen in het bestand.
    kolom_capaciteit : str
        Naam van de kolom met de capaciteit in het bestand.

    Returns
    -------
    capaciteit : Series of Int64
        NA waar niets te berekenen viel.
    herkomst : Series of str
        Per berekende capaciteit de zin die zegt hoe; leeg waar niets berekend is.
    problemen : list of Probleem
        Een melding per berekende capaciteit, een fout waar woningen of aandelen ontbreken.
    """
    gemiddeld = personen_per_woning(aandelen, aandachtsgroepen)
    heeft_woningen = (woningen > 0).fillna(False).astype(bool)
    personen = woningen.astype("Float64").astype("float64") * gemiddeld
    berekenbaar = gevraagd & heeft_woningen & personen.notna()
    capaciteit = personen.where(berekenbaar).round().clip(lower=1).astype("Int64")
    problemen = [
        *per_rij(
            berekenbaar,
            kolom,
            woningen,
            lambda rij: (
                f"de capaciteit ontbreekt en is berekend uit {getal(int(woningen[rij]))} "
                f"woningen × {getal(gemiddeld[rij], 2)} personen per woning: "
                f"{getal(int(capaciteit[rij]))} plaatsen, geschat"
            ),
            "vul de capaciteit in als die bekend is",
            Ernst.MELDING,
        ),
        *per_rij(
            gevraagd & heeft_woningen & ~berekenbaar,
            kolom,
            woningen,
            "de capaciteit ontbreekt en is niet uit de woningen te berekenen, want de aandelen "
            "per groep zijn onbekend",
            "vul de capaciteit in, of de aandelen per groep",
        ),
        *per_rij(
            gevraagd & ~heeft_woningen,
            kolom_capaciteit,
            None,
            "de capaciteit ontbreekt",
            "vul het aantal plaatsen in, of het aantal woningen met de aandelen per groep",
        ),
    ]
    herkomst = pd.Series("", index=woningen.index, dtype="str")
    for rij in woningen.index[berekenbaar]:
        herkomst[rij] = (
            f"Capaciteit geschat: {getal(int(woningen[rij]))} woningen × "
            f"{getal(gemiddeld[rij], 2)} personen per woning."
        )
    return capaciteit, herkomst, problemen


def is_geschat(toelichting: pd.Series) -> pd.Series:
    """Geef per toelichting of zij zegt dat de capaciteit uit de woningen geschat is."""
    return toelichting.fillna("").str.contains(_SCHATTING, regex=True).astype("bool")


def zonder_schatting(toelichting: pd.Series) -> pd.Series:
    """Haal de zin over een geschatte capaciteit uit toelichtingen."""
    kaal: pd.Series = toelichting.str.replace(_SCHATTING, "", regex=True).str.strip()
    return kaal


def met_schatting(toelichting: pd.Series, herkomst: pd.Series) -> pd.Series:
    """Zet achter toelichtingen hoe de capaciteit geschat is, in plaats van een eerdere zin."""
    geschat = herkomst != ""
    aangevuld = (zonder_schatting(toelichting) + " " + herkomst).str.strip()
    return toelichting.mask(geschat, aangevuld)
