"""Bewoners: hoeveel personen en woningen een locatie per aandachtsgroep heeft.

Formules, met personen per woning uit `locatieplanner.domein.bezetting`::

    personen van een groep = plaatsen · aandeel van de groep
    woningen               = wat het plan zegt, of anders plaatsen / personen per woning (geschat)
    woningen van een groep = woningen · deel van de woningen dat de groep nodig heeft

Zo tellen groepen precies op tot het geheel. Is de mix onbekend, dan is elke groep onbekend, en ook
het aantal woningen dat het plan niet zelf geeft.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep, Rol
from locatieplanner.domein.bezetting import bekende_aandelen, personen_per_woning, woningaandelen
from locatieplanner.domein.herkomst import Status
from locatieplanner.invoer.capaciteit import is_geschat

MIX_ONBEKEND = "mix_onbekend"
"""Kolom naast de groepen met wat niet over groepen te verdelen is."""

VOLGENS_PLAN = "volgens het plan"
"""Waar een aantal vandaan komt dat de gebruiker zelf opgaf; anders is het geschat of onbekend."""


def personen_per_groep(
    kandidaten: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.DataFrame:
    """Geef per kandidaat de personen per groep; samen de capaciteit.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``capaciteit`` en ``aandeel_<groep>``.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.

    Returns
    -------
    DataFrame of float, shape (n, groepen)
        Op dezelfde index, een kolom per code; een rij met onbekende mix is NaN.
    """
    capaciteit = kandidaten["capaciteit"].astype("float64")
    return bekende_aandelen(kandidaten, aandachtsgroepen).mul(capaciteit, axis=0)


def woningen(
    kandidaten: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.DataFrame:
    """Geef per kandidaat het aantal woningen: wat het plan zegt, of een schatting.

    Parameters
    ----------
    kandidaten : DataFrame
        Met ``capaciteit``, ``woningen`` (NA = onbekend) en ``aandeel_<groep>``.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code, met de bezetting.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``woningen`` (float, hele woningen; NaN = onbekend) en
        ``woningen_herkomst``: `VOLGENS_PLAN`, ``geschat`` of ``onbekend``.
    """
    opgegeven = kandidaten["woningen"].astype("Float64").astype("float64")
    personen = kandidaten["capaciteit"].astype("float64")
    geschat = (personen / personen_per_woning(kandidaten, aandachtsgroepen)).round().clip(lower=1)
    herkomst = np.select(
        [opgegeven.notna(), geschat.notna()],
        [VOLGENS_PLAN, str(Status.GESCHAT)],
        str(Status.ONBEKEND),
    )
    return pd.DataFrame(
        {
            "woningen": opgegeven.fillna(geschat),
            "woningen_herkomst": pd.Series(herkomst, index=kandidaten.index, dtype="str"),
        }
    )


def plaatsen_herkomst(kandidaten: pd.DataFrame) -> pd.Series:
    """Geef per kandidaat of de plaatsen uit het plan komen of uit de woningen geschat zijn."""
    geschat = is_geschat(kandidaten["toelichting"])
    herkomst = np.where(geschat, str(Status.GESCHAT), VOLGENS_PLAN)
    return pd.Series(herkomst, index=kandidaten.index, dtype="str")


def woningen_per_groep(
    kandidaten: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.DataFrame:
    """Geef per kandidaat de woningen per groep; samen alle woningen, NaN bij onbekende mix.

    Een verdeling naar huishoudens is altijd een schatting, ook als het totaal bekend is.
    """
    aantal = woningen(kandidaten, aandachtsgroepen)["woningen"]
    return woningaandelen(kandidaten, aandachtsgroepen).mul(aantal, axis=0)


def kwetsbaar(personen: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> pd.Series:
    """Tel per kandidaat de personen in kwetsbare groepen; NaN bij onbekende mix.

    Parameters
    ----------
    personen : DataFrame
        Uitkomst van `personen_per_groep`.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code, met de rol.
    """
    codes = [code for code, groep in aandachtsgroepen.items() if groep.rol is Rol.KWETSBAAR]
    return personen[codes].sum(axis=1, min_count=1)
