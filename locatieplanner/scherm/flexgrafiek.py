"""Grafieken van woonlocaties: voor wie, en het verloop per groep."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep, Rol
from locatieplanner.opgave.bewoners import MIX_ONBEKEND
from locatieplanner.rapport.corporatietabel import groepnaam
from locatieplanner.scherm.grafiek import KLEUREN, gestapeld, staven

ANDERE = "andere groepen"
"""De kleinste groepen samen, als er meer zijn dan kleuren."""


def groepgrafiek(groepen: pd.DataFrame) -> Any:  # noqa: ANN401 - een grafiek van altair
    """Teken de plaatsen per groep: eerst de kwetsbare groepen, dan de dragende.

    Parameters
    ----------
    groepen : DataFrame
        Uitkomst van `locatieplanner.opgave.corporatie.per_groep`.
    """
    # Zo is de rol ook zonder kleur te zien.
    groepen = groepen.sort_values("rol", ascending=False, kind="stable")
    rollen = {Rol.KWETSBAAR: "kwetsbare groepen", Rol.DRAGEND: "dragende groepen"}
    per_rol = {
        naam: groepen["personen"].where(groepen["rol"] == rol) for rol, naam in rollen.items()
    }
    return staven(groepen["naam"].tolist(), per_rol, "plaatsen")


def verloopreeksen(
    verloop: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> dict[str, pd.Series]:
    """Geef per groep haar reeks, de grootste eerst; niet meer dan er kleuren zijn.

    Parameters
    ----------
    verloop : DataFrame
        Index ``maand``, een kolom per groep; zie `groepsverloop`.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    """
    volgorde = verloop.drop(columns=MIX_ONBEKEND, errors="ignore").sum()
    codes = [str(code) for code in volgorde.sort_values(ascending=False, kind="stable").index]
    ruimte = len(KLEUREN) - (MIX_ONBEKEND in verloop)
    getoond = codes if len(codes) <= ruimte else codes[: ruimte - 1]
    rest = codes[len(getoond) :]
    reeksen = {groepnaam(code, aandachtsgroepen): verloop[code] for code in getoond}
    if rest:
        reeksen[ANDERE] = verloop[rest].sum(axis=1)
    if MIX_ONBEKEND in verloop:
        reeksen[groepnaam(MIX_ONBEKEND, aandachtsgroepen)] = verloop[MIX_ONBEKEND]
    return reeksen


def verloopgrafiek(
    verloop: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep], maat: str
) -> Any:  # noqa: ANN401 - een grafiek van altair
    """Teken het verloop per groep op elkaar gestapeld; `maat` is de eenheid."""
    reeksen = verloopreeksen(verloop, aandachtsgroepen)
    return gestapeld(pd.PeriodIndex(verloop.index), reeksen, maat)
