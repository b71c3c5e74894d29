"""De hele database als één zip, die op SQLite en op PostgreSQL terug te zetten is.

In de zip staan ``reservekopie.json`` (niveau van de database en rijen per tabel) en per tabel een
bestand met op elke regel een rij als JSON; bytes staan er in base64.
"""

import base64
import binascii
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import shapely
from sqlalchemy import Column, Connection, LargeBinary, Table, func, insert, inspect, select, text

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import BestandFout
from locatieplanner.opslag.canoniek import Json, canoniek
from locatieplanner.opslag.canoniek import lees as lees_json
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.kolomsoorten import Vormkolom
from locatieplanner.opslag.migratie import migreer, niveau, niveaus
from locatieplanner.opslag.tabellen import Basis
from locatieplanner.opslag.vastleggen import nu

FORMAAT = 1
KOP = "reservekopie.json"

_STUK = 500
_REGEL_BYTES = 200_000_000
"""Zo groot mag één rij zijn: ruim voor een momentopname van tweehonderdduizend kandidaten."""


def schrijf(database: Database, naar: IO[bytes]) -> None:
    """Schrijf alle tabellen, zoals zij op één moment waren.

    Raises
    ------
    OpslagFout
        Bij een storing van de database.
    OSError
        Als schrijven niet lukt.
    """
    with (
        database.lezen() as verbinding,
        zipfile.ZipFile(naar, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archief,
    ):
        aantallen: dict[str, int] = {}
        for tabel in _tabellen(verbinding):
            aantallen[tabel.name] = 0
            with archief.open(f"{tabel.name}.jsonl", "w", force_zip64=True) as lid:
                for rij in verbinding.execute(
                    select(*_kolommen(verbinding, tabel))
                    .order_by(*tabel.primary_key)
                    .execution_options(yield_per=_STUK)
                ):
                    lid.write((canoniek(_rij_als_json(tabel, rij._asdict())) + "\n").encode())
                    aantallen[tabel.name] += 1
        kop = {"formaat": FORMAAT, "niveau": niveau(verbinding), "tijd": nu(), "rijen": aantallen}
        archief.writestr(KOP, canoniek(kop))


def zet_terug(verbinding: Connection, bron: Path) -> None:
    """Vul een lege database uit een zip en breng haar op het niveau van dit programma.

    Raises
    ------
    BestandFout
        Als de zip niet te lezen is, niet volledig is, of van een nieuwer programma.
    """
    try:
        with zipfile.ZipFile(bron) as archief:
            kop = _lees_kop(archief)
            migreer(verbinding, str(kop["niveau"]))
            for tabel in _tabellen(verbinding):
                aantal = _vul(verbinding, archief, tabel)
                if aantal != kop["rijen"].get(tabel.name):
                    raise BestandFout(
                        f"In {bron.name} is de tabel {tabel.name} niet volledig: {getal(aantal)} "
                        "rijen. Kies een andere reservekopie."
                    )
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError,
            RuntimeError, binascii.Error, NotImplementedError) as fout:  # fmt: skip
        raise BestandFout(
            f"{bron.name} is geen reservekopie, of zij is beschadigd. Kies een andere."
        ) from fout
    migreer(verbinding)


def maak_leeg(verbinding: Connection) -> None:
    """Haal alle tabellen van dit programma weg (PostgreSQL)."""
    for tabel in reversed(Basis.metadata.sorted_tables):
        verbinding.execute(text(f"DROP TABLE IF EXISTS {tabel.name} CASCADE"))
    verbinding.execute(text("DROP TABLE IF EXISTS alembic_version"))


def aantal_plannen(verbinding: Connection) -> int:
    """Geef hoeveel plannen er in de database staan; nul als er nog geen tabellen zijn."""
    tabel = Basis.metadata.tables["plan"]
    if tabel.name not in inspect(verbinding).get_table_names():
        return 0
    return verbinding.scalar(select(func.count()).select_from(tabel)) or 0


def _tabellen(verbinding: Connection) -> list[Table]:
    """De tabellen die er op dit niveau zijn, in een volgorde waarin verwijzingen kloppen."""
    er_zijn = set(inspect(verbinding).get_table_names())
    return [tabel for tabel in Basis.metadata.sorted_tables if tabel.name in er_zijn]


def _lees_kop(archief: zipfile.ZipFile) -> Json:
    kop = lees_json(archief.read(KOP).decode("utf-8"))
    if kop["formaat"] != FORMAAT or kop["niveau"] not in niveaus():
        raise BestandFout(
            "Deze reservekopie is van een nieuwer programma. Installeer de nieuwste versie van "
            "locatieplanner."
        )
    if not isinstance(kop["rijen"], dict):
        raise TypeError("geen aantallen")
    gelezen: Json = kop
    return gelezen


def _vul(verbinding: Connection, archief: zipfile.ZipFile, tabel: Table) -> int:
    aantal, stuk = 0, []
    kolommen = {kolom.name for kolom in _kolommen(verbinding, tabel)}
    with archief.open(f"{tabel.name}.jsonl") as ruw:
        # Een lid van een zip leest als een bestand, maar heet voor de typecontrole niet zo.
        for regel in _regels(io.BufferedReader(ruw)):  # type: ignore[arg-type]
            rij = lees_json(regel.decode("utf-8"))
            if set(rij) != kolommen:
                raise ValueError("een rij heeft niet de kolommen van haar tabel")
            stuk.append(_rij_uit_json(tabel, rij))
            if len(stuk) == _STUK:
                verbinding.execute(insert(tabel), stuk)
                aantal, stuk = aantal + len(stuk), []
    if stuk:
        verbinding.execute(insert(tabel), stuk)
    return aantal + len(stuk)


def _regels(stroom: io.BufferedReader) -> Iterator[bytes]:
    while regel := stroom.readline(_REGEL_BYTES):
        if not regel.endswith(b"\n"):
            raise ValueError("een regel is niet heel")
        yield regel


def _kolommen(verbinding: Connection, tabel: Table) -> list[Column[Any]]:
    """De kolommen die een tabel op dit niveau heeft."""
    namen = [kolom["name"] for kolom in inspect(verbinding).get_columns(tabel.name)]
    return [tabel.columns[naam] for naam in namen if naam in tabel.columns]


def _rij_als_json(tabel: Table, rij: Json) -> Json:
    return {naam: _als_json(tabel.columns[naam].type, waarde) for naam, waarde in rij.items()}


def _rij_uit_json(tabel: Table, rij: Json) -> Json:
    return {naam: _uit_json(tabel.columns[naam].type, waarde) for naam, waarde in rij.items()}


def _als_json(soort: object, waarde: Any) -> object:  # noqa: ANN401 - van elke soort
    if isinstance(soort, Vormkolom):
        # PostGIS geeft het stelsel erbij; in een reservekopie hoort dat niet.
        waarde = shapely.to_wkb(shapely.from_wkb(waarde))
    return base64.b64encode(waarde).decode() if _is_bytes(soort) else waarde


def _uit_json(soort: object, waarde: Any) -> object:  # noqa: ANN401 - van elke soort
    return base64.b64decode(waarde, validate=True) if _is_bytes(soort) else waarde


def _is_bytes(soort: object) -> bool:
    return isinstance(soort, LargeBinary | Vormkolom)
