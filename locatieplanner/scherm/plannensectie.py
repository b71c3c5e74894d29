"""De plannen van deze sessie: met de hand kiezen, uit een bestand laden, of weghalen."""

from pathlib import PurePath

import pandas as pd
import streamlit as st

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.planherkenning import herken, met_meegebracht
from locatieplanner.rapport.kolommen import GEKOZEN_PLAATSEN
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.bestand import SOORTEN, toon_problemen
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.kaartpagina import in_provincie
from locatieplanner.scherm.planvergelijking import (
    GEPLAND,
    Planvergelijking,
    alle_plannen,
    beoordeling_met_plannen,
)
from locatieplanner.scherm.tekst import aantal_kandidaten
from locatieplanner.scherm.toestand import Toestand, bewaar

LEEG = "Een leeg plan"

_MELDING = "planmelding"
_MET_DE_HAND = "Mijn plan"


def plannensectie(toestand: Toestand, _: Planvergelijking) -> None:
    """Toon de plannen, en de manieren om er een bij te maken."""
    melding = st.session_state.pop(_MELDING, "")
    if melding:
        st.success(melding)
    _lijst(toestand)
    if len(toestand.kandidaten):
        hand = st.expander("Met de hand kiezen", key="plan_hand", on_change="rerun")
        if hand.open:
            with hand:
                _met_de_hand(toestand)
    bestand = st.expander("Een bestand laden", key="plan_bestand", on_change="rerun")
    if bestand.open:
        with bestand:
            _uit_bestand(toestand)


def _lijst(toestand: Toestand) -> None:
    plannen = alle_plannen(toestand)
    st.html(
        tabel_html(
            "Plannen",
            ("plan", "locaties", "plaatsen", "wat gepland is", "herkomst"),
            [
                (
                    plan.naam,
                    getal(len(plan.plaatsen)),
                    getal(int(plan.plaatsen.sum())),
                    "telt altijd mee" if plan.met_gepland else "alleen wat in het plan staat",
                    plan.herkomst,
                )
                for plan in plannen.values()
            ],
        )
    )
    st.caption(
        "Wat u op de pagina Samenstellen laat zoeken, komt hier ook te staan. Staat er bovenaan "
        "een bewaard plan open, dan worden zij daarin bewaard; anders blijven zij staan zolang dit "
        "venster open is."
    )
    if toestand.plannen:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            weg = st.selectbox(
                "Plan", [plan.naam for plan in toestand.plannen], key="plan_weg", width=320
            )
            if st.button("Haal weg", key="plan_haal_weg"):
                bewaar(toestand.zonder_plan(str(weg)))
                st.rerun()


def _met_de_hand(toestand: Toestand) -> None:
    """Kies locaties en plaatsen in een tabel; het geldt pas na de knop."""
    beoordeling = beoordeling_met_plannen(toestand)
    plannen = alle_plannen(toestand)
    begin = st.selectbox("Begin met", (LEEG, *plannen), index=1, key="plan_begin")
    plaatsen = pd.Series(dtype="int64")
    if begin in plannen:
        plaatsen = plannen[begin].plaatsen
        if plannen[begin].met_gepland:
            plaatsen = plaatsen.combine_first(plannen[GEPLAND].plaatsen).astype("int64")
    hier = in_provincie(beoordeling, toestand.provincie)
    tabel = keuzetabel(
        beoordeling.kandidaten[hier | beoordeling.kandidaten.index.isin(plaatsen.index)], plaatsen
    )
    st.caption(
        "Zet een vinkje bij elke locatie in uw plan, en pas zo nodig het aantal plaatsen aan. Wat "
        "geen vinkje heeft telt niet mee, ook niet als het gepland is."
    )
    with st.form("plan_kiezen", border=False):
        gevuld = st.data_editor(
            tabel,
            column_config={
                "kies": st.column_config.CheckboxColumn("kies", pinned=True),
                "naam": st.column_config.TextColumn("naam", disabled=True),
                "gemeente": st.column_config.TextColumn("gemeente", disabled=True),
                "status": st.column_config.TextColumn("status", disabled=True),
                "plaatsen": st.column_config.NumberColumn("plaatsen", min_value=1, step=1),
                "capaciteit": st.column_config.NumberColumn("capaciteit", disabled=True),
            },
            hide_index=True,
            num_rows="fixed",
            placeholder="",
            key=f"plan_tabel_{toestand.versie}_{toestand.provincie}_{begin}",
            width="stretch",
        )
        naam = st.text_input("Naam van het plan", value=_MET_DE_HAND, max_chars=80)
        if st.form_submit_button("Bewaar dit plan", type="primary"):
            _bewaar_keuze(toestand, gevuld, plannen.get(begin), naam.strip())


def keuzetabel(kandidaten: pd.DataFrame, plaatsen: pd.Series) -> pd.DataFrame:
    """Geef de kandidaten om uit te kiezen, met wat er al in het plan staat bovenaan.

    Parameters
    ----------
    kandidaten : DataFrame
        Index ``id``; ``naam``, ``gemeente``, ``status`` en ``capaciteit``.
    plaatsen : Series of int
        Plaatsen per id in het plan waarmee begonnen wordt.
    """
    tabel = pd.DataFrame(kandidaten[["naam", "gemeente", "status", "capaciteit"]])
    gekozen = tabel.index.isin(plaatsen.index)
    aantal = plaatsen.reindex(tabel.index).fillna(tabel["capaciteit"]).astype("int64")
    tabel.insert(0, "kies", gekozen)
    tabel.insert(4, "plaatsen", aantal)
    return tabel.sort_values(["kies", "naam"], ascending=[False, True], kind="stable")


def _bewaar_keuze(
    toestand: Toestand, gevuld: pd.DataFrame, begin: Gekozenplan | None, naam: str
) -> None:
    keuze = gevuld[gevuld["kies"]]
    if keuze.empty:
        st.error("Er is niets gekozen; zet bij ten minste één locatie een vinkje.")
        return
    meegebracht = None if begin is None else begin.meegebracht
    _voeg_toe(
        toestand,
        Gekozenplan(
            _vrije_naam(naam), keuze["plaatsen"], "met de hand", meegebracht, met_gepland=False
        ),
        f"Het plan heeft {aantal_kandidaten(len(keuze))}; het staat nu als plan B klaar.",
    )


def _uit_bestand(toestand: Toestand) -> None:
    """Lees een bestand met kandidaten als plan; hun capaciteit is het gekozen aantal plaatsen."""
    st.markdown(
        "Een bestand zoals bij **Kandidaten laden**: elke rij is een locatie in het plan, en de "
        "**capaciteit** is het aantal plaatsen dat het plan haar geeft."
    )
    bestand = st.file_uploader("Bestand met een plan", type=list(SOORTEN), key="plan_lader")
    if bestand is None:
        return
    invoer = gegevens.laatste(
        "planbestand",
        (bestand.file_id, gegevens.merk()),
        lambda: gegevens.lees(bestand.getvalue(), bestand.name),
    )
    toon_problemen(invoer.problemen)
    if any(GEKOZEN_PLAATSEN in probleem.wat for probleem in invoer.problemen):
        st.warning(
            f"Dit bestand heeft een kolom {GEKOZEN_PLAATSEN}. Zet die aantallen in de kolom "
            "capaciteit en haal de rijen van andere portefeuilles weg: nu telt de volle capaciteit."
        )
    if invoer.geblokkeerd or invoer.kandidaten.empty:
        st.error("Dit bestand is zo niet als plan te laden. Er is niets veranderd.")
        return
    naam = st.text_input(
        "Naam van het plan", value=PurePath(bestand.name).stem, max_chars=80, key="plan_naam"
    )
    met_gepland = st.checkbox(
        "Wat gepland is telt ook mee als het bestand het niet noemt",
        value=True,
        key="plan_met_gepland",
    )
    if st.button(f"Neem {aantal_kandidaten(len(invoer.kandidaten))} over", type="primary"):
        herkend = herken(
            invoer.kandidaten,
            met_meegebracht(toestand.kandidaten, toestand.plannen),
            gegevens.lagen().gemeenten,
            _vrije_naam(naam.strip()),
            f"bestand {bestand.name}",
            met_gepland=met_gepland,
        )
        _voeg_toe(toestand, herkend.plan, herkend.zin)


def _vrije_naam(naam: str) -> str:
    """De naam, als hij niet van het vaste plan is.

    Raises
    ------
    InvoerFout
        Als het die naam is.
    """
    if naam == GEPLAND:
        raise InvoerFout(f"'{GEPLAND}' bestaat al en is niet te vervangen; kies een andere naam.")
    return naam


def _voeg_toe(toestand: Toestand, plan: Gekozenplan, melding: str) -> None:
    """Zet een plan erbij en teken de pagina opnieuw."""
    bewaar(toestand.met_plan(plan))
    st.session_state[_MELDING] = melding
    st.rerun()
