"""Verdringing als tabel: de waarschuwingen, en wat niet te beoordelen is."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.opgave.verdringing import Oordeel
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.rapport.verdringingtekst import genoemd, verschiltekst
from locatieplanner.rapport.woonlocatietabel import HERKOMST

_GEHEEL = Kolomsoort.GEHEEL


def verdringingtabel(
    oordeel: Oordeel, namen: Mapping[str, str], aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> Tabel:
    """Geef de waarschuwingen en wat niet te beoordelen is, een rij per geval."""
    rijen = [
        {
            "waar": w.gemeente,
            "soort": str(w.soort),
            "uitkomst": "verdringing",
            "plaatsen": w.plaatsen,
            "verlies": verschiltekst(w.verlies, aandachtsgroepen),
            "winst": verschiltekst(w.winst, aandachtsgroepen),
            "maand": str(w.maand),
            "eerste": str(w.eerste),
            "laatste": str(w.laatste),
            "sluit": genoemd(w.sluit, namen),
            "opent": genoemd(w.opent, namen),
            "onbekend": genoemd(w.onzeker_door, namen),
        }
        for w in oordeel.waarschuwingen
    ]
    rijen += [
        {
            "waar": geval.gemeente,
            "soort": str(geval.soort),
            "uitkomst": "niet te beoordelen",
            "plaatsen": float("nan"),
            **dict.fromkeys(("verlies", "winst", "maand", "eerste", "laatste"), ""),
            **dict.fromkeys(("sluit", "opent"), ""),
            "onbekend": "; ".join(f"{reden}: {genoemd(i, namen)}" for reden, i in geval.redenen),
        }
        for geval in oordeel.onbeoordeeld
    ]
    kolommen = (
        Tabelkolom("waar", "gemeente"),
        Tabelkolom("soort", "gekeken naar"),
        Tabelkolom("uitkomst", "uitkomst"),
        Tabelkolom("plaatsen", "wisselt van groep", _GEHEEL, "plaatsen"),
        Tabelkolom("verlies", "minder plaats voor"),
        Tabelkolom("winst", "meer plaats voor"),
        Tabelkolom("maand", "gerekend in", Kolomsoort.MAAND),
        Tabelkolom("eerste", "van", Kolomsoort.MAAND),
        Tabelkolom("laatste", "tot en met", Kolomsoort.MAAND),
        Tabelkolom("sluit", "sluit"),
        Tabelkolom("opent", "opent"),
        Tabelkolom("onbekend", "wat onbekend is"),
    )
    gegevens = pd.DataFrame(rijen, columns=[kolom.naam for kolom in kolommen])
    return Tabel("Alle gevallen van verdringing", gegevens, kolommen, HERKOMST)
