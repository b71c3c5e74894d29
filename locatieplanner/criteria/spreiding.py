"""Spreiding: draagt elke gemeente een evenredig deel, en wat is er al vlakbij?

Formules::

    spreiding     = g · evenredigheid + (1 − g) · nabije opvang
    r             = (plaatsen bestaand en gepland in de gemeente + capaciteit)
                    / (provinciaal doel · inwoners gemeente / inwoners provincie)
    evenredigheid = 100 bij r ≤ 1, 0 bij r ≥ v, logaritmisch ertussen
    d             = 1000 · Σ plaatsen · e^(−afstand/λ) / Σ inwoners · e^(−afstand/λ)
    nabije opvang = 100 bij d ≤ landelijk gemiddelde van de doelset, 0 bij d ≥ w × dat

De kandidaat telt zelf mee. Bestaande plaatsen tellen in r als de doelset dat zegt.

Van een gemeente waarvan geen opvang bekend is, is onbekend óf er een locatie is. Daarom geldt de
verwachting over beide mogelijkheden, met u de plaatsen die er te verwachten zijn en m de
gebruikelijke omvang van een locatie::

    kans  = min(u / m, 1)
    score = (1 − kans) · score zonder + kans · score met max(u, m) plaatsen erbij

De constanten g, v, λ, w en m staan in ``lagen/parameters.toml``.
"""

from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from locatieplanner.criteria.ligging import plekken
from locatieplanner.criteria.waardefunctie import Scores, gemiddelde_van_bekende, logaritmisch
from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.gepland import gepland

Getallen = NDArray[np.float64]

_AFSTANDEN_TEGELIJK = 100_000
"""Zoveel afstanden passen in het snelle geheugen van de processor."""

BEREIK_LAMBDA = 15
"""Verder dan zoveel keer λ weegt iets minder dan e⁻¹⁵, een drie miljoenste: dat telt niet mee."""


def nabij(punten: Getallen, bronnen: Getallen, hoeveelheden: Getallen, lambda_m: float) -> Getallen:
    """Tel hoeveelheden rond elk punt op, elk gewogen met e^(−afstand/λ).

    Parameters
    ----------
    punten : ndarray, shape (n, 2)
        RD, meters.
    bronnen : ndarray, shape (m, 2)
        RD, meters.
    hoeveelheden : ndarray, shape (m, k)
        Wat er op elke bron is.
    lambda_m : float
        Afstand waarop een hoeveelheid voor e⁻¹ (37 %) meetelt, meters.

    Returns
    -------
    ndarray, shape (n, k)
    """
    uitkomst = np.zeros((len(punten), hoeveelheden.shape[1]))
    bereik_m = BEREIK_LAMBDA * lambda_m
    tegel_m = bereik_m / 6
    kolom, rij = np.floor(punten / tegel_m).astype(np.int64).T
    volgorde = np.lexsort((rij, kolom))
    grenzen = np.flatnonzero(np.diff(kolom[volgorde]) | np.diff(rij[volgorde])) + 1
    for rijen in np.split(volgorde, grenzen) if len(volgorde) else ():
        # De rand van de tegel, niet van de punten erin: zo hangt een som nooit af van de buren.
        hoek = tegel_m * np.array([kolom[rijen[0]], rij[rijen[0]]])
        telt = np.all((bronnen >= hoek - bereik_m) & (bronnen <= hoek + tegel_m + bereik_m), axis=1)
        uitkomst[rijen] = gewogen_som(punten[rijen], bronnen[telt], hoeveelheden[telt], lambda_m)
    return uitkomst


def gewogen_som(
    punten: Getallen, bronnen: Getallen, hoeveelheden: Getallen, lambda_m: float
) -> Getallen:
    """Tel alle hoeveelheden rond elk punt op, gewogen met e^(−afstand/λ); zie `nabij`.

    In brokken, zodat het geheugen begrensd blijft.
    """
    uitkomst = np.zeros((len(punten), hoeveelheden.shape[1]))
    rijen = max(_AFSTANDEN_TEGELIJK // max(len(bronnen), 1), 1)
    for begin in range(0, len(punten), rijen):
        deel = slice(begin, begin + rijen)
        afstand = cdist(punten[deel], bronnen)
        afstand /= -lambda_m
        uitkomst[deel] = np.exp(afstand, out=afstand) @ hoeveelheden
    return uitkomst


def verwachting(
    score: Callable[[Getallen], Scores], zeker: Getallen, onzeker: Getallen, omvang: float
) -> Scores:
    """Geef de verwachte score als onbekend is of er nog een locatie is.

    Parameters
    ----------
    score : callable
        Van plaatsen naar score, niet stijgend.
    zeker : ndarray, shape (n,)
        Plaatsen die er zijn.
    onzeker : ndarray, shape (n,)
        Plaatsen die daarbij te verwachten zijn.
    omvang : float
        Gebruikelijke omvang van een locatie, plaatsen.

    >>> verwachting(lambda plaatsen: 100 - plaatsen, np.array([10.0]), np.array([5.0]), 50.0)
    array([85.])
    """
    kans = np.minimum(onzeker / omvang, 1.0)
    zonder = score(zeker)
    met = score(zeker + np.maximum(onzeker, omvang))
    return np.asarray(zonder + kans * (met - zonder), dtype=np.float64)


def score_nabije_opvang(
    plaatsen: Getallen,
    verwacht: Getallen,
    inwoners: Getallen,
    doel_per_1000: float,
    veelvoud: float,
    omvang: float,
) -> Scores:
    """Geef de score voor nabije opvang; alles is gewogen met e^(−afstand/λ).

    Parameters
    ----------
    plaatsen : ndarray, shape (n,)
        Plaatsen in de omgeving, de kandidaat meegeteld.
    verwacht : ndarray, shape (n,)
        Plaatsen die daarbij te verwachten zijn.
    inwoners : ndarray, shape (n,)
        Inwoners in de omgeving; zonder inwoners is er geen verhouding, en dus geen score (NaN).
    doel_per_1000 : float
        Landelijk doel, plaatsen per 1.000 inwoners; NaN geeft NaN.
    veelvoud : float
        Bij zoveel keer het doel is de score 0.
    omvang : float
        Gebruikelijke omvang van een locatie, plaatsen.
    """
    noemer = np.where(inwoners > 0, inwoners / 1000, np.nan)
    return verwachting(
        lambda p: logaritmisch(p / noemer, doel_per_1000, veelvoud), plaatsen, verwacht, omvang
    )


def samengesteld(evenredigheid: Scores, nabije_opvang: Scores, gewicht: float) -> Scores:
    """Weeg evenredigheid (met `gewicht`) en nabije opvang (de rest), over wat bekend is."""
    return gemiddelde_van_bekende(
        np.column_stack([evenredigheid, nabije_opvang]), np.array([gewicht, 1 - gewicht])
    )


def spreiding(kandidaten: gpd.GeoDataFrame, omgeving: Omgeving) -> pd.DataFrame:
    """Beoordeel de spreiding van elke kandidaat.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Met ligging (`locatieplanner.criteria.ligging.met_ligging`).
    omgeving : Omgeving
        Waartegen beoordeeld wordt.

    Returns
    -------
    DataFrame
        Op dezelfde index: ``score`` (0–100, NaN = onbekend), de delen ``score_evenredigheid``
        en ``score_nabij``, ``score_laag`` en ``score_hoog`` (bij het laagste en het hoogste
        doel van de bandbreedte), ``status``, en de maten ``plaatsen_bekend`` (NaN = niets
        bekend), ``plaatsen_geschat``, ``plaatsen_verwacht``, ``kans_op_opvang``,
        ``plaatsen_gepland`` (zonder de kandidaat zelf), ``plaatsen_evenredig_deel``,
        ``verhouding_evenredig`` en ``score_zonder_verwacht`` (evenredigheid zonder de verwachte
        plaatsen), ``nabij_plaatsen`` en ``nabij_plaatsen_per_1000`` (zonder de verwachte),
        ``nabij_verwacht``, ``kans_nabij``, ``score_nabij_zonder_verwacht`` en
        ``nabij_inwoners``.
    """
    par = omgeving.parameters
    capaciteit = kandidaten["capaciteit"].to_numpy(dtype=np.float64)
    code = kandidaten["gemeentecode"]
    gemeente = omgeving.gemeenten.reindex(code)
    bestaand = omgeving.bestaand.reindex(code)
    doel = omgeving.doelen.reindex(kandidaten["provincie"])

    eigen_gepland = gepland(kandidaten, omgeving.locatietypen, par)
    gepland_gemeente = pd.Series(eigen_gepland).groupby(code.to_numpy()).sum()
    bekend = bestaand["plaatsen_bekend"].to_numpy(dtype=np.float64)
    geschat = bestaand["plaatsen_geschat"].to_numpy(dtype=np.float64)
    verwacht = bestaand["plaatsen_verwacht"].to_numpy(dtype=np.float64)
    omvang = par.getal("opgave.locatie_omvang")
    andere = gepland_gemeente.reindex(code).to_numpy(dtype=np.float64) - eigen_gepland
    telt = 1.0 if omgeving.doelset.bestaand_telt_mee else 0.0
    plaatsen = telt * (np.nan_to_num(bekend) + geschat) + andere + capaciteit

    inwoners_provincie = omgeving.gemeenten.groupby("provincie")["inwoners"].sum()
    aandeel = gemeente["inwoners"].to_numpy(dtype=np.float64) / inwoners_provincie.reindex(
        kandidaten["provincie"]
    ).to_numpy(dtype=np.float64)
    nabij_plaatsen, nabij_verwacht, nabij_inwoners = _nabije_opvang(
        kandidaten, eigen_gepland, omgeving
    )
    nabij_plaatsen += capaciteit
    # Zonder inwoners in de omgeving is er geen verhouding: onbekend.
    noemer = np.where(nabij_inwoners > 0, nabij_inwoners / 1000, np.nan)

    def scores(grens: str) -> tuple[Scores, Scores, Scores]:
        # Een open grens ("ten minste 13.000") zegt niets: dan geldt het ene getal dat er is.
        evenredig_deel = doel[grens].fillna(doel["midden"]).to_numpy(dtype=np.float64) * aandeel
        evenredigheid = verwachting(
            lambda p: logaritmisch(p, evenredig_deel, par.getal("spreiding.verhouding_nul")),
            plaatsen,
            telt * verwacht,
            omvang,
        )
        dichtbij = score_nabije_opvang(
            nabij_plaatsen,
            nabij_verwacht,
            nabij_inwoners,
            omgeving.landelijk_doel_per_1000(grens),
            par.getal("spreiding.nabij_veelvoud_nul"),
            omvang,
        )
        # Een plek buiten elke gemeente heeft geen omgeving waarvan de inwoners bekend zijn.
        dichtbij[code.isna().to_numpy()] = np.nan
        gewicht = par.getal("spreiding.gewicht_evenredigheid")
        return samengesteld(evenredigheid, dichtbij, gewicht), evenredigheid, dichtbij

    score, score_evenredigheid, score_nabij = scores("midden")
    evenredig_deel = doel["midden"].to_numpy(dtype=np.float64) * aandeel
    with np.errstate(divide="ignore"):
        verhouding = plaatsen / evenredig_deel
    doelstatus = omgeving.doelen.loc[omgeving.doelen["midden"].notna(), "status"].unique()
    status = zwakste(omgeving.status_bestaand, *(Status(deel) for deel in doelstatus))
    return pd.DataFrame(
        {
            "score": score,
            "score_laag": scores("minimum")[0],
            "score_hoog": scores("maximum")[0],
            "score_evenredigheid": score_evenredigheid,
            "score_nabij": score_nabij,
            "plaatsen_bekend": bekend,
            "plaatsen_geschat": geschat,
            "plaatsen_verwacht": verwacht,
            "kans_op_opvang": np.minimum(telt * verwacht / omvang, 1.0),
            "plaatsen_gepland": andere,
            "plaatsen_evenredig_deel": evenredig_deel,
            "verhouding_evenredig": verhouding,
            "score_zonder_verwacht": logaritmisch(
                plaatsen, evenredig_deel, par.getal("spreiding.verhouding_nul")
            ),
            "nabij_plaatsen": nabij_plaatsen,
            "nabij_verwacht": nabij_verwacht,
            "kans_nabij": np.minimum(nabij_verwacht / omvang, 1.0),
            "score_nabij_zonder_verwacht": logaritmisch(
                nabij_plaatsen / noemer,
                omgeving.landelijk_doel_per_1000(),
                par.getal("spreiding.nabij_veelvoud_nul"),
            ),
            "nabij_inwoners": nabij_inwoners,
            "nabij_plaatsen_per_1000": nabij_plaatsen / noemer,
            "status": np.where(np.isnan(score), Status.ONBEKEND, status),
        },
        index=kandidaten.index,
    )


def _nabije_opvang(
    kandidaten: gpd.GeoDataFrame, eigen_gepland: Getallen, omgeving: Omgeving
) -> tuple[Getallen, Getallen, Getallen]:
    """Plaatsen (zonder de kandidaat), verwachte plaatsen en inwoners rond elk, gewogen."""
    lambda_m = omgeving.parameters.getal("spreiding.lambda_m")
    punten = plekken(kandidaten)
    inwonerpunten = omgeving.inwonerpunten
    telt = eigen_gepland > 0
    rond = nabij(
        punten,
        inwonerpunten.get_coordinates().to_numpy(),
        inwonerpunten[["inwoners", "plaatsen_verwacht"]].to_numpy(dtype=np.float64),
        lambda_m,
    )
    opvang = nabij(
        punten,
        omgeving.opvang.get_coordinates().to_numpy(),
        omgeving.opvang[["plaatsen"]].to_numpy(dtype=np.float64),
        lambda_m,
    )
    # De kandidaat zelf ligt op afstand nul en telt dus precies één keer mee: die gaat eraf.
    andere = nabij(punten, punten[telt], eigen_gepland[telt, np.newaxis], lambda_m)
    plaatsen = opvang[:, 0] + andere[:, 0] - eigen_gepland
    return np.maximum(plaatsen, 0.0), rond[:, 1], rond[:, 0]
