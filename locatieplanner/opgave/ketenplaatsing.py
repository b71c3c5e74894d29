"""De taakstelling als ruimte per maand: hoeveel vergunninghouders naar een gewone woning kunnen."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.halfjaar import MAANDEN_PER_HALFJAAR, Halfjaar
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout


def taakstelling_per_maand(
    taakstelling: Mapping[Halfjaar, Landelijk], maanden: pd.PeriodIndex
) -> pd.DataFrame:
    """Verdeel de landelijke taakstelling van elk halfjaar in gelijke delen over zijn maanden.

    Een halfjaar zonder getal krijgt dat van het laatste bekende ervoor, en is er geen ervoor, dan
    van het eerste erna; dat heet geschat.

    Parameters
    ----------
    taakstelling : Mapping of Halfjaar to Landelijk
        Per halfjaar; een halfjaar dat ontbreekt is onbekend.
    maanden : PeriodIndex, shape (n,)
        De maanden.

    Returns
    -------
    DataFrame, shape (n, 4)
        Index ``maand``. ``personen`` (per maand), ``halfjaar`` waarin de maand valt, ``bron`` (het
        halfjaar waarvan het getal is) en ``status``.

    Raises
    ------
    InvoerFout
        Als van geen enkel halfjaar een taakstelling bekend is.
    """
    bekend = {
        halfjaar: (float(landelijk.vergunninghouders), landelijk.herkomst.status)
        for halfjaar, landelijk in sorted(taakstelling.items())
        if landelijk.vergunninghouders is not None
    }
    if not bekend:
        raise InvoerFout(
            "Van geen enkel halfjaar is een taakstelling bekend. Geef er ten minste één op, in het "
            'scenario onder [taakstelling]: "2026-I" = 13000.'
        )
    halfjaren = [Halfjaar.van(maand) for maand in maanden]
    bron = {
        halfjaar: max((h for h in bekend if h <= halfjaar), default=min(bekend))
        for halfjaar in dict.fromkeys(halfjaren)
    }
    return pd.DataFrame(
        {
            "personen": [bekend[bron[h]][0] / MAANDEN_PER_HALFJAAR for h in halfjaren],
            "halfjaar": [str(h) for h in halfjaren],
            "bron": [str(bron[h]) for h in halfjaren],
            "status": [str(bekend[h][1] if bron[h] == h else Status.GESCHAT) for h in halfjaren],
        },
        index=maanden.rename("maand"),
    )


def taakstellingzin(per_maand: pd.DataFrame) -> str:
    """Zeg per halfjaar de taakstelling met haar status, en wat er doorgetrokken is.

    Parameters
    ----------
    per_maand : DataFrame
        Uitkomst van `taakstelling_per_maand`.
    """
    per_halfjaar = per_maand.drop_duplicates("halfjaar")
    bekend = per_halfjaar["halfjaar"] == per_halfjaar["bron"]
    zinnen = [
        f"{halfjaar}: {_personen(personen)} ({status})."
        for halfjaar, personen, status in zip(
            *(per_halfjaar.loc[bekend, kolom] for kolom in ("halfjaar", "personen", "status")),
            strict=True,
        )
    ]
    for bron, deel in per_halfjaar[~bekend].groupby("bron"):
        eerste, laatste = deel["halfjaar"].iloc[0], deel["halfjaar"].iloc[-1]
        wanneer = eerste if eerste == laatste else f"{eerste} tot en met {laatste}"
        personen = _personen(deel["personen"].iloc[0])
        zinnen.append(f"{wanneer}: {personen}, doorgetrokken van {bron} ({Status.GESCHAT}).")
    return " ".join(zinnen)


def _personen(per_maand: float) -> str:
    return getal(per_maand * MAANDEN_PER_HALFJAAR)
