"""``locatieplanner lagen``: de ingebouwde lagen bekijken en controleren."""

from dataclasses import asdict

import typer

from locatieplanner.cli.opdracht import PROBLEMEN
from locatieplanner.cli.opties import Json
from locatieplanner.cli.weergave import Kop, toon, toon_json, toon_tabel


def lagen_lijst(json: Json = False) -> None:
    """Toon de ingebouwde lagen met bron, peildatum, licentie en status."""
    from locatieplanner.bronnen.catalogus import lees_catalogus
    from locatieplanner.domein.notatie import getal
    from locatieplanner.rapport.json_uitvoer import json_tekst

    lagen = lees_catalogus().values()
    if json:
        toon_json(
            json_tekst(
                [
                    {
                        "id": laag.id,
                        "naam": laag.naam,
                        "bron": laag.herkomst.bron,
                        "peildatum": laag.herkomst.peildatum,
                        "licentie": laag.licentie,
                        "status": str(laag.herkomst.status),
                        "aantal": laag.aantal,
                        "bestand": laag.bestand,
                    }
                    for laag in lagen
                ]
            )
        )
        return
    toon_tabel(
        (
            *(Kop(naam) for naam in ("id", "naam", "bron", "peildatum", "licentie", "status")),
            Kop("aantal", getal=True),
            Kop("bestand"),
        ),
        (
            (
                laag.id,
                laag.naam,
                laag.herkomst.bron,
                laag.herkomst.peildatum,
                laag.licentie,
                str(laag.herkomst.status),
                getal(laag.aantal),
                laag.bestand,
            )
            for laag in lagen
        ),
    )


def lagen_controleer(json: Json = False) -> None:
    """Controleer of de ingebouwde lagen compleet en onbeschadigd zijn."""
    from locatieplanner.bronnen.controle import controleer_lagen
    from locatieplanner.domein.notatie import getal
    from locatieplanner.rapport.json_uitvoer import json_tekst

    bevindingen = controleer_lagen()
    mis = [bevinding for bevinding in bevindingen if not bevinding.in_orde]
    if json:
        toon_json(json_tekst([asdict(bevinding) for bevinding in bevindingen]))
    else:
        toon_tabel(
            (Kop("laag"), Kop("punt"), Kop("uitkomst"), Kop("gevonden")),
            ((b.laag, b.punt, "in orde" if b.in_orde else "FOUT", b.tekst) for b in bevindingen),
        )
        toon("")
        toon(
            f"{getal(len(mis))} van {getal(len(bevindingen))} controles niet in orde."
            if mis
            else f"In orde: {getal(len(bevindingen))} controles"
        )
    if mis:
        raise typer.Exit(PROBLEMEN)
