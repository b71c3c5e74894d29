"""De uitleg van een beoordeling: de som achter een totaal, in woorden en getallen."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.locatietype import Locatietype, Mixdeel
from locatieplanner.domein.notatie import afstand, bandbreedte, getal, procent
from locatieplanner.domein.omgeving import Omgeving

Maten = Mapping[str, Any]
"""De maten van één criterium voor één kandidaat."""


@dataclass(frozen=True)
class Criteriumuitleg:
    """De uitleg van één criterium voor één kandidaat.

    Parameters
    ----------
    criterium : str
        Naam van het criterium.
    score : float
        0–100; NaN is onbekend.
    gewicht : float
        Aandeel in het gekozen gewicht, 0–1.
    bijdrage : float
        Punten die dit criterium aan het totaal geeft; NaN als het niet meetelt.
    status : Status
        Hoe zeker de score is.
    zinnen : tuple of str
        Hoe de score tot stand kwam.
    ontbreekt : tuple of str
        Welke kennis ontbreekt.
    """

    criterium: str
    score: float
    gewicht: float
    bijdrage: float
    status: Status
    zinnen: tuple[str, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True)
class Uitleg:
    """De uitleg van één kandidaat.

    Parameters
    ----------
    id, naam : str
        De kandidaat.
    totaal : float
        0–100; NaN is onbekend.
    rang : int or None
        None als de kandidaat niet in de rangorde staat.
    som : str
        De som die het totaal geeft.
    criteria : tuple of Criteriumuitleg
        Per criterium, in vaste volgorde.
    uitsluitingen, aandachtspunten, ontbreekt, niet_getoetst : tuple of str
        Wat er verder over te zeggen is, en wat niet bekend of niet getoetst is.
    """

    id: str
    naam: str
    totaal: float
    rang: int | None
    som: str
    criteria: tuple[Criteriumuitleg, ...]
    uitsluitingen: tuple[str, ...]
    aandachtspunten: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    niet_getoetst: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """De hele uitleg als platte tekst."""
        regels = [f"{self.naam} ({self.id})", self.som]
        regels.append("Geen rang." if self.rang is None else f"Rang {getal(self.rang)}.")
        for deel in self.criteria:
            regels.append(f"{deel.criterium.capitalize()}: {getal(deel.score, 1)} ({deel.status})")
            regels += [f"  {zin}" for zin in deel.zinnen]
        for kop, punten in (
            ("Uitgesloten", self.uitsluitingen),
            ("Aandachtspunt", self.aandachtspunten),
            ("Niet bekend", self.ontbreekt),
        ):
            regels += [f"{kop}: {punt}" for punt in punten]
        if self.niet_getoetst:
            regels.append(f"Niet getoetst: {', '.join(self.niet_getoetst)}")
        return "\n".join(regels)


def uitleg(beoordeling: Beoordeling, id: str) -> Uitleg:
    """Leg uit hoe het totaal van een kandidaat tot stand kwam.

    Raises
    ------
    InvoerFout
        Als er geen kandidaat met dit id is.
    """
    rij = beoordeling.rij(id)
    kandidaat = _als_maten(beoordeling.kandidaten, rij)
    aandelen = dict(zip(CRITERIA, beoordeling.gewichten.aandelen.tolist(), strict=True))
    # Het bekende gewicht zelf, niet de afgeronde volledigheid: zo klopt de som tot de laatste punt.
    bekend = float(beoordeling.weegschaal.bekend[rij] @ beoordeling.gewichten.aandelen)
    criteria = []
    for naam in CRITERIA:
        maten = _als_maten(beoordeling.maten[naam], rij)
        score = float(maten["score"])
        zinnen, ontbreekt = _UITLEG[naam](kandidaat, maten, beoordeling.omgeving)
        telt = not math.isnan(score) and bekend > 0
        criteria.append(
            Criteriumuitleg(
                criterium=naam,
                score=score,
                gewicht=aandelen[naam],
                bijdrage=aandelen[naam] / bekend * score if telt else math.nan,
                status=Status(maten["status"]),
                zinnen=tuple(zinnen),
                ontbreekt=tuple(ontbreekt),
            )
        )
    totaal = float(beoordeling.weging.totaal[rij])
    rang = int(beoordeling.weging.rang[rij])
    ontbreekt = [punt for deel in criteria for punt in deel.ontbreekt]
    return Uitleg(
        id=id,
        naam=str(kandidaat["naam"]),
        totaal=totaal,
        rang=None if rang == GEEN_RANG else rang,
        som=_som(criteria, totaal, bekend),
        criteria=tuple(criteria),
        uitsluitingen=beoordeling.uitsluitingen[rij],
        aandachtspunten=beoordeling.aandachtspunten[rij] + beoordeling.reden_zonder_rang(rij),
        ontbreekt=tuple(ontbreekt),
        niet_getoetst=beoordeling.omgeving.niet_getoetst,
    )


def _als_maten(tabel: pd.DataFrame, rij: int) -> Maten:
    """Eén rij van een tabel als afbeelding van kolom naar waarde."""
    return {str(kolom): tabel[kolom].iloc[rij] for kolom in tabel.columns}


def _som(criteria: list[Criteriumuitleg], totaal: float, bekend: float) -> str:
    """De som die het totaal geeft: aandeel × score, over wat bekend is."""
    if math.isnan(totaal):
        return "Totaal onbekend: van geen enkel criterium met gewicht is de score bekend."
    telt = [deel for deel in criteria if not math.isnan(deel.score) and deel.gewicht > 0]
    termen = " + ".join(
        f"{_aandeel(deel.gewicht / bekend)} × {getal(deel.score, 1)} ({deel.criterium})"
        for deel in telt
    )
    som = f"Totaal {getal(totaal, 1)} = {termen}."
    mist = [d.criterium for d in criteria if math.isnan(d.score) and d.gewicht > 0]
    if mist:
        werkwoorden = ("is", "telt") if len(mist) == 1 else ("zijn", "tellen")
        som += (
            f" {_opsomming(mist).capitalize()} {werkwoorden[0]} onbekend en {werkwoorden[1]} "
            f"niet mee; {_aandeel(bekend)} van het gewicht is bekend."
        )
    return som


def _aandeel(aandeel: float) -> str:
    """Een aandeel als heel percentage als het dat is, anders met één decimaal."""
    heel = math.isclose(100 * aandeel, round(100 * aandeel), abs_tol=1e-6)
    return procent(aandeel, 0 if heel else 1)


def _opsomming(woorden: list[str]) -> str:
    """Woorden als opsomming: a, b en c."""
    *eerste, laatste = woorden
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


def _spreiding(kandidaat: Maten, maten: Maten, omgeving: Omgeving) -> tuple[list[str], list[str]]:
    gemeente, provincie = kandidaat["gemeente"], kandidaat["provincie"]
    if pd.isna(provincie):
        return [], ["de gemeente: de locatie ligt buiten Nederland"]
    doel = _als_maten(omgeving.doelen, int(omgeving.doelen.index.get_loc(provincie)))
    zinnen = [_evenredigheid(kandidaat, maten, doel, omgeving), _nabije_opvang(maten, omgeving)]
    if getal(maten["score_laag"], 1) != getal(maten["score_hoog"], 1):
        breedte = bandbreedte(doel["minimum"], doel["maximum"])
        wat = (
            f"Het doel is een bandbreedte van {breedte} plaatsen"
            if doel["minimum"] < doel["maximum"]
            else "Elders is het doel een bandbreedte"
        )
        zinnen.append(
            f"{wat}: de score loopt van {getal(maten['score_laag'], 1)} tot "
            f"{getal(maten['score_hoog'], 1)}."
        )
    ontbreekt = []
    if doel["status"] == Status.ONBEKEND:
        ontbreekt.append(f"het doel van {provincie} in {omgeving.doelset.naam}")
    if math.isnan(maten["plaatsen_bekend"]):
        ontbreekt.append(
            f"bestaande opvang in {gemeente}: de lijst noemt er geen en is onvolledig"
            if maten["plaatsen_geschat"] == 0
            else f"de omvang van bestaande opvang in {gemeente}: gerekend met "
            f"{getal(maten['plaatsen_geschat'])} plaatsen (geschat)"
        )
    return zinnen, ontbreekt


def _evenredigheid(kandidaat: Maten, maten: Maten, doel: Maten, omgeving: Omgeving) -> str:
    """Hoe evenredigheid tot stand kwam: plaatsen in de gemeente tegenover het evenredige deel."""
    capaciteit = float(kandidaat["capaciteit"])
    soort = omgeving.locatietypen[kandidaat["type"]]
    delen = {
        "van deze kandidaat": capaciteit,
        "bestaand": float(maten["plaatsen_bekend"]),
        "geschat bestaand": float(maten["plaatsen_geschat"]),
        "gepland": float(maten["plaatsen_gepland"]),
    }
    telt = {woord: aantal for woord, aantal in delen.items() if aantal > 0}
    if delen["bestaand"] == 0:
        telt["bestaand"] = 0.0
    samen = (
        f"{kandidaat['gemeente']} komt op {getal(sum(telt.values()))} plaatsen ("
        + (
            " + ".join(f"{getal(aantal)} {woord}" for woord, aantal in telt.items())
            if len(telt) > 1
            else "alleen deze kandidaat"
        )
        + ")"
    )
    if math.isnan(maten["score_evenredigheid"]):
        return (
            f"Evenredigheid onbekend, telt niet mee: {samen}; "
            f"het doel van {kandidaat['provincie']} is onbekend."
        )
    gewicht = omgeving.parameters.getal("spreiding.gewicht_evenredigheid")
    verhouding = (
        f"Dat is {getal(maten['verhouding_evenredig'], 1)} keer het evenredige deel"
        if maten["plaatsen_evenredig_deel"] > 0
        else "Elke plaats is dus meer dan het evenredige deel"
    )
    return (
        f"Evenredigheid {getal(maten['score_evenredigheid'], 1)} (telt {_aandeel(gewicht)}): "
        f"{samen}. Het evenredige deel is {getal(maten['plaatsen_evenredig_deel'])}: het doel van "
        f"{kandidaat['provincie']} ({getal(doel['midden'])} plaatsen, {doel['status']}) "
        f"naar rato van inwoners. {verhouding}.{_kans(maten, omgeving)}{_geen_opvang(soort)}"
    )


def _kans(maten: Maten, omgeving: Omgeving) -> str:
    """Wat het uitmaakt dat onbekend is of er al opvang is."""
    kans = float(maten["kans_op_opvang"])
    if not kans > 0:
        return ""
    omvang = max(
        float(maten["plaatsen_verwacht"]), omgeving.parameters.getal("opgave.locatie_omvang")
    )
    return (
        f" Of er al opvang is, is onbekend: gerekend is met een kans van {procent(kans)} op "
        f"{getal(omvang)} plaatsen (geschat). Zonder die opvang is dit deel "
        f"{getal(maten['score_zonder_verwacht'], 1)}."
    )


def _geen_opvang(soort: Locatietype) -> str:
    """Waarom een woonvorm tegen een opvangdoel gezet wordt."""
    if soort.telt_als_opvang:
        return ""
    return (
        f" {soort.naam.capitalize()} telt niet mee als opvang in de opgave; het opvangdoel is "
        "hier alleen de maat voor een evenredige verdeling."
    )


def _nabije_opvang(maten: Maten, omgeving: Omgeving) -> str:
    """Hoe nabije opvang tot stand kwam: plaatsen in de omgeving tegenover het landelijke doel."""
    par = omgeving.parameters
    omringd = (
        f"{getal(maten['nabij_plaatsen_per_1000'], 1)} plaatsen per 1.000 inwoners in de "
        "omgeving, deze kandidaat meegeteld; wat dichtbij is weegt zwaarder (op "
        f"{afstand(par.getal('spreiding.lambda_m'))} telt iets nog voor 37 %)"
        f"{_verwacht_nabij(maten)}"
    )
    if math.isnan(maten["score_nabij"]):
        reden = (
            "rond deze plek zijn geen inwoners bekend"
            if math.isnan(maten["nabij_plaatsen_per_1000"])
            else f"{omringd}; van geen enkele provincie is het doel bekend"
        )
        return f"Nabije opvang onbekend, telt niet mee: {reden}."
    gewicht = 1 - par.getal("spreiding.gewicht_evenredigheid")
    if math.isnan(maten["score_evenredigheid"]):
        gewicht = 1.0
    waar = (
        "gemiddeld over de provincies waarvan het bekend is"
        if omgeving.doelen["midden"].isna().any()
        else "gemiddeld over heel Nederland"
    )
    return (
        f"Nabije opvang {getal(maten['score_nabij'], 1)} (telt {_aandeel(gewicht)}): {omringd}. "
        f"Het doel is {getal(omgeving.landelijk_doel_per_1000(), 1)} per 1.000, {waar}."
    )


def _verwacht_nabij(maten: Maten) -> str:
    """De opvang die in de omgeving te verwachten is maar waarvan geen locatie bekend is."""
    aantal = float(maten["nabij_verwacht"])
    if not aantal >= 0.5:
        return ""
    return f"; daarbij zijn nog {getal(aantal)} gewogen plaatsen te verwachten (geschat)"


def _kleinschaligheid(
    kandidaat: Maten, maten: Maten, _omgeving: Omgeving
) -> tuple[list[str], list[str]]:
    absoluut = (
        f"Absoluut {getal(maten['score_absoluut'], 1)}: "
        f"{getal(kandidaat['capaciteit'])} plaatsen op één locatie."
    )
    if math.isnan(maten["score_relatief"]):
        return (
            [absoluut, "Alleen het absolute deel telt; het relatieve is onbekend."],
            ["inwoners in de omgeving: er is geen kern geladen"],
        )
    return (
        [
            absoluut,
            f"Relatief {getal(maten['score_relatief'], 1)}: "
            f"{getal(maten['plaatsen_per_1000'], 1)} plaatsen per 1.000 inwoners van "
            f"{maten['kern']} ({getal(maten['kern_inwoners'])} inwoners, midden op "
            f"{afstand(maten['kern_afstand_m'])}).",
            "De laagste van de twee telt.",
        ],
        [],
    )


def _nabijheid(_kandidaat: Maten, maten: Maten, omgeving: Omgeving) -> tuple[list[str], list[str]]:
    par = omgeving.parameters
    zinnen, ontbreekt = [], []
    for categorie in omgeving.voorzieningen:
        naam = categorie.replace("_", " ")
        afstand_m = maten[f"afstand_{categorie}_m"]
        if math.isnan(afstand_m):
            ontbreekt.append(f"afstand tot {naam}")
            continue
        zinnen.append(
            f"{naam.capitalize()} {getal(maten[f'score_{categorie}'], 1)} "
            f"(gewicht {getal(par.getal(f'nabijheid.{categorie}_gewicht'), 1)}): "
            f"{maten[f'dichtstbijzijnde_{categorie}']} op {afstand(afstand_m)}; landelijk "
            f"gemiddeld {afstand(par.getal(f'nabijheid.{categorie}_halvering_m'))}. "
            f"Binnen bereik: {getal(maten[f'aantal_{categorie}'])}."
        )
    zinnen.append(f"Gemeten als {omgeving.reisafstand.omschrijving}.")
    return zinnen, ontbreekt


def _mix(kandidaat: Maten, maten: Maten, omgeving: Omgeving) -> tuple[list[str], list[str]]:
    par = omgeving.parameters
    soort = omgeving.locatietypen[kandidaat["type"]]
    delen = str(maten["delen"]).split(", ")
    zinnen, ontbreekt = [], []
    if math.isnan(maten["aandeel_kwetsbaar"]):
        if Mixdeel.BALANS in delen:
            ontbreekt.append("de mix: van deze kandidaat zijn geen aandelen per groep opgegeven")
    elif Mixdeel.BALANS in delen:
        band = f"{procent(par.getal('mix.band_laag'))}–{procent(par.getal('mix.band_hoog'))}"
        zinnen += [
            f"Balans {getal(maten['score_balans'], 1)}: "
            f"{procent(maten['aandeel_kwetsbaar'])} kwetsbare groepen; de band is {band}.",
            f"Verscheidenheid {getal(maten['score_verscheidenheid'], 1)}: "
            f"{getal(maten['aantal_groepen'])} groepen.",
        ]
    if Mixdeel.BALANS not in delen:
        zinnen.append(
            f"Voor {soort.naam} gelden balans en verscheidenheid pas als er ook dragende "
            "groepen komen wonen: opvang van één groep is niet vanzelf een slechte mix."
        )
    if Mixdeel.CONCENTRATIE in delen and math.isnan(maten["score_concentratie"]):
        ontbreekt.append("concentratie: aandachtsgroepen en sociale huur in de buurt")
    return zinnen, ontbreekt


_UITLEG: Mapping[str, Callable[[Maten, Maten, Omgeving], tuple[list[str], list[str]]]] = (
    MappingProxyType(
        {
            "spreiding": _spreiding,
            "kleinschaligheid": _kleinschaligheid,
            "nabijheid": _nabijheid,
            "mix": _mix,
        }
    )
)
