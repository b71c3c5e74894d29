"""Bezetting: van woningen naar personen en terug, met de huishoudens die er wonen.

Een aandeel is een deel van de bewoners, de bezetting van een groep het aantal personen per woning
van die groep. Daaruit volgt::

    personen per woning   = Σ aandeel / Σ (aandeel / bezetting)
    personen              = woningen · personen per woning
    woningen van een groep = personen van die groep / bezetting van die groep

Zo tellen de woningen van de groepen op tot alle woningen, en hun personen tot alle personen. Een
gewoon gemiddelde van de bezettingen zou dat niet doen: één gezin van vier vult één woning, vier
studenten vullen er vier. De bezetting per groep staat in ``lagen/aandachtsgroepen.toml``.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep


def bekende_aandelen(
    aandelen: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.DataFrame:
    """Geef de mix per groep, zo dat elke bekende rij samen precies 1 is.

    Parameters
    ----------
    aandelen : DataFrame of float, shape (n, …)
        Kolommen ``aandeel_<groep>`` (0–1); NaN of geen kolom is niet ingevuld.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.

    Returns
    -------
    DataFrame of float, shape (n, groepen)
        Op dezelfde index, een kolom per code. Is een deel ingevuld, dan is de rest nul; is niets
        ingevuld of alles nul, dan is de mix onbekend en de hele rij NaN.
    """
    kolommen = {groep.kolom: code for code, groep in aandachtsgroepen.items()}
    mix = pd.DataFrame(aandelen).reindex(columns=list(kolommen)).rename(columns=kolommen)
    mix = mix.astype("float64")
    som = mix.sum(axis=1)
    return mix.fillna(0.0).div(som.where(som > 0), axis=0)


def personen_per_woning(
    aandelen: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.Series:
    """Geef per rij het gemiddelde aantal personen per woning; NaN waar de mix onbekend is.

    Parameters
    ----------
    aandelen : DataFrame of float, shape (n, …)
        Als bij `bekende_aandelen`.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code, met de bezetting.
    """
    per_persoon = bekende_aandelen(aandelen, aandachtsgroepen).div(_bezetting(aandachtsgroepen))
    return 1 / per_persoon.sum(axis=1, min_count=1)


def woningaandelen(
    aandelen: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.DataFrame:
    """Geef per rij het deel van de woningen dat elke groep nodig heeft; samen 1, of NaN.

    Parameters
    ----------
    aandelen : DataFrame of float, shape (n, …)
        Als bij `bekende_aandelen`.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code, met de bezetting.
    """
    per_persoon = bekende_aandelen(aandelen, aandachtsgroepen).div(_bezetting(aandachtsgroepen))
    return per_persoon.div(per_persoon.sum(axis=1, min_count=1), axis=0)


def _bezetting(aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> pd.Series:
    """Personen per woning, per code."""
    codes = list(aandachtsgroepen)
    personen = np.array([aandachtsgroepen[code].bezetting for code in codes], dtype=np.float64)
    return pd.Series(personen, index=codes)
