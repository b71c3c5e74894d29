"""``locatieplanner taakstelling``: hoeveel vergunninghouders elke gemeente huisvest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from locatieplanner.cli.opties import GoedeRijen, Json, Parameterkeuze
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.cli.voorbereiding import gelegen_kandidaten, kies_omgeving
from locatieplanner.cli.weergave import toon, toon_json
from locatieplanner.fouten import InvoerFout

if TYPE_CHECKING:
    import pandas as pd

    from locatieplanner.domein.halfjaar import Halfjaar
    from locatieplanner.domein.herkomst import Herkomst
    from locatieplanner.domein.omgeving import Omgeving
    from locatieplanner.domein.taakstelling import Landelijk
    from locatieplanner.opgave.taakoverzicht import Taakoverzicht
    from locatieplanner.opgave.taakplan import Taakplan

_KOPPEN = MappingProxyType(
    {
        "gemeente": "gemeente",
        "inwoners": "inwoners",
        "taakstelling": "taakstelling",
        "stand_vooraf": "stand vooraf",
        "opdracht": "te doen",
        "gerealiseerd": "gerealiseerd",
        "stand": "stand erna",
        "plan_personen": "plan",
        "plan_woningen": "woningen",
    }
)


@dataclass(frozen=True, eq=False)
class _Antwoord:
    """Wat er te tonen is."""

    overzicht: Taakoverzicht
    landelijk: dict[Halfjaar, Landelijk]
    plan: Taakplan | None
    codes: pd.Index
    gebied: str
    omgeving: Omgeving
    inwoners: Herkomst
    ingevuld: bool


def taakstelling(
    vergunninghouders: Annotated[
        list[str] | None,
        typer.Option(
            help="Landelijk aantal vergunninghouders in het halfjaar, of met het halfjaar erbij "
            "zoals 2026-I=12000; mag vaker gegeven worden. Zonder geldt het bekende aantal.",
            metavar="N|HALFJAAR=N",
            show_default=False,
        ),
    ] = None,
    halfjaar: Annotated[
        str | None,
        typer.Option(help="Het halfjaar, zoals 2026-II; zonder dit halfjaar.", metavar="HALFJAAR"),
    ] = None,
    gerealiseerd: Annotated[
        Path | None,
        typer.Option(
            help="CSV met gemeentecode of gemeente, halfjaar en gerealiseerd: hoeveel er "
            "gehuisvest zijn.",
            metavar="BESTAND",
        ),
    ] = None,
    provincie: Annotated[
        str | None, typer.Option(help="Toon alleen deze provincie.", metavar="NAAM")
    ] = None,
    bestand: Annotated[
        Path | None,
        typer.Option(
            help="Bestand met kandidaten, voor wat het plan aan de taakstelling bijdraagt.",
            metavar="BESTAND",
        ),
    ] = None,
    parameter: Parameterkeuze = None,
    goede_rijen: GoedeRijen = False,
    json: Json = False,
) -> None:
    """Toon de taakstelling van elke gemeente, wat er gedaan is en wat het plan toevoegt."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.bronnen.klok import deze_maand
    from locatieplanner.cli.gemeentebestand import lees_gemeentebestand
    from locatieplanner.domein.halfjaar import Halfjaar
    from locatieplanner.invoer.gemeentetabel import GEREALISEERD
    from locatieplanner.opgave.gebiedsdoel import gemeenten_in
    from locatieplanner.opgave.taakoverzicht import NIETS, taakoverzicht
    from locatieplanner.opgave.taakplan import taakplan
    from locatieplanner.opgave.taakstelling import met_eigen

    waar = None if provincie is None else lees_provincie(provincie)
    wanneer = Halfjaar.lees(halfjaar) if halfjaar else Halfjaar.van(deze_maand())
    eigen = _eigen_aantallen(vergunninghouders or (), wanneer)
    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, instellingen=parameter or ())
    landelijk = met_eigen(lagen.taakstelling, eigen)
    gedaan, plan = NIETS, None
    if gerealiseerd is not None:
        gedaan = lees_gemeentebestand(gerealiseerd, lagen.gemeenten, GEREALISEERD).rijen
    codes = gemeenten_in(omgeving, waar)
    if bestand is not None:
        kandidaten = gelegen_kandidaten(bestand, lagen, omgeving, goede_rijen=goede_rijen)
        plan = taakplan(kandidaten, omgeving).in_gemeenten(codes)
    antwoord = _Antwoord(
        overzicht=taakoverzicht(omgeving, landelijk, wanneer, gedaan, plan),
        landelijk=landelijk,
        plan=plan,
        codes=codes,
        gebied=waar or "heel Nederland",
        omgeving=omgeving,
        inwoners=lagen.herkomst_inwoners,
        ingevuld=gerealiseerd is not None,
    )
    if json:
        toon_json(_als_json(antwoord))
    else:
        _toon(antwoord)


def _eigen_aantallen(teksten: Sequence[str], halfjaar: Halfjaar) -> dict[Halfjaar, int]:
    """Lees ``13000`` of ``2026-I=12000``; punten en spaties als scheiding mogen."""
    from locatieplanner.domein.halfjaar import Halfjaar

    eigen: dict[Halfjaar, int] = {}
    for tekst in teksten:
        voor, teken, achter = tekst.partition("=")
        wanneer = Halfjaar.lees(voor) if teken else halfjaar
        cijfers = (achter if teken else voor).strip().replace(".", "").replace(" ", "")
        if not cijfers.isdecimal():
            raise InvoerFout(
                f"--vergunninghouders '{tekst}' is geen aantal. Schrijf bijvoorbeeld 13000, of "
                "2026-I=12000."
            )
        if wanneer in eigen:
            raise InvoerFout(f"--vergunninghouders staat er twee keer voor {wanneer}.")
        eigen[wanneer] = int(cijfers)
    return eigen


def _toon(antwoord: _Antwoord) -> None:
    from locatieplanner.cli.tabelweergave import toon_uitkomst
    from locatieplanner.domein.notatie import getal
    from locatieplanner.opgave.taakstelling import inwonerszin
    from locatieplanner.rapport.taaktabel import STAND, landelijktabel, taaktabel

    plan, hier = antwoord.plan, antwoord.overzicht.gemeenten.loc[antwoord.codes]
    tabel = taaktabel(
        antwoord.overzicht,
        antwoord.codes,
        antwoord.gebied,
        antwoord.inwoners,
        met_stand=antwoord.ingevuld,
        met_plan=plan is not None,
    )
    toon_uitkomst(tabel, _KOPPEN)
    toon("")
    toon(f"Samen in {antwoord.gebied}: {getal(int(hier['taakstelling'].sum()))} personen.")
    toon(antwoord.overzicht.overschot.zin)
    toon(inwonerszin(antwoord.overzicht.halfjaar, antwoord.inwoners))
    if antwoord.ingevuld:
        toon(f"{STAND}; te doen is de taakstelling met de achterstand erbij.")
    if plan is not None:
        samen = getal(float(hier["plan_personen"].sum()))
        toon(f"Het plan voegt in {antwoord.overzicht.halfjaar} {samen} plaatsen toe.")
        for rij in plan.telt_niet.to_dict("records"):
            toon(f"Telt niet mee: {rij['naam']}: {rij['reden']}. Herstel: {rij['herstel']}.")
    toon("")
    toon_uitkomst(
        landelijktabel(antwoord.omgeving, antwoord.landelijk, antwoord.codes, antwoord.gebied)
    )


def _als_json(antwoord: _Antwoord) -> str:
    from locatieplanner.opgave.taakoverzicht import landelijke_reeks
    from locatieplanner.opgave.taakstelling import inwonerszin
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    overzicht, plan = antwoord.overzicht, antwoord.plan
    verloop = overzicht.verloop
    hier = verloop[verloop["gemeentecode"].isin(antwoord.codes)]
    reeks = landelijke_reeks(antwoord.omgeving, antwoord.landelijk, antwoord.codes)
    return json_tekst(
        {
            "halfjaar": overzicht.halfjaar,
            "overschot": {**asdict(overzicht.overschot), "personen": overzicht.overschot.personen},
            "inwoners": inwonerszin(overzicht.halfjaar, antwoord.inwoners),
            "gemeenten": rijen_van(
                overzicht.gemeenten.loc[antwoord.codes].rename_axis("gemeentecode").reset_index()
            ),
            "landelijk": rijen_van(reeks),
            "verloop": rijen_van(hier) if antwoord.ingevuld else [],
            "telt_niet": []
            if plan is None
            else rijen_van(plan.telt_niet.rename_axis("id").reset_index()),
        }
    )
