"""De bladzijden van een ophaalbeurt in de werkmap, om na een onderbreking te hervatten."""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pandas as pd

from locatieplanner.bronnen.cache import MAP_VARIABELE
from locatieplanner.bronnen.landing import (
    afdruk,
    bewaarfouten,
    laat_landen,
    lees_parquet,
    schrijf_parquet,
)
from locatieplanner.bronnen.ophaalbeurt import Bladzijde, Ophaalbeurt, Verzameld

HOUDBAAR = timedelta(days=1)
"""Oudere bladzijden worden niet hervat: er kan te veel veranderd zijn."""

_MAP = "bladzijden"
_BEURT = "beurt.json"


@dataclass(frozen=True)
class Kaartje:
    """Wat van een bewaarde bladzijde onthouden wordt; de rijen staan ernaast."""

    adres: str
    volgende: str
    aantal: int
    totaal: int | None
    hersteld: int
    keuze: Mapping[str, str]
    sleutels: list[str]
    sha256: str


class Stapel:
    """De bladzijden van één beurt in de werkmap, genummerd vanaf 1."""

    def __init__(self, beurt: Ophaalbeurt, begin: Sequence[str]) -> None:
        self._naam = beurt.laag.id
        self._map = beurt.werkmap / _MAP
        self._kaartjes: list[Kaartje] = []
        merk = _merk(beurt, begin)
        self._hervatten = self._is_houdbaar(merk)
        if not self._hervatten:
            self.wis()
            stand = json.dumps({"merk": merk, "begonnen": datetime.now(UTC).isoformat()})
            with bewaarfouten(self._naam, MAP_VARIABELE):
                self._map.mkdir(parents=True, exist_ok=True)
                laat_landen(self._map / _BEURT, lambda pad: pad.write_text(stand, "utf-8"))

    @property
    def aantal(self) -> int:
        """Hoeveel bladzijden er zijn."""
        return len(self._kaartjes)

    @property
    def rijen(self) -> int:
        """Hoeveel rijen er zijn."""
        return sum(kaartje.aantal for kaartje in self._kaartjes)

    @property
    def eerste_keuze(self) -> Mapping[str, str]:
        """De kolommen van de eerste bladzijde met rijen."""
        return next((kaartje.keuze for kaartje in self._kaartjes if kaartje.keuze), {})

    def hervat(self, adres: str) -> Kaartje | None:
        """Neem de volgende bladzijde van een eerdere beurt, als zij heel is en hierbij hoort."""
        if not self._hervatten:
            return None
        kaartje = self._lees_kaartje()
        if kaartje is None or kaartje.adres != adres:
            self._hervatten = False
            return None
        self._kaartjes.append(kaartje)
        return kaartje

    def leg(self, adres: str, bladzijde: Bladzijde) -> Kaartje:
        """Bewaar een bladzijde: eerst de rijen, dan het kaartje dat zegt dat zij er zijn."""
        pad = self._pad(self.aantal + 1)
        with bewaarfouten(self._naam, MAP_VARIABELE):
            laat_landen(pad, partial(schrijf_parquet, bladzijde.rijen))
            kaartje = Kaartje(
                adres=adres,
                volgende=bladzijde.volgende,
                aantal=len(bladzijde.rijen),
                totaal=bladzijde.totaal,
                hersteld=bladzijde.hersteld,
                keuze=dict(bladzijde.keuze),
                sleutels=list(bladzijde.sleutels) or _kenmerken(bladzijde.rijen),
                sha256=afdruk(pad),
            )
            tekst = json.dumps(asdict(kaartje))
            laat_landen(pad.with_suffix(".json"), lambda tussen: tussen.write_text(tekst, "utf-8"))
        self._kaartjes.append(kaartje)
        return kaartje

    def samen(self) -> Verzameld:
        """Geef alle rijen onder elkaar."""
        nummers = [nummer for nummer, kaartje in enumerate(self._kaartjes, 1) if kaartje.aantal]
        with bewaarfouten(self._naam, MAP_VARIABELE):
            delen = [lees_parquet(self._pad(nummer)) for nummer in nummers or [1]]
        return Verzameld(
            rijen=pd.concat(delen, ignore_index=True),
            hersteld=sum(kaartje.hersteld for kaartje in self._kaartjes),
        )

    def wis(self) -> None:
        """Gooi alle bladzijden weg."""
        with suppress(OSError):
            shutil.rmtree(self._map)

    def _is_houdbaar(self, merk: str) -> bool:
        try:
            stand = json.loads((self._map / _BEURT).read_text("utf-8"))
            ouderdom = datetime.now(UTC) - datetime.fromisoformat(stand["begonnen"])
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return stand.get("merk") == merk and timedelta(0) <= ouderdom < HOUDBAAR

    def _lees_kaartje(self) -> Kaartje | None:
        pad = self._pad(self.aantal + 1)
        try:
            kaartje = Kaartje(**json.loads(pad.with_suffix(".json").read_text("utf-8")))
            return kaartje if afdruk(pad) == kaartje.sha256 else None
        except (OSError, ValueError, TypeError):
            return None

    def _pad(self, nummer: int) -> Path:
        return self._map / f"{nummer:05d}.parquet"


def _merk(beurt: Ophaalbeurt, begin: Sequence[str]) -> str:
    """Geef een afdruk van de vraag: verandert zij, dan is er niets te hervatten."""
    kolommen = {onze: list(namen) for onze, namen in beurt.dienst.kolommen.items()}
    getallen = sorted(naam for naam, kolom in beurt.laag.kolommen.items() if kolom.getal)
    vraag = json.dumps([list(begin), kolommen, getallen])
    return hashlib.sha256(vraag.encode()).hexdigest()


def _kenmerken(rijen: pd.DataFrame) -> list[str]:
    """Geef van elke rij een afdruk van haar inhoud."""
    plat = pd.DataFrame(rijen).astype("str")
    return [f"{waarde:x}" for waarde in pd.util.hash_pandas_object(plat, index=False)]
