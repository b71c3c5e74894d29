"""Een eigen reeks van de behoefte als JSON."""

import pandas as pd

from locatieplanner.domein.behoefte import Behoeftescenario, Knoop
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.json_doelen import herkomst_als_json, herkomst_uit_json


def als_json(scenario: Behoeftescenario) -> Json:
    """Geef een scenario als object."""
    return {
        "id": scenario.id,
        "naam": scenario.naam,
        "uitleg": scenario.uitleg,
        "knopen": [
            {
                "maand": str(knoop.maand),
                "plaatsen": float(knoop.plaatsen),
                "herkomst": herkomst_als_json(knoop.herkomst),
            }
            for knoop in scenario.knopen
        ],
    }


def uit_json(waarde: Json) -> Behoeftescenario:
    """Maak een scenario van een object.

    Raises
    ------
    KeyError, TypeError, ValueError
        Als het object niet klopt.
    """
    return Behoeftescenario(
        str(waarde["id"]),
        str(waarde["naam"]),
        str(waarde["uitleg"]),
        tuple(
            Knoop(
                pd.Period(str(knoop["maand"]), freq="M"),
                float(knoop["plaatsen"]),
                herkomst_uit_json(knoop["herkomst"]),
            )
            for knoop in waarde["knopen"]
        ),
    )
