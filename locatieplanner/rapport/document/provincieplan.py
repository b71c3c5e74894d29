"""Het provinciale plan: doelen, kaart, gemeenten, locaties, portefeuille, robuustheid, bronnen."""

import math
from typing import Any

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.doel import onderdeelnaam
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte, datum, getal
from locatieplanner.opgave.gebiedsdoel import gemeenten_in
from locatieplanner.opgave.stand import provinciale_stand, stand_per_provincie
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.rapport.document.basis import Rapportbasis
from locatieplanner.rapport.document.bronnenlijst import bronnen
from locatieplanner.rapport.document.gebiedskaart import gebiedskaart
from locatieplanner.rapport.document.gegevens import kenmerken
from locatieplanner.rapport.document.inhoud import Alinea, Deel, Document, Figuur, Kop, Tabelvak
from locatieplanner.rapport.document.kandidaten import Kandidaten, kaartpunten, kandidatenvak
from locatieplanner.rapport.document.standvak import standvak
from locatieplanner.rapport.portefeuilletabel import doelentabel, keuzetabel
from locatieplanner.rapport.robuustheidtabel import grenstabel, kanstabel
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.robuustheid.gewichtsgrens import gewichtsgrenzen
from locatieplanner.robuustheid.robuustheid import Robuustheid, op_kans
from locatieplanner.robuustheid.uitspraak import over_toets

SOORT = "Provinciaal plan"

_KAART_CM = 12.5
_KANSEN = 15
"""Zoveel kandidaten staan er in de tabel met kansen."""

_DOELEN = (
    Tabelkolom("onderdeel", "onderdeel"),
    Tabelkolom("minimum", "ten minste", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("maximum", "ten hoogste", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("peildatum", "peildatum"),
    Tabelkolom("status", "status"),
    Tabelkolom("bron", "bron"),
)
_STAND = (
    Tabelkolom("wat", "wat"),
    Tabelkolom("laag", "laag", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("hoog", "hoog", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("status", "status"),
)
_ALLEEN_PLANNERS = (
    "In een rapport voor derden staat dit niet: uit de volgorde of de keuze is een beschermde "
    "locatie te herkennen."
)


def provincieplan(
    basis: Rapportbasis,
    provincie: str,
    robuustheid: Robuustheid | None = None,
    portefeuille: Uitkomst | None = None,
) -> Document:
    """Maak het plan van een provincie.

    Parameters
    ----------
    basis : Rapportbasis
        De beoordeling met alle kandidaten, ook die van andere provincies.
    provincie : str
        Welke provincie.
    robuustheid : Robuustheid, optional
        Hoe zeker de rangorde is.
    portefeuille : Uitkomst, optional
        Welke locaties samen het doel halen.

    Raises
    ------
    GebiedFout
        Als de provincie niet bestaat.
    """
    beoordeling, gegevens, alle = basis.beoordeling, basis.gegevens, basis.kandidaten
    omgeving, stand = beoordeling.omgeving, basis.stand
    codes = gemeenten_in(omgeving, provincie)
    gepland = beoordeling.gepland_per_gemeente
    provinciaal = provinciale_stand(stand_per_provincie(omgeving, gepland), provincie)
    hier = alle.waar(lambda tabel: tabel["provincie"].eq(provincie).fillna(value=False))
    beeld = gebiedskaart(
        omgeving, stand, gegevens.kaart, codes, provincie, kaartpunten(beoordeling, hier),
        _KAART_CM,
    )  # fmt: skip
    op_inwoners = stand.loc[codes].sort_values(["inwoners", "gemeente"], ascending=[False, True])
    dicht = bool(alle.afgeschermd.any())
    delen: tuple[Deel, ...] = (
        Kop("Kaart"),
        Figuur(beeld, f"{provincie}: opvang en bekeken locaties. Grenzen zijn vereenvoudigd."),
        Kop("Doelen"),
        *_doelen(beoordeling, provincie),
        _stand(provinciaal, provincie),
        Kop("Gemeenten"),
        standvak(omgeving, op_inwoners, f"Gemeenten in {provincie}, de grootste bovenaan"),
        Kop("Bekeken locaties"),
        kandidatenvak(
            hier,
            f"Locaties in {provincie}",
            "Score en rang: berekend door dit programma, rang onder alle locaties van het plan. "
            "Nummers zijn die op de kaart.",
            met_gemeente=True,
        )
        if len(hier.tabel)
        else Alinea(f"In dit plan staan geen locaties in {provincie}."),
        *_portefeuille(portefeuille, dicht=dicht),
        *_robuustheid(beoordeling, robuustheid, hier, dicht=dicht),
        *bronnen(beoordeling, gegevens, provincie),
    )
    return Document(
        titel=f"Plan voor {provincie}",
        soort=SOORT,
        datum=gegevens.datum,
        kenmerken=kenmerken(beoordeling, gegevens),
        samenvatting=_samenvatting(beoordeling, provinciaal, provincie, hier, alle),
        delen=delen,
    )


def _samenvatting(
    beoordeling: Beoordeling,
    stand: dict[str, Any],
    provincie: str,
    hier: Kandidaten,
    alle: Kandidaten,
) -> tuple[str, ...]:
    doelset = beoordeling.omgeving.doelset.naam
    if math.isnan(stand["doel_midden"]):
        zinnen = [f"Hoeveel plaatsen {provincie} moet hebben volgens {doelset}, is onbekend."]
    else:
        zinnen = [
            f"{provincie} moet {bandbreedte(stand['doel_laag'], stand['doel_hoog'])} plaatsen voor "
            f"opvang hebben ({doelset}). Dit getal is {stand['doel_status']}: "
            f"{Status(stand['doel_status']).uitleg}."
        ]
    zinnen.append(
        f"Er zijn nu {getal(stand['bestaand_bekend'])} plaatsen bekend. Daarnaast schatten wij dat "
        f"er nog {getal(stand['bestaand_geschat'])} zijn. Gepland zijn er "
        f"{getal(stand['gepland'])}."
    )
    if not math.isnan(stand["nodig_midden"]):
        zinnen.append(_nodigzin(stand))
    aantal = len(hier.tabel)
    zin = f"In {provincie} {'is' if aantal == 1 else 'zijn'} {getal(aantal)} "
    zin += f"{'locatie' if aantal == 1 else 'locaties'} bekeken"
    zin += f", samen {getal(float(hier.tabel['capaciteit'].sum()))} plaatsen." if aantal else "."
    met_rang = hier.tabel[hier.tabel["rang"].notna()]
    if len(met_rang):
        beste = met_rang.iloc[0]
        zin += (
            f" De hoogste score heeft {beste['naam']}: {getal(beste['score_totaal'], 1)} van de "
            f"100 punten, plaats {getal(beste['rang'])} van de {getal(alle.met_rang)}."
        )
    return (*zinnen, zin, "Een score helpt bij het gesprek. Zij is geen besluit.")


def _nodigzin(stand: dict[str, Any]) -> str:
    """Wat er nog nodig is, of hoeveel er al meer is."""
    laag, hoog = stand["nodig_laag"], stand["nodig_hoog"]
    if stand["nodig_midden"] <= 0:
        return (
            "Met wat er bekend, geschat en gepland is, wordt het doel gehaald "
            f"({stand['nodig_status']})."
        )
    return (
        f"Er zijn nog {bandbreedte(max(laag, 0.0), hoog)} plaatsen nodig ({stand['nodig_status']})."
    )


def _doelen(beoordeling: Beoordeling, provincie: str) -> tuple[Deel, ...]:
    """De doelen van de provincie zoals de bron ze geeft, ook de onbekende."""
    doelset = beoordeling.omgeving.doelset
    rijen = [
        {
            "onderdeel": onderdeelnaam(doel.onderdeel),
            "minimum": doel.plaatsen.minimum,
            "maximum": doel.plaatsen.maximum,
            "peildatum": datum(doel.peildatum),
            "status": str(doel.herkomst.status),
            "bron": doel.herkomst.bron,
        }
        for doel in doelset.van(provincie)
    ]
    if not rijen:
        return (Alinea(f"{doelset.naam} geeft geen doel van {provincie}: dat is onbekend."),)
    tabel = Tabel(
        f"Doelen van {provincie} in {doelset.naam}",
        pd.DataFrame(rijen).astype({"minimum": "float64", "maximum": "float64"}),
        _DOELEN,
        doelset.uitleg,
    )
    return (Tabelvak(tabel, (2, 1.6, 1.6, 1.7, 1.7, 4.6)),)


def _stand(stand: dict[str, Any], provincie: str) -> Tabelvak:
    """Van doel naar wat er nog nodig is."""
    rijen = [
        ("doel", stand["doel_laag"], stand["doel_hoog"], stand["doel_status"]),
        ("bestaand, bekend", *(2 * (stand["bestaand_bekend"],)), stand["bestaand_status"]),
        ("bestaand, geschat", *(2 * (stand["bestaand_geschat"],)), "geschat"),
        ("gepland", *(2 * (stand["gepland"],)), "plan van de gebruiker"),
        ("nog nodig", stand["nodig_laag"], stand["nodig_hoog"], stand["nodig_status"]),
    ]
    gegevens = pd.DataFrame(rijen, columns=["wat", "laag", "hoog", "status"])
    gegevens["status"] = gegevens["status"].astype("str")
    herkomst = f"Doel: {stand['doel_herkomst']}. Onder nul is er meer dan het doel vraagt."
    tabel = Tabel(f"Van doel naar nog nodig in {provincie}", gegevens, _STAND, herkomst)
    return Tabelvak(tabel, (3, 2, 2, 3))


def _portefeuille(uitkomst: Uitkomst | None, *, dicht: bool) -> tuple[Deel, ...]:
    if uitkomst is None:
        return ()
    kop = Kop("Welke locaties samen")
    if dicht:
        return (kop, Alinea(_ALLEEN_PLANNERS))
    beste = uitkomst.beste
    if beste.plaatsen.empty:
        return (kop, Alinea("Er valt niets te kiezen: het doel is gehaald, of er is geen locatie."))
    return (
        kop,
        Tabelvak(doelentabel(uitkomst, beste, "beste keuze"), (2.6, 1.6, 1.6, 1.6, 1.4, 1.4, 1.4)),
        Tabelvak(keuzetabel(uitkomst, beste, "beste keuze"), (1, 4, 2.4, 2, 1.8, 1.4, 1.5, 1.2)),
    )


def _robuustheid(
    beoordeling: Beoordeling, uitkomst: Robuustheid | None, hier: Kandidaten, *, dicht: bool
) -> tuple[Deel, ...]:
    if uitkomst is None:
        return ()
    kop = Kop("Hoe zeker deze volgorde is")
    if dicht:
        return (kop, Alinea(_ALLEEN_PLANNERS))
    in_gebied = set(hier.tabel["id"])
    ids = [str(id_) for id_ in op_kans(uitkomst) if id_ in in_gebied][:_KANSEN]
    delen: list[Deel] = [kop, *(Alinea(zin) for zin in over_toets(uitkomst))]
    if ids:
        delen.append(Tabelvak(kanstabel(uitkomst, ids, {}), (1, 4, 1, 1.5, 1.4, 1.6, 1.3, 1.3)))
    grenzen = gewichtsgrenzen(beoordeling)
    if grenzen:
        delen.append(Tabelvak(grenstabel(grenzen, uitkomst.namen), (2.2, 1.3, 1.5, 1.2, 3.2, 3.2)))
    return tuple(delen)
