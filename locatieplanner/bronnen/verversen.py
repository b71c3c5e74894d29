"""Een laag verversen: ophalen bij haar dienst, nakijken, en in de cache zetten."""

from pathlib import Path

import pandas as pd

from locatieplanner.bronnen import odata, ogc_features, overpass, wfs
from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, dienstfout
from locatieplanner.bronnen.cache import Lagencache, Manifest
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.dienst import Dienst, Dienstsoort
from locatieplanner.bronnen.opbrengst import Opbrengst, Stap, Voortgang
from locatieplanner.bronnen.pbf import haal as haal_uit_bestand
from locatieplanner.bronnen.slot import slot
from locatieplanner.bronnen.verzoek import STANDAARDGRENZEN, Verzoekgrenzen
from locatieplanner.domein.gebied import HEEL_NEDERLAND, Gebied
from locatieplanner.fouten import LaagFout


def ververs(
    laag: Laag,
    gebied: Gebied,
    cache: Lagencache,
    meld: Voortgang,
    *,
    pbf: Path | None = None,
    grenzen: Verzoekgrenzen = STANDAARDGRENZEN,
) -> Manifest:
    """Haal een laag op en zet haar in de cache; tot dat gelukt is blijft staan wat er stond.

    Parameters
    ----------
    laag : Laag
        Een laag met een dienst.
    gebied : Gebied
        Voor welk gebied; een laag zonder ligging, of die altijd in haar geheel komt, wordt voor
        heel Nederland opgehaald.
    cache : Lagencache
        Waar de laag komt.
    meld : Voortgang
        Krijgt te horen hoe ver het is.
    pbf : Path, optional
        Bestand van OpenStreetMap om uit te lezen in plaats van bij de openbare dienst.
    grenzen : Verzoekgrenzen, optional
        Hoe lang, hoe vaak en hoeveel.

    Returns
    -------
    Manifest
        Wat er nu in de cache staat.

    Raises
    ------
    LaagFout
        Als de laag geen dienst heeft.
    DienstFout
        Als de dienst niet of anders dan verwacht antwoordt.
    BestandFout
        Als `pbf` niet te gebruiken is.
    UitvoerFout
        Als er niet bewaard kan worden, of een ander dit deel al aan het ophalen is.
    """
    dienst = laag.dienst
    if dienst is None:
        raise LaagFout(
            f"De laag {laag.id} is alleen ingebouwd; er is geen dienst om haar op te halen."
        )
    if dienst.altijd_heel:
        gebied = HEEL_NEDERLAND
    with slot(cache.slotpad(laag.id, gebied), f"De laag {laag.id} voor {gebied.naam}"):
        opbrengst = _haal(laag, dienst, gebied, cache.werkmap(laag.id, gebied), meld, pbf, grenzen)
        gegevens = _zonder_dubbelen(opbrengst.gegevens, dienst.sleutel)
        if gegevens.empty and gebied == HEEL_NEDERLAND:
            raise dienstfout(
                dienst.naam,
                f"gaf voor heel Nederland geen enkele rij van {dienst.onderdeel}",
                HERSTEL_CATALOGUS,
            )
        meld(Stap("bewaren", len(gegevens), len(gegevens)))
        return cache.bewaar(
            laag.id,
            gebied,
            gegevens,
            adres=opbrengst.adres,
            licentie=laag.licentie,
            dekking=opbrengst.dekking,
            peildatum=opbrengst.peildatum,
            toelichting=opbrengst.toelichting,
        )


def _haal(
    laag: Laag,
    dienst: Dienst,
    gebied: Gebied,
    werkmap: Path,
    meld: Voortgang,
    pbf: Path | None,
    grenzen: Verzoekgrenzen,
) -> Opbrengst:
    match dienst.soort:
        case Dienstsoort.OGC_FEATURES:
            return ogc_features.haal(laag, gebied, werkmap, meld, grenzen)
        case Dienstsoort.WFS:
            return wfs.haal(laag, gebied, werkmap, meld, grenzen)
        case Dienstsoort.ODATA:
            return odata.haal(laag, gebied, werkmap, meld, grenzen)
        case Dienstsoort.OSM:
            if pbf is not None:
                return haal_uit_bestand(laag, gebied, werkmap, meld, pbf)
            return overpass.haal(laag, gebied, werkmap, meld)


def _zonder_dubbelen(gegevens: pd.DataFrame, sleutel: str) -> pd.DataFrame:
    """Houd van elke sleutel één rij: op de rand van twee bladzijden kan een rij er twee keer zijn.

    Een rij zonder sleutel is geen dubbele van een andere rij zonder sleutel.
    """
    if not sleutel or sleutel not in gegevens:
        return gegevens
    dubbel = gegevens[sleutel].duplicated() & (gegevens[sleutel] != "")
    enkel: pd.DataFrame = gegevens[~dubbel].reset_index(drop=True)
    return enkel
