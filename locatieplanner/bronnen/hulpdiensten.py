"""De diensten die per adres of per plek bevraagd worden, uit ``diensten.toml``."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tomltabel import Tomltabel, lees_toml
from locatieplanner.bronnen.verzoek import Verzoekgrenzen
from locatieplanner.fouten import LaagFout

BESTAND = "diensten.toml"

VARIABELE = "LOCATIEPLANNER_DIENSTEN"
"""Omgevingsvariabele met een eigen bestand; wat daarin staat gaat voor."""

LOCATIESERVER, PERCELEN, PANDEN = "locatieserver", "percelen", "panden"

# Iemand wacht op één klein antwoord: minder geduld dan bij het ophalen van een laag.
_GRENZEN = Verzoekgrenzen(
    lezen_s=15.0, antwoord_s=30.0, pogingen=3, geduld_s=20.0, antwoord_bytes=10_000_000
)


@dataclass(frozen=True)
class Hulpdienst:
    """Een dienst waar per keer één ding aan gevraagd wordt.

    Parameters
    ----------
    id : str
        Kop in het bestand.
    naam : str
        Naam voor de gebruiker.
    adres : str
        Begin van elk webadres.
    gebruik : str
        Waarvoor het programma haar gebruikt.
    verstuurt : str
        Wat er naar de dienst gaat.
    licentie : str
        Voorwaarden van de gegevens.
    per_seconde : float
        Zoveel verzoeken per seconde worden er hoogstens gedaan.
    """

    id: str
    naam: str
    adres: str
    gebruik: str
    verstuurt: str
    licentie: str
    per_seconde: float

    @property
    def grenzen(self) -> Verzoekgrenzen:
        """Hoe lang er op deze dienst gewacht wordt, en hoe vaak zij bevraagd wordt."""
        return replace(_GRENZEN, tussenpoos_s=1 / self.per_seconde)


def lees_hulpdiensten(map: Path | None = None) -> dict[str, Hulpdienst]:
    """Lees de diensten, met de velden uit een eigen bestand als `VARIABELE` er een noemt.

    Parameters
    ----------
    map : Path, optional
        Map met lagen; zonder is het die van het programma.

    Raises
    ------
    LaagFout
        Als een bestand ontbreekt of een veld niet klopt.
    """
    tabellen = lees_toml((map or lagenmap()) / BESTAND).tabellen()
    return {id_: _hulpdienst(id_, tabel) for id_, tabel in {**tabellen, **_eigen(tabellen)}.items()}


def _eigen(tabellen: dict[str, Tomltabel]) -> dict[str, Tomltabel]:
    genoemd = os.environ.get(VARIABELE)
    if not genoemd:
        return {}
    pad = Path(genoemd)
    if not pad.is_file():
        raise LaagFout(
            f"{VARIABELE} noemt het bestand {pad}, en dat is er niet. Zet het daar neer, of haal "
            "de variabele weg om de gewone diensten te gebruiken."
        )
    eigen = lees_toml(pad).tabellen()
    vreemd = [id_ for id_ in eigen if id_ not in tabellen]
    if vreemd:
        raise LaagFout(
            f"{pad.name}: de dienst {vreemd[0]} bestaat niet. Kies uit {', '.join(tabellen)}."
        )
    return {
        id_: Tomltabel(tabel.plek, {**tabellen[id_].velden, **tabel.velden})
        for id_, tabel in eigen.items()
    }


def _hulpdienst(id_: str, tabel: Tomltabel) -> Hulpdienst:
    per_seconde = tabel.getal("per_seconde")
    if not per_seconde > 0:
        raise tabel.fout("per_seconde", "moet meer dan nul zijn")
    return Hulpdienst(
        id=id_,
        naam=tabel.tekst("naam"),
        adres=tabel.tekst("adres").rstrip("/"),
        gebruik=tabel.tekst("gebruik"),
        verstuurt=tabel.tekst("verstuurt"),
        licentie=tabel.tekst("licentie"),
        per_seconde=per_seconde,
    )
