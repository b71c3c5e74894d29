"""Behoefte en capaciteit op het scherm van de opdrachtregel."""

import pandas as pd

from locatieplanner.cli.weergave import Kop, toon, toon_tabel
from locatieplanner.domein.notatie import getal, procent
from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.behoefte import Behoefteverloop
from locatieplanner.opgave.behoefteuitleg import behoeftezin, kostenuitleg, kostenzin, onderbouwing

_KOPPEN = (
    Kop("jaar"),
    Kop("maanden", getal=True),
    Kop("tekort", getal=True),
    Kop("leeg", getal=True),
    Kop("door anderen", getal=True),
    Kop("blijft leeg", getal=True),
    Kop("volle buffer", getal=True),
    Kop("buffer leeg", getal=True),
    Kop("kosten volle buffer (€)", getal=True),
    Kop("kosten lege buffer (€)", getal=True),
    Kop("meerkosten noodopvang (€)", getal=True),
)
_KOLOMMEN = (
    *("maanden", "plaatsmaanden_tekort", "plaatsmaanden_leeg", "plaatsmaanden_door_anderen"),
    *("plaatsmaanden_blijft_leeg", "plaatsmaanden_buffer", "plaatsmaanden_buffer_leeg"),
    *("kosten_volle_buffer_euro", "kosten_buffer_euro", "kosten_noodopvang_euro"),
)


def toon_behoefte(behoefte: Behoefteverloop, parameters: Parameters) -> None:
    """Toon welke maanden er te weinig plaatsen zijn, en per jaar plaatsmaanden en kosten.

    Parameters
    ----------
    behoefte : Behoefteverloop
        Uitkomst van `locatieplanner.opgave.behoefte.behoefteverloop`.
    parameters : Parameters
        Waarmee gerekend is.
    """
    toon(f"{behoeftezin(behoefte)} Zekerheid: {behoefte.status}.")
    toon("")
    toon_tabel(
        _KOPPEN,
        (
            (str(jaar), *(_cel(rij[kolom]) for kolom in _KOLOMMEN))
            for jaar, rij in behoefte.per_jaar.iterrows()
        ),
        titel=f"Behoefte en capaciteit van {behoefte.naam}, plaatsmaanden per jaar",
    )
    toon("")
    toon(kostenzin(behoefte))
    buffer = procent(parameters.getal("behoefte.buffer_aandeel"))
    flexibel = procent(parameters.getal("behoefte.flexibel_aandeel"))
    toon(
        f"Buffer: {buffer} van de behoefte. Flexibel: {flexibel} van de capaciteit kan in rustige "
        "tijden anderen dienen; die gebruiken eerst wat er boven de buffer is."
    )
    for zin in (*onderbouwing(behoefte), *kostenuitleg(parameters)):
        toon(zin)


def _cel(waarde: float) -> str:
    return getal(float("nan") if pd.isna(waarde) else float(waarde))
