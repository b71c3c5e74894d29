"""Met welke lagen gerekend is: van elke ingebouwde en opgehaalde laag de afdruk van haar inhoud."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.landing import afdruk
from locatieplanner.fouten import LaagFout
from locatieplanner.opslag.canoniek import Json

INGEBOUWD = "ingebouwd"


@dataclass(frozen=True, order=True)
class Laagstand:
    """Eén bestand of deel van een laag.

    Parameters
    ----------
    laag : str
        Bestand van een ingebouwde laag, of id van een opgehaalde.
    gebied : str
        Gebied van een opgehaald deel; `INGEBOUWD` als het bij het programma hoort.
    sha256 : str
        Afdruk van de inhoud.
    peildatum : str
        Van wanneer, of wanneer opgehaald; leeg als dat bij het programma hoort.
    """

    laag: str
    gebied: str
    sha256: str
    peildatum: str = ""


def lagenstand(cache: Lagencache | None = None, map_: Path | None = None) -> tuple[Laagstand, ...]:
    """Geef de stand van alle lagen, op naam.

    Parameters
    ----------
    cache : Lagencache, optional
        De opgehaalde lagen; zonder alleen wat ingebouwd is.
    map_ : Path, optional
        Een andere map dan de ingebouwde.

    Raises
    ------
    LaagFout
        Als een ingebouwde laag niet te lezen is.
    """
    wortel = map_ or lagenmap()
    try:
        vast = [
            Laagstand(pad.name, INGEBOUWD, afdruk(pad))
            for pad in sorted(wortel.iterdir())
            if pad.suffix in (".parquet", ".csv", ".toml") and pad.is_file()
        ]
    except OSError as fout:
        raise LaagFout(
            f"De ingebouwde lagen zijn niet te lezen ({fout.strerror}). Installeer locatieplanner "
            "opnieuw."
        ) from None
    opgehaald = []
    if cache is not None and cache.map.is_dir():
        for laag in sorted(pad.name for pad in cache.map.iterdir() if pad.is_dir()):
            opgehaald += [
                Laagstand(laag, deel.gebied, deel.sha256, deel.peildatum or deel.opgehaald)
                for deel in cache.delen(laag)
            ]
    return tuple(sorted([*vast, *opgehaald]))


def als_json(stand: tuple[Laagstand, ...]) -> list[Json]:
    """Geef de stand als lijst van objecten."""
    return [asdict(laag) for laag in stand]


def uit_json(waarden: list[Json]) -> tuple[Laagstand, ...]:
    """Maak de stand van een lijst van objecten."""
    return tuple(Laagstand(**waarde) for waarde in waarden)


def anders(toen: tuple[Laagstand, ...], nu: tuple[Laagstand, ...]) -> tuple[str, ...]:
    """Zeg per laag in één zin wat er nu anders aan is dan toen."""
    oud, nieuw = _per_deel(toen), _per_deel(nu)
    zinnen = []
    for deel in sorted({*oud, *nieuw}):
        laag, gebied = deel
        wat = laag if gebied == INGEBOUWD else f"{laag} ({gebied})"
        if deel not in nieuw:
            zinnen.append(f"de laag {wat} is er niet meer")
        elif deel not in oud:
            zinnen.append(f"de laag {wat} was er toen niet")
        elif oud[deel].sha256 != nieuw[deel].sha256:
            van, naar = oud[deel].peildatum[:10], nieuw[deel].peildatum[:10]
            wanneer = f" (toen {van}, nu {naar})" if van and naar and van != naar else ""
            zinnen.append(f"de laag {wat} heeft een andere inhoud{wanneer}")
    return tuple(zinnen)


def _per_deel(stand: tuple[Laagstand, ...]) -> Mapping[tuple[str, str], Laagstand]:
    return {(laag.laag, laag.gebied): laag for laag in stand}
