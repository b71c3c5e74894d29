"""Een figuur: een grafiek met haar tabel en haar download, altijd alle drie."""

from functools import partial
from typing import Any

import streamlit as st

from locatieplanner.rapport.tabel import Tabel
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv, tabel_als_xlsx
from locatieplanner.scherm.grafiek import HOOGTE, in_stijl
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.tekst import als_markdown

_CSV = "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def figuur(
    tabel: Tabel,
    naam: str,
    grafiek: Any = None,  # noqa: ANN401 - elke grafiek van altair
    *,
    hoogte: int = HOOGTE,
) -> None:
    """Toon een tabel met titel en herkomst, en als die er is haar grafiek erboven.

    Met een grafiek staat de tabel uitklapbaar eronder; zonder staat zij meteen in beeld. De
    downloads (CSV en Excel) staan altijd bij de tabel.

    Parameters
    ----------
    tabel : Tabel
        Wat er te zien en mee te nemen is.
    naam : str
        Naam van het bestand zonder achtervoegsel, uniek op de pagina: ``verloop-utrecht``.
    grafiek : Chart, optional
        De grafiek, zonder stijl; zie `locatieplanner.scherm.grafiek`.
    hoogte : int, optional
        Hoogte van de grafiek, beeldpunten.
    """
    st.markdown(f"##### {als_markdown(tabel.titel)}")
    if grafiek is None:
        _tabel(tabel, naam)
        return
    st.altair_chart(in_stijl(grafiek, hoogte), width="stretch", key=f"grafiek_{naam}")
    st.caption(als_markdown(tabel.herkomst))
    uitklap = st.expander("Tabel en download", key=f"tabel_{naam}", on_change="rerun")
    # Alleen wat open staat wordt gemaakt.
    if uitklap.open:
        with uitklap:
            _tabel(tabel, naam, met_herkomst=False)


def _tabel(tabel: Tabel, naam: str, *, met_herkomst: bool = True) -> None:
    tekst = tabel.als_tekst()
    st.html(tabel_html(tabel.titel, tabel.koppen, tekst.to_numpy().tolist()))
    if met_herkomst:
        st.caption(als_markdown(tabel.herkomst))
    with st.container(horizontal=True):
        for soort, mediatype, maak in (
            ("CSV", _CSV, tabel_als_csv),
            ("Excel", _XLSX, tabel_als_xlsx),
        ):
            achtervoegsel = "xlsx" if soort == "Excel" else "csv"
            st.download_button(
                soort,
                # Een opdracht, geen inhoud: pas bij de klik wordt het bestand gemaakt.
                data=partial(maak, tabel),
                file_name=f"{naam}.{achtervoegsel}",
                mime=mediatype,
                on_click="ignore",
                key=f"download_{naam}_{achtervoegsel}",
            )
