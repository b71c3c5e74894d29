"""Het veld van kernen: voor elke cel de kern waar zij in of het dichtst bij de rand van ligt.

De regel is die van `locatieplanner.criteria.kleinschaligheid.kern_van`. Per tegel doen alleen de
kernen mee die ergens in die tegel de dichtstbijzijnde kunnen zijn.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from locatieplanner.criteria.kleinschaligheid import kern_van
from locatieplanner.zoekgebieden.rooster import Venster

Getallen = NDArray[np.float64]


def kernveld(
    venster: Venster, gevraagd: NDArray[np.bool_], middens: Getallen, stralen_m: Getallen
) -> NDArray[np.int64]:
    """Geef per cel het rijnummer van haar kern.

    Parameters
    ----------
    venster : Venster
        De cellen.
    gevraagd : ndarray of bool, shape (rijen, kolommen)
        Een tegel zonder gevraagde cel wordt overgeslagen.
    middens : ndarray, shape (m, 2)
        Midden van elke kern, RD.
    stralen_m : ndarray, shape (m,)
        Straal van elke kern, meters.

    Returns
    -------
    ndarray of int, shape (rijen, kolommen)
        −1 waar er geen kern is of de tegel overgeslagen is.
    """
    veld = np.full(venster.vorm, -1, dtype=np.int64)
    if len(middens) == 0:
        return veld
    for tegel in venster.tegels():
        plaats = venster.plaats_van(tegel)
        if not gevraagd[plaats].any():
            continue
        x_min, y_min, x_max, y_max = tegel.omvang
        tot_rand_m = cdist([((x_min + x_max) / 2, (y_min + y_max) / 2)], middens)[0] - stralen_m
        # Binnen een tegel verandert de afstand hoogstens zoveel als van het midden tot een hoek.
        hoek_m = np.hypot(x_max - x_min, y_max - y_min) / 2
        kansrijk = np.flatnonzero(tot_rand_m - hoek_m <= tot_rand_m.min() + hoek_m)
        rij, _ = kern_van(tegel.middens(), middens[kansrijk], stralen_m[kansrijk])
        veld[plaats] = kansrijk[rij].reshape(tegel.vorm)
    return veld
