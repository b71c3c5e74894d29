"""Kleine, met de hand gemaakte locatietypen en aandachtsgroepen."""

import geopandas as gpd
import pytest
import shapely

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep, Rol
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.locatietype import Locatietype, Mixdeel

_HERKOMST = Herkomst("toets", "2026", Status.GESCHAT)
_TYPEN = {
    "gvl": "Gemeenschappelijke vreemdelingenlocatie",
    "satelliet": "Satellietlocatie",
    "rol": "Regionale opvanglocatie",
    "azc": "Asielzoekerscentrum",
    "aanvullend": "Aanvullende locatie",
    "amv": "Kleinschalige jongerenopvang",
    "doorstroom": "Doorstroomlocatie",
    "noodopvang": "Noodopvang",
    "flexwonen": "Flexwoningen",
    "gemengd": "Gemengd wonen",
    "overig": "Overig",
}
_GROEPEN = {
    "statushouders": ("Statushouders", 2.0),
    "urgenten": ("Mensen met urgentie", 2.0),
    "uitstroom": ("Uitstroom uit een instelling", 1.2),
    "daklozen": ("Dak- en thuisloze mensen", 1.2),
    "arbeidsmigranten": ("Arbeidsmigranten", 2.0),
    "studenten": ("Studenten", 1.0),
    "woonwagenbewoners": ("Woonwagenbewoners", 2.5),
    "ouderen": ("Ouderen", 1.5),
    "asielzoekers": ("Asielzoekers", 3.0),
    "amv": ("Alleenstaande minderjarige vreemdelingen", 4.0),
    "oekraine": ("Ontheemden uit Oekraïne", 3.0),
    "spoedzoekers": ("Spoedzoekers", 1.5),
    "regulier": ("Reguliere woningzoekenden", 2.1),
}
_DRAGEND = {"studenten", "spoedzoekers", "regulier"}


@pytest.fixture(scope="session")
def locatietypen() -> dict[str, Locatietype]:
    return {
        code: Locatietype(
            code, naam, naam, True, code == "amv", None, None, "", tuple(Mixdeel), _HERKOMST
        )
        for code, naam in _TYPEN.items()
    }


@pytest.fixture(scope="session")
def aandachtsgroepen() -> dict[str, Aandachtsgroep]:
    return {
        code: Aandachtsgroep(
            code,
            naam,
            Rol.DRAGEND if code in _DRAGEND else Rol.KWETSBAAR,
            bezetting,
            code == "amv",
            _HERKOMST,
        )
        for code, (naam, bezetting) in _GROEPEN.items()
    }


@pytest.fixture(scope="session")
def gemeenten() -> gpd.GeoDataFrame:
    """Twee verzonnen gemeenten rond Amersfoort."""
    return gpd.GeoDataFrame(
        {"gemeente": ["West", "Oost"]},
        geometry=[shapely.box(140_000, 450_000, 155_000, 470_000),
                  shapely.box(155_000, 450_000, 170_000, 470_000)],
        crs=RD,
    )  # fmt: skip


@pytest.fixture(scope="session")
def lees(locatietypen, aandachtsgroepen):
    """Lees tekst of bytes als bestand met een naam."""
    from locatieplanner.invoer.kandidaten import lees_kandidaten

    def _lees(inhoud, naam="kandidaten.csv", **rest):
        inhoud = inhoud.encode() if isinstance(inhoud, str) else inhoud
        return lees_kandidaten(inhoud, naam, locatietypen, aandachtsgroepen, **rest)

    return _lees
