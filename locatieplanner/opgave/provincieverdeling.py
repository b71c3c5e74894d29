"""De verdeling van een provinciaal doel over de gemeenten, met de sleutels naast elkaar."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.fouten import FormuleFout, VerdelingFout
from locatieplanner.opgave.verdeeldoel import Grens, Verdeeldoel, verdeeldoel
from locatieplanner.opgave.verdeelsleutel import (
    Sesgewichten,
    Sleutel,
    formulevermelding,
    inwonersgewichten,
    lees_formule,
    sesgewichten,
    sleutelstatus,
)
from locatieplanner.opgave.verdeling import grootste_resten, verdeel

MET_DE_HAND = "met de hand"
"""Hoe de plaatsen van een gemeente heten die de gebruiker zelf vastzette."""


@dataclass(frozen=True, eq=False)
class Provincieverdeling:
    """Een verdeeld doel.

    Parameters
    ----------
    doel : Verdeeldoel
        Wat er verdeeld is.
    sleutel : Sleutel
        Waarnaar de plaatsen verdeeld zijn die niet met de hand vaststaan.
    formule : str
        De formule van de sleutel ses, met haar bron of het ontbreken daarvan.
    zonder_ses : str
        Waarom er naar SES-WOA niets verdeeld is; leeg als dat wel kon.
    gemeenten : DataFrame
        Index ``gemeentecode``, de meeste inwoners eerst: ``gemeente``, ``inwoners``; ``ses_woa``
        en ``ses_status`` (``geschat`` waar het provinciale gemiddelde invalt); ``naar_inwoners``
        en ``naar_ses`` (hele plaatsen, NA = kon niet) en ``verschil`` (ses min inwoners);
        ``plaatsen``: de gekozen verdeling, met wat met de hand vaststaat; ``hoe`` (sleutel of
        `MET_DE_HAND`), ``plaatsen_per_1000`` inwoners en ``status``; ``bestaand_bekend`` (NaN =
        niets bekend), ``bestaand_geschat`` en ``gepland`` (NaN = geen plannen geladen).
    """

    doel: Verdeeldoel
    sleutel: Sleutel
    formule: str
    zonder_ses: str
    gemeenten: pd.DataFrame

    @property
    def met_de_hand(self) -> int:
        """Plaatsen die met de hand vaststaan."""
        return int(self.gemeenten["plaatsen"][self.gemeenten["hoe"] == MET_DE_HAND].sum())

    @property
    def ses_geschat(self) -> int:
        """Gemeenten waarvan de SES-WOA onbekend is en het gemiddelde invalt."""
        return int((self.gemeenten["ses_status"] == Status.GESCHAT).sum())


def verdeel_provincie(
    omgeving: Omgeving,
    provincie: str,
    *,
    sleutel: Sleutel = Sleutel.INWONERS,
    grens: Grens = Grens.MIDDEN,
    vast: Mapping[str, int] | None = None,
    gepland: pd.Series | None = None,
) -> Provincieverdeling:
    """Verdeel het doel van een provincie over haar gemeenten, in hele plaatsen.

    Parameters
    ----------
    omgeving : Omgeving
        Met doelen, gemeenten, bestaande opvang en zo mogelijk SES-WOA.
    provincie : str
        Naam van de provincie.
    sleutel : Sleutel, optional
        Waarnaar verdeeld wordt.
    grens : Grens, optional
        Welk punt van het doel verdeeld wordt.
    vast : Mapping of str to int, optional
        Per gemeentecode de plaatsen die met de hand vaststaan.
    gepland : Series, optional
        Geplande plaatsen per ``gemeentecode``; None is geen plannen geladen.

    Raises
    ------
    GebiedFout
        Als de provincie niet bestaat.
    VerdelingFout
        Als het doel onbekend is, er met de hand iets vaststaat wat niet past, of de sleutel ses
        gekozen is en er geen scores zijn.
    FormuleFout
        Als de sleutel ses gekozen is en de formule niet uit te rekenen is.
    """
    doel = verdeeldoel(omgeving, provincie, grens)
    hier = omgeving.gemeenten[omgeving.gemeenten["provincie"] == provincie]
    gemeenten = pd.DataFrame(hier[["gemeente", "inwoners"]]).sort_values(
        ["inwoners", "gemeente"], ascending=[False, True]
    )
    naar_inwoners = inwonersgewichten(gemeenten)
    zonder_ses = ""
    ses: Sesgewichten | None = None
    try:
        ses = sesgewichten(gemeenten, omgeving.ses_woa, lees_formule(omgeving.parameters))
        naar_ses = grootste_resten(doel.plaatsen, ses.gewichten)
    except (VerdelingFout, FormuleFout) as fout:
        if sleutel is Sleutel.SES:
            raise
        zonder_ses = str(fout)
        naar_ses = pd.Series(pd.NA, index=gemeenten.index)
    gewichten = ses.gewichten if ses and sleutel is Sleutel.SES else naar_inwoners
    tabel = gemeenten.assign(
        ses_woa=float("nan") if ses is None else ses.scores,
        ses_status=_ses_status(gemeenten.index, ses, omgeving),
        naar_inwoners=grootste_resten(doel.plaatsen, naar_inwoners).astype("Int64"),
        naar_ses=naar_ses.astype("Int64"),
    )
    tabel["verschil"] = tabel["naar_ses"] - tabel["naar_inwoners"]
    vast = vast or {}
    tabel["plaatsen"] = verdeel(doel.plaatsen, gewichten, vast)
    met_de_hand = tabel.index.isin(list(vast))
    tabel["hoe"] = pd.Series(sleutel.naam, tabel.index).mask(met_de_hand, MET_DE_HAND)
    tabel["plaatsen_per_1000"] = 1000 * tabel["plaatsen"] / tabel["inwoners"]
    status = zwakste(doel.status, sleutelstatus(sleutel, omgeving.parameters))
    tabel["status"] = str(status)
    bestaand = omgeving.bestaand.reindex(tabel.index)
    tabel["bestaand_bekend"] = bestaand["plaatsen_bekend"]
    tabel["bestaand_geschat"] = bestaand["plaatsen_geschat"] + bestaand["plaatsen_verwacht"]
    tabel["gepland"] = (
        float("nan") if gepland is None else gepland.reindex(tabel.index, fill_value=0.0)
    )
    formule = formulevermelding(omgeving.parameters)
    return Provincieverdeling(doel, sleutel, formule, zonder_ses, tabel)


def _ses_status(index: pd.Index, ses: Sesgewichten | None, omgeving: Omgeving) -> pd.Series:
    if ses is None or omgeving.ses_woa is None:
        return pd.Series(str(Status.ONBEKEND), index=index)
    geladen = pd.Series(str(omgeving.ses_woa.herkomst.status), index=index)
    return geladen.mask(ses.geschat, str(Status.GESCHAT))
