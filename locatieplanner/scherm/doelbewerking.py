"""Eigen doelen veranderen: wat er van de toestand wordt, en de tabel om in te typen."""

from dataclasses import replace

import pandas as pd

from locatieplanner.domein.doel import Doelset
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.fouten import DoelsetFout
from locatieplanner.invoer.doelcodes import als_id
from locatieplanner.rapport.doeltabel import invultabel
from locatieplanner.scherm.toestand import Toestand

WEG = "weghalen"
"""De kolom waarin een rij aangevinkt wordt om weg te halen."""


def met_eigen_doelen(
    toestand: Toestand, eigen: Eigendoelen, ingebouwd: dict[str, Doelset], standaard: str
) -> Toestand:
    """Geef de toestand met andere eigen doelen; een doelset die er niet meer is, is niet gekozen.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    eigen : Eigendoelen
        De nieuwe eigen doelen; wat gelijk is aan het ingebouwde valt weg.
    ingebouwd : dict of str to Doelset
        De ingebouwde doelsets, per id.
    standaard : str
        De doelset die gekozen wordt als de huidige vervalt.
    """
    over = eigen.zonder_gelijke(ingebouwd)
    bestaat = toestand.doelset in over.pas_toe(ingebouwd)
    return replace(toestand, eigen_doelen=over, doelset=toestand.doelset if bestaat else standaard)


def nieuwe_doelset(naam: str, doelsets: dict[str, Doelset]) -> Eigendoelen:
    """Maak een lege doelset met deze naam.

    Raises
    ------
    DoelsetFout
        Als de naam leeg is of al bestaat.
    """
    id_ = als_id(naam)
    if not id_:
        raise DoelsetFout("Geef de doelset een naam met letters of cijfers.")
    namen = {doelset.origineel.naam.casefold() for doelset in doelsets.values()}
    if id_ in doelsets or naam.strip().casefold() in namen:
        raise DoelsetFout(
            f"Er is al een doelset die zo heet: {naam.strip()}. Kies een andere naam."
        )
    return Eigendoelen(namen=((id_, naam.strip()),))


def met_naam(doelset: Doelset, eigen: Eigendoelen) -> Eigendoelen:
    """Geef de eigen doelen; een eigen doelset houdt haar naam, ook als zij leeg is."""
    if doelset.origineel.doelen:
        return eigen
    return Eigendoelen(namen=((doelset.id, doelset.origineel.naam),)).met(eigen)


def te_bewerken(doelset: Doelset, provincie: str | None) -> pd.DataFrame:
    """Geef de rijen om in te typen, genummerd vanaf 1; zonder provincie die van alle."""
    tabel = invultabel(doelset).drop(columns=["doelset", "doelset_naam"], errors="ignore")
    if provincie is not None:
        tabel = tabel[tabel["provincie"] == provincie]
    rijen = pd.RangeIndex(1, len(tabel) + 1, name="rij")
    return tabel.set_axis(rijen, axis=0).assign(**{WEG: False})


def zonder_weggehaalde(tabel: pd.DataFrame) -> pd.DataFrame:
    """Geef de getypte tabel met de weggehaalde rijen leeg: zo blijven de rijnummers kloppen."""
    weg = tabel[WEG].fillna(False).astype("bool")
    return tabel.drop(columns=WEG).astype("object").mask(weg, None)
