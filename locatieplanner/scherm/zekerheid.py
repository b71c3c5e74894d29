"""Hoe zeker een rangorde is, één keer getrokken en dan bewaard."""

import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.robuustheid.instelling import Instelling
from locatieplanner.robuustheid.robuustheid import Robuustheid, robuustheid
from locatieplanner.robuustheid.uitspraak import over_kandidaat
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand


def robuustheid_van(
    toestand: Toestand,
    beoordeling: Beoordeling,
    *,
    alle_gewichten: bool = False,
    vaste_scores: bool = False,
) -> Robuustheid:
    """Geef de robuustheidstoets van een beoordeling, met de parameters van de toestand.

    Parameters
    ----------
    toestand : Toestand
        Waar de gewichten en parameters uit komen.
    beoordeling : Beoordeling
        Die van de toestand, met of zonder locaties die plannen meebrachten.
    alle_gewichten, vaste_scores : bool, optional
        Zie `locatieplanner.robuustheid.instelling.Instelling`.
    """
    instelling = Instelling.van(
        beoordeling.omgeving.parameters,
        alle_gewichten=alle_gewichten,
        vaste_scores=vaste_scores,
    )
    ids = tuple(beoordeling.kandidaten.index)
    return gegevens.laatste(
        "robuustheid",
        (*gegevens.sleutel_van(toestand), toestand.gewichten, instelling, ids),
        lambda: robuustheid(beoordeling, instelling),
    )


def zekerheidpaneel(toestand: Toestand, beoordeling: Beoordeling, id_: str) -> None:
    """Toon in zinnen hoe zeker de plaats van één kandidaat is.

    Parameters
    ----------
    toestand, beoordeling
        Zie `robuustheid_van`.
    id_ : str
        De kandidaat.
    """
    uitkomst = robuustheid_van(toestand, beoordeling)
    st.markdown(" ".join(als_markdown(zin) for zin in over_kandidaat(uitkomst, id_)))
    st.caption(
        "Geschat, met andere gewichten en scores rond wat nu gekozen is; wat u instelt en hoe "
        "het zit met de andere locaties staat op de pagina Vergelijken."
    )
