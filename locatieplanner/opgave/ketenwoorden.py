"""De keten in woorden: wat een plan uitmaakt, wie waarheen gaat, en wat er aangenomen is."""

import pandas as pd

from locatieplanner.domein.herkomst import Herkomst
from locatieplanner.domein.ketenscenario import GROEP
from locatieplanner.domein.notatie import datum, getal, kort_getal, procent
from locatieplanner.opgave.ketenplaatsing import taakstellingzin
from locatieplanner.opgave.ketenuitkomst import Ketenuitkomst

WAT_HET_NIET_DOET = (
    "Het voorspelt niet. Het rekent na wat er gebeurt als de aannamen hieronder kloppen; "
    "verandert een wet, een oorlog of een termijn, dan verandert de uitkomst mee.",
    "Het zegt niet in welk centrum een plaats vrijkomt. Wie een flexwoning krijgt komt uit de "
    "opvang van het hele land.",
    "Het rekent alsof iedereen in de procedure in de opvang woont, en het telt gezinnen als losse "
    "personen.",
    "Beroep, herhaalde aanvragen, hervestiging en ontheemden uit Oekraïne zitten er niet in.",
    "Een verblijf is een gemiddelde: van niemand is bekend hoe lang hij al wacht. Een verandering "
    "van de instroom werkt daardoor in de eerste maanden te snel door.",
    "Wie tijdens de looptijd uit een flexwoning verhuist en plaatsmaakt voor een ander, telt niet "
    "apart.",
)
"""Wat een lezer moet weten voordat hij op de uitkomst bouwt."""

_BIJNA = 0.99


def sleutelmaand(uitkomst: Ketenuitkomst) -> pd.Period:
    """Geef de maand waarin het plan voor het eerst (bijna) op zijn grootst helpt.

    Helpt het in geen enkele maand, dan is het de eerste van de reeks.
    """
    minder = uitkomst.minder.to_numpy()
    grootste = minder.max()
    if round(float(grootste)) < 1:
        return uitkomst.maanden[0]
    return uitkomst.maanden[int((minder >= _BIJNA * grootste).argmax())]


def verschilzin(uitkomst: Ketenuitkomst, maand: pd.Period) -> str:
    """Zeg in één zin wat de flexwoningen van het plan in een maand uitmaken.

    Parameters
    ----------
    uitkomst : Ketenuitkomst
        De keten met en zonder plan.
    maand : Period
        Een van de maanden.
    """
    wanneer = datum(str(maand))
    if uitkomst.plan.telt.empty:
        return "In dit plan zijn er geen flexwoningen die meetellen, dus er is geen verschil."
    plaatsen = round(uitkomst.in_maand(maand)["minder"])
    if plaatsen == 0:
        return f"In {wanneer} maken de flexwoningen in dit plan geen verschil."
    zijn = "is" if abs(plaatsen) == 1 else "zijn"
    woord = "opvangplaats" if abs(plaatsen) == 1 else "opvangplaatsen"
    hoe = "minder" if plaatsen > 0 else "meer"
    return (
        f"In {wanneer} {zijn} er door de flexwoningen in dit plan {getal(abs(plaatsen))} {woord} "
        f"{hoe} nodig."
    )


def verloopzin(uitkomst: Ketenuitkomst) -> str:
    """Zeg vanaf wanneer het plan plaatsen scheelt, en hoe dat verder gaat; leeg zonder verschil."""
    minder = [round(float(plaatsen)) for plaatsen in uitkomst.minder]
    if max(minder) < 1:
        return ""
    maanden = uitkomst.maanden
    eerste = next(plek for plek, plaatsen in enumerate(minder) if plaatsen > 0)
    top = sleutelmaand(uitkomst).ordinal - uitkomst.scenario.start.ordinal
    begin = "is in" if eerste == 0 else "begint in"
    hoeveel = f"{'al' if eerste == 0 else 'met'} {getal(minder[eerste])}"
    zin = f"Het verschil {begin} {datum(str(maanden[eerste]))} {hoeveel}"
    if top > eerste:
        zin += f" en is op zijn grootst vanaf {datum(str(maanden[top]))}: {getal(minder[top])}"
    if minder[-1] != minder[top]:
        soort = "meer" if minder[-1] < 0 else "minder"
        zin += (
            f". Aan het eind, in {datum(str(maanden[-1]))}, zijn er {getal(abs(minder[-1]))} "
            f"{soort} nodig"
        )
    return f"{zin}."


def leegzin(uitkomst: Ketenuitkomst) -> str:
    """Zeg of er flexwoningen leeg blijven omdat er te weinig mensen wachten; anders niets."""
    leeg = uitkomst.flex["flex_leeg"]
    meeste = float(leeg.max())
    if round(meeste) < 1:
        return ""
    return (
        f"In {datum(str(leeg.idxmax()))} zijn er {getal(meeste)} flexplaatsen waar niemand voor "
        "klaarstaat: er wachten in het hele land dan minder mensen dan er kunnen verhuizen."
    )


def deelzin(uitkomst: Ketenuitkomst, gebied: str) -> str:
    """Zeg hoe de keten van een gebied zich tot die van het land verhoudt; leeg voor het land.

    Parameters
    ----------
    uitkomst : Ketenuitkomst
        De keten van het gebied.
    gebied : str
        Naam van het gebied in een zin.
    """
    if uitkomst.deel == 1:
        return ""
    zin = (
        f"Wie er in de opvang is, is voor {gebied} het evenredige deel van het land naar inwoners "
        f"({procent(uitkomst.deel, 1)}, afgeleid), niet het aantal mensen dat hier nu wordt "
        "opgevangen. Wat de flexwoningen schelen is niet verkleind: die plaatsen komen vrij in de "
        "opvang van het hele land."
    )
    if float(uitkomst.opvang_met.min()) < 0:
        zin += " Het plan neemt meer mensen op dan het evenredige deel; daarom komt het onder nul."
    return zin


def keten_in_woorden(uitkomst: Ketenuitkomst, maand: pd.Period) -> list[tuple[str, str]]:
    """Beschrijf wie er in een maand waarheen gaat, van instroom tot woning, en wat het plan doet.

    Parameters
    ----------
    uitkomst : Ketenuitkomst
        De keten.
    maand : Period
        Een van de maanden.

    Returns
    -------
    list of (str, str)
        Per stap van de keten haar naam en een zin; zonder plan, met het plan als laatste.
    """
    rij = uitkomst.in_maand(maand)

    def personen(naam: str) -> str:
        return getal(rij[naam])

    stappen = [
        (
            "Instroom",
            f"{personen('instroom')} mensen vragen voor het eerst asiel aan; "
            f"{personen('procedure')} zijn er aan het eind van de maand in procedure.",
        ),
        (
            "Besluit",
            f"{personen('ingewilligd')} krijgen een vergunning en "
            f"{personen('afgewezen_besluit')} een afwijzing.",
        ),
        (
            "Nareis",
            f"{personen('nareis')} gezinsleden komen aan; {personen('nareis_naar_woning')} daarvan "
            "gaan meteen in een woning wonen.",
        ),
        (
            "Woning",
            f"{personen('naar_woning')} vergunninghouders verhuizen naar een gewone woning; "
            f"{personen('wachtend')} wachten nog in de opvang.",
        ),
        (
            "Vertrek",
            f"{personen('vertrek')} afgewezen mensen verlaten de opvang; "
            f"{personen('afgewezen')} zijn er nog.",
        ),
        ("Samen in de opvang", f"{personen('opvang')} mensen, zonder de flexwoningen."),
    ]
    if not uitkomst.plan.telt.empty:
        stappen.append(("Flexwoningen in dit plan", _plan_in_woorden(uitkomst, maand)))
    return stappen


def _plan_in_woorden(uitkomst: Ketenuitkomst, maand: pd.Period) -> str:
    """Wat er in een maand met de flexwoningen gebeurt."""
    rij = uitkomst.in_maand(maand)
    uit = rij["flex_naar_woning"] + rij["flex_terug"]
    zinnen = [
        f"{getal(rij['naar_flexwoning'])} mensen verhuizen erheen; er wonen er dan "
        f"{getal(rij['flexwoning'])}."
    ]
    if round(uit) > 0:
        zinnen.append(
            f"Van {getal(uit)} bewoners eindigt het verblijf: {getal(rij['flex_naar_woning'])} "
            f"hebben een woning en {getal(rij['flex_terug'])} wachten weer in de opvang."
        )
    if round(rij["minder_woning"]) > 0:
        zinnen.append(
            f"Er verhuizen er daardoor {getal(rij['minder_woning'])} minder naar een gewone woning."
        )
    return " ".join(zinnen)


def aannamen(uitkomst: Ketenuitkomst) -> pd.DataFrame:
    """Geef elke aanname met haar waarde, reden, bron en status.

    Returns
    -------
    DataFrame
        Kolommen ``aanname``, ``waarde`` (tekst met eenheid), ``reden``, ``bron`` en ``status``;
        de taakstelling staat onderaan.
    """
    rijen = [
        {
            "aanname": parameter.naam,
            "waarde": _met_eenheid(float(parameter.waarde), parameter.eenheid),
            "status": str(parameter.herkomst.status),
            "reden": parameter.reden,
            "bron": _bron(parameter.herkomst),
        }
        for parameter in uitkomst.parameters.groep(GROEP)
        if isinstance(parameter.waarde, int | float)
    ]
    rijen += [
        {
            "aanname": f"{uitkomst.parameters[f'{GROEP}.{veld}'].naam}, per maand",
            "waarde": f"{getal(len(reeks))} maanden in het scenario anders",
            "status": str(uitkomst.scenario.herkomst.status),
            "reden": uitkomst.scenario.uitleg,
            "bron": _bron(uitkomst.scenario.herkomst),
        }
        for veld, reeks in uitkomst.scenario.reeksen.items()
    ]
    statussen = uitkomst.taakstelling["status"].unique()
    rijen.append(
        {
            "aanname": "Landelijke taakstelling",
            "waarde": "per halfjaar",
            "status": ", ".join(statussen),
            "reden": taakstellingzin(uitkomst.taakstelling),
            "bron": "lagen/taakstelling_landelijk.csv, of het scenario",
        }
    )
    return pd.DataFrame(rijen)


def _met_eenheid(waarde: float, eenheid: str) -> str:
    if eenheid == "aandeel":
        return procent(waarde)
    return f"{kort_getal(waarde)} {eenheid}"


def _bron(herkomst: Herkomst) -> str:
    """De herkomst zonder de status, die in een eigen kolom staat."""
    delen = (herkomst.bron, herkomst.peildatum and datum(herkomst.peildatum), herkomst.toelichting)
    return " · ".join(filter(None, delen))
