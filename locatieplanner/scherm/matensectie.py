"""De maten van plan A en plan B naast elkaar, en wat elk van de doelen haalt."""

import streamlit as st

from locatieplanner.opgave.controle import tijdverschil
from locatieplanner.rapport.plantabel import (
    LETTERS,
    kantel,
    maatuitleg,
    matentabel,
    plandoelentabel,
)
from locatieplanner.scherm.figuur import downloadknoppen, figuur
from locatieplanner.scherm.grafiek import staven
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.planvergelijking import Planvergelijking, wat_erbij_hoort
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand

_STAAF = 34
_ASSEN = 130


def matensectie(_: Toestand, vergelijking: Planvergelijking) -> None:
    """Toon de maten, de doelen, en wat een lezer van elk plan moet weten."""
    for letter, meting in zip(LETTERS, vergelijking.metingen, strict=True):
        if meting.let_op:
            zinnen = "\n".join(f"- {als_markdown(zin)}" for zin in meting.let_op)
            st.warning(f"Over plan {letter}, {als_markdown(meting.plan.naam)}:\n{zinnen}")
    st.caption(als_markdown(wat_erbij_hoort(vergelijking)))
    breed = matentabel(vergelijking.metingen)
    smal = kantel(breed)
    st.markdown(f"##### {smal.titel}")
    with st.container(key="maten"):
        st.html(tabel_html(smal.titel, smal.koppen, smal.als_tekst().to_numpy().tolist()))
    st.caption(als_markdown(smal.herkomst))
    downloadknoppen(breed, "maten-naast-elkaar")
    with st.expander("Wat betekenen deze maten?"):
        uitleg = maatuitleg(vergelijking.probleem)
        st.markdown("\n".join(f"- **{naam}**: {als_markdown(t)}" for naam, t in uitleg.items()))
    _doelen(vergelijking)


def _doelen(vergelijking: Planvergelijking) -> None:
    tabel = plandoelentabel(vergelijking.metingen)
    if tabel.gegevens.empty:
        st.info(
            "Van dit gebied is het doel onbekend. Kies een andere doelset, of vul het doel in op "
            "de pagina Opgave onder Doelsets."
        )
        return
    gebied = vergelijking.probleem.opdracht.gebied
    ouder = tijdverschil(
        vergelijking.probleem.beoordeling.omgeving, gebied[0] if len(gebied) == 1 else None
    )
    if ouder:
        st.caption(als_markdown(ouder))
    tekort = tabel.gegevens[(tabel.gegevens[["tekort_A", "tekort_B"]] > 0).any(axis=1)]
    if tekort.empty:
        st.info("Beide plannen halen elk doel.")
        figuur(tabel, "plandoelen")
        return
    grafiek = staven(
        tekort["doel"].tolist(),
        {f"te weinig in {letter}": tekort[f"tekort_{letter}"] for letter in LETTERS},
        "plaatsen",
        naast=True,
    )
    figuur(tabel, "plandoelen", grafiek, hoogte=_ASSEN + _STAAF * len(tekort))
