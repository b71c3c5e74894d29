"""Wat er met een antwoord mis is, en of een nieuwe poging zin heeft."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, Afgewezen, Antwoord, dienstfout
from locatieplanner.domein.notatie import getal

ONTBREEKT = frozenset({404, 410})
"""Codes waarmee een dienst zegt dat iets er niet (meer) is."""

_TE_VAAK = 429
_TIJDELIJK = frozenset({_TE_VAAK, 500, 502, 503, 504})
_GEEN_TOEGANG = frozenset({401, 403, 407})


class Voorbijgaand(Exception):
    """Wat een volgende keer goed kan gaan; blijft het, dan wordt het een DienstFout.

    Parameters
    ----------
    wat : str
        Wat er gebeurde, als vervolg op de naam van de dienst.
    wacht_s : float or None
        Hoe lang de dienst vraagt te wachten; None als zij niets vraagt.
    """

    def __init__(self, wat: str, wacht_s: float | None = None) -> None:
        super().__init__(wat)
        self.wat = wat
        self.wacht_s = wacht_s


def opnieuw(fout: Exception) -> bool | float:
    """Zeg tegen stamina of, en na hoeveel seconden, een nieuwe poging zin heeft."""
    if not isinstance(fout, Voorbijgaand):
        return False
    return True if fout.wacht_s is None else fout.wacht_s


def storing(antwoord: Antwoord, geduld_s: float) -> Exception | None:
    """Geef de fout die bij de code van een antwoord hoort; None als het goed is.

    Parameters
    ----------
    antwoord : Antwoord
        Wat de dienst gaf.
    geduld_s : float
        Vraagt de dienst om een langere pauze, dan wordt er niet gewacht.

    Returns
    -------
    Exception or None
        Een `Voorbijgaand`, of een DienstFout als herhalen niet helpt.
    """
    code = antwoord.status
    adres = antwoord.adres.partition("?")[0]
    if code == httpx.codes.OK:
        return None
    if code in _TIJDELIJK:
        return _druk_of_storing(antwoord, geduld_s)
    if code in ONTBREEKT:
        return dienstfout(
            antwoord.naam,
            f"kent dit adres niet (code {code}): {adres}",
            HERSTEL_CATALOGUS,
            soort=Afgewezen,
        )
    if code in _GEEN_TOEGANG:
        return dienstfout(antwoord.naam, f"geeft geen toegang (code {code}): {adres}")
    if httpx.codes.is_client_error(code):
        return antwoord.afgewezen(antwoord.uitleg() or f"code {code}")
    return dienstfout(antwoord.naam, f"antwoordt met code {code} in plaats van met gegevens")


def _druk_of_storing(antwoord: Antwoord, geduld_s: float) -> Exception:
    te_vaak = antwoord.status == _TE_VAAK
    wat = f"{'is te vaak bevraagd' if te_vaak else 'heeft een storing'} (code {antwoord.status})"
    wacht_s = _gevraagde_pauze_s(antwoord.koppen.get("retry-after", ""))
    if wacht_s is not None and wacht_s > geduld_s:
        return dienstfout(
            antwoord.naam,
            f"{wat} en vraagt {getal(wacht_s)} seconden te wachten",
            "Probeer het daarna opnieuw.",
        )
    return Voorbijgaand(wat, wacht_s)


def _gevraagde_pauze_s(kop: str) -> float | None:
    """Lees ``Retry-After``: seconden of een tijdstip; None als er geen pauze uit volgt."""
    if kop.strip().isdecimal():
        return float(kop) or None
    try:
        tijdstip = parsedate_to_datetime(kop)
    except (TypeError, ValueError):
        return None
    if tijdstip.tzinfo is None:
        tijdstip = tijdstip.replace(tzinfo=UTC)
    rest_s = (tijdstip - datetime.now(UTC)).total_seconds()
    return rest_s if rest_s > 0 else None
