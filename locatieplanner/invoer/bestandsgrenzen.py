"""Grenzen aan wat een bestand mag zijn, zodat één upload het programma niet kan overladen."""

from dataclasses import dataclass

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout

MB = 1_000_000


@dataclass(frozen=True)
class Bestandsgrenzen:
    """Hoe groot een bestand en zijn inhoud mogen zijn.

    Parameters
    ----------
    bytes : int
        Grootte van het bestand.
    uitgepakt_bytes : int
        Grootte na uitpakken (zip, Excel, GeoParquet), geteld tijdens het uitpakken.
    leden : int
        Aantal bestanden in een zip of Excel-werkmap.
    rijen, kolommen, cellen : int
        Omvang van de tabel; cellen zijn rijen × kolommen.
    naam_tekens, tekst_tekens : int
        Lengte van de naam van een kandidaat (en van zijn id en adres), en van elke andere tekst.
    adressen : int
        Aantal verschillende adressen dat opgezocht wordt.
    """

    bytes: int = 50 * MB
    uitgepakt_bytes: int = 250 * MB
    leden: int = 1_000
    rijen: int = 200_000
    kolommen: int = 500
    cellen: int = 10_000_000
    naam_tekens: int = 200
    tekst_tekens: int = 2_000
    adressen: int = 500

    def toets_omvang(self, rijen: int, kolommen: int) -> None:
        """Controleer het aantal rijen, kolommen en cellen van een tabel.

        Raises
        ------
        BestandFout
            Als een van de drie te groot is.
        """
        if rijen > self.rijen:
            raise BestandFout(
                f"Het bestand heeft meer dan {getal(self.rijen)} rijen. "
                "Splits het in kleinere bestanden."
            )
        if kolommen > self.kolommen:
            raise BestandFout(
                f"Het bestand heeft meer dan {getal(self.kolommen)} kolommen. "
                "Verwijder de kolommen die niet nodig zijn."
            )
        if rijen * kolommen > self.cellen:
            raise BestandFout(
                f"Het bestand heeft meer dan {getal(self.cellen)} cellen (rijen × kolommen). "
                "Verwijder de kolommen die niet nodig zijn of splits het in kleinere bestanden."
            )

    def toets_uitgepakt(self, aantal_bytes: int) -> None:
        """Controleer hoeveel bytes er tot nu toe zijn uitgepakt.

        Raises
        ------
        BestandFout
            Als het er te veel zijn.
        """
        if aantal_bytes > self.uitgepakt_bytes:
            raise BestandFout(
                f"Het bestand is uitgepakt groter dan {getal(self.uitgepakt_bytes / MB)} MB. "
                "Verwijder wat niet nodig is of splits het in kleinere bestanden."
            )


STANDAARDGRENZEN = Bestandsgrenzen()
"""De grenzen die gelden als niemand andere geeft."""
