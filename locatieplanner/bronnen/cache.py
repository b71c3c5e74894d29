"""De cache: opgehaalde lagen op deze computer, elk deel met een manifest.

Een laag bestaat uit delen, één per gebied. Van elk deel staan er in zijn map een gegevensbestand
dat naar zijn inhoud heet, en ``manifest.json`` dat ernaar wijst. Eerst landt het gegevensbestand,
dan het manifest, elk in één stap: wie leest ziet het oude deel of het nieuwe, nooit iets halfs. ::

    <cache>/<laag>/<gebied>/manifest.json
    <cache>/<laag>/<gebied>/<sha256>.parquet
    <cache>/<laag>/<gebied>/werk/            bladzijden van een ophaalbeurt die nog loopt
    <cache>/<laag>/<gebied>/.slot            vast zolang iemand het deel ophaalt
"""

import hashlib
import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import shapely
from platformdirs import user_cache_path
from shapely.geometry.base import BaseGeometry

from locatieplanner.bronnen.landing import (
    afdruk,
    bewaarfouten,
    laat_landen,
    lees_parquet,
    maak_vast,
    schrijf_parquet,
    tussenbestand,
)
from locatieplanner.domein.gebied import HEEL_NEDERLAND, Gebied
from locatieplanner.fouten import LaagFout

MAP_VARIABELE = "LOCATIEPLANNER_CACHE"
"""Omgevingsvariabele met een andere map voor de cache."""

_MANIFEST = "manifest.json"
_WERK = "werk"
_SLOT = ".slot"


@dataclass(frozen=True)
class Manifest:
    """Wat er van een deel van een laag bekend is.

    Parameters
    ----------
    laag : str
        Id van de laag.
    gebied, sleutel : str
        Naam en sleutel van het gebied.
    adres : str
        Waar het deel vandaan komt.
    opgehaald : str
        Wanneer, ISO 8601 in UTC.
    peildatum : str
        Van wanneer de gegevens zijn volgens de dienst; leeg als zij dat niet zegt.
    sha256 : str
        Afdruk van het gegevensbestand.
    rijen : int
        Aantal rijen.
    licentie : str
        Licentie van de bron.
    dekking : str
        Waar het deel volledig is, als WKT in RD.
    toelichting : str
        Wat een lezer nog moet weten; leeg als er niets is.
    """

    laag: str
    gebied: str
    sleutel: str
    adres: str
    opgehaald: str
    peildatum: str
    sha256: str
    rijen: int
    licentie: str
    dekking: str
    toelichting: str = ""

    @property
    def tijdstip(self) -> datetime:
        """Wanneer het deel opgehaald is."""
        return datetime.fromisoformat(self.opgehaald)

    @property
    def vlak(self) -> BaseGeometry:
        """Waar het deel volledig is, RD."""
        return shapely.from_wkt(self.dekking)


@dataclass(frozen=True)
class Lagencache:
    """Opgehaalde lagen in een map.

    Parameters
    ----------
    map : Path
        De map; zij hoeft nog niet te bestaan.
    """

    map: Path

    @classmethod
    def van_gebruiker(cls) -> "Lagencache":
        """Geef de cache van deze gebruiker, of die waar `MAP_VARIABELE` naar wijst."""
        eigen = os.environ.get(MAP_VARIABELE)
        return cls(Path(eigen) if eigen else user_cache_path("locatieplanner") / "lagen")

    def delen(self, laag: str) -> tuple[Manifest, ...]:
        """Geef de delen van een laag, het laatst opgehaalde eerst.

        Een deel dat niet te lezen is, telt niet mee: het is er dan niet.
        """
        manifesten = []
        for pad in sorted((self.map / laag).glob(f"*/{_MANIFEST}")):
            with suppress(OSError, ValueError, TypeError, KeyError, shapely.errors.ShapelyError):
                manifest = _lees_manifest(pad)
                if self.pad(manifest).is_file():
                    manifesten.append(manifest)
        return tuple(sorted(manifesten, key=lambda m: m.opgehaald, reverse=True))

    def merk(self) -> str:
        """Geef een afdruk van wat er in de cache staat; zij verandert als er een deel bij komt."""
        stand = []
        for pad in sorted(self.map.glob(f"*/*/{_MANIFEST}")):
            with suppress(OSError):
                stand.append(f"{pad}:{pad.stat().st_mtime_ns}")
        return hashlib.sha256("\n".join(stand).encode()).hexdigest()[:16]

    def pad(self, manifest: Manifest) -> Path:
        """Geef het gegevensbestand van een deel."""
        return self.map / manifest.laag / manifest.sleutel / f"{manifest.sha256}.parquet"

    def lees(self, manifest: Manifest) -> pd.DataFrame:
        """Lees een deel; met geometrie is het een GeoDataFrame in RD.

        Is het deel intussen ververst, dan komt het nieuwe.

        Raises
        ------
        LaagFout
            Als het bestand ontbreekt of beschadigd is.
        """
        with suppress(FileNotFoundError):
            return self._lees(manifest)
        for ander in self.delen(manifest.laag):
            if ander.sleutel == manifest.sleutel:
                with suppress(FileNotFoundError):
                    return self._lees(ander)
        raise _onleesbaar(manifest, "het bestand is weg")

    def bewaar(
        self,
        laag: str,
        gebied: Gebied,
        gegevens: pd.DataFrame,
        *,
        adres: str,
        licentie: str,
        dekking: BaseGeometry,
        peildatum: str = "",
        toelichting: str = "",
    ) -> Manifest:
        """Zet een deel in de cache, in één stap; het vorige deel van dit gebied vervalt.

        Raises
        ------
        UitvoerFout
            Als er niet geschreven kan worden; het vorige deel blijft dan staan.
        """
        map_ = self.map / laag / gebied.sleutel
        with bewaarfouten(laag, MAP_VARIABELE):
            map_.mkdir(parents=True, exist_ok=True)
            with tussenbestand(map_ / "deel.parquet") as tussen:
                schrijf_parquet(gegevens, tussen)
                maak_vast(tussen)
                manifest = Manifest(
                    laag=laag,
                    gebied=gebied.naam,
                    sleutel=gebied.sleutel,
                    adres=adres,
                    opgehaald=datetime.now(UTC).isoformat(timespec="seconds"),
                    peildatum=peildatum,
                    sha256=afdruk(tussen),
                    rijen=len(gegevens),
                    licentie=licentie,
                    dekking=shapely.to_wkt(dekking, rounding_precision=0),
                    toelichting=toelichting,
                )
                tussen.replace(self.pad(manifest))
            tekst = json.dumps(asdict(manifest), ensure_ascii=False)
            laat_landen(map_ / _MANIFEST, lambda pad: pad.write_text(tekst, encoding="utf-8"))
        _ruim_op(map_, behalve=self.pad(manifest))
        with suppress(OSError):
            shutil.rmtree(map_ / _WERK)
        if gebied == HEEL_NEDERLAND:
            self._ruim_deelgebieden_op(laag)
        return manifest

    def werkmap(self, laag: str, gebied: Gebied) -> Path:
        """Geef de map voor bladzijden van een ophaalbeurt die nog loopt; zij wordt aangemaakt.

        Raises
        ------
        UitvoerFout
            Als de map niet te maken is.
        """
        pad = self.map / laag / gebied.sleutel / _WERK
        with bewaarfouten(laag, MAP_VARIABELE):
            pad.mkdir(parents=True, exist_ok=True)
        return pad

    def slotpad(self, laag: str, gebied: Gebied) -> Path:
        """Geef het bestand voor het slot op een deel; zijn map wordt aangemaakt.

        Raises
        ------
        UitvoerFout
            Als de map niet te maken of niet te beschrijven is.
        """
        pad = self.map / laag / gebied.sleutel / _SLOT
        with bewaarfouten(laag, MAP_VARIABELE):
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.touch()
        return pad

    def _lees(self, manifest: Manifest) -> pd.DataFrame:
        pad = self.pad(manifest)
        try:
            heel = afdruk(pad) == manifest.sha256
            tabel = lees_parquet(pad) if heel else None
        except FileNotFoundError:
            raise
        except (OSError, ValueError, KeyError) as fout:
            raise _onleesbaar(manifest, str(fout)) from fout
        if tabel is None or len(tabel) != manifest.rijen:
            raise _onleesbaar(manifest, "het bestand is beschadigd")
        return tabel

    def _ruim_deelgebieden_op(self, laag: str) -> None:
        """Wat voor het hele land er is, maakt delen overbodig.

        Alleen wat klaar is gaat weg: wie intussen een deel aan het ophalen is, kan verder.
        """
        for manifest in self.delen(laag):
            if manifest.sleutel != HEEL_NEDERLAND.sleutel:
                map_ = self.map / laag / manifest.sleutel
                with suppress(OSError):
                    (map_ / _MANIFEST).unlink()
                _ruim_op(map_)


def _ruim_op(map_: Path, behalve: Path | None = None) -> None:
    """Gooi gegevensbestanden weg waar geen manifest meer naar wijst."""
    for pad in map_.glob("*.parquet"):
        if pad != behalve:
            with suppress(OSError):
                pad.unlink()


def _onleesbaar(manifest: Manifest, reden: str) -> LaagFout:
    return LaagFout(
        f"De laag {manifest.laag} voor {manifest.gebied} is niet te lezen ({reden}). Haal haar "
        f"opnieuw op: locatieplanner lagen ververs {manifest.laag}."
    )


def _lees_manifest(pad: Path) -> Manifest:
    velden = json.loads(pad.read_text(encoding="utf-8"))
    manifest = Manifest(**{veld.name: velden[veld.name] for veld in fields(Manifest)})
    # Wat hier niet te lezen is, is dat later ook niet.
    if manifest.vlak.is_empty or manifest.tijdstip.tzinfo is None:
        raise ValueError("het manifest klopt niet")
    return manifest
