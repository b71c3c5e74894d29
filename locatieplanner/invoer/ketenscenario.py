"""Een ketenscenario van de gebruiker lezen uit een TOML-bestand."""

import tomllib
from pathlib import Path

from locatieplanner.domein.ketenscenario import Ketenscenario
from locatieplanner.domein.ketenvelden import lees_scenario
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import BestandFout, InvoerFout

GROOTSTE_BYTES = 1_000_000
"""Een scenario van tien jaar met alle reeksen is nog geen honderdste hiervan."""


def lees_ketenscenario(pad: Path, parameters: Parameters) -> Ketenscenario:
    """Lees een scenario, of meld alle problemen in één keer.

    Parameters
    ----------
    pad : Path
        Het bestand.
    parameters : Parameters
        De ingebouwde parameters: zij zeggen welke getallen er zijn en binnen welke grenzen.

    Raises
    ------
    BestandFout
        Als het bestand er niet is, te groot is of geen TOML is.
    InvoerFout
        Als velden niet kloppen; de melding noemt elk veld en hoe het te herstellen is.
    """
    scenario, problemen = lees_scenario(_velden(pad), parameters)
    if scenario is not None:
        return scenario
    aantal = "één probleem" if len(problemen) == 1 else f"{getal(len(problemen))} problemen"
    regels = "\n".join(f"  {probleem.zin}" for probleem in problemen)
    raise InvoerFout(f"Het scenario {pad.name} heeft {aantal}:\n{regels}")


def _velden(pad: Path) -> dict[str, object]:
    try:
        # Een byte meer dan mag: zo is te zien dat er meer is.
        with pad.open("rb") as bestand:
            inhoud = bestand.read(GROOTSTE_BYTES + 1)
    except FileNotFoundError:
        raise BestandFout(f"Het scenario {pad} bestaat niet. Controleer de naam.") from None
    except OSError as fout:
        raise BestandFout(
            f"Het scenario {pad} is niet te lezen ({fout.strerror}). Geef de naam van een bestand."
        ) from fout
    if len(inhoud) > GROOTSTE_BYTES:
        raise BestandFout(
            f"Het scenario {pad.name} is groter dan {getal(GROOTSTE_BYTES / 1_000_000)} MB. "
            "Laat alleen de velden van het scenario staan."
        )
    try:
        return tomllib.loads(inhoud.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BestandFout(
            f"Het scenario {pad.name} is geen tekst. Sla het op als tekst in UTF-8."
        ) from None
    except tomllib.TOMLDecodeError as fout:
        raise BestandFout(
            f"Het scenario {pad.name} is geen geldige TOML ({fout}). Schrijf per regel één veld, "
            "zoals instroom_per_maand = 2000."
        ) from fout
