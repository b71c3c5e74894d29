"""Gekozen plannen en de opdracht waarmee zij gezocht zijn, als JSON."""

import pandas as pd

from locatieplanner.criteria.ligging import LIGGING
from locatieplanner.opslag import json_kandidaten
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.json_kandidaten import VOLGORDE
from locatieplanner.opslag.json_waarden import (
    getal_of_leeg,
    lees_geheel,
    lees_ja_of_nee,
    lees_tekst,
)
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht, Voorrang
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.samenstellen import Vraag


def plan_als_json(plan: Gekozenplan) -> Json:
    """Geef een gekozen plan als object."""
    tabel = plan.meegebracht
    mee = None
    if tabel is not None:
        # De ligging volgt uit de geometrie en de gemeenten van dat moment.
        kolommen = [str(kolom) for kolom in tabel.columns if kolom not in LIGGING]
        objecten = json_kandidaten.als_json(tabel, kolommen)
        for plaats, velden in enumerate(objecten.values()):
            velden[VOLGORDE] = plaats
        mee = {"kolommen": kolommen, "kandidaten": objecten}
    return {
        "naam": plan.naam,
        "plaatsen": [[str(id_), int(aantal)] for id_, aantal in plan.plaatsen.items()],
        "herkomst": plan.herkomst,
        "meegebracht": mee,
        "met_gepland": plan.met_gepland,
    }


def plan_uit_json(waarde: Json) -> Gekozenplan:
    """Maak een gekozen plan van een object.

    Raises
    ------
    KeyError, TypeError, ValueError, AttributeError, InvoerFout
        Als het object niet klopt.
    """
    mee = waarde["meegebracht"]
    tabel = None
    if mee is not None:
        if not all(map(json_kandidaten.passende_velden, mee["kandidaten"].values())):
            raise TypeError("een meegebrachte kandidaat klopt niet")
        tabel = json_kandidaten.uit_json(mee["kandidaten"], [str(k) for k in mee["kolommen"]])
    plaatsen = [(lees_tekst(id_), lees_geheel(aantal)) for id_, aantal in waarde["plaatsen"]]
    return Gekozenplan(
        lees_tekst(waarde["naam"]),
        pd.Series(
            [aantal for _, aantal in plaatsen],
            index=pd.Index([id_ for id_, _ in plaatsen], dtype="str"),
            dtype="int64",
        ),
        lees_tekst(waarde["herkomst"]),
        tabel,
        lees_ja_of_nee(waarde["met_gepland"]),
    )


def opdracht_als_json(opdracht: Opdracht) -> Json:
    """Geef een opdracht als object."""
    groot = opdracht.max_groot
    return {
        "provincies": list(opdracht.provincies),
        "voorrang": str(opdracht.voorrang),
        "per_onderdeel": opdracht.per_onderdeel,
        "max_per_gemeente": opdracht.max_per_gemeente,
        "max_evenredig": getal_of_leeg(opdracht.max_evenredig),
        "min_afstand_m": getal_of_leeg(opdracht.min_afstand_m),
        "min_afstand_opvang_m": getal_of_leeg(opdracht.min_afstand_opvang_m),
        "max_groot": None if groot is None else [groot.locaties, groot.plaatsen],
        "mixband": None if opdracht.mixband is None else [float(w) for w in opdracht.mixband],
        "budget_euro": getal_of_leeg(opdracht.budget_euro),
        "maand": None if opdracht.maand is None else str(opdracht.maand),
        "vast": list(opdracht.vast),
        "zonder": list(opdracht.zonder),
    }


def opdracht_uit_json(waarde: Json) -> Opdracht:
    """Maak een opdracht van een object.

    Raises
    ------
    KeyError, TypeError, ValueError, InvoerFout
        Als het object niet klopt.
    """
    groot, mixband, maand = waarde["max_groot"], waarde["mixband"], waarde["maand"]
    per_gemeente = waarde["max_per_gemeente"]
    return Opdracht(
        provincies=tuple(map(lees_tekst, waarde["provincies"])),
        voorrang=Voorrang(waarde["voorrang"]),
        per_onderdeel=lees_ja_of_nee(waarde["per_onderdeel"]),
        max_per_gemeente=None if per_gemeente is None else lees_geheel(per_gemeente),
        max_evenredig=getal_of_leeg(waarde["max_evenredig"]),
        min_afstand_m=getal_of_leeg(waarde["min_afstand_m"]),
        min_afstand_opvang_m=getal_of_leeg(waarde["min_afstand_opvang_m"]),
        max_groot=None
        if groot is None
        else Omvanggrens(lees_geheel(groot[0]), lees_geheel(groot[1])),
        mixband=None if mixband is None else (float(mixband[0]), float(mixband[1])),
        budget_euro=getal_of_leeg(waarde["budget_euro"]),
        maand=None if maand is None else pd.Period(lees_tekst(maand), freq="M"),
        vast=tuple(map(lees_tekst, waarde["vast"])),
        zonder=tuple(map(lees_tekst, waarde["zonder"])),
    )


def vraag_als_json(vraag: Vraag) -> Json:
    """Geef een vraag als object."""
    eigen = vraag.eigen_plan
    return {
        "portefeuilles": vraag.portefeuilles,
        "met_front": vraag.met_front,
        "met_versoepeling": vraag.met_versoepeling,
        "eigen_plan": None if eigen is None else [[id_, aantal] for id_, aantal in eigen.items()],
    }


def vraag_uit_json(waarde: Json) -> Vraag:
    """Maak een vraag van een object.

    Raises
    ------
    KeyError, TypeError, ValueError
        Als het object niet klopt.
    """
    eigen = waarde["eigen_plan"]
    return Vraag(
        lees_geheel(waarde["portefeuilles"]),
        lees_ja_of_nee(waarde["met_front"]),
        lees_ja_of_nee(waarde["met_versoepeling"]),
        None
        if eigen is None
        else {
            lees_tekst(id_): None if aantal is None else lees_geheel(aantal)
            for id_, aantal in eigen
        },
    )
