"""De opgave op het scherm van de opdrachtregel: de stand, en de rijen van een doelset."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from locatieplanner.cli.weergave import Kop, toon, toon_tabel
from locatieplanner.domein.doel import Doelset, onderdeelnaam
from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.notatie import bandbreedte, datum, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.controle import boven_doel, tijdverschil, vergelijk_landelijk
from locatieplanner.opgave.doelen import bronvermelding
from locatieplanner.opgave.gepland import wat_telt
from locatieplanner.opgave.stand import landelijke_stand, provinciale_stand

GEEN_PLANNEN = "–"
"""Wat er bij gepland staat als er geen bestand met plannen geladen is."""

_KOPPEN = (
    Kop("provincie"),
    Kop("doel", getal=True),
    Kop("status doel"),
    Kop("bestaand bekend", getal=True),
    Kop("bestaand geschat", getal=True),
    Kop("gepland", getal=True),
    Kop("nog nodig", getal=True),
    Kop("status"),
    Kop("bron", getal=True),
)
_ONDERDEELKOPPEN = (
    Kop("provincie"),
    Kop("onderdeel"),
    Kop("plaatsen", getal=True),
    Kop("realiseren op", getal=True),
    Kop("status"),
    Kop("bron"),
    Kop("toelichting"),
)


def toon_stand(stand: pd.DataFrame, omgeving: Omgeving, provincie: str | None) -> None:
    """Toon de stand van één provincie, of van alle met Nederland eronder.

    De bronnen staan genummerd onder de tabel: zij zijn te lang voor een kolom.
    """
    doelset = omgeving.doelset
    namen = list(stand.index) if provincie is None else [provincie]
    rijen = {str(naam): provinciale_stand(stand, str(naam)) for naam in namen}
    if provincie is None:
        rijen[NEDERLAND] = landelijke_stand(stand, doelset)
    bronnen = list(dict.fromkeys(rij["doel_herkomst"] for rij in rijen.values()))
    toon_tabel(
        _KOPPEN,
        (
            (*_cellen(naam, rij), f"[{bronnen.index(rij['doel_herkomst']) + 1}]")
            for naam, rij in rijen.items()
        ),
        titel=doelset.naam,
    )
    toon("")
    for nummer, bron in enumerate(bronnen, start=1):
        toon(f"[{nummer}] {bron}")
    toon("")
    toon(doelset.uitleg)
    telt = "telt mee" if doelset.bestaand_telt_mee else "telt niet mee"
    toon(f"Bestaande opvang {telt}: {doelset.reden_bestaand}")
    if provincie is None:
        toon(f"{NEDERLAND}: {vergelijk_landelijk(doelset, omgeving.doelen)}.")
    for let_op in (tijdverschil(omgeving, provincie), boven_doel(stand, omgeving, provincie)):
        if let_op:
            toon(let_op)
    toon("Alles in plaatsen. Nog nodig onder nul betekent: er is meer dan het doel.")
    if stand["gepland"].isna().all():
        toon(
            f"Gepland {GEEN_PLANNEN}: geen bestand met plannen geladen (--bestand); nog nodig is "
            "zonder geplande plaatsen."
        )
    else:
        toon(f"Als gepland tellen kandidaten {wat_telt(omgeving.parameters)}.")


def toon_onderdelen(rijen: pd.DataFrame, doelset: Doelset) -> None:
    """Toon de rijen van een doelset zoals de bron ze geeft.

    Parameters
    ----------
    rijen : DataFrame
        Uitkomst van `locatieplanner.opgave.onderdelen.onderdelen`.
    doelset : Doelset
        Waar de rijen bij horen.
    """
    toon_tabel(
        _ONDERDEELKOPPEN,
        (
            (
                str(rij["provincie"]),
                onderdeelnaam(str(rij["onderdeel"])),
                bandbreedte(rij["minimum"], rij["maximum"]),
                datum(str(rij["peildatum"])),
                str(rij["status"]),
                bronvermelding(str(rij["bron"]), str(rij["brondatum"])) or "–",
                str(rij["toelichting"]),
            )
            for rij in rijen.to_dict("records")
        ),
        titel=doelset.naam,
    )
    toon("")
    toon("Zoals de bron het geeft: niet opgeteld en niet aangevuld.")


def _cellen(naam: str, rij: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        naam,
        bandbreedte(rij["doel_laag"], rij["doel_hoog"]),
        str(rij["doel_status"]),
        getal(rij["bestaand_bekend"]),
        getal(rij["bestaand_geschat"]),
        GEEN_PLANNEN if pd.isna(rij["gepland"]) else getal(rij["gepland"]),
        nodig(rij["nodig_laag"], rij["nodig_hoog"]),
        str(rij["nodig_status"]),
    )


def nodig(laag: float, hoog: float) -> str:
    """Schrijf een bandbreedte die onder nul kan liggen; een streepje leest dan als minteken."""
    onder, boven = getal(laag), getal(hoog)
    if pd.notna(laag) and pd.notna(hoog) and laag < 0 and onder != boven:
        return f"{onder} tot {boven}"
    return bandbreedte(laag, hoog)
