"""De stand per gemeente als tabel in een rapport: het deel in het doel naast wat er is."""

import pandas as pd

from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.rapport.document.inhoud import Tabelvak
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

_GEHEEL = Kolomsoort.GEHEEL
_KOLOMMEN = (
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("inwoners", "inwoners", _GEHEEL),
    Tabelkolom("deel_laag", "deel, laag", _GEHEEL, "afgeleid"),
    Tabelkolom("deel_hoog", "deel, hoog", _GEHEEL, "afgeleid"),
    Tabelkolom("bestaand_bekend", "bestaand, bekend", _GEHEEL),
    Tabelkolom("bestaand_geschat", "bestaand, geschat", _GEHEEL),
    Tabelkolom("gepland", "gepland", _GEHEEL),
    Tabelkolom("plaatsen_per_1000", "bekend en gepland per 1.000", Kolomsoort.GETAL),
    Tabelkolom("verhouding", "keer het deel", Kolomsoort.GETAL),
)


def standvak(omgeving: Omgeving, stand: pd.DataFrame, titel: str) -> Tabelvak:
    """Geef de stand van een aantal gemeenten.

    Parameters
    ----------
    omgeving : Omgeving
        Met de doelset.
    stand : DataFrame
        Rijen uit `locatieplanner.opgave.gemeentestand.stand_per_gemeente`, in volgorde.
    titel : str
        Titel van de tabel.
    """
    landelijk = omgeving.parameters["opgave.plaatsen_landelijk"].herkomst
    herkomst = (
        f"Plaatsen. Deel: het doel van de provincie ({omgeving.doelset.naam}) naar rato van "
        "inwoners. Bestaand is een onvolledige lijst, aangevuld tot het landelijke aantal "
        f"({landelijk.bron}). Onbekend telt niet als nul."
    )
    return Tabelvak(Tabel(titel, stand, _KOLOMMEN, herkomst), (2.6, 1.5, 1.3, 1.3, 1.4, 1.4, 1.3,
                                                              1.6, 1.2))  # fmt: skip
