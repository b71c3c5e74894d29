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
    tabel_en_download(tabel, naam)


def tabel_en_download(tabel: Tabel, naam: str) -> None:
    """Toon een tabel met haar downloads, uitklapbaar; voor onder een grafiek of kaart.

    Parameters
    ----------
    tabel, naam
        Zie `figuur`.
    """
    uitklap = st.expander("Tabel en download", key=f"tabel_{naam}", on_change="rerun")
    # Alleen wat open staat wordt gemaakt.
    if uitklap.open:
        with uitklap:
            _tabel(tabel, naam, met_herkomst=False)


def downloadknoppen(tabel: Tabel, naam: str) -> None:
    """Toon een knop voor CSV en een voor Excel.

    Parameters
    ----------
    tabel, naam
        Zie `figuur`.
    """
    with st.container(horizontal=True):
        for soort, achtervoegsel, mediatype, maak in (
            ("CSV", "csv", _CSV, tabel_als_csv),
            ("Excel", "xlsx", _XLSX, tabel_als_xlsx),
        ):
            st.download_button(
                soort,
                # Een opdracht, geen inhoud: pas bij de klik wordt het bestand gemaakt.
                data=partial(maak, tabel),
                file_name=f"{naam}.{achtervoegsel}",
                mime=mediatype,
                on_click="ignore",
                key=f"download_{naam}_{achtervoegsel}",
            )


def _tabel(tabel: Tabel, naam: str, *, met_herkomst: bool = True) -> None:
    tekst = tabel.als_tekst()
    st.html(tabel_html(tabel.titel, tabel.koppen, tekst.to_numpy().tolist()))
    if met_herkomst:
        st.caption(als_markdown(tabel.herkomst))
    downloadknoppen(tabel, naam)
