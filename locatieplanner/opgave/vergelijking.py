"""Doelsets naast elkaar: per provincie, en per doelset de som tegenover het gepubliceerde totaal.

Een verschil wordt getoond en nergens weggewerkt. Een som over een deel van de provincies is met
geen totaal te vergelijken; wat uit dat totaal afgeleid is evenmin, want dat klopt altijd.
"""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.doel import DEEL_VAN_TOTAAL, TOTAAL, Doelset
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal, kort_getal
from locatieplanner.opgave.doelen import doelen_per_provincie

TOTALEN = (
    *("doelset", "naam", "kort", "onderdeel", "gepubliceerd_laag", "gepubliceerd_hoog", "status"),
    *("bron", "brondatum", "som_laag", "som_midden", "som_hoog", "verschil"),
    *("provincies_bekend", "provincies_afgeleid", "provincies_onbekend", "oordeel"),
)
"""De kolommen van `vergelijk_totalen`."""


def naast_elkaar(
    doelsets: Mapping[str, Doelset], inwoners: pd.Series, *, vul_aan: bool = True
) -> pd.DataFrame:
    """Geef per provincie het doel in elke doelset.

    Parameters
    ----------
    doelsets : mapping of str to Doelset
        De doelsets, per id.
    inwoners : Series
        Inwoners per provincie; de index bepaalt de provincies en hun volgorde.
    vul_aan : bool, optional
        Of onbekende doelen aangevuld worden.

    Returns
    -------
    DataFrame
        Een rij per provincie per doelset: ``provincie``, ``doelset`` (id), ``naam``, ``kort``,
        ``eigen`` (of het een getal van de gebruiker is), de kolommen van `doelen_per_provincie`,
        en ``ingebouwd_minimum``, ``ingebouwd_maximum`` en ``ingebouwd_status``: het doel zonder
        eigen getallen.
    """
    delen = []
    for id_, doelset in doelsets.items():
        doelen = doelen_per_provincie(doelset, inwoners, vul_aan=vul_aan)
        ingebouwd = doelen_per_provincie(doelset.origineel, inwoners, vul_aan=vul_aan)
        deel = doelen.reset_index(names="provincie")
        deel.insert(1, "doelset", id_)
        deel.insert(2, "naam", doelset.naam)
        deel.insert(3, "kort", doelset.kort or doelset.naam)
        deel.insert(4, "eigen", deel["provincie"].isin(doelset.eigen_provincies))
        for kolom in ("minimum", "maximum", "status"):
            deel[f"ingebouwd_{kolom}"] = ingebouwd[kolom].to_numpy()
        delen.append(deel)
    samen = pd.concat(delen, ignore_index=True)
    volgorde = samen["provincie"].map({naam: plek for plek, naam in enumerate(inwoners.index)})
    return samen.iloc[volgorde.argsort(kind="stable")].reset_index(drop=True)


def vergelijk_totalen(doelsets: Mapping[str, Doelset], inwoners: pd.Series) -> pd.DataFrame:
    """Zet per doelset de som van de provincies naast het gepubliceerde totaal.

    Parameters
    ----------
    doelsets : mapping of str to Doelset
        De doelsets, per id.
    inwoners : Series
        Inwoners per provincie; de index zegt welke provincies er zijn.

    Returns
    -------
    DataFrame
        Kolommen `TOTALEN`, een rij per doelset voor het totaal en een voor elk deel daarvan
        (``waarvan_amv``). Alles in plaatsen. De som gaat over de provincies waarvan een doel
        gegeven is, niet over wat daaruit afgeleid wordt. ``verschil`` is som − gepubliceerd, en
        NaN als een provincie ontbreekt of er geen totaal is; bij een bandbreedte tellen de middens.
        ``oordeel`` zegt dit in één zin.
    """
    rijen = []
    for id_, doelset in doelsets.items():
        delen = dict.fromkeys(
            d.onderdeel for d in doelset.doelen if d.onderdeel.startswith(DEEL_VAN_TOTAAL)
        )
        for onderdeel in (TOTAAL, *delen):
            grenzen, afgeleid = _per_provincie(doelset, onderdeel, inwoners)
            rijen.append(
                (
                    *(id_, doelset.naam, doelset.kort or doelset.naam, onderdeel),
                    *_rij(doelset, onderdeel, grenzen, afgeleid),
                )
            )
    tabel = pd.DataFrame(rijen, columns=list(TOTALEN))
    getallen = [kolom for kolom in TOTALEN if kolom.startswith(("gepubliceerd", "som", "verschil"))]
    return tabel.astype(dict.fromkeys(getallen, "float64"))


def _per_provincie(
    doelset: Doelset, onderdeel: str, inwoners: pd.Series
) -> tuple[pd.DataFrame, int]:
    """Minimum, midden en maximum per provincie zoals gegeven, en hoeveel er af te leiden zijn."""
    if onderdeel == TOTAAL:
        aangevuld = doelen_per_provincie(doelset, inwoners)
        gegeven = doelen_per_provincie(doelset, inwoners, vul_aan=False)
        afgeleid = int(((aangevuld["status"] == Status.AFGELEID) & gegeven["midden"].isna()).sum())
        return gegeven[["minimum", "midden", "maximum"]], afgeleid
    banden = {
        provincie: next(
            (d.plaatsen for d in doelset.van(provincie) if d.onderdeel == onderdeel), None
        )
        for provincie in inwoners.index
    }
    rijen = [
        (None, None, None) if band is None else (band.minimum, band.midden, band.maximum)
        for band in banden.values()
    ]
    tabel = pd.DataFrame(rijen, index=inwoners.index, columns=["minimum", "midden", "maximum"])
    return tabel.astype("float64"), 0


def _rij(
    doelset: Doelset, onderdeel: str, grenzen: pd.DataFrame, afgeleid: int
) -> tuple[object, ...]:
    """Wat er gepubliceerd is, de som, het verschil en hoeveel provincies er in zitten."""
    landelijk = doelset.landelijk_deel(onderdeel)
    bekend = int(grenzen["midden"].notna().sum())
    som = {naam: grenzen[naam].dropna().sum() if bekend else None for naam in grenzen.columns}
    for naam in ("minimum", "maximum"):
        # Is van een provincie een grens open, dan is die van de som dat ook.
        if (grenzen["midden"].notna() & grenzen[naam].isna()).any():
            som[naam] = None
    verschil = None
    if landelijk is not None and bekend == len(grenzen):
        verschil = float(grenzen["midden"].sum()) - (landelijk.plaatsen.midden or 0.0)
    gepubliceerd: tuple[object, ...] = (None, None, str(Status.ONBEKEND), "", "")
    if landelijk is not None:
        herkomst, plaatsen = landelijk.herkomst, landelijk.plaatsen
        gepubliceerd = (
            *(plaatsen.minimum, plaatsen.maximum, str(herkomst.status)),
            *(herkomst.bron, herkomst.peildatum),
        )
    return (
        *gepubliceerd,
        *(som["minimum"], som["midden"], som["maximum"], verschil),
        *(bekend, afgeleid, len(grenzen) - bekend - afgeleid),
        _oordeel(verschil, len(grenzen) - bekend, len(grenzen), heeft_totaal=landelijk is not None),
    )


def _oordeel(verschil: float | None, mist: int, alle: int, *, heeft_totaal: bool) -> str:
    if not heeft_totaal:
        return "geen gepubliceerd totaal om mee te vergelijken"
    if mist == alle:
        return "niet te vergelijken: van geen enkele provincie is een aantal gegeven"
    if verschil is None:
        return (
            f"niet te vergelijken: van {getal(mist)} van de {getal(alle)} provincies is geen "
            "aantal gegeven"
        )
    if verschil == 0:
        return "de som is gelijk aan het gepubliceerde totaal"
    woord = "meer" if verschil > 0 else "minder"
    plaatsen = "plaats" if abs(verschil) == 1 else "plaatsen"
    return (
        f"de som is {kort_getal(abs(verschil))} {plaatsen} {woord} dan gepubliceerd; beide blijven "
        "zoals de bron ze geeft"
    )
