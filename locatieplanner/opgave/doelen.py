"""Van doelset naar één doel per provincie, als bandbreedte met status."""

from collections.abc import Iterable, Sequence

import pandas as pd

from locatieplanner.domein.doel import (
    TOTAAL,
    Bandbreedte,
    Doel,
    Doelset,
    onderdeelnaam,
    tellende_doelen,
    telt_in_som,
)
from locatieplanner.domein.herkomst import Herkomst, Status, zwakste
from locatieplanner.domein.notatie import datum

EIGEN = "eigen getal"
"""Wat er in de toelichting staat bij een doel dat een gebruiker zelf gaf."""

GRENZEN = ["minimum", "midden", "maximum"]
KOLOMMEN = [*GRENZEN, "status", "peildatum", "bron", "brondatum", "toelichting"]


def doelen_per_provincie(
    doelset: Doelset, inwoners: pd.Series, *, vul_aan: bool = True
) -> pd.DataFrame:
    """Geef per provincie het doel voor alle onderdelen samen.

    Dat is de laatste bekende rij ``totaal``, anders de som van de onderdelen met de laatste
    peildatum (``korte_termijn`` telt niet mee); een som met een onbekend deel is onbekend. Wat
    onbekend is, wordt naar rato van inwoners aangevuld en heet dan ``afgeleid``: uit de rest van
    het landelijke totaal als de doelset dat geeft, anders uit de gepubliceerde provincies.

    Een ondergrens ("ruim 13.000") blijft een ondergrens: het maximum is dan onbekend, en wat er
    landelijk overblijft heeft dan geen minimum. Het midden is in dat geval de ene bekende grens.

    Parameters
    ----------
    doelset : Doelset
        De gekozen doelset.
    inwoners : Series
        Inwoners per provincie; de index bepaalt de rijen van het antwoord.
    vul_aan : bool, optional
        Of onbekende doelen aangevuld worden.

    Returns
    -------
    DataFrame
        Index ``provincie``; ``minimum``, ``midden``, ``maximum`` (plaatsen, NaN = onbekend),
        ``status``, ``peildatum`` (wanneer de plaatsen er moeten zijn), ``bron``, ``brondatum``
        (wanneer de bron verscheen) en ``toelichting``. Van een aangevuld doel is de bron die van
        het getal; wat een andere bron over de provincie zei, staat met die bron in de toelichting.
        Bij een getal van de gebruiker zelf begint de toelichting met `EIGEN`.
    """
    rijen = {provincie: _provincie(doelset, provincie) for provincie in inwoners.index}
    doelen = pd.DataFrame.from_dict(rijen, orient="index", columns=KOLOMMEN)
    doelen.index.name = "provincie"
    doelen[GRENZEN] = doelen[GRENZEN].astype("float64")
    if vul_aan:
        doelen = _aangevuld(doelen, doelset.landelijk, inwoners)
    zwijgt = (doelen["status"] == Status.ONBEKEND) & (doelen["toelichting"] == "")
    doelen["toelichting"] = doelen["toelichting"].mask(zwijgt, "niet in deze doelset")
    return doelen


def onderdelen_in_som(doelset: Doelset) -> tuple[str, ...]:
    """Geef de onderdelen waaruit een doel opgeteld wordt; leeg als er alleen totalen zijn."""
    return tuple(
        dict.fromkeys(doel.onderdeel for doel in doelset.doelen if telt_in_som(doel.onderdeel))
    )


def bronvermelding(bron: str, brondatum: str) -> str:
    """Bron en verschijningsdatum als één stuk tekst; leeg als er geen bron is."""
    return f"{bron} ({datum(brondatum)})" if bron and brondatum else bron


def herkomstregel(bron: str, brondatum: str, peildatum: str, toelichting: str) -> str:
    """Waar een doel vandaan komt en voor wanneer het geldt, als één regel.

    >>> herkomstregel("GS-besluit", "2020-09-15", "2023-12-31", "")
    'GS-besluit (15-9-2020); te realiseren uiterlijk op 31-12-2023'
    """
    wanneer = f"te realiseren uiterlijk op {datum(peildatum)}" if peildatum else ""
    return _samen([bronvermelding(bron, brondatum), wanneer, toelichting])


def _provincie(doelset: Doelset, provincie: str) -> list[object]:
    """De rij van één provincie, nog niet aangevuld."""
    rijen = doelset.van(provincie)
    totaal = [doel for doel in rijen if doel.onderdeel == TOTAAL]
    gekozen = tellende_doelen(rijen) or totaal
    if not gekozen or not all(doel.plaatsen.bekend for doel in gekozen):
        reden = _samen(_met_bron(doel.herkomst) for doel in gekozen)
        return [None, None, None, Status.ONBEKEND, "", "", "", reden]
    plaatsen = [doel.plaatsen for doel in gekozen]
    toelichtingen = [doel.herkomst.toelichting for doel in gekozen]
    if len(gekozen) > 1:
        som = "som van " + " en ".join(onderdeelnaam(doel.onderdeel) for doel in gekozen)
        toelichtingen = [som, *toelichtingen]
    if provincie in doelset.eigen_provincies:
        toelichtingen = [EIGEN, *toelichtingen]
    return [
        _som([band.minimum for band in plaatsen]),
        _som([band.midden for band in plaatsen]),
        _som([band.maximum for band in plaatsen]),
        zwakste(*(doel.herkomst.status for doel in gekozen)),
        gekozen[0].peildatum,
        *_bronnen((doel.herkomst.bron, doel.herkomst.peildatum) for doel in gekozen),
        _samen(toelichtingen),
    ]


def _som(waarden: Sequence[float | None]) -> float | None:
    """De som; None als een deel onbekend is."""
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend) if len(bekend) == len(waarden) else None


def _samen(teksten: Iterable[str]) -> str:
    """Verschillende, niet lege teksten achter elkaar."""
    return "; ".join(dict.fromkeys(tekst for tekst in teksten if tekst))


def _bronnen(paren: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Bron en brondatum van een som; bij verschillende bronnen staat elke datum bij haar bron."""
    uniek = list(dict.fromkeys(paren))
    if len(uniek) == 1:
        return uniek[0]
    if len({brondatum for _, brondatum in uniek}) == 1:
        return _samen(bron for bron, _ in uniek), uniek[0][1]
    return _samen(bronvermelding(*paar) for paar in uniek), ""


def _met_bron(herkomst: Herkomst) -> str:
    """Wat een bron over een provincie zegt zonder een doel te geven, met die bron erbij."""
    bron = bronvermelding(herkomst.bron, herkomst.peildatum)
    wat = herkomst.toelichting
    return f"{bron}: {wat}" if bron and wat else wat


def _aangevuld(doelen: pd.DataFrame, totaal: Doel | None, inwoners: pd.Series) -> pd.DataFrame:
    """De doelen met onbekende provincies naar rato van inwoners aangevuld."""
    onbekend = doelen["midden"].isna() & inwoners.notna()
    if not onbekend.any():
        return doelen
    bekend = doelen[doelen["midden"].notna()]
    if totaal is not None:
        rest = _rest(totaal.plaatsen, bekend)
        noemer = inwoners[onbekend].sum()
        herleiding = "rest van het landelijke totaal, naar rato van inwoners"
        bron, brondatum = totaal.herkomst.bron, totaal.herkomst.peildatum
        peildatum = totaal.peildatum
    else:
        zeker = bekend[bekend["status"] == Status.GEPUBLICEERD]
        basis = zeker if len(zeker) else bekend
        if basis.empty:
            return doelen
        rest = {grens: basis[grens].sum(skipna=False) for grens in GRENZEN}
        noemer = inwoners[basis.index].sum()
        herleiding = f"naar rato van inwoners vanuit {', '.join(basis.index)}"
        bron, brondatum = _bronnen(zip(basis["bron"], basis["brondatum"], strict=True))
        peildatum = str(basis["peildatum"].max())
    if rest["midden"] <= 0 or rest["minimum"] <= 0:
        return doelen
    aangevuld = doelen.copy()
    for grens in GRENZEN:
        aangevuld.loc[onbekend, grens] = rest[grens] * inwoners[onbekend] / noemer
    aangevuld.loc[onbekend, "status"] = Status.AFGELEID
    aangevuld.loc[onbekend, "peildatum"] = peildatum
    aangevuld.loc[onbekend, "bron"] = bron
    aangevuld.loc[onbekend, "brondatum"] = brondatum
    aangevuld.loc[onbekend, "toelichting"] = [
        _samen([tekst, herleiding]) for tekst in doelen.loc[onbekend, "toelichting"]
    ]
    return aangevuld


def _rest(totaal: Bandbreedte, bekend: pd.DataFrame) -> dict[str, float]:
    """Wat er van het landelijke totaal overblijft; een onbekende grens elders is hier onbekend.

    Een hoog doel elders laat hier minder over, en andersom.
    """
    onbekend = float("nan")
    laag, midden, hoog = (
        onbekend if grens is None else grens
        for grens in (totaal.minimum, totaal.midden, totaal.maximum)
    )
    return {
        "minimum": laag - bekend["maximum"].sum(skipna=False),
        "midden": midden - bekend["midden"].sum(),
        "maximum": hoog - bekend["minimum"].sum(skipna=False),
    }
