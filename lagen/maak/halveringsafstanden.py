"""Landelijk gemiddelde afstanden, voor de halveringsafstanden in ``parameters.toml``.

Gemiddeld over inwoners: de rechte lijn van waar zij wonen naar de dichtstbijzijnde kern (of het
dichtstbijzijnde station), keer de omwegfactor. Inwoners wonen in hun kern, gelijk verdeeld over
een schijf; de kernen van een gemeente tellen samen op tot het CBS-getal.
Dit script rekent alleen uit ingebouwde lagen, haalt niets op en schrijft niets.
"""

import tomllib
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import KDTree

from lagen.maak.kernen import straal_m
from locatieplanner.domein.kern import schijf

PUNTEN_PER_SCHIJF = 200

Punten = NDArray[np.float64]


def naar_cbs(kernen: pd.DataFrame, inwoners_cbs: pd.Series) -> NDArray[np.float64]:
    """Schaal de inwoners van kernen zo dat elke gemeente op haar CBS-getal uitkomt."""
    som = kernen.groupby("gemeentecode")["inwoners"].transform("sum")
    cbs = kernen["gemeentecode"].map(inwoners_cbs)
    geschaald: NDArray[np.float64] = (kernen["inwoners"] * cbs / som).to_numpy(dtype=np.float64)
    return geschaald


def gemiddelde_afstand_m(
    middens: Punten, inwoners: NDArray[np.float64], doelen: Punten, omwegfactor: float
) -> float:
    """Gemiddelde over inwoners van de afstand tot het dichtstbijzijnde doel.

    Parameters
    ----------
    middens : ndarray, shape (n, 2)
        Middens van de kernen, RD.
    inwoners : ndarray, shape (n,)
        Inwoners van elke kern.
    doelen : ndarray, shape (m, 2)
        Waarheen gemeten wordt, RD.
    omwegfactor : float
        Vermenigvuldiging van de rechte lijn.
    """
    stralen = straal_m(inwoners)
    woonpunten = middens[:, None, :] + stralen[:, None, None] * schijf(PUNTEN_PER_SCHIJF)
    afstand, _ = KDTree(doelen).query(woonpunten.reshape(-1, 2))
    per_kern = afstand.reshape(len(middens), -1).mean(axis=1)
    return float(np.average(per_kern, weights=inwoners) * omwegfactor)


def main() -> None:
    """Druk de drie gemiddelden af."""
    lagen = Path(__file__).resolve().parents[1]
    parameters = tomllib.loads((lagen / "parameters.toml").read_text(encoding="utf-8"))
    nabijheid = parameters["nabijheid"]
    kernen = gpd.read_parquet(lagen / "kernen.parquet")
    stations = gpd.read_parquet(lagen / "treinstations.parquet")
    inwoners_cbs = pd.read_csv(lagen / "inwoners_gemeenten.csv", index_col=0)["inwoners"]

    middens = kernen.geometry.get_coordinates().to_numpy()
    inwoners = naar_cbs(kernen, inwoners_cbs)
    # Wat een kern is, volgt uit het getal in de laag zelf: zo kiest het criterium ook.
    omvang = kernen["inwoners"].to_numpy()
    doelen = {
        "dorpskern": middens[omvang >= nabijheid["dorpskern_inwoners"]["waarde"]],
        "stadskern": middens[omvang >= nabijheid["stadskern_inwoners"]["waarde"]],
        "treinstation": stations.geometry.get_coordinates().to_numpy(),
    }
    for naam, punten in doelen.items():
        gemiddeld = gemiddelde_afstand_m(
            middens, inwoners, punten, nabijheid["omwegfactor"]["waarde"]
        )
        print(
            f"{naam}: {len(punten)} doelen, gemiddeld {gemiddeld:.0f} m, "
            f"afgerond {round(gemiddeld, -2):.0f} m"
        )


if __name__ == "__main__":
    main()
