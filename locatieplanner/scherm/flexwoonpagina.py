"""De pagina Flexwonen: wat woonlocaties toevoegen, voor wie, hoe lang, en ten koste van wie."""

import pandas as pd
import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.bevindingen import beschermd
from locatieplanner.bronnen.klok import deze_maand
from locatieplanner.opgave.contracten import eerste_einde, halverwege
from locatieplanner.opgave.corporatie import totaal
from locatieplanner.opgave.flexwonen import woonlocaties
from locatieplanner.opgave.verdringing import Oordeel, verdringing
from locatieplanner.rapport.flexwoontekst import kanttekeningen, kopzin
from locatieplanner.rapport.woonlocatietabel import afgeschermde_rijen, gedeelde_namen
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.bestand import bestandsvenster
from locatieplanner.scherm.flexkeuze import flexkeuze
from locatieplanner.scherm.flexsecties import SECTIES, Flexbeeld
from locatieplanner.scherm.gebiedskeuze import Gekozengebied, gebiedskeuze
from locatieplanner.scherm.sectie import toon_sectie
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.verdringingblok import alleen_gepland, verdringingblok

WAT_HET_ZIJN = (
    "Woonlocaties zijn kandidaten van het type flexwoningen (verplaatsbaar of tijdelijk) of "
    "gemengd wonen (blijvend)."
)

LEEG = (
    "Er zijn nog geen woonlocaties in dit plan. Laad een bestand, of zet op de pagina Kaart een "
    "locatie neer met het type flexwoningen of gemengd wonen. Vul daarvan in: `eigenaar`, "
    "`woningen` of de mix (`aandeel_<groep>`), `beschikbaar_van` en `beschikbaar_tot`."
)


def flexwoonpagina() -> None:
    """Toon de pagina; alleen het gekozen deel wordt gemaakt."""
    toestand = toestand_van_sessie()
    st.title("Flexwonen", anchor=False)
    st.caption(WAT_HET_ZIJN)
    gebied = gebiedskeuze(toestand, gegevens.lagen().gemeenten, "flex")
    toestand = toestand_van_sessie()
    with vangnet():
        _pagina(toestand, gebied)


def _pagina(toestand: Toestand, gebied: Gekozengebied) -> None:
    peilmaand = deze_maand()
    omgeving = gegevens.omgeving_van(toestand)
    alle = gegevens.onthoud(
        toestand,
        f"woonlocaties {peilmaand}",
        lambda uitkomst: woonlocaties(uitkomst.kandidaten, uitkomst.omgeving, peilmaand),
    )
    if alle.empty:
        st.info(LEEG)
        if st.button("Kandidaten laden", type="primary"):
            bestandsvenster()
        return
    kandidaten = gegevens.beoordeling_van(toestand).kandidaten
    locaties = flexkeuze(alle, gebied).uit(alle)
    voor_derden = _voor_derden(kandidaten, toestand)
    namen = gedeelde_namen(kandidaten, omgeving, deel_beschermd=not voor_derden)
    gepland = alleen_gepland()
    oordeel = gegevens.onthoud(
        toestand,
        f"verdringing {peilmaand} {gebied} {gepland}",
        lambda uitkomst: _oordeel(uitkomst, gebied, peilmaand, gepland=gepland),
    )
    verdringingblok(oordeel, namen, omgeving)
    if locaties.empty:
        st.info(
            f"Bij deze keuze horen geen woonlocaties in {als_markdown(gebied.naam)}. Kies een "
            "andere eigenaar, status of provincie."
        )
        return
    som = totaal(locaties)
    kop = kopzin(som, halverwege(locaties), eerste_einde(locaties))
    st.markdown(f"#### {als_markdown(kop)}")
    st.caption(als_markdown(" ".join(kanttekeningen(som))))
    dicht = afgeschermde_rijen(locaties, kandidaten, omgeving) if voor_derden else None
    beeld = Flexbeeld(toestand, omgeving, locaties, namen, dicht, peilmaand, gebied.provincie)
    toon_sectie(SECTIES, "de woonlocaties", "flex_sectie", 0, beeld)


def _voor_derden(kandidaten: pd.DataFrame, toestand: Toestand) -> bool:
    """Of beschermde locaties alleen per gemeente te zien zijn; alleen gevraagd als zij er zijn."""
    if not beschermd(kandidaten, gegevens.omgeving_van(toestand)).any():
        return False
    return st.checkbox(
        "Voor derden: beschermde locaties alleen per gemeente",
        value=True,
        key="flex_derden",
        help="Geldt voor wat u hier ziet en voor elke tabel die u downloadt.",
    )


def _oordeel(
    beoordeling: Beoordeling,
    gebied: Gekozengebied,
    peilmaand: pd.Period,
    *,
    gepland: bool,
) -> Oordeel:
    """Verdringing over het hele plan in het gebied, van welke eigenaar ook."""
    hier = beoordeling.kandidaten["gemeentecode"].isin(gebied.van(beoordeling.omgeving.gemeenten))
    if gebied.provincie is None:
        hier |= True
    return verdringing(
        beoordeling.kandidaten.loc[hier],
        beoordeling.omgeving,
        peilmaand,
        alleen_gepland=gepland,
    )
