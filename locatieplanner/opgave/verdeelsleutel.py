"""Verdeelsleutels: hoe zwaar een gemeente telt bij het verdelen van een provinciaal doel.

De sleutel *inwoners* weegt met het aantal inwoners. De sleutel *ses* weegt met een formule over
inwoners en SES-WOA. De wettelijke formule is in dit programma niet bekend: de formule staat als
tekst in ``verdeling.ses_formule``, is te veranderen, en heet `NIET_WETTELIJK` zolang er in
``verdeling.ses_formule_bron`` geen bron staat.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np
import pandas as pd

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.seswoa import Seswoa
from locatieplanner.fouten import FormuleFout, VerdelingFout
from locatieplanner.opgave.formule import Formule

FORMULE = "verdeling.ses_formule"
"""De parameter met de formule van de sleutel ses."""

BRON = "verdeling.ses_formule_bron"
"""De parameter met de bron van de formule; leeg is geen."""

NIET_WETTELIJK = "niet de wettelijke formule"

SES_HALEN = (
    "SES-WOA is niet geladen. Haal de laag op, op de pagina Gegevens of met "
    "'locatieplanner lagen ververs ses_woa'; verdeel tot die tijd naar inwoners."
)

VARIABELEN: Mapping[str, str] = MappingProxyType(
    {
        "inwoners": "inwoners van de gemeente",
        "ses_woa": "SES-WOA van de gemeente; 0 is ongeveer het landelijke gemiddelde",
        "inwoners_provincie": "inwoners van de provincie",
        "ses_provincie": "SES-WOA van de provincie: gemiddelde van de gemeenten, naar inwoners",
        "ses_laagste": "laagste SES-WOA van een gemeente in de provincie",
        "ses_hoogste": "hoogste SES-WOA van een gemeente in de provincie",
    }
)
"""De variabelen van de formule en wat zij betekenen."""


class Sleutel(StrEnum):
    """Waarnaar verdeeld wordt."""

    INWONERS = "inwoners"
    SES = "ses"

    @property
    def naam(self) -> str:
        """De sleutel in woorden."""
        return "inwoners" if self is Sleutel.INWONERS else "inwoners en SES-WOA"


@dataclass(frozen=True, eq=False)
class Sesgewichten:
    """Het gewicht van elke gemeente volgens inwoners en SES-WOA.

    Parameters
    ----------
    gewichten : Series
        Index ``gemeentecode``; uitkomst van de formule, nul of meer.
    scores : Series
        SES-WOA waarmee gerekend is.
    geschat : Series of bool
        Of de score van de gemeente onbekend was; dan telt het gemiddelde van de provincie.
    """

    gewichten: pd.Series
    scores: pd.Series
    geschat: pd.Series


def inwonersgewichten(gemeenten: pd.DataFrame) -> pd.Series:
    """Geef het gewicht van elke gemeente naar inwoners."""
    return gemeenten["inwoners"].astype("float64")


def sesgewichten(gemeenten: pd.DataFrame, ses: Seswoa | None, formule: Formule) -> Sesgewichten:
    """Geef het gewicht van elke gemeente naar inwoners en SES-WOA.

    Parameters
    ----------
    gemeenten : DataFrame
        De gemeenten van één provincie; index ``gemeentecode``, kolommen ``gemeente`` en
        ``inwoners``.
    ses : Seswoa or None
        De scores; None is niet geladen.
    formule : Formule
        Over `VARIABELEN`.

    Raises
    ------
    VerdelingFout
        Als er geen scores geladen zijn, of van geen enkele gemeente een score bekend is.
    FormuleFout
        Als de formule voor een gemeente geen eindig getal van nul of meer geeft.
    """
    if ses is None:
        raise VerdelingFout(SES_HALEN)
    inwoners = inwonersgewichten(gemeenten)
    bekend = ses.scores.reindex(gemeenten.index).astype("float64")
    if bekend.isna().all():
        raise VerdelingFout(
            "In de geladen SES-WOA staat geen enkele gemeente van deze provincie. Haal de laag "
            "opnieuw op; verdeel tot die tijd naar inwoners."
        )
    heeft = bekend.notna()
    gemiddelde = float(np.average(bekend[heeft], weights=inwoners[heeft]))
    scores = bekend.fillna(gemiddelde)
    vast = {
        "inwoners_provincie": float(inwoners.sum()),
        "ses_provincie": gemiddelde,
        "ses_laagste": float(bekend.min()),
        "ses_hoogste": float(bekend.max()),
    }
    gewichten = {
        code: _gewicht(formule, str(naam), {"inwoners": aantal, "ses_woa": score, **vast})
        for code, naam, aantal, score in zip(
            gemeenten.index, gemeenten["gemeente"], inwoners, scores, strict=True
        )
    }
    return Sesgewichten(pd.Series(gewichten, dtype="float64"), scores, ~heeft)


def lees_formule(parameters: Parameters) -> Formule:
    """Lees de formule van de sleutel ses.

    Raises
    ------
    FormuleFout
        Als de formule niet te lezen is.
    """
    return Formule.lees(parameters.tekst(FORMULE), VARIABELEN)


def formulevermelding(parameters: Parameters) -> str:
    """Geef de formule met haar bron, of met de mededeling dat zij niet de wettelijke is."""
    bron = parameters.tekst(BRON)
    herkomst = f"bron volgens de gebruiker: {bron}" if bron else NIET_WETTELIJK
    return f"gewicht = {parameters.tekst(FORMULE)} ({herkomst})"


def sleutelstatus(sleutel: Sleutel, parameters: Parameters) -> Status:
    """Geef hoe zeker een sleutel is: een formule zonder bron is een aanname."""
    if sleutel is Sleutel.INWONERS or parameters.tekst(BRON):
        return Status.AFGELEID
    return Status.GESCHAT


def _gewicht(formule: Formule, gemeente: str, waarden: Mapping[str, float]) -> float:
    try:
        return formule.waarde(waarden)
    except FormuleFout as fout:
        raise FormuleFout(f"{gemeente}: {fout}") from None
