"""De drie diensten achter één loket, en het bestand dat ernaar verwijst."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from locatieplanner.bronnen.hulpdiensten import (
    LOCATIESERVER,
    PANDEN,
    PERCELEN,
    Hulpdienst,
    lees_hulpdiensten,
)
from tests.diensten.gegevens import GRENZEN
from tests.diensten.loket import Loket, Reactie, Verzoek, loket
from tests.diensten_pdok import adressen
from tests.diensten_pdok.kaartobjecten import COLLECTIES, Object, items

__all__ = ["GRENZEN", "Loket", "hulpdienst", "pdok", "schrijf_diensten"]

_DIENSTEN = (LOCATIESERVER, PERCELEN, PANDEN)


@contextmanager
def pdok(collecties: Mapping[str, Sequence[Object]] = COLLECTIES) -> Iterator[Loket]:
    """Open het loket; elke dienst staat onder haar eigen naam."""

    def antwoord(verzoek: Verzoek) -> Reactie:
        delen = urlsplit(verzoek.pad).path.strip("/").split("/")
        match delen:
            case ["locatieserver", "free"]:
                return adressen.free(verzoek.vraag)
            case ["locatieserver", "suggest"]:
                return adressen.suggest(verzoek.vraag)
            case ["locatieserver", "reverse"]:
                return adressen.reverse(verzoek.vraag)
            case [_, "collections", collectie, "items"] if collectie in collecties:
                return items(collectie, verzoek.vraag, collecties)
        return Reactie(status=404)

    with loket(antwoord) as dit:
        yield dit


def hulpdienst(id_: str, dit: Loket) -> Hulpdienst:
    """Geef de ingebouwde beschrijving van een dienst, met het adres van het loket."""
    gewoon = lees_hulpdiensten()[id_]
    return Hulpdienst(**{**vars(gewoon), "adres": f"{dit.adres}/{id_}", "per_seconde": 1e6})


def schrijf_diensten(map_: Path, adres: str) -> Path:
    """Schrijf een eigen ``diensten.toml`` dat naar het loket verwijst, en geef het pad."""
    pad = map_ / "diensten.toml"
    pad.write_text(
        "".join(f'[{id_}]\nadres = "{adres}/{id_}"\nper_seconde = 1000\n\n' for id_ in _DIENSTEN),
        encoding="utf-8",
    )
    return pad
