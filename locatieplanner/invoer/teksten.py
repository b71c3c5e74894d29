"""Teksten van een gebruiker: ontbrekend, schoon, niet te lang en geen formule."""

import re

import pandas as pd

from locatieplanner.domein.notatie import getal
from locatieplanner.invoer.probleem import Probleem, per_rij

ONTBREEKT = frozenset(
    {
        "", "-", "–", "—", "?", "onbekend", "n.b.", "nb", "n.v.t.", "nvt", "null", "none",
        "nan", "nat", "<na>",
    }
)  # fmt: skip
"""Schrijfwijzen voor "niet ingevuld", in kleine letters."""

_STUURTEKENS = (
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
# De tekens zelf en geen reguliere afkorting: daarmee zou pandas per rij zoeken, veel trager.
_WITRUIMTE = "[\t\r\n\u00a0\u2007\u202f ]+"
# Een rekenblad voert tekst uit die met = of @ begint, en met + of - als er een aanroep op volgt.
_FORMULE = r"^(?:[=@]|[+\-][^ (|!]*[(|!])"
_BESCHERMD = "=+-@\t\r"
_EXCELFOUT = (
    r"^#(?:REF!|N/A|N/B|DIV/0!|DEEL/0!|VALUE!|WAARDE!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|VERW!)"
)


def zonder_apostrof(cel: str) -> str:
    """Haal de apostrof weg waarmee tekst voor een rekenblad geen formule is: ``'-5 graden``.

    Is wat overblijft wel een formule, dan blijft de apostrof staan.
    """
    if cel[:1] != "'" or cel[1:2] not in _BESCHERMD or not cel[1:2]:
        return cel
    return cel if re.match(_FORMULE, cel[1:].lstrip()) else cel[1:]


def als_tekst(waarden: pd.Series) -> pd.Series:
    """Geef waarden als schone tekst: zonder stuurtekens en buitenste spaties; leeg als missend.

    Hele getallen die een rekenblad als 12.0 bewaart worden "12".
    """
    if pd.api.types.is_bool_dtype(waarden.dtype) or not pd.api.types.is_numeric_dtype(
        waarden.dtype
    ):
        # Geen map: die maakt van [12, None] weer kommagetallen.
        heel = [_heel_getal(w) for w in waarden] if waarden.dtype == object else waarden
        tekst = pd.Series(heel, index=waarden.index, dtype=waarden.dtype).astype("str")
    else:
        tekst = waarden.astype("str").str.replace(r"^(-?\d+)\.0$", r"\1", regex=True)
    tekst = tekst.where(waarden.notna(), "").fillna("")
    tekst = tekst.str.replace(_WITRUIMTE, " ", regex=True)
    return tekst.str.replace(_STUURTEKENS, "", regex=True).str.strip()


def _heel_getal(waarde: object) -> object:
    if isinstance(waarde, float) and waarde.is_integer():
        return int(waarde)
    # Een los surrogaat kan nergens worden opgeslagen.
    if isinstance(waarde, str) and not waarde.isascii():
        return waarde.encode("utf-8", "replace").decode("utf-8")
    return waarde


def is_leeg(tekst: pd.Series) -> pd.Series:
    """Of een tekst voor "niet ingevuld" staat."""
    return tekst.str.lower().isin(ONTBREEKT)


def toets_tekst(tekst: pd.Series, kolom: str, maximum: int) -> list[Probleem]:
    """Controleer lengte, formules en foutwaarden van een rekenblad.

    Parameters
    ----------
    tekst : Series of str
        Schone tekst, zie `als_tekst`.
    kolom : str
        Naam van de kolom in het bestand.
    maximum : int
        Grootste lengte in tekens.
    """
    lengte = tekst.str.len()
    foutwaarde = tekst.str.contains(_EXCELFOUT, regex=True)
    return [
        *per_rij(
            lengte > maximum,
            kolom,
            tekst,
            lambda rij: (
                f"de tekst is {getal(int(lengte[rij]))} tekens lang; er passen er {getal(maximum)}"
            ),
            "kort de tekst in",
        ),
        *per_rij(
            tekst.str.contains(_FORMULE, regex=True),
            kolom,
            tekst,
            "de cel bevat een formule in plaats van een waarde",
            "zet de uitkomst als gewone waarde in de cel (kopiëren, plakken speciaal, waarden)",
        ),
        *per_rij(
            foutwaarde,
            kolom,
            tekst,
            "de cel bevat een foutmelding van het rekenblad",
            "herstel de formule of vul de waarde zelf in",
        ),
    ]
