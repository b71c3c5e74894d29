"""De keten als tabellen: het verloop per maand, de flexwoningen van het plan, en de aannamen."""

import pandas as pd

from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.ketenscenario import GROEP
from locatieplanner.domein.notatie import datum
from locatieplanner.opgave.beschikbaarheid import NOOIT
from locatieplanner.opgave.ketenuitkomst import Ketenuitkomst
from locatieplanner.opgave.ketenwoorden import aannamen
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

STROOMNAMEN = {
    "instroom": "instroom",
    "nareis": "nareis",
    "ingewilligd": "vergunning",
    "afgewezen_besluit": "afwijzing",
    "naar_woning": "naar gewone woning",
    "nareis_naar_woning": "nareis meteen naar woning",
    "vertrek": "vertrek na afwijzing",
}
"""Hoe de stromen zonder het plan heten, personen in die maand."""

FLEXNAMEN = {
    "flexwoning": "plan: wonen in flexwoning",
    "naar_flexwoning": "plan: naar flexwoning",
    "minder_woning": "plan: minder naar gewone woning",
    "flex_naar_woning": "plan: einde, naar woning",
    "flex_terug": "plan: einde, terug naar opvang",
    "flex_leeg": "plan: leeg, niemand klaar",
}
"""Hoe heet wat het plan doet, personen."""

STANDNAMEN = {
    "procedure": "in procedure",
    "wachtend": "vergunninghouders, wachtend",
    "afgewezen": "afgewezen, nog in de opvang",
}
"""Hoe de standen in de opvang heten."""

_VERLOOP = (
    Tabelkolom("maand", "maand", Kolomsoort.MAAND),
    Tabelkolom("opvang_zonder", "opvang zonder plan", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("opvang_met", "opvang met plan", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("minder", "minder nodig door plan", Kolomsoort.GEHEEL, "plaatsen"),
    *(Tabelkolom(k, n, Kolomsoort.GEHEEL, "personen") for k, n in STANDNAMEN.items()),
    Tabelkolom("woning", "in gewone woning, sinds begin", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("vertrokken", "vertrokken, sinds begin", Kolomsoort.GEHEEL, "personen"),
    *(Tabelkolom(k, n, Kolomsoort.GEHEEL, "personen") for k, n in STROOMNAMEN.items()),
    *(Tabelkolom(k, n, Kolomsoort.GEHEEL, "personen") for k, n in FLEXNAMEN.items()),
    Tabelkolom("taakstelling", "status taakstelling"),
)
_VERSCHIL = ("maand", "opvang_zonder", "opvang_met", "minder", "flexwoning")
_FLEX = (
    Tabelkolom("naam", "naam"),
    Tabelkolom("plaatsen", "plaatsen voor vergunninghouders", Kolomsoort.GETAL),
    Tabelkolom("van", "eerste maand"),
    Tabelkolom("tot", "laatste maand"),
    Tabelkolom("telt", "telt mee"),
    Tabelkolom("reden", "waarom niet"),
    Tabelkolom("herstel", "wat u kunt doen"),
)
_AANNAMEN = tuple(
    Tabelkolom(naam, naam) for naam in ("aanname", "waarde", "reden", "bron", "status")
)


def verlooptabel(uitkomst: Ketenuitkomst, gebied: str) -> Tabel:
    """Geef per maand wie er in de opvang is, wie waarheen gaat, en wat het plan doet.

    Standen en stromen zijn zonder het plan; standen zijn van het einde van de maand.

    Parameters
    ----------
    uitkomst : Ketenuitkomst
        De keten van het gebied.
    gebied : str
        Naam van het gebied in een zin.
    """
    eigen = uitkomst.zonder[[*STANDNAMEN, "woning", "vertrokken", *STROOMNAMEN]]
    samen = eigen.join(uitkomst.flex[[*FLEXNAMEN, "minder"]]).assign(
        maand=uitkomst.maanden.astype("str"),
        opvang_zonder=uitkomst.zonder["opvang"],
        opvang_met=uitkomst.opvang_met,
        taakstelling=uitkomst.taakstelling["status"],
    )
    return Tabel(
        f"Mensen in de opvang per maand, {gebied}",
        samen.reset_index(drop=True),
        _VERLOOP,
        herkomst(uitkomst),
    )


def verschiltabel(uitkomst: Ketenuitkomst, gebied: str) -> Tabel:
    """Geef per maand alleen wat het plan in de opvang scheelt; zie `verlooptabel`."""
    heel = verlooptabel(uitkomst, gebied)
    return Tabel(
        f"Opvangplaatsen die er door dit plan minder nodig zijn, {gebied}",
        heel.gegevens,
        tuple(kolom for kolom in _VERLOOP if kolom.naam in _VERSCHIL),
        heel.herkomst,
    )


def herkomst(uitkomst: Ketenuitkomst) -> str:
    """Zeg in één zin waar de uitkomst op rust en hoe zeker zij is."""
    statussen = [p.herkomst.status for p in uitkomst.parameters.groep(GROEP)]
    statussen += [Status(status) for status in uitkomst.taakstelling["status"].unique()]
    schaal = "" if uitkomst.deel == 1 else " · naar rato van inwoners verkleind (afgeleid)"
    return (
        f"{zwakste(*statussen)} · scenario {uitkomst.scenario.naam}{schaal} · rekenwijze van dit "
        "programma; de aannamen staan apart"
    )


def flextabel(uitkomst: Ketenuitkomst) -> Tabel:
    """Geef de flexwoningen van het plan: wat meetelt, en wat niet en waarom niet."""
    telt = uitkomst.plan.telt
    wel = pd.DataFrame(
        {
            "naam": telt["naam"],
            "plaatsen": telt["plaatsen"],
            "van": [_maand(int(nummer), "al open") for nummer in telt["begin"]],
            "tot": [_maand(int(nummer), "blijft") for nummer in telt["eind"]],
            "telt": "ja",
            "reden": "",
            "herstel": "",
        }
    )
    niet = uitkomst.plan.telt_niet.assign(van="", tot="", telt="nee")
    return Tabel(
        "Flexwoningen in dit plan",
        pd.concat([wel, niet[wel.columns]]),
        _FLEX,
        "plan van de gebruiker · plaatsen zijn capaciteit × aandeel statushouders",
    )


def aannamentabel(uitkomst: Ketenuitkomst) -> Tabel:
    """Geef elke aanname met waarde, status, reden en bron."""
    return Tabel("Aannamen", aannamen(uitkomst), _AANNAMEN, f"scenario {uitkomst.scenario.naam}")


def _maand(nummer: int, anders: str) -> str:
    """Een maand op zijn Nederlands; wat altijd of nooit is krijgt een woord."""
    if abs(nummer) >= NOOIT:
        return anders
    return datum(str(pd.Period(ordinal=nummer, freq="M")))
