"""De pagina Gegevens: van elke laag bron, licentie en leeftijd, en een knop om te verversen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from locatieplanner.bronnen.cache import Lagencache, Manifest
from locatieplanner.bronnen.catalogus import Laag, lees_catalogus
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.laagregel import knoptekst, leeftijd, regel_html, waarvoor
from locatieplanner.scherm.ophalen import Beurt, Ophaler
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import huidige
from locatieplanner.scherm.vangnet import vangnet

_GEBIED = "gebied"

_GROEPEN = (
    "Waar het niet of niet zomaar kan",
    "Voorzieningen en straten",
    "Inwoners, buurten en grenzen",
)


@st.cache_resource(show_spinner=False)
def ophaler() -> Ophaler:
    """Geef wie er voor deze server lagen ophaalt."""
    return Ophaler()


def lagenpagina() -> None:
    """Toon de pagina."""
    st.title("Gegevens", anchor=False)
    st.markdown(
        "Het programma begint met ingebouwde lagen. Voor echte keuzes haalt u hier de actuele "
        "lagen op bij hun bron. Ze blijven op deze computer staan en werken daarna zonder internet."
    )
    with vangnet():
        for melding in gegevens.lagen().opgehaald.meldingen:
            st.warning(als_markdown(melding))
        lagen = lees_catalogus()
        cache = Lagencache.van_gebruiker()
        delen = {id_: cache.delen(id_) for id_, laag in lagen.items() if laag.dienst is not None}
        nu = datetime.now(UTC)
        st.markdown(als_markdown(samenvatting(lagen, delen, nu)))
        _voortgang()
        gebied = _kies_gebied()
        for kop, groep in groepen(lagen.values()).items():
            _groepskop(kop, groep, gebied)
            for laag in groep:
                _regel(laag, delen[laag.id], gebied, nu)
        genoemd = [laag for laag in lagen.values() if laag.alleen_genoemd]
        if genoemd:
            st.subheader("Niet op te halen, dus niet getoetst", anchor=False)
            for laag in genoemd:
                st.html(regel_html(laag, (), (), nu))
        with st.expander("Lagen die alleen ingebouwd zijn"):
            st.html(
                ingebouwd_html(
                    laag for laag in lagen.values() if laag.ingebouwd and laag.dienst is None
                )
            )


def samenvatting(
    lagen: Mapping[str, Laag], delen: Mapping[str, Sequence[Manifest]], nu: datetime
) -> str:
    """Zeg hoeveel er opgehaald is, hoe oud het oudste is, en waarop nog niet getoetst wordt.

    Parameters
    ----------
    lagen : Mapping of str to Laag
        De catalogus.
    delen : Mapping of str to sequence of Manifest
        Per laag met een dienst wat ervan opgehaald is.
    nu : datetime
        Het moment waartegen de leeftijd geldt.
    """
    zinnen = [
        f"Opgehaald: {getal(sum(map(bool, delen.values())))} van de {getal(len(delen))} lagen."
    ]
    alles = [deel for van_laag in delen.values() for deel in van_laag]
    if alles:
        oudste = min(alles, key=lambda deel: deel.tijdstip)
        zinnen.append(
            f"Het oudste daarvan is {lagen[oudste.laag].naam}, opgehaald {leeftijd(oudste, nu)}."
        )
    ongetoetst = sum(bool(lagen[id_].regels) and not van_laag for id_, van_laag in delen.items())
    if ongetoetst:
        zinnen.append(
            f"{getal(ongetoetst)} {'laag' if ongetoetst == 1 else 'lagen'} om aan te toetsen "
            f"{'is' if ongetoetst == 1 else 'zijn'} nog niet geladen."
        )
    return " ".join(zinnen)


def groepen(lagen: Iterable[Laag]) -> dict[str, list[Laag]]:
    """Verdeel de lagen met een dienst naar waar zij voor zijn."""
    uitkomst: dict[str, list[Laag]] = {kop: [] for kop in _GROEPEN}
    for laag in lagen:
        if laag.dienst is None:
            continue
        if laag.regels:
            uitkomst[_GROEPEN[0]].append(laag)
        elif laag.dienst.soort is Dienstsoort.OSM:
            uitkomst[_GROEPEN[1]].append(laag)
        else:
            uitkomst[_GROEPEN[2]].append(laag)
    return uitkomst


def ingebouwd_html(lagen: Iterable[Laag]) -> str:
    """Geef de lagen zonder dienst als tabel."""
    return tabel_html(
        "Ingebouwde lagen",
        ["laag", "bron", "peildatum", "licentie", "status", "let op"],
        [
            [
                laag.naam,
                laag.herkomst.bron,
                laag.herkomst.peildatum,
                laag.licentie,
                str(laag.herkomst.status),
                laag.let_op,
            ]
            for laag in lagen
        ],
    )


def _kies_gebied() -> str | None:
    gemeenten = sorted(f"{naam} (gemeente)" for naam in gegevens.lagen().gemeenten["gemeente"])
    provincies = [f"{naam} (provincie)" for naam in PROVINCIES]
    toestand = huidige()
    eerst = PROVINCIES.index(toestand.provincie) if toestand and toestand.provincie else None
    gekozen: str | None = st.selectbox(
        "Gebied om op te halen",
        [*provincies, *gemeenten, NEDERLAND],
        index=eerst,
        key=_GEBIED,
        placeholder="Kies een provincie, een gemeente of Nederland",
        help="Klein beginnen gaat het snelst. Kleine lagen komen altijd voor het hele land. "
        "Voorzieningen en straten van een provincie of het land: haal een bestand van "
        "OpenStreetMap (.osm.pbf) en gebruik op de opdrachtregel --pbf.",
    )
    if gekozen is None:
        st.caption(
            "Zonder gebied zijn alleen de lagen op te halen die altijd voor het hele land komen."
        )
    return gekozen


def _groepskop(kop: str, groep: Sequence[Laag], gebied: str | None) -> None:
    """De kop van een groep, met een knop voor alles eronder."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(kop, anchor=False)
        _knop("Alles ophalen", f"haal {kop}", groep, gebied)


def _regel(laag: Laag, delen: tuple[Manifest, ...], gebied: str | None, nu: datetime) -> None:
    """Eén laag: wat het is, wat ervan geladen is, en een knop."""
    straten = gegevens.lagen().opgehaald.straten.items() if laag.wijzen else ()
    netten = [f"Net voor {wijze}: {geladen.net.verslag.zin}." for wijze, geladen in straten]
    with st.container(horizontal=True, vertical_alignment="top", key=f"laag-{laag.id}"):
        st.html(regel_html(laag, delen, netten, nu))
        _knop(knoptekst(laag, delen, gebied), f"haal laag {laag.id}", [laag], gebied)


def _knop(tekst: str, sleutel: str, lagen: Sequence[Laag], gebied: str | None) -> None:
    """Een knop om lagen op te halen; zonder gebied alleen wat altijd het hele land beslaat."""
    zonder_gebied = any(waarvoor(laag, gebied) is None for laag in lagen)
    st.button(
        tekst,
        key=sleutel,
        disabled=zonder_gebied or _bezig(),
        help="Kies eerst een gebied." if zonder_gebied else None,
        on_click=_begin,
        args=([laag.id for laag in lagen], gebied or NEDERLAND),
    )


def _bezig() -> bool:
    beurt = ophaler().beurt
    return beurt is not None and beurt.bezig


def _begin(lagen: list[str], gebied: str) -> None:
    try:
        ophaler().begin(lagen, gebied)
    except InvoerFout as fout:
        st.toast(str(fout))


def _voortgang() -> None:
    """Toon hoe ver de beurt is; zolang zij loopt elke seconde opnieuw."""
    beurt = ophaler().beurt
    if beurt is None:
        return
    st.fragment(_toon_beurt, run_every=1.0 if beurt.bezig else None)(beurt.bezig)


def _toon_beurt(was_bezig: bool) -> None:
    beurt = ophaler().beurt
    if beurt is None:
        return
    if was_bezig and not beurt.bezig:
        # De rest van de pagina toont nog de oude stand.
        st.rerun()
    if beurt.bezig:
        deel = beurt.gedaan / beurt.totaal if beurt.totaal else 0.0
        st.progress(min(max(deel, 0.0), 1.0), text=bezig_tekst(beurt, lees_catalogus()))
        st.button("Stoppen", key="stop ophalen", on_click=ophaler().stop)
        return
    lagen = lees_catalogus()
    for id_, melding in beurt.fouten:
        st.error(
            f"**{als_markdown(_naam(id_, lagen))}** is niet opgehaald. {als_markdown(melding)}"
        )
    if beurt.klaar:
        namen = opsomming([_naam(id_, lagen) for id_, _ in beurt.klaar])
        st.success(f"Opgehaald: {als_markdown(namen)}.")


def bezig_tekst(beurt: Beurt, lagen: Mapping[str, Laag]) -> str:
    """Zeg wat er nu gebeurt."""
    klaar = len(beurt.klaar) + len(beurt.fouten)
    hoeveel = f"{getal(beurt.gedaan)}" + (f" van {getal(beurt.totaal)}" if beurt.totaal else "")
    laag = f"{als_markdown(_naam(beurt.laag, lagen))}: " if beurt.laag else ""
    return f"Laag {klaar + 1} van {len(beurt.lagen)} · {laag}{als_markdown(beurt.stap)} ({hoeveel})"


def _naam(id: str, lagen: Mapping[str, Laag]) -> str:
    """De naam van een laag voor de gebruiker; het id als de catalogus haar niet meer kent."""
    return lagen[id].naam if id in lagen else id
