"""Waar de ingebouwde lagen staan."""

from pathlib import Path

from locatieplanner.fouten import LaagFout

HERKENNING = "catalogus.toml"
"""Het bestand waaraan een map met lagen te herkennen is."""


def lagenmap(pakket: Path | None = None) -> Path:
    """Geef de map met de ingebouwde lagen.

    Geïnstalleerd staan de lagen in het pakket zelf, bij het ontwikkelen ernaast.

    Parameters
    ----------
    pakket : Path, optional
        Map van het pakket; zonder is het die van dit programma.

    Raises
    ------
    LaagFout
        Als op geen van beide plekken lagen staan.
    """
    hier = pakket or Path(__file__).resolve().parents[1]
    for map_ in (hier / "lagen", hier.parent / "lagen"):
        if (map_ / HERKENNING).is_file():
            return map_
    raise LaagFout(
        "De ingebouwde lagen zijn niet gevonden: in het pakket locatieplanner en ernaast staat "
        f"geen map 'lagen' met {HERKENNING}. Installeer locatieplanner opnieuw, of start het "
        "vanuit de volledige broncode."
    )
