"""Portefeuilles als tabellen: de keuze, de doelen, en portefeuilles naast elkaar."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pandas as pd

from locatieplanner.portefeuille.maten import Maten
from locatieplanner.portefeuille.portefeuille import Portefeuille
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.portefeuille.uitspraak import over_bewijs
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

EIGEN = "eigen plan"

_PLAATSEN = "plaatsen"
_KEUZE = (
    Tabelkolom("id", "id"),
    Tabelkolom("naam", "naam"),
    Tabelkolom("gemeente", "gemeente", ontbreekt="–"),
    Tabelkolom("provincie", "provincie", ontbreekt="–"),
    Tabelkolom("type", "type"),
    Tabelkolom("plaatsen", "plaatsen", Kolomsoort.GEHEEL),
    Tabelkolom("capaciteit", "capaciteit", Kolomsoort.GEHEEL),
    Tabelkolom("score", "score", Kolomsoort.GETAL),
)
_DOELEN = (
    Tabelkolom("doel", "doel"),
    Tabelkolom("laag", "nodig, ten minste", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("hoog", "nodig, ten hoogste", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("bereikbaar", "hoogstens te halen", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("gekozen", "gekozen", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("tekort", "te weinig", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("status", "status"),
)
MAATKOLOMMEN = (
    Tabelkolom("tekort", "te weinig", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("plaatsen", "plaatsen", Kolomsoort.GEHEEL),
    Tabelkolom("locaties", "locaties", Kolomsoort.GEHEEL),
    Tabelkolom("gemeenten", "gemeenten", Kolomsoort.GEHEEL),
    Tabelkolom("gemiddelde_score", "score per plaats", Kolomsoort.GETAL),
    Tabelkolom("theil", "Theil", Kolomsoort.FIJN),
    Tabelkolom("gini", "Gini", Kolomsoort.FIJN),
    Tabelkolom("boven_evenredig", "boven evenredig deel", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("naaste_km", "naaste andere locatie", Kolomsoort.GETAL, "km", "–"),
    Tabelkolom("grootste", "grootste locatie", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("kosten_mln", "kosten per jaar", Kolomsoort.GETAL, "mln euro"),
)
"""De kolommen bij `maatrij`."""

_NAAST_ELKAAR = (
    Tabelkolom("portefeuille", "portefeuille"),
    *MAATKOLOMMEN,
    Tabelkolom("verschil", "verschil met 1", Kolomsoort.GEHEEL, "locaties"),
)
UITLEG: Mapping[str, str] = MappingProxyType(
    {
        "Theil en Gini": "ongelijkheid van de plaatsen per inwoner over gemeenten; 0 is overal "
        "evenveel. Bestaande en geplande plaatsen tellen mee.",
        "boven evenredig deel": "plaatsen boven het deel van een gemeente in het doel, naar rato "
        "van inwoners.",
        "verschil met 1": "locaties die maar in een van beide staan; ruilen telt voor twee.",
    }
)
"""Wat de kolommen van `vergelijkingstabel` betekenen waar het woord dat niet zegt."""


def keuzetabel(uitkomst: Uitkomst, portefeuille: Portefeuille, naam: str) -> Tabel:
    """Geef de gekozen locaties met hun plaatsen, op volgorde van id."""
    plaatsen = portefeuille.plaatsen
    tabel = uitkomst.probleem.kandidaten.loc[plaatsen.index]
    gegevens = tabel.assign(plaatsen=plaatsen, capaciteit=tabel["grootste"]).reset_index()
    bewijs = " ".join(over_bewijs(deel) for deel in portefeuille.bewijzen)
    herkomst = f"Score: bij de volle capaciteit. {bewijs}".strip()
    return Tabel(f"Gekozen locaties, {naam}", gegevens, _KEUZE, herkomst)


def doelentabel(uitkomst: Uitkomst, portefeuille: Portefeuille, naam: str) -> Tabel:
    """Geef per doel wat er nodig is, wat er hoogstens te halen is en wat er gekozen is."""
    gegevens = pd.DataFrame(
        [
            {
                "doel": stand.nodig.naam,
                "laag": stand.nodig.laag,
                "hoog": stand.nodig.hoog,
                "bereikbaar": kan,
                "gekozen": stand.gekozen,
                "tekort": stand.tekort,
                "status": str(stand.nodig.status),
            }
            for stand, kan in zip(portefeuille.standen, uitkomst.bereikbaar, strict=True)
        ],
        columns=[kolom.naam for kolom in _DOELEN],
    )
    herkomst = (
        f"{uitkomst.probleem.beoordeling.omgeving.doelset.naam}. Nodig: het doel min wat er staat "
        "en gepland is. Hoogstens te halen: zonder afstanden, budget en grote locaties."
    )
    return Tabel(f"Doelen, {naam}", gegevens, _DOELEN, herkomst)


def vergelijkingstabel(uitkomst: Uitkomst) -> Tabel:
    """Geef alle portefeuilles naast elkaar, met het eigen plan als dat er is."""
    namen = [str(nummer) for nummer in range(1, len(uitkomst.portefeuilles) + 1)]
    alle = list(uitkomst.portefeuilles)
    if uitkomst.eigen is not None:
        namen.append(EIGEN)
        alle.append(uitkomst.eigen.portefeuille)
    titel, status = "Portefeuilles naast elkaar", maatstatus(uitkomst.beste.maten)
    return Tabel(titel, _naast_elkaar(uitkomst, alle, namen), _NAAST_ELKAAR, status)


def fronttabel(uitkomst: Uitkomst) -> Tabel:
    """Geef het front tussen score, spreiding en aantal locaties."""
    punten = () if uitkomst.front is None else uitkomst.front.portefeuilles
    namen = [f"F{nummer}" for nummer in range(1, len(punten) + 1)]
    titel = "Wat meer score kost aan spreiding en locaties"
    status = maatstatus(uitkomst.beste.maten)
    return Tabel(titel, _naast_elkaar(uitkomst, punten, namen), _NAAST_ELKAAR, status)


def niet_te_kiezen(probleem: Probleem) -> Tabel:
    """Geef wie er niet te kiezen was, met de reden."""
    buiten = probleem.redenen[probleem.redenen != ""]
    gegevens = probleem.kandidaten.loc[buiten.index].assign(reden=buiten).reset_index()
    kolommen = (*_KEUZE[:4], Tabelkolom("reden", "reden"))
    return Tabel("Niet te kiezen", gegevens, kolommen, "Redenen uit beoordeling en opdracht.")


def maatrij(portefeuille: Portefeuille) -> dict[str, float]:
    """Geef de maten van een portefeuille als rij met de kolommen `MAATKOLOMMEN`."""
    maten = portefeuille.maten
    rij = {
        "tekort": portefeuille.tekort,
        "plaatsen": maten.plaatsen,
        "locaties": maten.locaties,
        "gemeenten": maten.gemeenten,
        "gemiddelde_score": maten.gemiddelde_score,
        "theil": maten.theil,
        "gini": maten.gini,
        "boven_evenredig": maten.boven_evenredig,
        "naaste_km": maten.naaste_m / 1000,
        "grootste": maten.grootste,
        "kosten_mln": maten.kosten_euro / 1e6,
    }
    return {naam: waarde if np.isfinite(waarde) else np.nan for naam, waarde in rij.items()}


def maatstatus(maten: Maten) -> str:
    """Zeg hoe zeker de maten zijn."""
    return (
        f"Spreiding: {maten.status_spreiding}. Kosten: {maten.status_kosten}, per bewoner in 2022. "
        "Plaatsen, locaties en score: berekend uit de kandidaten."
    )


def _naast_elkaar(
    uitkomst: Uitkomst, portefeuilles: Sequence[Portefeuille], namen: Sequence[str]
) -> pd.DataFrame:
    beste = uitkomst.beste
    return pd.DataFrame(
        [
            {
                "portefeuille": naam,
                **maatrij(portefeuille),
                "verschil": portefeuille.verschil(beste),
            }
            for naam, portefeuille in zip(namen, portefeuilles, strict=True)
        ],
        columns=[kolom.naam for kolom in _NAAST_ELKAAR],
    )
