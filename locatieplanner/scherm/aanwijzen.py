"""Aanwijzen: het perceel of het pand op een plek als ligging van een kandidaat."""

from shapely.geometry import Point

from locatieplanner.bronnen.hulpdiensten import LOCATIESERVER, PANDEN, PERCELEN, lees_hulpdiensten
from locatieplanner.bronnen.locatieserver import Locatieserver
from locatieplanner.bronnen.pand import Pand, pand_op
from locatieplanner.bronnen.perceel import perceel_op
from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.fouten import DienstFout, InvoerFout
from locatieplanner.scherm.bewerking import Plek


def perceelplek(punt: Point) -> Plek:
    """Geef het kadastrale perceel op een punt (RD) als plek.

    Raises
    ------
    DienstFout
        Als de dienst niet antwoordt.
    InvoerFout
        Als er geen perceel ligt.
    """
    perceel = perceel_op(punt, lees_hulpdiensten()[PERCELEN])
    if perceel is None:
        raise InvoerFout("Op die plek ligt geen perceel. Zoom in en klik er middenin.")
    return Plek(
        perceel.vlak,
        naam=_met_adres(f"Perceel {perceel.aanduiding}", punt),
        bron="Kadaster (PDOK)",
        toelichting=f"Oppervlakte {getal(perceel.oppervlakte_m2)} m².",
    )


def pandplek(punt: Point) -> Plek:
    """Geef het pand op een punt (RD) als plek.

    Raises
    ------
    DienstFout
        Als de dienst niet antwoordt.
    InvoerFout
        Als er geen pand staat.
    """
    pand = pand_op(punt, lees_hulpdiensten()[PANDEN])
    if pand is None:
        raise InvoerFout("Op die plek staat geen pand. Zoom in en klik er middenin.")
    return Plek(
        pand.vlak,
        naam=_met_adres(f"Pand {pand.id}", punt),
        bron="BAG (PDOK)",
        toelichting=omschrijving(pand),
    )


def _met_adres(naam: str, punt: Point) -> str:
    """Zet het dichtstbijzijnde adres voor een kenmerk, zodat iemand de plek herkent."""
    try:
        with Locatieserver(lees_hulpdiensten()[LOCATIESERVER]) as server:
            vondst = server.adres_bij(punt)
    except DienstFout:
        # Zonder adres is de plek er ook: het kenmerk is genoeg.
        return naam
    return f"{vondst.weergavenaam} ({naam[0].lower()}{naam[1:]})" if vondst else naam


def omschrijving(pand: Pand) -> str:
    """Geef wat er van een pand bekend is, in zinnen; wat onbekend is heet zo."""
    vloer = "onbekend" if pand.vloeroppervlak_m2 is None else f"{getal(pand.vloeroppervlak_m2)} m²"
    delen = [f"Grondvlak {getal(pand.oppervlakte_m2)} m²", f"vloeroppervlak {vloer}"]
    if pand.bouwjaar:
        delen.append(f"bouwjaar {pand.bouwjaar}")
    delen.append(f"gebruik {opsomming(pand.gebruik) or 'onbekend'}")
    if pand.status:
        delen.append(f"status {pand.status.lower()}")
    return f"{', '.join(delen)}."
