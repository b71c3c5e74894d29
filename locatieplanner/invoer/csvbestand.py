"""CSV lezen: komma, puntkomma of tab; UTF-8, UTF-16 of Windows-1252."""

import csv
import io
from collections.abc import Iterator

import pandas as pd

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.kolommen import Kolomkeuze
from locatieplanner.invoer.probleem import Ernst, Probleem
from locatieplanner.invoer.tabel import Schrijfwijze, Tabel
from locatieplanner.invoer.tabelsoort import KANDIDATEN, Tabelsoort
from locatieplanner.invoer.teksten import zonder_apostrof

_SCHEIDINGSTEKENS = (";", "\t", ",")
_KOP_TEKENS = 1_000_000


def lees_csv(inhoud: bytes, grenzen: Bestandsgrenzen, soort: Tabelsoort = KANDIDATEN) -> Tabel:
    """Lees een CSV-bestand als tekst; de kop is de eerste rij die niet leeg is.

    Parameters
    ----------
    inhoud : bytes
        Het bestand.
    grenzen : Bestandsgrenzen
        Hoeveel rijen en kolommen het mogen zijn.
    soort : Tabelsoort, optional
        Wat voor tabel het is.

    Raises
    ------
    BestandFout
        Als het geen tekst is, geen kop heeft, of te veel rijen of kolommen.
    """
    tekst = _ontcijfer(inhoud)
    teken, tekst, overgeslagen = _scheidingsteken(tekst)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken)
    genummerd = (
        (nummer, rij)
        for nummer, rij in enumerate(lezer, start=1 + overgeslagen)
        if any(cel.strip() for cel in rij)
    )
    try:
        return _lees_rijen(genummerd, teken, grenzen, soort)
    except csv.Error:
        raise BestandFout(
            "Het CSV-bestand bevat een cel die te lang is. Waarschijnlijk staat er ergens een "
            "aanhalingsteken dat niet gesloten wordt; zoek het op en verwijder het."
        ) from None


def _lees_rijen(
    genummerd: Iterator[tuple[int, list[str]]],
    teken: str,
    grenzen: Bestandsgrenzen,
    soort: Tabelsoort,
) -> Tabel:
    _, ruwe_kop = next(genummerd, (0, []))
    if not ruwe_kop:
        raise BestandFout(f"Het bestand is leeg. Kies een bestand met {soort.naam}.")
    kop = Kolomkeuze.van([naam.strip() for naam in ruwe_kop], soort.bruikbaar)
    breedte = len(ruwe_kop)
    grenzen.toets_omvang(0, breedte)
    rijen, nummers, te_lang = [], [], []
    for aantal, (nummer, rij) in enumerate(genummerd, start=1):
        grenzen.toets_omvang(aantal, breedte)
        if any(cel.strip() for cel in rij[breedte:]):
            te_lang.append((nummer, len(rij)))
        binnen = rij[:breedte] + [""] * (breedte - len(rij))
        if not any(cel.strip() for cel in binnen):
            continue
        kop.zie(binnen)
        rijen.append([zonder_apostrof(binnen[plaats]) for plaats in kop.plaatsen])
        nummers.append(nummer)
    tabel = pd.DataFrame(
        rijen, index=pd.Index(nummers, dtype="int64"), columns=kop.namen, dtype="str"
    )
    return Tabel(
        tabel,
        overige=kop.overige,
        schrijfwijze=Schrijfwijze.PUNT if teken == "," else Schrijfwijze.KOMMA,
        problemen=tuple(
            _meld_te_lang(nummer, aantal, breedte, teken) for nummer, aantal in te_lang
        ),
    )


def _meld_te_lang(rij: int, aantal: int, breedte: int, teken: str) -> Probleem:
    komma = (
        "; staat er een decimale komma, gebruik dan een punt of sla op met puntkomma's"
        if teken == ","
        else ""
    )
    return Probleem(
        Ernst.FOUT,
        rij,
        None,
        None,
        "",
        f"de rij heeft {getal(aantal)} velden en de kop {getal(breedte)}",
        f"zet tekst met een scheidingsteken erin tussen aanhalingstekens{komma}",
    )


def _ontcijfer(inhoud: bytes) -> str:
    try:
        if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
            return inhoud.decode("utf-16")
        if b"\x00" in inhoud:
            raise BestandFout(
                "Het bestand is geen tekst, dus ook geen CSV. Sla het opnieuw op als CSV (UTF-8)."
            )
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel op Windows schrijft zonder aandringen Windows-1252.
        return inhoud.decode("cp1252", errors="replace")


def _scheidingsteken(tekst: str) -> tuple[str, str, int]:
    """Kies het scheidingsteken; geef ook de tekst zonder een regel ``sep=;`` van Excel."""
    begin, _, rest = tekst.partition("\n")
    if begin.strip().lower().startswith("sep=") and len(begin.strip("\r\n")) == 5:
        return begin[4], rest, 1
    kop = next((regel for regel in tekst[:_KOP_TEKENS].splitlines() if regel.strip()), "")
    buiten_aanhaling = "".join(kop.split('"')[::2])
    aantallen = {teken: buiten_aanhaling.count(teken) for teken in _SCHEIDINGSTEKENS}
    return max(_SCHEIDINGSTEKENS, key=lambda teken: aantallen[teken]), tekst, 0
