import numpy as np
import pandas as pd

from locatieplanner.invoer.tabel import zonder_lege_rijen


def test_lege_rijen_vallen_weg_en_rijnummers_blijven():
    gegevens = pd.DataFrame(
        {"a": ["x", " ", None], "b": [1.0, np.nan, np.nan]}, index=[2, 3, 4], dtype=object
    )
    gegevens.columns = ["a", "a"]
    assert list(zonder_lege_rijen(gegevens).index) == [2]
