"""De pagina Samenstellen: welke locaties samen halen het doel, en wat knelt er."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

import streamlit as st

from locatieplanner.bronnen.klok import nu
from locatieplanner.domein.notatie import datum, getal, procent
from locatieplanner.fouten import Afgebroken, InvoerFout
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.samenstellen import stel_samen
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.portefeuille.voortgang import Toezicht
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.berekening import Berekening, begin
from locatieplanner.scherm.doelsetkeuze import doelsetkeuze
from locatieplanner.scherm.opdrachtformulier import Zoekvraag, opdrachtformulier
from locatieplanner.scherm.planvergelijking import GEPLAND, alle_plannen
from locatieplanner.scherm.provinciekeuze import provinciekeuze
from locatieplanner.scherm.sectie import toon_sectie
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar
from locatieplanner.scherm.uitkomstsecties import SECTIES, keuzes, kopzin
from locatieplanner.scherm.vangnet import vangnet

_LOPEND = "samenstellen_lopend"
_GEVONDEN = "samenstellen_gevonden"
_MELDING = "samenstellen_melding"
_KIJKTIJD_S = 1.0


@dataclass(frozen=True, eq=False)
class _Gevonden:
    """Een uitkomst, wanneer zij gevraagd is en waar zij bij hoort."""

    uitkomst: Uitkomst
    gevraagd: datetime
    sleutel: tuple[object, ...]


@dataclass(frozen=True, eq=False)
class _Lopend:
    berekening: Berekening[Uitkomst]
    gevraagd: datetime
    sleutel: tuple[object, ...]


def samenstelpagina() -> None:
    """Toon de pagina; zoeken gaat op de achtergrond door, ook op een andere pagina."""
    toestand = toestand_van_sessie()
    st.title("Samenstellen", anchor=False)
    st.caption("Welke locaties halen samen het doel, en wat staat in de weg als dat niet lukt?")
    with vangnet():
        with st.container(key="samenstelkeuze"):
            links, rechts = st.columns(2)
            with links:
                toestand = doelsetkeuze(toestand, "samenstellen_doelset")
            with rechts:
                toestand = provinciekeuze(toestand, "samenstellen")
        _oogst()
        vraag, antwoord = st.columns([1, 2], gap="medium")
        with vraag:
            _formulier(toestand)
        with antwoord:
            _antwoord(toestand_van_sessie())


def _sleutel(toestand: Toestand) -> tuple[object, ...]:
    """Waar een uitkomst van afhangt; verandert dit, dan is zij van eerder."""
    return (*gegevens.sleutel_van(toestand), toestand.gewichten, toestand.provincie)


def _formulier(toestand: Toestand) -> None:
    if toestand.kandidaten.empty:
        st.info("Er zijn nog geen kandidaten. Laad ze op de pagina Kaart, of teken ze daar.")
        return
    beoordeling = gegevens.beoordeling_van(toestand)
    with vangnet():
        vraag = opdrachtformulier(toestand, beoordeling, alle_plannen(toestand))
        if vraag is not None:
            _begin(toestand_van_sessie(), vraag)


def _begin(toestand: Toestand, vraag: Zoekvraag) -> None:
    """Begin te zoeken; wat er nog liep, stopt."""
    lopend: _Lopend | None = st.session_state.get(_LOPEND)
    if lopend is not None:
        lopend.berekening.breek_af()
    beoordeling = gegevens.beoordeling_van(toestand)

    def reken(toezicht: Toezicht) -> Uitkomst:
        return stel_samen(beoordeling, vraag.opdracht, vraag.vraag, toezicht)

    st.session_state[_LOPEND] = _Lopend(begin(reken), nu(), _sleutel(toestand))


def _oogst() -> None:
    """Neem het antwoord over van een berekening die klaar is."""
    lopend: _Lopend | None = st.session_state.get(_LOPEND)
    if lopend is None or lopend.berekening.bezig:
        return
    del st.session_state[_LOPEND]
    with vangnet(partial(st.session_state.__setitem__, _MELDING)):
        try:
            uitkomst = lopend.berekening.antwoord()
        except Afgebroken:
            st.session_state[_MELDING] = "Het zoeken is gestopt. Wat er stond, is gebleven."
        else:
            st.session_state[_GEVONDEN] = _Gevonden(uitkomst, lopend.gevraagd, lopend.sleutel)


@st.fragment(run_every=_KIJKTIJD_S)
def _volg() -> None:
    """Toon hoever het zoeken is; alleen dit stukje van de pagina tekent zich opnieuw."""
    lopend: _Lopend | None = st.session_state.get(_LOPEND)
    if lopend is None or not lopend.berekening.bezig:
        st.rerun()
        return
    with st.container(border=True, key="zoeken"):
        st.markdown(als_markdown(voortgangszin(lopend.berekening)))
        st.button("Stop met zoeken", on_click=lopend.berekening.breek_af, key="stop_zoeken")


def voortgangszin(berekening: Berekening[Uitkomst]) -> str:
    """Zeg hoever een berekening is."""
    duur = f"{getal(berekening.seconden)} s"
    if berekening.wacht:
        return f"Het zoeken wacht op zijn beurt ({duur}). U kunt intussen verder werken."
    stand = berekening.voortgang
    if stand is None:
        return f"Er wordt gezocht ({duur}). U kunt intussen verder werken."
    gat = f"; nog hoogstens {procent(stand.gat, 1)} beter" if stand.gat < 1 else ""
    return f"Er wordt gezocht ({duur}): {stand.stap}{gat}. U kunt intussen verder werken."


def _antwoord(toestand: Toestand) -> None:
    """Toon wat er loopt, wat er misging, en wat er gevonden is."""
    bezig = _LOPEND in st.session_state
    if bezig:
        _volg()
    melding = st.session_state.pop(_MELDING, "")
    if melding:
        st.error(als_markdown(melding))
    gevonden: _Gevonden | None = st.session_state.get(_GEVONDEN)
    if gevonden is not None:
        _toon(toestand, gevonden)
    elif not bezig:
        st.info(
            "Vul hiernaast in waaraan de keuze moet voldoen, en laat zoeken. Zonder eisen wordt "
            "alleen op de doelen en de score gelet."
        )


def _toon(toestand: Toestand, gevonden: _Gevonden) -> None:
    uitkomst = gevonden.uitkomst
    toen = f"{datum(gevonden.gevraagd.date().isoformat())} {gevonden.gevraagd:%H:%M}"
    if gevonden.sleutel != _sleutel(toestand):
        st.warning(
            f"Deze uitkomst is van {toen}. Kandidaten, doelset, provincie of gewichten zijn "
            "sindsdien veranderd: zoek opnieuw voor een uitkomst die daarbij past."
        )
    alle = keuzes(uitkomst)
    naam = next(iter(alle))
    if len(alle) > 1:
        naam = st.segmented_control(
            "Te bekijken", list(alle), default=naam, required=True, key="samenstellen_keuze"
        )
    portefeuille = alle[naam or next(iter(alle))]
    st.markdown(f"**{als_markdown(kopzin(uitkomst, portefeuille))}**")
    if len(portefeuille.plaatsen):
        plan = Gekozenplan(
            _plannaam(toestand, str(naam)), portefeuille.plaatsen, f"samengesteld op {toen}"
        )
        _bewaarknop(toestand, plan)
    toon_sectie(
        SECTIES,
        "de uitkomst",
        "samenstellen_sectie",
        0,
        toestand,
        uitkomst,
        portefeuille,
        str(naam),
    )


def _plannaam(toestand: Toestand, keuze: str) -> str:
    return f"{toestand.provincie or 'Nederland'}, {keuze}"


def _bewaarknop(toestand: Toestand, plan: Gekozenplan) -> None:
    """Laat de keuze als plan bewaren, om te vergelijken."""
    with (
        st.form("bewaar_plan", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        naam = st.text_input("Naam van het plan", value=plan.naam, max_chars=80, width=320)
        gedrukt = st.form_submit_button("Bewaar als plan")
    if gedrukt:
        if naam.strip() == GEPLAND:
            raise InvoerFout(f"'{GEPLAND}' bestaat al; kies een andere naam.")
        bewaar(toestand.met_plan(Gekozenplan(naam.strip(), plan.plaatsen, plan.herkomst)))
        st.success(
            f"'{als_markdown(naam.strip())}' is bewaard. Op de pagina Vergelijken staat het klaar "
            "als plan B."
        )
