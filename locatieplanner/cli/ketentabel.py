"""De keten op het scherm van de opdrachtregel, en als JSON."""

from locatieplanner.cli.weergave import Kop, toon, toon_tabel
from locatieplanner.domein.ketenscenario import GROEP
from locatieplanner.domein.notatie import datum, getal
from locatieplanner.opgave.keten import OPVANG
from locatieplanner.opgave.ketenplaatsing import taakstellingzin
from locatieplanner.opgave.ketenuitkomst import Ketenuitkomst
from locatieplanner.opgave.ketenwoorden import (
    WAT_HET_NIET_DOET,
    aannamen,
    deelzin,
    keten_in_woorden,
    leegzin,
    sleutelmaand,
    verloopzin,
    verschilzin,
)
from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van
from locatieplanner.rapport.ketentabel import herkomst, verlooptabel

# Kort, want een terminal van tachtig tekens breed kort lange koppen af.
_KOPPEN = (
    Kop("maand", getal=True),
    *(Kop(naam, getal=True) for naam in ("zonder", "met", "minder")),
    *(Kop(naam, getal=True) for naam in OPVANG),
    Kop("flex", getal=True),
)
_LEGENDA = (
    "Personen. zonder en met: in de opvang zonder en met de flexwoningen; minder: het verschil. "
    "procedure, wachtend (vergunninghouders) en afgewezen: samen de opvang zonder. flex: wonen in "
    "de flexwoningen. Alles aan het eind van de maand."
)


def toon_keten(uitkomst: Ketenuitkomst, gebied: str, *, met_plan: bool) -> None:
    """Toon de keten per maand, wat het plan scheelt, en waar de uitkomst op rust.

    Parameters
    ----------
    uitkomst : Ketenuitkomst
        De keten met en zonder plan.
    gebied : str
        Naam van het gebied in een zin.
    met_plan : bool
        Of er een bestand met plannen geladen is.
    """
    maand = sleutelmaand(uitkomst)
    toon_tabel(_KOPPEN, _rijen(uitkomst), titel=verlooptabel(uitkomst, gebied).titel)
    toon(_LEGENDA)
    toon("")
    if met_plan:
        for zin in filter(None, (verschilzin(uitkomst, maand), verloopzin(uitkomst))):
            toon(zin)
    else:
        toon("Geen bestand met plannen geladen (--bestand): met en zonder plan is hetzelfde.")
    if leegzin(uitkomst):
        toon(leegzin(uitkomst))
    for rij in uitkomst.plan.telt_niet.to_dict("records"):
        herstel = f" Herstel: {rij['herstel']}." if rij["herstel"] else ""
        toon(f"Telt niet mee: {rij['naam']} ({rij['reden']}).{herstel}")
    toon("")
    toon(f"Wie gaat waarheen in {datum(str(maand))}")
    for stap, zin in keten_in_woorden(uitkomst, maand):
        toon(f"  {stap}: {zin}")
    toon("")
    toon(f"Status: {herkomst(uitkomst)}.")
    toon(f"Scenario: {uitkomst.scenario.uitleg} {uitkomst.scenario.herkomst.zin}.".strip())
    toon(f"Taakstelling, heel Nederland. {taakstellingzin(uitkomst.taakstelling)}")
    if uitkomst.deel < 1:
        toon(deelzin(uitkomst, gebied))
    toon("Wat deze berekening niet doet")
    for zin in WAT_HET_NIET_DOET:
        toon(f"  {zin}")
    toon("Elke aanname met reden en bron staat in --json, onder aannamen.")


def als_json(uitkomst: Ketenuitkomst, gebied: str) -> str:
    """Geef de keten als JSON: per maand, de flexwoningen, de zinnen en de aannamen.

    Parameters
    ----------
    uitkomst : Ketenuitkomst
        De keten met en zonder plan.
    gebied : str
        Naam van het gebied in een zin.
    """
    maand = sleutelmaand(uitkomst)
    maanden = verlooptabel(uitkomst, gebied).gegevens.assign(
        taakstelling=uitkomst.taakstelling["personen"].to_numpy(),
        taakstelling_status=uitkomst.taakstelling["status"].to_numpy(),
    )
    telt = uitkomst.plan.telt[["naam", "plaatsen"]]
    getallen = {p.id.removeprefix(f"{GROEP}."): p.waarde for p in uitkomst.parameters.groep(GROEP)}
    return json_tekst(
        {
            "scenario": uitkomst.scenario.naam,
            "gebied": gebied,
            "deel_inwoners": uitkomst.deel,
            "status": herkomst(uitkomst),
            "zinnen": [
                zin
                for zin in (
                    verschilzin(uitkomst, maand),
                    verloopzin(uitkomst),
                    leegzin(uitkomst),
                    deelzin(uitkomst, gebied),
                )
                if zin
            ],
            "maanden": rijen_van(maanden),
            "flexwoningen": {
                "tellen_mee": rijen_van(telt.reset_index()),
                "tellen_niet_mee": rijen_van(uitkomst.plan.telt_niet.reset_index()),
            },
            "getallen": getallen,
            "aannamen": rijen_van(aannamen(uitkomst)),
            "wat_het_niet_doet": list(WAT_HET_NIET_DOET),
        }
    )


def _rijen(uitkomst: Ketenuitkomst) -> list[tuple[str, ...]]:
    tabel = uitkomst.zonder.assign(
        met=uitkomst.opvang_met, minder=uitkomst.minder, in_flex=uitkomst.flex["flexwoning"]
    )
    kolommen = ("opvang", "met", "minder", *OPVANG, "in_flex")
    return [
        (f"{maand.month}-{maand.year}", *(getal(float(rij[kolom])) for kolom in kolommen))
        for maand, (_, rij) in zip(uitkomst.maanden, tabel.iterrows(), strict=True)
    ]
