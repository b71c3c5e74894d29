"""Woonlocaties in woorden: de kop, de kanttekeningen, de bijdrage, de termijn en de mix."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.notatie import getal, opsomming, procent
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.corporatie import Totaal
from locatieplanner.opgave.gepland import wat_telt
from locatieplanner.opgave.looptijd import Afloop

_MAANDEN_PER_JAAR = 12


def kopzin(som: Totaal, half_weg: int | None, eerste_einde: int | None = None) -> str:
    """Zeg in één zin wat de woonlocaties samen zijn.

    Parameters
    ----------
    som : Totaal
        Wat er te vertellen is.
    half_weg : int or None
        Het jaar waarin de helft van de woningen is afgelopen; zie `halverwege`.
    eerste_einde : int, optional
        Het jaar waarin het eerste contract afloopt; genoemd als nooit de helft afloopt.
    """
    delen = [
        f"Samen {aantal(som.woningen, 'woning', 'woningen')} voor ongeveer "
        f"{aantal(som.plaatsen, 'persoon', 'mensen')}, op "
        f"{aantal(som.locaties, 'locatie', 'locaties')}",
        f"{aantal(som.taakstelling, 'plaats is', 'plaatsen zijn')} voor statushouders",
    ]
    if half_weg is not None:
        delen.append(f"in {half_weg} is ten minste de helft van de woningen afgelopen")
    elif eerste_einde is not None:
        delen.append(f"in {eerste_einde} loopt het eerste contract af")
    if som.blijft:
        delen.append(f"{aantal(som.blijft, 'woning blijft', 'woningen blijven')}")
    return "; ".join(delen) + "."


def kanttekeningen(som: Totaal) -> list[str]:
    """Zeg wat er in de kop geschat of onbekend is, een zin per punt."""
    zinnen = [
        (
            som.woningen_geschat,
            f"{getal(som.woningen_geschat)} woningen zijn geschat uit plaatsen en mix.",
        ),
        (
            som.plaatsen_geschat,
            f"{getal(som.plaatsen_geschat)} plaatsen zijn geschat uit woningen en mix.",
        ),
        (
            som.woningen_onbekend,
            f"{_van(som.woningen_onbekend)} is het aantal woningen onbekend; dat telt niet mee.",
        ),
        (
            som.mix_onbekend,
            f"{_van(som.mix_onbekend)} ({getal(som.plaatsen_mix_onbekend)} plaatsen) is de mix "
            "onbekend: voor wie die zijn, is niet meegeteld.",
        ),
        (
            som.einde_onbekend,
            f"{_van(som.einde_onbekend)} is het einde onbekend; in de tijd lopen zij door.",
        ),
        (
            som.begin_onbekend,
            f"{_van(som.begin_onbekend)} is het begin onbekend; in de tijd staan zij niet.",
        ),
    ]
    return [zin for telt, zin in zinnen if telt]


def _van(locaties: int) -> str:
    return f"Van {aantal(locaties, 'locatie', 'locaties')}"


def bijdragezinnen(som: Totaal, omgeving: Omgeving, provincie: str | None) -> list[str]:
    """Zeg wat de woonlocaties bijdragen aan de taakstelling en aan het opvangdoel.

    Parameters
    ----------
    som : Totaal
        Wat er te vertellen is.
    omgeving : Omgeving
        Met de doelen en wat gepland heet.
    provincie : str or None
        Waarvan het doel erbij staat; None is geen.
    """
    welke = wat_telt(omgeving.parameters)
    verder = som.taakstelling - som.taakstelling_gepland
    zinnen = [
        f"Voor de taakstelling: {getal(som.taakstelling_gepland)} statushouders op locaties "
        f"{welke}, en nog {getal(verder)} als ook de andere doorgaan.",
    ]
    if som.mix_onbekend:
        zinnen.append(
            f"Van {getal(som.plaatsen_mix_onbekend)} plaatsen is onbekend of zij voor "
            "statushouders zijn; die tellen hier niet mee."
        )
    if som.opvang:
        zinnen.append(
            f"Voor het opvangdoel: {getal(som.opvang_gepland)} plaatsen op locaties {welke}, van "
            f"{getal(som.opvang)} in totaal."
        )
    else:
        zinnen.append("Voor het opvangdoel: 0 plaatsen. Woningen tellen niet als opvang.")
    doel = omgeving.doelen["midden"].get(provincie) if provincie is not None else None
    if doel is not None and not pd.isna(doel):
        zinnen.append(
            f"Het doel van {provincie} is {getal(doel)} plaatsen ({omgeving.doelset.naam}); "
            f"deze locaties dragen daaraan {procent(som.opvang_gepland / doel)} bij."
        )
    return zinnen


def termijn(maanden: float | None) -> str:
    """Schrijf een termijn in jaren en maanden.

    >>> termijn(180)
    '15 jaar'
    >>> termijn(18)
    '1 jaar en 6 maanden'
    """
    if maanden is None or pd.isna(maanden):
        return "onbekend"
    jaren, rest = divmod(int(maanden), _MAANDEN_PER_JAAR)
    delen = [f"{jaren} jaar"] if jaren else []
    if rest or not jaren:
        delen.append(aantal(rest, "maand", "maanden"))
    return opsomming(delen)


def daarna(afloop: str, woningen: float) -> str:
    """Zeg wat er na de exploitatie van een locatie blijft."""
    match Afloop(afloop):
        case Afloop.BLIJVEND:
            return "blijft" if pd.isna(woningen) else f"blijft: {getal(woningen)} woningen"
        case Afloop.EINDIGT:
            return "niets"
        case Afloop.GESLOTEN:
            return "gesloten"
        case _:
            return "onbekend"


def mixtekst(aandelen: Mapping[str, float], aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> str:
    """Schrijf een mix van groot naar klein; leeg is onbekend.

    Parameters
    ----------
    aandelen : Mapping of str to float
        Aandeel per groep (code), 0–1; NaN is onbekend.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    """
    bekend = {code: deel for code, deel in aandelen.items() if pd.notna(deel) and deel > 0}
    delen = sorted(bekend.items(), key=lambda paar: -paar[1])
    return ", ".join(f"{aandachtsgroepen[code].naam} {procent(deel)}" for code, deel in delen) or (
        "onbekend"
    )


def aantal(hoeveel: float, enkel: str, meer: str) -> str:
    """Schrijf een aantal met zijn zelfstandig naamwoord.

    >>> aantal(1, "woning", "woningen")
    '1 woning'
    """
    return f"{getal(hoeveel)} {enkel if round(hoeveel) == 1 else meer}"
