"""Voortgang op de opdrachtregel: de trechter, het verloop, en de behoefte in een scenario."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.cli.weergave import meld, telwoord, toon_json
from locatieplanner.fouten import BestandFout, InvoerFout

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from locatieplanner.domein.behoefte import Behoeftescenario
    from locatieplanner.domein.omgeving import Omgeving


@dataclass(frozen=True)
class Vraag:
    """Waarover de voortgang gaat.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Met ligging.
    omgeving : Omgeving
        Waartegen gerekend wordt.
    provincie, gemeentecode : str or None
        Het gebied; None en None is het hele land.
    """

    kandidaten: gpd.GeoDataFrame
    omgeving: Omgeving
    provincie: str | None
    gemeentecode: str | None

    @property
    def hier(self) -> gpd.GeoDataFrame:
        """De kandidaten in het gebied."""
        from locatieplanner.opgave.gebiedsdoel import gemeenten_in

        codes = gemeenten_in(self.omgeving, self.provincie, self.gemeentecode)
        return self.kandidaten[self.kandidaten["gemeentecode"].isin(codes)]


def antwoord_trechter(vraag: Vraag, *, json: bool) -> None:
    """Toon de trechter van het gebied en van de provincies of gemeenten erin."""
    from locatieplanner.cli.voortgangtabel import toon_trechter
    from locatieplanner.opgave.gebiedsdoel import gebiedsnaam
    from locatieplanner.opgave.trechter import trechter, vervallen_met_reden
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    naam = gebiedsnaam(vraag.omgeving, vraag.provincie, vraag.gemeentecode)
    stappen = trechter(vraag.hier, vraag.omgeving.locatietypen)
    delen, vervallen = _delen(vraag), vervallen_met_reden(vraag.hier)
    if not json:
        toon_trechter(naam, stappen, delen, vervallen)
        return
    inhoud = {
        "gebied": naam,
        "stappen": rijen_van(stappen.reset_index()),
        "delen": rijen_van(delen.reset_index()),
        "vervallen": rijen_van(vervallen.reset_index()),
    }
    toon_json(json_tekst(inhoud))


def antwoord_verloop(
    vraag: Vraag, vanaf: pd.Period | None, maanden: int | None, *, json: bool
) -> None:
    """Toon het verloop van het gebied, vanaf een maand of vanaf nu."""
    from locatieplanner.bronnen.klok import deze_maand
    from locatieplanner.cli.voortgangtabel import toon_verloop
    from locatieplanner.opgave.verloop import verloop
    from locatieplanner.opgave.verloopuitleg import verloopzin, voorbehouden
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    uitkomst = verloop(
        vraag.kandidaten,
        vraag.omgeving,
        vraag.provincie,
        vraag.gemeentecode,
        vanaf=vanaf or deze_maand(),
        aantal_maanden=maanden,
    )
    if not json:
        toon_verloop(uitkomst, vraag.omgeving)
        return
    inhoud = {
        "gebied": uitkomst.doel.naam,
        "doelset": vraag.omgeving.doelset.id,
        "doel": asdict(uitkomst.doel),
        "bestaand_telt_mee": uitkomst.bestaand_telt_mee,
        "status": uitkomst.status,
        "samenvatting": verloopzin(uitkomst),
        "let_op": voorbehouden(uitkomst, vraag.omgeving),
        "haalmomenten": {grens: asdict(m) for grens, m in uitkomst.haalmomenten.items()},
        "maanden": rijen_van(uitkomst.maanden.reset_index()),
        "locaties": rijen_van(uitkomst.locaties.reset_index()),
    }
    toon_json(json_tekst(inhoud))


def antwoord_behoefte(
    vraag: Vraag, keuze: str, vanaf: pd.Period | None, maanden: int | None, *, json: bool
) -> None:
    """Toon de behoefte in een scenario tegenover de capaciteit, vanaf een maand of vanaf nu."""
    from locatieplanner.bronnen.klok import deze_maand
    from locatieplanner.cli.behoeftetabel import toon_behoefte
    from locatieplanner.opgave.behoefte import behoefteverloop
    from locatieplanner.opgave.behoefteuitleg import (
        behoeftezin,
        kostenuitleg,
        kostenzin,
        onderbouwing,
    )
    from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van

    scenario = kies_scenario(keuze, vraag.omgeving)
    uitkomst = behoefteverloop(
        vraag.kandidaten,
        vraag.omgeving,
        scenario,
        vraag.provincie,
        vraag.gemeentecode,
        vanaf=vanaf or deze_maand(),
        aantal_maanden=maanden,
    )
    parameters = vraag.omgeving.parameters
    if not json:
        toon_behoefte(uitkomst, parameters)
        return
    inhoud = {
        "gebied": uitkomst.naam,
        "scenario": asdict(scenario),
        "aandeel_inwoners": uitkomst.aandeel,
        "status": uitkomst.status,
        "samenvatting": behoeftezin(uitkomst),
        "kosten": kostenzin(uitkomst),
        "onderbouwing": [*onderbouwing(uitkomst), *kostenuitleg(parameters)],
        "tekort": [{"van": van, "tot_en_met": tot} for van, tot in uitkomst.tekortmaanden()],
        "per_jaar": rijen_van(uitkomst.per_jaar.reset_index()),
        "maanden": rijen_van(uitkomst.maanden.reset_index()),
    }
    toon_json(json_tekst(inhoud))


def kies_scenario(keuze: str, omgeving: Omgeving) -> Behoeftescenario:
    """Geef een ingebouwd scenario, of de reeks in een bestand.

    Raises
    ------
    InvoerFout
        Als het geen scenario is en geen bestand, of als het bestand fouten heeft.
    """
    from locatieplanner.bronnen.behoefte import lees_behoeftescenarios
    from locatieplanner.invoer.behoefte import lees_behoefte

    scenarios = lees_behoeftescenarios(omgeving.parameters)
    if keuze in scenarios:
        return scenarios[keuze]
    pad = Path(keuze)
    if pad.is_dir():
        raise BestandFout(f"{pad} is een map. Geef de naam van een CSV met maand en plaatsen.")
    if not pad.suffix and not pad.exists():
        raise InvoerFout(
            f"Het scenario '{keuze}' bestaat niet.{bedoelt(scenarios, keuze)} Kies uit: "
            f"{', '.join(scenarios)}, of geef een CSV met de kolommen maand en plaatsen."
        )
    invoer = lees_behoefte(pad, pad.name)
    for probleem in invoer.problemen:
        meld(probleem.zin)
    if invoer.scenario is None:
        fouten = telwoord(len(invoer.fouten), "fout", "fouten")
        raise InvoerFout(f"De reeks is niet gebruikt: {fouten} in {pad.name}. Herstel het bestand.")
    return invoer.scenario


def _delen(vraag: Vraag) -> pd.DataFrame:
    """De trechter per provincie, of per gemeente met kandidaten; leeg bij één gemeente."""
    from locatieplanner.opgave.trechter import trechter_per_gebied

    typen, hier = vraag.omgeving.locatietypen, vraag.hier
    if vraag.gemeentecode is not None:
        return trechter_per_gebied(hier, typen, "gemeente", ())
    if vraag.provincie is None:
        return trechter_per_gebied(hier, typen, "provincie", vraag.omgeving.doelen.index)
    return trechter_per_gebied(hier, typen, "gemeente", sorted(hier["gemeente"].unique()))
