"""Een tabel als bestand: CSV en Excel, met eenheden in de kop en de herkomst erbij."""

from openpyxl import Workbook

from locatieplanner.rapport.csv_uitvoer import als_csv
from locatieplanner.rapport.tabel import Kolomsoort, Tabel
from locatieplanner.rapport.werkmap import nieuwe_werkmap, voeg_blad_toe, werkmap_als_bytes

_OPMAAK = {
    Kolomsoort.TEKST: "General",
    Kolomsoort.GEHEEL: "#,##0",
    Kolomsoort.GETAL: "#,##0.0",
    Kolomsoort.FIJN: "#,##0.000",
    Kolomsoort.PROCENT: "0%",
    Kolomsoort.MAAND: "General",
}
_SMALST, _BREEDST = 11, 44


def tabel_als_csv(tabel: Tabel) -> bytes:
    """Geef de tabel als CSV zoals een Nederlandse Excel het opent; onbekend is leeg."""
    return als_csv(tabel.ruw())


def tabel_als_xlsx(tabel: Tabel) -> bytes:
    """Geef de tabel als werkmap, met op een tweede blad wat zij bevat en waar het vandaan komt."""
    boek = nieuwe_werkmap()
    voeg_tabelblad_toe(boek, "tabel", tabel)
    voeg_blad_toe(
        boek,
        "herkomst",
        ("onderdeel", "tekst"),
        [("titel", tabel.titel), ("herkomst", tabel.herkomst)],
        breedte=(14, 110),
    )
    return werkmap_als_bytes(boek)


def voeg_tabelblad_toe(boek: Workbook, naam: str, tabel: Tabel) -> None:
    """Schrijf een tabel op een eigen blad, met eenheden in de kop; onbekend is leeg.

    Parameters
    ----------
    boek : Workbook
        Uitkomst van `locatieplanner.rapport.werkmap.nieuwe_werkmap`.
    naam : str
        Naam van het blad.
    tabel : Tabel
        De tabel.
    """
    ruw = tabel.ruw()
    voeg_blad_toe(
        boek,
        naam,
        tabel.koppen,
        zip(*(ruw[kop].tolist() for kop in tabel.koppen), strict=True),
        breedte=[min(max(_SMALST, len(kop) + 3), _BREEDST) for kop in tabel.koppen],
        opmaak=[_OPMAAK[kolom.soort] for kolom in tabel.kolommen],
        aantal=len(ruw),
    )
