"""Het gebied waar een pagina over gaat: heel Nederland, een provincie of een gemeente."""

from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd
import streamlit as st

from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.scherm.toestand import Toestand, bewaar

HEEL_NEDERLAND = "Heel Nederland"
HELE_PROVINCIE = "Hele provincie"


@dataclass(frozen=True)
class Gekozengebied:
    """Het gekozen gebied.

    Parameters
    ----------
    provincie : str or None
        Naam van de provincie; None is heel Nederland.
    gemeentecode : str or None
        Code van de gemeente; None is de hele provincie.
    naam : str
        Naam in een zin: ``heel Nederland``, ``Utrecht``, ``gemeente Amersfoort``.
    """

    provincie: str | None
    gemeentecode: str | None
    naam: str

    def van(self, gemeenten: pd.DataFrame) -> pd.Index:
        """Geef de gemeentecodes in dit gebied, in de volgorde van `gemeenten`.

        Parameters
        ----------
        gemeenten : DataFrame
            Index ``gemeentecode``; kolom ``provincie``.
        """
        if self.gemeentecode is not None:
            return gemeenten.index[gemeenten.index == self.gemeentecode]
        if self.provincie is not None:
            return gemeenten.index[gemeenten["provincie"] == self.provincie]
        return gemeenten.index


def gekozen_gebied(toestand: Toestand, gemeenten: pd.DataFrame) -> Gekozengebied:
    """Geef het gebied van de toestand; een gemeente buiten de provincie telt niet."""
    provincie, code = toestand.provincie, toestand.gemeente
    if provincie is None:
        return Gekozengebied(None, None, "heel Nederland")
    if code is None or code not in gemeenten.index[gemeenten["provincie"] == provincie]:
        return Gekozengebied(provincie, None, provincie)
    return Gekozengebied(provincie, code, f"gemeente {gemeenten['gemeente'].loc[code]}")


def gebiedskeuze(toestand: Toestand, gemeenten: gpd.GeoDataFrame, pagina: str) -> Gekozengebied:
    """Laat een provincie en daarin een gemeente kiezen, en bewaar de keuze.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    gemeenten : GeoDataFrame
        Index ``gemeentecode``; kolommen ``gemeente`` en ``provincie``.
    pagina : str
        Naam van de pagina, om keuzevelden uit elkaar te houden.
    """
    links, rechts = st.columns(2)
    keuzes = [HEEL_NEDERLAND, *PROVINCIES]
    gekozen = links.selectbox(
        "Provincie",
        keuzes,
        index=keuzes.index(toestand.provincie or HEEL_NEDERLAND),
        key=_sleutel_provincie(pagina),
    )
    provincie = None if gekozen == HEEL_NEDERLAND else gekozen
    if provincie != toestand.provincie:
        toestand = bewaar(replace(toestand.met_provincie(provincie), gemeente=None))
    namen = gemeenten.loc[gemeenten["provincie"] == provincie, "gemeente"].sort_values()
    codes = [HELE_PROVINCIE, *namen.index]
    keuze = rechts.selectbox(
        "Gemeente",
        codes,
        index=codes.index(toestand.gemeente) if toestand.gemeente in codes else 0,
        format_func=lambda code: namen.get(code, code),
        key=_sleutel_gemeente(pagina, provincie),
        disabled=provincie is None,
        help="Kies eerst een provincie." if provincie is None else None,
    )
    code = None if keuze == HELE_PROVINCIE else str(keuze)
    if code != toestand.gemeente:
        toestand = bewaar(replace(toestand, gemeente=code))
    return gekozen_gebied(toestand, gemeenten)


def kies_gebied(toestand: Toestand, provincie: str, gemeentecode: str, pagina: str) -> Toestand:
    """Kies een gemeente ook in de keuzevelden van een pagina; alleen uit een callback."""
    st.session_state[_sleutel_provincie(pagina)] = provincie
    st.session_state[_sleutel_gemeente(pagina, provincie)] = gemeentecode
    return bewaar(replace(toestand.met_provincie(provincie), gemeente=gemeentecode))


def _sleutel_provincie(pagina: str) -> str:
    return f"{pagina}_provincie"


def _sleutel_gemeente(pagina: str, provincie: str | None) -> str:
    # Per provincie een eigen veld: een keuze uit een andere provincie bestaat hier niet.
    return f"{pagina}_gemeente_{provincie}"
