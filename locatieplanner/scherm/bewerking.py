"""Kandidaten toevoegen, veranderen en weghalen; elke verandering gaat langs dezelfde controle."""

from collections.abc import Collection
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from locatieplanner.beoordeling.omgeving import Lagen
from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.invoer.kandidaten import controleer_kandidaten
from locatieplanner.invoer.probleem import Probleem
from locatieplanner.invoer.schema import leeg


@dataclass(frozen=True)
class Bewerking:
    """Uitkomst van een verandering.

    Parameters
    ----------
    kandidaten : GeoDataFrame or None
        De nieuwe kandidaten; None als de verandering niet kan.
    problemen : tuple of Probleem
        Waarom niet, of wat er bij te melden is.
    """

    kandidaten: gpd.GeoDataFrame | None
    problemen: tuple[Probleem, ...]

    @property
    def melding(self) -> str:
        """De problemen als lopende tekst, zonder rijnummers: voor een verandering van één."""
        zinnen = [deel for p in self.problemen for deel in (p.wat, p.herstel) if deel]
        return " ".join(f"{zin[0].upper()}{zin[1:]}." for zin in zinnen)


@dataclass(frozen=True)
class Plek:
    """Een plek om een kandidaat van te maken.

    Parameters
    ----------
    vorm : BaseGeometry
        Punt of vlak, RD.
    naam : str, optional
        Naam van de kandidaat; zonder krijgt zij een nummer.
    bron : str, optional
        Waar de plek vandaan komt.
    toelichting : str, optional
        Wat er verder van bekend is.
    """

    vorm: BaseGeometry
    naam: str = ""
    bron: str = "op de kaart geplaatst"
    toelichting: str = ""


def voeg_toe(
    kandidaten: gpd.GeoDataFrame, plek: Plek, type: str, capaciteit: int, lagen: Lagen
) -> tuple[Bewerking, str]:
    """Voeg een kandidaat toe op een plek en geef ook zijn id."""
    id_ = nieuw_id(kandidaten.index)
    rij = leeg(lagen.aandachtsgroepen).reindex([id_])
    rij = gpd.GeoDataFrame(
        rij.drop(columns="geometry").assign(
            naam=plek.naam or f"Nieuwe locatie {id_.removeprefix('N')}",
            type=type,
            capaciteit=capaciteit,
            status=str(Kandidaatstatus.IDEE),
            bron=plek.bron,
            toelichting=plek.toelichting,
        ),
        geometry=[plek.vorm],
        crs=kandidaten.crs,
    )
    getoetst = _controleer(rij, lagen)
    if getoetst.kandidaten is None:
        return getoetst, id_
    samen = pd.concat([kandidaten, getoetst.kandidaten]) if len(kandidaten) else getoetst.kandidaten
    return Bewerking(samen, getoetst.problemen), id_


def nieuw_id(bezet: Collection[str]) -> str:
    """Geef het eerste vrije id van de vorm N1, N2, …"""
    nummer = 1
    while f"N{nummer}" in bezet:
        nummer += 1
    return f"N{nummer}"


def verander(kandidaten: gpd.GeoDataFrame, wijzigingen: pd.DataFrame, lagen: Lagen) -> Bewerking:
    """Neem gewijzigde rijen over.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        De kandidaten zoals zij waren.
    wijzigingen : DataFrame
        Index ``id``; alleen de kolommen die gewijzigd mogen zijn.
    lagen : Lagen
        Met locatietypen, aandachtsgroepen en grenzen.
    """
    nieuw = kandidaten.loc[wijzigingen.index].copy()
    for kolom in wijzigingen.columns:
        nieuw[kolom] = wijzigingen[kolom]
    getoetst = _controleer(nieuw, lagen)
    if getoetst.kandidaten is None:
        return getoetst
    samen = pd.concat([kandidaten.drop(index=wijzigingen.index), getoetst.kandidaten])
    return Bewerking(samen.loc[kandidaten.index], getoetst.problemen)


def haal_weg(kandidaten: gpd.GeoDataFrame, ids: Collection[str]) -> gpd.GeoDataFrame:
    """Geef de kandidaten zonder deze ids."""
    return kandidaten.drop(index=list(ids))


def _controleer(rijen: gpd.GeoDataFrame, lagen: Lagen) -> Bewerking:
    invoer = controleer_kandidaten(
        rijen, lagen.locatietypen, lagen.aandachtsgroepen, grens=lagen.gemeenten
    )
    return Bewerking(invoer.kandidaten if invoer.schoon else None, invoer.problemen)
