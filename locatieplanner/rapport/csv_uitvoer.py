"""CSV zoals een Nederlandse Excel het opent: puntkomma's en decimale komma's."""

import pandas as pd

from locatieplanner.rapport.veilig import zonder_formules


def als_csv(tabel: pd.DataFrame) -> bytes:
    """Geef de tabel als CSV, zonder geometrie.

    Van kandidaten maken ``x`` en ``y`` dat het bestand weer in te lezen is.
    """
    vlak = zonder_formules(pd.DataFrame(tabel.drop(columns="geometry", errors="ignore")))
    tekst = vlak.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    # Zonder BOM leest Excel de trema's verkeerd.
    return tekst.encode("utf-8-sig")
