"""De verklaring van een criterium: per kandidaat de zinnen achter een deelscore.

Elke zin geeft het deel, de maat, en de punten waartussen de waardefunctie loopt: zo is de score na
te rekenen. De formules zelf staan in ``locatieplanner.criteria``.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.locatietype import Locatietype, Mixdeel
from locatieplanner.domein.notatie import afstand, bandbreedte, getal, opsomming, procent
from locatieplanner.domein.omgeving import Omgeving

Maten = Mapping[str, Any]
"""De maten van één criterium, of de kolommen van één kandidaat."""

Verklaring = tuple[list[str], list[str]]
"""Zinnen over hoe de score tot stand kwam, en welke kennis ontbreekt."""

_GETOONDE_LOCATIES = 5


def als_maten(tabel: pd.DataFrame, rij: int) -> Maten:
    """Eén rij van een tabel als afbeelding van kolom naar waarde."""
    return {str(kolom): tabel[kolom].iloc[rij] for kolom in tabel.columns}


def aandeel_tekst(aandeel: float) -> str:
    """Een aandeel als heel percentage als het dat is, anders met één decimaal."""
    heel = math.isclose(100 * aandeel, round(100 * aandeel), abs_tol=1e-6)
    return procent(aandeel, 0 if heel else 1)


def _spreiding(kandidaat: Maten, maten: Maten, omgeving: Omgeving) -> Verklaring:
    gemeente, provincie = kandidaat["gemeente"], kandidaat["provincie"]
    if pd.isna(provincie):
        return [], ["de gemeente: de locatie ligt buiten Nederland"]
    doel = als_maten(omgeving.doelen, int(omgeving.doelen.index.get_loc(provincie)))
    zinnen = [
        *_evenredigheid(kandidaat, maten, doel, omgeving),
        *_bestaande_locaties(str(kandidaat["gemeentecode"]), omgeving),
        *_nabije_opvang(maten, omgeving),
    ]
    if getal(maten["score_laag"], 1) != getal(maten["score_hoog"], 1):
        breedte = bandbreedte(doel["minimum"], doel["maximum"])
        # Met een open grens is het doel hier geen bandbreedte om over te rekenen.
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
            else f"zekere cijfers over bestaande opvang in {gemeente}: gerekend met "
            f"{getal(maten['plaatsen_geschat'])} plaatsen (geschat)"
        )
    return zinnen, ontbreekt


def _evenredigheid(kandidaat: Maten, maten: Maten, doel: Maten, omgeving: Omgeving) -> list[str]:
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
        return [
            f"Evenredigheid onbekend, telt niet mee: {samen}; "
            f"het doel van {kandidaat['provincie']} is onbekend."
        ]
    gewicht = omgeving.parameters.getal("spreiding.gewicht_evenredigheid")
    verhouding = (
        f"Dat is {getal(maten['verhouding_evenredig'], 1)} keer het evenredige deel"
        if maten["plaatsen_evenredig_deel"] > 0
        else "Elke plaats is dus meer dan het evenredige deel"
    )
    nul = omgeving.parameters.getal("spreiding.verhouding_nul")
    return [
        f"Evenredigheid {getal(maten['score_evenredigheid'], 1)} (telt {aandeel_tekst(gewicht)}): "
        f"{samen}. Het evenredige deel is {getal(maten['plaatsen_evenredig_deel'])}: het doel van "
        f"{kandidaat['provincie']} ({getal(doel['midden'])} plaatsen, {doel['status']}) "
        f"naar rato van inwoners. {verhouding}; bij 1 keer of minder is de score 100, bij "
        f"{getal(nul)} keer of meer 0, {_ertussen(nul)}.",
        *_kans(
            float(maten["kans_op_opvang"]),
            float(maten["plaatsen_verwacht"]),
            f"evenredigheid {getal(float(maten['score_zonder_verwacht']), 1)}",
            omgeving,
        ),
        *_geen_opvang(soort),
    ]


def _bestaande_locaties(gemeentecode: str, omgeving: Omgeving) -> list[str]:
    """De locaties uit de lijst in deze gemeente, met omvang, peildatum, zekerheid en bron."""
    hier = omgeving.opvang[omgeving.opvang["gemeentecode"] == gemeentecode]
    if hier.empty:
        return []
    locaties = [
        f"{rij.naam} ({getal(rij.plaatsen)} plaatsen, {rij.status}; {rij.peildatum}, "
        f"{str(rij.zekerheid).replace('_', ' ')}; {urlsplit(str(rij.bron)).hostname or rij.bron})"
        for rij in hier.head(_GETOONDE_LOCATIES).itertuples()
    ]
    meer = len(hier) - len(locaties)
    slot = f" en nog {meer}" if meer else ""
    return [f"Bestaande opvang volgens de lijst: {'; '.join(locaties)}{slot}."]


def _ertussen(veelvoud: float) -> str:
    """Hoe een logaritmische score daalt van 100 tot 0 bij `veelvoud` keer, in gewone woorden."""
    return f"ertussen kost elke verdubbeling {getal(100 * math.log(2) / math.log(veelvoud))} punten"


def _kans(kans: float, verwacht: float, zonder: str, omgeving: Omgeving) -> list[str]:
    """Wat het uitmaakt dat onbekend is of er nog opvang is."""
    if not kans > 0:
        return []
    omvang = max(verwacht, omgeving.parameters.getal("opgave.locatie_omvang"))
    return [
        "Of er nog meer opvang is, is onbekend: gerekend is met een kans van "
        f"{procent(kans)} op {getal(omvang)} plaatsen (geschat). Zonder die opvang is {zonder}."
    ]


def _geen_opvang(soort: Locatietype) -> list[str]:
    """Waarom een woonvorm tegen een opvangdoel gezet wordt."""
    if soort.telt_als_opvang:
        return []
    return [
        f"{soort.naam.capitalize()} telt niet mee als opvang in de opgave; het opvangdoel is "
        "hier alleen de maat voor een evenredige verdeling."
    ]


def _nabije_opvang(maten: Maten, omgeving: Omgeving) -> list[str]:
    """Hoe nabije opvang tot stand kwam: plaatsen in de omgeving tegenover het landelijke doel."""
    par = omgeving.parameters
    omringd = (
        f"{getal(maten['nabij_plaatsen_per_1000'], 1)} plaatsen per 1.000 inwoners in de "
        "omgeving, deze kandidaat meegeteld; wat dichtbij is weegt zwaarder (op "
        f"{afstand(par.getal('spreiding.lambda_m'))} telt iets nog voor 37 %)"
    )
    if math.isnan(maten["score_nabij"]):
        reden = (
            "rond deze plek zijn geen inwoners bekend"
            if math.isnan(maten["nabij_plaatsen_per_1000"])
            else f"{omringd}; van geen enkele provincie is het doel bekend"
        )
        return [f"Nabije opvang onbekend, telt niet mee: {reden}."]
    gewicht = 1 - par.getal("spreiding.gewicht_evenredigheid")
    if math.isnan(maten["score_evenredigheid"]):
        gewicht = 1.0
    nul = par.getal("spreiding.nabij_veelvoud_nul")
    waar = (
        "gemiddeld over de provincies waarvan het bekend is"
        if omgeving.doelen["midden"].isna().any()
        else "gemiddeld over heel Nederland"
    )
    return [
        f"Nabije opvang {getal(maten['score_nabij'], 1)} (telt {aandeel_tekst(gewicht)}): "
        f"{omringd}. Het doel is {getal(omgeving.landelijk_doel_per_1000(), 1)} per 1.000, {waar}: "
        f"daarbij of daaronder is de score 100, bij {getal(nul)} keer dat of meer 0, "
        f"{_ertussen(nul)}.",
        *_kans(
            float(maten["kans_nabij"]),
            float(maten["nabij_verwacht"]),
            f"nabije opvang {getal(float(maten['score_nabij_zonder_verwacht']), 1)}",
            omgeving,
        ),
    ]


def _kleinschaligheid(kandidaat: Maten, maten: Maten, omgeving: Omgeving) -> Verklaring:
    par = omgeving.parameters
    knikken = "; ".join(
        f"{getal(plaatsen)} → {getal(score)}"
        for plaatsen, score in par.punten("kleinschaligheid.absoluut_plaatsen")
    )
    absoluut = (
        f"Absoluut {getal(maten['score_absoluut'], 1)}: "
        f"{getal(kandidaat['capaciteit'])} plaatsen op één locatie (plaatsen → score: {knikken})."
    )
    if math.isnan(maten["score_relatief"]):
        return (
            [absoluut, "Alleen het absolute deel telt; het relatieve is onbekend."],
            ["inwoners in de omgeving: er is geen inwonerraster en geen kern geladen"],
        )
    goed = par.getal("kleinschaligheid.relatief_goed_per_1000")
    slecht = par.getal("kleinschaligheid.relatief_slecht_per_1000")
    return (
        [
            absoluut,
            f"Relatief {getal(maten['score_relatief'], 1)}: {_omtrek(maten, omgeving)}; bij "
            f"{getal(goed)} of minder is de score 100, bij {getal(slecht)} of meer 0, "
            f"{_ertussen(slecht / goed)}.",
            "De laagste van de twee telt.",
        ],
        [],
    )


def _omtrek(maten: Maten, omgeving: Omgeving) -> str:
    """Hoeveel plaatsen per inwoner, en waar die inwoners wonen."""
    per_1000 = getal(maten["plaatsen_per_1000"], 1)
    inwoners = maten["omtrek_inwoners"]
    if math.isnan(inwoners):
        return (
            f"{per_1000} plaatsen per 1.000 inwoners van {maten['kern']} "
            f"({getal(maten['kern_inwoners'])} inwoners, midden op "
            f"{afstand(maten['kern_afstand_m'])})"
        )
    straal = afstand(omgeving.parameters.getal("kleinschaligheid.omtrek_m"))
    if inwoners == 0:
        return f"binnen {straal} woont niemand"
    return f"{per_1000} plaatsen per 1.000 inwoners binnen {straal} ({getal(inwoners)} inwoners)"


def _nabijheid(_kandidaat: Maten, maten: Maten, omgeving: Omgeving) -> Verklaring:
    par = omgeving.parameters
    zinnen = []
    metingen: dict[str, list[str]] = {}
    zonder: dict[str, list[str]] = {}
    for categorie in omgeving.voorzieningen:
        naam = categorie.replace("_", " ")
        meting = str(maten[f"meting_{categorie}"])
        afstand_m = maten[f"afstand_{categorie}_m"]
        if not meting:
            continue
        if math.isnan(afstand_m):
            zonder.setdefault(meting, []).append(naam)
            continue
        metingen.setdefault(meting, []).append(naam)
        rand = (
            " (of dichterbij, net buiten het geladen gebied)" if maten[f"rand_{categorie}"] else ""
        )
        halvering_m = par.getal(f"nabijheid.{categorie}_halvering_m")
        zinnen.append(
            f"{naam.capitalize()} {getal(maten[f'score_{categorie}'], 1)} "
            f"(gewicht {getal(par.getal(f'nabijheid.{categorie}_gewicht'), 1)}): "
            f"{maten[f'dichtstbijzijnde_{categorie}'] or 'zonder naam'} op {afstand(afstand_m)}"
            f"{rand}; op {afstand(halvering_m)} is de score 50. "
            f"Binnen bereik: {getal(maten[f'aantal_{categorie}'])}."
        )
    for meting, namen in metingen.items():
        wat = "" if len(metingen) == 1 else f" ({opsomming(namen)})"
        zinnen.append(f"Gemeten: {meting}{wat}.")
    ontbreekt = [
        f"afstand tot {opsomming(namen)}: in het geladen gebied niet bereikbaar gevonden, {meting}"
        for meting, namen in zonder.items()
    ]
    return zinnen, ontbreekt


def _mix(kandidaat: Maten, maten: Maten, omgeving: Omgeving) -> Verklaring:
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
        ontbreekt.append("concentratie: aandeel sociale huur in de buurt")
    elif Mixdeel.CONCENTRATIE in delen:
        zinnen.append(
            f"Concentratie {getal(maten['score_concentratie'], 1)}: in de buurt {maten['buurt']} "
            f"is {procent(maten['sociale_huur'])} van de woningen sociale huur, in de gemeente "
            f"{procent(maten['sociale_huur_gemeente'])}; niet meer dan de gemeente is 100, "
            f"{getal(par.getal('mix.concentratie_nul'), 1)} keer dat of meer is 0."
        )
    return zinnen, ontbreekt


VERKLARING: Mapping[str, Callable[[Maten, Maten, Omgeving], Verklaring]] = MappingProxyType(
    {
        "spreiding": _spreiding,
        "kleinschaligheid": _kleinschaligheid,
        "nabijheid": _nabijheid,
        "mix": _mix,
    }
)
"""Per criterium: van kandidaat, maten en omgeving naar zinnen en ontbrekende kennis."""
