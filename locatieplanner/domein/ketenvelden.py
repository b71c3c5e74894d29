"""De velden van een ketenscenario controleren: alle problemen tegelijk, met hoe ze te herstellen.

Een scenario is een platte lijst velden (``naam``, ``start``, getallen), met eventueel een tabel
``reeksen`` per veld en maand en een tabel ``taakstelling`` per halfjaar.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType

import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.ketenscenario import GROEP, PER_MAAND, Ketenscenario, parameter_id
from locatieplanner.domein.notatie import kort_getal
from locatieplanner.domein.parameters import Parameters
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout

TEKSTEN = ("naam", "uitleg", "bron", "peildatum", "status", "toelichting")
"""Velden met tekst; ``naam`` is verplicht."""

START, REEKSEN, TAAKSTELLING = "start", "reeksen", "taakstelling"

GROOTSTE_TAAKSTELLING = 200_000
"""Meer personen in een halfjaar is een vergissing: zo hoog is een taakstelling nooit geweest."""

_MAAND = re.compile(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])")
_MAAND_ZO = 'schrijf jaar en maand tussen aanhalingstekens, zoals "2026-01"'


@dataclass(frozen=True)
class Veldprobleem:
    """Eén probleem met een veld, bedoeld om zo te tonen.

    Parameters
    ----------
    veld : str
        Naam van het veld, met een punt voor wat in een tabel staat.
    wat : str
        Wat er aan de hand is, zonder punt aan het eind.
    herstel : str
        Wat de gebruiker kan doen, zonder punt aan het eind.
    """

    veld: str
    wat: str
    herstel: str

    @property
    def zin(self) -> str:
        """Het probleem in één regel: waar, wat en hoe te herstellen."""
        return f"Veld {self.veld}: {self.wat}. Herstel: {self.herstel}."


@dataclass
class _Controle:
    """De problemen die tot nu toe gevonden zijn."""

    parameters: Parameters
    problemen: list[Veldprobleem] = field(default_factory=list)

    def meld(self, veld: str, wat: str, herstel: str) -> None:
        self.problemen.append(Veldprobleem(veld, wat, herstel))

    def onbekend(self, veld: str, naam: str, bekend: Iterable[str]) -> None:
        keuzes = tuple(bekend)
        lijkt = get_close_matches(naam, keuzes, n=1, cutoff=0.5)
        wenk = f"bedoelt u {lijkt[0]}" if lijkt else f"kies uit {', '.join(keuzes)}"
        self.meld(veld, "dit veld bestaat niet", f"haal het weg, of {wenk}")

    def tekst(self, velden: Mapping[str, object], veld: str) -> str:
        waarde = velden.get(veld, "")
        if isinstance(waarde, str):
            return waarde.strip()
        self.meld(veld, f"'{waarde}' is geen tekst", "zet de waarde tussen aanhalingstekens")
        return ""

    def getal(self, veld: str, waarde: object, laagste: float, hoogste: float) -> float | None:
        grenzen = f"{kort_getal(laagste)} tot en met {kort_getal(hoogste)}"
        if isinstance(waarde, bool) or not isinstance(waarde, int | float):
            self.meld(
                veld,
                f"'{waarde}' is geen getal",
                f"schrijf een getal van {grenzen}, zonder aanhalingstekens, met een punt voor "
                "decimalen en niets tussen duizendtallen",
            )
        elif not math.isfinite(waarde) or not laagste <= waarde <= hoogste:
            eigen = kort_getal(waarde) if math.isfinite(waarde) else str(waarde)
            self.meld(veld, f"{eigen} ligt buiten de grenzen", f"kies een getal van {grenzen}")
        else:
            return float(waarde)
        return None

    def parameter(self, plek: str, veld: str, waarde: object) -> float | None:
        parameter = self.parameters[parameter_id(veld)]
        laagste = -math.inf if parameter.minimum is None else parameter.minimum
        hoogste = math.inf if parameter.maximum is None else parameter.maximum
        return self.getal(plek, waarde, laagste, hoogste)

    def tabel(self, veld: str, waarde: object, voorbeeld: str) -> Mapping[str, object]:
        if isinstance(waarde, Mapping):
            return waarde
        self.meld(veld, "dit is geen tabel", f"schrijf [{veld}] met daaronder {voorbeeld}")
        return {}


def lees_scenario(
    velden: Mapping[str, object], parameters: Parameters
) -> tuple[Ketenscenario | None, tuple[Veldprobleem, ...]]:
    """Maak een scenario van velden, of geef alle problemen.

    Parameters
    ----------
    velden : Mapping of str to object
        Zoals gelezen uit TOML.
    parameters : Parameters
        De ingebouwde parameters: welke velden er zijn en binnen welke grenzen.

    Returns
    -------
    tuple of (Ketenscenario or None, tuple of Veldprobleem)
        Het scenario is er alleen als er geen problemen zijn.
    """
    controle = _Controle(parameters)
    getallen = tuple(p.id.partition(".")[2] for p in parameters.groep(GROEP))
    bekend = (*TEKSTEN, START, *getallen, REEKSEN, TAAKSTELLING)
    for veld in velden:
        if veld not in bekend:
            controle.onbekend(veld, veld, bekend)
    teksten = {veld: controle.tekst(velden, veld) for veld in TEKSTEN}
    if not teksten["naam"] and not any(p.veld == "naam" for p in controle.problemen):
        controle.meld("naam", "dit veld ontbreekt", 'geef het scenario een naam: naam = "…"')
    start = _start(velden, controle)
    waarden = {
        veld: waarde
        for veld in getallen
        if veld in velden and (waarde := controle.parameter(veld, veld, velden[veld])) is not None
    }
    reeksen = _reeksen(velden, controle)
    herkomst = _herkomst(teksten, controle)
    taakstelling = _taakstelling(velden, controle, herkomst)
    if controle.problemen or start is None:
        return None, tuple(controle.problemen)
    scenario = Ketenscenario(
        naam=teksten["naam"],
        uitleg=teksten["uitleg"],
        start=start,
        herkomst=herkomst,
        waarden=MappingProxyType(waarden),
        reeksen=MappingProxyType(reeksen),
        taakstelling=MappingProxyType(taakstelling),
    )
    return scenario, ()


def _start(velden: Mapping[str, object], controle: _Controle) -> pd.Period | None:
    if START not in velden:
        controle.meld(START, "dit veld ontbreekt", f"geef de eerste maand: {_MAAND_ZO}")
        return None
    return _maand(START, velden[START], controle)


def _maand(veld: str, waarde: object, controle: _Controle) -> pd.Period | None:
    if isinstance(waarde, str) and _MAAND.fullmatch(waarde.strip()):
        return pd.Period(waarde.strip(), freq="M")
    controle.meld(veld, f"'{waarde}' is geen maand", _MAAND_ZO)
    return None


def _reeksen(velden: Mapping[str, object], controle: _Controle) -> dict[str, pd.Series]:
    """Lees de reeksen per maand; een veld zonder reeks staat er niet in."""
    if REEKSEN not in velden:
        return {}
    gelezen = {}
    voorbeeld = f"[{REEKSEN}.{PER_MAAND[0]}]"
    for veld, tabel in controle.tabel(REEKSEN, velden[REEKSEN], voorbeeld).items():
        plek = f"{REEKSEN}.{veld}"
        if veld not in PER_MAAND:
            controle.onbekend(plek, veld, PER_MAAND)
            continue
        reeks = {}
        for sleutel, waarde in controle.tabel(plek, tabel, '"2026-01" = 2100').items():
            cel = f"{plek}.{sleutel}"
            maand = _maand(cel, sleutel, controle)
            getal = controle.parameter(cel, veld, waarde)
            if maand is not None and getal is not None:
                reeks[maand] = getal
        index = pd.PeriodIndex(list(reeks), freq="M", name="maand")
        gelezen[veld] = pd.Series(list(reeks.values()), index=index, dtype="float64").sort_index()
    return gelezen


def _taakstelling(
    velden: Mapping[str, object], controle: _Controle, herkomst: Herkomst
) -> dict[Halfjaar, Landelijk]:
    if TAAKSTELLING not in velden:
        return {}
    gelezen: dict[Halfjaar, Landelijk] = {}
    tabel = controle.tabel(TAAKSTELLING, velden[TAAKSTELLING], '"2026-I" = 13000')
    for sleutel, waarde in tabel.items():
        plek = f"{TAAKSTELLING}.{sleutel}"
        getal = controle.getal(plek, waarde, 0, GROOTSTE_TAAKSTELLING)
        try:
            halfjaar = Halfjaar.lees(sleutel)
        except InvoerFout:
            controle.meld(
                plek,
                f"'{sleutel}' is geen halfjaar",
                'schrijf "2026-I" voor januari tot en met juni en "2026-II" voor de rest',
            )
            continue
        if halfjaar in gelezen:
            controle.meld(plek, f"{halfjaar} staat er twee keer", "haal een van de twee weg")
        elif getal is not None and not getal.is_integer():
            controle.meld(plek, f"{kort_getal(getal)} is geen heel aantal", "schrijf hele personen")
        elif getal is not None:
            gelezen[halfjaar] = Landelijk(halfjaar, int(getal), herkomst)
    return gelezen


def _herkomst(teksten: Mapping[str, str], controle: _Controle) -> Herkomst:
    """De herkomst van de getallen; zonder opgave zijn zij geschat en van de gebruiker."""
    status = teksten["status"] or Status.GESCHAT
    if status not in set(Status):
        controle.meld("status", f"'{status}' is geen status", f"kies uit {', '.join(Status)}")
        status = Status.GESCHAT
    return Herkomst(
        bron=teksten["bron"] or f"scenario {teksten['naam']}",
        peildatum=teksten["peildatum"],
        status=Status(status),
        toelichting=teksten["toelichting"],
    )
