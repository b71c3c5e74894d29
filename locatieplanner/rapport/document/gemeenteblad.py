"""Het gemeenteblad: wat een gemeente te doen staat, wat er is, en welke locaties bekeken zijn."""

import math
from typing import Any

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import bandbreedte, datum, getal
from locatieplanner.fouten import GebiedFout
from locatieplanner.opgave.taakstelling import taakstelling
from locatieplanner.rapport.document.basis import Rapportbasis
from locatieplanner.rapport.document.bronnenlijst import bronnen
from locatieplanner.rapport.document.gebiedskaart import gebiedskaart
from locatieplanner.rapport.document.gegevens import Rapportgegevens, kenmerken
from locatieplanner.rapport.document.inhoud import Alinea, Deel, Document, Figuur, Kop, Tabelvak
from locatieplanner.rapport.document.kandidaten import Kandidaten, kaartpunten, kandidatenvak
from locatieplanner.rapport.document.staafbeeld import Staaf, Staafbeeld
from locatieplanner.rapport.document.standvak import standvak
from locatieplanner.rapport.taaktabel import landelijktabel
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

SOORT = "Gemeenteblad"

_KAART_CM = 9.5
_HALFJAREN = 6
"""Zoveel halfjaren taakstelling staan erin."""

_OPVANG = (
    Tabelkolom("naam", "locatie"),
    Tabelkolom("type", "type"),
    Tabelkolom("plaatsen", "plaatsen", Kolomsoort.GEHEEL),
    Tabelkolom("status", "hoe zeker"),
    Tabelkolom("peildatum", "peildatum"),
)
_SCOREHERKOMST = (
    "Score en rang: berekend door dit programma, rang onder alle locaties van het plan. Nummers "
    "zijn die op de kaart."
)


def gemeenteblad(basis: Rapportbasis, gemeentecode: str) -> Document:
    """Maak het blad van een gemeente.

    Parameters
    ----------
    basis : Rapportbasis
        De beoordeling met alle kandidaten, ook die van andere gemeenten.
    gemeentecode : str
        Welke gemeente.

    Raises
    ------
    GebiedFout
        Als de gemeente niet bestaat.
    """
    beoordeling, gegevens, alle = basis.beoordeling, basis.gegevens, basis.kandidaten
    omgeving, stand = beoordeling.omgeving, basis.stand
    if gemeentecode not in stand.index or gemeentecode not in gegevens.kaart.index:
        raise GebiedFout(f"Er is geen gemeente met code '{gemeentecode}'.")
    rij: dict[Any, Any] = stand.loc[[gemeentecode]].to_dict("records")[0]
    naam, provincie = str(rij["gemeente"]), str(rij["provincie"])
    hier = alle.waar(lambda tabel: tabel["gemeentecode"].eq(gemeentecode).fillna(value=False))
    beeld = gebiedskaart(
        omgeving, stand, gegevens.kaart, pd.Index([gemeentecode]), f"de gemeente {naam}",
        kaartpunten(beoordeling, hier), _KAART_CM,
    )  # fmt: skip
    buren = _buren(gegevens, gemeentecode)
    delen: tuple[Deel, ...] = (
        Kop("Kaart"),
        Figuur(beeld, f"{naam}: opvang en bekeken locaties. Grenzen zijn vereenvoudigd."),
        Kop("Het deel van de gemeente"),
        Figuur(
            _staven(stand, [gemeentecode, *buren]),
            "Bekende en geplande opvang per 1.000 inwoners, naast de buurgemeenten.",
        ),
        standvak(omgeving, stand.loc[[gemeentecode, *buren]], f"{naam} en haar buurgemeenten"),
        Kop("Opvang die er is"),
        _bestaand(beoordeling, gemeentecode, naam, rij),
        Kop("Bekeken locaties"),
        kandidatenvak(hier, f"Locaties in {naam}", _SCOREHERKOMST, met_gemeente=False)
        if len(hier.tabel)
        else Alinea(f"In dit plan staan geen locaties in {naam}."),
        *_taakstelling(beoordeling, gemeentecode, naam, gegevens),
        *bronnen(beoordeling, gegevens, provincie),
    )
    return Document(
        titel=f"Gemeente {naam}",
        soort=SOORT,
        datum=gegevens.datum,
        kenmerken=kenmerken(beoordeling, gegevens),
        samenvatting=_samenvatting(basis, gemeentecode, rij, hier),
        delen=delen,
    )


def _buren(gegevens: Rapportgegevens, gemeentecode: str) -> list[str]:
    """De gemeenten die aan deze grenzen, op naam."""
    kaart = gegevens.kaart
    hier = kaart.geometry[gemeentecode]
    raakt = kaart[kaart.intersects(hier)].sort_values("gemeente").index
    return [str(code) for code in raakt if code != gemeentecode]


def _samenvatting(
    basis: Rapportbasis, gemeentecode: str, rij: dict[Any, Any], hier: Kandidaten
) -> tuple[str, ...]:
    beoordeling, gegevens, alle = basis.beoordeling, basis.gegevens, basis.kandidaten
    naam = rij["gemeente"]
    zinnen = [_doelzin(rij, beoordeling), _opvangzin(rij)]
    if rij["gepland"] > 0:
        zinnen.append(f"Er zijn {getal(rij['gepland'])} plaatsen gepland.")
    aantal = len(hier.tabel)
    if aantal:
        werkwoord, woord = ("is", "locatie") if aantal == 1 else ("zijn", "locaties")
        zin = f"In {naam} {werkwoord} {getal(aantal)} {woord} bekeken."
        met_rang = hier.tabel[hier.tabel["rang"].notna()]
        if len(met_rang):
            beste = met_rang.iloc[0]
            zin += (
                f" De hoogste score heeft {beste['naam']}: {getal(beste['score_totaal'], 1)} van "
                f"de 100 punten, plaats {getal(beste['rang'])} van de {getal(alle.met_rang)}."
            )
        zinnen.append(zin)
    else:
        zinnen.append(f"In {naam} is nog geen locatie bekeken.")
    halfjaar = _laatste_halfjaar(gegevens)
    if halfjaar is not None:
        landelijk = gegevens.landelijk[halfjaar].vergunninghouders or 0
        taak = taakstelling(beoordeling.omgeving.gemeenten["inwoners"], landelijk)
        zinnen.append(
            f"De laatste taakstelling die bekend is ({halfjaar}): {naam} zoekt een woning voor "
            f"{getal(int(taak[gemeentecode]))} mensen met een verblijfsvergunning."
        )
    return (*zinnen, "Dit blad helpt bij het gesprek. Het is geen besluit.")


def _doelzin(rij: dict[Any, Any], beoordeling: Beoordeling) -> str:
    provincie, doelset = rij["provincie"], beoordeling.omgeving.doelset.naam
    deel = bandbreedte(rij["deel_laag"], rij["deel_hoog"])
    if math.isnan(rij["deel_midden"]):
        return f"Hoeveel plaatsen {provincie} moet hebben volgens {doelset} is onbekend."
    doel = beoordeling.omgeving.doelen.loc[provincie]
    plaatsen = bandbreedte(doel["minimum"], doel["maximum"])
    return (
        f"{provincie} moet {plaatsen} plaatsen voor opvang hebben ({doelset}). Dit getal is "
        f"{doel['status']}: {Status(doel['status']).uitleg}. Kijken wij naar het aantal inwoners, "
        f"dan horen daar {deel} plaatsen in {rij['gemeente']} bij."
    )


def _opvangzin(rij: dict[Any, Any]) -> str:
    naam = rij["gemeente"]
    if math.isnan(rij["bestaand_bekend"]):
        zin = f"Of er nu opvang is in {naam}, is onbekend."
        if rij["bestaand_geschat"] > 0:
            zin += f" Wij rekenen met een schatting van {getal(rij['bestaand_geschat'])} plaatsen."
        return zin
    zin = f"Er zijn nu {getal(rij['bestaand_bekend'])} plaatsen bekend in {naam}."
    if rij["gepland"] == 0 and not math.isnan(rij["verhouding"]):
        zin += f" Dat is {getal(rij['verhouding'], 1)} keer dat deel."
    return zin


def _staven(stand: pd.DataFrame, codes: list[str]) -> Staafbeeld:
    hier = stand.loc[codes]
    staven = tuple(
        Staaf(str(rij["gemeente"]), float(rij["plaatsen_per_1000"]), Status(rij["bestaand_status"]))
        for rij in hier.to_dict("records")
    )
    return Staafbeeld("Bekende en geplande opvang", staven, "plaatsen per 1.000 inwoners")


def _bestaand(
    beoordeling: Beoordeling, gemeentecode: str, naam: str, rij: dict[Any, Any]
) -> Tabelvak | Alinea:
    opvang = beoordeling.omgeving.opvang
    hier = pd.DataFrame(opvang[opvang["gemeentecode"] == gemeentecode].drop(columns="geometry"))
    if hier.empty:
        return Alinea(
            f"In de openbare lijst staat geen opvang in {naam}. Die lijst is niet volledig: er kan "
            f"opvang zijn. Geschat: {getal(rij['bestaand_geschat'])} plaatsen."
        )
    typen = beoordeling.omgeving.locatietypen
    gegevens = hier.assign(
        type=[typen[t].naam if t in typen else str(t) for t in hier["type"]],
        peildatum=[datum(str(d)) for d in hier["peildatum"]],
        status=hier["status"].astype("str"),
    )
    titel = f"Bestaande opvang in {naam}"
    herkomst = (
        "Uit openbare berichtgeving, niet volledig. Plaatsen met status geschat zijn een aanname."
    )
    return Tabelvak(Tabel(titel, gegevens, _OPVANG, herkomst), (4, 4, 1.5, 1.8, 1.8))


def _laatste_halfjaar(gegevens: Rapportgegevens) -> Halfjaar | None:
    bekend = [h for h, rij in gegevens.landelijk.items() if rij.vergunninghouders is not None]
    return max(bekend, default=None)


def _taakstelling(
    beoordeling: Beoordeling, gemeentecode: str, naam: str, gegevens: Rapportgegevens
) -> tuple[Deel, ...]:
    """De taakstelling per halfjaar, de laatste drie jaar."""
    if not gegevens.landelijk:
        return ()
    tabel = landelijktabel(beoordeling.omgeving, gegevens.landelijk, pd.Index([gemeentecode]), naam)
    laatste = tabel.gegevens.tail(_HALFJAREN)
    kort = Tabel(
        f"Taakstelling van {naam} per halfjaar",
        laatste,
        tuple(kolom for kolom in tabel.kolommen if kolom.naam not in ("bron", "toelichting")),
        f"{tabel.herkomst} Inwoners: {gegevens.inwoners.zin}.",
    )
    return (Kop("Woningen voor statushouders"), Tabelvak(kort, (1.4, 1.6, 1.8, 1.8)))
