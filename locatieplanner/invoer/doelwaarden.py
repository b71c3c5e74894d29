"""De waarden in een tabel met doelen: plaatsen, status en de peildatum die er niet bij staat."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import datum, getal
from locatieplanner.invoer.capaciteit import lees_aantal
from locatieplanner.invoer.codes import lees_codes
from locatieplanner.invoer.doelcodes import doelstatuscodes
from locatieplanner.invoer.doelkolommen import (
    BRON,
    DOELSET,
    MAXIMUM,
    MINIMUM,
    ONDERDEEL,
    PEILDATUM,
    PROVINCIE,
    STATUS,
)
from locatieplanner.invoer.getallen import Maat, schrijfwijze
from locatieplanner.invoer.kopregel import Kop
from locatieplanner.invoer.probleem import Ernst, Probleem, bestandsmelding, per_rij
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.teksten import is_leeg

GROOTSTE_DOEL = 1_000_000
"""Meer plaatsen voor één provincie, of voor het land, is een tikfout."""

_MET_BRON = (str(Status.GEPUBLICEERD), str(Status.SECUNDAIR))


def lees_plaatsen(tabel: Tabel, kop: Kop) -> tuple[pd.Series, pd.Series, list[Probleem]]:
    """Lees minimum en maximum, in hele plaatsen; leeg is onbekend.

    Returns
    -------
    minimum, maximum : Series of Int64
        NA waar niets stond of de waarde niet mag.
    problemen : list of Probleem
        Een fout per waarde die niet mag, en waar het minimum groter is dan het maximum.
    """
    kolommen = [kop.kolommen[kolom] for kolom in (MINIMUM, MAXIMUM) if kolom in kop.kolommen]
    wijze = schrijfwijze(kolommen, tabel.schrijfwijze)
    grenzen: dict[str, pd.Series] = {}
    problemen: list[Probleem] = []
    for kolom in (MINIMUM, MAXIMUM):
        grenzen[kolom] = pd.Series(pd.NA, index=tabel.gegevens.index, dtype="Int64")
        if kolom in kop.kolommen:
            grenzen[kolom], mis = lees_aantal(
                kop.kolommen[kolom],
                kop.naam(kolom),
                wijze,
                0,
                meeste=GROOTSTE_DOEL,
                waar="als doel",
                maat=Maat.PLAATSEN,
            )
            problemen += mis
    minimum, maximum = grenzen[MINIMUM], grenzen[MAXIMUM]
    problemen += per_rij(
        (minimum > maximum).fillna(False).astype(bool),
        kop.naam(MAXIMUM),
        maximum,
        lambda rij: f"het maximum is kleiner dan het minimum ({getal(int(minimum[rij]))})",
        "draai ze om of verbeter er een",
    )
    return minimum, maximum, problemen


def lees_status(kop: Kop, waarden: Mapping[str, pd.Series]) -> tuple[pd.Series, list[Probleem]]:
    """Lees hoe zeker elke rij is; leeg is met een bron gepubliceerd en zonder bron geschat.

    Parameters
    ----------
    kop : Kop
        De kolommen van de tabel.
    waarden : mapping of str to Series
        Met ``minimum``, ``maximum`` en ``bron``.
    """
    bekend = waarden[MINIMUM].notna() | waarden[MAXIMUM].notna()
    met_bron = waarden[BRON] != ""
    kolom = kop.naam(STATUS)
    tekst = kop.tekst(STATUS, bekend.index)
    status, problemen = lees_codes(tekst, kolom, "deze status bestaat niet", doelstatuscodes())
    # Onbekend is een status en ook een woord voor niet ingevuld; wie het schrijft, bedoelt het.
    leeg = is_leeg(tekst) & (status == "")
    status = status.mask(leeg, str(Status.ONBEKEND))
    status = status.mask(leeg & bekend, str(Status.GESCHAT))
    status = status.mask(leeg & bekend & met_bron, str(Status.GEPUBLICEERD))
    # Een aantal dat er staat maar niet te lezen is, is al een fout; "ontbreekt" zou de tweede zijn.
    zegt_aantal = pd.Series(False, index=bekend.index)
    for grens in (MINIMUM, MAXIMUM):
        zegt_aantal |= ~is_leeg(kop.tekst(grens, bekend.index))
    problemen += per_rij(
        bekend & (status == Status.ONBEKEND),
        kolom,
        tekst,
        "er is een aantal ingevuld, maar de status is onbekend",
        "kies gepubliceerd, secundair, afgeleid of geschat, of laat de status leeg",
    )
    problemen += per_rij(
        ~zegt_aantal & ~leeg & (status != Status.ONBEKEND) & (status != ""),
        kolom,
        tekst,
        "er is een status ingevuld, maar geen aantal",
        "vul minimum en maximum in, of laat de status leeg",
    )
    problemen += per_rij(
        bekend & ~leeg & status.isin(_MET_BRON) & ~met_bron,
        kop.naam(BRON),
        None,
        "de bron ontbreekt, terwijl de status zegt dat het getal uit een bron komt",
        "vul de bron in, of kies de status geschat",
    )
    return status, problemen + _meld_ingevuld(leeg & bekend, met_bron, kolom)


def _meld_ingevuld(gevuld: pd.Series, met_bron: pd.Series, kolom: str) -> list[Probleem]:
    if not gevuld.any():
        return []
    aantallen = ((gevuld & met_bron).sum(), Status.GEPUBLICEERD, "met"), (
        (gevuld & ~met_bron).sum(), Status.GESCHAT, "zonder",
    )  # fmt: skip
    delen = [f"{getal(n)} {status} ({woord} bron)" for n, status, woord in aantallen if n]
    return [
        bestandsmelding(
            f"waar geen status stond, is die ingevuld: {' en '.join(delen)}",
            "vul de status zelf in als dat niet klopt",
            kolom=kolom,
        )
    ]


def vul_peildatum_aan(
    waarden: pd.DataFrame, kop: Kop, doelsets: Mapping[str, Doelset]
) -> tuple[pd.Series, list[Probleem]]:
    """Neem een peildatum die er niet staat over van hetzelfde onderdeel in de doelset.

    Parameters
    ----------
    waarden : DataFrame
        Met ``doelset``, ``provincie``, ``onderdeel`` en ``peildatum``.
    kop : Kop
        De kolommen van de tabel.
    doelsets : mapping of str to Doelset
        Per id.
    """
    leeg = is_leeg(kop.tekst(PEILDATUM, waarden.index))
    gevonden = waarden[PEILDATUM].copy()
    for rij in waarden.index[leeg]:
        doelset = doelsets.get(waarden[DOELSET][rij])
        if doelset is not None:
            gevonden[rij] = _peildatum(
                doelset.origineel, waarden[PROVINCIE][rij], waarden[ONDERDEEL][rij]
            )
    return gevonden, per_rij(
        leeg & (gevonden != ""),
        kop.naam(PEILDATUM),
        None,
        lambda rij: f"de peildatum is overgenomen uit de doelset: {datum(gevonden[rij])}",
        "vul zelf een peildatum in als dat niet klopt",
        Ernst.MELDING,
    )


def _peildatum(doelset: Doelset, provincie: str, onderdeel: str) -> str:
    """De laatste peildatum van het onderdeel, of anders van de provincie of de doelset."""
    keuzes = (
        [d for d in doelset.van(provincie) if d.onderdeel == onderdeel],
        doelset.van(provincie),
        doelset.doelen,
    )
    return next((max(d.peildatum for d in rijen) for rijen in keuzes if rijen), "")
