"""``locatieplanner plan``: plannen bekijken, maken, vergelijken, inpakken en inlezen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from locatieplanner.cli.opties import (
    GEEN_WAARDE,
    Doelsetkeuze,
    Gewichtenkeuze,
    GoedeRijen,
    Json,
    Kandidatenbestand,
    Parameterkeuze,
)
from locatieplanner.cli.planopslag import (
    KORT,
    Planaanduiding,
    Projectkeuze,
    Reden,
    geopend,
    moment,
    vind_plan,
    vind_project,
)
from locatieplanner.cli.weergave import Kop, meld, telwoord, toon, toon_json, toon_tabel
from locatieplanner.fouten import UitvoerFout

_LOGREGELS = 20

Overschrijf = Annotated[
    bool,
    typer.Option("--overschrijf", help="Vervang wat er al staat.", metavar=GEEN_WAARDE),
]


def plan_lijst(
    archief: Annotated[
        bool,
        typer.Option("--archief", help="Ook wat in het archief staat.", metavar=GEEN_WAARDE),
    ] = False,
    json: Json = False,
) -> None:
    """Toon de plannen, het laatst gewijzigde eerst."""
    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.domein.notatie import getal
    from locatieplanner.opslag.plannen import plannen
    from locatieplanner.opslag.projecten import projecten
    from locatieplanner.rapport.json_uitvoer import json_tekst

    with geopend() as database:
        namen = {p.id: p.naam for p in projecten(database, PLAATSELIJK)}
        koppen = plannen(database, PLAATSELIJK, ook_archief=archief)
    if json:
        toon_json(
            json_tekst(
                [
                    {
                        "id": kop.id,
                        "naam": kop.naam,
                        "project": namen[kop.project],
                        "versie": kop.nummer,
                        "gewijzigd": kop.gewijzigd,
                        "door": kop.door,
                        "gearchiveerd": kop.gearchiveerd,
                    }
                    for kop in koppen
                ]
            )
        )
        return
    if not koppen:
        toon("Er zijn nog geen plannen. Maak er een: locatieplanner plan maak BESTAND --naam NAAM")
        return
    toon_tabel(
        (
            *(Kop(naam) for naam in ("sleutel", "naam", "project")),
            Kop("versie", getal=True),
            *(Kop(naam) for naam in ("gewijzigd", "door", "archief")),
        ),
        (
            (
                kop.id[:KORT],
                kop.naam,
                namen[kop.project],
                getal(kop.nummer),
                moment(kop.gewijzigd),
                kop.door,
                "ja" if kop.gearchiveerd else "",
            )
            for kop in koppen
        ),
    )


def plan_maak(
    bestand: Kandidatenbestand,
    naam: Annotated[
        str,
        typer.Option("--naam", help="Naam van het plan.", metavar="NAAM", show_default=False),
    ],
    project: Projectkeuze = None,
    doelset: Doelsetkeuze = None,
    gewichten: Gewichtenkeuze = None,
    parameter: Parameterkeuze = None,
    provincie: Annotated[
        str | None,
        typer.Option("--provincie", help="Gekozen provincie.", metavar="NAAM"),
    ] = None,
    waarom: Reden = "",
    goede_rijen: GoedeRijen = False,
) -> None:
    """Maak een plan van een bestand met kandidaten."""
    from locatieplanner.beoordeling.omgeving import lees_lagen
    from locatieplanner.bronnen.cache import Lagencache
    from locatieplanner.cli.provincie import lees_provincie
    from locatieplanner.cli.voorbereiding import bruikbare_kandidaten, kies_omgeving, lees_bestand
    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.domein.gewichten import Gewichten
    from locatieplanner.opslag.planinhoud import Planinhoud
    from locatieplanner.opslag.plannen import maak_plan

    lagen = lees_lagen(Lagencache.van_gebruiker())
    omgeving = kies_omgeving(lagen, doelset, parameter or ())
    invoer = lees_bestand(bestand, lagen)
    for probleem in invoer.problemen:
        meld(probleem.zin)
    afwijkend = {
        id_: p.waarde
        for id_, p in omgeving.parameters.alle.items()
        if p.waarde != lagen.parameters[id_].waarde
    }
    inhoud = Planinhoud(
        bruikbare_kandidaten(invoer, goede_rijen=goede_rijen),
        bron=bestand.name,
        doelset=omgeving.doelset.id,
        provincie=None if provincie is None else lees_provincie(provincie),
        gewichten=Gewichten() if gewichten is None else Gewichten.uit_tekst(gewichten),
        parameters=tuple(afwijkend.items()),
    )
    with geopend() as database:
        versie = maak_plan(
            database, PLAATSELIJK, vind_project(database, project), naam, inhoud, waarom
        )
    aantal = telwoord(len(inhoud.kandidaten), "kandidaat", "kandidaten")
    toon(f"Gemaakt: {versie.kop.naam} ({versie.kop.id[:KORT]}), {aantal}.")


def plan_toon(
    plan: Planaanduiding,
    versie: Annotated[
        int | None,
        typer.Option("--versie", help="Een eerdere versie; zonder de laatste.", metavar="NUMMER"),
    ] = None,
    json: Json = False,
) -> None:
    """Toon een plan: wat erin staat en wat er het laatst mee gebeurde."""
    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.domein.notatie import getal
    from locatieplanner.opslag.geschiedenis import logboek
    from locatieplanner.opslag.json_instellingen import als_json
    from locatieplanner.opslag.leesbaar import label, waarde_in_woorden
    from locatieplanner.opslag.lezen import open_plan
    from locatieplanner.rapport.json_uitvoer import json_tekst

    with geopend() as database:
        kop = vind_plan(database, plan)
        open_ = open_plan(database, PLAATSELIJK, kop.id, versie)
        regels = logboek(database, PLAATSELIJK, kop.id, tot=open_.nummer, aantal=_LOGREGELS)
        naslag = database.naslag
    kandidaten = open_.inhoud.kandidaten
    instellingen = als_json(open_.inhoud)
    if json:
        toon_json(
            json_tekst(
                {
                    "id": kop.id,
                    "naam": kop.naam,
                    "versie": open_.nummer,
                    "laatste_versie": kop.nummer,
                    "instellingen": instellingen,
                    "kandidaten": _rijen(kandidaten, naslag.kolommen),
                    "logboek": [
                        {
                            "nummer": regel.nummer,
                            "tijd": regel.tijd,
                            "wie": regel.naam,
                            "soort": str(regel.soort),
                            "waarom": regel.waarom,
                            "verschillen": [verschil.zin for verschil in regel.verschillen],
                            "hash": regel.hash,
                        }
                        for regel in regels
                    ],
                }
            )
        )
        return
    toon(f"{kop.naam} ({kop.id[:KORT]}), versie {getal(open_.nummer)} van {getal(kop.nummer)}")
    toon_tabel(
        (Kop("instelling"), Kop("waarde")),
        (
            (label(veld), waarde_in_woorden(veld, waarde, naslag, instelling=True))
            for veld, waarde in instellingen.items()
            if waarde not in (None, "", [], False)
        ),
    )
    toon_tabel(
        (Kop("id"), Kop("naam"), Kop("type"), Kop("capaciteit", getal=True), Kop("status")),
        (
            (str(id_), rij["naam"], rij["type"], getal(rij["capaciteit"]), rij["status"])
            for id_, rij in kandidaten.iterrows()
        ),
        titel=telwoord(len(kandidaten), "kandidaat", "kandidaten"),
    )
    toon_tabel(
        (Kop("versie", getal=True), Kop("wanneer"), Kop("wie"), Kop("wat"), Kop("waarom")),
        ((getal(r.nummer), moment(r.tijd), r.naam, str(r.soort), r.waarom) for r in regels),
        titel="Laatste gebeurtenissen",
    )


def plan_vergelijk(
    plan: Planaanduiding,
    van: Annotated[int, typer.Argument(help="De ene versie.", metavar="VAN")],
    naar: Annotated[
        int | None,
        typer.Argument(help="De andere versie; zonder de laatste.", metavar="NAAR"),
    ] = None,
    json: Json = False,
) -> None:
    """Toon wat er tussen twee versies van een plan anders is."""
    from dataclasses import asdict

    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.opslag.geschiedenis import vergelijk
    from locatieplanner.rapport.json_uitvoer import json_tekst

    with geopend() as database:
        kop = vind_plan(database, plan)
        tot = kop.nummer if naar is None else naar
        verschillen = vergelijk(database, PLAATSELIJK, kop.id, van, tot)
    if json:
        toon_json(json_tekst([asdict(verschil) for verschil in verschillen]))
        return
    if not verschillen:
        toon(f"Versie {van} en {tot} zijn gelijk.")
        return
    toon_tabel(
        (Kop("kandidaat"), Kop("wat"), Kop("van"), Kop("naar")),
        (
            (f"{v.naam} ({v.kandidaat})" if v.kandidaat else v.naam, v.wat, v.van, v.naar)
            for v in verschillen
        ),
    )


def plan_exporteer(
    plan: Planaanduiding,
    bestand: Annotated[Path, typer.Argument(help="Waar het komt, op .zip.", metavar="BESTAND")],
    overschrijf: Overschrijf = False,
) -> None:
    """Pak een plan in met zijn hele geschiedenis, leesbaar en na te rekenen.

    Er staan ook beschermde locaties in: deel het bestand alleen met planners.
    """
    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.opslag.pakket import pak_plan_in
    from locatieplanner.rapport.uitvoer import schrijf_bytes

    if bestand.suffix.lower() != ".zip":
        raise UitvoerFout(f"Een ingepakt plan is een zip. Noem het {bestand.stem}.zip.")
    if bestand.exists() and not overschrijf:
        raise UitvoerFout(f"{bestand} bestaat al. Kies een andere naam, of voeg --overschrijf toe.")
    with geopend() as database:
        inhoud = pak_plan_in(database, PLAATSELIJK, vind_plan(database, plan).id)
    schrijf_bytes(inhoud, bestand)
    toon(f"Geschreven: {bestand}")


def plan_importeer(
    bestand: Annotated[Path, typer.Argument(help="Een ingepakt plan (zip).", metavar="BESTAND")],
    naam: Annotated[
        str, typer.Option("--naam", help="Een andere naam voor het plan.", metavar="NAAM")
    ] = "",
    project: Projectkeuze = None,
    waarom: Reden = "",
) -> None:
    """Lees een ingepakt plan in als nieuw plan; de hele keten wordt nagerekend."""
    from locatieplanner.domein.gebruiker import PLAATSELIJK
    from locatieplanner.domein.notatie import getal
    from locatieplanner.fouten import BestandFout
    from locatieplanner.opslag.pakket import lees_plan_in
    from locatieplanner.opslag.pakketlezer import GRENZEN

    try:
        with bestand.open("rb") as stroom:
            inhoud = stroom.read(GRENZEN.bytes + 1)
    except OSError as fout:
        raise BestandFout(
            f"{bestand} is niet te lezen ({fout.strerror}). Controleer de naam."
        ) from None
    with geopend() as database:
        versie = lees_plan_in(
            database, PLAATSELIJK, vind_project(database, project), inhoud, naam, waarom
        )
    toon(
        f"Ingelezen: {versie.kop.naam} ({versie.kop.id[:KORT]}), versie "
        f"{getal(versie.nummer)}; de keten is heel."
    )


def _rijen(kandidaten: object, kolommen: list[str]) -> list[dict[str, object]]:
    """De kandidaten als objecten, met de ligging als WKT in RD."""
    import geopandas as gpd

    from locatieplanner.opslag.json_kandidaten import VORM, als_json

    tabel = gpd.GeoDataFrame(kandidaten)
    objecten = als_json(tabel, [kolom for kolom in kolommen if kolom != VORM])
    return [
        {"id": id_, **velden, "ligging": vorm.wkt}
        for (id_, velden), vorm in zip(objecten.items(), tabel.geometry, strict=True)
    ]
