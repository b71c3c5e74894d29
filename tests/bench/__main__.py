"""Meet alles in één keer en druk mediaan en spreiding af.

Gebruik: ``python -m tests.bench [beoordelen] [wegen] [robuustheid] [portefeuille]
[netwerk] [opslag] [pbf] [rapport] [zoekgebieden] [scherm]``; zonder woorden alles.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from locatieplanner.beoordeling.omgeving import lees_lagen
from locatieplanner.domein.gebied import WGS84
from tests.bench import (
    netwerk,
    opslag,
    pbf,
    portefeuille,
    rapport,
    robuustheid,
    scherm,
    wegen,
    zoekgebieden,
)
from tests.bench.gegevens import kandidaten
from tests.browser.chromium import VLAGGEN, zorg_voor

KEER_BEOORDELEN = 5
KEER_WEGEN = 50
KEER_ROBUUSTHEID = 5
KEER_PORTEFEUILLE = 3
KEER_SCHERM = 10
KEER_PBF = 3
KEER_OPSLAG = 20
KEER_GEOPACKAGE = 5
KEER_ZOEKGEBIEDEN = 3

console = Console(width=110)


def meet_beoordelen() -> None:
    tabel = _tabel("Beoordelen", "kandidaten", "seconden", "piek MB", "gewenst")
    for aantal, gewenst in ((1_000, ""), (10_000, ""), (100_000, "≤ 5 s en ≤ 1.024 MB")):
        keren = [
            json.loads(
                subprocess.run(
                    [sys.executable, "-m", "tests.bench.beoordelen", str(aantal)],
                    check=True,
                    capture_output=True,
                    text=True,
                ).stdout
            )
            for _ in range(KEER_BEOORDELEN)
        ]
        tabel.add_row(
            str(aantal),
            _mediaan([keer["seconden"] for keer in keren], "s", 2),
            _mediaan([keer["piek_mb"] for keer in keren], "MB", 0),
            gewenst,
        )
    console.print(tabel)


def meet_wegen() -> None:
    tabel = _tabel("Opnieuw wegen en rangschikken, 100.000 kandidaten", "aanpak", "tijd", "gewenst")
    for aanpak, tijden in wegen.metingen(100_000, KEER_WEGEN).items():
        gewenst = "≤ 10 ms" if aanpak == "locatieplanner" else ""
        tabel.add_row(aanpak, _mediaan([1000 * tijd for tijd in tijden], "ms", 1), gewenst)
    console.print(tabel)


def meet_robuustheid() -> None:
    tabel = _tabel(
        "1.000 trekkingen van gewichten en scores",
        *("aanpak", "kandidaten", "seconden", "piek MB", "gewenst"),
    )
    for aanpak, aantal, keer, gewenst in (
        (robuustheid.EIGEN, 1_000, KEER_ROBUUSTHEID, ""),
        (robuustheid.EIGEN, 10_000, KEER_ROBUUSTHEID, "≤ 1 s"),
        (robuustheid.EIGEN, 100_000, 1, "≤ 1.024 MB"),
        (robuustheid.LUS, 10_000, 1, ""),
    ):
        keren = [robuustheid.meet(aanpak, aantal) for _ in range(keer)]
        tabel.add_row(
            aanpak,
            str(aantal),
            _mediaan([meting["seconden"] for meting in keren], "s", 2),
            _mediaan([meting["piek_mb"] for meting in keren], "MB", 0),
            gewenst,
        )
    console.print(tabel)


def meet_portefeuille() -> None:
    tabel = _tabel(
        "Portefeuille: 342 gemeenten, twaalf provincies, ten minste 2 km, bewezen gat van 1 %",
        *("kandidaten", "aanpak", "tijd", "gat", "te weinig", "score × plaatsen", "gewenst"),
    )
    for aantal in (500, 1_000, 2_500, 5_000, 10_000):
        beoordeling = portefeuille.maak_beoordeling(aantal)
        aanpakken = {
            "locatieplanner": (portefeuille.meet, KEER_PORTEFEUILLE),
            "pulp met CBC": (portefeuille.meet_cbc, 1),
        }
        for aanpak, (meet, keer) in aanpakken.items():
            metingen = [meet(beoordeling) for _ in range(keer)]
            eigen = aanpak == "locatieplanner"
            tabel.add_row(
                str(aantal),
                aanpak,
                _mediaan([meting.seconden for meting in metingen], "s", 2),
                f"{100 * metingen[0].gat:.2f} %".replace(".", ",") if eigen else "≤ 1 %",
                f"{metingen[0].tekort:.0f}",
                f"{metingen[0].punten:.0f}",
                "≤ 30 s" if eigen and aantal == 5_000 else "",
            )
    console.print(tabel)


def meet_zoekgebieden() -> None:
    tabel = _tabel(
        "Zoekgebieden op cellen van 100 m, met het schrijven erbij",
        *("gebied", "cellen", "tijd", "per cel", "piek MB", "gewenst"),
    )
    for gebied, gewenst in (
        (zoekgebieden.GEMEENTE, ""),
        (zoekgebieden.PROVINCIE, ""),
        (zoekgebieden.NEDERLAND, "≤ 60 s en ≤ 2.048 MB"),
    ):
        keren = [zoekgebieden.meet(gebied) for _ in range(KEER_ZOEKGEBIEDEN)]
        tabel.add_row(
            gebied,
            f"{keren[0]['cellen']:.0f}",
            _mediaan([keer["seconden"] for keer in keren], "s", 2),
            _mediaan([keer["per_cel_us"] for keer in keren], "µs", 2),
            _mediaan([keer["piek_mb"] for keer in keren], "MB", 0),
            gewenst,
        )
    console.print(tabel)
    tabel = _tabel("Opnieuw wegen van 9 miljoen cellen", "aanpak", "tijd", "Mcel/s", "gewenst")
    metingen = zoekgebieden.meet_wegen(KEER_WEGEN)
    for aanpak, tijden in metingen.items():
        tabel.add_row(
            aanpak,
            _mediaan([1000 * tijd for tijd in tijden], "ms", 1),
            f"{9 / statistics.median(tijden):.0f}",
            "≤ 300 ms" if aanpak == zoekgebieden.EIGEN else "",
        )
    deel = statistics.median(metingen[zoekgebieden.KOPIE]) / statistics.median(
        metingen[zoekgebieden.EIGEN]
    )
    console.print(tabel)
    console.print(f"Deel van de geheugensnelheid: {deel:.2f} (gewenst ≥ 0,5)".replace(".", ","))


def meet_scherm() -> None:
    tabel = _tabel(
        "Een gewicht verschuiven tot de kaart stilstaat",
        *("aanpak", "kandidaten", "tijd", "bytes per stap", "gewenst"),
    )
    lagen = lees_lagen()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as map_:
        thuis = Path(map_)
        browser = playwright.chromium.launch(executable_path=zorg_voor(), args=list(VLAGGEN))
        for aantal, gewenst in ((1_000, "≤ 0,2 s, ≤ 10 kB"), (10_000, "≤ 0,35 s, ≤ 25 kB")):
            bestand = thuis / f"{aantal}.geojson"
            invoer = kandidaten(aantal, lagen).reset_index()
            kolommen = ["id", "naam", "type", "capaciteit", "status", "geometry"]
            groepen = ["aandeel_statushouders", "aandeel_regulier"]
            invoer[[*kolommen, *groepen]].to_crs(WGS84).to_file(bestand, driver="GeoJSON")
            gemeten = {
                "locatieplanner": scherm.meet_app(browser, bestand, aantal, KEER_SCHERM, thuis),
                "naïef": scherm.meet_naief(browser, aantal, KEER_SCHERM, thuis),
            }
            for aanpak, stappen in gemeten.items():
                tabel.add_row(
                    aanpak,
                    str(aantal),
                    _mediaan(stappen.seconden, "s", 2),
                    _mediaan([b / 1000 for b in stappen.bytes], "kB", 1),
                    gewenst if aanpak == "locatieplanner" else "",
                )
        browser.close()
    console.print(tabel)


def meet_netwerk() -> None:
    tabel = _tabel(
        "Dichtstbijzijnde van 12 categorieën, 10.000 kandidaten, ruim 500.000 knopen",
        *("aanpak", "bouwen", "dichtstbij", "tellen erbij", "piek MB"),
    )
    for aanpak, meting in netwerk.metingen().items():
        tijden = (meting.bouwen, meting.dichtstbij, meting.tellen)
        tabel.add_row(
            aanpak,
            *(_mediaan(tijd, "s", 2) if tijd else "" for tijd in tijden),
            f"{meting.piek_mb:.0f} MB",
        )
    console.print(tabel)
    console.print("Gewenst: dichtstbij ≤ 5 s, van schijf ≤ 1 s, samen 20 × sneller dan pandana.")


def meet_pbf() -> None:
    tabel = _tabel("Een provincie uit een OSM-bestand", "laag", "seconden", "piek MB", "gewenst")
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "provincie.osm.pbf"
        pbf.schrijf_provincie(pad)
        for laag in pbf.LAGEN:
            keren = [pbf.meet(pad, laag) for _ in range(KEER_PBF)]
            tabel.add_row(
                laag,
                _mediaan([keer["seconden"] for keer in keren], "s", 1),
                _mediaan([keer["piek_mb"] for keer in keren], "MB", 0),
                "≤ 3.072 MB",
            )
    console.print(tabel)


def meet_rapport() -> None:
    tabel = _tabel(
        "Een gemeenteblad van elke gemeente, 1.000 kandidaten",
        *("aanpak", "bladen", "seconden", "piek MB, alle processen", "gewenst"),
    )
    for aanpak in (rapport.REEKS, rapport.EEN, rapport.WORD):
        meting = rapport.meet(aanpak)
        tabel.add_row(
            aanpak,
            f"{meting['bladen']:.0f}",
            _mediaan([meting["seconden"]], "s", 0),
            f"{meting['piek_mb']:.0f} MB",
            "≤ 180 s en ≤ 1.024 MB" if aanpak == rapport.REEKS else "",
        )
    console.print(tabel)


def meet_opslag() -> None:
    tabel = _tabel(
        "Een plan van 5.000 kandidaten",
        *("aanpak", "openen (≤ 1 s)", "één wijziging bewaren (≤ 50 ms)"),
    )
    druk = _tabel(
        "Een minuut met 50 lezers en 10 schrijvers in één plan",
        *("aanpak", "wat", "keer", "p50", "p95", "p99"),
    )
    with tempfile.TemporaryDirectory() as map_, opslag.adressen(Path(map_)) as adressen:
        metingen = {
            naam: opslag.meet_database(adres, KEER_OPSLAG) for naam, adres in adressen.items()
        }
        metingen["heel plan als GeoPackage"] = opslag.meet_geopackage(Path(map_), KEER_GEOPACKAGE)
        for aanpak, meting in metingen.items():
            tabel.add_row(
                aanpak,
                _mediaan(meting.openen, "s", 3),
                _mediaan([1000 * tijd for tijd in meting.bewaren], "ms", 1),
            )
        for aanpak, adres in adressen.items():
            tijden, _ = opslag.meet_drukte(adres)
            for wat, waarden in tijden.items():
                deel = (
                    f"{1000 * w:.1f} ms".replace(".", ",") for w in opslag.percentielen(waarden)
                )
                druk.add_row(aanpak, wat, str(len(waarden)), *deel)
    console.print(tabel)
    console.print(druk)


def _tabel(titel: str, *kolommen: str) -> Table:
    tabel = Table(title=titel, title_justify="left")
    for kolom in kolommen:
        tabel.add_column(kolom)
    return tabel


def _mediaan(waarden: list[float], eenheid: str, decimalen: int) -> str:
    """Mediaan, kleinste en grootste."""
    midden, laag, hoog = statistics.median(waarden), min(waarden), max(waarden)
    d = decimalen
    return f"{midden:.{d}f} {eenheid} ({laag:.{d}f}–{hoog:.{d}f})".replace(".", ",")


METINGEN = {
    "beoordelen": meet_beoordelen,
    "wegen": meet_wegen,
    "robuustheid": meet_robuustheid,
    "portefeuille": meet_portefeuille,
    "netwerk": meet_netwerk,
    "opslag": meet_opslag,
    "pbf": meet_pbf,
    "rapport": meet_rapport,
    "zoekgebieden": meet_zoekgebieden,
    "scherm": meet_scherm,
}


def main() -> None:
    gevraagd = sys.argv[1:] or list(METINGEN)
    for naam in gevraagd:
        METINGEN[naam]()


if __name__ == "__main__":
    main()
