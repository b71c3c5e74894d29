"""Zipbestanden uitpakken binnen grenzen, geteld tijdens het uitpakken zelf."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen

_STUK = 1 << 20
_METHODEN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def lees_leden(
    inhoud: bytes, grenzen: Bestandsgrenzen, achtervoegsels: frozenset[str] | None = None
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Geef de bestanden in een zip, een voor een.

    De grens op uitgepakte bytes telt wat er echt uit komt; wat de zip er zelf over zegt, telt niet.

    Parameters
    ----------
    inhoud : bytes
        Het zipbestand.
    grenzen : Bestandsgrenzen
        Hoeveel bestanden en bytes het mogen zijn.
    achtervoegsels : frozenset of str, optional
        Alleen bestanden die zo eindigen, bijvoorbeeld ``.shp``; standaard alle.

    Raises
    ------
    BestandFout
        Als de zip beschadigd, versleuteld of te groot is, of paden naar buiten bevat.
    """
    totaal = 0
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            leden = archief.infolist()
            _toets_leden(leden, grenzen)
            for lid in leden:
                pad = PurePosixPath(lid.filename)
                gevraagd = achtervoegsels is None or pad.suffix.lower() in achtervoegsels
                # __MACOSX bevat schaduwbestanden met dezelfde namen, maar zonder gegevens.
                if lid.filename.endswith("/") or not gevraagd or "__MACOSX" in pad.parts:
                    continue
                stukken = []
                with archief.open(lid) as stroom:
                    while stuk := stroom.read(_STUK):
                        totaal += len(stuk)
                        grenzen.toets_uitgepakt(totaal)
                        stukken.append(stuk)
                yield pad, b"".join(stukken)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
            NotImplementedError, OverflowError) as fout:  # fmt: skip
        raise BestandFout(
            "Het zipbestand is beschadigd of niet volledig. Maak het opnieuw."
        ) from fout


def _toets_leden(leden: list[zipfile.ZipInfo], grenzen: Bestandsgrenzen) -> None:
    if len(leden) > grenzen.leden:
        raise BestandFout(
            f"Het zipbestand bevat meer dan {getal(grenzen.leden)} bestanden. "
            "Zet alleen de bestanden met kandidaten erin."
        )
    for lid in leden:
        pad = PurePosixPath(lid.filename.replace("\\", "/"))
        if pad.is_absolute() or ".." in pad.parts or any(":" in deel for deel in pad.parts):
            raise BestandFout(
                "Het zipbestand bevat een pad dat naar buiten wijst. Maak de zip opnieuw, met "
                "alleen de bestanden zelf."
            )
        if lid.flag_bits & 0x1:
            raise BestandFout(
                "Het zipbestand is met een wachtwoord beveiligd. Maak een zip zonder wachtwoord."
            )
        if lid.compress_type not in _METHODEN:
            raise BestandFout(
                "Het zipbestand gebruikt een ongewone compressie. Maak een gewone zip."
            )
