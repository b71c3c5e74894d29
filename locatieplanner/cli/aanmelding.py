"""De instelling van aanmelden met OpenID Connect, nagekeken voordat de server start."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from locatieplanner.fouten import BestandFout

VERPLICHT = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
"""Wat er in de tabel ``[auth]`` moet staan."""

KORTSTE_GEHEIM = 32
"""Zo lang is het geheim waarmee de cookie ondertekend wordt ten minste, tekens."""

_TERUG = "/oauth2callback"


def lees_aanmelding(pad: Path) -> Path:
    """Kijk een bestand met de aanmelding na en geef het volledige pad.

    Raises
    ------
    BestandFout
        Met alles wat eraan mankeert; de geheimen zelf staan nooit in de melding.
    """
    try:
        tabel = tomllib.loads(pad.read_text(encoding="utf-8"))
    except OSError as fout:
        raise BestandFout(
            f"{pad} is niet te lezen ({fout.strerror}). Geef met --aanmelding een bestand met de "
            "tabel [auth]; zie docs/beheer.md."
        ) from None
    except ValueError:
        # Een leesfout haalt soms een regel aan, en daar kan een geheim in staan.
        raise BestandFout(f"{pad} is geen TOML. Zie docs/beheer.md voor een voorbeeld.") from None
    auth = tabel.get("auth")
    problemen = list(_problemen(auth if isinstance(auth, Mapping) else {}))
    if problemen:
        raise BestandFout(f"De aanmelding in {pad} is niet te gebruiken: {'; '.join(problemen)}.")
    return pad.absolute()


def _problemen(auth: Mapping[str, Any]) -> Iterator[str]:
    for naam in VERPLICHT:
        if not isinstance(auth.get(naam), str) or not auth[naam].strip():
            yield f"{naam} ontbreekt in [auth]"
    geheim = auth.get("cookie_secret", "")
    if isinstance(geheim, str) and 0 < len(geheim) < KORTSTE_GEHEIM:
        yield f"cookie_secret is korter dan {KORTSTE_GEHEIM} tekens"
    terug = auth.get("redirect_uri", "")
    if isinstance(terug, str) and terug and not terug.endswith(_TERUG):
        yield f"redirect_uri eindigt niet op {_TERUG}"
