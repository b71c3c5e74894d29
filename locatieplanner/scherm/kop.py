"""De kop van de pagina: wat u voor zich heeft, en hoe u met iets anders begint."""

import streamlit as st

from locatieplanner.domein.notatie import getal
from locatieplanner.invoer.schema import leeg
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.bestand import bestandsvenster
from locatieplanner.scherm.openplan import huidig_plan
from locatieplanner.scherm.tekst import aantal_kandidaten, als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar


def kop(toestand: Toestand) -> None:
    """Toon titel, herkomst van de kandidaten en de knoppen om andere te laden."""
    in_plan = huidig_plan() is not None
    titel, knoppen = st.columns([3, 2], vertical_alignment="bottom")
    with titel:
        st.title("Locatieplanner", anchor=False)
        voorbeeld = gegevens.voorbeeld().index if toestand.fictief else []
        eigen = len(toestand.kandidaten.index.difference(voorbeeld))
        st.caption(omschrijving(toestand, eigen, in_plan=in_plan))
    if toestand.alleen_lezen:
        return
    with knoppen.container(horizontal=True):
        if st.button("Kandidaten laden", type="primary", width="stretch"):
            bestandsvenster()
        if in_plan:
            # Een plan begint niet zomaar opnieuw; wie dat wil, sluit het eerst.
            return
        if toestand.fictief and st.button("Leeg beginnen", width="stretch"):
            bewaar(toestand.geladen(leeg(gegevens.lagen().aandachtsgroepen), bron="de kaart"))
            st.rerun()
        if not toestand.fictief and st.button("Voorbeeld tonen", width="stretch"):
            bewaar(toestand.geladen(gegevens.voorbeeld(), bron="het voorbeeld", fictief=True))
            st.rerun()


def omschrijving(toestand: Toestand, eigen: int, *, in_plan: bool = False) -> str:
    """Zeg wat voor kandidaten er zijn.

    Parameters
    ----------
    toestand : Toestand
        Met de kandidaten.
    eigen : int
        Hoeveel daarvan niet uit het voorbeeld komen.
    in_plan : bool, optional
        Of zij in een plan staan: dan is er niet leeg te beginnen zonder het te sluiten.
    """
    aantal = len(toestand.kandidaten)
    if toestand.fictief:
        erbij = f" en {getal(eigen)} van uzelf" if eigen else ""
        verzonnen = aantal_kandidaten(aantal - eigen, "**verzonnen**")
        verder = "" if in_plan else " Laad uw eigen bestand, of begin leeg."
        return f"U ziet {verzonnen}{erbij}, om te leren hoe het werkt.{verder}"
    if not aantal:
        return (
            "Er zijn nog geen kandidaten. Laad een bestand, of zet een punt of vlak op de kaart "
            "met de knoppen linksboven in de kaart."
        )
    return f"{aantal_kandidaten(aantal)} uit {als_markdown(toestand.bron)}."
