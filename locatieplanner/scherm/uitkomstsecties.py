"""De delen van een uitkomst: de keuze, wat er knelt, wat ernaast ligt, en wat ruilen kost."""

import streamlit as st

from locatieplanner.domein.notatie import getal
from locatieplanner.portefeuille.front import TOELICHTING
from locatieplanner.portefeuille.portefeuille import Portefeuille
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.rapport.portefeuilletabel import (
    EIGEN,
    UITLEG,
    doelentabel,
    fronttabel,
    keuzetabel,
    niet_te_kiezen,
    vergelijkingstabel,
)
from locatieplanner.rapport.versoepelingtabel import ruimertabel, zondertabel
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.frontgrafiek import frontgrafiek
from locatieplanner.scherm.portefeuillekaart import portefeuillekaart
from locatieplanner.scherm.sectie import Sectie
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand


def keuzes(uitkomst: Uitkomst) -> dict[str, Portefeuille]:
    """Geef wat er te bekijken is, per naam: de beste, de andere, het front en het eigen plan."""
    uit = {"de beste keuze": uitkomst.beste}
    uit |= {
        f"keuze {nummer}": portefeuille
        for nummer, portefeuille in enumerate(uitkomst.portefeuilles[1:], start=2)
    }
    if uitkomst.front is not None:
        uit |= {
            f"F{nummer}": portefeuille
            for nummer, portefeuille in enumerate(uitkomst.front.portefeuilles, start=1)
        }
    if uitkomst.eigen is not None:
        uit[EIGEN] = uitkomst.eigen.portefeuille
    return uit


def kopzin(uitkomst: Uitkomst, portefeuille: Portefeuille) -> str:
    """Zeg in één zin wat er gekozen is en of de doelen gehaald zijn."""
    if not uitkomst.probleem.nodig:
        return "Van dit gebied is het doel onbekend: er is niets te kiezen."
    maten = portefeuille.maten
    locaties = f"{getal(maten.locaties)} {'locatie' if maten.locaties == 1 else 'locaties'}"
    samen = f"{locaties} met samen {getal(maten.plaatsen)} plaatsen"
    if portefeuille.tekort and not maten.locaties:
        return f"Er is niets te kiezen: {getal(portefeuille.tekort)} plaatsen te weinig."
    if portefeuille.tekort:
        return f"{samen}: {getal(portefeuille.tekort)} plaatsen te weinig voor de doelen."
    if not maten.locaties:
        return (
            "Er is niets gekozen: wat er staat en gepland is, haalt de doelen van deze doelset al."
        )
    return f"{samen}: elk doel is gehaald."


def _keuze(toestand: Toestand, uitkomst: Uitkomst, portefeuille: Portefeuille, naam: str) -> None:
    if portefeuille.plaatsen.empty:
        st.info(
            "Er is niets gekozen, dus ook niets te tekenen. Kies een andere doelset of provincie "
            "als u wel een opgave hebt."
        )
    else:
        portefeuillekaart(toestand, uitkomst, portefeuille)
        figuur(keuzetabel(uitkomst, portefeuille, naam), "keuze")
    st.markdown("\n".join(f"- {als_markdown(zin)}" for zin in uitkomst.let_op()))


def _knelt(_: Toestand, uitkomst: Uitkomst, portefeuille: Portefeuille, naam: str) -> None:
    for knelpunt in uitkomst.knelpunten:
        st.warning(als_markdown(f"{knelpunt.zin}."))
    figuur(doelentabel(uitkomst, portefeuille, naam), "doelen")
    if uitkomst.knelpunten:
        zonder = zondertabel(uitkomst)
        if len(zonder.gegevens):
            figuur(zonder, "zonder-eis")
    else:
        st.markdown("Er knelt niets: elk doel is gehaald.")
    if uitkomst.versoepeld:
        figuur(ruimertabel(uitkomst), "ruimere-eis")
    buiten = niet_te_kiezen(uitkomst.probleem)
    uitklap = st.expander(
        f"Niet te kiezen: {getal(len(buiten.gegevens))}", key="niet_te_kiezen", on_change="rerun"
    )
    if uitklap.open:
        with uitklap:
            figuur(buiten, "niet-te-kiezen")


def _naast(_: Toestand, uitkomst: Uitkomst, portefeuille: Portefeuille, naam: str) -> None:  # noqa: ARG001 - elk deel krijgt hetzelfde
    figuur(vergelijkingstabel(uitkomst), "naast-elkaar")
    st.markdown("\n".join(f"- **{woord}**: {tekst}" for woord, tekst in UITLEG.items()))
    eigen = uitkomst.eigen
    if eigen is None:
        st.caption("Een eigen plan ernaast? Kies het bij *Wat er nog meer gezocht wordt*.")
        return
    if not (eigen.gebroken or eigen.niet_te_kiezen):
        st.success("Het eigen plan voldoet aan alle eisen.")
        return
    zinnen = [f"niet: {eis.zin}" for eis in eigen.gebroken] + list(eigen.niet_te_kiezen)
    regels = "\n".join(f"- {als_markdown(zin)}" for zin in zinnen)
    st.warning(f"Het eigen plan voldoet niet aan elke eis:\n{regels}")


def _ruil(_: Toestand, uitkomst: Uitkomst, portefeuille: Portefeuille, naam: str) -> None:  # noqa: ARG001 - elk deel krijgt hetzelfde
    if uitkomst.front is None:
        st.info(
            "Dit is niet gezocht. Vink het aan bij *Wat er nog meer gezocht wordt* en zoek opnieuw."
        )
        return
    tabel = fronttabel(uitkomst)
    figuur(tabel, "front", frontgrafiek(tabel.gegevens))
    st.caption(TOELICHTING)


SECTIES: tuple[Sectie[[Toestand, Uitkomst, Portefeuille, str]], ...] = (
    Sectie("De keuze", "Welke locaties, met hoeveel plaatsen?", _keuze),
    Sectie("Wat er knelt", "Welk doel wordt niet gehaald, en door welke eis?", _knelt),
    Sectie("Naast elkaar", "Hoe verschillen de keuzes, en past uw eigen plan?", _naast),
    Sectie("Wat ruilen kost", "Wat kost meer score aan spreiding en aantal locaties?", _ruil),
)
"""De delen van een uitkomst; elk krijgt toestand, uitkomst, portefeuille en haar naam."""
