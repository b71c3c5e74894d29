"""Een bestand van OpenStreetMap (.osm.pbf): controleren, en stromend doorlopen."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import osmium
from osmium.osm.types import OSMEntity

from locatieplanner.bronnen.opbrengst import Stap, Voortgang
from locatieplanner.bronnen.osmligging import Omvang
from locatieplanner.fouten import BestandFout

HAAL_OP = (
    "Haal een vers bestand op, bijvoorbeeld Netherlands of een provincie daarvan bij geofabrik.de."
)
"""Waar een bruikbaar bestand vandaan komt."""

_BEGIN = b"\x0a\x09OSMHeader"
_MELD_PER = 50_000
_GROOT_BYTES = 400_000_000


@dataclass(frozen=True)
class Osmbestand:
    """Een bestand waarvan het begin klopt.

    Parameters
    ----------
    pad : Path
        Het bestand.
    kader : tuple of float or None
        Lengte en breedte (graden) waar het binnen ligt; None als dat er niet in staat.
    peildatum : str
        Van wanneer de gegevens zijn, ISO 8601; leeg als dat er niet in staat.
    """

    pad: Path
    kader: Omvang | None
    peildatum: str

    def objecten(
        self, sleutels: Iterable[str], werkmap: Path, meld: Voortgang, *, alleen_wegen: bool
    ) -> Iterator[OSMEntity]:
        """Geef de objecten met een van deze sleutels; wegen weten waar hun knopen liggen.

        Wat geen van de sleutels heeft, komt niet in Python.

        Parameters
        ----------
        sleutels : iterable of str
            Sleutels van tags.
        werkmap : Path
            Map voor de ligging van de knopen, bij een groot bestand.
        meld : Voortgang
            Krijgt te horen hoeveel objecten er gelezen zijn.
        alleen_wegen : bool
            Alleen wegen; anders ook knopen en relaties, en van relaties het vlak. Voor die
            vlakken wordt het bestand twee keer doorlopen.

        Raises
        ------
        BestandFout
            Als het bestand verderop beschadigd is.
        """
        filter_ = osmium.filter.KeyFilter(*sleutels)
        bron = osmium.FileProcessor(_pbf(self.pad))
        if alleen_wegen:
            bron = osmium.FileProcessor(_pbf(self.pad), osmium.osm.NODE | osmium.osm.WAY)
            bron.with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
        index = werkmap / "knopen.index"
        # Wat een afgebroken beurt achterliet, zou meetellen.
        index.unlink(missing_ok=True)
        bron.with_locations(self._index(index)).with_filter(filter_)
        if not alleen_wegen:
            bron.with_areas(filter_)
        tekst = f"{self.pad.name} lezen"
        meld(Stap(tekst, 0))
        aantal = 0
        try:
            for aantal, ding in enumerate(bron, start=1):
                yield ding
                if aantal % _MELD_PER == 0:
                    meld(Stap(tekst, aantal))
        except RuntimeError as fout:
            raise _beschadigd(self.pad, fout) from fout
        finally:
            with suppress(OSError):
                index.unlink()
        meld(Stap(tekst, aantal, aantal))

    def _index(self, pad: Path) -> str:
        """Kies waar de ligging van knopen staat (16 bytes per knoop): in het geheugen of op schijf.

        Een komma scheidt bij libosmium de soort van het pad, en kan er dus niet in staan.
        """
        if self.pad.stat().st_size < _GROOT_BYTES or "," in str(pad):
            return "flex_mem"
        return f"sparse_file_array,{pad}"


def open_osmbestand(pad: Path) -> Osmbestand:
    """Bekijk het begin van een bestand.

    Raises
    ------
    BestandFout
        Als het bestand er niet is, of geen bruikbaar bestand van OpenStreetMap is.
    """
    try:
        with pad.open("rb") as stroom:
            begin = stroom.read(4 + len(_BEGIN))
    except OSError as fout:
        raise BestandFout(
            f"{pad.name} is niet te openen ({fout.strerror}). Controleer de naam en de map."
        ) from fout
    if not begin:
        raise BestandFout(f"{pad.name} is leeg. {HAAL_OP}")
    if begin[4:] != _BEGIN:
        raise BestandFout(
            f"{pad.name} is geen bestand van OpenStreetMap in het formaat PBF (.osm.pbf). {HAAL_OP}"
        )
    try:
        kop = osmium.FileProcessor(_pbf(pad)).header
    except RuntimeError as fout:
        raise _beschadigd(pad, fout) from fout
    if kop.has_multiple_object_versions:
        raise BestandFout(
            f"{pad.name} bevat de geschiedenis van OpenStreetMap, of alleen wijzigingen; daar "
            f"staat niet in wat er nu is. {HAAL_OP}"
        )
    kader = kop.box()
    return Osmbestand(
        pad=pad,
        kader=_graden(kader) if kader.valid() else None,
        peildatum=kop.get("osmosis_replication_timestamp")[: len("2026-01-31")],
    )


def _pbf(pad: Path) -> osmium.io.File:
    """Zeg dat het PBF is, hoe het bestand ook heet."""
    return osmium.io.File(str(pad), "pbf")


def _graden(kader: osmium.osm.Box) -> Omvang:
    onder, boven = kader.bottom_left, kader.top_right
    return (onder.lon, onder.lat, boven.lon, boven.lat)


def _beschadigd(pad: Path, fout: RuntimeError) -> BestandFout:
    return BestandFout(
        f"{pad.name} is beschadigd of niet heel overgekomen ({fout}). Er is niets ingelezen. "
        f"{HAAL_OP}"
    )
