"""Een reservekopie maken en terugzetten.

Een reservekopie is een SQLite-bestand (van een SQLite-database) of een zip (zie `overdracht`), die
op beide soorten databases terug te zetten is: zo verhuist men ook van de ene naar de andere.
"""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from locatieplanner.bronnen.landing import maak_vast, tussenbestand
from locatieplanner.fouten import BestandFout, LocatieplannerFout, OpslagFout, UitvoerFout
from locatieplanner.opslag import overdracht
from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.database import Database, verbind
from locatieplanner.opslag.naslag import Naslag

_SQLITE, _ZIP = b"SQLite format 3\0", b"PK"
_HEEL = "ok"


def maak_reservekopie(database: Database, pad: Path, *, overschrijf: bool = False) -> None:
    """Maak een reservekopie terwijl anderen doorwerken; zij staat er helemaal of niet.

    Parameters
    ----------
    database : Database
        Waarvan.
    pad : Path
        Waar zij komt. Eindigt zij op ``.zip``, dan is zij op elke database terug te zetten; anders
        is het een SQLite-bestand, en dat kan alleen van SQLite.
    overschrijf : bool, optional
        Of een bestand dat er al staat vervangen mag worden.

    Raises
    ------
    UitvoerFout
        Als zij daar niet kan komen.
    OpslagFout
        Bij een storing, of als de kopie niet heel is.
    """
    if pad.exists() and not overschrijf:
        raise UitvoerFout(
            f"{pad} bestaat al. Kies een andere naam, of voeg --overschrijf toe om het te "
            "vervangen."
        )
    als_zip = pad.suffix.lower() == ".zip"
    if not als_zip and database.pad is None:
        raise UitvoerFout(
            "Een reservekopie van PostgreSQL is een zip. Geef het bestand een naam op .zip."
        )
    with _schrijffouten(pad), tussenbestand(pad) as tussen:
        os.close(os.open(tussen, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        if als_zip or database.pad is None:
            with tussen.open("wb") as stroom:
                overdracht.schrijf(database, stroom)
        else:
            _kopieer_sqlite(database.pad, tussen)
        maak_vast(tussen)
        tussen.replace(pad)


def herstel(
    adres: str | None, bron: Path, naslag: Naslag | None = None, *, overschrijf: bool = False
) -> Path | None:
    """Zet een reservekopie terug; de kopie wordt eerst nagekeken.

    Parameters
    ----------
    adres : str or None
        De database waar zij in komt, zie `adres.lees_adres`.
    bron : Path
        De reservekopie.
    naslag : Naslag, optional
        Zonder zijn het de ingebouwde tabellen.
    overschrijf : bool, optional
        Of een database waar al plannen in staan vervangen mag worden.

    Returns
    -------
    Path or None
        De kopie van wat er stond; None als er nog geen plannen in stonden.

    Raises
    ------
    BestandFout
        Als de reservekopie er niet is, niet heel is of niet klopt.
    OpslagFout
        Als er al plannen in staan en er niet overschreven mag worden, of bij een storing; er is dan
        niets veranderd.
    """
    soort = _soort(bron)
    with tempfile.TemporaryDirectory(prefix="locatieplanner-") as map_:
        nieuw = Path(map_) / "nieuw.sqlite"
        # Eerst in een los bestand: wat daar niet klopt, komt nergens terecht.
        with verbind(str(nieuw), naslag) as proef:
            _vul_los_bestand(proef, bron, soort)
            mis = [bevinding for bevinding in controleer(proef) if not bevinding.in_orde]
            if mis:
                raise BestandFout(
                    f"{bron.name} is niet teruggezet, want zij klopt niet: {mis[0].wat}: "
                    f"{mis[0].tekst}. Kies een andere reservekopie."
                )
            with verbind(adres, naslag) as doel:
                return _vervang(proef, doel, Path(map_), overschrijf=overschrijf)


def _vervang(proef: Database, doel: Database, werkmap: Path, *, overschrijf: bool) -> Path | None:
    with doel.lezen() as verbinding:
        aantal = overdracht.aantal_plannen(verbinding)
    if aantal and not overschrijf:
        raise OpslagFout(
            f"In de database ({doel.waar}) staan al plannen. Voeg --overschrijf toe om haar te "
            "vervangen; van wat er staat komt eerst een kopie."
        )
    veilig = _veiligheidskopie(doel) if aantal else None
    if doel.pad is not None and proef.pad is not None:
        proef.sluit()
        with _schrijffouten(doel.pad):
            _kopieer_sqlite(proef.pad, doel.pad)
        return veilig
    pakket = werkmap / "inhoud.zip"
    with pakket.open("wb") as stroom:
        overdracht.schrijf(proef, stroom)
    with doel.schrijven() as verbinding:
        overdracht.maak_leeg(verbinding)
        overdracht.zet_terug(verbinding, pakket)
    return veilig


def _veiligheidskopie(database: Database) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    if database.pad is not None:
        pad = database.pad.with_name(f"{database.pad.stem}-voor-herstel-{moment}.sqlite")
    else:
        pad = Path.cwd() / f"locatieplanner-voor-herstel-{moment}.zip"
    maak_reservekopie(database, pad)
    return pad


def _soort(bron: Path) -> bytes:
    try:
        with bron.open("rb") as stroom:
            begin = stroom.read(len(_SQLITE))
    except OSError as fout:
        raise BestandFout(
            f"De reservekopie {bron} is niet te lezen ({fout.strerror}). Controleer de naam."
        ) from None
    for soort in (_SQLITE, _ZIP):
        if begin.startswith(soort):
            return soort
    raise BestandFout(f"{bron.name} is geen reservekopie. Kies een ander bestand.")


def _vul_los_bestand(proef: Database, bron: Path, soort: bytes) -> None:
    if soort == _ZIP:
        with proef.schrijven() as verbinding:
            overdracht.zet_terug(verbinding, bron)
        return
    if proef.pad is not None:
        try:
            _kopieer_sqlite(bron, proef.pad)
        except (sqlite3.Error, OpslagFout):
            raise BestandFout(f"{bron.name} is beschadigd. Kies een andere reservekopie.") from None
    try:
        proef.migreer()
    except LocatieplannerFout as fout:
        raise BestandFout(f"{bron.name} is niet terug te zetten. {fout}") from None


def _kopieer_sqlite(van: Path, naar: Path) -> None:
    """Kopieer een SQLite-bestand in één transactie, ook als het in gebruik is."""
    with (
        closing(sqlite3.connect(f"{van.absolute().as_uri()}?mode=ro", uri=True)) as bron,
        closing(sqlite3.connect(naar, timeout=20)) as doel,
    ):
        bron.backup(doel)
        (heel,) = doel.execute("PRAGMA integrity_check(1)").fetchone()
    if heel != _HEEL:
        raise OpslagFout(
            f"De kopie van {van} is niet heel. Voer uit: locatieplanner database controleer."
        )


@contextmanager
def _schrijffouten(pad: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        vol = fout.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
        waarom = "de schijf is vol" if vol else fout.strerror or type(fout).__name__
        raise UitvoerFout(
            f"{pad} is niet te schrijven: {waarom}. Maak ruimte vrij, geef uzelf schrijfrecht, of "
            "kies een andere plek."
        ) from None
    except sqlite3.Error as fout:
        raise UitvoerFout(
            f"{pad} is niet te schrijven ({fout}). Maak ruimte vrij, of kies een andere plek."
        ) from None
