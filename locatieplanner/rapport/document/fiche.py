"""De locatiefiche: één kandidaat op twee bladzijden."""

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.oordeel import voor_en_tegen
from locatieplanner.beoordeling.uitleg import Uitleg, uitleg
from locatieplanner.domein.notatie import datum, getal, kort_getal, opsomming, procent
from locatieplanner.rapport.document.basis import Rapportbasis
from locatieplanner.rapport.document.bronnenlijst import korte_bronnen
from locatieplanner.rapport.document.gebiedskaart import gebiedskaart
from locatieplanner.rapport.document.gegevens import kenmerken
from locatieplanner.rapport.document.inhoud import (
    Alinea,
    Bladwissel,
    Deel,
    Document,
    Figuur,
    Kop,
    Lijst,
    Tabelvak,
)
from locatieplanner.rapport.document.kandidaten import Kandidaten, kaartpunten
from locatieplanner.rapport.document.staafbeeld import Staaf, Staafbeeld
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

SOORT = "Locatiefiche"

_KAART_CM = 8.0

_GEEN_BESLUIT = "Een score helpt bij het gesprek. Zij is geen besluit."
_NIET_GEDEELD = (
    "De ligging van deze locatie is beschermd. Wie hier wonen, hebben daar recht op. Daarom staan "
    "plek, naam, scores en rang niet in dit rapport, alleen de gemeente."
)
_FEITEN = (Tabelkolom("wat", "kenmerk"), Tabelkolom("waarde", "waarde"))
_SCORES = (
    Tabelkolom("criterium", "criterium"),
    Tabelkolom("score", "score", Kolomsoort.GETAL, "0–100"),
    Tabelkolom("gewicht", "gewicht", Kolomsoort.PROCENT),
    Tabelkolom("bijdrage", "bijdrage aan totaal", Kolomsoort.GETAL, "punten", "telt niet mee"),
    Tabelkolom("status", "hoe zeker"),
)


def fiche(basis: Rapportbasis, id: str) -> Document:
    """Maak de fiche van een kandidaat.

    Parameters
    ----------
    basis : Rapportbasis
        De beoordeling waar de kandidaat in staat.
    id : str
        Welke kandidaat; van een beschermde staat het er voor derden niet in.

    Raises
    ------
    InvoerFout
        Als er geen kandidaat met dit id is.
    """
    beoordeling, gegevens, alle = basis.beoordeling, basis.gegevens, basis.kandidaten
    rij = beoordeling.rij(id)
    deze = alle.waar(lambda tabel: pd.Series(alle.rijen == rij, index=tabel.index))
    titel = str(deze.tabel["naam"].iloc[0])
    dicht = bool(deze.afgeschermd.iloc[0])
    samenvatting, delen = (
        (_samenvatting_dicht(deze), _delen_dicht(basis, deze)) if dicht else _open(basis, id, deze)
    )
    return Document(
        titel=titel,
        soort=SOORT,
        datum=gegevens.datum,
        kenmerken=kenmerken(beoordeling, gegevens),
        samenvatting=samenvatting,
        delen=delen,
    )


def _open(
    basis: Rapportbasis, id: str, deze: Kandidaten
) -> tuple[tuple[str, ...], tuple[Deel, ...]]:
    beoordeling, gegevens = basis.beoordeling, basis.gegevens
    tekst = uitleg(beoordeling, id)
    provincie = deze.tabel["provincie"].iloc[0]
    delen = (
        *_kaart(basis, deze),
        Kop("De locatie"),
        Tabelvak(_feiten(beoordeling, deze), (1, 2.6)),
        Bladwissel(),
        Kop("Scores"),
        Figuur(_staven(tekst), "Scores per criterium, 0 tot en met 100; hoger is beter."),
        Tabelvak(_scores(tekst), (2.4, 1.3, 1.3, 2.2, 1.6)),
        Tabelvak(_uitleg(tekst), (1, 5.5)),
        *_lijst("Uitgesloten", tekst.uitsluitingen),
        *_lijst("Aandachtspunten", tekst.aandachtspunten),
        *_lijst("Wat niet bekend is", tekst.ontbreekt),
        *korte_bronnen(beoordeling, gegevens, None if pd.isna(provincie) else str(provincie)),
    )
    return _samenvatting(beoordeling, tekst, basis.kandidaten, deze), delen


def _samenvatting(
    beoordeling: Beoordeling, tekst: Uitleg, alle: Kandidaten, deze: Kandidaten
) -> tuple[str, ...]:
    rij = deze.tabel.iloc[0]
    soort = beoordeling.omgeving.locatietypen[str(rij["type"])]
    waar = (
        "buiten Nederland" if pd.isna(rij["gemeente"])
        else f"in de gemeente {rij['gemeente']} ({rij['provincie']})"
    )  # fmt: skip
    zinnen = [
        f"Deze locatie ligt {waar}. Er is plaats voor {getal(rij['capaciteit'])} mensen. "
        f"Het gaat om: {soort.naam}."
    ]
    if tekst.uitsluitingen:
        zinnen.append(f"De locatie doet niet mee in de rangorde: {opsomming(tekst.uitsluitingen)}.")
    elif pd.isna(rij["rang"]):
        zinnen.append("Er is te weinig bekend om de locatie een plaats in de rangorde te geven.")
    else:
        zinnen.append(
            f"De locatie krijgt {getal(rij['score_totaal'], 1)} van de 100 punten. Dat is plaats "
            f"{getal(rij['rang'])} van de {getal(alle.met_rang)} locaties met een rang."
        )
    voor, tegen = voor_en_tegen(tekst.criteria)
    if voor:
        zinnen.append(f"Wat ervoor spreekt: {opsomming(voor)}.")
    if tegen:
        zinnen.append(f"Wat ertegen spreekt: {opsomming(tegen)}.")
    onbekend = len(tekst.ontbreekt)
    if onbekend:
        zinnen.append(
            f"Niet alles is bekend: er {'ontbreekt' if onbekend == 1 else 'ontbreken'} nog "
            f"{getal(onbekend)} {'gegeven' if onbekend == 1 else 'gegevens'}. Zie bladzijde 2."
        )
    if tekst.niet_getoetst:
        zinnen.append(
            f"Op {getal(len(tekst.niet_getoetst))} kaartlagen is de plek nog niet getoetst. Of zij "
            "daar veilig of geschikt is, weten wij dus niet."
        )
    return (*zinnen, _GEEN_BESLUIT)


def _samenvatting_dicht(deze: Kandidaten) -> tuple[str, ...]:
    rij = deze.tabel.iloc[0]
    return (
        f"{rij['naam']}. Er is plaats voor {getal(rij['capaciteit'])} mensen. Het gaat om: "
        f"{rij['typenaam']}.",
        _NIET_GEDEELD,
    )


def _delen_dicht(basis: Rapportbasis, deze: Kandidaten) -> tuple[Deel, ...]:
    rij = deze.tabel.iloc[0]
    provincie = None if pd.isna(rij["provincie"]) else str(rij["provincie"])
    feiten = pd.DataFrame(
        [
            ("gemeente", "onbekend" if pd.isna(rij["gemeente"]) else rij["gemeente"]),
            ("type", rij["typenaam"]),
            ("plaatsen", getal(rij["capaciteit"])),
        ],
        columns=["wat", "waarde"],
    )
    return (
        *_kaart(basis, deze),
        Kop("De locatie"),
        Tabelvak(Tabel("Wat gedeeld wordt", feiten, _FEITEN, "Plan van de gebruiker."), (1, 2.6)),
        *korte_bronnen(basis.beoordeling, basis.gegevens, provincie),
    )


def _kaart(basis: Rapportbasis, deze: Kandidaten) -> tuple[Deel, ...]:
    """De kaart van de gemeente, met het teken als de ligging gedeeld mag worden."""
    code = deze.tabel["gemeentecode"].iloc[0]
    if pd.isna(code) or code not in basis.gegevens.kaart.index:
        return (Kop("Waar"), Alinea("De locatie ligt buiten elke gemeente: er is geen kaart van."))
    beeld = gebiedskaart(
        basis.beoordeling.omgeving,
        basis.stand,
        basis.gegevens.kaart,
        pd.Index([code]),
        f"de gemeente {deze.tabel['gemeente'].iloc[0]}",
        kaartpunten(basis.beoordeling, deze),
        _KAART_CM,
    )
    wat = "De locatie" if beeld.punten else "De gemeente; de plek van de locatie is niet gedeeld"
    return (Kop("Waar"), Figuur(beeld, f"{wat}. Grenzen zijn vereenvoudigd."))


def _staven(tekst: Uitleg) -> Staafbeeld:
    staven = tuple(
        Staaf(deel.criterium.capitalize(), deel.score, deel.status) for deel in tekst.criteria
    )
    return Staafbeeld(f"Scores van {tekst.naam}", staven, "punten, 0–100", 100.0)


def _scores(tekst: Uitleg) -> Tabel:
    gegevens = pd.DataFrame(
        [
            {
                "criterium": deel.criterium,
                "score": deel.score,
                "gewicht": deel.gewicht,
                "bijdrage": deel.bijdrage,
                "status": str(deel.status),
            }
            for deel in tekst.criteria
        ]
    )
    return Tabel("De som achter het totaal", gegevens, _SCORES, tekst.som)


def _uitleg(tekst: Uitleg) -> Tabel:
    """Per criterium hoe de score tot stand kwam."""
    rijen = [(deel.criterium, " ".join(deel.zinnen) or "onbekend") for deel in tekst.criteria]
    gegevens = pd.DataFrame(rijen, columns=["wat", "waarde"])
    kolommen = (Tabelkolom("wat", "criterium"), Tabelkolom("waarde", "uitleg"))
    return Tabel("Hoe elke score tot stand kwam", gegevens, kolommen, "")


def _feiten(beoordeling: Beoordeling, deze: Kandidaten) -> Tabel:
    rij = deze.tabel.iloc[0]
    groepen = beoordeling.omgeving.aandachtsgroepen.values()
    mix = [
        f"{procent(float(rij[groep.kolom]))} {groep.naam}"
        for groep in groepen
        if not pd.isna(rij[groep.kolom]) and rij[groep.kolom] > 0
    ]
    dagen = [datum(str(rij[k])) or "onbekend" for k in ("beschikbaar_van", "beschikbaar_tot")]
    waarden = {
        "kenmerk in het plan": rij["id"],
        "type": rij["typenaam"],
        "plaatsen": getal(rij["capaciteit"]),
        "woningen": kort_getal(None if pd.isna(rij["woningen"]) else float(rij["woningen"])),
        "hoe ver": rij["status"],
        "beschikbaar": f"van {dagen[0]} tot en met {dagen[1]}",
        "voor wie": opsomming(mix) or "onbekend",
        "wat de buurt mee mag gebruiken": rij["gedeelde_voorzieningen"],
        "eigenaar": rij["eigenaar"],
        "bron": rij["bron"],
        "toelichting": rij["toelichting"],
    }
    gegevens = pd.DataFrame(
        [(wat, "onbekend" if pd.isna(w) or w == "" else str(w)) for wat, w in waarden.items()],
        columns=["wat", "waarde"],
    )
    return Tabel("Kenmerken", gegevens, _FEITEN, "Plan van de gebruiker.")


def _lijst(kop: str, punten: tuple[str, ...]) -> tuple[Deel, ...]:
    return (Kop(kop, 2), Lijst(punten)) if punten else ()
