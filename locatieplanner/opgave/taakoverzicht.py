"""De taakstelling van een halfjaar per gemeente: wat gedaan is en wat het plan toevoegt."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout
from locatieplanner.opgave.taakplan import Taakplan
from locatieplanner.opgave.taakstand import taakstand
from locatieplanner.opgave.taakstelling import Overschot, overschot, taakstelling

NIETS = pd.DataFrame({naam: [] for naam in ("gemeentecode", "halfjaar", "aantal")})
"""Wat er gerealiseerd is als niemand iets invulde."""


@dataclass(frozen=True, eq=False)
class Taakoverzicht:
    """De taakstelling van één halfjaar.

    Parameters
    ----------
    halfjaar : Halfjaar
        Waarvoor.
    overschot : Overschot
        Wat de taakstellingen van alle gemeenten samen meer zijn dan het landelijke aantal.
    gemeenten : DataFrame
        Index ``gemeentecode``: ``gemeente``, ``provincie``, ``inwoners``, ``taakstelling``;
        ``stand_vooraf`` (voorsprong positief, achterstand negatief), ``opdracht`` (taakstelling
        met de achterstand erbij), ``gerealiseerd`` en ``stand`` na dit halfjaar: alle NaN zolang
        zij onbekend zijn; ``plan_personen`` en ``plan_woningen`` (NaN = geen plan geladen).
    verloop : DataFrame
        Per gemeente en halfjaar, zie `locatieplanner.opgave.taakstand.taakstand`.
    """

    halfjaar: Halfjaar
    overschot: Overschot
    gemeenten: pd.DataFrame
    verloop: pd.DataFrame


def taakoverzicht(
    omgeving: Omgeving,
    landelijk: Mapping[Halfjaar, Landelijk],
    halfjaar: Halfjaar,
    gerealiseerd: pd.DataFrame = NIETS,
    plan: Taakplan | None = None,
) -> Taakoverzicht:
    """Zet per gemeente de taakstelling naast wat er gerealiseerd en gepland is.

    Parameters
    ----------
    omgeving : Omgeving
        Met alle gemeenten van Nederland.
    landelijk : Mapping of Halfjaar to Landelijk
        Landelijke aantallen, ook die van de gebruiker.
    halfjaar : Halfjaar
        Waarvoor.
    gerealiseerd : DataFrame, optional
        ``gemeentecode``, ``halfjaar`` en ``aantal``; wat ontbreekt is onbekend.
    plan : Taakplan, optional
        Wat het plan toevoegt.

    Raises
    ------
    InvoerFout
        Als van dit halfjaar geen landelijk aantal bekend is.
    """
    rij = landelijk.get(halfjaar)
    if rij is None or rij.vergunninghouders is None:
        bekend = [str(h) for h, r in landelijk.items() if r.vergunninghouders is not None]
        raise InvoerFout(
            f"Van {halfjaar} is het landelijke aantal vergunninghouders onbekend. Vul het in "
            f"(--vergunninghouders), of kies uit: {', '.join(bekend)}."
        )
    gemeenten = omgeving.gemeenten
    verloop = taakstand(gemeenten["inwoners"], landelijk, gerealiseerd, halfjaar)
    per_gemeente = verloop.set_index("gemeentecode")
    nu = per_gemeente[per_gemeente["halfjaar"] == str(halfjaar)]
    eerder = per_gemeente[per_gemeente["halfjaar"] != str(halfjaar)]
    tabel = pd.DataFrame(gemeenten[["gemeente", "provincie", "inwoners"]])
    tabel["taakstelling"] = nu["taakstelling"].astype("int64")
    vooraf = eerder["stand"].groupby(level=0).last(skipna=False) if len(eerder) else None
    tabel["stand_vooraf"] = float("nan") if vooraf is None else vooraf.reindex(tabel.index)
    tabel["opdracht"] = tabel["taakstelling"] - tabel["stand_vooraf"]
    tabel["gerealiseerd"], tabel["stand"] = nu["gerealiseerd"], nu["stand"]
    erbij = None if plan is None else plan.per_gemeente(halfjaar, tabel.index)
    for kolom in ("personen", "woningen"):
        tabel[f"plan_{kolom}"] = float("nan") if erbij is None else erbij[kolom]
    over = overschot(tabel["taakstelling"], rij.vergunninghouders)
    return Taakoverzicht(halfjaar, over, tabel, verloop)


def landelijke_reeks(
    omgeving: Omgeving, landelijk: Mapping[Halfjaar, Landelijk], codes: pd.Index
) -> pd.DataFrame:
    """Geef per halfjaar het landelijke aantal en het deel van een aantal gemeenten.

    Parameters
    ----------
    omgeving : Omgeving
        Met alle gemeenten van Nederland.
    landelijk : Mapping of Halfjaar to Landelijk
        Landelijke aantallen.
    codes : Index
        De gemeenten waarvan het deel opgeteld wordt.

    Returns
    -------
    DataFrame
        ``halfjaar``, ``vergunninghouders`` (NaN = onbekend), ``deel`` (som van de taakstellingen
        van `codes`), ``status``, ``bron`` en ``toelichting``.
    """
    inwoners = omgeving.gemeenten["inwoners"]
    rijen = []
    for halfjaar, rij in landelijk.items():
        aantal = rij.vergunninghouders
        deel = None if aantal is None else int(taakstelling(inwoners, aantal).loc[codes].sum())
        herkomst = rij.herkomst
        rijen.append(
            (str(halfjaar), aantal, deel, str(herkomst.status), herkomst.bron, herkomst.toelichting)
        )
    kolommen = ["halfjaar", "vergunninghouders", "deel", "status", "bron", "toelichting"]
    tabel = pd.DataFrame(rijen, columns=kolommen)
    return tabel.astype({"vergunninghouders": "float64", "deel": "float64"})
