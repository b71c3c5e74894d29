"""De ingebouwde scenario's van de keten lezen uit ``keten.toml``."""

from pathlib import Path

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tomltabel import lees_toml
from locatieplanner.domein.ketenscenario import Ketenscenario
from locatieplanner.domein.ketenvelden import lees_scenario
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import LaagFout

BESTAND = "keten.toml"

STANDAARD = "midden"
"""Het scenario dat geldt zolang de gebruiker niets kiest."""


def lees_ketenscenarios(
    parameters: Parameters, map: Path | None = None
) -> dict[str, Ketenscenario]:
    """Lees de scenario's, per id en in de volgorde van het bestand.

    Parameters
    ----------
    parameters : Parameters
        De ingebouwde parameters: zij zeggen welke getallen er zijn en binnen welke grenzen.
    map : Path, optional
        Een andere map dan de ingebouwde.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt, een scenario niet klopt of het standaardscenario er niet is.
    """
    scenarios = {}
    inhoud = lees_toml((map or lagenmap()) / BESTAND)
    for id_, tabel in inhoud.tabellen().items():
        scenario, problemen = lees_scenario(tabel.velden, parameters)
        if scenario is None:
            zinnen = " ".join(probleem.zin for probleem in problemen)
            raise LaagFout(f"{tabel.plek}: {zinnen}")
        scenarios[id_] = scenario
    if STANDAARD not in scenarios:
        raise inhoud.fout(STANDAARD, "ontbreekt, en dat scenario geldt als er niets gekozen is")
    return scenarios
