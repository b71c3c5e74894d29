"""Uitspraken: de uitkomst van een robuustheidstoets in gewone zinnen, voor scherm en verslag."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from locatieplanner.beoordeling.verklaring import aandeel_tekst
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.notatie import getal, kort_getal, opsomming, procent
from locatieplanner.robuustheid.gewichtsgrens import Gewichtsgrens
from locatieplanner.robuustheid.rekenwijze import Rekenwijze
from locatieplanner.robuustheid.robuustheid import Robuustheid
from locatieplanner.robuustheid.vergelijking import Vergelijking

Namen = Mapping[str, str]
"""De naam bij elk id."""

_TELWOORDEN = (
    *("twee", "drie", "vier", "vijf", "zes", "zeven"),
    *("acht", "negen", "tien", "elf", "twaalf"),
)

_GENOEMD = 5
"""Zoveel locaties worden bij naam genoemd."""


def over_toets(uitkomst: Robuustheid) -> tuple[str, ...]:
    """Zeg waarmee getrokken is en hoe nauwkeurig de kansen zijn."""
    instelling = uitkomst.instelling
    delen = ", ".join(
        f"{naam} {aandeel_tekst(aandeel)} (± {getal(100 * afwijking, 1)})"
        for naam, aandeel, afwijking in zip(
            CRITERIA, uitkomst.gewichten.tolist(), uitkomst.afwijkingen.tolist(), strict=True
        )
    )
    if instelling.alle_gewichten:
        gewichten = "Elke verdeling van gewichten is even waarschijnlijk."
    else:
        gewichten = f"Gewichten: {delen}; ± is de standaardafwijking in procentpunten."
    if uitkomst.spelingen:
        spelingen = " en ".join(
            f"een score die {status} is tot {kort_getal(punten)} punten"
            for status, punten in uitkomst.spelingen.items()
        )
        scores = f"Lager of hoger kan {spelingen}, nooit onder 0 of boven 100."
    else:
        scores = "De scores blijven zoals zij zijn."
    return (
        f"{getal(instelling.trekkingen)} {_trekkingen(instelling.trekkingen)}, "
        f"zaad {instelling.zaad}.",
        gewichten,
        scores,
        "Door het toeval van de trekkingen ligt een kans hooguit "
        f"{getal(100 * uitkomst.marge, 1)} procentpunt naast de echte (met 95 % zekerheid).",
    )


def over_kandidaat(uitkomst: Robuustheid, id: str) -> tuple[str, ...]:
    """Zeg hoe zeker de plaats van één kandidaat is.

    Parameters
    ----------
    uitkomst : Robuustheid
        De toets.
    id : str
        Een kandidaat daaruit.
    """
    rij = uitkomst.kandidaten.loc[id].to_dict()
    trekkingen = uitkomst.instelling.trekkingen
    kans_op_rang, kans_eerste = float(rij["kans_op_rang"]), float(rij["kans_eerste"])
    if rij["uitgesloten"]:
        return ("Deze locatie is uitgesloten en staat in geen enkele trekking in de rangorde.",)
    if kans_op_rang == 0:
        return ("Van deze locatie is te weinig bekend: zij heeft in geen trekking een rang.",)
    top = uitkomst.instelling.top
    blijft = not pd.isna(rij["rang"]) and rij["rang"] <= top
    zinnen = [
        f"Deze locatie {'blijft' if blijft else 'komt'} "
        f"{keren(float(rij['kans_top']), trekkingen)} {_bij(top)}.",
        _over_plaats(float(rij["verwachte_rang"]), int(rij["rang_laag"]), int(rij["rang_hoog"])),
    ]
    if 0 < kans_eerste < 1:
        weegt = opsomming([f"{naam} {procent(rij[f'gewicht_{naam}'])}" for naam in CRITERIA])
        zinnen.append(
            f"Eerste is zij {keren(kans_eerste, trekkingen)}; gemiddeld weegt dan {weegt}."
        )
    if kans_op_rang < 1:
        zinnen.append(
            f"Een rang heeft zij {keren(kans_op_rang, trekkingen)}; in de andere is van te weinig "
            "gewicht de score bekend."
        )
    return tuple(zinnen)


def over_gewicht(grens: Gewichtsgrens, eersten: Sequence[str], namen: Namen) -> str:
    """Zeg hoe ver een gewicht kan schuiven voordat de eerste plaats verandert.

    Parameters
    ----------
    grens : Gewichtsgrens
        De grens van één criterium.
    eersten : sequence of str
        De id's van wie nu eerste is.
    namen : Mapping of str to str
        De naam bij elk id.
    """
    kop = f"{grens.criterium.capitalize()} telt nu {aandeel_tekst(grens.aandeel)}"
    if math.isnan(grens.laag):
        return f"{kop}; niemand heeft een rang, dus er is geen eerste plaats."
    if grens.aandeel == 1:
        return f"{kop}; het is het enige criterium met gewicht, dus er valt niets te verschuiven."
    wie = f"{'blijft' if len(eersten) == 1 else 'blijven'} {_noem(eersten, namen)} eerste"
    laag, hoog = (aandeel_tekst(round(rand, 5)) for rand in (grens.laag, grens.hoog))
    daarbuiten = []
    if grens.laag > 0:
        daarbuiten.append(f"daaronder {_opvolging(grens.opvolgers_laag, namen)}")
    if grens.hoog < 1:
        daarbuiten.append(f"daarboven {_opvolging(grens.opvolgers_hoog, namen)}")
    if not daarbuiten:
        return f"{kop}; hoe het ook schuift, {wie.replace(' ', ' steeds ', 1)}."
    waar = f"alleen bij {laag}" if laag == hoog else f"van {laag} tot {hoog}"
    return f"{kop}; {waar} {wie}, {opsomming(daarbuiten)}."


def over_rekenwijze(vergelijking: Vergelijking, namen: Namen) -> tuple[str, ...]:
    """Zeg hoeveel de rangorde verandert met een andere rekenwijze."""
    wijze = vergelijking.rekenwijze
    lidwoord = "" if wijze is Rekenwijze.TOPSIS else "een "
    kop = f"Met {lidwoord}{wijze} ({wijze.uitleg})"
    if vergelijking.aantal == 0:
        return (f"{kop} is er niets te vergelijken: niemand heeft een rang.",)
    blijft, nu = len(vergelijking.blijft), len(vergelijking.blijft) + len(vergelijking.eraf)
    if not vergelijking.erbij and not vergelijking.eraf:
        zinnen = [f"{kop} verandert niet wie er {_bij(vergelijking.top)} staat."]
    else:
        zinnen = [
            f"{kop} {'blijft' if blijft == 1 else 'blijven'} {getal(blijft)} van de {getal(nu)} "
            f"{'locatie' if nu == 1 else 'locaties'} {_bij(vergelijking.top)}."
        ]
    if not math.isnan(vergelijking.kendall):
        # τ is het verschil tussen gelijk en omgekeerd geordende paren, als deel van alle paren.
        gelijk = 100 * (1 + vergelijking.kendall) / 2
        zinnen.append(
            f"Van elke 100 paren locaties staan er ongeveer {getal(gelijk)} in dezelfde volgorde "
            f"(Kendall {getal(vergelijking.kendall, 2)}, Spearman "
            f"{getal(vergelijking.spearman, 2)})."
        )
    for woord, ids in (("Erbij komt", vergelijking.erbij), ("Eraf gaat", vergelijking.eraf)):
        if ids:
            zinnen.append(f"{woord}: {_noem(ids, namen)}.")
    if vergelijking.verschuivingen:
        verst = vergelijking.verschuivingen[0]
        zinnen.append(
            f"Het verst verschuift {namen[verst.id]}: van plaats {getal(verst.rang_nu)} naar "
            f"plaats {getal(verst.rang_dan)}."
        )
    return tuple(zinnen)


def keren(kans: float, trekkingen: int) -> str:
    """Schrijf een kans als aantal van de trekkingen; alles en niets alleen als het dat is.

    >>> keren(0.92, 1000)
    'in 92 van de 100 trekkingen'
    >>> keren(0.999, 1000)
    'in meer dan 99 van de 100 trekkingen'
    """
    if kans in {0.0, 1.0}:
        woord = "alle" if kans else "geen van de"
        return f"in {woord} {getal(trekkingen)} {_trekkingen(trekkingen)}"
    if kans >= 0.995:
        return "in meer dan 99 van de 100 trekkingen"
    if kans <= 0.005:
        return "in minder dan 1 van de 100 trekkingen"
    return f"in {getal(100 * kans)} van de 100 trekkingen"


def _over_plaats(verwacht: float, laag: int, hoog: int) -> str:
    """De gemiddelde plaats, en waartussen zij meestal ligt."""
    if laag == hoog == verwacht:
        return f"Zij staat steeds op plaats {getal(laag)}."
    waar = f"op plaats {getal(laag)}" if laag == hoog else f"tussen {getal(laag)} en {getal(hoog)}"
    return (
        f"Gemiddeld staat zij op plaats {getal(verwacht, 1)}, in 90 van de 100 trekkingen {waar}."
    )


def _bij(top: int) -> str:
    """Waar iemand van de eersten staat: op de eerste plaats, of bij de eerste tien."""
    if top == 1:
        return "op de eerste plaats"
    woord = _TELWOORDEN[top - 2] if top - 2 < len(_TELWOORDEN) else getal(top)
    return f"bij de eerste {woord}"


def _opvolging(ids: Sequence[str], namen: Namen) -> str:
    """Wie er dan eerste is."""
    if not ids:
        return "heeft niemand een rang"
    return f"{_noem(ids, namen)} samen" if len(ids) > 1 else _noem(ids, namen)


def _noem(ids: Sequence[str], namen: Namen) -> str:
    """De namen bij id's; een lange rij wordt afgekapt."""
    genoemd = [namen[id_] for id_ in ids[:_GENOEMD]]
    rest = len(ids) - len(genoemd)
    return opsomming([*genoemd, f"nog {getal(rest)}"] if rest else genoemd)


def _trekkingen(aantal: int) -> str:
    return "trekking" if aantal == 1 else "trekkingen"
