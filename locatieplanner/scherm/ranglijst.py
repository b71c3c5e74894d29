"""De ranglijst: kandidaten van hoog naar laag, met toetsenbord of muis te kiezen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.notatie import getal
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import bewaar, huidige

PER_BLADZIJDE = 6

_KEUZE = "ranglijst"
_BLADZIJDE = "ranglijst_bladzijde"
_VOLG = "ranglijst_volg"
_REGELS = "ranglijst_regels"
_ONTHOUDEN = 100
_KORT = {"kleinschaligheid": "klein"}


@dataclass(frozen=True)
class Bladzijde:
    """Een deel van de ranglijst."""

    rijen: tuple[int, ...]
    nummer: int
    aantal: int


def bladzijde(volgorde: NDArray[np.int64], nummer: int) -> Bladzijde:
    """Knip een bladzijde uit de ranglijst; een nummer buiten bereik wordt het dichtstbije."""
    aantal = max(1, -(-len(volgorde) // PER_BLADZIJDE))
    hier = min(max(nummer, 0), aantal - 1)
    deel = volgorde[hier * PER_BLADZIJDE : (hier + 1) * PER_BLADZIJDE]
    return Bladzijde(tuple(int(rij) for rij in deel), hier, aantal)


def bladzijde_van(volgorde: NDArray[np.int64], rij: int) -> int:
    """Geef het nummer van de bladzijde waar een rij op staat; 0 als zij er niet bij is."""
    plek = np.flatnonzero(volgorde == rij)
    return int(plek[0]) // PER_BLADZIJDE if len(plek) else 0


def volg_keuze() -> None:
    """Laat de ranglijst de volgende keer de bladzijde met de gekozen kandidaat tonen."""
    st.session_state[_VOLG] = True


def begin_bovenaan() -> None:
    """Laat de ranglijst de volgende keer met haar eerste bladzijde beginnen."""
    st.session_state[_BLADZIJDE] = 0


def ranglijst(beoordeling: Beoordeling, getoond: NDArray[np.bool_], gekozen: str | None) -> None:
    """Toon de ranglijst; wie er een kandidaat uit kiest, ziet haar ook op de kaart.

    Parameters
    ----------
    beoordeling : Beoordeling
        Wat getoond wordt.
    getoond : ndarray of bool, shape (n,)
        Welke kandidaten binnen de keuze van de gebruiker vallen.
    gekozen : str or None
        De kandidaat die al gekozen is.
    """
    volgorde = beoordeling.volgorde()
    volgorde = volgorde[getoond[volgorde]]
    st.markdown(f"##### Ranglijst ({getal(len(volgorde))})")
    if not len(volgorde):
        st.caption("Hier zijn geen kandidaten. Laad een bestand of plaats een punt op de kaart.")
        return
    if not getoond.all():
        st.caption(
            f"De nummers gelden onder alle {getal(in_rangorde(beoordeling))} kandidaten met een "
            "rang, ook buiten dit gebied."
        )
    if st.session_state.pop(_VOLG, False) and gekozen is not None:
        st.session_state[_BLADZIJDE] = bladzijde_van(volgorde, beoordeling.rij(gekozen))
    blad = bladzijde(volgorde, st.session_state.get(_BLADZIJDE, 0))
    rijen = {str(beoordeling.kandidaten.index[rij]): rij for rij in blad.rijen}
    regels = unieke_regels({id_: regel(beoordeling, rij) for id_, rij in rijen.items()})
    bekend = st.session_state.get(_REGELS, {}) | {tekst: id_ for id_, tekst in regels.items()}
    st.session_state[_REGELS] = dict(list(bekend.items())[-_ONTHOUDEN:])
    st.session_state[_KEUZE] = gekozen if gekozen in rijen else None
    st.radio(
        "Kies een kandidaat",
        list(rijen),
        key=_KEUZE,
        format_func=regels.__getitem__,
        captions=[deelscores(beoordeling, rij) for rij in rijen.values()],
        label_visibility="collapsed",
        index=None,
        on_change=_kies,
    )
    if blad.aantal > 1:
        _bladeren(blad)


def in_rangorde(beoordeling: Beoordeling) -> int:
    """Tel de kandidaten met een rang."""
    return int((beoordeling.weging.rang != GEEN_RANG).sum())


def _kies() -> None:
    toestand = huidige()
    keuze = st.session_state[_KEUZE]
    # Wie klikt terwijl de lijst verandert, koos een regel van de vorige lijst.
    id_ = st.session_state.get(_REGELS, {}).get(keuze, keuze)
    if toestand is not None and id_ in toestand.kandidaten.index:
        bewaar(toestand.met_keuze(id_, spring=True))


def unieke_regels(regels: Mapping[str, str]) -> dict[str, str]:
    """Zet het id achter regels die anders gelijk zijn: de browser kiest op de tekst."""
    aantal = Counter(regels.values())
    return {
        id_: tekst if aantal[tekst] == 1 else f"{tekst} ({als_markdown(id_)})"
        for id_, tekst in regels.items()
    }


def _bladeren(blad: Bladzijde) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="bladeren"):
        for tekst, naar in (("Vorige", blad.nummer - 1), ("Volgende", blad.nummer + 1)):
            st.button(
                tekst,
                disabled=not 0 <= naar < blad.aantal,
                on_click=_ga_naar,
                args=(naar,),
            )
        st.caption(f"{getal(blad.nummer + 1)} van {getal(blad.aantal)}")


def _ga_naar(nummer: int) -> None:
    st.session_state[_BLADZIJDE] = nummer


def regel(beoordeling: Beoordeling, rij: int) -> str:
    """Rang, naam en totaal van een kandidaat, als Markdown."""
    naam = als_markdown(str(beoordeling.kandidaten["naam"].iloc[rij]))
    if beoordeling.uitgesloten[rij]:
        return f"{naam} · uitgesloten"
    rang = int(beoordeling.weging.rang[rij])
    if rang == GEEN_RANG:
        return f"{naam} · onvoldoende bekend"
    return f"{getal(rang)}\\. {naam} · **{getal(float(beoordeling.weging.totaal[rij]), 1)}**"


def deelscores(beoordeling: Beoordeling, rij: int) -> str:
    """De vier deelscores op één regel; een streepje is onbekend."""
    bekend, scores = beoordeling.weegschaal.bekend[rij], beoordeling.weegschaal.scores[rij]
    delen = [
        f"{_KORT.get(naam, naam)} {getal(scores[k]) if bekend[k] else '–'}"
        for k, naam in enumerate(CRITERIA)
    ]
    return " · ".join(delen)
