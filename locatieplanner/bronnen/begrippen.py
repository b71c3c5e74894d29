"""De begrippenlijst en de verantwoording lezen: elk woord wordt op één plek uitgelegd.

Wat een type locatie, een status of een criterium is, staat al bij het type, de status en de
formule; de lijst neemt die over.
"""

from collections.abc import Mapping
from pathlib import Path

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tabellen import lees_locatietypen
from locatieplanner.bronnen.tomltabel import lees_toml
from locatieplanner.domein.begrip import Begrip, Rubriek
from locatieplanner.domein.herkomst import Status

BEGRIPPEN, VERANTWOORDING = "begrippen.toml", "verantwoording.toml"


def lees_begrippen(map: Path | None = None) -> dict[str, Begrip]:
    """Lees de begrippen, per id.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt of een veld mist.
    """
    tabellen = lees_toml((map or lagenmap()) / BEGRIPPEN).tabellen()
    return {
        id_: Begrip(tabel.tekst("naam"), tabel.tekst("uitleg"), tabel.tekst("bron"))
        for id_, tabel in tabellen.items()
    }


def begrippenlijst(criteria: Mapping[str, str], map: Path | None = None) -> tuple[Begrip, ...]:
    """Geef alle begrippen op alfabet, met de typen locaties, de statussen en de criteria erbij.

    Parameters
    ----------
    criteria : Mapping of str to str
        Per criterium wat het vraagt, in één zin.
    map : Path, optional
        Map met lagen; zonder is het de ingebouwde.
    """
    alle = [
        *lees_begrippen(map).values(),
        *(
            Begrip(soort.naam, soort.kern, soort.herkomst.bron)
            for soort in lees_locatietypen(map).values()
        ),
        *(Begrip(str(status), f"{status.uitleg.capitalize()}.", "dit programma")
          for status in Status),
        *(Begrip(naam, zin, "dit programma") for naam, zin in criteria.items()),
    ]  # fmt: skip
    return tuple(sorted(alle, key=lambda begrip: begrip.naam.lower()))


def lees_verantwoording(map: Path | None = None) -> tuple[Rubriek, ...]:
    """Lees de verantwoording, in de volgorde van het bestand.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt of een veld mist.
    """
    tabellen = lees_toml((map or lagenmap()) / VERANTWOORDING).tabellen()
    return tuple(
        Rubriek(id_, tabel.tekst("naam"), tabel.teksten("punten"))
        for id_, tabel in tabellen.items()
    )
