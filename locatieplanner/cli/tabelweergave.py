"""Een tabel met uitkomsten op de opdrachtregel: als tekst, of als bestand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from locatieplanner.cli.weergave import Kop, meld, toon_tabel
from locatieplanner.fouten import UitvoerFout

if TYPE_CHECKING:
    from locatieplanner.rapport.tabel import Tabel

_SOORTEN = (".csv", ".xlsx")


def toets_tabelpad(pad: Path) -> None:
    """Controleer vooraf of een tabel naar dit pad te schrijven is.

    Raises
    ------
    UitvoerFout
        Als het achtervoegsel niet ``.csv`` of ``.xlsx`` is, of de map ontbreekt.
    """
    from locatieplanner.rapport.uitvoer import toets_pad

    if pad.suffix.lower() not in _SOORTEN:
        raise UitvoerFout(
            f"Deze tabel kan niet naar '{pad.name}'. Geef het bestand een naam op "
            f"{' of '.join(_SOORTEN)}."
        )
    toets_pad(pad)


def schrijf_tabel(tabel: Tabel, pad: Path) -> None:
    """Schrijf een tabel naar een bestand; het achtervoegsel bepaalt de soort."""
    from locatieplanner.rapport.tabeluitvoer import tabel_als_csv, tabel_als_xlsx
    from locatieplanner.rapport.uitvoer import schrijf_bytes

    maak = tabel_als_csv if pad.suffix.lower() == ".csv" else tabel_als_xlsx
    schrijf_bytes(maak(tabel), pad)
    meld(f"Geschreven: {pad}")


def toon_uitkomst(tabel: Tabel, koppen: Mapping[str, str] = MappingProxyType({})) -> None:
    """Toon een tabel; zonder `koppen` alle kolommen, anders deze met hun korte kop.

    Parameters
    ----------
    tabel : Tabel
        Wat er te tonen is.
    koppen : Mapping of str to str, optional
        Per kolom van de gegevens de kop op het scherm.
    """
    from locatieplanner.rapport.tabel import Kolomsoort

    kolommen = {kolom.naam: kolom for kolom in tabel.kolommen}
    gekozen = {naam: kop for naam, kop in koppen.items() if naam in kolommen} or {
        naam: kolom.volle_kop for naam, kolom in kolommen.items()
    }
    tekst = tabel.als_tekst()
    toon_tabel(
        [Kop(k, getal=kolommen[n].soort is not Kolomsoort.TEKST) for n, k in gekozen.items()],
        tekst[[kolommen[naam].volle_kop for naam in gekozen]].to_numpy().tolist(),
        titel=tabel.titel,
    )
