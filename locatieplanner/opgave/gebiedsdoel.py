"""Het doel van een gebied: van het land, een provincie of een gemeente, en vanaf welke maand."""

import re
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.fouten import GebiedFout
from locatieplanner.opgave.doelen import herkomstregel
from locatieplanner.opgave.stand import landelijke_stand, stand_per_provincie

_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Gebiedsdoel:
    """Het doel van één gebied.

    Parameters
    ----------
    naam : str
        Naam in een zin: ``Nederland``, ``Utrecht``, ``de gemeente Amersfoort``.
    provincie : str or None
        De provincie waar het doel van is; None bij het land.
    laag, midden, hoog : float
        Plaatsen; NaN is onbekend.
    status : Status
        Hoe zeker het doel is; het deel van een gemeente is altijd afgeleid.
    vanaf : Period or None
        Eerste maand waarin het doel geldt; None als de peildatum niet te lezen is.
    herkomst : str
        Waar het doel vandaan komt, in één regel.
    """

    naam: str
    provincie: str | None
    laag: float
    midden: float
    hoog: float
    status: Status
    vanaf: pd.Period | None
    herkomst: str

    @property
    def bekend(self) -> bool:
        """Of er een doel is."""
        return not pd.isna(self.midden)


def gemeenten_in(
    omgeving: Omgeving, provincie: str | None = None, gemeentecode: str | None = None
) -> pd.Index:
    """Geef de gemeentecodes van een gebied; zonder provincie en gemeente die van het hele land.

    Raises
    ------
    GebiedFout
        Als de provincie of de gemeente niet bestaat.
    """
    codes: pd.Index = omgeving.gemeenten.index
    if gemeentecode is not None:
        if gemeentecode not in codes:
            raise GebiedFout(
                f"Er is geen gemeente met code '{gemeentecode}'. Kies een code zoals {codes[0]}."
            )
        return codes[codes == gemeentecode]
    if provincie is None:
        return codes
    if provincie not in omgeving.doelen.index:
        raise GebiedFout(
            f"'{provincie}' is geen provincie. Kies uit: {', '.join(omgeving.doelen.index)}."
        )
    hier: pd.Index = codes[(omgeving.gemeenten["provincie"] == provincie).to_numpy(dtype=bool)]
    return hier


def gebiedsnaam(
    omgeving: Omgeving, provincie: str | None = None, gemeentecode: str | None = None
) -> str:
    """De naam van een gebied in een zin: ``Nederland``, ``Utrecht``, ``de gemeente Amersfoort``."""
    if gemeentecode is not None:
        return f"de gemeente {omgeving.gemeenten['gemeente'].loc[gemeentecode]}"
    return provincie or NEDERLAND


def doel_van_gebied(
    omgeving: Omgeving, provincie: str | None = None, gemeentecode: str | None = None
) -> Gebiedsdoel:
    """Geef het doel van het land, een provincie of een gemeente.

    Van een gemeente is het haar deel van het provinciale doel, naar rato van inwoners::

        deel = provinciaal doel · inwoners gemeente / inwoners provincie

    Parameters
    ----------
    omgeving : Omgeving
        Met doelset, doelen en gemeenten.
    provincie : str, optional
        Naam van de provincie.
    gemeentecode : str, optional
        Code van de gemeente; dan doet de provincie er niet toe.

    Raises
    ------
    GebiedFout
        Als het gebied niet bestaat.
    """
    codes = gemeenten_in(omgeving, provincie, gemeentecode)
    if gemeentecode is not None:
        return _van_gemeente(omgeving, codes)
    return _van_land(omgeving) if provincie is None else _van_provincie(omgeving, provincie)


def eerste_maand(peildatum: str) -> pd.Period | None:
    """Geef de eerste maand waarvan de eerste dag niet voor de peildatum ligt.

    Een maand of jaar geldt vanaf zijn eerste dag; wat geen datum is geeft None.

    >>> str(eerste_maand("2023-12-31"))
    '2024-01'
    >>> str(eerste_maand("2024-01-01"))
    '2024-01'
    >>> str(eerste_maand("2027"))
    '2027-01'
    """
    try:
        tijdvak = pd.Period(peildatum)
    except ValueError:
        return None
    if not isinstance(tijdvak, pd.Period):
        return None
    begin = tijdvak.start_time
    maand = pd.Period(begin, freq="M")
    return maand + 1 if _DAG.fullmatch(peildatum) and begin.day > 1 else maand


def _van_land(omgeving: Omgeving) -> Gebiedsdoel:
    rij = landelijke_stand(stand_per_provincie(omgeving, None), omgeving.doelset)
    landelijk = omgeving.doelset.landelijk
    if landelijk is not None:
        vanaf = eerste_maand(landelijk.peildatum)
    else:
        # Het hele doel geldt pas als dat van de laatste provincie geldt.
        maanden = [eerste_maand(str(tekst)) for tekst in omgeving.doelen["peildatum"]]
        vanaf = max((maand for maand in maanden if maand is not None), default=None)
    laag, midden, hoog = (float(rij[f"doel_{grens}"]) for grens in ("laag", "midden", "hoog"))
    return Gebiedsdoel(
        naam=NEDERLAND,
        provincie=None,
        laag=laag,
        midden=midden,
        hoog=hoog,
        status=Status(rij["doel_status"]),
        vanaf=vanaf,
        herkomst=str(rij["doel_herkomst"]),
    )


def _van_provincie(omgeving: Omgeving, provincie: str) -> Gebiedsdoel:
    rij: dict[Any, Any] = omgeving.doelen.loc[[provincie]].to_dict("records")[0]
    velden = ("bron", "brondatum", "peildatum", "toelichting")
    return Gebiedsdoel(
        naam=provincie,
        provincie=provincie,
        laag=float(rij["minimum"]),
        midden=float(rij["midden"]),
        hoog=float(rij["maximum"]),
        status=Status(rij["status"]),
        vanaf=eerste_maand(str(rij["peildatum"])),
        herkomst=herkomstregel(*(str(rij[veld]) for veld in velden)),
    )


def _van_gemeente(omgeving: Omgeving, codes: pd.Index) -> Gebiedsdoel:
    gemeenten = omgeving.gemeenten
    gemeente = gemeenten.loc[codes[0]]
    provincie = str(gemeente["provincie"])
    heel = _van_provincie(omgeving, provincie)
    inwoners = gemeenten.loc[gemeenten["provincie"] == provincie, "inwoners"].sum()
    deel = float(gemeente["inwoners"] / inwoners)
    return replace(
        heel,
        naam=gebiedsnaam(omgeving, None, str(codes[0])),
        laag=deel * heel.laag,
        midden=deel * heel.midden,
        hoog=deel * heel.hoog,
        status=Status.AFGELEID if heel.bekend else Status.ONBEKEND,
        herkomst=f"deel van het doel van {provincie} naar rato van inwoners; {heel.herkomst}",
    )
