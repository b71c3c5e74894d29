"""Een plan: gekozen locaties met hun plaatsen, waar het ook vandaan komt."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from locatieplanner.domein.notatie import opsomming
from locatieplanner.fouten import InvoerFout


@dataclass(frozen=True, eq=False)
class Gekozenplan:
    """Een keuze van kandidaten met een aantal plaatsen voor elk.

    Parameters
    ----------
    naam : str
        Hoe het plan heet.
    plaatsen : Series of int
        Plaatsen per id van een kandidaat, 1 of meer.
    herkomst : str
        Waar het vandaan komt: ``met de hand``, ``samengesteld op 25-11-2026 20:14`` of
        ``bestand plan.csv``.
    meegebracht : GeoDataFrame, optional
        Kandidaten uit het plan die niet bij de open kandidaten horen, index ``id``.
    met_gepland : bool, optional
        Of ook meetelt wat gepland is en niet in het plan staat. Een samengesteld plan kiest erbij;
        wie met de hand kiest, kan iets geplands juist weglaten.

    Raises
    ------
    InvoerFout
        Als de naam leeg is, of een locatie dubbel staat of geen heel aantal plaatsen heeft.
    """

    naam: str
    plaatsen: pd.Series
    herkomst: str
    meegebracht: gpd.GeoDataFrame | None = None
    met_gepland: bool = True

    def __post_init__(self) -> None:
        problemen = list(self._problemen())
        if problemen:
            raise InvoerFout("\n".join(problemen))
        ids = self.plaatsen.index.astype(str)
        op_id = self.plaatsen.set_axis(ids).astype("int64").sort_index()
        object.__setattr__(self, "plaatsen", op_id)

    def _problemen(self) -> list[str]:
        problemen = []
        if not self.naam.strip():
            problemen.append("Het plan heeft geen naam; geef het er een.")
        dubbel = self.plaatsen.index[self.plaatsen.index.duplicated()].unique()
        if len(dubbel):
            problemen.append(
                f"{opsomming([str(id_) for id_ in dubbel])} staat meer dan eens in het plan; laat "
                "elke locatie één keer staan."
            )
        getallen = pd.to_numeric(self.plaatsen, errors="coerce")
        fout = self.plaatsen.index[~((getallen >= 1) & (getallen % 1 == 0))]
        if len(fout):
            problemen.append(
                f"{opsomming([str(id_) for id_ in fout.unique()])} heeft geen heel aantal plaatsen "
                "van 1 of meer; vul dat in of laat de locatie weg."
            )
        return problemen
