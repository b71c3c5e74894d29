"""Het verloop: maand voor maand de capaciteit tegenover het doel.

Per maand::

    capaciteit = bestaand bekend + bestaand geschat + gepland
    gepland    = Σ plaatsen van kandidaten die tellen en dan beschikbaar zijn
    nodig      = doel − capaciteit          (onder nul is meer dan het doel)

Wie telt, zegt ``opgave.gepland_vanaf``; wanneer iemand beschikbaar is, staat in
`locatieplanner.opgave.beschikbaarheid`. Telt bestaande opvang in de doelset niet mee, dan is zij
nul. Tot de peildatum van het doel is er nog geen doel om te halen.

Van maand op maand sluit het: gepland = gepland vorige maand + wat begint − wat vorige maand
eindigde.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.beschikbaarheid import NOOIT, beginmaanden, eindmaanden
from locatieplanner.opgave.capaciteit import capaciteit_per_maand
from locatieplanner.opgave.gebiedsdoel import Gebiedsdoel, doel_van_gebied, gemeenten_in
from locatieplanner.opgave.gepland import telt_als_gepland

GRENZEN = ("laag", "midden", "hoog")


class Meedoen(StrEnum):
    """Of en waarom een locatie die telt in het tijdvak te zien is."""

    IN_TIJDVAK = "telt in ten minste één maand"
    ZONDER_BEGIN = "zonder begindatum"
    VOORBIJ = "al afgelopen voor de eerste maand"
    LATER = "begint pas na de laatste maand"
    TE_KORT = "op geen enkele eerste dag van een maand beschikbaar"


class Gebeurtenis(StrEnum):
    """Wat er met een locatie gebeurt."""

    BEGINT = "begint"
    LOOPT_AF = "loopt af"


@dataclass(frozen=True)
class Haalmoment:
    """Wanneer een grens van het doel gehaald wordt.

    Parameters
    ----------
    doel : float
        De grens, plaatsen.
    gehaald : Period or None
        Eerste maand waarin de capaciteit ten minste het doel is; None als dat er geen is.
    verloren : Period or None
        Eerste maand daarna waarin de capaciteit weer onder het doel ligt; None als dat er geen is.
    """

    doel: float
    gehaald: pd.Period | None
    verloren: pd.Period | None


@dataclass(frozen=True, eq=False)
class Verloop:
    """De capaciteit van een gebied tegenover zijn doel, maand voor maand.

    Parameters
    ----------
    doel : Gebiedsdoel
        Het doel van het gebied.
    bestaand_telt_mee : bool
        Of bestaande opvang in deze doelset meetelt.
    bestaand_status : Status
        Hoe zeker de bestaande opvang is.
    maanden : DataFrame
        Index ``maand``; in plaatsen: ``bestaand_bekend`` (NaN = niets bekend),
        ``bestaand_geschat``, ``gepland``, ``capaciteit``, ``begint`` (nieuw deze maand),
        ``eindigt`` (contract loopt deze maand af), ``doel_laag``, ``doel_midden`` en
        ``doel_hoog`` (NaN = nog geen doel, of onbekend) en ``nodig_…`` daarvan.
    locaties : DataFrame
        De kandidaten die tellen, index ``id``: ``naam``, ``gemeente``, ``type``, ``status``,
        ``plaatsen``, ``beschikbaar_van``, ``beschikbaar_tot`` en ``meedoen`` (`Meedoen`).
    """

    doel: Gebiedsdoel
    bestaand_telt_mee: bool
    bestaand_status: Status
    maanden: pd.DataFrame
    locaties: pd.DataFrame

    @property
    def status(self) -> Status:
        """Hoe zeker het is of het doel gehaald wordt: zo zeker als het zwakste deel."""
        if not self.bestaand_telt_mee:
            return self.doel.status
        return zwakste(self.doel.status, self.bestaand_status)

    @property
    def haalmomenten(self) -> Mapping[str, Haalmoment]:
        """Per grens van het doel die bekend is (``laag``, …) wanneer zij gehaald wordt."""
        return {
            grens: _haalmoment(self.maanden[f"nodig_{grens}"], self.maanden[f"doel_{grens}"])
            for grens in GRENZEN
            if self.maanden[f"doel_{grens}"].notna().any()
        }

    @property
    def niet_in_beeld(self) -> pd.DataFrame:
        """De locaties die tellen en toch in geen enkele maand te zien zijn."""
        return self.locaties[self.locaties["meedoen"] != Meedoen.IN_TIJDVAK]

    @property
    def zonder_einde(self) -> pd.DataFrame:
        """De locaties die te zien zijn en geen einddatum hebben: zij lopen door."""
        hier = self.locaties["meedoen"] == Meedoen.IN_TIJDVAK
        return self.locaties[hier & self.locaties["beschikbaar_tot"].isna()]

    @property
    def gebeurtenissen(self) -> pd.DataFrame:
        """Wat er in het tijdvak begint en wat er afloopt, op volgorde van maand, wat en id.

        Index ``id``; ``maand``, ``wat`` (`Gebeurtenis`) en de kolommen van ``locaties``.
        """
        hier = self.locaties[self.locaties["meedoen"] == Meedoen.IN_TIJDVAK]
        delen = [
            hier.assign(nummer=nummers(hier), wat=str(wat))
            for wat, nummers in (
                (Gebeurtenis.BEGINT, beginmaanden),
                (Gebeurtenis.LOOPT_AF, eindmaanden),
            )
        ]
        samen = pd.concat(delen)
        maanden = self.maanden.index
        samen = samen[samen["nummer"].between(maanden[0].ordinal, maanden[-1].ordinal)]
        maand = [pd.Period(ordinal=int(nummer), freq="M") for nummer in samen["nummer"]]
        samen.insert(0, "wat", samen.pop("wat"))
        samen.insert(0, "maand", pd.Series(maand, index=samen.index, dtype="period[M]"))
        return (
            samen.drop(columns="nummer").sort_index().sort_values(["maand", "wat"], kind="stable")
        )


def verloop(
    kandidaten: pd.DataFrame,
    omgeving: Omgeving,
    provincie: str | None = None,
    gemeentecode: str | None = None,
    *,
    vanaf: pd.Period,
    aantal_maanden: int | None = None,
) -> Verloop:
    """Bereken het verloop in het land, een provincie of een gemeente.

    Parameters
    ----------
    kandidaten : DataFrame
        Index ``id``, met ligging.
    omgeving : Omgeving
        Met doelset, bestaande opvang en parameters.
    provincie, gemeentecode : str, optional
        Het gebied; zonder beide het hele land.
    vanaf : Period
        De eerste maand.
    aantal_maanden : int, optional
        Hoeveel maanden; zonder tot de laatste datum die er toe doet, zie `tijdvak`.

    Raises
    ------
    GebiedFout
        Als het gebied niet bestaat.
    """
    codes = gemeenten_in(omgeving, provincie, gemeentecode)
    doel = doel_van_gebied(omgeving, provincie, gemeentecode)
    hier = kandidaten[kandidaten["gemeentecode"].isin(codes)]
    geplande = hier[telt_als_gepland(hier, omgeving.locatietypen, omgeving.parameters)]
    maanden = tijdvak(geplande, doel.vanaf, omgeving.parameters, vanaf, aantal_maanden)
    telt = omgeving.doelset.bestaand_telt_mee
    tabel = capaciteit_per_maand(geplande, omgeving, codes, maanden, met_bestaand=telt)
    begin, eind = beginmaanden(geplande), eindmaanden(geplande)
    plaatsen = geplande["capaciteit"].to_numpy(dtype="float64")
    # Wie op geen enkele eerste dag van een maand beschikbaar is, begint en eindigt ook niet.
    ooit = begin <= eind
    for kolom, wanneer in (("begint", begin), ("eindigt", eind)):
        per_maand = pd.Series(plaatsen[ooit]).groupby(wanneer[ooit]).sum()
        tabel[kolom] = per_maand.reindex(maanden.asi8, fill_value=0.0).to_numpy()
    geldt = np.full(len(maanden), True) if doel.vanaf is None else maanden >= doel.vanaf
    for grens, waarde in zip(GRENZEN, (doel.laag, doel.midden, doel.hoog), strict=True):
        tabel[f"doel_{grens}"] = np.where(geldt, waarde, np.nan)
        tabel[f"nodig_{grens}"] = tabel[f"doel_{grens}"] - tabel["capaciteit"]
    return Verloop(
        doel=doel,
        bestaand_telt_mee=telt,
        bestaand_status=zwakste(
            *(Status(status) for status in omgeving.bestaand.loc[codes, "status"])
        ),
        maanden=tabel,
        locaties=_locaties(geplande, maanden),
    )


def tijdvak(
    geplande: pd.DataFrame,
    mijlpaal: pd.Period | None,
    parameters: Parameters,
    vanaf: pd.Period,
    aantal_maanden: int | None = None,
) -> pd.PeriodIndex:
    """Geef de maanden om te bekijken.

    Zonder `aantal_maanden` loopt het tijdvak tot het eind van het jaar van de laatste maand die er
    toe doet: de mijlpaal, de maand waarin de laatste locatie begint, of die na het laatste einde.
    Het duurt ten minste ``opgave.verloop_maanden_minstens`` en hoogstens
    ``opgave.verloop_maanden_hoogstens``.

    Parameters
    ----------
    geplande : DataFrame
        De kandidaten die tellen.
    mijlpaal : Period or None
        Een maand die in beeld hoort, zoals die waarin het doel gaat gelden.
    parameters : Parameters
        Voor de grenzen.
    vanaf : Period
        De eerste maand.
    aantal_maanden : int, optional
        Precies zoveel maanden.
    """
    if aantal_maanden is None:
        laatste = [] if mijlpaal is None else [mijlpaal.ordinal]
        begin, eind = beginmaanden(geplande), eindmaanden(geplande)
        laatste += [int(maand) for maand in begin if maand < NOOIT]
        laatste += [int(maand) + 1 for maand in eind if maand < NOOIT]
        minstens = int(parameters.getal("opgave.verloop_maanden_minstens"))
        hoogstens = int(parameters.getal("opgave.verloop_maanden_hoogstens"))
        eind_maand = pd.Period(ordinal=max(laatste, default=vanaf.ordinal), freq="M")
        aantal_maanden = 12 * (eind_maand.year - vanaf.year) + 13 - vanaf.month
        aantal_maanden = max(min(aantal_maanden, hoogstens), minstens)
    return pd.period_range(vanaf, periods=aantal_maanden, freq="M", name="maand")


def _haalmoment(nodig: pd.Series, doel: pd.Series) -> Haalmoment:
    waarde = float(doel.dropna().iloc[0])
    # Van een som van schattingen doen de laatste decimalen er niet toe.
    rest = nodig.round(6)
    gehaald = rest.index[(rest <= 0).to_numpy(dtype=bool)]
    if gehaald.empty:
        return Haalmoment(waarde, None, None)
    onder = rest.index[(rest > 0).to_numpy(dtype=bool)]
    verloren = onder[onder > gehaald[0]]
    return Haalmoment(waarde, gehaald[0], None if verloren.empty else verloren[0])


def _locaties(geplande: pd.DataFrame, maanden: pd.PeriodIndex) -> pd.DataFrame:
    """De kandidaten die tellen, en of zij in het tijdvak te zien zijn."""
    begin, eind = beginmaanden(geplande), eindmaanden(geplande)
    meedoen = np.select(
        [
            begin == NOOIT,
            begin > eind,
            eind < maanden[0].ordinal,
            begin > maanden[-1].ordinal,
        ],
        [Meedoen.ZONDER_BEGIN, Meedoen.TE_KORT, Meedoen.VOORBIJ, Meedoen.LATER],
        Meedoen.IN_TIJDVAK,
    )
    kolommen = ["naam", "gemeente", "type", "status", "beschikbaar_van", "beschikbaar_tot"]
    tabel = pd.DataFrame(geplande[kolommen])
    tabel.insert(4, "plaatsen", geplande["capaciteit"])
    tabel["meedoen"] = pd.Series(meedoen.astype("str"), index=tabel.index, dtype="str")
    return tabel.sort_index()
