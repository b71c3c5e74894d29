"""De stand van de opgave als tabel: per provincie en per gemeente."""

import pandas as pd

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

PER_GEMEENTE = (
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("provincie", "provincie"),
    Tabelkolom("inwoners", "inwoners", Kolomsoort.GEHEEL),
    Tabelkolom("deel_laag", "evenredig deel, laag", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("deel_hoog", "evenredig deel, hoog", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("deel_status", "status deel"),
    Tabelkolom("bestaand_bekend", "bestaand bekend", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("bestaand_geschat", "bestaand geschat", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("gepland", "gepland", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("plaatsen_per_1000", "bekend en gepland per 1.000 inwoners", Kolomsoort.GETAL),
    Tabelkolom("bestaand_status", "status bestaand"),
)
PER_PROVINCIE = (
    Tabelkolom("provincie", "provincie"),
    Tabelkolom("doel_laag", "doel, laag", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("doel_hoog", "doel, hoog", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("doel_status", "status doel"),
    Tabelkolom("bestaand_bekend", "bestaand bekend", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("bestaand_geschat", "bestaand geschat", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("gepland", "gepland", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("nodig_laag", "nog nodig, laag", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("nodig_hoog", "nog nodig, hoog", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("nodig_status", "status nog nodig"),
    Tabelkolom("doel_herkomst", "herkomst doel"),
)


def provincietabel(stand: pd.DataFrame, omgeving: Omgeving) -> Tabel:
    """Geef de stand van de provincies als tabel.

    Parameters
    ----------
    stand : DataFrame
        Uitkomst van `locatieplanner.opgave.stand.stand_per_provincie`.
    omgeving : Omgeving
        Waartegen gerekend is.
    """
    return Tabel(
        "Opvang per provincie",
        stand.rename_axis("provincie").reset_index(),
        PER_PROVINCIE,
        _herkomst(omgeving),
    )


def gemeentetabel(stand: pd.DataFrame, omgeving: Omgeving, provincie: str | None = None) -> Tabel:
    """Geef de stand van de gemeenten als tabel, de grootste bovenaan.

    Parameters
    ----------
    stand : DataFrame
        Uitkomst van `locatieplanner.opgave.gemeentestand.stand_per_gemeente`.
    omgeving : Omgeving
        Waartegen gerekend is.
    provincie : str, optional
        Alleen de gemeenten van deze provincie.
    """
    hier = stand if provincie is None else stand[stand["provincie"] == provincie]
    return Tabel(
        f"Opvang per gemeente in {provincie or NEDERLAND}",
        hier.sort_values(["inwoners", "gemeente"], ascending=[False, True]),
        PER_GEMEENTE,
        _herkomst(omgeving),
    )


def _herkomst(omgeving: Omgeving) -> str:
    landelijk = omgeving.parameters["opgave.plaatsen_landelijk"].herkomst
    return (
        f"Doel (oranje streepje: het midden): {omgeving.doelset.naam}. "
        "Bestaande opvang: onvolledige lijst, aangevuld tot het "
        f"landelijke aantal ({landelijk.bron}); wat aangevuld is, heet geschat."
    )
