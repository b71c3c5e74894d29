"""Plannen als tabellen: hun maten, hun doelen, en in welke locaties zij verschillen."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from locatieplanner.domein.notatie import getal
from locatieplanner.portefeuille.planmeting import KLEINSCHALIG, Planmeting
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.rapport.portefeuilletabel import MAATKOLOMMEN, UITLEG, maatrij, maatstatus
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

LETTERS = ("A", "B")
"""De letters van de twee plannen, overal dezelfde."""

_PLAATSEN = "plaatsen"
_GELIJK = "gelijk"

_MATEN = (
    Tabelkolom("plan", "plan"),
    Tabelkolom("naam", "naam"),
    Tabelkolom("herkomst", "herkomst"),
    *MAATKOLOMMEN,
    Tabelkolom("erbij", "gepland, niet in het plan genoemd", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("wonen", "op woonlocaties, telt niet als opvang", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("klein", "op kleinschalige locaties", Kolomsoort.PROCENT, "van de plaatsen", "–"),
    Tabelkolom("kwetsbaar", "kwetsbare groepen", Kolomsoort.PROCENT, "waar de mix bekend is"),
    Tabelkolom("mix_bekend", "mix bekend", Kolomsoort.PROCENT, "van de plaatsen", "–"),
    Tabelkolom("zonder_score", "locaties zonder score", Kolomsoort.GEHEEL),
)
_BEGIN = 3
"""Zoveel kolommen gaan over wat een plan is; daarna komen de maten."""

_KANTELING = (
    Tabelkolom("maat", "maat"),
    *(Tabelkolom(letter, letter) for letter in LETTERS),
    Tabelkolom("verschil", "B min A"),
)
_VERSCHILLEN = (
    Tabelkolom("waar", "waar"),
    Tabelkolom("id", "id"),
    Tabelkolom("naam", "naam"),
    Tabelkolom("gemeente", "gemeente", ontbreekt="–"),
    Tabelkolom("type", "type"),
    Tabelkolom("plaatsen_a", "plaatsen in A", Kolomsoort.GEHEEL, ontbreekt="–"),
    Tabelkolom("plaatsen_b", "plaatsen in B", Kolomsoort.GEHEEL, ontbreekt="–"),
    Tabelkolom("score", "score", Kolomsoort.GETAL),
    Tabelkolom("herkomst", "bijzonder"),
)


def matentabel(metingen: tuple[Planmeting, Planmeting]) -> Tabel:
    """Geef per plan een rij met alle maten, voor een rekenblad."""
    gegevens = pd.DataFrame(
        [
            {
                "plan": letter,
                "naam": meting.plan.naam,
                "herkomst": meting.plan.herkomst,
                **maatrij(meting.portefeuille),
                "erbij": meting.erbij,
                "wonen": meting.wonen,
                "klein": meting.klein,
                "kwetsbaar": meting.kwetsbaar,
                "mix_bekend": meting.mix_bekend,
                "zonder_score": meting.portefeuille.maten.zonder_score,
            }
            for letter, meting in zip(LETTERS, metingen, strict=True)
        ],
        columns=[kolom.naam for kolom in _MATEN],
    )
    status = maatstatus(metingen[0].portefeuille.maten)
    return Tabel("Maten naast elkaar", gegevens, _MATEN, status)


def maatuitleg(probleem: Probleem) -> Mapping[str, str]:
    """Geef wat de maten betekenen waar het woord dat niet zegt."""
    grens = getal(probleem.parameters.getal(KLEINSCHALIG))
    return MappingProxyType(
        {
            "te weinig": "plaatsen die aan de doelen ontbreken, met bestaande opvang en wat in "
            "dit plan meetelt.",
            "score per plaats": "gemiddelde totaalscore (0–100), naar plaatsen; de score van een "
            "locatie is die bij haar volle capaciteit.",
            **{naam: tekst for naam, tekst in UITLEG.items() if naam != "verschil met 1"},
            "boven evenredig deel": f"{UITLEG['boven evenredig deel']} Bestaande "
            "plaatsen tellen mee.",
            "kleinschalig": f"ten hoogste {grens} plaatsen op een locatie; een instelling, er is "
            "geen officiële grens.",
            "kosten per jaar": "plaatsen × wat een plaats per jaar kost; geen bouw of grond.",
        }
    )


def kantel(tabel: Tabel) -> Tabel:
    """Geef een tabel met een rij per plan als een rij per maat, met het verschil ernaast.

    Parameters
    ----------
    tabel : Tabel
        Uitkomst van `matentabel`: twee rijen.
    """
    tekst = tabel.als_tekst()
    rijen = []
    for kolom in tabel.kolommen[_BEGIN:]:
        a, b = tekst[kolom.volle_kop]
        van, naar = (float(w) for w in tabel.gegevens[kolom.naam].astype("float64"))
        rijen.append((kolom.volle_kop, a, b, _verschil(naar - van, kolom)))
    gegevens = pd.DataFrame(rijen, columns=[kolom.naam for kolom in _KANTELING])
    return Tabel(tabel.titel, gegevens, _KANTELING, tabel.herkomst)


def _verschil(waarde: float, kolom: Tabelkolom) -> str:
    """Het verschil met zijn teken, geschreven zoals de kolom; een aandeel in procentpunten."""
    if np.isnan(waarde):
        return "–"
    decimalen = {Kolomsoort.GETAL: 1, Kolomsoort.FIJN: 3}.get(kolom.soort, 0)
    eenheid = ""
    if kolom.soort is Kolomsoort.PROCENT:
        waarde, eenheid = 100 * waarde, " procentpunt"
    if round(waarde, decimalen) == 0:
        return _GELIJK
    teken = "+" if waarde > 0 else "−"
    return f"{teken}{getal(abs(waarde), decimalen)}{eenheid}"


def plandoelentabel(metingen: tuple[Planmeting, Planmeting]) -> Tabel:
    """Geef per doel wat er nodig is, en wat elk plan daarvan haalt en te weinig heeft."""
    kolommen = (
        Tabelkolom("doel", "doel"),
        Tabelkolom("laag", "nodig, ten minste", Kolomsoort.GEHEEL, _PLAATSEN),
        *(
            Tabelkolom(f"{wat}_{letter}", f"{kop} {letter}", Kolomsoort.GEHEEL, _PLAATSEN)
            for letter in LETTERS
            for wat, kop in (("gekozen", "in"), ("tekort", "te weinig in"))
        ),
        Tabelkolom("status", "status"),
    )
    paren = zip(*(meting.portefeuille.standen for meting in metingen), strict=True)
    gegevens = pd.DataFrame(
        [
            {
                "doel": a.nodig.naam,
                "laag": a.nodig.laag,
                "gekozen_A": a.gekozen,
                "tekort_A": a.tekort,
                "gekozen_B": b.gekozen,
                "tekort_B": b.tekort,
                "status": str(a.nodig.status),
            }
            for a, b in paren
        ],
        columns=[kolom.naam for kolom in kolommen],
    )
    return Tabel(
        "Doel per provincie en type",
        gegevens,
        kolommen,
        "Nodig: het doel min bestaande opvang, voor zover die meetelt; wat gepland is gaat er niet "
        "af. Status: hoe zeker het doel en het bestaande zijn.",
    )


def verschiltabel(
    verschil: pd.DataFrame, probleem: Probleem, metingen: tuple[Planmeting, Planmeting]
) -> Tabel:
    """Geef elke locatie met in welk plan zij staat en met hoeveel plaatsen.

    Parameters
    ----------
    verschil : DataFrame
        Uitkomst van `locatieplanner.portefeuille.planverschil.verschil`.
    probleem : Probleem
        Waar de kandidaten in staan.
    metingen : tuple of Planmeting
        De plannen A en B.
    """
    tabel = probleem.kandidaten.loc[verschil.index, ["naam", "gemeente", "type", "score"]]
    typen = probleem.beoordeling.omgeving.locatietypen
    gegevens = verschil.join(tabel).reset_index()
    gegevens["waar"] = gegevens["waar"].map(str)
    gegevens["type"] = gegevens["type"].map(lambda code: typen[code].naam)
    gegevens["herkomst"] = [_bijzonder(str(id_), probleem, metingen) for id_ in gegevens["id"]]
    return Tabel(
        "Locaties in A en B",
        gegevens,
        _VERSCHILLEN,
        f"A: {metingen[0].plan.naam} ({metingen[0].plan.herkomst}). "
        f"B: {metingen[1].plan.naam} ({metingen[1].plan.herkomst}). "
        "Score: bij de volle capaciteit.",
    )


def _bijzonder(id_: str, probleem: Probleem, metingen: tuple[Planmeting, Planmeting]) -> str:
    """Wat er over een locatie te weten is naast haar plaatsen."""
    delen = []
    if id_ in probleem.opdracht.zonder:
        delen.append("gepland")
    for meting in metingen:
        meegebracht = meting.plan.meegebracht
        if meegebracht is not None and id_ in meegebracht.index:
            delen.append(f"alleen in {meting.plan.herkomst}")
            break
    return ", ".join(delen)
