"""De pagina Zoekgebieden: waar zou het kunnen, voordat er kandidaten zijn."""

import streamlit as st

from locatieplanner.domein.notatie import opsomming
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.beginnen import toestand_van_sessie
from locatieplanner.scherm.blijvend import blijvend
from locatieplanner.scherm.gewichten import gewichtschuiven
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar
from locatieplanner.scherm.vangnet import vangnet
from locatieplanner.scherm.zoekformulier import PAGINA, Rastervraag, zoekformulier
from locatieplanner.scherm.zoekkaart import zoekkaart
from locatieplanner.scherm.zoekloop import (
    GEREKEND,
    Doorgerekend,
    begin_te_rekenen,
    oogst,
    toon_lopend,
)
from locatieplanner.scherm.zoekuitkomst import gebiedkeuze, kopzin, toon_gebied, toon_lijst
from locatieplanner.zoekgebieden.gebieden import Grens, Zoekgebieden, zoek_gebieden
from locatieplanner.zoekgebieden.instelling import Instelling

_VOORBEHOUD = (
    "Water is niet uitgesloten: ook zee, meren en rivieren hebben cellen. Wat gepland is telt niet "
    "mee: elke cel is beoordeeld alsof er verder niets bijkomt. Een zoekgebied zegt waar te "
    "kijken, niet waar te bouwen."
)


def zoekpagina() -> None:
    """Toon de pagina; rekenen gaat op de achtergrond door, ook op een andere pagina."""
    toestand = toestand_van_sessie()
    st.title("Zoekgebieden", anchor=False)
    st.caption(
        "Waar zou het kunnen? Op elke cel van een rooster wordt een denkbeeldige locatie "
        "beoordeeld, met dezelfde criteria als een kandidaat."
    )
    with vangnet():
        oogst()
        links, rechts = st.columns([1, 2], gap="medium")
        with links:
            vraag = _formulier(toestand)
            bezig = toon_lopend()
            drempel = _weging(toestand_van_sessie())
        with rechts:
            _antwoord(toestand_van_sessie(), vraag, drempel, bezig)


def _sleutel(toestand: Toestand, vraag: Rastervraag) -> tuple[object, ...]:
    """Waar een uitkomst van afhangt; de kandidaten en de gewichten horen daar niet bij."""
    return (*gegevens.sleutel_van(toestand)[1:], vraag)


def _formulier(toestand: Toestand) -> Rastervraag:
    vraag, gedrukt = zoekformulier(toestand, gegevens.omgeving_van(toestand))
    if gedrukt:
        with vangnet():
            omgeving = gegevens.omgeving_van(toestand_van_sessie())
            vraag.toets(omgeving)
            begin_te_rekenen(vraag, omgeving, _sleutel(toestand_van_sessie(), vraag))
    return vraag


def _weging(toestand: Toestand) -> float:
    """De schuiven die alleen kleuren en gebieden veranderen; geeft de drempel."""
    with st.container(key="zoekgebieden_weging"):
        bewaar(gewichtschuiven(toestand, f"{PAGINA}_"))
        standaard = gegevens.lagen().parameters.getal("zoekgebieden.drempel_punten")
        sleutel = blijvend("zoekgebieden_drempel", round(standaard))
        drempel = st.slider(
            "Drempel (punten)",
            0,
            100,
            value=st.session_state[sleutel],
            key=sleutel,
            help="Totaalscore vanaf welke een cel bij een zoekgebied hoort.",
        )
        st.caption("Gewichten en drempel werken meteen; er wordt niets opnieuw doorgerekend.")
    return float(drempel)


def _antwoord(toestand: Toestand, vraag: Rastervraag, drempel: float, bezig: bool) -> None:
    gerekend: Doorgerekend | None = st.session_state.get(GEREKEND)
    if gerekend is None:
        eerst = (
            "Kies hiernaast eerst een provincie of gemeente, en wat er zou komen. Druk dan op "
            "'Reken het gebied door'. "
        )
        st.info(_VOORBEHOUD if bezig else eerst + _VOORBEHOUD)
        return
    if gerekend.sleutel != _sleutel(toestand, vraag):
        st.warning(
            als_markdown(
                f"Deze uitkomst gaat over {gerekend.vraag.zin}. De keuze hiernaast of een "
                "parameter is sindsdien veranderd: reken opnieuw voor een uitkomst die past."
            )
        )
    with st.spinner("Zoekgebieden zoeken…"):
        gevonden = gegevens.laatste(
            "zoekgebieden",
            (gerekend.map.raster, toestand.gewichten, drempel),
            lambda: _zoek(gerekend, toestand, drempel),
        )
    st.markdown(f"**{als_markdown(f'{gerekend.vraag.zin}: {kopzin(gevonden)}')}**")
    gekozen = gebiedkeuze(gevonden)
    zoekkaart(toestand, gerekend, gevonden, gekozen)
    st.info(_VOORBEHOUD)
    if gerekend.raster.niet_geladen:
        st.caption(
            "Nergens getoetst, want niet geladen: "
            f"{als_markdown(opsomming(list(gerekend.raster.niet_geladen)))}. Ophalen kan op de "
            "pagina Gegevens."
        )
    if gekozen is not None:
        toon_gebied(toestand, gerekend, gevonden, gekozen)
    toon_lijst(gerekend, gevonden)


def _zoek(gerekend: Doorgerekend, toestand: Toestand, drempel: float) -> Zoekgebieden:
    instelling = Instelling(gerekend.vraag.capaciteit, gerekend.vraag.type)
    return zoek_gebieden(
        gerekend.raster,
        gerekend.omgeving,
        instelling.met_gewichten(toestand.gewichten),
        Grens.van(gerekend.omgeving.parameters, drempel),
    )
