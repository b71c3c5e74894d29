"""Van doelset naar één doel per provincie, als bandbreedte met status."""

import pandas as pd

from locatieplanner.domein.doel import TOTAAL, Bandbreedte, Doel, Doelset
from locatieplanner.domein.herkomst import Status, zwakste

KORTE_TERMIJN = "korte_termijn"
DEEL_VAN_TOTAAL = "waarvan_"

KOLOMMEN = ["minimum", "midden", "maximum", "status", "peildatum", "bron", "toelichting"]


def doelen_per_provincie(
    doelset: Doelset, inwoners: pd.Series, *, vul_aan: bool = True
) -> pd.DataFrame:
    """Geef per provincie het doel voor alle onderdelen samen.

    Dat is de rij ``totaal`` als die bekend is, anders de som van de onderdelen met de laatste
    peildatum (``korte_termijn`` telt niet mee); een som met een onbekend deel is onbekend. Wat
    onbekend is, wordt naar rato van inwoners aangevuld en heet dan ``afgeleid``: uit de rest van
    het landelijke totaal als de doelset dat geeft, anders uit de gepubliceerde provincies.

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
        ``status``, ``peildatum``, ``bron`` en ``toelichting``.
    """
    rijen = {provincie: _provincie(doelset, provincie) for provincie in inwoners.index}
    doelen = pd.DataFrame.from_dict(rijen, orient="index", columns=KOLOMMEN)
    doelen.index.name = "provincie"
    grenzen = ["minimum", "midden", "maximum"]
    doelen[grenzen] = doelen[grenzen].astype("float64")
    return _aangevuld(doelen, doelset.landelijk, inwoners) if vul_aan else doelen


def _provincie(doelset: Doelset, provincie: str) -> list[object]:
    """De rij van één provincie, nog niet aangevuld."""
    eigen = [doel for doel in doelset.doelen if doel.provincie == provincie]
    totaal = [doel for doel in eigen if doel.onderdeel == TOTAAL]
    onderdelen = [
        doel
        for doel in eigen
        if doel.onderdeel not in {TOTAAL, KORTE_TERMIJN}
        and not doel.onderdeel.startswith(DEEL_VAN_TOTAAL)
    ]
    gekozen = [doel for doel in totaal if doel.plaatsen.bekend][:1]
    if not gekozen and onderdelen:
        laatste = max(doel.peildatum for doel in onderdelen)
        gekozen = [doel for doel in onderdelen if doel.peildatum == laatste]
    gekozen = gekozen or totaal
    if not gekozen or not all(doel.plaatsen.bekend for doel in gekozen):
        reden = "; ".join(
            sorted({d.herkomst.toelichting for d in gekozen if d.herkomst.toelichting})
        )
        return [None, None, None, Status.ONBEKEND, "", "", reden or "niet in deze doelset"]
    samen = Bandbreedte(
        sum(doel.plaatsen.laag or 0.0 for doel in gekozen),
        sum(doel.plaatsen.hoog or 0.0 for doel in gekozen),
    )
    return [
        samen.minimum,
        samen.midden,
        samen.maximum,
        zwakste(*(doel.herkomst.status for doel in gekozen)),
        gekozen[0].peildatum,
        gekozen[0].herkomst.bron,
        _toelichting(gekozen),
    ]


def _toelichting(doelen: list[Doel]) -> str:
    """De onderdelen van een som, of de toelichting van de ene rij."""
    if len(doelen) > 1:
        return "som van " + " en ".join(doel.onderdeel.replace("_", "/") for doel in doelen)
    return doelen[0].herkomst.toelichting


def _aangevuld(doelen: pd.DataFrame, totaal: Doel | None, inwoners: pd.Series) -> pd.DataFrame:
    """De doelen met onbekende provincies naar rato van inwoners aangevuld."""
    onbekend = doelen["midden"].isna() & inwoners.notna()
    if not onbekend.any():
        return doelen
    bekend = doelen[doelen["midden"].notna()]
    if totaal is not None:
        # Een hoog doel elders laat hier minder over, en andersom.
        hoog = (totaal.plaatsen.hoog or 0.0) - bekend["minimum"].sum()
        laag = (totaal.plaatsen.laag or 0.0) - bekend["maximum"].sum()
        noemer = inwoners[onbekend].sum()
        herleiding = "rest van het landelijke totaal, naar rato van inwoners"
        bron = totaal.herkomst.bron
        peildatum = totaal.peildatum
    else:
        zeker = bekend[bekend["status"] == Status.GEPUBLICEERD]
        basis = zeker if len(zeker) else bekend
        if basis.empty:
            return doelen
        laag, hoog = basis["minimum"].sum(), basis["maximum"].sum()
        noemer = inwoners[basis.index].sum()
        herleiding = f"naar rato van inwoners vanuit {', '.join(basis.index)}"
        bron = str(basis["bron"].iloc[0])
        peildatum = str(basis["peildatum"].iloc[0])
    if laag <= 0:
        return doelen
    aangevuld = doelen.copy()
    deel = inwoners[onbekend] / noemer
    aangevuld.loc[onbekend, "minimum"] = laag * deel
    aangevuld.loc[onbekend, "midden"] = (laag + hoog) / 2 * deel
    aangevuld.loc[onbekend, "maximum"] = hoog * deel
    aangevuld.loc[onbekend, "status"] = Status.AFGELEID
    aangevuld.loc[onbekend, "peildatum"] = peildatum
    aangevuld.loc[onbekend, "bron"] = bron
    aangevuld.loc[onbekend, "toelichting"] = herleiding
    return aangevuld
