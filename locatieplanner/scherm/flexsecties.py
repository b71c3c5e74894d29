"""De delen van de pagina Flexwonen: locaties, voor wie, in de tijd, per eigenaar, en bijdrage."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from locatieplanner.beoordeling.keuze import kies
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.contracten import einden, per_eigenaar_per_jaar
from locatieplanner.opgave.corporatie import bijdrage_per_gemeente, per_groep, totaal
from locatieplanner.opgave.groepsverloop import groepsverloop
from locatieplanner.rapport.corporatietabel import (
    bijdragetabel,
    eigenaargroeptabel,
    eigenaartabel,
    groeptabel,
    halfjaartabel,
    jaartabel,
)
from locatieplanner.rapport.flexwoontekst import bijdragezinnen
from locatieplanner.rapport.woonlocatietabel import eindetabel, locatietabel
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.downloads import downloads
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.flexgrafiek import groepgrafiek, verloopgrafiek
from locatieplanner.scherm.flexkaartje import flexkaartje_html
from locatieplanner.scherm.sectie import Sectie
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand

_MAANDEN_PER_JAAR = 12
_MATEN = ("woningen", "plaatsen")
# Beeldpunten: de assen en de legenda, een staaf, en een tijdlijn met de langste legenda eronder.
_ASSEN, _STAAF, _TIJDLIJN = 110, 30, 470


@dataclass(frozen=True, eq=False)
class Flexbeeld:
    """Wat een deel van de pagina toont.

    Parameters
    ----------
    toestand : Toestand
        De toestand van de sessie.
    omgeving : Omgeving
        Waartegen gerekend is.
    locaties : DataFrame
        De gekozen woonlocaties; zie `locatieplanner.opgave.flexwonen.woonlocaties`.
    namen : dict of str to str
        Hoe een locatie (id) heet voor wie het leest.
    afgeschermd : ndarray of bool or None
        Welke locaties alleen per gemeente getoond worden; None is geen.
    peilmaand : Period
        De maand van nu.
    provincie : str or None
        De gekozen provincie.
    """

    toestand: Toestand
    omgeving: Omgeving
    locaties: pd.DataFrame
    namen: dict[str, str]
    afgeschermd: NDArray[np.bool_] | None
    peilmaand: pd.Period
    provincie: str | None

    @property
    def horizon_jaren(self) -> int:
        """Hoe ver vooruit er gekeken wordt."""
        return int(self.omgeving.parameters.getal("flexwonen.horizon_jaren"))


def _locaties(beeld: Flexbeeld) -> None:
    """De tabel, één locatie op een kaartje, en meenemen."""
    figuur(locatietabel(beeld.locaties, beeld.omgeving, beeld.afgeschermd), "locaties")
    dicht = beeld.afgeschermd
    ids = beeld.locaties.index if dicht is None else beeld.locaties.index[~dicht]
    if len(ids):
        gekozen = st.selectbox(
            "Eén locatie bekijken",
            [str(id_) for id_ in ids],
            format_func=lambda id_: beeld.namen[id_],
            key="flex_locatie",
        )
        rij = beeld.locaties.loc[[gekozen]].to_dict("records")[0]
        st.html(flexkaartje_html(beeld.namen[gekozen], rij, beeld.omgeving))
    alles = st.expander("Alle gegevens per locatie", key="flex_alles", on_change="rerun")
    if alles.open:
        with alles:
            tabel = locatietabel(beeld.locaties, beeld.omgeving, beeld.afgeschermd, volledig=True)
            figuur(tabel, "locaties-volledig")
    mee = st.expander("Deze locaties downloaden", key="flex_mee", on_change="rerun")
    if mee.open:
        with mee:
            ids_alle = [str(id_) for id_ in beeld.locaties.index]
            downloads(
                kies(gegevens.beoordeling_van(beeld.toestand), ids_alle),
                f"Deze {getal(len(ids_alle))} locaties",
                "mijn-locaties",
            )


def _voor_wie(beeld: Flexbeeld) -> None:
    groepen = per_groep(beeld.locaties, beeld.omgeving.aandachtsgroepen)
    if groepen.empty:
        st.info(
            "Van geen van deze locaties is bekend voor wie zij zijn. Vul bij Kandidaten bewerken, "
            "op de pagina Kaart, de procenten per groep in."
        )
        return
    tabel = groeptabel(beeld.locaties, beeld.omgeving.aandachtsgroepen)
    figuur(tabel, "voor-wie", groepgrafiek(groepen), hoogte=_ASSEN + _STAAF * len(groepen))


def _in_de_tijd(beeld: Flexbeeld) -> None:
    """Het verloop per groep, en wanneer welk contract eindigt."""
    maat = st.segmented_control(
        "Wat telt er", _MATEN, default=_MATEN[0], required=True, key="flex_maat"
    )
    maanden = pd.period_range(
        beeld.peilmaand, periods=_MAANDEN_PER_JAAR * beeld.horizon_jaren, freq="M", name="maand"
    )
    groepen = beeld.omgeving.aandachtsgroepen
    verloop = groepsverloop(beeld.locaties, groepen, maanden)
    maat = maat or _MATEN[0]
    stand = verloop.woningen if maat == "woningen" else verloop.plaatsen
    if stand.empty or not stand.to_numpy().any():
        st.info(
            "In deze jaren staan er geen woningen: vul beschikbaar_van en beschikbaar_tot in, en "
            "het aantal woningen of de mix."
        )
    else:
        figuur(
            halfjaartabel(stand, groepen, maat),
            f"verloop-{maat}",
            verloopgrafiek(stand, groepen, maat),
            hoogte=_TIJDLIJN,
        )
    open_einde = float(verloop.einde_onbekend.max()) if len(maanden) else 0.0
    if open_einde:
        st.caption(
            f"Hoogstens {getal(open_einde)} woningen staan op locaties waarvan het einde onbekend "
            "is; zij lopen hier tot het laatst door."
        )
    if einden(beeld.locaties).empty:
        st.caption("Van geen van deze locaties is bekend dat het contract eindigt.")
    else:
        figuur(eindetabel(beeld.locaties, beeld.omgeving, beeld.afgeschermd), "einden")


def _per_eigenaar(beeld: Flexbeeld) -> None:
    groepen = beeld.omgeving.aandachtsgroepen
    figuur(eigenaartabel(beeld.locaties, groepen), "per-eigenaar")
    figuur(eigenaargroeptabel(beeld.locaties, groepen), "per-eigenaar-en-groep")
    eerste = beeld.peilmaand.year
    jaren = per_eigenaar_per_jaar(beeld.locaties, range(eerste, eerste + beeld.horizon_jaren + 1))
    figuur(jaartabel(jaren), "per-jaar")


def _bijdrage(beeld: Flexbeeld) -> None:
    for zin in bijdragezinnen(totaal(beeld.locaties), beeld.omgeving, beeld.provincie):
        st.markdown(als_markdown(zin))
    figuur(bijdragetabel(bijdrage_per_gemeente(beeld.locaties)), "bijdrage")


SECTIES = (
    Sectie("Locaties", "Welke woonlocaties zijn er, van wie, en hoe lang?", _locaties),
    Sectie("Voor wie", "Hoeveel woningen en plaatsen zijn er voor elke groep?", _voor_wie),
    Sectie("In de tijd", "Wat staat er wanneer, en wanneer loopt wat af?", _in_de_tijd),
    Sectie("Per eigenaar", "Wat heeft elke eigenaar, nu en in de komende jaren?", _per_eigenaar),
    Sectie("Bijdrage", "Wat voegt dit toe aan de taakstelling en de doorstroom?", _bijdrage),
)
"""De delen van de pagina."""
